from __future__ import annotations

import pytest

from lithograph.extract.quantities import find_quantities
from lithograph.extract.quantities.conditions import find_conditions, read_condition


def brief(text: str) -> list[tuple[str, str]]:
    return [(found.name, found.text) for found in find_conditions(text, find_quantities(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 mS cm-1 at 25 °C", [("temperature", "25 °C")]),
        ("2 mS cm-1 @ 30 °C", [("temperature", "30 °C")]),
        ("2 mS cm-1 at T = 30 °C", [("temperature", "30 °C")]),
        ("a room-temperature conductivity of 2 mS cm-1", [("temperature", "RT")]),
        ("2 mS cm-1 at 25 and 60 °C", [("temperature", "25 °C"), ("temperature", "60 °C")]),
        ("90 mAh g-1 under 1 C", [("c_rate", "1 C")]),
        ("90 mAh g-1 at C/3", [("c_rate", "C/3")]),
        ("plated at a high current density of 0.2 mA cm-2", [("current_density", "0.2 mA/cm2")]),
        ("with a current density of 2 mA cm-2", [("current_density", "2 mA/cm2")]),
        ("80% after 200 cycles", [("cycles", "200")]),
        ("80% over 350 cycles at C/3", [("cycles", "350"), ("c_rate", "C/3")]),
        ("80% in the 100th cycle", [("cycles", "100")]),
        ("80% (1 C, 25 °C)", [("c_rate", "1 C"), ("temperature", "25 °C")]),
        ("20 Ω under 10 MPa", [("pressure", "10 MPa")]),
        ("20 Ω at a low stack pressure of 5 MPa", [("pressure", "5 MPa")]),
        ("20 Ω at low pressure (5 MPa)", [("pressure", "5 MPa")]),
        ("20 Ω at 2-4 MPa", [("pressure", "2-4 MPa")]),
        ("reduced at 1.7 V", [("potential", "1.7 V")]),
        ("300 nm after 1 week", [("duration", "1 week")]),
        (
            "stable for 1000 h at 0.5 mA cm-2 and 1 mAh cm-2",
            [("duration", "1000 h"), ("current_density", "0.5 mA/cm2"), ("areal_capacity", "1 mAh/cm2")],
        ),
        ("sintered for 2 h at 1100 °C", [("duration", "2 h"), ("heat_treatment", "1100 °C")]),
        ("pressed under 375 MPa", [("forming_pressure", "375 MPa")]),
    ],
    ids=str,
)
def test_find_conditions_names_what_is_introduced(text: str, expected: list[tuple[str, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a CCD of 1.5 mA cm-2",
        "1 C = 170 mA g-1",
        "a CCD (1.5 mA cm-2)",
        "a modulus of 5 GPa",
        "two oxides (100 GPa) of interest",
        "a window from 1.7 to 2.1 V",
        "a cycle life of 500 cycles",
        "a capacity of 120 mAh g-1",
        "an energy of 400 Wh kg-1 at best",
    ],
    ids=str,
)
def test_find_conditions_leaves_values_alone(text: str) -> None:
    assert brief(text) == []


def test_find_conditions_gives_si_and_index() -> None:
    text = "2 mS cm-1 at 25 °C and 2-4 MPa"
    first, second = find_conditions(text, find_quantities(text))
    assert first.si_value == pytest.approx(298.15)
    assert (first.index, first.si_unit) == (1, "K")
    assert (second.index, second.si_value, second.si_unit) == (2, None, "Pa")
    assert text[first.start : first.end] == "25 °C"


@pytest.mark.parametrize(
    ("text", "name", "plain"),
    [("RT", "temperature", "RT"), ("@30 °C", "temperature", "30 °C"), ("at 0.1 C", "c_rate", "0.1 C")],
    ids=str,
)
def test_read_condition_reads_a_short_text(text: str, name: str, plain: str) -> None:
    found = read_condition(text)
    assert found is not None
    assert (found.name, found.text) == (name, plain)


@pytest.mark.parametrize("text", ["", "bulk", "2 mS cm-1"], ids=repr)
def test_read_condition_is_none_without_one(text: str) -> None:
    assert read_condition(text) is None
