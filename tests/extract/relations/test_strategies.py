"""Strategies in sentences written for the purpose: what is done, to what, and what it brings."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.extract.facts import Fact, iter_facts
from lithograph.ontology.model import PropertyClaim, StrategyClaim

Told = tuple[str, str, str, str]
"""Category, agents, targets, effects (improved and mitigated); names joined by spaces, in alphabetical order."""


def strategies_of(text: str) -> list[Fact]:
    document = read_text(f"# A note\n\n{text}\n", name="note.md")
    return [fact for fact in iter_facts(extract_document(document).claims) if fact["type"] == "strategy"]


def shown(fact: Fact) -> Told:
    effects = sorted([*fact["improves"], *fact["mitigates"]])
    return (
        fact["category"],
        " ".join(sorted(fact["agent"])),
        " ".join(sorted(fact["target"])),
        " ".join(effects),
    )


NONE_OF_THESE = [
    "Pressure does not cause cracks.",
    "Compared to LATP, the absence of titanium in LAGP improves its stability towards Li.",
    "A Li-Li symmetric cell showed stable cycling.",
    "ZnO powder was added, and it was chemically compatible with LLZO at temperatures up to 1000 °C.",
    "Fibres of cellulose decorated with Ag particles have a higher strength.",
    "Pt and Cu particles were added into PVP fibres.",
]


@pytest.mark.parametrize("text", NONE_OF_THESE)
def test_what_looks_like_a_strategy(text: str) -> None:
    assert strategies_of(text) == []


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("Doping of SrMoO3 with aliovalent Mg2+ ions improves its ionic conductivity.", ["Mg"], ["SrMoO3"]),
        (
            "Doping of Ta5+ improves the conductivity of Li7La3Zr2O12 and Li6.5La3Zr1.5Ta0.5O12.",
            ["Ta"],
            ["Li7La3Zr2O12"],
        ),
        ("Ta doping of LLZTO raises its ionic conductivity.", ["Ta"], ["LLZTO"]),
    ],
)
def test_what_is_doped_with_which_ions(text: str, agents: list[str], targets: list[str]) -> None:
    (fact,) = strategies_of(text)
    assert (fact["agent"], fact["target"]) == (agents, targets)


def test_a_layer_made_from_a_liquid_is_not_put_on_it() -> None:
    (fact,) = strategies_of("A gel polymer interlayer made from a liquid electrolyte improves the contact with Li.")
    assert "liquid electrolyte" not in fact["target"]


INTERLAYERS = [
    (
        "Coating LLZO with a thin ZnO film improves the wettability and lowers the interfacial resistance.",
        [("interlayer_ex_situ", "ZnO", "LLZO", "interfacial_resistance wettability")],
    ),
    (
        "A thin gold film was sputtered on the garnet to improve contact with lithium.",
        [("interlayer_ex_situ", "Au", "garnet", "contact")],
    ),
    (
        (
            "We inserted a graphite interlayer between Li and LGPS, which prevented side "
            "reactions and gave stable cycling."
        ),
        [("interlayer_ex_situ", "graphite", "LGPS Li", "cycling_stability side_reaction")],
    ),
    (
        "LiPON has been used as an interlayer between Li and LATP to prevent side reactions.",
        [("interlayer_ex_situ", "LiPON", "LATP Li", "side_reaction")],
    ),
    ("LiPON serves as an interlayer between Li and LATP.", [("interlayer_ex_situ", "LiPON", "LATP Li", "")]),
    (
        "To improve the wettability, a germanium layer was deposited on the garnet by sputtering.",
        [("interlayer_ex_situ", "Ge", "garnet", "wettability")],
    ),
    (
        "The interface of LLZO can be stabilized by a thin AlF3 coating deposited by ALD, which suppresses dendrites.",
        [("interlayer_ex_situ", "AlF3", "LLZO", "dendrite_growth interfacial_stability")],
    ),
    (
        "An Al2O3 interlayer between Li and Li6PS5Cl suppressed short circuits and reduced the interfacial resistance.",
        [("interlayer_ex_situ", "Al2O3", "Li Li6PS5Cl", "interfacial_resistance short_circuit")],
    ),
    (
        "Cells with an AlN interlayer on LATP showed excellent cycling stability.",
        [("interlayer_ex_situ", "AlN", "LATP", "cycling_stability")],
    ),
    (
        "Carbon-coated Al reduces the interfacial resistance.",
        [("interlayer_ex_situ", "carbon", "Al", "interfacial_resistance")],
    ),
    (
        (
            "An in situ formed LiF-rich SEI on Li effectively inhibits dendrites, resulting "
            "in a high critical current density."
        ),
        [("interlayer_in_situ", "LiF", "Li", "critical_current_density dendrite_growth")],
    ),
    (
        (
            "Li metal was coated with LiFSI, and a LiF-rich layer formed in situ on contact "
            "with Li3PS4 suppresses dendrites."
        ),
        [("interlayer_in_situ", "LiF LiFSI", "Li Li3PS4", "dendrite_growth")],
    ),
    (
        "Dipping aside, a Li3N interphase generated in situ on the Li anode prevents parasitic reactions.",
        [("interlayer_in_situ", "Li3N", "Li", "side_reaction")],
    ),
]

BULK = [
    (
        "Introducing LiI into Li3PS4 widens the electrochemical window, thereby suppressing side reactions.",
        [("doping", "LiI", "Li3PS4", "side_reaction stability_window")],
    ),
    (
        "Ta-doped LLZO exhibits excellent stability against Li metal.",
        [("doping", "Ta", "LLZO", "interfacial_stability")],
    ),
    (
        "Partial substitution of sulfur by oxygen in LGPS improves the air stability.",
        [("doping", "O", "LGPS", "air_stability")],
    ),
    (
        "Doping with halogens widens the electrochemical window of sulfide electrolytes.",
        [("doping", "halogens", "sulfide", "stability_window")],
    ),
    (
        "Replacing Zr with Ta in LLZO raises the ionic conductivity.",
        [("doping", "Ta", "LLZO", "ionic_conductivity")],
    ),
    (
        "The incorporation of Al2O3 nanoparticles into PEO enhances the ionic conductivity.",
        [("filler", "Al2O3", "PEO", "ionic_conductivity")],
    ),
    (
        "TiO2 nanoparticles were dispersed in PEO to raise the ionic conductivity.",
        [("filler", "TiO2", "PEO", "ionic_conductivity")],
    ),
    (
        "LiNO3 was added to the polymer electrolyte as an additive to suppress dendrites.",
        [("salt_or_additive", "LiNO3", "polymer", "dendrite_growth")],
    ),
    (
        "Hot pressing raises the relative density of garnets.",
        [("densification", "", "garnet", "relative_density")],
    ),
    (
        "Cross-linking of PEO suppresses dendrites.",
        [("crosslinked_network", "", "PEO", "dendrite_growth")],
    ),
    (
        "A bilayer electrolyte design with LLZO suppresses dendrites.",
        [("structure_design", "", "LLZO", "dendrite_growth")],
    ),
]

ANODES_AND_CELLS = [
    (
        "By applying a moderate stack pressure, void formation can be avoided.",
        [("external_pressure", "", "", "void_formation")],
    ),
    (
        "Stack pressure maintains intimate contact between Li and LLZO.",
        [("external_pressure", "", "LLZO Li", "contact")],
    ),
    (
        "Replacing Li metal with a Li–In alloy anode alleviates side reactions.",
        [("anode_alloying", "Li-In", "Li", "side_reaction")],
    ),
    (
        "The Li–Mg alloy anode retains intimate contact with LLZO.",
        [("anode_alloying", "Li-Mg", "LLZO", "contact")],
    ),
    (
        "Removal of Li2CO3 from the surface of LLZO reduces the interfacial resistance.",
        [("surface_conditioning", "", "LLZO", "interfacial_resistance surface_contamination")],
    ),
    (
        "Polishing of LLZO improves the wettability.",
        [("surface_conditioning", "", "LLZO", "wettability")],
    ),
    (
        "A porous carbon host for Li metal accommodates the volume change.",
        [("anode_composite", "carbon", "Li", "volume_change")],
    ),
]

SEVERAL = [
    (
        "Oxides such as ZnO and CaO were added to Li3PS4 to improve its air stability.",
        [("doping", "CaO ZnO", "Li3PS4", "air_stability")],
    ),
    (
        "A LiF layer was deposited on Li. This layer suppresses dendrites. It also reduces the interfacial resistance.",
        [("interlayer_ex_situ", "LiF", "Li", "dendrite_growth interfacial_resistance")] * 3,
    ),
    (
        (
            "The Si interlayer on LLZO improves the wettability, whereas the Sn interlayer "
            "on LATP prevents side reactions."
        ),
        [
            ("interlayer_ex_situ", "Si", "LLZO", "wettability"),
            ("interlayer_ex_situ", "Sn", "LATP", "side_reaction"),
        ],
    ),
    (
        "No dendrites were observed with the Al2O3 coating on LLZO.",
        [("interlayer_ex_situ", "Al2O3", "LLZO", "dendrite_growth")],
    ),
    (
        "The interfacial resistance of LLZO decreased with a ZnO coating.",
        [("interlayer_ex_situ", "ZnO", "LLZO", "interfacial_resistance")],
    ),
]

MORE = [
    (
        "Li alloys such as Li–In and Li–Al have been explored as anodes to alleviate side reactions with LPSCl.",
        [("anode_alloying", "Li-Al Li-In", "LPSCl", "side_reaction")],
    ),
    ("The Li9Al4 alloy prevents contact loss.", [("anode_alloying", "Li9Al4", "", "poor_contact")]),
    ("Adding Mg to Li curbs void formation.", [("anode_alloying", "Mg", "Li", "void_formation")]),
    ("Adding graphite to molten Li improves the wettability.", [("anode_composite", "graphite", "Li", "wettability")]),
    (
        "Iodine incorporation in Li7P3S11 diminishes the interfacial resistance.",
        [("doping", "I", "Li7P3S11", "interfacial_resistance")],
    ),
    (
        "Doping elements such as Sn and Sb improve the air stability of sulfide electrolytes.",
        [("doping", "Sb Sn", "sulfide", "air_stability")],
    ),
    (
        "Substituting Cl with F in Li3YCl6 improves the stability toward Li metal.",
        [("doping", "F", "Li3YCl6", "interfacial_stability")],
    ),
    ("In3+ doping of Li2ZrCl6 raises the ionic conductivity.", [("doping", "In", "Li2ZrCl6", "ionic_conductivity")]),
    (
        "Fluorination of Li6PS5Cl, yielding a stable LiF interphase, suppresses dendrites.",
        [("doping", "F", "Li6PS5Cl", "dendrite_growth interfacial_stability")],
    ),
    (
        "A trace of FEC was introduced to form a stable SEI with Li, impeding dendrite growth.",
        [("interlayer_in_situ", "FEC", "Li", "dendrite_growth interfacial_stability")],
    ),
    (
        "An interphase comprising LiF formed in situ on Li suppresses dendrites.",
        [("interlayer_in_situ", "LiF", "Li", "dendrite_growth")],
    ),
    (
        "After coating with Sb, the garnet showed a low interfacial resistance.",
        [("interlayer_ex_situ", "Sb", "garnet", "interfacial_resistance")],
    ),
    (
        "A PEO film keeps LATP from being reduced and buffers the volume change of Li.",
        [("interlayer_ex_situ", "PEO", "LATP Li", "side_reaction volume_change")],
    ),
    (
        "With a Sn interlayer, symmetric cells of LLZO ran for more than 1000 h.",
        [("interlayer_ex_situ", "Sn", "LLZO", "cycling_stability")],
    ),
    (
        "With TiO2, the ionic conductivity of PEO rises.",
        [("filler", "TiO2", "PEO", "ionic_conductivity")],
    ),
    (
        "PEO conducts poorly. TiO2 hinders its crystallization and raises its ionic conductivity.",
        [("filler", "TiO2", "PEO", "ionic_conductivity")],
    ),
    (
        "With a thin film of Al2O3 made by ALD, the interfacial resistance of garnet decreased.",
        [("interlayer_ex_situ", "Al2O3", "garnet", "interfacial_resistance")],
    ),
    (
        "With LiFSI at the interface, Li3PS4 tolerates a critical current density of 2 mA cm-2.",
        [("interlayer_ex_situ", "LiFSI", "Li3PS4", "critical_current_density")],
    ),
    (
        "Substituting Zr with metals like Ta or Nb in LLZO improves the ionic conductivity.",
        [("doping", "Nb Ta", "LLZO", "ionic_conductivity")],
    ),
    (
        "Replacing PEO by PVDF widens the electrochemical window.",
        [("new_electrolyte", "PVDF", "PEO", "stability_window")],
    ),
    (
        "PEO conducts poorly. When TiO2 is added, the ionic conductivity is increased.",
        [("filler", "TiO2", "PEO", "ionic_conductivity")],
    ),
    (
        "A bismuth buffer brought the interfacial resistance of LAGP from 2160 down to 92 Ω cm2.",
        [("interlayer_ex_situ", "Bi", "LAGP", "interfacial_resistance")],
    ),
    (
        "Li2ZrCl6 conducts poorly. Substitution of Zr4+ by Fe3+ increases it to 1 mS cm-1.",
        [("doping", "Fe", "", "ionic_conductivity")],
    ),
    (
        "A 15 nm film of Al2O3 deposited by ALD retards the reduction of LATP.",
        [("interlayer_ex_situ", "Al2O3", "LATP", "side_reaction")],
    ),
    (
        "PEO was crosslinked with polyethylene. Its mechanical strength was improved.",
        [("crosslinked_network", "polyethylene", "PEO", "mechanical_strength")] * 2,
    ),
    (
        "A layer of Li6PS5Cl is pressed between Li3YCl6 and Li. Thus, side reactions are avoided.",
        [("interlayer_ex_situ", "Li6PS5Cl", "Li Li3YCl6", "side_reaction")] * 2,
    ),
    (
        "LLZTO particles dispersed in PVDF increase the ionic conductivity.",
        [("filler", "LLZTO", "PVDF", "ionic_conductivity")],
    ),
    (
        "PAN fibers serve as a skeleton for PEO and enhance its mechanical strength.",
        [("high_modulus_host", "PAN", "PEO", "mechanical_strength")],
    ),
    (
        "Solid electrolytes show potential in suppressing dendrites.",
        [("new_electrolyte", "solid electrolyte", "", "dendrite_growth")],
    ),
    (
        "Halogen doping has proven effective for LGPS.",
        [("doping", "halogen", "LGPS", "")],
    ),
]

NOTHING = [
    "LGPS decomposes into Li2S, Li3P and a Li–Ge alloy, which increases the interfacial resistance.",
    "The interphase grows and raises the interfacial resistance of Li6PS5Cl.",
    "Al2O3 crucibles were used to sinter the pellets.",
    "Li6PS5Cl has a high ionic conductivity.",
    "Space-charge layers increase the interfacial resistance.",
    "The cathode layer contains LiCoO2 and LLZO.",
    "Dendrites grow along grain boundaries and lead to short circuits.",
    "The resistance of the interlayer was measured at 25 °C.",
    "Without a coating, LLZO shows poor wettability.",
    "A passivation layer of Li2CO3 forms on LLZO in air and reduces the wettability.",
    "Compared with bare LLZO, LATP is less stable.",
    "The YSZ electrolyte layer survived without cracks.",
    "The conductivity rises with the oxygen partial pressure.",
    "Ions pass through the GDC film with a low activation energy.",
    "A LiF layer was deposited on Li by sputtering.",
    "Can a coating on Li suppress dendrites?",
    "One way to raise the energy density is to replace graphite by silicon.",
    "Electrolytes lacking additives show intimate contact because of the softness that additives take away.",
    "LLZO lacks an interlayer that prevents side reactions.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*INTERLAYERS, *BULK, *ANODES_AND_CELLS, *SEVERAL, *MORE],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_strategies(text: str, expected: list[Told]) -> None:
    assert [shown(fact) for fact in strategies_of(text)] == expected


@pytest.mark.parametrize("text", NOTHING, ids=lambda text: text[:40])
def test_what_is_no_strategy(text: str) -> None:
    assert strategies_of(text) == []


def test_denied_effects() -> None:
    (fact,) = strategies_of("Polishing does not improve the wettability of LLZO.")
    assert fact["negated"]
    assert shown(fact) == ("surface_conditioning", "", "LLZO", "wettability")


@pytest.mark.parametrize(
    ("text", "improves", "mitigates"),
    [
        ("SiO2 fillers improve the thermal stability of PEO.", [], ["thermal_instability"]),
        ("A LiNbO3 coating improves the stability of NCM at high temperatures.", [], ["thermal_instability"]),
        ("Fillers of SiO2 make PEO nonflammable.", ["nonflammability"], []),
    ],
)
def test_stability_in_heat_is_not_safety_from_fire(text: str, improves: list[str], mitigates: list[str]) -> None:
    (told,) = strategies_of(text)
    assert (told["improves"], told["mitigates"]) == (improves, mitigates)


def test_alternatives_with_references_of_their_own() -> None:
    text = (
        "Oxides such as ZnO [1], CaO [2] and Bi2O3 [3] have been added to Li3PS4 to improve its air stability.\n\n"
        "# References\n\n[1] A. Be, J. Power 2001, 1, 1.\n[2] C. De, J. Power 2002, 2, "
        "2.\n[3] E. Fe, J. Power 2003, 3, 3."
    )
    found = sorted((fact["refs"], fact["agent"]) for fact in strategies_of(text))
    assert found == [([1], ["ZnO"]), ([2], ["CaO"]), ([3], ["Bi2O3"])]


def test_numbers_of_a_strategy() -> None:
    text = "A ZnO interlayer of 5 nm lowered the interfacial resistance of LLZO from 900 to 20 Ω cm2."
    document = read_text(f"# A note\n\n{text}\n", name="note.md")
    claims = extract_document(document).claims
    (strategy,) = (claim for claim in claims if isinstance(claim, StrategyClaim))
    shown_by = {claim.low for claim in claims if claim.id in strategy.measurements and isinstance(claim, PropertyClaim)}
    assert shown_by == {900.0, 20.0}


def test_numbers_go_to_the_strategy_that_names_their_subject() -> None:
    text = (
        "The Si interlayer lowers the resistance of LLZO, whereas Ta doping raises the conductivity of LLTO to 1 mS/cm."
    )
    document = read_text(f"# A note\n\n{text}\n", name="note.md")
    claims = extract_document(document).claims
    strategies = {claim.category: claim for claim in claims if isinstance(claim, StrategyClaim)}
    assert len(strategies["doping"].measurements) == 1
    assert strategies["interlayer_ex_situ"].measurements == []


def test_the_layer_of_a_paper_on_one_layer() -> None:
    text = (
        "An AlN coating on Li suppresses dendrites. The AlN coating on Li prevents side reactions. "
        "With an AlN coating on Li, no short circuits were observed.\n\n## Results\n\nThe coating improves the contact."
    )
    found = {(tuple(fact["agent"]), tuple(fact["target"])) for fact in strategies_of(text)}
    assert found == {(("AlN",), ("Li",))}
