"""Materials made of parts whose own meaning is known: layers of a cell, composites, blends and alloys."""

from __future__ import annotations

from collections.abc import Sequence

from .families import class_of, family_of
from .formula import parse_mixture
from .meaning import Material, folded

_METALS = frozenset({"material:Li", "material:Na", "material:K"})
_ELECTRODES = frozenset({*_METALS, "material:graphite", "material:stainless steel", "material:Li-In", "material:S"})
_ELECTRODE_FAMILIES = frozenset({"layered oxide", "olivine", "spinel"})
_ELECTROLYTE_FAMILIES = frozenset(
    {"garnet", "NASICON", "argyrodite", "LGPS-type", "thio-LISICON", "thiophosphate", "oxynitride", "anti-perovskite"}
)
_AND = " + "
"""Joins the parts of a composite in its identifier; a formula has no spaces, so the parts can be told again."""

_GLASS_FORMERS = frozenset({"P2S5", "SiS2", "GeS2", "B2S3"})
"""Sulfides that make glasses with those of the alkali metals: without shares such a name is of a glass all the same."""


def cell_of(layers: Sequence[Material], written: Sequence[str] = ()) -> Material:
    """The cell with these layers, in their order; one that is called by its class (`Li|SPE|LFP`) keeps that name.

    Args:
        layers: what they mean.
        written: the names as they stand there, if they are to be kept.
    """
    names = [layer.name for layer in layers]
    if written:
        names = [name if layer.kind == "class" else layer.name for layer, name in zip(layers, written, strict=True)]
    return Material("cell:" + "|".join(layer.core for layer in layers), "|".join(names), kind="cell")


def are_slashed_layers(parts: Sequence[Material]) -> bool:
    """Whether parts joined by slashes are layers: three with an electrode at an end, or a metal and another."""
    ends = (parts[0], parts[-1])
    return any(map(_is_electrode, ends)) if len(parts) > 2 else not _METALS.isdisjoint(end.id for end in ends)


def are_dashed_layers(parts: Sequence[Material]) -> bool:
    """Whether parts joined by dashes are layers: `LPSC-LSPS-LPSC`, `Li-Li`, or a metal on an electrolyte, `Li-LLZO`."""
    if len(parts) > 2:
        return parts[0].id == parts[-1].id
    ids, families = {part.id for part in parts}, {part.family for part in parts}
    return bool(ids & _METALS and families & _ELECTROLYTE_FAMILIES) or (len(ids) == 1 and ids <= _METALS)


def composite_of(pieces: Sequence[str], parts: Sequence[Material], sign: str) -> Material:
    """A composite, blend, alloy or glass: a set of parts; core@shell keeps its order.

    Args:
        pieces: the parts as written.
        parts: what they mean.
        sign: that joins them.
    """
    cores = [folded(piece) if part.kind == "class" else part.core for piece, part in zip(pieces, parts, strict=True)]
    joined = (
        "@".join(cores) if sign == "@" else _AND.join(sorted({piece for core in cores for piece in core.split(_AND)}))
    )
    shown = sign.join(_shown(piece, part) for piece, part in zip(pieces, parts, strict=True))
    system = parse_mixture("-".join(f"50{piece}" for piece in pieces)) if _GLASS_FORMERS.intersection(pieces) else None
    if system is not None and sign == "-":
        total = system.total()
        return Material(
            f"material:{joined}", shown, kind="glass", family=family_of(total), material_class=class_of(total)
        )
    alloy = all(part.kind == "element" for part in parts)
    return Material(
        f"material:{joined}",
        shown,
        kind="compound" if alloy else "composite",
        material_class=_class_of_parts(parts, alloy),
    )


def _is_electrode(material: Material) -> bool:
    return material.id in _ELECTRODES or material.family in _ELECTRODE_FAMILIES or material.material_class == "Li alloy"


def _class_of_parts(parts: Sequence[Material], alloy: bool) -> str | None:
    """A polymer where one part is a polymer; an alloy of lithium."""
    if any(part.material_class == "polymer" for part in parts):
        return "polymer"
    return "Li alloy" if alloy and any(part.id == "material:Li" for part in parts) else None


def _shown(piece: str, part: Material) -> str:
    return piece if part.kind in ("class", "name") or (part.kind == "element" and piece.islower()) else part.name
