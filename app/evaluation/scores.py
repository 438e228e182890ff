"""Precision, recall and F1 of facts against gold facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .comparison import Comparable, Names, distinct
from .facts import TYPES, Fact

Pair = tuple[Comparable, Comparable]
"""A gold fact, and the fact that is the same."""

_DIGITS = 3
"""Digits of a rate behind the point."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many were wanted, how many found, and how many of these are right."""

    gold: int
    system: int
    right: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found; 0 where nothing was wanted."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.gold + other.gold, self.system + other.system, self.right + other.right)

    def rates(self) -> dict[str, float]:
        """P, R and F1, rounded."""
        rates = {"P": self.precision, "R": self.recall, "F1": self.f1}
        return {name: round(rate, _DIGITS) for name, rate in rates.items()}

    def to_dict(self) -> dict[str, float]:
        """Counts and rates, for JSON."""
        return {"gold": self.gold, "system": self.system, "right": self.right, **self.rates()}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Facts compared with gold facts.

    Args:
        types: fact type to its score, in the order of `TYPES`.
        values: of property values, whatever their subject; only how many of the gold ones were found.
        references: of the works cited for the facts that are right.
        effects: of what the right strategies improve and mitigate.
        denied: facts that the paper denies.
        asserted: how many of these are stated as true.
        missed: gold facts that were not found, by type.
        spurious: facts that are no gold facts, by type.
    """

    types: Mapping[str, Score]
    values: Score
    references: Score
    effects: Score
    denied: int
    asserted: int
    missed: Mapping[str, Sequence[Fact]]
    spurious: Mapping[str, Sequence[Fact]]

    @property
    def total(self) -> Score:
        """Of all fact types together."""
        return sum(self.types.values(), start=Score(0, 0, 0))

    def to_dict(self) -> dict[str, dict[str, Any]]:
        """The scores as plain data, by the names under which they are shown."""
        values = {"gold": self.values.gold, "right": self.values.right, "R": self.values.rates()["R"]}
        denied = {"gold": self.denied, "asserted": self.asserted, "right": self.denied - self.asserted}
        return {
            **{kind: score.to_dict() for kind, score in self.types.items()},
            "property, subject ignored": values,
            "refs of the right facts": self.references.rates(),
            "effects of the right strategies": self.effects.rates(),
            "denied facts asserted": denied,
            "ALL": self.total.to_dict(),
        }


def evaluate(gold: Sequence[Fact], facts: Sequence[Fact], *, lines: tuple[int, int] | None = None) -> Evaluation:
    """Compare facts with gold facts.

    Goals and requirements are optional: to find one is no error, to miss one neither. Facts that the paper denies are
    not to be found: stating one is an error.

    Args:
        gold: what a reader found; its alias facts say which names are equal, wherever they stand.
        facts: what is to be judged.
        lines: first and last line of the part that counts; a fact without a line always counts.
    """
    names = Names(gold)
    wanted = [names.comparable(fact) for fact in gold if _is_within(fact, lines)]
    found = [names.comparable(fact) for fact in facts if _is_within(fact, lines)]
    stated = [fact for fact in wanted if not (fact.fact.negated or fact.fact.requirement)]
    optional = [fact for fact in wanted if fact.fact.requirement]
    pairs: dict[str, list[Pair]] = {}
    scores: dict[str, Score] = {}
    missed: dict[str, list[Fact]] = {}
    spurious: dict[str, list[Fact]] = {}
    for kind in TYPES:
        right = distinct(_of_type(kind, stated))
        given = _without_optional(distinct(_counted(_of_type(kind, found))), right, _of_type(kind, optional))
        pairs[kind] = match(right, given)
        scores[kind] = Score(len(right), len(given), len(pairs[kind]))
        used = {id(fact) for pair in pairs[kind] for fact in pair}
        missed[kind] = [fact.fact for fact in right if id(fact) not in used]
        spurious[kind] = [fact.fact for fact in given if id(fact) not in used]
    denied = [fact for fact in wanted if fact.fact.negated and not any(map(fact.is_same, stated))]
    asserted = [fact for fact in found if not fact.fact.negated]
    return Evaluation(
        types=scores,
        values=_values(stated, found),
        references=_overlap((g.fact.refs, s.fact.refs) for kind in TYPES for g, s in pairs[kind]),
        effects=_overlap((_effects(g.fact), _effects(s.fact)) for g, s in pairs["strategy"]),
        denied=len(denied),
        asserted=sum(any(map(fact.is_same, asserted)) for fact in denied),
        missed=missed,
        spurious=spurious,
    )


def match(gold: Iterable[Comparable], facts: Sequence[Comparable]) -> list[Pair]:
    """Each gold fact with the first fact that is the same and not taken yet."""
    free = list(facts)
    pairs: list[Pair] = []
    for wanted in gold:
        index = next((index for index, fact in enumerate(free) if wanted.is_same(fact)), None)
        if index is not None:
            pairs.append((wanted, free.pop(index)))
    return pairs


def _is_within(fact: Fact, lines: tuple[int, int] | None) -> bool:
    return lines is None or fact.line is None or lines[0] <= fact.line <= lines[1]


def _of_type(kind: str, facts: Iterable[Comparable]) -> list[Comparable]:
    return [fact for fact in facts if fact.fact.type == kind]


def _counted(facts: Iterable[Comparable]) -> list[Comparable]:
    return [fact for fact in facts if not (fact.fact.negated or fact.fact.requirement)]


def _without_optional(
    facts: Iterable[Comparable], gold: Sequence[Comparable], optional: Sequence[Comparable]
) -> list[Comparable]:
    """Facts without those that are only a requirement in the gold facts."""
    return [fact for fact in facts if not any(map(fact.is_same, optional)) or any(map(fact.is_same, gold))]


def _values(gold: Iterable[Comparable], facts: Iterable[Comparable]) -> Score:
    """How many of the different gold values were found for any subject."""
    given = [(fact.fact.data["property"], fact.amount) for fact in facts if fact.amount is not None]
    wanted = {(fact.fact.data["property"], fact.amount) for fact in gold if fact.amount is not None}
    found = sum(any(name == other and value.is_close(near) for other, near in given) for name, value in wanted)
    return Score(len(wanted), len(given), found)


def _overlap(pairs: Iterable[tuple[frozenset[Any], frozenset[Any]]]) -> Score:
    total = Score(0, 0, 0)
    for gold, found in pairs:
        total += Score(len(gold), len(found), len(gold & found))
    return total


def _effects(strategy: Fact) -> frozenset[tuple[str, str]]:
    return frozenset((verb, name) for verb in ("improves", "mitigates") for name in strategy.data.get(verb) or ())
