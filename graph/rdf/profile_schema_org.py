"""The graph in the words of schema.org alone, for search engines and catalogues that know no others.

It says what a claim states, of what, and in which papers; it holds neither evidence nor readings and is not
loaded back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pyoxigraph import NamedNode

from ...ontology.own_terms import NAMESPACE
from ..rows import NodeRow, Rows, Scalar, Value
from .measurements import BOUNDS
from .terms import RDF_TYPE, Triple, literal, node_iri, term, under

_ARTICLE = {
    "title": "name",
    "doi": "identifier",
    "volume": "volumeNumber",
    "issue": "issueNumber",
    "pages": "pagination",
}
_RELATIONS = {"OF_PROPERTY": "schema:propertyID", "REFERENCES": "schema:citation"}
_NAMES = 50
"""Authors of a paper that are named at most."""


def schema_org_triples(rows: Rows) -> Iterator[Triple]:
    """The triples of some nodes and relations; what schema.org has no word for is left out."""
    for node in rows.nodes:
        if node.label in _NODES:
            yield from _NODES[node.label](node, node_iri(node.id))
    for relation in rows.relations:
        source, target = node_iri(relation.source), node_iri(relation.target)
        if relation.name in _RELATIONS:
            yield source, term(_RELATIONS[relation.name]), target
        elif relation.name == "STATES" and relation.target_label in ("Material", "Measurement"):
            yield source, term("schema:about"), target
        elif relation.name == "IN":
            yield node_iri(str(relation.properties["claim"])), term("schema:appearance"), target


def schema_org_dataset(papers: list[str]) -> Iterator[Triple]:
    """The description of the whole."""
    here = NamedNode(NAMESPACE + "dataset")
    yield here, RDF_TYPE, term("schema:Dataset")
    yield here, term("schema:name"), literal("Claims about solid-state batteries, read by Lithograph")
    yield from ((here, term("schema:isBasedOn"), node_iri(paper)) for paper in papers)


def _publication(node: NodeRow, here: NamedNode) -> Iterator[Triple]:
    known = node.properties
    yield here, RDF_TYPE, term("schema:ScholarlyArticle")
    for name, predicate in _ARTICLE.items():
        if name in known:
            yield here, term(f"schema:{predicate}"), literal(_plain(known[name]))
    if "year" in known:
        yield here, term("schema:datePublished"), literal(str(known["year"]))
    authors = known.get("authors")
    for number, name in enumerate(authors[:_NAMES] if isinstance(authors, tuple) else (), 1):
        person = under(NamedNode(f"{NAMESPACE}publication"), node.id, "author", number)
        yield here, term("schema:author"), person
        yield person, RDF_TYPE, term("schema:Person")
        yield person, term("schema:name"), literal(name)


def _material(node: NodeRow, here: NamedNode) -> Iterator[Triple]:
    known = node.properties
    yield here, RDF_TYPE, term("schema:ChemicalSubstance")
    yield here, term("schema:name"), literal(_plain(known.get("name")))
    names = known.get("names")
    for name in names if isinstance(names, tuple) else ():
        if name != known.get("name"):
            yield here, term("schema:alternateName"), literal(name)
    if "formula" in known:
        yield here, term("schema:chemicalComposition"), literal(_plain(known["formula"]))


def _claim(node: NodeRow, here: NamedNode) -> Iterator[Triple]:
    yield here, RDF_TYPE, term("schema:Claim")
    yield here, term("schema:text"), literal(_plain(node.properties["statement"]))


def _measurement(node: NodeRow, here: NamedNode) -> Iterator[Triple]:
    known = node.properties
    yield here, RDF_TYPE, term("schema:PropertyValue")
    yield here, term("schema:name"), literal(_plain(known["text"]))
    low, high = known.get("low"), known.get("high")
    if high is not None:
        yield here, term("schema:minValue"), literal(_plain(low))
        yield here, term("schema:maxValue"), literal(_plain(high))
    elif low is not None:
        bound = BOUNDS.get(str(known["qualifier"]), "schema:value")
        yield here, term(bound), literal(_plain(low))
    if known.get("unit"):
        yield here, term("schema:unitText"), literal(_plain(known["unit"]))


_NODES: Mapping[str, Callable[[NodeRow, NamedNode], Iterator[Triple]]] = {
    "Publication": _publication,
    "Material": _material,
    "Claim": _claim,
    "Measurement": _measurement,
}


def _plain(value: Value) -> str | int | float | bool:
    """A value that is no list and is there."""
    return ", ".join(value) if isinstance(value, tuple) else _given(value)


def _given(value: Scalar) -> str | int | float | bool:
    return "" if value is None else value
