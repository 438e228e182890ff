"""Property claims from sentences written for the purpose: values, subjects, conditions, negation, evidence."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.extract.facts import iter_facts
from lithograph.ontology.model import PropertyClaim

Row = tuple[str, str, float | tuple[float, float], str]


def claims_of(text: str) -> list[PropertyClaim]:
    document = read_text(f"# A note\n\n{text}\n", name="note.md")
    return [claim for claim in extract_document(document).claims if isinstance(claim, PropertyClaim)]


def rows_of(text: str) -> set[Row]:
    return {
        (claim.subject.name, claim.property, claim.low if claim.high is None else (claim.low, claim.high), claim.unit)
        for claim in claims_of(text)
    }


SIGMA = "ionic_conductivity"

SENTENCES: list[tuple[str, str, set[Row]]] = [
    ("verb", "Li3InCl6 shows an ionic conductivity of 1.5 mS cm-1.", {("Li3InCl6", SIGMA, 1.5, "mS/cm")}),
    ("property-of", "The ionic conductivity of LGPS is 12 mS cm-1.", {("LGPS", SIGMA, 12.0, "mS/cm")}),
    (
        "respectively",
        "The ionic conductivities of LPSC and LLZO are 1.9 and 0.3 mS cm-1, respectively.",
        {("LPSC", SIGMA, 1.9, "mS/cm"), ("LLZO", SIGMA, 0.3, "mS/cm")},
    ),
    (
        "brackets",
        "Both LLZO (61 GPa) and LATP (48 GPa) have a shear modulus above that of lithium.",
        {("LLZO", "shear_modulus", 61.0, "GPa"), ("LATP", "shear_modulus", 48.0, "GPa")},
    ),
    (
        "opening-phrase",
        "With an ionic conductivity of 2.4 mS cm-1, Li3YBr6 is a fast conductor.",
        {("Li3YBr6", SIGMA, 2.4, "mS/cm")},
    ),
    (
        "new-clause",
        "LLZO reaches an ionic conductivity of 0.4 mS cm-1, while that of LAGP is 0.2 mS cm-1.",
        {("LLZO", SIGMA, 0.4, "mS/cm"), ("LAGP", SIGMA, 0.2, "mS/cm")},
    ),
    (
        "shared-by-a-list",
        "Li3YCl6 and Li3ErCl6 possess ionic conductivities above 0.1 mS cm-1.",
        {("Li3YCl6", SIGMA, 0.1, "mS/cm"), ("Li3ErCl6", SIGMA, 0.1, "mS/cm")},
    ),
    (
        "shared-by-two-values",
        "LiPON has a reduction potential of 0.7 V and an oxidation potential of 2.6 V.",
        {("LiPON", "reduction_potential", 0.7, "V"), ("LiPON", "oxidation_potential", 2.6, "V")},
    ),
    (
        "length-before-its-body",
        "A 30 nm-thick Al2O3 layer was laid on the garnet.",
        {("Al2O3", "thickness", 30.0, "nm")},
    ),
    (
        "cell",
        "The Li|LPSC|NCM811 cell delivered a capacity of 150 mAh g-1 at 0.1 C.",
        {("Li|LPSC|NCM811", "specific_capacity", 150.0, "mAh/g")},
    ),
    (
        "counterpart-is-no-subject",
        "LPSC against Li metal has an interfacial resistance of 40 ohm cm2.",
        {("LPSC", "interfacial_resistance", 40.0, "ohm cm2")},
    ),
    (
        "change",
        "Heating raised the ionic conductivity of LATP from 0.1 to 0.7 mS cm-1.",
        {("LATP", SIGMA, 0.1, "mS/cm"), ("LATP", SIGMA, 0.7, "mS/cm")},
    ),
    ("range", "LLZO has an ionic conductivity of 0.1–1 mS cm-1.", {("LLZO", SIGMA, (0.1, 1.0), "mS/cm")}),
    ("share-lost", "The cell with LPSC lost 20% of its capacity.", set()),
    ("amount-of-change", "The ionic conductivity of LLZO increased by 0.2 mS cm-1.", set()),
    ("no-subject", "An ionic conductivity of 3 mS cm-1 was measured.", set()),
]


OF_THE_WHOLE: list[tuple[str, str, set[Row]]] = [
    (
        "the electrolyte and not the cathode stands for the cell",
        "Li6PS5Cl was pelletized. Wu et al. paired it with an NMC811 cathode. The cell kept 80% of its capacity.",
        {("Li6PS5Cl", "capacity_retention", 80.0, "%")},
    ),
    ("no cell of plain lithium", "Li is soft. Its cells survived 6000 cycles.", set()),
    ("no density of an addition", "Adding 2 wt% of Li3BO3 raised the relative density to 95%.", set()),
    ("no resistance of a coating", "An Al2O3 film reduces the interfacial resistance to 4 ohm cm2.", set()),
    ("a limit of charging is no voltage", "Li3InCl6 was cycled to a 4.3 V cut-off voltage.", set()),
    (
        "an onset is a statement",
        "The oxidation of PEO starts already at 3.9 V.",
        {("PEO", "oxidation_potential", 3.9, "V")},
    ),
    (
        "the host and not the filler",
        "Wei et al. put LLZTO particles into PEO–LiTFSI. The transference number reaches 0.4.",
        {("PEO-LiTFSI", "transference_number", 0.4, "")},
    ),
]

DESCRIBED: list[tuple[str, str, set[Row]]] = [
    (
        "the pellet is the electrolyte",
        "Li6PS5Cl was ground for an hour. The elastic modulus of the pellet is 21 GPa.",
        {("Li6PS5Cl", "elastic_modulus", 21.0, "GPa")},
    ),
    (
        "another pellet is another one",
        "Li6PS5Cl was ground for an hour. The elastic modulus of the reference pellet is 21 GPa.",
        set(),
    ),
    (
        "the electrolyte that a heading names",
        "## Garnets\n\nAn evaporated film of Ge lowers the interfacial resistance from 800 to 90 ohm cm2.",
        {
            ("garnet", "interfacial_resistance", 800.0, "ohm cm2"),
            ("garnet", "interfacial_resistance", 90.0, "ohm cm2"),
        },
    ),
    (
        "two electrolytes in a heading leave it open",
        "## LLZO and Li6PS5Cl\n\nAn evaporated film of Ge lowers the interfacial resistance to 90 ohm cm2.",
        set(),
    ),
    (
        "the class takes up its member",
        "LLZO is stiff. It is not the garnet that lithium shuns. After cleaning, the resistance dropped to 3 ohm cm2.",
        {("LLZO", "interfacial_resistance", 3.0, "ohm cm2")},
    ),
    (
        "what is changed and not what changes it",
        "A network of PEGDA binds the sulfide to the lithium foil, lowering the interfacial resistance to 40 ohm cm2.",
        {("sulfide", "interfacial_resistance", 40.0, "ohm cm2")},
    ),
    (
        "an alloy that hardly forms is no anode",
        "A Li0.8Al anode faced sulfur. LGPS forms hardly any Li-Ge alloy there. The full cell ran for 300 cycles.",
        {("Li0.8Al", "cycle_life", 300.0, "cycles")},
    ),
    (
        "a coating of an alloy is no anode",
        "A Li3Bi layer was sputtered onto Li6PS5Cl. The symmetric cell ran for 700 h.",
        {("Li6PS5Cl", "cycling_duration", 700.0, "h")},
    ),
    (
        "what a layer consists of is no anode",
        "An interphase dominated by Li3Bi was grown on Li6PS5Cl. The Li3Bi alloy conducts. The cell ran for 700 h.",
        {("Li6PS5Cl", "cycling_duration", 700.0, "h")},
    ),
    (
        "the anode of a heading",
        "## Silicon\n\nMicrometre-sized particles do well. The cells endured 400 cycles.",
        {("Si", "cycle_life", 400.0, "cycles")},
    ),
    (
        "the cell that was built",
        "Pellets of LGPS were placed between two indium foils. A fresh cell has an overpotential of 14 mV.",
        {("In|LGPS|In", "overpotential", 14.0, "mV")},
    ),
    (
        "an interface is no cell",
        "Voids grow at the Li/Li6PS5Cl interface. The symmetric cell ran for 90 h.",
        {("Li6PS5Cl", "cycling_duration", 90.0, "h")},
    ),
    (
        "the electrodes of a full cell",
        "LAGP was sintered. The full cell made of a Li anode and a LiFePO4 cathode delivers 140 mAh g-1.",
        {("LAGP", "specific_capacity", 140.0, "mAh/g")},
    ),
    (
        "what is used as the electrolyte",
        "A battery with LGPS as the electrolyte and Li as the anode exhibits a coulombic efficiency of 84%.",
        {("LGPS", "coulombic_efficiency", 84.0, "%")},
    ),
    (
        "the untreated one is another one",
        "A Li|LAGP|Li cell was coated. The uncoated counterpart failed after 30 h.",
        set(),
    ),
    (
        "how long until it failed",
        "The Li|LAGP|Li cell short-circuited after 30 h.",
        {("Li|LAGP|Li", "cycling_duration", 30.0, "h")},
    ),
    (
        "a constituent is not the subject",
        "LATP is cheap, but its titanium is reduced below 2.4 V.",
        {("LATP", "reduction_potential", 2.4, "V")},
    ),
    (
        "what is set against it",
        "The first form of Li2OHCl has an ionic conductivity of 1e-7 S cm-1, whereas the cubic phase reaches 1e-3.",
        {("Li2OHCl", SIGMA, 1e-7, "S/cm")},
    ),
    (
        "cells named by their treatment",
        "LLZO was shielded. XBS protected cells exhibit a critical current density of 1.1 mA cm-2.",
        {("LLZO", "critical_current_density", 1.1, "mA/cm2")},
    ),
    (
        "two lives under two currents",
        "The Li|LLZTO|Li cell has a cycle life of 1900 h at 0.1 mA cm-2 and 700 h at 1 mA cm-2.",
        {("Li|LLZTO|Li", "cycling_duration", 1900.0, "h"), ("Li|LLZTO|Li", "cycling_duration", 700.0, "h")},
    ),
    (
        "what is first described",
        "Substituting Sb in Na3SbS4 gives a conductivity of 30 mS cm-1 for a sintered body, Na2.9Sb0.9W0.1S4.",
        {("Na2.9Sb0.9W0.1S4", SIGMA, 30.0, "mS/cm")},
    ),
    (
        "the layer and not the salt of the electrolyte",
        "In an electrolyte with LiFSI, a layer of about 60 nm was seen.",
        set(),
    ),
    (
        "the host of a binder",
        "PTFE, kneaded into LPSC, yields a membrane 30 um thick with an ionic conductivity of 3 mS cm-1.",
        {("LPSC", "thickness", 30.0, "um"), ("LPSC", SIGMA, 3.0, "mS/cm")},
    ),
    (
        "the host of what a phrase adds",
        "LLZO was ground. With 5 wt% of SiO2, the ionic conductivity rises to 0.5 mS cm-1.",
        {("LLZO", SIGMA, 0.5, "mS/cm")},
    ),
    (
        "the host of what an action adds",
        "LLZO was ground. Adding 1 wt% of Li3BO3 raised the relative density to 96%.",
        {("LLZO", "relative_density", 96.0, "%")},
    ),
    (
        "the electrolyte that conducts electrons",
        "LPSC was ground. With 2 wt% of GO, the electronic conductivity fell to 2e-9 S cm-1.",
        {("LPSC", "electronic_conductivity", 2e-9, "S/cm")},
    ),
    (
        "the anode where no clause is read",
        "A Li0.8Al anode was paired with sulfur. The anode works at 0.35 V.",
        {("Li0.8Al", "voltage", 0.35, "V")},
    ),
    (
        "the former and the latter",
        "Li3YCl6 and LAGP are known. The former has an ionic conductivity of 0.5 mS cm-1, the latter 0.3 mS cm-1.",
        {("Li3YCl6", SIGMA, 0.5, "mS/cm"), ("LAGP", SIGMA, 0.3, "mS/cm")},
    ),
    (
        "the coated electrolyte and not its coating",
        "Liu et al. coated LLZTO with an antimony film. The treated pellet had a resistance of 4 ohm cm2.",
        {("LLZTO", "interfacial_resistance", 4.0, "ohm cm2")},
    ),
    (
        "the composite of a filler is its host",
        "Ito et al. blended MOF-808 into PEO. This composite reached an ionic conductivity of 0.3 mS cm-1.",
        {("PEO", SIGMA, 0.3, "mS/cm")},
    ),
    (
        "it lowers what another has",
        "A Li-Ga alloy was painted on LLZO. It lowered the interfacial resistance to 12 ohm cm2.",
        {("LLZO", "interfacial_resistance", 12.0, "ohm cm2")},
    ),
    (
        "the electrolyte below a layer",
        "When a LiPON layer was sputtered on LATP, the cell survived 900 h.",
        {("LATP", "cycling_duration", 900.0, "h")},
    ),
    (
        "a second clause without its verb",
        "LLZO sintered at 1150 °C has a relative density of 96%, LATP sintered at 900 °C 94%.",
        {("LLZO", "relative_density", 96.0, "%"), ("LATP", "relative_density", 94.0, "%")},
    ),
    (
        "the alloy takes up the anode",
        "Park et al. replaced the foil by a Li-Zn alloy. The alloy electrode delivers 3 mAh cm-2.",
        {("Li-Zn alloy", "areal_capacity", 3.0, "mAh/cm2")},
    ),
    (
        "no energy of all electrolytes",
        "Lithium reacts with solid electrolytes. Cells may store 500 Wh kg-1.",
        set(),
    ),
]

UNNAMED: list[tuple[str, str, set[Row]]] = [
    ("a layer and its length", "A 12 um film of Ag needs no lithium.", {("Ag", "thickness", 12.0, "um")}),
    ("a length in brackets", "A film of magnesium (90 nm) was evaporated.", {("Mg", "thickness", 90.0, "nm")}),
    ("what was put down", "Some 8 nm of Al2O3 deposited by ALD were enough.", {("Al2O3", "thickness", 8.0, "nm")}),
    ("a length that is none of a layer", "Voids of 12 um opened in LLZO.", set()),
    ("where an electrode works", "The Li-In electrode works at 0.6 V.", {("Li-In", "voltage", 0.6, "V")}),
    ("where a cell is operated", "A cell with LLZO operated at 3.6 V.", set()),
    (
        "what is wetted",
        "The contact angle of molten lithium on LLZO is 60°.",
        {("LLZO", "contact_angle", 60.0, "deg")},
    ),
    (
        "later in a bracket",
        "Pellets of LLZO (1 mm thick, relative density 94%) were polished.",
        {("LLZO", "thickness", 1.0, "mm"), ("LLZO", "relative_density", 94.0, "%")},
    ),
    (
        "in a bracket with its name",
        "Si replaces graphite-based anodes (with a specific capacity of 370 mAh g-1).",
        {("graphite", "specific_capacity", 370.0, "mAh/g")},
    ),
    (
        "the verb left out",
        "LGPS reaches an ionic conductivity of 11 mS cm-1 and LATP only 0.7 mS cm-1.",
        {("LGPS", SIGMA, 11.0, "mS/cm"), ("LATP", SIGMA, 0.7, "mS/cm")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, rows, id=name) for name, text, rows in UNNAMED])
def test_values_of_properties_that_no_noun_names(text: str, expected: set[Row]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, rows, id=name) for name, text, rows in DESCRIBED])
def test_descriptions_take_up_what_was_spoken_of(text: str, expected: set[Row]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, rows, id=name) for name, text, rows in OF_THE_WHOLE])
def test_parts_and_additions_do_not_stand_for_the_whole(text: str, expected: set[Row]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, rows, id=name) for name, text, rows in SENTENCES])
def test_claims_of_a_sentence(text: str, expected: set[Row]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [("of", "="), ("of about", "~"), ("of more than", ">"), ("below", "<"), ("of at least", ">="), ("of up to", "<=")],
)
def test_qualifier_of_a_value(words: str, qualifier: str) -> None:
    (claim,) = claims_of(f"Li3InCl6 has an ionic conductivity {words} 2 mS cm-1.")
    assert claim.qualifier == qualifier


def test_conditions_are_bound_and_have_si_values() -> None:
    (claim,) = claims_of("LPSC has an ionic conductivity of 2 mS cm-1 at 60 °C.")
    (condition,) = claim.conditions
    assert (condition.name, condition.text) == ("temperature", "60 °C")
    assert (condition.si_value, condition.si_unit) == (333.15, "K")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "LPSC has an ionic conductivity of 2 mS cm-1, and LGPS reaches 12 mS cm-1 at 25 °C.",
            {2.0: [], 12.0: ["25 °C"]},
            id="of-the-nearer-value",
        ),
        pytest.param(
            "At 60 °C, LPSC has an ionic conductivity of 5 mS cm-1.", {5.0: ["60 °C"]}, id="opening-the-sentence"
        ),
        pytest.param(
            "The ionic conductivity of LPSC is 2 mS cm-1 at 25 °C and its activation energy is 0.3 eV.",
            {2.0: ["25 °C"], 0.3: []},
            id="of-the-value-before-it",
        ),
        pytest.param(
            "The ionic conductivities of LPSC and LLZO are 2 and 0.4 mS cm-1 at 25 °C, respectively.",
            {2.0: ["25 °C"], 0.4: ["25 °C"]},
            id="of-a-whole-list",
        ),
    ],
)
def test_condition_goes_to_its_value(text: str, expected: dict[float, list[str]]) -> None:
    found = {claim.low: [condition.text for condition in claim.conditions] for claim in claims_of(text)}
    assert found == expected


def test_values_are_given_in_si_units_too() -> None:
    (claim,) = claims_of("LPSC has an ionic conductivity of 2 mS cm-1.")
    assert (claim.si_low, claim.si_unit) == (0.2, "S/m")


def test_before_and_after_of_a_change_are_told_apart() -> None:
    claims = claims_of("Polishing lowered the interfacial resistance of LLZO from 400 to 20 ohm cm2.")
    states = {claim.low: [c.text for c in claim.conditions if c.name == "state"] for claim in claims}
    assert states == {400.0: ["before"], 20.0: ["after"]}


def test_denied_value_is_marked() -> None:
    (claim,) = claims_of("LLZO does not reach an ionic conductivity of 5 mS cm-1.")
    assert claim.negated


@pytest.mark.parametrize(
    "text",
    [
        "LLZO did not exceed an ASR of 7 ohm cm2.",
        "LLZO without any binder has an ionic conductivity of 0.4 mS cm-1.",
        "LLZO does not react and has an ionic conductivity of 0.4 mS cm-1.",
    ],
)
def test_value_beside_a_denial_of_something_else_is_not_marked(text: str) -> None:
    (claim,) = claims_of(text)
    assert not claim.negated


def test_requirement_is_marked() -> None:
    (claim,) = claims_of("Solid electrolytes should have an ionic conductivity above 1 mS cm-1.")
    assert (claim.subject.name, claim.role) == ("solid electrolyte", "requirement")


def test_hedged_value_has_less_confidence() -> None:
    (plain,) = claims_of("LPSC reaches an ionic conductivity of 4 mS cm-1.")
    (guarded,) = claims_of("LPSC may reach an ionic conductivity of 4 mS cm-1.")
    assert guarded.evidence[0].hedged
    assert guarded.confidence < plain.confidence


def test_evidence_points_to_the_value_as_written() -> None:
    formula, value = r"$\text{Li}_6\text{PS}_5\text{Cl}$", r"$1.9 \times 10^{-3} \text{ S cm}^{-1}$"
    text = f"The sulfide {formula} has an ionic conductivity of {value} [1]."
    source = f"# A note\n\n{text}\n\n## References\n\n1. Doe, J. A title. Solid State Ionics 1, 2 (2020).\n"
    document = read_text(source, name="note.md")
    (claim,) = [claim for claim in extract_document(document).claims if isinstance(claim, PropertyClaim)]
    (evidence,) = claim.evidence
    assert source[evidence.value_start : evidence.value_end].startswith(r"$1.9 \times 10^{-3}")
    assert source[evidence.source_start : evidence.source_end].startswith("The sulfide")
    assert (evidence.references, evidence.line) == ([1], 3)


@pytest.mark.parametrize(
    ("sentence", "references"),
    [
        ("LLZO [1] and LAGP [2] show conductivities of 0.4 and 0.2 mS cm-1, respectively.", {"LLZO": [1], "LAGP": [2]}),
        ("LLZO [1] shows a conductivity of 0.4 mS cm-1 [2].", {"LLZO": [2]}),
        ("LLZO [1] shows 0.4 mS cm-1, which is less than in other oxides [2].", {"LLZO": [1]}),
        ("LLZO shows a conductivity of 0.4 mS cm-1, as is known [1].", {"LLZO": [1]}),
    ],
    ids=["of each name", "behind the value", "of another clause", "of the sentence"],
)
def test_references_are_those_of_the_clause(sentence: str, references: dict[str, list[int]]) -> None:
    papers = "".join(f"[{number}] A. Author, Journal {number}, 2001.\n" for number in (1, 2))
    document = read_text(f"# A note\n\n{sentence}\n\n## References\n\n{papers}", name="note.md")
    claims = [claim for claim in extract_document(document).claims if isinstance(claim, PropertyClaim)]
    assert {claim.subject.name: claim.evidence[0].references for claim in claims} == references


def test_two_mentions_of_one_value_are_one_claim_with_two_places() -> None:
    first, second = "LGPS has an ionic conductivity of 12 mS cm-1.", "The ionic conductivity of LGPS is 12 mS cm-1."
    (claim,) = claims_of(f"{first}\n\n{second}")
    assert len(claim.evidence) == 2


def test_abbreviation_with_two_meanings_is_reported() -> None:
    first, second = "The garnet Li7La3Zr2O12 (LLZO) is dense.", "We call Li6.25Al0.25La3Zr2O12 (LLZO) doped."
    (finding,) = [
        found
        for found in extract_document(read_text(f"# A note\n\n{first}\n\n{second}\n", name="note.md")).findings
        if found.code == "ambiguous-abbreviation"
    ]
    assert "LLZO is defined as Li7La3Zr2O12 and Li6.25Al0.25La3Zr2O12" in finding.message


TABLE = """**Table 1** Conductivities{caption}

