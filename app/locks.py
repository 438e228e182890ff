"""Locks between processes, held by SQLite on an empty file: they go when the process goes, on every platform."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ..errors import LibraryLockedError


@contextmanager
def locked(path: Path, *, shared: bool = False, timeout_s: float = 0.0) -> Iterator[None]:
    """Hold a lock while the block runs.

    Args:
        path: the lock's file; made where it is missing.
        shared: let others hold it too, as long as they share it.
        timeout_s: how many seconds to wait for it.

    Raises:
        LibraryLockedError: another process, or another library object of this one, holds it.
    """
    with ExitStack() as held:
        try:
            connection = sqlite3.connect(path, timeout=timeout_s, isolation_level=None)
            held.callback(connection.close)
            connection.execute("BEGIN" if shared else "BEGIN EXCLUSIVE")
            if shared:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise LibraryLockedError(path.parent) from error
            raise LibraryLockedError(path.parent, f"cannot be locked ({error}); is the directory writable?") from error
        yield
