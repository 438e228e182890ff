"""One file into the library: read, extract, write the claims, and make it so in the manifest."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import LibraryError, LithographError
from ..graph.ledger import Ledger
from ..ontology.model import DocumentClaims
from .claims_files import write_claims
from .manifest import Entry, Manifest

if TYPE_CHECKING:
    from ..extract.engines.running import EngineReport, Engines


@dataclass(frozen=True, slots=True)
class IngestEntry:
    """What became of one file.

    Args:
        path: as given.
        status: `added`, `replaced`, `unchanged` or `failed`.
        document: id of the document, where the file could be read.
        claims: number of claims by kind.
        evidence: pieces of evidence.
        references: entries of its reference list.
        findings: what could not be read, or only in part.
        error: one line, where it failed.
    """

    path: Path
    status: str
    document: str | None = None
    claims: Mapping[str, int] = field(default_factory=dict)
    evidence: int = 0
    references: int = 0
    findings: int = 0
    error: str | None = None


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of every file, in the order given."""

    entries: tuple[IngestEntry, ...]

    @property
    def failed(self) -> tuple[IngestEntry, ...]:
        """The files that could not be read."""
        return tuple(entry for entry in self.entries if entry.status == "failed")


def ingest_one(
    paper: Path | DocumentClaims,
    *,
    manifest: Manifest,
    ledger: Ledger,
    claims_folder: Path,
    engines: Engines,
    reported: Callable[[EngineReport], None] | None = None,
) -> IngestEntry:
    """Bring one paper into the library; a file that cannot be read is an entry of the report.

    Args:
        paper: a file to be read, or the claims that something else made of it.
        manifest: of the library.
        ledger: of the library.
        claims_folder: of the library.
        engines: that read a file.
        reported: called after each engine.

    Raises:
        LibraryError: the library itself cannot be written.
    """
    shown = Path(paper.name) if isinstance(paper, DocumentClaims) else paper
    try:
        if known := _known(paper, manifest, engines.pipeline):
            return _reported(shown, "unchanged", known)
        if isinstance(paper, DocumentClaims):
            bundle, where = paper, ""
        else:
            bundle, where = _read(paper, engines, reported), str(paper.resolve())
    except LibraryError:
        raise
    except LithographError as error:
        return IngestEntry(shown, "failed", error=str(error))
    staged = _stage(bundle, where, manifest, claims_folder)
    with manifest.transaction():
        staged.accept(manifest, ledger)
    staged.tidy(claims_folder)
    return _reported(shown, "replaced" if staged.older else "added", staged.entry)


def load_all(
    bundles: Iterable[DocumentClaims], *, manifest: Manifest, ledger: Ledger, claims_folder: Path
) -> list[IngestEntry]:
    """Bring the claims of several documents into the library, all of them or none.

    Raises:
        LibraryError: the library itself cannot be written.
    """
    entries: list[IngestEntry] = []
    waiting: list[_Staged] = []
    for bundle in bundles:
        shown = Path(bundle.name)
        if known := _known(bundle, manifest, bundle.pipeline):
            entries.append(_reported(shown, "unchanged", known))
            continue
        staged = _stage(bundle, "", manifest, claims_folder)
        waiting.append(staged)
        entries.append(_reported(shown, "replaced" if staged.older else "added", staged.entry))
    with manifest.transaction():
        for staged in waiting:
            staged.accept(manifest, ledger)
    for staged in waiting:
        staged.tidy(claims_folder)
    return entries


def _known(paper: Path | DocumentClaims, manifest: Manifest, pipeline: str) -> Entry | None:
    """The document with this content, if the readers and the engines of today made its claims."""
    if isinstance(paper, DocumentClaims):
        found = manifest.find(content_hash=paper.content_hash)
        return next((entry for entry in found if entry.pipeline == paper.pipeline), None)
    from ..corpus.decoding import read_bytes
    from ..corpus.reading import readers

    current = {f"{reader.name}/{reader.version}" for reader in readers()}
    found = manifest.find(content_hash=hashlib.sha256(read_bytes(paper)).hexdigest())
    here = (entry for entry in found if entry.path)  # what was loaded lacks the rest of the sentences
    return next((entry for entry in here if entry.pipeline == pipeline and entry.reader in current), None)


def _read(path: Path, engines: Engines, reported: Callable[[EngineReport], None] | None) -> DocumentClaims:
    from ..corpus.reading import read_document

    return engines.extract(read_document(path), reported=reported)


@dataclass(frozen=True, slots=True)
class _Staged:
    """A document whose claims are written, and which is not in the manifest yet.

    Args:
        entry: for the manifest.
        older: entries of which it takes the place.
    """

    entry: Entry
    older: list[Entry]

    def accept(self, manifest: Manifest, ledger: Ledger) -> None:
        """Let it take the place of the older ones; within a transaction."""
        for other in self.older[1:]:
            ledger.put(other.number, ())
            manifest.delete(other.number)
        manifest.put(self.entry)

    def tidy(self, claims_folder: Path) -> None:
        """Take away the claims of the older ones."""
        for other in self.older:
            if other.claims_file != self.entry.claims_file:
                (claims_folder / other.claims_file).unlink(missing_ok=True)


def _stage(bundle: DocumentClaims, where: str, manifest: Manifest, claims_folder: Path) -> _Staged:
    """Write the claims of a document, which is to take the place of its older versions.

    Older ones are those of a document with the same id, and those last read from the same path, unless both documents
    state a DOI and the two differ: then another paper was put there.
    """
    older = manifest.find(id=bundle.document)
    if where:
        older += [entry for entry in manifest.find(path=where) if _is_same_paper(entry.id, bundle.document)]
    entry = Entry(
        number=older[0].number if older else 0,
        id=bundle.document,
        name=bundle.name,
        path=where,
        content_hash=bundle.content_hash,
        reader=bundle.reader,
        pipeline=bundle.pipeline,
        claims_file=write_claims(claims_folder, bundle),
        summary=json.dumps(summary(bundle), sort_keys=True),
        state="read",
    )
    return _Staged(entry, older)


def _is_same_paper(old: str, new: str) -> bool:
    return old != new and not (old.startswith("doi:") and new.startswith("doi:"))


def summary(bundle: DocumentClaims) -> dict[str, object]:
    """Claims by kind, and numbers of evidence, references and findings."""
    return {
        "claims": dict(sorted(Counter(str(claim.kind) for claim in bundle.claims).items())),
        "evidence": sum(len(claim.evidence) for claim in bundle.claims),
        "references": len(bundle.references),
        "findings": len(bundle.findings),
    }


def _reported(path: Path, status: str, entry: Entry) -> IngestEntry:
    return IngestEntry(path, status, entry.id, **json.loads(entry.summary))
