"""Chemical formulas in the field's notation: amounts with doping variables, mixed sites, general formulas, glasses.

A formula is read from its plain ASCII spelling (`notation.plain_name` makes that of any other). What cannot be read
completely is not a formula: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from types import MappingProxyType

from .amounts import AMOUNT, ONE, Amount, decimal, parse_amount
from .elements import elements, placeholders

_CLOSING = {"(": ")", "[": "]", "{": "}"}
_ION = re.compile(r"(?:.*[A-Za-z)\]\d])?\^?\{?\d*[+-]{1,2}\}?|.*\^\d*[+-]?|[A-Z][a-z]?(?:I{2,3}|IV)")
_HYDRATE = re.compile(r"(.+?)[-·.*](\d+(?:\.\d+)?)?H2O")
_JOINT = re.compile(
    r"(?:(?<=[A-Za-z0-9)\]%])\s?[-·*:]\s?(?=[\d(xyz])|(?<=[A-Za-z\d)\]])\s?[-·*]\s?(?=\(?[A-Z]))(?![^()]*\))"
)
_PERCENT = re.compile(r"\s?(?:mol|at)\.?\s?%\s?|%\s?")
_PART = re.compile(r"(\([^()A-Z]+\)|[\d.]+[xyz]?|[xyz])?\s?(.+)")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, read.

    Args:
        text: as given.
        amounts: symbol (or, for a mixed site without amounts, `(La,Sr)`) to exact amount, in canonical order.
    """

    text: str
    amounts: Mapping[str, Amount]

    @property
    def composition(self) -> Mapping[str, str]:
        """Symbol to exact amount as text: `{"Li": "7-x", "P": "1", "S": "6-x", "Cl": "x"}`."""
        return {symbol: str(amount) for symbol, amount in self.amounts.items()}

    @property
    def symbols(self) -> frozenset[str]:
        """The symbols in it."""
        return frozenset(self.amounts)

    @property
    def is_element(self) -> bool:
        """Whether it is one element and no molecule or compound."""
        return len(self.amounts) == 1 and self.text in elements()

    @property
    def is_general(self) -> bool:
        """Whether it holds a variable or a letter that stands for some element."""
        return any(a.number is None for a in self.amounts.values()) or any(s not in elements() for s in self.amounts)

    def numbers(self) -> dict[str, Fraction] | None:
        """Amounts as numbers, or None if one has a variable."""
        found = {symbol: amount.number for symbol, amount in self.amounts.items()}
        return (
            None
            if None in found.values()
            else {symbol: number for symbol, number in found.items() if number is not None}
        )

    def canonical(self) -> str:
        """One spelling for one composition: fixed order of elements, groups multiplied out, exact amounts.

        Formulas with carbon and hydrogen keep their own spelling, since isomers share a composition.
        """
        if {"C", "H"} <= self.symbols and not self.symbols & {"Li", "Na", "K"}:
            return self.text
        parts = []
        for symbol, amount in self.amounts.items():
            size = str(amount)
            parts.append(symbol if size == "1" else symbol + size)
        return "".join(parts)


@lru_cache(maxsize=65536)
def parse_formula(text: str) -> Formula | None:
    """Read one formula; None if the text is not one, or is an ion.

    Example:
        >>> dict(parse_formula("Li7-xPS6-xClx").composition)
        {'Li': '7-x', 'P': '1', 'S': '6-x', 'Cl': 'x'}
        >>> parse_formula("PS43-") is None
        True
    """
    if not text or not (text[0].isupper() or text[0] in "([{") or len(text) > 120:
        return None
    hydrate = _HYDRATE.fullmatch(text)
    if hydrate:
        salt, water = parse_formula(hydrate[1]), parse_amount(hydrate[2] or "1")
        if salt is None or water is None:
            return None
        extra = {"H": water + water, "O": water}
        return _formula(
            text, {s: salt.amounts.get(s, Amount(())) + extra.get(s, Amount(())) for s in {*salt.amounts, *extra}}
        )
    read = _sequence(text, 0, "")
    if read is None or read[1] != len(text):
        return None
    return _formula(text, read[0])


def is_ion(text: str) -> bool:
    """Whether the text is a charged species: `Li+`, `PS43-`, `Ti4+`, `S^2-`; not `Li` nor `La0.6Sr0.4CoO3-delta`."""
    if _ION.fullmatch(text) is None:
        return False
    body = re.sub(r"[\^{]?\d*[+-]*\}?$", "", text)
    return parse_formula(body) is not None or parse_formula(re.sub(r"(?:I{2,3}|IV)$", "", body)) is not None


@dataclass(frozen=True, slots=True)
class Mixture:
    """A glass or solid solution written as parts: `75Li2S-25P2S5`.

    Args:
        parts: (share, formula) in canonical order; the shares are percentages where all are numbers.
    """

    parts: tuple[tuple[Amount, Formula], ...]

    def canonical(self) -> str:
        """One spelling for one mixture: parts in order, percentages."""
        return "-".join(f"{_share(share)}{formula.canonical()}" for share, formula in self.parts)

    def total(self) -> Formula:
        """The parts added up in the proportions of their shares, as one formula."""
        amounts: dict[str, Amount] = {}
        for share, formula in self.parts:
            for symbol, amount in formula.amounts.items():
                amounts[symbol] = amounts.get(symbol, Amount(())) + share * amount
        return Formula(
            self.canonical(), MappingProxyType({symbol: amounts[symbol] for symbol in sorted(amounts, key=_rank)})
        )


