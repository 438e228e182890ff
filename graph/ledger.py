"""The ledger: which document contributes what to which unit of the graph, and what the store holds already.

It lives in the library's SQLite file, so a document and its contributions change in one transaction. From it follows,
without asking the store, what is new, what has changed and what nothing supports any more. Like the graph it is
derived: it can be filled again from the claims.
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
CREATE TABLE IF NOT EXISTS stale (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS written (key TEXT PRIMARY KEY, digest TEXT NOT NULL, owned TEXT NOT NULL,
    relations TEXT NOT NULL) WITHOUT ROWID;
"""


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
        """Make the tables where they are missing."""
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
        run("INSERT OR IGNORE INTO stale VALUES (?)", ((key,) for key in [*gone, *changed]))

    def clear(self) -> None:
        """Forget everything."""
        for statement in ("DROP TABLE contribution", "DROP TABLE stale", "DROP TABLE written"):
            self._connection.execute(statement)
        self.create()

    def stale_count(self) -> int:
        """How many units differ, or may differ, from the store."""
        return int(self._execute("SELECT count(*) FROM stale").fetchone()[0])

    def unit_count(self) -> int:
        """How many units the store holds."""
        return int(self._execute("SELECT count(*) FROM written").fetchone()[0])

    def stale_units(self) -> Iterator[tuple[str, Rows | None, Written | None]]:
        """Key, rows as they should be (None: gone) and what the store holds (None: nothing) of every stale unit."""
        for (key,) in self._execute("SELECT key FROM stale ORDER BY key").fetchall():
            data = self._data(key)
            yield key, merge(key, data) if data else None, self._written(key)

    def iter_units(self, prefix: str = "") -> Iterator[tuple[str, Rows]]:
        """Every unit with its rows, sorted by key.

        Args:
            prefix: only units whose key starts with it.
        """
        entries = self._execute(
            "SELECT key, data FROM contribution WHERE key >= ? AND key < ? ORDER BY key, document",
            prefix,
            prefix + "\U0010ffff",
        )
        for key, group in groupby(entries, key=itemgetter(0)):
            yield key, merge(key, (data for _, data in group))

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

    def _written(self, key: str) -> Written | None:
        row = self._execute("SELECT digest, owned, relations FROM written WHERE key = ?", key).fetchone()
        if row is None:
            return None
        return Written(row[0], tuple((label, node) for label, node in json.loads(row[1])), tuple(row[2].split()))

    def _data(self, key: str) -> list[str]:
        return [text for (text,) in self._execute("SELECT DISTINCT data FROM contribution WHERE key = ?", key)]

    def note_written(self, units: Iterable[tuple[str, Written]], removed: Iterable[str] = ()) -> None:
        """Keep what the store holds after a change."""
        entries = ((key, unit.digest, json.dumps(unit.owned), " ".join(unit.relations)) for key, unit in units)
        self._connection.executemany("INSERT OR REPLACE INTO written VALUES (?, ?, ?, ?)", entries)
        self._connection.executemany("DELETE FROM written WHERE key = ?", ((key,) for key in removed))

    def forget_written(self) -> None:
        """Take it that the store holds nothing."""
        self._connection.execute("DELETE FROM written")

    def clear_stale(self) -> None:
        """All units are as the store holds them."""
        self._connection.execute("DELETE FROM stale")

    def _execute(self, text: str, *values: object) -> sqlite3.Cursor:
        return self._connection.execute(text, values)
