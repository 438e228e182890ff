"""The way into the package: a file or a text becomes a `Document`."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from ..errors import UnsupportedFormatError
from .decoding import check_text, decode, read_bytes
from .document import Document

_HEAD = 20_000
"""Characters of a file that readers judge it by."""


class Reader(Protocol):
    """Reads one format. Found through the entry point group `lithograph.readers`."""

    name: str
    version: str

    def score(self, head: str, suffix: str) -> float:
        """How surely a text is of this format, 0 to 1.

        Args:
            head: the beginning of the text.
            suffix: the file name's extension in lower case with its dot, or "": a hint, no proof.
        """
        ...

    def read(self, source: str, *, name: str, content_hash: str) -> Document:
        """Read a decoded text.

        Args:
            source: the file as read; all source offsets count in it.
            name: the file's name, for people.
            content_hash: SHA-256 of the file's bytes, hexadecimal.

        Raises:
            DocumentError: it cannot be read.
        """
        ...


@cache
def readers() -> tuple[Reader, ...]:
    """All installed readers, by name."""
    found = sorted(entry_points(group="lithograph.readers"), key=lambda entry: entry.name)
    return tuple(entry.load()() for entry in found)


def choose_reader(head: str, path: Path) -> Reader:
    """The reader that is surest of a text.

    Raises:
        UnsupportedFormatError: none takes it.
    """
    suffix = path.suffix.lower()
    scores = [(reader.score(head, suffix), reader) for reader in readers()]
    best, chosen = max(scores, key=lambda pair: pair[0], default=(0.0, None))
    if chosen is None or best <= 0:
        known = ", ".join(reader.name for reader in readers()) or "none installed"
        raise UnsupportedFormatError(path, f"no reader takes this format (readers: {known})")
    return chosen


def read_document(path: Path) -> Document:
    """Read a paper.

    Args:
        path: a Markdown or plain text file.

    Raises:
        UnsupportedFormatError: no reader takes it: a directory, a PDF, an image, a binary file.
        DocumentParseError: it is missing, empty, holds no text, or cannot be decoded.
    """
    path = Path(path)
    content = read_bytes(path)
    source, findings = decode(content, path)
    check_text(source, path)
    digest = hashlib.sha256(content).hexdigest()
    document = choose_reader(source[:_HEAD], path).read(source, name=path.name, content_hash=digest)
    return replace(document, findings=(*findings, *document.findings)) if findings else document


def read_text(source: str, *, name: str = "text.md") -> Document:
    """Read a paper that is already a string.

    Args:
        source: the text.
        name: a file name; its extension is the hint at the format.

    Raises:
        DocumentError: as for `read_document`.
    """
    path = Path(name)
    check_text(source, path)
    digest = hashlib.sha256(source.encode("utf-8", errors="surrogatepass")).hexdigest()
    return choose_reader(source[:_HEAD], path).read(source, name=path.name, content_hash=digest)
