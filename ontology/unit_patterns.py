"""How units are written: symbols of `units.yaml` joined by blanks, dots and slashes, with exponents in any notation.

A unit is read symbol by symbol and looked up as what it comes to, so `mS/cm`, `mS cm-1`, `mS·cm^-1`, `mScm⁻¹` and
`mS per cm` need one entry.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_MINUS = "[-\u2010-\u2015\u2212]"
_JOINT = re.compile(r"(?P<slash>\s?/\s?\(?|\sper\s)|\s?[·•∙⋅*×⸱]\s?|\.(?=\S)|[-\u2010\u2011](?=cm)|\s{1,2}|")
"""Between two symbols of one unit. Matches ` · `, `-` in `ohm-cm2`; must not match `, `, `. `."""
_POWER_WORD = re.compile(r"(?P<square>square|sq\.?)[-\s]|cubic[-\s]")
"""A power in words before its symbol. Matches `square `."""
_EXPONENT = re.compile(
    rf"(?:\s?\^?[({{]{_MINUS}\s?(?P<bracketed>[1-3])[)}}]|\s?\^?{_MINUS}\s?(?P<negative>[1-3])"
    r"|\s?\^(?P<raised>[1-3])|\s?\^[({](?P<raised_bracketed>[1-3])[)}]|(?P<plain>[23]))"
    r"(?!\d)|⁻(?P<super_negative>[¹²³])|(?P<super>[²³])"
)
"""An exponent. Matches `-1`, ` -1`, `^-1`, `⁻¹`, `2`, `^2`, `²`; must not match the `2` of `25`."""
_SPACED_SQUARE = re.compile(r"\s(?P<plain>[23])(?![\w.,]*\d|\s*[A-Za-z°%])")
"""A square that a converter set off, as in `ohm cm 2`; must not match in `5 cm 2 h`."""
_INSIDE_WORD = re.compile(r"[A-Za-zµμΩΩ]")
_DIGITS = {"¹": 1, "²": 2, "³": 3}
_LOST_BLANK = re.compile(
    r"(?:and|at|for|of|with|in|is|was|to|thick|thickness|diameter|films?|under|after|steps?)(?![a-z])"
)
"""A word that a converter glued to a unit. Matches in `nmthick`; must not match in `mmol`."""
_MICRO = ("µ", "μ")
"""Behind a micro sign nothing but a unit can stand, whatever word a converter glued to it (`3 µmthick`)."""
_MAY_TOUCH_DIGIT = ("degC", "%")
"""A digit after these is a citation that lost its raised position, never an index."""
_BLANK = re.compile(r"\s?")
_MOST_TERMS = 4

Terms = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Term:
    """One symbol of a unit as written, with its exponent; `bound` if a slash or an exponent ties it to the unit."""

    symbol: str
    exponent: int
    end: int
    bound: bool
    opened: bool
    explicit: bool


class UnitMatcher:
    """Finds the unit that starts at a place in a text.

    Args:
        rows: the `units` of `units.yaml`.
        symbols: its `symbols`.
    """

    def __init__(self, rows: Sequence[Mapping[str, Any]], symbols: Mapping[str, str]) -> None:
        composed = [row["unit"] for row in rows if row["unit"] and not row.get("only")]
        self._known = {unit_terms(unit): unit for unit in composed}
        names = sorted({symbol for terms in self._known for symbol, _ in terms}, key=lambda name: (-len(name), name))
        self._symbols = names
        self._divisors = {symbol for terms in self._known for symbol, exponent in terms if exponent < 0} - {"V"}
        self._symbol = re.compile("|".join(f"({symbols.get(name, re.escape(name))})" for name in names))
        special = [(row["unit"], pattern) for row in rows for pattern in row.get("written", ())]
        self._specials = [name for name, _ in special]
        self._special = re.compile("(?:" + "|".join(f"({pattern})" for _, pattern in special) + r")(?![A-Za-z\d])")

    def match(self, text: str, start: int) -> tuple[str, int] | None:
        """The ASCII spelling of the unit that starts at `start`, and where it ends; None where there is none."""
        special = self._special.match(text, start)
        if special is not None and special.lastindex is not None:
            return self._specials[special.lastindex - 1], special.end()
        return self._match_terms(text, start)

    def full_match(self, text: str) -> str | None:
        """The ASCII spelling of the unit that the whole text is; None where it is none."""
        found = self.match(text, 0)
        return found[0] if found is not None and found[1] == len(text) else None

    def _match_terms(self, text: str, start: int) -> tuple[str, int] | None:
        """Read symbols as long as they go on; a unit whose tail is not understood is no unit."""
        terms: list[tuple[str, int]] = []
        best: tuple[str, int] | None = None
        position, below = start, False
        for count in range(_MOST_TERMS):
            term = self._term(text, position, first=count == 0, below=below)
            if term is None:
                break
            terms.append((term.symbol, term.exponent))
            below, position = term.opened, term.end
            if below and text.startswith(")", position):
                below, position = False, position + 1
            known = self._known.get(tuple(terms))
            free = count == 0 and text.startswith(_MICRO, start)
            if known is not None and not below and (_ends_here(text, term) or free):
                best = known, position
            elif term.bound:
                best = None
        return best

    def _term(self, text: str, start: int, *, first: bool, below: bool) -> _Term | None:
        joint = _JOINT.match(text, start)
        slash = joint.group("slash") if joint and not first else None
        begin = start if first or joint is None else joint.end()
        word = _POWER_WORD.match(text, begin)
        found = self._symbol.match(text, word.end() if word else begin)
        if found is None or found.lastindex is None:
            return None
        symbol, end = self._symbols[found.lastindex - 1], found.end()
        power = _EXPONENT.match(text, end) or (None if first else _SPACED_SQUARE.match(text, end))
        if first and power and power.group("negative") and self._begins_anew(text, symbol, power.end()):
            power = None
        exponent = _value(power) if power else 1 if word is None else 2 if word["square"] else 3
        end = power.end() if power else end
        free = first and (symbol == "%" or text.startswith(_MICRO, start) or _LOST_BLANK.match(text, end))
        if not power and not free and _INSIDE_WORD.match(text, end) and not self._symbol.match(text, end):
            return None
        under = below or slash is not None
        return _Term(
            symbol,
            -abs(exponent) if under else exponent,
            end,
            bound=slash is not None or power is not None or word is not None,
            opened=below or (slash is not None and slash.endswith("(")),
            explicit=power is not None,
        )

    def _begins_anew(self, text: str, symbol: str, end: int) -> bool:
        """Whether a dash and a digit behind a symbol are no exponent but the next quantity (`800 °C-2 h`)."""
        blank = _BLANK.match(text, end)
        return symbol not in self._divisors and blank is not None and self._symbol.match(text, blank.end()) is not None


def _ends_here(text: str, term: _Term) -> bool:
    """Whether the unit may end after the term: not inside a word, and no index after a symbol."""
    if term.explicit:
        return True
    if _INSIDE_WORD.match(text, term.end):
        return term.symbol == "%" or (len(term.symbol) > 1 and _LOST_BLANK.match(text, term.end) is not None)
    return term.symbol in _MAY_TOUCH_DIGIT or not text[term.end : term.end + 1].isdigit()


def _value(power: re.Match[str]) -> int:
    groups = power.groupdict()
    if digits := groups.get("negative") or groups.get("bracketed"):
        return -int(digits)
    if digits := groups.get("super_negative"):
        return -_DIGITS[digits]
    if digits := groups.get("super"):
        return _DIGITS[digits]
    return int(groups.get("raised") or groups.get("raised_bracketed") or groups["plain"])


def unit_terms(unit: str) -> Terms:
    """The symbols of an ASCII unit with their exponents: `ohm cm2` gives `(("ohm", 1), ("cm", 2))`."""
    terms: list[tuple[str, int]] = []
    for index, part in enumerate(unit.split("/")):
        for factor in part.split():
            symbol = factor.rstrip("0123456789")
            if symbol:
                exponent = int(factor[len(symbol) :] or 1)
                terms.append((symbol, -exponent if index else exponent))
    return tuple(terms)
