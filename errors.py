"""Every error that Lithograph raises on purpose; the one module that every package may import.

The tree (each leaf is also the fitting built-in, so callers may catch either)::

    LithographError
    ├── DocumentError             a file of the user's
    │   ├── UnsupportedFormatError    no reader takes it
    │   └── DocumentParseError        a reader takes it and cannot go on
    ├── VocabularyError           a vocabulary file or term of ours
    ├── UnitError                 a unit that cannot be understood
    ├── StoreError                the graph store
    │   ├── StoreUnavailableError     it cannot be opened or reached
    │   ├── SchemaMismatchError       it holds another version's schema
    │   └── QueryError                a query or one of its parameters
    ├── LibraryError              the library on disk
    │   ├── LibraryLockedError        another process is writing
    │   ├── LibraryCorruptError       not a library, damaged, or from a newer version
    │   └── NotInLibraryError         it holds no such document or claim
    ├── EngineError               an engine cannot run, or cannot read a document
    ├── EngineWorkerError         a worker process of an engine ended, or did not answer
    ├── UnansweredError           a language model gave no answer to a passage that can be used
    ├── FactRefusedError          a text does not bear out what a language model says of it
    ├── ConfigError               a setting
    └── MissingExtraError         an optional part is not installed

`str(error)` is one line: what is wrong, where, and what to do about it. The command line prints that line and
exits with 1; anything that is not a `LithographError` is a bug and keeps its traceback.
"""

from __future__ import annotations

import copyreg
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class LithographError(Exception):
    """The base of every error raised on purpose."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Survive a trip through a process pool, fields included."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]


class DocumentError(LithographError):
    """Something is wrong with a file that the user gave."""


@dataclass(eq=False)
class UnsupportedFormatError(DocumentError, ValueError):
    """No reader takes the file."""

    path: Path
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(eq=False)
class DocumentParseError(DocumentError, ValueError):
    """A file has the right format but its content cannot be read."""

    path: Path
    line: int | None
    reason: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else f"{self.path}"
        return f"{where}: {self.reason}"


@dataclass(eq=False)
class VocabularyError(LithographError, LookupError):
    """A vocabulary file is wrong, or a term is not in it."""

    file: str
    term: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.term}: {self.reason}"


@dataclass(eq=False)
class UnitError(LithographError, ValueError):
    """A unit as written cannot be understood."""

    text: str
    reason: str = "not a unit Lithograph knows"

    def __str__(self) -> str:
        return f"unit {self.text!r}: {self.reason}"


class StoreError(LithographError):
    """Something is wrong with the graph store."""


@dataclass(eq=False)
class StoreUnavailableError(StoreError, OSError):
    """A store cannot be opened or reached."""

    where: str
    reason: str

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"


@dataclass(eq=False)
class SchemaMismatchError(StoreError, ValueError):
    """A store holds a schema that this version cannot use."""

    where: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.where}: holds schema {self.found}, this version writes {self.expected}; run `lithograph rebuild`"


@dataclass(eq=False)
class QueryError(StoreError, ValueError):
    """A query, or one of its parameters, is wrong."""

    query: str
    reason: str

    def __str__(self) -> str:
        return f"query {self.query}: {self.reason}"


class LibraryError(LithographError):
    """Something is wrong with the library on disk."""


@dataclass(eq=False)
class LibraryLockedError(LibraryError, BlockingIOError):
    """Another process is writing to the library."""

    path: Path
    reason: str = "another process is writing to this library; try again when it has finished"

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(eq=False)
class LibraryCorruptError(LibraryError, ValueError):
    """A directory is not a library, is damaged, or was written by a newer version."""

    path: Path
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(eq=False)
class NotInLibraryError(LibraryError, KeyError):
    """The library holds no such document or claim, or several that fit."""

    wanted: str
    reason: str

    def __str__(self) -> str:
        return f"{self.wanted}: {self.reason}"


@dataclass(eq=False)
class EngineError(LithographError, RuntimeError):
    """An engine cannot run here, or cannot read a document."""

    engine: str
    reason: str

    def __str__(self) -> str:
        return f"engine {self.engine}: {self.reason}"


@dataclass(eq=False)
class EngineWorkerError(LithographError, RuntimeError):
    """A worker process of an engine ended or did not answer in time; another one can be started."""

    engine: str
    reason: str

    def __str__(self) -> str:
        return f"worker of the engine {self.engine}: {self.reason}"


@dataclass(eq=False)
class UnansweredError(LithographError, RuntimeError):
    """A language model gave no answer to a passage that can be used; its tokens, if any, cost all the same."""

    reason: str
    tokens_in: int = 0
    tokens_out: int = 0

    def __str__(self) -> str:
        return self.reason


@dataclass(eq=False)
class FactRefusedError(LithographError, ValueError):
    """A text does not bear out what a language model says of it."""

    reason: str

    def __str__(self) -> str:
        return self.reason


@dataclass(eq=False)
class ConfigError(LithographError, ValueError):
    """A setting, flag or environment variable is wrong."""

    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.key}: {self.reason}"


@dataclass(eq=False)
class MissingExtraError(LithographError, ImportError):
    """An optional part is not installed."""

    extra: str
    purpose: str

    def __str__(self) -> str:
        return f'{self.purpose} needs an optional part: pip install "lithograph[{self.extra}]"'
