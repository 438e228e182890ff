"""What a statement says is the case or comes about: failures and qualities, from its verb and its phrases together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from .concept import METALS, Concept
from .concepts import find_concepts
from .grammar import grammar
from .meanings import Meaning, concept_words
from .outcomes import outcomes, turn_of
from .own_concepts import TOO_LITTLE, singular
from .phrases import NounPhrase
from .statements import Statement

_INTO = ("into", "in", "inside", "within", "through", "along", "across", "between")
_SCARCELY = frozenset({"hardly", "barely", "scarcely"})
"""Adverbs that deny a verb, and with it may tell a failure (`hardly spreads`)."""
_STAYS = frozenset({"remain", "persist"})
"""Verbs that by themselves say that their subject is there."""

_CONTINUES = "continue"
"""The verb that says what the denial of one of stopping does."""

_COMES_ABOUT = frozenset({"happen", "form", "caused_by", "seen"})
"""Senses of verbs that, without an object, say that their subject comes about."""


def happenings(statement: Statement) -> list[Concept]:
    """The failures and qualities that are the case if the statement is true.

    `The contact is poor` and `contact is lost` give contact on its bad side, `dendrites grow` dendrite growth, `voids
    raise the resistance` a high resistance.

    Args:
        statement: the statement; whole, since the answer is kept.
    """
    if statement.happenings is None:
        statement.happenings = [_settled(concept) for concept in _happenings(statement)]
    return statement.happenings


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
        if _goes_on(statement):
            yield from _subject_events(statement)
        elif turn_of(statement) or senses & _COMES_ABOUT:
            yield from outcomes(statement, statement.subjects)
    else:
        found = outcomes(statement)
        yield from found
        if "exceed" in senses and not found:
            yield from outcomes(statement, statement.subjects)


def _goes_on(statement: Statement) -> bool:
    """`Dendrites advance`, `the decomposition never stops`: what happens goes on, and nothing is bettered or ended."""
    if statement.verb.passive or statement.objects:
        return False
    return turn_of(statement) == ("prevent" if statement.verb.denied else "good")


def _subject_events(statement: Statement) -> Iterator[Concept]:
    """What happens, of those that a statement has for its subjects; where no failure is named, what its verb tells."""
    found = [each for phrase in statement.subjects for each in find_concepts(phrase)]
    yield from (each for each in found if each.meaning.event and not each.prevented and not each.denied)
    meaning = None if found or not statement.verb.denied else _meaning_of_theme(statement, _CONTINUES)
    if meaning is not None:
        yield Concept(meaning, statement.start, statement.verb.end, side="bad")


def _is_of_subject(statement: Statement) -> bool:
    """Whether a verb tells something of its subject: `dendrites grow`, `voids are seen`, `dendrites cross the film`."""
    senses = statement.verb.senses
    if statement.verb.passive:
        return "seen" in senses
    if "caused_by" in senses or not statement.objects:
        return True
    bare = not any(phrase.materials or find_concepts(phrase) for phrase in statement.objects)
    return "happen" in senses and (bare or not senses & {"form", "increase"})


def _told_by_verb(statement: Statement) -> Concept | None:
    """The failure that a verb tells of a subject which is none itself."""
    if not statement.subjects:
        return None
    concepts = [concept for phrase in statement.subjects for concept in find_concepts(phrase)]
    if not concepts:
        return told_by_verb(statement)
    told = told_by_verb(statement) if statement.objects and not statement.verb.passive else None
    if not any(concept.failure or concept.side for concept in concepts):
        return _as_told(statement, _meaning_of_theme(statement)) or told
    return told if told is not None and all(told.failure != concept.failure for concept in concepts) else None


def told_by_verb(statement: Statement) -> Concept | None:
    """The failure that a verb by itself tells: `the pellet cracks`, `swelling cracks it`, `Li penetrates the pellet`.

    Args:
        statement: the statement.
    """
    return _as_told(statement, _meaning_of_verb(statement)) if statement.verb.lemma in telling_verbs() else None


@cache
def telling_verbs() -> frozenset[str]:
    """Verbs that tell a failure, by themselves or with what stands beside them."""
    words = concept_words()
    return frozenset({*words.verbs, *words.by_adverbs, *words.by_objects, *words.by_themes})


def _as_told(statement: Statement, meaning: Meaning | None) -> Concept | None:
    if meaning is None:
        return None
    verb = statement.verb
    plain, of_what = concept_words().verbs.get(verb.lemma, (None, ""))
    tells = (of_what == "denied" and meaning is plain) or (
        verb.lemma in concept_words().by_adverbs and not _SCARCELY.isdisjoint(statement.adverbs)
    )
    denied = _is_denied(statement) and not tells
    return Concept(meaning, verb.start, verb.end, side="bad", denied=denied)


def _is_denied(statement: Statement) -> bool:
    """Whether a verb is denied, by `not` or by a subject such as `none of them`."""
    subjects = statement.subjects
    return statement.verb.denied or any(phrase.words[0].text in ("none", "no", "neither") for phrase in subjects)


def _meaning_of_verb(statement: Statement) -> Meaning | None:
    meaning, of_what = concept_words().verbs.get(statement.verb.lemma, (None, ""))
    if meaning is None or not _FITS[of_what](statement) or _is_of_electrons(statement):
        return _meaning_beside(statement)
    return meaning


def _is_of_electrons(statement: Statement) -> bool:
    """`Does not conduct electrons` tells of no ions."""
    words = (word.text for phrase in statement.objects for word in phrase.words)
    return statement.verb.lemma == "conduct" and any(word.startswith("electron") for word in words)


def _is_alone(statement: Statement) -> bool:
    bodies = concept_words().no_bodies
    if any(singular(phrase.words[-1].text) in bodies for phrase in statement.subjects):
        return False
    return not statement.objects and not statement.verb.passive


def _is_of_metal(statement: Statement) -> bool:
    return any(map(_names_metal, statement.agents))


def _goes_into(statement: Statement) -> bool:
    """Whether a metal goes where it should not (`lithium grows into the crack`)."""
    return not statement.verb.passive and _is_of_metal(statement) and bool(statement.oblique(*_INTO))


def _names_metal(phrase: NounPhrase) -> bool:
    return any(mention.name in METALS for mention in phrase.materials)


def _meaning_beside(statement: Statement) -> Meaning | None:
    """What a verb tells with adverb, object or theme: `conducts poorly`, `releases H2S`, `the current crowds`."""
    lemma = statement.verb.lemma
    for words, meaning in concept_words().by_adverbs.get(lemma, ()):
        if words.intersection(statement.adverbs):
            return meaning
    for words, meaning in concept_words().by_objects.get(lemma, ()):
        if _ends_with(statement.objects, words):
            return meaning
    return _meaning_of_theme(statement)


def _meaning_of_theme(statement: Statement, lemma: str = "") -> Meaning | None:
    """What a verb, or another in its place, tells of what happens or is done to something: `the current crowds`."""
    themes = statement.subjects if statement.verb.passive or not statement.objects else statement.objects
    for words, meaning in concept_words().by_themes.get(lemma or statement.verb.lemma, ()):
        if _ends_with(themes, words):
            return meaning
    return None


def _ends_with(phrases: Sequence[NounPhrase], words: frozenset[str]) -> bool:
    return any(word.text in words for phrase in phrases for word in phrase.words[_heads(phrase) :])


def _heads(phrase: NounPhrase) -> int:
    """How far from its end the nouns of a phrase that carry it begin: of `an interphase region` two."""
    return -2 if phrase.words[-1].text in concept_words().parts else -1


def _is_driven(statement: Statement) -> bool:
    """Whether a metal is driven where it should not go (`pressure pushes lithium into the pellet`)."""
    driven = any(map(_names_metal, statement.patients))
    return driven and bool(statement.oblique("into", "through"))


_FITS: Mapping[str, Callable[[Statement], bool]] = {
    "of_any": lambda _: True,
    "of_metals": _is_of_metal,
    "of_metals_into": _goes_into,
    "of_metals_driven": _is_driven,
    "alone": _is_alone,
    "denied": _is_denied,
}
"""Of what a verb tells its failure."""


def states(statement: Statement) -> Iterator[Concept]:
    """What a predicate says: of `the contact is poor` contact on its bad side, of `it is brittle` brittleness.

    `Is as low as 1 mS/cm` says no less than `is low`.

    Args:
        statement: one whose verb is `be`, `become`, `remain` …
    """
    subjects = [concept for phrase in statement.subjects for concept in find_concepts(phrase)]
    if statement.verb.lemma in _STAYS and not statement.objects:
        yield from (concept for concept in subjects if concept.meaning.event)
    levels = [phrase for phrase in statement.oblique("as") if len(phrase.words) == 1 and phrase.modifiers]
    for phrase in (*statement.objects, *levels):
        own = find_concepts(phrase)
        yield from own
        degree = "" if own else degree_of(phrase)
        if not own and phrase.words[-1].text in grammar().lists["existing"]:
            yield from (concept for concept in subjects if concept.meaning.event)
        scant = any(word.text in TOO_LITTLE for word in phrase.words)
        for concept in subjects if degree else ():
            yield concept.turned("low" if scant and not concept.meaning.better else degree)


def degree_of(phrase: NounPhrase) -> str:
    """The side or level that a predicate names: `very low`, `far from good` gives nothing."""
    degrees = concept_words().degrees
    words = [word.text for word in phrase.words if word.text in degrees]
    found = [degrees[word] for word in words if word != "enough" or len(words) == 1]
    return found[-1] if found and found[-1] != "fewer" else ""
