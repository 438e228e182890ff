"""The pipeline: clean text gets its sentences, materials and quantities noted, which the rules read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .annotations import AnnotatedText, Sentence, within
from .materials import find_materials
from .quantities import find_quantities
from .sentences import find_sentences

VERSION = "8"
"""Version of what the pipeline finds; a change of meaning is a new number, and documents are read again."""


def annotate(texts: Sequence[str], *, known: Sequence[str] = ()) -> Iterator[AnnotatedText]:
    """Run the pipeline over clean texts of one document.

    Args:
        texts: clean texts of blocks.
        known: names that the document defines itself, such as abbreviations of materials.
    """
    own = frozenset(known)  # one for all blocks, as look-ups are kept by it
    for text in texts:
        materials, quantities = find_materials(text, own), find_quantities(text)
        yield AnnotatedText(text, tuple(find_sentences(text)), tuple(materials), tuple(quantities))


def sentences_of(annotated: AnnotatedText) -> Iterator[Sentence]:
    """The sentences of an annotated text with what stands in each."""
    ranges = annotated.sentences
    views = zip(ranges, within(annotated.materials, ranges), within(annotated.quantities, ranges), strict=True)
    for (start, end), materials, quantities in views:
        yield Sentence(annotated.text, start, end, materials, quantities)
