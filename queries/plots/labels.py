"""Names as a figure shows them: formulas with subscripts, vocabulary terms by their labels, long names over lines."""

from __future__ import annotations

import re
import textwrap
from functools import cache
from html import escape

from ...ontology.amounts import AMOUNT
from ...ontology.elements import elements
from ...ontology.formula import parse_formula
from ...ontology.vocabulary import failures, properties, strategies

_WORDS = re.compile(r"[^\s,;:|/-]+(?:/\d[^\s,;:|/-]*|[-+][\dxyz(][^\s,;:|/-]*)*|[\s,;:|/-]+")
"""Matches `Li10GeP2S12`, `Li7-xPS6-xClx` and `La2/3TiO3` whole, and `Al2O3`, `-`, `PEO` one by one."""

_HYPHEN = re.compile(r"[-+|/](?=[A-WYZa-wyz])")
"""Matches the hyphen of `PVDF-HFP`, not that of `Li7-xPS6-xClx`."""

_ELEMENT = re.compile(r"(?<=[\da-z)])(?=[A-Z(])")
"""Matches between the elements of `Li3PS4`, not within `Li9.54`."""

_POWER = re.compile(r"([cmnk]?m|h|s)(-?\d)")
"""Matches `cm2` and `s-1`, not `Li2` and `m`."""

_SPACED = re.compile(r"[-+]")
"""Matches signs around which mathematics has spaces, and a formula none."""

_SIGNS = {"ohm": "Ω", "<=": "≤", ">=": "≥"}
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

_PREFIXES = {"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ"}

_LONGEST_WORD = 24
"""Letters of a word that is never broken where it has no joint."""

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
    if word in _PREFIXES or word in _SIGNS:
        return _PREFIXES.get(word) or _SIGNS[word]
    if power := _POWER.fullmatch(word):
        return power[1] + power[2].translate(_RAISED)
    parts = _formula_parts(word)
    if any(amount for _, amount in parts):
        return rf"$\mathregular{{{''.join(_as_mathematics(*part) for part in parts)}}}$"
    return word.replace("$", r"\$")


def marked_up(text: str) -> str:
    """Text for HTML: escaped, the amounts in formulas as subscripts.

    Example:
        >>> marked_up("Li3PS4 & <b>")
        'Li<sub>3</sub>PS<sub>4</sub> &amp; &lt;b&gt;'
    """
    return "".join(map(_marked_up_word, _WORDS.findall(text)))


def _marked_up_word(word: str) -> str:
    parts = _formula_parts(word) or [(word, "")]
    return "".join(escape(piece) + (f"<sub>{escape(amount)}</sub>" if amount else "") for piece, amount in parts)


def _as_mathematics(piece: str, amount: str) -> str:
    """Part of a formula that was read: what it may hold needs no escaping but for braces."""
    closed_up = _SPACED.sub(lambda sign: f"{{{sign[0]}}}", amount)
    return (rf"\{piece}" if piece in ("{", "}") else piece) + (f"_{{{closed_up}}}" if amount else "")


def _formula_parts(word: str) -> list[tuple[str, str]]:
    """Elements and brackets of a formula, each with the amount behind it; nothing for a word that is none."""
    may_have_amounts = any(map(str.isdigit, word)) or sum(map(str.isupper, word)) > 1
    if not may_have_amounts or parse_formula(word) is None:
        return []
    parts: list[tuple[str, str]] = []
    position = 0
    while position < len(word):
        step = 2 if word[position : position + 2] in elements() else 1
        piece = word[position : position + step]
        position += step
        amount = AMOUNT.match(word, position) if piece[-1].isalpha() or piece in ")]}" else None
        parts.append((piece, amount[0] if amount else ""))
        position = amount.end() if amount else position
    return parts


def broken(text: str, width: int) -> str:
    r"""Plain text over lines of at most `width` characters: at spaces, then at hyphens, then between elements.

    Example:
        >>> broken("high interfacial resistance", 18)
        'high interfacial\nresistance'
        >>> broken("Li9.54Si1.74P1.44S11.7Cl0.3", 18)
        'Li9.54Si1.74P1.44\nS11.7Cl0.3'
    """
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
    lines = textwrap.wrap(short, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(part for line in lines for part in _parts(line, width)) or short


def _parts(line: str, width: int) -> list[str]:
    """A line that has no space to be broken at, in pieces."""
    parts: list[str] = []
    while len(line) > width and " " not in line:
        joints = _joints(_HYPHEN, line, width) or _joints(_ELEMENT, line, width)
        if not joints and len(line) <= _LONGEST_WORD:
            break
        end = joints[-1] if joints else width
        parts.append(line[:end])
        line = line[end:]
    return [*parts, line]


def _joints(kind: re.Pattern[str], line: str, width: int) -> list[int]:
    """Where a line may end, within the width and behind more than one letter or two."""
    return [match.end() for match in kind.finditer(line) if 2 < match.end() <= width]


def shown(name: str, width: int = _LONGEST) -> str:
    """A name for matplotlib: spoken, over lines, typeset."""
    return "\n".join(typeset(part) for part in broken(spoken(name), width).split("\n"))
