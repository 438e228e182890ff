"""Passages in the manner of the field, with the facts that they state: most are found, and little else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.ontology.model import PropertyClaim

Row = tuple[str, str, float | tuple[float, ...], str]

PASSAGES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("passages.yaml").read_text(encoding="utf-8"))


def rows_of(text: str) -> set[Row]:
    document = read_text(f"# A note\n\n{text}\n", name="note.md")
    return {
        (claim.subject.name, claim.property, claim.low if claim.high is None else (claim.low, claim.high), claim.unit)
        for claim in extract_document(document).claims
        if isinstance(claim, PropertyClaim) and not claim.negated and claim.role != "requirement"
    }


def stated_in(passage: dict[str, Any]) -> set[Row]:
    return {
        (subject, name, tuple(map(float, value)) if isinstance(value, list) else float(value), unit)
        for subject, name, value, unit in passage["facts"]
    }


@cache
def figures() -> tuple[float, float]:
    """Precision and recall over all passages."""
    pairs = [(rows_of(passage["text"]), stated_in(passage)) for passage in PASSAGES]
    right = sum(len(found & stated) for found, stated in pairs)
    return right / sum(len(found) for found, _ in pairs), right / sum(len(stated) for _, stated in pairs)


def test_passages_give_little_that_they_do_not_state() -> None:
    assert figures()[0] >= 0.92


def test_passages_give_most_of_what_they_state() -> None:
    assert figures()[1] >= 0.90


@pytest.mark.parametrize(
    "passage", [passage for passage in PASSAGES if not passage["facts"]], ids=lambda p: p["text"][:30]
)
def test_passages_without_facts_give_none(passage: dict[str, Any]) -> None:
    assert rows_of(passage["text"]) == set()
