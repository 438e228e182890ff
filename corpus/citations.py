"""In-text citations: found, cut out of the clean text, and kept with their numbers and places.

While a paragraph is being cleaned a citation is one private-use character, so that it stays where it stood through all
later steps; `take_out` removes these characters at the end and counts where they were.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from .document import Citation
from .mapped import Edit, MappedText

MARK = "\ue000"
"""Stands for a citation while the text around it is cleaned."""
RAISED_OPEN, RAISED_CLOSE = "\ue010", "\ue011"
"""Stand around a number that the source marks as raised."""


class CitationStyle(StrEnum):
    """How a document cites."""

    BRACKETS = "brackets"
    RAISED = "raised"
    FLATTENED = "flattened"
    NONE = "none"


_NUMBER = r"\d{1,3}[a-z]?"
_ITEM = rf"{_NUMBER}(?:\s?[-–—−]\s?{_NUMBER})?"  # noqa: RUF001
BRACKET = re.compile(rf"\[\s?({_ITEM}(?:\s?[,;]?\s?(?:and\s)?{_ITEM})*(?:\s?,\s?[a-z])*)\s?\]")
"""Matches `[1]`, `[2, 3]`, `[20–22, 25]`, `[ 1-3]`, `[12a,b]`; not `[0.1]`, `[TFSI]`."""
_NOT_CITED_BEFORE = re.compile(
    r"(?:along|interval|ranges?|between|within|direction|plane|axis|orientation|index|indices|vector|zone|∈|=|matrix|x in)\s*(?:the\s|of\s|from\s|a\s)?$",
    re.IGNORECASE,
)
_NOT_CITED_AFTER = re.compile(
    r"\s?-?(?:directions?|zone|planes?|axis|axes|facets?|oriented|orientations?|reflections?|projection|interval|surface)\b|\^|\s?[×x*]\s?\d"
)


def expand(text: str) -> tuple[int, ...]:
    """The numbers that a marker's content names, ranges written out.

    Example:
        >>> expand("20–22, 25")
        (20, 21, 22, 25)
    """
    numbers: list[int] = []
    for first, last in re.findall(r"(\d{1,3})[a-z]?(?:\s?[-–—−]\s?(\d{1,3}))?", text):  # noqa: RUF001
        low, high = int(first), int(last or first)
        numbers.extend(range(low, high + 1) if low <= high <= low + 200 else (low, high))
    return tuple(dict.fromkeys(numbers))


@dataclass(slots=True)
class CitationFinder:
    """Finds citations in one document, paragraph after paragraph.

    Args:
        style: how the document cites.
        known: numbers in its bibliography; empty where it has none.
        unresolved: source ranges of markers that name a number the bibliography has not.
    """

    style: CitationStyle
    known: Collection[int]
    unresolved: list[tuple[int, int]] = field(default_factory=list)
    highest: int = 0

    def mark_brackets(self, mapped: MappedText) -> list[tuple[int, ...]]:
        """Put `MARK` in place of every bracketed citation.

        Returns:
            The numbers of each mark, in order.
        """
        edits, numbers = [], []
        for match in BRACKET.finditer(mapped.text):
            found = expand(match[1])
            if not self._is_citation(match, found, mapped):
                continue
            edits.append(Edit(match.start(), match.end(), MARK))
            numbers.append(found)
        if edits:
            mapped.edit(edits)
        return numbers

    def _is_citation(self, match: re.Match[str], numbers: tuple[int, ...], mapped: MappedText) -> bool:
        if 0 in numbers or _NOT_CITED_AFTER.match(match.string, match.end()):
            return False
        if _NOT_CITED_BEFORE.search(match.string[max(0, match.start() - 24) : match.start()]):
            return False
        if self.known and not any(number in self.known for number in numbers):
            self.unresolved.append(mapped.to_source(match.start(), match.end()))
            return False
        return True


_MARKS = re.compile(rf"(\s*)({MARK}(?:\s*[,;]?\s*{MARK})*)")
_LEFTOVER = re.compile(rf"\(\s*(?:Refs?\.?|refs?\.?)?\s*({MARK})\s*\)")


def take_out(mapped: MappedText, numbers: list[tuple[int, ...]]) -> tuple[Citation, ...]:
    """Remove the marks from `mapped`.

    White space before a mark goes too where white space or punctuation follows, so that the sentence reads on.

    Args:
        mapped: the cleaned text; edited.
        numbers: what each mark names, in order.

    Returns:
        The citations with clean positions in the text as left.
    """
    if MARK not in mapped.text:
        return ()
    text = mapped.text
    citations: list[Citation] = []
    edits: list[Edit] = []
    removed = 0
    names = iter(numbers)
    for match in _MARKS.finditer(text):
        following = text[match.end() : match.end() + 1]
        start = match.start() if not following or following in " .,;:)]\n" or match.start() == 0 else match.start(2)
        end = match.end()
        if match.start() == 0 and following == " ":
            end += 1
        for offset, character in enumerate(match[2], match.start(2)):
            if character == MARK:
                citations.append(
                    Citation(start - removed, next(names), mapped.starts[offset], mapped.ends[offset])
                )
        edits.append(Edit(start, end))
        removed += end - start
    mapped.edit(edits)
    return tuple(citations)


def find_style(body: str, known: Collection[int]) -> CitationStyle:
    """Decide how a document cites, from its text without the reference list."""
    brackets = sum(
        any(number in known for number in expand(match[1])) if known else True for match in BRACKET.finditer(body)
    )
    if brackets >= 2 or (brackets and len(known) < 5):
        return CitationStyle.BRACKETS
    if not known:
        return CitationStyle.NONE
    raised = len(_RAISED_NUMBER.findall(body))
    if raised >= 3:
        return CitationStyle.RAISED
    return CitationStyle.FLATTENED if len(_LOOSE_NUMBER.findall(body)) >= 3 else CitationStyle.NONE


_RAISED_NUMBER = re.compile(r"[a-z)\].,;\"”]{2}(?:<sup>|\$\^\{?|[¹²³])[\d, –-]*")
_LOOSE_NUMBER = re.compile(r"[a-z)] \d{1,3}(?: ?[,–-] ?\d{1,3})* [.,;]")
