"""Weaknesses in the many ways in which English tells them."""

from __future__ import annotations

import pytest

from .conftest import FactsOf

SENTENCES: list[tuple[str, list[tuple[str, ...]]]] = [
    ("Garnets are too brittle to follow the volume changes of the anode.", [("garnet", "brittleness")]),
    ("PEO is too soft to stop dendrites.", [("PEO", "dendrite_growth"), ("PEO", "mechanical_weakness")]),
    ("PEO is too weak mechanically to block dendrites.", [("PEO", "dendrite_growth"), ("PEO", "mechanical_weakness")]),
    ("Cells with LLZO short-circuited at 0.5 mA cm-2.", [("LLZO", "short_circuit")]),
    ("LLZO cannot accommodate volume changes.", [("LLZO", "volume_change")]),
    ("Lithium fails to wet LLZO.", [("LLZO", "poor_wettability")]),
    ("LLZO does not survive high current densities.", []),
    ("Sulfides do not survive contact with air.", [("sulfide", "air_instability")]),
    ("LGPS does not withstand contact with lithium.", [("LGPS", "side_reaction")]),
    ("The use of LAGP is plagued by its reduction in contact with lithium.", [("LAGP", "side_reaction")]),
    ("Sulfides are plagued by side reactions.", [("sulfide", "side_reaction")]),
    (
        "Polymers are handicapped by low ionic conductivity at room temperature.",
        [("polymer", "low_ionic_conductivity")],
    ),
    ("Garnets are hampered by poor wetting.", [("garnet", "poor_wettability")]),
    ("Halides suffer reduction by lithium.", [("halide", "side_reaction")]),
    ("Poor contact with lithium remains a problem for garnets.", [("garnet", "poor_contact")]),
    ("The low conductivity of PEO remains a concern.", [("PEO", "low_ionic_conductivity")]),
    ("The price of their softness is a narrow window, as LGPS shows.", []),
    ("Sulfides conduct well, but the price is poor stability in air.", [("sulfide", "air_instability")]),
    ("Sulfides conduct well, but at the expense of air stability.", [("sulfide", "air_instability")]),
    ("There is no stable interface between LGPS and lithium.", [("LGPS", "side_reaction")]),
    ("Garnets form no intimate contact with lithium.", [("garnet", "poor_contact")]),
    ("Lithium does not wet LLZO.", [("LLZO", "poor_wettability")]),
    ("LLZO is not wetted by molten lithium.", [("LLZO", "poor_wettability")]),
    ("Dendrites still penetrate LLZO despite its high modulus.", [("LLZO", "dendrite_growth")]),
    ("Even dense LLZO pellets are penetrated by lithium.", [("LLZO", "dendrite_growth")]),
    ("LATP is reduced by lithium, and its grains crack.", [("LATP", "mechanical_failure"), ("LATP", "side_reaction")]),
    ("LATP cannot be used against lithium because titanium is reduced.", [("LATP", "side_reaction")]),
    ("Sulfides release H2S in humid air.", [("sulfide", "air_instability")]),
    ("Sulfides hydrolyse in moist air.", [("sulfide", "air_instability")]),
    (
        "Garnets react with CO2 and moisture to a carbonate layer.",
        [("garnet", "air_instability"), ("garnet", "surface_contamination")],
    ),
    (
        "LLZO is covered by Li2CO3 after storage in air.",
        [("LLZO", "air_instability"), ("LLZO", "surface_contamination")],
    ),
    ("The voltage window of PEO ends at 4 V.", []),
    ("The window of sulfides is narrow.", [("sulfide", "narrow_stability_window")]),
    ("LiPON conducts too poorly for thick cells.", [("LiPON", "low_ionic_conductivity")]),
    ("Halides containing indium are costly.", [("halide", "high_cost")]),
    ("Grain boundaries dominate the resistance of LLTO.", [("LLTO", "grain_boundary")]),
    ("Silicon swells by 300% on lithiation.", [("Si", "volume_change")]),
    ("Silicon anodes pulverize on cycling.", [("Si", "mechanical_failure")]),
    ("The volume of silicon changes by 300%.", [("Si", "volume_change")]),
    ("Lithium alloys suffer from large volume changes.", [("Li alloy", "volume_change")]),
    ("Polymers lack the strength to block dendrites.", [("polymer", "mechanical_weakness")]),
    ("Ceramics make poor contact with electrodes.", []),
    ("Oxides make poor contact with electrodes.", [("oxide", "poor_contact")]),
    ("Halides are unstable against lithium.", [("halide", "side_reaction")]),
    ("Halides are not stable against lithium.", [("halide", "side_reaction")]),
    ("Halides show no stability against lithium.", [("halide", "side_reaction")]),
    ("None of the sulfides is stable in contact with lithium.", [("sulfide", "side_reaction")]),
    ("Few sulfides are stable in air.", [("sulfide", "air_instability")]),
    ("LLZO is among the few oxides that are stable against lithium.", []),
    ("Sulfides, in contrast, are sensitive to moisture.", [("sulfide", "air_instability")]),
    ("A weakness of halides is their reduction at low potential.", [("halide", "side_reaction")]),
    (
        "Among the drawbacks of polymers are low conductivity and a low transference number.",
        [("polymer", "low_ionic_conductivity"), ("polymer", "low_transference_number")],
    ),
    ("The conductivity of polymers remains below 0.1 mS cm-1 at room temperature.", []),
    ("Polymers leave much to be desired in ionic conductivity.", []),
    ("Their transference number is low.", []),
    (
        "PEO has been studied for decades. Its conductivity, however, is low at room temperature.",
        [("PEO", "low_ionic_conductivity")],
    ),
    ("Sulfides are soft. They nevertheless form unstable interphases with lithium.", [("sulfide", "side_reaction")]),
    ("Poor wettability by lithium is typical of garnets.", [("garnet", "poor_wettability")]),
    ("Argyrodites are prone to oxidation at high voltage.", [("argyrodite", "side_reaction")]),
    ("Argyrodites are prone to cracking.", [("argyrodite", "mechanical_failure")]),
    ("NASICON phases are easily reduced by lithium.", [("NASICON", "side_reaction")]),
    ("The instability of LATP against lithium rules out direct contact.", [("LATP", "side_reaction")]),
    ("PEO melts at 65 C and burns.", []),
    ("Polymer electrolytes are flammable.", [("polymer", "thermal_instability")]),
    ("A dendrite-free cell with LLZO was built.", []),
    ("LLZO is not brittle.", [("LLZO", "brittleness", "denied")]),
    ("LLZO is less brittle than LATP.", []),
    ("The coating overcomes the poor wettability of LLZO.", [("LLZO", "poor_wettability")]),
    ("LLZO without cracks was prepared.", []),
    ("No dendrites were found in LLZO.", []),
    (
        "LiPON suffers from neither dendrites nor cracks.",
        [("LiPON", "dendrite_growth", "denied"), ("LiPON", "mechanical_failure", "denied")],
    ),
    ("In LATP, titanium is reduced by lithium.", [("LATP", "side_reaction")]),
    ("LAGP fares no better, since its germanium is reduced.", [("LAGP", "side_reaction")]),
    ("LATP is stable in air. Its Ti4+ is reduced by lithium, however.", [("LATP", "side_reaction")]),
    ("LLZO forms a Li2CO3 layer in air.", [("LLZO", "air_instability"), ("LLZO", "surface_contamination")]),
    ("LLZO is covered by Li2CO3.", [("LLZO", "surface_contamination")]),
    ("Li2CO3 grows on LLZO in humid air.", [("LLZO", "air_instability"), ("LLZO", "surface_contamination")]),
    ("Li2CO3 was added to LLZO as a sintering aid.", []),
    ("Several sulfides conduct fast, yet hardly any of them tolerates lithium metal.", [("sulfide", "side_reaction")]),
    (
        "Garnets, perovskites and phosphates are studied. All are brittle.",
        [("garnet", "brittleness"), ("perovskite", "brittleness")],
    ),
    ("In garnet, lithium advances along the grain boundaries.", [("garnet", "dendrite_growth")]),
    ("Lithium remains a problem for LYC, since it reduces LYC.", [("LYC", "side_reaction")]),
    ("PEO remains soft.", [("PEO", "mechanical_weakness")]),
    ("PEO is soft and flexible.", []),
    (
        "Oxides, typically brittle, exhibit weak interfacial compatibility.",
        [("oxide", "brittleness"), ("oxide", "side_reaction")],
    ),
    ("LGPS, fast but fragile against lithium, is placed between two sheets.", [("LGPS", "side_reaction")]),
    ("LLZO, though stable against lithium, is brittle.", [("LLZO", "brittleness")]),
    ("Although soft, PEO is brittle at low temperature.", [("PEO", "brittleness")]),
    (
        "Despite the conductivity of LGPS, researchers face challenges including a narrow window and dendrites.",
        [("LGPS", "dendrite_growth"), ("LGPS", "narrow_stability_window")],
    ),
    (
        "There are challenges for sulfide-based cells. These encompass side reactions and dendrites.",
        [("sulfide", "dendrite_growth"), ("sulfide", "side_reaction")],
    ),
    (
        "Sulfides conduct fast, LGPS reaching 12 mS cm-1, but they are reduced by lithium.",
        [("sulfide", "side_reaction")],
    ),
    ("LLZO is not immune to dendrites.", [("LLZO", "dendrite_growth")]),
    ("LLZO is immune to dendrites.", []),
    ("Garnets are stiff, yet lithium finds its way along their grain boundaries.", [("garnet", "dendrite_growth")]),
    ("LATP suffers from Ti4+ reduction.", [("LATP", "side_reaction")]),
    ("LGPS decomposes upon contact with lithium.", [("LGPS", "side_reaction")]),
    ("LGPS decomposes at 400 C.", []),
    ("PEO loses its mechanical strength above 60 C.", [("PEO", "mechanical_weakness")]),
    (
        "LLTO suffers from the reduction of titanium and from resistive grain boundaries.",
        [("LLTO", "grain_boundary"), ("LLTO", "side_reaction")],
    ),
    ("LLZO is fragile.", [("LLZO", "brittleness")]),
    ("A few cracks were found in LLZO.", [("LLZO", "mechanical_failure")]),
    ("Few cracks were found in LLZO.", []),
    ("The structure of LLZO is kept, whereas there is much decomposition in LATP.", [("LATP", "side_reaction")]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_limitations_told_at_large(facts_of: FactsOf, text: str, expected: list[tuple[str, ...]]) -> None:
    found = {
        (fact["subject"], fact["failure"], *(("denied",) if fact.get("negated") else ()))
        for fact in facts_of(text, "limitation")
    }
    assert sorted(found) == expected
