"""What is understood of the other metal where a sodium electrolyte is told of, and whose element reacts."""

from __future__ import annotations

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document


def test_lithium_spoken_of_before_is_not_met_by_a_sodium_electrolyte() -> None:
    text = (
        "LGPS forms a mixed-conducting interphase with Li. Na3PS4 forms a mixed-conducting interphase as well. "
        "LATP forms a mixed-conducting interphase too."
    )
    claims = extract_document(read_text(f"{text}\n", name="note.md")).claims
    found = {claim.subject.name: claim.against and claim.against.name for claim in claims if claim.kind == "interphase"}
    assert found == {"LGPS": "Li", "Na3PS4": None, "LATP": "Li"}


def test_an_element_reacts_for_the_electrolyte_that_holds_it() -> None:
    text = "The electrolyte Na3SbS4 is unstable, for Sb is reduced to a Na-Sb alloy."
    claims = extract_document(read_text(f"{text}\n", name="note.md")).claims
    found = {(claim.subject.name, claim.product.name) for claim in claims if claim.kind == "decomposition"}
    assert found == {("Na3SbS4", "Na-Sb alloy")}
