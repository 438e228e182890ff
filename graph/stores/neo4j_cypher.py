"""The Cypher that writes to Neo4j: labels and relation names from the closed list, everything else as parameters.

Every node of ours has the label `Lithograph` beside its own, every relation the property `lithograph`; so our data can
lie beside other people's, whatever labels, ids and relation names they use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ..rows import NodeRow, RelationRow, Value
from ..schema import graph_schema

OURS = "Lithograph"
"""The label that every node of ours has."""

MARK = "lithograph"
"""The property that every relation of ours has: true."""

CONSTRAINT = f"CREATE CONSTRAINT lithograph_id IF NOT EXISTS FOR (n:{OURS}) REQUIRE n.id IS UNIQUE"

FULL_TEXT = {
    "lithograph_names": ("name", "names", "full_name", "formula"),
    "lithograph_aliases": ("short", "long"),
    "lithograph_sentences": ("sentence", "statement", "title"),
}
"""Name of each full-text index to the properties that it finds."""

WRITE_STATE = "MERGE (s:LithographState {id: 'state'}) SET s.state = $state"
READ_STATE = "MATCH (s:LithographState {id: 'state'}) RETURN s.state"
FORGET_STATE = "MATCH (s:LithographState) DETACH DELETE s"

READ_NODES = f"MATCH (n:{OURS}) RETURN labels(n), properties(n)"
READ_RELATIONS = (
    f"MATCH (a:{OURS})-[r]->(b:{OURS}) WHERE r.{MARK} RETURN elementId(r), type(r), a.id, b.id, properties(r)"
)
ANY_NODE = f"MATCH (n:{OURS}) RETURN 1 LIMIT 1"

REMOVE_RELATIONS = f"UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row AND r.{MARK} DELETE r"
REMOVE_NODES = f"UNWIND $rows AS row MATCH (n:{OURS} {{id: row}}) DETACH DELETE n"
WIPE_NODES = f"MATCH (n:{OURS}) WITH n LIMIT $limit DETACH DELETE n RETURN count(*)"


_NODE = re.compile(r"(?<![\w`])\((\w*)((?::\w+)?)((?: ?\{[^{}]*\})?)\)")
"""Matches the nodes `(c:Claim)`, `(n)` and `(p:Property {name: 'x'})` of a pattern, not `count(n)` nor `(a.name)`."""


@cache
def ours_only(text: str) -> str:
    """A query of the catalogue whose every node has our label: it sees nothing of others, and ids find their index.

    Example:
        >>> ours_only("MATCH (c:Claim)-[:STATES]->(n) RETURN count(n)")
        'MATCH (c:Lithograph:Claim)-[:STATES]->(n:Lithograph) RETURN count(n)'
    """
    return _NODE.sub(rf"(\1:{OURS}\2\3)", text)


def index_statements() -> Iterator[str]:
    """One statement a full-text index."""
    for name, properties in FULL_TEXT.items():
        listed = ", ".join(f"n.`{each}`" for each in properties)
        yield f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{OURS}) ON EACH [{listed}]"


def drop_statements() -> Iterator[str]:
    """What takes constraint and indexes away."""
    yield "DROP CONSTRAINT lithograph_id IF EXISTS"
    yield from (f"DROP INDEX {name} IF EXISTS" for name in FULL_TEXT)


def create_nodes(label: str) -> str:
    """For `$rows` as `node_values` makes them."""
    return f"UNWIND $rows AS row CREATE (n:{OURS}:`{label}`) SET n = row"


def update_nodes(label: str) -> str:
    """For `$rows` as `updated_values` makes them."""
    return f"UNWIND $rows AS row MATCH (n:{OURS} {{id: row.id}}) SET n:`{label}`, n += row"


def create_relations(name: str) -> str:
    """For `$rows` as `relation_values` makes them."""
    return (
        f"UNWIND $rows AS row MATCH (a:{OURS} {{id: row[0]}}) MATCH (b:{OURS} {{id: row[1]}}) "
        f"CREATE (a)-[r:`{name}`]->(b) SET r = row[2]"
    )


def unlink_claims(name: str) -> str:
    """Take away the relations of a name that the claims `$rows` make."""
    return f"MATCH ()-[r:`{name}`]->() WHERE r.{MARK} AND r.claim IN $rows DELETE r"


def unlink_nodes(name: str) -> str:
    """Take away the relations of a name that start at the nodes `$rows`."""
    return f"UNWIND $rows AS row MATCH (:{OURS} {{id: row}})-[r:`{name}`]->() WHERE r.{MARK} DELETE r"


def wipe_relations(name: str) -> str:
    """Take away `$limit` relations of a name, and say how many went."""
    return f"MATCH ()-[r:`{name}`]->() WHERE r.{MARK} WITH r LIMIT $limit DELETE r RETURN count(*)"


def count_nodes(label: str) -> str:
    """How many nodes of ours have a label."""
    return f"MATCH (n:{OURS}:`{label}`) RETURN count(*)"


def count_relations(name: str) -> str:
    """How many relations of ours have a name."""
    return f"MATCH ()-[r:`{name}`]->() WHERE r.{MARK} RETURN count(*)"


def node_values(node: NodeRow) -> dict[str, Any]:
    """The properties of a node with its id, as the driver takes them."""
    return {"id": node.id} | typed(node.properties, graph_schema().nodes[node.label])


def updated_values(node: NodeRow) -> dict[str, Any]:
    """The same with nulls: what the label may have and the node has not goes, what others added stays."""
    return dict.fromkeys(graph_schema().nodes[node.label]) | node_values(node)


def relation_values(relation: RelationRow) -> list[Any]:
    """Ids of both ends, and the properties with the mark."""
    kinds = graph_schema().relations[relation.name].properties
    return [relation.source, relation.target, typed(relation.properties, kinds) | {MARK: True}]


def typed(properties: Mapping[str, Value], kinds: Mapping[str, str]) -> dict[str, Any]:
    """The properties that a table has, as the types that it declares; what says nothing is left out."""
    known: dict[str, Any] = {}
    for name, value in properties.items():
        if name in kinds and value is not None and value != ():
            known[name] = _plain(value, kinds[name])
    return known


def _plain(value: Value, kind: str) -> Any:
    if isinstance(value, str):
        return value.replace("\x00", "") if "\x00" in value else value
    if isinstance(value, tuple):
        return [item.replace("\x00", "") for item in value]
    return float(value) if kind == "double" and value is not None else value
