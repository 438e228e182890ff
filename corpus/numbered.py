"""Numbers of works, as markers list them."""

from __future__ import annotations

import re

NUMBER = r"[1-9]\d{0,2}[a-z]?"
ITEM = rf"{NUMBER}(?:\s?[-–—−]{{1,2}}\s?{NUMBER})?"
LIST = rf"{ITEM}(?:(?:\s?[,;]\s?|\s)(?:and\s)?{ITEM})*(?:\s?,\s?[a-z])*"
"""Matches `1`, `2, 3`, `20–22, 25`, `12a,b`; not `0.1`."""

_RANGE = re.compile(r"(\d{1,3})[a-z]?(?:\s?[-–—−]{1,2}\s?(\d{1,3}))?")


def expand(text: str) -> tuple[int, ...]:
    """The numbers that a marker's content names, ranges written out.

    Example:
        >>> expand("20–22, 25")
        (20, 21, 22, 25)
    """
    numbers: list[int] = []
    for first, last in _RANGE.findall(text):
        low, high = int(first), int(last or first)
        numbers.extend(range(low, high + 1) if low <= high <= low + 200 else (low, high))
    return tuple(dict.fromkeys(numbers))
