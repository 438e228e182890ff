"""Several rows of heads become one, rows and cells that converters repeat are taken once, marks of footnotes go."""

from __future__ import annotations

import pytest

from lithograph.corpus.document import Document, Table
from lithograph.corpus.reading import read_text

REFERENCES = "\n\n## References\n\n" + "\n".join(
    f"[{number}] E. Noether and M. Curie, Ann. Phys. 1990, {number}, {number}0." for number in range(1, 10)
)


def read(table: str) -> Document:
    text = f"# A paper with a title\n\nCells work [1] and last [2]. They are known [3].\n\n{table}{REFERENCES}\n"
    return read_text(text, name="paper.md")


def pipes(*rows: str) -> Table:
    head, *body = (f"| {row} |" for row in rows)
    document = read("\n".join([head, "|" + "---|" * (head.count("|") - 1), *body]))
    (table,) = [block.table for block in document.blocks if block.table]
    return table


def heads(table: Table) -> list[str]:
    return [cell.text for cell in table.header]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    "rows",
    [
        ("Salt | S (mS/cm) | S (mS/cm)", "Salt | 25 °C | 60 °C"),
        ("Salt | S (mS/cm) | ", " | 25 °C | 60 °C"),
        ("Salt | S | S", " | (mS/cm) | (mS/cm)", " | 25 °C | 60 °C"),
        ("Salt | S | ", " | mS/cm | mS/cm", " | 25 °C | 60 °C"),
    ],
    ids=["repeated", "blank", "units and temperatures", "bare units"],
)
def test_rows_of_heads(rows: tuple[str, ...]) -> None:
    table = pipes(*rows, "LLZO | 0.3 | 0.9", "LATP | 1 | 2")
    assert heads(table)[0] == "Salt"
    assert heads(table)[1].endswith("25 °C")
    assert heads(table)[2].endswith("60 °C")
    assert texts(table) == [["LLZO", "0.3", "0.9"], ["LATP", "1", "2"]]


@pytest.mark.parametrize(
    "row", ["LLZO | 25 °C | 0.9", " | 0.3 | 0.9", "Salt | S | T"], ids=["a name", "values", "the very heads"]
)
def test_rows_that_are_no_heads(row: str) -> None:
    table = pipes("Salt | S | T", row, "LATP | 1 | 2")
    assert heads(table) == ["Salt", "S", "T"]
    assert len(table.rows) == 2


def test_a_group_that_is_repeated_in_every_cell() -> None:
    table = pipes("Salt | S | E", "Oxides | Oxides | Oxides", "LLZO | 1 | 2", "LATP | n/a | n/a", "LAGP | 3 | 3")
    assert table.groups == ("Oxides", "Oxides", "Oxides")
    assert texts(table) == [["LLZO", "1", "2"], ["LATP", "n/a", "n/a"], ["LAGP", "3", "3"]]


def test_marks_of_footnotes_leave_the_cells() -> None:
    table = pipes(
        "Salt<sup>a</sup> | S", "LLZO $^{\\mathrm{b}}$ | 3<sup>c,d</sup>", "Li<sup>+</sup> | 2 × 10<sup>-4</sup>†"
    )
    assert heads(table) == ["Salt", "S"]
    assert texts(table) == [["LLZO", "3"], ["Li+", "2 × 10^-4"]]


def test_citations_below_and_beside_a_head_of_references() -> None:
    beside = pipes("Property | LLZO | LATP", "S (mS/cm) | 0.3 | 1", "Ref. | 3 | Refs. 4, 5")
    assert [[citation.numbers for citation in cell.citations] for cell in beside.rows[1]] == [[], [(3,)], [(4, 5)]]
    below = pipes("Salt | S | Ref.", "LLZO | 0.3 | Ref. 3", "LATP | 1 | this work")
    assert [row[2].text for row in below.rows] == ["", "this work"]
    assert below.rows[0][2].citations[0].numbers == (3,)


def test_tables_without_outer_pipes() -> None:
    document = read("Salt | S | Ref.\n:-- | --: | ---\nLLZO | 0.3 | [3]\nLATP | 1 | [4]\n\nText goes on here.")
    (table,) = [block.table for block in document.blocks if block.table]
    assert (heads(table), texts(table)) == (["Salt", "S", "Ref."], [["LLZO", "0.3", ""], ["LATP", "1", ""]])
    assert document.source[slice(*table.rows[1][0].to_source(0, 4))] == "LATP"
    assert table.rows[1][1].line == 8


@pytest.mark.parametrize(
    "text",
    [
        "The cell Li|LLZO|Li lives.\nThe cell Li|LATP|Li does not.",
        "The cells Li | LLZO\n--- | --- | ---\nlive",
        "a | b\n\n--- | ---\n\nc | d",
    ],
    ids=["cells", "another number", "apart"],
)
def test_pipes_in_text_are_no_table(text: str) -> None:
    assert [block.table.rows for block in read(text).blocks if block.table and block.table.rows] == []


def test_raised_numbers_behind_names_cite_in_tables_of_papers_with_brackets() -> None:
    table = pipes(
        "Salt | S",
        "LATP<sup>4</sup> | 10<sup>2</sup>",
        "Li<sub>3</sub>PS<sub>4</sub> <sup>5,6</sup> | 3 m<sup>2</sup>",
        "LLZO<sup>77</sup> | 1",
    )
    assert texts(table) == [["LATP", "10^2"], ["Li3PS4", "3 m2"], ["LLZO77", "1"]]
    assert [row[0].citations[0].numbers for row in table.rows[:2]] == [(4,), (5, 6)]


def test_tables_behind_the_reference_list_are_kept() -> None:
    table = "Salt | S\n--- | ---\nLLZO | 0.3"
    after = "\n\nTable 1. Salts at 25 °C.\n\n" + table + "\n\nThis is no part of the paper.\n"
    document = read_text(
        f"# A paper with a title\n\nCells work [1] and last [2]. They are known [3].{REFERENCES}{after}",
        name="paper.md",
    )
    (found,) = [block.table for block in document.blocks if block.table]
    assert (texts(found), found.caption) == ([["LLZO", "0.3"]], "Table 1. Salts at 25 °C.")
    assert len(document.bibliography) == 9
    assert not [block.text for block in document.blocks if "no part" in block.text]
