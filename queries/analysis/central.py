"""The failure mechanisms that others hang on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .claims import Part, StatedClaim, stated_claims

if TYPE_CHECKING:
    import networkx as nx

_FAILURE = "failure:"


@dataclass(slots=True)
class _Failure:
    """What is said of a failure."""

    name: str
    subjects: set[str] = field(default_factory=set)
    strategies: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)

    @property
    def relevance(self) -> int:
        """What settles ties: how much is said of it."""
        return len(self.subjects) + len(self.strategies)


def central(rows: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Failures, the most central first.

    In the directed graph of causes with n nodes, betweenness is the sum of sigma(s, t | v) / sigma(s, t) over all pairs
    of others, by (n - 1)(n - 2); the other two are sums of 1/distance by n - 1, which count what is not reached as 0.
    A high and a low property are two nodes.
    """
    import networkx as nx

    claims = stated_claims(rows)
    graph, failures = _causes(claims), _failures(claims)
    graph.add_nodes_from(sorted(failures))
    others = max(graph.number_of_nodes() - 1, 1)
    between = nx.betweenness_centrality(graph)
    back = graph.reverse(copy=False)
    found = []
    for node, about in failures.items():
        figures = (between[node], _harmonic(graph, node) / others, _harmonic(back, node) / others)
        counts = (graph.in_degree(node), graph.out_degree(node), len(about.subjects), len(about.strategies))
        order = (-round(figures[0], 9), -sum(counts[:2]), -about.relevance, about.name)
        found.append((order, (about.name, *figures, *counts, sorted(about.claims))))
    yield from (row for _, row in sorted(found, key=lambda entry: entry[0])[: values["limit"]])


def _causes(claims: list[StatedClaim]) -> nx.DiGraph:
    """Causes and effects as nodes, by id and change."""
    import networkx as nx

    graph = nx.DiGraph()
    links = {(_node(one), _node(other)) for c in claims for one in c.of("cause") for other in c.of("effect")}
    graph.add_edges_from(sorted(link for link in links if link[0] != link[1]))
    return graph


def _harmonic(graph: nx.DiGraph, node: str) -> float:
    """The sum of 1/distance over all that is reached."""
    import networkx as nx

    distances = nx.single_source_shortest_path_length(graph, node).values()
    return math.fsum(1 / distance for distance in distances if distance)


def _node(part: Part) -> str:
    """The id of a cause or an effect; of a property with its change."""
    change = part.row["change"]
    return f"{part.id} {change}" if change else part.id


def _failures(claims: list[StatedClaim]) -> dict[str, _Failure]:
    found: dict[str, _Failure] = {}
    for claim in claims:
        for part in claim.parts:
            if part.id.startswith(_FAILURE):
                about = found.setdefault(part.id, _Failure(part.name))
                about.claims.add(claim.id)
                about.subjects |= {subject.id for subject in claim.of("subject")}
                if part.role == "mitigates":
                    about.strategies.add(claim.row["category"])
    return {node: found[node] for node in sorted(found)}