@lru_cache(maxsize=8192)
def parse_mixture(text: str) -> Mixture | None:
    """Read a glass or solid solution of formulas with shares; None if it is not one.

    `3Li2S-P2S5`, `75Li2S-25P2S5`, `0.75Li2S·0.25P2S5` and `75 mol% Li2S - 25 mol% P2S5` are the same.
    A name without any share (`Li2S-P2S5`) is no mixture but a system.

    Example:
        >>> parse_mixture("0.75Li2S·0.25P2S5").canonical()
        '75Li2S-25P2S5'
    """
    if len(text) > 160 or not (text[0:1].isdigit() or text[0:1] in "x(yz" or re.search(r"[-·*:]\s?[\d(xyz]", text)):
        return None
    pieces = _JOINT.split(_PERCENT.sub("", text))
    if len(pieces) < 2:
        return None
    parts: list[tuple[Amount, Formula]] = []
    shared = False
    for piece in pieces:
        match = _PART.fullmatch(piece.strip())
        formula = parse_formula(match[2]) if match else None
        share = parse_amount(match[1]) if match and match[1] else ONE
        if match is None or formula is None or share is None:
            return None
        shared = shared or bool(match[1])
        parts.append((share, formula))
    if not shared:
        return None
    sizes = [share.number for share, _ in parts]
    whole = sum((size for size in sizes if size is not None), Fraction(0))
    if None not in sizes and whole:
        parts = [(share * Amount((("", Fraction(100) / whole),)), formula) for share, formula in parts]
    return Mixture(tuple(sorted(parts, key=lambda part: [_rank(s) for s in part[1].amounts])))


def _share(share: Amount) -> str:
    number = share.number
    if number is not None:
        return decimal(number) if decimal(number).find("/") < 0 else f"{float(number):.2f}"
    return str(share) if len(share.terms) == 1 else f"({share})"


def _formula(text: str, amounts: Mapping[str, Amount]) -> Formula | None:
    known = elements()
    kept = {symbol: amounts[symbol] for symbol in sorted(amounts, key=_rank) if amounts[symbol].terms}
    if not kept or any((number := amount.number) is not None and number < 0 for amount in kept.values()):
        return None
    if not any(symbol in known or symbol[0] == "(" for symbol in kept):
        return None
    return Formula(text, MappingProxyType(kept))


@cache
def _unknown_rank() -> int:
    return elements()["Lu"].rank


def _rank(symbol: str) -> tuple[float, str]:
    known = elements().get(symbol)
    if known:
        return known.rank, symbol
    return (elements()["I"].rank - 0.5 if symbol == "X" else _unknown_rank() - 0.5), symbol


def _sequence(text: str, start: int, closing: str) -> tuple[dict[str, Amount], int] | None:
    """Units from `start` to the closing bracket (or the end): the amounts, and where it stopped."""
    total: dict[str, Amount] = {}
    parts: list[tuple[dict[str, Amount], bool]] = []
    position, comma = start, False
    while position < len(text) and text[position] != closing:
        if text[position] == "," and closing and parts:
            position, comma = position + 1, True
            continue
        unit = _unit(text, position)
        if unit is None:
            return None
        amounts, after = unit
        amount, position = _amount(text, after)
        parts.append(({symbol: size * amount for symbol, size in amounts.items()}, position > after))
    if not parts or (closing and position >= len(text)):
        return None
    if comma and not all(sized for _, sized in parts):
        return {
            "(" + ",".join(sorted({symbol for part, _ in parts for symbol in part}, key=_rank)) + ")": ONE
        }, position
    for part, _ in parts:
        for symbol, size in part.items():
            total[symbol] = total.get(symbol, Amount(())) + size
    return total, position


def _unit(text: str, start: int) -> tuple[dict[str, Amount], int] | None:
    """An element, a placeholder or a bracketed group at `start`."""
    if text[start] in _CLOSING:
        group = _sequence(text, start + 1, _CLOSING[text[start]])
        return None if group is None else (group[0], group[1] + 1)
    for length in (2, 1):
        symbol = text[start : start + length]
        if len(symbol) == length and (symbol in elements() or symbol in placeholders()):
            end = start + length + (text[start + length : start + length + 1] == "'" and symbol not in elements())
            return {text[start:end]: ONE}, end
    return None


def _amount(text: str, start: int) -> tuple[Amount, int]:
    """The amount written at `start`, 1 if there is none, and where it stopped.

    A second amount in brackets belongs to a vacancy whose sign got lost: `La(2/3)(1/3)-2xTiO3`.
    """
    match = AMOUNT.match(text, start)
    while match:
        amount = parse_amount(match[0])
        if amount is not None:
            lost = AMOUNT.match(text, match.end()) if text[match.end() : match.end() + 1] == "(" else None
            return amount, lost.end() if lost else match.end()
        shorter = re.sub(r"\s?(?:\+-|[+-])\s?[^+-]*$", "", match[0])
        match = re.compile(re.escape(shorter)).match(text, start) if shorter and shorter != match[0] else None
    return ONE, start
