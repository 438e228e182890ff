"""HTML tables inside Markdown come out as the same rows of cells as pipe tables, every cell with its place."""

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


def tables_of(document: Document) -> list[Table]:
    return [block.table for block in document.blocks if block.table]


def table_of(document: Document) -> Table:
    (table,) = tables_of(document)
    return table


def heads(table: Table) -> list[str]:
    return [cell.text for cell in table.header]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def codes(document: Document) -> list[str]:
    return [finding.code for finding in document.findings if finding.code == "html-table"]


ONE_LINE = (
    "Table 2. Salts and what they conduct.\n\n<html><body><table><tr><td>Salt</td><td>S (mS cm<sup>-1</sup>)</td></tr>"
    "<tr><td>Li<sub>3</sub>YCl<sub>6</sub> [3]</td><td>0.5</td></tr>"
    "<tr><td> $\\mathrm{Li}_{3} \\mathrm{InCl}_{6}$ [4,5]</td><td>1.5</td></tr></table></body></html>"
)
LINES = """<table border="1">
<caption>Table 2. Salts and what they conduct.</caption>
<thead>
  <tr>
    <th>Salt</th>
    <th>S (mS cm<sup>-1</sup>)</th>
  </tr>
</thead>
<tbody>
  <tr>
    <td><p>Li<sub>3</sub>YCl<sub>6</sub> [3]</p></td>
    <td>0.5</td>
  </tr>
  <tr>
    <td>Li<sub>3</sub>InCl<sub>6</sub> [4,5]</td>
    <td>1.5<br></td>
  </tr>
</tbody>
</table>
"""


@pytest.mark.parametrize("written", [ONE_LINE, LINES], ids=["one line", "many lines"])
def test_cells_captions_and_citations(written: str) -> None:
    document = read(written)
    table = table_of(document)
    assert heads(table) == ["Salt", "S (mS cm-1)"]
    assert texts(table) == [["Li3YCl6", "0.5"], ["Li3InCl6", "1.5"]]
    assert table.caption == "Table 2. Salts and what they conduct."
    assert [citation.numbers for row in table.rows for cell in row for citation in cell.citations] == [(3,), (4, 5)]
    cell = table.rows[1][1]
    start, end = cell.to_source(0, 3)
    assert document.source[start:end].startswith("1.5")
    assert document.source.count("\n", 0, start) + 1 == cell.line


@pytest.mark.parametrize("written", [ONE_LINE, LINES], ids=["one line", "many lines"])
def test_no_tag_is_left_in_the_text(written: str) -> None:
    document = read(written)
    assert not [block.text for block in document.blocks if "<" in block.text]
    (block,) = [block for block in document.blocks if block.kind is BlockKind.TABLE]
    assert "Li3YCl6 | 0.5 | Li3InCl6" in block.text


def test_cells_over_several_rows_and_columns() -> None:
    table = table_of(
        read(
            "<table><tr><td rowspan=2>Salt</td><td colspan='2'>S (mS/cm)</td><td rowspan=2>Ref.</td></tr>"
            '<tr><td>25 °C</td><td>60 °C</td></tr><tr><td colspan="4">Halides</td></tr>'
            "<tr><td rowspan='2'>Li3YCl6</td><td>0.4</td><td>2</td><td rowspan=2>3</td></tr>"
            "<tr><td>0.5</td><td>3</td></tr><tr><td colspan=4>Oxides</td></tr>"
            "<tr><td>LLZO</td><td>0.1</td><td></td><td>4</td></tr></table>"
        )
    )
    assert heads(table) == ["Salt", "S (mS/cm) 25 °C", "S (mS/cm) 60 °C", "Ref."]
    assert texts(table) == [["Li3YCl6", "0.4", "2", ""], ["Li3YCl6", "0.5", "3", ""], ["LLZO", "0.1", "", ""]]
    assert table.groups == ("Halides", "Halides", "Oxides")
    assert [row[3].citations[0].numbers for row in table.rows] == [(3,), (3,), (4,)]


def test_a_title_in_the_first_row_is_a_caption() -> None:
    table = table_of(
        read(
            "<table><tr><td colspan=2>Conductivities at 30 °C</td></tr><tr><td>Salt</td><td>S</td></tr>"
            "<tr><td>LLZO</td><td>1</td></tr></table>"
        )
    )
    assert (table.caption, heads(table)) == ("Conductivities at 30 °C", ["Salt", "S"])


def test_text_beside_a_table_stays_text() -> None:
    document = read("Before it. <table><tr><td>Salt</td><td>S</td></tr><tr><td>LLZO</td><td>1</td></tr></table> After.")
    assert [block.text for block in document.blocks if block.kind is BlockKind.PARAGRAPH][1:] == [
        "Before it.",
        "After.",
    ]
    assert texts(table_of(document)) == [["LLZO", "1"]]


def test_ends_that_are_left_out() -> None:
    document = read("<table><tr><td>Salt<td>S<tr><td>LLZO<td>1<tr><td>LATP<td>2</table>")
    assert texts(table_of(document)) == [["LLZO", "1"], ["LATP", "2"]]
    assert codes(document) == []


def test_a_table_that_is_not_closed_ends_with_its_last_row() -> None:
    document = read(
        "<table>\n<tr><td>Salt</td><td>S</td></tr>\n<tr><td>LLZO</td><td>1</td></tr>\n\nText goes on here.\n\n"
        "<table><tr><td>Salt</td><td>E</td></tr><tr><td>LATP</td><td>2</td></tr></table>"
    )
    assert [texts(table) for table in tables_of(document)] == [[["LLZO", "1"]], [["LATP", "2"]]]
    assert any(block.text == "Text goes on here." for block in document.blocks)
    assert codes(document) == ["html-table"]


def test_a_table_in_a_cell_is_a_finding() -> None:
    document = read(
        "<table><tr><td>Salt</td><td>S</td><td>E</td></tr>"
        "<tr><td>LLZO</td><td><table><tr><td>1</td></tr></table></td><td>3</td></tr>"
        "<tr><td>LATP</td><td>2</td><td>4</td></tr></table>"
    )
    assert texts(table_of(document)) == [["LLZO", "", "3"], ["LATP", "2", "4"]]
    assert codes(document) == ["html-table"]


@pytest.mark.parametrize(
    "text",
    ["A `<table>` is a tag.", "<table></table>", "</table></td>", "<td>1</td>", "a < b <table> c", "<table><tr><td>"],
)
def test_tags_without_a_table_do_no_harm(text: str) -> None:
    assert all(not table.rows for table in tables_of(read(text)))


def test_spans_of_any_size_do_no_harm() -> None:
    document = read(
        "<table><tr><td colspan=9999>Salt</td><td>S</td></tr><tr><td rowspan=0>LLZO</td><td rowspan=9999>1</td></tr>"
        "<tr><td>LATP</td></tr></table>"
    )
    assert codes(document) == ["html-table"]


def test_a_long_table_is_read_to_its_end() -> None:
    row = "<tr><td>LLZO</td><td>1</td><td>2</td></tr>"
    document = read(f"<table><tr><td>Salt</td><td>S</td><td>E</td></tr>{row * 5_000}</table>")
    assert texts(table_of(document)) == [["LLZO", "1", "2"]] * 5_000


def test_a_table_is_a_sign_of_markdown() -> None:
    text = "Salts.\n\n<table><tr><td>Salt</td><td>S</td></tr><tr><td>LLZO</td><td>1</td></tr></table>\n"
    document = read_text(text, name="paper")
    assert (document.reader.partition("/")[0], texts(table_of(document))) == ("markdown", [["LLZO", "1"]])
