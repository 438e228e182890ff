"""What belongs to a value and what does not: descriptions before names, differences, conditions, the topic before."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.ontology.model import PropertyClaim


def claims_of(text: str) -> list[PropertyClaim]:
    document = read_text(f"# A note\n\n{text}\n", name="note.md")
    return [claim for claim in extract_document(document).claims if isinstance(claim, PropertyClaim)]


def rows_of(text: str) -> set[tuple[str, str, float | None]]:
    return {(claim.subject.name, claim.property, claim.low) for claim in claims_of(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A cheap way to the highly conductive (> 2 mS cm-1) Li3InCl6 is shown.",
            {("Li3InCl6", "ionic_conductivity", 2.0)},
            id="a description before a name",
        ),
        pytest.param(
            "LATP was pressed. The high conductivity (3 mS cm-1) LGPS sheet was used.",
            {("LGPS", "ionic_conductivity", 3.0)},
            id="a property before a name, not what was spoken of",
        ),
        pytest.param(
            "The Li|LLZO|Li cells showed a transference number of 0.98.",
            {("LLZO", "transference_number", 0.98)},
            id="the electrolyte of a cell",
        ),
        pytest.param("LGPS was mixed. The cell kept 100 mAh g-1 higher than the bare one.", set(), id="a difference"),
        pytest.param(
            "A coating lies on the solid electrolyte. The hybrid device gave an initial capacity of 900 mAh g-1.",
            set(),
            id="nothing of any electrolyte",
        ),
        pytest.param(
            "Lithium is light. When coupled with sulfur, it has a theoretical specific energy of 2600 Wh kg-1.",
            set(),
            id="no cell of plain lithium",
        ),
        pytest.param(
            "After stripping at 0.4 mA cm-2, the LLZO pellet had 9 ohm cm2.",
            {("LLZO", "interfacial_resistance", 9.0)},
            id="a current of a circumstance",
        ),
        pytest.param(
            "Such cells reach an energy density of 400 Wh kg-1 when paired with silicon.", set(), id="no partner"
        ),
    ],
)
def test_values_have_the_subject_that_they_are_said_of(text: str, expected: set[tuple[str, str, float]]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Li|LLZO|Li cells run for over 500 h at 0.1 mA cm-2 with a critical current density of 1.2 mA cm-2.",
            {500.0: ["0.1 mA/cm2"], 1.2: []},
            id="how long a cell lived is a result",
        ),
        pytest.param(
            "The electrochemical window of LPSC is 2.5 V, and its conductivity at room temperature is 3.3 mS cm-1.",
            {2.5: [], 3.3: ["RT"]},
            id="between a name and its value",
        ),
        pytest.param(
            "The CCD of LPSC is 0.3 mA cm-2 at 2 MPa, 0.5 mA cm-2 at 5 MPa and 0.8 mA cm-2 at 9 MPa.",
            {0.3: ["2 MPa"], 0.5: ["5 MPa"], 0.8: ["9 MPa"]},
            id="each value its own",
        ),
        pytest.param(
            "The Li|LPSC|NCM811 cell delivers 198, 170 and 140 mAh g-1 at 0.1, 0.5 and 2 C, respectively.",
            {198.0: ["0.1 C"], 170.0: ["0.5 C"], 140.0: ["2 C"]},
            id="two lists in order",
        ),
        pytest.param(
            "At 0, 25 and 60 °C, the ionic conductivity of LPSC is 0.5, 2 and 6 mS cm-1.",
            {0.5: ["0 °C"], 2.0: ["25 °C"], 6.0: ["60 °C"]},
            id="the list of conditions first",
        ),
        pytest.param(
            "The Li|LPSC|Li cell runs 900 h at 0.5 mA cm-2 and 300 h at 2 mA cm-2 with overpotentials of 11 and 40 mV.",
            {900.0: ["0.5 mA/cm2"], 11.0: ["0.5 mA/cm2"], 40.0: ["2 mA/cm2"]},
            id="a list of values for as many conditions",
        ),
        pytest.param(
            "The Li|LPSC|NCM811 cell delivers 150 mAh g-1 and retains 88% of it after 200 cycles at 1 C.",
            {150.0: ["1 C"], 88.0: ["1 C", "200"]},
            id="cycles are those of what is left",
        ),
        pytest.param(
            "The Li|LPSC|NCM811 cell survives 700 cycles with 81% capacity retention.",
            {700.0: [], 81.0: ["700"]},
            id="the cycles survived are those of the retention",
        ),
        pytest.param(
            "The Li|LPSC|NCM811 cell has an initial coulombic efficiency of 84% and lasts 700 cycles.",
            {84.0: [], 700.0: []},
            id="of the first cycle",
        ),
        pytest.param(
            "The ionic conductivities of LPSC, LGPS and LLZO are 2, 12 and 0.4 mS cm-1 at 25 and 30 °C.",
            {2.0: [], 12.0: [], 0.4: []},
            id="lists of other lengths",
        ),
    ],
)
def test_conditions_are_those_of_the_value(text: str, expected: dict[float, list[str]]) -> None:
    found = {claim.low: [condition.text for condition in claim.conditions] for claim in claims_of(text)}
    assert {value: found.get(value) for value in expected} == expected


BUILT = "LPSC was pressed between two lithium foils.\n\n### At rest\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            BUILT + "The interfacial resistance was 9 ohm cm2.",
            {("Li|LPSC|Li", "interfacial_resistance", 9.0)},
            id="in the section beside",
        ),
        pytest.param(
            BUILT + "Pellets of LLZO were compared. The interfacial resistance was 40 ohm cm2.",
            {("Li|LLZO|Li", "interfacial_resistance", 40.0)},
            id="with another electrolyte in it",
        ),
    ],
)
def test_a_cell_that_was_built_is_meant_in_the_sections_beside(
    text: str, expected: set[tuple[str, str, float]]
) -> None:
    assert rows_of(f"## Results\n\n### The cell\n\n{text}") == expected
