"""Values that no material and no cell can have are known as such."""

from __future__ import annotations

import pytest

from lithograph.errors import UnitError
from lithograph.ontology.possible import why_impossible
from lithograph.ontology.vocabulary import PropertyTerm, properties


@pytest.mark.parametrize("term", properties().values(), ids=lambda term: term.name)
def test_every_property_has_bounds(term: PropertyTerm) -> None:
    low, high = term.possible
    assert low < high
    assert why_impossible(term.name, (low, high), term.canonical_unit) is None
    assert why_impossible(term.name, (high * 1.1,), term.canonical_unit) is not None


@pytest.mark.parametrize(
    ("name", "numbers", "unit"),
    [
        ("ionic_conductivity", (21000.0,), "S/cm"),
        ("ionic_conductivity", (1.0, 2e5), "S/m"),
        ("transference_number", (49.0,), ""),
        ("contact_angle", (210.0,), "deg"),
        ("thickness", (0.01,), "nm"),
        ("relative_density", (130.0,), "%"),
        ("overpotential", (48.0,), "V"),
    ],
)
def test_a_value_beyond_them_is_told(name: str, numbers: tuple[float, ...], unit: str) -> None:
    told = why_impossible(name, numbers, unit)
    assert told is not None
    assert f"is no {properties()[name].label}, which is between" in told


@pytest.mark.parametrize(
    ("name", "numbers", "unit"),
    [
        ("ionic_conductivity", (32.0,), "mS/cm"),
        ("ionic_conductivity", (1e-9, None), "S/cm"),
        ("reduction_potential", (-3.04,), "V"),
        ("coulombic_efficiency", (101.5,), "%"),
        ("activation_energy", (108.5,), "kJ/mol"),
        ("interfacial_resistance", (6e9,), "ohm"),
        ("thickness", (0.0, 5.0), "nm"),
        ("relative_density", (0.98,), ""),
    ],
)
def test_a_value_within_them_or_of_another_dimension_is_not(
    name: str, numbers: tuple[float | None, ...], unit: str
) -> None:
    assert why_impossible(name, numbers, unit) is None


def test_an_unknown_unit_is_an_error() -> None:
    with pytest.raises(UnitError):
        why_impossible("ionic_conductivity", (1.0,), "furlong")
