"""The one shape in which every reader hands a document on.

Two texts are told apart everywhere: the *source* is the file as read (decoded, characters counted as code points),
the *clean* text is what a person would type in plain ASCII or simple Unicode. Ranges are half-open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ..ontology.model import DocumentMetadata, Finding, Reference


class BlockKind(StrEnum):
    """What part of the page a block was."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class SourceMap:
    """For every clean character, where it was in the source.

    Args:
        starts: source start of each clean character.
        ends: source end of each clean character; longer than one character where markup was mended, and equal to
            the start for a character that the reader put in.
    """

    starts: Sequence[int]
    ends: Sequence[int]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Source range that gave the clean range [start, end); the clean range must not be empty.

        Raises:
            ValueError: the range is empty or outside of the text.
        """
        if not 0 <= start < end <= len(self.starts):
            raise ValueError(f"clean range [{start}, {end}) is empty or outside of 0..{len(self.starts)}")
        return min(self.starts[start:end]), max(self.ends[start:end])


@dataclass(frozen=True, slots=True)
class Citation:
    """An in-text citation, cut out of the clean text.

    Args:
        position: clean offset at which the marker stood (0..len(text)): the character before it is `position - 1`.
        numbers: the reference numbers it names, ranges expanded, in the order written.
        source_start: where the marker, brackets included, starts in the source.
        source_end: where it ends.
    """

    position: int
    numbers: tuple[int, ...]
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: clean text with its own map and citations."""

    text: str
    source: SourceMap
    citations: tuple[Citation, ...] = ()
    line: int = 0

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """See `SourceMap.to_source`."""
        return self.source.to_source(start, end)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells, spans and shifts already put right.

    Args:
        header: column heads; empty cells where there is none.
        rows: body rows, each as long as the header.
        groups: for every row, the group label that stands over it ("Oxide SEs"), or "".
        caption: the caption block's clean text, or "".
        footnotes: the lines below the table, clean.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    groups: tuple[str, ...]
    caption: str = ""
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a document in reading order.

    A paragraph that the converter cut in two (by a page, a column, a figure) is one block again; its map then jumps,
    and `line_at` tells the source line of each character.

    Args:
        kind: what it was on the page.
        text: clean text, citations cut out; for a table the rows joined, for people only.
        section: heading path above it, outermost first.
        source: map of `text`.
        line: 1-based source line of the first character.
        line_starts: (clean offset, source line) pairs, ascending, one for each change of source line.
        citations: ordered by position.
        table: the cells, for a table.
    """

    kind: BlockKind
    text: str
    section: tuple[str, ...]
    source: SourceMap
    line: int
    line_starts: tuple[tuple[int, int], ...]
    citations: tuple[Citation, ...] = ()
    table: Table | None = None

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Source range of the clean range [start, end); see `SourceMap.to_source`."""
        return self.source.to_source(start, end)

    def line_at(self, position: int) -> int:
        """1-based source line of the clean character at `position`."""
        index = bisect_right(self.line_starts, (position, 10**9)) - 1
        return self.line_starts[index][1] if index >= 0 else self.line


@dataclass(frozen=True, slots=True)
class Document:
    """A paper, read.

    Args:
        id: `doi:` + lower-case DOI where the document states its own, else `sha256:` + hash of the content.
        content_hash: SHA-256 of the file's bytes, hexadecimal.
        name: the file's name, for people.
        reader: name and version of the reader, such as `markdown/1`.
        metadata: title, authors, journal, year, DOI, as far as the file says.
        blocks: in reading order; the reference list is not among them.
        bibliography: reference number to reference.
        source: the file as read: decoded text, what all source offsets count in.
        findings: what could not be read, or only in part.
    """

    id: str
    content_hash: str
    name: str
    reader: str
    metadata: DocumentMetadata
    blocks: tuple[Block, ...]
    bibliography: Mapping[int, Reference]
    source: str = field(repr=False)
    findings: tuple[Finding, ...] = ()

    def iter_text(self) -> Iterator[Block]:
        """Blocks of running text: paragraphs, list items and captions, without headings and tables."""
        for block in self.blocks:
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION):
                yield block
