"""Property claims from tables: the head names property and unit, the row the material, the cell the value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...corpus.document import Cell, Table
from ...errors import UnitError
from ...ontology.notation import plain_name
from ...ontology.units import parse_unit
from ...ontology.vocabulary import properties
from ..materials import find_materials
from ..properties.mentions import find_properties
from ..quantities import Quantity, find_quantities
from .circumstances import circumstance_columns

_UNIT_IN_HEAD = re.compile(
    r"(?:/\s*\(?|\(|\[|,\s*|\bin\s+)\s*(?P<unit>[^()\[\],]*(?:\([^()]*\)[^()\[\],]*)?)\s*[)\]]?\s*$"
)
"""The unit at the end of a column head. Matches in `Conductivity @ RT/(mS cm-1)` and `Capacity (mAh g-1)`."""

_REFERENCE = re.compile(r"\s*\b(?:vs\.?|versus)\b.*$")
"""The reference of a potential behind its unit. Matches in `V vs. Li/Li+`."""

_MATERIAL_HEAD = re.compile(
    r"\b(?:materials?|electrolytes?|SEs?|SSEs?|compositions?|compounds?|samples?|systems?|formulas?|cells?|configurations?|interlayers?|anodes?)\b",
    re.IGNORECASE,
)
"""A head of the column that names what the row is about. Matches `Solid electrolyte`."""

_ASIDE = re.compile(r"\s*\(([^()]*[a-z]{3}[^()]*)\)\s*$")
"""A remark behind a name. Matches ` (single crystal)`; must not match `(PO4)3`."""

_FEWEST_COLUMNS = 2

_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values.

    Args:
        index: which column.
        property: property name of the vocabulary.
        unit: unit text from the head, or "".
        condition: condition text from the head, such as `RT`, or "".
    """

    index: int
    property: str
    unit: str
    condition: str


@dataclass(frozen=True, slots=True)
class TableValue:
    """A value read from a table.

    Args:
        subject: plain name of the row's material.
        property: property name.
        quantity: the value; its offsets are in the cell's clean text.
        cell: where the value stands.
        row: index of the row in which the cell stands.
        place: the cells that state the value together: the row, or a head, its property and the cell.
        conditions: texts of conditions, from the cell or else from the head, then those of the row's other columns.
        aside: a remark behind the name, such as `single crystal`, or "".
        references: cited in the row.
    """

    subject: str
    property: str
    quantity: Quantity
    cell: Cell
    row: int
    place: tuple[Cell, ...]
    conditions: tuple[str, ...]
    aside: str
    references: tuple[int, ...]


def read_table(table: Table) -> Iterator[TableValue]:
    """Every value of a table that has a material and a property; the properties may be heads of columns or of rows."""
    found = list(_read_rows(table))
    yield from found or _read_columns(table)


def _read_rows(table: Table) -> Iterator[TableValue]:
    """The values of a table with a material in each row."""
    columns = _value_columns(table)
    name_column = _name_column(table, {column.index for column in columns})
    if name_column is None:
        return
    circumstances = circumstance_columns(table, {column.index: column.property for column in columns}, head_unit)
    columns = [column for column in columns if column.index not in {each.index for each in circumstances}]
    for row_index, row in enumerate(table.rows):
        name = row[name_column].text.strip()
        if not name or not re.search(r"[A-Za-z]", name):
            continue
        subject, aside = _subject(name)
        for column in columns:
            if column.index < len(row) and _NUMBER.search(row[column.index].text):
                references = row_references(row, row[name_column], row[column.index])
                beside = tuple(each.text_in(row) for each in circumstances if each.concerns(column.property))
                for quantity, conditions in _values(row[column.index], column):
                    yield TableValue(
                        subject,
                        column.property,
                        quantity,
                        row[column.index],
                        row_index,
                        row,
                        (*conditions, *filter(None, beside)),
                        aside,
                        references,
                    )


