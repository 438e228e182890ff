"""What leads to what, in sentences written for the purpose."""

from __future__ import annotations

import pytest

from .conftest import FactsOf

CHAIN = [("volume_change", "void_formation"), ("void_formation", "poor_contact")]

SENTENCES: list[tuple[str, str, list[tuple[str, str]]]] = [
    # active
    ("leads to", "Poor wetting leads to dendrites.", [("poor_wettability", "dendrite_growth")]),
    ("triggers", "Every void triggers a short circuit sooner or later.", [("void_formation", "short_circuit")]),
    (
        "promotes the growth of",
        "Uneven plating promotes the growth of Li filaments.",
        [("inhomogeneous_deposition", "dendrite_growth")],
    ),
    (
        "increases a bad quality",
        "Voids at the interface increase the resistance.",
        [("void_formation", "high_interfacial_resistance")],
    ),
    ("lowers a good quality", "Cracks reduce the contact area.", [("mechanical_failure", "poor_contact")]),
    ("worsens", "Side reactions worsen the contact.", [("side_reaction", "poor_contact")]),
    (
        "hinders a good quality",
        "Carbonate layers on the grains hinder ion transport.",
        [("surface_contamination", "low_ionic_conductivity")],
    ),
    ("responsible for", "Cracks are responsible for the capacity fade.", [("mechanical_failure", "capacity_fade")]),
    ("gives rise to", "Contact loss gives rise to hot spots.", [("poor_contact", "inhomogeneous_deposition")]),
    ("makes", "Surface carbonates make the pellet lithiophobic.", [("surface_contamination", "poor_wettability")]),
    # passive and backward
    (
        "passive",
        "Dendrites are caused by an uneven current distribution.",
        [("inhomogeneous_deposition", "dendrite_growth")],
    ),
    (
        "passive with adverb",
        "Cracking is mainly triggered by volume expansion.",
        [("volume_change", "mechanical_failure")],
    ),
    ("reduced relative", "The voids induced by poor contact were imaged.", [("poor_contact", "void_formation")]),
    ("results from", "The capacity fade results from contact loss.", [("poor_contact", "capacity_fade")]),
    (
        "stems from",
        "The high resistance stems from side reactions.",
        [("side_reaction", "high_interfacial_resistance")],
    ),
    ("attributed to", "The short circuit was attributed to voids.", [("void_formation", "short_circuit")]),
    (
        "due to behind a verb",
        "The resistance increased due to contact loss.",
        [("poor_contact", "high_interfacial_resistance")],
    ),
    ("due to behind a noun", "Capacity fade due to cracks was seen.", [("mechanical_failure", "capacity_fade")]),
    ("opening because of", "Because of voids, the contact is poor.", [("void_formation", "poor_contact")]),
    ("is due to", "Poor contact is due to voids.", [("void_formation", "poor_contact")]),
    ("from a good quality lost", "The contact was lost owing to volume changes.", [("volume_change", "poor_contact")]),
    # clauses
    ("because clause", "Dendrites grow because the contact is poor.", [("poor_contact", "dendrite_growth")]),
    ("since clause first", "Since the wetting is poor, voids form.", [("poor_wettability", "void_formation")]),
    ("when clause", "When contact is lost, the resistance rises.", [("poor_contact", "high_interfacial_resistance")]),
    ("if clause", "If voids form, dendrites will grow.", [("void_formation", "dendrite_growth")]),
    # nominal
    ("the cause of", "Poor contact is the main cause of dendrites.", [("poor_contact", "dendrite_growth")]),
    ("the reason for", "The main reason for the capacity fade is contact loss.", [("poor_contact", "capacity_fade")]),
    ("a consequence of", "Short circuits are a consequence of Li dendrites.", [("dendrite_growth", "short_circuit")]),
    ("induced, hyphenated", "Dendrite-induced short circuits end the test.", [("dendrite_growth", "short_circuit")]),
    ("by", "Short circuiting by dendrites was frequent.", [("dendrite_growth", "short_circuit")]),
    ("so", "The contact is poor, so the resistance rises.", [("poor_contact", "high_interfacial_resistance")]),
    ("behind", "Voids are behind the rise of the resistance.", [("void_formation", "high_interfacial_resistance")]),
    ("cracks the", "The swelling eventually cracks the pellet.", [("volume_change", "mechanical_failure")]),
    ("cracks of", "The swelling leaves few cracks of this kind.", [("volume_change", "mechanical_failure")]),
    ("shorts", "Dendrites grew and shorted the cell.", [("dendrite_growth", "short_circuit")]),
    # chains
    ("chain by participle", "Volume changes cause voids, leading to contact loss.", CHAIN),
    ("chain by which", "Volume changes cause voids, which lead to poor contact.", CHAIN),
    ("chain by and", "Volume changes lead to voids, and the voids result in contact loss.", CHAIN),
    (
        "participle behind a happening",
        "Cracks form in the pellet, resulting in contact loss.",
        [("mechanical_failure", "poor_contact")],
    ),
    (
        "participle behind a state",
        "The contact is poor, which increases the interfacial resistance.",
        [("poor_contact", "high_interfacial_resistance")],
    ),
    (
        "thus",
        "Contact is lost and thus the resistance increases.",
        [("poor_contact", "high_interfacial_resistance")],
    ),
    # coordination
    (
        "both ends",
        "Voids and cracks lead to contact loss and dendrites.",
        [
            ("mechanical_failure", "dendrite_growth"),
            ("mechanical_failure", "poor_contact"),
            ("void_formation", "dendrite_growth"),
            ("void_formation", "poor_contact"),
        ],
    ),
    (
        "two verbs",
        "Voids reduce the contact area and trigger dendrites.",
        [("void_formation", "dendrite_growth"), ("void_formation", "poor_contact")],
    ),
    # anaphora
    ("this", "Voids form at the interface. This leads to dendrites.", [("void_formation", "dendrite_growth")]),
    ("these", "Dendrites cross the pellet. These cause short circuits.", [("dendrite_growth", "short_circuit")]),
    (
        "this phenomenon",
        "Contact is lost during stripping. This phenomenon increases the interfacial resistance.",
        [("poor_contact", "high_interfacial_resistance")],
    ),
    (
        "therefore",
        "The contact is poor. Therefore, the resistance is high.",
        [("poor_contact", "high_interfacial_resistance")],
    ),
    # conditions and properties
    ("at high currents", "At high current densities, dendrites grow.", [("high_current_density", "dendrite_growth")]),
    ("under low pressure", "Voids form under low stack pressure.", [("low_pressure", "void_formation")]),
    ("along", "Dendrites grow along grain boundaries.", [("grain_boundary", "dendrite_growth")]),
    ("property as cause", "A high current density induces voids.", [("high_current_density", "void_formation")]),
    ("a level as subject", "Low relative density causes dendrites.", [("low_relative_density", "dendrite_growth")]),
    (
        "an increase as subject",
        "An increase of the pressure leads to cracks.",
        [("high_pressure", "mechanical_failure")],
    ),
    (
        "exceeding",
        "Exceeding the critical current density results in short circuits.",
        [("high_current_density", "short_circuit")],
    ),
    (
        "through a property",
        "A low density contributes to a high energy density.",
        [("low_density", "high_energy_density")],
    ),
    (
        "when something is done under a condition",
        "Voids form when lithium is stripped at high current densities.",
        [("high_current_density", "void_formation")],
    ),
    (
        "if under a condition, in front",
        "If the cell is run under a low pressure, contact is lost.",
        [("low_pressure", "poor_contact")],
    ),
    ("when nothing is high", "Voids form when lithium is stripped for the first time.", []),
    ("when it is lowered", "When the pressure is lowered, contact is lost.", [("low_pressure", "poor_contact")]),
    # materials
    ("material as cause", "Li2CO3 on the surface causes poor wetting.", [("Li2CO3", "poor_wettability")]),
    (
        "examples as effects",
        "Poor contact results in issues like dendrites, high resistance and cracks.",
        [
            ("poor_contact", "dendrite_growth"),
            ("poor_contact", "high_interfacial_resistance"),
            ("poor_contact", "mechanical_failure"),
        ],
    ),
    ("examples as subjects", "Defects such as voids arise from poor contact.", [("poor_contact", "void_formation")]),
    (
        "accumulation of these products",
        "Side reactions occur at the anode. The accumulation of these products increases the resistance.",
        [("side_reaction", "high_interfacial_resistance")],
    ),
    (
        "adversely affects",
        "Surface carbonates adversely affect the wettability.",
        [("surface_contamination", "poor_wettability")],
    ),
    (
        "attributable to",
        "The cell showed a high resistance, attributable to side reactions.",
        [("side_reaction", "high_interfacial_resistance")],
    ),
    (
        "due to behind the subject",
        "Contact loss, due to volume changes, raises the resistance.",
        [("poor_contact", "high_interfacial_resistance"), ("volume_change", "poor_contact")],
    ),
    (
        "cannot keep, which leads on",
        "Under pressures below 5 MPa, the layer cannot keep good contact, leading to cracks.",
        [("low_pressure", "poor_contact"), ("poor_contact", "mechanical_failure")],
    ),
    (
        "verb of failing",
        "The pellet cracks easily, which causes contact loss.",
        [("mechanical_failure", "poor_contact")],
    ),
    (
        "metal in voids",
        "When the current density exceeds the limit, Li propagates within voids.",
        [("high_current_density", "dendrite_growth"), ("void_formation", "dendrite_growth")],
    ),
    (
        "property that is an amount",
        "Improved electronic conductivity led to a high specific capacity.",
        [("high_electronic_conductivity", "high_specific_capacity")],
    ),
    ("leaves", "Poor wetting leaves gaps at the interface.", [("poor_wettability", "void_formation")]),
    (
        "through defects such as",
        "Dendrites penetrate LLZO through defects such as grain boundaries.",
        [("grain_boundary", "dendrite_growth")],
    ),
    (
        "this and goes on",
        "Voids form during stripping. This raises the resistance and promotes dendrites.",
        [("void_formation", "dendrite_growth"), ("void_formation", "high_interfacial_resistance")],
    ),
    ("this is caused by", "Contact is lost. This is caused by volume changes.", [("volume_change", "poor_contact")]),
    (
        "plural behind a comma",
        "Gaps, such as voids, arise from poor contact at RT and low relative density.",
        [("low_relative_density", "void_formation"), ("poor_contact", "void_formation")],
    ),
    ("capacity decays", "Owing to cracks, the capacity decays.", [("mechanical_failure", "capacity_fade")]),
    ("low capacity", "High polarization leads to a low capacity.", [("high_overpotential", "low_specific_capacity")]),
    ("without", "Without sufficient pressure, voids form.", [("low_pressure", "void_formation")]),
    ("without a quality", "In the absence of close contact, dendrites grow.", [("poor_contact", "dendrite_growth")]),
    (
        "swelling cracks it",
        "A large volume expansion pulverizes the grains.",
        [("volume_change", "mechanical_failure")],
    ),
    ("pathways", "Grain boundaries act as pathways for dendrites.", [("grain_boundary", "dendrite_growth")]),
    (
        "list behind of",
        "Pressure above 80 MPa leads to mechanical failure of the pellet and short circuits.",
        [("high_pressure", "mechanical_failure"), ("high_pressure", "short_circuit")],
    ),
    (
        "growth of the interphase",
        "Growth of the interphase raises the resistance.",
        [("side_reaction", "high_interfacial_resistance")],
    ),
    (
        "density of boundaries",
        "A high density of grain boundaries lowers the ionic conductivity.",
        [("grain_boundary", "low_ionic_conductivity")],
    ),
    (
        "reacts, which leads to",
        "Na3PS4 reacts with sodium metal, which leads to an increase in resistance.",
        [("side_reaction", "high_interfacial_resistance")],
    ),
    # no causes
    ("of itself", "A high conductivity lowers the conductivity of the rest.", []),
    ("where cracks are", "Cracks are seen at grain boundaries.", []),
    ("compared condition", "Dendrites grow even at lower current densities.", []),
    ("mended under a condition", "The film avoids dendrites at high current densities.", []),
    ("gap that is none", "A large voltage gap leads to heating.", []),
    ("associated", "The voids are associated with dendrites.", []),
    ("remedy", "Coating with LiF leads to better contact.", []),
    ("remedy that suppresses", "The dense layer suppresses dendrites and reduces the resistance.", []),
    ("prevention", "Avoiding voids prevents dendrites.", []),
    ("no end", "The authors discuss why voids and dendrites are seen.", []),
    ("a list is no cause", "Voids, cracks and dendrites were observed.", []),
    ("who suffers", "LGPS suffers from side reactions and a high resistance.", []),
    ("good outcome", "The higher pressure gave good results.", []),
    ("purpose", "Pressure was applied to avoid voids and dendrites.", []),
    ("while", "While voids are seen in one cell, dendrites grow in the other.", []),
    ("suppressed cause", "The suppression of voids leads to low resistance.", []),
    ("question", "It is unknown whether voids cause dendrites.", []),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_find_causes(facts_of: FactsOf, text: str, expected: list[tuple[str, str]]) -> None:
    found = {(fact["cause"], fact["effect"]) for fact in facts_of(text, "causes")}
    assert sorted(found) == sorted(expected)


DENIED = [
    ("Voids do not lead to dendrites.", ("void_formation", "dendrite_growth")),
    ("The dendrites are not caused by voids.", ("void_formation", "dendrite_growth")),
    ("The capacity fade does not result from side reactions.", ("side_reaction", "capacity_fade")),
    ("Cracks are not the cause of short circuits.", ("mechanical_failure", "short_circuit")),
]


@pytest.mark.parametrize(("text", "expected"), DENIED, ids=[row[0] for row in DENIED])
def test_denied_causes(facts_of: FactsOf, text: str, expected: tuple[str, str]) -> None:
    (fact,) = facts_of(text, "causes")
    assert (fact["cause"], fact["effect"], fact["negated"]) == (*expected, True)
