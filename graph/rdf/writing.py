"""Statements as a file in one of the W3C's formats, written as they come: by pyoxigraph, and JSON-LD by `jsonld`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import IO

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from ...ontology.own_terms import prefixes
from .jsonld import write_compact, write_framed
from .terms import Statement


class LinkedData(StrEnum):
    """Formats of linked data; those with named graphs first."""

    TRIG = "trig"
    NQUADS = "nquads"
    JSONLD = "jsonld"
    FRAMED = "jsonld-framed"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"


_FORMATS = {
    LinkedData.TRIG: RdfFormat.TRIG,
    LinkedData.NQUADS: RdfFormat.N_QUADS,
    LinkedData.JSONLD: RdfFormat.JSON_LD,
    LinkedData.FRAMED: RdfFormat.JSON_LD,
    LinkedData.TURTLE: RdfFormat.TURTLE,
    LinkedData.NTRIPLES: RdfFormat.N_TRIPLES,
}
_JSON = {LinkedData.JSONLD: write_compact, LinkedData.FRAMED: write_framed}
SUFFIXES = {
    ".trig": LinkedData.TRIG,
    ".nq": LinkedData.NQUADS,
    ".jsonld": LinkedData.JSONLD,
    ".ttl": LinkedData.TURTLE,
    ".nt": LinkedData.NTRIPLES,
}
"""How the name of a file ends to its format."""


def rdf_format(form: LinkedData) -> RdfFormat:
    """The format as pyoxigraph knows it."""
    return _FORMATS[form]


def quads(statements: Iterable[Statement]) -> Iterator[Quad]:
    """Statements as pyoxigraph's quads, for a store."""
    return (Quad(*statement) for statement in statements)


def write_statements(statements: Iterable[Statement], form: LinkedData, target: IO[bytes]) -> None:
    """Write statements; a format without named graphs gets their triples."""
    if form in _JSON:
        _JSON[form](statements, target)
        return
    known = _FORMATS[form]
    items: Iterable[Quad] | Iterable[Triple] = quads(statements)
    if not known.supports_datasets:
        items = (Triple(*statement[:3]) for statement in statements)
    serialize(items, target, known, prefixes=dict(prefixes()))
