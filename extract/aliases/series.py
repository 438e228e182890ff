"""Labels of a series of samples of which a text defines only some: `ABC-5` and `ABC-15` beside a defined `ABC-10`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

_LABEL = re.compile(r"(?P<stem>[A-Z][\w@/]*[-\u2010-\u2013])\d+(?:\.\d+)?")
"""A label that ends in a number. Matches `ABC-10`; must not match `ABC10`, which may be a formula."""

_NUMBER = r"\d+(?:\.\d+)?(?![\w.]*\w)"

_FEWEST = 2
"""So many numbers behind an abbreviation without one make a series; one may be a page or a citation."""


def series_of(texts: Sequence[str], defined: Collection[str]) -> dict[str, str]:
    """Labels that belong to the series of a defined one, each with that.

    Args:
        texts: clean texts of a document.
        defined: its abbreviations of materials.

    Example:
        >>> series_of(["ABC-10 is cubic; ABC-5 and ABC-15 are not."], ["ABC-10"])
        {'ABC-5': 'ABC-10', 'ABC-15': 'ABC-10'}
    """
    found: dict[str, str] = {}
    for short in defined:
        label = _LABEL.fullmatch(short)
        if label is None and sum(letter.isupper() for letter in short) < _FEWEST:
            continue
        stem = re.escape(label["stem"]) if label else re.escape(short) + "[-\u2010-\u2013]"
        members = re.compile(rf"(?<![\w-]){stem}{_NUMBER}")
        names = dict.fromkeys(match.group() for text in texts for match in members.finditer(text))
        fewest = 1 if label else _FEWEST
        if len(names) >= fewest:
            found.update((name, short) for name in names if name not in defined)
    return found
