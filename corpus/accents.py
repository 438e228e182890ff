"""Accents that a converter set beside their letter, put back on it: `Muñoz` for `Mu˜ noz`, `Pérez` for `Pe ´rez`."""

from __future__ import annotations

import re
import unicodedata

from .mapped import MappedText

_COMBINING = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "˜": "\u0303", "ˇ": "\u030c", "˚": "\u030a", "ˆ": "\u0302",
    "¸": "\u0327", "˘": "\u0306", "˝": "\u030b",
}  # fmt: skip
_SIGNS = "".join(_COMBINING)
_ALL = (*_COMBINING, *_COMBINING.values(), "~ n")
_BEHIND = re.compile(rf"(?P<letter>[AEIOUYaeiouy]) (?P<sign>[{_SIGNS}])(?P<gap> (?=[a-z]{{2}})|(?=[^A-Z]|$))")
"""A sign that stands apart from the vowel before it. Matches `e ´` in `Pe ´rez`, `A ˚`."""

_BEFORE = re.compile(
    rf"(?:(?:(?<=[A-Za-zÀ-ž])|(?<![^\s(]))(?P<sign>[{_SIGNS}])|(?<=[a-zà-ž])~(?= n)) "
    r"(?P<letter>[A-Za-z])(?!(?<=[st])\b)"
)
"""A sign that stands apart from the letter behind it. Matches `˜ n` in `Mu˜ noz`; must not match `´ s` in `cell´ s`."""


_LOOSE = re.compile(r"(?P<letter>[A-Za-z]) ?(?P<sign>[\u0300-\u030c\u0327])(?:(?P<gap> )(?=[a-z]{2}))?")
"""A combining sign, with a space between. Matches `o ̀` in `Nicolo ̀ Curie`."""


def with_accents(text: str) -> str:
    """A text with every accent on its letter."""
    mapped = MappedText.from_slices(text, [(0, len(text))])
    mend_accents(mapped)
    return mapped.text


def mend_accents(mapped: MappedText) -> None:
    """Put every accent on its letter, where the two make one; the others stay as they are."""
    if any(sign in mapped.text for sign in _ALL):
        for pattern in (_LOOSE, _BEHIND, _BEFORE):
            mapped.replace(pattern, _whole)


def _whole(match: re.Match[str]) -> str | None:
    """The letter with its accent, if there is such a letter."""
    sign = match["sign"] or "˜"
    whole = unicodedata.normalize("NFC", match["letter"] + _COMBINING.get(sign, sign))
    return whole if len(whole) == 1 else None
