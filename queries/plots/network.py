"""Directed graphs as figures: labelled boxes in layers, and arrows between them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from .labels import shown
from .layers import Edge, Layout, assign_layers, lay_out
from .marks import Mark, Source
from .measure import axes_in_mm, text_size_mm
from .style import INK, MM_PER_INCH, QUIET, looks, new_figure, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Point = tuple[float, float]
"""Across the layers and along them, in mm; turned into x and y when it is drawn."""

_PAD_MM = 1.2
"""Between the words of a box and its border."""

_GAP_MM = 2.6
"""Between neighbours in a layer."""

_LAYER_GAP_MM, _NEAREST_MM = 9.0, 7.0
"""Between layers that lie below each other, and the least between layers side by side."""

_FEWEST = 8
"""Letters in a line of a box, where there is little room."""

_MARGIN_MM, _LEGEND_ROW_MM = 1.5, 4.0
_NARROW_MM = 100.0
_IN_LEGEND, _IN_NARROW_LEGEND = 6, 3
"""Entries in a row of the legend, in a figure of a page and of a column."""

_PORTS = 0.7
"""Share of a box's side over which its arrows are spread."""

_WIDEST_PT = 2.2


class Flow(Enum):
    """Where the layers go."""

    DOWN = "down"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Box:
    """A node: its words, its kind in `style.yaml`, and for one that can be asked what it shows."""

    label: str
    kind: str
    title: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """A relation: how many sources it has, and for one that can be asked what it shows."""

    support: int
    has_head: bool = True
    is_dashed: bool = False
    title: str = ""
    sources: tuple[Source, ...] = ()


@dataclass
class _Sheet:
    """What is needed while a graph is drawn."""

    axes: Axes
    flow: Flow
    height_mm: float
    layout: Layout
    starts: Sequence[float]
    """Where each layer begins, along, in mm."""
    thickness: Sequence[float]
    sizes: Mapping[str, Point]
    """Of each node, across and along, in mm."""
    marks: list[Mark] = field(default_factory=list)

    def to_xy(self, point: Point) -> Point:
        """A point of the layout on the sheet: layers go down or to the right."""
        across, along = point
        if self.flow is Flow.DOWN:
            return _MARGIN_MM + across, self.height_mm - _MARGIN_MM - along
        return _MARGIN_MM + along, self.height_mm - _MARGIN_MM - across

    def middle(self, node: str) -> Point:
        """Of a box."""
        number = self.layout.layer[node]
        return self.layout.across[node], self.starts[number] + self.thickness[number] / 2

    def mark(self, title: str, sources: tuple[Source, ...]) -> str:
        """Note something that can be asked; returns the id of its element."""
        self.marks.append(Mark(f"mark-{len(self.marks)}", title, sources))
        return self.marks[-1].key


def draw_network(
    boxes: Mapping[str, Box],
    arrows: Mapping[Edge, Arrow],
    layer: Mapping[str, int],
    *,
    flow: Flow,
    width_mm: float,
    letters: int,
) -> tuple[Figure, list[Mark]]:
    """A figure of a graph.

    Args:
        boxes: by node.
        arrows: by the nodes that they lead from and to; none within a layer.
        layer: of each node, from 0 without holes; see `fitting_layers`.
        flow: down or to the right.
        width_mm: of the figure; its height is what the graph needs.
        letters: in a line of a box, at most, unless a word has more.
    """
    with styled():
        figure = new_figure(width_mm, 100.0, laid_out=False)
        labels = _labels(boxes, letters)
        while flow is Flow.RIGHT and letters > _FEWEST and not _has_room(figure, labels, layer, width_mm):
            letters -= 1
            labels = _labels(boxes, letters)
        kinds = [
            kind for kind, look in looks("nodes").items() if look["label"] and kind in {b.kind for b in boxes.values()}
        ]
        legend_rows = math.ceil(len(kinds) / (_IN_LEGEND if width_mm > _NARROW_MM else _IN_NARROW_LEGEND))
        sheet = _sheet(figure, labels, list(arrows), layer, flow, (width_mm, legend_rows * _LEGEND_ROW_MM + 3.0))
        for (source, target), arrow in arrows.items():
            _draw_arrow(sheet, (source, target), arrow, _ports(sheet, list(arrows), (source, target)))
        for node, box in boxes.items():
            _draw_box(sheet, node, box, labels[node])
        _draw_legend(figure, kinds, math.ceil(len(kinds) / legend_rows))
    return figure, sheet.marks


