"""What the pipeline finds, for those who work with spaCy: `blank("en")` with our tokenizer and components.

Our own rules read none of it (decision 0018). Every component notes what it finds twice: as our own mentions
(`doc._.lithograph_materials` …, clean offsets), and as span groups (`doc.spans["materials"]` …), which spaCy's own
tools and displaCy read. The names that a document defines itself travel in `doc.user_data["lithograph_known"]`.
Importing this module registers the factories, for a pipeline of one's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from . import tokens  # noqa: F401  (registers the tokenizer)
from .annotations import Ranged
from .materials import find_materials
from .quantities import find_quantities
from .sentences import find_sentences

KNOWN = "lithograph_known"
"""Key in `doc.user_data`: the names that the document defines itself."""

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


@Language.component("lithograph_sentences_v1", assigns=["token.is_sent_start", "doc._.lithograph_sentences"])
def sentences_component(doc: Doc) -> Doc:
    """Set sentence boundaries on the tokens."""
    ranges = find_sentences(doc.text)
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
    mentions = find_materials(doc.text, doc.user_data.get(KNOWN, ()))
    doc._.lithograph_materials = mentions
    doc.spans["materials"] = _spans(doc, mentions, "MATERIAL")
    return doc


@Language.component("lithograph_quantities_v1", assigns=["doc.spans", "doc._.lithograph_quantities"])
def quantities_component(doc: Doc) -> Doc:
    """Find quantities."""
    mentions = find_quantities(doc.text)
    doc._.lithograph_quantities = mentions
    doc.spans["quantities"] = _spans(doc, mentions, "QUANTITY")
    return doc


def _spans(doc: Doc, mentions: Sequence[Ranged], label: str) -> list[Span]:
    """Token spans that cover the mentions; a token holds a mention only in part where both are one word."""
    offsets = doc.to_array("IDX")
    first = np.searchsorted(offsets, [mention.start for mention in mentions], side="right") - 1
    last = np.searchsorted(offsets, [mention.end for mention in mentions], side="left")
    return [Span(doc, int(start), int(end), label) for start, end in zip(first, last, strict=True)]
