"""Lines of pipe tables without pipes at their ends, told by the rule below their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lines import Line

PIPE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
"""The line between heads and rows. Matches `|---|:--:|`, `--- | ---`."""


def bare_pipe_rows(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines around a rule that are rows without outer pipes; the head has as many cells as the rule."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if index == 0 or line.number in found or "|" not in line.text or not PIPE_RULE.match(line.text):
            continue
        head = lines[index - 1].text
        if "|" not in head or len(head.strip(" \t|").split("|")) != len(line.text.strip(" \t|").split("|")):
            continue
        last = index
        while last + 1 < len(lines) and "|" in lines[last + 1].text:
            last += 1
        found.update(each.number for each in lines[index - 1 : last + 1])
    return frozenset(found)
