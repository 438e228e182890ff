"""The description of an export as a VoID dataset, which closes every file, so that a truncated one is seen.

VoID (W3C note of 2011) section 1.6 has the statistics. `void:triples` counts the statements of all graphs, this
description's included.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from ...ontology.own_terms import NAMESPACE
from .terms import RDF_TYPE, Triple, document_iri, literal, node_iri, term

VERSION = "1"
"""Of the shape of the linked data; `load` takes files of this version."""


def dataset_triples(documents: Iterable[tuple[str, str]], statements: int) -> Iterator[Triple]:
    """The description.

    Args:
        documents: id and content hash of each, sorted.
        statements: how many there are before it.
    """
    known = list(documents)
    triples = list(_about(known))
    here = triples[0][0]
    yield from triples
    yield here, term("void:triples"), literal(statements + len(triples) + 1)


def _about(documents: list[tuple[str, str]]) -> Iterator[Triple]:
    text = "\x1f".join(part for document in documents for part in document)
    here = NamedNode(f"{NAMESPACE}dataset/{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:32]}")
    yield here, RDF_TYPE, term("void:Dataset")
    yield here, term("dcterms:title"), literal("Claims about solid-state batteries, read by Lithograph")
    yield here, term("dcterms:hasVersion"), literal(VERSION)
    yield here, term("void:uriSpace"), literal(NAMESPACE)
    for document, _ in documents:
        yield here, term("dcterms:source"), node_iri(document)
        yield document_iri(document), term("void:inDataset"), here
