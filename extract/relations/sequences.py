"""Causes told by what comes after what: `voids open, contact is lost and the current crowds`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..frames.concepts import find_concepts
from ..frames.happenings import happenings, told_by_verb
from ..frames.outcomes import turn_of
from ..frames.statements import Statement
from .ends import End, Link, as_ends, memory_ends
from .memory import Memory
from .told import Told

_NEXT = frozenset({"then", "finally", "eventually", "subsequently", "ultimately", "afterwards", "soon"})
"""Adverbs that take up the sentence before as what came first."""

_STILL = frozenset({"be", "have", "seen", "indicate", "contain", "prevent", "improve"})
"""Senses of verbs that tell no event, or one that mends something."""


def sequence_links(told: Told, memory: Memory) -> Iterator[Link]:
    """The events that a sentence tells one after the other, each of a subject of its own.

    Args:
        told: the sentence.
        memory: what it may go on from.
    """
    for before, statement in pairwise(told.statements):
        if statement.link in ("main", "clause") and statement.subjects and not statement.subordinator:
            same = statement.subjects is before.subjects
            if not same or (told_by_verb(before) and told_by_verb(statement)):
                yield Link(_events(before), _comes_next(statement), "sequence", 0.55)
    first = told.statements[0] if told.statements else None
    if first is not None and _NEXT.intersection(first.adverbs):
        yield Link(memory_ends(first, memory), _events(first), "sequence", 0.55)


def _comes_next(statement: Statement) -> list[End]:
    """The failures that come about, and what rises or falls for the worse; of `the current leads to …` the current."""
    if "cause" in statement.verb.senses or turn_of(statement):
        begins = as_ends(concept for phrase in statement.agents for concept in find_concepts(phrase))
        if begins:
            return [end for end in begins if not end.good and not end.denied]
    return _events(statement) or [end for end in _ends(statement) if end.kind == "level" and not end.good]


def _events(statement: Statement) -> list[End]:
    """The failures that come about by a statement; of a state, a denial or a clause behind `while` none."""
    return [end for end in _ends(statement) if end.kind in ("failure", "way")]


def _ends(statement: Statement) -> list[End]:
    verb = statement.verb
    still = verb.lemma == "be" or verb.senses & _STILL or verb.denied or verb.hedged
    if still or statement.subordinator or statement.link not in ("main", "clause"):
        return []
    return [end for end in as_ends(happenings(statement)) if not end.denied]
