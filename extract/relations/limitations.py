"""Limitations: a material or a class is said to suffer from a failure or a weakness."""

from __future__ import annotations

from collections.abc import Iterator

from ..frames.outcomes import outcomes
from .memory import Memory, subjects_of
from .told import Draft, Told


def find_limitations(told: Told, memory: Memory) -> Iterator[Draft]:
    """The weaknesses that a sentence names.

    Args:
        told: the sentence.
        memory: what it leaves to be understood.
    """
    for statement in told.statements:
        if not (statement.verb.senses & {"suffer", "have"} or statement.verb.lemma == "be"):
            continue
        for concept in outcomes(statement):
            if concept.failure is None or concept.prevented:
                continue
            for subject in subjects_of(statement.subjects):
                arguments = {"subject": memory.names.participant(subject.name), "failure": concept.failure}
                yield Draft("limitation", arguments, concept.start, "suffers-from", 0.75, negated=concept.denied)
