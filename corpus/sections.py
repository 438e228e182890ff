"""Heading paths, and what of a paper is its argument: no title page, no acknowledgements, no biographies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .joining import Unit
from .lexicon import first_of
from .pieces import SIGNS, PieceKind

_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=\S)")
_BOLD_LEAD = re.compile(r"(?:\*\*|__)(?P<lead>[^*_\n]{3,60})(?:\*\*|__)")
_FIGURE_LABEL = re.compile(r"[A-H] [A-Z]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d[a-z]?(?!\d)")
"""A year. Matches `Nano Lett 2013 13`; must not match `12013`."""
_SENTENCE_WORD = re.compile(
    r"\b(?:the|is|are|was|were|we|that|which|this|it|these|has|have|been|be|our|can|as|by|with)\b", re.IGNORECASE
)
"""A word that sentences are made with, and titles seldom."""
_FEWEST_YEARS = 10
_YEARS_A_WORD = 0.015
_SENTENCE_WORDS_A_WORD = 0.08
_UNNUMBERED = 9
"""Depth of a heading without a number in a paper that numbers its headings."""
_MARKUP = re.compile(r"\*{1,3}|__|</?[a-z]{1,6}>")


def plain_heading(text: str) -> str:
    """A heading without its signs and number."""
    plain = " ".join(_MARKUP.sub("", text).split())
    return _NUMBERED.sub("", plain.lstrip(SIGNS), count=1).strip(" :.")


def keep_argument(units: Sequence[Unit], *, references_line: int, title_line: int) -> list[Unit]:
    """Give every unit its section, and leave out what does not belong to the paper's argument.

    Args:
        units: in reading order.
        references_line: source line of the first reference, 0 where there is none: what follows it is kept only if
            it is a table, or below a heading such as "Methods".
        title_line: source line of the title; it stands above every section and is in no path.
    """
    kept: list[Unit] = []
    path: list[tuple[int, str]] = []
    numbered = sum(bool(_NUMBERED.match(unit.text)) for unit in units if unit.kind is PieceKind.HEADING) >= 2
    skipping = after_references = begun = False
    for unit in units:
        if references_line and unit.lines[0].number >= references_line and not after_references:
            after_references = skipping = True
        if unit.kind is PieceKind.HEADING:
            name = plain_heading(unit.text)
            skipping = begun and _skips(name, after_references, skipping)
            above = unit.lines[0].number <= title_line and not is_main_heading(name)
            if not skipping and not above and unit.lines[0].number != title_line:
                path = _descend(path, unit, name, numbered)
        if (skipping and not (after_references and _is_of_table(unit))) or _is_end_matter(unit):
            continue
        unit.section = tuple(heading for _, heading in path)
        kept.append(unit)
        begun = begun or unit.kind is PieceKind.PARAGRAPH
    return kept


def _is_of_table(unit: Unit) -> bool:
    """Whether a unit is a table or its caption; manuscripts have them behind the reference list."""
    return unit.kind is PieceKind.TABLE or (
        unit.kind is PieceKind.CAPTION and unit.text.lstrip("*_ ").lower().startswith("tab")
    )


def _skips(name: str, after_references: bool, skipping: bool) -> bool:
    if first_of("structure.yaml", "end_headings").fullmatch(name):
        return True
    if first_of("structure.yaml", "reference_headings").fullmatch(name):
        return True
    if after_references:
        return not first_of("structure.yaml", "body_headings").fullmatch(name) and skipping
    return False


def _descend(path: list[tuple[int, str]], unit: Unit, name: str, numbered: bool) -> list[tuple[int, str]]:
    match = _NUMBERED.match(" ".join(_MARKUP.sub("", unit.text).split()))
    if match:
        depth = match["number"].count(".") + 1
    elif numbered and _FIGURE_LABEL.match(name):
        return path
    elif numbered and path and not is_main_heading(name):
        depth = _UNNUMBERED
    else:
        depth = 1 if numbered else unit.level
    return [*((level, heading) for level, heading in path if level < depth), (depth, name)]


def is_main_heading(name: str) -> bool:
    """Whether a heading, without its number, is one that papers divide themselves by: Introduction, Methods."""
    return first_of("structure.yaml", "main_headings").fullmatch(name) is not None


def _is_end_matter(unit: Unit) -> bool:
    if unit.kind not in (PieceKind.PARAGRAPH, PieceKind.LIST_ITEM):
        return False
    if _is_reference_run(unit.text):
        return True
    match = _BOLD_LEAD.match(unit.text)
    return (
        match is not None
        and first_of("structure.yaml", "end_headings").fullmatch(match["lead"].strip(" :.")) is not None
    )


def _is_reference_run(text: str) -> bool:
    """Whether a paragraph is a reference list whose lines are lost: many years, hardly a word that makes a sentence.

    Acknowledgements before the list may stand in it. Reviews that cite by author and year have as many years, but at
    least twice as many of these words.
    """
    years = len(_YEAR.findall(text))
    if years < _FEWEST_YEARS:
        return False
    words = len(text.split())
    return years > _YEARS_A_WORD * words and len(_SENTENCE_WORD.findall(text)) < _SENTENCE_WORDS_A_WORD * words
