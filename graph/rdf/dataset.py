"""The description of an export as a VoID dataset, which closes every file, so that a truncated one is seen.

VoID (W3C note of 2011) section 1.6 has the statistics. `void:triples` counts the statements of all graphs, this
description's included.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode

from ...ontology.own_terms import NAMESPACE
from .terms import RDF_TYPE, Triple, document_iri, literal, node_iri, own, term, under

VERSION = "1"
"""Of the shape of the linked data; `load` takes files of this version."""


COUNTED = ("Claim", "Evidence", "Material", "Measurement", "Publication")
"""Own classes whose nodes are counted."""

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Of the claims. Quotations stay under the licence of the paper that they are from."""


def dataset_triples(
    documents: Iterable[tuple[str, str]], counts: Mapping[str, int], statements: int
) -> Iterator[Triple]:
    """The description.

    Args:
        documents: id and content hash of each, sorted.
        counts: nodes of each own class of `COUNTED`.
        statements: how many there are before it.
    """
    triples = list(_about(list(documents), counts))
    here = triples[0][0]
    yield from triples
    yield here, term("void:triples"), literal(statements + len(triples) + 1)


def _about(documents: list[tuple[str, str]], counts: Mapping[str, int]) -> Iterator[Triple]:
    text = "\x1f".join(part for document in documents for part in document)
    here = NamedNode(f"{NAMESPACE}dataset/{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:32]}")
    yield here, RDF_TYPE, term("void:Dataset")
    yield here, term("dcterms:title"), literal("Claims about solid-state batteries, read by Lithograph")
    yield here, term("dcterms:hasVersion"), literal(VERSION)
    yield here, term("dcterms:license"), NamedNode(LICENCE)
    yield here, term("void:uriSpace"), literal(NAMESPACE)
    for name, count in counts.items():
        part = under(here, name)
        yield here, term("void:classPartition"), part
        yield part, term("void:class"), own(name)
        yield part, term("void:entities"), literal(count)
    for document, _ in documents:
        yield here, term("dcterms:source"), node_iri(document)
        yield document_iri(document), term("void:inDataset"), here
