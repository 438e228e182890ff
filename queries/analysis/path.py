"""The shortest path of evidence between two things."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .claims import StatedClaim, stated_claims

if TYPE_CHECKING:
    import networkx as nx

_STEP = 1e3
"""What a step costs; more than the doubts of a whole path can add up to, so that the fewest steps always win."""

_LEAST_CONFIDENCE = 1e-9
"""Whose logarithm stands for that of a confidence of zero."""


def path(rows: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Steps of the shortest paths.

    Things are linked where one claim names both. A step costs 1000 - ln(confidence of the surest claim), so a path of n
    claims costs 1000 n - ln(product of their confidences). A property that two values or two strategies share links
    nothing, unless it is a cause or an effect, or an end of the path.
    """
    import networkx as nx

    ends = {*values["start"], *values["end"]}
    graph = _graph(stated_claims(rows), ends=ends, without=set(values["without"]) - ends)
    pairs = [pair for pair in itertools.product(values["start"], values["end"]) if _connected(graph, *pair)]
    if not pairs:
        return
    start, end = min(pairs, key=lambda pair: (nx.dijkstra_path_length(graph, *pair, weight="cost"), pair))
    found = nx.shortest_simple_paths(graph, start, end, weight="cost")
    short = itertools.takewhile(lambda nodes: len(nodes) - 1 <= values["steps"], found)
    straight = (nodes for nodes in short if _is_straight(graph, nodes))
    for number, nodes in enumerate(itertools.islice(straight, values["limit"]), start=1):
        for step, (one, other) in enumerate(itertools.pairwise(nodes), start=1):
            link = graph.edges[one, other]
            claim = link["claims"][0]
            shown = (claim.row["statement"], claim.support, claim.row["confidence"], len(link["claims"]) - 1, claim.id)
            yield (graph.nodes[one]["name"], graph.nodes[other]["name"], number, step, *shown)


def _graph(claims: list[StatedClaim], *, ends: set[str], without: set[str]) -> nx.Graph:
    """Nodes linked by the claims that name both, the surest first."""
    import networkx as nx

    links: dict[tuple[str, str], list[StatedClaim]] = {}
    names: dict[str, str] = {}
    for claim in claims:
        parts = {part.id: part.name for part in claim.parts if part.id not in without}
        names |= parts
        joined = sorted(part for part in parts if part in ends or claim.kind == "causes" or not _is_property(part))
        for pair in itertools.combinations(joined, 2):
            links.setdefault(pair, []).append(claim)
    graph = nx.Graph()
    graph.add_nodes_from((node, {"name": names[node]}) for node in sorted(names))
    for pair in sorted(links):
        sorted_claims = sorted(links[pair], key=lambda claim: (-claim.row["confidence"], -claim.support, claim.id))
        confidence = max(sorted_claims[0].row["confidence"], _LEAST_CONFIDENCE)
        graph.add_edge(*pair, cost=_STEP - math.log(confidence), claims=sorted_claims)
    return graph


def _is_straight(graph: nx.Graph, nodes: Sequence[str]) -> bool:
    """No claim serves two steps one after the other: it would do for both."""
    links = [{claim.id for claim in graph.edges[pair]["claims"]} for pair in itertools.pairwise(nodes)]
    return not any(one & other for one, other in itertools.pairwise(links))


def _connected(graph: nx.Graph, start: str, end: str) -> bool:
    import networkx as nx

    return start != end and start in graph and end in graph and bool(nx.has_path(graph, start, end))


def _is_property(node: str) -> bool:
    return node.startswith("property:")
