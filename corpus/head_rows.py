"""Rows of heads: which rows of a table belong to its heads, and how several of them become one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..errors import UnitError
from ..ontology.units import parse_unit
from .document import Cell, SourceMap

_BRACKETED_UNIT = re.compile(r"[(\[/]\s?[A-Za-zµΩ%°][\w\s/·^%°.Ω-]{0,16}[)\]]?$")
"""Matches `(mS cm-1)`."""

_CIRCUMSTANCE = re.compile(
    r"[(\[]?(?:at\s|@\s?|T\s?=\s?)?"
    r"(?:RT|room temperature|-?\d{1,4}(?:\.\d+)?\s?(?:°\s?C|K|C|mA cm-2|mA/cm2|MPa))[)\]]?$"
)
"""Matches `25 °C`, `at RT`, `0.1 C`; must not match `25`."""


def empty_cell() -> Cell:
    """A cell without text."""
    return Cell("", SourceMap((), ()))


def is_head_row(row: Sequence[Cell], above: Sequence[Cell]) -> bool:
    """Whether a row below the heads belongs to them: it has their units or circumstances, or repeats the first.

    Converters repeat a head that goes over several rows in each of them.
    """
    texts = [cell.text for cell in row if cell.text]
    if not texts:
        return False
    if row[0].text:
        first = row[0].text
        repeated = first == above[0].text and not first[0].isdigit()
        return repeated and any(cell.text != head.text for cell, head in zip(row, above, strict=True))
    return all(_BRACKETED_UNIT.match(text) or _CIRCUMSTANCE.match(text) or _is_unit(text) for text in texts)


def _is_unit(text: str) -> bool:
    try:
        return bool(parse_unit(text).ascii) and not text[0].isdigit()
    except UnitError:
        return False


def under(header: Sequence[Cell], row: Sequence[Cell]) -> list[Cell]:
    """Heads with another row of them below; a head goes on over the columns behind it that have none of their own."""
    result: list[Cell] = []
    reaching = empty_cell()
    for above, below in zip(header, row, strict=True):
        goes_on = not above.text and _CIRCUMSTANCE.match(below.text)
        reaching = reaching if goes_on else above
        result.append(_stack(reaching, below))
    return result


def _stack(above: Cell, below: Cell) -> Cell:
    """Two header cells, one above the other, as one."""
    if not below.text or not above.text or below.text == above.text:
        return above if above.text else below
    last = above.source.ends[-1]
    starts = [*above.source.starts, last, *below.source.starts]
    ends = [*above.source.ends, last, *below.source.ends]
    return Cell(f"{above.text} {below.text}", SourceMap(starts, ends), (*above.citations, *below.citations), above.line)


def one_cell(row: list[Cell]) -> list[Cell]:
    """A row whose cells all say the same in words, as a cell over the whole row is written, with the first alone."""
    texts = {cell.text for cell in row}
    if len(row) < 3 or len(texts) > 1 or not re.match(r"[A-Za-z]{3}", row[0].text):
        return row
    return [row[0], *(empty_cell() for _ in row[1:])]
