"""HTML tables inside Markdown, as converters of PDF files write them: where they stand, and their cells.

The tags of tables are looked for in the source itself, so that every cell keeps its source range. Nothing here fails:
an end that is missing, a cell outside of a row or a table inside a cell leave what can be read, and a finding.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat

from ..ontology.model import Finding, Severity
from .lines import Line

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>table|caption|thead|tr|td|th)\b(?P<rest>(?:\"[^\"<>]{0,500}\"|[^<>\"]){0,500})>",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\b(?P<name>col|row)span\s*=\s*[\"']?\s*(?P<count>\d{1,4})", re.IGNORECASE)
_BEFORE = re.compile(r"(?:<(?:html|body|div|center|figure)\b[^<>]{0,200}>\s*)+$", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:</(?:html|body|div|center|figure)>\s*)+", re.IGNORECASE)
_WRAPPERS = 400
"""How far before a table its wrapping tags are looked for."""
_WIDEST = 60
"""Columns beyond which a table is not laid out."""


@dataclass(frozen=True, slots=True)
class HtmlCell:
    """A cell as its tags have it.

    Args:
        start: source start of its content.
        end: source end.
        line: number of the line on which it starts.
        columns: over how many columns it goes.
        rows: over how many rows; 0 for all that follow.
        head: its tag, or the part of the table, says that it is a head.
    """

    start: int
    end: int
    line: int
    columns: int = 1
    rows: int = 1
    head: bool = False


PlacedRow = list[tuple[HtmlCell | None, bool]]
"""The cell in each column of a row, and whether it only goes on there from the column before."""


@dataclass(slots=True)
class HtmlTable:
    """The cells of a table, row by row as written.

    Args:
        rows: cells in the order of the source.
        caption: source range and line of `<caption>`, or None.
        findings: what is amiss in it.
    """

    rows: list[list[HtmlCell]] = field(default_factory=list)
    caption: tuple[int, int, int] | None = None
    findings: list[Finding] = field(default_factory=list)

    def cells(self) -> Iterator[HtmlCell]:
        """Every cell in the order of the source."""
        return chain.from_iterable(self.rows)

    def laid_out(self) -> list[PlacedRow]:
        """The cells by row and column, each in every place that it goes over."""
        result: list[PlacedRow] = []
        open_below: dict[int, tuple[HtmlCell, int, bool]] = {}
        for row in self.rows:
            placed: PlacedRow = []
            waiting = list(chain.from_iterable(_columns_of(cell) for cell in row))
            waiting.reverse()
            while (waiting or max(open_below, default=-1) >= len(placed)) and len(placed) < _WIDEST:
                column = len(placed)
                if column in open_below:
                    cell, left, goes_on = open_below[column]
                    placed.append((cell, goes_on))
                    if left > 1:
                        open_below[column] = (cell, left - 1, goes_on)
                    else:
                        del open_below[column]
                    continue
                if not waiting:
                    placed.append((None, False))
                    continue
                cell, goes_on = waiting.pop()
                placed.append((cell, goes_on))
                if cell.rows != 1:
                    open_below[column] = (cell, (cell.rows or len(self.rows)) - 1, goes_on)
            result.append(placed)
        return result


def _columns_of(cell: HtmlCell) -> Iterator[tuple[HtmlCell, bool]]:
    yield cell, False
    yield from repeat((cell, True), min(cell.columns, _WIDEST) - 1)


def is_html_table(lines: Sequence[Line]) -> bool:
    """Whether the lines of a table are those of an HTML table."""
    if lines[0].text[:6].lower() != "<table":
        return False
    return any(tag["name"].lower() in ("td", "th") for tag in _TAG.finditer(_padded(lines)))


def part_at_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """Stretches of lines, and whether they are an HTML table; a line that a table starts or ends in is cut in two."""
    if not any("<" in line.text and "<table" in line.text.lower() for line in lines):
        yield list(lines), False
        return
    begins = [line.start for line in lines]
    offset, text = lines[0].start, _padded(lines)
    index, at = 0, offset
    for start, end in _ranges(text):
        outer_start, outer_end = (offset + place for place in _wrapped(text, start, end))
        first, last = (bisect_right(begins, place) - 1 for place in (offset + start, offset + end - 1))
        if before := _parts(lines[index : first + 1], at, max(at, outer_start)):
            yield before, False
        yield _parts(lines[first : last + 1], offset + start, offset + end), True
        index, at = last, outer_end
    if rest := _parts(lines[index:], at, lines[-1].end):
        yield rest, False


def _parts(lines: Sequence[Line], start: int, end: int) -> list[Line]:
    """The lines between two offsets, those at the ends cut; blank lines stay, since they part paragraphs."""
    parts = [line.part(start, end) for line in lines if line.start <= end and line.end >= start]
    return parts if any(line.text.strip() for line in parts) else []


def _padded(lines: Sequence[Line]) -> str:
    """The text of lines with every character as far from the first as in the source."""
    parts = []
    at = lines[0].start
    for line in lines:
        parts += ["\n" * (line.start - at), line.text]
        at = line.end
    return "".join(parts)


def _wrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of a table with the tags that wrap it."""
    before = _BEFORE.search(text, max(0, start - _WRAPPERS), start)
    after = _AFTER.match(text, end)
    return before.start() if before else start, after.end() if after else end


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of the tables in a text; one that is not closed ends with its last tag."""
    start, end, depth, in_cell, cells = -1, 0, 0, False, 0
    for tag in _TAG.finditer(text):
        name, closing = tag["name"].lower(), bool(tag["close"])
        if depth and name == "table" and not closing and not in_cell:
            if cells:
                yield start, end
            depth = 0
        if not depth:
            if name == "table" and not closing:
                start, end, depth, in_cell, cells = tag.start(), tag.end(), 1, False, 0
            continue
        end = tag.end()
        if name == "table":
            depth += -1 if closing else 1
            if not depth and cells:
                yield start, end
        elif depth == 1 and name in ("td", "th", "tr"):
            in_cell = name != "tr" and not closing
            cells += in_cell
    if depth and cells:
        stop = text.find("\n", end) if in_cell else end
        yield start, stop if stop >= 0 else len(text)


def read_html_table(lines: Sequence[Line]) -> HtmlTable:
    """The cells of an HTML table.

    Args:
        lines: of the table, as `part_at_tables` gives them.
    """
    return _Reading(_padded(lines), lines).read()


@dataclass(slots=True)
class _Reading:
    """An HTML table while its tags are gone through."""

    text: str
    lines: Sequence[Line]
    table: HtmlTable = field(default_factory=HtmlTable)
    begins: list[int] = field(default_factory=list)
    cell: re.Match[str] | None = None
    caption: re.Match[str] | None = None
    heads: bool = False
    nested: bool = False

    def read(self) -> HtmlTable:
        """All rows; a cell ends where the next one starts, whatever is closed."""
        self.begins = [line.start for line in self.lines]
        depth = 0
        for tag in _TAG.finditer(self.text):
            name, closing = tag["name"].lower(), bool(tag["close"])
            if name == "table":
                depth += -1 if closing else 1
                if depth > 1 and not closing:
                    self.nested = True
                    self._find(tag.start(), "a table inside a cell of another is left out")
                elif depth < 1:
                    self._end_cell(tag.start())
            elif depth < 2:
                self._take(tag, name, closing)
        if depth > 0:
            self._find(len(self.text) - 1, "a table is not closed")
        self._end_cell(len(self.text))
        self.table.rows = [row for row in self.table.rows if row]
        if any(sum(min(cell.columns, _WIDEST) for cell in row) > _WIDEST for row in self.table.rows):
            self._find(0, f"a table has more than {_WIDEST} columns; the others are left out")
        return self.table

    def _take(self, tag: re.Match[str], name: str, closing: bool) -> None:
        if name == "caption":
            if closing and self.caption is not None:
                start = self.lines[0].start + self.caption.end()
                self.table.caption = (start, self.lines[0].start + tag.start(), self._line(start))
            self.caption = None if closing else tag
            return
        self._end_cell(tag.start())
        if name == "thead":
            self.heads = not closing
        elif not closing and name == "tr":
            self.table.rows.append([])
        elif not closing:
            self.cell = tag

    def _end_cell(self, end: int) -> None:
        tag, self.cell = self.cell, None
        if tag is None:
            self.nested = False
            return
        offset = self.lines[0].start
        spans = {span["name"].lower(): int(span["count"]) for span in _SPAN.finditer(tag["rest"])}
        start = offset + tag.end()
        if not self.table.rows:
            self.table.rows.append([])
        self.table.rows[-1].append(
            HtmlCell(
                start,
                start if self.nested else offset + end,
                self._line(start),
                max(1, spans.get("col", 1)),
                spans.get("row", 1),
                self.heads or tag["name"].lower() == "th",
            )
        )
        self.nested = False

    def _line(self, position: int) -> int:
        return self.lines[max(0, bisect_right(self.begins, position) - 1)].number

    def _find(self, position: int, message: str) -> None:
        start = self.lines[0].start + position
        self.table.findings.append(
            Finding(
                code="html-table",
                severity=Severity.warning,
                message=message,
                source_start=start,
                source_end=start + 1,
                line=self._line(start),
            )
        )
