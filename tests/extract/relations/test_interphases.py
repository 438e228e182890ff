"""Interphases: which pair forms which kind, in sentences written for the purpose."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.extract.facts import iter_facts


def told(text: str, heading: str = "Results") -> set[tuple[str, str | None, str, bool]]:
    document = read_text(f"# A note\n\n## Results\n\n### {heading}\n\n{text}\n", name="note.md")
    return {
        (fact["subject"], fact["against"], fact["kind"], bool(fact.get("negated")))
        for fact in iter_facts(extract_document(document).claims)
        if fact["type"] == "interphase"
    }


def wanted(expected: str) -> set[tuple[str, str | None, str, bool]]:
    """`MIEC > LGPS LATP + Li; not stable > LLTO + Li` as facts."""
    facts = set()
    for part in filter(None, expected.split(";")):
        kind, rest = part.removeprefix(" not ").split(">")
        subjects, _, against = rest.strip().partition(" + ")
        for subject in subjects.split():
            facts.add((subject.replace("_", " "), against or None, kind.strip(), part.startswith(" not ")))
    return facts


SENTENCES: dict[str, tuple[str, str]] = {
    # the name of the kind
    "forms an MIEC": ("LGPS forms an MIEC interphase with Li.", "MIEC > LGPS + Li"),
    "mixed conducting": ("LATP forms a mixed-conducting interphase in contact with Li metal.", "MIEC > LATP + Li"),
    "spelled out": (
        "A mixed ionic and electronic conducting interphase develops between LLTO and Li.",
        "MIEC > LLTO + Li",
    ),
    "is a mixed conductor": ("The interphase between LAGP and Li is a mixed conductor.", "MIEC > LAGP + Li"),
    "passivating": (
        "Li3PS4 and Li6PS5Cl form a passivating interphase against Li metal.",
        "M-SEI > Li3PS4 Li6PS5Cl + Li",
    ),
    "passive voice": ("A stable interphase is formed between LiPON and Li.", "stable > LiPON + Li"),
    "metastable": ("In contact with Li, LiPON gives a metastable interphase.", "M-SEI > LiPON + Li"),
    "self-limiting": ("The self-limiting interphase of Li6PS5Br with Li stays thin.", "M-SEI > Li6PS5Br + Li"),
    "relative": ("Li7P3S11, which forms a kinetically stable SEI with Li, cycles well.", "M-SEI > Li7P3S11 + Li"),
    "denied": ("LLZO does not form an MIEC interphase with Li.", "; not MIEC > LLZO + Li"),
    "denied by a noun": ("No mixed conducting interphase forms between LLZO and Li.", "; not MIEC > LLZO + Li"),
    "without": ("LiPON contacts Li without a mixed-conducting interphase.", "; not MIEC > LiPON + Li"),
    # description
    "products conduct": (
        "LSPS is reduced by Li, and its electronically conductive products form a layer.",
        "MIEC > LSPS + Li",
    ),
    "products conduct, verb": (
        "The decomposition products of LATP with Li are electronically conductive.",
        "MIEC > LATP + Li",
    ),
    "products insulate": (
        "The decomposition products of Li3PS4 with Li are electronic insulators.",
        "M-SEI > Li3PS4 + Li",
    ),
    "insulating layer": (
        "Li6PS5Cl reacts with Li to form an ionically conductive but electronically insulating layer.",
        "M-SEI > Li6PS5Cl + Li",
    ),
    "reaction stops": ("The reaction between LiPON and Li is self-limiting.", "M-SEI > LiPON + Li"),
    "passivates": ("The reaction of Li3PS4 with Li passivates the interface.", "M-SEI > Li3PS4 + Li"),
    "after a decomposition": (
        "In contact with Li, Li3InCl6 decomposes into In and LiCl, indicating an MIEC interphase.",
        "MIEC > Li3InCl6 + Li",
    ),
    "which is": (
        "LAGP reacts with Li to give Li-Ge alloys, which results in a mixed-conducting interphase.",
        "MIEC > LAGP + Li",
    ),
    "next sentence": (
        "LGPS is reduced by Li metal. The resulting interphase is mixed-conducting.",
        "MIEC > LGPS + Li",
    ),
    # stable pairs
    "stable against": ("Garnet-type LLZO is thermodynamically stable against Li metal.", "stable > LLZO + Li"),
    "stable with, list": ("LiF, Li2O and Li3N are stable with Li.", "stable > LiF Li2O Li3N + Li"),
    "stable such as": (
        "Binary compounds such as LiCl and LiBr are chemically stable in contact with Li metal.",
        "stable > LiCl LiBr + Li",
    ),
    "unstable": ("LATP is not stable against Li.", "; not stable > LATP + Li"),
    "unstable, one word": ("LGPS is thermodynamically unstable against Li metal.", "; not stable > LGPS + Li"),
    "stable interface with": ("Li3N forms a thermodynamically stable interface with Li.", "stable > Li3N + Li"),
    "contrast": (
        "LLZO is stable against Li, whereas LLTO is not stable.",
        "stable > LLZO + Li; not stable > LLTO + Li",
    ),
    "air": ("Li3PO4 is stable in air.", ""),
    "does not react": ("Li3N does not react with Li at all.", "stable > Li3N + Li"),
    "conducts": (
        "Li reduces LATP, and the dark layer conducts both ions and electrons.",
        "MIEC > LATP + Li",
    ),
    "with a dash": ("LiPON is reduced by Li to Li3P, indicating the formation of an M–SEI.", "M-SEI > LiPON + Li"),
    "blocks electrons": ("The SEI between Li and Li7P3S11 blocks electrons.", "M-SEI > Li7P3S11 + Li"),
    "no reaction": ("No reaction occurs between LLZO and Li.", "stable > LLZO + Li"),
    "reaction stops there": ("LLZO is reduced by Li in a thin layer. There the reaction stops.", "M-SEI > LLZO + Li"),
    "inert": ("LiBH4 is inert to Li.", "stable > LiBH4 + Li"),
    "both": (
        "Li3PS4 is unstable against Li but forms a passivating SEI.",
        "M-SEI > Li3PS4 + Li; not stable > Li3PS4 + Li",
    ),
    "in the case of": ("In the case of LATP, the interphase with Li is an MIEC.", "MIEC > LATP + Li"),
    "sodium": ("Na3PS4 forms a mixed-conducting interphase with Na.", "MIEC > Na3PS4 + Na"),
    "unlike": ("Unlike LiPON, LGPS forms a mixed-conducting interphase with Li.", "MIEC > LGPS + Li"),
    "of the products' giver": (
        "In contact with Li, LATP reacts, yielding Li3PO4 and TiP; the resulting layer conducts ions and electrons.",
        "MIEC > LATP + Li",
    ),
    # membership
    "such as": (
        "Electrolytes such as LGPS, LATP and LLTO form MIEC interphases with Li.",
        "MIEC > LGPS LATP LLTO + Li",
    ),
    "examples behind": (
        "Some electrolytes form a mixed-conducting interphase with Li, such as LGPS and LAGP.",
        "MIEC > LGPS LAGP + Li",
    ),
    "for instance": (
        "Passivating interphases form with Li, for instance, in Li6PS5Cl and Li7P3S11.",
        "M-SEI > Li6PS5Cl Li7P3S11 + Li",
    ),
    "except": (
        "Sulfides form passivating interphases with Li, except for LGPS and LSPS.",
        "M-SEI > sulfide + Li; not M-SEI > LGPS LSPS + Li",
    ),
    "class": ("NASICON electrolytes form MIEC interphases with Li metal.", "MIEC > NASICON + Li"),
    # none
    "requirement": ("A good electrolyte should form a stable interphase with Li.", ""),
    "goal": ("To obtain a stable interface between LLZO and Li, an Al2O3 layer was deposited.", ""),
    "strategy": ("The LiF coating improves the interfacial stability of LGPS against Li.", ""),
    "strategy named": ("With the LiF interlayer, the LGPS/Li interface becomes stable.", ""),
    "cycling": ("The Li|LPSCl|Li cell shows stable cycling for 500 h.", ""),
    "electrode": ("Mixed conducting LSCF is used as the cathode of fuel cells.", ""),
    "comparison": ("Li6PS5Cl is more stable against Li than LGPS.", ""),
    "thermal": ("LLZO is stable up to 900 C.", ""),
    "phase": ("The cubic phase of LLZO is stable at room temperature with Al doping.", ""),
    "passivated steel": ("The passivation layer of the steel protects it.", ""),
    "whether": ("Whether LLZO forms a stable interphase with Li is debated.", ""),
    "classified": (
        "The interphases of LGPS with Li are classified as stable interphases, MIEC interphases and M-SEIs.",
        "",
    ),
    "window": ("The PVDF electrolyte is stable up to 4.5 V against Li.", ""),
    "put between": ("Mixed conducting interlayers lower the resistance of LLZO against Li.", ""),
    "insulating coating": ("An electronically insulating coating on LLZO blocks electrons.", ""),
    "fuel gas": ("The sample 3NTO remained stable in CH4.", ""),
    "must": ("The interlayer must exhibit good stability with Li.", ""),
    "types": ("Interphases are stable, mixed-conducting or metastable.", ""),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_find_interphases(text: str, expected: str) -> None:
    assert told(text) == wanted(expected)


def test_find_interphases_takes_the_pair_of_the_section_last() -> None:
    text = "Here a mixed-conducting interphase forms with Li metal."
    assert told(text, heading="Interphase of Li10SnP2S12") == wanted("MIEC > Li10SnP2S12 + Li")


PLAIN: list[tuple[str, str]] = [
    ("LGPS forms a mixed-conducting interphase against lithium.", "MIEC > LGPS + Li"),
    ("A mixed ionic-electronic conducting interphase forms between LAGP and Li metal.", "MIEC > LAGP + Li"),
    ("Against lithium, Li3InCl6 forms an MIEC.", "MIEC > Li3InCl6 + Li"),
    ("The interphase between Li6PS5Cl and lithium is electronically insulating.", "M-SEI > Li6PS5Cl + Li"),
    ("Li3PS4 is passivated by its decomposition products in contact with lithium.", "M-SEI > Li3PS4 + Li"),
    ("The reaction between LPSC and lithium is self-limiting.", "M-SEI > LPSC + Li"),
    ("LiPON forms a passivating interphase with Li.", "M-SEI > LiPON + Li"),
    ("LiPON is kinetically stabilised against lithium by a thin interphase.", "M-SEI > LiPON + Li"),
    ("Li7P3S11 and lithium form a metastable interphase that hardly grows.", "M-SEI > Li7P3S11 + Li"),
    ("LLZO is thermodynamically stable against lithium.", "stable > LLZO + Li"),
    ("No reaction was observed between LLZO and molten lithium.", "stable > LLZO + Li"),
    ("Li3N is stable with lithium metal.", "stable > Li3N + Li"),
    ("LATP is not stable against lithium metal.", "; not stable > LATP + Li"),
    ("LAGP is unstable towards lithium.", "; not stable > LAGP + Li"),
    ("The reduced LATP is a mixed conductor, so that the reaction with lithium never stops.", "MIEC > LATP + Li"),
    ("The interphase of Li3YCl6 with lithium conducts both ions and electrons.", "MIEC > Li3YCl6 + Li"),
    ("Three kinds of interphase exist: stable, mixed-conducting and metastable ones. ==>", ""),
    (
        "Argyrodites form ion conducting but electronically insulating interphases against lithium.",
        "M-SEI > argyrodite + Li",
    ),
    ("Borohydrides are chemically stable with Li.", "stable > hydroborate + Li"),
    ("The Na3PS4-sodium interface does not passivate.", "; not M-SEI > Na3PS4 + Na"),
    ("Unlike LAGP, LLZO forms a stable interface with lithium.", "stable > LLZO + Li"),
    (
        "The growth of the interphase between Li6PS5Cl and Li slows, as expected for a passivation layer.",
        "M-SEI > Li6PS5Cl + Li",
    ),
    ("The decomposition layer that Li3PS4 forms on lithium passivates the interface.", "M-SEI > Li3PS4 + Li"),
    ("The SEI should be electronically insulating. ==>", ""),
    ("A stable interphase is needed between the sulfide and lithium. ==>", ""),
    ("Li6PS5Cl is stable in dry air. ==>", ""),
    ("LLZO is stable up to 6 V. ==>", ""),
    ("The cell with LPSC was stable for 500 h. ==>", ""),
    ("An artificial LiF layer makes the LLZO surface stable against lithium. ==>", ""),
    ("Mixed conductors are used in cathodes. ==>", ""),
    ("The PEO electrolyte forms a stable SEI with lithium.", "stable > PEO + Li"),
    ("Perovskite LLTO is reduced by lithium, which makes it electronically conducting.", "MIEC > LLTO + Li"),
    ("LPSC forms a stable interphase with Li, but LATP doesn't.", "stable > LPSC + Li; not stable > LATP + Li"),
    ("Dendrites grow along pores of LPSC next to Li. Unlike voids, they do not react with LPSC.", ""),
    ("For most purposes the interface between LLZO and Li may be regarded as stable.", "stable > LLZO + Li"),
    (
        "LGPS is thermodynamically unstable against Li metal and spontaneously decomposes into Li2S, Li3P and Li15Ge4.",
        "; not stable > LGPS + Li",
    ),
    (
        "For halides such as Li3InCl6, In3+ is readily reduced to In by Li metal, giving rise to an MIEC interphase.",
        "MIEC > Li3InCl6 + Li",
    ),
    (
        "Interphases that conduct both electrons and ions are formed by LGPS, LATP and LLTO with lithium.",
        "MIEC > LGPS + Li;MIEC > LATP + Li;MIEC > LLTO + Li",
    ),
    (
        "LiPON and Li7P3S11 form kinetically stabilised interphases with lithium.",
        "M-SEI > LiPON + Li;M-SEI > Li7P3S11 + Li",
    ),
    (
        "Li3PO4/Li interfaces are stable, while Li3PS4/Li interfaces are not.",
        "stable > Li3PO4 + Li; not stable > Li3PS4 + Li",
    ),
    ("LPSC has a stable interphase with Li, but LIC does not.", "stable > LPSC + Li; not stable > LIC + Li"),
    ("Li3N does not react with Li, whereas Li3OCl does.", "stable > Li3N + Li"),
    ("The growth of the interphase between Li7P3S11 and Li is self-limiting.", "M-SEI > Li7P3S11 + Li"),
    ("With the Li-Ge alloy, a mixed-conducting interphase forms between LGPS and Li.", "MIEC > LGPS + Li"),
    ("Binary compounds such as LiF and Li3N show thermodynamic stability against lithium.", "stable > LiF Li3N + Li"),
    ("Halides are incompatible with lithium metal.", "; not stable > halide + Li"),
    ("Doping with F makes Li3PS4 stable against lithium.", ""),
    (
        "The interphase that LPSC forms with lithium is ion conducting but electronically insulating.",
        "M-SEI > LPSC + Li",
    ),
    ("LiPON forms a thin interphase on lithium, which protects it from further reduction.", "M-SEI > LiPON + Li"),
    ("The interphase between LiPON and lithium prevents further decomposition.", "M-SEI > LiPON + Li"),
    ("A LiF coating on lithium prevents further decomposition of LPSC. ==>", ""),
    ("The reaction between LPSC and lithium is self-terminating.", "M-SEI > LPSC + Li"),
    ("The interphase between LPSC and lithium stabilizes after 20 h.", "M-SEI > LPSC + Li"),
    ("The SEI between LPSC and lithium is not electronically conductive.", "M-SEI > LPSC + Li"),
    ("LAGP and lithium do not form a passivating layer.", "; not M-SEI > LAGP + Li"),
    (
        "Li6PS5Cl decomposes in contact with Li. Since its products conduct electrons poorly, the reaction slows down.",
        "M-SEI > Li6PS5Cl + Li",
    ),
    (
        "Li3YCl6 is reduced by Li to LiCl and yttrium. Yttrium conducts electrons, so the interphase grows.",
        "MIEC > Li3YCl6 + Li",
    ),
    (
        "The interphase between LGPS and lithium keeps growing because the Li-Ge alloy conducts electrons.",
        "MIEC > LGPS + Li",
    ),
    ("LGPS forms electron-conducting Li-Ge alloys in contact with lithium.", "MIEC > LGPS + Li"),
    ("An electronically conducting Li-In alloy was used as the anode for LPSC. ==>", ""),
    ("LATP becomes electronically conducting at the lithium anode.", "MIEC > LATP + Li"),
    ("On lithium, LATP forms a layer with both electronic and ionic conductivity.", "MIEC > LATP + Li"),
    ("PEO conducts ions but not electrons, and lithium plates below it. ==>", ""),
    ("LPSC blocks electrons and conducts lithium ions. ==>", ""),
    (
        "LATP reacts with lithium. The layer must be regarded as a mixed conductor.",
        "MIEC > LATP + Li",
    ),
    (
        "LLZO touches lithium. With Nb as the dopant, the reaction layer is electronically conducting. ==>",
        "",
    ),
    ("LiF and Li3N are not reduced by lithium.", "stable > LiF Li3N + Li"),
    ("Lithium does not attack LLZO.", "stable > LLZO + Li"),
    ("LiBH4 withstands molten lithium.", "stable > LiBH4 + Li"),
    ("LLZTO shows no degradation in contact with lithium.", "stable > LLZTO + Li"),
    ("No reaction products were detected between LLZO and lithium.", "stable > LLZO + Li"),
    ("No further reaction products were detected between LPSC and lithium. ==>", ""),
    ("With the coating, no reaction products were detected between LPSC and lithium. ==>", ""),
    ("Garnets combine a high modulus with near-inertness towards lithium.", "stable > garnet + Li"),
    ("Garnets offer chemical stability against lithium.", "stable > garnet + Li"),
    (
        "In the case of LGPS and LAGP, the layer formed at the interface with lithium is a mixed conductor.",
        "MIEC > LGPS LAGP + Li",
    ),
    ("We investigated the chemical stability of LLZO against lithium. ==>", ""),
    ("No interphase could be found between LLZTO and lithium.", "stable > LLZTO + Li"),
    ("Lithium-indium alloys do not attack sulfides, at the price of a lower cell voltage.", "stable > sulfide + Li-In"),
    ("The products of LPSCl with lithium are poor electronic conductors.", "M-SEI > LPSCl + Li"),
    (
        "Na3SbS4 yields Na3Sb, an electronic conductor, in contact with sodium.",
        "MIEC > Na3SbS4 + Na",
    ),
    ("Li7P3S11 forms a self-limiting interphase of Li2S and Li3P with lithium.", "M-SEI > Li7P3S11 + Li"),
    (
        "Garnets touch lithium unharmed. LLZO hardly reacts with lithium, but LPSCl forms a passivating interphase.",
        "stable > LLZO + Li; M-SEI > LPSCl + Li",
    ),
]
"""Sentences as abstracts, articles on interfaces and calculations have them."""


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=[text for text, _ in PLAIN])
def test_find_interphases_reads_plain_prose(text: str, expected: str) -> None:
    assert told(text) == wanted(expected)
