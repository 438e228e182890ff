"""What claims link a material with: reactions to its left, failures, properties and strategies to its right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..answer import Answer
from .labels import spoken
from .layers import Edge
from .marks import Row, Source, counted, grouped, sources_of
from .network import Arrow, Box, Flow, draw_network
from .picture import Picture, empty_picture
from .style import Width

_PRODUCTS, _PARTNERS, _MIDDLE, _QUALITIES, _STRATEGIES = range(5)
"""Columns, from left to right."""

_FOLDED = {_MIDDLE: 0, _PARTNERS: 1, _QUALITIES: 1, _PRODUCTS: 2, _STRATEGIES: 2}
"""Columns where the figure is too narrow for five: the left side is laid upon the right."""

_LETTERS = {Width.SINGLE: 14, Width.DOUBLE: 20}
_NAMED = 3
"""Values, agents or targets that a box names; of more it says how many there are."""

_CENTRE = "centre"


@dataclass
class _Item:
    """A box in the making."""

    column: int
    kind: str
    name: str
    details: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    @property
    def support(self) -> int:
        """Different works and papers that stand behind it."""
        return len({row["source"] for row in self.rows})

    @property
    def label(self) -> str:
        """The name, and below it a few details."""
        named = list(dict.fromkeys(self.details))
        more = [f"and {len(named) - _NAMED + 1} more"] if len(named) > _NAMED else []
        return "\n".join([self.name, *(named[: _NAMED - 1] if more else named), *more])


@dataclass
class _Graph:
    """Boxes by node, and between which of them lines lead; `indirect` ones where only a strategy connects."""

    items: dict[str, _Item] = field(default_factory=dict)
    direct: dict[Edge, None] = field(default_factory=dict)
    indirect: dict[Edge, None] = field(default_factory=dict)

    def item(self, node: str, column: int, kind: str, name: str, rows: Sequence[Row]) -> _Item:
        """The box of a node, with more rows behind it."""
        found = self.items.setdefault(node, _Item(column, kind, name))
        found.rows += rows
        return found

    def link(self, source: str, target: str) -> None:
        """A line from node to node that a claim draws."""
        self.direct[source, target] = None

    @property
    def edges(self) -> list[Edge]:
        """All lines, each once."""
        return [*self.direct, *(edge for edge in self.indirect if edge not in self.direct)]


def draw_neighbourhood(name: str, question: str, answer: Answer, settings: Mapping[str, Any], width: Width) -> Picture:
    """The material between what it reacts with and what is told of it; see `registry.Drawing`."""
    graph = _Graph()
    for rows in grouped(answer, lambda row: (row["claim"], row["material"])).values():
        _add(graph, rows)
    if not graph.items:
        return empty_picture(name, question, f"Nothing to show: no claim links {settings['material']}.", width.mm)
    total = len(graph.items)
    _keep_best(graph, settings["most"])
    materials = list(dict.fromkeys(row["material"] for row in answer))
    asked = materials[0] if len(materials) == 1 else settings["material"]
    boxes = {_CENTRE: Box(asked, "material")} | {node: _box(item) for node, item in graph.items.items()}
    arrows = {
        edge: Arrow(1, has_head=_has_head(graph, edge), is_dashed=edge not in graph.direct) for edge in graph.edges
    }
    figure, marks = draw_network(
        boxes, arrows, _columns(graph, width), flow=Flow.RIGHT, width_mm=width.mm, letters=_LETTERS[width]
    )
    claims = len({row["claim"] for item in graph.items.values() for row in item.rows})
    caption = f"{counted(claims, 'claim')} about {counted(len(materials), 'material')}."
    caption += " Dashed lines: only a strategy connects the two." if any(a.is_dashed for a in arrows.values()) else ""
    if len(graph.items) < total:
        caption += f" {counted(total - len(graph.items), 'neighbour')} with fewer sources left out."
    return Picture(name, question, caption, figure, marks)


def _add(graph: _Graph, rows: Sequence[Row]) -> None:
    """One claim: all rows of it that start from one material."""
    kind = rows[0]["kind"]
    if kind in ("decomposition", "interphase"):
        _add_reaction(graph, rows)
    elif kind == "strategy":
        _add_strategy(graph, rows)
    elif kind in ("limitation", "causes"):
        for row in _with_role(rows, "failure", "cause", "effect"):
            own = row["other_id"].partition(":")[0]
            graph.item(row["other_id"], _QUALITIES, own, row["other"], _same(rows, row))
            is_cause = row["other_role"] == "cause"
            graph.link(*((row["other_id"], _CENTRE) if is_cause else (_CENTRE, row["other_id"])))
    elif kind == "property":
        values = [row["other"] for row in _with_role(rows, "measurement")]
        for row in _with_role(rows, "property"):
            item = graph.item(row["other_id"], _QUALITIES, "property", row["other"], _same(rows, row))
            item.details += values
            graph.link(_CENTRE, row["other_id"])


def _add_reaction(graph: _Graph, rows: Sequence[Row]) -> None:
    """What it reacts with, and what comes of that; of its own accord where no partner is named."""
    partners = list(_with_role(rows, "against", "subject"))
    for row in partners:
        kind = "more" if row["other"].endswith(" V") else "material"  # a potential may stand in a partner's place
        graph.item(f"partner {row['other_id']}", _PARTNERS, kind, row["other"], _same(rows, row))
        ends = (_CENTRE, f"partner {row['other_id']}")
        graph.link(*(ends[::-1] if row["role"] == "product" else ends))
    starts = [f"partner {row['other_id']}" for row in partners] or [_CENTRE]
    for row in _with_role(rows, "product", "interphase"):
        is_phase = row["other_role"] == "interphase"
        label = _phase_kind(row["other"]) if is_phase else row["other"]
        node = f"{'phase' if is_phase else 'product'} {label}"
        graph.item(node, _PRODUCTS, "interphase" if is_phase else "material", label, _same(rows, row))
        for start in starts:
            graph.link(start, node)


def _phase_kind(name: str) -> str:
    """`LPSC|Li (MIEC)` is an interphase of the kind MIEC."""
    return f"{name.rpartition('(')[2].rstrip(')')} interphase"


def _add_strategy(graph: _Graph, rows: Sequence[Row]) -> None:
    """The category with what is used and, where the material is what is used, on what; and what comes of it."""
    role = rows[0]["role"]
    for row in _with_role(rows, "strategy"):
        node = f"strategy {row['other']} {role}"
        item = graph.item(node, _STRATEGIES, "strategy", row["other"], _same(rows, row))
        item.details += [spoken(other["other"]) for other in _with_role(rows, "agent")]
        if role == "agent":
            item.details += [f"on {spoken(other['other'])}" for other in _with_role(rows, "target")]
        ends = list(_with_role(rows, "mitigates", "improves", "worsens"))
        for end in ends:
            own = end["other_id"].partition(":")[0]
            graph.item(end["other_id"], _QUALITIES, own, end["other"], _same(rows, end))
            graph.link(node, end["other_id"])
            graph.indirect[_CENTRE, end["other_id"]] = None
        if not ends:
            graph.link(node, _CENTRE)


def _with_role(rows: Sequence[Row], *roles: str) -> Iterator[Row]:
    """One row for each other node that has one of these roles in the claim."""
    seen: set[str] = set()
    for row in rows:
        if row["other_role"] in roles and row["other_id"] not in seen:
            seen.add(row["other_id"])
            yield row


def _same(rows: Sequence[Row], one: Row) -> list[Row]:
    """All rows, one a source, that link with the same node."""
    return [row for row in rows if row["other_id"] == one["other_id"] and row["other_role"] == one["other_role"]]


def _keep_best(graph: _Graph, most: int) -> None:
    """In each column only so many boxes: those with most sources; nothing that then hangs in the air."""
    for column in range(_STRATEGIES + 1):
        nodes = [node for node, item in graph.items.items() if item.column == column]
        for node in sorted(nodes, key=lambda node: (-graph.items[node].support, node))[most:]:
            del graph.items[node]
    known = {_CENTRE, *graph.items}
    graph.direct = {edge: None for edge in graph.direct if known.issuperset(edge)}
    graph.indirect = {edge: None for edge in graph.indirect if known.issuperset(edge)}
    linked = {node for edge in graph.edges for node in edge}
    graph.items = {node: item for node, item in graph.items.items() if node in linked}


def _columns(graph: _Graph, width: Width) -> dict[str, int]:
    """The column of each node; those that stay empty are closed up."""
    place = {node: item.column for node, item in graph.items.items()} | {_CENTRE: _MIDDLE}
    if width is Width.SINGLE:
        place = {node: _FOLDED[column] for node, column in place.items()}
    used = sorted(set(place.values()))
    return {node: used.index(column) for node, column in place.items()}


def _has_head(graph: _Graph, edge: Edge) -> bool:
    """Products come of something, and strategies act on something; other lines only say that there is a link."""
    target = graph.items.get(edge[1])
    is_product = target.column == _PRODUCTS if target else edge[0].startswith("partner ")
    return is_product or edge[0].startswith("strategy ")


def _box(item: _Item) -> Box:
    name = spoken(item.name)
    sources: tuple[Source, ...] = sources_of(item.rows, lambda row: row["statement"])
    return Box(item.label, item.kind, f"{name}: {counted(item.support, 'source')}", sources)
