"""Weaknesses that noun phrases tell: `the low conductivity of PEO`, `its brittleness`, `brittle garnets`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..frames.concept import METALS, Concept
from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.meanings import concept_words
from ..frames.outcomes import changed_phrases, with_examples
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from ..materials import MaterialMention
from .bearers import bearers
from .ends import is_compared
from .memory import Memory
from .sufferers import (
    Sufferer,
    beyond_metal,
    can_suffer,
    electrolytes,
    is_possessive,
    named_in,
    owners,
    sufferers,
    topics,
)

_REASONS = frozenset({"due to", "owing to", "because of", "on account of", "despite", "in spite of"})
"""Prepositions before a weakness of what was just named."""

_NOUNS = frozenset(
    {"surface_contamination", "dendrite_growth", "void_formation", "short_circuit", "mechanical_failure"}
)
"""Failures that are told by nouns, which say nothing of a material behind them (`impurity sulfur`)."""


@dataclass(frozen=True, slots=True)
class Weakness:
    """One limitation found.

    Args:
        sufferer: who.
        failure: from what.
        at: clean position.
        rule: that read it.
        confidence: of the rule.
        denied: the paper denies it.
    """

    sufferer: Sufferer
    failure: str
    at: int
    rule: str
    confidence: float
    denied: bool = False


def weakness_of(concept: Concept) -> tuple[str, bool] | None:
    """The failure that a concept is, and whether it is denied; of `no sufficient strength` that of the bad side."""
    if concept.prevented:
        return None
    meaning = concept.meaning
    if concept.denied and not meaning.event and concept.side != "bad":
        good = concept.side == "good" or meaning.better == "high"
        return (meaning.fails, False) if good and meaning.fails else None
    return (concept.failure, concept.denied) if concept.failure else None


def weaknesses_of(
    concepts: Iterator[Concept], whose: list[Sufferer], memory: Memory, rule: str, confidence: float
) -> Iterator[Weakness]:
    """The weaknesses that concepts are of those who can suffer from them.

    Args:
        concepts: that were told of them.
        whose: who suffers.
        memory: what kinds of materials they are.
        rule: that read it.
        confidence: of the rule.
    """
    for concept in concepts:
        weakness = weakness_of(concept)
        if weakness is not None:
            failure, denied = weakness
            for sufferer in whose:
                if not can_suffer(sufferer, concept, memory):
                    continue
                yield Weakness(sufferer, failure, concept.start, rule, confidence, denied)


def nominal_weaknesses(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """The weaknesses that the noun phrases of a statement tell.

    Args:
        statement: the statement.
        memory: what `its` may take up.
    """
    for phrase in with_examples(statement.phrases() if not is_wish(statement) else statement.opening):
        for concept in find_concepts(phrase):
            if concept.failure in (None, "grain_boundary") or concept.prevented or concept.denied:
                continue
            if concept.meaning.event and (_is_little(phrase, statement) or _does_not_come(phrase, statement)):
                continue
            changed = not statement.verb.denied and id(phrase) in changed_phrases(statement)
            if is_compared(phrase) or (changed and not _is_stated(phrase, concept)):
                continue
            for sufferer, rule, confidence in _whose(phrase, concept, statement, memory):
                if not can_suffer(sufferer, concept, memory):
                    continue
                yield Weakness(sufferer, concept.failure or "", concept.start, rule, confidence)


def _is_little(phrase: NounPhrase, statement: Statement) -> bool:
    """Whether its sentence says that there is hardly any of it (`the swelling of LLZO is small`)."""
    if statement.verb.lemma != "be" or not any(phrase is each for each in statement.subjects):
        return False
    little = concept_words().little
    return not statement.verb.denied and any(word.text in little for each in statement.objects for word in each.words)


def _does_not_come(phrase: NounPhrase, statement: Statement) -> bool:
    """Whether its sentence says that something does not bring it about (`cracks do not lead to shorts in LLZO`)."""
    brought = any(phrase is each for given in (*statement.objects, *statement.obliques) for each in given.tree())
    return statement.verb.denied and brought and "cause" in statement.verb.senses


def is_wish(statement: Statement) -> bool:
    """`The electrolyte should not be brittle` says nothing of any.

    Args:
        statement: the statement.
    """
    return any(word.text in ("should", "must") for word in statement.verb.words)


def _is_stated(phrase: NounPhrase, concept: Concept) -> bool:
    """Whether an adjective says that a quality is bad, which holds though it be mended (`the poor contact of LLZO`)."""
    return not concept.meaning.event and any(word.start == concept.start for word in phrase.words)


def _whose(
    phrase: NounPhrase, concept: Concept, statement: Statement, memory: Memory
) -> Iterator[tuple[Sufferer, str, float]]:
    first = _first_of_list(phrase, statement)
    for mention in named_in(phrase):
        sufferer = Sufferer(memory.names.participant(mention.name))
        if mention.start >= concept.end and concept.failure not in _NOUNS:
            yield sufferer, "attribute", 0.75
        elif memory.names.is_electrolyte(mention.name) and _is_near(phrase, mention, concept):
            yield sufferer, "possessive", 0.75
    if is_possessive(first):
        for sufferer in _possessors(phrase, concept, statement, memory):
            yield sufferer, "its", 0.75
        return
    if not named_in(phrase) or _is_of_contaminant(phrase, concept):
        behind = _behind(phrase, concept) if phrase.modifiers else _shared(phrase, statement)
        if behind and all(mention.name in METALS for mention in behind):
            behind = beyond_metal(phrase) or behind
        if concept.failure == "electronic_leakage" and any(each.prep == "at" for each in phrase.tree()):
            return
        for sufferer in bearers(behind, memory, concept.failure or ""):
            yield sufferer, "weakness-of", 0.75


def _behind(phrase: NounPhrase, concept: Concept) -> list[MaterialMention]:
    """Who stands behind a concept itself: in `growth of voids and loss of contact to LLZO` none of voids."""
    if phrase.start <= concept.start < phrase.end:
        return owners(phrase)
    holder = next((each for each in phrase.modifiers if _holds(each, concept)), phrase)
    others = [each for each in phrase.modifiers if each is not holder and not find_concepts(each)]
    return owners(holder) or [mention for each in others for mention in owners(each)]


def _holds(phrase: NounPhrase, concept: Concept) -> bool:
    return any(each.start <= concept.start < each.end for each in phrase.tree())


def _is_of_contaminant(phrase: NounPhrase, concept: Concept) -> bool:
    """`The Li2CO3 contamination of LLZO` names what covers it, not what suffers."""
    names = {mention.name.lower() for mention in phrase.materials}
    return concept.failure == "surface_contamination" and names <= grammar().lists["contaminants"]


def _is_near(phrase: NounPhrase, mention: MaterialMention, concept: Concept) -> bool:
    """Whether at most two words stand between a material and what is said of it (`LLZO's very poor wettability`)."""
    return sum(mention.end <= word.start < concept.start for word in phrase.words) <= 2


def _shared(phrase: NounPhrase, statement: Statement) -> list[MaterialMention]:
    """Whose a weakness on a list is that says it at its end: `the low strength and the brittleness of LiPON`."""
    for phrases in (statement.subjects, statement.objects):
        if any(each is phrase for each in phrases):
            last = phrases[-1]
            return [mention for each in last.modifiers if each.prep == "of" for mention in named_in(each)]
    return []


def _first_of_list(phrase: NounPhrase, statement: Statement) -> NounPhrase:
    """The phrase that lends its `its` to others without a determiner: of `its low strength and poor stability`."""
    for phrases in (statement.subjects, statement.objects, statement.obliques):
        first = phrase
        for each in (other for other in phrases if other.prep == phrase.prep):
            if each.determiner or first is phrase:
                first = each
            if each is phrase:
                return first
    return phrase


def _possessors(phrase: NounPhrase, concept: Concept, statement: Statement, memory: Memory) -> list[Sufferer]:
    """Whose `its` is: of the subject, unless it is part of that itself; no electrolyte's where something swells."""
    if phrase in statement.subjects:
        given = [each for opening in statement.opening if opening.prep in _REASONS for each in opening.tree()]
        if given:
            return list(electrolytes([mention for each in given for mention in named_in(each)], memory))
        return topics(statement, memory)
    found = sufferers(statement.subjects, statement, memory)
    if concept.failure == "volume_change":
        return [each for each in found if not memory.names.is_any_electrolyte(each.participant.name)]
    return found or (_before(phrase, statement, memory) if phrase.prep in _REASONS else [])


def _before(phrase: NounPhrase, statement: Statement, memory: Memory) -> list[Sufferer]:
    """The one electrolyte named before a reason (`few cells use sulfides, due to their narrow window`)."""
    around = [each for each in statement.phrases() if each.start < phrase.start]
    mentions = [mention for each in around for mention in named_in(each)]
    named = {each.participant.id: each for each in electrolytes(mentions, memory)}
    return list(named.values()) if len(named) == 1 else []