def _read_columns(table: Table) -> Iterator[TableValue]:
    """The values of a table with a material over each column and a property before each row."""
    if not table.rows or len(table.header) < _FEWEST_COLUMNS:
        return
    turned = Table(
        tuple(row[0] for row in (table.header, *table.rows)),
        tuple(tuple(row[index] for row in (table.header, *table.rows)) for index in range(1, len(table.header))),
        ("",) * (len(table.header) - 1),
        table.caption,
    )
    named = sum(bool(find_materials(cell.text)) for cell in table.header[1:])
    if named < len(table.header) - 1:
        return
    for value in _read_rows(turned):
        column = turned.rows[value.row].index(value.cell)
        place = (turned.rows[value.row][0], turned.header[column], value.cell)
        yield replace(value, row=column - 1, place=place)


def _values(cell: Cell, column: Column) -> Iterator[tuple[Quantity, tuple[str, ...]]]:
    """The values of one cell with their conditions, the unit taken from the head where the cell has none."""
    written, _, condition = cell.text.partition("@")
    found = _own_unit(written, column) or with_unit(written, column.unit)
    conditions = tuple(text for text in (condition.strip() or column.condition,) if text)
    yield from ((quantity, conditions) for quantity in found)


def _own_unit(written: str, column: Column) -> list[Quantity]:
    dimensions = _dimensions(column.property)
    return [quantity for quantity in find_quantities(written) if quantity.dimension in dimensions and quantity.unit]


def with_unit(written: str, unit: str) -> list[Quantity]:
    """Quantities of a bare number read with the head's unit, cut back to what the cell holds."""
    body = written.rstrip()
    found = find_quantities(f"{body} {unit}" if unit else body)
    return [quantity for quantity in found if quantity.value_end <= len(body)]


def _dimensions(name: str) -> tuple[str, ...]:
    return tuple(properties()[name].dimensions)


def _value_columns(table: Table) -> list[Column]:
    columns = []
    for index, head in enumerate(table.header):
        unit = _UNIT_IN_HEAD.search(head.text)
        written = head_unit(head.text)
        mentions = find_properties(head.text, _dimension(written))
        if not mentions or mentions[-1].name not in properties():
            continue
        between = head.text[mentions[-1].end : unit.start() if unit else len(head.text)]
        condition = between.strip(" ,;").removeprefix("@").removeprefix("at ").strip()
        columns.append(Column(index, mentions[-1].name, written, condition))
    return columns


def head_unit(head: str) -> str:
    """The unit at the end of a column head, as written; empty where it has none."""
    unit = _UNIT_IN_HEAD.search(head)
    return _REFERENCE.sub("", unit["unit"]).strip() if unit else ""


def _dimension(unit: str) -> str:
    """The dimension of the unit in a head, `none` where it has none that is known."""
    try:
        return parse_unit(unit).dimension if unit.strip() else "none"
    except UnitError:
        return "none"


def _name_column(table: Table, taken: set[int]) -> int | None:
    """The column that names what a row is about: by its head, else the one with most material names."""
    free = [index for index in range(len(table.header)) if index not in taken]
    for index in free:
        if _MATERIAL_HEAD.search(table.header[index].text):
            return index
    counts = {index: sum(bool(find_materials(row[index].text)) for row in table.rows) for index in free}
    best = max(counts, key=lambda index: counts[index], default=None)
    return best if best is not None and counts[best] * 2 >= len(table.rows) else None


def _subject(name: str) -> tuple[str, str]:
    """Plain name and aside of a name cell; a cell as `A|B|C`."""
    cells = [mention for mention in find_materials(name) if mention.kind == "cell"]
    if len(cells) == 1 and (cells[0].start, cells[0].end) == (0, len(name)):
        return cells[0].name, ""
    aside = _ASIDE.search(name)
    if aside:
        return plain_name(name[: aside.start()]), aside[1].strip()
    return plain_name(name), ""


def row_references(row: tuple[Cell, ...], name: Cell, value: Cell) -> tuple[int, ...]:
    """Numbers cited in the value's cell, else in the name's, else anywhere in the row."""
    for cells in ((value,), (name,), row):
        numbers = tuple(number for cell in cells for citation in cell.citations for number in citation.numbers)
        if numbers:
            return tuple(dict.fromkeys(numbers))
    return ()


def row_place(row: tuple[Cell, ...]) -> tuple[str, int, int]:
    """The text of a row and its source range."""
    filled = [cell for cell in row if cell.text]
    ranges = [cell.to_source(0, len(cell.text)) for cell in filled]
    return " | ".join(cell.text for cell in filled), min(start for start, _ in ranges), max(end for _, end in ranges)
