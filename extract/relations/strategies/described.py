"""Interventions in the description of a material: `Ta-doped LLZO`, `polished garnet`, `a bilayer of A and B`."""

from __future__ import annotations

from ...frames.phrases import NounPhrase
from ...materials import MaterialMention
from ...names import Names
from .agents import METALS, Party, hosts_in, taken_apart
from .anodes import anode_in
from .categories import sort_of
from .intervention import Intervention, made_of, told_by
from .words import has_any, in_list, strategy_words


def described_in(phrase: NounPhrase, names: Names) -> Intervention | None:
    """The intervention that a phrase tells by what its material was made with, or None."""
    return next((found for read in _WAYS if (found := read(phrase, names)) is not None), None)


def _described(phrase: NounPhrase, names: Names) -> Intervention | None:
    """An electrolyte described by what was done to it: `a cross-linked PEO`, `polished garnet`."""
    hosts = hosts_in([phrase], names, deep=False, classes=True)
    last = phrase.words[-1]
    if isinstance(last.mention, MaterialMention) and last.mention.name == "composite electrolyte":
        return told_by(
            "composite_electrolyte", made_of(phrase, names, {"of", "with"}), (), phrase, last, ("composite", 0.55)
        )
    electrolytes = [party for party in hosts if party.name not in METALS]
    if not electrolytes and last.text not in ("electrolyte", "electrolytes", "membrane", "network", "polymer"):
        return None
    dopant = next((word for word in phrase.words[:-1] if word.text in strategy_words().dopants), None)
    if dopant is not None and any(sort_of(party.name, names) == "ceramic" for party in electrolytes):
        agent = Party(strategy_words().dopants[dopant.text], dopant.start, dopant.end)
        return told_by("doping", [agent], electrolytes, phrase, dopant, ("described-host", 0.55))
    for category in ("crosslinked_network", "surface_conditioning", "densification", "structure_design"):
        if has_any(f"is_{category}", phrase.words[:-1]):
            return told_by(category, (), electrolytes, phrase, phrase.words[0], ("described-host", 0.55))
    return None


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


_BY_TREATMENT = {
    "treated": "surface_conditioning",
    "functionalized": "surface_conditioning",
    "functionalised": "surface_conditioning",
    "alloyed": "anode_alloying",
}
"""Categories of treatments that lay no layer, if they name with what."""

_WAYS = (anode_in, _treated, _described)
"""Tried in this order."""
