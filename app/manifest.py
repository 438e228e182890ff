"""The manifest: which documents a library holds, in one SQLite file beside the graph's ledger.

A transaction of the manifest is the moment at which a document comes, changes or goes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..errors import LibraryCorruptError, LibraryLockedError, NotInLibraryError

FORMAT_VERSION = 1
"""Of the directory's layout; a library with a higher one was written by a newer Lithograph."""

_APPLICATION_ID = 0x4C495448
"""`LITH`: tells a library's SQLite file from any other (PRAGMA application_id)."""

_LEAST_OF_ID = 12
"""Characters of an id that may stand for all of it."""

_TABLES = """
CREATE TABLE document (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, path TEXT NOT NULL,
    content_hash TEXT NOT NULL, reader TEXT NOT NULL, pipeline TEXT NOT NULL, claims_file TEXT NOT NULL,
    summary TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('read', 'assembled')));
CREATE INDEX document_content ON document (content_hash);
CREATE INDEX document_path ON document (path);
CREATE INDEX document_state ON document (state);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

_INGESTED = """
CREATE TABLE IF NOT EXISTS ingested (id TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID
"""
"""When a document came or changed, apart from the documents: libraries of before have no times."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a library.

    Args:
        number: the library's own, never shown.
        id: of the document.
        name: of its file.
        path: from which it was last read.
        content_hash: SHA-256 of the file.
        reader: name and version of the reader.
        pipeline: name and version of what made the claims.
        claims_file: name in the folder of claims.
        summary: JSON of what it gave: claims by kind, evidence, references, findings.
        state: `read` (the claims are there) or `assembled` (and the ledger has them).
    """

    number: int
    id: str
    name: str
    path: str
    content_hash: str
    reader: str
    pipeline: str
    claims_file: str
    summary: str
    state: str


class Manifest:
    """The open manifest of a library.

    Args:
        path: of the SQLite file.
        create: make it where it is missing.

    Raises:
        LibraryCorruptError: the file is none of ours, damaged, or of a newer version.
    """

    def __init__(self, path: Path, *, create: bool) -> None:
        self._path = path
        self.connection = sqlite3.connect(path, timeout=10.0, isolation_level=None, check_same_thread=False)
        try:
            with self.errors():
                self._check(create=create)
        except BaseException:
            self.connection.close()
            raise

    def _check(self, *, create: bool) -> None:
        self._check_format(create=create)
        self._execute(_INGESTED)

    def _check_format(self, *, create: bool) -> None:
        application = self._pragma("application_id")
        version = self._pragma("user_version")
        if application == 0 and create and not self._execute("SELECT name FROM sqlite_master").fetchall():
            with self.transaction():
                for statement in _TABLES.split(";"):
                    self._execute(statement)
                self._execute(f"PRAGMA application_id = {_APPLICATION_ID}")
                self._execute(f"PRAGMA user_version = {FORMAT_VERSION}")
            return
        if application != _APPLICATION_ID:
            reason = f"is not a Lithograph library: {self._path.name} is not its manifest"
            raise LibraryCorruptError(self._path.parent, reason)
        if version > FORMAT_VERSION:
            reason = f"was written by a newer Lithograph (format {version}, this one reads {FORMAT_VERSION}); update it"
            raise LibraryCorruptError(self._path.parent, reason)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block's changes, or none.

        Raises:
            LibraryLockedError: another process does not let go of the file.
            LibraryCorruptError: the file is damaged.
        """
        with self.errors():
            self._execute("BEGIN IMMEDIATE")
            try:
                yield
                self._execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self._execute("ROLLBACK")
                raise

    @contextmanager
    def errors(self) -> Iterator[None]:
        """SQLite's errors in the block become ours; see `transaction`."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise LibraryLockedError(self._path.parent) from error
            raise LibraryCorruptError(self._path.parent, f"{self._path.name}: {error}") from error
        except sqlite3.DatabaseError as error:
            raise LibraryCorruptError(self._path.parent, f"{self._path.name}: {error}") from error

    def entries(self) -> list[Entry]:
        """All documents, sorted by id."""
        return self._select("ORDER BY id")

    def find(self, *, content_hash: str | None = None, id: str | None = None, path: str | None = None) -> list[Entry]:
        """Documents with this content, id or path, sorted by id."""
        given = {"content_hash": content_hash, "id": id, "path": path}
        wanted = {name: value for name, value in given.items() if value is not None}
        where = " AND ".join(f"{name} = ?" for name in wanted)
        return self._select(f"WHERE {where} ORDER BY id", *wanted.values())

    def meant(self, wanted: str) -> Entry:
        """The one document that a person names.

        Args:
            wanted: its id, content hash, DOI, path, file name, or the beginning of its id.

        Raises:
            NotInLibraryError: there is none, or there are several.
        """
        entries = self.entries()
        tests: tuple[Callable[[Entry], bool], ...] = (
            lambda entry: wanted in (entry.id, entry.content_hash),
            lambda entry: f"doi:{wanted.lower().removeprefix('https://doi.org/')}" == entry.id,
            lambda entry: entry.path == str(Path(wanted).resolve()),
            lambda entry: entry.name == wanted,
            lambda entry: len(wanted) >= _LEAST_OF_ID and entry.id.startswith(wanted),
        )
        for fits in tests:
            found = [entry for entry in entries if fits(entry)]
            if len(found) > 1:
                raise NotInLibraryError(wanted, f"fits {', '.join(entry.id for entry in found)}; give one of these ids")
            if found:
                return found[0]
        raise NotInLibraryError(wanted, "no such document in the library; `lithograph status` lists them")

    def unassembled(self, limit: int) -> list[Entry]:
        """Some of the documents that the ledger does not have yet."""
        return self._select("WHERE state = 'read' ORDER BY number LIMIT ?", limit)

    def put(self, entry: Entry) -> None:
        """Add a document (number 0: give it one), or change the one with this number, and note when."""
        values = (entry.number or None, *astuple(entry)[1:])
        self._execute("INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", *values)
        now = datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
        self._execute("INSERT OR REPLACE INTO ingested VALUES (?, ?)", entry.id, now)

    def ingested_since(self, time: str) -> set[str]:
        """Ids of the documents that came or changed then or later.

        Args:
            time: in UTC, such as `2026-11-24T00:00:00`.
        """
        text = "SELECT id FROM document JOIN ingested USING (id) WHERE at >= ?"
        with self.errors():
            return {str(id) for (id,) in self._execute(text, time)}

    def set_state(self, number: int, state: str) -> None:
        """Note how far a document has come."""
        self._execute("UPDATE document SET state = ? WHERE number = ?", state, number)

    def reset_states(self) -> None:
        """Take it that the ledger has no document."""
        self._execute("UPDATE document SET state = 'read'")

    def delete(self, number: int) -> None:
        """Take a document out."""
        self._execute("DELETE FROM ingested WHERE id IN (SELECT id FROM document WHERE number = ?)", number)
        self._execute("DELETE FROM document WHERE number = ?", number)

    def setting(self, name: str) -> str | None:
        """A value that the library keeps for itself."""
        row = self._execute("SELECT value FROM setting WHERE name = ?", name).fetchone()
        return None if row is None else str(row[0])

    def set_setting(self, name: str, value: str) -> None:
        """Keep a value."""
        self._execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, value)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def _select(self, rest: str, *values: object) -> list[Entry]:
        with self.errors():
            return [Entry(*row) for row in self._execute(f"SELECT * FROM document {rest}", *values)]  # noqa: S608 (own words)

    def _execute(self, text: str, *values: object) -> sqlite3.Cursor:
        return self.connection.execute(text, values)

    def _pragma(self, name: str) -> int:
        return int(self._execute(f"PRAGMA {name}").fetchone()[0])
