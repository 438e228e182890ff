"""Reference lists whose numbers a converter dropped: list items that the text cites by their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .numbered import LIST, expand
from .pieces import Line

_ITEM = re.compile(r"[ \t]{0,8}(?:[-*+][ \t]+|<li\b[^<>]{0,200}>\s*)(?=\S)")
"""The start of an item of a list. Matches `- Author`, `<li>Author`."""

_CITED = re.compile(rf"(?:\[|<sup>|\^)\s?({LIST})\s?(?:\]|</sup>|\^)")

_FEWEST = 3
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def unnumbered_starts(lines: Sequence[Line], heading: int) -> list[tuple[int, int, int]]:
    """The items below a heading, numbered in their order; none unless the text cites up to the last of them.

    Args:
        lines: of the file.
        heading: index of the line that says "References".

    Returns:
        (index of the line, number, source offset of the text) of each item.
    """
    found = [
        (index, line.start + match.end())
        for index, line in enumerate(lines[heading + 1 :], heading + 1)
        if line.text and (match := _ITEM.match(line.text))
    ]
    dated = sum(_YEAR.search(lines[index].text) is not None for index, _ in found)
    if len(found) < _FEWEST or 2 * dated < len(found):
        return []
    cited = [number for line in lines[:heading] for match in _CITED.finditer(line.text) for number in expand(match[1])]
    if max(cited, default=0) != len(found):
        return []
    return [(index, number, offset) for number, (index, offset) in enumerate(found, 1)]
