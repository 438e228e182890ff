"""Measurements as QUDT quantities: the value as written, and the same in SI.

QUDT 3 says `qudt:hasUnit` and `qudt:numericValue`; it has no bounds, so ranges are schema.org's minimum and maximum.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pyoxigraph import NamedNode

from ...errors import UnitError
from ...ontology.units import parse_unit, units
from ..rows import NodeRow, Scalar, Value
from .nodes import own_properties
from .terms import RDF_TYPE, Triple, literal, node_iri, own, term, under, words

BOUNDS = {">": "schema:minValue", ">=": "schema:minValue", "<": "schema:maxValue", "<=": "schema:maxValue"}
_MINTED = "areal_resistance"
"""The dimension whose units others lack."""

_WRONG_IN_EMMO = frozenset({"areal_capacity"})
"""EMMO 1.0.3 gives mAh/cm2 a factor of 3.6e10 for 3.6e4: better no unit than that one."""

_IN_VALUES = frozenset({"low", "high", "unit", "si_low", "si_high", "si_unit"})


def measurement_triples(node: NodeRow) -> Iterator[Triple]:
    """A measurement with its quantity values."""
    here, known = node_iri(node.id), node.properties
    yield here, RDF_TYPE, own("Measurement")
    yield from own_properties(node, here, (name for name in known if name not in _IN_VALUES))
    yield from _quantity_value(here, "written", known, ("low", "high", "unit"))
    if "si_low" in known and "si_unit" in known:
        yield from _quantity_value(here, "si", known, ("si_low", "si_high", "si_unit"))


def _quantity_value(
    measurement: NamedNode, form: str, known: Mapping[str, Value], fields: tuple[str, str, str]
) -> Iterator[Triple]:
    """One form of the value; a bound is only a least or greatest value, a range both."""
    here = under(measurement, form)
    low, high, unit = (_plain(known.get(field)) for field in fields)
    qualifier = str(known["qualifier"])
    yield measurement, term("qudt:quantityValue"), here
    yield here, RDF_TYPE, term("qudt:QuantityValue")
    if low is not None and high is not None:
        yield here, term("schema:minValue"), literal(low)
        yield here, term("schema:maxValue"), literal(high)
    elif low is not None:
        yield here, term(BOUNDS.get(qualifier, "qudt:numericValue")), literal(low)
    if qualifier == "~":
        yield here, own("approximate"), literal(True)
    if unit:
        yield here, term("schema:unitText"), literal(unit)
    iri = _unit_iri(str(unit or ""))
    if iri is not None:
        yield here, term("qudt:hasUnit"), iri


def _plain(value: Value) -> Scalar:
    """A value that is no list."""
    return None if isinstance(value, tuple) else value


@cache
def _unit_iri(text: str) -> NamedNode | None:
    try:
        unit = parse_unit(text)
    except UnitError:
        return None
    if unit.dimension == _MINTED:
        return node_iri(f"unit:{unit.ascii}")
    iri = unit.iri or (None if unit.dimension in _WRONG_IN_EMMO else unit.emmo_iri)
    return NamedNode(iri) if iri else None


def unit_triples() -> Iterator[Triple]:
    """Units that neither QUDT nor EMMO has: those of an area-specific resistance, defined as QUDT defines units."""
    for unit in units().values():
        if unit.dimension == _MINTED:
            here = node_iri(f"unit:{unit.ascii}")
            yield here, RDF_TYPE, term("qudt:Unit")
            yield here, term("rdfs:label"), words(unit.label)
            yield here, term("qudt:conversionMultiplier"), literal(unit.factor)
            yield here, term("qudt:ucumCode"), literal(ucum_code(unit.ascii))


def ucum_code(unit: str) -> str:
    """The UCUM code of a unit of area-specific resistance.

    Example:
        >>> ucum_code("kohm cm2")
        'kOhm.cm2'
    """
    return unit.replace("ohm", "Ohm").replace(" ", ".")
