"""The closed list of labels, relations and property types, read from `schema.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

STATED = {"claim": "string", "support": "integer", "confidence": "double"}
"""What every relation that a claim makes carries: the claim's id, its primary sources, its confidence."""


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
    raw = yaml.safe_load(files(__package__).joinpath("schema.yaml").read_text(encoding="utf-8"))
    nodes = {label: {"id": "string"} | _types(properties) for label, properties in raw["nodes"].items()}
    relations = {name: _relation(name, entry) for name, entry in raw["relations"].items()}
    return GraphSchema(version=str(raw["version"]), nodes=nodes, relations=relations)


def _relation(name: str, entry: Mapping[str, object]) -> RelationTable:
    pairs: list[list[str]] = entry["pairs"]  # type: ignore[assignment]
    properties = (STATED if entry.get("stated") else {}) | _types(entry.get("properties", {}))  # type: ignore[arg-type]
    return RelationTable(name, tuple((start, end) for start, end in pairs), properties)


def _types(properties: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {name: entry["type"] for name, entry in properties.items()}
