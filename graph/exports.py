"""The graph as a file: Turtle, GraphML and node-link JSON, each the same bytes for the same graph."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TextIO

from .ledger import Ledger
from .rows import RelationRow, Value

if TYPE_CHECKING:
    import networkx as nx

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Matches a form feed, which XML cannot hold, not a tab."""


def to_networkx(ledger: Ledger, *, flat: bool = False) -> nx.MultiDiGraph:
    """The graph for NetworkX: `label` and the properties as attributes, a relation's name as its `name` and key.

    Args:
        ledger: of the graph.
        flat: join lists to strings, for formats that have none.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    relations: list[RelationRow] = []
    for _, rows in ledger.iter_units():
        for node in rows.nodes:
            graph.add_node(node.id, label=node.label, **_attributes(node.properties, flat=flat))
        relations.extend(rows.relations)
    for relation in sorted(relations, key=_relation_order):
        parts = (relation.name, *(relation.properties.get(name) for name in ("claim", "number", "role")))
        key = " ".join(str(part) for part in parts if part is not None)
        attributes = _attributes(relation.properties, flat=flat)
        graph.add_edge(relation.source, relation.target, key=key, name=relation.name, **attributes)
    return graph


def write_node_link(ledger: Ledger, target: TextIO) -> None:
    """Write the graph as NetworkX's node-link JSON."""
    import networkx as nx

    data = nx.node_link_data(to_networkx(ledger), edges="edges")
    json.dump(data, target, ensure_ascii=False, sort_keys=True, indent=1)
    target.write("\n")


def write_graphml(ledger: Ledger, target: TextIO) -> None:
    """Write the graph as GraphML."""
    import networkx as nx

    graph = to_networkx(ledger, flat=True)
    target.write(_NOT_XML.sub(" ", "\n".join(nx.generate_graphml(graph, named_key_ids=True))))
    target.write("\n")


def write_turtle(ledger: Ledger, target: TextIO) -> None:
    """Write the graph as linked data; see `rdf`."""
    from .rdf import write_turtle as write

    write(ledger, target)


EXPORTERS: Mapping[str, Callable[[Ledger, TextIO], None]] = {
    "graphml": write_graphml,
    "json": write_node_link,
    "turtle": write_turtle,
}
"""Format name to writer."""


def _relation_order(relation: RelationRow) -> tuple[str, str, str, str]:
    properties = json.dumps(relation.properties, sort_keys=True)
    return relation.source, relation.target, relation.name, properties


def _attributes(properties: Mapping[str, Value], *, flat: bool) -> dict[str, Value | list[str]]:
    known = {name: value for name, value in sorted(properties.items()) if value is not None}
    if flat:
        return {name: "; ".join(value) if isinstance(value, tuple) else value for name, value in known.items()}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in known.items()}
