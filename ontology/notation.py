"""Spelling of material names: LaTeX, HTML, Unicode or a converter's spaces become the one plain ASCII name."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

from .amounts import AMOUNT
from .formula import parse_formula, parse_mixture

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "κ": "kappa", "λ": "lambda", "π": "pi",
    "σ": "sigma", "χ": "chi", "ω": "omega", "μ": "u", "Ω": "ohm", "ϵ": "epsilon", "ß": "beta",
}  # fmt: skip
"""Greek letter to its name in ASCII; the German sharp s is a scanner's beta."""

_LATEX_NAMES = "|".join(sorted({name for name in GREEK.values() if len(name) > 1}, key=len, reverse=True))
_TAG = re.compile(
    r"</?\s*(?:sub|sup|su[bp]scr?|i|b|em|strong|span|inf|italic|bold|tt|small|font)\b[^<>]*>", re.IGNORECASE
)
_LATEX_LETTER = re.compile(rf"\\(?:var)?({_LATEX_NAMES})(?![A-Za-z])\s*")
_LATEX_SIGN = {
    "cdot": "·",
    "bullet": "·",
    "times": "·",
    "mid": "|",
    "vert": "|",
    "Vert": "||",
    "parallel": "||",
    "pm": "±",
    "prime": "'",
}
_LATEX_SPACE = re.compile(r"\\[,;:!> ]|\\q?quad\b|~(?![\d.]+~)")
_LATEX_COMMAND = re.compile(r"\\(?:([A-Za-z]+)\*?|[()\[\]])\s*")
_PANDOC = re.compile(r"[~^]([\w.+-]+)[~^]")
_DASHES = re.compile(r"[\u2010-\u2015\u2212\u00ad\ufe58\ufe63\uff0d]")
_DOTS = re.compile(r"[\u00b7\u2022\u2219\u22c5\u30fb\u2027]")
_BARS = re.compile(r"[\u2223\u2502\uff5c\u01c0\u23d0\u2758\u00a6]")
_DOUBLE_BARS = re.compile(r"[\u2016\u2225]")
_PRIMES = re.compile(r"[\u2032\u2019\u02b9\u00b4`]")
_CONNECTOR = re.compile(r"\s*([|/@]+|:(?=\s?[A-Z]))\s*")
_LOOSE_DASH = re.compile(r"(?<=[\w)\]%])(?: - | -(?=[A-Z(])|- )(?=[\w(])")
_PHASE = re.compile(rf"((?:{_LATEX_NAMES})'*)[\s-]*(?:(?:phase|type)\s+)?(?=\(?[A-Z])")
_PART = re.compile(r"([|/@:]+)")
_PLAIN = re.compile(r"[A-Z\d(](?:[A-Za-z\d.()/|@+-]*[A-Za-z\d)+-])?", re.ASCII)
"""A spelling that is plain already. Matches `Li2S-P2S5`, `Li|LPSC|Li`; not `beta Li3PS4`, `Li 6 PS 5 Cl`."""

_VACANCY = re.compile(rf"[\u25a1\u25fb]\s?(?:{AMOUNT.pattern})?")


_INDEX = re.compile(r"\((\d+(?:\.\d+)?)\)")
_BRACKETED = re.compile(
    r"(?=(?:[^A-Z]*[A-Z]){2})(?=.*\(\d)(?:[A-Z][a-z]?(?:\(\d+(?:\.\d+)?\)|\d+(?:\.\d+)?)?|\((?=[A-Z])|\)(?:\(\d+\))?)+"
)
"""A formula with its indices in brackets, as abstracts of PubMed have them: `Li(6)PS(5)Cl`; not the site `Na(1)`."""


@lru_cache(maxsize=65536)
def plain_name(text: str) -> str:
    r"""The one plain ASCII spelling of a material's name, whatever the spelling in the file.

    No sub- or superscripts, no markup, no spaces in a formula, ASCII dashes, layers joined by a bare `|`, Greek letters
    by name. What the name means is not looked at: `Li metal` stays two words.

    Example:
        >>> plain_name(r"$\beta$-Li<sub>3</sub>PS<sub>4</sub>")
        'beta-Li3PS4'
        >>> plain_name("Li 6 PS 5 Cl"), plain_name("Li(6)PS(5)Cl")
        ('Li6PS5Cl', 'Li6PS5Cl')
    """
    if "(" in text and _BRACKETED.fullmatch(text):
        text = _INDEX.sub(r"\1", text)
    if _PLAIN.fullmatch(text):
        return text
    text = _unmark(text)
    text = _DOUBLE_BARS.sub("||", _BARS.sub("|", _DOTS.sub("·", _DASHES.sub("-", text))))
    text = unicodedata.normalize("NFKC", _VACANCY.sub("", text)).replace("\u2044", "/").replace("±", "+-")
    text = _DASHES.sub("-", _PRIMES.sub("'", text))
    text = _spell_greek(re.sub(r"\s+", " ", text).strip(" ,;").rstrip("."))
    text = _CONNECTOR.sub(r"\1", text)
    text = _LOOSE_DASH.sub("-", text)
    text = re.sub(r"\s?·\s?", "-", text)
    if " " in text:
        text = _close_up(text)
    return text.encode("ascii", "ignore").decode() if not text.isascii() else text


def _unmark(text: str) -> str:
    """Take HTML and LaTeX markup away."""
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", text)
    if "\\" in text:
        text = _LATEX_LETTER.sub(r"\1 ", _LATEX_SPACE.sub(" ", text.replace(r"\%", "%").replace(r"\_", "_")))
        text = _LATEX_COMMAND.sub(lambda match: _LATEX_SIGN.get(match[1] or "", ""), text)
    elif "~" in text:
        text = _PANDOC.sub(r"\1", text)
    return re.sub(r"[${}_^]", "", text)


def _spell_greek(text: str) -> str:
    """Greek letters by name; one before a formula is its phase, joined by a dash."""
    for letter, name in GREEK.items():
        if letter in text:
            text = text.replace(letter, name)
    return (
        _PHASE.sub(r"\1-", text)
        if text[0:1].islower()
        else re.sub(r"(?<=[+-]) (?=delta\b)|(?<=\d) (?=[+-]\s?delta\b)", "", text)
    )


def _close_up(text: str) -> str:
    """Take out spaces that a converter put into formulas: `Li 2 S-P 2 S 5`."""
    return "".join(_closed(part) for part in _PART.split(text))


def _closed(part: str) -> str:
    head, dash, body = part.partition("-") if part.split("-", 1)[0] in _LATEX_NAMES.split("|") else ("", "", part)
    closed = body.replace(" ", "")
    if " " in body and (_is_formula(closed) or parse_mixture(closed)):
        return head + dash + closed
    pieces = [piece.strip() for piece in body.split("-")]
    if len(pieces) > 1:
        return head + dash + "-".join(_closed(piece) if " " in piece else piece for piece in pieces)
    return head + dash + body


def _is_formula(text: str) -> bool:
    return any(letter.isdigit() or letter in "xyz" for letter in text) and parse_formula(text) is not None
