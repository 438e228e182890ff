"""Strategies told in plain statements: by amounts, by numbers before and after, over two sentences."""

from __future__ import annotations

import pytest

from .test_strategies import shown, strategies_of

PLAIN = [
    (
        "Hot pressing raises the density of LLZO discs.",
        [("densification", "", "LLZO", "relative_density")],
    ),
    (
        "Hot pressing sealed most of the voids in LATP.",
        [("densification", "", "LATP", "void_formation")],
    ),
    (
        "Adding 2 wt% of Li3BO3 raised the relative density of LLZO from 90 to 97%.",
        [("densification", "Li3BO3", "LLZO", "relative_density")],
    ),
    (
        "Some 8 nm of ZnO deposited by ALD retarded the reduction of LAGP.",
        [("interlayer_ex_situ", "ZnO", "LAGP", "side_reaction")],
    ),
    (
        "On LATP, a sputtered bismuth buffer brought the interfacial resistance from 900 to 70 ohm cm2.",
        [("interlayer_ex_situ", "Bi", "LATP", "interfacial_resistance")],
    ),
    (
        "A ZnO film less than 9 nm thick keeps LATP from being reduced.",
        [("interlayer_ex_situ", "ZnO", "LATP", "side_reaction")],
    ),
    (
        "Sn powder was pressed into Li, and the critical current density of the cells rose.",
        [("anode_alloying", "Sn", "Li", "critical_current_density")],
    ),
    (
        "Addition of 3 wt% Mg(ClO4)2 into PEO was tried, and the critical current density was raised.",
        [("salt_or_additive", "Mg(ClO4)2", "PEO", "critical_current_density")],
    ),
    (
        "Hot pressing gave a relative density of 98% for LATP.",
        [("densification", "", "LATP", "relative_density")],
    ),
    (
        "Hot pressing gave a relative density of 71% for LATP.",
        [],
    ),
    (
        "Flash sintering yielded dense LATP with a high ionic conductivity.",
        [("densification", "", "LATP", "ionic_conductivity relative_density")],
    ),
    (
        "The B2O3 additive promoted the densification of LATP.",
        [("densification", "B2O3", "LATP", "relative_density")],
    ),
    (
        "Sintering LATP with B2O3 as a sintering aid raised the relative density.",
        [("densification", "B2O3", "LATP", "relative_density")],
    ),
    (
        "Zn alloying of the Li anode prevents voids.",
        [("anode_alloying", "Zn", "Li", "void_formation")],
    ),
    (
        "Stirring TiO2 nanowires into PEO gave a flexible composite electrolyte.",
        [],
    ),
    (
        "Embedding TiO2 nanowires in PEO gave a flexible composite electrolyte.",
        [("filler", "TiO2", "PEO", "flexibility")],
    ),
    (
        "Molten Li was infused into a carbon cloth host to accommodate the volume change.",
        [("anode_composite", "carbon cloth", "Li", "volume_change")],
    ),
    (
        "Liquid electrolyte was added at the LATP|Li interface to reduce the impedance.",
        [("interlayer_ex_situ", "liquid electrolyte", "LATP Li", "interfacial_resistance")],
    ),
    (
        "After modification with SnF2, the interfacial resistance of LATP decreased.",
        [("surface_conditioning", "SnF2", "LATP", "interfacial_resistance")],
    ),
    (
        "When LATP is annealed at 700 C, the surface carbonate is removed and the wettability is restored.",
        [("surface_conditioning", "", "LATP", "surface_contamination wettability")],
    ),
    (
        "The improved cycling stability is attributed to the MgO coating on LATP.",
        [("interlayer_ex_situ", "MgO", "LATP", "cycling_stability")],
    ),
    (
        "The high interfacial resistance is attributed to the MgO coating on LATP.",
        [],
    ),
    (
        "Without the MgO layer, the LATP cells short-circuited after 20 h.",
        [("interlayer_ex_situ", "MgO", "LATP", "short_circuit")],
    ),
    (
        "This problem can be solved by coating LATP with MgO.",
        [("interlayer_ex_situ", "MgO", "LATP", "")],
    ),
    (
        "LATP became lithiophilic through a coating of MgO.",
        [("interlayer_ex_situ", "MgO", "LATP", "wettability")],
    ),
    (
        "The W-doped garnet exhibited a higher conductivity.",
        [("doping", "W", "garnet", "ionic_conductivity")],
    ),
    (
        "Li et al. showed that a LiAlO2 film lowers the interfacial resistance of LATP.",
        [("interlayer_ex_situ", "LiAlO2", "LATP", "interfacial_resistance")],
    ),
    (
        "A polyimide scaffold reinforces the PEO electrolyte.",
        [("high_modulus_host", "polyimide", "PEO", "mechanical_strength")],
    ),
    (
        "Doping endows Na3PS4 with a higher ionic conductivity.",
        [("doping", "", "Na3PS4", "ionic_conductivity")],
    ),
    (
        "Doping with W and Se improves the moisture tolerance of Na3PS4.",
        [("doping", "Se W", "Na3PS4", "air_stability")],
    ),
    (
        "By incorporating nitrogen into the lattice of Na3PS4, dendrites are suppressed.",
        [("doping", "N", "Na3PS4", "dendrite_growth")],
    ),
    (
        "As a consequence of the W doping, Na3PS4 has a conductivity of 4 mS/cm, higher than that of Na3PSe4.",
        [("doping", "W", "Na3PS4", "ionic_conductivity")],
    ),
    (
        "W-doped Na3PS4 showed superior moisture tolerance and compatibility with sodium.",
        [("doping", "W", "Na3PS4", "air_stability interfacial_stability")],
    ),
    (
        "The MgO film serves as a barrier against dendrites.",
        [("interlayer_ex_situ", "MgO", "", "dendrite_growth")],
    ),
    (
        "LLZO serves as a barrier against dendrites.",
        [],
    ),
    (
        "The MgO layer between LATP and Li helps suppress dendrites.",
        [("interlayer_ex_situ", "MgO", "LATP Li", "dendrite_growth")],
    ),
    (
        "A bilayer separator made of LATP and LPSC avoids the reduction of the oxide by the anode.",
        [("structure_design", "", "LATP LPSC", "side_reaction")],
    ),
    (
        "Aligned LATP nanowires in PEO enhance the ionic conductivity.",
        [("filler", "LATP", "PEO", "ionic_conductivity")],
    ),
    (
        "PEO with 5% of MgO shows a higher ionic conductivity.",
        [("filler", "MgO", "PEO", "ionic_conductivity")],
    ),
    (
        "Results show that applying a surface coating onto NCM can enhance the rate performance.",
        [("interlayer_ex_situ", "", "NCM", "rate_capability")],
    ),
    (
        "Lithium halide layers on LATP suppress undesirable reactions.",
        [("interlayer_ex_situ", "lithium halide", "LATP", "side_reaction")],
    ),
    (
        "MgO was coated on LATP, and the interfacial resistance fell from 800 to 20 ohm cm2.",
        [("interlayer_ex_situ", "MgO", "LATP", "interfacial_resistance")],
    ),
    (
        "The interphase consists of LiF and Li3P and suppresses side reactions of LPSC.",
        [("interlayer_in_situ", "Li3P LiF", "LPSC", "side_reaction")],
    ),
    (
        "Cations such as W6+ and Mo6+ were substituted for Sb5+ in Na3SbS4 to raise the ionic conductivity.",
        [("doping", "Mo W", "Na3SbS4", "ionic_conductivity")],
    ),
    (
        "Increasing the Cl content of argyrodites raises the ionic conductivity.",
        [("doping", "Cl", "argyrodite", "ionic_conductivity")],
    ),
    (
        "Increasing the water content of argyrodites raises the ionic conductivity.",
        [],
    ),
    (
        "After adding WS2, Na3PS4 shows a higher ionic conductivity.",
        [("doping", "WS2", "Na3PS4", "ionic_conductivity")],
    ),
    (
        "MgO-filled PEO has improved mechanical properties.",
        [("filler", "MgO", "PEO", "mechanical_strength")],
    ),
    (
        "Polyimide fibres reinforce the PEO membrane, enhancing its tensile strength.",
        [("high_modulus_host", "PI", "PEO", "mechanical_strength")],
    ),
    (
        "Owing to a MgO coating, NCM622 retained 92 % of its capacity.",
        [("interlayer_ex_situ", "MgO", "NCM622", "capacity_retention")],
    ),
    (
        "A way to reduce the interfacial resistance is sputtering Sn onto LATP.",
        [("interlayer_ex_situ", "Sn", "LATP", "interfacial_resistance")],
    ),
    (
        "These MgO layers are thick, and many cells require a high temperature to lower the interfacial resistance.",
        [],
    ),
    (
        "A lithiophobic electron-blocking MgO layer on LATP suppresses dendrites.",
        [("interlayer_ex_situ", "MgO", "LATP", "dendrite_growth")],
    ),
    (
        "Both W and Mo doping enhance the ionic conductivity of Na3SbS4.",
        [("doping", "Mo W", "Na3SbS4", "ionic_conductivity")],
    ),
    (
        "Both LATP and a MgO layer suppress dendrites.",
        [("interlayer_ex_situ", "MgO", "LATP", "dendrite_growth")],
    ),
    (
        "The interfacial resistance of LATP decreased after a MgO layer was applied.",
        [("interlayer_ex_situ", "MgO", "LATP", "interfacial_resistance")],
    ),
    (
        "A MgO interlayer makes the LATP|Li contact conformal.",
        [("interlayer_ex_situ", "MgO", "LATP Li", "contact")],
    ),
    (
        "With 2 wt% B2O3, LATP was densified to 97%.",
        [("densification", "B2O3", "LATP", "relative_density")],
    ),
    (
        "The ionic conductivity of PVDF rises after adding 12 wt% LATP.",
        [("filler", "LATP", "PVDF", "ionic_conductivity")],
    ),
    (
        "A MgO coating protects NCM622 from side reactions with LPSC.",
        [("interlayer_ex_situ", "MgO", "NCM622", "side_reaction")],
    ),
    (
        "Immersion of the pellets in HBr dissolved Li2CO3 and made LLZO lithiophilic.",
        [("surface_conditioning", "HBr", "LLZO", "surface_contamination wettability")],
    ),
    (
        "Stack pressures above 3 MPa enable void-free stripping of Li from LPSC.",
        [("external_pressure", "", "LPSC Li", "void_formation")],
    ),
    (
        "W-coated LATP shows an interfacial resistance of 20 ohm cm2, compared with 600 ohm cm2 for bare LATP.",
        [("interlayer_ex_situ", "W", "LATP", "interfacial_resistance")],
    ),
    (
        "The PEO/LATP composite electrolyte has a high ionic conductivity.",
        [("composite_electrolyte", "LATP PEO", "PEO/LATP", "ionic_conductivity")],
    ),
    (
        "Substitution of Li by Ga improves the ionic conductivity of LLZO.",
        [("doping", "Ga", "LLZO", "ionic_conductivity")],
    ),
    (
        "Polishing LATP removes the surface layer of Li2CO3 and reduces the interfacial resistance.",
        [("surface_conditioning", "", "LATP", "interfacial_resistance surface_contamination")],
    ),
    (
        "The addition of B2O3 during sintering promotes the densification of LATP.",
        [("densification", "B2O3", "LATP", "relative_density")],
    ),
    (
        "When the pressure was increased to 3 MPa, the interfacial resistance of the Li|LPSC cell decreased.",
        [("external_pressure", "", "LPSC Li", "interfacial_resistance")],
    ),
    (
        "Adding SiO2 to PEO lowers the ionic conductivity.",
        [("filler", "SiO2", "PEO", "")],
    ),
    (
        "The interfacial resistance of W-doped LATP increases in contact with Li.",
        [],
    ),
    (
        "A LiCl-rich layer formed by the reaction of SnCl2 with Li suppresses dendrites in LATP.",
        [("interlayer_in_situ", "LiCl SnCl2", "LATP Li", "dendrite_growth")],
    ),
    (
        "LATP was modified by co-doping of W and Mo, and its ionic conductivity was improved.",
        [("doping", "Mo W", "LATP", "ionic_conductivity")],
    ),
    (
        "A Na-K alloy was applied at the LATP|Li interface to reduce the interfacial resistance.",
        [("interlayer_ex_situ", "Na-K", "LATP Li", "interfacial_resistance")],
    ),
    (
        "By taking advantage of a Li-Zn anode, voids at the LATP interface are avoided.",
        [("anode_alloying", "Li-Zn", "LATP", "void_formation")],
    ),
    (
        "Sintering aids such as B2O3 and Bi2O3 promote the densification of LATP.",
        [("densification", "B2O3 Bi2O3", "LATP", "relative_density")],
    ),
    (
        "Cells based on the W-coated LATP show a lower interfacial resistance.",
        [("interlayer_ex_situ", "W", "LATP", "interfacial_resistance")],
    ),
    (
        "Introducing Br- into the lattice of Li7P3S11 raises the ionic conductivity.",
        [("doping", "Br", "Li7P3S11", "ionic_conductivity")],
    ),
    (
        "Whether a coating of MgO on LATP suppresses dendrites is not clear.",
        [],
    ),
    (
        "If a MgO layer could be formed on LATP, dendrites would be suppressed.",
        [],
    ),
    (
        "The layer brought the interfacial resistance of LLZO from 70 to 900 ohm cm2.",
        [],
    ),
]

OVER_TWO = [
    (
        "A film of LiPON was pressed between LATP and Li. Then LATP is protected from reduction.",
        "side_reaction",
    ),
    (
        "Tin was evaporated on LLZO. The interfacial resistance dropped to 9 ohm cm2.",
        "interfacial_resistance",
    ),
    (
        "We crosslinked PEO with tetraglyme. As a result, dendrites are suppressed.",
        "dendrite_growth",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_plain_statement(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert [shown(fact) for fact in strategies_of(text)] == expected


@pytest.mark.parametrize(("text", "effect"), OVER_TWO)
def test_effect_of_the_next_sentence(text: str, effect: str) -> None:
    assert {effect} == {name for fact in strategies_of(text) for name in (*fact["improves"], *fact["mitigates"])}


@pytest.mark.parametrize(
    "text",
    [
        "Tin was evaporated on LLZO. However, the interfacial resistance dropped without it as well.",
        "Tin was evaporated on LLZO. Without the metal, the resistance fell too.",
        "LLZO was sintered at 1100 C. The furnace was then cooled.",
    ],
)
def test_contrast_is_no_effect(text: str) -> None:
    assert not strategies_of(text)
