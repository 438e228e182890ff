"""What a library holds, in numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..graph.stores.base import Store
from ..ontology.model import Finding
from .claims_files import read_claims
from .manifest import Manifest


@dataclass(frozen=True, slots=True)
class DocumentStatus:
    """One document: what it gave, and by what it was read."""

    id: str
    name: str
    content_hash: str
    reader: str
    pipeline: str
    claims: Mapping[str, int]
    evidence: int
    references: int
    findings: int


@dataclass(frozen=True, slots=True)
class Status:
    """A library in numbers.

    Args:
        documents: sorted by id.
        claims: different claims by kind.
        evidence: pieces of evidence.
        nodes: by label.
        relations: by name.
    """

    documents: tuple[DocumentStatus, ...]
    claims: Mapping[str, int]
    evidence: int
    nodes: Mapping[str, int]
    relations: Mapping[str, int]

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON; equal for equal libraries, whatever their history."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class DocumentFinding:
    """A finding with the document in which it was made."""

    document: str
    name: str
    finding: Finding


def library_status(manifest: Manifest, store: Store) -> Status:
    """Count what the manifest and the graph hold."""
    documents = tuple(
        DocumentStatus(
            id=entry.id,
            name=entry.name,
            content_hash=entry.content_hash,
            reader=entry.reader,
            pipeline=entry.pipeline,
            **json.loads(entry.summary),
        )
        for entry in manifest.entries()
    )
    counts = store.counts()
    kinds = store.query("MATCH (c:Claim) RETURN c.kind AS kind, count(*) AS n ORDER BY kind", name="status")
    return Status(documents, dict(kinds.rows), counts["nodes"]["Evidence"], counts["nodes"], counts["relations"])


def document_findings(manifest: Manifest, claims_folder: Path) -> list[DocumentFinding]:
    """The findings of every document, in reading order."""
    return [
        DocumentFinding(entry.id, entry.name, finding)
        for entry in manifest.entries()
        if json.loads(entry.summary)["findings"]
        for finding in read_claims(claims_folder / entry.claims_file).findings
    ]
