"""Citations by author and year: `(Noether et al., 2018; Curie and Hahn, 2019a)`, `Noether et al. (2018)`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..ontology.model import Reference
from .entry_names import FAMILY

_YEARS = r"(?P<years>(?:1[89]|20)\d\d[a-z]?(?:\s?[,&]\s?(?:(?:1[89]|20)\d\d[a-z]?|[a-z](?![a-z])))*)"
_NAMES = rf"(?P<first>{FAMILY})(?:,? et al\.?,?|(?:, {FAMILY}){{0,2}},?\s(?:and|&)\s(?P<second>{FAMILY}))?"
_WORK = re.compile(rf"{_NAMES},?\s\(?{_YEARS}")
"""One work, or several of the same authors. Matches `Noether et al., 2018, 2019a` and `Noether (2018`."""

_PARENTHESIS = re.compile(r"[(\[][^()\[\]]{6,600}[)\]]")
_TOLD = re.compile(rf"{_NAMES}\s(?P<around>[(\[]{_YEARS}[)\]])")
"""Authors who are told of, with the year behind. Matches `Noether et al. (2018)`."""

_SUFFIX = re.compile(r"(?<!\d)((?:1[89]|20)\d\d)([a-z])?(?!\d)")
_BESIDE = re.compile(
    r"[\s,]*(?:see(?: also)?|e\.g\.|cf\.?|i\.e\.|and|for (?:example|a review)|reviewed (?:in|by)|and references therein"
    r"|(?:figs?\.?|figures?|tables?|eqs?\.?|sections?|chapters?|pp?\.)\s?[\w.-]+)?[\s,:]*",
    re.IGNORECASE,
)
"""What may stand before and behind a work. Matches `see also `, `, Fig. 2`."""


class CitedNames:
    """A bibliography by what a text calls its works.

    Args:
        bibliography: number to reference, in the order of the list.
    """

    def __init__(self, bibliography: Mapping[int, Reference]) -> None:
        self._works: dict[tuple[str, str], list[tuple[int, str | None]]] = defaultdict(list)
        for number, reference in bibliography.items():
            if not reference.authors or reference.year is None:
                continue
            family = _plain(reference.authors[0].family)
            second = _plain(reference.authors[1].family) if len(reference.authors) > 1 else None
            suffix = next(
                (found[2] for found in _SUFFIX.finditer(reference.text) if int(found[1]) == reference.year), None
            )
            self._works[family, f"{reference.year}{suffix or ''}"].append((number, second))
            if suffix:
                self._works[family, str(reference.year)].append((number, second))

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Start, end and numbers of every citation, in order; one that names no work of the list is none."""
        found = [*self._in_parentheses(text), *self._told(text)]
        end = 0
        for start, stop, numbers in sorted(found):
            if start >= end:
                yield start, stop, numbers
                end = stop

    def _in_parentheses(self, text: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        for parenthesis in _PARENTHESIS.finditer(text):
            pieces = list(re.finditer(r"[^;]+", parenthesis.group()[1:-1]))
            works = [self._numbers(piece.group().strip()) for piece in pieces]
            if all(works):
                yield (*parenthesis.span(), tuple(dict.fromkeys(number for numbers in works for number in numbers)))
                continue
            for piece, numbers in zip(pieces, works, strict=True):
                if numbers:
                    start = parenthesis.start() + 1 + piece.start()
                    separated = piece.start() > 0
                    yield start - separated, parenthesis.start() + 1 + piece.end(), numbers

    def _told(self, text: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        for told in _TOLD.finditer(text):
            numbers = self._of(told)
            if numbers:
                yield (*told.span("around"), numbers)

    def _numbers(self, piece: str) -> tuple[int, ...]:
        """The works that a piece of a parenthesis names, if it holds nothing else."""
        found: list[int] = []
        position = 0
        for work in _WORK.finditer(piece):
            if not _BESIDE.fullmatch(piece, position, work.start()):
                return ()
            numbers = self._of(work)
            if not numbers:
                return ()
            found += numbers
            position = work.end()
        return tuple(found) if _BESIDE.fullmatch(piece, position) else ()

    def _of(self, work: re.Match[str]) -> tuple[int, ...]:
        words = work["first"].split()
        second = _plain(work["second"]) if work["second"] else None
        for start in range(len(words)):  # `As Noether`: a capital at the start of a sentence is no part of the name
            family = _plain(" ".join(words[start:]))
            numbers = [number for year in _years(work["years"]) for number in self._known(family, year, second)]
            if numbers:
                return tuple(numbers)
        return ()

    def _known(self, family: str, year: str, second: str | None) -> Sequence[int]:
        works = self._works.get((family, year), ())
        same = [number for number, other in works if second is None or other is None or other == second]
        return same if len(same) == 1 or not year[-1].isalpha() else same[:1]


def _years(text: str) -> Iterator[str]:
    """The years of `2018a, b, 2019`, each with its letter."""
    year = ""
    for part in re.findall(r"(?:1[89]|20)\d\d[a-z]?|[a-z]", text):
        if part[0].isdigit():
            year = part[:4]
            yield part
        else:
            yield year + part


def _plain(name: str) -> str:
    return re.sub(r"[^\w]", "", name).casefold()
