"""The model of linked data as a picture: the classes of the graph's schema, and the relations between them.

Classes stand where a person placed them; which of them there are, and which relations join them, is the schema's.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..graph.schema import graph_schema
from ..ontology.own_terms import predicate_of_relation

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PLACES: Mapping[str, tuple[float, float]] = {
    "Evidence": (0.0, 3.0),
    "Publication": (3.4, 3.0),
    "Claim": (0.0, 2.0),
    "Strategy": (0.0, 0.0),
    "Measurement": (1.7, 1.0),
    "Property": (3.4, 0.0),
    "Material": (5.1, 1.0),
    "MaterialClass": (5.1, 2.0),
    "Interphase": (6.8, 1.0),
    "FailureMechanism": (4.4, -1.0),
}
"""Label to where its box stands."""

ANYWHERE = {"CAUSES": "causes", "STATES": "states"}
"""Relations that would cross the whole picture."""

_SHARED = frozenset({"Publication", "Property", "Material", "MaterialClass", "FailureMechanism"})
_ABOUT_CLAIMS = frozenset({"Claim", "Evidence"})
_COLOURS = {"shared": "#e8e8e8", "claims": "#fde0c5", "asserted": "#d3e5f3"}
_PREDICATES = {"REFERENCES": "cito:cites", "CITES": "cito:citesAsEvidence", "IN": "inPublication"}
"""Relation to its predicate where that is not the relation's own name."""


def lines() -> dict[tuple[str, str], list[str]]:
    """Pairs of labels to the relations between them.

    A class of materials is joined as its materials are. What joins a thing with any other is written below instead.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for name, relation in graph_schema().relations.items():
        if name in ANYWHERE:
            continue
        pairs = [pair for pair in relation.pairs if name == "BELONGS_TO" or "MaterialClass" not in pair]
        for pair in pairs:
            found.setdefault(pair, []).append(_PREDICATES.get(name, predicate_of_relation(name)))
    return found


def draw_model(path: Path) -> Path:
    """Draw the model.

    Args:
        path: of the SVG or PNG file.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(11, 6.2))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(-1.0, 7.9)
    axes.set_ylim(-1.7, 3.6)
    axes.axis("off")
    for (source, target), names in lines().items():
        _draw_line(axes, source, target, names)
    for label in graph_schema().nodes:
        kind = "shared" if label in _SHARED else "claims" if label in _ABOUT_CLAIMS else "asserted"
        style = {"boxstyle": "round,pad=0.45", "facecolor": _COLOURS[kind], "edgecolor": "#444444"}
        axes.text(*PLACES[label], label, ha="center", va="center", fontsize=10, bbox=style, zorder=3)
    notes = {"shared": "shared, in the default graph", "claims": "provenance and publication info of a claim",
             "asserted": "asserted by a claim"}  # fmt: skip
    for place, (kind, text) in enumerate(notes.items()):
        style = {"boxstyle": "round,pad=0.3", "facecolor": _COLOURS[kind], "edgecolor": "#444444"}
        axes.text(5.85, -0.15 - 0.33 * place, text, fontsize=8, va="center", bbox=style)
    axes.text(-0.85, 1.45, "states: what the claim is about,\nany of the boxes below", fontsize=7, color="#333333")
    axes.text(
        3.75, -1.5, "causes: between failures, properties\nand materials, either way", fontsize=7, color="#333333"
    )
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None, dpi=100)
    return path


def _draw_line(axes: Axes, source: str, target: str, names: list[str]) -> None:
    (x0, y0), (x1, y1) = PLACES[source], PLACES[target]
    text = "\n".join(names)
    if source == target:
        axes.annotate(f"↻ {', '.join(names)}", (x0, y0 - 0.33), ha="center", fontsize=7, color="#333333", zorder=4)
        return
    bend = 0.12 if (target, source) in lines() else 0.0
    gap = 46 if y0 == y1 else 24
    ends = {"shrinkA": gap, "shrinkB": gap}
    arrow = {"arrowstyle": "->", "color": "#888888", "connectionstyle": f"arc3,rad={bend}", **ends}
    axes.annotate("", (x1, y1), (x0, y0), arrowprops=arrow, zorder=1)
    at = 0.42
    style = {"boxstyle": "square,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.85}
    place = (x0 + at * (x1 - x0) - bend * (y0 - y1), y0 + at * (y1 - y0) - bend * (x1 - x0))
    axes.annotate(text, place, ha="center", va="center", fontsize=7, color="#333333", bbox=style, zorder=2)
