"""Strategies whose results are told in the sentences behind, and deeds that are cited without a result."""

from __future__ import annotations

import pytest

from .test_strategies import Told, shown, strategies_of

CITED = "\n\n# References\n\n[1] A. Be, J. Power 2001, 1, 1."

DEEDS: list[tuple[str, Told]] = [
    ("Wu et al. coated LLZO with 15 nm of MgO by ALD [1].", ("interlayer_ex_situ", "MgO", "LLZO", "")),
    ("In one report, AgF was inserted between Li and Li6PS5Cl [1].", ("interlayer_ex_situ", "AgF", "Li Li6PS5Cl", "")),
    ("Kim and co-workers doped LGPS with antimony [1].", ("doping", "Sb", "LGPS", "")),
    ("Kim and co-workers replaced part of the zirconium in LLZO by tungsten [1].", ("doping", "W", "LLZO", "")),
    ("LiPON has been sputtered on LATP [1].", ("interlayer_ex_situ", "LiPON", "LATP", "")),
    ("A ZnO film laid on LLZO takes up lithium [1].", ("interlayer_ex_situ", "ZnO", "LLZO", "")),
]

RESULTS: list[tuple[str, Told]] = [
    (
        (
            "Aluminium was evaporated onto the garnet. The interfacial resistance fell from 800 to 30 ohm cm2. "
            "Symmetric cells ran for 900 h."
        ),
        ("interlayer_ex_situ", "Al", "garnet", "cycling_stability interfacial_resistance"),
    ),
    (
        "Li was alloyed with 5 at% Zn. No voids were seen after 200 h.",
        ("anode_alloying", "Zn", "Li", "void_formation"),
    ),
    (
        "A MgF2 film was laid on LAGP. It kept the germanium from being reduced, and the cells survived 700 cycles.",
        ("interlayer_ex_situ", "MgF2", "LAGP", "cycling_stability side_reaction"),
    ),
    (
        "Sn was rubbed onto LLZO. The cells then did not short-circuit.",
        ("interlayer_ex_situ", "Sn", "LLZO", "short_circuit"),
    ),
    (
        "An In interlayer was placed between Li and LLZO. The overpotential stayed flat for 500 h.",
        ("interlayer_ex_situ", "In", "LLZO Li", "overpotential"),
    ),
    (
        "LATP was covered with ZnO. The treated cells retained 91% of their capacity.",
        ("interlayer_ex_situ", "ZnO", "LATP", "capacity_retention"),
    ),
]

MORE: list[tuple[str, Told]] = [
    (
        "A hybrid interphase dominated by Li3Sb and LiF was built on Li. The Li3Sb alloy prevents void formation.",
        ("interlayer_in_situ", "Li3Sb LiF", "Li", "void_formation"),
    ),
    (
        "The phosphoric acid leaves a layer of Li3PO4 on Li, which suppresses side reactions.",
        ("interlayer_in_situ", "Li3PO4", "Li", "side_reaction"),
    ),
    (
        "The surface of LLZO was modified with a thin layer of MgO. This layer ensures intimate contact.",
        ("interlayer_ex_situ", "MgO", "LLZO", "contact"),
    ),
    (
        "Symmetric cells with the fluorinated argyrodite Li6PS5F ran for more than 250 h.",
        ("doping", "F", "Li6PS5F argyrodite", "cycling_stability"),
    ),
    (
        "An inorganic/polymer interlayer composed of PEO and SiO2 was built on LAGP to stabilize the interface.",
        ("interlayer_ex_situ", "PEO SiO2", "LAGP", "interfacial_stability"),
    ),
    (
        (
            "An interlayer of Si3N4 was put on LLZO, which ensures contact due to its softness and the formation of a "
            "Li-Si alloy."
        ),
        ("interlayer_ex_situ", "Si3N4", "LLZO", "contact"),
    ),
    (
        "A Sn film was laid on LLZO. Li moves fast in Sn. Consequently, dendrites are suppressed.",
        ("interlayer_ex_situ", "Sn", "LLZO", "dendrite_growth"),
    ),
    (
        "Replacing flammable liquid electrolytes with solid electrolytes is the aim.",
        ("new_electrolyte", "solid electrolyte", "liquid electrolyte", "nonflammability"),
    ),
    ("Carbonate on LLZO is removed with HCl.", ("surface_conditioning", "HCl", "LLZO", "surface_contamination")),
    ("The Li-In alloy hardly reduces LPSCl.", ("anode_alloying", "Li-In", "LPSCl", "side_reaction")),
    (
        "Replacing Li metal by an alloy suppresses side reactions.",
        ("anode_alloying", "Li alloy", "Li", "side_reaction"),
    ),
    ("Ta-doped LLZO is stable against Li.", ("doping", "Ta", "LLZO", "interfacial_stability")),
    (
        "A double-layer polymer electrolyte with a PAN layer and a PEO layer widens the electrochemical window.",
        ("structure_design", "", "polymer", "stability_window"),
    ),
]

