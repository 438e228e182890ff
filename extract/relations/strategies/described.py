"""Interventions in the description of a material: `Ta-doped LLZO`, `polished garnet`, `a bilayer of A and B`."""

from __future__ import annotations

from dataclasses import replace

from ...frames.concepts import find_concepts
from ...frames.phrases import NounPhrase
from ...materials import MaterialMention
from ...names import Names
from .agents import METALS, Party, added_in, hosts_in, is_host, taken_apart
from .anodes import anode_in
from .categories import sort_of
from .intervention import Intervention, made_of, told_by
from .labels import labelled_in
from .words import has_any, in_list, lists_with, strategy_words

_ELECTROLYTES = frozenset({"electrolyte", "electrolytes", "membrane", "network", "polymer"})
"""Nouns of what is an electrolyte, whatever it is made of."""


_TELLING = frozenset({"composites", "composite_heads", "put_there", "treatments"})
"""Lists of words that describe an intervention beside common names of materials (`carbon-coated foils`)."""


def described_in(phrase: NounPhrase, names: Names) -> Intervention | None:
    """The intervention that a phrase tells by what its material was made with, or None."""
    if not _may_describe(phrase):
        return None
    return next((found for read in _WAYS if (found := read(phrase, names)) is not None), None)


def _may_describe(phrase: NounPhrase) -> bool:
    """Whether a phrase names a material, or has a word with which one of the ways can do without; most have neither."""
    if phrase.materials or any(not _TELLING.isdisjoint(lists_with(word.text)) for word in phrase.words):
        return True
    return phrase.words[-1].text in _ELECTROLYTES or any(
        has_any("lattice_places", each.words) for each in phrase.modifiers
    )


def _described(phrase: NounPhrase, names: Names) -> Intervention | None:
    """An electrolyte described by what was done to it: `a cross-linked PEO`, `polished garnet`."""
    last = phrase.words[-1]
    if not phrase.materials and last.text not in _ELECTROLYTES:
        return None
    hosts = hosts_in([phrase], names, deep=False, classes=True)
    if isinstance(last.mention, MaterialMention) and last.mention.name == "composite electrolyte":
        parts = [each for each in phrase.tree() if each is phrase or not _is_of_part(each)]
        agents = made_of(replace(phrase, modifiers=parts[1:]), names, {"of", "with"}) or _mixed_in(phrase, names)
        return told_by("composite_electrolyte", agents, (), phrase, last, ("composite", 0.55))
    electrolytes = [party for party in hosts if party.name not in METALS]
    if not electrolytes and last.text not in _ELECTROLYTES:
        return None
    dopant = next((word for word in phrase.words[:-1] if word.text in strategy_words().dopants), None)
    if dopant is not None and any(sort_of(party.name, names) == "ceramic" for party in electrolytes):
        agent = Party(strategy_words().dopants[dopant.text], dopant.start, dopant.end)
        return told_by("doping", [agent], electrolytes, phrase, dopant, ("described-host", 0.55))
    for category in ("crosslinked_network", "surface_conditioning", "densification", "structure_design"):
        if has_any(f"is_{category}", phrase.words[:-1]):
            return told_by(category, (), electrolytes, phrase, phrase.words[0], ("described-host", 0.55))
    return None


def _mixed_in(phrase: NounPhrase, names: Names) -> list[Party]:
    """What the name of a composite says that it is made of: `the PEO/LLZTO composite electrolyte`."""
    found: list[Party] = []
    for mention in phrase.materials[:-1]:
        parts = [part for part in mention.name.replace("/", "-").split("-") if part]
        known = all(names.identify(part).kind != "name" for part in parts)
        if mention.kind == "composite" and len(parts) > 1 and known:
            found += [Party(part, mention.start, mention.end) for part in parts]
    return found


def _is_of_part(phrase: NounPhrase) -> bool:
    """Whether a phrase tells of a part or a quality, and not of what is added (`with continuous interfaces`)."""
    return in_list("interface_nouns", phrase.words[-1].text) or bool(find_concepts(phrase))


