"""The names at the start of an entry of a reference list, in one of the orders that styles have for them."""

from __future__ import annotations

import re

from ..ontology.model import Author

UPPER, _LETTER = "A-ZÀ-ÖØ-ÞŁŚŠŽČĆŐĐİ", r"\w'’‑-"
_PARTICLES = r"(?:(?:van|von|der|den|de|del|della|di|la|le|du|da|dos|ter|ten|zu|zur|el|al|bin|ben|van't)\s)*"
FAMILY = (
    rf"(?:{_PARTICLES}|Van |Von |De |Le |La |El |Al-|O'|d')[{UPPER}][{_LETTER}]*"
    rf"(?:[\s-](?:{_PARTICLES})?[{UPPER}][{_LETTER}]+){{0,2}}"
)
_DOTTED = (
    rf"[{UPPER}][a-z]{{0,2}}\s?\.(?:[\s-]{{0,2}}[{UPPER}][a-z]{{0,2}}\s?\.|-[a-z]\.){{0,4}}"
    rf"(?:[\s-]{{0,2}}[{UPPER}](?=\s?(?:[,;]|&|and\b)))?"
)
"""Initials; the full stop of the last may be lost. Matches `J.-M.`, `J. P` before a comma."""
_SUFFIX = r"(?:,? (?:Jr|Sr|II|III)\b\.?)?"
_FAMILY_FIRST = re.compile(rf"(?P<family>{FAMILY}),{{1,2}}\s(?P<given>{_DOTTED}){_SUFFIX}")
_GIVEN_FIRST = re.compile(rf"(?P<given>{_DOTTED})\s?(?P<family>{FAMILY}){_SUFFIX}(?=\s*(?:[,;:]|&|and\b|et\s?al|$))")
_FIRST_OF_ONE = re.compile(rf"(?P<given>[{UPPER}]\.(?:[\s-]?[{UPPER}]\.)*)\s(?P<family>{FAMILY})(?=\.\s)")
"""A lone author whose name ends with a full stop. Matches `E. Noether.`"""
_BARE_INITIALS = re.compile(
    rf"(?P<family>{FAMILY})\s"
    rf"(?P<given>(?:[{UPPER}]\.-?){{1,3}}(?=[,;]|\s\(|\s[{UPPER}])|[{UPPER}]{{1,3}}(?=[,.;]|\s\())"
)
"""Initials behind the name. Matches `Noether E`, `Noether E.` before a comma."""
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b)?\s*(?:(?:&|and)\s+)?")
_ET_AL = re.compile(r"[,;]?\s*(?:&\s*)?,?\s*(?:\bet\s?al\b\.?|\band others\b|…)\s*[,;:]?\s*")


def parse_names(text: str) -> tuple[list[Author], int]:
    """The authors at the start of an entry, and where they end.

    Example:
        >>> names, end = parse_names("Noether, E. & Curie, M. S. Title")
        >>> [(name.family, name.given) for name in names], end
        ([('Noether', 'E.'), ('Curie', 'M. S.')], 27)
    """
    best: tuple[list[Author], int] = ([], 0)
    for pattern, later in _ORDERS:
        found = _names(text, pattern, later)
        if found[1] > best[1]:
            best = found
    return best


_ORDERS = (
    (_FAMILY_FIRST, _FAMILY_FIRST),
    (_GIVEN_FIRST, _GIVEN_FIRST),
    (_BARE_INITIALS, _BARE_INITIALS),
    (_FAMILY_FIRST, _GIVEN_FIRST),
    (_FIRST_OF_ONE, _FIRST_OF_ONE),
)
"""How styles set the first author and the others."""


def _names(text: str, pattern: re.Pattern[str], later: re.Pattern[str]) -> tuple[list[Author], int]:
    authors: list[Author] = []
    position = end = 0
    last = False
    while match := pattern.match(text, position):
        authors.append(Author(family=match["family"].strip(), given=_given(match["given"])))
        end = match.end()
        et_al = _ET_AL.match(text, end)
        if et_al:
            end = et_al.end()
            break
        between = _BETWEEN.match(text, end)
        position = between.end() if between else end
        if position == end or last:
            break
        pattern = later
        last = pattern is _GIVEN_FIRST and between is not None and ("&" in between[0] or "and" in between[0])
    while authors and end < len(text) and text[end] in ",;:. ":
        end += 1
    return authors, end


def _given(written: str) -> str:
    """Initials without the spaces that converters leave in them: `J.- M.` is `J.-M.`."""
    return re.sub(r"\s+(?=\.)|(?<=-)\s+", "", " ".join(written.split()))
