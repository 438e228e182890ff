"""Accents that a converter set beside their letter, put back on it: `Muñoz` for `Mu˜ noz`, `Pérez` for `Pe ´rez`."""

from __future__ import annotations

import re
import unicodedata

from .mapped import Edit, MappedText

_COMBINING = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "˜": "\u0303", "ˇ": "\u030c", "˚": "\u030a", "ˆ": "\u0302",
    "¸": "\u0327", "˘": "\u0306", "˝": "\u030b",
}  # fmt: skip
_SIGNS = "".join(_COMBINING)
_BEHIND = re.compile(rf"(?P<letter>[AEIOUYaeiouy]) (?P<sign>[{_SIGNS}])(?P<gap> (?=[a-z]{{2}})|(?=[^A-Z]|$))")
"""A sign that stands apart from the vowel before it. Matches `e ´` in `Pe ´rez`, `A ˚`."""

_BEFORE = re.compile(
    rf"(?:(?:(?<=[A-Za-zÀ-ž])|(?<![^\s(]))(?P<sign>[{_SIGNS}])|(?<=[a-zà-ž])~(?= n)) "
    r"(?P<letter>[A-Za-z])(?!(?<=[st])\b)"
)
"""A sign that stands apart from the letter behind it. Matches `˜ n` in `Mu˜ noz`; must not match `´ s` in `cell´ s`."""


def mend_accents(mapped: MappedText) -> None:
    """Put every accent on its letter, where the two make one; the others stay as they are."""
    if not any(sign in mapped.text for sign in (*_COMBINING, "~ n")):
        return
    for pattern in (_BEHIND, _BEFORE):
        edits = []
        for match in pattern.finditer(mapped.text):
            whole = unicodedata.normalize("NFC", match["letter"] + _COMBINING[match["sign"] or "˜"])
            if len(whole) == 1:
                edits.append(Edit(match.start(), match.end(), whole))
        if edits:
            mapped.edit(edits)
