"""What fails and why, as articles tell it that discuss their own cells; sentences written for the purpose."""

from __future__ import annotations

import pytest

from .conftest import FactsOf

CAUSES: list[tuple[str, list[tuple[str, ...]]]] = [
    # somebody names the cause
    ("We attribute the capacity fade to cracks in the cathode.", [("mechanical_failure", "capacity_fade")]),
    (
        "The authors ascribed the rising resistance to voids and side reactions.",
        [("side_reaction", "high_interfacial_resistance"), ("void_formation", "high_interfacial_resistance")],
    ),
    (
        "Dendrites grow in the pellet. Lee et al. ascribed this issue to a high electronic conductivity.",
        [("high_electronic_conductivity", "dendrite_growth")],
    ),
    ("We do not attribute the capacity fade to cracks.", [("mechanical_failure", "capacity_fade", "denied")]),
    ("We attribute the better cycling to the film.", []),
    # a resistance that comes of a failure is high
    ("The polarization originates from contact loss.", [("poor_contact", "high_overpotential")]),
    ("This overpotential is caused by voids.", [("void_formation", "high_overpotential")]),
    ("The resistance originates from the separator.", []),
    ("The cracks originate from the Li anode.", []),
    # what the clause before says without naming an effect
    ("Side reactions consume lithium, resulting in contact loss.", [("side_reaction", "poor_contact")]),
    (
        "Contact loss isolates particles, which lowers the ionic conductivity.",
        [("poor_contact", "low_ionic_conductivity")],
    ),
    ("The film covers the particles, which lowers the ionic conductivity.", []),
    ("Voids form at the interface which leads to hot spots.", [("void_formation", "inhomogeneous_deposition")]),
    ("We saw voids next to the cathode that caused contact loss.", [("void_formation", "poor_contact")]),
    (
        "There is poor contact between the film and the foil which results in dendrites.",
        [("poor_contact", "dendrite_growth")],
    ),
    (
        "The decomposition products are insulating, so that the resistance rises.",
        [("side_reaction", "high_interfacial_resistance")],
    ),
    ("The pressure exerted by dendrites cracks the pellet.", [("dendrite_growth", "mechanical_failure")]),
    ("Cracks are visible, apparently formed due to dendrite growth.", [("dendrite_growth", "mechanical_failure")]),
    # a way that opens, and where something begins
    ("Cracks provide pathways for dendrites.", [("mechanical_failure", "dendrite_growth")]),
    ("Grain boundaries offer preferred nucleation sites for dendrites.", [("grain_boundary", "dendrite_growth")]),
    ("Cracks do not provide pathways for dendrites.", [("mechanical_failure", "dendrite_growth", "denied")]),
    ("Grain boundaries provide pathways for ions.", []),
    (
        "Cracking initiates at voids and hot spots.",
        [("inhomogeneous_deposition", "mechanical_failure"), ("void_formation", "mechanical_failure")],
    ),
    ("Cracking initiates at 2 mA cm-2.", []),
    # what is made of something, what is too soft
    ("The reduction of Ge4+ renders LAGP electronically conductive.", [("side_reaction", "electronic_leakage")]),
    ("The soft polymer cannot stop dendrites.", [("mechanical_weakness", "dendrite_growth")]),
    ("The soft polymer stops dendrites.", []),
    # conditions
    ("The cell fails at high current densities by a short circuit.", [("high_current_density", "short_circuit")]),
    ("During discharge at a low pressure, voids form.", [("low_pressure", "void_formation")]),
    ("Poor contact leads to a locally enhanced current density.", [("poor_contact", "high_current_density")]),
    # a gerund behind a clause is the subject of what follows
    (
        "As dendrites lead to short circuits, lowering the current density prolongs the life of the cells.",
        [("dendrite_growth", "short_circuit")],
    ),
    (
        "As voids form, lowering the contact area, dendrites grow.",
        [("void_formation", "poor_contact")],
    ),
    # what is called a cause, by whomever
    ("Cracking is often discussed as the main reason for short circuits.", [("mechanical_failure", "short_circuit")]),
    ("We identify voids as the origin of the polarization.", [("void_formation", "high_overpotential")]),
    ("Voids were not identified as the origin of contact loss.", [("void_formation", "poor_contact", "denied")]),
    ("We identify voids as the topic of the paper.", []),
    ("Surface carbonates are at the root of the poor wettability.", [("surface_contamination", "poor_wettability")]),
    ("Side reactions manifest in a growing resistance.", [("side_reaction", "high_interfacial_resistance")]),
    # what is let come about
    (
        "Cracks create spots that allow dendrites to form, which cause short circuits.",
        [("dendrite_growth", "short_circuit"), ("mechanical_failure", "dendrite_growth")],
    ),
    ("Dendrites enter the pellet and cause it to crack.", [("dendrite_growth", "mechanical_failure")]),
    ("A low pressure cannot hinder the formation of voids.", [("low_pressure", "void_formation")]),
    ("The film cannot hinder the formation of voids.", []),
    ("An interphase forms, causing a high resistance.", [("side_reaction", "high_interfacial_resistance")]),
    ("PEO oxidizes, causing a rapid capacity decay.", [("side_reaction", "capacity_fade")]),
    # what only is a place does nothing
    ("Gradients arise in PEO, which favor dendrites.", []),
    ("The surface is coated with Li2CO3, which leads to poor contact.", [("Li2CO3", "poor_contact")]),
    (
        "Cracking exposes the electrolyte to lithium, which fuels decomposition.",
        [("mechanical_failure", "side_reaction")],
    ),
    (
        "A high electronic conductivity leads to lithium deposition within the electrolyte.",
        [("high_electronic_conductivity", "dendrite_growth")],
    ),
    ("A high pressure leads to lithium deposition on the electrolyte.", []),
    ("A higher oxygen partial pressure leads to decomposition.", []),
    # what is put in behind its subject
    ("Polarization, a consequence of contact loss, limits the cells.", [("poor_contact", "high_overpotential")]),
    ("Dendrites, the main cause of short circuits, were seen.", [("dendrite_growth", "short_circuit")]),
    ("Dendrites, the main topic of the paper, were seen.", []),
    # what something is turned into, what is scant, what is denied of two
    ("The reduction of Ti4+ turns LATP into a mixed conductor.", [("side_reaction", "electronic_leakage")]),
    ("Voids form when the pressure is insufficient.", [("low_pressure", "void_formation")]),
    ("Void formation is not the cause of the failure at low currents.", []),
    (
        "Neither poor wetting nor voids cause short circuits.",
        [("poor_wettability", "short_circuit", "denied"), ("void_formation", "short_circuit", "denied")],
    ),
    ("Dendrites no longer cause short circuits.", [("dendrite_growth", "short_circuit", "denied")]),
    ("A point-like contact concentrates the current.", [("poor_contact", "inhomogeneous_deposition")]),
    ("Swelling detaches the anode from the film.", [("volume_change", "poor_contact")]),
    # an adjective behind `to`
    ("Voids lead to slow charge transfer.", [("void_formation", "high_interfacial_resistance")]),
    ("The film helps to slow dendrite growth.", []),
    # nouns that look like verbs, and failures that follow each other in a list
    ("Voids lead to large increases in resistance.", [("void_formation", "high_interfacial_resistance")]),
    ("Contact loss causes significant drops in capacity.", [("poor_contact", "capacity_fade")]),
    ("Cracking and subsequent shorting were seen.", [("mechanical_failure", "short_circuit")]),
    ("The suppression of voids and subsequent shorting were seen.", []),
    ("Void formation and shorting were seen.", []),
    ("Short circuits through dendrites are common.", [("dendrite_growth", "short_circuit")]),
    ("Pores hinder stable cycling.", [("void_formation", "capacity_fade")]),
    # one cause in further ways
    ("The contact loss observed after stripping stems from voids.", [("void_formation", "poor_contact")]),
    ("Among the reasons for contact loss, voids are the most important.", [("void_formation", "poor_contact")]),
    ("Voids are the main source of the resistance.", [("void_formation", "high_interfacial_resistance")]),
    ("LLZO is the main source of the resistance.", []),
    ("Voids contribute to the polarization.", [("void_formation", "high_overpotential")]),
    ("Voids do not contribute to the polarization.", [("void_formation", "high_overpotential", "denied")]),
    ("LLZO contributes to the resistance.", []),
    (
        "Voids result in an order of magnitude increase in resistance.",
        [("void_formation", "high_interfacial_resistance")],
    ),
    ("The resistance rises in the presence of voids.", [("void_formation", "high_interfacial_resistance")]),
    ("With voids present, the resistance rises.", [("void_formation", "high_interfacial_resistance")]),
    ("With LiF present, the resistance rises.", []),
    ("Voids have a detrimental effect on the contact.", [("void_formation", "poor_contact")]),
    ("Voids have no detrimental effect on the contact.", []),
    ("Voids have an effect on the contact.", []),
    ("Dendrites grow from voids.", [("void_formation", "dendrite_growth")]),
    # what is needed is no effect
    ("Because of the poor contact, high pressures are needed.", []),
    # sodium is soft, which is no growth
    ("Lithium creeps faster, so there are fewer voids.", []),
]

