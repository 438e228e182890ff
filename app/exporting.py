"""The graph of a library as a file, whole or as far as its claims are sure enough."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ..errors import ConfigError, LibraryError
from ..graph.assembly import contributions
from ..graph.ledger import Ledger
from ..ontology.model import DocumentClaims


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


def check_format(format: str) -> None:
    """Refuse a format that there is not.

    Raises:
        ConfigError: no such format.
    """
    from ..graph.exports import EXPORTERS

    if format not in EXPORTERS:
        raise ConfigError("format", f"{format!r} is none of {', '.join(sorted(EXPORTERS))}")


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
