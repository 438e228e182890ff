"""The sample papers: they are read whole, and their facts are found again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lithograph.corpus.document import Document
from lithograph.corpus.reading import read_document
from lithograph.corpus.samples import NAMES, facts_path, sample_paths
from lithograph.extract.engine import extract_document
from lithograph.extract.facts import iter_facts
from lithograph.ontology.materials import identify
from lithograph.ontology.units import parse_unit, to_si

SAMPLES = dict(zip(NAMES, sample_paths(), strict=True))

Fact = dict[str, Any]


@cache
def document_of(name: str) -> Document:
    return read_document(SAMPLES[name])


def stated(name: str) -> list[Fact]:
    lines = facts_path(SAMPLES[name]).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def found(name: str) -> tuple[Fact, ...]:
    return tuple(iter_facts(extract_document(document_of(name)).claims))


def key_of(fact: Fact, aliases: dict[str, str]) -> tuple[object, ...]:
    """What makes two facts the same: the material by its identity, the value in SI to two per cent."""
    if fact["type"] == "alias":
        return "alias", fact["short"], fact["long"].casefold().rstrip("s")
    values = fact["value"] if isinstance(fact["value"], list) else [fact["value"]]
    si = tuple(f"{to_si(value, fact['unit']):.2g}" for value in values)
    subject = identify(fact["subject"], aliases).id
    return "property", fact["property"], subject, parse_unit(fact["unit"]).si_unit, si


def keys_of(facts: Sequence[Fact], kind: str, aliases: dict[str, str]) -> dict[tuple[object, ...], set[int]]:
    """Key of every fact of one kind, with the references given for it."""
    keys: dict[tuple[object, ...], set[int]] = {}
    for fact in facts:
        if fact["type"] == kind and not fact.get("negated"):
            keys.setdefault(key_of(fact, aliases), set()).update(fact["refs"])
    return keys


def compare(name: str, kind: str) -> tuple[float, dict[tuple[object, ...], tuple[set[int], set[int]]], str]:
    """F1, the right facts with their references as stated and as found, and a line for the reader of a failure."""
    gold = stated(name)
    aliases = {fact["short"]: fact["long"] for fact in gold if fact["type"] == "alias"}
    wanted, got = keys_of(gold, kind, aliases), keys_of(found(name), kind, aliases)
    right = {key: (refs, got[key]) for key, refs in wanted.items() if key in got}
    missing, surplus = sorted(map(str, wanted.keys() - got.keys())), sorted(map(str, got.keys() - wanted.keys()))
    return 2 * len(right) / (len(wanted) + len(got)), right, f"missing {missing}; surplus {surplus}"


PROPERTY_FLOORS = [("sulfides", 0.85), ("garnets", 0.85), ("halides-polymers", 0.85), ("strategies", 0.5)]
ABBREVIATION_FLOORS = [("sulfides", 0.95), ("garnets", 0.95), ("halides-polymers", 0.9), ("strategies", 0.95)]

REFERENCES = {"sulfides": 15, "garnets": 15, "halides-polymers": 15, "strategies": 40}


@pytest.mark.parametrize("name", NAMES)
def test_the_reference_list_is_read(name: str) -> None:
    bibliography = document_of(name).bibliography
    assert sorted(bibliography) == list(range(1, REFERENCES[name] + 1))
    for reference in bibliography.values():
        assert reference.doi, reference
        assert all((reference.authors, reference.journal, reference.year)), reference


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_is_cited(name: str) -> None:
    document = document_of(name)
    cells = [cell for block in document.blocks if block.table for row in block.table.rows for cell in row]
    markers = [marker for block in document.blocks for marker in block.citations]
    markers += [marker for cell in cells for marker in cell.citations]
    assert {number for marker in markers for number in marker.numbers} == document.bibliography.keys()


@pytest.mark.parametrize(("name", "floor"), PROPERTY_FLOORS)
def test_properties_are_found_again(name: str, floor: float) -> None:
    score, _, said = compare(name, "property")
    assert score >= floor, said


@pytest.mark.parametrize(("name", "floor"), ABBREVIATION_FLOORS)
def test_abbreviations_are_found_again(name: str, floor: float) -> None:
    score, _, said = compare(name, "alias")
    assert score >= floor, said


@pytest.mark.parametrize("name", NAMES)
def test_facts_keep_their_references(name: str) -> None:
    _, right, _ = compare(name, "property")
    assert right
    wrong = {key: refs for key, refs in right.items() if not refs[0] <= refs[1]}
    assert len(wrong) <= 0.05 * len(right), wrong


def test_samples_lie_beside_their_facts() -> None:
    folder = Path(sample_paths()[0]).parent
    assert {path.stem for path in folder.glob("*.md")} - {"README"} == set(NAMES)
    assert all(facts_path(path).is_file() for path in sample_paths())
