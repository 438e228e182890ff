"""Whose element is meant: `its titanium is reduced` and `Ti4+ is reduced` are said of what holds titanium."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from ..materials import MaterialMention
from .memory import Memory
from .sufferers import Sufferer, electrolytes, owners

_ION = re.compile(r"([a-z]{1,2})\d?[+−-]$")
"""An ion in lower case. Matches `ti4+`, `ge+`; must not match `ph2`."""


def is_ion(text: str) -> bool:
    """Whether a word is an ion (`ti4+`).

    Args:
        text: in lower case.
    """
    return _ION.match(text) is not None


def hosts(phrases: Sequence[NounPhrase], statement: Statement, memory: Memory) -> list[Sufferer]:
    """The electrolytes that hold the elements which noun phrases name, the nearest that do.

    Args:
        phrases: `titanium`, `the Ge4+ ions`.
        statement: where they stand.
        memory: what was spoken of before.
    """
    elements = {symbol for phrase in phrases for symbol in _elements(phrase)} - {"Li", "Na", "K"}
    if not elements:
        return []
    for mentions in _spoken_of(statement, memory):
        found = [
            each
            for each in electrolytes(mentions, memory)
            if elements <= set(memory.names.identify(each.participant.name).composition or ())
        ]
        if found:
            return found
    return []


def _elements(phrase: NounPhrase) -> Iterator[str]:
    yield from (mention.name for mention in phrase.materials if mention.kind == "element")
    yield from (match[1].capitalize() for word in phrase.words if (match := _ION.match(word.text)))


def _spoken_of(statement: Statement, memory: Memory) -> Iterator[list[MaterialMention]]:
    """Materials named with the statement, before it in the sentence, in the sentences before, and by the heading."""
    around = [*statement.opening, *statement.obliques, *statement.subjects]
    yield [mention for phrase in around for mention in (*owners(phrase), *_behind(phrase))]
    before = statement.parent
    while before is not None:
        yield [mention for phrase in (*before.subjects, *before.opening) for mention in owners(phrase)]
        before = before.parent
    yield list(memory.spoken)
    yield list(memory.recent)
    yield list(memory.section[-1:])


def _behind(phrase: NounPhrase) -> list[MaterialMention]:
    return [mention for each in phrase.tree() for mention in each.materials]
