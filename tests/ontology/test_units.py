from __future__ import annotations

import pickle
import re
import sys
from pathlib import Path
from subprocess import run
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lithograph.errors import UnitError
from lithograph.ontology import units as module
from lithograph.ontology.unit_patterns import unit_terms
from lithograph.ontology.units import comparable, convert, dimensions, parse_unit, to_si, unit_matcher, units

DEFINITIONS = (
    "cycle = [cycle]",
    "C_rate = [C_rate]",
    "standard_cubic_centimeter_per_minute = 1.6666666666666667e-8 m**3/s = sccm",
)
"""What pint lacks."""

ONTOLOGY_MAP = Path(__file__).parents[2].parent / "shared" / "design" / "ontology-map.md"
SCORER = Path(__file__).parents[2].parent / "shared" / "gold" / "score.py"

SPELLINGS = [
    ("mS cm-1", "mS/cm"),
    ("mS/cm", "mS/cm"),
    ("mS·cm-1", "mS/cm"),
    ("mS cm^-1", "mS/cm"),
    ("mS cm⁻¹", "mS/cm"),
    ("mS cm\u22121", "mS/cm"),
    ("mS cm\u20131", "mS/cm"),
    ("mS cm -1", "mS/cm"),
    ("mScm-1", "mS/cm"),
    ("mS per cm", "mS/cm"),
    ("S∙cm-1", "S/cm"),
    ("mAhg-1", "mAh/g"),
    ("mA h g-1", "mAh/g"),
    ("mAh·g-1", "mAh/g"),
    ("Whkg-1", "Wh/kg"),
    ("Wh L-1", "Wh/L"),
    ("Ω cm2", "ohm cm2"),
    ("Ω·cm2", "ohm cm2"),
    ("Ωcm2", "ohm cm2"),
    ("Ω cm 2", "ohm cm2"),
    ("Ohm cm^2", "ohm cm2"),
    ("µAh cm-2", "uAh/cm2"),
    ("μAh cm-2", "uAh/cm2"),
    ("mA/cm-2", "mA/cm2"),
    ("° C", "degC"),
    ("°C", "degC"),
    ("ºC", "degC"),
    ("℃", "degC"),
    ("degrees Celsius", "degC"),
    ("vol%", "vol%"),
    ("wt. %", "wt%"),
    ("at.%", "at%"),
    ("percent", "%"),
    ("W m-1 K-1", "W/m/K"),
    ("W/(m K)", "W/m/K"),
    ("eV atom-1", "eV/atom"),
    ("µ m", "um"),
    ("microns", "um"),
    ("hours", "h"),
    ("days", "d"),
    ("charge-discharge cycles", "cycles"),
    ("Å", "angstrom"),
    ("cm-1", "1/cm"),
    ("", ""),
    ("1", ""),
    ("A s/kg", "A s/kg"),
]


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry[Any]:
    made: pint.UnitRegistry[Any] = pint.UnitRegistry()
    for definition in DEFINITIONS:
        made.define(definition)
    return made


@pytest.mark.parametrize(("text", "expected"), SPELLINGS, ids=[repr(text) for text, _ in SPELLINGS])
def test_parse_unit_reads_every_spelling(text: str, expected: str) -> None:
    assert parse_unit(text).ascii == expected


@pytest.mark.parametrize("text", ["Li", "cm/Li", "Cl", "V ms-1 kg", "mS cm-1 of", "figure", "µ", "mol ratio"])
def test_parse_unit_refuses_what_is_no_unit(text: str) -> None:
    with pytest.raises(UnitError) as caught:
        parse_unit(text)
    assert text in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).text == text


def test_parse_unit_reads_every_ascii_form() -> None:
    for name in units():
        assert parse_unit(name).ascii == name


def test_unit_matcher_reads_every_composed_unit_as_itself() -> None:
    composed = [row["unit"] for row in module._data()["units"] if not row.get("only")]
    for unit in composed:
        if unit and not unit.startswith("1/"):
            assert unit_matcher().full_match(unit) == unit


