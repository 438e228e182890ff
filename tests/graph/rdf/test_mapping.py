"""What the graph is in linked data: nodes by their terms, values with units, evidence as annotations."""

from __future__ import annotations

import io
from importlib.resources import files

import pytest
from rdflib import RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef

from lithograph.errors import VocabularyError
from lithograph.graph.assembly import contributions
from lithograph.graph.ledger import Ledger
from lithograph.graph.rdf import terms
from lithograph.graph.rdf.evidence import QUOTE_LENGTH, quoted
from lithograph.graph.rdf.statements import statements
from lithograph.graph.rdf.writing import LinkedData, write_statements
from lithograph.ontology.materials import identify
from lithograph.ontology.yaml_files import read_yaml
from lithograph.tests.graph.made_values import NAME, bundle


def turtle(ledger: Ledger) -> Graph:
    target = io.BytesIO()
    write_statements(statements(ledger, [bundle(1)]), LinkedData.TURTLE, target)
    return Graph().parse(data=target.getvalue(), format="turtle")


def node_iri(node_id: str) -> URIRef:
    return URIRef(terms.node_iri(node_id).value)


def own(name: str) -> URIRef:
    return URIRef(terms.own(name).value)


def term(name: str) -> URIRef:
    return URIRef(terms.term(name).value)


def test_a_material_has_an_iri_and_its_measurement(ledger: Ledger) -> None:
    graph = turtle(ledger)
    material = node_iri(identify(NAME).id)
    assert "(" not in str(material)
    assert (material, RDF.type, own("Material")) in graph
    assert (material, RDFS.label, Literal(NAME)) in graph
    (measurement,) = graph.objects(material, own("hasMeasurement"))
    assert graph.value(measurement, own("ofProperty")) == node_iri("property:ionic_conductivity")
    assert graph.value(measurement, own("temperatureInKelvin")) == Literal(298.15)


def test_a_property_leads_to_the_terms_of_others(ledger: Ledger) -> None:
    graph = turtle(ledger)
    here = node_iri("property:ionic_conductivity")
    matches = {str(match) for match in graph.objects(here, SKOS.exactMatch)}
    assert any("electrochemistry_25dabdc2" in match for match in matches)
    assert graph.value(here, term("qudt:hasQuantityKind")) is not None


@pytest.mark.parametrize(
    ("given", "value", "least", "greatest", "unit"),
    [
        pytest.param({}, 1.5, None, None, "http://qudt.org/vocab/unit/MilliS-PER-CentiM", id="value"),
        pytest.param({"qualifier": ">"}, None, 1.5, None, "http://qudt.org/vocab/unit/MilliS-PER-CentiM", id="bound"),
        pytest.param({"qualifier": "<="}, None, None, 1.5, "http://qudt.org/vocab/unit/MilliS-PER-CentiM", id="upper"),
        pytest.param({"high": 2.5}, None, 1.5, 2.5, "http://qudt.org/vocab/unit/MilliS-PER-CentiM", id="range"),
        pytest.param(
            {"unit": "mA/cm2"}, 1.5, None, None, "https://w3id.org/emmo#MilliAmperePerSquareCentiMetre", id="emmo"
        ),
        pytest.param(
            {"unit": "ohm cm2"}, 1.5, None, None, "https://w3id.org/lithograph/unit/ohm%20cm2", id="a unit of our own"
        ),
        pytest.param({"unit": "mAh/cm2"}, 1.5, None, None, None, id="a unit that is wrong elsewhere"),
        pytest.param({"unit": "furlong"}, 1.5, None, None, None, id="unknown unit"),
    ],
)
def test_a_value_is_a_quantity_value(
    given: dict[str, str],
    value: float | None,
    least: float | None,
    greatest: float | None,
    unit: str | None,
    ledger: Ledger,
) -> None:
    ledger.put(1, contributions(bundle(1, **given)))  # type: ignore[arg-type]
    graph = turtle(ledger)
    (measurement,) = graph.subjects(RDF.type, own("Measurement"))
    here = URIRef(f"{measurement}/written")
    expected = {"qudt:numericValue": value, "schema:minValue": least, "schema:maxValue": greatest}
    for name, number in expected.items():
        assert graph.value(here, term(name)) == (None if number is None else Literal(number, datatype=XSD.double))
    assert graph.value(here, term("qudt:hasUnit")) == (URIRef(unit) if unit else None)
    assert graph.value(here, term("schema:unitText")) == Literal(given.get("unit", "mS/cm"))


def test_evidence_is_an_annotation_of_a_place(ledger: Ledger) -> None:
    graph = turtle(ledger)
    (evidence,) = graph.subjects(RDF.type, own("Evidence"))
    (claim,) = graph.objects(evidence, term("oa:hasBody"))
    assert (claim, RDF.type, own("Claim")) in graph
    (place,) = graph.objects(evidence, term("oa:hasTarget"))
    assert graph.value(place, term("oa:hasSource")) == URIRef("https://w3id.org/lithograph/document/doi%3A10.5555%2F1")
    (position,) = graph.subjects(RDF.type, term("oa:TextPositionSelector"))
    assert (graph.value(position, term("oa:start")), graph.value(position, term("oa:end"))) == (
        Literal(10),
        Literal(400),
    )
    (quotation,) = graph.subjects(RDF.type, term("oa:TextQuoteSelector"))
    assert len(str(graph.value(quotation, term("oa:exact")))) <= QUOTE_LENGTH
    (work,) = graph.objects(evidence, term("cito:citesAsEvidence"))
    assert (claim, term("prov:hadPrimarySource"), work) in graph


def test_a_publication_is_described(ledger: Ledger) -> None:
    graph = turtle(ledger)
    paper = URIRef("https://doi.org/10.5555/1")
    assert (paper, RDF.type, term("fabio:JournalArticle")) in graph
    assert graph.value(paper, term("prism:doi")) == Literal("10.5555/1")
    assert graph.value(paper, term("fabio:hasPublicationYear")) == Literal("2024", datatype=XSD.gYear)
    (work,) = graph.objects(paper, term("cito:cites"))
    assert str(graph.value(work, term("dcterms:bibliographicCitation"))).endswith("\\ end")


def test_a_term_that_is_not_verified_cannot_be_written() -> None:
    with pytest.raises(VocabularyError, match="verified"):
        term("qudt:unit")


def test_a_quotation_is_cut_at_a_word_and_is_its_own_quotation() -> None:
    sentence = "word " * 50
    short = quoted(sentence)
    assert len(short) <= QUOTE_LENGTH
    assert short.endswith("word")
    assert quoted(short) == short
    assert len(quoted("x" * 500)) == QUOTE_LENGTH


@pytest.mark.parametrize(
    "name", ["material:a/b c", "class:<x>", "cell:..", "plain", "doi:10.1000/a<b>", "material:Δ\0"]
)
def test_an_id_follows_from_its_iri(name: str) -> None:
    assert terms.node_id(terms.node_iri(name).value) == name


def test_materials_of_others_are_named_by_the_id_that_their_formula_has() -> None:
    data = read_yaml(files("lithograph.graph.rdf").joinpath("materials.yaml"))
    assert [name for name in data["matches"] if identify(name.removeprefix("material:")).id != name] == []
    assert list(data["matches"]) == sorted(data["matches"])
