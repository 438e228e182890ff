"""What a statement says is the case or comes about: failures and qualities, from its verb and its phrases together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .concepts import Concept, concept_words, find_concepts, predicate_concept
from .outcomes import outcomes, turn_of
from .phrases import NounPhrase
from .statements import Statement

_COMES_ABOUT = frozenset({"happen", "form", "caused_by"})
"""Senses of verbs that, without an object, say that their subject comes about."""


def happenings(statement: Statement) -> list[Concept]:
    """The failures and qualities that are the case if the statement is true.

    `The contact is poor` and `contact is lost` give contact on its bad side, `dendrites grow` dendrite growth, `voids
    raise the resistance` a high resistance.

    Args:
        statement: the statement.
    """
    return list(_happenings(statement))


def _happenings(statement: Statement) -> Iterator[Concept]:
    senses = statement.verb.senses
    denied = statement.verb.denied
    if statement.verb.lemma == "be" or "be" in senses:
        for concept in states(statement):
            yield replace(concept, denied=concept.denied != denied)
    elif "happen" in senses and not senses & {"form", "increase"}:
        yield from outcomes(statement, statement.subjects)
    elif (statement.objects or statement.verb.passive) and "caused_by" not in senses:
        yield from outcomes(statement)
    else:
        turn = turn_of(statement)
        if turn or senses & _COMES_ABOUT:
            for concept in outcomes(statement, statement.subjects):
                yield concept


def states(statement: Statement) -> Iterator[Concept]:
    """What a predicate says: of `the contact is poor` contact on its bad side, of `it is brittle` brittleness.

    Args:
        statement: one whose verb is `be`, `become`, `remain` …
    """
    subjects = [concept for phrase in statement.subjects for concept in find_concepts(phrase)]
    for phrase in statement.objects:
        own = find_concepts(phrase)
        if not own and (predicate := predicate_concept(phrase)) is not None:
            own = [predicate]
        yield from own
        degree = "" if own else degree_of(phrase)
        for concept in subjects if degree else ():
            yield concept.turned(degree)


def degree_of(phrase: NounPhrase) -> str:
    """The side or level that a predicate names: `very low`, `far from good` gives nothing."""
    degrees = concept_words().degrees
    found = [degrees[word.text] for word in phrase.words if word.text in degrees]
    return found[-1] if found and found[-1] != "fewer" else ""
