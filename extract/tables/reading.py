"""Property claims from tables: the head names property and unit, the row the material, the cell the value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...corpus.document import Cell, SourceMap, Table
from ...ontology.notation import plain_name
from ...ontology.vocabulary import properties
from ..materials import find_materials
from ..quantities import Quantity, find_quantities
from ..quantities.numbers import times
from .circumstances import circumstance_columns, head_words
from .heads import Head, HeadUnit, find_unit, head_unit, read_head
from .listed import circumstances_in, ends_of_change, listed_in, parted
from .names import find_name_columns

_ASIDE = re.compile(r"\s*\(([^()]*[a-z]{3}[^()]*)\)\s*$")
"""A remark behind a name. Matches ` (single crystal)`; must not match `(PO4)3`."""

_FEWEST_COLUMNS = 2

_UNIT_HEAD = re.compile(r"units?", re.IGNORECASE)
"""The head of a column of units."""

_NUMBER = re.compile(r"\d")

_CIRCUMSTANCE = re.compile(
    r"\s*@\s*|\s*[(\[]?\s*\bat\b\s*|\s*[(\[](?=\s?(?:RT\b|\d[\d.]*\s?(?:°|K\b|C\b|mA|MPa|cycles|h\b|(?:st|nd|rd|th)\b)))"
)
"""What parts a value from its circumstance. Matches in `0.2 @ 25 °C`, `3 (60 °C)`; must not match in `1.2(3)`."""

_COMMA = re.compile(r"[~<>≈≤≥]?\s?\d+,\d{1,2}(?!\d)")
"""A number with a decimal comma, or two numbers; nobody can tell. Matches `1,6`; must not match `1,200`."""

_WORD = re.compile(r"[A-Za-z]{3}")
"""A word before a number, which then is no plain value. Matches in `see 3`; must not match in `ca. `."""

_RETENTION = "capacity_retention"
"""Property of a share below a head such as `Cycling performance`."""

_OR_MORE = re.compile(r"\d\+$")
"""At the end of a value that is a lower bound. Matches in `3000+`."""

_POWER = re.compile(r"10\s?(?:\^|[-–]\s?\d)|\d[eE][-+]?\d|[×]")
"""A power of ten in a value. Matches in `1 × 10^-4`, `2e-3`."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values.

    Args:
        index: which column.
        head: what its head says.
        listed: units of circumstances that the head lists, which follow the value in each cell.
        changed: whether each cell states the two ends of a change.
    """

    index: int
    head: Head
    listed: tuple[str, ...] = ()
    changed: bool = False

    @property
    def property(self) -> str:
        """Property name of the vocabulary."""
        return self.head.property


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
        scaled: the power of ten of the value stands in the head.
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
    scaled: bool = False


def read_table(table: Table) -> Iterator[TableValue]:
    """Every value of a table that has a material and a property; the properties may be heads of columns or of rows."""
    found = list(_read_rows(table))
    yield from found or _read_columns(table)


def _read_rows(table: Table) -> Iterator[TableValue]:
    """The values of a table with a material in each row."""
    columns = _value_columns(table)
    name_columns = find_name_columns(table, {column.index for column in columns})
    if not name_columns:
        return
    circumstances = circumstance_columns(table, {column.index: column.property for column in columns}, head_unit)
    columns = [column for column in columns if column.index not in {each.index for each in circumstances}]
    for row_index, row in enumerate(table.rows):
        for column in columns:
            named = name_columns.of(column.property)
            name = row[named].text.strip()
            if not re.search(r"[A-Za-z]", name) or not _NUMBER.search(row[column.index].text):
                continue
            subject, aside = _subject(name)
            references = row_references(row, row[named], row[column.index])
            beside = tuple(each.text_in(row) for each in circumstances if each.concerns(column.property))
            for quantity, conditions, scaled in _values(row[column.index], column):
                yield TableValue(
                    subject,
                    _RETENTION if _is_left_over(quantity, column) else column.property,
                    quantity,
                    row[column.index],
                    row_index,
                    row,
                    (*conditions, *filter(None, beside)),
                    aside,
                    references,
                    scaled=scaled,
                )


def _read_columns(table: Table) -> Iterator[TableValue]:
    """The values of a table with a material over each column and a property before each row."""
    if not table.rows or len(table.header) < _FEWEST_COLUMNS:
        return
    skip = 2 if _UNIT_HEAD.fullmatch(table.header[1].text) and len(table.header) > _FEWEST_COLUMNS else 1
    if not all(find_materials(cell.text) for cell in table.header[skip:]):
        return
    rows = (table.header, *table.rows)
    turned = Table(
        tuple(_with_unit_beside(row) if skip > 1 else row[0] for row in rows),
        tuple(tuple(row[index] for row in rows) for index in range(skip, len(table.header))),
        ("",) * (len(table.header) - skip),
        table.caption,
    )
    for value in _read_rows(turned):
        column = turned.rows[value.row].index(value.cell)
        place = (turned.rows[value.row][0], turned.header[column], value.cell)
        yield replace(value, row=column - 1, place=place)


def _with_unit_beside(row: tuple[Cell, ...]) -> Cell:
    """The first cell of a row as a head, with the unit of the second in brackets, in the place of the first."""
    first, unit = row[:2]
    if not first.text or not unit.text or find_unit(first.text):
        return first
    text, source = f"{first.text} ({unit.text})", first.source
    more = len(text) - len(first.text)
    starts, ends = [*source.starts, *[source.ends[-1]] * more], [*source.ends, *[source.ends[-1]] * more]
    return replace(first, text=text, source=SourceMap(starts, ends))


def _values(cell: Cell, column: Column) -> Iterator[tuple[Quantity, tuple[str, ...], bool]]:
    """The values of one cell, their conditions, and whether their power of ten is that of the head."""
    ends = ends_of_change(cell.text, told=column.changed)
    for written, state in zip(ends or (), ("before", "after"), strict=False):
        yield from ((each, (*more, state), scaled) for each, more, scaled in _values_of(written, column))
    if ends is None:
        yield from _values_of(cell.text, column)


def _values_of(text: str, column: Column) -> Iterator[tuple[Quantity, tuple[str, ...], bool]]:
    written, conditions = parted(text, column.listed)
    stated = _CIRCUMSTANCE.search(written)
    if stated:
        conditions = (*circumstances_in(written[stated.end() :]), *conditions)
        written = written[: stated.start()]
    own, others = _own_unit(written, column)
    conditions = (*others, *conditions) or column.head.conditions
    scaled = not own and column.head.unit is not None and column.head.unit.factor != 1.0
    found = own or (with_unit(written, column.head.unit) if column.head.certain and not others else [])
    yield from ((quantity, conditions, scaled) for quantity in found if _may_be(quantity, column))


def _own_unit(written: str, column: Column) -> tuple[list[Quantity], list[str]]:
    """The values of a cell that have units of their own, and the texts of the quantities of other kinds beside them."""
    dimensions = properties()[column.property].dimensions
    every = [quantity for quantity in find_quantities(written) if quantity.unit]
    left = [quantity for quantity in every if quantity.dimension == "fraction"] if _is_of_life(column) else []
    own = left or [quantity for quantity in every if quantity.dimension in dimensions]
    return own, [written[each.start : each.end] for each in every if each not in own] if own else []


def _may_be(quantity: Quantity, column: Column) -> bool:
    """Whether a value is of a kind that its property has; no range of voltages, in which a cell was only tested."""
    if column.property == "voltage" and quantity.high is not None:
        return False
    return (
        _is_left_over(quantity, column)
        or not quantity.unit
        or (quantity.dimension in properties()[column.property].dimensions)
    )


def _is_of_life(column: Column) -> bool:
    """Whether a column is about how long cells live, where a share is of the capacity that is left."""
    return column.property in ("cycle_life", "cycling_duration")


def _is_left_over(quantity: Quantity, column: Column) -> bool:
    return quantity.dimension == "fraction" and _is_of_life(column)


def with_unit(written: str, unit: HeadUnit | None) -> list[Quantity]:
    """Quantities of a bare number read with the head's unit and power of ten; none where the power is not certain.

    Args:
        written: the value, from the start of a cell's clean text.
        unit: of the head, if it has one.
    """
    body = written.rstrip()
    if _OR_MORE.search(body):
        return [replace(quantity, qualifier=">=") for quantity in with_unit(body[:-1], unit)]
    if _COMMA.match(body) or (unit is not None and not unit.certain):
        return []
    found = find_quantities(f"{body} {unit.written}" if unit else body)
    found = [each for each in found if each.value_end <= len(body) and not _WORD.search(body[: each.mention_start])]
    if unit is None:
        return found
    found = [quantity for quantity in found if quantity.unit]
    if unit.factor == 1.0:
        return found
    return [] if _POWER.search(body) else [_scaled(quantity, unit.factor) for quantity in found]


def _scaled(quantity: Quantity, factor: float) -> Quantity:
    return replace(
        quantity,
        low=times(quantity.low, factor),
        high=None if quantity.high is None else times(quantity.high, factor),
        error=None if quantity.error is None else times(quantity.error, factor),
    )


def _value_columns(table: Table) -> list[Column]:
    columns = []
    for index, cell in enumerate(table.header):
        for text, listed in dict.fromkeys((listed_in(cell.text), (cell.text, ()))):
            head = read_head(text)
            if head is None and find_unit(text) is None:
                head = read_head(text, _own_dimensions(table, index))
            lost = bool(listed) and head is not None and head.unit is None and find_unit(cell.text) is not None
            if head is not None and not lost:
                columns.append(Column(index, head, listed, changed=bool(head_words()["changed"].search(cell.text))))
                break
    return columns


def _own_dimensions(table: Table, index: int) -> list[str]:
    """The dimensions of what cells of a column state with units of their own, what they begin with and often first."""
    first: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for row in table.rows:
        found = find_quantities(row[index].text) if _NUMBER.search(row[index].text) else []
        first.update(quantity.dimension for quantity in found[:1] if quantity.unit)
        other.update(quantity.dimension for quantity in found[1:] if quantity.unit)
    return list(dict.fromkeys(dimension for count in (first, other) for dimension, _ in count.most_common()))


def uncertain_heads(table: Table) -> list[Cell]:
    """The heads of columns whose values are left out, since it is not clear what the power of ten in them means."""
    return [table.header[column.index] for column in _value_columns(table) if not column.head.certain]


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
