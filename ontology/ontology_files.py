"""The project's terms as files for other programs: an OWL ontology and a SKOS file of the vocabularies.

Both come from the YAML files alone. An IRI of another vocabulary in them is a verified one, with the label of its own
file, so that an editor such as Protégé shows more than a number. Nothing is imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from . import vocabulary
from .own_terms import NAMESPACE, OwnTerm, own_term, own_terms, prefixes
from .vocabulary import MaterialClassTerm, PropertyTerm, Term

Triple = tuple[URIRef, URIRef, Node]

ONTOLOGY = URIRef(NAMESPACE + "ontology")
_LICENCE = URIRef("https://www.apache.org/licenses/LICENSE-2.0")
_MATCHES = {
    "broader": SKOS.broadMatch,
    "exact": SKOS.exactMatch,
    "close": SKOS.closeMatch,
    "related": SKOS.relatedMatch,
}
_LITERALS = {
    "string": XSD.string,
    "words": RDF.langString,
    "integer": XSD.integer,
    "double": XSD.double,
    "boolean": XSD.boolean,
}


@dataclass(frozen=True, slots=True)
class Scheme:
    """A vocabulary as a concept scheme.

    Args:
        name: the last part of the scheme's IRI.
        title: in words.
        kind: the first part of the concepts' IRIs, as node ids have it.
        owner: the own class of the concepts.
        load: gives the terms.
    """

    name: str
    title: str
    kind: str
    owner: str
    load: Callable[[], Mapping[str, Term]]

    @property
    def iri(self) -> URIRef:
        """The IRI of the scheme."""
        return URIRef(f"{NAMESPACE}vocabulary/{self.name}")

    def concept(self, name: str) -> URIRef:
        """The IRI of one of its concepts."""
        return URIRef(f"{NAMESPACE}{self.kind}/{quote(name, safe='')}")


SCHEMES = (
    Scheme("failures", "Failures and weaknesses", "failure", "FailureMechanism", vocabulary.failures),
    Scheme("interphase-kinds", "Kinds of interphase", "interphase-kind", "InterphaseKind", vocabulary.interphase_kinds),
    Scheme("material-classes", "Classes of materials", "class", "MaterialClass", vocabulary.material_classes),
    Scheme("methods", "Methods", "method", "Method", vocabulary.methods),
    Scheme("properties", "Properties", "property", "Property", vocabulary.properties),
    Scheme("qualities", "Qualities that strategies change", "property", "Property", vocabulary.effects),
    Scheme("strategies", "Categories of strategies", "strategy-category", "StrategyCategory", vocabulary.strategies),
)
_CLASSES = next(scheme for scheme in SCHEMES if scheme.owner == "MaterialClass")


def owl_ontology() -> Graph:
    """The own classes and predicates, and the classes of materials, with their place among other vocabularies."""
    graph = _graph()
    for triple in (*_head(ONTOLOGY, OWL.Ontology, "Lithograph ontology"), *_own_terms(), *_material_classes()):
        graph.add(triple)
    for wider in sorted(set(graph.objects(None, RDFS.subClassOf)), key=str):
        if wider in _labels():
            graph.add((wider, RDF.type, OWL.Class))
            graph.add((wider, RDFS.label, Literal(_labels()[wider])))
    return graph


def skos_vocabularies() -> Graph:
    """Every vocabulary as a concept scheme."""
    graph = _graph()
    for scheme in SCHEMES:
        for triple in (*_head(scheme.iri, SKOS.ConceptScheme, scheme.title), *_concepts(scheme)):
            graph.add(triple)
    return graph


def _graph() -> Graph:
    graph = Graph(bind_namespaces="none")
    for prefix, iri in prefixes().items():
        graph.bind(prefix, iri)
    return graph


@cache
def _labels() -> Mapping[Node, str]:
    return {URIRef(term.iri): term.label for term in vocabulary.external_terms().values()}


def _head(here: URIRef, kind: URIRef, title: str) -> Iterator[Triple]:
    yield here, RDF.type, kind
    yield here, DCTERMS.title, Literal(title, lang="en")
    yield here, DCTERMS.license, _LICENCE


def _own_terms() -> Iterator[Triple]:
    for term in own_terms().values():
        here = URIRef(term.iri)
        yield here, RDFS.label, Literal(term.label, lang="en")
        yield here, SKOS.definition, Literal(term.definition, lang="en")
        yield here, RDFS.isDefinedBy, ONTOLOGY
        yield from _predicate(term) if term.ranges else _class(term)
        for kind, iris in term.mappings.items():
            relation = RDFS.subClassOf if kind == "broader" and not term.ranges else _MATCHES[kind]
            yield from ((here, relation, URIRef(iri)) for iri in iris)


def _class(term: OwnTerm) -> Iterator[Triple]:
    yield URIRef(term.iri), RDF.type, OWL.Class
    if term.parent:
        yield URIRef(term.iri), RDFS.subClassOf, URIRef(own_term(term.parent))


def _predicate(term: OwnTerm) -> Iterator[Triple]:
    """A predicate; a range of several classes is for the shapes to hold."""
    here = URIRef(term.iri)
    yield here, RDF.type, OWL.DatatypeProperty if term.is_literal else OWL.ObjectProperty
    if len(term.ranges) == 1 and term.ranges != ("Node",):
        yield here, RDFS.range, _LITERALS.get(term.ranges[0]) or URIRef(own_term(term.ranges[0]))


def _material_classes() -> Iterator[Triple]:
    """Classes of materials as classes: each material is an instance of those that it belongs to."""
    for name, term in vocabulary.material_classes().items():
        here = _CLASSES.concept(name)
        yield here, RDF.type, OWL.Class
        yield here, RDFS.label, Literal(term.label, lang="en")
        yield here, SKOS.definition, Literal(term.definition, lang="en")
        yield here, RDFS.subClassOf, _CLASSES.concept(term.parent) if term.parent else URIRef(own_term("Material"))
        if term.broader or term.match in ("exact", "broader"):
            yield here, RDFS.subClassOf, URIRef(term.broader or term.iri or "")


def _concepts(scheme: Scheme) -> Iterator[Triple]:
    for name, term in scheme.load().items():
        here = scheme.concept(name)
        yield here, RDF.type, SKOS.Concept
        yield here, RDF.type, URIRef(own_term(scheme.owner))
        yield here, SKOS.inScheme, scheme.iri
        yield here, SKOS.prefLabel, Literal(term.label, lang="en")
        yield here, SKOS.notation, Literal(name)
        yield here, SKOS.definition, Literal(term.definition, lang="en")
        yield from ((here, SKOS.example, Literal(example, lang="en")) for example in term.examples)
        yield from _place(scheme, here, term)


def _place(scheme: Scheme, here: URIRef, term: Term) -> Iterator[Triple]:
    """Where a concept stands in its own scheme and among the terms of others."""
    parent = term.parent if isinstance(term, MaterialClassTerm) else None
    if parent:
        yield here, SKOS.broader, scheme.concept(parent)
    else:
        yield here, SKOS.topConceptOf, scheme.iri
    if isinstance(term, PropertyTerm) and term.quantity_kind:
        yield here, URIRef(vocabulary.external("qudt:hasQuantityKind").iri), URIRef(term.quantity_kind)
    if term.iri and term.match:
        yield here, _MATCHES[term.match], URIRef(term.iri)
    elif term.broader:
        yield here, SKOS.broadMatch, URIRef(term.broader)
    else:
        nearest = (iri for iris in own_terms()[scheme.owner].mappings.values() for iri in iris)
        yield from ((here, SKOS.relatedMatch, URIRef(iri)) for iri in nearest)
