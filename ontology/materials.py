"""What a material's name means: one identifier for one material, whatever it is called.

Names are merged by composition and by resolved abbreviation, never by likeness of spelling. Two names with one `id`
are one node of the graph. Identifiers keep case: `material:…` (compositions written in one order of elements),
`class:…` for a class of materials, `cell:…` for layers, whose order counts, `potential:…` for what is no material.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from types import MappingProxyType

from .composed import are_dashed_layers, are_slashed_layers, cell_of, composite_of
from .families import class_of, family_of
from .formula import Formula, is_ion, parse_formula, parse_mixture
from .lexicon import Entry, english_key, entries, find_entry
from .material_names import (
    ACRONYM,
    ALLOY,
    DOPANTS,
    ELEMENT_OF_GAS,
    EXPLAINED,
    FORM,
    GLASS,
    LAYERS,
    PHASE,
    PHASE_LETTER,
    POTENTIAL,
    SAME_TREATMENT,
    SHARE_UNIT,
    SIZED,
    STATE,
    TREATED,
    UNCOATED,
    is_no_composite,
    may_be_part,
)
from .meaning import Material, folded
from .notation import plain_name
from .own_names import OwnNames
from .vocabulary import MaterialClassTerm, material_classes, written_whole

_DEPTH = 6
"""How many names within names are followed: an alias of a part of a layer of a cell, with room to spare."""

_LONGEST = 300
"""Characters beyond which a text is no name."""


def identify(name: str, aliases: Mapping[str, str] | None = None) -> Material:
    """Find what a name means.

    Args:
        name: in any spelling: LaTeX, HTML, Unicode, plain.
        aliases: the document's own abbreviations, short to long; they go before those of the field.

    Example:
        >>> identify("LiPON").id == identify("lithium phosphorus oxynitride").id
        True
        >>> identify("LPS", {"LPS": "Li7P3S11"}).id
        'material:Li7P3S11'
    """
    return identify_among(name, plain_aliases(aliases or {}))


def plain_aliases(aliases: Mapping[str, str]) -> OwnNames:
    """A document's abbreviations as `identify_among` takes them for one name after another."""
    return OwnNames(dict(sorted((plain_name(short), plain_name(long)) for short, long in aliases.items())))


def identify_among(name: str, own: OwnNames) -> Material:
    """As `identify`, where the abbreviations are plain already.

    Args:
        name: in any spelling.
        own: the document's abbreviations, from `plain_aliases`.
    """
    return _identify(plain_name(name), own, 0)


def describe(name: str, aliases: Mapping[str, str] | None = None) -> dict[str, object]:
    """How a name is understood, ready for JSON: id, name, formula, composition, family, class, kind, abbreviates."""
    material = identify(name, aliases)
    return {
        "name": material.name,
        "id": material.id,
        "kind": material.kind,
        "formula": material.formula,
        "composition": dict(material.composition) if material.composition else None,
        "family": material.family,
        "class": material.material_class,
        "abbreviates": material.stands_for,
    }


@cache
def _short_names() -> Mapping[str, str]:
    """Canonical composition to the field's abbreviation of it."""
    formulas = ((entry.name, parse_formula(entry.formula)) for entry in entries() if entry.formula)
    return MappingProxyType({formula.canonical(): name for name, formula in formulas if formula})


@lru_cache(maxsize=8192)
def _identify(name: str, own: OwnNames, depth: int) -> Material:
    if depth > _DEPTH or not 0 < len(name) <= _LONGEST:
        return Material(f"material:{name}", name)
    if POTENTIAL.fullmatch(name):
        return Material(f"potential:{name}", name, kind="potential")
    found = _alias(name, own, depth) or _by_itself(name)
    if found:
        return found
    for reading in (
        _cell,
        _sized,
        _treated,
        _phase,
        _bare,
        _plain_form,
        _explained,
        _composite,
    ):
        found = reading(name, own, depth)
        if found:
            return found
    return Material(f"material:{folded(name)}", name)


def _alias(name: str, own: OwnNames, depth: int) -> Material | None:
    """The document's own abbreviation, or its plural."""
    table = own.long_forms
    short = name if name in table else name[:-1] if name.endswith("s") and name[:-1] in table else None
    if short is None or table[short] == name:
        return None
    meant = _identify(table[short], own.without(short), depth + 1)
    if meant.kind == "class" and find_entry(short):
        return None
    return replace(meant, name=name, stands_for=table[short])


