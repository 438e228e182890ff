"""Bytes of a file into text, or one clear line about why not."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from ..errors import DocumentParseError, UnsupportedFormatError
from ..ontology.model import Finding, Severity

MAX_BYTES = 64 * 1024 * 1024
"""Largest file that is read at all; a long review is under 1 MB."""
MAX_LINE = 1_000_000
"""Longest line, in characters, that can be running text; the longest paragraph of a paper is under 20,000."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN_FORMATS = (
    (b"%PDF", "a PDF file; convert it to Markdown first"),
    (b"PK\x03\x04", "a zip archive or office document; export it as Markdown or plain text first"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old office document; export it as Markdown or plain text first"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"SQLite format 3", "a database"),
)


def read_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises:
        UnsupportedFormatError: it is a directory, or a format that no reader takes.
        DocumentParseError: it is missing, empty, too large or cannot be read.
    """
    try:
        if path.is_dir():
            raise UnsupportedFormatError(path, "is a directory; name the files in it")
        size = path.stat().st_size
        if size > MAX_BYTES:
            reason = f"holds {size:,} bytes, more than the {MAX_BYTES:,} that are read; split it into papers"
            raise DocumentParseError(path, None, reason)
        content = path.read_bytes()
    except FileNotFoundError:
        raise DocumentParseError(path, None, "no such file; check the name") from None
    except ValueError as error:
        if isinstance(error, (UnsupportedFormatError, DocumentParseError)):
            raise
        raise DocumentParseError(path, None, "not a file name; check the name") from error
    except OSError as error:
        reason = f"cannot be read ({os.strerror(error.errno) if error.errno else error}); check its name and rights"
        raise DocumentParseError(path, None, reason) from error
    if not content:
        raise DocumentParseError(path, None, "is empty; nothing to read")
    return content


def decode(content: bytes, path: Path) -> tuple[str, list[Finding]]:
    """Bytes as text: UTF-8, UTF-16 or UTF-32 by their byte order mark, else Windows-1252 with a finding.

    Raises:
        UnsupportedFormatError: the bytes are not text.
    """
    for start, name in _KNOWN_FORMATS:
        if content.startswith(start):
            raise UnsupportedFormatError(path, f"is {name}")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), []
            except UnicodeDecodeError as error:
                reason = f"starts as {encoding} and is broken at byte {error.start:,}; save it as UTF-8"
                raise DocumentParseError(path, None, reason) from error
    if b"\x00" in content[:65536] or _control_share(content[:65536]) > 0.05:
        raise UnsupportedFormatError(path, "is a binary file; give a Markdown or plain text file")
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        text = content.decode("cp1252", errors="replace")
        message = f"not UTF-8 (line {line}): read as Windows-1252; save it as UTF-8 if letters look wrong"
        return text, [Finding(code="wrong-encoding", severity=Severity.warning, message=message, line=line)]


def _control_share(content: bytes) -> float:
    controls = sum(content.count(bytes([code])) for code in (*range(1, 9), *range(14, 27), *range(28, 32)))
    return controls / max(1, len(content))


def check_text(source: str, path: Path) -> None:
    """Refuse a text in which there is nothing to read, or a line that no paper has.

    Raises:
        DocumentParseError: it holds no letters, or one line is longer than `MAX_LINE`.
    """
    if not any(character.isalpha() for character in source[:100_000]) and not any(map(str.isalpha, source)):
        raise DocumentParseError(path, None, "holds no text; nothing to read")
    start = 0
    number = 1
    while len(source) - start > MAX_LINE:
        end = source.find("\n", start)
        length = (end if end >= 0 else len(source)) - start
        if length > MAX_LINE:
            reason = f"is {length:,} characters long, a paper's lines are under {MAX_LINE:,}; break it into paragraphs"
            raise DocumentParseError(path, number, reason)
        start, number = end + 1, number + 1
