"""Files for `neo4j-admin database import`: the quickest way to fill a database that holds nothing else.

Each table has a header and a data file. Every text is in quotes, quotes inside are doubled, what has no value is empty,
list items are joined by U+001F. The options of the import are in `import.args`.
Source: Neo4j Operations Manual 5, "Import", on header fields, quoting and `@` files.
"""

from __future__ import annotations

import hashlib
import shlex
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from ..rows import Rows, Value
from ..schema import graph_schema
from .neo4j_cypher import MARK, OURS

ARGUMENTS = "import.args"
"""The file with the options of the import."""

_KINDS = {"string": "string", "strings": "string[]", "integer": "long", "double": "double", "boolean": "boolean"}
_SEPARATOR = "\x1f"
_OPTIONS = ("--overwrite-destination=true", "--id-type=string", "--array-delimiter=U+001F")


def admin_command(folder: Path) -> str:
    """The command that imports the files of a folder into the database `neo4j` of a server that is stopped."""
    return f"cd {shlex.quote(str(folder))} && neo4j-admin database import full neo4j @{ARGUMENTS}"


def write_admin_files(batches: Iterable[Rows], folder: Path, *, state: str) -> None:
    """Write the files.

    Args:
        batches: every row of the graph.
        folder: that is there, and empty.
        state: kept with the rows, as a store keeps it; the digest of the files is added.

    Raises:
        OSError: a file cannot be written.
    """
    files = _Files(folder)
    with files:
        for rows in batches:
            files.write(rows)
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        digest.update(path.read_bytes())
    (folder / "state-header.csv").write_text("id:ID(state),state:string\n", encoding="utf-8")
    (folder / "state.csv").write_text(f'"state","{state}{digest.hexdigest()[:32]}"\n', encoding="utf-8")
    options = [*_OPTIONS, "--nodes=LithographState=state-header.csv,state.csv", *files.options()]
    (folder / ARGUMENTS).write_text("".join(f"{option}\n" for option in options), encoding="utf-8")


class _Files(ExitStack):
    """The data files of a folder, one a label or relation name, opened when the first row comes."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._nodes: dict[str, TextIO] = {}
        self._relations: dict[str, TextIO] = {}
        self._multiline = False

    def write(self, rows: Rows) -> None:
        """Add rows to the files of their tables."""
        schema = graph_schema()
        for node in rows.nodes:
            columns = schema.nodes[node.label]
            values = [node.id, *(node.properties.get(name) for name in list(columns)[1:])]
            target = self._nodes.get(node.label) or self._open_nodes(node.label, columns)
            self._line(target, values)
        for relation in rows.relations:
            kinds = schema.relations[relation.name].properties
            values = [relation.source, relation.target, True, *map(relation.properties.get, kinds)]
            target = self._relations.get(relation.name) or self._open_relations(relation.name, kinds)
            self._line(target, values)

    def options(self) -> list[str]:
        """The options that name the files."""
        nodes = [f"--nodes={OURS}:{label}={label}-header.csv,{label}.csv" for label in sorted(self._nodes)]
        relations = [f"--relationships={name}={name}-header.csv,{name}.csv" for name in sorted(self._relations)]
        return [*(["--multiline-fields=true"] if self._multiline else []), *nodes, *relations]

    def _line(self, target: TextIO, values: Iterable[Value]) -> None:
        line = ",".join(map(_field, values))
        if "\n" in line or "\r" in line:
            self._multiline = True
        target.write(line + "\n")

    def _open_nodes(self, label: str, columns: Mapping[str, str]) -> TextIO:
        heads = ["id:ID(node)", *(f"{name}:{_KINDS[kind]}" for name, kind in list(columns.items())[1:])]
        self._nodes[label] = self._open(label, heads)
        return self._nodes[label]

    def _open_relations(self, name: str, kinds: Mapping[str, str]) -> TextIO:
        heads = [":START_ID(node)", ":END_ID(node)", f"{MARK}:boolean"]
        self._relations[name] = self._open(name, [*heads, *(f"{each}:{_KINDS[kind]}" for each, kind in kinds.items())])
        return self._relations[name]

    def _open(self, name: str, heads: list[str]) -> TextIO:
        (self._folder / f"{name}-header.csv").write_text(",".join(heads) + "\n", encoding="utf-8")
        path = self._folder / f"{name}.csv"
        return self.enter_context(path.open("w", encoding="utf-8", newline="", buffering=2**20))


def _field(value: Value) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        value = _SEPARATOR.join(item.replace(_SEPARATOR, " ") for item in value)
    if isinstance(value, str):
        return '"' + value.replace("\x00", "").replace('"', '""') + '"'
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value)
