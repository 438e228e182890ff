"""A paper's reference list as `Reference` objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..ontology.model import Reference
from .artefacts import mend_glyph_names
from .mapped import MappedText
from .markup import clean_markup, collapse_spaces, drop_private
from .reflist import Entry


def read_bibliography(entries: Sequence[Entry], source: str, *, markdown: bool) -> Mapping[int, Reference]:
    """References by their number, in the order of the list."""
    return {entry.number: read_entry(entry, source, markdown=markdown) for entry in entries}


def read_entry(entry: Entry, source: str, *, markdown: bool) -> Reference:
    """One entry as a reference."""
    slices = entry.slices()
    mapped = MappedText.from_slices(source, slices)
    drop_private(mapped)
    clean_markup(mapped, markdown=markdown)
    mend_glyph_names(mapped)
    collapse_spaces(mapped)
    return Reference(
        number=entry.number,
        text=mapped.text,
        source_start=slices[0][0],
        source_end=slices[-1][1],
        line=entry.lines[0].number,
    )
