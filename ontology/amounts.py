"""Exact amounts of elements: numbers, fractions and sums with variables, such as `1.75`, `2/3`, `7-x` or `3-delta`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

_NUMBER = r"\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)?"
_VARIABLE = r"(?:delta|i{1,3}|[abcdjkmnpquvwxyz])(?![a-z])"
_TERM = rf"(?:{_NUMBER}(?:{_VARIABLE})?|{_VARIABLE}|\({_NUMBER}\))"
AMOUNT = re.compile(rf"{_TERM}(?:\s?(?:\+-|[+-])\s?{_TERM})*|\({_TERM}(?:\s?[+-]\s?{_TERM})+\)")
"""An amount as written after a symbol: `1.75`, `2-x`, `3+-delta`, `(1-x)`, `(2/3)-x`; not `-x`."""

_ONE_TERM = re.compile(rf"(\+-|[+-])?\s?\(?({_NUMBER})?\)?({_VARIABLE})?\)?")


_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of products of variables with exact factors.

    Args:
        terms: (variables joined by `*`, or "" for the plain number; factor), ordered, without zero factors.
    """

    terms: tuple[tuple[str, Fraction], ...]

    @property
    def number(self) -> Fraction | None:
        """The amount as a number; None while it holds a variable."""
        if not self.terms:
            return Fraction(0)
        return self.terms[0][1] if len(self.terms) == 1 and not self.terms[0][0] else None

    def __add__(self, other: Amount) -> Amount:
        if not self.terms or not other.terms:
            return self if self.terms else other
        return _collect([*self.terms, *other.terms])

    def __mul__(self, other: Amount) -> Amount:
        if self is ONE or other is ONE:
            return other if self is ONE else self
        return _collect(
            [
                ("*".join(sorted(filter(None, [*a.split("*"), *b.split("*")]))), p * q)
                for a, p in self.terms
                for b, q in other.terms
            ]
        )

    def __str__(self) -> str:
        text = ""
        for variables, factor in self.terms:
            negative = factor.numerator < 0
            size = decimal(-factor if negative else factor)
            body = (
                size
                if not variables
                else variables
                if size == "1"
                else f"({size}){variables}"
                if "/" in size
                else size + variables
            )
            text += ("-" if negative else "+" if text else "") + body
        return text or "0"


ONE = Amount((("", Fraction(1)),))
"""The amount of a symbol that has none written."""


@lru_cache(maxsize=4096)
def parse_amount(text: str) -> Amount | None:
    """Read an amount, or None if the text is not one.

    A sum of plain numbers is not an amount: in `P2S5-1P2O5` the dash joins two compounds.

    Example:
        >>> str(parse_amount("2/3-x"))
        '2/3-x'
    """
    text = text.strip()
    if AMOUNT.fullmatch(text) is None:
        return None
    terms: list[tuple[str, Fraction]] = []
    for sign, number, variable in _ONE_TERM.findall(text):
        if not number and not variable:
            continue
        factor = _ONE
        for index, part in enumerate((number or "1").split("/")):
            if index and not Fraction(part):
                return None
            factor = factor / Fraction(part) if index else Fraction(part)
        symbol = "delta" if variable == "d" and sign else variable
        terms.append(("±" + symbol if sign == "+-" else symbol, -factor if sign == "-" else factor))
    if len(terms) > 1 and not any(symbol for symbol, _ in terms):
        return None
    return _collect(terms)


def decimal(value: Fraction) -> str:
    """Shortest exact text of a number: `1.75` where decimals end, else `2/3`."""
    if value.denominator == 1:
        return str(value.numerator)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest > 1:
        return f"{value.numerator}/{value.denominator}"
    digits = 1
    while 10**digits % value.denominator:
        digits += 1
    whole, part = divmod(value.numerator * 10**digits // value.denominator, 10**digits)
    return f"{whole}.{part:0{digits}d}"


def _collect(terms: list[tuple[str, Fraction]]) -> Amount:
    total: dict[str, Fraction] = {}
    for variables, factor in terms:
        total[variables] = total[variables] + factor if variables in total else factor
    return Amount(tuple(sorted((variables, factor) for variables, factor in total.items() if factor)))
