"""What leads to what, in the many ways in which English tells it."""

from __future__ import annotations

import pytest

from .conftest import FactsOf

SENTENCES: list[tuple[str, list[tuple[str, ...]]]] = [
    (
        "Voids open at the interface, contact is lost and the current crowds.",
        [("poor_contact", "inhomogeneous_deposition"), ("void_formation", "poor_contact")],
    ),
    (
        "Pores form beneath the lithium, the contact area shrinks, and the resistance climbs.",
        [("poor_contact", "high_interfacial_resistance"), ("void_formation", "poor_contact")],
    ),
    (
        "During stripping vacancies accumulate, voids coalesce, contact is lost and the cell fails.",
        [("void_formation", "poor_contact")],
    ),
    (
        "The grains swell, cracks open and contact fades.",
        [("mechanical_failure", "poor_contact"), ("volume_change", "mechanical_failure")],
    ),
    ("The current is high, so voids form at the interface.", [("high_current_density", "void_formation")]),
    (
        "Lithium wets the pellet poorly, so that the resistance is large.",
        [("poor_wettability", "high_interfacial_resistance")],
    ),
    (
        "Contact is poor, and so the current concentrates at a few spots.",
        [("poor_contact", "inhomogeneous_deposition")],
    ),
    ("As voids grow, the contact area shrinks.", [("void_formation", "poor_contact")]),
    (
        "Once a crack has opened, lithium grows into it and shorts the cell.",
        [
            ("dendrite_growth", "short_circuit"),
            ("mechanical_failure", "dendrite_growth"),
            ("mechanical_failure", "short_circuit"),
        ],
    ),
    ("Once voids have formed, the resistance climbs.", [("void_formation", "high_interfacial_resistance")]),
    (
        "When contact is lost, then the current concentrates at the remaining spots.",
        [("poor_contact", "inhomogeneous_deposition")],
    ),
    (
        "When the current is too high, voids form faster than lithium can diffuse.",
        [("high_current_density", "void_formation")],
    ),
    (
        "As soon as the current density exceeds 1 mA cm-2, dendrites grow.",
        [("high_current_density", "dendrite_growth")],
    ),
    ("Dendrites grow where the contact is poor.", [("poor_contact", "dendrite_growth")]),
    ("Voids are left behind; the result is a loss of contact.", [("void_formation", "poor_contact")]),
    (
        "The volume of the alloy changes on cycling, and the result is cracking.",
        [("volume_change", "mechanical_failure")],
    ),
    (
        "Contact is lost; the consequence is a steep rise of the resistance.",
        [("poor_contact", "high_interfacial_resistance")],
    ),
    (
        "Side reactions consume lithium and leave voids, which in turn raise the resistance.",
        [("side_reaction", "void_formation"), ("void_formation", "high_interfacial_resistance")],
    ),
    (
        "Stripping leaves voids, which in turn focus the current and trigger dendrites.",
        [("void_formation", "dendrite_growth"), ("void_formation", "inhomogeneous_deposition")],
    ),
    ("Stripping at high current leaves voids.", [("high_current_density", "void_formation")]),
    ("Cycling at high current densities accelerates dendrite growth.", [("high_current_density", "dendrite_growth")]),
    (
        "Raising the current density leads to voids and dendrites.",
        [("high_current_density", "dendrite_growth"), ("high_current_density", "void_formation")],
    ),
    ("Increasing the stack pressure too far causes cracks.", [("high_pressure", "mechanical_failure")]),
    ("Losing contact concentrates the current.", [("poor_contact", "inhomogeneous_deposition")]),
    ("The higher the current density, the more voids form.", [("high_current_density", "void_formation")]),
    ("The higher the resistance, the lower the capacity.", [("high_interfacial_resistance", "low_specific_capacity")]),
    ("The lower the density of the pellet, the more easily dendrites penetrate.", [("low_density", "dendrite_growth")]),
    ("The poorer the contact, the higher the resistance.", [("poor_contact", "high_interfacial_resistance")]),
    (
        "Higher pressure improves contact at the expense of cracks in the pellet.",
        [("high_pressure", "mechanical_failure")],
    ),
    ("Uneven stripping roughens the interface and opens voids.", [("inhomogeneous_deposition", "void_formation")]),
    ("Voids concentrate the current at the remaining contact spots.", [("void_formation", "inhomogeneous_deposition")]),
    ("Poor contact focuses the current.", [("poor_contact", "inhomogeneous_deposition")]),
    ("Contact loss drives up the polarization.", [("poor_contact", "high_overpotential")]),
    ("Cracks cut off ion pathways and isolate particles.", []),
    ("Volume changes of the alloy break the contact with the electrolyte.", [("volume_change", "poor_contact")]),
    ("A thick interphase raises the overpotential.", []),
    ("Dendrites bridge the electrodes and short the cell.", [("dendrite_growth", "short_circuit")]),
    ("Dendrites end in a short circuit.", [("dendrite_growth", "short_circuit")]),
    ("Voids culminate in a short circuit.", [("void_formation", "short_circuit")]),
    ("Voids act as starting points for dendrites.", [("void_formation", "dendrite_growth")]),
    ("Pores serve as nucleation sites for lithium filaments.", [("void_formation", "dendrite_growth")]),
    (
        "Voids at the interface are the origin of the high resistance.",
        [("void_formation", "high_interfacial_resistance")],
    ),
    ("The root of the short circuit lies in cracks.", [("mechanical_failure", "short_circuit")]),
    ("Capacity fades because the particles lose contact.", [("poor_contact", "capacity_fade")]),
    ("Cracks were traced back to swelling of the silicon particles.", [("volume_change", "mechanical_failure")]),
    ("The rise in resistance is explained by contact loss.", [("poor_contact", "high_interfacial_resistance")]),
    ("The capacity fade correlates with the growth of the interphase.", []),
    (
        "Lithium grows along grain boundaries and through pores.",
        [("grain_boundary", "dendrite_growth"), ("void_formation", "dendrite_growth")],
    ),
    ("Fresh lithium fills the crack and wedges it open.", []),
    ("Low stack pressure fails to close the voids.", []),
    ("If the pressure is too low, contact is lost.", [("low_pressure", "poor_contact")]),
    (
        "Too high a pressure drives lithium into the pellet and shorts the cell.",
        [("high_pressure", "dendrite_growth"), ("high_pressure", "short_circuit")],
    ),
    (
        "Insufficient wetting results in a high interfacial resistance.",
        [("poor_wettability", "high_interfacial_resistance")],
    ),
    (
        "Impurities on the surface raise the interfacial resistance and prevent wetting.",
        [("surface_contamination", "high_interfacial_resistance"), ("surface_contamination", "poor_wettability")],
    ),
    (
        "The decomposition products conduct ions poorly and thus raise the resistance.",
        [("side_reaction", "high_interfacial_resistance")],
    ),
    ("Pore formation precedes dendrite growth.", []),
    ("Dendrites were found, although the contact was good.", []),
    ("Electrons leak through the interphase, and decomposition goes on.", [("electronic_leakage", "side_reaction")]),
    (
        "The electronic conductivity of the pellet allows lithium to grow inside it.",
        [("high_electronic_conductivity", "dendrite_growth")],
    ),
    (
        "High electronic conductivity makes dendrites nucleate inside the electrolyte.",
        [("high_electronic_conductivity", "dendrite_growth")],
    ),
    (
        "Uneven current distribution, caused by voids, promotes dendrites.",
        [("inhomogeneous_deposition", "dendrite_growth"), ("void_formation", "inhomogeneous_deposition")],
    ),
    ("Shorting was a direct consequence of voids formed on stripping.", [("void_formation", "short_circuit")]),
    ("The stresses of volume expansion crack the pellet.", [("volume_change", "mechanical_failure")]),
    ("The pellet fractures under the stress of the growing dendrite.", []),
    (
        "First, voids form. Then contact is lost, and finally dendrites short the cell.",
        [("dendrite_growth", "short_circuit"), ("void_formation", "poor_contact")],
    ),
    (
        "Beyond 25 MPa, lithium creeps through pores and short-circuits the cell.",
        [
            ("dendrite_growth", "short_circuit"),
            ("high_pressure", "dendrite_growth"),
            ("high_pressure", "short_circuit"),
            ("void_formation", "dendrite_growth"),
        ],
    ),
    ("Below 25 MPa, lithium creeps through the pellet.", [("low_pressure", "dendrite_growth")]),
    ("Voids accumulate and the local current density rises.", [("void_formation", "high_current_density")]),
    ("Voids form under the lithium, but no dendrites are seen.", []),
    ("The film was thin, the pellet was dense and dendrites were absent.", []),
    ("Voids were seen in LLZO, and cracks were seen in LATP.", []),
    ("Short circuits are seen even at low current densities.", []),
    (
        "Voids form on stripping. The main outcome of this phenomenon is contact loss.",
        [("void_formation", "poor_contact")],
    ),
    ("Cracks appear due to the stress caused by volume changes.", [("volume_change", "mechanical_failure")]),
    ("The stress induced by volume changes leads to cracks.", [("volume_change", "mechanical_failure")]),
    (
        "Vacancies merge into voids, contact is lost, and the raised current results in dendrites.",
        [
            ("high_current_density", "dendrite_growth"),
            ("poor_contact", "high_current_density"),
            ("void_formation", "poor_contact"),
        ],
    ),
    ("Below 1 MPa, contact is lost.", [("low_pressure", "poor_contact")]),
    ("Below 1 mA cm-2, dendrites grow.", []),
    ("While films suppress voids, they also cause cracks.", []),
    ("A high pressure drives lithium into the electrolyte.", [("high_pressure", "dendrite_growth")]),
    (
        "Insufficient stack pressure results in contact loss, whereas the film keeps contact.",
        [("low_pressure", "poor_contact")],
    ),
    ("Non-uniform stripping encourages dendrite growth.", [("inhomogeneous_deposition", "dendrite_growth")]),
    ("Uniform stripping leads to dendrite growth.", []),
    ("Cracks allow lithium to penetrate the pellet.", [("mechanical_failure", "dendrite_growth")]),
    ("Poor contact causes dendrites to grow.", [("poor_contact", "dendrite_growth")]),
    ("Cracks do not allow lithium to penetrate the pellet.", []),
    ("The film allows lithium to plate evenly.", []),
    (
        "Fast stripping leaves voids that form at a high current density, which results in contact loss.",
        [("high_current_density", "void_formation"), ("void_formation", "poor_contact")],
    ),
    ("LAGP has a high ionic conductivity but poor stability with lithium.", []),
    ("With its strong reduction potential, lithium reacts with LGPS in a side reaction.", []),
    ("The amorphous phases of the film expand. Therefore, the ionic conductivity is low.", []),
    ("The current is high due to pores in the anode.", []),
    ("High currents hasten dendrite growth.", [("high_current_density", "dendrite_growth")]),
    ("Voids do not hasten dendrite growth.", [("void_formation", "dendrite_growth", "denied")]),
    ("Dendrite growth is restricted by the film.", []),
    ("Dendrites threaten the stability of the interface.", [("dendrite_growth", "side_reaction")]),
    ("The interphase thickens and the impedance grows.", [("side_reaction", "high_interfacial_resistance")]),
    ("With increasing current density, voids grow faster.", [("high_current_density", "void_formation")]),
    ("The contact is lost, whereas a high pressure leads to cracks.", [("high_pressure", "mechanical_failure")]),
    ("LLTO suffers from the reduction of titanium and from resistive grain boundaries.", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_causes_told_at_large(facts_of: FactsOf, text: str, expected: list[tuple[str, ...]]) -> None:
    found = {
        (fact["cause"], fact["effect"], *(("denied",) if fact.get("negated") else ()))
        for fact in facts_of(text, "causes")
    }
    assert sorted(found) == expected
