"""Strategies as research articles tell their own: by labels, by how a part was made, again and again."""

from __future__ import annotations

import pytest

from .test_strategies import Told, shown, strategies_of

PLACED: list[tuple[str, Told]] = [
    (
        "A thin film of MgO between LAGP and Li lowered the interfacial resistance to 12 ohm cm2.",
        ("interlayer_ex_situ", "MgO", "LAGP Li", "interfacial_resistance"),
    ),
    (
        "We covered the LATP disc with a layer of AlF3, which cut the interfacial resistance against sodium.",
        ("interlayer_ex_situ", "AlF3", "LATP", "interfacial_resistance"),
    ),
    (
        "The MgF2/Li3P interphase on Li suppresses dendrites.",
        ("interlayer_in_situ", "Li3P MgF2", "Li", "dendrite_growth"),
    ),
    (
        "A lithium citrate layer shields the lithium anode from LGPS.",
        ("interlayer_ex_situ", "lithium citrate", "LGPS Li", "side_reaction"),
    ),
    (
        "A mixture of MgO and AlN passivates lithium and suppresses dendrites.",
        ("interlayer_ex_situ", "AlN MgO", "Li", "dendrite_growth"),
    ),
    (
        "The film of SnF2 between garnet-type LLZTO electrolyte and lithium improves the wettability.",
        ("interlayer_ex_situ", "SnF2", "LLZTO Li", "wettability"),
    ),
]

TREATED: list[tuple[str, Told]] = [
    (
        "The GeCl4-treated lithium foil shows a lower interfacial resistance than the bare foil.",
        ("surface_conditioning", "GeCl4", "Li", "interfacial_resistance"),
    ),
    (
        "A Zn-alloyed lithium anode keeps intimate contact with LPSC.",
        ("anode_alloying", "Zn", "Li", "contact"),
    ),
    (
        "The LATP discs were hot-pressed at 600 C, which raised the relative density.",
        ("densification", "", "LATP", "relative_density"),
    ),
    (
        "Zinc particles were dispersed in graphene to form a composite anode that suppresses dendrites.",
        ("anode_composite", "Zn graphene", "", "dendrite_growth"),
    ),
    (
        "The addition of 2 wt% of Li4GeO4 as a sintering aid raised the relative density of LLZTO.",
        ("densification", "Li4GeO4", "LLZTO", "relative_density"),
    ),
    (
        "Doping the lithium phosphorus sulfide (Li7P3S11) electrolyte with TaCl5 improves the air stability.",
        ("doping", "TaCl5", "Li7P3S11", "air_stability"),
    ),
]

LATTICE: list[tuple[str, Told]] = [
    (
        "Bromine on the sulfur sites of Li6PS5Cl raises the conductivity.",
        ("doping", "Br", "Li6PS5Cl", "ionic_conductivity"),
    ),
    (
        "Gallium occupies lithium sites in LLZO and improves the conductivity.",
        ("doping", "Ga", "LLZO", "ionic_conductivity"),
    ),
    (
        "Silicon takes the place of tin in Li4SnS4 and improves the air stability.",
        ("doping", "Si", "Li4SnS4", "air_stability"),
    ),
    ("Li10GeP2S12 is costly. Silicon can take its place.", ("doping", "Si", "Li10GeP2S12", "")),
    ("LLZO is brittle. Gallium enters the lattice.", ("doping", "Ga", "LLZO", "")),
    ("Na3PS4 substituted with antimony shows better air stability.", ("doping", "Sb", "Na3PS4", "air_stability")),
]

