"""Nodes and relations as plain rows: what assembly makes and every store and export takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Scalar = str | int | float | bool | None
Value = Scalar | tuple[str, ...]
"""What a property of a node or relation may hold."""


def with_value(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that have a value: without those that are nothing, an empty text or an empty list."""
    return {name: value for name, value in properties.items() if value not in (None, "", [])}


@dataclass(frozen=True, slots=True)
class NodeRow:
    """One node.

    Args:
        label: its only label.
        id: the same in every store and export.
        properties: those of the label in the schema of the graph that have a value, without `id`.
    """

    label: str
    id: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One relation between two nodes, each named by label and id."""

    name: str
    source_label: str
    source: str
    target_label: str
    target: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Rows:
    """Some nodes and the relations that belong with them."""

    nodes: tuple[NodeRow, ...] = ()
    relations: tuple[RelationRow, ...] = ()

    @classmethod
    def joined(cls, parts: Iterable[Rows]) -> Rows:
        """All rows of `parts`, in their order."""
        nodes: list[NodeRow] = []
        relations: list[RelationRow] = []
        for part in parts:
            nodes.extend(part.nodes)
            relations.extend(part.relations)
        return cls(tuple(nodes), tuple(relations))
