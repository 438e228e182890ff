"""The word lists of `concept_words.yaml`: which words mean which failure or quality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from ...ontology.yaml_files import read_yaml


@dataclass(frozen=True, slots=True)
class Meaning:
    """An entry of `concept_words.yaml`.

    Args:
        name: of the failure or the quality.
        improves: what a strategy improves that betters it, if it is a quality.
        fails: the failure that it is, or that its bad side is.
        property: the property with which causes name it.
        better: the good side: high, low, even, or empty where no side is better.
        side: the side that the words themselves name: good, bad or empty.
        limit_of: the property that it is the limit of, which is high beyond it.
        event: a failure by itself, and no quality.
        by_level: causes know it as high or low rather than as the failure of its bad side.
        lost: the failure that a fall of it is (`the capacity decays`), which a low one is not.
        causes: the failure that it is where it causes something, though no material suffers from it.
        trait: an adjective of what causes it (`a mixed conducting phase`), which stands before its noun.
        amount: `good` and `poor` say of it that it is high and low, whatever is better.
    """

    name: str
    improves: str | None = None
    fails: str | None = None
    property: str | None = None
    better: str = ""
    side: str = ""
    limit_of: str = ""
    event: bool = False
    by_level: bool = False
    lost: str = ""
    causes: str = ""
    trait: bool = False
    amount: bool = False


@dataclass(frozen=True, slots=True)
class ToldOf:
    """A failure that a noun tells with what a preposition ties to it.

    Args:
        nouns: `reduction`.
        preps: `of`, `by`.
        words: of which one must stand behind the preposition.
        heads: one of which must be the noun behind it, so that `the electrolyte thickness` is no electrolyte.
        meaning: the failure.
    """

    nouns: frozenset[str]
    preps: frozenset[str]
    words: frozenset[str]
    heads: frozenset[str]
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class ConceptWords:
    """The file, indexed.

    Args:
        entries: last word of an entry to the words before it with their meaning, longest first.
        degrees: word to side or level.
        operators: word to what it does.
        free: words behind a failure that say that it is absent.
        surroundings: name of a quality to what it is towards these words, with its meaning.
        predicates: adjective to the quality that it speaks of, with its side.
        verbs: base form of a verb to the failure that it tells, and of what (`of_any`, `of_metals`,
            `of_metals_into`, `of_metals_driven`, `alone`, `denied`).
        by_adverbs: base form of a verb to the adverbs with which it tells failures.
        by_objects: base form of a verb to the objects with which it tells failures.
        by_themes: base form of a verb to what happens or is done to what, with which it tells failures.
        told_of: nouns, prepositions and the words behind them that tell a failure together.
        not_of: nouns that are none where they are of these.
        not_into: nouns that are none where they turn into these.
        told_by_adjectives: nouns, adjectives before them, and the quality that they tell together.
        little: predicates of what there is hardly any of.
        parts: nouns of parts, before which stands what they are of.
        no_bodies: nouns of what grows without a change of volume.
        stand_for: noun to the failure for which it stands where it does harm.
        burdens: base form of a verb to the level on which it says that its object comes to be.
    """

    entries: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
    degrees: Mapping[str, str]
    operators: Mapping[str, str]
    free: frozenset[str]
    surroundings: Mapping[str, tuple[tuple[frozenset[str], Meaning], ...]]
    predicates: Mapping[str, Meaning]
    verbs: Mapping[str, tuple[Meaning, str]]
    by_adverbs: Mapping[str, tuple[tuple[frozenset[str], Meaning], ...]]
    by_objects: Mapping[str, tuple[tuple[frozenset[str], Meaning], ...]]
    by_themes: Mapping[str, tuple[tuple[frozenset[str], Meaning], ...]]
    told_of: tuple[ToldOf, ...]
    not_of: Mapping[str, frozenset[str]]
    not_into: Mapping[str, frozenset[str]]
    told_by_adjectives: tuple[tuple[frozenset[str], frozenset[str], Meaning], ...]
    no_bodies: frozenset[str]
    little: frozenset[str]
    parts: frozenset[str]
    burdens: Mapping[str, str]
    stand_for: Mapping[str, str]


@cache
def concept_words() -> ConceptWords:
    """The words of `concept_words.yaml`, read once."""
    data: dict[str, Any] = read_yaml(resources.files(__package__) / "concept_words.yaml")
    entries: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for name, ways in data["failures"].items():
        _index(entries, ways, Meaning(name, fails=name, event=True, side="bad"))
    for name, ways in data["causes_only"].items():
        _index(entries, ways, Meaning(name, event=True, side="bad", causes=name))
    for name, ways in data["causing_traits"].items():
        _index(entries, ways, Meaning(name, event=True, side="bad", causes=name, trait=True))
    _index(entries, data["not_meant"], Meaning(""))
    qualities: dict[str, Meaning] = {}
    for name, raw in data["qualities"].items():
        meaning = Meaning(name, raw.get("improves"), raw.get("fails"), raw.get("property"), raw.get("better", ""))
        meaning = replace(
            meaning,
            limit_of=raw.get("limit_of", ""),
            by_level=raw.get("by_level", False),
            lost=raw.get("lost", ""),
            amount=raw.get("amount", False),
        )
        qualities[name] = meaning
        for key, side in (("words", ""), ("good", "good"), ("bad", "bad")):
            _index(entries, raw.get(key, ()), replace(meaning, side=side))
    return ConceptWords(
        {last: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for last, found in entries.items()},
        {word: level for level, words in data["degrees"].items() for word in words},
        {word: level for level, words in data["operators"].items() for word in words},
        frozenset(data["free"]),
        {
            name: tuple((frozenset(words), qualities[to]) for to, words in towards.items())
            for name, towards in data["surroundings"].items()
        },
        {
            word: replace(qualities[name], side=side)
            for name, sides in data["predicates"].items()
            for side, words in sides.items()
            for word in words
        },
        dict(_verbs(data["told_by_verbs"])),
        _verbs_with(data["told_by_adverbs"]),
        _verbs_with(data["told_by_objects"]),
        _verbs_with(data["told_by_themes"]),
        tuple(_told_of(data["told_of"])),
        {noun: frozenset(words) for noun, words in data["not_of"].items()},
        {noun: frozenset(words) for noun, words in data["not_into"].items()},
        tuple(
            (frozenset(ways["nouns"]), frozenset(ways["bad"]), replace(qualities[name], side="bad"))
            for name, ways in data["told_by_adjectives"].items()
        ),
        frozenset(data["no_bodies"]),
        frozenset(data["little"]),
        frozenset(data["parts"]),
        {verb: level for level, verbs in data["burdens"].items() for verb in verbs},
        {noun: name for name, nouns in data["stand_for"].items() for noun in nouns},
    )


def _told_of(
    data: Mapping[str, Sequence[Mapping[str, Sequence[str]]]],
) -> Iterator[ToldOf]:
    for name, ways in data.items():
        meaning = Meaning(name, fails=name, event=True, side="bad")
        for way in ways:
            behind = frozenset(way.get("of", ())), frozenset(way.get("heads", ()))
            yield ToldOf(frozenset(way["nouns"]), frozenset(way.get("preps", ("of",))), *behind, meaning)


def _verbs(data: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[tuple[str, tuple[Meaning, str]]]:
    for name, whose in data.items():
        for key, verbs in whose.items():
            for verb in verbs:
                yield verb, (Meaning(name, fails=name, event=True, side="bad"), key)


def _verbs_with(
    data: Mapping[str, Mapping[str, Sequence[str]] | Sequence[Mapping[str, Sequence[str]]]],
) -> dict[str, tuple[tuple[frozenset[str], Meaning], ...]]:
    found: dict[str, tuple[tuple[frozenset[str], Meaning], ...]] = {}
    for name, told in data.items():
        meaning = Meaning(name, fails=name, event=True, side="bad")
        for way in [told] if isinstance(told, Mapping) else told:
            for verb in way["verbs"]:
                found[verb] = (*found.get(verb, ()), (frozenset(way["with"]), meaning))
    return found


def _index(entries: dict[str, list[tuple[tuple[str, ...], Meaning]]], ways: Sequence[str], meaning: Meaning) -> None:
    for way in ways:
        *before, last = way.replace("-", " ").split()
        entries.setdefault(last, []).append((tuple(before), meaning))
