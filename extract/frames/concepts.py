"""What a noun phrase means to the field: failures, and qualities with the side on which they are said to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from .concept import METALS, Concept
from .meanings import Meaning, concept_words
from .own_concepts import entry_at, has_name, own_concepts, singular, with_degree
from .phrases import NounPhrase
from .word import Word

_GOVERNED = frozenset({"of", "in", "to", "against", "from", "for"})
"""Prepositions between an operator and what it works on (`increase in resistance`, `resistance to dendrites`)."""

_TOWARDS = frozenset({"in", "to", "against", "toward", "towards", "with", "under", "at", "upon", "in contact with"})
"""Prepositions before what a quality is said towards (`stability in air`)."""

_BESIDE = frozenset({"with", "against", "toward", "towards", "to"})
"""Prepositions before the other material that something is stable with."""

_ELECTRODES = frozenset({"cathode", "cathodes", "electrode", "electrodes", "material", "materials"})
"""Nouns before which a voltage only tells of them (`compatibility with high-voltage cathodes`)."""

_AGAINST = frozenset({"to", "against", "toward", "towards"})
_BOUNDS = {"below": "low", "under": "low", "above": "high", "beyond": "high", "over": "high"}
"""Prepositions before a quantity, with the level that it bounds."""


def find_concepts(phrase: NounPhrase) -> list[Concept]:
    """The failures and qualities that a noun phrase names, those of its modifiers governed by an operator included.

    Args:
        phrase: `the loss of contact`, `high interfacial resistance`, `Li dendrites`; whole, since the answer is kept.
    """
    if phrase.concepts is None:
        phrase.concepts = _find_concepts(phrase)
    return phrase.concepts


def names_concept(phrase: NounPhrase) -> bool:
    """Whether a phrase's own words name a failure or a quality, whatever is behind it."""
    return has_name(phrase.words) and next(own_concepts(phrase.words), None) is not None


@lru_cache(maxsize=16384)
def _may_govern(text: str) -> bool:
    """Whether a noun or predicate tells a failure or a quality with what stands beside it."""
    lexicon, head = concept_words(), singular(text)
    if text in lexicon.predicates or head in lexicon.operators or any(head in way.nouns for way in lexicon.told_of):
        return True
    return any(head in nouns for nouns, _, _ in lexicon.told_by_adjectives)


def _find_concepts(phrase: NounPhrase) -> list[Concept]:
    if not has_name(phrase.words) and not _may_govern(phrase.words[-1].text):
        return []
    own = [_measured(each, phrase) for concept in own_concepts(phrase.words) for each in _towards_each(concept, phrase)]
    if (
        _resists(phrase)
        or _is_of_another(phrase)
        or (len(own) == 1 and not own[0].side and phrase.words[-1].text in concept_words().predicates)
    ):
        own = []
    plain = all(concept.meaning.name == "deposition" and not concept.side for concept in own)
    told = _predicates(phrase) or (_told_of(phrase) if plain else [])
    if told:
        own = told
    governed = list(_governed(phrase, own))
    if governed and all(concept.meaning.event for concept in governed):
        own = []
    found = [*own, *governed]
    return [replace(concept, denied=True) for concept in found] if phrase.is_denied else found


def _resists(phrase: NounPhrase) -> bool:
    """`Resistance to dendrites` is none of a current; `interfacial resistance against Li`, `resistance to 9 ohm` is."""
    if phrase.words[-1].text != "resistance":
        return False
    entry = entry_at(phrase.words, len(phrase.words) - 1, concept_words().entries.get("resistance", ()))
    if entry is not None and entry[0]:
        return False
    return any(each.prep in _AGAINST and each.words[-1].part != "quantity" for each in phrase.modifiers)


def _is_of_another(phrase: NounPhrase) -> bool:
    """`Filaments of carbon` are no dendrites, `decomposition to a hexagonal phase` is no side reaction."""
    lexicon, head = concept_words(), singular(phrase.words[-1].text)
    of, into = lexicon.not_of.get(head, frozenset()), lexicon.not_into.get(head, frozenset())
    if not (of or into):
        return False
    return any(_has(each, of) for each in phrase.modifiers if each.prep == "of") or any(
        each.words[-1].text in into for each in phrase.tree() if each.prep in ("to", "into")
    )


def _has(phrase: NounPhrase, words: frozenset[str]) -> bool:
    return any(word.text in words for word in phrase.words)


def _governed(phrase: NounPhrase, own: Sequence[Concept]) -> Iterator[Concept]:
    """What the phrase's noun does to what is behind it; also of a quality that only counts (`density of dendrites`)."""
    operator = _operator(phrase.words)
    counts = operator == "neutral" and all(not concept.meaning.event for concept in own)
    if not operator or (own and not counts):
        return
    for modifier in phrase.modifiers:
        if modifier.prep in _GOVERNED and (not own or modifier.prep == "of"):
            for concept in find_concepts(modifier):
                if concept.meaning.event or not own:
                    yield concept if operator == "neutral" else concept.becomes(operator)


