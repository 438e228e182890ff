"""Alloys and composites as anodes, pressure on cells, and electrolytes built of layers."""

from __future__ import annotations

import pytest

from .test_strategies import Told, shown, strategies_of

ANODES: list[tuple[str, Told]] = [
    (
        "A Li-Zn solid solution keeps its contact with LLZO on stripping.",
        ("anode_alloying", "Li-Zn", "LLZO", "contact"),
    ),
    (
        "A Li-Mg alloy with 10 at% Mg keeps its contact with LLZO.",
        ("anode_alloying", "Li-Mg Mg", "LLZO", "contact"),
    ),
    ("Li22Sn5 anodes suppress side reactions with LPSCl.", ("anode_alloying", "Li22Sn5", "LPSCl", "side_reaction")),
    (
        "Silicon-based anodes form a stable interphase with LPSCl.",
        ("anode_alloying", "Si", "LPSCl", "interfacial_stability"),
    ),
    (
        "Tin powder was pressed into lithium, which raised the critical current density of Li3PS4 cells.",
        ("anode_alloying", "Sn", "Li", "critical_current_density"),
    ),
    (
        "An Ag-C layer suppresses dendrites in cells with LPSCl.",
        ("anode_composite", "Ag-C", "LPSCl", "dendrite_growth"),
    ),
    (
        "The graphite-Li composite wets the garnet.",
        ("anode_composite", "graphite", "Li", "wettability"),
    ),
    (
        "A composite anode of Li and C3N4 lowers the interfacial resistance of LLZO.",
        ("anode_composite", "C3N4", "Li", "interfacial_resistance"),
    ),
    (
        "Hard carbon anodes survived 3000 cycles with LPSCl.",
        ("anode_composite", "hard carbon", "LPSCl", "cycling_stability"),
    ),
]

ANODES += [
    (
        (
            "A film of Ag particles in carbon black was cast onto steel. It dissolves in part. "
            "Li is deposited uniformly below it."
        ),
        ("anode_composite", "Ag carbon black", "", "uniform_deposition"),
    ),
    (
        "A carbon felt between Li and LGPS lowers the interfacial resistance.",
        ("interlayer_ex_situ", "carbon", "LGPS Li", "interfacial_resistance"),
    ),
]

PRESSURE: list[tuple[str, Told]] = [
    (
        "At a stack pressure of 10 MPa, no voids were found between Li and LLZO.",
        ("external_pressure", "", "LLZO Li", "void_formation"),
    ),
    (
        "Raising the pressure to 10 MPa restored the contact between Li and LLZO.",
        ("external_pressure", "", "LLZO Li", "contact"),
    ),
    ("Under 7 MPa, void formation is suppressed.", ("external_pressure", "", "", "void_formation")),
    (
        "The critical current density is 0.2 mA/cm2; 7 MPa lifts it to 1 mA/cm2.",
        ("external_pressure", "", "", "critical_current_density"),
    ),
    ("Stack pressure closes the pores in LPSCl.", ("external_pressure", "", "LPSCl", "void_formation")),
]

LAYERS: list[tuple[str, Told]] = [
    ("A bilayer of LATP and LPSCl prevents side reactions.", ("structure_design", "", "LATP LPSCl", "side_reaction")),
    (
        "LGPS sandwiched between two layers of LPSCl stops dendrites.",
        ("structure_design", "LPSCl", "LGPS", "dendrite_growth"),
    ),
    (
        "LGPS was enclosed between two sheets of LPSCl, and dendrites were suppressed.",
        ("structure_design", "LPSCl", "LGPS", "dendrite_growth"),
    ),
    ("Multilayer electrolytes suppress dendrites.", ("structure_design", "", "", "dendrite_growth")),
    (
        "Grading the chlorine content of Li3PS4 raises the critical current density.",
        ("structure_design", "Cl", "Li3PS4", "critical_current_density"),
    ),
    (
        "Germanium has been employed on LLZO, reducing the interfacial resistance of LLZO.",
        ("interlayer_ex_situ", "Ge", "LLZO", "interfacial_resistance"),
    ),
]

NO_STRATEGY = [
    "Cells were assembled with a Li-In anode and LPSCl.",
    "Na15Sn4 was used as the counter electrode.",
    "A Li-Zn solid solution does not wet the garnet and costs more.",
    "Graphite anodes store less lithium.",
    "The pellets were pressed at 300 MPa and had a density of 92%.",
    "Under a pressure of 300 MPa, the contact between the grains was improved.",
    "Even at a low stack pressure of 2 MPa, the capacity of the cells was high.",
    "At 7 MPa, voids were found.",
    "At 10 MPa, the interfacial resistance of bare LLZO was lower than 50 ohm cm2.",
    "The cathode composite was prepared by mixing LiCoO2 with LPSCl. The cell delivered 120 mAh/g.",
    "LGPS lies between two current collectors.",
]


@pytest.mark.parametrize(("text", "expected"), [*ANODES, *PRESSURE, *LAYERS])
def test_anodes_pressure_and_layers(text: str, expected: Told) -> None:
    assert {shown(fact) for fact in strategies_of(text)} == {expected}


@pytest.mark.parametrize("text", NO_STRATEGY)
def test_what_is_no_strategy(text: str) -> None:
    assert [fact for fact in strategies_of(text) if not fact.get("negated")] == []


def test_denied_effect_of_an_alloy() -> None:
    (fact,) = strategies_of("The Li-Zn alloy does not prevent voids at LLZO.")
    assert fact["negated"]
    assert shown(fact) == ("anode_alloying", "Li-Zn", "LLZO", "void_formation")
