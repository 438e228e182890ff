"""Causes that somebody names, and ways that failures open to others: `we ascribe the fade to cracks`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .ends import End, Link, as_ends
from .memory import Memory
from .understood import ends_of, is_anaphor, memory_ends, suffered

_LEADS_TO = ("for", "of")
_AT = ("at", "from", "in")
_BEGUN = frozenset({"mechanical_failure", "dendrite_growth"})
"""Failures that begin at a place."""

_PLACES = frozenset({"void_formation", "grain_boundary", "inhomogeneous_deposition", "mechanical_failure"})
"""Failures that are places where those begin."""


def attribution_links(statement: Statement, memory: Memory) -> Iterator[Link]:
    """The links that a statement tells by a verb of attributing, of offering a way or of beginning somewhere.

    Args:
        statement: the statement.
        memory: for the names of materials, and what `this` may take up.
    """
    lists = grammar().lists
    if statement.verb.lemma in lists["attributing_verbs"]:
        yield from _attributed(statement, memory)
    if statement.verb.lemma in lists["offering_verbs"]:
        yield from _offered(statement, memory)
    if "have" in statement.verb.senses or statement.verb.lemma == "exert":
        yield from _harms(statement, memory)
    if statement.verb.lemma in lists["beginning_verbs"]:
        yield from _begun(statement)
    if statement.verb.lemma in lists["naming_verbs"] and "serve" not in statement.verb.senses:
        yield from _named(statement, memory)


def _attributed(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`We attribute the capacity fade to cracks`, `the authors ascribed this to voids`."""
    to = [phrase for phrase in statement.obliques if phrase.prep == "to"]
    if statement.verb.passive or not to:
        return
    told = [_without_cause(phrase) for phrase in statement.objects]
    effects = [end for phrase in told for end in suffered(phrase, memory)]
    if not effects and told and all(map(is_anaphor, told)):
        effects = memory_ends(statement, memory)
    if statement.verb.denied:
        effects = [end.deny() for end in effects]
    causes = [end for phrase in to for end in ends_of(phrase, memory, materials=True)]
    yield Link(causes, [end for end in effects if not end.good], "attributed", 0.8)


def _without_cause(phrase: NounPhrase) -> NounPhrase:
    return replace(phrase, modifiers=[each for each in phrase.modifiers if each.prep != "to"], concepts=None)


def _offered(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`Cracks provide pathways for dendrites`, `voids offer nucleation sites for dendrites`."""
    ways = [phrase for phrase in statement.objects if phrase.words[-1].text in grammar().lists["way_nouns"]]
    if not ways or statement.verb.passive:
        return
    behind = [each for phrase in ways for each in phrase.modifiers if each.prep in _LEADS_TO]
    effects = _failures(behind or statement.oblique("for"))
    if statement.verb.denied:
        effects = [end.deny() for end in effects]
    causes = [end for phrase in statement.subjects for end in ends_of(phrase, memory) if end.kind != "level"]
    yield Link(causes, effects, "offers-way", 0.7)


def _named(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`Cracking is discussed as the reason for shorts`, `we identify voids as the origin of the polarization`."""
    nouns = grammar().lists["cause_nouns"]
    called = [phrase for phrase in statement.oblique("as") if phrase.words[-1].text in nouns]
    if not called:
        return
    behind = [each for phrase in called for each in phrase.modifiers if each.prep in _LEADS_TO]
    effects = [end for phrase in behind for end in suffered(phrase, memory) if not end.good]
    if statement.verb.denied:
        effects = [end.deny() for end in effects]
    told = [replace(phrase, modifiers=[], concepts=None) for phrase in statement.patients]
    yield Link([end for phrase in told for end in ends_of(phrase, memory)], effects, "named-as", 0.75)


def _harms(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`Voids have a detrimental effect on the contact`."""
    nouns, harmful = grammar().lists["effect_nouns"], grammar().lists["harmful"]
    told = [phrase for phrase in statement.objects if phrase.words[-1].text in nouns and not phrase.is_denied]
    if statement.verb.denied or not any(word.text in harmful for phrase in told for word in phrase.words):
        return
    behind = [each for phrase in told for each in phrase.modifiers if each.prep in ("on", "upon")]
    plain = [each for phrase in behind for each in find_concepts(phrase) if not (each.side or each.meaning.event)]
    effects = as_ends(each.turned("bad") for each in plain)
    causes = [end for phrase in statement.subjects for end in ends_of(phrase, memory) if not end.good]
    yield Link(causes, effects, "harms", 0.7)


def _begun(statement: Statement) -> Iterator[Link]:
    """`Cracks initiate at voids`, `dendrites nucleate from current hot spots`."""
    if statement.objects or statement.verb.denied:
        return
    effects = [end for end in _failures(statement.subjects) if end.name in _BEGUN]
    causes = [end for end in _failures(statement.oblique(*_AT)) if end.name in _PLACES] if effects else []
    yield Link(causes, effects, "begins-at", 0.7)


def _failures(phrases: Sequence[NounPhrase]) -> list[End]:
    ends = as_ends(concept for phrase in phrases for concept in find_concepts(phrase))
    return [end for end in ends if end.kind != "level" and not end.good]