LISTED = (
    "The approaches to this issue are the development of new electrolytes, the protection of Li by coating materials, "
    "and the use of host structures for Li."
)

NO_STRATEGY = [
    "The particles are new electrolytes with a coating of dust.",
    "PEO dissolves lithium salts [1].",
    "The formation of an Ag-Zn alloy keeps the surface smooth.",
    "We sputtered LiPON on LATP.",
    "LLZO was synthesized from Li2CO3, La2O3 and ZrO2 and sintered at 1100 °C [1].",
    "Li6PS5Cl pellets were pressed at 380 MPa [1].",
    "SEM images of LLZO coated with gold were taken [1].",
    "Indium was evaporated on LATP. Bare pellets, by contrast, short-circuited after 10 h.",
    "Indium was evaporated on LATP. Uncoated cells ran for 500 h.",
    "Indium was evaporated on LATP. The ionic conductivity of Li6PS5Cl rose to 3 mS/cm.",
    "Indium was evaporated on LATP.\n\nThe interfacial resistance fell.",
    "The voids open, contact is lost and the resistance rises.",
    "Na3PS4 was prepared by ball milling and heated at 270 °C. The conductivity was 0.2 mS/cm.",
    "W-doped Na3SbS4 was synthesized from Na2S, Sb2S3 and WS2.",
]


@pytest.mark.parametrize(("text", "expected"), DEEDS)
def test_cited_deed(text: str, expected: Told) -> None:
    assert [shown(fact) for fact in strategies_of(text + CITED)] == [expected]


@pytest.mark.parametrize(("text", "expected"), DEEDS)
def test_deed_without_citation_and_result(text: str, expected: Told) -> None:
    assert strategies_of(text.replace(" [1]", "")) == []


@pytest.mark.parametrize(("text", "expected"), RESULTS)
def test_result_in_a_sentence_behind(text: str, expected: Told) -> None:
    assert {shown(fact) for fact in strategies_of(text)} == {expected}


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_told_by_parts_and_participles(text: str, expected: Told) -> None:
    assert {shown(fact) for fact in strategies_of(text)} == {expected}


def test_listed_approaches() -> None:
    found = {shown(fact)[0] for fact in strategies_of(LISTED)}
    assert found == {"new_electrolyte", "interlayer_ex_situ", "anode_composite"}


def test_gapped_verb() -> None:
    text = (
        "A Si film lowered the interfacial resistance of garnet from 900 to 100 ohm cm2, and a Ge film from 800 to 90 "
        "ohm cm2."
    )
    found = {shown(fact) for fact in strategies_of(text)}
    assert found == {("interlayer_ex_situ", name, "garnet", "interfacial_resistance") for name in ("Si", "Ge")}


@pytest.mark.parametrize("text", NO_STRATEGY)
def test_what_goes_on_with_no_strategy(text: str) -> None:
    assert strategies_of(text + CITED * ("[1]" in text)) == []


SIGNS = [
    ("keeps voids away", "void_formation"),
    ("keeps electrons out of the grain boundaries", "electronic_leakage"),
    ("makes the garnet lithiophilic", "wettability"),
    ("halves the interfacial resistance", "interfacial_resistance"),
    ("leads to a tenfold lower interfacial resistance", "interfacial_resistance"),
    ("spreads the current evenly", "uniform_deposition"),
    ("reaches an interfacial resistance of 9 ohm cm2", "interfacial_resistance"),
    ("shows an interfacial resistance of 9 ohm cm2", ""),
    ("offers 900 Wh/L", "energy_density"),
    ("conducts better", "ionic_conductivity"),
    ("does not show any voids", "void_formation"),
    ("shows voids", ""),
    ("does not keep voids away", ""),
]


@pytest.mark.parametrize(("value", "effects"), [(9, {"interfacial_resistance"}), (900, set())])
def test_value_beside_another(value: int, effects: set[str]) -> None:
    text = (
        f"With a ZnO film on LLZO, the interfacial resistance was {value} ohm cm2, against 500 ohm cm2 for bare LLZO."
    )
    assert {name for fact in strategies_of(text) for name in shown(fact)[3].split()} == effects


@pytest.mark.parametrize(("said", "effect"), SIGNS)
def test_effect_in_other_words(said: str, effect: str) -> None:
    found = {name for fact in strategies_of(f"A ZnO film on LLZO {said}.") for name in shown(fact)[3].split()}
    assert found == set(effect.split())


@pytest.mark.parametrize(
    ("host", "effects"), [("Li0.33La0.56TiO3", {"ionic_conductivity"}), ("SrTiO3", set()), ("LiCoO2", set())]
)
def test_a_conductivity_not_said_to_be_of_ions_is_that_of_a_host_with_ions(host: str, effects: set[str]) -> None:
    found = strategies_of(f"The conductivity of La-doped {host} is high.")
    assert {name for fact in found for name in shown(fact)[3].split()} == effects
