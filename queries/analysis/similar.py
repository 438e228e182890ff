"""Materials that are alike."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .claims import StatedClaim, stated_claims

if TYPE_CHECKING:
    import networkx as nx

_KINDS = ("product", "failure", "strategy")

_Feature = tuple[str, str]
"""Kind and id; of a strategy, its name."""


def similar(rows: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Pairs of materials, the most alike first.

    In the bipartite graph of materials and what they have, the Jaccard index of two is the number of their common
    neighbours by that of all their neighbours.
    """
    import networkx as nx

    graph = _graph(stated_claims(rows))
    wanted = set(values["material"])
    found = []
    for one, other, similarity in nx.jaccard_coefficient(graph, _pairs(graph)):
        shared = sorted(set(graph[one]) & set(graph[other]))
        if len(shared) < values["shared"] or (wanted and not wanted & {one, other}):
            continue
        first, second = (other, one) if other in wanted and one not in wanted else (one, other)
        names = [graph.nodes[node]["name"] for node in (first, second)]
        by_kind = [[graph.nodes[node]["name"] for node in shared if node[0] == kind] for kind in _KINDS]
        claims = sorted(
            {claim for node in shared for end in (one, other) for claim in graph.edges[end, node]["claims"]}
        )
        row = (*names, similarity, len(shared), *by_kind, claims)
        found.append(((-round(similarity, 9), -len(shared), first, second), row))
    yield from (row for _, row in sorted(found, key=lambda entry: entry[0])[: values["limit"]])


def _pairs(graph: nx.Graph) -> list[tuple[str, str]]:
    """Materials that have anything in common."""
    features = [node for node in graph if isinstance(node, tuple)]
    pairs = {pair for node in features for pair in itertools.combinations(sorted(graph[node]), 2)}
    return sorted(pairs)


def _graph(claims: list[StatedClaim]) -> nx.Graph:
    """Materials and classes linked to what they have."""
    import networkx as nx

    links: dict[tuple[str, _Feature], set[str]] = {}
    names: dict[str | _Feature, str] = {}
    for claim in claims:
        features = dict(_features(claim))
        for subject in claim.of("subject", "target"):
            names |= features
            names[subject.id] = subject.name
            for feature in features:
                links.setdefault((subject.id, feature), set()).add(claim.id)
    graph = nx.Graph()
    for material, feature in sorted(links):
        graph.add_node(material, name=names[material])
        graph.add_node(feature, name=names[feature])
        graph.add_edge(material, feature, claims=links[material, feature])
    return graph


def _features(claim: StatedClaim) -> Iterator[tuple[_Feature, str]]:
    """What a claim says that its subject has, with its name."""
    for part in claim.of("product", "failure"):
        yield (part.role, part.id), part.name
    if claim.kind == "strategy":
        yield ("strategy", claim.strategy), claim.strategy
