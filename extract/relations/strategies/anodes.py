"""Anodes in place of bare metal: alloys, and composites of a metal with carbon or another material."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...frames.phrases import NounPhrase
from ...frames.word import Word
from ...materials import MaterialMention
from ...names import Names
from .agents import METALS, Party, added_by, added_in, hosts_in
from .intervention import Intervention, made_of, told_by
from .words import find_head, in_list, strategy_words

_PARTS = re.compile(r"[-–/@]")
"""Between the parts of a composite's name. Matches `Ag-C`; must not match `Ag3Sn`."""


_METALS = re.compile(r"[A-Z][a-z]?(?:[-–][A-Z][a-z]?)+(?= alloy)")
"""The metals of an alloy. Matches in `Na-Cs alloy`; must not match in `Li alloy`."""

_DASHES = str.maketrans("–", "-")


def anode_in(phrase: NounPhrase, names: Names) -> Intervention | None:
    """The anode that a phrase names as made of something else than the bare metal, or None."""
    return _composite(phrase, names) or _named_composite(phrase, names) or _alloy(phrase, names)


def _alloy(phrase: NounPhrase, names: Names) -> Intervention | None:
    """`a Li-In alloy anode`, `the Li9Al4 alloy`, `Si anodes`, `a Li-Mg solid solution with 5 at% Mg`."""
    for index, word in enumerate(phrase.words if phrase.materials else ()):
        mention = word.mention
        if not isinstance(mention, MaterialMention) or METALS.issuperset(_PARTS.split(mention.name)):
            continue
        elements = set(names.identify(mention.name).composition or ())
        behind = phrase.words[index + 1 :]
        alloy = _is_called_alloy(behind) and bool(elements & METALS)
        alloyed = len(elements) > 1 and elements & METALS and elements - METALS <= strategy_words().lists["alloying"]
        anode = _is_called_anode(behind) and (_is_alloying(mention.name) or bool(alloyed))
        verb = mention.name == "Li alloy" and any(each.prep == "with" for each in phrase.modifiers)
        if not verb and (alloy or anode or _is_alloy(mention, names)) and not _lies_in_layer(phrase):
            name = _metals_before(phrase.words[:index], names) or _alloy_name(mention)
            agents = [Party(name, mention.start, mention.end)]
            added = {*elements, *_PARTS.split(agents[0].name)} - METALS
            agents += [party for party in made_of(phrase, names, {"with"}) if party.name in added]
            return told_by("anode_alloying", agents, (), phrase, word, ("alloy", 0.6))
    return None


def _lies_in_layer(phrase: NounPhrase) -> bool:
    """Whether it is a part of a layer: `the Li-Zn alloy in the interlayer`."""
    heads = (find_head(each.words) for each in phrase.modifiers if each.prep in ("in", "within"))
    return any(head is not None and head[2] in ("layer", "interphase") for head in heads)


def _is_called_alloy(behind: Sequence[Word]) -> bool:
    texts = [word.text for word in behind[:2]]
    return texts[:1] in (["alloy"], ["alloys"]) or texts in (["solid", "solution"], ["solid", "solutions"])


def _is_called_anode(behind: Sequence[Word]) -> bool:
    """`Si anodes`, `Si-based anodes`, `a silicon negative electrode`."""
    texts = [word.text for word in behind if word.text not in ("based", "alloy", "negative", "powder", "thin", "film")]
    return bool(texts) and texts[0] in ("anode", "anodes", "electrode", "electrodes")


def _is_alloying(name: str) -> bool:
    """Whether it is what alloys with Li, whatever its size (`nano-Si`)."""
    return in_list("alloying", name) or in_list("alloying_names", _PARTS.split(name)[-1])


def _alloy_name(mention: MaterialMention) -> str:
    """`Li-Mg alloy` goes by its metals, as does one of which only the class is known; `Li alloy` is the class."""
    written = _METALS.match(mention.text)
    if mention.kind == "class" and written is not None:
        return written[0].translate(_DASHES)
    return mention.name.removesuffix(" alloy") if "-" in mention.name else mention.name


