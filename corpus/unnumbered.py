"""Reference lists without numbers: of a paper that cites authors and years, or whose numbers a converter dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .entry_names import UPPER
from .lines import Line
from .numbered import LIST, expand

_ITEM = re.compile(r"[ \t]{0,8}(?:[-*+][ \t]+|<li\b[^<>]{0,200}>\s*)(?=\S)")
"""The start of an item of a list. Matches `- Author`, `<li>Author`."""

PARTICLE = r"(?:van|von|de|den|der|di|la|le|el|al)"
"""What may stand in small letters before the name of a first author."""

_PARTICLES = rf"(?:{PARTICLE}\s){{0,2}}"
_NAMED = re.compile(
    r"[ \t]{0,8}(?:[-*+][ \t]+|<li\b[^<>]{0,200}>\s*|<p>\s*)?(?:\*{2})?"
    rf"(?={_PARTICLES}[{UPPER}][\w'’-]+(?:[ -]{_PARTICLES}[{UPPER}][\w'’-]+){{0,2}},?\s"
    rf"(?:[{UPPER}]\.|[A-Z]{{1,3}}\b))"
)
"""The start of an entry with its first author. Matches `Noether, E.`, `- Noether E`; must not match `This work`."""

_CITED = re.compile(rf"(?:\[|<sup>|\^)\s?({LIST})\s?(?:\]|</sup>|\^)")

_FEWEST = 3
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
"""The year of an entry. Matches `1921`; must not match `11921`."""


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
    dated = sum(YEAR.search(lines[index].text) is not None for index, _ in found)
    if len(found) < _FEWEST or 2 * dated < len(found):
        return []
    cited = [number for line in lines[:heading] for match in _CITED.finditer(line.text) for number in expand(match[1])]
    if max(cited, default=0) != len(found):
        return []
    return [(index, number, offset) for number, (index, offset) in enumerate(found, 1)]


def named_starts(lines: Sequence[Line], heading: int) -> list[tuple[int, int, int]]:
    """The entries below a heading that begin with an author, most have a year and stand in the order of the alphabet.

    Args:
        lines: of the file.
        heading: index of the line that says "References".

    Returns:
        (index of the line, number in their order, source offset of the text) of each entry.
    """
    found = [
        (index, line.start + match.end(), line.text[match.end() :][:_SORTED].casefold())
        for index, line in enumerate(lines[heading + 1 :], heading + 1)
        if line.text and (match := _NAMED.match(line.text))
    ]
    if len(found) < _FEWEST:
        return []
    ends = [index for index, _, _ in found[1:]] + [len(lines)]
    dated = sum(
        any(YEAR.search(line.text) for line in lines[start : min(end, start + _SPAN)])
        for (start, _, _), end in zip(found, ends, strict=True)
    )
    rising = sum(one[2] <= other[2] for one, other in pairwise(found))
    if dated < 0.8 * len(found) or rising < 0.8 * (len(found) - 1):
        return []
    return [(index, number, offset) for number, (index, offset, _) in enumerate(found, 1)]


_SORTED = 4
"""Letters of a name by which lists are sorted, whatever the fashion for the rest."""

_SPAN = 6
"""Lines of an entry in which its year is looked for."""
