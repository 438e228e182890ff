r"""With which letters the texts can begin that a pattern matches.

Most words of a text begin like no term of a vocabulary; a look at their first letters tells so more cheaply than the
patterns do. Only what vocabularies write is read here: letters, classes, groups, choices, repetitions and conditions.
What is not understood (`\w`, `[^;]`) is left open, and can then begin with anything.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import cache

LETTERS = 3
"""How many letters are looked at."""

_MOST_KNOWN = 32768
"""How many answers an index keeps."""

_OPEN = "…"
"""Ends an opening behind which anything may follow."""

_MARK = re.compile(
    r"(?P<plain>[A-Za-z -]+)(?![?*+{])|\(\?(?P<condition><?[=!])|\((?:\?(?:-?i)?:)?"
    r"|\\(?P<escaped>.)|\[(?P<class>[^\]]+)\]|.",
    re.DOTALL,
)
"""The next piece of a pattern: `solid`, the `so` of `sol?`, `(?:`, `(?<!`, `(`, `[- ]`, `\\.`; not `[\\]]`."""

_REST = re.compile(r"(?:[^()|\[\\]|\\.|\[[^\]]+\])+", re.DOTALL)
"""What may be left unread behind an opening that is known. Matches `s? [a-z|]`; must not go over `|` or `(`."""

_REPETITION = re.compile(r"(?:([?*+])|\{(\d+)(?:,\d*)?\})[?+]?|")
"""How often what stands before may come. Matches `?`, `*?`, `{2,60}?`, and nothing where it comes once."""


@cache
def openings(pattern: str) -> frozenset[str]:
    r"""The first letters of every text that a pattern can match, in the form that `str.casefold` gives.

    Args:
        pattern: a regular expression, such as a way of writing of a vocabulary.

    Returns:
        Up to `LETTERS` letters each; behind a shorter one anything may follow.

    Example:
        >>> sorted(openings("(?:solid |in)?organic|gels?"))
        ['gel', 'ino', 'org', 'sol']
        >>> sorted(openings(r"E_?\w")), sorted(openings("[a-z]+ glass"))
        (['e', 'e_'], [''])
    """
    return frozenset(opening.removesuffix(_OPEN) for opening in _Pattern(pattern).choices())


class Index(dict[str, tuple[int, ...]]):
    """Which of several pattern lists can match at a place, as far as the letters there tell.

    `index[letters]` gives the places of the lists that can match where these letters stand, in order. The letters are
    the next `LETTERS`, fewer only where the text ends. Answers are kept: every word of a text is looked up, and most
    begin like others before.

    Args:
        lists: lists of regular expressions.
    """

    def __init__(self, lists: Iterable[Iterable[str]]) -> None:
        super().__init__()
        self._by_opening: dict[str, set[int]] = {}
        for place, patterns in enumerate(lists):
            for opening in itertools.chain.from_iterable(map(openings, patterns)):
                self._by_opening.setdefault(opening, set()).add(place)
        self._lengths = sorted({len(opening) for opening in self._by_opening})

    def __missing__(self, letters: str) -> tuple[int, ...]:
        folded, known = letters.casefold(), self._by_opening
        found = [known[opening] for length in self._lengths if (opening := folded[:length]) in known]
        places = tuple(sorted(set().union(*found))) if found else ()
        if len(self) < _MOST_KNOWN:
            self[letters] = places
        return places


class _Pattern:
    """A pattern that is read from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def choices(self) -> set[str]:
        """Openings of the choices up to the end of the group or of the pattern, which is left behind."""
        found: set[str] = set()
        sequence = {""}
        while self._at < len(self._pattern):
            sign = self._pattern[self._at]
            if sign == ")":
                self._at += 1
                break
            if sign == "|":
                self._at += 1
                found, sequence = found | sequence, {""}
            elif all(map(_is_known, sequence)):
                self._leave_rest()
            else:
                sequence = _followed(sequence, self._repeated())
        return found | sequence

    def _leave_rest(self) -> None:
        """Go on to the next choice, or to the end of the group."""
        depth = 0
        while self._at < len(self._pattern):
            rest = _REST.match(self._pattern, self._at)
            self._at = rest.end() if rest else self._at
            sign = self._pattern[self._at : self._at + 1]
            if not depth and sign in ("|", ")", ""):
                break
            depth += {"(": 1, ")": -1}.get(sign, 0)
            self._at += 1

    def _repeated(self) -> set[str]:
        """Openings of the next sign or group, as often as it may come."""
        piece = self._piece()
        repetition = _REPETITION.match(self._pattern, self._at)
        if repetition is None or not repetition[0]:
            return piece
        self._at = repetition.end()
        least = {"?": 0, "*": 0, "+": 1}[repetition[1]] if repetition[1] else int(repetition[2])
        often = {""} if repetition[1] == "?" else set(_powers(piece))
        return _followed(piece, often) if least else {""} | _followed(piece, often)

    def _piece(self) -> set[str]:
        mark = _MARK.match(self._pattern, self._at)
        if mark is None:
            return {_OPEN}
        self._at = mark.end()
        if mark["plain"]:
            return {mark["plain"][:LETTERS].casefold()}
        if mark["condition"]:
            self.choices()
            return {""}
        if mark["class"]:
            return _letters(mark["class"])
        if mark["escaped"]:
            return {_OPEN} if mark["escaped"].isalnum() else {mark["escaped"]}
        if mark[0].startswith("("):
            return self.choices()
        return {_OPEN} if mark[0] in ".^$" else {mark[0].casefold()}


def _letters(written: str) -> set[str]:
    """The letters of a class; one that is given by a range, by what it leaves out or by kinds of letters is open."""
    plain = not written.startswith("^") and "\\" not in written and "-" not in written[1:-1]
    return set(written.casefold()) if plain else {_OPEN}


def _is_known(opening: str) -> bool:
    """Whether what follows does not change an opening any more."""
    return len(opening) >= LETTERS or opening.endswith(_OPEN)


def _powers(piece: set[str]) -> Iterator[str]:
    """What comes any number of times, as far as its first letters tell."""
    often = {""}
    for _ in range(LETTERS):
        yield from often
        often = _followed(often, piece)
    yield from often


def _followed(first: set[str], then: set[str]) -> set[str]:
    """Openings of one piece behind another."""
    return {opening if _is_known(opening) else (opening + behind)[:LETTERS] for opening in first for behind in then}
