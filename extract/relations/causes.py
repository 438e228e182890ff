"""Causes: one failure, factor or product is said to lead to another."""

from __future__ import annotations

from collections.abc import Iterator

from ..frames.concepts import Concept, find_concepts
from ..frames.outcomes import outcomes
from ..frames.statements import Statement
from .memory import Memory
from .told import Draft, Told


def find_causes(told: Told, memory: Memory) -> Iterator[Draft]:
    """The causes that a sentence names.

    Args:
        told: the sentence.
        memory: what it leaves to be understood.
    """
    for statement in told.statements:
        if "cause" not in statement.verb.senses:
            continue
        for effect in outcomes(statement):
            for cause in _agents(statement):
                if _is_pair(cause, effect):
                    arguments = {"cause": cause.cause_name, "effect": effect.cause_name}
                    yield Draft("causes", arguments, effect.start, "leads-to", 0.75, negated=effect.denied)


def _agents(statement: Statement) -> list[Concept]:
    """What the subject names; of a participle (`, leading to …`) what the statement before ended with."""
    found = [concept for phrase in statement.agents for concept in find_concepts(phrase)]
    if not found and statement.parent is not None and statement.link in ("participle", "which"):
        return outcomes(statement.parent) or _agents(statement.parent)
    return found


def _is_pair(cause: Concept, effect: Concept) -> bool:
    return bool(cause.cause_name and effect.cause_name) and cause.cause_name != effect.cause_name
