"""The word lists of `strategy_words.yaml`."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from ....ontology.yaml_files import read_yaml
from ...frames.own_concepts import singular
from ...frames.phrases import NounPhrase
from ...frames.word import Word
from ...lexicon import by_word

WITH = ("with", "by", "using", "via", "through")
"""Prepositions before what something is treated with."""

INTO = ("into", "in", "to", "onto", "on", "between", "at", "within", "inside", "over", "for", "against", "from", "of")
"""Prepositions before where something is put."""

NOT_TREATED = frozenset({"with", "by", "using", "via", "through", "to", "as", "against"})
"""Prepositions before what is not treated, behind what is."""


@dataclass(frozen=True, slots=True)
class StrategyWords:
    """The file, indexed.

    Args:
        heads: last word of a head to the words before it with the kind of intervention, longest first.
        verbs: base form to (how its objects are understood, kind of intervention).
        elements: everyday names of gases to the element that dopes.
        dopants: nouns of doping to the element that they name.
        lists: every plain list of the file.
        by_word: word to the names of the lists that have it.
        paired: names of the lists that have two words together.
    """

    heads: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    verbs: Mapping[str, tuple[str, str]]
    elements: Mapping[str, str]
    dopants: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    by_word: Mapping[str, frozenset[str]]
    paired: frozenset[str]


_NONE: frozenset[str] = frozenset()


@cache
def strategy_words() -> StrategyWords:
    """The word lists, read once."""
    data: dict[str, Any] = read_yaml(resources.files(__package__) / "strategy_words.yaml")
    heads: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, entries in data["heads"].items():
        for entry in entries:
            *before, last = str(entry).split()
            heads.setdefault(last, []).append((tuple(before), kind))
    verbs = {
        lemma: (role, kind)
        for role, kinds in data["verbs"].items()
        for kind, lemmas in kinds.items()
        for lemma in lemmas
    }
    lists = {name: frozenset(map(str, words)) for name, words in data.items() if isinstance(words, list)}
    return StrategyWords(
        {last: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for last, found in heads.items()},
        verbs,
        data["elements"],
        data["dopants"],
        lists,
        by_word(lists),
        frozenset(name for name, words in lists.items() if any(" " in word for word in words)),
    )


_PROCESSES = frozenset({"doping", "surface_conditioning", "densification", "crosslinked_network"})
"""Kinds whose nouns take an object right behind them."""


def in_list(name: str, text: str) -> bool:
    """Whether a word, or its singular, is in a list of the file."""
    return name in lists_with(text)


@lru_cache(maxsize=16384)
def lists_with(text: str) -> frozenset[str]:
    """Names of the lists of the file that have a word, or its singular."""
    known = strategy_words().by_word
    of_itself, of_singular = known.get(text, _NONE), known.get(singular(text), _NONE)
    return of_itself | of_singular if of_itself and of_singular else of_itself or of_singular


def has_any(name: str, words: Sequence[Word]) -> bool:
    """Whether one of the words, or two that follow one another, are in a list of the file."""
    if any(name in lists_with(word.text) for word in words):
        return True
    pairs = itertools.pairwise(words) if name in strategy_words().paired else ()
    return any(in_list(name, f"{first.text} {second.text}") for first, second in pairs)


def matter_of(phrase: NounPhrase) -> list[Word]:
    """The words of a phrase, of `the surface layer of Li2CO3` with those behind `of`.

    Args:
        phrase: what is taken off.
    """
    layer = in_list("bare_layers", phrase.words[-1].text) or in_list("contents", phrase.words[-1].text)
    behind = [word for each in phrase.modifiers if layer and each.prep == "of" for word in each.words]
    return [*phrase.words, *behind]


_MAY_FOLLOW = frozenset({"actions", "sized"})
"""Lists of words that may stand behind the name of an intervention."""


def _may_follow(text: str) -> bool:
    """Whether a word may stand behind the name of an intervention: a word for doing it, or for its size."""
    return not _MAY_FOLLOW.isdisjoint(lists_with(text))


def find_head(words: Sequence[Word]) -> tuple[int, int, str] | None:
    """The last words of a phrase that name an intervention: first index, index behind the last, kind.

    What stands behind them may only be a word for doing it (`interlayer insertion`, `doping strategy`), or, of a
    process, what it is done to (`cross-linking PEO`); or its size (`a film 5 nm thin`).
    """
    lexicon = strategy_words().heads
    for index in range(len(words) - 1, -1, -1):
        for before, kind in lexicon.get(singular(words[index].text), lexicon.get(words[index].text, ())):
            whole = len(before) > 1 and index > 0 and words[index - 1].text == " ".join(before)
            if whole:
                return index - 1, index + 1, kind
            first = index - len(before)
            process = index + 1 < len(words) and words[-1].part == "material"
            if process and kind not in _PROCESSES:
                continue
            if first >= 0 and all(
                words[first + offset].text in (part, part + "s") for offset, part in enumerate(before)
            ):
                return first, index + 1, kind
        if words[index].part not in ("material", "quantity", "adv") and not _may_follow(words[index].text):
            return None
    return None
