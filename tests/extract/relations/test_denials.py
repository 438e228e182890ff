"""Subjects of which nothing holds, and what is denied to lead to something, assert nothing."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document

DENIED = [
    ("Neither LLZO nor LATP is stable against Li.", "interphase", {"LLZO", "LATP"}),
    ("None of the sulfides is stable against Li.", "interphase", {"sulfide"}),
    ("Neither LLZO nor LATP forms a stable interphase with Li.", "interphase", {"LLZO", "LATP"}),
    ("Neither LLZO nor LATP suffers from dendrites.", "limitation", {"LLZO", "LATP"}),
    ("None of the garnets suffers from poor wettability.", "limitation", {"garnet"}),
    ("Neither LGPS nor LPSCl decomposes into Li2S against Li.", "decomposition", {"LGPS", "LPSCl"}),
]


@pytest.mark.parametrize(("text", "kind", "subjects"), DENIED, ids=[text for text, _, _ in DENIED])
def test_what_is_said_of_none_is_denied(text: str, kind: str, subjects: set[str]) -> None:
    claims = [claim for claim in extract_document(read_text(f"{text}\n", name="note.md")).claims if claim.kind == kind]
    assert {claim.model_dump()["subject"]["name"] for claim in claims} == subjects
    assert all(claim.negated for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        "Voids do not lead to short circuits in LLZO.",
        "Cracks never cause dendrite growth in garnets.",
        "Neither voids nor cracks lead to short circuits in LLZO.",
    ],
)
def test_what_something_does_not_lead_to_is_no_weakness(text: str) -> None:
    claims = extract_document(read_text(f"{text}\n", name="note.md")).claims
    assert [claim for claim in claims if not claim.negated] == []


def test_what_a_measure_does_not_prevent_is_one() -> None:
    claims = extract_document(read_text("The film did not prevent dendrite growth in LLZO.\n", name="note.md")).claims
    assert [claim.failure for claim in claims if claim.kind == "limitation" and not claim.negated] == [
        "dendrite_growth"
    ]


def test_what_is_set_against_something_does_not_follow_from_it() -> None:
    text = (
        "If a high pressure induces short circuits or accelerates dendrite growth, on the other hand a low pressure "
        "cannot hinder the formation of voids."
    )
    claims = extract_document(read_text(f"{text}\n", name="note.md")).claims
    links = {(claim.cause, claim.effect) for claim in claims if claim.kind == "causes"}
    assert links == {
        ("high_pressure", "short_circuit"),
        ("high_pressure", "dendrite_growth"),
        ("low_pressure", "void_formation"),
    }


def test_what_is_done_to_lower_something_is_not_caused_by_that() -> None:
    text = "The interfacial resistance of Li|LLZO falls by raising the stack pressure."
    assert not [
        claim for claim in extract_document(read_text(f"{text}\n", name="note.md")).claims if claim.kind == "causes"
    ]