| Electrolyte | Ionic conductivity (mS cm-1) |
| --- | --- |
| LPSC | 1.9 |
| LLZO | 0.3{cell} |
"""


@pytest.mark.parametrize(
    ("caption", "cell", "expected"),
    [
        pytest.param("", "", {1.9: [], 0.3: []}, id="none"),
        pytest.param(" at room temperature", "", {1.9: ["RT"], 0.3: ["RT"]}, id="caption"),
        pytest.param(" at 25 °C", " @ 60 °C", {1.9: ["25 °C"], 0.3: ["60 °C"]}, id="cell-before-caption"),
    ],
)
def test_table_gives_values_with_their_conditions(caption: str, cell: str, expected: dict[float, list[str]]) -> None:
    claims = claims_of(TABLE.format(caption=caption, cell=cell))
    assert {claim.low: [condition.text for condition in claim.conditions] for claim in claims} == expected
    assert {claim.subject.name for claim in claims} == {"LPSC", "LLZO"}


BESIDE = """**Table 2** Cells at 30 °C

| Cell | Rate | Capacity (mAh g-1) | Cycles | Retention (%) | Current density (mA cm-2) | Cycling time (h) |
| --- | --- | --- | --- | --- | --- | --- |
| Li/LPSC/NCM811 | 0.2 C | 171 | 300 | 86 | 0.5 | 900 |
"""


def test_columns_of_circumstances_go_to_the_values_beside_them() -> None:
    claims = claims_of(BESIDE)
    assert {claim.subject.name for claim in claims} == {"Li|LPSC|NCM811"}
    found = {(claim.property, claim.low): {each.text for each in claim.conditions} for claim in claims}
    assert found == {
        ("specific_capacity", 171.0): {"30 °C", "0.2 C", "0.5 mA/cm2"},
        ("capacity_retention", 86.0): {"30 °C", "0.2 C", "0.5 mA/cm2", "300"},
        ("cycling_duration", 900.0): {"30 °C", "0.2 C", "0.5 mA/cm2"},
    }


TURNED = """**Table 3** Two electrolytes