def _treated(phrase: NounPhrase, names: Names) -> Intervention | None:
    """`Ta-doped LLZO`, `carbon-coated Al`."""
    parts = taken_apart(phrase, names)
    if parts is None:
        return None
    doped = "doped" in parts.treatment or "substituted" in parts.treatment
    hosts = (parts.host,) if parts.host is not None else ()
    if (not parts.agents and not hosts) or not in_list("treatments", parts.treatment.removeprefix("co-")):
        return None
    if parts.treatment in _BY_TREATMENT and not parts.agents:
        return None
    category = "doping" if doped else _BY_TREATMENT.get(parts.treatment, "interlayer_ex_situ")
    agents = parts.agents or tuple(made_of(phrase, names, {"with"}))
    return told_by(category, agents, hosts, phrase, phrase.words[0], (f"{parts.treatment}-host", 0.65))


def _put_there(phrase: NounPhrase, names: Names) -> Intervention | None:
    """`Sputtered Au on LLZO`, `evaporated tin on a garnet pellet`."""
    if not any(in_list("put_there", word.text) and not word.joined for word in phrase.words[:-1]):
        return None
    agents = [party for party in added_in(phrase.words, names) if not is_host(party.name, names)]
    hosts = hosts_in((each for each in phrase.modifiers if each.prep in ("on", "onto", "between")), names)
    return (
        told_by("interlayer_ex_situ", agents, hosts, phrase, phrase.words[0], ("put-there", 0.65))
        if agents and hosts
        else None
    )


def _on_site(phrase: NounPhrase, names: Names) -> Intervention | None:
    """`Chlorine on the sulfur sites of Na3PS4`, `Ta in the lattice of LLZO`."""
    for each in phrase.modifiers:
        if each.prep in ("on", "at", "in", "within") and has_any("lattice_places", each.words):
            agents = added_in(phrase.words, names)
            hosts = [party for party in hosts_in([each], names) if sort_of(party.name, names) == "ceramic"]
            simple = all(sort_of(party.name, names) in _DOPING for party in agents)
            if agents and simple and (hosts or each.determiner in ("its", "their")):
                return told_by("doping", agents, hosts, phrase, phrase.words[0], ("on-site", 0.65))
    return None


_DOPING = frozenset({"metal", "nonmetal", "dopant"})
"""Sorts of what dopes where a place in the lattice is named."""

_BY_TREATMENT = {
    "treated": "surface_conditioning",
    "functionalized": "surface_conditioning",
    "functionalised": "surface_conditioning",
    "alloyed": "anode_alloying",
    "filled": "filler",
    "loaded": "filler",
    "reinforced": "high_modulus_host",
    "plasticized": "salt_or_additive",
    "plasticised": "salt_or_additive",
}
"""Categories of treatments that lay no layer, if they name with what."""


def _particles_in(phrase: NounPhrase, names: Names) -> Intervention | None:
    """`LLZO nanowires in PEO`, `PEO with 10 % of SiO2`: particles in a polymer."""
    if in_list("particles", phrase.words[-1].text):
        agents = added_in(phrase.words, names)
        polymers = hosts_in((each for each in phrase.modifiers if each.prep in ("in", "within", "inside")), names)
    else:
        polymers = hosts_in([phrase], names, deep=False)
        agents = made_of(
            replace(phrase, modifiers=[e for e in phrase.modifiers if e.prep == "with"]), names, {"with", "of"}
        )
        agents = [party for party in agents if sort_of(party.name, names) in ("oxide", "inorganic")]
    if not (agents and polymers) or any(sort_of(party.name, names) != "polymer" for party in polymers):
        return None
    return told_by("filler", agents, polymers, phrase, phrase.words[0], ("particles-in", 0.6))


_WAYS = (anode_in, labelled_in, _treated, _on_site, _put_there, _particles_in, _described)
"""Tried in this order."""
