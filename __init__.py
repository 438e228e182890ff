"""Lithograph: a literature knowledge graph with extraction for solid-state batteries.

The names below are the public ones; each is loaded when it is first used, so that importing `lithograph` is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .errors import (
    ConfigError,
    DocumentError,
    DocumentParseError,
    EngineError,
    LibraryCorruptError,
    LibraryError,
    LibraryLockedError,
    LithographError,
    MissingExtraError,
    NotInLibraryError,
    QueryError,
    SchemaMismatchError,
    StoreError,
    StoreUnavailableError,
    UnitError,
    UnsupportedFormatError,
    VocabularyError,
)

if TYPE_CHECKING:
    from .app.library import Library
    from .corpus.reading import read_document
    from .extract.engine import extract_document
    from .graph.exports import read_graph
    from .ontology.materials import identify

__version__ = "0.1.0"

__all__ = [
    "ConfigError",
    "DocumentError",
    "DocumentParseError",
    "EngineError",
    "Library",
    "LibraryCorruptError",
    "LibraryError",
    "LibraryLockedError",
    "LithographError",
    "MissingExtraError",
    "NotInLibraryError",
    "QueryError",
    "SchemaMismatchError",
    "StoreError",
    "StoreUnavailableError",
    "UnitError",
    "UnsupportedFormatError",
    "VocabularyError",
    "__version__",
    "extract_document",
    "identify",
    "read_document",
    "read_graph",
]

_HOMES = {
    "Library": ".app.library",
    "extract_document": ".extract.engine",
    "identify": ".ontology.materials",
    "read_document": ".corpus.reading",
    "read_graph": ".graph.exports",
}
"""Public name to the module that defines it."""

if not TYPE_CHECKING:  # a type checker knows the names above and should complain of any other

    def __getattr__(name: str) -> object:
        """Load a public name from its home."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOMES[name], __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
