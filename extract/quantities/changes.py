"""Which quantities are the two ends of a change (`increased from 1.2 to 3.4 mS cm-1`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .items import Item
from .words import quantity_words

_ONE_MORE = re.compile(r"\b(?:and|or|while|whereas|versus|vs\.?)\b")
_CONTRAST = re.compile(r"\b(?:whereas|while|than|compared|unlike|versus|vs)\b")
_SENTENCE_END = re.compile(r"[.;:]\s")
_REACH = 90
_FAR = 250
_AFTER = 45
_NEAR = 35
"""Characters before a range in which a word makes it one; a word of change between them says otherwise."""

_MOST_BETWEEN = 3
"""So many quantities (a temperature, a rate) may stand between the two ends."""


@dataclass(frozen=True, slots=True)
class Change:
    """The part of an item in a change.

    Args:
        state: `before` or `after`.
        group: of both ends.
        index: 0 or 1.
        is_both: the item is a range whose ends are the two ends of the change (`from 3 to 5 ohm`).
    """

    state: str
    group: int
    index: int
    is_both: bool = False


def find_changes(text: str, items: Sequence[Item]) -> dict[int, Change]:
    """The items that are an end of a change, by their position.

    Args:
        text: clean text.
        items: the items of the text, in order.
    """
    changes: dict[int, Change] = {}
    for index, item in enumerate(items):
        if index in changes or (item.unit is None and item.last is None):
            continue
        if item.last is not None and _spans_change(text, items, changes, index):
            changes[index] = Change("before", item.group, 0, is_both=True)
            continue
        other = _other_end(text, items, index)
        listed = index > 0 and items[index - 1].group == item.group
        if other is None and item.last is None and not listed and (later := _became(text, items, index)) is not None:
            other = later, "to"
        if other is not None:
            first, second = ("before", "after") if other[1] == "to" else ("after", "before")
            changes[index] = Change(first, item.group, 0)
            changes[other[0]] = Change(second, item.group, 1)
    return changes


def _before(text: str, position: int, reach: int = _REACH) -> str:
    """The clause's text before a position."""
    return _SENTENCE_END.split(text[max(0, position - reach) : position])[-1]


def _spans_change(text: str, items: Sequence[Item], changes: dict[int, Change], index: int) -> bool:
    """Whether the ends of a range are those of a change."""
    item = items[index]
    return (item.joint == "to" and _is_change(text, item)) or _follows_change(text, items, changes, index)


def _is_change(text: str, item: Item) -> bool:
    """Whether a range with `to` tells of a change: a word of change governs it, and none of a range."""
    words = quantity_words()
    before = _before(text, item.start)
    after = _SENTENCE_END.split(text[item.end : item.end + _AFTER])[0]
    ranged = list(words.range.finditer(before[-_NEAR:]))
    if ranged and not words.change.search(before[-_NEAR:], ranged[-1].end()):
        return False
    falls = item.ends[0] > item.ends[1] and item.dimension not in ("potential", "time", "temperature")
    if not words.came_from.search(before):
        governs = any(before[match.end() :].strip() in ("", "of") for match in words.change.finditer(before))
        return governs or (falls and _tells_change(before, after))
    first, last = item.ends
    return first > last or _tells_change(before, after)


def _tells_change(before: str, after: str) -> bool:
    """Whether a word of change stands before or behind."""
    return any(quantity_words().change.search(text) is not None for text in (before, after))


def _follows_change(text: str, items: Sequence[Item], changes: dict[int, Change], index: int) -> bool:
    """`from 63 to 66 ohm for A and 63-68 ohm for B`: the second range is a change like the first."""
    item, last = items[index], items[index - 1]
    if index - 1 not in changes or item.unit is None or last.dimension != item.dimension:
        return False
    gap = text[last.end : item.start]
    return len(gap) < _REACH and _ONE_MORE.search(gap) is not None and _SENTENCE_END.search(gap) is None


def _became(text: str, items: Sequence[Item], index: int) -> int | None:
    """The item that this one became: `of 65 ohm, which increases strongly to 95 ohm`."""
    item = items[index]
    for position in range(index + 1, min(index + 1 + _MOST_BETWEEN, len(items))):
        other = items[position]
        gap = text[item.end : other.start]
        if len(gap) > _FAR or _SENTENCE_END.search(gap) or _CONTRAST.search(gap):
            return None
        if other.dimension == item.dimension:
            return position if other.last is None and quantity_words().became.search(gap) else None
    return None


def _other_end(text: str, items: Sequence[Item], index: int) -> tuple[int, str] | None:
    """The item at which a change that begins here ends, and whether `to` or `from` stands before that one."""
    item = items[index]
    before = _before(text, item.start)
    words = quantity_words()
    if words.came_from.search(before):
        wanted, name = words.came_to, "to"
    elif words.came_to.search(before) and words.change.search(before):
        wanted, name = words.came_from, "from"
    else:
        return None
    for position in range(index + 1, min(index + 1 + _MOST_BETWEEN, len(items))):
        other = items[position]
        gap = text[item.end : other.start]
        if len(gap) > _REACH or _SENTENCE_END.search(gap):
            return None
        alike = other.dimension == item.dimension and (other.last is None) == (item.last is None)
        if alike and wanted.search(text[item.end - 1 : other.start]):
            return position, name
    return None
