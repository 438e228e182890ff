"""Who suffers: the materials that noun phrases are about, pronouns and possessives included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...ontology.model import Participant
from ..frames.concept import Concept
from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from ..materials import MaterialMention
from ..value_class import value_class
from .memory import Memory, cells_called, classes_of, specific_materials

_OF = frozenset(
    {
        "of",
        "based on",
        "in",
        "for",
        "with",
        "between",
        "within",
        "from",
        "to",
        "toward",
        "towards",
        "against",
        "through",
        "into",
        "inside",
        "across",
        "along",
    }
)
"""Prepositions behind a weakness, before whose it is; what comes first counts."""

_JOINS = re.compile(r"[/–|]|-(?=[A-Z])")
"""Between the materials of a pair. Matches in `LPSC-NMC811`, `LLZO/Li`; must not match in `Li7-x`."""

_MEETS = frozenset(
    {"against", "with", "on", "toward", "towards", "to", "across", "through", "into", "in", "within", "inside", "onto"}
)
"""Prepositions behind what lithium does, before what it does it to."""

_METALS = frozenset({"Li", "Na", "K"})
_ANY = "solid electrolyte"
"""The class of which examples are meant by what is said of it (`SEs such as Li3N and Li2O`)."""

_SOME = frozenset({"all", "any", "most", "some", "none", "few", "both", "many", "each", "others"})
"""Words that stand for materials spoken of (`none of them is stable`)."""

_NONE = frozenset({"no", "none", "neither", "few"})

_POSSESSIVES = frozenset({"its", "their"})


@value_class
class Sufferer:
    """Who suffers.

    Args:
        participant: the material or class.
        vague: understood from what was said before.
    """

    participant: Participant
    vague: bool = False


def sufferers(phrases: Iterable[NounPhrase], statement: Statement, memory: Memory) -> list[Sufferer]:
    """The materials that noun phrases are about.

    Args:
        phrases: subjects, such as `LLZO`, `the conductivity of PEO`, `these electrolytes`, `they`.
        statement: where they stand.
        memory: what pronouns may take up.
    """
    given = list(phrases)
    found = [name for phrase in given for mention in owners(phrase) for name in meant(mention, phrase, memory)]
    if found:
        return [Sufferer(memory.names.participant(name)) for name in found]
    if given:
        return topics(statement, memory) if all(refers(phrase) for phrase in given) else []
    return topics(statement, replace(memory, topic=(), section=()))


def _ties(modifier: NounPhrase) -> bool:
    """Whether a preposition says whose something is: `of LLZO`, `at the Li|LLZO interface`."""
    at = modifier.prep == "at" and modifier.words[-1].text in grammar().lists["interface_nouns"]
    return at or modifier.prep in _OF


def meant(mention: MaterialMention, phrase: NounPhrase, memory: Memory) -> list[str]:
    """The names of who is meant: of an interface written as a pair (`the LPSC-NMC811 interface`) its electrolyte.

    Args:
        mention: a material or a pair.
        phrase: where it stands.
        memory: for the kinds of materials.
    """
    if mention.kind not in ("composite", "cell") or phrase.words[-1].text not in grammar().lists["interface_nouns"]:
        return [mention.name]
    return electrolytes_of_pair(mention.name, memory) or [mention.name]


def electrolytes_of_pair(name: str, memory: Memory) -> list[str]:
    """The electrolytes of a pair whose other part is an electrode; none where it is no such pair.

    Args:
        name: parts joined by a dash, a slash or a bar.
        memory: for the kinds of materials.
    """
    parts, names = _JOINS.split(name), memory.names
    if not any(names.is_cathode(part) or names.is_anode(part) for part in parts):
        return []
    return [part for part in parts if names.is_electrolyte(part)]


def owners(phrase: NounPhrase) -> list[MaterialMention]:
    """The materials that a phrase names itself, else those behind the first preposition that ties any to it."""
    own = cells_called(phrase) or named_in(phrase) or _built_of(phrase)
    if own:
        between = phrase.words[-1].text in grammar().lists["interface_nouns"]
        return _without_metal(own) if between else own
    for modifier in phrase.modifiers:
        if _ties(modifier) and (found := owners(modifier)):
            first = [each for other in phrase.modifiers if other.prep == modifier.prep for each in owners(other)]
            return _without_metal(first or found)
    return []


def _built_of(phrase: NounPhrase) -> list[MaterialMention]:
    """What cells are said to be built of (`cells built on LGPS`, `the battery using PEO`)."""
    if phrase.words[-1].text not in grammar().lists["cell_nouns"]:
        return []
    told = [each for each in phrase.told_by if each.verb.lemma in grammar().lists["builds"]]
    behind = [other for each in told for other in (*each.objects, *each.obliques)]
    return [mention for other in behind for mention in named_in(other)]


def named_in(phrase: NounPhrase) -> list[MaterialMention]:
    """Materials among a phrase's own words that are no part of a failure's or a quality's name (`Li dendrites`)."""
    materials = [
        mention
        for mention in specific_materials(phrase)
        if mention.name.lower() not in grammar().lists["surrounding_names"]
    ]
    if any(mention.name == _ANY for mention in materials) and phrase.examples:
        materials = [mention for example in phrase.examples for mention in example.materials] or materials
    substances = [mention for mention in materials if mention.label != "DEVICE"] or list(classes_of([phrase]))
    materials = substances or materials
    if not materials:
        return []
    concepts = find_concepts(phrase)
    return [
        mention
        for mention in materials
        if not any(concept.start <= mention.start < concept.end for concept in concepts)
        and not (mention.name in _METALS and any(mention.start < concept.end for concept in concepts))
    ]


