"""The whole graph of a library as statements, in one order for the same documents; memory stays flat."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import NamedNode

from ...ontology.model import DocumentClaims
from ...ontology.own_terms import own_terms
from ..ledger import Ledger
from ..merging import merge
from .dataset import COUNTED, dataset_triples
from .documents import document_triples
from .measurements import unit_triples
from .nanopublications import Contributed, nanopublication
from .nodes import shared_triples
from .profile_schema_org import schema_org_dataset, schema_org_triples
from .terms import RDF_TYPE, Statement, Triple, literal, own, term

_LAST = "\U0010ffff"
_SHARED = (("", "claim:"), ("claim;", "evidence:"), ("evidence;", _LAST))
"""Ranges of keys that are neither claims nor evidence; `;` follows `:`."""


FULL, SCHEMA_ORG = "full", "schema.org"
PROFILES = (FULL, SCHEMA_ORG)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the graph is written.

    Args:
        quotes: whether sentences are quoted.
        profile: `full`, or `schema.org` for its words alone.
    """

    quotes: bool = True
    profile: str = FULL


EVERYTHING = Wanted()


def statements(ledger: Ledger, documents: Iterable[DocumentClaims], wanted: Wanted = EVERYTHING) -> Iterator[Statement]:
    """Every statement of a library.

    Args:
        ledger: of the library.
        documents: its documents sorted by id; their claims are not looked at, the ledger has them.
        wanted: what is written.
    """
    if wanted.profile == SCHEMA_ORG:
        yield from _schema_org(ledger, documents)
        return
    counts: Counter[str] = Counter()
    known: list[tuple[str, str]] = []
    count = 0
    for statement in chain(_shared(ledger), _claims(ledger, wanted), _documents(documents, known)):
        count += 1
        if statement[1] == RDF_TYPE:
            counts[statement[2].value] += 1
        yield statement
    yield from _default(dataset_triples(known, {name: counts[own(name).value] for name in COUNTED}, count))


def _schema_org(ledger: Ledger, documents: Iterable[DocumentClaims]) -> Iterator[Statement]:
    for _, rows in ledger.iter_units():
        yield from _default(schema_org_triples(rows))
    yield from _default(schema_org_dataset([bundle.document for bundle in documents]))


def _shared(ledger: Ledger) -> Iterator[Statement]:
    yield from _default(_own_classes())
    yield from _default(unit_triples())
    for start, end in _SHARED:
        for key, data in ledger.iter_contributed(start, end):
            yield from _default(shared_triples(merge(key, data)))


def _claims(ledger: Ledger, wanted: Wanted) -> Iterator[Statement]:
    for contributed in contributions_of_claims(ledger):
        yield from nanopublication(contributed, quotes=wanted.quotes)


def _documents(documents: Iterable[DocumentClaims], known: list[tuple[str, str]]) -> Iterator[Statement]:
    for bundle in documents:
        known.append((bundle.document, bundle.content_hash))
        yield from _default(document_triples(bundle))


def contributions_of_claims(ledger: Ledger) -> Iterator[Contributed]:
    """Claim by claim what the documents contribute: claims and evidence are both sorted by the claim's hash."""
    evidence = ledger.iter_contributed("evidence:", "evidence;")
    waiting = next(evidence, None)
    for key, data in ledger.iter_contributed("claim:", "claim;"):
        prefix = f"evidence:{key.partition(':')[2]}@"
        found: list[str] = []
        while waiting is not None and waiting[0].startswith(prefix):
            found += waiting[1]
            waiting = next(evidence, None)
        yield Contributed(key, [json.loads(text) for text in sorted(set(data))], [json.loads(text) for text in found])


def _default(triples: Iterable[Triple]) -> Iterator[Statement]:
    yield from ((*triple, None) for triple in dict.fromkeys(triples))


def _own_classes() -> Iterator[Triple]:
    """Own classes with what they are narrower than, so that no reasoner is needed to find them by others' classes."""
    for name in sorted(own_terms()):
        known = own_terms()[name]
        if known.ranges:
            continue
        yield own(name), RDF_TYPE, term("rdfs:Class")
        yield own(name), term("rdfs:label"), literal(known.label)
        wider = [own(known.parent)] if known.parent else [NamedNode(iri) for iri in known.mappings.get("broader", ())]
        yield from ((own(name), term("rdfs:subClassOf"), iri) for iri in wider)
