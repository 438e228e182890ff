"""What has to be written to a Neo4j server: the difference between what it holds and what it should hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import neo4j

from ...errors import QueryError
from ..rows import NodeRow, RelationRow, Rows
from ..schema import graph_schema
from . import neo4j_cypher as cypher
from .base import Change


@dataclass(frozen=True, slots=True)
class Step:
    """One statement with its rows; several of them make a transaction.

    Args:
        text: Cypher that takes `$rows`.
        rows: of values.
        relations: the statement makes one relation of each row.
    """

    text: str
    rows: Sequence[Any]
    relations: bool = False

    def check(self, created: int) -> None:
        """Refuse a step that made fewer relations than it has rows: an end of one of them is not there.

        Raises:
            QueryError: so it is; the transaction then leaves nothing.
        """
        if self.relations and created != len(self.rows):
            missing = len(self.rows) - created
            raise QueryError("load", f"{missing} relations lead to a node that is not there; was it taken away?")


@dataclass(slots=True)
class Held:
    """What the server holds of ours: nodes by id with the digest of what they say, relations by that digest."""

    nodes: dict[str, bytes] = field(default_factory=dict)
    relations: dict[bytes, list[str]] = field(default_factory=dict)


def read_held(session: neo4j.Session) -> Held:
    """Read everything of ours."""
    held = Held()
    for labels, properties in session.run(cypher.READ_NODES):
        held.nodes[properties["id"]] = _held_node(labels, properties)
    for element, name, source, target, properties in session.run(cypher.READ_RELATIONS):
        digest = _held_relation(name, source, target, properties)
        held.relations.setdefault(digest, []).append(element)
    return held


class Difference:
    """The steps from what is held to some rows.

    Args:
        held: what the server holds; used up.
    """

    def __init__(self, held: Held) -> None:
        self._nodes = held.nodes
        self._relations = held.relations

    def steps(self, batches: Iterable[Rows], size: int) -> Iterator[Step]:
        """What to write, in an order that can be cut anywhere: nodes, then what goes, then relations.

        Args:
            batches: everything that should be there.
            size: rows of a step at most.
        """
        created = _Buckets(size)
        updated = _Buckets(size)
        relations: dict[str, list[list[Any]]] = {}
        for rows in batches:
            for node in rows.nodes:
                yield from self._node(node, created, updated)
            for relation in rows.relations:
                if not self._is_held(relation):
                    relations.setdefault(relation.name, []).append(cypher.relation_values(relation))
        yield from created.rest()
        yield from updated.rest()
        gone = [element for elements in self._relations.values() for element in elements]
        yield from _cut(cypher.REMOVE_RELATIONS, gone, size)
        yield from _cut(cypher.REMOVE_NODES, list(self._nodes), size)
        for name, values in relations.items():
            yield from _cut(cypher.create_relations(name), values, size, relations=True)

    def _node(self, node: NodeRow, created: _Buckets, updated: _Buckets) -> Iterator[Step]:
        held = self._nodes.pop(node.id, None)
        if held is None:
            yield from created.add(cypher.create_nodes(node.label), cypher.node_values(node))
        elif held != _node_digest(node.label, cypher.node_values(node)):
            yield from updated.add(cypher.update_nodes(node.label), cypher.updated_values(node))

    def _is_held(self, relation: RelationRow) -> bool:
        if not self._relations:
            return False
        source, target, properties = cypher.relation_values(relation)
        elements = self._relations.get(_relation_digest(relation.name, source, target, properties))
        if not elements:
            return False
        elements.pop()
        return True


def change_steps(change: Change, size: int) -> Iterator[Step]:
    """The steps of a change, in an order that can be written one after the other."""
    schema = graph_schema()
    for name, ids in change.unlinked_claims.items():
        if name in schema.relations:
            yield from _cut(cypher.unlink_claims(name), list(ids), size)
    for label, ids in change.unlinked_nodes.items():
        name = "REFERENCES" if label == "Publication" else "BELONGS_TO"
        yield from _cut(cypher.unlink_nodes(name), list(ids), size)
    for label, ids in change.removed.items():
        if label in schema.nodes:
            yield from _cut(cypher.REMOVE_NODES, list(ids), size)
    updated = _Buckets(size)
    for node in change.updated:
        yield from updated.add(cypher.update_nodes(node.label), cypher.updated_values(node))
    yield from updated.rest()
    created = _Buckets(size)
    for node in change.added.nodes:
        yield from created.add(cypher.create_nodes(node.label), cypher.node_values(node))
    yield from created.rest()
    relations: dict[str, list[list[Any]]] = {}
    for relation in change.added.relations:
        relations.setdefault(relation.name, []).append(cypher.relation_values(relation))
    for name, pairs in relations.items():
        yield from _cut(cypher.create_relations(name), pairs, size, relations=True)


class _Buckets:
    """Rows by statement, given out when a bucket is full."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._rows: dict[str, list[Any]] = {}

    def add(self, text: str, row: Any) -> Iterator[Step]:
        rows = self._rows.setdefault(text, [])
        rows.append(row)
        if len(rows) >= self._size:
            yield Step(text, self._rows.pop(text))

    def rest(self) -> Iterator[Step]:
        for text, rows in self._rows.items():
            yield Step(text, rows)


def _cut(text: str, rows: Sequence[Any], size: int, *, relations: bool = False) -> Iterator[Step]:
    for start in range(0, len(rows), size):
        yield Step(text, rows[start : start + size], relations)


def _held_node(labels: Sequence[str], properties: Mapping[str, Any]) -> bytes:
    """The digest of a node as it is on the server; labels and properties that others added do not count."""
    own = [label for label in labels if label in graph_schema().nodes]
    if len(own) != 1:
        return b""
    kinds = graph_schema().nodes[own[0]]
    return _node_digest(own[0], {name: value for name, value in properties.items() if name in kinds})


def _held_relation(name: str, source: str, target: str, properties: Mapping[str, Any]) -> bytes:
    if name not in graph_schema().relations:
        return b""
    kinds = graph_schema().relations[name].properties
    known = {key: value for key, value in properties.items() if key in kinds or key == cypher.MARK}
    return _relation_digest(name, source, target, known)


def _node_digest(label: str, properties: Mapping[str, Any]) -> bytes:
    return _digest(repr((label, sorted(properties.items()))))


def _relation_digest(name: str, source: str, target: str, properties: Mapping[str, Any]) -> bytes:
    return _digest(repr((name, source, target, sorted(properties.items()))))


def _digest(text: str) -> bytes:
    """128 bits: among 10^8 rows, the odds of any two that collide are 10^16 / 2^129, below 10^-22."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
