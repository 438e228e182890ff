"""The words of `interphase_words.yaml`: how papers say which kind of interphase two materials form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ...ontology.yaml_files import read_yaml


@dataclass(frozen=True, slots=True)
class InterphaseWords:
    """The file, ready for use.

    Args:
        any_kind: a pattern of the words that describe a kind, each kind as a group.
        kinds: group to the kind.
        any_kind_in_lower: of all of them in lower case, which is found sooner where there is none.
        heads: what such a word may describe.
        stable: `words`, `unstable`, `stability`, `instability`: patterns of what is said of a pair that does not react.
        with_: prepositions before its counterpart.
        not_plain: words before `stable` that make it another thing.
        treatments: words of something done to a pair.
        boundaries: nouns of what may be called stable.
        layers: nouns that by themselves mean a reaction layer.
        wishes: words that make a sentence a wish or a requirement.
        reacting: a pattern of words, in lower case, without which a sentence tells of no reaction that fails to come.
        verdict: a pattern of words by which `must` and `should` make no wish.
        acting: a pattern of words, in lower case, without which it tells of no interphase that stops a reaction.
    """

    any_kind: re.Pattern[str]
    kinds: Mapping[str, str]
    any_kind_in_lower: re.Pattern[str]
    heads: frozenset[str]
    stable: Mapping[str, re.Pattern[str]]
    with_: frozenset[str]
    not_plain: frozenset[str]
    treatments: frozenset[str]
    boundaries: frozenset[str]
    layers: frozenset[str]
    wishes: frozenset[str]
    reacting: re.Pattern[str]
    verdict: re.Pattern[str]
    acting: re.Pattern[str]


@cache
def interphase_words() -> InterphaseWords:
    """The words, read once."""
    data: dict[str, Any] = read_yaml(resources.files(__package__) / "interphase_words.yaml")
    kinds: dict[str, list[str]] = data["descriptors"]
    stable = dict(data["stable"])
    with_ = frozenset(stable.pop("with"))
    return InterphaseWords(
        _any_of(f"(?P<kind{index}>{'|'.join(ways)})" for index, ways in enumerate(kinds.values())),
        {f"kind{index}": kind for index, kind in enumerate(kinds)},
        _any_in_lower(way.lower() for ways in kinds.values() for way in ways),
        frozenset(data["heads"]),
        {name: _any_of(ways) for name, ways in stable.items()},
        with_,
        frozenset(data["not_plain"]),
        frozenset(data["treatments"]),
        frozenset(data["boundaries"]),
        frozenset(data["layers"]),
        frozenset(data["wishes"]),
        _any_in_lower(data["reacting"]),
        _any_of(data["verdict"]),
        _any_in_lower(data["acting"]),
    )


def _any_of(ways: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_whole(ways), re.IGNORECASE)


def _any_in_lower(ways: Iterable[str]) -> re.Pattern[str]:
    """The same for a text in lower case, in which the search need not think of both cases at every character."""
    return re.compile(_whole(ways))


def _whole(ways: Iterable[str]) -> str:
    return rf"(?<![\w-])(?:{'|'.join(ways)})(?![\w])"
