"""Works that are cited together."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_Place = tuple[str, int]
"""Paper and first character of the sentence."""


def cocited(rows: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Pairs of works, those with most places first.

    The projection of the bipartite graph of places and works on the works, weighed by the number n(i, j) of common
    places; the cosine is n(i, j) / sqrt(n(i) n(j)).
    """
    import networkx as nx

    works = {row["id"]: row for row in rows}
    claims: dict[_Place, set[str]] = {}
    graph = nx.Graph()
    for row in rows:
        place = (row["paper"], row["start"])
        claims.setdefault(place, set()).add(row["claim"])
        graph.add_edge(row["id"], place)
    found = []
    if not works:
        return
    for one, other, data in nx.bipartite.weighted_projected_graph(graph, sorted(works)).edges(data=True):
        first, second = sorted((one, other))
        if data["weight"] < values["places"] or not _wanted(values["work"], works[first], works[second]):
            continue
        places = sorted(set(graph[first]) & set(graph[second]))
        cosine = data["weight"] / math.sqrt(graph.degree(first) * graph.degree(second))
        papers = len({paper for paper, _ in places})
        entries, dois = ([works[work][name] for work in (first, second)] for name in ("work", "doi"))
        stated = sorted(set(itertools.chain.from_iterable(claims[place] for place in places)))
        pair = (*entries, len(places), cosine, papers, *dois, stated)
        found.append(((-len(places), -round(cosine, 9), first, second), pair))
    yield from (pair for _, pair in sorted(found, key=lambda entry: entry[0])[: values["limit"]])


def _wanted(work: str, *works: Mapping[str, Any]) -> bool:
    name = work.strip().lower().removeprefix("https://doi.org/")
    return not name or any(name in (row["id"], row["doi"], row["id"].removeprefix("doi:")) for row in works)
