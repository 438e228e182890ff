"""Interventions that a noun phrase names: `a LiF layer on Li`, `introduction of LiI into Li3PS4`, `stack pressure`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...frames.concepts import find_concepts
from ...frames.meanings import concept_words
from ...frames.phrases import NounPhrase
from ...frames.word import Word
from ...materials import MaterialMention
from ...names import Names
from ...quantities import Quantity
from .agents import (
    METALS,
    Party,
    abbreviated,
    added_by,
    added_in,
    carriers_in,
    element_in,
    hosts_in,
    is_by_kind,
    is_host,
    specific,
)
from .anodes import anode_in
from .categories import layer_category, mixture_category, sort_of
from .described import described_in
from .intervention import Intervention, made_of, told_by
from .words import find_head, has_any, in_list, strategy_words

_PLACES = frozenset(
    "on onto between at in into to for toward towards against with within over around inside among".split()
)
_IONS = frozenset({"metal", "nonmetal", "dopant"})
"""Sorts of what takes the place of an ion."""

_MADE_OF = frozenset({"of", "with", "by", "from", "using"})
_INTO = frozenset({"into", "in", "to", "onto", "on", "between", "at", "within", "inside", "for", "of"})


def named_in(phrase: NounPhrase, names: Names, *, near: Sequence[Word] = ()) -> Intervention | None:
    """The intervention that a phrase names by its head, or None.

    Args:
        phrase: the phrase.
        names: of the document.
        near: words of the statement around it, which may say how a layer forms.
    """
    head = find_head(phrase.words)
    if head is not None:
        first, end, kind = head
        kind = "layer" if kind == "structure_design" and _is_stack(phrase, first, end, names) else kind
        found = _HEADS.get(kind, _plain)(phrase, (first, end, kind), names, near)
        if found is not None:
            return found
    if (pressed := _by_number(phrase)) is not None:
        return pressed
    if in_list("actions", phrase.words[-1].text):
        found = _action(phrase, names, near)
        if found is not None:
            return found
    return described_in(phrase, names)


def _is_stack(phrase: NounPhrase, first: int, end: int, names: Names) -> bool:
    """Whether layers of plain compounds lie on one another: `a LiF/LiZn bilayer` is no electrolyte of two layers."""
    if not phrase.words[end - 1].text.rstrip("s").endswith("layer"):
        return False
    agents = [*added_in(phrase.words[:first], names), *made_of(phrase, names, {"of", "from"})]
    return bool(agents) and not any(is_host(party.name, names) for party in agents)


def named_as(phrase: NounPhrase, names: Names) -> Intervention | None:
    """A material with what it is taken for: `LiNO3 as an additive in PEO`."""
    for given in phrase.tree():
        for each in given.modifiers:
            found = named_in(each, names) if each.prep == "as" else None
            agents = added_in(given.words, names) if found is not None else ()
            if found is not None and agents:
                first = phrase.words[-1]
                return told_by(found.category, agents, found.targets, phrase, first, (found.rule, found.confidence))
    return None


_ON_A_CELL = 100.0
"""MPa above which a pressure presses powder into pellets."""

_BETWEEN = frozenset({"interlayer", "interlayers"})
"""What is no anode of its own, whatever it is made of (`an Ag-C interlayer`)."""

Head = tuple[int, int, str]


def _layer(phrase: NounPhrase, head: Head, names: Names, near: Sequence[Word]) -> Intervention | None:
    first, end, kind = head
    anode = anode_in(phrase, names)
    if anode is not None and anode.category == "anode_composite" and phrase.words[first].text not in _BETWEEN:
        return anode
    words = phrase.words[:first]
    given = [example for each in phrase.tree() for example in each.examples]
    examples = [party for each in given for party in added_in(each.words, names)]
    itself = phrase.words[first:end]
    own = added_by(NounPhrase(words, asides=phrase.asides), names) if words else []
    own += added_in(phrase.words[end:], names) if phrase.words[-1].part == "material" else []
    preps = {"of", "from", "with"} if itself[-1].text.startswith("coating") else {"of", "from"}
    preps |= {"in"} if phrase.words[-1].text == "rich" else set()
    agents = [*own, *made_of(phrase, names, preps), *examples] or _rich_in(words, names)
    if is_by_kind(agents) or not agents:
        agents = [party for word in words for party in abbreviated(word, names)] or agents
    agents = specific(agents) or _by_kind(phrase.words, first, end)
    hosts = hosts_in(_places(phrase), names) or carriers_in(_places(phrase), names)
    bare = in_list("bare_layers", itself[-1].text)
    before = words[-1].text if words else ""
    surface = before == "surface" and itself[-1].text.startswith("coating")
    if in_list("parts", before) or (in_list("never_layers", before) and not (agents or surface)):
        return None
    said = has_any("protecting", words) or has_any("in_situ", [*near, *phrase.words])
    if bare and not said and (not agents or (not hosts and _are_hosts(agents, names))):
        return None
    category = layer_category(phrase.words, kind, near=near)
    rule = "plain-layer" if bare and not said and kind == "layer" else "layer"
    return told_by(category, agents, hosts, phrase, itself[0], (rule, 0.7))


def _places(phrase: NounPhrase) -> Iterator[NounPhrase]:
    """Where a layer lies, also behind what it is made of: `a layer of SnO2 between LLZO and Li`."""
    for each in phrase.modifiers:
        if each.prep in _PLACES:
            yield each
        elif each.prep in _MADE_OF:
            yield from (place for place in each.modifiers if place.prep in _PLACES)


def _rich_in(words: Sequence[Word], names: Names) -> list[Party]:
    """The element of `an F-rich interphase`, by its symbol."""
    index = next((index for index, word in enumerate(words) if word.joined and word.text == "rich"), 0)
    return element_in(words[:index], names)


def _are_hosts(parties: Iterable[Party], names: Names) -> bool:
    """Whether a plain layer is of an electrolyte or an electrode, and so the part itself (`the YSZ film`)."""
    kinds = {party.name: names.identify(party.name).kind for party in parties}
    return all(
        sort_of(name, names) in ("anode", "ceramic", "electrolyte")
        or (kind in ("compound", "composite") and not names.is_agent(name) and sort_of(name, names) != "alloy")
        for name, kind in kinds.items()
    )


def _doping(phrase: NounPhrase, head: Head, names: Names, near: Sequence[Word]) -> Intervention | None:
    first, end, _ = head
    inside = [each for each in phrase.tree() if each is not phrase]
    agents = added_in(phrase.words[:first], names)
    general = [each for each in inside if each.prep in ("with", "by") and not each.examples]
    agents += [party for each in general for party in added_by(each, names) or element_in(each.words, names)]
    examples = [example for each in phrase.tree() for example in each.examples]
    agents += [party for each in examples for party in added_in(each.words, names) or element_in(each.words, names)]
    agents = agents or element_in(phrase.words[:first], names) or made_of(phrase, names, {"with", "by"})
    agents = agents or [
        party for each in inside if each.prep in ("with", "by") for party in element_in(each.words, names)
    ]
    itself = phrase.words[end - 1]
    if not agents and itself.text in strategy_words().dopants:
        agents = [Party(strategy_words().dopants[itself.text], itself.start, itself.end)]
    hosts = hosts_in((each for each in inside if each.prep in ("of", "in", "into", "for", "at", "to")), names)
    if not agents:
        governed = [each for each in inside if each.prep == "of"]
        found = [party for each in governed for party in (added_by(each, names) or element_in(each.words, names))]
        agents = [party for party in found if not is_host(party.name, names)]
    if not hosts and _dopes_something_else(phrase, agents):
        return None
    if in_list("exchanges", itself.text):
        hosts = [party for party in hosts if party.name not in METALS]
    on_anode = bool(hosts) and all(party.name in METALS for party in hosts)
    category = "interlayer_in_situ" if on_anode else "doping"
    if itself.text.startswith("replacement") and not all(sort_of(party.name, names) in _IONS for party in agents):
        return None
    return told_by(category, agents, hosts, phrase, phrase.words[first], ("doping", 0.75))


def _dopes_something_else(phrase: NounPhrase, agents: Sequence[Party]) -> bool:
    """Whether what is doped is named, and is no electrolyte and no anode: `nitrogen doping of carbon`."""
    of = [each for each in phrase.modifiers if each.prep == "of"]
    named = [each for each in of if each.materials or in_list("carbons", each.words[-1].text)]
    return bool(named) and not any(each.start <= party.at < each.end for each in named for party in agents)


def _host(phrase: NounPhrase, head: Head, names: Names, near: Sequence[Word]) -> Intervention | None:
    first, _, _ = head
    agents = [*added_in(phrase.words[:first], names), *made_of(phrase, names, {"of"})]
    places = [each for each in phrase.tree() if each is not phrase and each.prep in ("for", "in", "of", "with")]
    hosts = hosts_in(places, names)
    every = [word for each in phrase.tree() for word in each.words]
    if any(party.name in METALS for party in hosts) or has_any("anode_words", every):
        return told_by("anode_composite", agents, hosts, phrase, phrase.words[first], ("anode-host", 0.6))
    sorts = {sort_of(party.name, names) for party in hosts}
    if "ceramic" in sorts | {
        sort_of(word.mention.name, names) for word in phrase.words[:first] if isinstance(word.mention, MaterialMention)
    }:
        ceramics = hosts_in([phrase], names)
        if not has_any("rigid", phrase.words[:first]):
            return None
        return told_by("structure_design", (), ceramics, phrase, phrase.words[first], ("framework", 0.6))
    if has_any("rigid", phrase.words[:first]) or "polymer" in sorts:
        return told_by("high_modulus_host", agents, hosts, phrase, phrase.words[first], ("stiff-host", 0.6))
    return None


def _plain(phrase: NounPhrase, head: Head, names: Names, near: Sequence[Word]) -> Intervention | None:
    first, end, kind = head
    agents: list[Party] = []
    if kind == "anode_composite" and (composite := anode_in(phrase, names)) is not None:
        return composite
    if kind == "external_pressure" and not _is_on_cell(phrase, first):
        return None
    if kind in ("filler", "salt_or_additive", "crosslinked_network", "molecular_channel", "anode_composite"):
        agents = added_in(phrase.words[: end if kind == "filler" else first], names)
        examples = [example for each in phrase.tree() for example in each.examples]
        agents += [party for each in examples for party in added_in(each.words, names)]
        plain = all(party.name == party.name.lower() for party in agents)
        if plain and kind in ("filler", "salt_or_additive"):
            agents = _as_written(phrase.words[:end], first)
        if kind == "crosslinked_network":
            agents += made_of(phrase, names, {"with", "by", "from"})
    if kind == "densification":
        agents += [party for each in phrase.examples for party in added_in(each.words, names)]
    if kind == "surface_conditioning":
        before = added_in(phrase.words[:first], names)
        agents += [party for party in before if names.is_agent(party.name) and names.material(party.name)]
        agents += [party for party in made_of(phrase, names, {"with", "in"}) if not is_host(party.name, names)]
    inside = [each for each in phrase.tree() if each is not phrase and each.prep in (*_PLACES, "of")]
    hosts = hosts_in([NounPhrase(phrase.words[end:])] if phrase.words[end:] else [], names)
    hosts += hosts_in(inside, names)
    if kind == "filler":
        hosts = [party for party in hosts if sort_of(party.name, names) == "polymer"]
    return told_by(kind, agents, hosts, phrase, phrase.words[first], (kind.replace("_", "-"), 0.65))


def _is_on_cell(phrase: NounPhrase, first: int) -> bool:
    """Whether a phrase names the pressure that is put on a cell."""
    return all(map(_of_pressure, phrase.words[:first])) and not _is_low(phrase) and not _presses_powder(phrase)


def _is_low(phrase: NounPhrase) -> bool:
    """Whether a pressure is said to be low, so that what makes do with it is the strategy."""
    return any(concept.meaning.name == "pressure" and concept.level == "low" for concept in find_concepts(phrase))


def _presses_powder(phrase: NounPhrase) -> bool:
    """Whether a pressure is so high that it is none on a cell."""
    found = [quantity for each in phrase.tree() for quantity in each.quantities if quantity.unit == "MPa"]
    return any((quantity.high or quantity.low) > _ON_A_CELL for quantity in found)


def _of_pressure(word: Word) -> bool:
    """Whether a word before `pressure` leaves it the pressure on a cell: not `partial`, `vapour`."""
    degrees = concept_words().degrees
    return word.part != "noun" or word.text in degrees or in_list("of_pressure", word.text)


def _by_number(phrase: NounPhrase) -> Intervention | None:
    """`7 MPa lifts it`, `at 10 MPa`: the pressure on a cell, lower than those with which pellets are pressed."""
    quantity = phrase.words[-1].mention
    if len(phrase.words) > 1 or not isinstance(quantity, Quantity) or phrase.prep not in ("", "at", "under"):
        return None
    if quantity.unit != "MPa" or _presses_powder(phrase):
        return None
    return told_by("external_pressure", (), (), phrase, phrase.words[-1], ("pressure-by-number", 0.55))


def _as_written(words: Sequence[Word], first: int) -> list[Party]:
    """A filler or additive by the words that name it: `inorganic fillers`."""
    start = first
    while start and words[start - 1].part == "noun" and _tells_kind(words[start - 1]):
        start -= 1
    named = words[start:] if start < first or first < len(words) - 1 else ()
    return [Party(" ".join(word.text for word in named), named[0].start, named[-1].end)] if named else []


def _tells_kind(word: Word) -> bool:
    """Whether a word tells of which kind a filler or an additive is, where nothing tells what it is made of."""
    return any(in_list(name, word.text) for name in ("agents", "kinds", "kinds_of_additives"))


def _by_kind(words: Sequence[Word], first: int, end: int) -> list[Party]:
    """A layer of no named material by the words that tell its kind: `compliant interlayers`."""
    kinds = [index for index in range(first) if in_list("kinds", words[index].text)]
    named = words[kinds[0] : end] if kinds else []
    return [Party(" ".join(word.text for word in named), named[0].start, named[-1].end)] if named else []


def _action(phrase: NounPhrase, names: Names, near: Sequence[Word]) -> Intervention | None:
    """`the introduction of LiI into Li3PS4`, `insertion of a buffer layer`, `removal of Li2CO3`."""
    governed = [each for each in phrase.modifiers if each.prep in ("of", "with", "by", "from")]
    inside = [each for each in phrase.tree() if each is not phrase]
    words = [word for each in inside for word in each.words]
    if phrase.words[-1].text == "removal":
        if any(has_any("contaminants", each.words) for each in governed) or has_any("contaminants", phrase.words):
            targets = hosts_in((each for each in inside if each.prep in ("from", "on", "of", "at")), names)
            return told_by("surface_conditioning", (), targets, phrase, phrase.words[-1], ("removal", 0.7))
        return None
    for each in governed:
        found = named_in(each, names, near=[*near, *phrase.words])
        if found is not None and (found.category != "anode_alloying" or not has_any("forming", phrase.words)):
            return found
    agents = [party for each in governed if each.prep == "of" for party in added_by(each, names)]
    if not any(each.prep == "of" for each in governed):
        agents = added_in(phrase.words[:-1], names)
    hosts = hosts_in((each for each in inside if each.prep in _INTO - {"of"}), names)
    of_it = any(each.prep == "of" for each in governed)
    if in_list("treating", phrase.words[-1].text):
        dips = in_list("dipping", phrase.words[-1].text)
        used = [each for each in inside if each.prep in (("with", "by", "in", "into") if dips else ("with", "by"))]
        return _treating(agents, used, hosts_in((each for each in governed if each.prep == "of"), names), phrase, names)
    if in_list("layering", phrase.words[-1].text) and agents and of_it:
        return told_by("interlayer_ex_situ", agents, hosts, phrase, phrase.words[-1], ("layering", 0.6))
    return _mixed(agents, hosts, phrase, words, names)


def _treating(
    agents: Sequence[Party], used: Sequence[NounPhrase], hosts: Sequence[Party], phrase: NounPhrase, names: Names
) -> Intervention | None:
    """`modification of LLZTO with AgNO3`, `H3PO4 treatment`: of what is treated, and not of what it is treated with."""
    given = [party for each in used for party in added_by(each, names)] or list(agents)
    given = [party for party in given if not is_host(party.name, names)]
    if not given:
        return None
    return told_by("surface_conditioning", given, hosts, phrase, phrase.words[-1], ("treating", 0.6))


def _mixed(
    agents: Sequence[Party], hosts: Sequence[Party], phrase: NounPhrase, words: Sequence[Word], names: Names
) -> Intervention | None:
    left = [party for party in hosts if party.name not in {agent.name for agent in agents}]
    between = any(each.prep == "between" for each in phrase.tree()) or has_any("interfaces", words)
    if agents and between:
        return told_by("interlayer_ex_situ", agents, left, phrase, phrase.words[-1], ("put-between", 0.65))
    category = mixture_category(agents, left, words, names)
    if category is None and agents and not left and has_any("sinters", words):
        category = "densification"
    if category is None:
        return None
    return told_by(category, agents, left, phrase, phrase.words[-1], ("introduction", 0.7))


def _alloying(phrase: NounPhrase, head: Head, names: Names, near: Sequence[Word]) -> Intervention | None:
    """`Mg alloying of the Li anode`, `alloying of lithium with Mg`."""
    inside = [each for each in phrase.tree() if each is not phrase]
    agents = [*added_in(phrase.words[: head[0]], names), *made_of(phrase, names, {"with"})]
    hosts = hosts_in((each for each in inside if each.prep in ("of", "into", "in")), names)
    metals = [party for party in hosts if party.name in METALS]
    if not agents or not metals:
        return None
    return told_by("anode_alloying", agents, metals, phrase, phrase.words[head[0]], ("alloying", 0.65))


_HEADS = {"layer": _layer, "interphase": _layer, "doping": _doping, "host": _host, "alloying": _alloying}