| | LPSC | LLZO |
| --- | --- | --- |
| Ionic conductivity (mS cm-1) | 2.1 | 0.3 |
| Activation energy (eV) | 0.33 | – |
| Colour | white | 3 |
"""


def test_a_table_may_have_its_materials_over_the_columns() -> None:
    assert rows_of(TURNED) == {
        ("LPSC", SIGMA, 2.1, "mS/cm"),
        ("LLZO", SIGMA, 0.3, "mS/cm"),
        ("LPSC", "activation_energy", 0.33, "eV"),
    }
    text = f"# A note\n\n{TURNED}\n"
    for claim in claims_of(TURNED):
        (evidence,) = claim.evidence
        assert evidence.value_start is not None
        assert float(text[evidence.value_start : evidence.value_end]) == claim.low


def test_a_critical_current_is_no_circumstance() -> None:
    table = "| Electrolyte | CCD (mA cm-2) | Overpotential (mV) |\n|---|---|---|\n| LPSC | 0.8 | 12 |"
    assert {row[1] for row in rows_of(f"**Table 4** Cells\n\n{table}")} == {"critical_current_density", "overpotential"}


def test_fact_has_the_value_in_the_unit_of_its_place() -> None:
    text = "LGPS has an ionic conductivity of 12 mS cm-1.\n\nThe ionic conductivity of LGPS is 0.012 S cm-1."
    (claim,) = claims_of(text)
    facts = list(iter_facts([claim]))
    assert [(fact["value"], fact["unit"]) for fact in facts] == [(12.0, "mS/cm"), (0.012, "S/cm")]
    assert {fact["claim"] for fact in facts} == {claim.id}
