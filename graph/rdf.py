"""The graph as linked data: Turtle, written unit by unit in the order of their keys.

Every resource has an IRI, there are no blank nodes, and terms are written by rdflib; so the same graph gives the same
bytes, and memory stays flat. Values are QUDT quantity values with a unit IRI where QUDT or EMMO has the unit;
evidence is a Web Annotation whose target is a range of the file as read; works cited are CiTO and PROV sources. What
no vocabulary has is in Lithograph's own namespace under the names of the property graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TextIO

from rdflib import RDF, RDFS, SKOS, XSD, Literal, URIRef
from rdflib.term import Node

from ..errors import UnitError
from ..ontology.own_terms import prefixes
from ..ontology.units import parse_unit
from .ledger import Ledger
from .rdf_terms import names, node_iri, own, superclass, term
from .rows import NodeRow, RelationRow, Rows, Value
from .schema import graph_schema
from .terms import match_of

Triple = tuple[URIRef, URIRef, Node]

QUOTE_LENGTH = 120
"""Characters of a sentence that the export quotes at most; the offsets lead to the rest."""

_MATCHES = {"exact": SKOS.exactMatch, "close": SKOS.closeMatch, "broader": SKOS.broadMatch}
_BOUNDS = {">": "schema:minValue", ">=": "schema:minValue", "<": "schema:maxValue", "<=": "schema:maxValue"}


def write_turtle(ledger: Ledger, target: TextIO) -> None:
    """Write the graph of a ledger as Turtle."""
    target.writelines(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes().items())
    _write_block(_schema_triples(), target)
    for _, rows in ledger.iter_units():
        _write_block(unit_triples(rows), target)


def unit_triples(rows: Rows) -> Iterator[Triple]:
    """The triples of some nodes and relations."""
    for node in rows.nodes:
        yield node_iri(node.id), RDF.type, own(node.label)
        yield from _NODES.get(node.label, _plain_node)(node)
    for relation in rows.relations:
        yield from _relation_triples(relation)


def _write_block(triples: Iterable[Triple], target: TextIO) -> None:
    """Write triples, grouped and sorted by subject and predicate."""
    written = sorted({(s.n3(names()), _predicate(p), _object(o)) for s, p, o in triples})
    for subject, group in groupby(written, key=lambda triple: triple[0]):
        parts = [f"{predicate} {value}" for _, predicate, value in group]
        target.write(f"\n{subject} " + " ;\n    ".join(parts) + " .\n")


def _predicate(predicate: URIRef) -> str:
    return "a" if predicate == RDF.type else predicate.n3(names())


def _object(value: Node) -> str:
    return str(value.n3(names()))


def _schema_triples() -> Iterator[Triple]:
    for label in graph_schema().nodes:
        broader = superclass(label)
        yield own(label), RDF.type, RDFS.Class
        if broader is not None:
            yield own(label), RDFS.subClassOf, broader


def _plain_node(node: NodeRow) -> Iterator[Triple]:
    """Every property under its own name."""
    yield from _own_properties(node, node.properties)


def _own_properties(node: NodeRow, wanted: Iterable[str]) -> Iterator[Triple]:
    for name in wanted:
        value = node.properties.get(name)
        if value is not None and not isinstance(value, tuple):
            yield node_iri(node.id), own(name), _literal(value)


def _literal(value: Value) -> Literal:
    return Literal(repr(value), datatype=XSD.double) if isinstance(value, float) else Literal(value)


def _material(node: NodeRow) -> Iterator[Triple]:
    here = node_iri(node.id)
    yield here, RDFS.label, Literal(node.properties["name"])
    yield from (
        (here, SKOS.altLabel, Literal(name)) for name in _list(node, "names") if name != node.properties["name"]
    )
    yield from _own_properties(node, ("formula", "kind"))


def _term(node: NodeRow) -> Iterator[Triple]:
    """A word of a vocabulary, with the nearest term elsewhere."""
    here, known = node_iri(node.id), node.properties
    yield here, RDF.type, SKOS.Concept
    yield here, SKOS.prefLabel, Literal(known.get("full_name", known["name"]), lang="en")
    if "definition" in known:
        yield here, SKOS.definition, Literal(known["definition"], lang="en")
    if "iri" in known:
        match = _MATCHES[match_of(node.label, str(known["name"])) or "close"]
        yield here, match, URIRef(str(known["iri"]))
    if "quantity_kind" in known:
        yield here, term("qudt:hasQuantityKind"), URIRef(str(known["quantity_kind"]))


def _publication(node: NodeRow) -> Iterator[Triple]:
    here, known = node_iri(node.id), node.properties
    yield here, RDF.type, term("fabio:JournalArticle" if "journal" in known else "fabio:Article")
    as_text = {
        "title": "dcterms:title",
        "doi": "prism:doi",
        "volume": "bibo:volume",
        "text": "dcterms:bibliographicCitation",
    }
    yield from ((here, term(as_text[name]), Literal(known[name])) for name in as_text if name in known)
    if "year" in known:
        yield here, term("fabio:hasPublicationYear"), Literal(f"{known['year']:04}", datatype=XSD.gYear)
    yield from ((here, own("author"), Literal(author)) for author in _list(node, "authors"))
    yield from _own_properties(node, ("journal", "issue", "pages", "read", "file"))


def _measurement(node: NodeRow) -> Iterator[Triple]:
    here, known = node_iri(node.id), node.properties
    yield here, RDFS.label, Literal(known["text"])
    described = ("low", "high", "unit", "si_low", "si_high", "si_unit", "text")
    yield from _own_properties(node, (name for name in known if name not in described))
    yield from _quantity_value(here, "written", known, ("low", "high", "unit"))
    if "si_low" in known and "si_unit" in known:
        yield from _quantity_value(here, "si", known, ("si_low", "si_high", "si_unit"))


def _quantity_value(
    measurement: URIRef, form: str, known: Mapping[str, Value], fields: tuple[str, str, str]
) -> Iterator[Triple]:
    """One form of the value; a bound is only a least or greatest value, a range both."""
    here = URIRef(f"{measurement}/{form}")
    low, high, unit = (known.get(field) for field in fields)
    yield measurement, term("qudt:quantityValue"), here
    yield here, RDF.type, term("qudt:QuantityValue")
    if high is not None:
        yield here, term("schema:minValue"), _literal(low)
        yield here, term("schema:maxValue"), _literal(high)
    else:
        yield here, term(_BOUNDS.get(str(known["qualifier"]), "qudt:numericValue")), _literal(low)
    if unit:
        yield here, term("schema:unitText"), Literal(unit)
        iri = _unit_iri(str(unit))
        if iri is not None:
            yield here, term("qudt:hasUnit"), iri


def _unit_iri(text: str) -> URIRef | None:
    try:
        unit = parse_unit(text)
    except UnitError:
        return None
    iri = unit.iri or unit.emmo_iri
    return URIRef(iri) if iri else None


def _claim(node: NodeRow) -> Iterator[Triple]:
    yield node_iri(node.id), RDFS.label, Literal(node.properties["statement"])
    yield from _own_properties(node, (name for name in node.properties if name != "statement"))


def _evidence(node: NodeRow) -> Iterator[Triple]:
    here, known = node_iri(node.id), node.properties
    place, position, quotation = (URIRef(f"{here}/{part}") for part in ("place", "position", "quotation"))
    yield here, term("oa:hasTarget"), place
    yield place, RDF.type, term("oa:SpecificResource")
    yield place, term("oa:hasSource"), node_iri(str(known["document"]))
    yield place, term("oa:hasSelector"), position
    yield place, term("oa:hasSelector"), quotation
    yield position, RDF.type, term("oa:TextPositionSelector")
    yield position, term("oa:start"), Literal(known["source_start"])
    yield position, term("oa:end"), Literal(known["source_end"])
    yield quotation, RDF.type, term("oa:TextQuoteSelector")
    yield quotation, term("oa:exact"), Literal(str(known["sentence"])[:QUOTE_LENGTH])
    yield from _own_properties(
        node, ("section", "line", "value_start", "value_end", "engine", "rule", "confidence", "hedged")
    )


_NODES: Mapping[str, Callable[[NodeRow], Iterator[Triple]]] = {
    "Material": _material,
    "MaterialClass": _term,
    "Property": _term,
    "FailureMechanism": _term,
    "Publication": _publication,
    "Measurement": _measurement,
    "Claim": _claim,
    "Evidence": _evidence,
}


def _relation_triples(relation: RelationRow) -> Iterator[Triple]:
    source, target = node_iri(relation.source), node_iri(relation.target)
    if relation.name == "EVIDENCED_BY":
        yield target, term("oa:hasBody"), source
    elif relation.name == "CITES":
        yield source, term("cito:citesAsEvidence"), target
        yield node_iri(str(relation.properties["claim"])), term("prov:hadPrimarySource"), target
    elif relation.name == "IN":
        yield node_iri(str(relation.properties["claim"])), term("prov:wasDerivedFrom"), target
    elif relation.name == "REFERENCES":
        yield source, term("cito:cites"), target
    elif relation.name == "BELONGS_TO" and relation.source_label == "MaterialClass":
        yield source, SKOS.broader, target
    else:
        yield source, own(_camel(relation.name)), target


def _camel(name: str) -> str:
    """`HAS_MEASUREMENT` as `hasMeasurement`."""
    first, *rest = name.lower().split("_")
    return first + "".join(part.capitalize() for part in rest)


def _list(node: NodeRow, name: str) -> tuple[str, ...]:
    value = node.properties.get(name)
    return value if isinstance(value, tuple) else ()