def _metals_before(words: Sequence[Word], names: Names) -> str:
    """The metals that stand joined before `alloy anodes`, each by its symbol (`Na-Cs`)."""
    symbols = [word.text.capitalize() for word in words[-2:] if word.part == "noun"]
    joined = len(words) > 1 and words[-1].joined and len(symbols) > 1
    known = joined and all(len(name) <= 2 and names.identify(name).kind == "element" for name in symbols)
    return "-".join(symbols) if known else ""


def _is_alloy(mention: MaterialMention, names: Names) -> bool:
    """An alloy of the metal of an anode: `Li-In`, `Na-Sn alloy`."""
    pair = "alloy" in mention.text and mention.name.split("-")[0] in METALS
    of_li = names.identify(mention.name).material_class == "Li alloy"
    return pair or (of_li and ("-" in mention.name or "lloy" in mention.text))


def _composite(phrase: NounPhrase, names: Names) -> Intervention | None:
    """`a composite of Li and carbon`, `a composite anode of Li and C3N4`, `a film of Ag particles in carbon`."""
    heads = [word for word in phrase.words if in_list("composites", word.text)]
    if not heads and not in_list("composite_heads", _last(phrase)):
        return None
    within = [each for each in phrase.tree() if each is not phrase and each.prep in ("of", "in")]
    mixed = [party for each in within for party in added_by(each, names)]
    carbons = {party.name for party in mixed if in_list("carbons", party.name)}
    alloying = {party.name for party in mixed if _is_alloying(party.name)}
    if carbons and alloying and len(carbons | alloying) == len(mixed) and in_list("composite_heads", _last(phrase)):
        return told_by("anode_composite", mixed, (), phrase, phrase.words[-1], ("composite-anode", 0.6))
    ends = phrase.words[-1]
    if not heads or not (ends is heads[-1] or in_list("anode_heads", ends.text)):
        return None
    inside = [each for each in phrase.modifiers if each.prep in ("of", "with", "from", "between")]
    metal = [party for party in hosts_in(inside, names, deep=False) if party.name in METALS]
    agents = [party for each in inside for party in added_by(each, names)]
    if not agents or not metal:
        return None
    return told_by("anode_composite", agents, metal, phrase, heads[-1], ("composite-anode", 0.6))


def _last(phrase: NounPhrase) -> str:
    return phrase.words[-1].text


def _named_composite(phrase: NounPhrase, names: Names) -> Intervention | None:
    """`an Ag-C layer`, `the graphite-Li composite`, `hard carbon anodes`."""
    ends = phrase.words[-1].text
    for word in phrase.words[:-1] if phrase.materials and in_list("composite_heads", ends) else ():
        mention = word.mention
        if not isinstance(mention, MaterialMention):
            continue
        parts = _PARTS.split(mention.name)
        carbons = [part for part in parts if in_list("carbons", part)]
        metals = [part for part in parts if part in METALS]
        others = [part for part in parts if part not in carbons and part not in METALS]
        solid = all(names.identify(part).kind == "element" or in_list("alloying_names", part) for part in others)
        if len(parts) > 1 and carbons and solid and (metals or others):
            host = Party(metals[0], mention.start, mention.end) if metals else None
            named = "-".join(part for part in parts if part not in METALS)
            agent = Party(named if metals else mention.name, mention.start, mention.end)
            return told_by("anode_composite", [agent], [host] if host else [], phrase, word, ("named-composite", 0.65))
    agents = added_in(phrase.words, names) if ends in ("anode", "anodes") else []
    if agents and all(party.name != "graphite" and in_list("carbons", party.name) for party in agents):
        return told_by("anode_composite", agents, (), phrase, phrase.words[-1], ("carbon-anode", 0.55))
    return None
