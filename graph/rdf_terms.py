"""Names for linked data: namespaces, IRIs of nodes, and terms that must be in the verified list."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote

from rdflib import Graph, URIRef
from rdflib.namespace import NamespaceManager

from ..ontology import own_terms
from ..ontology.own_terms import NAMESPACE, prefixes
from ..ontology.vocabulary import external


def own(name: str) -> URIRef:
    """A term of Lithograph's own namespace."""
    return URIRef(NAMESPACE + name)


@cache
def term(name: str) -> URIRef:
    """A term of another vocabulary, such as `qudt:hasUnit`.

    Raises:
        VocabularyError: it is not in the verified list.
    """
    return URIRef(external(name).iri)


def superclass(label: str) -> URIRef | None:
    """The class of another vocabulary than which a label of the graph is narrower."""
    wider = own_terms.own_terms()[label].mappings.get("broader")
    return URIRef(wider[0]) if wider else None


def node_iri(node_id: str) -> URIRef:
    """The IRI of a node: the DOI's own for a publication that has one, else in our namespace.

    Example:
        >>> node_iri("material:Li1+xAlxTi2-x(PO4)3")
        rdflib.term.URIRef('https://w3id.org/lithograph/material/Li1%2BxAlxTi2-x%28PO4%293')
    """
    kind, _, name = node_id.partition(":")
    if kind == "doi":
        return URIRef("https://doi.org/" + quote(name, safe="/"))
    return own(f"{quote(kind, safe='')}/{quote(name, safe='')}" if name else f"material/{quote(kind, safe='')}")


@cache
def names() -> NamespaceManager:
    """The prefixes of the export."""
    manager = NamespaceManager(Graph(bind_namespaces="none"), bind_namespaces="none")
    for prefix, iri in prefixes().items():
        manager.bind(prefix, iri)
    return manager
