"""Sentence boundaries in clean text, with the abbreviations of scientific English."""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    r"[Ff]igs?|[Rr]efs?|[Ee]qs?|[Tt]abs?|Nos?|vs|ca|cf|e\.\s?g|i\.\s?e|al|etc|approx|resp|viz|Dr|Prof|Mr|Ms|St|Inc|Ltd|Corp|wt|vol|mol|"
    r"U\.S|U\.K|temp|max|min|avg|Suppl|Supp|Sect|Ch|Chap|pp?|eds?|Ed"
)
_ABBREVIATION = re.compile(rf"(?:(?:^|[\s(\[])(?:{_ABBREVIATIONS})|(?:^|[A-Za-z,.]\s|\()[A-Z])\.$")
"""A full stop that ends no sentence, initials included. Matches `(see Fig.`; must not match `of Li.` or `at 0.5 V.`"""

_CANDIDATE = re.compile(r"[.!?][\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9Α-Ωα-ω~≈µ])|\n\s*\n")
"""Where a sentence may end. Matches in `… at RT. The cell`; must not match in `0.5 V`."""


def find_sentences(text: str) -> list[tuple[int, int]]:
    """Ranges of the sentences of one block.

    Args:
        text: clean text.

    Returns:
        Half-open clean ranges without surrounding white space, in order.

    Example:
        >>> text = "It reaches 2 mS cm-1 (Fig. 3). The window of Li et al. is wide."
        >>> [text[start:end] for start, end in find_sentences(text)]
        ['It reaches 2 mS cm-1 (Fig. 3).', 'The window of Li et al. is wide.']
    """
    ranges: list[tuple[int, int]] = []
    begin = 0
    for match in _CANDIDATE.finditer(text):
        end = match.end()
        if match.group().startswith(".") and _is_abbreviation(text, match.start()):
            continue
        _add(ranges, text, begin, end)
        begin = end
    _add(ranges, text, begin, len(text))
    return ranges


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation."""
    before = text[max(0, stop - 12) : stop + 1]
    if before.endswith("etc.") and re.match(r"\s+[A-Z][a-z]+\s+[a-z]", text[stop + 1 : stop + 40]):
        return False
    return _ABBREVIATION.search(before) is not None


def _add(ranges: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        ranges.append((start, end))
