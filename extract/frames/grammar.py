"""The word lists of `grammar_words.yaml`: function words, and verbs with what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ...ontology.yaml_files import read_yaml


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One form of a verb.

    Args:
        lemma: base form.
        form: base, s, ed (past), en (past participle), ing; `ed` stands for both where they are the same.
    """

    lemma: str
    form: str


@dataclass(frozen=True, slots=True)
class VerbSense:
    """What a verb says, where it is followed by its particle.

    Args:
        name: class of meaning, such as `cause`.
        particle: words that must follow, such as `to` of `lead to`, or `limited by` of `be`; empty if none.
    """

    name: str
    particle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word lists, ready for look-up by lower-case word.

    Args:
        parts: function word to its part of speech.
        phrases: first two words to (all words, part of speech), longest first.
        forms: verb form to what it can be.
        strong: verbs whose past is no participle (`drove`, `driven`), by their base form.
        senses: base form to its senses, those with particles first.
        predicates: first word behind `be` to the senses with a particle that begins so, in the order of `senses`.
        never_verbs: forms that are nouns or adjectives but in the place of a verb (`which focus the current`).
        lists: every plain list of the file.
    """

    parts: Mapping[str, str]
    phrases: Mapping[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]]
    forms: Mapping[str, VerbForm]
    strong: frozenset[str]
    senses: Mapping[str, tuple[VerbSense, ...]]
    predicates: Mapping[str, tuple[VerbSense, ...]]
    never_verbs: frozenset[str]
    lists: Mapping[str, frozenset[str]]


_PARTS = (
    ("adverbs", "adv"),
    ("determiners", "det"),
    ("pronouns", "pron"),
    ("prepositions", "prep"),
    ("subordinators", "sub"),
    ("conjunctions", "conj"),
    ("relatives", "rel"),
    ("modals", "modal"),
    ("auxiliaries", "aux"),
)
"""Lists of function words with their part of speech; of a word in two lists the later one counts."""


@cache
def grammar() -> Grammar:
    """The word lists, read once."""
    data: dict[str, Any] = read_yaml(resources.files(__package__) / "grammar_words.yaml")
    parts = {str(word): part for name, part in _PARTS for word in data[name]}
    forms: dict[str, VerbForm] = {}
    senses: dict[str, list[VerbSense]] = {}
    for name, entries in data["verbs"].items():
        for entry in entries:
            lemma, *particle = str(entry).split()
            senses.setdefault(lemma, []).append(VerbSense(name, tuple(particle)))
            for form, word in _forms(lemma, data["irregular"].get(lemma)):
                forms.setdefault(word, VerbForm(lemma, form))
    never = frozenset(data["never_verbs"])
    ordered = {lemma: tuple(sorted(found, key=lambda sense: -len(sense.particle))) for lemma, found in senses.items()}
    return Grammar(
        parts,
        _phrases(data["phrases"]),
        forms,
        frozenset(lemma for lemma, (_, past, participle, _) in data["irregular"].items() if past != participle),
        ordered,
        _predicates(ordered["be"]),
        never,
        {name: frozenset(map(str, words)) for name, words in data.items() if isinstance(words, list)},
    )


def _phrases(lists: Mapping[str, list[str]]) -> dict[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]]:
    short = {
        "preposition": "prep",
        "conjunction": "conj",
        "adverb": "adv",
        "subordinator": "sub",
        "purpose": "to",
        "verb": "noun",
    }
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
    for part, entries in lists.items():
        for entry in entries:
            words = tuple(entry.replace("/", " ").split())
            found.setdefault(words[:2], []).append((words, short[part]))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in found.items()}


def _predicates(senses: Sequence[VerbSense]) -> dict[str, tuple[VerbSense, ...]]:
    found: dict[str, list[VerbSense]] = {}
    for sense in senses:
        if sense.particle:
            found.setdefault(sense.particle[0], []).append(sense)
    return {first: tuple(each) for first, each in found.items()}


def _forms(lemma: str, irregular: list[str] | None) -> Iterator[tuple[str, str]]:
    """Every form of a verb with its name."""
    yield "base", lemma
    if irregular is not None:
        third, past, participle, ing = irregular
        yield from (("s", third), ("ed", past), ("en", participle), ("ing", ing))
        return
    yield "s", _third_person(lemma)
    if lemma.endswith("e"):
        yield from (("ed", lemma + "d"), ("ing", lemma[:-1] + "ing"))
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield from (("ed", lemma[:-1] + "ied"), ("ing", lemma + "ing"))
    else:
        yield from (("ed", lemma + "ed"), ("ing", lemma + "ing"))


def _third_person(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"
