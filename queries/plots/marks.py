"""The marks of a picture: what each shows and which sentences say so, and how rows of an answer become one."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

Row = Mapping[str, Any]
_K = TypeVar("_K", bound=Hashable)

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Matches characters that no XML file may hold, not a tab or a line break."""


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence that says what a mark shows, or a work that it counts (without a claim and a sentence).

    Args:
        claim: id of the claim.
        statement: what of the mark it says, in one line.
        sentence: clean text.
        paper: title or id of the paper read.
        line: in the file as read.
        doi: of the work cited there, or of the paper where it cites none; None where it has none.
        work: the entry of the reference list; None where the paper cites none.
    """

    claim: str
    statement: str
    sentence: str
    paper: str
    line: int
    doi: str | None
    work: str | None

    @classmethod
    def of(cls, row: Mapping[str, Any], statement: str) -> Source:
        """From a row of an answer that has the columns of evidence."""
        given = (row["sentence"], row["paper"], row["line"], row["doi"], row["work"])
        return cls(row["claim"], statement, *given)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something drawn that can be asked for its sources.

    Args:
        key: id of its element in the SVG.
        title: what it shows, in one line.
        sources: that say so, each once, in order.
    """

    key: str
    title: str
    sources: tuple[Source, ...] = ()


def without_controls(text: str) -> str:
    """Text with a sign of replacement for each character that no XML or HTML file may hold."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


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
