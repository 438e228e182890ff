"""The words of `form_words.yaml`: reactions, products, interphases, counterparts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from ...ontology.yaml_files import read_yaml
from ..frames.own_concepts import singular
from ..frames.phrases import NounPhrase
from ..lexicon import by_word


@dataclass(frozen=True, slots=True)
class FormWords:
    """The file, ready for look-up.

    Args:
        lists: every plain list of the file.
        counterparts: word to the counterpart that it names.
        class_elements: class of materials, or counterpart, to the elements that it may bring into a product.
        brings: word to the element that what it tells of brings.
        implied: counterpart to parts of words by which it is understood.
        by_word: word to the names of the lists that have it.
    """

    lists: Mapping[str, frozenset[str]]
    counterparts: Mapping[str, str]
    class_elements: Mapping[str, tuple[str, ...]]
    brings: Mapping[str, str]
    implied: Mapping[str, tuple[str, ...]]
    by_word: Mapping[str, frozenset[str]]


_NONE: frozenset[str] = frozenset()


@cache
def form_words() -> FormWords:
    """The words, read once."""
    data: dict[str, Any] = read_yaml(resources.files(__package__) / "form_words.yaml")
    counterparts = {word: name for name, words in data.pop("counterparts").items() for word in words}
    elements = {name: tuple(symbols) for name, symbols in data.pop("class_elements").items()}
    brings = {word: symbol for symbol, words in data.pop("brings").items() for word in words}
    implied = {name: tuple(parts) for name, parts in data.pop("implied").items()}
    lists = {name: frozenset(words) for name, words in data.items()}
    return FormWords(lists, counterparts, elements, brings, implied, by_word(lists))


def is_of(phrase: NounPhrase, *lists: str) -> bool:
    """Whether the last word of a noun phrase is in one of the lists."""
    return not _lists_with(phrase.words[-1].text).isdisjoint(lists)


def in_list(word: str, *lists: str) -> bool:
    """Whether a word, or its singular, is in one of the lists."""
    return not _lists_with(word).isdisjoint(lists)


@lru_cache(maxsize=16384)
def _lists_with(word: str) -> frozenset[str]:
    """Names of the lists that have a word, or its singular."""
    known = form_words().by_word
    of_itself, of_singular = known.get(word, _NONE), known.get(singular(word), _NONE)
    return of_itself | of_singular if of_itself and of_singular else of_itself or of_singular


def has_any(phrase: NounPhrase, *lists: str) -> bool:
    """Whether any word of a noun phrase is in one of the lists."""
    return any(not _lists_with(word.text).isdisjoint(lists) for word in phrase.words)
