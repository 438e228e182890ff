"""Names for linked data: namespaces, IRIs of nodes, and terms that must be in the verified list."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

import yaml
from rdflib import RDF, RDFS, SKOS, XSD, Graph, URIRef
from rdflib.namespace import NamespaceManager

from ..errors import VocabularyError

_FILE = "linked_data.yaml"


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.safe_load(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    return data


def own(name: str) -> URIRef:
    """A term of Lithograph's own namespace."""
    return URIRef(_data()["own"] + name)


@cache
def term(name: str) -> URIRef:
    """A term of another vocabulary, such as `qudt:hasUnit`.

    Raises:
        VocabularyError: it is not in the verified list.
    """
    prefix, _, local = name.partition(":")
    if local not in _data()["terms"].get(prefix, ()):
        raise VocabularyError(_FILE, name, "not in the list of verified terms")
    return URIRef(_data()["namespaces"][prefix] + local)


def superclass(label: str) -> URIRef | None:
    """The class of another vocabulary than which a label of the graph is narrower."""
    iri = _data()["superclasses"].get(label)
    return URIRef(iri) if iri else None


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


def prefixes() -> dict[str, str]:
    """Prefix to namespace, sorted."""
    w3c = {"rdf": str(RDF), "rdfs": str(RDFS), "skos": str(SKOS), "xsd": str(XSD)}
    return dict(sorted({**_data()["namespaces"], **w3c, "lithograph": _data()["own"]}.items()))
