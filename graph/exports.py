"""The graph as a file: GraphML and node-link JSON, each the same bytes for the same graph; linked data is in `rdf`.

GraphML and node-link JSON are read back as the graph that NetworkX was given, with all attributes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ..errors import ConfigError
from .ledger import Ledger
from .rows import RelationRow, Value
from .schema import graph_schema

if TYPE_CHECKING:
    import networkx as nx

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Matches a form feed, which XML cannot hold, not a tab."""


def to_networkx(ledger: Ledger, *, flat: bool = False) -> nx.MultiDiGraph:
    """The graph for NetworkX: `label` and the properties as attributes, a relation's name as its `name` and key.

    Args:
        ledger: of the graph.
        flat: write lists as JSON texts, for formats that have none, and put both ends into the key of a relation, which
            then is different from all others.
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
        key = _whole_key(relation.source, key, relation.target) if flat else key
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
    """Write the graph as GraphML; a control character, which XML cannot hold, becomes a space."""
    import networkx as nx

    writer = nx.GraphMLWriter(encoding="utf-8", prettyprint=True, named_key_ids=True)
    writer.add_graph_element(to_networkx(ledger, flat=True))
    text = _NOT_XML.sub(" ", str(writer).rstrip("\n"))
    target.write(text.replace("\r", "&#13;") + "\n")  # XML reads a bare one as a line feed


EXPORTERS: Mapping[str, Callable[[Ledger, TextIO], None]] = {
    "graphml": write_graphml,
    "json": write_node_link,
}
"""Format name to writer."""


def read_graph(file: str | Path) -> nx.MultiDiGraph:
    """Read a graph that was exported as GraphML or node-link JSON.

    Args:
        file: of `Library.export("graphml", …)` or `Library.export("json", …)`.

    Returns:
        The same as `Library.to_networkx` gave: nodes, relations, keys and attributes.

    Raises:
        ConfigError: the file cannot be read, or is neither.
    """
    import networkx as nx

    path = Path(file)
    try:
        text = path.read_text(encoding="utf-8")
        if text.lstrip().startswith("{"):
            graph: nx.MultiDiGraph = nx.node_link_graph(json.loads(text), edges="edges")
            return graph
        return _with_lists(nx.parse_graphml(text, edge_key_type=str, force_multigraph=True))
    except OSError as error:
        raise ConfigError(str(path), f"cannot be read: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError, AttributeError, SyntaxError, nx.NetworkXException) as error:
        raise ConfigError(str(path), "is neither GraphML nor node-link JSON of `lithograph export`") from error


def _with_lists(flat: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """A graph of GraphML with lists as lists, and keys as they were."""
    import networkx as nx

    graph = nx.MultiDiGraph()
    for node, data in flat.nodes(data=True):
        kinds = graph_schema().nodes[data["label"]]
        graph.add_node(node, **{name: _read(value, kinds.get(name)) for name, value in data.items()})
    for source, target, whole, data in flat.edges(keys=True, data=True):
        key = whole[len(source) + 1 : -len(target) - 1]
        graph.add_edge(source, target, key=key, **data)
    return graph


def _whole_key(source: str, key: str, target: str) -> str:
    return f"{source} {key} {target}"


def _read(value: Any, kind: str | None) -> Any:
    return json.loads(value) if kind == "strings" else value


def _relation_order(relation: RelationRow) -> tuple[str, str, str, str]:
    properties = json.dumps(relation.properties, sort_keys=True)
    return relation.source, relation.target, relation.name, properties


def _attributes(properties: Mapping[str, Value], *, flat: bool) -> dict[str, Value | list[str]]:
    known = {name: value for name, value in sorted(properties.items()) if value is not None}
    if flat:
        return {name: _json(value) if isinstance(value, tuple) else value for name, value in known.items()}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in known.items()}


def _json(value: tuple[str, ...]) -> str:
    return json.dumps(value, ensure_ascii=False)