def topics(statement: Statement, memory: Memory, *, cells: bool = False) -> list[Sufferer]:
    """What a pronoun or a missing subject takes up: the statements before, the sentence before, the heading.

    Args:
        statement: where it stands.
        memory: what was spoken of before.
        cells: whether cells or an anode can be meant (`their application`).
    """
    if any(phrase.words[0].text == "whose" for phrase in statement.subjects):
        return []
    before = statement.parent
    while before is not None:
        own = before.link in ("main", "clause", "relative", "which")
        named = [mention for phrase in before.subjects for mention in owners(phrase)] if own else []
        if named:
            return [Sufferer(memory.names.participant(mention.name)) for mention in named]
        before = before.parent
    remembered = memory.topic or memory.section[-1:]
    if cells and memory.topic and all(_is_whole(mention, memory) for mention in memory.topic):
        return [Sufferer(memory.names.participant(mention.name), vague=True) for mention in memory.topic]
    return [replace(sufferer, vague=True) for sufferer in electrolytes(remembered, memory)]


def _is_whole(mention: MaterialMention, memory: Memory) -> bool:
    """Whether a mention means cells, or an anode, of which uses are spoken as of those of electrolytes."""
    return mention.label == "DEVICE" or memory.names.is_anode(mention.name)


def can_suffer(sufferer: Sufferer, concept: Concept, memory: Memory) -> bool:
    """Whether a concept is a weakness of a material; one of a conductivity not said to be of ions only of electrolytes.

    Args:
        sufferer: the material.
        concept: what is said of it.
        memory: for the kinds of materials.
    """
    if concept.failure == "electronic_leakage" and sufferer.vague:
        return False
    if concept.meaning.name in ("conductivity", "electronic_conductivity"):
        return sufferer.vague or memory.names.is_electrolyte(sufferer.participant.name)
    return True


def is_possessive(phrase: NounPhrase) -> bool:
    """`its low conductivity`."""
    return phrase.determiner in _POSSESSIVES


def is_none(phrases: Sequence[NounPhrase]) -> bool:
    """Whether what is said holds for none or hardly any: `no sulfide`, `few of the halides`, `none of them`.

    Args:
        phrases: subjects.
    """
    return any(phrase.words[0].text in _NONE or phrase.words[-1].text in _NONE for phrase in phrases)


def refers(phrase: NounPhrase) -> bool:
    """Whether a phrase takes up a material: `they`, `these electrolytes`, `none of them`, `its conductivity`.

    Args:
        phrase: the noun phrase.
    """
    words, lists = phrase.words, grammar().lists
    bare = words[0].part in ("pron", "rel") or words[0].text in lists["demonstratives"] | _SOME
    if len(words) == 1 and bare and all(refers(each) for each in phrase.modifiers if each.prep == "of"):
        return True
    if is_possessive(phrase):
        return True
    return bool(phrase.determiner in lists["demonstratives"] and words[-1].text in lists["material_nouns"])


def counterparts(phrase: NounPhrase) -> list[MaterialMention]:
    """What a weakness of lithium is about: in `poor wettability against garnets` the garnets."""
    return [
        mention
        for modifier in phrase.modifiers
        if modifier.prep in ("against", "with", "on", "toward", "towards", "to", "of")
        for mention in named_in(modifier)
        if mention.name not in _METALS
    ]


def _without_metal(mentions: Sequence[MaterialMention]) -> list[MaterialMention]:
    """Of `between LLZO and Li` LLZO; the metal alone stays."""
    others = [mention for mention in mentions if mention.name not in _METALS]
    return others or list(mentions)


def beyond_metal(phrase: NounPhrase) -> list[MaterialMention]:
    """What a failure of lithium is about: of `filaments of Li across LLZO` and `wetting of Na on NZSP` that.

    Args:
        phrase: what names the failure.
    """
    inside = [each for each in phrase.tree() if each.prep in _MEETS]
    return next((found for each in inside if (found := _others(owners(each)))), [])


def _others(mentions: Sequence[MaterialMention]) -> list[MaterialMention]:
    return [mention for mention in mentions if mention.name not in _METALS]


def electrolytes(mentions: Iterable[MaterialMention], memory: Memory) -> Iterator[Sufferer]:
    """Those that are electrolytes or classes of them."""
    for mention in mentions:
        if memory.names.is_any_electrolyte(mention.name):
            yield Sufferer(memory.names.participant(mention.name))


def is_air(phrase: NounPhrase) -> bool:
    """Whether a phrase means air or what is in it (`moisture`)."""
    lists = grammar().lists["air_words"]
    return any(word.text in lists for word in phrase.words)


def is_metal(phrase: NounPhrase) -> bool:
    """Whether a phrase names the metal of an anode."""
    return any(mention.name in _METALS for mention in phrase.materials)


def is_electrolyte_itself(phrase: NounPhrase, memory: Memory) -> bool:
    """Whether a phrase means an electrolyte itself, and no quality or part of it."""
    if find_concepts(phrase) or not phrase.materials:
        return False
    last = phrase.words[-1]
    ends = last.part == "material" or last.text in grammar().lists["material_nouns"]
    return ends and any(memory.names.is_electrolyte(mention.name) for mention in phrase.materials)