def fitting_layers(
    boxes: Mapping[str, Box], edges: Sequence[Edge], *, in_a_row: int, width_mm: float, letters: int
) -> dict[str, int] | None:
    """Layers for a graph that goes down, with so few boxes in each that all have room; None where that cannot be.

    Args:
        boxes: by node, in the order in which they are preferred.
        edges: between nodes.
        in_a_row: boxes in a layer at most.
        width_mm: of the figure.
        letters: as for `draw_network`.
    """
    with styled():
        figure = new_figure(width_mm, 100.0, laid_out=False)
        sizes = {node: _box_size(figure, text, Flow.DOWN)[0] for node, text in _labels(boxes, letters).items()}
    inner = width_mm - 2 * _MARGIN_MM
    for most in range(in_a_row, 0, -1):
        layer = assign_layers(list(boxes), edges, most)
        if lay_out(layer, edges, sizes, gap=_GAP_MM, extent=inner).extent <= inner:
            return layer
    return None


def _has_room(figure: Figure, labels: Mapping[str, str], layer: Mapping[str, int], width_mm: float) -> bool:
    """Whether layers side by side leave room for the arrows between them."""
    sizes = {node: _box_size(figure, label, Flow.RIGHT) for node, label in labels.items()}
    return _layer_gap(_thickness(sizes, layer), width_mm) >= _NEAREST_MM


def _thickness(sizes: Mapping[str, Point], layer: Mapping[str, int]) -> list[float]:
    """Of each layer: that of its thickest box."""
    numbers = range(max(layer.values()) + 1)
    return [max(sizes[node][1] for node in layer if layer[node] == number) for number in numbers]


def _layer_gap(thickness: Sequence[float], width_mm: float) -> float:
    """Between layers side by side, where they fill the width."""
    return (width_mm - 2 * _MARGIN_MM - sum(thickness)) / max(len(thickness) - 1, 1)


def _labels(boxes: Mapping[str, Box], letters: int) -> dict[str, str]:
    """The words of each box as matplotlib takes them."""
    return {node: "\n".join(shown(line, letters) for line in box.label.split("\n")) for node, box in boxes.items()}


def _sheet(
    figure: Figure,
    labels: Mapping[str, str],
    edges: Sequence[Edge],
    layer: Mapping[str, int],
    flow: Flow,
    room_mm: tuple[float, float],
) -> _Sheet:
    """Place everything, and make the figure as high as that needs; `room_mm`: its width, and the legend's height."""
    width, below = room_mm
    sizes = {node: _box_size(figure, label, flow) for node, label in labels.items()}
    thickness = _thickness(sizes, layer)
    down = flow is Flow.DOWN
    across = {node: size[0] for node, size in sizes.items()}
    layout = lay_out(layer, edges, across, gap=_GAP_MM, extent=width - 2 * _MARGIN_MM if down else None)
    gap = _LAYER_GAP_MM if down else _layer_gap(thickness, width)
    starts = [sum(thickness[:number]) + number * gap for number in range(len(thickness))]
    height = (starts[-1] + thickness[-1] if down else layout.extent) + 2 * _MARGIN_MM + below
    figure.set_figheight(height / MM_PER_INCH)
    axes = axes_in_mm(figure, 0, 0, width, height)
    axes.set(xlim=(0, width), ylim=(0, height))
    axes.set_axis_off()
    return _Sheet(axes, flow, height, layout, starts, thickness, sizes)


def _box_size(figure: Figure, label: str, flow: Flow) -> Point:
    wide, high = text_size_mm(figure, label)
    size = wide + 2 * _PAD_MM, high + 2 * _PAD_MM
    return size if flow is Flow.DOWN else (size[1], size[0])


def _ports(sheet: _Sheet, edges: Sequence[Edge], edge: Edge) -> tuple[float, float]:
    """Where, across, an arrow leaves and where it arrives: beside the others at the same side of a box."""
    return _port(sheet, edges, edge, edge[0]), _port(sheet, edges, edge, edge[1])


