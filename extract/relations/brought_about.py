"""What a statement says that its subject brings about."""

from __future__ import annotations

from dataclasses import replace

from ..frames.concept import Concept
from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.outcomes import outcomes, turn_of
from ..frames.statements import Statement
from .ends import End, as_ends
from .memory import Memory
from .understood import ends_of, said_by, suffered, taken_up

TURNS = frozenset({"turn", "convert", "transform"})
"""Verbs that tell behind `into` what becomes of their object (`turns LATP into a mixed conductor`)."""


def brought_about(statement: Statement, by_verb: Concept | None, memory: Memory) -> list[End]:
    """The ends that something brings about, or turns something into.

    Args:
        statement: one with a verb of causing or of change.
        by_verb: the failure that the verb tells by itself, if any.
        memory: for the names of materials, and what a subject takes up.
    """
    effects = as_ends(outcomes(statement) if by_verb is None else [by_verb])
    effects = effects or _reacting(statement, memory) or _caused_to(statement) or _of_passive(statement, memory)
    turns = statement.verb.lemma in TURNS
    if turns:
        effects = effects or [end for phrase in statement.oblique("into") for end in as_ends(find_concepts(phrase))]
    if turns or statement.verb.lemma in grammar().lists["making_verbs"]:
        return [replace(end, kind="failure") if end.kind == "way" else end for end in effects]
    return effects


def _reacting(statement: Statement, memory: Memory) -> list[End]:
    """`The film causes the oxidation of LPSC`, `voids contribute to the resistance`."""
    if "cause" not in statement.verb.senses:
        return []
    ends = [end for phrase in statement.patients for end in ends_of(phrase, memory)]
    reacting = [end for end in ends if end.kind == "failure" and end.about == "side_reaction"]
    agents = [concept for phrase in statement.agents for concept in find_concepts(phrase)]
    if reacting or not any(concept.failure for concept in agents):
        return reacting
    burdens = [end for phrase in statement.patients for end in suffered(phrase, memory)]
    return [end.deny() if statement.verb.denied else end for end in burdens if not ends]


def _of_passive(statement: Statement, memory: Memory) -> list[End]:
    """`The polarization is caused by voids`, `…, caused by voids`: what its subject is, or takes up."""
    if not statement.verb.passive or "cause" not in statement.verb.senses:
        return []
    beside = statement.link == "participle" and not statement.subjects
    effects = [end for phrase in statement.subjects for end in suffered(phrase, memory)]
    return effects or (said_by(statement.parent, memory) if beside else taken_up(statement, memory))


def _caused_to(statement: Statement) -> list[End]:
    """`Dendrites cause it to crack`, `poor contact cannot stop voids`: what something makes, or lets, come about."""
    if "cause" in statement.verb.senses and any(phrase.words[0].part == "pron" for phrase in statement.objects):
        found = [concept for phrase in statement.oblique("to") for concept in find_concepts(phrase)]
        return as_ends(concept.deny() if statement.verb.denied else concept for concept in found)
    if turn_of(statement) != "prevent" or not statement.verb.denied or statement.verb.passive:
        return []
    if statement.verb.lemma in grammar().lists["mending_verbs"]:
        return []
    kept = [concept for phrase in statement.objects for concept in find_concepts(phrase) if concept.meaning.event]
    return as_ends(concept for concept in kept if not concept.prevented and not concept.denied)
