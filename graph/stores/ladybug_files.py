r"""Ladybug's schema and bulk files: DDL and COPY statements from the closed list of tables, rows as CSV.

CSV as Ladybug reads it without guessing: every text in quotes, quotes doubled, a bare `\N` for null, list items joined
by U+001F. Reading runs in one thread, because the parallel reader takes no line breaks inside of quotes. Ladybug ends a
text at U+0000, which is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from ..rows import Rows, Value
from ..schema import GraphSchema, RelationTable

_TYPES = {"string": "STRING", "strings": "STRING[]", "integer": "INT64", "double": "DOUBLE", "boolean": "BOOLEAN"}
_NULL = "\\N"
_SEPARATOR = "\x1f"
_OPTIONS = "HEADER=false, PARALLEL=false, AUTO_DETECT=false, DELIM=',', QUOTE='\"', ESCAPE='\"', NULL_STRINGS=['\\\\N']"


def create_statements(schema: GraphSchema) -> Iterator[str]:
    """One CREATE statement a table, nodes first."""
    for label, properties in schema.nodes.items():
        columns = ", ".join(f"`{name}` {_TYPES[kind]}" for name, kind in properties.items())
        yield f"CREATE NODE TABLE `{label}` ({columns}, PRIMARY KEY (`id`))"
    for table in schema.relations.values():
        parts = [f"FROM `{start}` TO `{end}`" for start, end in table.pairs]
        parts += [f"`{name}` {_TYPES[kind]}" for name, kind in table.properties.items()]
        yield f"CREATE REL TABLE `{table.name}` ({', '.join(parts)})"


class BulkFiles:
    """CSV files in a folder, one a node table and one a pair of a relation table; rows go in as they come."""

    def __init__(self, folder: Path, schema: GraphSchema) -> None:
        self._folder = folder
        self._schema = schema
        self._open = ExitStack()
        self._files: dict[tuple[str, ...], TextIO] = {}

    def write(self, rows: Rows) -> None:
        """Add rows to the files of their tables."""
        for node in rows.nodes:
            columns = self._schema.nodes[node.label]
            values = [node.id, *(node.properties.get(name) for name in list(columns)[1:])]
            self._file((node.label,)).write(_line(values))
        for relation in rows.relations:
            names = self._schema.relations[relation.name].properties
            values = [relation.source, relation.target, *(relation.properties.get(name) for name in names)]
            self._file((relation.name, relation.source_label, relation.target_label)).write(_line(values))

    def close(self) -> None:
        """Finish the files; they can then be copied from."""
        self._open.close()

    def copy_statements(self) -> Iterator[str]:
        """COPY statements for what was written, nodes first."""
        for label, properties in self._schema.nodes.items():
            if (label,) in self._files:
                yield _copy(f"`{label}`", self._path((label,)), properties.values(), options="")
        for table in self._schema.relations.values():
            yield from self._copy_relations(table)

    def _copy_relations(self, table: RelationTable) -> Iterator[str]:
        for start, end in table.pairs:
            key = (table.name, start, end)
            if key in self._files:
                kinds = ("string", "string", *table.properties.values())
                pair = f" (from='{start}', to='{end}')"
                yield _copy(f"`{table.name}`", self._path(key), kinds, options=pair)

    def _path(self, key: tuple[str, ...]) -> Path:
        return self._folder / f"{'-'.join(key)}.csv"

    def _file(self, key: tuple[str, ...]) -> TextIO:
        if key not in self._files:
            self._files[key] = self._open.enter_context(self._path(key).open("w", encoding="utf-8", newline=""))
        return self._files[key]


def _copy(table: str, path: Path, kinds: Iterable[str], *, options: str) -> str:
    given = list(kinds)
    heads = ", ".join(f"c{index} STRING" for index in range(len(given)))
    columns = ", ".join(_column(index, kind) for index, kind in enumerate(given))
    where = str(path).replace("\\", "/").replace("'", "\\'")
    return f"COPY {table} FROM (LOAD WITH HEADERS ({heads}) FROM '{where}' ({_OPTIONS}) RETURN {columns}){options}"


def _column(index: int, kind: str) -> str:
    name = f"c{index}"
    if kind == "strings":
        return f"string_split({name}, '{_SEPARATOR}')"
    return name if kind == "string" else f"cast({name} AS {_TYPES[kind]})"


def _line(values: Iterable[Value]) -> str:
    return ",".join(map(_field, values)) + "\n"


def _field(value: Value) -> str:
    if isinstance(value, tuple):
        value = _SEPARATOR.join(item.replace(_SEPARATOR, " ") for item in value) if value else None
    if value is None:
        return _NULL
    if isinstance(value, str):
        return '"' + value.replace("\x00", "").replace('"', '""') + '"'
    return repr(value)


def plain(value: Any) -> Any:
    """A value of a result without Ladybug's internal ids: nodes and relations become mappings with a `label`."""
    if isinstance(value, Mapping):
        hidden = ("_ID", "_SRC", "_DST", "_LABEL")
        label = {"label": value["_LABEL"]} if "_LABEL" in value else {}
        return label | {name: plain(item) for name, item in value.items() if name not in hidden and item is not None}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)
