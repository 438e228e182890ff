"""Conditions that are causes: `at high current densities dendrites grow`, `dendrites grow along grain boundaries`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..frames.concept import Concept
from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.happenings import told_by_verb
from ..frames.outcomes import changed_phrases, with_examples
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .ends import End, Link, as_ends, is_compared
from .events import events
from .measured import measured
from .memory import Memory
from .understood import before_of, is_anaphor, said_before

_PROCESSES = frozenset({"process", "processes", "charge", "discharge", "operation", "deposition", "dissolution"})
"""Further nouns of what goes on under conditions (`during discharge at a low pressure`)."""

_BEYOND = frozenset({"above", "beyond"})
_WITHOUT = frozenset({"without", "in the absence of"})
_UNDER = frozenset({"at", "under", "with", "upon"}) | _BEYOND
_ALONG = frozenset({"along", "via", "through", "in", "at", "within", "into", "inside", "across"})
_GROWTH = frozenset({"dendrite_growth", "short_circuit"})
_TRAITS = frozenset({"reduction_potential"})
"""Properties that tell what something is, and no condition (`with a strong reduction potential, Li reacts`)."""

_HARMLESS = "low_current_density"
"""A level that only says that something comes about even so (`shorts at low current densities`)."""

_WAYS = frozenset({"void_formation", "grain_boundary", "mechanical_failure"})
"""Failures that are places where others begin or go on."""


def condition_links(statement: Statement, memory: Memory) -> Iterator[Link]:
    """The conditions under which a statement says that a failure comes about.

    Args:
        statement: the statement.
        memory: what `they` may take up.
    """
    around = (*statement.opening, *_own_obliques(statement))
    inside = [modifier for phrase in statement.agents for modifier in phrase.modifiers]
    if around or inside:
        effects = events(statement, memory.names) or _taken_up(statement, memory)
        yield from _links(around, effects)
        if inside and not any(end.kind for phrase in statement.agents for end in as_ends(find_concepts(phrase))):
            yield from _links(inside, effects)
    yield from _inside(statement)
    yield from _along_these(statement, around, memory)
    for phrase in statement.phrases():
        concepts = find_concepts(phrase) if phrase.modifiers else []
        if concepts and id(phrase) not in changed_phrases(statement):
            yield from _links(phrase.modifiers, as_ends(concepts))


def conditions_of_clause(statement: Statement, effects: Sequence[End]) -> Iterator[Link]:
    """What comes about when something is done under a condition (`voids form when Li is stripped at high currents`).

    Args:
        statement: the clause behind `when`, `if` and the like.
        effects: what the main clause says comes about.
    """
    yield from _links((*statement.opening, *_own_obliques(statement)), effects)


def _inside(statement: Statement) -> Iterator[Link]:
    """`Lithium penetrates the cracks`: the way that it takes stands as an object."""
    told = told_by_verb(statement) if statement.objects and not statement.verb.passive else None
    if told is not None and told.failure in _GROWTH and not told.denied:
        ways = as_ends(concept for phrase in statement.objects for concept in find_concepts(phrase))
        yield Link([end for end in ways if end.name in _WAYS], as_ends([told]), "along", 0.7)


def _along_these(statement: Statement, around: Sequence[NounPhrase], memory: Memory) -> Iterator[Link]:
    """`Lithium then grows into them`, `along these paths`: into or along the cracks that were spoken of."""
    nouns = grammar().lists["place_nouns"]
    if any(phrase.prep in _ALONG and is_anaphor(phrase, nouns) for phrase in around):
        grown = [end for end in events(statement, memory.names) if end.name in _GROWTH]
        yield Link(
            [end for end in said_before(statement, memory) if end.name in _WAYS] if grown else [], grown, "along", 0.6
        )


def _taken_up(statement: Statement, memory: Memory) -> list[End]:
    """The dendrites of `they grow along the boundaries`, of which was spoken before."""
    subjects = statement.subjects
    grows = statement.verb.senses & {"happen", "increase"} and not statement.verb.denied
    if not grows or not subjects or any(phrase.words[0].text != "they" for phrase in subjects):
        return []
    before = before_of(statement)
    said = said_before(statement, memory) or [
        end for phrase in (before.phrases() if before is not None else ()) for end in as_ends(find_concepts(phrase))
    ]
    return [replace(end, denied=False, vague=True) for end in said if end.name in _GROWTH]


def _links(around: Sequence[NounPhrase], effects: Sequence[End]) -> Iterator[Link]:
    failures = [end for end in effects if end.kind == "failure" and end.name != "grain_boundary"]
    if failures:
        yield Link(_conditions(around), failures, "condition", 0.65)
        yield Link(_ways(around), [end for end in failures if end.name in _GROWTH], "along", 0.7)


def _own_obliques(statement: Statement) -> list[NounPhrase]:
    """The phrases behind prepositions that belong to no other such phrase."""
    inner = {id(each) for phrase in statement.obliques for each in phrase.tree() if each is not phrase}
    return [phrase for phrase in statement.obliques if id(phrase) not in inner]


def _conditions(phrases: Sequence[NounPhrase]) -> list[End]:
    """Levels under which something comes about (`at high current densities`)."""
    found: list[End] = []
    for phrase in (each for outer in phrases for each in _with_processes(outer)):
        if phrase.prep in _WITHOUT:
            found += as_ends(_missing(concept) for concept in find_concepts(phrase) if not concept.meaning.event)
        found += _bounded(phrase)
        found += _present(phrase)
        if phrase.prep in _UNDER and not is_compared(phrase):
            concepts = find_concepts(phrase)
            if phrase.prep in _BEYOND:
                concepts = [concept.beyond() for concept in concepts if concept.meaning.limit_of]
            found += [end for end in as_ends(concepts) if _is_condition(end)]
    return found


def _present(phrase: NounPhrase) -> list[End]:
    """`In the presence of voids`, `with voids present`: failures that are there when something comes about."""
    there = phrase.prep == "with" and phrase.words[-1].text in grammar().lists["existing"]
    if phrase.prep != "in the presence of" and not there:
        return []
    return [end for end in as_ends(find_concepts(phrase)) if end.kind == "failure" and not end.denied]


def _with_processes(phrase: NounPhrase) -> Iterator[NounPhrase]:
    """A phrase, and what is tied to it where it only names a process (`upon stripping at high currents`)."""
    yield phrase
    process = phrase.words[-1].text in grammar().lists["process_nouns"] | _PROCESSES
    if process and not any(c.side for c in find_concepts(phrase)):
        yield from phrase.modifiers


def _is_condition(end: End) -> bool:
    """Whether a level may bring failures about: what is good beside a weakness does not (`fast with poor contact`)."""
    return end.kind == "level" and not end.good and end.name != _HARMLESS and end.about not in _TRAITS


def _bounded(phrase: NounPhrase) -> list[End]:
    """`Above 25 MPa` says that the pressure is high, `below 1 MPa` that it is low."""
    level = "high" if phrase.prep in _BEYOND else "low" if phrase.prep == "below" else ""
    if not level or any(word.part != "quantity" for word in phrase.words):
        return []
    known = [measured(quantity) for quantity in phrase.quantities]
    return [
        End(f"{level}_{name}", phrase.start, "level", about=name)
        for name in known
        if name and f"{level}_{name}" != _HARMLESS
    ]


def _missing(concept: Concept) -> Concept:
    """`Without sufficient pressure`: it is low; `in the absence of close contact`: it is poor."""
    return replace(concept, denied=False, level="", side="").turned("low")


def _ways(phrases: Sequence[NounPhrase]) -> list[End]:
    """Failures along which metal grows (`along grain boundaries`, `through defects such as cracks`)."""
    found = [
        concept
        for phrase in phrases
        if phrase.prep in _ALONG
        for each in with_examples([phrase])
        for concept in find_concepts(each)
    ]
    return [end for end in as_ends(found) if end.name in _WAYS]
