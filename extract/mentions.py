"""What the pipeline noted on a document, flat: one object a mention, with offsets in the file as read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..corpus.document import Block, Cell, Document
from .annotations import HasRange
from .by_rules import read_text
from .materials import find_materials
from .quantities import find_quantities

Mention = dict[str, Any]


def iter_mentions(document: Document) -> Iterator[Mention]:
    """Every material, quantity and property that is named in a document.

    Args:
        document: as a reader gives it.

    Yields:
        Objects with `start` and `end` (half-open, code points of the file as read), `text` (as the clean text has it)
        and `label` (`MATERIAL`, `MATERIAL_CLASS` or `QUANTITY`), running text first, then table cells.
    """
    for block, annotated in read_text(document).texts:
        found = [
            *(_mention(block, mention, mention.label) for mention in annotated.materials),
            *(_mention(block, mention, "QUANTITY") for mention in annotated.quantities),
        ]
        yield from sorted(found, key=_order)
    for block in document.blocks:
        if block.table is not None:
            for row in (block.table.header, *block.table.rows):
                for cell in row:
                    yield from _of_cell(cell)


def _of_cell(cell: Cell) -> Iterator[Mention]:
    materials = [_mention(cell, mention, mention.label) for mention in find_materials(cell.text)]
    quantities = [_mention(cell, mention, "QUANTITY") for mention in find_quantities(cell.text)]
    yield from sorted([*materials, *quantities], key=_order)


def _mention(place: Block | Cell, mention: HasRange, label: str) -> Mention:
    start, end = place.to_source(mention.start, mention.end)
    return {"start": start, "end": end, "text": place.text[mention.start : mention.end], "label": label}


def _order(mention: Mention) -> tuple[int, int]:
    return mention["start"], mention["end"]
