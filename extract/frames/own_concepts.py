"""The failures and qualities that the words of a noun phrase name by themselves, with their degree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ..materials import MaterialMention
from .concept import METALS, Concept
from .grammar import grammar
from .meanings import Meaning, concept_words
from .phrases import is_adjective
from .word import Word

TOO_LITTLE = frozenset({"insufficient", "inadequate", "deficient"})
"""Degrees that are low ones of what has no bad side (`insufficient pressure`)."""

_MORE = frozenset({"enhanced", "boosted", "strengthened"})
"""Degrees that are high ones of what has no good side (`a locally enhanced current density`)."""

_INNER = frozenset({"neutral", "high"})
"""Operators that a further one behind them overrides (`growth tolerance`)."""


def has_name(words: Sequence[Word]) -> bool:
    """Whether a word is among them with which a failure or a quality can be named; most phrases have none."""
    return any(_may_name(word.text) for word in words)


@lru_cache(maxsize=16384)
def _may_name(text: str) -> bool:
    return singular(text) in concept_words().entries


@lru_cache(maxsize=16384)
def singular(text: str) -> str:
    """A word of English without its plural ending.

    Example:
        >>> [singular(word) for word in ("dendrites", "boundaries", "loss", "cavities")]
        ['dendrite', 'boundary', 'loss', 'cavity']
    """
    if text.endswith("ies") and len(text) > 4:
        return text[:-3] + "y"
    if text.endswith("s") and not text.endswith(("ss", "us", "is")) and len(text) > 3:
        return text[:-1]
    return text


def own_concepts(words: Sequence[Word]) -> Iterator[Concept]:
    """Concepts that the phrase's own words name, with the degree before and the operator behind."""
    lexicon = concept_words()
    index = len(words) - 1
    found: list[Concept] = []
    operator, operator_end = "", 0
    while index >= 0:
        word = words[index]
        text = singular(word.text)
        ways = lexicon.entries.get(text)
        match = entry_at(words, index, ways) if ways else None
        if match is None:
            if text in lexicon.operators and not found and not (operator and lexicon.operators[text] in _INNER):
                operator, operator_end = lexicon.operators[text], word.end
            index -= 1
            continue
        length, meaning = match
        first = index - length
        if not meaning.name or (meaning.causes and not meaning.trait and index < len(words) - 1):
            index = first - 1
            continue
        concept = Concept(meaning, words[first].start, word.end, side=meaning.side)
        concept = with_degree(words, first, concept)
        if meaning.event and index + 1 < len(words) and words[index + 1].text in lexicon.free:
            concept = replace(concept, prevented=True, end=words[index + 1].end)
        if operator and operator != "neutral" and not is_adjective(word):
            concept = replace(concept.becomes(operator), end=operator_end)
            operator = ""
        found.append(concept)
        index = first - 1
    yield from reversed(found)


def entry_at(
    words: Sequence[Word], index: int, ways: Sequence[tuple[tuple[str, ...], Meaning]]
) -> tuple[int, Meaning] | None:
    """How many words before a noun belong to the name that it ends, and what that means; None where it ends none."""
    for before, meaning in ways:
        start = index - len(before)
        if start >= 0 and all(_is(words[start + offset], part) for offset, part in enumerate(before)):
            return len(before), meaning
    return None


def _is(word: Word, part: str) -> bool:
    if part == "<metal>":
        return isinstance(word.mention, MaterialMention) and word.mention.name in METALS
    return word.text == part or singular(word.text) == part


def with_degree(words: Sequence[Word], first: int, concept: Concept) -> Concept:
    """The nearest degree word before the concept in the phrase."""
    for index in reversed(range(first)):
        word = words[index]
        level = _level_of(words, index)
        if level == "fewer":
            return replace(concept.turned("low" if concept.meaning.event else "prevent"), start=word.start)
        if level == "bad" and word.text in TOO_LITTLE and not concept.meaning.better:
            level = "low"
        if level == "good" and word.text in _MORE and not concept.meaning.better:
            level = "high"
        if word.text in grammar().lists["gone"]:
            return replace(concept.becomes("low"), start=word.start)
        if level is not None:
            return replace(concept if concept.meaning.event else concept.turned(level), start=word.start)
    return concept


def _level_of(words: Sequence[Word], index: int) -> str | None:
    """The side or level that a word before a concept names: `non-uniform` is none of `uniform`.

    `Solid-solid` contact and `short-term` stability name none.
    """
    text, behind = words[index].text, words[index + 1].text
    before = words[index - 1].text if index else ""
    if behind == "term" or text in (behind, before):
        return None
    degrees = concept_words().degrees
    return degrees.get(f"non {text}", "bad") if before == "non" and text in degrees else degrees.get(text)
