"""Rows of an answer gathered into marks: what belongs together becomes one mark with all of its sources."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar

from .picture import Source

Row = Mapping[str, Any]
_K = TypeVar("_K", bound=Hashable)


def grouped(rows: Iterable[Row], key: Callable[[Row], _K]) -> dict[_K, list[Row]]:
    """Rows by what they share, in the order of the first of each."""
    found: dict[_K, list[Row]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def sources_of(rows: Iterable[Row], statement: Callable[[Row], str]) -> tuple[Source, ...]:
    """The different sources in some rows, in their order."""
    return tuple(dict.fromkeys(Source.of(row, statement(row)) for row in rows))


def counted(number: int, word: str, plural: str | None = None) -> str:
    """A number with its noun.

    Example:
        >>> counted(1, "value"), counted(2, "failure"), counted(3, "category", "categories")
        ('1 value', '2 failures', '3 categories')
    """
    return f"{number} {word if number == 1 else plural or word + 's'}"
