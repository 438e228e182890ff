"""What a unit means: its one ASCII spelling, its dimension, its SI value; and how it is recognised in a text.

The data are in `vocabularies/units.yaml`. Conversions use the factors there, which a test compares with pint, so that
reading a paper never waits for pint to be imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from ..errors import UnitError, VocabularyError
from .unit_patterns import UnitMatcher
from .yaml_files import read_yaml

_FILE = "units.yaml"
_QUDT = "http://qudt.org/vocab/unit/"
_EMMO = "https://w3id.org/emmo#"
_ABSENT = "absent"

ROOM_TEMPERATURE_K = 298.15
"""What "room temperature" is taken to be, in kelvin (25 °C; papers hardly ever say)."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """A kind of quantity; values of one dimension can be converted into each other.

    Args:
        name: such as `areal_resistance`.
        label: for people.
        si_unit: coherent SI unit in plain ASCII, such as `ohm m2`; `1` for pure numbers.
        pint: the SI unit as pint reads it.
    """

    name: str
    label: str
    si_unit: str
    pint: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement.

    Args:
        ascii: the one plain spelling, such as `mS/cm`; empty for a bare number.
        label: for people.
        dimension: name of its dimension.
        factor: SI value = factor * value + offset.
        offset: see `factor`; not zero for degrees Celsius only.
        si_unit: coherent SI unit of the dimension, in plain ASCII.
        pint: the unit as pint reads it.
        iri: QUDT unit, where it has been verified that there is one.
        emmo_iri: EMMO unit class, likewise.
        ucum: UCUM code, as QUDT gives it.
    """

    ascii: str
    label: str
    dimension: str
    factor: float
    offset: float
    si_unit: str
    pint: str
    iri: str | None = None
    emmo_iri: str | None = None
    ucum: str | None = None


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = read_yaml(resources.files(__package__) / "vocabularies" / _FILE)
    return data


@cache
def dimensions() -> Mapping[str, Dimension]:
    """Every dimension by its name."""
    rows = _data()["dimensions"].items()
    return MappingProxyType(
        {name: Dimension(name, row["label"], row["si"], row.get("pint", row["si"])) for name, row in rows}
    )


@cache
def units() -> Mapping[str, Unit]:
    """Every unit by its ASCII spelling.

    Raises:
        VocabularyError: `units.yaml` names a dimension that it does not define.
    """
    return MappingProxyType({row["unit"]: _unit(row) for row in _data()["units"]})


def _unit(row: Mapping[str, Any]) -> Unit:
    dimension = dimensions().get(row["dimension"])
    if dimension is None:
        raise VocabularyError(_FILE, row["unit"], f"no dimension {row['dimension']!r}; add it under `dimensions`")
    qudt, emmo = row.get("qudt", _ABSENT), row.get("emmo", _ABSENT)
    return Unit(
        ascii=row["unit"],
        label=row["label"],
        dimension=dimension.name,
        factor=float(row["factor"]),
        offset=float(row.get("offset", 0)),
        si_unit=dimension.si_unit,
        pint=row.get("pint", row["unit"]),
        iri=None if qudt == _ABSENT else _QUDT + qudt,
        emmo_iri=None if emmo == _ABSENT else _EMMO + emmo,
        ucum=row.get("ucum"),
    )


@cache
def unit_matcher() -> UnitMatcher:
    """The recogniser of units in running text."""
    data = _data()
    return UnitMatcher(data["units"], data["symbols"])


@cache
def _si_units() -> Mapping[str, Unit]:
    """The dimensions' SI units that nobody writes, such as `A s/kg`, so that they can be named as well."""
    found: dict[str, Unit] = {}
    for dimension in dimensions().values():
        found.setdefault(
            dimension.si_unit,
            Unit(dimension.si_unit, dimension.label, dimension.name, 1.0, 0.0, dimension.si_unit, dimension.pint),
        )
    return MappingProxyType(found)


@cache
def parse_unit(text: str) -> Unit:
    """The unit that a text means.

    Args:
        text: a unit as papers write it (`mS cm-1`, `Ω·cm2`, `° C`, `mAhg^-1`), or its ASCII spelling. An empty text
            and `1` are the unit of a bare number.

    Raises:
        UnitError: not a unit of `units.yaml`.
    """
    text = text.strip()
    known = units()
    if text in known:
        return known[text]
    if text == "1":
        return known[""]
    name = unit_matcher().full_match(text)
    if name is not None:
        return known[name]
    if text in _si_units():
        return _si_units()[text]
    raise UnitError(text)


def to_si(value: float, unit: str) -> float:
    """The value in the coherent SI unit of its dimension (`parse_unit(unit).si_unit`).

    Raises:
        UnitError: the unit is not known.
    """
    meant = parse_unit(unit)
    return value * meant.factor + meant.offset


def convert(value: float, unit: str, target: str) -> float:
    """The value in another unit of the same dimension; bare numbers count as fractions of one.

    Args:
        value: a number in `unit`.
        unit: unit of the value, in any spelling that `parse_unit` reads.
        target: unit wanted.

    Raises:
        UnitError: one of the units is not known, or they are not of one dimension.
    """
    source, wanted = parse_unit(unit), parse_unit(target)
    if source == wanted:
        return value
    if not comparable(source.dimension, wanted.dimension):
        reason = f"a {source.dimension} cannot be converted to {wanted.ascii!r}, a {wanted.dimension}"
        raise UnitError(unit, reason)
    return (value * source.factor + source.offset - wanted.offset) / wanted.factor


def comparable(dimension: str, other: str) -> bool:
    """Whether values of the two dimensions can be converted into each other."""
    return dimension == other or {dimension, other} == {"none", "fraction"}
