"""Sentences in the manner of the field with the values that they state, whatever their subject: these and no others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.ontology.model import PropertyClaim

GROUPS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("values.yaml").read_text(encoding="utf-8")
)


def value_of(claim: PropertyClaim) -> str:
    """`overpotential <30 mV`, `thickness 5-6 nm`, `ionic_conductivity 0.1 mS/cm before`."""
    qualifier = "" if claim.qualifier == "=" else claim.qualifier
    number = f"{claim.low:g}" if claim.high is None else f"{claim.low:g}-{claim.high:g}"
    states = (condition.text for condition in claim.conditions or () if condition.name == "state")
    marks = (mark for mark, is_so in (("denied", claim.negated), ("wanted", claim.role == "requirement")) if is_so)
    return " ".join(filter(None, (claim.property, f"{qualifier}{number}", claim.unit, *states, *marks)))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(each["text"], each["values"], id=f"{group}-{each['text'][:40]}")
        for group in GROUPS
        for each in GROUPS[group]
    ],
)
def test_values_of_a_sentence(text: str, values: list[str]) -> None:
    claims = extract_document(read_text(f"# A note\n\n## Results\n\n{text}\n", name="note.md")).claims
    assert sorted({value_of(claim) for claim in claims if isinstance(claim, PropertyClaim)}) == sorted(values)
