"""What a library holds, in numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from ..graph.stores.base import Store
from ..ontology.model import Finding
from .claims_files import read_claims
from .manifest import Manifest

_DOCUMENTS = """
MATCH (p:Publication)
WHERE p.read = true
OPTIONAL MATCH (e:Evidence)-[:IN]->(p)
RETURN p.id AS id, p.file AS name, count(e.id) AS evidence
ORDER BY id
"""


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
class StoredDocument:
    """One document as a graph knows it: its id, its file's name, and how many pieces of evidence it gave."""

    id: str
    name: str | None
    evidence: int


AnyDocument = TypeVar("AnyDocument", DocumentStatus, StoredDocument)


@dataclass(frozen=True, slots=True)
class Status(Generic[AnyDocument]):
    """A library, or a graph in a store of its own, in numbers.

    Args:
        documents: papers read, sorted by id.
        claims: different claims by kind.
        evidence: pieces of evidence.
        nodes: by label.
        relations: by name.
    """

    documents: tuple[AnyDocument, ...]
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


def library_status(manifest: Manifest, store: Store) -> Status[DocumentStatus]:
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
    return _counted(store, documents)


def stored_status(store: Store) -> Status[StoredDocument]:
    """Count what a graph holds."""
    return _counted(store, tuple(StoredDocument(*row) for row in store.ask(_DOCUMENTS, name="status").rows))


def _counted(store: Store, documents: tuple[AnyDocument, ...]) -> Status[AnyDocument]:
    counts = store.counts()
    kinds = store.ask("MATCH (c:Claim) RETURN c.kind AS kind, count(*) AS n ORDER BY kind", name="status")
    return Status(documents, dict(kinds.rows), counts["nodes"]["Evidence"], counts["nodes"], counts["relations"])


def document_findings(manifest: Manifest, claims_folder: Path) -> list[DocumentFinding]:
    """The findings of every document, in reading order."""
    return [
        DocumentFinding(entry.id, entry.name, finding)
        for entry in manifest.entries()
        if json.loads(entry.summary)["findings"]
        for finding in read_claims(claims_folder / entry.claims_file).findings
    ]
