"""The OWL and SKOS files: every foreign term is verified, every own term described, and a reasoner finds no fault."""

from __future__ import annotations

import re
from importlib import resources

import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, URIRef

from lithograph.ontology import vocabulary
from lithograph.ontology.ontology_files import ONTOLOGY, SCHEMES, owl_ontology, skos_vocabularies
from lithograph.ontology.own_terms import NAMESPACE, W3C, own_terms, prefixes
from lithograph.ontology.shapes import export_shapes
from lithograph.ontology.units import units

MAPPINGS = (
    RDFS.subClassOf, SKOS.broadMatch, SKOS.exactMatch, SKOS.closeMatch, SKOS.relatedMatch,
)  # fmt: skip
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
"""By which owlrl says what contradicts itself."""
FREE = ("https://www.apache.org/licenses/",)
"""IRIs that are no terms."""


@pytest.fixture(scope="module")
def owl() -> Graph:
    return owl_ontology()


@pytest.fixture(scope="module")
def skos() -> Graph:
    return skos_vocabularies()


def test_every_term_of_others_is_verified(owl: Graph, skos: Graph) -> None:
    verified = {term.iri for term in vocabulary.external_terms().values()}
    for graph in (owl, skos):
        used = {str(node) for triple in graph for node in triple if isinstance(node, URIRef)}
        ours = (NAMESPACE, *W3C.values(), *FREE)
        assert {iri for iri in used if not iri.startswith(ours)} <= verified


@pytest.mark.parametrize("file", ["graph.context.jsonld", "lithograph.context.jsonld", "export_rules.shacl.ttl"])
def test_files_of_the_schema_name_verified_terms(file: str) -> None:
    text = resources.files("lithograph.ontology").joinpath("schema", file).read_text(encoding="utf-8")
    verified = {term.iri for term in vocabulary.external_terms().values()}
    used = set(re.findall(r"(?<![\w:/])(\w+):(\w+)", re.sub(r'sh:message "[^"]*"', "", text)))
    named = {
        prefixes()[prefix] + name
        for prefix, name in used
        if prefix in prefixes() and prefix not in (*W3C, "lithograph")
    }
    assert named <= verified


def test_shapes_name_verified_terms_and_say_what_is_expected() -> None:
    shapes = Graph().parse(data=export_shapes(), format="turtle")
    verified = {term.iri for term in vocabulary.external_terms().values()}
    verified |= {iri for unit in units().values() for iri in (unit.iri, unit.emmo_iri) if iri}
    used = {str(node) for triple in shapes for node in triple if isinstance(node, URIRef)}
    assert {iri for iri in used if not iri.startswith((NAMESPACE, *W3C.values()))} <= verified
    for shape in shapes.subjects(SH.targetClass):
        assert re.match(r"[\w' ]+: .", str(shapes.value(shape, SH.message))), shape


def test_every_class_and_predicate_is_described_and_mapped(owl: Graph) -> None:
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
    here = {node for kind in kinds for node in owl.subjects(RDF.type, kind) if str(node).startswith(NAMESPACE)}
    assert {str(node) for node in here} >= {term.iri for term in own_terms().values()}
    for node in here:
        assert owl.value(node, RDFS.label) is not None, node
        assert owl.value(node, SKOS.definition) is not None, node
        assert any(_leads_out(owl, above) for above in owl.transitive_objects(node, RDFS.subClassOf)), node


def test_every_concept_is_described_and_mapped(skos: Graph) -> None:
    concepts = set(skos.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == sum(len(scheme.load()) for scheme in SCHEMES)
    for concept in concepts:
        assert skos.value(concept, SKOS.prefLabel) is not None, concept
        assert skos.value(concept, SKOS.definition) is not None, concept
        assert _leads_out(skos, concept), concept


def _leads_out(graph: Graph, node: object) -> bool:
    found = (target for mapping in MAPPINGS for target in graph.objects(node, mapping))  # type: ignore[arg-type]
    return any(not str(target).startswith(NAMESPACE) for target in found)


def test_a_class_of_materials_is_below_the_solid_electrolyte(owl: Graph) -> None:
    above = set(owl.transitive_objects(URIRef(NAMESPACE + "class/argyrodite"), RDFS.subClassOf))
    assert URIRef(vocabulary.external("echem:SolidElectrolyte").iri) in above
    assert URIRef(NAMESPACE + "Material") in above


def test_there_are_no_blank_nodes(owl: Graph, skos: Graph) -> None:
    assert all(isinstance(triple[0], URIRef) for graph in (owl, skos) for triple in graph)
    assert (ONTOLOGY, RDF.type, OWL.Ontology) in owl


@pytest.mark.filterwarnings("ignore")  # owlrl's own
@pytest.mark.parametrize("contradiction", [False, True])
def test_a_reasoner_finds_no_inconsistency(owl: Graph, skos: Graph, contradiction: bool) -> None:
    owlrl = pytest.importorskip("owlrl", reason="owlrl, the reasoner, is not installed")
    material, electrolyte = NAMESPACE + "class/argyrodite", vocabulary.external("echem:SolidElectrolyte").iri
    graph = Graph()
    for triple in (*owl, *skos):
        graph.add(triple)
    if contradiction:
        graph.add((URIRef(NAMESPACE + "Material"), OWL.disjointWith, URIRef(electrolyte)))
        graph.add((URIRef(NAMESPACE + "material/Li6PS5Cl"), RDF.type, URIRef(material)))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert bool(list(graph.objects(None, ERROR))) == contradiction
    assert (URIRef(material), RDFS.subClassOf, URIRef(electrolyte)) in graph
