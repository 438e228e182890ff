"""Who suffers from what, in sentences written for the purpose."""

from __future__ import annotations

import pytest

from .conftest import FactsOf

SENTENCES: list[tuple[str, str, list[tuple[str, str]]]] = [
    # verbs
    ("suffers from", "LGPS suffers from poor air stability.", [("LGPS", "air_instability")]),
    (
        "two of them",
        "Garnets suffer from brittleness and poor wettability.",
        [("garnet", "brittleness"), ("garnet", "poor_wettability")],
    ),
    ("two subjects", "LLZO and LATP exhibit low ductility.", [("LATP", "brittleness"), ("LLZO", "brittleness")]),
    ("has", "PEO has a low ionic conductivity at room temperature.", [("PEO", "low_ionic_conductivity")]),
    ("prone to", "LAGP is prone to side reactions with Li.", [("LAGP", "side_reaction")]),
    ("plagued by", "Garnet electrolytes are plagued by Li dendrites.", [("garnet", "dendrite_growth")]),
    ("limited by", "PEO is limited by its low mechanical strength.", [("PEO", "mechanical_weakness")]),
    ("lacks", "Li6PS5Cl lacks air stability.", [("Li6PS5Cl", "air_instability")]),
    ("cannot", "LLZO cannot maintain good contact with Li.", [("LLZO", "poor_contact")]),
    ("fails to", "PEO fails to provide sufficient mechanical strength.", [("PEO", "mechanical_weakness")]),
    # what it does
    ("reduced at a potential", "LATP is reduced at 2.4 V.", [("LATP", "side_reaction")]),
    ("its metal is reduced", "LATP is cheap, but its titanium is reduced below 2.4 V.", [("LATP", "side_reaction")]),
    ("oxidised", "Sulfides are oxidized at the positive electrode.", [("sulfide", "side_reaction")]),
    ("a value is reduced", "The thickness of LATP is reduced at 2.4 V.", []),
    ("metal turns it into", "Lithium turns LGPS into sulfides and phosphides.", [("LGPS", "side_reaction")]),
    ("does not tolerate", "Sulfides do not tolerate lithium metal.", [("sulfide", "side_reaction")]),
    ("tolerates", "Li3N tolerates lithium metal.", []),
    ("releases", "Li6PS5Cl releases H2S in moist air.", [("Li6PS5Cl", "air_instability")]),
    ("conducts poorly", "PEO conducts poorly at room temperature.", [("PEO", "low_ionic_conductivity")]),
    ("absorbs", "Halides absorb water from the air.", [("halide", "air_instability")]),
    (
        "picks up",
        "Garnet surfaces pick up carbonate from air.",
        [("garnet", "air_instability"), ("garnet", "surface_contamination")],
    ),
    ("swells", "Al expands by 96% on lithiation.", [("Al", "volume_change")]),
    ("expands something", "LLZO expands the range of anodes.", []),
    (
        "from again",
        "LLTO suffers from costs and, in addition, from resistive grain boundaries.",
        [("LLTO", "grain_boundary")],
    ),
    # predicates
    ("is brittle", "LLZO is hard and brittle.", [("LLZO", "brittleness")]),
    ("is sensitive to", "Li6PS5Cl is sensitive to moisture.", [("Li6PS5Cl", "air_instability")]),
    ("is unstable against Li", "LATP is unstable against Li metal.", [("LATP", "side_reaction")]),
    ("is unstable in air", "Sulfides are unstable in humid air.", [("sulfide", "air_instability")]),
    ("incompatible", "LGPS is incompatible with Li.", [("LGPS", "side_reaction")]),
    ("quality of it is low", "The ionic conductivity of PEO is low.", [("PEO", "low_ionic_conductivity")]),
    (
        "its quality is poor",
        "The mechanical strength of Li3PS4 remains inadequate.",
        [("Li3PS4", "mechanical_weakness")],
    ),
    # nominal
    ("the low x of", "The low conductivity of PEO calls for heating.", [("PEO", "low_ionic_conductivity")]),
    ("possessive", "LLZO's poor wettability is well known.", [("LLZO", "poor_wettability")]),
    ("its", "Due to its low shear modulus, PEO lets metal pass.", [("PEO", "mechanical_weakness")]),
    ("in", "Dendrite growth in LLZO is a concern.", [("LLZO", "dendrite_growth")]),
    (
        "side reactions of",
        "Side reactions of Li10GeP2S12 with Li thicken the interphase.",
        [("Li10GeP2S12", "side_reaction")],
    ),
    (
        "overcome a weakness",
        "To overcome the poor wettability of LLZO, films were tried.",
        [("LLZO", "poor_wettability")],
    ),
    ("brackets", "Halides (such as Li3InCl6) show poor reduction stability.", [("halide", "narrow_stability_window")]),
    # attributes
    ("brittle garnets", "Brittle garnets require soft layers.", [("garnet", "brittleness")]),
    ("moisture-sensitive", "The moisture-sensitive Li6PS5Cl was kept dry.", [("Li6PS5Cl", "air_instability")]),
    # challenges
    (
        "challenges such as",
        "Polymer electrolytes face challenges such as low ionic conductivity and poor mechanical strength.",
        [("polymer", "low_ionic_conductivity"), ("polymer", "mechanical_weakness")],
    ),
    (
        "drawbacks of",
        "The drawbacks of sulfides include air sensitivity and narrow electrochemical windows.",
        [("sulfide", "air_instability"), ("sulfide", "narrow_stability_window")],
    ),
    (
        "main problem of",
        "The main problem of LATP is its poor stability against Li.",
        [("LATP", "side_reaction")],
    ),
    # reactions
    ("reacts with Li", "LATP reacts with Li metal.", [("LATP", "side_reaction")]),
    ("is reduced by Li", "LGPS is easily reduced by Li.", [("LGPS", "side_reaction")]),
    ("decomposes in air", "Li7P3S11 decomposes in humid air.", [("Li7P3S11", "air_instability")]),
    # application
    (
        "hinders its use",
        "Poor contact hinders the practical application of garnet electrolytes.",
        [("garnet", "poor_contact")],
    ),
    (
        "limits its use",
        "However, the low ionic conductivity limits the use of PEO.",
        [("PEO", "low_ionic_conductivity")],
    ),
    # anaphora
    ("they", "Sulfides are soft conductors. They suffer from air sensitivity.", [("sulfide", "air_instability")]),
    ("it", "LLZO conducts well. However, it is brittle.", [("LLZO", "brittleness")]),
    (
        "these electrolytes",
        "Garnets are stable. These electrolytes suffer from poor contact.",
        [("garnet", "poor_contact")],
    ),
    (
        "but",
        "PEO is flexible, but suffers from low ionic conductivity.",
        [("PEO", "low_ionic_conductivity")],
    ),
    ("whereas", "PEO is flexible, whereas LLZO is brittle.", [("LLZO", "brittleness")]),
    ("despite", "Despite its poor wettability, LLZO is often used.", [("LLZO", "poor_wettability")]),
    (
        "poses challenges, which go on",
        "High reactivity poses challenges for sulfides. These encompass poor contact and dendrite growth.",
        [("sulfide", "dendrite_growth"), ("sulfide", "poor_contact"), ("sulfide", "side_reaction")],
    ),
    (
        "shared possessive",
        "LLZO is limited by its low ductility and poor wettability.",
        [("LLZO", "brittleness"), ("LLZO", "poor_wettability")],
    ),
    ("for", "For garnets, fast plating can lead to cracks.", [("garnet", "mechanical_failure")]),
    ("seen in", "In LLZO, dendrites were observed.", [("LLZO", "dendrite_growth")]),
    ("problems exist for", "Problems such as side reactions exist for LGPS.", [("LGPS", "side_reaction")]),
    ("all but", "Most polymers are stable against Li, except for PAN.", [("PAN", "side_reaction")]),
    (
        "examples of electrolytes",
        "Solid electrolytes such as Li3N and Li2O exhibit low ionic conductivity.",
        [("Li2O", "low_ionic_conductivity"), ("Li3N", "low_ionic_conductivity")],
    ),
    ("whom Li does not wet", "Li shows poor wettability against LLZO.", [("LLZO", "poor_wettability")]),
    ("volume of an anode", "The large volume expansion of Si damages the anode.", [("Si", "volume_change")]),
    ("metal reduces it", "Lithium metal reduces LATP.", [("LATP", "side_reaction")]),
    (
        "forms in air",
        "LLZO tends to form surface carbonates in air.",
        [("LLZO", "air_instability"), ("LLZO", "surface_contamination")],
    ),
    (
        "list behind a place",
        "PEO is seldom used, due to its low ionic conductivity at RT and low transference number.",
        [("PEO", "low_ionic_conductivity"), ("PEO", "low_transference_number")],
    ),
    ("plural behind a comma", "Garnets, such as LLZO, exhibit poor wettability.", [("garnet", "poor_wettability")]),
    ("class of a cell", "Poor contact poses challenges for sulfide-based ASSBs.", [("sulfide", "poor_contact")]),
    (
        "hampered by and by",
        "The use of LLZO is hampered by its brittleness and by poor wettability.",
        [("LLZO", "brittleness"), ("LLZO", "poor_wettability")],
    ),
    (
        "of at the end of a list",
        "The low conductivity and the brittleness of LiPON limit it to films.",
        [("LiPON", "brittleness"), ("LiPON", "low_ionic_conductivity")],
    ),
    ("is a challenge for", "Poor contact remains a bottleneck for garnet electrolytes.", [("garnet", "poor_contact")]),
    ("growth of the interphase in", "Growth of the interphase in LGPS was seen.", [("LGPS", "side_reaction")]),
    ("yet", "LLZO has a high modulus, yet dendrite growth remains common.", [("LLZO", "dendrite_growth")]),
    (
        "verb behind a singular",
        "Polymer electrolytes known to date suffer from low ionic conductivity.",
        [("polymer", "low_ionic_conductivity")],
    ),
    # none
    ("while elsewhere", "While LLZO is stiff, dendrites grow in the other cell.", []),
    ("resistance to a failure", "LLZO shows a high resistance to dendrites.", []),
    ("short-term", "The short-term stability of LLZO was tested.", []),
    ("impurity", "Impurity Li2S was found.", []),
    ("boundaries are there", "The grain boundaries of LLZO were imaged.", []),
    ("lack of a failure", "Amorphous LLZO lacks grain boundaries.", []),
    ("action without a subject", "LLZO is known. Existing films show brittleness.", []),
    ("free of", "LLZO was free of dendrites.", []),
    ("suppresses", "LLZO suppresses dendrites and side reactions.", []),
    ("comparison", "The conductivity of LATP is lower than that of LLZO.", []),
    ("without", "LLZO runs without short circuits.", []),
    ("good", "LLZO exhibits a high ionic conductivity and good air stability.", []),
    ("reduced bad", "LiF-coated LLZO exhibits a low interfacial resistance.", []),
    ("mitigated", "An Al2O3 film on LLZO prevents dendrite growth.", []),
    ("requirement", "An ideal electrolyte should not be brittle.", []),
    ("nobody", "Side reactions and poor contact remain.", []),
    ("improves", "Doping LLZO improves the poor conductivity.", []),
    ("less than", "LLZO shows fewer side reactions than LATP.", []),
    ("a product", "Li2S with its high stability covers the anode.", []),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_find_limitations(facts_of: FactsOf, text: str, expected: list[tuple[str, str]]) -> None:
    found = {(fact["subject"], fact["failure"]) for fact in facts_of(text, "limitation") if not fact.get("negated")}
    assert sorted(found) == sorted(expected)


def test_topic_of_the_section(facts_of: FactsOf) -> None:
    (fact,) = facts_of("These electrolytes suffer from brittleness.", "limitation", heading="Garnets")
    assert (fact["subject"], fact["failure"]) == ("garnet", "brittleness")


DENIED = [
    ("LLZO does not suffer from side reactions.", ("LLZO", "side_reaction")),
    ("LLZO is not brittle.", ("LLZO", "brittleness")),
    ("LLZO shows no side reactions.", ("LLZO", "side_reaction")),
]


@pytest.mark.parametrize(("text", "expected"), DENIED, ids=[row[0] for row in DENIED])
def test_denied_limitations(facts_of: FactsOf, text: str, expected: tuple[str, str]) -> None:
    (fact,) = facts_of(text, "limitation")
    assert (fact["subject"], fact["failure"], fact["negated"]) == (*expected, True)
