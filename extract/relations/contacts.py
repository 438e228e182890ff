"""Which materials meet: the one a claim is about, and its counterpart (`LGPS` against `Li`, `air` or `1.7 V`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from ...ontology.elements import elements
from ..frames.concept import METALS
from ..frames.phrases import NounPhrase
from ..materials import MaterialMention
from ..names import Names
from ..value_class import value_class
from .form_words import form_words, in_list, is_of

_METALS = frozenset({"material:Li", "material:Na", "material:K"})
WITH = frozenset(
    {"with", "against", "by", "toward", "towards", "in contact with", "versus", "in the presence of", "next to"}
)
"""Prepositions before what a material meets, where both could be the one that the claim is about."""

_PLACES = frozenset({"to", "under", "in", "on", "for"})
"""Prepositions before a material that is rather a place; it counts where no other is named."""

_APART = frozenset({"except for", "except", "apart from", "unlike", "than", "instead of", "rather than"})
"""Prepositions before what a statement is not about."""

_WAYS = frozenset({"toward", "towards", "from", "to"})
"""Prepositions before an electrode that only says in which direction."""

_REDOX = frozenset({"Mn", "Co", "Ni", "Fe", "V"})
"""Transition metals of positive electrodes."""

_AT = frozenset({"at", "below", "above", "under", "near", "until", "to", "beyond", "around"})
"""Prepositions before a potential."""

_PARTS = re.compile(r"[|∣‖∥│/]|-(?=[A-Z])")
"""Between the materials that an interface is named by. Matches in `Li|LGPS`, `Li/LLZO`, `Li-LLZO`."""

_LAYERS = re.compile(r"\s?[|∣‖∥│/]\s?")
"""The same without the dash that also stands in the name of a glass. Matches once in `Li/Li2S-P2S5`."""

_WIDE = frozenset(
    {"solid electrolyte", "sulfide", "oxide", "polymer", "halide", "composite electrolyte", "glass", "glass-ceramic"}
)
"""Classes that give way to materials named beside them."""


@value_class
class Pair:
    """Materials that meet.

    Args:
        subjects: names of those that a claim is about, as written.
        against: name of the counterpart or a potential, None if none is named.
    """

    subjects: tuple[str, ...]
    against: str | None = None


@dataclass(slots=True)
class Pool:
    """Materials named around a statement, sorted into those that a claim may be about and counterparts.

    Args:
        names: how the document's names are understood.
        skip: clean starts of mentions that are spoken for, such as products.
        mutual: two electrolytes name an interface, so that the first is against the second.
    """

    names: Names
    skip: Set[int] = frozenset()
    own: list[str] = field(default_factory=list)
    met: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    counterparts: list[str] = field(default_factory=list)
    potential: str | None = None
    mutual: bool = False
    _seen: set[int] = field(default_factory=set)

    @classmethod
    def of_names(cls, written: Iterable[str], names: Names) -> Pool:
        """A pool of bare names, such as those of one side of an equation."""
        pool = cls(names)
        for name in written:
            if not in_list(name.casefold(), "interphases"):
                pool._name(name, "")
        return pool

    def add(self, phrases: Iterable[NounPhrase]) -> None:
        """Take in what noun phrases name, their modifiers included."""
        for root in phrases:
            if _is_compared(root):
                self._seen.update(id(phrase) for phrase in root.tree())
            for phrase in root.tree():
                if id(phrase) not in self._seen:
                    self._seen.add(id(phrase))
                    self._phrase(phrase)
                if is_of(phrase, "redox"):
                    self._seen.update(id(each) for each in phrase.modifiers if each.prep == "of" and _is_gas(each))

    def _phrase(self, phrase: NounPhrase, prep: str | None = None) -> None:
        if phrase.prep not in _APART:
            self.take(phrase, prep)
        elif phrase.prep == "than" and self.potential is None:
            self.potential = _potential_of(phrase)

    def take(self, phrase: NounPhrase, prep: str | None = None) -> None:
        """Take in what a noun phrase itself names, whatever stands before it.

        Args:
            phrase: the noun phrase.
            prep: what to take for its preposition, if not that which it has.
        """
        mentions = [mention for mention in phrase.materials if mention.start not in self.skip]
        for index, mention in enumerate(mentions):
            explained = mention.kind == "class" and index + 1 < len(mentions) and mentions[index + 1].kind != "class"
            if not explained and not (mention.name in _WIDE and phrase.examples) and _is_meant(phrase, mention):
                parted = is_of(phrase, "interphases")
                self._mention(mention, phrase.prep if prep is None else prep, parted=parted)
        for aside in phrase.asides:
            short = any(mention.name in self.names.aliases for mention in aside.materials)
            if short or (not mentions and is_of(phrase, "interphases")):
                self._phrase(aside)
        if not phrase.materials and (word := _counterpart_word(phrase)) in form_words().counterparts:
            self.counterparts.append(form_words().counterparts[word])
        for example in phrase.examples:
            for each in example.tree():
                self._phrase(each, "")
        if phrase.prep in _AT and self.potential is None:
            self.potential = _potential_of(phrase)

    def _mention(self, mention: MaterialMention, prep: str, *, parted: bool) -> None:
        element = elements().get(mention.name)
        if element is not None and element.kind == "halogen":
            self._name(mention.text, prep)
            return
        for name in self._parts(mention, parted=parted):
            self._name(name, prep)

    def _name(self, name: str, prep: str) -> None:
        counterpart = self.counterpart(name)
        if counterpart is not None:
            self.counterparts.append(counterpart)
        else:
            kept = self.met if prep in WITH else self.places if prep in _PLACES else self.own
            kept.append(name)
            if prep == "in":
                self.hosts.append(name)

    def _parts(self, mention: MaterialMention, *, parted: bool) -> list[str]:
        """The materials of a stack or of an interface's name (`parted`, also of two electrolytes), else the name."""
        parts = [part.strip() for part in _PARTS.split(mention.name)]
        if (
            len(parts) > 2
            and len(layers := _LAYERS.split(mention.name)) == 2
            and any(map(self.names.is_electrolyte, layers))
        ):
            parts = layers
        if parted and len(parts) == 2 and all(map(self.names.is_electrolyte, parts)):
            self.mutual = True
            return list(dict.fromkeys(parts))
        if len(parts) > 1 and (
            mention.kind == "cell" or any(self.counterpart(part) or self.is_cathode(part) for part in parts)
        ):
            solid = [part for part in parts if self.names.is_electrolyte(part)]
            if mention.kind == "cell" or solid:
                return list(dict.fromkeys(parts))
        return [mention.name]

    def counterpart(self, name: str) -> str | None:
        """The name under which a material counts as a counterpart, or None where it is none by itself."""
        material = self.names.identify(name)
        if material.id in _METALS:
            return material.core
        known = form_words().counterparts.get(name.casefold())
        if known is not None:
            return known
        is_anode = material.material_class == "Li alloy" or material.id == "material:graphite"
        return name if is_anode or name in form_words().lists["surroundings"] else None

    def is_cathode(self, name: str) -> bool:
        """Whether a material is that of a positive electrode."""
        if self.names.is_cathode(name) or self.names.identify(name).family in ("layered oxide", "olivine", "spinel"):
            return True
        elements = set(self.names.identify(name).composition or ())
        oxide = {"Li", "O"} <= elements and bool(elements & _REDOX) and not self.names.is_electrolyte(name)
        return oxide and len(elements) > 2

    def pair(self) -> Pair | None:
        """Who meets whom, or None where no material is named that a claim can be about."""
        if not (self.own or self.met or self.places or self.counterparts):
            return None
        own, met = list(dict.fromkeys(self.own)), list(dict.fromkeys(self.met))
        if self.hosts and all(self.names.identify(name).kind == "element" for name in own):
            own = list(dict.fromkeys(self.hosts))
        if own and not any(map(self.names.is_electrolyte, own)) and any(map(self.names.is_electrolyte, met)):
            own, met = met, own
        solids = [name for name in own if self.names.is_electrolyte(name)]
        cathodes = [name for name in own if self.is_cathode(name)]
        if solids and cathodes:
            own, met = solids, [*cathodes, *met]
        own = self.specific(own)
        counterparts = _of_air(list(dict.fromkeys(self.counterparts)))
        if not own:
            own, met = self.specific(met or list(dict.fromkeys(self.places))), []
        if not own:
            if len(counterparts) < 2 or not {"Li", "Na"} & set(counterparts):
                return None
            metal = next(name for name in counterparts if name in ("Li", "Na"))
            return Pair((metal,), next(name for name in counterparts if name != metal))
        alloyed = bool(counterparts) and self._is_alloy(counterparts[0])
        metals = [name for name in counterparts if name in METALS] if alloyed else []
        if counterparts == ["cathode"] and any(map(self.is_cathode, met)):
            counterparts = [name for name in met if self.is_cathode(name)]
        against = next(iter([*metals, *counterparts, *met]), None) or self.potential
        if self.mutual and against is None and len(own) == 2:
            return Pair((own[0],), own[1])
        return Pair(tuple(own), against)

    def others(self, pair: Pair) -> tuple[str, ...]:
        """Materials that the pair leaves out, alloys among them, for products that its own cannot give."""
        named = [*self.own, *self.met, *self.places, *(name for name in self.counterparts if self._is_alloy(name))]
        return tuple(name for name in dict.fromkeys(named) if name not in pair.subjects)

    def _is_alloy(self, name: str) -> bool:
        return self.names.identify(name).material_class == "Li alloy"

    def specific(self, names: list[str]) -> list[str]:
        """Names without those of wide classes, where materials are named as well."""
        known = [name for name in names if name not in _WIDE]
        return known or names