MADE: list[tuple[str, Told]] = [
    ("PVDF-based solid electrolytes suppress dendrites.", ("new_electrolyte", "PVDF", "", "dendrite_growth")),
    (
        "The ZrO2 filler in the PEO/ZrO2 composite raises its ionic conductivity.",
        ("filler", "ZrO2", "PEO", "ionic_conductivity"),
    ),
    (
        "By virtue of a Li3Sb interlayer on LATP, lithium sustains 3 mA cm-2.",
        ("interlayer_ex_situ", "Li3Sb", "LATP", "critical_current_density"),
    ),
    (
        "A MgO film on lithium passivates the interface with LGPS.",
        ("interlayer_ex_situ", "MgO", "Li", "interfacial_stability"),
    ),
    (
        "A LiPON film deposited on LAGP by RF sputtering enables stable cycling.",
        ("interlayer_ex_situ", "LiPON", "LAGP", "cycling_stability"),
    ),
    ("MgF2@Li suppresses dendrites.", ("interlayer_ex_situ", "MgF2", "Li", "dendrite_growth")),
    ("The Sn@LLZTO disc ensures good contact.", ("interlayer_ex_situ", "Sn", "LLZTO", "contact")),
    ("The Li-Zn@Li anode suppresses dendrites.", ("interlayer_ex_situ", "Li-Zn", "Li", "dendrite_growth")),
    (
        "Coating the cathode particles with LiTaO3 suppresses side reactions.",
        ("interlayer_ex_situ", "LiTaO3", "cathode", "side_reaction"),
    ),
    (
        "Substituting selenium for sulfur in Na3PS4 raises the ionic conductivity.",
        ("doping", "Se", "Na3PS4", "ionic_conductivity"),
    ),
    (
        "An interphase rich in MgF2 and Li3N formed in situ on lithium suppresses dendrites.",
        ("interlayer_in_situ", "Li3N MgF2", "Li", "dendrite_growth"),
    ),
    (
        "A little SnCl4 was doped into Li6PS5Br to improve its air stability.",
        ("doping", "SnCl4", "Li6PS5Br", "air_stability"),
    ),
    (
        "Benefiting from the MgO layer on LAGP, the interfacial resistance falls.",
        ("interlayer_ex_situ", "MgO", "LAGP", "interfacial_resistance"),
    ),
    (
        "With the help of a tin coating on the garnet, the contact improves.",
        ("interlayer_ex_situ", "Sn", "garnet", "contact"),
    ),
    (
        "As an interlayer on LATP, ZnO suppresses dendrites.",
        ("interlayer_ex_situ", "ZnO", "LATP", "dendrite_growth"),
    ),
    (
        "Sn nanoparticles at the interface homogenize the deposition of lithium.",
        ("interlayer_ex_situ", "Sn", "Li", "uniform_deposition"),
    ),
    (
        "A self-healing polymer layer on lithium suppresses dendrites.",
        ("interlayer_ex_situ", "polymer", "Li", "dendrite_growth"),
    ),
    (
        "The Ge-doped argyrodite releases less H2S and endures a current of 3 mA cm-2.",
        ("doping", "Ge", "argyrodite", "air_stability critical_current_density"),
    ),
    (
        "Ceramic fillers loosen the chains: with ZrO2 the ionic conductivity of PEO rises.",
        ("filler", "ZrO2", "PEO", "ionic_conductivity"),
    ),
    (
        "A film of MgO, some 9 nm thick, lowered the interfacial resistance of LLZO.",
        ("interlayer_ex_situ", "MgO", "LLZO", "interfacial_resistance"),
    ),
    (
        "LAGP is reduced by lithium. GeI4, rubbed on the pellet, is converted into LiI, and dendrites are suppressed.",
        ("interlayer_in_situ", "GeI4 LiI", "LAGP", "dendrite_growth"),
    ),
    (
        "A porous host of cellulose takes up the load on PEO.",
        ("high_modulus_host", "cellulose", "PEO", "mechanical_strength"),
    ),
    (
        "Adding rubidium to sodium raises the wettability. Cells with Na-Rb alloy anodes show a longer cycle life.",
        ("anode_alloying", "Na-Rb Rb", "Na", "cycle_life wettability"),
    ),
    (
        "Sodium foil was soaked in a solution of SnI4, which is converted into NaI, and dendrites were suppressed.",
        ("interlayer_in_situ", "NaI SnI4", "Na", "dendrite_growth"),
    ),
    (
        "We deposited 20 nm of ZnO, laid down on LAGP by sputtering. It prevents the reduction of LAGP.",
        ("interlayer_ex_situ", "ZnO", "LAGP", "side_reaction"),
    ),
    (
        "Covered with MgO, LATP was wetted by lithium.",
        ("interlayer_ex_situ", "MgO", "LATP", "wettability"),
    ),
    (
        "Evaporated zinc on LLZTO lowers the interfacial resistance.",
        ("interlayer_ex_situ", "Zn", "LLZTO", "interfacial_resistance"),
    ),
    (
        "Magnesium and silver improve the contact between LLZO and lithium.",
        ("interlayer_ex_situ", "Ag Mg", "LLZO Li", "contact"),
    ),
    (
        "PEO containing ZrO2 particles shows a higher transference number.",
        ("filler", "ZrO2", "PEO", "transference_number"),
    ),
    (
        "LATP particles were put into PEO, and the transference number rose.",
        ("filler", "LATP", "PEO", "transference_number"),
    ),
    (
        "A MgO layer on the Cu foil ensures uniform deposition of lithium.",
        ("interlayer_ex_situ", "MgO", "Cu", "uniform_deposition"),
    ),
    (
        "Micro-structuring the Cu foil improves the contact.",
        ("surface_conditioning", "", "Cu", "contact"),
    ),
    (
        "Compliant interlayers improve the contact with lithium.",
        ("interlayer_ex_situ", "compliant interlayers", "Li", "contact"),
    ),
    (
        "Polymer electrolytes have the ability to mitigate dendrites.",
        ("new_electrolyte", "polymer", "", "dendrite_growth"),
    ),
    (
        "An artificial solid electrolyte interphase on lithium suppresses dendrites.",
        ("interlayer_ex_situ", "", "Li", "dendrite_growth"),
    ),
    (
        "Compositing Na metal with amorphous TiO2 lowers the interfacial resistance.",
        ("anode_composite", "TiO2", "Na", "interfacial_resistance"),
    ),
    (
        "SnF2 forms a protective layer on lithium, which suppresses dendrites.",
        ("interlayer_in_situ", "SnF2", "Li", "dendrite_growth"),
    ),
    (
        "A Na-Rb alloy anode improves the wettability.",
        ("anode_alloying", "Na-Rb", "", "wettability"),
    ),
    (
        "Active fillers improve the conductivity of PEO.",
        ("filler", "active fillers", "PEO", "ionic_conductivity"),
    ),
    ("Herein, LAGP was coated with AlF3.", ("interlayer_ex_situ", "AlF3", "LAGP", "")),
    ("To tackle this, Si was sputtered on LLZO.", ("interlayer_ex_situ", "Si", "LLZO", "")),
    (
        "Lithium shorts the cells. The foil was treated with GeCl4. The treated foil suppresses dendrites.",
        ("surface_conditioning", "GeCl4", "Li", "dendrite_growth"),
    ),
]