@lru_cache(maxsize=8192)
def _by_itself(name: str) -> Material | None:
    """What a whole name means in every document that has no abbreviation of its own for it."""
    return _class(name) or _listed(name) or _chemical(name)


def _class(name: str) -> Material | None:
    """A class of materials: garnets, sulfide SEs, solid electrolytes."""
    if find_entry(name) or ALLOY.fullmatch(name):
        return None
    term = _classes_by_name().get(name.lower()) or written_whole(name, material_classes())
    return Material(f"class:{term.name}", term.name, kind="class", material_class=term.name) if term else None


@cache
def _classes_by_name() -> Mapping[str, MaterialClassTerm]:
    return MappingProxyType({name.lower(): term for name, term in material_classes().items()})


def _listed(name: str) -> Material | None:
    """A name of the field's lexicon."""
    entry = find_entry(name)
    if entry is None:
        return None
    in_words = re.search(r"[a-z]{3}", name) and name not in entry.also
    short = entry.name if in_words and not TREATED.fullmatch(name) else name
    formula = parse_formula(plain_name(entry.formula)) if entry.formula else None
    if formula is None:
        return Material(
            f"material:{entry.name}",
            short,
            kind=entry.kind,
            family=entry.family,
            material_class=entry.material_class or ("polymer" if entry.kind == "polymer" else None),
            stands_for=_long_form(entry, short),
        )
    compound = _compound(formula, short)
    return replace(
        compound,
        family=entry.family or compound.family,
        material_class=entry.material_class or compound.material_class,
        stands_for=None if short == entry.formula or compound.kind == "element" else entry.formula,
    )


def _long_form(entry: Entry, short: str) -> str | None:
    if short != entry.name and short not in entry.also:
        return None
    return next((name for name in entry.written if english_key(name) != english_key(short)), None)


def _chemical(name: str) -> Material | None:
    """A formula or a glass made of formulas."""
    if ACRONYM.fullmatch(name):
        return None
    formula = parse_formula(name)
    if formula:
        return _compound(formula, name)
    mixture = parse_mixture(name)
    if mixture is None:
        return None
    total = mixture.total()
    return Material(
        f"material:{mixture.canonical()}", name, name, total.composition, "glass", family_of(total), class_of(total)
    )


def _compound(formula: Formula, name: str) -> Material:
    kind = "element" if formula.is_element else "compound"
    return Material(
        f"material:{formula.canonical()}",
        name,
        formula.text,
        formula.composition,
        kind,
        family_of(formula),
        class_of(formula),
    )


def _cell(name: str, own: OwnNames, depth: int) -> Material | None:
    """Layers: `Li|LPSC|NCM811`, `Li//Li`, `Li/LiPON|LPSC|LiPON/Li`, `Li/LLZO/Li`; their order counts."""
    split = LAYERS.search(name) is not None
    layers = [layer.strip() for layer in re.split(r"\|+|/+", name)] if split or "/" in name else []
    if len(layers) < 2 or not all(layers):
        return None
    parts = [_identify(layer, own, depth + 1) for layer in layers]
    return cell_of(parts, layers) if split or are_slashed_layers(parts) else None


def _treated(name: str, own: OwnNames, depth: int) -> Material | None:
    """A host that was doped, coated, infiltrated: never the same as the host."""
    match = TREATED.fullmatch(name)
    if match is None:
        return None
    parts = (ELEMENT_OF_GAS.get(part.lower(), part) for part in DOPANTS.split(match[1]) if part)
    with_what = [_identify(part, own, depth + 1) for part in parts]
    host = _identify(match[3], own, depth + 1)
    if not with_what or host.kind == "cell":
        return None
    how = SAME_TREATMENT.get(match[2], match[2])
    agents = ",".join(sorted(part.core for part in with_what))
    usual = find_entry(f"{agents}-{how} {host.core}") or find_entry(
        f"{agents}-{how} {_short_names().get(host.core, host.name)}"
    )
    if usual:
        return replace(_identify(usual.name, own, depth + 1), name=name)
    prefix = "class" if host.kind == "class" else "material"
    said = with_what[0].name if len(with_what) == 1 and with_what[0].kind != "element" else match[1]
    return Material(
        f"{prefix}:{agents}-{how} {host.core}",
        f"{said}-{match[2]} {host.name}",
        kind="name" if host.kind == "element" else host.kind,
        family=host.family,
        material_class=host.material_class,
    )


