"""Names for linked data: terms that must be registered, and the IRIs of nodes, documents and claims.

IRIs are percent-encoded as RFC 3986, section 2.1 says, from the ids that every store has; so no text of a paper can
make an IRI that is not one, and the id follows from the IRI again.
"""

from __future__ import annotations

from functools import cache, lru_cache
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode

from ...ontology import own_terms
from ...ontology.own_terms import NAMESPACE, W3C
from ...ontology.vocabulary import external

Term = NamedNode | Literal
Triple = tuple[NamedNode, NamedNode, Term]
Statement = tuple[NamedNode, NamedNode, Term, NamedNode | None]
"""A triple with its named graph; None is the default graph."""

DOI = "https://doi.org/"


@cache
def own(name: str) -> NamedNode:
    """A class or predicate of Lithograph's own namespace.

    Raises:
        VocabularyError: there is none of this name.
    """
    return NamedNode(own_terms.own_term(name))


@cache
def term(name: str) -> NamedNode:
    """A term of another vocabulary, such as `qudt:hasUnit` or `rdf:type`.

    Raises:
        VocabularyError: it is not in the verified list.
    """
    prefix, _, local = name.partition(":")
    return NamedNode(W3C[prefix] + local if prefix in W3C else external(name).iri)


@cache
def slot(owner: str, name: str) -> NamedNode:
    """The predicate of a slot of a class of the schemas, such as `Evidence` and `source_start`.

    Raises:
        VocabularyError: there is no such slot.
    """
    return NamedNode(own_terms.predicate(owner, name))


@cache
def record_class(owner: str) -> NamedNode:
    """The class as which a record of the claims schema is written, such as `PropertyClaim`.

    Raises:
        VocabularyError: there is no such class.
    """
    return NamedNode(own_terms.class_term(owner))


@lru_cache(maxsize=4096)
def node_iri(node_id: str) -> NamedNode:
    """The IRI of a node: the DOI's own for a publication that has one, else in our namespace.

    Example:
        >>> node_iri("material:Li1+xAlxTi2-x(PO4)3").value
        'https://w3id.org/lithograph/material/Li1%2BxAlxTi2-x%28PO4%293'
    """
    kind, colon, name = node_id.partition(":")
    if kind == "doi" and name:
        return NamedNode(DOI + _encoded(name, safe="/"))
    return NamedNode(f"{NAMESPACE}{_encoded(kind)}/{_encoded(name)}" if colon else f"{NAMESPACE}id/{_encoded(kind)}")


def node_id(iri: str) -> str:
    """The id of the node with this IRI.

    Raises:
        ValueError: no node has such an IRI.

    Example:
        >>> node_id("https://w3id.org/lithograph/material/Li3N")
        'material:Li3N'
    """
    if iri.startswith(DOI):
        return "doi:" + unquote(iri.removeprefix(DOI))
    kind, slash, name = iri.removeprefix(NAMESPACE).partition("/")
    if not iri.startswith(NAMESPACE) or not slash or "/" in name:
        raise ValueError(f"{iri} is not the IRI of a node")
    return unquote(name) if kind == "id" else f"{unquote(kind)}:{unquote(name)}"


def document_iri(document: str) -> NamedNode:
    """The IRI of a document as it was read, which is not that of the publication."""
    return NamedNode(f"{NAMESPACE}document/{_encoded(document)}")


def software_iri(program: str) -> NamedNode:
    """The IRI of a reader, an engine or a pipeline in its version, such as `rules/1`."""
    return NamedNode(f"{NAMESPACE}software/{_encoded(program)}")


def reading_iri(claim: str, document: str) -> NamedNode:
    """The IRI of what one document says of a claim."""
    return NamedNode(f"{node_iri(claim).value}/in/{_encoded(document)}")


def under(iri: NamedNode, *parts: object) -> NamedNode:
    """An IRI below another one."""
    return NamedNode("/".join((iri.value, *(_encoded(str(part)) for part in parts))))


def literal(value: str | int | float | bool) -> Literal:
    """A literal; a lone surrogate, which no RDF can hold, becomes a replacement character.

    Floats keep Python's shortest spelling, which XML Schema's double (section 3.3.5) reads as the same number.
    """
    if isinstance(value, float):
        return Literal(_double(value), datatype=DOUBLE)
    if isinstance(value, str):
        return Literal(_text(value))
    return Literal(value)


def words(value: str) -> Literal:
    """A text in English."""
    return Literal(_text(value), language="en")


def year(value: int) -> Literal:
    """A year of the calendar, as XML Schema's gYear (section 3.3.11) spells it."""
    return Literal(f"{value:04}", datatype=term("xsd:gYear"))


def _double(value: float) -> str:
    return {"inf": "INF", "-inf": "-INF", "nan": "NaN"}.get(text := repr(value), text)


def _text(value: str) -> str:
    return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _encoded(text: str, safe: str = "") -> str:
    """Percent-encoded, also dots at the end.

    Resolving takes away a segment of dots, and not every parser of Turtle takes an escaped dot at the end of a name.
    """
    encoded = quote(_text(text), safe=safe)
    kept = encoded.rstrip(".")
    return kept + "%2E" * (len(encoded) - len(kept))


RDF_TYPE = term("rdf:type")
DOUBLE = term("xsd:double")
