"""Signs of fonts that a converter does not know: it writes their place there, or the letter that others have in it."""

from __future__ import annotations

import re

from .mapped import MappedText

_SYMBOL_CODE = re.compile(r"(?:/C(?P<code>\d{1,2})(?!\w)|GLYPH<(?P<place>\d{1,2})>)(?P<gap> (?=\d))?")
"""A sign by its place in TeX's font of symbols. Matches `/C0 ` in `cm /C0 1`, `GLYPH<0> ` in `cm GLYPH<0> 1`."""

_SYMBOLS = {
    "0": "-", "1": "·", "2": "×", "3": "*", "4": "÷", "6": "±", "14": "°", "20": "≤", "21": "≥", "24": "~", "25": "≈",
    "33": "→",
}  # fmt: skip
"""What stands at these places. Source: D. E. Knuth, Computer Modern Typefaces (1986), font cmsy10."""


_LOST_BAR = re.compile(
    r"(?<=[A-Za-z\d)])( j )(?=(?:\dD-?)?[A-Z][\w.-]* j )|(?<=[A-Za-z\d)] j )(?:[A-Z][\w.-]*)( j )(?=(?:\dD-?)?[A-Z])"
    r"|(?<=\bLi)( j )(?=(?:\dD-?)?[A-Z]{2})|(?<=[A-Z]{2})( j )(?=Li\b)"
)
"""The bar between layers as a font calls it. Matches twice in `Li j LLZO j Li`, in `Li j LLZO`; not in `and j is`."""

_WRONG_SIGNS = (
    ("À", re.compile(r"(?<=[A-Za-z\d]) ?À ?(?=\d)"), " -"),
    ("Â", re.compile(r"(?<=\d) ?Â ?(?=10(?!\d))"), " × "),
    ("þ", re.compile(r"(?<=[A-Za-z\d)]) ?þ(?=[\s/,.;:)|-]|$)"), "+"),
    ("¼", re.compile(r"(?<=[A-Za-zθδλ)]) ?¼ ?(?=[-~]?\d)"), " = "),
    (" m m", re.compile(r"(?<=\d )m m(?=[\s.,;:)-]|$)"), "µm"),
)
"""Letters for signs of fonts that converters do not know. Matches `cm À1`, `2 Â 10`, `Li þ`, `x ¼ 2`, `5 m m`."""


def mend_signs(mapped: MappedText) -> None:
    """Write minus, times, degrees, bars and their like as what they are."""
    for letter, pattern, sign in _WRONG_SIGNS:
        if letter in mapped.text:
            mapped.replace(pattern, sign)
    if "/C" in mapped.text or "GLYPH<" in mapped.text:
        mapped.replace(_SYMBOL_CODE, lambda match: _SYMBOLS.get(match["code"] or match["place"]))
    if " j " in mapped.text:
        mapped.put(_LOST_BAR, "|")
