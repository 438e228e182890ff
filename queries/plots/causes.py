"""What leads to what, as a directed graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..answer import Answer
from .labels import spoken
from .layers import Edge
from .marks import Row, counted, grouped, sources_of
from .network import Arrow, Box, Flow, draw_network, fitting_layers
from .picture import Picture, empty_picture
from .style import Width

_LETTERS = 15
_IN_A_ROW = {Width.SINGLE: 3, Width.DOUBLE: 6}


def draw_causes(name: str, question: str, answer: Answer, settings: Mapping[str, Any], width: Width) -> Picture:
    """An arrow for each pair that some claim names, those with most sources; see `registry.Drawing`."""
    pairs = grouped(answer, lambda row: (_node(row, "cause"), _node(row, "effect")))
    pairs = {pair: rows for pair, rows in pairs.items() if pair[0] != pair[1]}
    if not pairs:
        return empty_picture(
            name, question, "Nothing to show: no claim that one thing leads to another fits.", width.mm
        )
    kept = dict(list(pairs.items())[: settings["most"]])
    while (layer := _layers(kept, width)) is None:
        kept.popitem()
    boxes = _boxes(kept)
    arrows = {pair: _arrow(rows) for pair, rows in kept.items()}
    figure, marks = draw_network(boxes, arrows, layer, flow=Flow.DOWN, width_mm=width.mm, letters=_LETTERS)
    caption = f"{counted(len(arrows), 'cause with its effect', 'causes with their effects')} among "
    caption += f"{counted(len(boxes), 'failure or property', 'failures, properties and materials')}; "
    caption += "the thicker an arrow, the more different sources."
    if len(kept) < len(pairs):
        caption += f" {counted(len(pairs) - len(kept), 'pair')} left out."
    return Picture(name, question, caption, figure, marks)


def _node(row: Row, end: str) -> str:
    """A property that is high is another thing than the same property when it is low."""
    return f"{row[f'{end}_change'] or ''} {row[f'{end}_id']}"


def _box(row: Row, end: str) -> Box:
    change = row[f"{end}_change"]
    label = spoken(row[end])
    return Box(f"{change} {label}" if change else label, row[f"{end}_id"].partition(":")[0])


def _arrow(rows: Sequence[Row]) -> Arrow:
    first = rows[0]
    support = max(row["support"] for row in rows)
    cause, effect = _box(first, "cause").label, _box(first, "effect").label
    title = f"{cause} leads to {effect}: {counted(support, 'source')}"
    return Arrow(support, title=title, sources=sources_of(rows, lambda row: row["statement"]))


def _boxes(pairs: Mapping[Edge, Sequence[Row]]) -> dict[str, Box]:
    """The nodes; those from which more leads away than to first, so that they stand above."""
    found: dict[str, Box] = {}
    away: dict[str, int] = {}
    for (cause, effect), rows in pairs.items():
        found.setdefault(cause, _box(rows[0], "cause"))
        found.setdefault(effect, _box(rows[0], "effect"))
        away[cause] = away.get(cause, 0) + 1
        away[effect] = away.get(effect, 0) - 1
    return {node: found[node] for node in sorted(found, key=lambda node: (-away[node], node))}


def _layers(pairs: Mapping[Edge, Sequence[Row]], width: Width) -> dict[str, int] | None:
    row = _IN_A_ROW[width]
    return fitting_layers(_boxes(pairs), list(pairs), in_a_row=row, width_mm=width.mm, letters=_LETTERS)
