"""When two facts are the same.

Names are compared in one spelling, those that the gold file's own alias facts define as equal count as one; values are
converted and may differ by 1.1 % (a rounding in the second digit). Conditions, qualifiers, counterparts and effects do
not count: a fact is right when it says the right thing of the right thing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from ...ontology.units import parse_unit
from .facts import Fact
from .lexicon import comparison_words

TOLERANCE = 0.011
"""Relative difference up to which two values are the same."""

_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_DOTS = re.compile("[·•]")
_NOT_COUNTED = str.maketrans({" ": None, "_": None, "@": "-", "[": "(", "]": ")"})
"""What makes no difference in a name; `A@B` and `A-B` are one."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in a form in which it can be compared.

    Args:
        dimension: values of different dimensions are different.
        values: one number, or the ends of a range, in the SI unit of the dimension.
    """

    dimension: str
    values: tuple[float, ...]

    def is_close(self, other: Amount) -> bool:
        """Whether two values are the same up to `TOLERANCE`."""
        if self.dimension != other.dimension or len(self.values) != len(other.values):
            return False
        pairs = zip(self.values, other.values, strict=True)
        return all(abs(a - b) <= TOLERANCE * max(abs(a), abs(b)) for a, b in pairs)


@dataclass(frozen=True, slots=True)
class Comparable:
    """A fact in a form in which it can be compared.

    Args:
        fact: the fact.
        key: what has to be equal.
        amount: what has to be close, for a property.
        lines: what has to have a line in common, for a strategy.
        agents: of a strategy.
        targets: of a strategy.
    """

    fact: Fact
    key: tuple[str, ...]
    amount: Amount | None
    lines: frozenset[int | None]
    agents: frozenset[str]
    targets: frozenset[str]

    def is_same(self, other: Comparable) -> bool:
        """Whether two facts are the same."""
        if self.key != other.key:
            return False
        if self.amount is not None and other.amount is not None:
            return self.amount.is_close(other.amount)
        return self.fact.type != "strategy" or self._is_same_strategy(other)

    def _is_same_strategy(self, other: Comparable) -> bool:
        """Two strategies of one category: one passage, and an agent in common; where one names none, a target."""
        if not self.lines & other.lines:
            return False
        if self.agents and other.agents:
            return bool(self.agents & other.agents)
        return not (self.agents or other.agents) or bool(self.targets & other.targets)


class Names:
    """Names of materials as one gold file understands them.

    Args:
        gold: its facts; the alias facts among them make names equal.
    """

    def __init__(self, gold: Iterable[Fact]) -> None:
        self._above: dict[str, str] = {}
        for fact in gold:
            if fact.type == "alias":
                short, long = plain_material(fact.data["short"]), plain_material(fact.data["long"])
                self._above[self._highest(short)] = self._highest(long)

    def material(self, text: str) -> str:
        """The name that stands for all that mean the same."""
        return self._highest(plain_material(text))

    def comparable(self, fact: Fact) -> Comparable:
        """A fact in a form in which it can be compared."""
        is_property, is_strategy = fact.type == "property", fact.type == "strategy"
        return Comparable(
            fact=fact,
            key=(fact.type, *self._key(fact.type, fact.data)),
            amount=amount(fact.data["value"], fact.data.get("unit")) if is_property else None,
            lines=fact.lines,
            agents=self._materials(fact.data.get("agent")) if is_strategy else frozenset(),
            targets=self._materials(fact.data.get("target")) if is_strategy else frozenset(),
        )

    def _key(self, kind: str, data: Mapping[str, Any]) -> tuple[str, ...]:
        if kind == "property":
            return data["property"], self.material(data["subject"])
        if kind == "decomposition":
            return self.material(data["subject"]), self.material(data["product"])
        if kind == "interphase":
            return self.material(data["subject"]), data["kind"].casefold()
        if kind == "strategy":
            return (data["category"],)
        if kind == "limitation":
            return self.material(data["subject"]), data["failure"]
        if kind == "causes":
            return self.material(data["cause"]), self.material(data["effect"])
        return plain_material(data["short"]), plain_material(data["long"]).rstrip("s")

    def _materials(self, names: list[str] | None) -> frozenset[str]:
        return frozenset(self.material(name) for name in names or () if name)

    def _highest(self, name: str) -> str:
        while (above := self._above.get(name, name)) != name:
            name = above
        return name


def distinct(facts: Iterable[Comparable]) -> list[Comparable]:
    """Facts without repeats: the first of those that are the same, with the lines of all.

    Two strategies are repeats only where their agents are written alike.
    """
    found: list[Comparable] = []
    for fact in facts:
        for index, known in enumerate(found):
            if known.is_same(fact) and (fact.fact.type != "strategy" or _agents(fact) == _agents(known)):
                found[index] = replace(known, lines=known.lines | fact.lines)
                break
        else:
            found.append(fact)
    return found


def amount(value: float | list[float], unit: str | None) -> Amount:
    """A value with its unit; a unit that is not converted is its own dimension."""
    values = value if isinstance(value, list) else [value]
    written = _plain_unit(unit or "")
    known = _units().get(written)
    if known is None:
        return Amount(f"as written: {written}", tuple(map(float, values)))
    dimension, factor = known
    return Amount(dimension, tuple(number * factor for number in values))


def is_converted(unit: str) -> bool:
    """Whether a unit, as it is spelled, is converted into others of its dimension."""
    return _plain_unit(unit) in _units()


@lru_cache(maxsize=65536)
def plain_material(text: str) -> str:
    """A name without what makes no difference: case, spaces, kinds of dashes, Greek letters for their names."""
    folded = _plain(text).casefold()
    return comparison_words().names.get(folded, folded).translate(_NOT_COUNTED)


def _agents(strategy: Comparable) -> Any:
    return strategy.fact.data.get("agent")


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    for letter, name in comparison_words().greek.items():
        text = text.replace(letter, name)
    return re.sub(r"\s+", " ", _DOTS.sub("-", _DASHES.sub("-", text))).strip()


def _plain_unit(text: str) -> str:
    return _plain(text).replace(" ", "").replace("-1", "").replace("^", "").casefold()


@cache
def _units() -> Mapping[str, tuple[str, float]]:
    """Unit in its plain spelling to dimension and SI factor; a bare number is a fraction of one."""
    words = comparison_words()
    meant = {unit: unit for unit in words.units} | dict(words.unit_slips)
    found = {}
    for written, unit in meant.items():
        known = parse_unit(unit)
        dimension = "fraction" if known.dimension == "none" else known.dimension
        found[_plain_unit(written)] = (dimension, known.factor)
    return found
