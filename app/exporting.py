"""The graph of a library as a file, whole or as far as its claims are sure enough."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ..errors import ConfigError, LibraryError
from ..graph.assembly import contributions
from ..graph.ledger import Ledger
from ..ontology.model import DocumentClaims
from ..whole_files import replacing

NEO4J_ADMIN = "neo4j-admin"
"""The format that is a folder of files, not one file."""

LINKED_DATA = ("trig", "nquads", "jsonld", "jsonld-framed", "turtle", "ntriples")
"""Formats of linked data; see `graph.rdf.writing`."""

PROFILES = ("full", "schema.org")
"""How much of the graph linked data holds; see `graph.rdf.statements`."""


def write_export(ledger: Ledger, format: str, path: Path) -> None:
    """Write a graph to a file; an existing one is replaced when the new one is complete.

    Args:
        ledger: of the graph.
        format: `graphml` or `json`.
        path: of the file.

    Raises:
        ConfigError: the file cannot be written.
    """
    from ..graph.exports import EXPORTERS

    with _replaced(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as target:
        EXPORTERS[format](ledger, target)


def write_linked_data(
    ledger: Ledger,
    documents: Iterable[DocumentClaims],
    format: str,
    path: Path,
    *,
    quotes: bool = True,
    profile: str = "full",
) -> None:
    """Write a graph as linked data; an existing file is replaced when the new one is complete.

    Args:
        ledger: of the graph.
        documents: of the graph, sorted by id.
        format: `trig`, `nquads`, `jsonld`, `turtle` or `ntriples`.
        path: of the file.
        quotes: whether sentences are quoted.
        profile: `full`, or `schema.org` for its words alone.

    Raises:
        ConfigError: the file cannot be written.
    """
    from ..graph.rdf.statements import Wanted, statements
    from ..graph.rdf.writing import LinkedData, write_statements

    wanted = Wanted(quotes=quotes, profile=profile)
    with _replaced(path) as partial, partial.open("wb") as target:
        write_statements(statements(ledger, documents, wanted), LinkedData(format), target)


@contextmanager
def _replaced(path: Path) -> Iterator[Path]:
    """A file beside the one that it takes the place of when the block is done."""
    try:
        with replacing(path) as partial:
            yield partial
    except LibraryError:
        raise
    except OSError as error:
        raise ConfigError("output", f"{path} cannot be written: {error.strerror or error}") from error


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


def check_format(format: str, *, quotes: bool = True, profile: str = "full") -> None:
    """Refuse a format that there is not, or an option that it does not have.

    Raises:
        ConfigError: no such format or profile; one that is not linked data is to be written without quotations or in a
            profile.
    """
    from ..graph.exports import EXPORTERS

    known = sorted([*EXPORTERS, *LINKED_DATA, NEO4J_ADMIN])
    if format not in known:
        raise ConfigError("format", f"{format!r} is none of {', '.join(known)}")
    if not quotes and format not in LINKED_DATA:
        raise ConfigError("quotes", f"{format} has whole sentences; {', '.join(LINKED_DATA)} can do without")
    if profile not in PROFILES:
        raise ConfigError("profile", f"{profile!r} is none of {', '.join(PROFILES)}")
    if profile != PROFILES[0] and format not in LINKED_DATA:
        raise ConfigError("profile", f"{format} has none; {', '.join(LINKED_DATA)} have")


def checked_time(since: str) -> str:
    """A day or a time as ISO 8601 spells it, in UTC, that can be compared with those of the manifest.

    Raises:
        ConfigError: it is neither.

    Example:
        >>> checked_time("2026-11-24")
        '2026-11-24T00:00:00'
    """
    try:
        time = datetime.fromisoformat(since)
    except ValueError as error:
        raise ConfigError("since", f"{since!r} is no day such as 2026-11-24, nor a time of one") from error
    return (time.astimezone(UTC) if time.tzinfo else time).replace(tzinfo=None).isoformat(timespec="seconds")


@contextmanager
def chosen_ledger(ledger: Ledger, bundles: Iterable[DocumentClaims], *, min_confidence: float) -> Iterator[Ledger]:
    """The ledger that there would be of some documents alone, without the claims below a confidence.

    A claim is as sure as its best evidence in any document, and keeps all of its evidence. What only claims that are
    left out support (materials, classes, names) is not in it either.

    Args:
        ledger: with all claims.
        bundles: the claims of the documents.
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
