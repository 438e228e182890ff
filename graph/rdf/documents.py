"""Documents as they were read: the file, its reference list, what could not be read, and the reading of it (PROV-O)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pyoxigraph import NamedNode

from ...ontology.model import DocumentClaims
from ..publications import publication_id
from .records import describe
from .terms import RDF_TYPE, Triple, document_iri, literal, node_iri, own, slot, software_iri, term, under

_WRITTEN_APART = frozenset({"references", "claims"})


def document_triples(bundle: DocumentClaims) -> Iterator[Triple]:
    """A document without its claims, which refer to it."""
    here = document_iri(bundle.document)
    record = bundle.model_dump(mode="json", exclude_none=True, exclude={"claims"})
    yield from describe("DocumentClaims", record, here, without=_WRITTEN_APART)
    yield node_iri(bundle.document), term("dcterms:source"), here
    numbers: Counter[int] = Counter()
    for order, reference in enumerate(bundle.references, 1):
        numbers[reference.number] += 1
        again = numbers[reference.number]
        there = under(here, "reference", reference.number, *([again] if again > 1 else []))
        yield here, slot("DocumentClaims", "references"), there
        yield from describe("Reference", record["references"][order - 1], there)
        yield there, own("order"), literal(order)
        yield there, term("biro:references"), node_iri(publication_id(reference))
    yield from _activity(bundle, here)


def _activity(bundle: DocumentClaims, here: NamedNode) -> Iterator[Triple]:
    """The reading of a document: what it used, and the programs that did it."""
    activity = under(here, "extraction")
    yield activity, RDF_TYPE, term("prov:Activity")
    yield activity, term("prov:used"), here
    for program in (bundle.reader, bundle.pipeline):
        agent = software_iri(program)
        yield activity, term("prov:wasAssociatedWith"), agent
        yield agent, RDF_TYPE, term("prov:SoftwareAgent")
        yield agent, term("rdfs:label"), literal(program)
