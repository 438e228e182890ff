"""The ledger: which document contributes what to which unit of the graph, and what each store holds of it already.

It lives in the library's SQLite file, so a document and its contributions change in one transaction. From it follows,
without reading a store, what is new, what has changed and what nothing supports any more. Like the graph it is
derived: it can be filled again from the claims.

What a store holds is a *copy*, known by the state that the store itself names. Copy 0 is the library's own graph.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from .assembly import Contribution
from .claim_rows import claim_arguments
from .merging import merge
from .rows import Rows

_TABLES = """
CREATE TABLE IF NOT EXISTS contribution (
    key TEXT NOT NULL, document INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (key, document)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS contribution_document ON contribution (document);
CREATE TABLE IF NOT EXISTS copy (number INTEGER PRIMARY KEY AUTOINCREMENT, state TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS stale (copy INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (copy, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS written (copy INTEGER NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL,
    owned TEXT NOT NULL, relations TEXT NOT NULL, PRIMARY KEY (copy, key)) WITHOUT ROWID;
"""

_OWN = 0
"""Number of the copy that is the library's own graph; it has no row in `copy`."""

_KEPT_COPIES = 4
"""Copies in other stores that are remembered; a store that is forgotten is read before it is next written."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the store holds of a unit.

    Args:
        digest: of its rows.
        owned: (label, id) of its nodes.
        relations: names of the relations that it makes.
    """

    digest: str
    owned: tuple[tuple[str, str], ...]
    relations: tuple[str, ...]


class Ledger:
    """The tables of the ledger in an open SQLite connection; the caller commits.

    Args:
        connection: of the library's SQLite file.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def create(self) -> None:
        """Make the tables where they are missing, or of an older form."""
        if "copy" not in (row[1] for row in self._execute("PRAGMA table_info(stale)")):
            self._drop("stale", "written")
        for statement in _TABLES.split(";"):
            self._connection.execute(statement)

    def put(self, document: int, contributions: Iterable[Contribution]) -> None:
        """Let a document contribute this and nothing else; units that change by it become stale."""
        new = {item.key: item.data for item in contributions}
        old = dict(self._execute("SELECT key, data FROM contribution WHERE document = ?", document))
        gone = [key for key in old if key not in new]
        changed = [key for key, data in new.items() if old.get(key) != data]
        run = self._connection.executemany
        run("DELETE FROM contribution WHERE key = ? AND document = ?", ((key, document) for key in gone))
        run("INSERT OR REPLACE INTO contribution VALUES (?, ?, ?)", ((key, document, new[key]) for key in changed))
        stale = (
            "INSERT OR IGNORE INTO stale SELECT number, ? FROM (SELECT 0 AS number UNION ALL SELECT number FROM copy)"
        )
        run(stale, ((key,) for key in [*gone, *changed]))

    def clear(self) -> None:
        """Forget everything."""
        self._drop("contribution", "stale", "written", "copy")
        self.create()

    def stale_count(self) -> int:
        """How many units of the library's own graph differ, or may differ, from what it should be."""
        return self.own_copy().stale_count()

    def own_copy(self) -> Copy:
        """What the library's own graph holds."""
        return Copy(self._connection, _OWN)

    def copy(self, state: str | None) -> Copy:
        """What the store in this state holds; a new copy, of which nothing is known, where there is none such."""
        row = self._execute("SELECT number FROM copy WHERE state = ?", state).fetchone() if state else None
        return Copy(self._connection, None if row is None else int(row[0]))

    def iter_units(self, prefix: str = "") -> Iterator[tuple[str, Rows]]:
        """Every unit with its rows, sorted by key.

        Args:
            prefix: only units whose key starts with it.
        """
        for key, data in self.iter_contributed(prefix, prefix + "\U0010ffff"):
            yield key, merge(key, data)

    def iter_contributed(self, start: str, end: str) -> Iterator[tuple[str, list[str]]]:
        """What the documents contribute to every unit whose key is from `start` to before `end`, sorted by key."""
        entries = self._execute(
            "SELECT key, data FROM contribution WHERE key >= ? AND key < ? ORDER BY key, document", start, end
        )
        for key, group in groupby(entries, key=itemgetter(0)):
            yield key, [data for _, data in group]

    def keys(self, prefix: str, *, limit: int) -> list[str]:
        """The first keys that begin so, sorted."""
        text = "SELECT DISTINCT key FROM contribution WHERE key >= ? AND key < ? ORDER BY key LIMIT ?"
        return [key for (key,) in self._execute(text, prefix, prefix + "\U0010ffff", limit)]

    def unit(self, key: str) -> Rows:
        """The rows of one unit; no rows if nothing contributes to it."""
        data = self._data(key)
        return merge(key, data) if data else Rows()

    def arguments(self, claim: str) -> dict[str, Any]:
        """The arguments of a claim that is there, by name."""
        arguments = claim_arguments([json.loads(text) for text in sorted(self._data(claim))])
        return {name: value for name, value in arguments.items() if name not in ("id", "kind")}

    def _data(self, key: str) -> list[str]:
        return [text for (text,) in self._execute("SELECT DISTINCT data FROM contribution WHERE key = ?", key)]

    def _drop(self, *tables: str) -> None:
        for table in tables:
            self._connection.execute(f"DROP TABLE IF EXISTS {table}")

    def _execute(self, text: str, *values: object) -> sqlite3.Cursor:
        return self._connection.execute(text, values)


class Copy:
    """What one store holds of the graph, as the ledger knows it.

    Args:
        connection: of the ledger.
        number: of the copy; None for a store of which nothing is known.
    """

    def __init__(self, connection: sqlite3.Connection, number: int | None) -> None:
        self._connection = connection
        self._number = number

    @property
    def is_known(self) -> bool:
        """Whether anything is known of it."""
        return self._number is not None

    def stale_count(self) -> int:
        """How many units differ, or may differ, from the store."""
        return int(self._execute("SELECT count(*) FROM stale WHERE copy = ?", self._number).fetchone()[0])

    def unit_count(self) -> int:
        """How many units the store holds."""
        return int(self._execute("SELECT count(*) FROM written WHERE copy = ?", self._number).fetchone()[0])

    def stale_keys(self) -> list[str]:
        """The units that differ, or may differ, sorted."""
        return [key for (key,) in self._execute("SELECT key FROM stale WHERE copy = ? ORDER BY key", self._number)]

    def written(self, key: str) -> Written | None:
        """What the store holds of a unit; None: nothing."""
        text = "SELECT digest, owned, relations FROM written WHERE copy = ? AND key = ?"
        row = self._execute(text, self._number, key).fetchone()
        if row is None:
            return None
        return Written(row[0], tuple((label, node) for label, node in json.loads(row[1])), tuple(row[2].split()))

    def note(
        self, state: str, units: Iterable[tuple[str, Written]], removed: Iterable[str] = (), *, anew: bool = False
    ) -> None:
        """Keep what the store holds after it was written; nothing of it is stale then.

        Args:
            state: of the store.
            units: that were written.
            removed: keys of those that went.
            anew: the store holds nothing else.
        """
        self._execute("SAVEPOINT noted")
        try:
            if self._number != _OWN:
                self._number = self._known_by(state)
            if anew:
                self._execute("DELETE FROM written WHERE copy = ?", self._number)
            rows = ((self._number, k, u.digest, json.dumps(u.owned), " ".join(u.relations)) for k, u in units)
            self._connection.executemany("INSERT OR REPLACE INTO written VALUES (?, ?, ?, ?, ?)", rows)
            gone = ((self._number, key) for key in removed)
            self._connection.executemany("DELETE FROM written WHERE copy = ? AND key = ?", gone)
            self._execute("DELETE FROM stale WHERE copy = ?", self._number)
        except BaseException:
            self._execute("ROLLBACK TO noted")
            raise
        finally:
            self._execute("RELEASE noted")

    def forget(self) -> None:
        """The store is gone."""
        for table, column in (("copy", "number"), ("stale", "copy"), ("written", "copy")):
            self._execute(f"DELETE FROM {table} WHERE {column} = ?", self._number)  # noqa: S608 (own words)
        self._number = None

    def _known_by(self, state: str) -> int:
        """The copy's number, under which its state is now kept; the oldest of many copies is forgotten."""
        if self._number is not None:
            self._execute("UPDATE copy SET state = ? WHERE number = ?", state, self._number)
            return self._number
        number = self._execute("INSERT INTO copy (state) VALUES (?)", state).lastrowid
        old = "SELECT number FROM copy ORDER BY number DESC LIMIT -1 OFFSET ?"
        for (oldest,) in self._execute(old, _KEPT_COPIES).fetchall():
            Copy(self._connection, oldest).forget()
        return int(number or 0)

    def _execute(self, text: str, *values: object) -> sqlite3.Cursor:
        return self._connection.execute(text, values)
