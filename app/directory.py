"""The directory of a library: what is in it, and how it is made."""

from __future__ import annotations

from pathlib import Path

from ..errors import LibraryCorruptError

MANIFEST = "library.sqlite"
CLAIMS = "claims"
WRITER_LOCK = "writer.lock"


def prepare(path: Path, *, create: bool) -> None:
    """Make the directory, or see that it is a library.

    Args:
        path: of the directory.
        create: make it where it is missing or empty.

    Raises:
        LibraryCorruptError: it is something else, or cannot be made.
    """
    if path.exists() and not path.is_dir():
        raise LibraryCorruptError(path, "is a file, not the directory of a library")
    if not (path / MANIFEST).exists():
        if path.is_dir() and any(item.name not in (CLAIMS, WRITER_LOCK) for item in path.iterdir()):
            raise LibraryCorruptError(path, f"is not a Lithograph library: it has files but no {MANIFEST}")
        if not create:
            raise LibraryCorruptError(path, "there is no library here; `lithograph ingest` makes one")
    try:
        (path / CLAIMS).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryCorruptError(path, f"cannot be made: {error.strerror or error}") from error
