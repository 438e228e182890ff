"""Which category an intervention belongs to, by what is added, where it goes and how it is said to come there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...frames.word import Word
from ...names import Names
from .agents import METALS, Party
from .words import has_any, in_list, strategy_words

_OF_SALT = 3
"""Elements of a simple salt with an anion of oxygen."""


def layer_category(words: Sequence[Word], kind: str, *, near: Sequence[Word] = ()) -> str:
    """Whether a layer is put there or forms in place.

    Args:
        words: of the layer's phrase.
        kind: `layer` or `interphase`, which forms in place unless it is said to be artificial.
        near: words of the statement that tells how it was made.
    """
    if has_any("ex_situ", words):
        return "interlayer_ex_situ"
    if has_any("in_situ", words) or kind == "interphase":
        return "interlayer_in_situ"
    if has_any("in_situ", near) and not has_any("ex_situ", near):
        return "interlayer_in_situ"
    return "interlayer_ex_situ"


def mixture_category(
    agents: Sequence[Party], hosts: Sequence[Party], words: Sequence[Word], names: Names
) -> str | None:
    """The category of `agents` put into `hosts`, or None where that is no strategy that is known.

    Example:
        Al2O3 into PEO is a filler, LiI into Li3PS4 doping, Mg into Li an alloy, FEC into an electrolyte an additive.
    """
    sorts = ["salt" if _is_salt(party.name, names) else sort_of(party.name, names) for party in agents]
    where = [sort_of(party.name, names) for party in hosts]
    if not where or not (sorts or has_any("particles", words)):
        return None
    if "polymer" in where:
        return _into_polymer(sorts, words)
    if "anode" in where and len(set(where)) == 1:
        return "anode_alloying" if set(sorts) & {"metal", "alloy"} else "anode_composite" if sorts else None
    if "liquid" in where or "electrolyte" in where:
        return "salt_or_additive"
    if "ceramic" in where:
        return "densification" if has_any("sinters", words) else _into_ceramic(sorts)
    return None


def _is_salt(name: str, names: Names) -> bool:
    """A perchlorate or nitrate of a metal, which dissolves in a polymer."""
    elements = set(names.identify(name).composition or ())
    return "O" in elements and bool(elements & {"Cl", "N"}) and len(elements) == _OF_SALT


def _into_polymer(sorts: Sequence[str], words: Sequence[Word]) -> str:
    if has_any("particles", words) or set(sorts) & {"oxide", "ceramic", "inorganic"}:
        return "filler"
    if "polymer" in sorts:
        return "composite_electrolyte"
    return "salt_or_additive"


def _into_ceramic(sorts: Sequence[str]) -> str:
    if set(sorts) & {"polymer", "ceramic"}:
        return "composite_electrolyte"
    if set(sorts) & {"metal", "nonmetal", "oxide", "inorganic", "dopant"}:
        return "doping"
    return "salt_or_additive"


def sort_of(name: str, names: Names) -> str:
    """What sort of thing a name means to a strategy.

    Returns:
        anode, polymer, ceramic (a solid conductor), electrolyte (of any kind), liquid, metal, nonmetal, carbon, alloy,
        oxide, inorganic (another simple compound), dopant (a common name such as halogen) or other.
    """
    if name in METALS:
        return "anode"
    if name == "liquid electrolyte":
        return "liquid"
    material = names.identify(name)
    if material.material_class == "polymer" or material.kind == "polymer":
        return "polymer"
    if material.material_class == "Li alloy":
        return "alloy"
    if in_list("carbons", name):
        return "carbon"
    if any(anion in name for anion in strategy_words().lists["salt_anions"]) and material.kind != "composite":
        return "other"
    if material.kind == "composite" and _holds_polymer(name, names):
        return "polymer"
    if names.is_electrolyte(name):
        return "electrolyte" if name == "solid electrolyte" else "ceramic"
    if material.kind == "element" or name in strategy_words().elements.values():
        return "nonmetal" if name in strategy_words().lists["nonmetals"] else "metal"
    return _simple_sort(name, material.composition, material.material_class)


def _holds_polymer(name: str, names: Names) -> bool:
    """Whether one part of a composite is a polymer: `PEO-LiTFSI`."""
    parts = name.replace("/", "-").split("-")
    return len(parts) > 1 and any(names.identify(part).kind == "polymer" for part in parts if part)


def _simple_sort(name: str, composition: Mapping[str, str] | None, material_class: str | None) -> str:
    if material_class == "oxide" or name == "oxide":
        return "oxide"
    if composition and len(composition) <= 3 and "H" not in composition:
        return "inorganic"
    return "dopant" if in_list("agents", name) else "other"
