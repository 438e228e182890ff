"""Values that cannot be: of a lost exponent sign, a wrong unit, a number that is something else."""

from __future__ import annotations

from .units import parse_unit, to_si
from .vocabulary import properties


def why_impossible(name: str, numbers: tuple[float | None, ...], unit: str) -> str | None:
    """Why no material or cell can have a value of a property; None where it can, or where nobody knows.

    Args:
        name: of the property.
        numbers: the value, or the ends of a range; None and zero, with which a series begins, are not looked at.
        unit: of the numbers; one of another dimension than the property's canonical unit is not judged.

    Raises:
        UnitError: the unit is not known.

    Example:
        >>> why_impossible("ionic_conductivity", (21000.0,), "S/cm")
        '21000 S/cm is no ionic conductivity, which is between 0 and 10000 mS/cm'
    """
    term = properties()[name]
    if not term.possible or parse_unit(unit).si_unit != parse_unit(term.canonical_unit).si_unit:
        return None
    low, high = (to_si(bound, term.canonical_unit) for bound in term.possible)
    for number in numbers:
        if number and not low <= to_si(number, unit) <= high:
            least, most = term.possible
            within = f"between {least:g} and {most:.15g} {term.canonical_unit}".rstrip()
            return f"{number:g} {unit}".rstrip() + f" is no {term.label}, which is {within}"
    return None
