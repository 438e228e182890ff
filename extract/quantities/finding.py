"""Quantities in clean text: values, ranges, bounds, lists and changes, with their units.

What is read:

- a number with a unit, also with a unit that a list or a range states once (`1.9 and 0.68 mS cm-1`);
- a bare number, dimension `none`, where it has a decimal point or a qualifier: whether it means anything is for the
  caller to tell from what stands around it;
- `C/3` as 0.333 `C`; `RT` and its long forms as 298.15 with the unit `RT` (so the number is in kelvin);
- `the 100th cycle` as 100 `cycles`, marked `ordinal`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...ontology.units import units
from ..value_class import value_class
from .changes import Change, find_changes
from .items import Item, is_year, join_items
from .tokens import Token, find_tokens
from .words import quantity_words

_LOOK_BACK = 48
_QUALIFIER = 30
_FRAME = re.compile(r"\b(?:from|between|of|in the range of|ranging from)\s$")
_EXTENT = re.compile(r"[-\s](?:thick|wide|long|deep|tall)\b")
_UP_TO = re.compile(r"up to\s$")
"""Before the end of a change, which it does not bound. Matches in `from 1 up to `."""
_CYCLED = re.compile(r"\bcycl\w+|\bcharged and (?:re|dis)?charged\b|\brecharg(?:e[ds]?|ing|able)\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\s(?:as|the|that|than|higher|lower|larger|greater|smaller|more|less|longer|shorter|faster|slower|better)\b"
)
_CLAUSE = 60
_LINE_START = re.compile(r"(?:^|\n)\s*$")
_NO_BARE_AFTER = re.compile(
    r"[\w/@\\]|\.\d|\s?[-\u2010-\u2015][A-Za-z\d]|,\d|\s?\^|\s?[=×]\s?|:\d|\s?(?:orders?|et al)\b"
    r"|\s?[A-Za-zµμ]{1,6}(?:\s[A-Za-zµμ]{1,4})?\s?\^?[-\u2013\u2212]\d"
)
"""Behind a number that is no bare value: a name, an address, a unit that is not known (`gf mm-1`)."""
_NO_BARE_BEFORE = re.compile(r"[\w\\/@_:^#{]$|\d[.,\s]$|[\d)\]]\s?[-\u2010-\u2015]$")


@value_class
class Quantity:
    """A quantity as a text states it.

    Args:
        start: clean start of value and unit as written, without qualifier.
        end: clean end; for a member of a list that leaves the unit to a later one, the end of the number.
        value_start: clean start of the numerals (of a range, from the first to the last).
        value_end: clean end of the numerals.
        low: the value, or the lower end of a range, in `unit`.
        high: the upper end of a range, None for one value.
        qualifier: `=`, `~`, `>`, `<`, `>=` or `<=`.
        unit: ASCII unit, `""` for a bare number; `RT` for room temperature, with the value in kelvin.
        dimension: of the unit; `none` for a bare number.
        error: stated uncertainty in `unit`.
        group: number shared by the quantities of one list or one change.
        index: position in the group, from 0.
        change: `before` or `after`, for the two ends of a change.
        mention_start: clean start with the words that qualify or frame it (`more than`, `from`).
        mention_end: clean end with what belongs to it (`-thick`).
        ordinal: a position in a count, not a number of things (`the 100th cycle`).
    """

    start: int
    end: int
    value_start: int
    value_end: int
    low: float
    high: float | None
    qualifier: str
    unit: str
    dimension: str
    error: float | None
    group: int
    index: int
    change: str | None
    mention_start: int
    mention_end: int
    ordinal: bool = False


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of a clean text, in order, none inside another.

    Args:
        text: clean text; the time taken grows with its length only.

    Example:
        >>> [(found.low, found.high, found.unit) for found in find_quantities("between 0.36 V and 6.71 V at RT")]
        [(0.36, 6.71, 'V'), (298.15, None, 'RT')]
    """
    items = [item for item in join_items(text, find_tokens(text)) if _is_stated(text, item)]
    changes = find_changes(text, items)
    quantities: list[Quantity] = []
    for index, item in enumerate(items):
        change = changes.get(index)
        if change is not None and change.is_both:
            quantities.extend(_both_ends(text, item))
        else:
            quantities.append(_quantity(text, item, change))
    return quantities


def quantity_mentions(text: str) -> list[tuple[int, int]]:
    """Clean ranges of the quantities with their qualifiers, as a person would mark them; bare numbers are left out."""
    mentions: list[tuple[int, int]] = []
    for quantity in find_quantities(text):
        if quantity.dimension == "none" or quantity.ordinal:
            continue
        if mentions and quantity.mention_start < mentions[-1][1] + (quantity.change == "after"):
            mentions[-1] = (mentions[-1][0], max(mentions[-1][1], quantity.mention_end))
        else:
            mentions.append((quantity.mention_start, quantity.mention_end))
    return mentions


