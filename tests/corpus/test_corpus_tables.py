"""Pipe and tab-separated tables come out as rows of cells, whatever a converter did to them."""

from __future__ import annotations

import pytest

from lithograph.corpus.document import BlockKind, Document, Table
from lithograph.corpus.reading import read_text

REFERENCES = "\n\n## References\n\n" + "\n".join(
    f"{number}. Noether, E., Curie, M.: Work {number}. *Ann. Phys.* **{number}**, 1–9 (1990)."
    for number in range(1, 10)
)


def read(table: str) -> Document:
    return read_text(
        f"# A paper with a title\n\nCells work [1] and last [2].\n\n{table}{REFERENCES}\n", name="paper.md"
    )


def table_of(document: Document) -> Table:
    (table,) = [block.table for block in document.blocks if block.table]
    return table


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


PIPES = """**Table 1** Conductivities of salts

| Material | Conductivity (mS cm<sup>-1</sup>) | Note |
| :--- | ---: | --- |
| **Sulfides** | | |
| Li<sub>3</sub>PS<sub>4</sub> [3] | 0.16 | $\\text{Li|Li}$ cell |
| LGPS[4, 5] | 12 | a\\|b |
| **Oxides** | | |
| LLZO | $3 \\times 10^{-1}$ @ 30 °C | |
"""


def test_pipe_table() -> None:
    document = read(PIPES)
    table = table_of(document)
    assert [cell.text for cell in table.header] == ["Material", "Conductivity (mS cm-1)", "Note"]
    assert texts(table) == [
        ["Li3PS4", "0.16", "Li|Li cell"],
        ["LGPS", "12", "a|b"],
        ["LLZO", "3 × 10^-1 @ 30 °C", ""],
    ]
    assert table.groups == ("Sulfides", "Sulfides", "Oxides")
    assert table.caption == "Table 1 Conductivities of salts"
    assert [citation.numbers for row in table.rows for cell in row for citation in cell.citations] == [(3,), (4, 5)]


def test_cells_know_their_line_and_source() -> None:
    document = read(PIPES)
    cell = table_of(document).rows[2][1]
    line = document.source.split("\n")[cell.line - 1]
    assert line.startswith("| LLZO")
    assert document.source[slice(*cell.to_source(0, 9))] == "$3 \\times 10^{-1}$"


TABS = (
    "\tMaterials\tConductivity/(mS cm <sup>-1</sup> )\t\n"
    "Sulfides\tLi <sub>7</sub> P <sub>3</sub> S <sub>11</sub> [3]\t3.2\t\n"
    "\tLGPS[4]\t12\t\n"
    "\tLi <sub>6</sub> PS <sub>5</sub> Cl[5]\t1.9\t\n"
    "\tLi <sub>6</sub> PS <sub>5</sub> I\t4.6 × 10 <sup>-4</sup>\t\n"
    "\tOxides\tLATP[6]\t0.1–1\n"
    "\t\tLAGP[7]\t> 10 <sup>-1</sup>\n"
    "LLTO[8]\t\t1\t\n"
    "LiPON\t\t2 × 10 <sup>-6</sup>\t\n"
    "Polymers\tPEO\t1 × 10 <sup>-3</sup> @ 30 °C\t\n"
    "PEO-LiTFSI\t0.23@30 °C\t\t\n"
    "\n"
    "Data are from many sources, and so are their digits"
)


def test_shifted_rows_are_put_right() -> None:
    document = read(TABS)
    table = table_of(document)
    assert [cell.text for cell in table.header] == ["Materials", "Conductivity/(mS cm-1)"]
    assert texts(table) == [
        ["Li7P3S11", "3.2"],
        ["LGPS", "12"],
        ["Li6PS5Cl", "1.9"],
        ["Li6PS5I", "4.6 × 10^-4"],
        ["LATP", "0.1–1"],
        ["LAGP", "> 10^-1"],
        ["LLTO", "1"],
        ["LiPON", "2 × 10^-6"],
        ["PEO", "1 × 10^-3 @ 30 °C"],
        ["PEO-LiTFSI", "0.23@30 °C"],
    ]
    assert table.groups == ("Sulfides",) * 4 + ("Oxides",) * 4 + ("Polymers",) * 2
    assert table.footnotes == ("Data are from many sources, and so are their digits",)
    assert not [finding for finding in document.findings if finding.code == "ragged-table"]


def test_spanned_first_cells_are_filled_down() -> None:
    table = table_of(
        read(
            "| Class | Salt | S |\n|---|---|---|\n| Oxide | LLZO | 0.3 |\n| | LATP | 1 |\n| Halide | Li3YCl6 | 0.5 |\n"
        )
    )
    assert texts(table) == [["Oxide", "LLZO", "0.3"], ["Oxide", "LATP", "1"], ["Halide", "Li3YCl6", "0.5"]]
    assert table.groups == ("Oxide", "Oxide", "Halide")


def test_missing_values_stay_where_they_are() -> None:
    table = table_of(read("| Salt | S | E |\n|---|---|---|\n| LLZO | | 0.3 |\n| LATP | 1 | |\n"))
    assert texts(table) == [["LLZO", "", "0.3"], ["LATP", "1", ""]]


def test_units_in_a_second_header_row_go_to_the_heads() -> None:
    table = table_of(
        read("| Salt | S | E |\n|---|---|---|\n| | (mS cm-1) | (eV) |\n| LLZO | 0.3 | 0.4 |\n| LATP | 1 | 0.3 |\n")
    )
    assert [cell.text for cell in table.header] == ["Salt", "S (mS cm-1)", "E (eV)"]
    assert len(table.rows) == 2


def test_a_table_without_heads() -> None:
    table = table_of(read("LLZO\t0.3\nLATP\t1\n"))
    assert [cell.text for cell in table.header] == ["", ""]
    assert texts(table) == [["LLZO", "0.3"], ["LATP", "1"]]


def test_ragged_rows_are_findings() -> None:
    document = read("| Salt | S | E |\n|---|---|---|\n| LLZO | 0.3 | 0.2 |\n| a | b | c | d | e |\n")
    (finding,) = [finding for finding in document.findings if finding.code == "ragged-table"]
    assert "5 cells" in finding.message
    assert document.source.split("\n")[(finding.line or 0) - 1] == "| a | b | c | d | e |"


@pytest.mark.parametrize("text", ["a | b in one line", "x\ty"], ids=["pipe", "tab"])
def test_one_line_is_no_table(text: str) -> None:
    assert all(block.kind is not BlockKind.TABLE for block in read(text).blocks)


def test_bare_numbers_below_a_head_of_references_cite() -> None:
    document = read("| Salt | S | Ref. |\n|---|---|---|\n| LLZO | 3 | 3, 4 |\n| LATP | 1 | 77 |\n")
    rows = table_of(document).rows
    assert [row[1].text for row in rows] == ["3", "1"]
    assert [citation.numbers for citation in rows[0][2].citations] == [(3, 4)]
    assert document.source[rows[0][2].citations[0].source_start :].startswith("3, 4 |")
    assert (rows[1][2].text, rows[1][2].citations) == ("77", ())
