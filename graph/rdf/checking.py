"""What may stand in linked data that is loaded: terms that we write, nodes where nodes belong, no relative IRIs."""

from __future__ import annotations

from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from ...ontology.own_terms import NAMESPACE, W3C, own_terms
from ...ontology.vocabulary import external_terms
from .terms import DOI, RDF_TYPE

_WRITTEN = {
    "rdf": ("type",),
    "rdfs": ("Class", "label", "subClassOf"),
    "skos": ("Concept", "altLabel", "broadMatch", "broader", "closeMatch", "definition", "exactMatch", "prefLabel"),
}
"""Terms of the W3C's basic vocabularies that an export holds."""


def fault(quad: Quad) -> str | None:
    """What is wrong with a statement, in words; None: nothing."""
    subject, predicate, value = quad.subject, quad.predicate, quad.object
    if isinstance(subject, BlankNode) or isinstance(value, BlankNode):
        return "has blank nodes, which Lithograph never writes"
    if predicate.value not in known_terms():
        return f"{predicate} is no predicate that Lithograph writes"
    if not isinstance(subject, NamedNode) or not subject.value.startswith((NAMESPACE, DOI)):
        return f"{subject} is not a node of Lithograph, whose IRIs begin with {NAMESPACE}"
    if predicate == RDF_TYPE and not _is_class(value):
        return f"{value} is no class that Lithograph writes"
    return _object_fault(predicate, value)


def _is_class(value: object) -> bool:
    return isinstance(value, NamedNode) and (
        value.value in known_terms() or value.value.startswith(f"{NAMESPACE}class/")
    )


def _object_fault(predicate: NamedNode, value: object) -> str | None:
    wants_literal = _own_ranges().get(predicate.value)
    if wants_literal is not None and wants_literal != isinstance(value, Literal):
        wanted, found = ("a literal", "a node") if wants_literal else ("a node", "a literal")
        return f"{value} is {found} where {predicate} has {wanted}"
    return None


@cache
def known_terms() -> frozenset[str]:
    """Every class and predicate that an export may hold."""
    basic = {W3C[prefix] + name for prefix, names in _WRITTEN.items() for name in names}
    return frozenset(
        basic | {term.iri for term in own_terms().values()} | {term.iri for term in external_terms().values()}
    )


@cache
def _own_ranges() -> dict[str, bool]:
    """Own predicate to whether its values are literals."""
    return {term.iri: term.is_literal for term in own_terms().values() if term.ranges}