def _is_stated(text: str, item: Item) -> bool:
    """Whether an item is a quantity, and not a label, an index or a plain count."""
    before = text[max(0, item.start - _LOOK_BACK) : item.start]
    if item.unit == "s" and _is_decade(text, item):
        return False
    if item.unit is not None:
        labelled = len(item.unit) == 1 and item.unit != "%" and quantity_words().label.search(before)
        return not (labelled and item.first.numeral.exact)
    words = quantity_words()
    if all(token.numeral.exact for token in (item.first, item.last) if token is not None):
        if _sign_before(before[-_QUALIFIER:]) is None:
            return False
    elif _LINE_START.search(before) and text[item.end : item.end + 2] in (". ", " "):
        return False
    if _NO_BARE_AFTER.match(text, item.end) or _NO_BARE_BEFORE.search(before):
        return False
    return not (words.label.search(before) or words.variable.search(before))


def _is_decade(text: str, item: Item) -> bool:
    """Whether a number with an s is one of years (`the 1970s`)."""
    return item.last is None and is_year(item.first.numeral) and text[item.value_end : item.end] == "s"


def _sign_before(before: str) -> re.Match[str] | None:
    """The qualifier that ends where a number starts; a digit or a comma there makes it needless to look for one."""
    if before.rstrip(" (")[-1:].isdigit() or before[-2:] == ", ":
        return None
    return quantity_words().before.search(before)


def _qualifier(text: str, item: Item) -> tuple[str, int, int]:
    """The sign of the words before and after an item, and the range of the whole mention."""
    words = quantity_words()
    begin = max(0, item.start - _QUALIFIER)
    before, sign, start = text[begin : item.start], "=", item.start
    frame = _FRAME.search(before)
    if frame is not None and item.last is not None and frame.group().startswith(("from", "between")):
        before, start = before[: frame.start()], begin + frame.start()
    while (found := _sign_before(before)) is not None and found.lastgroup is not None:
        sign = words.before_signs[found.lastgroup] if sign in "=~" else sign
        before, start = before[: found.start()], begin + found.start()
    after = words.after.match(text, item.end)
    if sign in "=~" and after is not None and after.lastgroup is not None:
        return words.after_signs[after.lastgroup], start, after.end()
    extent = _EXTENT.match(text, item.end)
    return sign, start, extent.end() if extent is not None else item.end


def _quantity(text: str, item: Item, change: Change | None) -> Quantity:
    sign, mention_start, mention_end = _qualifier(text, item)
    if change is not None and sign == "<=" and _UP_TO.search(text, mention_start, item.start):
        sign = "="
    unit, dimension = item.unit or "", item.dimension
    if unit == "times" and item.first.numeral.exact and _counts_cycles(text, item):
        unit, dimension = "cycles", units()["cycles"].dimension
    return Quantity(
        start=item.start,
        end=item.end,
        value_start=item.start,
        value_end=item.value_end,
        low=item.low,
        high=item.high,
        qualifier=sign,
        unit=unit,
        dimension=dimension,
        error=item.first.numeral.error,
        group=item.group if change is None else change.group,
        index=item.index if change is None else change.index,
        change=None if change is None else change.state,
        mention_start=mention_start,
        mention_end=mention_end,
        ordinal=item.first.ordinal,
    )


def _counts_cycles(text: str, item: Item) -> bool:
    """`cycled over 500 times` counts cycles, `500 times higher` does not."""
    if _COMPARED.match(text, item.end):
        return False
    around = text[max(0, item.start - _CLAUSE) : item.start]
    return _CYCLED.search(around.rpartition(". ")[2]) is not None


def _both_ends(text: str, item: Item) -> list[Quantity]:
    """A range that is a change, as its two values."""
    assert item.last is not None
    ends = (_end_item(item, item.first), _end_item(item, item.last))
    found = [
        _quantity(text, end, Change(state, item.group, index))
        for index, (end, state) in enumerate(zip(ends, ("before", "after"), strict=True))
    ]
    frame = _FRAME.search(text[max(0, item.start - _LOOK_BACK) : item.start])
    if frame is not None:
        found[0] = replace(found[0], mention_start=item.start - len(frame.group()))
    return [replace(found[0], mention_end=found[1].mention_start), found[1]]


def _end_item(item: Item, token: Token) -> Item:
    return replace(item, first=token, last=None)
