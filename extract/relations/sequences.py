"""Causes told by what comes after what: `voids open, contact is lost and the current crowds`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..frames.grammar import grammar
from ..frames.happenings import told_by_verb
from ..frames.outcomes import turn_of
from ..frames.statements import Statement
from .ends import End, Link
from .events import events
from .memory import Memory
from .told import Told
from .understood import ends_of, memory_ends

_NEXT = frozenset({"then", "finally", "eventually", "subsequently", "ultimately", "afterwards", "soon"})
"""Adverbs that take up the sentence before as what came first."""

CONTRASTING = frozenset(
    {"on the other hand", "in contrast", "however", "conversely", "instead", "nevertheless", "nonetheless"}
)
"""Adverbs by which a statement is set against the one before, and does not follow from it."""

_STILL = frozenset({"be", "have", "seen", "indicate", "contain", "prevent", "improve"})
"""Senses of verbs that tell no event, or one that mends something."""


def sequence_links(told: Told, memory: Memory) -> Iterator[Link]:
    """The events that a sentence tells one after the other, each of a subject of its own.

    Args:
        told: the sentence.
        memory: what it may go on from.
    """
    for before, statement in pairwise(told.statements):
        follows = statement.link in ("main", "clause") and not CONTRASTING.intersection(statement.adverbs)
        if follows and statement.subjects and not statement.subordinator:
            same = statement.subjects is before.subjects
            if not same or (told_by_verb(before) and told_by_verb(statement)):
                yield Link(_events(before, memory), _comes_next(statement, memory), "sequence", 0.55)
    first = told.statements[0] if told.statements else None
    if first is not None and _NEXT.intersection(first.adverbs):
        yield Link(memory_ends(first, memory), _events(first, memory), "sequence", 0.55)


def _comes_next(statement: Statement, memory: Memory) -> list[End]:
    """The failures that come about, and what rises or falls for the worse; of `the current leads to …` the current."""
    earlier = any(word.text == "had" for word in statement.verb.words)
    if earlier or statement.verb.lemma in grammar().lists["standing_verbs"]:
        return []
    begins = [end for phrase in statement.agents for end in ends_of(phrase, memory)]
    if begins and ("cause" in statement.verb.senses or turn_of(statement)):
        return [end for end in begins if not end.good and not end.denied]
    if begins and statement.objects and told_by_verb(statement):
        return []
    return _events(statement, memory) or [
        end for end in _ends(statement, memory) if end.kind == "level" and not end.good
    ]


def _events(statement: Statement, memory: Memory) -> list[End]:
    """The failures that come about by a statement; of a state, a denial or a clause behind `while` none."""
    return [end for end in _ends(statement, memory) if end.kind in ("failure", "way")]


def _ends(statement: Statement, memory: Memory) -> list[End]:
    verb = statement.verb
    still = verb.lemma == "be" or verb.senses & _STILL or verb.denied or verb.hedged
    if still or statement.subordinator or statement.link not in ("main", "clause"):
        return []
    return [end for end in events(statement, memory.names) if not end.denied]
