"""What is generated is what is checked in, and the tables of the graph are those of its schema."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from lithograph.graph.schema import STATED, graph_schema
from lithograph.ontology import generate, model, vocabulary
from lithograph.ontology.vocabulary_page import vocabulary_page

REPAIR = "run `python -m lithograph.ontology.generate`"


def _schema(name: str) -> Any:
    text = resources.files("lithograph.ontology").joinpath("schema", name).read_text(encoding="utf-8")
    return yaml.safe_load(text)


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


def test_a_relation_has_its_ends_and_properties() -> None:
    tables = graph_schema().relations
    assert tables["DECOMPOSES_TO"].pairs == tuple(
        (start, end) for start in ("Material", "MaterialClass") for end in ("Material", "MaterialClass")
    )
    assert dict(tables["DECOMPOSES_TO"].properties) == {**STATED, "against": "string", "against_id": "string"}
    assert dict(tables["CITES"].properties) == {"claim": "string", "confidence": "double", "number": "integer"}
    assert tables["REFERENCES"].pairs == (("Publication", "Publication"),)


def test_a_property_has_its_type() -> None:
    nodes = graph_schema().nodes
    assert list(nodes["Interphase"].items()) == [("id", "string"), ("name", "string"), ("kind", "string")]
    assert nodes["Publication"]["authors"] == "strings"
    assert nodes["Publication"]["year"] == "integer"
    assert nodes["Measurement"]["si_low"] == "double"
    assert nodes["Property"]["full_name"] == "string"


def test_types_are_those_that_stores_have() -> None:
    kinds = {kind for table in graph_schema().nodes.values() for kind in table.values()}
    kinds |= {kind for table in graph_schema().relations.values() for kind in table.properties.values()}
    assert kinds == {"string", "strings", "integer", "double", "boolean"}


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
