"""Numbers as papers write them: signs, thousands, powers of ten in any spelling, errors, small numbers in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from math import isfinite

from ..value_class import value_class

_MINUS = "-\u2010\u2011\u2012\u2013\u2212"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_UNIT_AHEAD = r"(?=\s?[A-Za-z%°µμΩΩ])"
_TIMES = r"\s?[×xX·*∙⋅✕]\s?"
_NUMBER = re.compile(
    rf"""
    (?=[\d.+{_MINUS}])(?<![\w.^])
    (?P<sign>[{_MINUS}+](?=[\d.])
       |(?:(?<=[(=~≈∼<>≤≥])|(?<=[(=~≈∼<>≤≥]\s)|(?<=\bof\s)|(?<=\bto\s)|(?<=\bat\s))[{_MINUS}]\s(?=\d))?
    (?:
        10(?:\s?\^\s?[{{(]?(?P<caret>[{_MINUS}+]?\d{{1,3}})[)}}]?|(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}))(?!\d)
      | 10\s?[{_MINUS}](?P<dashed>\d{{1,2}})(?!\d|\.\d)
        (?:{_UNIT_AHEAD}|(?=\s?(?:to|and|[{_MINUS}~,])\s?10\s?[{_MINUS}]))
      | (?P<mantissa>
            [1-9]\d{{0,2}}(?:[\u2009\u202f\u00a0\ ]\d{{3}}){{1,4}}(?![\d.,]){_UNIT_AHEAD}
          | \d{{1,3}}(?:,\d{{3}}){{1,4}}(?!,?\d)(?:\.\d++)?
          | 0,\d{{1,6}}(?![\d,]){_UNIT_AHEAD}
          | \d++(?:\.\d++)?
          | \.\d++
        )
        (?:\((?P<last_digits>\d{{1,2}})\))?
        (?:\s?(?:±|\+/[-\u2212])\s?(?P<error>\d{{1,9}}(?:\.\d{{1,9}})?))?
        (?:
            (?:\)(?={_TIMES}10))?{_TIMES}10
            (?:\s?\^\s?[{{(]?(?P<power_caret>[{_MINUS}+]?\d{{1,3}})[)}}]?
              |(?P<power_raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}})
              |\s?(?P<power_dashed>[{_MINUS}]\s?\d{{1,2}})
              |(?P<power_flat>[1-9]\d?)(?![\d.,])
            )(?!\d)
          | [eE](?P<power_letter>[{_MINUS}+]?\d{{1,3}})(?![\w.])
        )?
    )
    """,
    re.VERBOSE,
)
"""A number. Matches `-1.2`, `10 000`, `1.3(2)`, `2.0 ± 0.1`, `1 × 10^-4`, `10⁻⁴`; must not match in `Li10`, `cm^-1`."""

_LONGEST = 60
"""A longer run of digits is no number of a paper."""


@value_class
class Numeral:
    """A number as written.

    Args:
        start: clean start, sign included.
        end: clean end, power and error included.
        value: what it means.
        error: its stated uncertainty, in the same unit.
        scale: the power of ten written behind a factor (`2 × 10^-4`), which neighbours may share; else 1.0.
        powered: a power of ten is written.
        exact: written without decimal point, power or error.
        signed: a sign is written before it.
        range_end: for `10-12`, which may mean a power or a range: the range's other end.
        words: written in letters.
    """

    start: int
    end: int
    value: float
    error: float | None = None
    scale: float = 1.0
    powered: bool = False
    exact: bool = False
    signed: bool = False
    range_end: float | None = None
    words: bool = False

    def scaled(self, scale: float) -> Numeral:
        """The same number with a power of ten that it shares with another."""
        error = None if self.error is None else self.error * scale
        return replace(self, value=times(self.value, scale), error=error, scale=scale, powered=True)


def times(value: float, scale: float) -> float:
    """The product, without the last-digit noise of a binary power of ten."""
    return float(f"{value * scale:.15g}")


def find_numerals(text: str) -> Iterator[Numeral]:
    """Every number in a text, in order; which of them state a quantity is for the caller to tell."""
    for match in _NUMBER.finditer(text):
        if match.end() - match.start() <= _LONGEST and isfinite((numeral := _numeral(match)).value):
            yield numeral


def _numeral(match: re.Match[str]) -> Numeral:
    groups = match.groupdict()
    sign = -1.0 if groups["sign"] and groups["sign"][0] != "+" else 1.0
    signed = groups["sign"] is not None
    power = _first(groups, "caret", "raised")
    if power is not None:
        return Numeral(match.start(), match.end(), sign * float(f"1e{power}"), powered=True, signed=signed)
    if groups["dashed"]:
        exponent = int(groups["dashed"])
        value = sign * float(f"1e-{exponent}")
        other = float(exponent) if exponent > 10 else None
        return Numeral(match.start(), match.end(), value, powered=True, signed=signed, range_end=other)
    return _decimal(match, sign)


def _decimal(match: re.Match[str], sign: float) -> Numeral:
    groups = match.groupdict()
    written = groups["mantissa"]
    plain = re.sub(r"[\s\u2009\u202f\u00a0]", "", written)
    plain = plain.replace(",", ".") if plain.startswith("0,") else plain.replace(",", "")
    power = _first(groups, "power_caret", "power_raised", "power_dashed", "power_flat", "power_letter")
    scale = 1.0 if power is None else float(f"1e{power}")
    value = float(f"{plain}e{power or 0}")
    error = _error(plain, groups["error"], groups["last_digits"])
    return Numeral(
        match.start(),
        match.end(),
        sign * value,
        error=None if error is None else times(error, scale),
        scale=scale,
        powered=power is not None,
        exact="." not in plain and power is None and error is None,
        signed=groups["sign"] is not None,
    )


def _error(plain: str, plus_minus: str | None, last_digits: str | None) -> float | None:
    """`2.0 ± 0.1` and `2.0(1)` have the same error."""
    if plus_minus is not None:
        return float(plus_minus)
    if last_digits is not None:
        decimals = len(plain.partition(".")[2])
        return float(f"{last_digits}e-{decimals}")
    return None


def _first(groups: dict[str, str | None], *names: str) -> int | None:
    for name in names:
        written = groups[name]
        if written:
            plain = re.sub(rf"[{_MINUS}]\s?", "-", written.translate(_SUPERSCRIPTS))
            return int(plain)
    return None
