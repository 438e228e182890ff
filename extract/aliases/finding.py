"""Abbreviations and names that a text defines, with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .letters import formula_symbols, is_metal_or_ion, match_formula
from .mapping import alias_map, singular, unify_spelling
from .mentions import CAPITALS, QUOTES, AliasMention, Range, is_short, make_mention
from .readings import read_after, read_before, read_shared_head
from .text import is_institution
from .words import word_list

__all__ = ["AliasMention", "alias_map", "find_aliases", "find_document_aliases"]


_PARENTHESIS = re.compile(r"(?=\(((?:[^()]|\([^()]*\)){1,200})\))")
"""A parenthesis, one level nested. Matches at `(PEO)` and `(poly(ethylene oxide))`."""

_CUE = re.compile(
    r"(?:(?:in the following|in what follows|from now on|from here on|hereafter|hereinafter|henceforth|herein|here"
    r"|often|also|usually|commonly|simply|further|which|is|are|was"
    r"|were|to|as|by|or|the|so-called|that is|i\.e\.|abbr\.|abbreviation"
    r"|(abbreviated|denoted|designated|referred|called|named|termed|labell?ed|known|marked|defined))\b[.,:]*\s*)+"
)
"""Words that announce a name. Matches `denoted as `, `hereafter `, `i.e., `."""

_TWO_SHORTS = re.compile(r"[A-Z][\w-]{1,7}(?:/|\s+(?:and|or)\s+)[A-Z][\w-]{1,7}\Z")
"""Matches `CE/RE` and `VB and CB`."""

_GROUP = re.compile(r"(?:(?:[BCHNOPSFI]|Cl|Br)\d*){0,2}[HOSFN]\d+")
"""Atoms in brackets that belong to the formula before them. Matches `BH4` and `CB11H12`; not `NCM811`, `LPSC2`."""

_NAME = r"[A-Z][\w@/–‐-]{1,11}(?<![–‐/-])"
_LAZY_NAME = r"[A-Z][\w@/–‐-]{1,11}?(?<![–‐/-])"
_NAMED = re.compile(
    r"(?:,\s*|\s)(?:(?:is|are|was|were|hereafter|hereinafter|henceforth|also|often|commonly|usually|simply|further)\s+)*"
    r"(?:(?:denoted|abbreviated|designated|labell?ed|referred to|known|named|termed|called)(?:\s+(?:as|by))?|hereafter"
    rf"|hereinafter)\s+[{QUOTES}]?({_NAME})(?![\w(])"
)
"""A name given in running text. Matches `, denoted as LPSC`; not `is called the anode`."""

_MEANS = re.compile(
    rf"\b({_LAZY_NAME})(s)?,?\s+(?:(originat\w+ from|derived from)|stands? for|standing for|"
    r"(?:is |which is )?short for|(?:is |which is |being )?(?:an?|the) (?:abbreviation|acronym|initialism) (?:of|for)|"
    r"denotes?|represents?|means|refers? to)\s+(?:the\s+|an?\s+)?"
)
"""An abbreviation explained. Matches `SHE stands for the `."""

_RESPECTIVELY = re.compile(
    rf"\b({_NAME}(?:(?:, and|,| and)\s+{_NAME})+)\s+(?:represent|denote|stand for|refer to|indicate|are)\s+"
    r"([^.;()]{3,160}?),?\s+respectively"
)
"""Matches `SE and LE denote solid electrolyte and liquid electrolyte, respectively`."""

_GLOSS = re.compile(rf"(?:\A|[(;,.]\s*)({_NAME})\s*[=:]\s*(?:the\s+|an?\s+)?(?=\w)")
"""Matches `SE: ` in a list of abbreviations."""


def find_aliases(text: str) -> list[AliasMention]:
    """Find the abbreviations that a text defines.

    Args:
        text: the clean text of one block.

    Returns:
        The definitions in the order of their abbreviations; the same pair as often as the text defines it.

    Example:
        >>> [(a.short, a.long) for a in find_aliases("Li6PS5Cl (LPSC) and other solid electrolytes (SEs)")]
        [('LPSC', 'Li6PS5Cl'), ('SEs', 'solid electrolytes')]
    """
    best: dict[Range, AliasMention] = {}
    for alias in _candidates(text):
        place = (alias.short_start, alias.short_end)
        if is_institution(alias.long) or alias.short == alias.long or is_metal_or_ion(alias.short, alias.long):
            continue
        if place not in best or alias.confidence > best[place].confidence:
            best[place] = alias
    return [best[place] for place in sorted(best)]


def find_document_aliases(texts: Sequence[str]) -> list[tuple[int, AliasMention]]:
    """The definitions of a whole document, each pair in the spelling of its first definition.

    Args:
        texts: clean texts of its blocks in reading order.

    Returns:
        (index of the text, definition) pairs in reading order. Two names that stand for formulas of their own, one in
        brackets behind the other (`between LIC (LSIC) and Li`), do not stand for each other.
    """
    found = [(index, alias) for index, text in enumerate(texts) for alias in find_aliases(text)]
    named = {singular(alias.short) for _, alias in found if alias.rule.endswith("-formula")}
    found = [(index, alias) for index, alias in found if not {singular(alias.short), singular(alias.long)} <= named]
    unified = unify_spelling(alias for _, alias in found)
    return [(index, alias) for (index, _), alias in zip(found, unified, strict=True)]


def _candidates(text: str) -> Iterator[AliasMention]:
    if "(" in text:
        for found in _PARENTHESIS.finditer(text):
            yield from _in_parenthesis(text, found.start(), found.start(1), found.end(1))
    for found in _NAMED.finditer(text):
        yield from read_before(text, found.start(), found.span(1), explicit=False, rule="alias-named")
    for found in _MEANS.finditer(text):
        yield from _explained(text, found)
    for found in _RESPECTIVELY.finditer(text) if "respectively" in text else ():
        yield from _respectively(text, found)
    for found in _GLOSS.finditer(text) if ":" in text or "=" in text else ():
        end = _clause_end(text, found.end())
        yield from read_after(text, found.span(1), (found.end(), end), rule="alias-gloss", most_cost=0.3)


# --- in parentheses -------------------------------------------------------------------------------------------------


def _in_parenthesis(text: str, opening: int, start: int, end: int) -> Iterator[AliasMention]:
    apart = opening == 0 or text[opening - 1].isspace()
    pieces = list(_pieces(text, start, end))
    if not pieces:
        return
    first, last, explicit = _without_cue(text, *pieces[0])
    group = text.endswith(")", 0, opening) and any(
        character.isdigit() for character in text[first:last]
    )  # `Na3(B12H12)(BH4)`
    if first >= last or group or not (apart or CAPITALS.match(text, first, last)):
        return
    if not apart and _GROUP.fullmatch(text, first, last):
        return
    if _TWO_SHORTS.match(text[first:last]):
        shared = list(read_shared_head(text, opening, (first, last)))
        if shared:
            yield from shared
            return
    found = list(read_before(text, opening, (first, last), explicit=explicit, rule="alias"))
    if not found and not explicit:
        found = list(_reversed(text, opening, (first, last))) or list(_pair(text, pieces))
    yield from found


def _pieces(text: str, start: int, end: int) -> Iterator[Range]:
    """The stretches of a parenthesis between its commas and semicolons."""
    for found in re.compile(r"(?:[^;,]|,(?!\s))+").finditer(text, start, end):
        left = found.start() + len(found[0]) - len(found[0].lstrip())
        right = found.end() - (len(found[0]) - len(found[0].rstrip()))
        if left < right:
            yield left, right


def _without_cue(text: str, start: int, end: int) -> tuple[int, int, bool]:
    cue = _CUE.match(text, start, end)
    return (cue.end(), end, cue[1] is not None) if cue else (start, end, False)


def _pair(text: str, pieces: list[Range]) -> Iterator[AliasMention]:
    """`(Li6PS5Cl, LPSCl)`: a formula and its letters, alone in a parenthesis."""
    if len(pieces) != 2:
        return
    for long, short in (pieces, pieces[::-1]):
        written, formula = text[slice(*short)], text[slice(*long)]
        if is_short(written) and not formula_symbols(written) and match_formula(written, formula):
            yield make_mention(text, long, short, "alias-pair", 0.9)


def _reversed(text: str, opening: int, long: Range) -> Iterator[AliasMention]:
    """`LGPS (Li10GeP2S12)`: the abbreviation stands before the parenthesis."""
    word = re.compile(r"(\S+)\s*\Z").search(text, max(0, opening - 24), opening)
    if word is None:
        return
    first = word.start(1) + len(word[1]) - len(word[1].lstrip("(" + QUOTES))
    last = first + len(text[first : word.end(1)].rstrip(QUOTES + ",.:"))
    part = max(first, text.rfind("-", first, last) + 1)  # of `PEO-LiTFSI (lithium …)` the last one alone
    for start in sorted({first, part}):
        written = text[start:last]
        if text.startswith((f"{written}-", f"{written}\u2010", f"{written}\u2013"), long[0]):
            return  # `polymer ABC (ABC-1)`: one of several, and not what it stands for
        if is_short(written) and CAPITALS.search(written) and not formula_symbols(written):
            found = list(read_after(text, (start, last), long, rule="alias-reversed", most_cost=1.7, whole=True))
            if found:
                yield from found
                return


# --- in running text ------------------------------------------------------------------------------------------------


def _explained(text: str, found: re.Match[str]) -> Iterator[AliasMention]:
    if f"{found[1]}{found[2] or ''}".casefold() in word_list("stop"):  # `This means that …`
        return
    end = _clause_end(text, found.end())
    for alias in read_after(text, found.span(1), (found.end(), end), rule="alias-means", most_cost=1.0):
        if found[3]:  # a name with a history is a name for one thing, whatever number it is used in
            stop = alias.end - (text[alias.start : alias.end].endswith("s") and bool(found[2]))
            yield make_mention(text, (alias.start, stop), found.span(1), "alias-origin", alias.confidence)
        else:
            yield alias


def _respectively(text: str, found: re.Match[str]) -> Iterator[AliasMention]:
    separator = re.compile(r"(?:, and|,| and)\s+")
    shorts = list(_split(found[1], separator, found.start(1)))
    longs = list(_split(found[2], separator, found.start(2)))
    if len(shorts) == len(longs):
        for short, long in zip(shorts, longs, strict=True):
            yield from read_after(text, short, long, rule="alias-respectively", most_cost=0.7)


def _split(text: str, separator: re.Pattern[str], offset: int) -> Iterator[Range]:
    start = 0
    for cut in separator.finditer(text):
        yield offset + start, offset + cut.start()
        start = cut.end()
    yield offset + start, offset + len(text)


def _clause_end(text: str, start: int) -> int:
    found = re.compile(r"[.;:)](?:\s|\Z)|,\s|\s\(").search(text, start, start + 120)
    return found.start() if found else min(len(text), start + 120)
