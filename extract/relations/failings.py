"""Limitations told by how something fails: `LLZO cells fail by short circuit`, `cracks are why they fail`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from ..materials import MaterialMention
from .bearers import doers
from .dispatch import VerbRule
from .doings import shown_by
from .memory import Memory
from .sufferers import owners
from .weaknesses import Weakness

_BECAUSE = ("by", "due to", "owing to", "because of", "through", "via", "from", "as a result of")
_FAILING = frozenset({"failure", "failures", "death", "degradation", "breakdown"})
_MODES = frozenset({"mode", "modes"})


def _fails_by(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LLZO cells fail by short circuit`, `the garnet pellet broke down because of cracks`."""
    if statement.verb.denied or statement.verb.form != "finite":
        return
    failures = [phrase for phrase in statement.subjects if phrase.words[-1].text in ("failure", "failures", "death")]
    fails = statement.verb.lemma in ("fail", "die")
    if not fails and not (failures and "caused_by" in statement.verb.senses):
        return
    for phrase in statement.oblique(*_BECAUSE) if fails else statement.objects:
        for concept in find_concepts(phrase):
            if concept.failure and not concept.denied and not concept.prevented:
                for sufferer in shown_by(statement.subjects, concept.failure, statement, memory):
                    yield Weakness(sufferer, concept.failure, concept.start, "does", 0.7)


def _is_why(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Cracking is the root cause of failure in argyrodite cells`, `… is identified as the failure mode of LLZO`."""
    pairs = [(statement.objects, statement.subjects), (statement.subjects, statement.objects)]
    if statement.verb.lemma in grammar().lists["naming_verbs"] and "serve" not in statement.verb.senses:
        pairs = [(statement.oblique("as"), statement.patients)]
    for named, others in pairs:
        mentions = [mention for phrase in named if _tells_failing(phrase) for mention in _whose(phrase)]
        for concept in (each for phrase in others if mentions for each in find_concepts(phrase)):
            if concept.meaning.event and concept.failure and not concept.denied and not concept.prevented:
                for sufferer in doers(mentions, memory, concept.failure):
                    yield Weakness(sufferer, concept.failure, concept.start, "is-why", 0.65, statement.verb.denied)


def _tells_failing(phrase: NounPhrase) -> bool:
    """Whether a phrase names what something fails by: `the main cause of failure`, `the failure mechanism`."""
    words = phrase.words
    if words[-1].text not in grammar().lists["cause_nouns"] | _MODES:
        return False
    inner = any(word.text in _FAILING for word in words)
    return inner or any(each.words[-1].text in _FAILING for each in phrase.modifiers if each.prep in ("of", "for"))


def _whose(phrase: NounPhrase) -> Sequence[MaterialMention]:
    return [mention for each in phrase.modifiers for mention in owners(each)]


RULES = (
    VerbRule(_fails_by, frozenset({"caused_by"}), frozenset({"fail", "die"})),
    VerbRule(_is_why, frozenset({"be"}), grammar().lists["naming_verbs"] | {"be"}),
)
"""The rules for how things fail, in the order in which they are asked."""
