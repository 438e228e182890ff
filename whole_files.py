"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file to write, beside the one whose place it takes when the block is done.

    Where the block fails the new file is removed, and what was there before stays as it was.

    Args:
        path: of the file to be made or replaced; its folder must be there.

    Yields:
        The path to write to; its name is of this process alone.

    Raises:
        OSError: `path` is a folder, or the file cannot take its place.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     answer = Path(folder, "answer.txt")
        ...     with replacing(answer) as partial:
        ...         _ = partial.write_text("42")
        ...     answer.read_text()
        '42'
    """
    if path.is_dir():
        raise IsADirectoryError(None, "Is a directory")
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
