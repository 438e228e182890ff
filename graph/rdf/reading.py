"""Linked data back into the claims of which it was made.

A file is read once, statement by statement, and refused at the first that Lithograph would not have written; what is
fine goes into a store on disk, so that memory does not grow with the file, and the documents are put together from it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pyoxigraph import Literal, NamedNode, Quad, Store, parse

from ...errors import DocumentParseError, UnsupportedFormatError
from ...ontology import model
from ...ontology.claims import AnyClaim, arguments_of, claim_id
from ...ontology.model import DocumentClaims
from .checking import fault
from .dataset import VERSION
from .evidence import SEPARATOR, WRITTEN_APART
from .nanopublications import RECORD_CLASSES
from .records import Facts, rebuild
from .terms import RDF_TYPE, Term, document_iri, node_id, own, record_class, term
from .writing import SUFFIXES, LinkedData, rdf_format


@contextmanager
def loaded(path: Path) -> Iterator[Iterator[DocumentClaims]]:
    """The documents of an export, sorted by id, each checked before it is given.

    Raises:
        UnsupportedFormatError: the name ends like no format of linked data.
        DocumentParseError: it is no export of Lithograph, is truncated, or was changed.
    """
    form = SUFFIXES.get(path.suffix.lower())
    if form is None:
        raise UnsupportedFormatError(path, f"is no linked data by its name; {', '.join(SUFFIXES)} can be loaded")
    with tempfile.TemporaryDirectory(prefix="lithograph-load-") as folder:
        store = Store(folder)
        store.bulk_extend(_checked(path, form))
        yield _Reader(path, store).documents()


def _checked(path: Path, form: LinkedData) -> Iterator[Quad]:
    """The statements of a file that was written whole."""
    count, claimed, version = 0, None, None
    for quad in _parsed(path, form):
        wrong = fault(quad)
        if wrong:
            raise DocumentParseError(path, None, f"is not an export of Lithograph: {wrong}")
        count += 1
        if quad.predicate == _TRIPLES:
            claimed = int(quad.object.value) if isinstance(quad.object, Literal) else None
        elif quad.predicate == _VERSION:
            version = quad.object
        yield Quad(quad.subject, quad.predicate, quad.object)
    if claimed is None or claimed != count:
        said = "does not end with its description" if claimed is None else f"has {count} statements of {claimed}"
        raise DocumentParseError(path, None, f"is not a whole export of Lithograph: it {said}")
    if version != Literal(VERSION):
        raise DocumentParseError(path, None, f"has the shape of version {version}, this Lithograph loads {VERSION}")


def _parsed(path: Path, form: LinkedData) -> Iterator[Quad]:
    try:
        yield from parse(path=path, format=rdf_format(form))
    except SyntaxError as error:
        reason = "".join(char if char.isprintable() else "?" for char in " ".join(str(error.msg).split()))
        raise DocumentParseError(path, error.lineno, f"is not {form.value}, or is truncated: {reason}") from error
    except MemoryError as error:  # the parser's own limit of 16 MiB for one piece of text
        raise DocumentParseError(path, None, "is not an export of Lithograph: a piece of it has no end") from error
    except OSError as error:
        raise DocumentParseError(path, None, f"cannot be read: {error.strerror or error}") from error


class _Reader:
    """Documents from statements.

    Args:
        path: of the file, for errors.
        store: that holds the statements.
    """

    def __init__(self, path: Path, store: Store) -> None:
        self._path = path
        self._store = store

    def documents(self) -> Iterator[DocumentClaims]:
        """Every document, sorted by id."""
        found = self._subjects(RDF_TYPE, record_class("DocumentClaims"))
        for name, here in sorted((self._id(here), here.value) for here in found):
            if document_iri(name).value != here:
                raise self._refused(here, f"its id {name!r} makes another IRI")
            yield self._document(document_iri(name), name)

    def _document(self, here: NamedNode, document: str) -> DocumentClaims:
        try:
            record = rebuild("DocumentClaims", here, self._facts, without=frozenset({"claims"}))
            claims = [self._claim(reading, document) for reading in self._subjects(own("document"), here)]
            record["claims"] = sorted(claims, key=_reading_order)
            return DocumentClaims.model_validate(record)
        except (TypeError, ValueError, KeyError, IndexError) as error:
            raise self._refused(here.value, _reason(error)) from error

    def _claim(self, reading: NamedNode, document: str) -> AnyClaim:
        claim = node_id(reading.value.split("/in/")[0])
        owner = next(RECORD_CLASSES[item.value] for item in self._facts(reading)[RDF_TYPE.value])
        record = rebuild(owner, reading, self._facts, without=frozenset({"evidence"}))
        record["id"] = claim
        record["evidence"] = sorted(
            (self._evidence(place, document) for place in self._facts(reading)[own("evidencedBy").value]),
            key=lambda piece: (piece["source_start"], piece.get("value_start") or 0, piece["rule"]),
        )
        built: AnyClaim = getattr(model, owner).model_validate(record)
        if claim_id(built.kind, arguments_of(built)) != claim:
            raise ValueError(f"{claim} was changed: its arguments make another id")
        return built

    def _evidence(self, place: Term, document: str) -> dict[str, Any]:
        here = NamedNode(place.value)
        record = rebuild("Evidence", here, self._facts, without=WRITTEN_APART)
        section = self._facts(here).get(own("section").value)
        if section:
            record["section"] = section[0].value.split(SEPARATOR)
        return record | {"document": document, "sentence": self._quotation(here)}

    def _quotation(self, here: NamedNode) -> str:
        quotation = NamedNode(f"{here.value}/quotation")
        return next((item.value for item in self._facts(quotation).get(term("oa:exact").value, ())), "")

    def _facts(self, here: NamedNode) -> Facts:
        facts: dict[str, list[Term]] = {}
        for quad in self._store.quads_for_pattern(here, None, None, None):
            if isinstance(quad.object, NamedNode | Literal):
                facts.setdefault(quad.predicate.value, []).append(quad.object)
        return facts

    def _subjects(self, predicate: NamedNode, value: NamedNode) -> list[NamedNode]:
        found = self._store.quads_for_pattern(None, predicate, value, None)
        return [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]

    def _id(self, here: NamedNode) -> str:
        for item in self._facts(here).get(own("documentId").value, ()):
            return item.value
        raise self._refused(here.value, "it has no id of a document")

    def _refused(self, iri: str, reason: str) -> DocumentParseError:
        return DocumentParseError(self._path, None, f"is not an export of Lithograph: {iri}: {reason}")


def _reading_order(claim: AnyClaim) -> tuple[int, int, str]:
    """As `merge_claims` has it."""
    first = claim.evidence[0]
    return first.source_start, first.value_start or 0, claim.id


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


_TRIPLES = term("void:triples")
_VERSION = term("dcterms:hasVersion")
