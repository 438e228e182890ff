"""The line of a title page that names the authors, with the marks of their addresses set in any way."""

from __future__ import annotations

import re

from ..ontology.model import Author
from .accents import with_accents
from .lexicon import first_of

_MARKS = re.compile(r"<sup>.{0,60}?</sup>|\$\s*\^\{?[^$]{0,40}\$|[⁰¹²³⁴-⁹*†‡§¶✉#∗∇∥⊥△▽◇]+|\\\*")
"""Marks that are signs, or raised. Matches `*`, `<sup>1</sup>`."""
_BEFORE_NEXT = re.compile(r",\s*\d[\d,\s]*(?=[A-Z]|and\b)|,\s*[a-h]{1,3}(?=\s+(?:and\b|[A-Z])|\s*$)")
"""Marks behind the comma. Matches `, 1,2 ` and `, ab ` before the next name."""
_NUMBERS = re.compile(r"(?<=[A-Za-zÀ-ž.])\s?\d[\d,\s]*(?=\s*(?:[,;·&]|and\b|$))")
"""Flattened numbers behind a name. Matches ` 1,2 ` before a comma."""
_LETTERS = re.compile(r"(?<=[A-Za-zÀ-ž.])\s+[a-h]{1,3}(?:\s?,\s?[a-h]{1,3}\b)*(?=\s*(?:[,;·&]|and\b|$))")
"""Flattened letters. Matches ` a ` and ` b , c ` before a comma."""
_NAME_SPLIT = re.compile(r"\s*(?:[,;·•|]|&amp;|&|\band\b)\s*")
_PARTICLES = "van|von|der|den|de|del|di|la|le|du|da|dos|bin|al|el|ter|zu|zur"
_NAME = re.compile(rf"(?:[A-ZÀ-Ž][\w'’.-]*|(?:{_PARTICLES})\b)(?:[\s-]+(?:[A-ZÀ-Ž][\w'’.-]*|{_PARTICLES})){{1,5}}$")
_LOWERED = re.compile(r"[^\W\d_][\w'’.-]*(?:\s[\w'’.-]+){1,3}$")
"""A name some of whose small capitals came out in lower case."""
_PARTICLE = re.compile(rf"(?:{_PARTICLES})$")
_LONGEST = 4000


def parse_authors(text: str) -> list[Author]:
    """The names in an author line, affiliation marks taken off; empty where the line is none.

    Example:
        >>> [author.family for author in parse_authors("Ada B. Lovelace<sup>1,2</sup> · Emmy Noether<sup>2</sup>")]
        ['Lovelace', 'Noether']
    """
    if len(text) > _LONGEST or "\n\n" in text:
        return []
    plain = _MARKS.sub(" ", with_accents(text.replace("**", "").replace("\n", " ")))
    plain, numbered = _NUMBERS.subn(" ", _BEFORE_NEXT.sub(",", plain))
    plain = _LETTERS.sub(" ", plain)
    parts = [part.strip(" .") for part in _NAME_SPLIT.split(plain)]
    parts = [part for part in parts if part and not re.fullmatch(r"[\d\s]*[a-z]?|[A-Z]", part)]
    form = _LOWERED if numbered == len(parts) > 1 else _NAME
    names = [part for part in parts if form.match(part) and len(part) < 60]
    if not names or len(names) < 0.8 * len(parts) or (len(parts) == 1 and not re.search(r"\d|<sup>|\*", text)):
        return []
    if first_of("structure.yaml", "affiliation_names").search(plain):
        return []
    return [_author(" ".join(name.split())) for name in names]


def _author(name: str) -> Author:
    words = name.split(" ")
    cut = len(words) - 1
    while cut > 1 and _PARTICLE.match(words[cut - 1]):
        cut -= 1
    return Author(family=" ".join(words[cut:]), given=" ".join(words[:cut]) or None)