NO_STRATEGY = [
    "This architecture suppresses dendrites.",
    "Nitrogen doping of carbon improves the rate capability of the cathode.",
    "QX-Li suppresses dendrites.",
    "S@C cathodes ensure good contact.",
    "A composite electrolyte suppresses dendrites.",
    "Polymer electrolytes have the ability to form membranes.",
    "LLZO was coated with AlF3.",
    "Here, Ta-doped LLZO was used.",
    "To improve it, PdO was introduced into the Li6PS5Cl composite cathode.",
    "Sulfides are promising for batteries having a higher energy density.",
    "Not coated with MgO, LATP was reduced by lithium.",
    "Zinc takes the train to LLZO.",
    "The oxygen plasma-treated holder was kept in vacuum.",
    "The hot-pressed pellets were stored in argon.",
    "The lithium rate capability was tested.",
    "Steel protects the cell.",
]


@pytest.mark.parametrize(("text", "expected"), [*PLACED, *TREATED, *LATTICE, *MADE])
def test_strategy_of_an_article(text: str, expected: Told) -> None:
    assert {shown(fact) for fact in strategies_of(text)} == {expected}


@pytest.mark.parametrize("text", NO_STRATEGY)
def test_what_is_no_strategy(text: str) -> None:
    assert not strategies_of(text)


REPEATED = (
    "We coated LATP with ZnO. The ZnO coating on LATP lowers the interfacial resistance and suppresses dendrites.\n\n"
    "## Results\n\nWith the ZnO coating on LATP, the interfacial resistance is reduced."
)


def test_what_is_only_told_again_is_the_same_claim() -> None:
    facts = strategies_of(REPEATED)
    assert len({fact["claim"] for fact in facts}) == 1
    assert [fact["also"] for fact in facts if fact["line"] == 7] == [[3]]


def test_what_others_did_is_told_apart_from_what_the_paper_did() -> None:
    cited = REPEATED.replace("is reduced.", "is reduced [1].") + "\n\n# References\n\n[1] A. Be, J. Power 2001, 1, 1."
    assert len({fact["claim"] for fact in strategies_of(cited)}) == 2


