"""Who takes part in an intervention: what is added or put between, and what it is done to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ....ontology.material_names import DOPANTS, TREATED
from ...frames.phrases import NounPhrase
from ...frames.word import Word
from ...materials import MaterialMention
from ...names import Names
from .words import in_list, strategy_words

METALS = frozenset({"Li", "Na", "K"})
"""Anodes, by the name that all their forms have."""


@dataclass(frozen=True, slots=True)
class Party:
    """A material that takes part, with its place.

    Args:
        name: in plain ASCII, as written there.
        at: clean start.
        end: clean end.
    """

    name: str
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class Treated:
    """A name of a treated material taken apart: `Ta-doped LLZO`.

    Args:
        agents: what it was treated with.
        host: what was treated; None where only a form of it is named (`carbon-coated foils`).
        treatment: `doped`, `coated`, ….
    """

    agents: tuple[Party, ...]
    host: Party | None
    treatment: str


def added_in(words: Sequence[Word], names: Names) -> list[Party]:
    """What the words of a phrase name as added: materials and common names of dopants, never the metal of the anode."""
    found: list[Party] = []
    for index, word in enumerate(words):
        if isinstance(word.mention, MaterialMention):
            found.extend(_of_mention(word.mention, names))
        elif word.part == "noun" and in_list("agents", word.text) and word.mention is None:
            before = words[index - 1] if index else None
            pair = f"{before.text} {word.text}" if before is not None else ""
            if before is not None and in_list("agents", pair):
                found = [party for party in found if party.at != before.start]
                found.append(Party(pair, before.start, word.end))
            else:
                found.append(Party(_common_name(word.text, names), word.start, word.end))
    return found


def _common_name(text: str, names: Names) -> str:
    if text in strategy_words().elements:
        return strategy_words().elements[text]
    if in_list("carbons", text):
        return text
    material = names.identify(text)
    return material.name if material.kind in ("element", "compound", "polymer") else text


def _of_mention(mention: MaterialMention, names: Names) -> Iterator[Party]:
    if mention.name in METALS or mention.kind == "cell":
        return
    chemical = mention.name in ("polymer", "oxide", "halide", "sulfide") and "lectrolyte" not in mention.text
    if mention.kind == "class" and is_host(mention.name, names) and mention.name != "Li alloy" and not chemical:
        return
    yield Party(strategy_words().elements.get(mention.text.lower(), mention.name), mention.start, mention.end)


def hosts_in(
    phrases: Iterable[NounPhrase], names: Names, *, but: frozenset[str] = frozenset(), deep: bool = True
) -> list[Party]:
    """What phrases name as treated: electrolytes, anodes, and both sides of an interface (`the Li|LLZO interface`).

    Args:
        phrases: to look at.
        names: of the document.
        but: prepositions whose phrases are left out.
        deep: whether phrases that modify them count.
    """
    found: list[Party] = []
    for phrase in phrases:
        for each in phrase.tree() if deep else (phrase,):
            if in_list("aside", each.prep) or each.prep in but:
                continue
            for mention in each.materials:
                found.extend(party for party in _hosts_of(mention, names) if party.name not in [p.name for p in found])
    return found


def _hosts_of(mention: MaterialMention, names: Names) -> Iterator[Party]:
    if mention.kind == "cell":
        for part in mention.name.split("|"):
            if part in METALS or names.is_electrolyte(part):
                yield Party(part, mention.start, mention.end)
        return
    if is_host(mention.name, names):
        yield Party(mention.name, mention.start, mention.end)


def is_host(name: str, names: Names) -> bool:
    """Whether a name means what strategies are applied to: an electrolyte, an anode, a class of them."""
    if name in METALS or name in ("liquid electrolyte", "Li alloy"):
        return True
    return names.is_electrolyte(name)


def taken_apart(phrase: NounPhrase, names: Names) -> Treated | None:
    """The treated material that a phrase names, in its parts; None if it names none.

    Example:
        `Ta-doped LLZO`, `an O-doped argyrodite`, `carbon-coated Al`, `primer-coated foils`.
    """
    for index, word in enumerate(phrase.words):
        if isinstance(word.mention, MaterialMention):
            match = TREATED.fullmatch(word.mention.name)
            if match:
                parties = [Party(_common_name(part, names), word.start, word.end) for part in DOPANTS.split(match[1])]
                return Treated(tuple(parties), Party(match[3], word.start, word.end), match[2])
        if (
            word.joined
            and word.text in ("doped", "substituted", "coated", "protected", "modified", "codoped")
            and index
        ):
            return _by_words(phrase.words, index, names)
    return None


def _by_words(words: Sequence[Word], index: int, names: Names) -> Treated:
    agents = added_in(words[max(0, index - 2) : index], names)
    host = next((word.mention for word in words[index + 1 :] if isinstance(word.mention, MaterialMention)), None)
    party = Party(host.name, host.start, host.end) if host is not None else None
    return Treated(tuple(agents), party, words[index].text)
