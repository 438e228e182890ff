"""A claim as a nanopublication: what it says, where it is from, and what is known of the claim itself, each in a graph.

The four graphs are those of the Nanopublication Guidelines (section "Structure"): the head names the other three. The
assertion holds what the claim says of the world, and nothing for one that is denied, except that a denied value keeps
its measurement, marked as such. The provenance holds what each document says, in its own words (a *reading*), with its
evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pyoxigraph import NamedNode

from ...ontology.own_terms import predicate_of_relation
from ..claim_rows import claim_rows
from ..evidence_rows import piece_rows
from ..rows import NodeRow, RelationRow
from .evidence import evidence_triples
from .measurements import measurement_triples
from .nodes import own_properties
from .records import describe
from .terms import (
    RDF_TYPE,
    Statement,
    Triple,
    document_iri,
    node_iri,
    own,
    reading_iri,
    record_class,
    slot,
    term,
    under,
)

Json = dict[str, Any]

_CLASSES = {
    "property": "PropertyClaim",
    "alias": "AliasClaim",
    "decomposition": "DecompositionClaim",
    "interphase": "InterphaseClaim",
    "strategy": "StrategyClaim",
    "limitation": "LimitationClaim",
    "causes": "CausesClaim",
}
"""Kind of claim to the class of its record."""

RECORD_CLASSES = {record_class(owner).value: owner for owner in _CLASSES.values()}
"""Class of a reading to the class of its record."""

_RECORDED_APART = frozenset({"id", "evidence", "measurements"})


@dataclass(frozen=True, slots=True)
class Contributed:
    """All that the documents contribute to one claim.

    Args:
        claim: its id.
        stated: the claim as each document has it, sorted.
        evidence: of each document, sorted by document.
    """

    claim: str
    stated: list[Json]
    evidence: list[Json]


def nanopublication(contributed: Contributed, *, quotes: bool) -> Iterator[Statement]:
    """The statements of one claim, graph by graph.

    Args:
        contributed: by the documents.
        quotes: whether sentences may be quoted.
    """
    here = node_iri(contributed.claim)
    head, assertion, provenance, info = (
        under(here, name) for name in ("head", "assertion", "provenance", "publication-info")
    )
    parts = (("hasAssertion", assertion), ("hasProvenance", provenance), ("hasPublicationInfo", info))
    yield here, RDF_TYPE, term("np:Nanopublication"), head
    yield from ((here, term(f"np:{name}"), graph, head) for name, graph in parts)
    rows = claim_rows(contributed.claim, contributed.stated)
    (claim, *belonging), relations = rows.nodes, rows.relations
    yield from _in_graph(assertion, _assertion(belonging, relations))
    yield from _in_graph(provenance, _provenance(here, contributed, quotes=quotes))
    extractions = sorted(under(document_iri(stated["document"]), "extraction").value for stated in contributed.stated)
    made = ((here, term("prov:wasGeneratedBy"), NamedNode(extraction)) for extraction in extractions)
    yield from _in_graph(info, chain(_publication_info(here, claim, relations), made))


def _in_graph(graph: NamedNode, triples: Iterable[Triple]) -> Iterator[Statement]:
    """The triples of a named graph, those of one subject together, each once."""
    by_subject: dict[NamedNode, dict[Triple, None]] = {}
    for triple in triples:
        by_subject.setdefault(triple[0], {})[triple] = None
    for group in by_subject.values():
        yield from ((*triple, graph) for triple in group)


def _assertion(belonging: list[NodeRow], relations: tuple[RelationRow, ...]) -> Iterator[Triple]:
    for node in belonging:
        if node.label == "Measurement":
            yield from measurement_triples(node)
        else:
            here = node_iri(node.id)
            yield here, RDF_TYPE, own(node.label)
            yield from own_properties(node, here, node.properties)
    for relation in relations:
        if relation.name != "STATES":
            yield node_iri(relation.source), own(predicate_of_relation(relation.name)), node_iri(relation.target)


def _publication_info(here: NamedNode, claim: NodeRow, relations: tuple[RelationRow, ...]) -> Iterator[Triple]:
    yield here, RDF_TYPE, own("Claim")
    yield from own_properties(claim, here, claim.properties)
    for relation in relations:
        if relation.name == "STATES":
            yield here, own("states"), node_iri(relation.target)


def _provenance(here: NamedNode, contributed: Contributed, *, quotes: bool) -> Iterator[Triple]:
    evidence = {data["evidence"][0]["document"]: data for data in contributed.evidence}
    for stated in sorted(contributed.stated, key=lambda data: str(data["document"])):
        document, name = document_iri(stated["document"]), stated["document"]
        reading = reading_iri(contributed.claim, name)
        yield here, own("hasReading"), reading
        yield here, term("prov:wasDerivedFrom"), node_iri(name)
        yield from _reading(reading, document, stated)
        for piece, rows in piece_rows(evidence[name]):
            (node,) = rows.nodes
            cites = [relation for relation in rows.relations if relation.name == "CITES"]
            yield here, own("evidencedBy"), node_iri(node.id)
            yield from ((here, term("prov:hadPrimarySource"), node_iri(work.target)) for work in cites)
            yield reading, own("evidencedBy"), node_iri(node.id)
            yield node_iri(node.id), term("oa:hasBody"), here
            yield from evidence_triples(node, piece, cites, quotes=quotes)


def _reading(reading: NamedNode, document: NamedNode, stated: Json) -> Iterator[Triple]:
    """What one document says of a claim."""
    owner = _CLASSES[stated["claim"]["kind"]]
    claim = {**stated["claim"], "confidence": stated["confidence"]}
    yield from describe(owner, claim, reading, without=_RECORDED_APART)
    yield reading, own("document"), document
    yield reading, term("prov:wasDerivedFrom"), document
    yield reading, term("prov:wasGeneratedBy"), under(document, "extraction")
    if owner == "StrategyClaim":
        for found in sorted(stated.get("measurements", ())):
            yield reading, slot(owner, "measurements"), node_iri(found)