def test_what_is_told_with_more_effects_is_a_claim_of_its_own() -> None:
    assert len({fact["claim"] for fact in strategies_of(REPEATED.replace("is reduced", "and voids are avoided"))}) == 2


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("MgO was sputtered on LATP. Without the layer, dendrites grew within 20 h.", {"dendrite_growth"}),
        ("MgO was sputtered on LATP. In the absence of this film, the contact was poor.", {"poor_contact"}),
        ("MgO was sputtered on LATP. Without the layer, dendrites did not grow either.", set()),
        ("MgO was sputtered on LATP. Without the heater, dendrites grew within 20 h.", set()),
    ],
)
def test_what_happens_without_it(text: str, effects: set[str]) -> None:
    assert effects == {name for fact in strategies_of(text) for name in (*fact["improves"], *fact["mitigates"])}


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        (
            "Na3PS4 was doped with selenium. The obtained electrolyte shows a high moisture tolerance.",
            {"air_stability"},
        ),
        ("MgO was sputtered on LATP. As a result, dendrites are suppressed.", {"dendrite_growth"}),
        ("Dendrites grow in LATP. To overcome these issues, ZnO was sputtered on LATP.", {"dendrite_growth"}),
        ("LATP is brittle. This problem is solved by a PEO layer on LATP.", {"brittleness"}),
        ("Dendrites grow in LATP. To overcome the noise, ZnO was sputtered on LATP.", set()),
        ("Dendrites grow. We ran tests. To overcome these issues, ZnO was sputtered on LATP.", set()),
        (
            "MgO was added to Na3PS4 to improve its stability against both air and sodium.",
            {"air_stability", "interfacial_stability"},
        ),
        ("A Sn film on LATP raises the dendrite growth tolerance.", {"dendrite_growth"}),
        ("A Sn film on LATP avoids voids without the need for a high stack pressure.", {"void_formation", "pressure"}),
        (
            "A Sn film on LATP suppresses dendrites. A Sn film on LATP ensures good contact.",
            {"dendrite_growth", "contact"},
        ),
    ],
)
def test_what_a_strategy_brings(text: str, effects: set[str]) -> None:
    (told,) = {fact["claim"]: fact for fact in strategies_of(text)}.values()
    assert effects == {*told["improves"], *told["mitigates"]}


def test_a_material_for_which_the_layer_is_left_out() -> None:
    text = (
        "A Si film lowered the interfacial resistance of garnet from 900 to 100 ohm cm2, a Ge film from 800 to 90 ohm "
        "cm2, and silver from 700 to 90 ohm cm2."
    )
    assert {tuple(fact["agent"]) for fact in strategies_of(text)} == {("Si",), ("Ge",), ("Ag",)}


def test_layers_that_are_listed_with_their_places() -> None:
    text = "Ge coatings on LAGP, ZnO films on LLZO and MgO layers on LATP lower the interfacial resistance."
    found = {(*fact["agent"], *fact["target"]) for fact in strategies_of(text)}
    assert found == {("Ge", "LAGP"), ("ZnO", "LLZO"), ("MgO", "LATP")}


def test_approaches_with_what_they_are_for() -> None:
    text = "Attempts to suppress dendrites include the use of protective interlayers, doping and alloy anodes."
    assert {fact["category"] for fact in strategies_of(text)} >= {"interlayer_ex_situ", "anode_alloying"}


def test_an_anode_with_a_label_of_its_own() -> None:
    text = (
        "We treated lithium with GeBr4, which lowers the interfacial resistance. With QX-Li, dendrites are suppressed."
    )
    found = {tuple(fact["agent"]): fact for fact in strategies_of(text)}
    assert set(found) == {("GeBr4",)}
    assert any(fact["mitigates"] == ["dendrite_growth"] for fact in strategies_of(text))


def test_a_layer_that_forms_in_place_does_so_everywhere() -> None:
    text = (
        "Li was dipped into SnI2, which is converted into LiI, and dendrites are suppressed.\n\n## Results\n\n"
        "Cells with the LiI layer show good contact."
    )
    assert {fact["category"] for fact in strategies_of(text)} == {"interlayer_in_situ"}


def test_what_was_spoken_of_is_doped() -> None:
    (fact,) = strategies_of("Na3PS4 is cheap. Doping with selenium raises its ionic conductivity.")
    assert (fact["agent"], fact["target"]) == (["Se"], ["Na3PS4"])
