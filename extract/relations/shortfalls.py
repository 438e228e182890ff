"""Causes told by what something lacks, suffers from or costs: `too soft to stop dendrites`, `costs capacity`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..frames.concept import Concept
from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.happenings import states
from ..frames.meanings import concept_words
from ..frames.outcomes import turn_of, turned
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .ends import End, Link, as_ends
from .incapacities import falls_short
from .memory import Memory
from .understood import agents_of, ends_of

_SUFFERED = ("from", "under")


def shortfall_links(statement: Statement, memory: Memory) -> Iterator[Link]:
    """The links that a statement tells by what is too weak, what suffers and what is lost.

    Args:
        statement: the statement.
        memory: for the names of materials, and what a subject takes up.
    """
    yield from _too_weak(statement)
    yield from _soft(statement)
    yield from _suffers(statement, memory)
    yield from _burdens(statement, memory)


def _too_weak(statement: Statement) -> Iterator[Link]:
    """`PEO is too soft to stop dendrites`, `polymers are not stiff enough to block filaments`."""
    before = statement.parent
    if statement.link != "purpose" or before is None or not falls_short(before):
        return
    if statement.verb.lemma in grammar().lists["keeping_verbs"] or turn_of(statement) == "prevent":
        yield Link(_too_far(before), _not_kept(statement), "too-low", 0.65)
    if turn_of(statement) != "prevent":
        return
    soft = grammar().lists["soft"] | grammar().lists["stiff"]
    said = [word for phrase in before.objects for word in phrase.words if word.text in soft]
    concepts = [each for phrase in statement.objects for each in find_concepts(phrase)]
    effects = as_ends(each for each in concepts if each.meaning.event and not each.denied)
    if said:
        yield Link([End("mechanical_weakness", said[0].start, "failure")], effects, "too-weak", 0.7)


def _soft(statement: Statement) -> Iterator[Link]:
    """`The soft polymer cannot stop dendrites`."""
    if not statement.verb.denied or statement.verb.passive or turn_of(statement) != "prevent":
        return
    soft = grammar().lists["soft"]
    said = [word for phrase in statement.subjects for word in phrase.words if word.text in soft]
    effects = as_ends(each for phrase in statement.objects for each in find_concepts(phrase) if each.meaning.event)
    if said and effects:
        yield Link([End("mechanical_weakness", said[0].start, "failure")], effects, "too-weak", 0.7)


def _too_far(statement: Statement) -> list[End]:
    """`The pressure is too low`: the level of what is said of the subject."""
    return [end for end in as_ends(states(statement)) if end.kind == "level" and not end.denied]


def _not_kept(statement: Statement) -> list[End]:
    """`To keep the contact`, `to prevent voids`: what then is the case after all."""
    concepts = [each for phrase in statement.objects for each in find_concepts(phrase) if not each.denied]
    prevented = turn_of(statement) == "prevent"
    lost = [each if prevented else each.turned("bad") for each in concepts if each.meaning.event == prevented]
    return [end for end in as_ends(lost) if end.kind == "failure"]


def _suffers(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`The contact suffers from volume changes`: a quality of which no side is named becomes worse."""
    if statement.verb.lemma != "suffer" or statement.verb.denied:
        return
    worse = _turned(statement.subjects, "bad")
    causes = [end for phrase in _suffered(statement) for end in ends_of(phrase, memory)]
    yield Link(causes, [end for end in worse if end.kind == "failure"], "suffers", 0.7)


def _suffered(statement: Statement) -> Sequence[NounPhrase]:
    return statement.objects or statement.oblique(*_SUFFERED)


def _burdens(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`The interphase adds to the resistance`, `adds resistance`, `side reactions cost capacity`."""
    level = concept_words().burdens.get(statement.verb.lemma)
    if level is None or statement.verb.passive or statement.verb.denied:
        return
    phrases = [*statement.objects, *statement.oblique("to")]
    effects = [end for end in _turned(phrases, level) if not end.good]
    if effects:
        yield Link([end for end in agents_of(statement, memory) if end.kind != "material"], effects, "burdens", 0.7)


def _turned(phrases: Sequence[NounPhrase], turn: str) -> list[End]:
    """What becomes of qualities of which no side is named yet."""
    concepts = [concept for phrase in phrases for concept in find_concepts(phrase)]
    return as_ends(turned(concept, turn) for concept in concepts if _is_plain(concept))


def _is_plain(concept: Concept) -> bool:
    return not (concept.side or concept.level or concept.meaning.event or concept.denied)
