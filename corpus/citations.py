"""In-text citations: found, cut out of the clean text, and kept with their numbers and places.

While a paragraph is being cleaned a citation is one private-use character, so that it stays where it stood through all
later steps; `take_out` removes these characters at the end and counts where they were.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from .author_year import CitedNames
from .document import Citation
from .flattened import flattened_in, glued_in
from .lexicon import word_lists
from .mapped import Edit, Lean, MappedText
from .numbered import LIST, NUMBER, expand
from .raised import raised_in

MARK = "\ue000"
"""Stands for a citation while the text around it is cleaned."""


class CitationStyle(StrEnum):
    """How a document cites."""

    BRACKETS = "brackets"
    PARENTHESES = "parentheses"
    RAISED = "raised"
    FLATTENED = "flattened"
    GLUED = "glued"
    NAMES = "names"
    NONE = "none"


_WITH = r"(?:(?:[Ss]ee(?: also)?|e\.g\.|cf\.?|[Rr]efs?\.?)[,:]?\s)?"
_ASIDE = r"(?:,? and references therein|, pp?\. ?\d+(?:[-–]\d+)?)?"
BRACKET = re.compile(rf"\[\s?\^?{_WITH}({LIST}){_ASIDE}\s?\]")
"""Matches `[1]`, `[2, 3]`, `[20–22, 25]`, `[ 1-3]`, `[see 12a,b]`; not `[0.1]`, `[TFSI]`."""

PARENTHESIS = re.compile(rf"(?<![A-Za-z\d])\(\s?\*{{0,2}}({LIST})\*{{0,2}}\s?\)(?!\s?=)")
"""Matches `(1)`, `(*2, 3*)`; not `LiF(2)`."""

_NESTED = re.compile(rf"\[\s?(?=\[)((?:\[{LIST}\]\s?[,;–—−-]?\s?)+)\]")
"""Markers that a converter put into brackets again. Matches `[[1], [2]]`."""

_SPLIT_RANGE = re.compile(rf"\[{NUMBER}(\]\s?)[-–—−](\s?\[){NUMBER}\]")
"""Matches `[4]–[6]`."""

_INTERVAL_BEFORE = re.compile(
    r"(?:\binterval|∈|=|\brange (?:of|from)|\bbetween|\bwithin|\bx in)\s*(?:the\s)?$", re.IGNORECASE
)
_DIRECTION_BEFORE = re.compile(
    r"\b(?:along|directions?|planes?|axis|axes|orientations?|zone|vector|facets?)\s*(?:the\s)?$", re.IGNORECASE
)
_NOT_CITED_AFTER = re.compile(
    r"\s?-?(?:directions?|zone|planes?|axis|axes|facets?|oriented|orientations?|reflections?|projection|interval|surface)\b|\^|\s?[×x*]\s?\d"
)


_REFERENCE_WORD = re.compile(r"\bRefs?\.?\s*$")


@dataclass(slots=True)
class CitationFinder:
    """Finds citations in one document, paragraph after paragraph.

    Args:
        style: how the document cites.
        known: numbers in its bibliography; empty where it has none.
        names: its works by author and year, where it cites these.
        unresolved: source ranges of markers that name a number the bibliography has not.
    """

    style: CitationStyle
    known: Collection[int]
    names: CitedNames | None = None
    unresolved: list[tuple[int, int]] = field(default_factory=list)
    highest: int = 0

    def mark_brackets(self, mapped: MappedText) -> list[tuple[int, ...]]:
        """Put `MARK` in place of every citation in brackets, or in parentheses where the document uses these.

        Returns:
            The numbers of each mark, in order.
        """
        inner = _inner_brackets(mapped.text)
        if inner:
            mapped.edit(inner)
        pattern = PARENTHESIS if self.style is CitationStyle.PARENTHESES else BRACKET
        edits: list[Edit] = []
        numbers = []
        for match in pattern.finditer(mapped.text):
            found = expand(match[1])
            if not self._is_citation(match, found, mapped):
                continue
            word = _REFERENCE_WORD.search(mapped.text, max(0, match.start() - 12), match.start())
            if word and (not edits or edits[-1].end <= word.start()):
                edits.append(Edit(word.start(), word.end()))
            edits.append(Edit(match.start(), match.end(), MARK))
            numbers.append(found)
        if edits:
            mapped.edit(edits)
        return numbers

    def mark_raised(self, mapped: MappedText) -> list[tuple[int, ...]]:
        """Put `MARK` in place of every citation that the source marks as raised; before markup is taken out.

        Returns:
            The numbers of each mark, in order.
        """
        edits, numbers = [], []
        for match, found in raised_in(mapped.text, self.known):
            edits.append(Edit(match.start(), match.end(), MARK))
            numbers.append(found)
        if edits:
            mapped.edit(edits)
        return numbers

    def mark_flattened(self, mapped: MappedText, *, cell: bool = False) -> list[tuple[int, ...]]:
        """Put `MARK` in place of every citation that lost its height (` 7 , 8 -22 `), and its space (`batteries1,2`).

        Args:
            mapped: the text; edited.
            cell: the text is a cell of a table.

        Returns:
            The numbers of each mark, in order.
        """
        if self.style is CitationStyle.GLUED:
            found = list(glued_in(mapped.text, self.known))
        else:
            found = list(flattened_in(mapped.text, self.known, highest=self.highest, cell=cell))
        self.highest = max([self.highest, *(number for _, _, numbers in found for number in numbers)])
        if found:
            mapped.edit([Edit(start, end, MARK) for start, end, _ in found])
        return [numbers for _, _, numbers in found]

    def mark_names(self, mapped: MappedText) -> list[tuple[int, ...]]:
        """Put `MARK` in place of every citation of author and year; of authors who are told of, in place of the year.

        Returns:
            The numbers of each mark, in order.
        """
        found = list(self.names.find(mapped.text)) if self.names is not None else []
        if found:
            mapped.edit([Edit(start, end, MARK) for start, end, _ in found])
        return [numbers for _, _, numbers in found]

    def _is_citation(self, match: re.Match[str], numbers: tuple[int, ...], mapped: MappedText) -> bool:
        if _NOT_CITED_AFTER.match(match.string, match.end()):
            return False
        before = match.string[max(0, match.start() - 24) : match.start()]
        if self.style is CitationStyle.PARENTHESES and not is_cited_so(before, match, self.known):
            return False
        if len(numbers) == 2 and _INTERVAL_BEFORE.search(before):
            return False
        if len(match[1]) == 3 and _DIRECTION_BEFORE.search(before):
            return False
        if self.known and not any(number in self.known for number in numbers):
            self.unresolved.append(mapped.to_source(match.start(), match.end()))
            return False
        return True


_MARKS = re.compile(rf"(\s*)({MARK}(?:\s*[,;]?\s*{MARK})*)")


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
        if following == " " and (match.start() == 0 or text[end + 1 : end + 2] in (".", ",", ";", ":", ")")):
            end += 1
        for offset, character in enumerate(match[2], match.start(2)):
            if character == MARK:
                citations.append(Citation(start - removed, next(names), mapped.starts[offset], mapped.ends[offset]))
        edits.append(Edit(start, end))
        removed += end - start
    mapped.edit(edits)
    return tuple(citations)


def _inner_brackets(text: str) -> list[Edit]:
    """Edits that make one marker of several in one: `[[1], [2]]`, `[4]–[6]`."""
    edits = []
    for nested in _NESTED.finditer(text):
        inner = range(nested.start(1), nested.end(1))
        edits += [Edit(at, at + 1, "", Lean.NEXT) for at in inner if text[at] in "[]"]
    for split in _SPLIT_RANGE.finditer(text):
        edits += [Edit(*split.span(1), "", Lean.PREVIOUS), Edit(*split.span(2), "", Lean.NEXT)]
    return sorted(edits)


def is_cited_so(before: str, match: re.Match[str], known: Collection[int]) -> bool:
    """Whether numbers in parentheses are cited: behind a word, not numbering an equation or what follows."""
    words = before.split()
    if not words or words[-1][-1] in ";:":
        return False
    if words[-1].rstrip(".").lower() in word_lists("citations.yaml")["words_before_parentheses"]:
        return False
    return all(number in known for number in expand(match[1]))
