"""Values of cells and electrodes: whose they are, under which circumstances, and what is no value."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.ontology.model import PropertyClaim

Row = tuple[str, str, float]


def claims_of(text: str) -> list[PropertyClaim]:
    document = read_text(f"# A note\n\n## Results\n\n{text}\n", name="note.md")
    return [claim for claim in extract_document(document).claims if isinstance(claim, PropertyClaim)]


def rows_of(text: str) -> set[Row]:
    return {(claim.subject.name, claim.property, claim.low) for claim in claims_of(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "LPSC was the electrolyte. The NCM83 cathode delivers 198 mAh g-1.",
            {("NCM83", "specific_capacity", 198)},
            id="a cathode is the subject",
        ),
        pytest.param(
            "LPSC was the electrolyte. The capacity retention of the NCM622 cathode is 88%.",
            {("NCM622", "capacity_retention", 88)},
            id="of a cathode",
        ),
        pytest.param(
            "A capacity of 172 mAh g-1 is shown by the cell with NCM622 and LPSC.",
            {("LPSC", "specific_capacity", 172)},
            id="a cell is told by its cathode",
        ),
        pytest.param(
            "LPSC was the electrolyte. The overpotential of the NCM622 cathode is 40 mV.",
            {("LPSC", "overpotential", 40)},
            id="what only an interface has",
        ),
        pytest.param(
            "Li|LPSC|NCM83 was built. The cathode delivers 198 mAh g-1.",
            {("Li|LPSC|NCM83", "specific_capacity", 198)},
            id="a cell was written out",
        ),
        pytest.param(
            "The SiOx anode in the LPSC cell yields 1500 mAh g-1.",
            {("SiOx", "specific_capacity", 1500)},
            id="an anode is the subject",
        ),
        pytest.param(
            "NCM90 was doped with boron. At 0.1 C, the cathode delivers 201 mAh g-1.",
            {("NCM90", "specific_capacity", 201)},
            id="the cathode spoken of",
        ),
        pytest.param(
            "NCM90 and Li3PO4-coated NCM90 were made. The coated sample retains 93% after 50 cycles.",
            {("Li3PO4-coated NCM90", "capacity_retention", 93)},
            id="the coated one",
        ),
        pytest.param(
            "NCM90 and Li3PO4-coated NCM90 were made. The bare cathode shows 160 mAh g-1.",
            set(),
            id="the bare one has no name",
        ),
        pytest.param(
            "LNO was used in all-solid-state batteries (ASSBs). LNO-based ASSBs show 190 mAh g-1.",
            {("LNO", "specific_capacity", 190)},
            id="a kind of cells is told by what it is based on",
        ),
        pytest.param(
            "LPSC was the electrolyte and a Li-In alloy the anode. At 0.1 C, the discharge capacity is 171 mAh g-1.",
            {("LPSC", "specific_capacity", 171)},
            id="indium is in too many cells",
        ),
        pytest.param(
            "Li|LLZTO|Li was built. The CCD of the cell with the SnO2 interlayer reaches 1.3 mA cm-2.",
            {("Li|LLZTO|Li", "critical_current_density", 1.3)},
            id="an interlayer takes no place",
        ),
        pytest.param(
            "Compared with bare NCM90, whose capacity faded to 54% after 90 cycles, LNO-coated NCM90 kept 89%.",
            {("bare NCM90", "capacity_retention", 54), ("LNO-coated NCM90", "capacity_retention", 89)},
            id="whose",
        ),
        pytest.param(
            "The cell with LLZTO and the cell with LATP delivered 155 and 132 mAh g-1 at 0.2 C, respectively.",
            {("LLZTO", "specific_capacity", 155), ("LATP", "specific_capacity", 132)},
            id="cells in a list",
        ),
        pytest.param(
            "Cathodes are known, such as NCM622 (practical capacity of about 180 mAh g-1), LFP (150 mAh g-1), etc.",
            {("NCM622", "specific_capacity", 180), ("LFP", "specific_capacity", 150)},
            id="each its own bracket",
        ),
        pytest.param(
            "The Li|SPE|LFP cell delivers 151 mAh g-1.",
            {("Li|SPE|LFP", "specific_capacity", 151)},
            id="a layer called by its class",
        ),
        pytest.param(
            "Full cells with an LFP cathode and the PEO-LLZTO electrolyte showed capacities of 160 and 140 mAh g-1.",
            {("PEO-LLZTO", "specific_capacity", 160), ("PEO-LLZTO", "specific_capacity", 140)},
            id="parts of a cell",
        ),
        pytest.param(
            "The maximum current density tolerated by the Li|LLZTO|Li cell reached 1.4 mA cm-2.",
            {("Li|LLZTO|Li", "critical_current_density", 1.4)},
            id="a cell between the property and its value",
        ),
        pytest.param(
            "When the current density was raised to 2.0 mA cm-2, the Li|LLZO|Li cell short-circuited.",
            {("Li|LLZO|Li", "critical_current_density", 2.0)},
            id="a clause tells the current of a failure",
        ),
        pytest.param(
            "When the current density was raised to 2.0 mA cm-2, the Li|LLZO|Li cell did not short-circuit.",
            set(),
            id="it did not fail",
        ),
    ],
)
def test_whose_values_of_cells_are(text: str, expected: set[Row]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Li|LPSC|LCO cells retain 98% of their capacity after 100 cycles at 0.2 C and 70% after 900 cycles at 2 C.",
            {98: ["c_rate 0.2 C", "cycles 100"], 70: ["c_rate 2 C", "cycles 900"]},
            id="each value its own",
        ),
        pytest.param(
            "For Li|LPSC|LNO, capacities of 210 mAh g-1 (0.1 C) and 170 mAh g-1 (1 C) were measured.",
            {210: ["c_rate 0.1 C"], 170: ["c_rate 1 C"]},
            id="in brackets",
        ),
        pytest.param(
            "The capacity of LFP was 160 and 131 mAh g-1 at 0.1 and 2 C, respectively, and recovered to 158 mAh g-1.",
            {160: ["c_rate 0.1 C"], 131: ["c_rate 2 C"], 158: []},
            id="a list keeps its own",
        ),
        pytest.param(
            "The Li|LPSC|LCO cell has 140 mAh g-1 at 0.1 C and the LPSC cell runs for 900 h at 0.2 mA cm-2.",
            {140: ["c_rate 0.1 C"], 900: ["current_density 0.2 mA/cm2"]},
            id="what follows a life is of it",
        ),
        pytest.param(
            "At 60 °C, the Li|LPSC|LCO cell has 150 mAh g-1 at 0.1 C and 120 mAh g-1 at 1 C.",
            {150: ["c_rate 0.1 C", "temperature 60 °C"], 120: ["c_rate 1 C", "temperature 60 °C"]},
            id="what stands before all is of all",
        ),
        pytest.param(
            "At 5 MPa, the Li|LPSC|Li cell cycled for 900 h, at 25 MPa it shorted after 48 h.",
            {900: ["pressure 5 MPa"], 48: ["pressure 25 MPa"]},
            id="a circumstance may begin a clause",
        ),
        pytest.param(
            "The capacity of Li|LPSC|LNO rises from the initial 175 mAh g-1 to a maximum of 221 mAh g-1.",
            {175: ["state before"], 221: ["state after"]},
            id="the ends of a change have adjectives",
        ),
    ],
)
def test_circumstances_of_values_of_cells(text: str, expected: dict[float, list[str]]) -> None:
    found = {claim.low: [f"{each.name} {each.text}" for each in claim.conditions or ()] for claim in claims_of(text)}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In Li|LPSC|Cu half-cells, a CE of 97% is obtained at 0.2 mA cm-2.",
            {("Li|LPSC|Cu", "coulombic_efficiency", 97)},
            id="no indium",
        ),
        pytest.param(
            "Some 92% of the initial capacity is preserved after 90 cycles when the Li|LPSC|LCO battery is run at 1 C.",
            {("Li|LPSC|LCO", "capacity_retention", 92)},
            id="a clause behind",
        ),
        pytest.param(
            "The capacity drops from 203 mAh g-1 at 0.1 C to 98 mAh g-1 at 2 C for bare LCO and to 156 mAh g-1 at 2 C "
            "for LNO-coated LCO.",
            {
                ("bare LCO", "specific_capacity", 203),
                ("bare LCO", "specific_capacity", 98),
                ("LNO-coated LCO", "specific_capacity", 156),
            },
            id="behind a rate",
        ),
        pytest.param(
            "Xu et al. used Li6PS5Cl (LPSCl) SEs with an LNO cathode, which achieved 85% capacity retention.",
            {("Li6PS5Cl", "capacity_retention", 85)},
            id="a class behind brackets",
        ),
    ],
)
def test_ways_to_the_cell(text: str, expected: set[Row]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Li|LPSC|LCO was built. In contrast, the LCO cell with liquid electrolyte has a capacity retention of 48%.",
            {("LCO", "capacity_retention", 48)},
            id="a cell with a liquid",
        ),
        pytest.param(
            "Li|LPSC|LCO was built. It should be noted that the capacity of the cell fell to 65%.",
            {("Li|LPSC|LCO", "capacity_retention", 65)},
            id="to be noted is no goal",
        ),
        pytest.param(
            "The Li|LPSC|Li cell runs for 900 h at 0.2 mA cm 2. Its CCD is 1.1 mA cm2, its resistance 9 Ω cm(2).",
            {
                ("Li|LPSC|Li", "cycling_duration", 900),
                ("Li|LPSC|Li", "critical_current_density", 1.1),
                ("Li|LPSC|Li", "interfacial_resistance", 9),
            },
            id="signs that were lost",
        ),
        pytest.param(
            "The Li j LPSC j Li cell has a CCD of 1.1 mA cm-2.",
            {("Li|LPSC|Li", "critical_current_density", 1.1)},
            id="bars that a font calls j",
        ),
    ],
)
def test_what_converters_and_other_cells_do_to_values(text: str, expected: set[Row]) -> None:
    assert rows_of(text) == expected
