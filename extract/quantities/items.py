"""Tokens joined to items: ranges, lists that share a unit, powers of ten written once."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ..value_class import value_class
from .numbers import Numeral
from .tokens import Token
from .words import quantity_words

_LONGEST_GAP = 26
_IN_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Dd]uring|[Uu]ntil|[Yy]ear)\s$")
_OLDEST_YEAR, _LAST_YEAR = 1800, 2100


@value_class
class Item:
    """One number or one range, with its unit.

    Args:
        first: the token, or the range's first.
        last: the range's last, None for one number.
        unit: ASCII unit, its own or carried over from a later member of its list.
        dimension: of the unit.
        group: number of its list.
        index: position in the list.
        joint: what stands between the ends of a range: `dash`, `to`, `and`.
    """

    first: Token
    last: Token | None
    unit: str | None
    dimension: str
    group: int = 0
    index: int = 0
    joint: str = ""

    @property
    def start(self) -> int:
        """Clean start of the first number."""
        return self.first.start

    @property
    def end(self) -> int:
        """Clean end, the unit included where it is written here."""
        return (self.last or self.first).end

    @property
    def value_end(self) -> int:
        """Clean end of the last number."""
        return (self.last or self.first).numeral.end

    @property
    def low(self) -> float:
        """The value, or the lower end of the range."""
        return self.first.numeral.value if self.last is None else min(self.ends)

    @property
    def high(self) -> float | None:
        """The upper end of a range."""
        return None if self.last is None else max(self.ends)

    @property
    def ends(self) -> tuple[float, float]:
        """Both ends of a range in the order written; the value twice where it is none."""
        return self.first.numeral.value, (self.last or self.first).numeral.value


def relation(text: str, first: Token, second: Token) -> str | None:
    """How two numbers stand together: `dash`, `error`, `to`, `conjunction`, `list`, or None."""
    if second.start - first.end > _LONGEST_GAP:
        return None
    match = quantity_words().gap.fullmatch(text, first.end, second.start)
    if match is None or match.lastgroup is None:
        return None
    if match.lastgroup == "blank":
        return "dash" if _is_dashed(text, first, second) else None
    return match.lastgroup


def _is_dashed(text: str, first: Token, second: Token) -> bool:
    """Whether what looks like a sign is the dash of a range that a converter set off (`2.3 -2.5 V`, `10 µA -5 mA`)."""
    if not second.numeral.signed or text[second.start] == "+" or first.numeral.value < 0:
        return False
    two_units = first.unit is not None and first.unit != second.unit and first.dimension == second.dimension
    return two_units or abs(second.numeral.value) > first.numeral.value


def join_items(text: str, tokens: list[Token]) -> list[Item]:
    """Ranges and lists put together; every number is in one item at most."""
    relations = [relation(text, *pair) for pair in pairwise(tokens)]
    return _link_lists(text, _join_ranges(text, tokens, [*relations, None]))


def _join_ranges(text: str, tokens: list[Token], relations: list[str | None]) -> list[Item]:
    items: list[Item] = []
    tokens = list(tokens)
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if relations[index] == "dash" and token.unit is None and _is_chain(relations, tokens, index):
            while relations[index] == "dash" and tokens[index].unit is None:
                index += 1
        elif index + 1 < len(tokens) and _is_range(text, token, tokens[index + 1], relations[index]):
            items.append(_range_item(token, tokens[index + 1], relations[index] or ""))
            index += 1
        elif index + 1 < len(tokens) and relations[index] == "error" and _shares(token, tokens[index + 1]):
            items.append(_with_error(token, tokens[index + 1]))
            index += 1
        else:
            if relations[index] == "dash" and token.dimension == tokens[index + 1].dimension:
                tokens[index + 1] = _unsigned(tokens[index + 1])
            items.append(_single(token))
        index += 1
    return items


def _unsigned(token: Token) -> Token:
    """The dash before the number joins it to the one before, it is no sign (`10 µA -5 mA`)."""
    if not token.numeral.signed:
        return token
    return replace(token, numeral=replace(token.numeral, value=abs(token.numeral.value), signed=False))


def _is_chain(relations: list[str | None], tokens: list[Token], index: int) -> bool:
    """`2020-05-12` is a date and `7440-50-8` a number of a registry."""
    return relations[index + 1] == "dash" and tokens[index + 1].unit is None


def _shares(first: Token, second: Token) -> bool:
    """Whether two numbers can have one unit."""
    if first.word or second.word or first.ordinal or second.ordinal:
        return False
    return first.unit is None or (second.unit is not None and first.dimension == second.dimension)


def _is_range(text: str, first: Token, second: Token, how: str | None) -> bool:
    if first.unit is not None and first.unit != second.unit:
        return False
    if not _shares(first, second):
        return False
    before, words = text[max(0, first.start - _LONGEST_GAP) : first.start], quantity_words()
    if how == "to":
        return first.unit is not None or words.factor.search(before) is None
    return how == "dash" or (how == "conjunction" and words.between.search(before) is not None)


def _range_item(first: Token, second: Token, how: str) -> Item:
    if how == "dash" and not first.numeral.signed:
        second = _unsigned(second)
    first = _share_scale(first, second)
    joint = "and" if how == "conjunction" else how
    return Item(first, second, second.unit, second.dimension, joint=joint)


def _share_scale(token: Token, other: Token) -> Token:
    """`1-5 × 10^-4`: the power belongs to both."""
    if token.numeral.powered or token.unit is not None or other.numeral.scale == 1.0:
        return token
    return replace(token, numeral=token.numeral.scaled(other.numeral.scale))


def _with_error(token: Token, error: Token) -> Item:
    numeral = replace(token.numeral, error=abs(error.numeral.value))
    unit = error.unit or token.unit
    joined = replace(token, numeral=numeral, unit=unit, end=error.end)
    return Item(joined, None, unit, joined.dimension)


def _single(token: Token) -> Item:
    other = token.numeral.range_end
    if other is None:
        return Item(token, None, token.unit, token.dimension)
    ten = replace(token, numeral=_plain(token.numeral, 10.0))
    return Item(ten, replace(token, numeral=_plain(token.numeral, other)), token.unit, token.dimension, joint="dash")


def _plain(numeral: Numeral, value: float) -> Numeral:
    return replace(numeral, value=value, powered=False, exact=True, range_end=None)


def _link_lists(text: str, items: list[Item]) -> list[Item]:
    """Carry units from the end of a list to its members, and number the lists."""
    linked = list(items)
    joined = [False] * len(items)
    for index in range(len(items) - 2, -1, -1):
        item, after = linked[index], linked[index + 1]
        how = relation(text, item.last or item.first, after.first)
        if how not in ("list", "conjunction"):
            continue
        if after.unit is None:
            joined[index + 1] = _is_bare(item) and _is_bare(after)
            continue
        carried = _carry(text, item, after)
        if carried is not None:
            linked[index], joined[index + 1] = carried, True
    group, index_in_group = -1, 0
    for index, item in enumerate(linked):
        group, index_in_group = (group, index_in_group + 1) if joined[index] else (group + 1, 0)
        linked[index] = Item(item.first, item.last, item.unit, item.dimension, group, index_in_group, item.joint)
    return linked


def _is_bare(item: Item) -> bool:
    """Whether an item is one decimal number without a unit, of which a list may be made (`0.3, 0.5 and 0.7`)."""
    return item.unit is None and item.last is None and not (item.first.numeral.exact or item.first.word)


def _carry(text: str, item: Item, after: Item) -> Item | None:
    """The item as a member of the list that goes on with `after`; None where it is none."""
    if item.first.word or after.first.word or item.first.ordinal or after.first.ordinal:
        return None
    if item.unit is not None:
        return item if item.dimension == after.dimension else None
    before = text[max(0, item.start - 40) : item.start]
    if _is_year(item, before) or quantity_words().label.search(before):
        return None
    first = _share_scale(item.first, after.first)
    last = None if item.last is None else _share_scale(item.last, after.first)
    return replace(item, first=first, last=last, unit=after.unit, dimension=after.dimension)


def is_year(numeral: Numeral) -> bool:
    """Whether a number can be that of a year."""
    return numeral.exact and _OLDEST_YEAR < numeral.value < _LAST_YEAR


def _is_year(item: Item, before: str) -> bool:
    return is_year(item.first.numeral) and _IN_YEAR.search(before) is not None
