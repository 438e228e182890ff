"""How a document cites, found from its text: in brackets, in parentheses, raised, or raised before a converter."""

from __future__ import annotations

import re
from collections.abc import Collection

from .citations import BRACKET, PARENTHESIS, CitationStyle, is_cited_so
from .flattened import glued_in
from .numbered import expand
from .raised import raised_in


def find_style(body: str, known: Collection[int]) -> CitationStyle:
    """Decide how a document cites, from its text without the reference list."""
    body = body.replace("\\[", "[").replace("\\]", "]")
    brackets = sum(
        any(number in known for number in expand(match[1])) if known else True for match in BRACKET.finditer(body)
    )
    if brackets >= 2 or (brackets and len(known) < 5):
        return CitationStyle.BRACKETS
    if not known:
        return CitationStyle.NONE
    if _cites_in_parentheses(body, known):
        return CitationStyle.PARENTHESES
    raised, loose = sum(1 for _ in raised_in(body, known)), len(_LOOSE_NUMBER.findall(body))
    if raised >= _FEWEST and raised >= loose:
        return CitationStyle.RAISED
    glued = {number for _, _, numbers in glued_in(body, known) for number in numbers}
    if len(glued) > max(loose, _FEWEST) and 3 * len(glued) >= len(known):
        return CitationStyle.GLUED
    return CitationStyle.FLATTENED if loose > _FEWEST else CitationStyle.NONE


def _cites_in_parentheses(body: str, known: Collection[int]) -> bool:
    """Whether works are named in parentheses in several lists, as no equations are; half of all works, and in one."""
    named: set[int] = set()
    lists = 0
    for match in PARENTHESIS.finditer(body):
        if is_cited_so(body[max(0, match.start() - 24) : match.start()], match, known):
            numbers = expand(match[1])
            named.update(numbers)
            lists += len(numbers) > 1
    return lists > _FEWEST or (bool(lists) and 2 * len(named) >= len(known))


_FEWEST = 2
"""So many numbers that look cited are no chance."""

_LOOSE_NUMBER = re.compile(
    r"[a-z)] \d{1,3}(?: ?[,–-] ?\d{1,3})* [.,;]|(?:(?<![FR])[a-z]{3}|[a-z]\))\. \d{1,3}(?: ?[,–-] ?\d{1,3})* (?=[A-Z])"
)
"""A number that may be raised no more. Matches `films 3,4 .` and `films. 3 -5 The`; must not match `Fig. 3 shows`."""
