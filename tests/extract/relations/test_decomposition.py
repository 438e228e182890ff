"""Decompositions: what gives which product against what, in sentences written for the purpose."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.extract.facts import iter_facts


def told(text: str, heading: str = "Results") -> set[tuple[str, str | None, str, bool]]:
    document = read_text(f"# A note\n\n## Results\n\n### {heading}\n\n{text}\n", name="note.md")
    return {
        (fact["subject"], fact["against"], fact["product"], bool(fact.get("negated")))
        for fact in iter_facts(extract_document(document).claims)
        if fact["type"] == "decomposition"
    }


def wanted(expected: str) -> set[tuple[str, str | None, str, bool]]:
    """`LGPS + Li > Li2S Li3P; not LLZO + Li > Li2O` as facts."""
    facts = set()
    for part in filter(None, expected.split(";")):
        pair, products = part.removeprefix(" not ").split(">")
        subject, _, against = pair.strip().partition(" + ")
        facts |= {
            (subject, against or None, product.replace("_", " "), part.startswith(" not "))
            for product in products.split()
        }
    return facts


SENTENCES: dict[str, tuple[str, str]] = {
    # verbs of decomposing
    "decomposes into": ("On heating, Li6PS5Cl decomposes into Li2S, Li3PS4, and LiCl.", "Li6PS5Cl>Li2S Li3PS4 LiCl"),
    "in contact with": (
        "In contact with Li metal, LGPS decomposes to Li2S, Li3P and Li-Ge alloys.",
        "LGPS + Li>Li2S Li3P Li-Ge_alloy",
    ),
    "in contact with, behind": ("Li3PS4 decomposes into Li2S and Li3P in contact with Li.", "Li3PS4 + Li>Li2S Li3P"),
    "aside": (
        "When Li3InCl6 touches Li metal, it decomposes into In (an electronic conductor) and LiCl (an insulator).",
        "Li3InCl6 + Li>In LiCl",
    ),
    "reduced by": ("LATP is reduced by Li metal to form Li3PO4 and TiPO4.", "LATP + Li>Li3PO4 TiPO4"),
    "reduced to at a potential": ("Li3PS4 is reduced at 1.7 V to Li2S and Li3P.", "Li3PS4 + 1.7 V>Li2S Li3P"),
    "oxidised to": (
        "At 2.3 V, the argyrodite Li6PS5Br is oxidized to S, P2S5 and LiBr.",
        "Li6PS5Br + 2.3 V>S P2S5 LiBr",
    ),
    "ion in a host": ("The Ge4+ of LAGP can be reduced to metallic Ge by Li.", "LAGP + Li>Ge"),
    "converted": ("In humid air, Li2S is converted into LiOH and H2S.", "Li2S + air>LiOH H2S"),
    "with the release of": ("Li7P3S11 hydrolyses in humid air with the release of H2S.", "Li7P3S11 + air>H2S"),
    "with formation of": ("LGPS decomposes in contact with Li with formation of Li15Ge4.", "LGPS + Li>Li15Ge4"),
    "with formation, reduced to": (
        "Oxides are reduced to metals (e.g. Cr) by Li with the formation of Li2O.",
        "oxide + Li>Cr",
    ),
    "a symbol as metal": ("When Li3YBr6 touches Li, it turns into Y metal and LiBr.", "Li3YBr6 + Li>Y LiBr"),
    "a layer on purpose": ("A polycaprolactone (PCL)-based LGPS interlayer is stable with Li.", ""),
    "denied": ("LiPON does not decompose into Li2O and Li3P.", "; not LiPON>Li2O Li3P"),
    "denied by a noun": ("No Li2O is formed at the interface between LLZO and Li.", "; not LLZO + Li>Li2O"),
    "prevented": ("The coating prevents LGPS from decomposing into Li2S.", ""),
    "prevented formation": ("The AlF3 coating suppresses the formation of Li2S and Li3P from Li6PS5Cl.", ""),
    "each its own": (
        "Li3YBr6 and Li3ScCl6 are reduced by Li to Y and Sc, respectively.",
        "Li3YBr6 + Li>Y;Li3ScCl6 + Li>Sc",
    ),
    # reactions
    "reacts to form": ("Li6PS5Cl reacts with lithium to form Li2S, Li3P, and LiCl.", "Li6PS5Cl + Li>Li2S Li3P LiCl"),
    "reacts, forming": ("LiPON reacts with the Li anode, forming Li2O, Li3N and Li3P.", "LiPON + Li>Li2O Li3N Li3P"),
    "reacts and forms": ("LPSCl readily reacts with moisture and releases H2S.", "LPSCl + water>H2S"),
    "other way round": ("Molten Li reacts with LAGP to produce Li2O and Li-Ge alloys.", "LAGP + Li>Li2O Li-Ge_alloy"),
    "reaction between": (
        "The reaction between Li3PS4 and lithium metal yields Li2S and Li3P.",
        "Li3PS4 + Li>Li2S Li3P",
    ),
    "reaction of with": ("The reaction of LLTO with Li results in the formation of Li2O.", "LLTO + Li>Li2O"),
    "reduction of by": ("Reduction of LSPS by Li generates Li2S and Li-Sn alloys.", "LSPS + Li>Li2S Li-Sn_alloy"),
    "decomposition of": ("The decomposition of LiTFSI produces LiF at the Li surface.", "LiTFSI + Li>LiF"),
    "hydrolysis of": ("Hydrolysis of the sulfide Li7P3S11 releases toxic H2S.", "Li7P3S11 + water>H2S"),
    "caused by exposure": ("Exposure to air produces Li2CO3 on the surface of LLZO.", "LLZO + air>Li2CO3"),
    "exposed to": ("When exposed to humid air, LLZTO forms LiOH and Li2CO3.", "LLZTO + air>LiOH Li2CO3"),
    "of a cathode": (
        "LiCoO2 reacts with Li6PS5Cl to give CoS and Li3PO4 at the interface.",
        "Li6PS5Cl + LiCoO2>CoS Li3PO4",
    ),
    "two electrolytes": ("LATP and LLZO react with each other to LaPO4.", "LATP + LLZO>LaPO4"),
    "passive formation": ("Li2S and Li3P are formed at the interface between Li and LGPS.", "LGPS + Li>Li2S Li3P"),
    "formed when": ("Li3P and LiCl are formed when LPSCl is in contact with Li.", "LPSCl + Li>Li3P LiCl"),
    "formed by reaction": ("Li2O and Ti were generated by the reaction of LATP with Li.", "LATP + Li>Li2O Ti"),
    "detected": (
        "Li2S and Li3P were detected by XPS at the Li/Li3PS4 interface.",
        "Li3PS4 + Li>Li2S Li3P",
    ),
    "produced from": ("LiF produced from the reduction of LiFSI protects the anode.", "LiFSI>LiF"),
    "formation from": ("XPS proved the formation of LiI from LPSI at the anode.", "LPSI>LiI"),
    # products by name
    "products are": ("The decomposition products of Li3PS4 are Li2S and Li3P.", "Li3PS4>Li2S Li3P"),
    "products of with": (
        "The reaction products of LATP with Li include Li3PO4, TiPO4 and AlPO4.",
        "LATP + Li>Li3PO4 TiPO4 AlPO4",
    ),
    "products such as": (
        "LGPS is reduced by Li into products such as Li2S, Li3P, and Li-Ge alloys.",
        "LGPS + Li>Li2S Li3P Li-Ge_alloy",
    ),
    "as products": (
        "Li7P3S11 decomposes on contact with Li, with Li2S and Li3P as main products.",
        "Li7P3S11 + Li>Li2S Li3P",
    ),
    "are the products": (
        "Li2S and LiBr are the main decomposition products of Li6PS5Br against Li.",
        "Li6PS5Br + Li>Li2S LiBr",
    ),
    "these products": (
        "Li6PS5Cl is reduced by Li metal. The products, which include Li2S and Li3P, conduct ions.",
        "Li6PS5Cl + Li>Li2S Li3P",
    ),
    "next sentence": (
        "LGPS reacts violently with Li. The resulting interphase consists of Li2S, Li3P, and Li-Ge alloys.",
        "LGPS + Li>Li2S Li3P Li-Ge_alloy",
    ),
    # interphases by what they are made of
    "interphase composed of": (
        "An interphase composed of LiCl, Li2S and Li3P grows between Li and Li6PS5Cl.",
        "Li6PS5Cl + Li>LiCl Li2S Li3P",
    ),
    "forms an interphase of": (
        "LiPON forms with Li a thin interphase consisting mainly of Li2O and Li3PO4.",
        "LiPON + Li>Li2O Li3PO4",
    ),
    "rich in": ("The SEI between Li and PEO-LiFSI is rich in LiF.", "PEO-LiFSI + Li>LiF"),
    "rich interphase": ("LiFSI reacts with Li to form a LiF-rich SEI.", "LiFSI + Li>LiF"),
    "in situ source": (
        "A Li3N-containing layer formed in situ through the reaction of Cu3N with molten Li.",
        "Cu3N + Li>Li3N",
    ),
    "derived from": ("The LiF in the SEI is derived from the decomposition of LiTFSI.", "LiTFSI>LiF"),
    "alloy from a coating": (
        "The ZnO layer reacts with Li to form a Li-Zn alloy and Li2O, which wets garnet.",
        "ZnO + Li>Li-Zn_alloy Li2O",
    ),
    "turns into": ("Lithium metal turns LSPS into Li2S, Li3P and Li-Sn alloys.", "LSPS + Li>Li2S Li3P Li-Sn_alloy"),
    "covers itself": ("In humid air, LLZTO covers itself with Li2CO3.", "LLZTO + air>Li2CO3"),
    "it": ("LPSCl is no exception: it is converted to Li2S and LiCl by Li.", "LPSCl + Li>Li2S LiCl"),
    "by-product": (
        "Li3YBr6 and Li3ScCl6 react with Li, with Li2O as the common by-product.",
        "Li3YBr6 + Li>Li2O;Li3ScCl6 + Li>Li2O",
    ),
    "product words": (
        "Next to LiCoO2, LPSCl is oxidized to S, polysulfides and phosphates.",
        "LPSCl + LiCoO2>S polysulfides phosphates",
    ),
    "elements decide": (
        "Li wrapped in a LiTFSI film was brought into contact with Li3PS4. A LiF-rich SEI then formed.",
        "LiTFSI + Li>LiF",
    ),
    "the interphase of its name": ("The Li3N-rich layer of the LiNO3 interphase comprises Li3N.", ""),
    "named interphase": ("At the Li surface, the LGPS interphase comprises Li2S and Li3P.", "LGPS + Li>Li2S Li3P"),
    "doping told before": (
        "Li6PS5Cl0.5F0.5 was cycled against Li. The substitution led to the formation of a LiF interphase.",
        "Li6PS5Cl0.5F0.5 + Li>LiF",
    ),
    "not from these elements": ("LGPS reacts with Li to form a LiF-rich interphase.", ""),
    # of what is added or brought between
    "dopant": ("Incorporating F into LPSCl generates LiF in situ at the Li interface.", "LPSCl + Li>LiF"),
    "oxide dopant": ("Doping LPSCl with Sb2O5 forms Li3Sb at the Li interface.", "Sb2O5 + Li>Li3Sb"),
    "coating": (
        "SnF2 on LLZTO is converted to LiF and Li-Sn alloy when it meets molten lithium.",
        "SnF2 + Li>LiF Li-Sn_alloy",
    ),
    "inserted metal": ("Introducing a Mg layer between LLZO and Li forms a Li-Mg alloy.", "Mg + Li>Li-Mg_alloy"),
    "additive": ("Adding FEC to PEO yields an SEI rich in LiF on the Li anode.", "FEC + Li>LiF"),
    "salt": ("A LiF-rich SEI forms between Li and the PEO electrolyte with LiTFSI.", "LiTFSI + Li>LiF"),
    "in two": (
        "Through the conversion reaction between Cu3N and Li, an interlayer of Li3N and Cu is formed.",
        "Cu3N + Li>Li3N Cu",
    ),
    "arises from": ("Between LLZO and Li, a LiAlO2 layer arises from the Al2O3 coating.", "Al2O3 + Li>LiAlO2"),
    "derived SEI": ("The LiFSI-derived SEI consists of LiF and Li2O.", "LiFSI>LiF Li2O"),
    "halogen": ("The iodine vapor reacts with Li to form LiI.", "iodine + Li>LiI"),
    "lithiated": ("A Ge film evaporated on LAGP is lithiated to Li-Ge alloy.", "Ge + Li>Li-Ge_alloy"),
    # at the cathode, at potentials, in air
    "cathode interface": ("The interface of NCM811 and LPSCl contains phosphates.", "LPSCl + NCM811>phosphates"),
    "stack": ("CoS is generated at the LiCoO2/LPSCl interface.", "LPSCl + LiCoO2>CoS"),
    "products against a cathode": (
        "Reaction products of LPSCl with LiCoO2 such as CoS raise the resistance.",
        "LPSCl + LiCoO2>CoS",
    ),
    "at a potential": ("Below 0.6 V, LATP is reduced, yielding Li3PO4 and Li2O.", "LATP + 0.6 V>Li3PO4 Li2O"),
    "moist air": ("H2S is generated when Li6PS5Cl is exposed to moist air.", "Li6PS5Cl + air>H2S"),
    "storage": ("Li2CO3 and LiOH accumulate on LLZO after storage in air.", "LLZO + air>Li2CO3 LiOH"),
    "into, by moisture": ("Li3InCl6 is hydrolyzed by moisture into In2O3 and HCl.", "Li3InCl6 + water>In2O3 HCl"),
    "sodium": ("Na3SbS4 is reduced by Na metal to Na2S and Na3Sb.", "Na3SbS4 + Na>Na2S Na3Sb"),
    "suppressed": ("ZnO doping suppresses the H2S release of LPSCl in moist air.", ""),
    "glass to crystal": ("Li7P3S11 derived from the 70Li2S-30P2S5 glass conducts well.", ""),
    # equations
    "equation": ("The reaction is Li3PS4 + 8Li → 4Li2S + Li3P.", "Li3PS4 + Li>Li2S Li3P"),
    "equation cut off": ("It goes on as 2 Ads H2O on Li3PS4 → LiCl + H2S.", ""),
    "equations that run on": (
        "Li2S is oxidized to form Li2O (1) Li2S + Li3P → Li7PS2 (2) Li3PS4 + 8Li → 4Li2S + Li3P.",
        "Li3PS4 + Li>Li2S Li3P",
    ),
    "equation with water": ("It proceeds as Li2S + H2O -> LiOH + LiSH.", "Li2S + water>LiOH LiSH"),
    # none
    "synthesis": ("Li6PS5Cl was prepared from Li2S, P2S5, and LiCl by milling.", ""),
    "synthesis reaction": ("Li2S reacts with P2S5 at 500 C to form Li3PS4.", ""),
    "composition": ("The cathode composite consists of NCM811, Li6PS5Cl, and carbon.", ""),
    "glass system": ("Glasses of the system Li2S-P2S5 consist of Li2S and P2S5.", ""),
    "deposited": ("A LiF layer was formed on LLZO by sputtering.", ""),
    "dendrites": ("Li dendrites form in LLZO at high current densities.", ""),
    "ions": ("LLZO forms Li+ pathways in contact with PEO.", ""),
    "ratio": ("The reduced Li2O content of LLZO leads to La2Zr2O7.", ""),
    "electrode work": ("During discharge, S is reduced to Li2S.", ""),
    "stability": ("LLZO is stable against Li and forms no products.", ""),
    "interphase only named": ("The Li-Sn interphase is dense, and Sn is pressed into Li.", ""),
    "inserted layer": ("The GDC interlayer between YSZ and the cathode stops the reaction.", ""),
    "reduced electrode": ("NiO was reduced to Ni in H2 before the test.", ""),
    "reforming": ("NTO was tested in CH4. The main products were H2 and CO.", ""),
    "exposed to a gas": ("The LSCF electrode was exposed to SO2.", ""),
    "transported": ("The layer helps the reduction of oxygen to water in BZY.", ""),
    "doped in": ("Doping LGPS with Sb, forming Li10SnP2S12, raises its conductivity in air.", ""),
    "question": ("Whether LLZO decomposes into Li2O is unknown.", ""),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_find_decompositions(text: str, expected: str) -> None:
    assert told(text) == wanted(expected)


def test_find_decompositions_takes_the_subject_of_the_section_last() -> None:
    text = "Such contact with Li metal yields decomposition products like Li2S and LiI."
    assert told(text, heading="The electrolyte Li7P2S8I") == wanted("Li7P2S8I + Li>Li2S LiI")


PLAIN: list[tuple[str, str]] = [
    ("On contact with lithium, Li6PS5Br breaks down into Li2S, Li3P and LiBr.", "Li6PS5Br + Li>Li2S Li3P LiBr"),
    ("The decomposition of Li7P3S11 at the lithium electrode yields Li2S and Li3P.", "Li7P3S11 + Li>Li2S Li3P"),
    ("Metallic lithium reduces Li3InCl6 to indium metal and LiCl.", "Li3InCl6 + Li>In LiCl"),
    ("Li3InCl6 is reduced by Li metal, and LiCl and In are formed.", "Li3InCl6 + Li>LiCl In"),
    ("XPS shows that Li3YCl6 reacts with Li to give metallic Y and LiCl.", "Li3YCl6 + Li>Y LiCl"),
    (
        "The peaks are assigned to Li2S and Li3P, the products of the reaction between Li6PS5Cl and Li.",
        "Li6PS5Cl + Li>Li2S Li3P",
    ),
    (
        "After lithium had been sputtered onto Li10SnP2S12, signals of Li2S, Li3P and a Li-Sn alloy appeared.",
        "Li10SnP2S12 + Li>Li2S Li3P Li-Sn_alloy",
    ),
    (
        "Upon contact with Li metal, signals of Li2S and Li3P were detected at the surface of Li3PS4.",
        "Li3PS4 + Li>Li2S Li3P",
    ),
    (
        "The SEI formed between Li6PS5Cl and lithium consists mainly of Li2S, LiCl and Li3P.",
        "Li6PS5Cl + Li>Li2S LiCl Li3P",
    ),
    ("An interphase rich in Li2S and Li3P develops between Li3PS4 and lithium.", "Li3PS4 + Li>Li2S Li3P"),
    ("The interphase between LiPON and lithium is composed of Li3N, Li2O and Li3P.", "LiPON + Li>Li3N Li2O Li3P"),
    ("In LAGP, the reduction of Ge4+ to metallic Ge by lithium destroys the surface.", "LAGP + Li>Ge"),
    (
        "The reaction of Li7P3S11 with lithium leads to Li2S and Li3P as the thermodynamically favoured products.",
        "Li7P3S11 + Li>Li2S Li3P",
    ),
    (
        "According to DFT calculations, LGPS decomposes to Li4GeS4, P and Li2S below 1.7 V.",
        "LGPS + 1.7 V>Li4GeS4 P Li2S",
    ),
    ("At 2.6 V, Li3PS4 is oxidised to S and P2S5.", "Li3PS4 + 2.6 V>S P2S5"),
    (
        "The calculated decomposition products of Li6PS5Cl at 0 V are Li3P, Li2S and LiCl.",
        "Li6PS5Cl + 0 V>Li3P Li2S LiCl",
    ),
    ("Above 2.4 V, oxidation of Li6PS5Cl produces S, P2S5 and LiCl.", "Li6PS5Cl + 2.4 V>S P2S5 LiCl"),
    ("Li3PS4 hydrolyses in humid air, releasing H2S.", "Li3PS4 + air>H2S"),
    ("When exposed to moist air, Li6PS5Cl generates toxic H2S gas.", "Li6PS5Cl + air>H2S"),
    ("LLZO reacts with moisture and CO2 to form LiOH and Li2CO3 on its surface.", "LLZO + air>LiOH Li2CO3"),
    ("A Li2CO3 layer grows on LLZTO in ambient air.", "LLZTO + air>Li2CO3"),
    ("Na3PS4 decomposes to Na2S and Na3P in contact with sodium.", "Na3PS4 + Na>Na2S Na3P"),
    ("Na3SbS4 forms Na2S and Na3Sb at the sodium interface.", "Na3SbS4 + Na>Na2S Na3Sb"),
    ("PEO reacts with lithium to form lithium alkoxides.", "PEO + Li>lithium_alkoxides"),
    ("The reduction of LiTFSI at the anode produces LiF, Li2S and Li3N.", "LiTFSI>LiF Li2S Li3N"),
    ("LiFSI decomposes on the lithium surface, producing LiF.", "LiFSI + Li>LiF"),
    ("The decomposition of LiTFSI gives rise to a LiF-rich interphase on lithium.", "LiTFSI + Li>LiF"),
    ("At the interface between LATP and lithium, Ti4+ is reduced to Ti3+. ==>", ""),
    (
        "Electrochemical oxidation of Li6PS5Cl at the cathode yields phosphates and sulfates.",
        "Li6PS5Cl + cathode>phosphates sulfates",
    ),
    (
        "ToF-SIMS revealed phosphates and sulfites at the interface between NCM622 and Li6PS5Cl.",
        "Li6PS5Cl + NCM622>phosphates sulfites",
    ),
    ("LiCoO2 and LLZO react at 700 C to form La2CoO4.", "LLZO + LiCoO2>La2CoO4"),
    ("Interdiffusion between LiCoO2 and Li3PS4 results in the formation of CoS.", "Li3PS4 + LiCoO2>CoS"),
    ("LATP and LiMn2O4 react above 600 C, giving Li3PO4 and TiO2.", "LATP + LiMn2O4>Li3PO4 TiO2"),
    ("Li2ZrCl6 reacts with Li metal: LiCl and Zr are the products.", "Li2ZrCl6 + Li>LiCl Zr"),
    ("Li3ScCl6 turns into LiCl and Sc against lithium.", "Li3ScCl6 + Li>LiCl Sc"),
    ("LiBH4 releases hydrogen above 300 C. ==>", ""),
    ("In contact with Li, LGPS converts to Li2S, Li3P and Li15Ge4.", "LGPS + Li>Li2S Li3P Li15Ge4"),
    (
        "The reduction products of LATP, Li3PO4 and AlPO4, were seen by XRD after contact with lithium.",
        "LATP + Li>Li3PO4 AlPO4",
    ),
    ("No Li3P was detected after Li3PS4 had been in contact with lithium.", "; not Li3PS4 + Li>Li3P"),
    ("Li3P does not form at the interface between LPSC and lithium.", "; not LPSC + Li>Li3P"),
    ("Li2S and Li3P may form where Li6PS5I touches lithium.", "Li6PS5I + Li>Li2S Li3P"),
    ("The reaction between Li metal and Li3PS4 produces Li2S.", "Li3PS4 + Li>Li2S"),
    ("The degradation of Li6PS5Cl in humid air is accompanied by the release of H2S.", "Li6PS5Cl + air>H2S"),
    (
        "Li6PS5Cl is unstable against lithium. Its decomposition products are Li2S, LiCl and Li3P.",
        "Li6PS5Cl + Li>Li2S LiCl Li3P",
    ),
    (
        "Li7P3S11 was brought into contact with lithium. XPS spectra then showed the signals of Li2S and Li3P.",
        "Li7P3S11 + Li>Li2S Li3P",
    ),
    (
        "We studied the interface between LAGP and lithium. The interphase contains Ge, Li2O and Li3P.",
        "LAGP + Li>Ge Li2O Li3P",
    ),
    (
        "LGPS is reduced by lithium. The resulting layer comprises Li2S, Li3P and a Li-Ge alloy.",
        "LGPS + Li>Li2S Li3P Li-Ge_alloy",
    ),
    (
        "Li10GeP2S12 is easily reduced by lithium. The reaction yields Li2S, Li3P and Li15Ge4.",
        "Li10GeP2S12 + Li>Li2S Li3P Li15Ge4",
    ),
    ("Li3PS4 was prepared from Li2S and P2S5. ==>", ""),
    ("Li6PS5Cl was synthesized by milling Li2S, P2S5 and LiCl. ==>", ""),
    ("A LiF layer was deposited on Li by ALD. ==>", ""),
    ("Sulfides such as Li3PS4 and LGPS conduct well. ==>", ""),
    ("A mixture of Li2S and P2S5 was annealed to form Li7P3S11. ==>", ""),
    ("LLZO pellets were coated with Li3N and pressed against lithium. ==>", ""),
    ("Adding LiCl to Li3PS4 raises the conductivity. ==>", ""),
    ("The conductivity of Li3N is far higher than that of Li2O. ==>", ""),
    ("The Li3N interlayer between LLZO and lithium lowers the resistance. ==>", ""),
    ("LLZO reacts with moisture and CO2 to form LiOH and Li2CO3 on its surface.", "LLZO + air>LiOH Li2CO3"),
    ("In air, LLZO reacts with H2O and CO2, which gives Li2CO3.", "LLZO + air>Li2CO3"),
    ("Upon cycling, a Li3P-rich interphase forms at the Li/LPSC interface.", "LPSC + Li>Li3P"),
    ("The SEI layer between Li and LPSC consists of Li2S, Li3P and LiCl.", "LPSC + Li>Li2S Li3P LiCl"),
    (
        "LGPS is thermodynamically unstable against Li metal and spontaneously decomposes into Li2S, Li3P and Li15Ge4.",
        "LGPS + Li>Li2S Li3P Li15Ge4",
    ),
    ("Sulfide electrolytes tend to be reduced by lithium, forming Li2S and Li3P.", "sulfide + Li>Li2S Li3P"),
    (
        "Wenzel et al. found that Li7P3S11 decomposes to Li2S and Li3P when it comes into contact with Li.",
        "Li7P3S11 + Li>Li2S Li3P",
    ),
    (
        "In the case of LATP, Li3PO4, TiPO4 and AlPO4 are generated on contact with lithium.",
        "LATP + Li>Li3PO4 TiPO4 AlPO4",
    ),
    (
        "For halides such as Li3InCl6, In3+ is readily reduced to In by Li metal, giving rise to an MIEC interphase.",
        "Li3InCl6 + Li>In",
    ),
    (
        "LAGP reacts violently with molten lithium, resulting in Li2O, Ge and Li-Ge alloys.",
        "LAGP + Li>Li2O Ge Li-Ge_alloy",
    ),
    (
        "The interphase, mainly composed of Li2S and Li3P, grows with time at the Li3PS4/Li interface.",
        "Li3PS4 + Li>Li2S Li3P",
    ),
    ("Li2CO3 forms on the surface of LLZO when it is exposed to air.", "LLZO + air>Li2CO3"),
    ("The oxidation of LPSC at the cathode yields S, polysulfides and LiCl.", "LPSC + cathode>S polysulfides LiCl"),
    ("XRD patterns reveal that LiCoO2 and LLZO react to La2CoO4 at 700 C.", "LLZO + LiCoO2>La2CoO4"),
    ("At elevated temperature, LLZO reacts with LiCoO2, leading to the formation of LaCoO3.", "LLZO + LiCoO2>LaCoO3"),
    ("Cryo-TEM reveals that the Li/LiPON interphase contains Li2O, Li3N and Li3PO4.", "LiPON + Li>Li2O Li3N Li3PO4"),
    ("The SEI derived from LiFSI on lithium is rich in LiF.", "LiFSI + Li>LiF"),
    ("LiNO3 is reduced to Li3N on the lithium surface.", "LiNO3 + Li>Li3N"),
    ("FEC decomposes to form a LiF-rich SEI on Li.", "FEC + Li>LiF"),
    ("When SnF2 contacts molten Li, LiF and a Li-Sn alloy are formed in situ.", "SnF2 + Li>LiF Li-Sn_alloy"),
    ("ZnO reacts with Li to form a Li-Zn alloy and Li2O.", "ZnO + Li>Li-Zn_alloy Li2O"),
    ("AlF3 is converted to LiF and a Li-Al alloy by lithium.", "AlF3 + Li>LiF Li-Al_alloy"),
    ("The main products of the reaction of LGPS with sodium are unknown. ==>", ""),
    ("On discharge, sulfur is converted to Li2S. ==>", ""),
    ("The Li2S cathode was discharged against lithium. ==>", ""),
    ("Cells with a LiF interlayer between LPSC and Li cycle well. ==>", ""),
    ("Thin layers of Li3PO4 were sputtered on LPSC. ==>", ""),
    ("LiI was added to Li3PS4 glass, which raised the conductivity. ==>", ""),
    ("Li3P conducts ions better than Li2S does. ==>", ""),
    ("The lithium salt LiTFSI was dissolved in PEO. ==>", ""),
    ("A LiF-rich interphase suppresses dendrites in LPSC cells. ==>", ""),
    ("The formation of Li3N from LiNO3 and lithium is fast.", "LiNO3 + Li>Li3N"),
    ("LGPS forms hardly any Li-Ge alloy in contact with lithium.", "; not LGPS + Li>Li-Ge_alloy"),
    ("Almost no Li3P was found at the interface between LPSC and Li.", "; not LPSC + Li>Li3P"),
    (
        "LPSC was pressed onto lithium. The chlorine signal is weak, and SEI products such as LiCl are possible.",
        "LPSC + Li>LiCl",
    ),
    (
        "The interfacial reaction between NCM811 and LPSC generates Li3PO4, NiS and LiCl.",
        "LPSC + NCM811>Li3PO4 NiS LiCl",
    ),
    ("LLZO decomposes to Li2O, La2O3 and Zr below 0.05 V.", "LLZO + 0.05 V>Li2O La2O3 Zr"),
    ("At the LiCoO2/Li3PS4 interface, CoS was detected after cycling.", "Li3PS4 + LiCoO2>CoS"),
    ("XPS spectra of Li6PS5Cl pellets cycled against lithium show Li2S and Li3P.", "Li6PS5Cl + Li>Li2S Li3P"),
    ("Cryo-TEM images of the Li/LPSCl interface reveal crystalline Li2S and amorphous Li3P.", "LPSCl + Li>Li2S Li3P"),
    ("XPS shows no Li3P at the interface between Li6PS5I and lithium.", "; not Li6PS5I + Li>Li3P"),
    ("Raman mapping of a Li3PS4 separator in contact with lithium reveals bands of Li2S.", "Li3PS4 + Li>Li2S"),
    ("In the S 2p spectrum of LPSCl cycled with lithium, the doublet at 160.1 eV belongs to Li2S.", "LPSCl + Li>Li2S"),
    (
        "Lithium was sputtered onto LGPS. New doublets appeared, which were assigned to Li2S and Li3P.",
        "LGPS + Li>Li2S Li3P",
    ),
    (
        "LPSCl was cycled against lithium. Diffraction patterns showed Li2S. Spectra contain strong signals of Li3P.",
        "LPSCl + Li>Li2S Li3P",
    ),
    ("The lithium cell shorted. XPS of the pristine LPSCl powder shows traces of LiCl. ==>", ""),
    ("XRD of the as-prepared LPSCl revealed some LiCl. ==>", ""),
    ("LiFSI-derived LiF was found on the lithium anode.", "LiFSI + Li>LiF"),
    ("At the LGPS|Li interface, Li2S, Li3P and Li15Ge4 coexist.", "LGPS + Li>Li2S Li3P Li15Ge4"),
    ("Li2S, Li3P and LiCl make up the interphase of LPSCl with lithium.", "LPSCl + Li>Li2S Li3P LiCl"),
    ("LATP is reduced by lithium and Li3P, TiO2 and AlPO4 are left behind.", "LATP + Li>Li3P TiO2 AlPO4"),
    (
        "Lithium reacts with LPSCl, and Li2S, LiCl and phosphides grow at the interface.",
        "LPSCl + Li>Li2S LiCl phosphides",
    ),
    ("PVDF is dehydrofluorinated by lithium with formation of LiF.", "PVDF + Li>LiF"),
    ("A LiF-rich interphase forms between the fluorinated argyrodite and lithium.", "argyrodite + Li>LiF"),
    ("Lithium is the aim. Li3YBr5F forms a LiF-rich interphase by itself.", "Li3YBr5F + Li>LiF"),
    ("La2Zr2O7 and LaCoO3 form between LLZO and LiCoO2 at 700 C.", "LLZO + LiCoO2>La2Zr2O7 LaCoO3"),
    ("A Li2CO3 layer forms on garnet pellets stored in air.", "garnet + air>Li2CO3"),
    ("Upon exposure to ambient air, Li2CO3 and LiOH build up on the surface of LLZO.", "LLZO + air>Li2CO3 LiOH"),
    ("LPSCl exposed to moist air carries Li3PO4 and LiOH on its surface.", "LPSCl + air>Li3PO4 LiOH"),
    ("Moist air hydrolyses LPSCl. The exposed LPSCl contained Li3PO4 and LiOH.", "LPSCl + air>Li3PO4 LiOH"),
    ("The dense LPSCl pellet contained LiCl. ==>", ""),
    (
        "Sulfide electrolytes react with moisture. This liberates H2S and leaves oxysulfides behind.",
        "sulfide + water>H2S oxysulfides",
    ),
    ("In humid air Li6PS5Cl gives off H2S.", "Li6PS5Cl + air>H2S"),
    ("The S 2p region of LPSCl after contact with lithium is dominated by Li2S.", "LPSCl + Li>Li2S"),
    ("Depth profiling of the Li/LPSCl interface identified LiCl close to the metal.", "LPSCl + Li>LiCl"),
    ("Proton exchange between LLZO and water leaves LiOH on the surface.", "LLZO + water>LiOH"),
    ("LiOH and Li2CO3 contaminate the surface of LLZO after exposure to air.", "LLZO + air>LiOH Li2CO3"),
    ("LiNbO3 coats the particles of NCM622 in the LPSCl cathode. ==>", ""),
    ("LPSCl was coated with LiF and then pressed onto lithium. ==>", ""),
    ("LiTFSI contributes LiF and Li2S to the SEI on lithium.", "LiTFSI + Li>LiF Li2S"),
    ("The fluorine of LiFSI ends up as LiF in the interphase on lithium.", "LiFSI + Li>LiF"),
    ("Polysulfides were detected in composite cathodes of NCM622 and LPSCl.", "LPSCl + NCM622>Polysulfides"),
    ("Among the products of the reaction of LPSI with lithium, LiI conducts best.", "LPSI + Li>LiI"),
    ("The Li2O-rich layer on the copper foil comes from the air. ==>", ""),
    ("LLZO picks up CO2 from the air. ==>", ""),
    ("Fluorinated LPSC was mixed with LiI, and LiF formed in contact with lithium.", "LPSC + Li>LiF"),
    ("LGPS yields Li2S and Ge with lithium, and Ge then alloys with more lithium.", "LGPS + Li>Li2S Ge"),
    ("At the cathode, LPSCl is oxidized to lithium polysulfides.", "LPSCl + cathode>lithium_polysulfides"),
    ("The reaction of PEO with lithium yields alkoxides and polyethylene fragments.", "PEO + Li>alkoxides"),
    ("In contact with lithium, PTMC gives Li2CO3 and LiOH; no LiF is expected.", "PTMC + Li>Li2CO3 LiOH"),
    ("A hybrid layer protects lithium. The SEI mainly consisting of NaF and LiF is dense. ==>", ""),
    ("The exposed LPSCl contained Li3PO4 and LiOH.", "LPSCl>Li3PO4 LiOH"),
    ("LPSCl gives off H2S.", "LPSCl>H2S"),
    ("In moist air LPSI emits 0.08 g H2S, against 0.6 g for LPSCl.", "LPSI + air>H2S"),
    (
        "Water breaks the P-S bonds and liberates H2S, so that the conductivity of sulfides falls.",
        "sulfide + water>H2S",
    ),
    (
        "The lithium anode of Li|LPSCl|Li failed. Spectra of the foil contain signals of Li2S and Li3P.",
        "LPSCl + Li>Li2S Li3P",
    ),
    ("The lithium anode of Li|LPSCl|Li failed. Spectra of the powder contain signals of Li6PS5Cl. ==>", ""),
    ("Li2S and Li3P are present at the interface between LPSCl and lithium.", "LPSCl + Li>Li2S Li3P"),
    ("LGPS does not survive lithium. Three products were proposed: Li2S, Li3P and Ge.", "LGPS + Li>Li2S Li3P Ge"),
    ("The products of LGPS with lithium are well known, namely Li2S and Li3P.", "LGPS + Li>Li2S Li3P"),
    ("Of the products of LGPS in contact with lithium, Li15Ge4 conducts electrons.", "LGPS + Li>Li15Ge4"),
    ("The PVDF binder is attacked by lithium, and the resulting LiF hinders lithium transport.", "PVDF + Li>LiF"),
    (
        "LPSCl cells were opened. On the lithium side, the spectrum shows a component that is typical of Li3P.",
        "LPSCl + Li>Li3P",
    ),
    ("LPSCl is soft and touches lithium. In the S 2p spectrum, Li2S grows.", "LPSCl + Li>Li2S"),
    ("Three salts were dissolved: LiTFSI, LiFSI and LiF. ==>", ""),
    ("On discharge, Li2S forms at the cathode of the lithium-sulfur cell. ==>", ""),
    ("Li7P3S11 forms an interphase of Li2S and Li3P in contact with lithium.", "Li7P3S11 + Li>Li2S Li3P"),
    ("LPSCl forms 0.3 cm3 of H2S in moist air.", "LPSCl + air>H2S"),
    ("LPSCl is soft, and lithium forms voids at the interface of Cu2O and Li2O. ==>", ""),
    ("LPSC reacts with Li to form Li2S, but between LPSC and LYC nothing happened.", "LPSC + Li>Li2S"),
    ("LaBaCo2O5 starts to transform into La0.5Ba0.5CoO3 at 1100 C. ==>", ""),
]
"""Sentences as abstracts, articles on interfaces and calculations have them."""


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=[text for text, _ in PLAIN])
def test_find_decompositions_reads_plain_prose(text: str, expected: str) -> None:
    assert told(text) == wanted(expected)


def test_find_decompositions_understands_the_metal_spoken_of_before() -> None:
    text = "Lithium is a bad neighbour. LGPS, for one, is reduced to Li2S and Li3P. Heated, Li3PS4 decomposes to Li2S."

    assert told(text) == {
        ("LGPS", "Li", "Li2S", False),
        ("LGPS", "Li", "Li3P", False),
        ("Li3PS4", None, "Li2S", False),
    }


def test_find_decompositions_understands_the_metal_of_the_title() -> None:
    title = "# Sulfides at lithium metal anodes: a long story of interphases"
    text = f"{title}\n\n## Results\n\nLPSC is reduced to Li2S and Li3P.\n"
    claims = extract_document(read_text(text, name="note.md")).claims
    facts = [fact for fact in iter_facts(claims) if fact["type"] == "decomposition"]
    assert {(fact["against"], fact["product"]) for fact in facts} == {("Li", "Li2S"), ("Li", "Li3P")}