LIMITATIONS: list[tuple[str, list[tuple[str, ...]]]] = [
    ("Dendrites penetrate along the grain boundaries of LLZO.", [("LLZO", "dendrite_growth")]),
    ("Filament penetration along the grain boundaries in LLZO was reported.", [("LLZO", "dendrite_growth")]),
    ("No cracks were observed in LLZO.", [("LLZO", "mechanical_failure", "denied")]),
    ("Several cracks are visible in the LAGP pellet.", [("LAGP", "mechanical_failure")]),
    ("Cracking is the root cause of failure in argyrodite-based cells.", [("argyrodite", "mechanical_failure")]),
    ("Cracking is not the cause of failure of LLZO.", [("LLZO", "mechanical_failure", "denied")]),
    ("The main failure mode of LLZO is dendrite growth.", [("LLZO", "dendrite_growth")]),
    ("The main topic of the paper on LLZO is dendrite growth.", []),
    ("Oxygen from the cathode oxidizes the sulfide electrolyte.", [("sulfide", "side_reaction")]),
    ("Oxidation of Li6PS5Cl at the cathode raises the resistance.", [("Li6PS5Cl", "side_reaction")]),
    ("The coating suppresses the oxidation of Li6PS5Cl.", []),
    ("The weight loss upon reduction of LATP in hydrogen is small.", []),
    ("The interphase formed between LGPS and Li grows continuously.", [("LGPS", "side_reaction")]),
    ("A thin layer on LLZO makes it lithiophobic.", [("LLZO", "poor_wettability")]),
    ("A thin layer on LLZO does not make it lithiophobic.", []),
    ("There is not sufficient contact between LLZO and the anode.", [("LLZO", "poor_contact")]),
    (
        "Few cells were made with sulfides, due to their narrow stability window.",
        [("sulfide", "narrow_stability_window")],
    ),
    ("Few cells were made with sulfides and halides, due to their narrow stability window.", []),
    ("The low fracture toughness of LLZO is known.", [("LLZO", "brittleness")]),
    ("The low toughness of the LLZO solid electrolyte is known.", [("LLZO", "brittleness")]),
    ("Cracking was identified as the failure mode of LLZO.", [("LLZO", "mechanical_failure")]),
    ("No sign of dendrites was found in LLZO.", [("LLZO", "dendrite_growth", "denied")]),
    ("The toughness of LLZO, be it dense or porous, is high.", []),
    ("At voltages above 4 V PEO decomposes.", [("PEO", "side_reaction")]),
    ("In polymer-based cells, PEO oxidizes above 4 V.", [("PEO", "side_reaction")]),
    ("The conductivity of Li3InCl6 drops in humid air.", [("Li3InCl6", "air_instability")]),
    ("The conductivity of Li3InCl6 drops at low temperatures.", []),
    ("The resistance of LLZO drops in humid air.", []),
    ("LATP needs a film, since Ti4+ is reduced instantly.", [("LATP", "side_reaction")]),
    ("Sulfides ignite above 300 C.", [("sulfide", "thermal_instability")]),
    ("Polysulfides shuttle in PEO.", [("PEO", "shuttle_effect")]),
    ("The strength of oxides comes with poor contact.", [("oxide", "poor_contact")]),
    ("Nickel-rich cathodes show a volume change.", []),
    ("Sulfides pose hazards, including fire.", [("sulfide", "thermal_instability")]),
    ("PEO is flexible. Moreover, the transference number is low.", [("PEO", "low_transference_number")]),
    ("PEO is flexible. Besides, the ionic conductivity is low.", [("PEO", "low_ionic_conductivity")]),
    ("PEO is flexible. Besides, the conductivity of the filler is low.", []),
    ("PEO is flexible. The pressure is low.", []),
    ("Despite the good contact of the ALD film, its high cost poses challenges.", []),
    ("In the case of LLZO, poor wettability is the main concern.", [("LLZO", "poor_wettability")]),
    ("LLZO no longer suffers from dendrites.", [("LLZO", "dendrite_growth", "denied")]),
    ("The ionic conductivity of PEO is as low as 1e-7 S/cm.", [("PEO", "low_ionic_conductivity")]),
    ("The interfacial resistance of LLZO is as low as 5 ohm cm2.", []),
    ("The oxidation potential of PEO is too low.", [("PEO", "narrow_stability_window")]),
    ("The price of LGPS is far too high.", [("LGPS", "high_cost")]),
    ("LPSC shows a poor compatibility with high-voltage cathodes.", [("LPSC", "side_reaction")]),
    ("Exposure to moisture damages LPSC.", [("LPSC", "air_instability")]),
    ("A thick interphase grew between LAGP and lithium.", [("LAGP", "side_reaction")]),
    ("Garnet-based SSBs suffer from cracking.", [("garnet", "mechanical_failure")]),
]


@pytest.mark.parametrize(("text", "expected"), CAUSES, ids=[row[0] for row in CAUSES])
def test_causes_told_in_articles(facts_of: FactsOf, text: str, expected: list[tuple[str, ...]]) -> None:
    found = {
        (fact["cause"], fact["effect"], *(("denied",) if fact.get("negated") else ()))
        for fact in facts_of(text, "causes")
    }
    assert sorted(found) == expected


@pytest.mark.parametrize(("text", "expected"), LIMITATIONS, ids=[row[0] for row in LIMITATIONS])
def test_limitations_told_in_articles(facts_of: FactsOf, text: str, expected: list[tuple[str, ...]]) -> None:
    found = {
        (fact["subject"], fact["failure"], *(("denied",) if fact.get("negated") else ()))
        for fact in facts_of(text, "limitation")
    }
    assert sorted(found) == expected