def test_units_no_two_have_the_same_terms() -> None:
    composed = [row["unit"] for row in module._data()["units"] if row["unit"] and not row.get("only")]
    assert len({unit_terms(unit) for unit in composed}) == len(composed) == len(set(composed))


def test_units_every_symbol_entry_is_used() -> None:
    used = {symbol for unit in units() for symbol, _ in unit_terms(unit)}
    assert set(module._data()["symbols"]) <= used


def test_units_factors_are_pints(registry: pint.UnitRegistry[Any]) -> None:
    for unit in units().values():
        si = dimensions()[unit.dimension].pint.replace("1/", "dimensionless/")
        expression = registry.parse_expression(unit.pint)
        if unit.offset:
            assert registry.Quantity(0, unit.pint).to(si).magnitude == pytest.approx(unit.offset)
            assert registry.Quantity(1, unit.pint).to(si).magnitude == pytest.approx(unit.offset + unit.factor)
        else:
            target = "dimensionless" if si == "1" else si
            assert registry.Quantity(expression).to(target).magnitude == pytest.approx(unit.factor, rel=1e-9), unit


def test_dimensions_are_all_used() -> None:
    assert {unit.dimension for unit in units().values()} == set(dimensions())


def test_units_never_import_pint() -> None:
    code = "import sys, lithograph.ontology.units as u; u.parse_unit('mS cm-1'); print('pint' in sys.modules)"
    assert run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_units_iris_are_verified() -> None:
    if not ONTOLOGY_MAP.exists():
        pytest.skip(f"{ONTOLOGY_MAP} is not there")
    section = ONTOLOGY_MAP.read_text(encoding="utf-8").split("## 3 ")[1].split("\n## 4 ")[0]
    for unit in units().values():
        for iri in filter(None, (unit.iri, unit.emmo_iri)):
            assert f"`{iri}`" in section, unit


def test_units_hold_every_unit_that_the_scorer_knows() -> None:
    if not SCORER.exists():
        pytest.skip(f"{SCORER} is not there")
    table = SCORER.read_text(encoding="utf-8").split("UNITS = {")[1].split("}\n")[0]
    plain = {name.casefold().replace(" ", ""): unit for name, unit in units().items()}
    not_a_unit_of_ours = {"ma/cm", "°"}
    names = set(re.findall(r'"([^"]*)": \(', table)) - not_a_unit_of_ours
    assert names <= set(plain), names - set(plain)


@pytest.mark.parametrize(
    ("value", "unit", "target", "expected"),
    [
        (1.0, "mS/cm", "S/m", 0.1),
        (25.0, "degC", "K", 298.15),
        (298.15, "K", "degC", 25.0),
        (298.15, "RT", "degC", 25.0),
        (90.0, "%", "", 0.9),
        (0.5, "", "%", 50.0),
        (2.0, "mA cm-2", "A/m2", 20.0),
        (1.0, "mAh/cm2", "Ah/m2", 10.0),
        (100.0, "Ω cm2", "ohm m2", 0.01),
        (1.0, "week", "d", 7.0),
    ],
    ids=str,
)
def test_convert_gives_value(value: float, unit: str, target: str, expected: float) -> None:
    assert convert(value, unit, target) == pytest.approx(expected)


def test_convert_refuses_another_dimension() -> None:
    with pytest.raises(UnitError, match="conductivity cannot be converted"):
        convert(1, "mS/cm", "V")


def test_to_si_uses_offset() -> None:
    assert to_si(-273.15, "degC") == pytest.approx(0)


@given(st.sampled_from(sorted(units())), st.data(), st.floats(-1e6, 1e6))
def test_convert_there_and_back(unit: str, data: st.DataObject, value: float) -> None:
    same = sorted(other.ascii for other in units().values() if comparable(other.dimension, units()[unit].dimension))
    target = data.draw(st.sampled_from(same))
    assert convert(convert(value, unit, target), target, unit) == pytest.approx(value, rel=1e-9, abs=1e-6)
