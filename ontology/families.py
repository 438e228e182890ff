"""Structure family and chemical class of a material, told from its composition.

The rules are the stoichiometries by which the field names its families; a composition that fits none has none.
"""

from __future__ import annotations

from fractions import Fraction

from .amounts import Amount
from .elements import elements
from .formula import Formula

_HALOGENS = frozenset({"F", "Cl", "Br", "I", "X"})
_ALKALI = frozenset({"Li", "Na", "K", "Ag", "Cu"})
_TETRAHEDRAL = frozenset({"P", "Ge", "Si", "Sn", "Sb", "As", "Al", "M"})
_LARGE = frozenset({"La", "Sr", "Ba", "Ca", "Pr", "Nd", "Sm", "Gd", "Y", "Ln", "RE", "A"})
_TRANSITION = frozenset({"Ti", "Mn", "Fe", "Co", "Ni", "Cr", "V", "M", "TM", "Al", "Zr"})
_ORGANIC = frozenset({"C", "H"})


def class_of(formula: Formula) -> str | None:
    """Chemical class: sulfide, oxide, halide, hydroborate, nitride, Li alloy; None for elements and organic matter.

    Example:
        >>> from .formula import parse_formula
        >>> class_of(parse_formula("Li6PS5Cl")), class_of(parse_formula("Li3OCl")), class_of(parse_formula("LixSiy"))
        ('sulfide', 'halide', 'Li alloy')
    """
    symbols = formula.symbols
    if len(symbols) < 2:
        return None
    if {"B", "H"} <= symbols and "O" not in symbols and _size(formula, {"B"}) > _size(formula, {"C"}):
        return "hydroborate"
    if symbols >= _ORGANIC:
        return None
    acid = "H" in symbols and symbols <= {"H", "P", "O", "S"}
    if acid or not any(symbol == "P" or _metallic(symbol) for symbol in symbols):
        return None
    oxygen, sulfur = _size(formula, {"O"}), _size(formula, {"S"})
    halogen = _size(formula, _HALOGENS)
    if sulfur > oxygen:
        return "sulfide"
    if halogen and halogen >= oxygen:
        return "halide"
    if oxygen:
        return "oxide"
    if "N" in symbols:
        return "nitride"
    return "Li alloy" if "Li" in symbols and all(map(_metallic, symbols)) else None


def family_of(formula: Formula) -> str | None:
    """Structure family such as garnet, NASICON, argyrodite, LGPS-type or layered oxide; None where none fits.

    Example:
        >>> from .formula import parse_formula
        >>> family_of(parse_formula("Li7-xPS6-xClx")), family_of(parse_formula("Li6.4La3Zr1.4Ta0.6O12"))
        ('argyrodite', 'garnet')
    """
    if len(formula.symbols) < 2 or formula.symbols >= _ORGANIC:
        return None
    return _chalcogenide_family(formula) if "S" in formula.symbols else _oxide_family(formula)


def _chalcogenide_family(formula: Formula) -> str | None:
    alkali = _size(formula, _ALKALI)
    anions = _sum(formula, _HALOGENS | {"S", "O", "Se"})
    tetrahedral = _sum(formula, _TETRAHEDRAL)
    if anions is None or not alkali:
        return None
    if anions == 12 and tetrahedral is not None and Fraction(27, 10) <= tetrahedral <= Fraction(33, 10):
        return "LGPS-type"
    if tetrahedral == 1 and anions == 6 and alkali >= 5:
        return "argyrodite"
    if tetrahedral == 1 and anions == 4:
        return "thiophosphate" if {"P"} == formula.symbols & _TETRAHEDRAL else "thio-LISICON"
    return "thiophosphate" if formula.symbols <= {"Li", "Na", "P", "S"} and "P" in formula.symbols else None


def _oxide_family(formula: Formula) -> str | None:
    oxygen, large, alkali = _sum(formula, {"O"}), _sum(formula, _LARGE), _size(formula, _ALKALI)
    network = _sum(formula, {"P", "Si"})
    if oxygen == 12 and large == 3 and alkali >= 3:
        return "garnet"
    if oxygen == 12 and network == 3 and alkali >= Fraction(1, 2):
        return "NASICON"
    if oxygen == 4 and _sum(formula, {"P"}) == 1 and alkali == 1 and formula.symbols & {"Fe", "Mn", "Co", "Ni"}:
        return "olivine"
    if oxygen == 1 and _sum(formula, _HALOGENS) == 1 and alkali >= 2:
        return "anti-perovskite"
    if oxygen == 2 and alkali and alkali <= Fraction(3, 2) and formula.symbols & _TRANSITION:
        return "layered oxide"
    if (
        _plain_number(formula, "O") == 3
        and formula.symbols & _LARGE
        and len(formula.symbols) >= 3
        and not formula.symbols & {"P", "C", "N", "B"}
    ):
        return "perovskite"
    return None


def _metallic(symbol: str) -> bool:
    """Whether it is a metal or metalloid, or a letter or mixed site that stands for one."""
    known = elements().get(symbol)
    return known.kind in ("metal", "metalloid") if known else symbol != "X"


def _plain_number(formula: Formula, symbol: str) -> Fraction:
    """The number in an amount, whatever vacancies it has besides: 3 in 3-delta."""
    return dict(formula.amounts.get(symbol, Amount(())).terms).get("", Fraction(0))


def _sum(formula: Formula, symbols: frozenset[str] | set[str]) -> Fraction | None:
    """Exact sum of the amounts of some symbols; None if a variable is left over."""
    total = Amount(())
    for symbol in symbols & formula.symbols:
        total = total + formula.amounts[symbol]
    return total.number


def _size(formula: Formula, symbols: frozenset[str] | set[str]) -> Fraction:
    """About how much of some symbols there is, every variable counted as one half."""
    total = Fraction(0)
    for symbol in symbols & formula.symbols:
        for variables, factor in formula.amounts[symbol].terms:
            total += factor / 2 ** len(list(filter(None, variables.split("*"))))
    return total
