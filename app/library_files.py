"""The files of a library on disk, how they follow one another, and who may touch them when.

The claims files are the truth; the ledger in the manifest is assembled from them, and the graph is loaded from the
ledger. What is behind is brought up to date when it is first asked for, so that the price of a paper does not grow
with the library.
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..graph.assembly import ASSEMBLY_VERSION, contributions
from ..graph.ledger import Ledger
from ..graph.stores.ladybug import LadybugStore
from ..graph.synchronise import synchronise
from ..ontology.model import DocumentClaims
from .claims_files import read_claims
from .directory import CLAIMS, MANIFEST, WRITER_LOCK, prepare
from .locks import locked
from .manifest import Entry, Manifest

_GRAPH = "graph.lbug"
_GRAPH_LOCK = "graph.lock"

_BATCH = 32
"""Documents that are assembled in one transaction: bounds memory and the work that a crash can cost."""

_WAIT_S = 10.0
"""Seconds that a question waits for a writer in another process."""


class LibraryFiles:
    """The manifest with the ledger, the claims files and the graph of one library.

    Args:
        path: of the directory.
        create: make it where it is missing or empty.

    Raises:
        LibraryCorruptError: the directory is not a library, is damaged, or was written by a newer version.
    """

    def __init__(self, path: Path, *, create: bool) -> None:
        prepare(path, create=create)
        self.path = path
        self.claims_folder = path / CLAIMS
        self.manifest = Manifest(path / MANIFEST, create=True)
        self.ledger = Ledger(self.manifest.connection)
        self.store = LadybugStore(path / _GRAPH)
        self._swept = False
        with self.manifest.errors():
            self.ledger.create()

    def bundles(self, entries: Iterable[Entry]) -> Iterator[DocumentClaims]:
        """The claims of documents, one after the other."""
        return (read_claims(self.claims_folder / entry.claims_file) for entry in entries)

    def id(self) -> str:
        """By which servers know the library; it stays when the graph is built again."""
        known = self.manifest.setting("id")
        if known is None:
            known = uuid.uuid4().hex
            with self.manifest.transaction():
                self.manifest.set_setting("id", known)
        return known

    @contextmanager
    def writing(self, *, wait: bool = False) -> Iterator[None]:
        """Hold the lock of the one writer.

        Args:
            wait: some seconds for a writer in another process; at once otherwise.

        Raises:
            LibraryLockedError: another process is writing.
        """
        with locked(self.path / WRITER_LOCK, timeout_s=_WAIT_S if wait else 0.0):
            if not self._swept:
                self.sweep()
                self._swept = True
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Have the graph up to date, and nobody change it."""
        self.refresh()
        with locked(self.path / _GRAPH_LOCK, shared=True, timeout_s=_WAIT_S):
            yield

    @contextmanager
    def changing_graph(self) -> Iterator[None]:
        """Have the graph up to date and to oneself."""
        self.refresh()
        with self.writing(wait=True), locked(self.path / _GRAPH_LOCK, timeout_s=_WAIT_S):
            yield

    def refresh(self) -> None:
        """Bring the graph up to date, where it is behind.

        Raises:
            LibraryLockedError: another process is writing.
        """
        if self._is_stale():
            with self.writing(wait=True):
                self._bring_up_to_date()

    def rebuild(self) -> None:
        """Build ledger and graph again from the claims.

        Raises:
            LibraryCorruptError: a claims file is damaged.
            LibraryLockedError: another process is writing.
        """
        with self.writing():
            with self.manifest.transaction():
                self._forget_assembled()
            self._bring_up_to_date()

    def sweep(self) -> None:
        """Take away what a crash left: claims files of no document, half-written files; the writer's lock is held."""
        kept = {entry.claims_file for entry in self.manifest.entries()}
        for path in self.claims_folder.iterdir():
            if path.name not in kept:
                path.unlink(missing_ok=True)
        for path in self.path.glob("graph-*"):
            shutil.rmtree(path, ignore_errors=True)

    def _is_stale(self) -> bool:
        with self.manifest.errors():
            if self.manifest.unassembled(1) or self.ledger.stale_count():
                return True
            if self.manifest.setting("assembly") != ASSEMBLY_VERSION:
                return True
        with locked(self.path / _GRAPH_LOCK, shared=True, timeout_s=_WAIT_S):
            return self.store.state() != self.manifest.setting("graph")

    def _bring_up_to_date(self) -> None:
        """Assemble what is new, then write it to the store; the writer's lock is held."""
        if self.manifest.setting("assembly") != ASSEMBLY_VERSION:
            with self.manifest.transaction():
                self._forget_assembled()
                self.manifest.set_setting("assembly", ASSEMBLY_VERSION)
        while batch := self.manifest.unassembled(_BATCH):
            with self.manifest.transaction():
                for entry, bundle in zip(batch, self.bundles(batch), strict=True):
                    self.ledger.put(entry.number, contributions(bundle))
                    self.manifest.set_state(entry.number, "assembled")
        with locked(self.path / _GRAPH_LOCK, timeout_s=_WAIT_S), self.manifest.transaction():
            state = synchronise(self.ledger, self.store, state=self.manifest.setting("graph"))
            self.manifest.set_setting("graph", state)

    def _forget_assembled(self) -> None:
        self.ledger.clear()
        self.manifest.reset_states()
        self.manifest.set_setting("graph", "")