def _told_of(phrase: NounPhrase) -> list[Concept]:
    """The failure that a noun tells with what is tied to it: `attack by lithium`, `sensitivity of X to moisture`."""
    head = phrase.words[-1]
    inner = [each for modifier in phrase.modifiers if modifier.prep == "of" for each in modifier.modifiers]
    for modifier in (*phrase.modifiers, *inner):
        for way in concept_words().told_of:
            told = singular(head.text) in way.nouns and modifier.prep in way.preps
            if told and (_has(modifier, way.words) or modifier.words[-1].text in way.heads):
                return [with_degree(phrase.words, len(phrase.words) - 1, _plain(way.meaning, head))]
    return _of_two(phrase)


def _of_two(phrase: NounPhrase) -> list[Concept]:
    """The quality that a noun has by an adjective however far before it (`unstable lithium-anode interfaces`)."""
    head = singular(phrase.words[-1].text)
    for nouns, adjectives, meaning in concept_words().told_by_adjectives:
        adjective = next((word for word in phrase.words if word.text in adjectives), None) if head in nouns else None
        if adjective is not None:
            concept = Concept(meaning, adjective.start, phrase.words[-1].end)
            return [concept.turned(meaning.side)]
    return []


def _predicates(phrase: NounPhrase) -> list[Concept]:
    """What a predicate says towards each thing behind it (`not stable to Li and to humid air`)."""
    whole = predicate_concept(phrase)
    if whole is None:
        return []
    towards = [each for each in phrase.modifiers if each.prep in _TOWARDS]
    each_alone = (_towards(_plain_predicate(phrase), replace(phrase, modifiers=[each])) for each in towards)
    return list({concept.meaning.name: concept for concept in each_alone}.values()) or [whole]


def _plain_predicate(phrase: NounPhrase) -> Concept:
    word = phrase.words[-1]
    meaning = concept_words().predicates[word.text]
    return Concept(meaning, word.start, word.end).turned(meaning.side)


def _plain(meaning: Meaning, word: Word) -> Concept:
    return Concept(meaning, word.start, word.end, side=meaning.side)


def predicate_concept(phrase: NounPhrase) -> Concept | None:
    """The quality that a predicate speaks of where something stands behind it: `unstable against Li`.

    Args:
        phrase: the predicate.
    """
    word = phrase.words[-1]
    meaning = concept_words().predicates.get(word.text)
    if meaning is None or not any(each.prep in _TOWARDS for each in phrase.tree() if each is not phrase):
        return None
    return _towards(_plain_predicate(phrase), phrase)


def _towards(concept: Concept, phrase: NounPhrase) -> Concept:
    """Stability `in air` is air stability; that `with Li at high temperatures` is not thermal."""
    beside = any(each.prep in _BESIDE and each.materials for each in phrase.tree())
    for words, meaning in concept_words().surroundings.get(concept.meaning.name, ()):
        if beside and meaning.name == "thermal_stability":
            continue
        for modifier in phrase.tree():
            of_electrode = meaning.name == "stability_window" and modifier.words[-1].text in _ELECTRODES
            if (
                modifier.prep in _TOWARDS
                and modifier is not phrase
                and not of_electrode
                and any(word.text in words for word in modifier.words)
            ):
                found = replace(concept, meaning=replace(meaning, side=concept.meaning.side))
                return found.turned("bad") if _is_narrow(modifier) and concept.side == "good" else found
    return concept


def _towards_each(concept: Concept, phrase: NounPhrase) -> list[Concept]:
    """The stability `against air`, and beside it that `against Li`, where both are spoken of."""
    found = _towards(concept, phrase)
    if found.meaning.name == concept.meaning.name or not phrase.modifiers:
        return [found]
    beside = (each.materials for each in phrase.tree() if each.prep in _BESIDE)
    metal = any(mention.name in METALS for materials in beside for mention in materials)
    return [found, concept] if metal else [found]


def _is_narrow(phrase: NounPhrase) -> bool:
    """`In a narrow voltage range` only."""
    return any(word.text in ("narrow", "limited", "small") for word in phrase.words)


def _measured(concept: Concept, phrase: NounPhrase) -> Concept:
    """A pressure `below 5 MPa` is low, a current density `above 1 mA cm-2` is high."""
    if concept.meaning.event or concept.level:
        return concept
    for modifier in phrase.modifiers:
        if modifier.prep in _BOUNDS and modifier.quantities:
            return concept.turned(_BOUNDS[modifier.prep])
    return concept


def _operator(words: Sequence[Word]) -> str:
    """What the phrase's own noun does to what it governs, or an empty string."""
    operators = concept_words().operators
    return operators.get(singular(words[-1].text), "") if words else ""