def _port(sheet: _Sheet, edges: Sequence[Edge], edge: Edge, node: str) -> float:
    layer = sheet.layout.layer
    number = layer[node]

    def other(one: Edge) -> str:
        return one[1] if one[0] == node else one[0]

    is_after = layer[other(edge)] > number
    here = [one for one in edges if node in one and (layer[other(one)] > number) == is_after]
    beside = number + 1 if is_after else number - 1
    here.sort(key=lambda one: (sheet.layout.routes.get(one, {}).get(beside, sheet.layout.across[other(one)]), one))
    share = (here.index(edge) + 0.5) / len(here) - 0.5
    return sheet.layout.across[node] + share * _PORTS * sheet.sizes[node][0]


def _route(sheet: _Sheet, edge: Edge, ports: tuple[float, float]) -> list[Point]:
    """The points of an arrow: straight through each layer, its first and last included, and curved between layers."""
    source, target = edge
    first, last = sheet.layout.layer[source], sheet.layout.layer[target]
    sign = 1 if last > first else -1
    points = [(ports[0], sheet.middle(source)[1] + sign * sheet.sizes[source][1] / 2)]
    for number in range(first, last + sign, sign):
        across = {first: ports[0], last: ports[1]}.get(number)
        if across is None:
            across = sheet.layout.routes[edge][number]
        ends = (sheet.starts[number], sheet.starts[number] + sheet.thickness[number])
        entry, leave = ends[::sign]
        points += [(across, entry)] * (number != first) + [(across, leave)] * (number != last)
    points.append((ports[1], sheet.middle(target)[1] - sign * sheet.sizes[target][1] / 2))
    return points


def _draw_arrow(sheet: _Sheet, edge: Edge, arrow: Arrow, ports: tuple[float, float]) -> None:
    from matplotlib.patches import FancyArrowPatch, PathPatch
    from matplotlib.path import Path

    points = _route(sheet, edge, ports)
    vertices, codes = [points[0]], [Path.MOVETO]
    for number, ((a, start), (b, end)) in enumerate(pairwise(points)):
        is_curved = number % 2 == 1
        if not is_curved and math.isclose(start, end, abs_tol=0.01):
            continue  # a line of no length would have no direction for a head
        vertices += [(a, (start + end) / 2), (b, (start + end) / 2), (b, end)] if is_curved else [(b, end)]
        codes += [Path.CURVE4] * 3 if is_curved else [Path.LINETO]
    path = Path([sheet.to_xy(point) for point in vertices], codes)
    width = min(0.6 + 0.4 * (arrow.support - 1), _WIDEST_PT)
    look: dict[str, Any] = {"linewidth": width, "color": QUIET, "zorder": 1, "shrinkA": 0, "shrinkB": 0}
    dashes = (0, (3, 2)) if arrow.is_dashed else "solid"
    style = "-|>" if arrow.has_head else "-"
    size = 5 + width
    sheet.axes.add_patch(FancyArrowPatch(path=path, arrowstyle=style, mutation_scale=size, linestyle=dashes, **look))
    if arrow.title:
        unseen: dict[str, Any] = {"edgecolor": "none", "facecolor": "none", "zorder": 1.5}
        sheet.axes.add_patch(PathPatch(path, gid=sheet.mark(arrow.title, arrow.sources), **unseen))


def _draw_box(sheet: _Sheet, node: str, box: Box, label: str) -> None:
    from matplotlib.patches import FancyBboxPatch

    look = looks("nodes")[box.kind]
    x, y = sheet.to_xy(sheet.middle(node))
    wide, high = sheet.sizes[node] if sheet.flow is Flow.DOWN else sheet.sizes[node][::-1]
    patch = FancyBboxPatch(
        (x - wide / 2, y - high / 2),
        wide,
        high,
        boxstyle="round,pad=0,rounding_size=0.8",
        edgecolor=look["colour"],
        facecolor=look["fill"],
        linewidth=0.8,
        zorder=2,
    )
    words = sheet.axes.text(x, y, label, ha="center", va="center", color=INK, zorder=3)
    if box.title:
        patch.set_gid(sheet.mark(box.title, box.sources))
        words.set_gid(f"over-{patch.get_gid()}")
    sheet.axes.add_patch(patch)


def _draw_legend(figure: Figure, kinds: Sequence[str], columns: int) -> None:
    """What the colours of the boxes stand for."""
    from matplotlib.patches import Patch

    entries = [
        Patch(facecolor=look["fill"], edgecolor=look["colour"], linewidth=0.8, label=look["label"])
        for look in (looks("nodes")[kind] for kind in kinds)
    ]
    figure.legend(handles=entries, loc="lower center", ncols=columns, handlelength=1.2, columnspacing=1.2)
