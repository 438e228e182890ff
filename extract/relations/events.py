"""What a statement says comes about, as ends of causes: failures and levels, and the reactions that its verb tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..frames.concept import METALS, Concept
from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.happenings import happenings
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from ..names import Names
from .ends import End, as_ends

_ATTACKS = frozenset({"reduce", "oxidize", "oxidise", "attack", "decompose", "degrade", "defluorinate", "consume"})
"""Verbs of what lithium does to an electrolyte."""

_TURNS = frozenset({"turn", "convert", "transform", "break", "reduce"})
"""Verbs that, with `into`, `to` or `down`, tell the same."""

_GIVES_OUT = frozenset({"fail", "die", "end"})
"""Verbs behind which a preposition names how a cell fails (`fails by a short circuit`)."""

_HOW = ("by", "from", "through", "with", "in", "due to", "because of")


def events(statement: Statement, names: Names) -> list[End]:
    """The ends of causes that are the case if the statement is true.

    `Voids form` gives void formation, `the electrolyte is reduced by lithium` a side reaction, `the cell fails by a
    short circuit` the short circuit.

    Args:
        statement: the statement.
        names: how names are understood.
    """
    found = happenings(statement)
    ends = as_ends(found) or [*_reaction(statement, names), *_given_out(statement), *_soft(statement)]
    return [*ends, *as_ends(replace(each, prevented=False, denied=False) for each in found if _goes_on(each))]


def _goes_on(concept: Concept) -> bool:
    """Whether a failure is said not to be prevented (`cannot stop the dendrites`)."""
    return concept.prevented and concept.denied and concept.meaning.event


def _soft(statement: Statement) -> Iterator[End]:
    """`PEO is soft`: what may be why it does not hold."""
    said = [] if statement.verb.lemma != "be" or statement.verb.denied else statement.objects
    for phrase in said:
        if phrase.words[-1].text in grammar().lists["soft"]:
            yield End("mechanical_weakness", phrase.start, "way", about="mechanical_strength")


def _reaction(statement: Statement, names: Names) -> Iterator[End]:
    """`Lithium reduces the sulfide`, `the electrolyte is oxidized at the carbon`, `LGPS is broken down to Li2S`."""
    verb = statement.verb
    if not (verb.lemma in _ATTACKS or "decompose" in verb.senses or _turns(statement)):
        return
    metal = any(mention.name in METALS for phrase in statement.agents for mention in phrase.materials)
    if (verb.passive or metal) and any(_is_electrolyte(phrase, names) for phrase in statement.patients):
        yield End("side_reaction", statement.start, "failure", denied=verb.denied, about="side_reaction")


def _turns(statement: Statement) -> bool:
    lemma = statement.verb.lemma
    return lemma in _TURNS and (bool(statement.oblique("into", "to")) or "down" in statement.adverbs)


def _is_electrolyte(phrase: NounPhrase, names: Names) -> bool:
    """Whether a phrase means an electrolyte itself: `the sulfide`; not `the sulfide thickness`."""
    last = phrase.words[-1]
    if last.part == "material":
        return any(names.is_electrolyte(mention.name) for mention in phrase.materials)
    return last.text in grammar().lists["electrolyte_nouns"]


def _given_out(statement: Statement) -> list[End]:
    """`The cell failed by a short circuit`, `died from dendrites`: how it failed."""
    if statement.verb.lemma not in _GIVES_OUT or statement.verb.passive or statement.objects:
        return []
    said: Sequence[Concept] = [each for phrase in statement.oblique(*_HOW) for each in find_concepts(phrase)]
    return as_ends(concept for concept in said if concept.meaning.event)
