"""The steps that every reader of running text shares: pieces, joining, cleaning, citations, tables, metadata."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..ontology.model import DocumentMetadata, Finding, Reference, Severity
from .artefacts import Dialect, has_spaced_scripts, mend_glyph_names, mend_units, mend_words
from .author_year import CitedNames
from .bibliography import read_bibliography
from .cell_marks import with_mark, without_marks
from .citation_style import find_style
from .citations import CitationFinder, CitationStyle, take_out
from .document import Block, BlockKind, Cell, Citation, Document
from .formulas import close_formulas
from .html_tables import is_html_table, read_html_table
from .joining import Joiner, Unit, document_words
from .lines import Line, split_lines
from .linked import join_links, without_links
from .mapped import MappedText
from .markup import clean_markup, collapse_spaces, drop_private
from .metadata import find_title, mark_front, read_metadata
from .pieces import Piece, PieceKind, ends_sentence, find_pieces
from .reflist import find_reference_list
from .sections import keep_argument
from .tables import read_table

_KINDS = {
    PieceKind.HEADING: BlockKind.HEADING,
    PieceKind.PARAGRAPH: BlockKind.PARAGRAPH,
    PieceKind.LIST_ITEM: BlockKind.LIST_ITEM,
    PieceKind.CAPTION: BlockKind.CAPTION,
    PieceKind.TABLE: BlockKind.TABLE,
}


@dataclass(slots=True)
class Cleaner:
    """Cleans one document's texts, all in the same way.

    Args:
        source: the file as read.
        markdown: take Markdown's signs for markup.
        dialect: what the document does as a whole.
        finder: finds its citations.
    """

    source: str
    markdown: bool
    dialect: Dialect
    finder: CitationFinder

    def clean(
        self, slices: Sequence[tuple[int, int]], separators: Sequence[str] = (), *, cell: bool = False
    ) -> tuple[MappedText, tuple[Citation, ...]]:
        """Clean text of some source ranges, and the citations cut out of it; `cell` where it is one of a table."""
        mapped = MappedText.from_slices(self.source, slices, separators=separators)
        drop_private(mapped)
        if self.markdown:
            join_links(mapped)
        style = self.finder.style
        numbers = self.finder.mark_raised(mapped) if style is CitationStyle.RAISED else []
        clean_markup(mapped, markdown=self.markdown)
        mend_glyph_names(mapped)
        collapse_spaces(mapped)
        if style in (CitationStyle.BRACKETS, CitationStyle.PARENTHESES):
            numbers = self.finder.mark_brackets(mapped)
        if style is CitationStyle.NAMES:
            numbers = self.finder.mark_names(mapped)
        mend_units(mapped)
        close_formulas(mapped, spaced_scripts=self.dialect.spaced_scripts)
        if style in (CitationStyle.FLATTENED, CitationStyle.GLUED):
            numbers = self.finder.mark_flattened(mapped, cell=cell)
        mend_words(mapped, self.dialect.words)
        citations = take_out(mapped, numbers)
        return mapped, citations

    def clean_cell(self, start: int, end: int, line: int) -> Cell:
        """One table cell; see `tables.CleanCell`."""
        bracketed = self.finder.style in (CitationStyle.BRACKETS, CitationStyle.PARENTHESES)
        cited = self.finder.known if bracketed else ()
        end, numbers, mark = without_marks(self.source, start, end, cited)
        mapped, citations = self.clean([(start, end)], cell=True)
        citations = with_mark(citations, numbers, len(mapped.text), mark)
        return Cell(mapped.text, mapped.source_map(), citations, line)


def compose(source: str, *, name: str, content_hash: str, reader: str, markdown: bool) -> Document:
    """Read a text into a document.

    Args:
        source: the file as read.
        name: its name.
        content_hash: SHA-256 of its bytes, hexadecimal.
        reader: name and version of the reader.
        markdown: take Markdown's signs for markup.
    """
    lines = split_lines(source)
    references = find_reference_list(lines)
    body_lines = [line for line in lines if line.number not in references.line_numbers]
    body = "\n".join(line.text for line in body_lines)
    cited = without_links(body) if markdown else body
    words = document_words(source)
    known = frozenset(entry.number for entry in references.entries)
    bibliography = read_bibliography(references.entries, source, markdown=markdown)
    style = CitationStyle.NAMES if references.named else find_style(cited, known)
    finder = CitationFinder(style, known, CitedNames(bibliography) if references.named else None)
    dialect = Dialect(spaced_scripts=has_spaced_scripts(body, mostly=style is CitationStyle.FLATTENED), words=words)
    cleaner = Cleaner(source, markdown, dialect, finder)
    pieces = find_pieces(source, body_lines, markdown=markdown)
    title = find_title(pieces, source)
    authors = mark_front(pieces, title, source)
    units = Joiner(source, words).join(pieces)
    units = keep_argument(
        units, references_line=references.first_line, title_line=title.lines[0].number if title else 0
    )
    blocks, findings = make_blocks(units, cleaner)
    metadata = _metadata(pieces, title, authors, cleaner)
    return Document(
        id=f"doi:{metadata.doi}" if metadata.doi else f"sha256:{content_hash}",
        content_hash=content_hash,
        name=name,
        reader=reader,
        metadata=metadata,
        blocks=blocks,
        bibliography=bibliography,
        source=source,
        findings=(*_source_findings(lines), *findings, *_citation_findings(cleaner, blocks, bibliography)),
    )


def _metadata(
    pieces: Sequence[Piece], title: Piece | None, authors: Sequence[Piece], cleaner: Cleaner
) -> DocumentMetadata:
    source = cleaner.source
    aside = (PieceKind.FRONT, PieceKind.FURNITURE)
    front = "\n".join(piece.text(source) for piece in pieces if piece.kind in aside)
    rest = "\n".join(piece.text(source) for piece in pieces if piece.kind not in aside)
    name = cleaner.clean([(title.start, title.end)])[0].text if title else None
    name = name.rstrip(" *†‡§¶") if name else None
    return read_metadata(name, authors, source, front, rest)


def _source_findings(lines: Sequence[Line]) -> list[Finding]:
    """What the file itself says was lost before it was read here."""
    findings = []
    for line in lines:
        for mark, code, message in _LOST:
            if mark in line.text:
                start = line.start + line.text.index(mark)
                findings.append(
                    Finding(
                        code=code,
                        severity=Severity.info,
                        message=message,
                        source_start=start,
                        source_end=start + len(mark),
                        line=line.number,
                    )
                )
    return findings


_LOST = (
    ("formula-not-decoded", "lost-formula", "the converter left a formula out here"),
    ("\ufffd", "lost-characters", "characters here were lost before the file was read"),
)


def _citation_findings(
    cleaner: Cleaner, blocks: Sequence[Block], bibliography: Mapping[int, Reference]
) -> list[Finding]:
    """What is amiss between citations and reference list."""
    findings = []
    for start, end in dict.fromkeys(cleaner.finder.unresolved):
        message = f"no reference in the list has the number cited here: {cleaner.source[start:end]}"
        line = cleaner.source.count("\n", 0, start) + 1
        findings.append(
            Finding(
                code="unresolved-citation",
                severity=Severity.warning,
                message=message,
                source_start=start,
                source_end=end,
                line=line,
            )
        )
    owners: list[Block | Cell] = [*blocks]
    owners.extend(cell for block in blocks if block.table for row in block.table.rows for cell in row)
    cited = {number for owner in owners for citation in owner.citations for number in citation.numbers}
    if not bibliography:
        message = "no reference list found: citations stay numbers"
        findings.append(Finding(code="no-references", severity=Severity.warning, message=message))
    elif uncited := sorted(set(bibliography) - cited):
        shown = ", ".join(map(str, uncited[:10])) + (", …" if len(uncited) > 10 else "")
        message = f"{len(uncited)} of {len(bibliography)} references cited nowhere that could be found: {shown}"
        findings.append(Finding(code="uncited-references", severity=Severity.info, message=message))
    return findings


def make_blocks(units: Sequence[Unit], cleaner: Cleaner) -> tuple[tuple[Block, ...], list[Finding]]:
    """Clean all units; captions and notes go to their tables too."""
    blocks: list[Block] = []
    findings: list[Finding] = []
    skip = False
    for number, unit in enumerate(units):
        if skip:
            skip = False
            continue
        block = make_block(_without_tags(unit), cleaner)
        if unit.kind is PieceKind.TABLE:
            following = units[number + 1] if number + 1 < len(units) else None
            skip = following is not None and _is_footnote(following)
            note = (make_block(following, cleaner).text,) if skip and following is not None else ()
            caption = _table_caption(units, number, cleaner)
            table, ragged = read_table(
                unit.lines, cleaner.clean_cell, caption=caption, footnotes=note, known=cleaner.finder.known
            )
            block = replace(block, table=table)
            findings.extend(ragged)
        if block.text:
            blocks.append(block)
    return tuple(blocks), findings


def _without_tags(unit: Unit) -> Unit:
    """An HTML table cut down to the content of its cells; any other unit as it is."""
    if unit.kind is not PieceKind.TABLE or not is_html_table(unit.lines):
        return unit
    cells = list(read_html_table(unit.lines).cells())
    return replace(unit, slices=[(cell.start, cell.end) for cell in cells], separators=[" | "] * len(cells))


def _table_caption(units: Sequence[Unit], number: int, cleaner: Cleaner) -> str:
    for neighbour in (number - 1, number + 1):
        if 0 <= neighbour < len(units) and units[neighbour].kind is PieceKind.CAPTION:
            text = make_block(units[neighbour], cleaner).text
            if text.lower().startswith(("table", "tab.")):
                return text
    return ""


_FOOTNOTE = re.compile(
    r"(?:<sup>)?\s*(?:[a-e*†‡§]|\([a-e]\)|\$\^)\s*(?:\)|</sup>|\}?\$|\s)"
    r"|(?:Notes?|Abbreviations|Data|Values|All values)\b"
)


def _is_footnote(unit: Unit) -> bool:
    """Whether the paragraph below a table belongs to it."""
    if unit.kind not in (PieceKind.PARAGRAPH, PieceKind.LIST_ITEM) or len(unit.text) > 400:
        return False
    return bool(_FOOTNOTE.match(unit.text)) and (not ends_sentence(unit.text) or len(unit.text) < 200)


def make_block(unit: Unit, cleaner: Cleaner) -> Block:
    """Clean one unit into a block."""
    mapped, citations = cleaner.clean(unit.slices, unit.separators)
    line_starts = find_line_starts(unit.lines, mapped)
    return Block(
        kind=_KINDS[unit.kind],
        text=mapped.text,
        section=unit.section,
        source=mapped.source_map(),
        line=line_starts[0][1] if line_starts else unit.lines[0].number,
        line_starts=line_starts,
        citations=citations,
    )


def find_line_starts(lines: Sequence[Line], mapped: MappedText) -> tuple[tuple[int, int], ...]:
    """(clean offset, source line) pairs, one for each line that gave text."""
    result: list[tuple[int, int]] = []
    for line in lines:
        position = bisect_left(mapped.starts, line.start)
        if position >= len(mapped.starts):
            break
        if result and result[-1][0] == position:
            result.pop()
        result.append((position, line.number))
    return tuple(result)
