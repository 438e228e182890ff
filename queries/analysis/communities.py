"""Strategies that belong together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ...errors import QueryError
from .claims import StatedClaim, stated_claims

if TYPE_CHECKING:
    import networkx as nx

_SEED = 0
"""Of the order in which the algorithm visits the nodes."""


@dataclass(slots=True)
class _Strategy:
    """A category with what it adds, and what is said of it."""

    name: str
    support: int = 0
    claims: list[str] = field(default_factory=list)
    does: dict[str, str] = field(default_factory=dict)


def communities(rows: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Strategies by community, the largest first.

    The graph has two kinds of nodes: strategies, and the failures, qualities and materials of their claims.
    """
    import networkx as nx

    if values["resolution"] <= 0:
        raise QueryError("communities", "parameter resolution: it has to be above 0")
    strategies = _strategies(stated_claims(rows))
    graph = _graph(strategies)
    found = nx.community.louvain_communities(graph, resolution=values["resolution"], seed=_SEED)
    groups = ([node for node in sorted(group) if node < len(strategies)] for group in found)
    large = sorted((g for g in groups if len(g) >= max(values["size"], 1)), key=lambda g: (-len(g), g))
    for number, group in enumerate(large, start=1):
        for index in group:
            strategy = strategies[index]
            others = {node for other in group if other != index for node in strategies[other].does}
            shares = sorted({name for node, name in strategy.does.items() if node in others})
            yield strategy.name, number, len(group), shares, strategy.support, strategy.claims


def _strategies(claims: list[StatedClaim]) -> list[_Strategy]:
    """Sorted by name."""
    found: dict[str, _Strategy] = {}
    for claim in claims:
        strategy = found.setdefault(claim.strategy, _Strategy(claim.strategy))
        strategy.support = max(strategy.support, claim.support)
        strategy.claims.append(claim.id)
        strategy.does |= {part.id: part.name for part in claim.of("target", "improves", "mitigates")}
    return [found[name] for name in sorted(found)]


def _graph(strategies: list[_Strategy]) -> nx.Graph:
    """Strategies and what they do, by number: sets of numbers have the same order in every run, those of names not."""
    import networkx as nx

    done = sorted({node for strategy in strategies for node in strategy.does})
    number = {node: index for index, node in enumerate(done, start=len(strategies))}
    graph = nx.Graph()
    graph.add_nodes_from(range(len(strategies) + len(done)))
    for index, strategy in enumerate(strategies):
        graph.add_edges_from((index, number[node]) for node in sorted(strategy.does))
    return graph