def _phase(name: str, own: OwnNames, depth: int) -> Material | None:
    """A polymorph or a glass of a compound: beta-Li3PS4, cubic LLZO, Li3PS4 glass."""
    match = PHASE.fullmatch(name)
    glass = None if match else GLASS.fullmatch(name)
    if glass:
        state, body = ("glass-ceramic" if "ceramic" in glass[2] else "glassy"), glass[1]
    elif match:
        state, body = PHASE_LETTER.get(match[1], match[1]), match[2]
    else:
        return None
    base = _identify(body, own, depth + 1)
    if base.kind not in ("compound", "glass", "element", "polymer"):
        return None
    if base.kind == "glass" and state == "glassy":
        return base
    shown = name if match else f"{base.name} {glass[2]}" if glass else name
    return replace(base, id=f"material:{state}-{base.core}", name=shown, stands_for=None)


def _sized(name: str, own: OwnNames, depth: int) -> Material | None:
    """A size of particles is a form, not another material: `nano-Si`, `uSi`."""
    match = SIZED.fullmatch(name)
    return replace(_identify(match[1], own, depth + 1), name=name) if match else None


def _bare(name: str, own: OwnNames, depth: int) -> Material | None:
    """What was left without a coating, told from its coated form; bare lithium is lithium."""
    match = UNCOATED.fullmatch(name)
    if match is None:
        return None
    base = _identify(match[1], own, depth + 1)
    if base.id == "material:Li" or base.kind in ("class", "cell"):
        return base
    return replace(base, id=f"material:bare {base.core}", name=f"bare {base.name}", kind="name", stands_for=None)


def _plain_form(name: str, own: OwnNames, depth: int) -> Material | None:
    """The same material named with its shape, state or use: Li metal anode, LLZO pellets, metallic Li, Cu foil."""
    match = FORM.fullmatch(name) or STATE.fullmatch(name)
    if match is None:
        return None
    base = _identify(match[1], own, depth + 1)
    if base.kind in ("name", "class", "cell") and find_entry(base.name) is None:
        return None
    return replace(base, name=name) if ALLOY.fullmatch(name) else base


def _explained(name: str, own: OwnNames, depth: int) -> Material | None:
    """A name with its own abbreviation, class or unit of share: `Li6PS5Cl (LPSCl)`, `garnet LLZO`, `… (mol%)`."""
    match = EXPLAINED.fullmatch(name)
    if match:
        base = _identify(match[1], own, depth + 1)
        same = SHARE_UNIT.fullmatch(match[2]) or _identify(match[2], own, depth + 1).id == base.id
        return base if same else None
    first, _, rest = name.partition(" ")
    body, _, last = name.rpartition(" ")
    for word, other in ((first, rest), (last, body)):
        said = _class(word) if other else None
        if said is not None:
            base = _identify(other, own, depth + 1)
            if base.kind != "class" and said.material_class in (base.family, base.material_class):
                return base
    return None


def _composite(name: str, own: OwnNames, depth: int) -> Material | None:
    """A composite, blend, bilayer or alloy: a set of parts, at least one of them known; core@shell keeps its order."""
    sign = next((sign for sign in "@/:+" if sign in name), "-")
    if (sign == "+" and is_ion(name)) or is_no_composite(name):
        return None
    pieces = _pieces(name, sign)
    if len(pieces) < 2 or not all(pieces):
        return None
    parts = [_identify(piece, own, depth + 1) for piece in pieces]
    known = [part.kind not in ("name", "class") or find_entry(part.name) is not None for part in parts]
    if not any(known) or not all(sure or may_be_part(piece, sign) for piece, sure in zip(pieces, known, strict=True)):
        return None
    if sign == "-" and are_dashed_layers(parts):
        return cell_of(parts)
    return composite_of(pieces, parts, sign)


def _pieces(name: str, sign: str) -> list[str]:
    """The parts as written; two that are one name of the lexicon (`PVDF-HFP`) stay together."""
    pieces: list[str] = []
    for piece in name.split(sign):
        joined = f"{pieces[-1]}{sign}{piece.strip()}" if pieces else ""
        if joined and find_entry(joined):
            pieces[-1] = joined
        else:
            pieces.append(piece.strip())
    return pieces
