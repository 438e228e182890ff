"""What a statement says becomes of a failure or a quality: its verb and its objects taken together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from .concept import Concept
from .concepts import find_concepts
from .grammar import grammar
from .meanings import concept_words
from .phrases import NounPhrase
from .statements import Statement

_TURNS = (
    ("prevent", "prevent"),
    ("worsen", "bad"),
    ("improve", "good"),
    ("increase", "high"),
    ("decrease", "low"),
    ("exceed", "beyond"),
)
"""What a verb does to its objects, by its sense; of several senses the first of this list counts."""

_LEAVES = frozenset(
    {"cause", "form", "enable", "have", "suffer", "caused_by", "be", "indicate", "contain", "react", "happen", "seen"}
)
"""Senses of verbs that leave their objects as they are said to be (`enables stable cycling`)."""


def outcomes(statement: Statement, phrases: Iterable[NounPhrase] | None = None) -> list[Concept]:
    """The failures and qualities that a statement's objects name, turned by its verb.

    `reduces the interfacial resistance` gives interfacial resistance on its good side, `suppresses dendrites` dendrite
    growth that is prevented, `leads to poor contact` poor contact.

    Args:
        statement: the statement.
        phrases: noun phrases to take instead of the statement's patients.
    """
    turn = turn_of(statement)
    if not turn and not statement.verb.senses & _LEAVES and statement.verb.lemma != "be":
        return []
    found = []
    degree = ""
    for phrase in with_examples(statement.patients if phrases is None else phrases):
        named = find_concepts(phrase)
        for concept in named:
            now = turned(concept, turn) if turn else _shared(concept, phrase, degree)
            found.append(now.deny() if statement.verb.denied else now)
        degree = (_degree(phrase) or degree) if named else ""
    return found


def _degree(phrase: NounPhrase) -> str:
    """The side or level that a phrase begins with, its article left out: `a high …`, `poor …`."""
    words = phrase.words[1:] if phrase.determiner in ("a", "an", "the") else phrase.words
    return concept_words().degrees.get(words[0].text, "") if words else ""


def _shared(concept: Concept, phrase: NounPhrase, degree: str) -> Concept:
    """A quality with the adjective of what it is listed with: `improved conductivity and stability`.

    Where it is only high or low, it must be for the better or worse of both: `a high modulus and thickness` is neither.
    """
    bare = concept.start == phrase.start and not (concept.side or concept.level or concept.meaning.event)
    if not bare or degree not in ("good", "bad", "high", "low"):
        return concept
    return concept.turned(degree) if degree in ("good", "bad", concept.meaning.better) else concept


def with_examples(phrases: Iterable[NounPhrase]) -> Iterator[NounPhrase]:
    """Noun phrases, each followed by the examples that are given for it (`issues such as dendrites and voids`)."""
    for phrase in phrases:
        yield phrase
        yield from phrase.examples


def changed_phrases(statement: Statement) -> set[int]:
    """The phrases (by `id`) of which a statement says that they change or cease, and those behind them."""
    if not turn_of(statement):
        return set()
    return {id(each) for phrase in statement.patients for each in phrase.tree()}


def turn_of(statement: Statement) -> str:
    """What its verb does to what it is done to: prevent, bad, good, high, low, or an empty string."""
    senses = statement.verb.senses
    if "affect" in senses and grammar().lists["negative_adverbs"].intersection(statement.adverbs):
        return "bad"
    return _turn_by(senses)


@lru_cache(maxsize=1024)
def _turn_by(senses: frozenset[str]) -> str:
    return next(
        (turn for sense, turn in _TURNS if sense in senses and not (sense == "increase" and "cause" in senses)), ""
    )


def turned(concept: Concept, turn: str) -> Concept:
    """`reduces contact loss` does away with a failure as `prevents contact loss` does.

    To hinder a quality of which no side is named, or a good one, is to lower it (`voids block ion transport`).

    Args:
        concept: a failure or a quality.
        turn: what is done to it: prevent, bad, good, high, low, beyond.
    """
    if turn == "prevent" and not (concept.meaning.event or concept.side or concept.level):
        return concept.turned("low")
    if turn == "prevent" and concept.side == "good" and not concept.meaning.event:
        return concept.turned("bad")
    if concept.failure and not concept.prevented:
        if turn in ("low", "prevent"):
            return replace(concept, prevented=True)
        if turn in ("high", "bad"):
            return concept
    return concept.beyond() if turn == "beyond" else concept.becomes(turn)
