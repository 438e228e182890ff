"""Interventions in the description of a material: `Ta-doped LLZO`, `a Li-In alloy anode`, `polished garnet`."""

from __future__ import annotations

from ...frames.phrases import NounPhrase
from ...materials import MaterialMention
from ...names import Names
from .agents import METALS, Party, added_by, hosts_in, taken_apart
from .intervention import Intervention, made_of, told_by
from .words import has_any, in_list, strategy_words


def described_in(phrase: NounPhrase, names: Names) -> Intervention | None:
    """The intervention that a phrase tells by what its material was made with, or None."""
    return next((found for read in _WAYS if (found := read(phrase, names)) is not None), None)


def _alloy(phrase: NounPhrase, names: Names) -> Intervention | None:
    """`a Li-In alloy anode`, `the Li9Al4 alloy`, `Si anodes`."""
    for index, word in enumerate(phrase.words):
        mention = word.mention
        if not isinstance(mention, MaterialMention) or mention.name in METALS:
            continue
        after = phrase.words[index + 1].text if index + 1 < len(phrase.words) else ""
        alloy = after in ("alloy", "alloys") and bool(set(names.identify(mention.name).composition or ()) & METALS)
        elements = set(names.identify(mention.name).composition or ())
        alloyed = len(elements) > 1 and elements & METALS and elements - METALS <= strategy_words().lists["alloying"]
        anode = after in ("anode", "anodes") and (in_list("alloying", mention.name) or bool(alloyed))
        verb = mention.name == "Li alloy" and any(each.prep == "with" for each in phrase.modifiers)
        if not verb and (alloy or anode or _is_alloy(mention, names)):
            agent = Party(_alloy_name(mention.name), mention.start, mention.end)
            return told_by("anode_alloying", (agent,), (), phrase, word, ("alloy", 0.6))
    return None


def _composite(phrase: NounPhrase, names: Names) -> Intervention | None:
    """`a composite of Li and carbon`."""
    if not phrase.words[-1].text.startswith("composite"):
        return None
    inside = [each for each in phrase.modifiers if each.prep in ("of", "with", "from")]
    metal = [party for party in hosts_in(inside, names, deep=False) if party.name in METALS]
    agents = [party for each in inside for party in added_by(each, names)]
    if not metal or not agents:
        return None
    return told_by("anode_composite", agents, metal, phrase, phrase.words[-1], ("composite-anode", 0.6))


def _alloy_name(name: str) -> str:
    """`Li-Mg alloy` goes by its metals; `Li alloy` is the class."""
    return name.removesuffix(" alloy") if "-" in name else name


def _is_alloy(mention: MaterialMention, names: Names) -> bool:
    """An alloy of the metal of an anode: `Li-In`, `Na-Sn alloy`."""
    pair = "alloy" in mention.text and mention.name.split("-")[0] in METALS
    of_li = names.identify(mention.name).material_class == "Li alloy"
    return pair or (of_li and ("-" in mention.name or "lloy" in mention.text))


def _described(phrase: NounPhrase, names: Names) -> Intervention | None:
    """An electrolyte described by what was done to it: `a cross-linked PEO`, `polished garnet`."""
    hosts = hosts_in([phrase], names, deep=False)
    last = phrase.words[-1]
    if isinstance(last.mention, MaterialMention) and last.mention.name == "composite electrolyte":
        return told_by(
            "composite_electrolyte", made_of(phrase, names, {"of", "with"}), (), phrase, last, ("composite", 0.55)
        )
    electrolytes = [party for party in hosts if party.name not in METALS]
    if not electrolytes and last.text not in ("electrolyte", "electrolytes", "membrane", "network", "polymer"):
        return None
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
    category = "doping" if doped else "interlayer_ex_situ"
    agents = parts.agents or tuple(made_of(phrase, names, {"with"}))
    return told_by(category, agents, hosts, phrase, phrase.words[0], (f"{parts.treatment}-host", 0.65))


_WAYS = (_alloy, _composite, _treated, _described)
"""Tried in this order."""
