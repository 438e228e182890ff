"""Names as a figure shows them: formulas with subscripts, vocabulary terms by their labels, long names over lines."""

from __future__ import annotations

import re
import textwrap
from functools import cache

from ...ontology.amounts import AMOUNT
from ...ontology.elements import elements
from ...ontology.formula import parse_formula
from ...ontology.vocabulary import failures, properties, strategies

_WORDS = re.compile(r"[^\s,;|/-]+(?:/\d[^\s,;|/-]*|[-+][\dxyz(][^\s,;|/-]*)*|[\s,;|/-]+")
"""Matches `Li10GeP2S12`, `Li7-xPS6-xClx` and `La2/3TiO3` whole, and `Al2O3`, `-`, `PEO` one by one."""

_PREFIXES = {"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ"}

_LONGEST = 48
"""Characters of a label; what is longer ends in an ellipsis, and is whole in the page's notes."""


def spoken(name: str) -> str:
    """A term of a vocabulary by its label; any other name with its underscores as spaces.

    Example:
        >>> spoken("interlayer_ex_situ"), spoken("high_interfacial_resistance"), spoken("Li3PS4")
        ('ex-situ interlayer', 'high interfacial resistance', 'Li3PS4')
    """
    for terms in (failures(), strategies(), properties()):
        if name in terms:
            return terms[name].label
    return " ".join(name.replace("_", " ").split())


def typeset(text: str) -> str:
    r"""Text for matplotlib: the amounts in formulas become subscripts, and nothing else is taken for mathematics.

    Example:
        >>> typeset("beta-Li3PS4 on Al2O3")
        'β-$\\mathregular{Li_{3}PS_{4}}$ on $\\mathregular{Al_{2}O_{3}}$'
        >>> typeset("a price of $5")
        'a price of \\$5'
    """
    return "".join(map(_typeset_word, _WORDS.findall(text)))


@cache
def _typeset_word(word: str) -> str:
    if word in _PREFIXES:
        return _PREFIXES[word]
    if any(map(str.isdigit, word)) and parse_formula(word) is not None:
        return rf"$\mathregular{{{_with_subscripts(word)}}}$"
    return word.replace("$", r"\$")


def _with_subscripts(formula: str) -> str:
    """A formula that was read, as mathematics: what it may hold needs no escaping."""
    parts: list[str] = []
    position = 0
    while position < len(formula):
        step = 2 if formula[position : position + 2] in elements() else 1
        piece = formula[position : position + step]
        position += step
        amount = AMOUNT.match(formula, position) if piece[-1].isalpha() or piece in ")]}" else None
        parts.append(rf"\{piece}" if piece in "{}" else piece)
        if amount:
            parts.append(f"_{{{amount[0]}}}")
            position = amount.end()
    return "".join(parts)


def broken(text: str, width: int) -> str:
    r"""Plain text over lines of at most `width` characters where it has spaces; a word is never cut.

    Example:
        >>> broken("high interfacial resistance", 18)
        'high interfacial\nresistance'
    """
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
    lines = textwrap.wrap(short, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines) or short


def shown(name: str, width: int = _LONGEST) -> str:
    """A name for matplotlib: spoken, over lines, typeset."""
    return "\n".join(typeset(part) for part in broken(spoken(name), width).split("\n"))
