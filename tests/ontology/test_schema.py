"""What is generated is what is checked in, and the schemas agree with one another and with the graph's tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from lithograph.graph.schema import STATED, graph_schema
from lithograph.ontology import generate, model, vocabulary
from lithograph.ontology.vocabulary_page import vocabulary_page

REPAIR = "run `python -m lithograph.ontology.generate`"
KINDS = {"Year": "integer", "Words": "string", "uriorcurie": "string"}
"""Range in graph.yaml to the kind of the tables, where they differ."""


def _schema(name: str) -> Any:
    text = resources.files("lithograph.ontology").joinpath("schema", name).read_text(encoding="utf-8")
    return yaml.safe_load(text)


@pytest.fixture(scope="module")
def graph() -> Any:
    return _schema("graph.yaml")


@pytest.mark.parametrize("path", generate.ARTEFACTS, ids=lambda path: path.name)
@pytest.mark.filterwarnings("ignore")  # LinkML's own
def test_generated_file_is_up_to_date(path: Path) -> None:
    if path != generate.PAGE:
        pytest.importorskip("linkml", reason="LinkML, which generates the file, is not installed")
    made, kept = generate.ARTEFACTS[path](), path.read_text(encoding="utf-8")
    if path.suffix == ".ttl":
        assert _canonical(made) == _canonical(kept), f"{path.name} is out of date: {REPAIR}"
    else:
        assert made == kept, f"{path.name} is out of date: {REPAIR}"


def _canonical(turtle: str) -> set[tuple[str, ...]]:
    from rdflib import Graph
    from rdflib.compare import to_canonical_graph

    return {tuple(node.n3() for node in triple) for triple in to_canonical_graph(Graph().parse(data=turtle))}


def test_page_names_every_entry() -> None:
    page = vocabulary_page()
    for load in (vocabulary.properties, vocabulary.failures, vocabulary.strategies, vocabulary.methods):
        assert not [name for name in load() if f"| `{name}` |" not in page]


def test_page_tables_have_one_width() -> None:
    width = None
    for line in vocabulary_page().splitlines():
        cells = line.replace("\\|", "").count("|") if line.startswith("|") else None
        assert cells is None or width is None or cells == width, line
        width = cells


def test_graph_has_the_nodes_of_the_tables(graph: Any) -> None:
    found = {
        label: {
            name: KINDS.get(kind := entry.get("range", "string"), kind) for name, entry in node["attributes"].items()
        }
        for label, node in graph["classes"].items()
        if not node.get("abstract")
    }
    expected = {
        label: {name: kind.removesuffix("s") for name, kind in properties.items() if name != "id"}
        for label, properties in graph_schema().nodes.items()
    }
    assert found == expected


def test_graph_lists_are_those_of_the_tables(graph: Any) -> None:
    found = {
        (label, name)
        for label, node in graph["classes"].items()
        for name, entry in node["attributes"].items()
        if entry.get("multivalued")
    }
    nodes = graph_schema().nodes.items()
    assert found == {(label, name) for label, kinds in nodes for name, kind in kinds.items() if kind == "strings"}


def test_graph_has_the_relations_of_the_tables(graph: Any) -> None:
    found = {name.upper(): set(_pairs(graph, name)) for name in graph["slots"]}
    assert found == {name: set(table.pairs) for name, table in graph_schema().relations.items()}


def test_graph_relations_carry_what_those_of_the_tables_do(graph: Any) -> None:
    found = {}
    for name, slot in graph["slots"].items():
        notes = slot.get("annotations", {})
        found[name.upper()] = set(notes.get("properties", "").split()) | (set(STATED) if notes.get("stated") else set())
    assert found == {name: set(table.properties) for name, table in graph_schema().relations.items()}


def _pairs(graph: Any, slot: str) -> Iterator[tuple[str, str]]:
    entry = graph["slots"][slot]
    targets = [choice["range"] for choice in entry.get("any_of", [])] or [entry["range"]]
    for label, node in graph["classes"].items():
        if slot in node.get("slots", []):
            yield from ((label, target) for target in targets)


def test_claim_kinds_are_the_claim_classes() -> None:
    claims = _schema("lithograph.yaml")
    kinds = {
        entry["slot_usage"]["kind"]["equals_string"]
        for entry in claims["classes"].values()
        if entry.get("is_a") == "Claim"
    }
    assert kinds == {kind.value for kind in model.ClaimKind}


def test_json_schema_takes_what_the_model_writes() -> None:
    participant = model.Participant(name="LLZO", id="material:Li7La3Zr2O12")
    claim = model.PropertyClaim(
        id="claim:" + "0" * 32, kind="property", confidence=0.9, subject=participant, property="ionic_conductivity",
        low=0.3, qualifier=model.Qualifier.EQUALS_SIGN, unit="mS/cm", evidence=[],
    )  # fmt: skip
    schema = json.loads(resources.files("lithograph.ontology").joinpath("schema", "lithograph.schema.json").read_text())
    written = json.loads(claim.model_dump_json(exclude_none=True))
    known = schema["$defs"]["PropertyClaim"]["properties"]
    assert set(written) <= set(known)
    assert set(schema["$defs"]["PropertyClaim"]["required"]) <= set(written)
