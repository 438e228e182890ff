"""Evidence as Web Annotations on the document as it was read, and citations in the text.

The target is a range of characters (Web Annotation Data Model, section 4.2.6) with a short quotation beside it (4.2.4);
a pointer to the reference list is C4O's, the citation that it makes CiTO's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pyoxigraph import NamedNode

from ..rows import NodeRow, RelationRow
from .records import describe
from .terms import RDF_TYPE, Triple, document_iri, literal, node_iri, own, software_iri, term, under

QUOTE_LENGTH = 120
"""Characters of a sentence that are quoted at most; the offsets lead to the rest."""

SEPARATOR = " > "
"""Between the headings above a place."""

WRITTEN_APART = frozenset({"document", "sentence", "section"})
"""Slots of a piece of evidence that the annotation holds."""

_LAST_WORD = re.compile(r"\s+\S*\Z")
"""Matches ` wor` at the end of `some wor`, with the space; not `some`, which is one word."""


def quoted(sentence: str) -> str:
    """The beginning of a sentence, cut at a word; a quotation is its own quotation.

    Example:
        >>> quoted("Li3N") == quoted(quoted("Li3N"))
        True
    """
    if len(sentence) <= QUOTE_LENGTH:
        return sentence
    return _LAST_WORD.sub("", sentence[: QUOTE_LENGTH + 1])[:QUOTE_LENGTH]


def evidence_triples(
    node: NodeRow, piece: Mapping[str, Any], cites: Iterable[RelationRow], *, quotes: bool
) -> Iterator[Triple]:
    """One place at which a document states a claim.

    Args:
        node: of the graph.
        piece: the record of which the node was made.
        cites: its relations to works cited.
        quotes: whether the sentence may be quoted.
    """
    here, document = node_iri(node.id), document_iri(piece["document"])
    yield from describe("Evidence", piece, here, without=WRITTEN_APART)
    yield here, own("inPublication"), node_iri(piece["document"])
    yield from _activity(here, document, piece)
    if piece.get("section"):
        yield here, own("section"), literal(_joined(piece["section"]))
    place, position = under(here, "place"), under(here, "position")
    yield here, term("oa:hasTarget"), place
    yield place, RDF_TYPE, term("oa:SpecificResource")
    yield place, term("oa:hasSource"), document
    yield place, term("oa:hasSelector"), position
    yield position, RDF_TYPE, term("oa:TextPositionSelector")
    yield position, term("oa:start"), literal(piece["source_start"])
    yield position, term("oa:end"), literal(piece["source_end"])
    quote = quoted(piece["sentence"]) if quotes else ""
    if quote:
        quotation = under(here, "quotation")
        yield place, term("oa:hasSelector"), quotation
        yield quotation, RDF_TYPE, term("oa:TextQuoteSelector")
        yield quotation, term("oa:exact"), literal(quote)
    for relation in cites:
        yield from _citation(relation, here, document, node_iri(piece["document"]))


def _activity(here: NamedNode, document: NamedNode, piece: Mapping[str, Any]) -> Iterator[Triple]:
    """What found the place: a rule of an engine at work on the document (PROV-O, section 3.1)."""
    engine, rule = piece["engine"], piece["rule"]
    activity, agent = under(document, "extraction", engine, rule), software_iri(engine)
    yield here, term("prov:wasGeneratedBy"), activity
    yield activity, RDF_TYPE, term("prov:Activity")
    yield activity, term("rdfs:label"), literal(rule)
    yield activity, term("prov:used"), document
    yield activity, term("prov:wasAssociatedWith"), agent
    yield agent, RDF_TYPE, term("prov:SoftwareAgent")
    yield agent, term("rdfs:label"), literal(engine)


def _citation(relation: RelationRow, here: NamedNode, document: NamedNode, publication: NamedNode) -> Iterator[Triple]:
    """A work cited at a place: the pointer in the text, the entry that it denotes, and the citation that it makes."""
    number, work = relation.properties["number"], node_iri(relation.target)
    pointer, citation = under(here, "pointer", number), under(here, "citation", number)
    yield here, term("cito:citesAsEvidence"), work
    yield pointer, RDF_TYPE, term("c4o:InTextReferencePointer")
    yield pointer, term("c4o:denotes"), under(document, "reference", number)
    yield pointer, term("c4o:hasContext"), under(here, "place")
    yield citation, RDF_TYPE, term("cito:Citation")
    yield citation, term("cito:hasCitingEntity"), publication
    yield citation, term("cito:hasCitedEntity"), work
    yield citation, term("cito:hasCitationCharacterization"), term("cito:citesAsEvidence")


def _joined(headings: list[str]) -> str:
    """Headings in one text; a separator within a heading loses a space, so that they can be told apart again."""
    return SEPARATOR.join(heading.replace(SEPARATOR, ">") for heading in headings)
