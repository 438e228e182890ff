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
        pytest.param("LGPS was mixed. The cell kept 100 mAh g-1 higher than the bare one.", set(), id="a difference"),
        pytest.param(
            "A coating lies on the solid electrolyte. The hybrid device gave an initial capacity of 900 mAh g-1.",
            set(),
            id="nothing of any electrolyte",
        ),
        pytest.param(
            "Lithium is light. When coupled with sulfur, it should yield a theoretical specific energy of 2600 Wh kg-1.",
            set(),
            id="no cell of plain lithium",
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
            "The electrochemical window of LPSC reaches 2.5 V, and its ionic conductivity at room temperature is 3.3 mS cm-1.",
            {2.5: [], 3.3: ["RT"]},
            id="between a name and its value",
        ),
    ],
)
def test_conditions_are_those_of_the_value(text: str, expected: dict[float, list[str]]) -> None:
    found = {claim.low: [condition.text for condition in claim.conditions] for claim in claims_of(text)}
    assert {value: found.get(value) for value in expected} == expected
