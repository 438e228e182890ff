"""What a definite description takes up, by what kind of thing its noun stands for: `the pellet`, `the full cell`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ...ontology.yaml_files import read_yaml
from ..annotations import Sentence
from ..frames.phrases import NounPhrase
from ..materials import MaterialMention

_TELLS = re.compile(
    r"(?:^|[.,;]\s(?:and\s|but\s|while\s|whereas\s)?)(?:[Tt]he|[Tt]his)\s(?P<more>(?:[a-z-]+\s)?)(?P<noun>[a-z]+)\s"
    r"(?:works?|sits?|lies|runs?|lasts?)\s(?:at|for)\s(?:[a-z]+\s)?[~≈]?$"
)
"""A description and a verb before a value, where the verb may be a noun as well. Matches `The anode works at `."""

_LISTS = (
    "taking_up",
    "others",
    "contrasted",
    "treated",
    "stand_ins",
    "layers",
    "electrodes",
    "no_electrolytes",
    "mixing",
    "building",
    "covering",
)
"""The plain lists of the file."""


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """The words of `reference_words.yaml`.

    Args:
        kinds: noun to the kind of thing that it takes up.
        taking_up: determiners of what was spoken of.
        others: words that make it another one.
        contrasted: those that set it against what a paragraph is about.
        treated: those that tell what a paper is about from the plain one.
        stand_ins: nouns for one of the kind that was named before.
        layers: nouns of what lies on something else.
        electrodes: nouns of electrodes.
        no_electrolytes: nouns of what is not the electrolyte.
        mixing: verbs of putting into something.
        building: verbs of putting together a cell.
        covering: verbs of putting on, with the layer behind `with`.
        anions: name of a compound by its anion to the symbol that it has.
        role: pattern of what a material is put to, behind its name; a group for each role.
    """

    kinds: Mapping[str, str]
    taking_up: frozenset[str]
    others: frozenset[str]
    contrasted: frozenset[str]
    treated: frozenset[str]
    stand_ins: frozenset[str]
    layers: frozenset[str]
    electrodes: frozenset[str]
    no_electrolytes: frozenset[str]
    mixing: frozenset[str]
    building: frozenset[str]
    covering: frozenset[str]
    role: re.Pattern[str]
    anions: Mapping[str, str]


@cache
def reference_words() -> ReferenceWords:
    """The words, read once."""
    data = read_yaml(resources.files(__package__) / "reference_words.yaml")
    roles = "|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in data["roles"].items())
    lists = {name: frozenset(data[name]) for name in _LISTS}
    kinds = {noun: kind for kind, nouns in data["kinds"].items() for noun in nouns}
    # What a material is put to, right behind it. Matches ` metal as the anode`; must not match ` as the anode coating`.
    role = re.compile(
        rf"^(?:\s[\w-]+)?\s(?:as|for)\s(?:(?:the|an?|its|both)\s)?(?:[\w-]+\s){{0,2}}?(?:{roles})\b"
        r"(?!\s(?:coating|layer|material))"
    )
    return ReferenceWords(kinds=kinds, role=role, anions=data["anions"], **lists)


def kind_of(phrase: NounPhrase) -> str | None:
    """The kind of thing that a noun phrase takes up without naming it; None if it names a material or none is known.

    A noun before another one (`the cell's overpotential`, `pellet resistance`) needs no determiner.
    """
    words = reference_words()
    kind = words.kinds.get(phrase.words[-1].text)
    told = phrase.words[:-1] if kind == "cathode" else phrase.words
    if phrase.materials or any(word.text in words.others for word in told):
        return None
    if kind is None or len(phrase.words) == 1 or phrase.determiner in words.taking_up:
        return kind
    return kind if kind == "cell" and not phrase.determiner and phrase.words[-1].text.endswith("s") else None


def kind_told(before: str) -> str | None:
    """The kind of thing that is described right before a verb and a value, where no clause could be read.

    Args:
        before: the text before the value.
    """
    match = _TELLS.search(before)
    if match is None or any(word in reference_words().others for word in match["more"].split()):
        return None
    return reference_words().kinds.get(match["noun"])


def is_contrasted(phrase: NounPhrase, *, opposed: bool = False) -> bool:
    """Whether a noun phrase means another cell, pellet or sample than the one that is spoken of (`the bare one`).

    Args:
        phrase: a noun phrase.
        opposed: whether its clause is set against the one before (`whereas the cubic phase`).
    """
    words = reference_words()
    head = phrase.words[-1].text
    if phrase.materials or phrase.determiner in ("a", "an"):
        return False
    if opposed and head in words.stand_ins:
        return len(phrase.words) > 1
    named_so = any(word.text in words.contrasted for word in phrase.words)
    return named_so and (head in words.kinds or head in words.stand_ins)


def role_of(sentence: Sentence, mention: MaterialMention) -> str | None:
    """What a sentence says a material is put to: `electrolyte`, `anode` or `cathode` (`with A as the anode`)."""
    match = reference_words().role.match(sentence.after(mention.end, 60))
    return match.lastgroup if match else None
