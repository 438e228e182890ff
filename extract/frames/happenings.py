"""What a statement says is the case or comes about: failures and qualities, from its verb and its phrases together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .concepts import METALS, Concept, find_concepts
from .meanings import Meaning, concept_words
from .outcomes import outcomes, turn_of
from .phrases import NounPhrase
from .statements import Statement

_COMES_ABOUT = frozenset({"happen", "form", "caused_by", "seen"})
"""Senses of verbs that, without an object, say that their subject comes about."""


def happenings(statement: Statement) -> list[Concept]:
    """The failures and qualities that are the case if the statement is true.

    `The contact is poor` and `contact is lost` give contact on its bad side, `dendrites grow` dendrite growth, `voids
    raise the resistance` a high resistance.

    Args:
        statement: the statement.
    """
    return [_settled(concept) for concept in _happenings(statement)]


def _settled(concept: Concept) -> Concept:
    """`Cannot keep good contact` says that it is poor."""
    meaning = concept.meaning
    if (
        concept.denied
        and not meaning.event
        and (concept.side == "good" or (not concept.side and meaning.better == "high"))
    ):
        return replace(concept.turned("bad"), denied=False)
    return concept


def _happenings(statement: Statement) -> Iterator[Concept]:
    senses = statement.verb.senses
    if statement.verb.lemma == "be" or "be" in senses:
        for concept in states(statement):
            yield concept.deny() if statement.verb.denied else concept
    elif (told := _told_by_verb(statement)) is not None:
        yield told
    elif _is_of_subject(statement):
        if turn_of(statement) or senses & _COMES_ABOUT:
            yield from outcomes(statement, statement.subjects)
    else:
        found = outcomes(statement)
        yield from found
        if "exceed" in senses and not found:
            yield from outcomes(statement, statement.subjects)


def _is_of_subject(statement: Statement) -> bool:
    """Whether a verb tells something of its subject: `dendrites grow`, `voids are seen`, `dendrites cross the film`."""
    senses = statement.verb.senses
    if statement.verb.passive:
        return "seen" in senses
    if "caused_by" in senses or not statement.objects:
        return True
    return "happen" in senses and not senses & {"form", "increase"}


def _told_by_verb(statement: Statement) -> Concept | None:
    """The failure that a verb tells of a subject which is none itself."""
    if not statement.subjects or any(find_concepts(phrase) for phrase in statement.subjects):
        return None
    return told_by_verb(statement)


def told_by_verb(statement: Statement) -> Concept | None:
    """The failure that a verb by itself tells: `the pellet cracks`, `swelling cracks it`, `Li penetrates the pellet`.

    Args:
        statement: the statement.
    """
    meaning = _meaning_of_verb(statement)
    if meaning is None:
        return None
    verb = statement.verb
    return Concept(meaning, verb.start, verb.end, side="bad", denied=verb.denied)


def _meaning_of_verb(statement: Statement) -> Meaning | None:
    meaning, of_what = concept_words().verbs.get(statement.verb.lemma, (None, ""))
    if meaning is None or (of_what == "alone" and (statement.objects or statement.verb.passive)):
        return _meaning_beside(statement)
    of_metals = of_what == "of_metals"
    return meaning if not of_metals or any(map(_names_metal, statement.subjects)) else None


def _names_metal(phrase: NounPhrase) -> bool:
    return any(mention.name in METALS for mention in phrase.materials)


def _meaning_beside(statement: Statement) -> Meaning | None:
    """What a verb tells with its adverb or its object: `conducts poorly`, `releases H2S`."""
    lemma = statement.verb.lemma
    for words, meaning in concept_words().by_adverbs.get(lemma, ()):
        if words.intersection(statement.adverbs):
            return meaning
    for words, meaning in concept_words().by_objects.get(lemma, ()):
        if any(word.text in words for phrase in statement.objects for word in phrase.words[-1:]):
            return meaning
    return None


def states(statement: Statement) -> Iterator[Concept]:
    """What a predicate says: of `the contact is poor` contact on its bad side, of `it is brittle` brittleness.

    Args:
        statement: one whose verb is `be`, `become`, `remain` …
    """
    subjects = [concept for phrase in statement.subjects for concept in find_concepts(phrase)]
    for phrase in statement.objects:
        own = find_concepts(phrase)
        yield from own
        degree = "" if own else degree_of(phrase)
        for concept in subjects if degree else ():
            yield concept.turned(degree)


def degree_of(phrase: NounPhrase) -> str:
    """The side or level that a predicate names: `very low`, `far from good` gives nothing."""
    degrees = concept_words().degrees
    found = [degrees[word.text] for word in phrase.words if word.text in degrees]
    return found[-1] if found and found[-1] != "fewer" else ""
