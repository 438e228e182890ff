"""The spaCy pipeline: `blank("en")` with our tokenizer and components, each a registered factory.

Every component notes what it finds twice: as our own mentions (`doc._.lithograph_materials` …, clean offsets), which
the rules read, and as span groups (`doc.spans["materials"]` …), which spaCy's own tools and displaCy read. The names
that a document defines itself travel in `doc.user_data["lithograph_known"]`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from . import tokens  # noqa: F401  (registers the tokenizer)
from .annotations import Ranged, Sentence, within
from .materials import find_materials
from .quantities import find_quantities
from .sentences import find_sentences

VERSION = "6"
"""Version of what the pipeline finds; a change of meaning is a new number, and documents are read again."""

KNOWN = "lithograph_known"
"""Key in `doc.user_data`: the names that the document defines itself."""

_TEXT = "lithograph_text"
"""Key in `doc.user_data`: the text of the doc."""

_NO_START = np.iinfo("uint64").max
"""spaCy's mark (-1) of a token that begins no sentence, as its unsigned arrays hold it."""

FACTORIES = (
    "lithograph_sentences_v1",
    "lithograph_materials_v1",
    "lithograph_quantities_v1",
)
"""The components, in order."""

for _extension in ("lithograph_sentences", "lithograph_materials", "lithograph_quantities"):
    if not Doc.has_extension(_extension):
        Doc.set_extension(_extension, default=())


@cache
def build_pipeline() -> Language:
    """The pipeline, built once a process; needs no model and no network."""
    config: dict[str, Any] = {"nlp": {"tokenizer": {"@tokenizers": "lithograph.tokenizer.v1"}}}
    nlp = spacy.blank("en", config=config)
    for name in FACTORIES:
        nlp.add_pipe(name)
    return nlp


def annotate(texts: Sequence[str], *, known: Sequence[str] = ()) -> Iterator[Doc]:
    """Run the pipeline over clean texts of one document.

    Args:
        texts: clean texts of blocks.
        known: names that the document defines itself, such as abbreviations of materials.
    """
    nlp = build_pipeline()
    own = frozenset(known)  # one for all blocks, as look-ups are kept by it

    def docs() -> Iterator[Doc]:
        for text in texts:
            doc = nlp.make_doc(text)
            doc.user_data[KNOWN] = own
            doc.user_data[_TEXT] = text
            yield doc

    yield from nlp.pipe(docs())


def sentences_of(doc: Doc) -> Iterator[Sentence]:
    """The sentences of an annotated text with what stands in each."""
    ranges = doc._.lithograph_sentences
    views = zip(
        ranges,
        within(doc._.lithograph_materials, ranges),
        within(doc._.lithograph_quantities, ranges),
        strict=True,
    )
    text = _text_of(doc)
    for (start, end), materials, quantities in views:
        yield Sentence(text, start, end, materials, quantities)


@Language.component("lithograph_sentences_v1", assigns=["token.is_sent_start", "doc._.lithograph_sentences"])
def sentences_component(doc: Doc) -> Doc:
    """Set sentence boundaries on the tokens."""
    ranges = find_sentences(_text_of(doc))
    doc._.lithograph_sentences = ranges
    if len(doc):
        marks: Any = np.full(len(doc), _NO_START, dtype="uint64")
        first = np.searchsorted(doc.to_array("IDX"), [start for start, _ in ranges])
        marks[first[first < len(doc)]] = marks[0] = 1
        doc.from_array(["SENT_START"], marks)  # all at once: token by token is ten times as slow
    return doc


@Language.component("lithograph_materials_v1", assigns=["doc.spans", "doc._.lithograph_materials"])
def materials_component(doc: Doc) -> Doc:
    """Find material names."""
    mentions = find_materials(_text_of(doc), doc.user_data.get(KNOWN, ()))
    doc._.lithograph_materials = mentions
    doc.spans["materials"] = _spans(doc, mentions, "MATERIAL")
    return doc


@Language.component("lithograph_quantities_v1", assigns=["doc.spans", "doc._.lithograph_quantities"])
def quantities_component(doc: Doc) -> Doc:
    """Find quantities."""
    mentions = find_quantities(_text_of(doc))
    doc._.lithograph_quantities = mentions
    doc.spans["quantities"] = _spans(doc, mentions, "QUANTITY")
    return doc


def _text_of(doc: Doc) -> str:
    """The text, kept where `annotate` made the doc: spaCy joins it from its tokens each time it is asked."""
    text: str | None = doc.user_data.get(_TEXT)
    return doc.text if text is None else text


def _spans(doc: Doc, mentions: Sequence[Ranged], label: str) -> list[Span]:
    """Token spans that cover the mentions; a token holds a mention only in part where both are one word."""
    offsets = doc.to_array("IDX")
    first = np.searchsorted(offsets, [mention.start for mention in mentions], side="right") - 1
    last = np.searchsorted(offsets, [mention.end for mention in mentions], side="left")
    return [Span(doc, int(start), int(end), label) for start, end in zip(first, last, strict=True)]
