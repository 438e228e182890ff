"""What of a document is shown to a model: one paragraph at a time, or one whole table, each by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from ....corpus.document import Block, BlockKind, Document, Table
from ...annotations import AnnotatedText
from ...by_rules import Reading

_SHORTEST = 20
"""Characters below which a paragraph says nothing that could be a fact."""

SEPARATOR = " | "
"""Between the cells of a row, as evidence has them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a table.

    Args:
        block: where it stands.
        text: as it is shown: clean text without citations, or the caption, head, rows and footnotes of a table.
        annotated: the annotated clean text; None for a table.
    """

    block: Block
    text: str
    annotated: AnnotatedText | None

    @property
    def mark(self) -> str:
        """A line to stand around the text, which the text cannot hold: it would have to hold its own hash."""
        return "===== " + hashlib.sha256(self.text.encode("utf-8")).hexdigest()[:24] + " ====="


def passages_of(document: Document, reading: Reading) -> Iterator[Passage]:
    """The passages of a document in reading order; captions, which repeat the text or belong to tables, are none.

    Args:
        document: the paper.
        reading: what the pipeline noted on its running text.
    """
    texts = {id(block): annotated for block, annotated in reading.texts}
    for block in document.blocks:
        if block.table is not None:
            yield Passage(block, _table_text(block.table), None)
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and len(block.text) >= _SHORTEST:
            yield Passage(block, block.text, texts[id(block)])


def _table_text(table: Table) -> str:
    lines = [table.caption, SEPARATOR.join(cell.text for cell in table.header)]
    group = ""
    for row, label in zip(table.rows, table.groups, strict=True):
        if label and label != group:
            lines.append(f"[{label}]")
        group = label
        lines.append(SEPARATOR.join(cell.text for cell in row))
    return "\n".join(line for line in (*lines, *table.footnotes) if line)
