"""A value that nothing can have makes a finding, and no claim."""

from __future__ import annotations

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.ontology.model import DocumentClaims, Finding, PropertyClaim

LOST_SIGN = "The ionic conductivity of LLZO is 5.6 × 10^4 S cm-1"


def read(text: str) -> DocumentClaims:
    return extract_document(read_text(f"# A note\n\n{text}.\n", name="note.md"))


def values(read: DocumentClaims) -> list[float]:
    return [claim.low for claim in read.claims if isinstance(claim, PropertyClaim)]


def impossible(read: DocumentClaims) -> list[Finding]:
    return [finding for finding in read.findings if finding.code == "impossible-value"]


def test_a_lost_sign_of_an_exponent_is_a_finding_that_leads_to_the_value() -> None:
    found = read(LOST_SIGN)
    assert values(found) == []
    (finding,) = impossible(found)
    assert finding.message.startswith("a value of LLZO was left out: 56000 S/cm is no ionic conductivity, which is")
    assert finding.line == 3
    assert f"# A note\n\n{LOST_SIGN}.\n"[finding.source_start : finding.source_end] == "5.6 × 10^4 S cm-1"


def test_other_values_of_the_sentence_stay() -> None:
    found = read(f"{LOST_SIGN}, its activation energy is 0.3 eV and its relative density 96%")
    assert values(found) == [0.3, 96.0]
    assert len(impossible(found)) == 1


def test_a_table_is_held_to_it_as_well() -> None:
    table = "| Material | Ionic conductivity (S cm-1) |\n|---|---|\n| LLZO | 3e-4 |\n| LATP | 7e4 |\n\nThe end"
    found = read(f"Table 1. Conductivities.\n\n{table}")
    assert values(found) == [3e-4]
    assert len(impossible(found)) == 1


def test_a_possible_value_makes_no_finding() -> None:
    found = read(LOST_SIGN.replace("^4", "^-4"))
    assert values(found) == [5.6e-4]
    assert not impossible(found)
