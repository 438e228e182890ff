"""Shared nodes as triples: materials, classes, properties, failures and publications, all in the default graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from pyoxigraph import NamedNode

from ..rows import NodeRow, RelationRow, Rows
from ..terms import match_of
from .materials import classes, matches
from .terms import RDF_TYPE, Triple, literal, node_iri, own, slot, term, words, year

_MATCHES = {"exact": "skos:exactMatch", "close": "skos:closeMatch", "broader": "skos:broadMatch"}


def shared_triples(rows: Rows) -> Iterator[Triple]:
    """The triples of shared nodes and of the relations between them."""
    for node in rows.nodes:
        here = node_iri(node.id)
        yield here, RDF_TYPE, own(node.label)
        yield from _NODES[node.label](node, here)
    for relation in rows.relations:
        yield from _relation(relation)


def own_properties(node: NodeRow, here: NamedNode, wanted: Iterable[str]) -> Iterator[Triple]:
    """Properties by the predicates that the schema gives them; those without a value are left out."""
    for name in wanted:
        value = node.properties.get(name)
        for item in value if isinstance(value, tuple) else (value,):
            if item is not None:
                yield here, slot(node.label, name), literal(item)


def _name(node: NodeRow) -> str:
    """Its name; where it has none, what its id holds."""
    return str(node.properties.get("name", node.id.partition(":")[2]))


def _material(node: NodeRow, here: NamedNode) -> Iterator[Triple]:
    yield from own_properties(node, here, ("name", "formula", "kind", "family", "material_class"))
    names, own_name = node.properties.get("names"), _name(node)
    yield from matches(node.id, str(node.properties.get("kind")))
    others = [name for name in names if name != own_name] if isinstance(names, tuple) else []
    yield from ((here, term("skos:altLabel"), literal(name)) for name in others)


def _term(node: NodeRow, here: NamedNode) -> Iterator[Triple]:
    """A word of a vocabulary, with the nearest term elsewhere."""
    known = node.properties
    yield here, RDF_TYPE, term("skos:Concept")
    yield here, term("skos:prefLabel"), words(str(known.get("full_name", _name(node))))
    yield from own_properties(node, here, ("name", "canonical_unit"))
    if "definition" in known:
        yield here, term("skos:definition"), words(str(known["definition"]))
    if "iri" in known:
        match = _MATCHES[match_of(node.label, _name(node)) or "close"]
        yield here, term(match), NamedNode(str(known["iri"]))
    if "quantity_kind" in known:
        yield here, term("qudt:hasQuantityKind"), NamedNode(str(known["quantity_kind"]))


def _publication(node: NodeRow, here: NamedNode) -> Iterator[Triple]:
    known = node.properties
    yield here, RDF_TYPE, term("fabio:JournalArticle" if "journal" in known else "fabio:Article")
    taken = ("doi", "title", "authors", "journal", "volume", "issue", "pages", "text", "read", "file")
    yield from own_properties(node, here, taken)
    if isinstance(known.get("year"), int):
        yield here, slot("Publication", "year"), year(int(str(known["year"])))


_NODES: Mapping[str, Callable[[NodeRow, NamedNode], Iterator[Triple]]] = {
    "Material": _material,
    "MaterialClass": _term,
    "Property": _term,
    "FailureMechanism": _term,
    "Publication": _publication,
}


def _relation(relation: RelationRow) -> Iterator[Triple]:
    source, target = node_iri(relation.source), node_iri(relation.target)
    if relation.name == "REFERENCES":
        yield source, term("cito:cites"), target
    elif relation.source_label == "MaterialClass":
        yield source, term("skos:broader"), target
    else:
        yield source, own("belongsTo"), target
        yield from classes(source, relation.target)
