"""Decomposition: a material, alone or in contact with another, gives products."""

from __future__ import annotations

from collections.abc import Iterator

from ..frames.statements import Statement
from .memory import Memory, subjects_of
from .told import Draft, Told


def find_decompositions(told: Told, memory: Memory) -> Iterator[Draft]:
    """The products that a sentence names.

    Args:
        told: the sentence.
        memory: what it leaves to be understood.
    """
    for statement in told.statements:
        if "decompose" in statement.verb.senses and not statement.verb.passive:
            yield from _products(statement, memory)


def _products(statement: Statement, memory: Memory) -> Iterator[Draft]:
    subjects = subjects_of(statement.subjects) or memory.topic
    for subject in subjects:
        for product in subjects_of(statement.objects):
            arguments = {
                "subject": memory.names.participant(subject.name),
                "product": memory.names.participant(product.name),
            }
            yield Draft(
                "decomposition", arguments, product.start, "decomposes-into", 0.8, negated=statement.verb.denied
            )
