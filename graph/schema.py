"""The closed list of labels, relations and property types, read from the schema of the graph (`graph.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..ontology.own_terms import read_schema

STATED = {"claim": "string", "support": "integer", "confidence": "double"}
"""What every relation that a claim makes carries: the claim's id, its primary sources, its confidence."""

_KINDS = {"Year": "integer", "Words": "string", "uriorcurie": "string"}
"""Ranges that only linked data tells apart, and how a store holds them."""


@dataclass(frozen=True, slots=True)
class RelationTable:
    """One kind of relation.

    Args:
        name: such as `HAS_MEASUREMENT`.
        pairs: (from label, to label) that it may join.
        properties: property name to type.
    """

    name: str
    pairs: tuple[tuple[str, str], ...]
    properties: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class GraphSchema:
    """Every table.

    Args:
        version: of the tables; a store that holds another one is built again.
        nodes: label to property name to type, `id` first.
        relations: name to table.
    """

    version: str
    nodes: Mapping[str, Mapping[str, str]]
    relations: Mapping[str, RelationTable]


@cache
def graph_schema() -> GraphSchema:
    """The tables of the graph."""
    raw = read_schema("graph.yaml")
    labels = {label: entry for label, entry in raw["classes"].items() if not entry.get("abstract")}
    return GraphSchema(
        version=str(raw["version"]),
        nodes={label: {"id": "string"} | _types(entry["attributes"]) for label, entry in labels.items()},
        relations={slot.upper(): _relation(slot, entry, labels) for slot, entry in raw["slots"].items()},
    )


def _relation(slot: str, entry: Mapping[str, Any], labels: Mapping[str, Any]) -> RelationTable:
    ends = [choice["range"] for choice in entry.get("any_of", [entry])]
    starts = [label for label, node in labels.items() if slot in node.get("slots", ())]
    notes = entry.get("annotations", {})
    named = (name.partition(":") for name in notes.get("properties", "").split())
    properties = (STATED if notes.get("stated") else {}) | {name: kind or "string" for name, _, kind in named}
    return RelationTable(slot.upper(), tuple((start, end) for start in starts for end in ends), properties)


def _types(attributes: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    kinds = {name: entry.get("range", "string") for name, entry in attributes.items()}
    lists = {name for name, entry in attributes.items() if entry.get("multivalued")}
    return {name: "strings" if name in lists else _KINDS.get(kind, kind) for name, kind in kinds.items()}
