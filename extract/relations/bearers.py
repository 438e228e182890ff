"""Who can show a failure: electrolytes any, an anode that it breaks, a cell that it shorts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ...ontology.yaml_files import read_yaml
from ..frames.concept import METALS
from ..materials import MaterialMention
from .memory import Memory
from .sufferers import Sufferer, electrolytes_of_pair

_WHOLE = 3
"""Layers of a written cell; fewer are an interface, of which the electrolyte is meant."""


@dataclass(frozen=True, slots=True)
class BearerWords:
    """The file, ready for look-up.

    Args:
        shown_by: kind of what is named to the failures that it shows.
        doing: failures that every material shows where a verb tells them of it.
        anodes: names of materials that are anodes where these failures are told of them.
        done: failures that verbs tell of a material.
        broken: those that something else may bring about in it.
        lasting: failures of what goes on for some time.
        over_time: adverbs that tell so.
        of_parts: those that a material shows in a part of its.
        bad_layers: words before `interphase` with which forming one is a weakness.
        good_layers: words with which it is none.
        times: nouns of what it goes on for.
    """

    shown_by: Mapping[str, frozenset[str]]
    doing: frozenset[str]
    anodes: frozenset[str]
    done: frozenset[str]
    broken: frozenset[str]
    lasting: frozenset[str]
    over_time: frozenset[str]
    times: frozenset[str]
    of_parts: frozenset[str]
    bad_layers: frozenset[str]
    good_layers: frozenset[str]


@cache
def bearer_words() -> BearerWords:
    """The words, read once."""
    data: dict[str, Any] = read_yaml(resources.files(__package__) / "bearer_words.yaml")
    shown_by = {kind: frozenset(failures) for kind, failures in data["shown_by"].items()}
    lists = {name: frozenset(words) for name, words in data.items() if name != "shown_by"}
    return BearerWords(shown_by, **lists)


def doers(mentions: Iterable[MaterialMention], memory: Memory, failure: str) -> Iterator[Sufferer]:
    """Those who can show a failure by what they are said to do, of a written interface its electrolyte.

    Args:
        mentions: who is said to do it.
        memory: for the kinds of materials.
        failure: the failure.
    """
    for mention in mentions:
        for name in _meant(mention, memory, failure):
            yield Sufferer(memory.names.participant(name))


def bearers(mentions: Iterable[MaterialMention], memory: Memory, failure: str) -> Iterator[Sufferer]:
    """Those who can show a failure that is told beside them: no cells, and hardly the metal, which is what they meet.

    Args:
        mentions: what is named where the failure is told.
        memory: for the kinds of materials.
        failure: the failure.
    """
    of_metal = failure in bearer_words().shown_by["metal"]
    beside = (each for each in mentions if each.label != "DEVICE" and (of_metal or each.name not in METALS))
    return doers(beside, memory, failure)


def _meant(mention: MaterialMention, memory: Memory, failure: str) -> list[str]:
    if mention.kind == "composite" and (met := electrolytes_of_pair(mention.name, memory)):
        return met
    if mention.kind != "cell":
        return [mention.name] if _shows(mention, memory, failure) else []
    layers = mention.name.split("|")
    if len(layers) >= _WHOLE and failure in bearer_words().shown_by["cell"]:
        return [mention.name]
    return [layer for layer in layers if memory.names.is_electrolyte(layer)]


def _shows(mention: MaterialMention, memory: Memory, failure: str) -> bool:
    names, words = memory.names, bearer_words()
    if names.is_any_electrolyte(mention.name) or failure in words.shown_by["any"]:
        return True
    if mention.label == "DEVICE":
        return failure in words.shown_by["cell"]
    if failure in words.shown_by["anode"] and (names.is_anode(mention.name) or mention.name in words.anodes):
        return True
    return failure in words.shown_by["cathode"] and names.is_cathode(mention.name)
