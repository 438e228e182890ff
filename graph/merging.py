"""From the contributions of all documents to the rows of a unit; the same rows in whatever order they came."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from .assembly import is_claim
from .claim_rows import claim_rows
from .evidence_rows import evidence_rows
from .rows import NodeRow, RelationRow, Rows, Value
from .schema import graph_schema
from .terms import label_of


def merge(key: str, contributed: Iterable[str]) -> Rows:
    """The rows of one unit.

    Args:
        key: of the unit.
        contributed: the data of every document that contributes to it; repeats and order do not matter.
    """
    data = [json.loads(text) for text in sorted(set(contributed))]
    if is_claim(key):
        return claim_rows(key, data)
    if key.startswith("evidence:"):
        return evidence_rows(data[0])
    if key.startswith("references:"):
        return _reference_rows(data[0])
    return _node_rows(key, data)


def node_label(key: str) -> str:
    """The label of a shared node by its key."""
    return "Publication" if key.startswith(("doi:", "ref:", "sha256:")) else label_of(key)


def _node_rows(key: str, data: list[dict[str, Any]]) -> Rows:
    label = node_label(key)
    merged = _merged(data)
    allowed = graph_schema().nodes[label]
    node = NodeRow(label, key, {name: _value(value) for name, value in merged.items() if name in allowed})
    above = merged.get("belongs_to", ())
    return Rows((node,), tuple(RelationRow("BELONGS_TO", label, key, "MaterialClass", name, {}) for name in above))


def _merged(data: list[dict[str, Any]]) -> dict[str, Any]:
    """One answer for every field: a paper's word of itself first, then the fullest, then the first by content."""
    ranked = sorted(data, key=lambda entry: (not entry.get("own"), -len(entry)))
    merged: dict[str, Any] = {}
    for entry in ranked:
        merged = entry | merged
    names = {name for entry in data for name in entry.get("names", ())}
    return merged | ({"names": sorted(names)} if names else {})


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value


def _reference_rows(data: Mapping[str, Any]) -> Rows:
    document = data["document"]
    return Rows(
        relations=tuple(
            RelationRow("REFERENCES", "Publication", document, "Publication", publication, {"number": number})
            for number, publication in data["listed"]
        )
    )
