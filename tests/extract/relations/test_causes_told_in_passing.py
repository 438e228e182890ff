"""Causes told without a verb of causing: reactions that go on, what something is made to do, suffers or costs."""

from __future__ import annotations

import pytest

from .conftest import FactsOf

SENTENCES: list[tuple[str, list[tuple[str, str]]]] = [
    # conduction of electrons keeps a reaction going
    (
        "Because the reduced phases conduct electrons, the reaction never stops.",
        [("electronic_leakage", "side_reaction")],
    ),
    (
        "The alloy is an electron conductor, so the decomposition proceeds into the bulk.",
        [("electronic_leakage", "side_reaction")],
    ),
    ("Electronically conducting products allow the reaction to continue.", [("electronic_leakage", "side_reaction")]),
    (
        "A high electronic conductivity sustains the reduction of the electrolyte.",
        [("high_electronic_conductivity", "side_reaction")],
    ),
    ("The product layer conducts electrons and ions.", []),
    # reactions that a verb tells
    (
        "Lithium reduces the sulfide, and the interfacial resistance climbs with time.",
        [("side_reaction", "high_interfacial_resistance")],
    ),
    ("Because the electrolyte is reduced continuously, the capacity fades.", [("side_reaction", "capacity_fade")]),
    (
        "As the reaction layer thickens, the cell resistance increases steadily.",
        [("side_reaction", "high_interfacial_resistance")],
    ),
    (
        "The decomposition products are poor ion conductors and raise the resistance.",
        [("side_reaction", "high_interfacial_resistance")],
    ),
    ("The electrolyte thickness is reduced, so the resistance rises.", []),
    # what something is made to do
    ("Repeated swelling makes the layer crack.", [("volume_change", "mechanical_failure")]),
    ("The expansion of the alloy makes contact fail.", [("volume_change", "poor_contact")]),
    (
        "A high electronic conductivity lets lithium nucleate inside the pellet.",
        [("high_electronic_conductivity", "dendrite_growth")],
    ),
    ("Pressure makes the lithium contact the pellet.", []),
    # until, where, there
    ("Dendrites grow until the cell shorts.", [("dendrite_growth", "short_circuit")]),
    ("The cell was cycled until it failed.", []),
    (
        "Contact loss focuses the current on a few points, where dendrites nucleate.",
        [("inhomogeneous_deposition", "dendrite_growth"), ("poor_contact", "inhomogeneous_deposition")],
    ),
    ("Dendrites form where the contact is lost.", [("poor_contact", "dendrite_growth")]),
    ("The pellet cracked. Dendrites start there.", [("mechanical_failure", "dendrite_growth")]),
    # what suffers, is too weak, or costs
    ("The contact suffers from the repeated volume change.", [("volume_change", "poor_contact")]),
    ("PEO is too soft to stop dendrites.", [("mechanical_weakness", "dendrite_growth")]),
    ("Polymers are not stiff enough to block filaments.", [("mechanical_weakness", "dendrite_growth")]),
    ("The pellet is strong enough to block filaments.", []),
    ("The growing interphase adds to the cell resistance.", [("side_reaction", "high_interfacial_resistance")]),
    ("A stable interphase adds little to the resistance.", []),
    ("The electrolyte is oxidized at the carbon, which costs capacity.", [("side_reaction", "capacity_fade")]),
    # other verbs and participles
    ("Contact loss was made responsible for the capacity fade.", [("poor_contact", "capacity_fade")]),
    ("Poor contact is reflected in a high resistance.", [("poor_contact", "high_interfacial_resistance")]),
    (
        "Dendrites form, driven by the uneven current distribution.",
        [("inhomogeneous_deposition", "dendrite_growth")],
    ),
    ("Cracks open the door to dendrites.", [("mechanical_failure", "dendrite_growth")]),
    ("Voids form upon stripping at high currents.", [("high_current_density", "void_formation")]),
    ("Lithium dendrites grew, and the cell failed by a short circuit.", [("dendrite_growth", "short_circuit")]),
    ("Filaments grew through the pellet and finally bridged the electrodes.", [("dendrite_growth", "short_circuit")]),
    (
        "The contact is lost on stripping. As a consequence, the resistance increases.",
        [("poor_contact", "high_interfacial_resistance")],
    ),
    # numbers
    (
        "Cells with lithium ran for months at 3 MPa, whereas they shorted at once under 60 MPa.",
        [("high_pressure", "short_circuit")],
    ),
    ("Cells held at 60 MPa were shorted within a day.", [("high_pressure", "short_circuit")]),
    ("A pressure of 80 MPa drove lithium into the pellet.", [("high_pressure", "dendrite_growth")]),
    ("At 1 MPa, voids form at the interface.", [("low_pressure", "void_formation")]),
    (
        "At 0.2 mA/cm2 no voids were seen, but at 1 mA/cm2 voids formed within an hour.",
        [("high_current_density", "void_formation")],
    ),
    ("Pellets were pressed at 300 MPa, and the cell shorted after 10 h.", []),
    ("The cell shorted after 60 h at 5 MPa.", []),
    ("Dendrites grew at 2 mA/cm2.", []),
    ("Below 5 MPa voids form.", [("low_pressure", "void_formation")]),
    # what tells of a noun, or of a reaction, and one effect behind another
    ("The phases that carry electrons led to side reactions.", [("electronic_leakage", "side_reaction")]),
    ("Oxidation of Li6PS5Cl is a likely cause of the fading.", [("side_reaction", "capacity_fade")]),
    ("Because of this oxidation, the cells lose capacity.", [("side_reaction", "capacity_fade")]),
    (
        "Contact loss results in dendrites and, finally, in a short circuit.",
        [("dendrite_growth", "short_circuit"), ("poor_contact", "dendrite_growth")],
    ),
    (
        "In practice, cracks or contact loss, for instance due to swelling, can raise the resistance.",
        [
            ("mechanical_failure", "high_interfacial_resistance"),
            ("poor_contact", "high_interfacial_resistance"),
            ("volume_change", "mechanical_failure"),
            ("volume_change", "poor_contact"),
        ],
    ),
    ("The resistance rose, as voids formed at the interface.", [("void_formation", "high_interfacial_resistance")]),
    ("Grain boundaries block lithium ions.", [("grain_boundary", "low_ionic_conductivity")]),
    ("Voids block Li+.", [("void_formation", "low_ionic_conductivity")]),
    # subjects with something put in behind them, and causes that a further noun only hands on
    (
        "We show that contact loss, induced by swelling, plays a key role in the capacity fade.",
        [("poor_contact", "capacity_fade"), ("volume_change", "poor_contact")],
    ),
    (
        "Features such as cracks all contribute to this shorting phenomenon.",
        [("mechanical_failure", "short_circuit")],
    ),
    (
        "Swelling exerts a stress that cracks the pellet.",
        [("volume_change", "mechanical_failure")],
    ),
    (
        "Swelling causes stress, which cracks the electrolyte and breaks the contact.",
        [("volume_change", "mechanical_failure"), ("volume_change", "poor_contact")],
    ),
    (
        "The cells are limited by degradation due to voids, resulting in a high impedance.",
        [("void_formation", "high_interfacial_resistance")],
    ),
    (
        "The local current is amplified, making the cell prone to dendrites.",
        [("high_current_density", "dendrite_growth")],
    ),
    ("Dendrite growth is dictated by cracks.", [("mechanical_failure", "dendrite_growth")]),
    ("Cracks are the main reason why the capacity fades.", [("mechanical_failure", "capacity_fade")]),
    ("Cracks are not the reason why the capacity fades.", []),
    (
        "Dendrites form along grain boundaries due to voids.",
        [("grain_boundary", "dendrite_growth"), ("void_formation", "dendrite_growth")],
    ),
    ("Li2CO3 on the surface worsens the wetting.", [("Li2CO3", "poor_wettability")]),
    ("Poor contact leads to sluggish interfacial kinetics.", [("poor_contact", "high_interfacial_resistance")]),
    # nouns and plain words
    ("Voids explain the growth of the impedance.", [("void_formation", "high_interfacial_resistance")]),
    ("The fast decay of the capacity comes from cracks.", [("mechanical_failure", "capacity_fade")]),
    ("Contact loss is the main mechanism behind the capacity fade.", [("poor_contact", "capacity_fade")]),
    ("A small contact area means a high current density.", [("poor_contact", "high_current_density")]),
    (
        "The consumption of lithium by side reactions lowers the Coulombic efficiency.",
        [("side_reaction", "low_coulombic_efficiency")],
    ),
    (
        "Poor contact leads to dendrites in the pellet and hence to a short circuit.",
        [("dendrite_growth", "short_circuit"), ("poor_contact", "dendrite_growth")],
    ),
    ("Since PEO is soft, it cannot stop the dendrites.", [("mechanical_weakness", "dendrite_growth")]),
    ("The contact becomes worse because the volume changes.", [("volume_change", "poor_contact")]),
    ("Cracks lower the capacity and so shorten the cycle life.", [("mechanical_failure", "capacity_fade")]),
    (
        "The electronic conductivity of the pellet is the reason for the dendrites.",
        [("high_electronic_conductivity", "dendrite_growth")],
    ),
    ("The pellet cracked. Lithium then grew along these paths.", [("mechanical_failure", "dendrite_growth")]),
    ("Lithium penetrates the cracks.", [("mechanical_failure", "dendrite_growth")]),
    # shares, what is there, what is gone, what would have to be kept
    ("The loss of contact explains two thirds of the capacity fade.", [("poor_contact", "capacity_fade")]),
    ("As long as voids are present, dendrites will form.", [("void_formation", "dendrite_growth")]),
    ("Without external pressure the voids remain.", [("low_pressure", "void_formation")]),
    ("Side reactions account for the lost capacity.", [("side_reaction", "capacity_fade")]),
    ("Cracked particles lose contact.", [("mechanical_failure", "poor_contact")]),
    ("The pressure is too low to keep the contact.", [("low_pressure", "poor_contact")]),
    ("The pressure is too low to prevent voids.", [("low_pressure", "void_formation")]),
    ("The pressure is high enough to keep the contact.", []),
    ("High currents strip lithium so fast, so that voids open.", [("high_current_density", "void_formation")]),
    ("Carbon black speeds up the oxidation of Li6PS5Cl.", [("carbon black", "side_reaction")]),
    ("Voids squeeze the current into a few spots.", [("void_formation", "inhomogeneous_deposition")]),
    ("Stiff electrolytes crack where the anode swells.", [("volume_change", "mechanical_failure")]),
    # what happens to a noun, or there
    ("Garnets form carbonate, which lithium does not wet.", [("surface_contamination", "poor_wettability")]),
    ("The layer is a mixed conductor, behind which the reaction goes on.", [("electronic_leakage", "side_reaction")]),
    ("The pellet has grain boundaries, along which lithium grows.", [("grain_boundary", "dendrite_growth")]),
    ("Cold pressing leaves pores through which dendrites advance.", [("void_formation", "dendrite_growth")]),
    ("We show a cell in which dendrites grow.", []),
    ("Voids, which lithium fills again, are seen.", []),
    ("Voids formed, and dendrites had grown by then.", []),
    (
        "In practice, even slight detachment, due to swelling during cycling, can raise the resistance.",
        [("poor_contact", "high_interfacial_resistance"), ("volume_change", "poor_contact")],
    ),
    # what the sentence before told
    ("Silicon swells by 300%. The resulting stress cracks the electrolyte.", [("volume_change", "mechanical_failure")]),
    ("Side reactions consume the electrolyte. The capacity therefore fades.", [("side_reaction", "capacity_fade")]),
    ("Dendrites reached the cathode. The cell then failed by a short circuit.", [("dendrite_growth", "short_circuit")]),
    ("Voids were avoided. The cell then failed by a short circuit.", []),
    ("Voids do not form. This raises the capacity.", []),
    # what only stands beside a failure
    ("The pellets were pressed at 300 MPa, sintered and polished; no dendrites were seen.", []),
    ("The LiF-rich interphase lowers the resistance and guides uniform deposition.", []),
    ("The interphase stops growing once a passivating layer has formed.", []),
    ("The capacity remained high although cracks were seen.", []),
    ("The voltage drops suddenly, which indicates a short circuit.", []),
    ("The polymer is soft and makes good contact with lithium.", []),
    # electrodes and the energy of cells
    ("Lithium metal promises a high energy density.", [("Li", "high_energy_density")]),
    ("The LiF layer enables a high energy density.", []),
    # what is averted
    ("A coating keeps voids from causing dendrites.", []),
    ("The film conducts ions without causing dendrites.", []),
    ("Pressure closes the voids that would otherwise cause dendrites.", []),
    ("The attack stops, so the resistance stays low.", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_causes_told_in_passing(facts_of: FactsOf, text: str, expected: list[tuple[str, str]]) -> None:
    found = {(fact["cause"], fact["effect"]) for fact in facts_of(text, "causes") if not fact.get("negated")}
    assert sorted(found) == expected
