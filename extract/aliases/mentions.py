"""What one definition of an abbreviation is, and how its two sides are written down."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...ontology.notation import plain_name
from .letters import formula_symbols
from .words import word_list

Range = tuple[int, int]
"""A half-open range of the clean text."""


@dataclass(frozen=True, slots=True)
class AliasMention:
    """One definition of an abbreviation; all offsets are in the block's clean text.

    Args:
        short: the abbreviation as written, plural s included, without quotes.
        long: what it stands for; a formula in its plain spelling.
        start: start of the long form.
        end: end of the long form.
        short_start: start of the abbreviation.
        short_end: end of the abbreviation.
        rule: name of the rule that read it.
        confidence: from 0 to 1.
    """

    short: str
    long: str
    start: int
    end: int
    short_start: int
    short_end: int
    rule: str
    confidence: float


_SHORT = re.compile(r"(?![IVXivx]+\Z)(?=.*[A-ZΑ-Ωα-ω])[^\W_][\w@/.–‐-]{1,13}\Z")
"""What an abbreviation looks like. Matches `SEs`, `M-SEI`, `Tg`, `NCM811`; not `III`, `e.g.`, `Li+`."""

_WORD = re.compile(r"[A-Z]?[a-z]{4,}\Z")
CAPITALS = re.compile(r"[A-Z].*[A-Z0-9]|[A-Z][a-z]?[A-Z]")
SYMBOL = re.compile(r"[A-Z][a-z]{1,4}\Z|[Α-Ωα-ωϕ][A-Za-z]{1,4}\Z|[A-Z] [a-z]{1,4}\Z|d[A-Z]/d[A-Z]\Z")
"""The symbol of a quantity. Matches `Tg`, `Rct`, `dQ/dV`; not `SEM`."""

QUOTES = "\"'“”‘’„`"
"""Quotation marks that may stand around a name."""


def is_short(text: str) -> bool:
    """Whether a text looks like an abbreviation or the symbol of a quantity, and is no unit or common word."""
    if SYMBOL.match(text):
        return text not in word_list("units")
    return bool(_SHORT.match(text)) and not _WORD.match(text) and text not in word_list("units")


def can_be_given_name(text: str) -> bool:
    """Whether words after "referred to as" are a name: in quotes, or with capitals or digits in them."""
    return text[0] in QUOTES or (len(text.split()) <= 3 and bool(CAPITALS.search(text)))


def make_mention(text: str, long: Range, short: Range, rule: str, confidence: float) -> AliasMention:
    """A definition from its two ranges in the clean text, both sides tidied."""
    return AliasMention(
        short=tidy_short(text[slice(*short)]),
        long=tidy_long(text[slice(*long)]),
        start=long[0],
        end=long[1],
        short_start=short[0],
        short_end=short[1],
        rule=rule,
        confidence=confidence,
    )


def tidy_short(text: str) -> str:
    """An abbreviation without quotation marks, with plain dashes."""
    text = "".join(character for character in text if character not in QUOTES)
    if SYMBOL.match(text):
        text = text.replace(" ", "")
    return re.sub(r"[‐-―−]", "-", text)


def tidy_long(text: str) -> str:
    """Words with plain dashes and single spaces, or a formula in its plain spelling."""
    if formula_symbols(re.sub(r"\A(?:[a-z]+|[α-ω])'?\s*-\s*", "", text)):
        return plain_name(text)
    return re.sub(r"\s+", " ", re.sub(r"[‐-―−]", "-", text)).strip(QUOTES + " ")
