"""The claims of a document on disk: gzip'ed JSON Lines, the same bytes for the same claims.

The first line is the document, without its lists; then one object a line, `{"reference": …}`, `{"claim": …}` or
`{"finding": …}`. The file's name is the hash of what it holds, so a new version of a document never touches the
file of the old one.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from ..errors import LibraryCorruptError
from ..ontology.model import DocumentClaims
from ..whole_files import replacing

_LISTS = {"references": "reference", "claims": "claim", "findings": "finding"}
SUFFIX = ".jsonl.gz"


def write_claims(folder: Path, bundle: DocumentClaims) -> str:
    """Write a claims file so that a crash leaves either all of it or none.

    Returns:
        The file's name in `folder`.

    Raises:
        LibraryCorruptError: the folder cannot be written.
    """
    text = "".join(f"{line}\n" for line in _lines(bundle)).encode()
    name = hashlib.sha256(text).hexdigest()[:40] + SUFFIX
    path = folder / name
    if path.exists():
        return name
    try:
        with replacing(path) as partial, partial.open("wb") as file:
            file.write(gzip.compress(text, compresslevel=6, mtime=0))
            file.flush()
            os.fsync(file.fileno())
        _sync_folder(folder)
    except OSError as error:
        raise LibraryCorruptError(folder, f"cannot be written: {error.strerror or error}") from error
    return name


def read_claims(path: Path) -> DocumentClaims:
    """Read a claims file.

    Raises:
        LibraryCorruptError: it is missing or damaged.
    """
    try:
        text = gzip.decompress(path.read_bytes())
        if hashlib.sha256(text).hexdigest()[:40] + SUFFIX != path.name:
            raise LibraryCorruptError(path, "its content is not what was written; remove and ingest the document again")
        first, *rest = text.decode().splitlines()
        data = json.loads(first) | {name: [] for name in _LISTS}
        lists = {short: data[name] for name, short in _LISTS.items()}
        for line in rest:
            ((kind, entry),) = json.loads(line).items()
            lists[kind].append(entry)
        return DocumentClaims.model_validate(data)
    except (OSError, EOFError, zlib.error, ValueError, KeyError, ValidationError) as error:
        if isinstance(error, LibraryCorruptError):
            raise
        reason = f"a claims file cannot be read ({type(error).__name__}); remove and ingest the document again"
        raise LibraryCorruptError(path, reason) from error


def _lines(bundle: DocumentClaims) -> Iterator[str]:
    data = bundle.model_dump(mode="json", exclude_none=True)
    lists = {short: data.pop(name) for name, short in _LISTS.items()}
    yield _line(data)
    for kind, entries in lists.items():
        yield from (_line({kind: entry}) for entry in entries)


def _line(data: object) -> str:
    return json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _sync_folder(folder: Path) -> None:
    """Make a rename last, where the platform lets a folder be opened."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
