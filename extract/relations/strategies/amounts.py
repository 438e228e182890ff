"""What numbers tell: values that are reached, values before and after, and values set beside others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...frames.concept import Concept
from ...frames.concepts import find_concepts
from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...quantities import Quantity
from .words import in_list


def reached(statement: Statement) -> Iterator[Concept]:
    """`reaches a resistance of 2 ohm cm2`, `the critical current density exceeds 2 mA/cm2`: what is aimed at."""
    if not in_list("reaches", statement.verb.lemma) or statement.verb.denied:
        return
    for phrase in statement.patients:
        if any(each.quantities for each in phrase.tree()):
            yield from (concept.turned("good") for concept in plain_concepts([phrase]))
    if any(phrase.quantities for phrase in statement.objects) and not statement.verb.passive:
        high = (concept for concept in plain_concepts(statement.subjects) if concept.meaning.better == "high")
        yield from (concept.turned("good") for concept in high)


def by_numbers(statement: Statement) -> list[Concept]:
    """`brought the resistance from 900 to 20`: where the verb says nothing, the numbers tell which way it went."""
    every = [each for phrase in (*statement.objects, *statement.obliques) for each in phrase.tree()]
    ends = {quantity.change: quantity for phrase in every for quantity in phrase.quantities if quantity.change}
    before, after = ends.get("before"), ends.get("after")
    if before is None or after is None:
        before, after = _compared(every)
    if before is None or after is None or before.low == after.low:
        return []
    named = statement.objects if any(find_concepts(phrase) for phrase in statement.objects) else statement.subjects
    return [concept.turned("high" if after.low > before.low else "low") for concept in plain_concepts(named)]


def set_against(statement: Statement) -> Iterator[Concept]:
    """`exhibits a conductivity of 1 mS/cm, ten times higher than that of LLZO`: what is told of a value."""
    if statement.verb.passive or statement.verb.denied:
        return
    for phrase in statement.objects:
        words = [each.words[-1].text for each in phrase.tree() if any(one.prep == "than" for one in each.modifiers)]
        levels = {_LEVELS[word] for word in words if word in _LEVELS}
        for concept in plain_concepts([phrase]) if len(levels) == 1 else ():
            yield concept.turned(next(iter(levels)))


_LEVELS = {"higher": "high", "larger": "high", "greater": "high", "lower": "low", "smaller": "low"}
"""Comparatives before `than`, with the level that they tell."""


def _compared(phrases: Sequence[NounPhrase]) -> tuple[Quantity | None, Quantity | None]:
    """The values of the other and of this in `9 ohm cm2 instead of 500 ohm cm2`, of one unit."""
    beside = [each for phrase in phrases if _sets_beside(phrase) for each in phrase.tree()]
    theirs = [quantity for phrase in beside for quantity in phrase.quantities]
    inside = {id(each) for each in beside}
    ours = [quantity for phrase in phrases if id(phrase) not in inside for quantity in phrase.quantities]
    if len(theirs) != 1 or not ours or ours[0].unit != theirs[0].unit:
        return None, None
    return theirs[0], ours[0]


def _sets_beside(phrase: NounPhrase) -> bool:
    return bool(phrase.quantities) and (phrase.prep == "against" or in_list("aside", phrase.prep))


def plain_concepts(phrases: Iterable[NounPhrase]) -> list[Concept]:
    """The qualities that phrases name without a side."""
    found = [concept for phrase in phrases for concept in find_concepts(phrase)]
    return [concept for concept in found if not concept.side and not concept.level and not concept.meaning.event]
