"""The graph of a library as a file, whole or as far as its claims are sure enough."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ..errors import ConfigError, LibraryError
from ..graph.assembly import contributions
from ..graph.ledger import Ledger
from ..ontology.model import DocumentClaims

NEO4J_ADMIN = "neo4j-admin"
"""The format that is a folder of files, not one file."""


def write_export(ledger: Ledger, format: str, path: Path) -> None:
    """Write a graph to a file; an existing one is replaced when the new one is complete.

    Args:
        ledger: of the graph.
        format: `turtle`, `graphml` or `json`.
        path: of the file.

    Raises:
        ConfigError: the file cannot be written.
    """
    from ..graph.exports import EXPORTERS

    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as target:
            EXPORTERS[format](ledger, target)
        temporary.replace(path)
    except LibraryError:
        raise
    except OSError as error:
        raise ConfigError("output", f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        temporary.unlink(missing_ok=True)


def write_admin_export(ledger: Ledger, folder: Path, *, state: str) -> None:
    """Write a graph as a folder of files for `neo4j-admin`; an earlier one is replaced when the new one is complete.

    Args:
        ledger: of the graph.
        folder: to be made; one that holds other files is left alone.
        state: what a later push knows the imported graph by.

    Raises:
        ConfigError: the folder cannot be written, or holds something else.
    """
    from ..graph.stores.neo4j_admin import ARGUMENTS, write_admin_files

    temporary = folder.with_name(f".{folder.name}.{os.getpid()}.tmp")
    try:
        if folder.exists() and not (folder / ARGUMENTS).exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ConfigError("output", f"{folder} holds something else; name a folder that is not there")
        temporary.mkdir()
        write_admin_files((rows for _, rows in ledger.iter_units()), temporary, state=state)
        if folder.exists():
            shutil.rmtree(folder)
        temporary.replace(folder)
    except LibraryError:
        raise
    except OSError as error:
        raise ConfigError("output", f"{folder} cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def check_format(format: str) -> None:
    """Refuse a format that there is not.

    Raises:
        ConfigError: no such format.
    """
    from ..graph.exports import EXPORTERS

    if format not in (*EXPORTERS, NEO4J_ADMIN):
        raise ConfigError("format", f"{format!r} is none of {', '.join(sorted([*EXPORTERS, NEO4J_ADMIN]))}")


@contextmanager
def sure_ledger(ledger: Ledger, bundles: Iterable[DocumentClaims], *, min_confidence: float) -> Iterator[Ledger]:
    """The ledger that there would be without the claims below a confidence.

    A claim is as sure as its best evidence in any document, and keeps all of its evidence. What only claims that are
    left out support (materials, classes, names) is not in it either.

    Args:
        ledger: with all claims.
        bundles: the claims of every document.
        min_confidence: from 0 to 1.

    Yields:
        The ledger, in a temporary database that goes when it is closed.
    """
    sure = set(_sure_claims(ledger, min_confidence))
    with closing(sqlite3.connect("")) as connection:
        kept = Ledger(connection)
        kept.create()
        for number, bundle in enumerate(bundles):
            claims = [claim for claim in bundle.claims if claim.id in sure]
            kept.put(number, contributions(bundle.model_copy(update={"claims": claims})))
        yield kept


def _sure_claims(ledger: Ledger, min_confidence: float) -> Iterator[str]:
    for key, rows in ledger.iter_units("claim:"):
        for node in rows.nodes:
            confidence = node.properties.get("confidence")
            if node.id == key and isinstance(confidence, int | float) and confidence >= min_confidence:
                yield key
