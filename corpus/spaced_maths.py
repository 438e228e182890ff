r"""Maths that a converter wrote sign by sign, with a space behind each: `$1 . 2 \times 1 0 ^ { - 2 }$`."""

from __future__ import annotations

import re

from .mapped import Edit, MappedText

_SIGNS_APART = re.compile(r"[\d.]\s[\d.]|[_^]\s\{|\{\s?[A-Za-z]\s[A-Za-z]\s?(?![A-Za-z])")
r"""Matches in `1 . 2`, `^ { - 2 }`, `{ c m }`; must not match in `\mathrm{Li}_3 \mathrm{N}`."""

_TOGETHER = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2}|\d\d|\d\.")
r"""Two signs without a space, which such maths does not have. Matches in `Li_3`, `10`; not in `\mathrm { L i }`."""

_SPACE = re.compile(
    r"(?<=[\d.])\s+(?=[\d.])|\s+(?=[_^}])|(?<=[_^{])\s+|(?<=[\s{(}][A-Za-z])\s+(?=[A-Za-z](?![A-Za-z]))"
)
"""A space that parts what is one number, word or script. Matches in `1 0`, `c m`, `0 ^ {`; must not match in `} 3`."""


def close_maths(mapped: MappedText, maths: re.Pattern[str]) -> None:
    """Close the spaces in stretches of maths that are written sign by sign.

    Args:
        mapped: a text; edited.
        maths: what a stretch of maths looks like, its content in the last group.
    """
    edits = [
        Edit(space.start(), space.end())
        for match in maths.finditer(mapped.text)
        if _is_apart(match.group(match.lastgroup or 0))
        for space in _SPACE.finditer(mapped.text, match.start(), match.end())
    ]
    if edits:
        mapped.edit(edits)


def _is_apart(content: str) -> bool:
    return _SIGNS_APART.search(content) is not None and _TOGETHER.search(content) is None
