"""Labels of a series of samples of which a text defines only some: `ABC-5` and `ABC-15` beside a defined `ABC-10`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from ...ontology.lexicon import abbreviations
from ..materials.words import words

_LABEL = re.compile(r"(?P<stem>[A-Z][\w@/]*[-\u2010-\u2013])\d+(?:\.\d+)?")
"""A label that ends in a number. Matches `ABC-10`; must not match `ABC10`, which may be a formula."""

_MEMBER = re.compile(r"[-\u2010-\u2013]\d+(?:\.\d+)?(?![\w.]*\w)")
"""A number with the dash before it, in which a label can end. Matches the `-5` of `ABC-5`; not in `ABC-5b`."""

_WITHIN = re.compile(r"[\w-]")
"""A sign behind which no label begins."""

_DASHES = "-\u2010\u2011\u2012\u2013"

_FEWEST = 2
"""So many numbers behind an abbreviation without one make a series; one may be a page or a citation."""


@cache
def names_of_the_field() -> tuple[str, ...]:
    """Abbreviations of materials that every paper may number its samples by (`LLZTO-1`) without defining them."""
    shy = words("shy")
    return tuple(sorted(name for name in abbreviations() if name.isalpha() and len(name) > _FEWEST and name not in shy))


def series_of(texts: Sequence[str], defined: Collection[str]) -> dict[str, str]:
    """Labels that belong to the series of a defined one, each with that.

    Args:
        texts: clean texts of a document.
        defined: its abbreviations of materials, and those that need no definition.

    Example:
        >>> series_of(["ABC-10 is cubic; ABC-5 and ABC-15 are not."], ["ABC-10"])
        {'ABC-5': 'ABC-10', 'ABC-15': 'ABC-10'}
    """
    stems = {short: _stems(short) for short in defined}
    members = _members(texts, frozenset(stem for of_one in stems.values() for stem in of_one))
    found: dict[str, str] = {}
    for short in defined:
        names = [name for name, stem in members.items() if stem in stems[short]]
        fewest = 1 if _LABEL.fullmatch(short) else _FEWEST
        if len(names) >= fewest:
            found.update((name, short) for name in names if name not in defined)
    return found


def _stems(short: str) -> frozenset[str]:
    """What stands before the number of a label that is of one series with an abbreviation."""
    label = _LABEL.fullmatch(short)
    if label is not None:
        return frozenset({label["stem"]})
    capitals = sum(letter.isupper() for letter in short)
    return frozenset(short + dash for dash in _DASHES) if capitals >= _FEWEST else frozenset()


def _members(texts: Sequence[str], stems: frozenset[str]) -> dict[str, str]:
    """Labels with one of the stems, each with that, in order: one walk over the texts for all of them."""
    lengths = {len(stem) for stem in stems}
    found: dict[str, str] = {}
    for text in texts:
        for number in _MEMBER.finditer(text):
            behind = number.start() + 1
            for start in (behind - length for length in lengths if length <= behind):
                stem = text[start:behind]
                if stem in stems and not (start and _WITHIN.match(text, start - 1)):
                    found[text[start : number.end()]] = stem
    return found
