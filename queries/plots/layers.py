"""Where the boxes of a directed graph stand and how its arrows run, after Sugiyama, Tagawa and Toda (1981).

Nodes stand in layers, and arrows lead from layer to layer. Within a layer nodes are ordered so that few arrows cross,
and then moved towards what they are connected with. An arrow that passes a layer gets a place of its own there, so
that it runs between boxes and never behind them. The same graph always gets the same places.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Edge = tuple[str, str]
_Place = tuple[str, ...]
"""A node as `(node,)`, or the place of an arrow in a layer as `(from, to, layer)`."""

_SWEEPS = 24
"""Times that the order is improved from top to bottom and back."""

_NEARER = 0.25
"""Share of a gap that is saved where an arrow, not a box, is on one of its sides."""

_MOVES = 12
"""Times that places are moved towards their neighbours."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands across the layers; how far layers are from each other is the caller's.

    Args:
        layer: of each node, from 0.
        across: middle of each node, in the unit of the sizes given.
        routes: the places across, by layer, of each arrow that passes layers between those of its ends.
        extent: from 0 to here everything stands.
    """

    layer: Mapping[str, int]
    across: Mapping[str, float]
    routes: Mapping[Edge, Mapping[int, float]]
    extent: float


def assign_layers(nodes: Sequence[str], edges: Sequence[Edge], most: int) -> dict[str, int]:
    """A layer for each node, so that edges lead to later layers unless they close a circle.

    Args:
        nodes: in the order in which they are preferred.
        edges: from node to node.
        most: nodes in one layer; what has no room goes to a later one.
    """
    forward = without_circles(nodes, edges)
    height = _longest_paths(nodes, forward)
    layer: dict[str, int] = {}
    filled: dict[int, int] = {}
    waiting = list(nodes)
    while waiting:
        ready = [node for node in waiting if all(a in layer for a, b in forward if b == node)]
        node = max(ready, key=lambda node: (height[node], -waiting.index(node)))
        place = max((layer[a] + 1 for a, b in forward if b == node), default=0)
        while filled.get(place, 0) >= most:
            place += 1
        layer[node] = place
        filled[place] = filled.get(place, 0) + 1
        waiting.remove(node)
    return layer


def without_circles(nodes: Sequence[str], edges: Iterable[Edge]) -> list[Edge]:
    """The edges of a graph without those that lead back to where one came from."""
    forward: list[Edge] = []
    after: dict[str, set[str]] = {node: set() for node in nodes}
    for source, target in edges:
        if source != target and not _reaches(after, target, source):
            forward.append((source, target))
            after[source].add(target)
    return forward


def _reaches(after: Mapping[str, set[str]], start: str, end: str) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        node = waiting.pop()
        if node == end:
            return True
        waiting += [other for other in after[node] if other not in seen]
        seen |= after[node]
    return False


def _longest_paths(nodes: Sequence[str], forward: Sequence[Edge]) -> dict[str, int]:
    """How many edges lie between each node and the end of the longest way from it."""
    height = dict.fromkeys(nodes, 0)
    for _ in nodes:
        for source, target in forward:
            height[source] = max(height[source], height[target] + 1)
    return height


def lay_out(
    layer: Mapping[str, int],
    edges: Sequence[Edge],
    sizes: Mapping[str, float],
    *,
    gap: float,
    extent: float | None = None,
) -> Layout:
    """Places across the layers.

    Args:
        layer: of each node, from 0; none is empty.
        edges: from node to node, in any direction, none within one layer.
        sizes: of each node, across.
        gap: between two neighbours.
        extent: room across; the fullest layer takes as much as it needs where that is more.
    """
    rows, links = _rows_and_links(layer, edges)
    size = {place: sizes[place[0]] if len(place) == 1 else 0.0 for row in rows for place in row}
    rows = _ordered(rows, links)
    room = max(extent or 0.0, *(_length(row, size, gap) for row in rows))
    across = _placed(rows, links, size, gap, room)
    routes: dict[Edge, dict[int, float]] = {}
    for place, middle in across.items():
        if len(place) == 3:
            routes.setdefault((place[0], place[1]), {})[int(place[2])] = middle
    return Layout(layer, {place[0]: x for place, x in across.items() if len(place) == 1}, routes, room)


def _rows_and_links(
    layer: Mapping[str, int], edges: Sequence[Edge]
) -> tuple[list[list[_Place]], dict[_Place, list[_Place]]]:
    """The places in each layer, and for each place those in the next layers that it is connected with."""
    rows: list[list[_Place]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    links: dict[_Place, list[_Place]] = {}
    for node, number in layer.items():
        rows[number].append((node,))
        links[node,] = []
    for source, target in edges:
        first, last = sorted((layer[source], layer[target]))
        passed: list[_Place] = [(source, target, str(number)) for number in range(first + 1, last)]
        for place in passed:
            rows[int(place[2])].append(place)
            links[place] = []
        ends: list[_Place] = [(source,), (target,)] if layer[source] < layer[target] else [(target,), (source,)]
        for one, other in pairwise([ends[0], *passed, ends[1]]):
            links[one].append(other)
            links[other].append(one)
    return rows, links


def _ordered(rows: list[list[_Place]], links: Mapping[_Place, Sequence[_Place]]) -> list[list[_Place]]:
    """The order with the fewest crossings that sweeps of barycentres find."""
    best, fewest = rows, _crossings(rows, links)
    current = rows
    for sweep in range(_SWEEPS):
        numbers = range(len(current)) if sweep % 2 else range(len(current) - 1, -1, -1)
        current = [list(row) for row in current]
        for number in numbers:
            beside = number - 1 if sweep % 2 else number + 1
            if 0 <= beside < len(current):
                current[number] = _by_barycentre(current[number], current[beside], links)
        crossings = _crossings(current, links)
        if crossings < fewest:
            best, fewest = current, crossings
    return best


def _by_barycentre(row: list[_Place], beside: list[_Place], links: Mapping[_Place, Sequence[_Place]]) -> list[_Place]:
    """A layer sorted by the mean place of its neighbours in the layer beside; one without any keeps its share."""
    index = {place: number for number, place in enumerate(beside)}

    def rank(item: tuple[int, _Place]) -> tuple[float, int]:
        number, place = item
        near = [index[other] for other in links[place] if other in index]
        kept = number / max(len(row) - 1, 1) * max(len(beside) - 1, 0)
        return (sum(near) / len(near) if near else kept), number

    return [place for _, place in sorted(enumerate(row), key=rank)]


def _crossings(rows: Sequence[Sequence[_Place]], links: Mapping[_Place, Sequence[_Place]]) -> int:
    total = 0
    for row, after in pairwise(rows):
        index = {place: number for number, place in enumerate(after)}
        pairs = [(number, index[other]) for number, place in enumerate(row) for other in links[place] if other in index]
        seen: list[int] = []
        for _, end in sorted(pairs):
            total += len(seen) - bisect_right(seen, end)
            insort(seen, end)
    return total


def _placed(
    rows: Sequence[Sequence[_Place]],
    links: Mapping[_Place, Sequence[_Place]],
    size: Mapping[_Place, float],
    gap: float,
    room: float,
) -> dict[_Place, float]:
    """The middle of each place: side by side at first, then drawn towards its neighbours."""
    across: dict[_Place, float] = {}
    for row in rows:
        start = (room - _length(row, size, gap) + size[row[0]]) / 2
        across |= {place: start + step for place, step in zip(row, _steps(row, size, gap), strict=True)}
    for _ in range(_MOVES):
        for row in [*rows, *reversed(rows)]:
            wanted = [
                sum(across[other] for other in links[place]) / len(links[place]) if links[place] else across[place]
                for place in row
            ]
            across |= zip(row, _settled(row, wanted, size, gap, room), strict=True)
    return across


def _steps(row: Sequence[_Place], size: Mapping[_Place, float], gap: float) -> list[float]:
    """How far each place has to be from the first, at least; arrows may be nearer to each other than boxes."""
    steps = [0.0]
    for before, place in pairwise(row):
        share = 1.0 - _NEARER * (len(before) == 3) - _NEARER * (len(place) == 3)
        steps.append(steps[-1] + (size[before] + size[place]) / 2 + share * gap)
    return steps


def _length(row: Sequence[_Place], size: Mapping[_Place, float], gap: float) -> float:
    """Room that a layer needs."""
    return _steps(row, size, gap)[-1] + (size[row[0]] + size[row[-1]]) / 2


def _settled(
    row: Sequence[_Place], wanted: Sequence[float], size: Mapping[_Place, float], gap: float, room: float
) -> list[float]:
    """The places nearest to those wanted (least squares) that keep order, distances and the room."""
    steps = _steps(row, size, gap)
    free = _rising([want - step for want, step in zip(wanted, steps, strict=True)])
    low, high = size[row[0]] / 2, room - size[row[-1]] / 2 - steps[-1]
    return [min(max(value, low), max(high, low)) + step for value, step in zip(free, steps, strict=True)]


def _rising(values: Sequence[float]) -> list[float]:
    """The sequence nearest to `values` that never falls: neighbours that would cross share their mean.

    Example:
        >>> _rising([1.0, 5.0, 3.0])
        [1.0, 4.0, 4.0]
    """
    blocks: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / count:
            before, size = blocks.pop()
            total, count = total + before, count + size
        blocks.append((total, count))
    return [total / count for total, count in blocks for _ in range(count)]
