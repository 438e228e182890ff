"""The strategies around an electrolyte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .claims import StatedClaim, stated_claims

if TYPE_CHECKING:
    import networkx as nx

_KINDS = {"agent": "agent", "mitigates": "failure", "improves": "quality"}
"""Role in a claim to the kind of node."""

_Node = tuple[str, str]
"""Kind and id; of a strategy, its name."""

_HERE: _Node = ("electrolyte", "")


@dataclass(slots=True)
class _Neighbour:
    """What is known of a node beside its links."""

    name: str
    applied_to: set[str] = field(default_factory=set)


def neighbourhood(rows: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Nodes by distance from the electrolyte, those with most links to nearer ones and then the best supported first.

    A strategy is its category with what it adds, so two claims of the same are one node.
    """
    import networkx as nx

    graph, known = _graph(stated_claims(rows))
    if _HERE not in graph:
        return
    distances = nx.single_source_shortest_path_length(graph, _HERE, cutoff=values["steps"])
    found = []
    for node, distance in distances.items():
        if distance:
            nearer = [other for other in graph[node] if distances.get(other) == distance - 1]
            claims = {claim.id: claim.support for other in nearer for claim in graph.edges[node, other]["claims"]}
            through = sorted({_name(other, known) for other in nearer} - {""})
            applied = sorted(known[node].applied_to)
            row = (known[node].name, node[0], distance, applied, through, max(claims.values()), sorted(claims))
            found.append((distance, -len(nearer), -row[5], row))
    nearest = sorted(found, key=lambda entry: (*entry[:3], entry[3][:2]))
    yield from (row for *_, row in nearest[: values["limit"]])


def _name(node: _Node, known: Mapping[_Node, _Neighbour]) -> str:
    """How a node is called; the electrolyte itself needs no name."""
    return known[node].name if node in known else ""


def _graph(claims: list[StatedClaim]) -> tuple[nx.Graph, dict[_Node, _Neighbour]]:
    """Strategies linked to what they use and do, those of the electrolyte also to it."""
    import networkx as nx

    links: dict[tuple[_Node, _Node], list[StatedClaim]] = {}
    known: dict[_Node, _Neighbour] = {}
    for claim in claims:
        strategy = ("strategy", claim.strategy)
        about = known.setdefault(strategy, _Neighbour(claim.strategy))
        about.applied_to |= {part.name for part in claim.of("target")}
        if any(part.row["within"] for part in claim.of("target")):
            links.setdefault((_HERE, strategy), []).append(claim)
        for part in claim.of(*_KINDS):
            node = (_KINDS[part.role], part.id)
            known.setdefault(node, _Neighbour(part.name))
            links.setdefault((strategy, node), []).append(claim)
    graph = nx.Graph()
    for pair in sorted(links):
        graph.add_edge(*pair, claims=links[pair])
    return graph, known