def _counterpart_word(phrase: NounPhrase) -> str:
    """The word by which a phrase may name a counterpart: its last, or that before `material`, `side`, `interface`."""
    behind = len(phrase.words) > 1 and phrase.words[-1].text in form_words().lists["electrode_forms"]
    return phrase.words[-2 if behind and phrase.prep not in _WAYS else -1].text


def _of_air(counterparts: list[str]) -> list[str]:
    """Water and carbon dioxide together are air, which brings the elements of both."""
    return ["air", *counterparts] if {"water", "CO2"} <= set(counterparts) else counterparts


def _is_compared(phrase: NounPhrase) -> bool:
    """A value to which another is compared: what it is of is another material (`0.1 g, against 0.6 g for LPS`)."""
    return phrase.prep in ("against", "versus", "than", "compared with", "compared to") and bool(phrase.quantities)


def _is_gas(phrase: NounPhrase) -> bool:
    """Whether a phrase names only what surrounds materials: the oxygen of `the reduction of oxygen`."""
    return all(mention.name in form_words().lists["surroundings"] for mention in phrase.materials)


def _is_meant(phrase: NounPhrase, mention: MaterialMention) -> bool:
    """Not a kind of cell or layer; not the Li of `Li dendrites`, `Li deposition`."""
    if mention.label == "DEVICE" or in_list(mention.name.casefold(), "interphases"):
        return False
    behind = [word for word in phrase.words if word.start >= mention.end]
    if any(in_list(word.text, "signals", "atom_groups") or (word.joined and word.text == "like") for word in behind):
        return False
    if mention.name in form_words().lists["surroundings"]:
        return not any(in_list(word.text, "redox") for word in behind)
    if mention.name not in ("Li", "Na", "K"):
        return True
    return all(
        in_list(word.text, "interphases", "processes", "metal_forms") or word.part in ("material", "adv")
        for word in behind
    )


def _potential_of(phrase: NounPhrase) -> str | None:
    volts = (each for each in phrase.quantities if each.unit == "V")
    return next((_written(phrase, each.start, each.end) for each in volts), None)


def _written(phrase: NounPhrase, start: int, end: int) -> str:
    return next(word.text for word in phrase.words if word.start == start and word.end <= end).replace(" v", " V")
