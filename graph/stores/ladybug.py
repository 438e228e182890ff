"""The embedded store: a Ladybug database file. The one module that calls Ladybug; its errors are mapped here."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ...errors import QueryError, StoreUnavailableError
from ..rows import NodeRow, Rows
from ..schema import graph_schema
from .base import Change, Result, StoreAddress
from .ladybug_files import BulkFiles, create_statements, plain

_BUFFER_BYTES = 256 * 2**20
"""Size of Ladybug's page cache; its own default would take most of the machine's memory."""

_STATE_TABLE = "Claim"
"""The table whose comment holds the store's state: it changes in the same transaction as the rows."""

_READING = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL", "EXPLAIN", "PROFILE"})
_INNER = re.compile(r"\._ID(?:,\[[^\]]*\])?")
"""What Ladybug adds to names of columns: `COUNT(r._ID)`, `LABEL(n._ID,[Claim,…])`; must not match within `m.name`."""

_QUIET = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
"""Matches `'a; b'` and `// note`, not `a / b`."""


class LadybugStore:
    """A graph in one Ladybug file, opened for every call and closed after it.

    Ladybug itself does not keep two processes apart: the caller sees to it that nobody reads while one writes.

    Args:
        path: of the database file; it need not be there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self, batches: Iterable[Rows], *, state: str) -> None:
        """Replace everything by these rows: a new file is built beside the old one and put in its place."""
        with self._folder() as folder:
            files = BulkFiles(folder, graph_schema())
            for rows in batches:
                files.write(rows)
            files.close()
            built = folder / "graph"
            with self._connect(built, read_only=False) as connection:
                self._transaction(connection, create_statements(graph_schema()))
                self._transaction(connection, [*files.copy_statements(), _set_state(state)])
            self.wipe()
            shutil.move(built, self._path)

    def apply(self, change: Change, *, state: str) -> None:
        """Write one change in one transaction."""
        with self._folder() as folder:
            files = BulkFiles(folder, graph_schema())
            files.write(change.added)
            files.close()
            with self._connect(self._path, read_only=False) as connection:
                self._run(connection, "BEGIN TRANSACTION", None, "apply")
                for text, parameters in _change_statements(change):
                    self._run(connection, text, parameters, "apply")
                for statement in [*files.copy_statements(), _set_state(state), "COMMIT"]:
                    self._run(connection, statement, None, "apply")

    def state(self) -> str | None:
        """The `state` that the last write left; None where there is no usable graph."""
        if not self._path.exists():
            return None
        try:
            tables = self.query("CALL show_tables() RETURN name, comment", name="state")
        except (StoreUnavailableError, QueryError):
            return None
        return dict(tables.rows).get(_STATE_TABLE)

    def query(self, text: str, parameters: Mapping[str, Any] | None = None, *, name: str = "cypher") -> Result:
        """Run one reading query; see `Store.query`."""
        _check_reading(text, name)
        with self._connect(self._path, read_only=True) as connection:
            return self._run(connection, text, parameters, name)

    def ask(self, text: str, parameters: Mapping[str, Any] | None = None, *, name: str = "cypher") -> Result:
        """Run one reading query; the file holds nothing but our data. See `Store.ask`."""
        return self.query(text, parameters, name=name)

    def execute(self, text: str, parameters: Mapping[str, Any] | None = None, *, name: str = "cypher") -> Result:
        """Run one query that may write; see `Store.execute`."""
        with self._connect(self._path, read_only=False) as connection:
            return self._run(connection, text, parameters, name)

    def counts(self) -> dict[str, dict[str, int]]:
        """Nodes by label and relations by name; see `Store.counts`."""
        schema = graph_schema()
        with self._connect(self._path, read_only=True) as connection:
            nodes = {
                label: self._run(connection, f"MATCH (n:`{label}`) RETURN count(*)", None, "counts").rows[0][0]
                for label in sorted(schema.nodes)
            }
            relations = {
                name: self._run(connection, f"MATCH ()-[r:`{name}`]->() RETURN count(*)", None, "counts").rows[0][0]
                for name in sorted(schema.relations)
            }
        return {"nodes": nodes, "relations": relations}

    def wipe(self) -> None:
        """Take the database file and what Ladybug keeps beside it away."""
        for path in [self._path, *self._path.parent.glob(f"{self._path.name}.*")]:
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Nothing stays open between calls."""

    @contextmanager
    def _folder(self) -> Iterator[Path]:
        """A folder for files in the making, beside the database: a rename then moves no bytes."""
        try:
            with tempfile.TemporaryDirectory(dir=self._path.parent, prefix="graph-") as name:
                yield Path(name)
        except StoreUnavailableError:
            raise
        except OSError as error:
            raise StoreUnavailableError(str(self._path), f"cannot be written: {error.strerror or error}") from error

    def _transaction(self, connection: Any, statements: Iterable[str]) -> None:
        """Run statements together: one by one, each would wait for the disk."""
        for statement in ["BEGIN TRANSACTION", *statements, "COMMIT"]:
            self._run(connection, statement, None, "load")

    @contextmanager
    def _connect(self, path: Path, *, read_only: bool) -> Iterator[Any]:
        import ladybug

        if read_only and not path.exists():
            raise StoreUnavailableError(str(path), "there is no graph yet; run `lithograph rebuild`")
        try:
            database = ladybug.Database(path, buffer_pool_size=_BUFFER_BYTES, read_only=read_only)
        except (RuntimeError, OSError) as error:
            raise StoreUnavailableError(str(path), f"{_one_line(error)}; run `lithograph rebuild`") from error
        connection = ladybug.Connection(database)
        try:
            yield connection
        finally:
            connection.close()
            database.close()

    def _run(self, connection: Any, text: str, parameters: Mapping[str, Any] | None, name: str) -> Result:
        try:
            answer = connection.execute(text, dict(parameters or {}))
            last = answer[-1] if isinstance(answer, list) else answer
            rows = tuple(tuple(plain(value) for value in row) for row in last.get_all())
            return Result(tuple(_INNER.sub("", name) for name in last.get_column_names()), rows)
        except (RuntimeError, ValueError, TypeError, OverflowError) as error:
            raise QueryError(name, _one_line(error)) from error


