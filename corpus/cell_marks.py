"""Marks at the end of a table cell: letters of footnotes, and raised numbers that cite where the text has brackets."""

from __future__ import annotations

import re
from collections.abc import Collection

from .document import Citation
from .numbered import expand

_FOOTNOTE = re.compile(
    r"\s*(?:<sup>\s*[a-f*†‡§#](?:\s?,\s?[a-f*†‡§#])?\s*</sup>|[ᵃᵇᶜᵈᵉ†‡§]"
    r"|\$\s*\^\s*\{?\s*(?:\\(?:mathrm|text|rm)\s*\{)?\s*(?:[a-f*†‡§#]|\\d?dagger)[\s}]*\$)\s*$"
)
"""Matches `<sup>a</sup>`, `$^{\\mathrm{b}}$`; must not match `<sup>+</sup>`."""

_RAISED = re.compile(r"\s*<sup>\s*(?P<numbers>\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\s*</sup>\s*$")
"""Matches `<sup>3,4</sup>`; must not match `<sup>-1</sup>`."""

_NAME = re.compile(r"\s*[A-Z].+(?:</sub>|[A-Z)])$", re.DOTALL)
"""What such a number stands behind. Matches `LATP`, `Li<sub>3</sub>PS<sub>4</sub>`; must not match `10`, `S cm`."""

_LONGEST = 60
"""Characters of a cell's end in which a mark is looked for."""


def without_marks(
    source: str, start: int, end: int, cited: Collection[int]
) -> tuple[int, tuple[int, ...], tuple[int, int]]:
    """Where the text of a cell ends, the numbers that a mark behind it cites, and the mark's source range.

    Args:
        source: the file as read.
        start: of the cell.
        end: of the cell.
        cited: numbers that a raised number may cite; none where raised numbers are read as citations anyway.
    """
    last = max(start, end - _LONGEST)
    note = _FOOTNOTE.search(source, last, end)
    raised = _RAISED.search(source, last, end) if cited else None
    numbers = expand(raised["numbers"]) if raised else ()
    if raised and numbers and set(numbers) <= set(cited) and _NAME.match(source[start : raised.start()]):
        return raised.start(), numbers, (raised.start(), raised.end())
    return note.start() if note else end, (), (end, end)


def with_mark(
    citations: tuple[Citation, ...], numbers: tuple[int, ...], position: int, place: tuple[int, int]
) -> tuple[Citation, ...]:
    """The citations of a cell with that of the mark behind it, if it cites."""
    return (*citations, Citation(position, numbers, *place)) if numbers else citations
