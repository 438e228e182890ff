"""A claim that cannot have been read in a document is refused, and everything the rules read can stand."""

from __future__ import annotations

from typing import Any

import pytest

from lithograph.corpus.document import Document
from lithograph.corpus.reading import read_document, read_text
from lithograph.corpus.samples import sample_paths
from lithograph.extract.by_rules import read_by_rules
from lithograph.extract.engines.base import EngineInfo
from lithograph.extract.engines.checking import why_refused
from lithograph.extract.engines.rules import RulesEngine
from lithograph.ontology.claims import arguments_of, make_claim
from lithograph.ontology.model import Participant, PropertyClaim

TEXT = """# A note

The ionic conductivity of Li6PS5Cl is 2.4 mS cm-1 [1].

## References

[1] A. Bee, J. Made 2020, 1, 1.
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return read_text(TEXT, name="note.md")


@pytest.fixture(scope="module")
def claim(document: Document) -> PropertyClaim:
    (found,) = [claim for claim in read_by_rules(document)[0] if isinstance(claim, PropertyClaim)]
    return found


def changed(claim: PropertyClaim, arguments: dict[str, Any] | None = None, **piece: Any) -> PropertyClaim:
    """The claim with other arguments or another piece of evidence, and the id that fits."""
    evidence = [claim.evidence[0].model_copy(update=piece)]
    given = arguments_of(claim) | (arguments or {})
    return make_claim(PropertyClaim, kind="property", evidence=evidence, **given)


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem)
def test_what_the_rules_read_can_stand(path: Any) -> None:
    document = read_document(path)
    claims, _ = read_by_rules(document)
    assert claims
    assert [reason for claim in claims if (reason := why_refused(claim, document, RulesEngine.info))] == []


@pytest.mark.parametrize(
    ("piece", "reason"),
    [
        ({"document": "sha256:0"}, "its evidence is of another document, sha256:0"),
        ({"engine": "llm/1"}, "its evidence names the engine llm/1"),
        ({"source_start": -1}, "its sentence is at -1 to "),
        ({"source_end": 10_000}, " to 10000, outside of the source"),
        ({"source_end": 3}, "its sentence is at 10 to 3, outside of the source"),
        ({"sentence": " "}, "its sentence is empty"),
        ({"rule": ""}, "its evidence names no rule"),
        ({"references": [1, 7]}, "it cites 7, which the reference list does not have"),
        ({"value_start": 0, "value_end": 5}, "its value is at 0 to 5, outside of its sentence"),
        ({"value_end": None}, "outside of its sentence"),
        ({"value_start": None, "value_end": None}, "its evidence does not say where it stands"),
        ({"value_low": 2.5, "value_unit": "mS/cm"}, "its evidence has the value 2.5 mS/cm, the claim 2.4 mS/cm"),
        ({"value_low": 0.24, "value_unit": "S/m"}, None),
        ({"value_low": 2.4e-3, "value_unit": "S/cm"}, None),
        ({"value_low": 0.25, "value_unit": "S/m"}, "its evidence has the value 0.25 S/m, the claim 2.4 mS/cm"),
        ({"value_start": 20, "value_end": 25}, "the number 2.4 does not stand at 20 to 25"),
    ],
)
def test_places_that_are_none_are_refused(
    claim: PropertyClaim, document: Document, piece: dict[str, Any], reason: str | None
) -> None:
    assert str(reason) in str(why_refused(changed(claim, **piece), document, RulesEngine.info))


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"low": 2.5, "si_low": 0.25}, "its evidence has the value 2.4 mS/cm, the claim 2.5 mS/cm"),
        ({"low": 24.0, "si_low": 0.24}, "its evidence has the value 2.4 mS/cm, the claim 24 mS/cm"),
        ({"high": 3.1, "si_high": 0.31}, "its evidence has the value 2.4 mS/cm"),
        ({"low": float("nan"), "si_low": None}, "the claim nan mS/cm"),
        ({"property": "hue"}, "'hue' is not in the vocabulary"),
        ({"unit": "furlong"}, "unit 'furlong'"),
        ({"si_low": 24.0}, "2.4 mS/cm is 0.24 in SI units, not 24"),
    ],
)
def test_numbers_and_words_that_are_not_there_are_refused(
    claim: PropertyClaim, document: Document, arguments: dict[str, Any], reason: str
) -> None:
    assert reason in str(why_refused(changed(claim, arguments), document, RulesEngine.info))


def test_a_value_that_nothing_can_have_is_refused(claim: PropertyClaim, document: Document) -> None:
    arguments = {"property": "relative_density", "unit": "", "si_low": None, "si_unit": None}
    told = why_refused(changed(claim, arguments, value_low=None), document, RulesEngine.info)
    assert told == "2.4 is no relative density, which is between 0 and 100.5 %"


def test_a_kind_that_is_not_declared_is_refused(claim: PropertyClaim, document: Document) -> None:
    some = EngineInfo("rules", "1", "some", frozenset({"alias"}))
    assert why_refused(claim, document, some) == "the engine does not declare claims of the kind property"


def test_an_id_of_other_arguments_is_refused(claim: PropertyClaim, document: Document) -> None:
    other = claim.model_copy(update={"id": "claim:" + "0" * 32})
    assert why_refused(other, document, RulesEngine.info) == "its id is not that of its arguments"


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("1 . 2", 1.2, None),
        ("1,000", 1000.0, None),
        ("0.40 to 1,200", 0.4, 1200.0),
        ("２．４", 2.4, None),
        ("0", 0.0, None),
    ],
)
def test_numbers_are_found_however_they_are_written(written: str, low: float, high: float | None) -> None:
    text = f"The thickness of the LLZO layer is {written} um."
    document = read_text(f"# A note\n\n{text}\n", name="note.md")
    at = document.source.index(text)
    start = document.source.index(written)
    (piece,) = read_by_rules(read_text(TEXT, name="note.md"))[0][0].evidence
    place = piece.model_copy(
        update={
            "document": document.id,
            "source_start": at,
            "source_end": at + len(text),
            "value_start": start,
            "value_end": start + len(written),
            "references": [],
            "value_low": None,
        }
    )
    claim = make_claim(
        PropertyClaim,
        kind="property",
        evidence=[place],
        subject=Participant(name="LLZO", id="material:LLZO"),
        property="thickness",
        low=low,
        high=high,
        qualifier="=",
        unit="um",
    )
    assert why_refused(claim, document, RulesEngine.info) is None