def open_ladybug(address: StoreAddress) -> LadybugStore:
    """The store in a file, `ladybug:///folder/graph.lbug`; the entry point of that scheme."""
    return LadybugStore(Path(address.uri.partition("://")[2]))


def _change_statements(change: Change) -> Iterator[tuple[str, dict[str, Any]]]:
    """What takes away and updates; labels and names come from the schema alone."""
    schema = graph_schema()
    for label, ids in change.removed.items():
        if ids and label in schema.nodes:
            yield f"MATCH (n:`{label}`) WHERE n.id IN $ids DETACH DELETE n", {"ids": list(ids)}
    for name, ids in change.unlinked_claims.items():
        if ids and name in schema.relations:
            yield f"MATCH ()-[r:`{name}`]->() WHERE r.claim IN $ids DELETE r", {"ids": list(ids)}
    for label, ids in change.unlinked_nodes.items():
        name = "REFERENCES" if label == "Publication" else "BELONGS_TO"
        if ids:
            yield f"MATCH (n:`{label}`)-[r:`{name}`]->() WHERE n.id IN $ids DELETE r", {"ids": list(ids)}
    for node in change.updated:
        yield _update(node)


def _update(node: NodeRow) -> tuple[str, dict[str, Any]]:
    names = list(graph_schema().nodes[node.label])[1:]
    given = {name: value for name in names if (value := node.properties.get(name)) is not None}
    parts = [f"n.`{name}` = " + (f"$v_{name}" if name in given else "NULL") for name in names]
    values = {f"v_{name}": list(value) if isinstance(value, tuple) else value for name, value in given.items()}
    return f"MATCH (n:`{node.label}`) WHERE n.id = $id SET {', '.join(parts)}", {"id": node.id} | values


def _set_state(state: str) -> str:
    return f"COMMENT ON TABLE `{_STATE_TABLE}` IS '{state}'"


def _check_reading(text: str, name: str) -> None:
    """Raise QueryError unless the text is one statement that starts as a reading one does."""
    bare = _QUIET.sub(" ", text).strip().rstrip(";").strip()
    first = bare.split(None, 1)[0].upper() if bare else ""
    if not first:
        raise QueryError(name, "the query is empty")
    if ";" in bare:
        raise QueryError(name, "one statement at a time")
    if re.split(r"\W", first)[0] not in _READING:
        raise QueryError(name, f"{first} does not start a reading query (MATCH …); `--write` allows others")


def _one_line(error: BaseException) -> str:
    """Ladybug's message without its quotation of the query."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return re.sub(r"^(?:\w+ exception: )+", "", lines[0]).strip()
