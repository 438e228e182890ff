"""Conditions that are causes: `at high current densities dendrites grow`, `dendrites grow along grain boundaries`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..frames.concepts import find_concepts
from ..frames.happenings import happenings
from ..frames.outcomes import changed_phrases, with_examples
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .ends import End, Link, as_ends, is_compared

_BEYOND = frozenset({"above", "beyond"})
_UNDER = frozenset({"at", "under", "with", "upon"}) | _BEYOND
_ALONG = frozenset({"along", "through", "in", "at", "within", "into", "inside", "across"})
_WAYS = frozenset({"void_formation", "grain_boundary", "mechanical_failure"})
"""Failures that are places where others begin or go on."""


def condition_links(statement: Statement) -> Iterator[Link]:
    """The conditions under which a statement says that a failure comes about.

    Args:
        statement: the statement.
    """
    around = (*statement.opening, *_own_obliques(statement))
    if around and (causes := _conditions(around)):
        effects = [end for end in as_ends(happenings(statement)) if end.kind == "failure"]
        yield Link(causes, effects, "condition", 0.65)
    changed = changed_phrases(statement)
    for phrase in statement.phrases():
        if phrase.modifiers and id(phrase) not in changed and (causes := _conditions(phrase.modifiers)):
            effects = [end for end in as_ends(find_concepts(phrase)) if end.kind == "failure"]
            yield Link(causes, effects, "condition", 0.6)


def _own_obliques(statement: Statement) -> list[NounPhrase]:
    """The phrases behind prepositions that belong to no other such phrase."""
    inner = {id(each) for phrase in statement.obliques for each in phrase.tree() if each is not phrase}
    return [phrase for phrase in statement.obliques if id(phrase) not in inner]


def _conditions(phrases: Sequence[NounPhrase]) -> list[End]:
    found: list[End] = []
    for phrase in with_examples(phrases):
        if phrase.prep in _UNDER and not is_compared(phrase):
            concepts = find_concepts(phrase)
            if phrase.prep in _BEYOND:
                concepts = [concept.beyond() for concept in concepts if concept.meaning.limit_of]
            found += [end for end in as_ends(concepts) if end.kind == "level"]
        if phrase.prep in _ALONG:
            found += [end for end in as_ends(find_concepts(phrase)) if end.name in _WAYS]
    return found
