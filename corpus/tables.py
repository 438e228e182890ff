"""Pipe, tab-separated and HTML tables as rows of cells, spans and shifts put right.

Converters lose the tab or cell before a row when a label spans several rows, and put the rest of the row one column
off. A row that does not fit the columns of its table is laid out again by what its cells hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from ..ontology.model import Finding, Severity
from .document import Cell, Citation, SourceMap, Table
from .head_rows import empty_cell, is_head_row, one_cell, under
from .html_tables import PlacedRow, is_html_table, read_html_table
from .lines import Line
from .numbered import expand
from .pipe_rows import PIPE_RULE

CleanCell = Callable[[int, int, int], Cell]
"""Cleans the source range [start, end) of a line (its number comes last) into a cell."""

_MATH = re.compile(r"\$[^$\n]*\$|`[^`\n]*`")
_NUMERIC = re.compile(r"[~≈<>≤≥±(]*\s?[-+]?\d[\d.,]*(?:\s?(?:[×x·]\s?10|[-–±@%(/]|to\b|°|[a-zA-Zµ]{1,4}\b)|\s|$)")


@dataclass(slots=True)
class _Grid:
    """Cells by row and column, before the rows are put right."""

    header: list[Cell]
    rows: list[list[Cell]]
    width: int
    findings: list[Finding] = field(default_factory=list)


def read_table(
    lines: Sequence[Line],
    clean: CleanCell,
    *,
    caption: str = "",
    footnotes: Sequence[str] = (),
    known: Collection[int] = (),
) -> tuple[Table, list[Finding]]:
    """Read the lines of a table.

    Args:
        lines: header, rule and body lines.
        clean: makes a cell.
        caption: the clean caption, or "".
        footnotes: the clean lines below it.
        known: numbers in the bibliography; bare numbers below the head "Ref." cite them.

    Returns:
        The table, and a finding for every row that fits no layout.
    """
    if is_html_table(lines):
        grid, own_caption = _read_html(lines, clean)
        caption = caption or own_caption
    else:
        grid = _read_grid(lines, clean)
    _drop_padding(grid)
    grouped = _has_group_column(grid)
    first = 1 if grouped else 0
    kinds = [_is_textual([row[column] for row in grid.rows]) for column in range(grid.width)]
    rows: list[tuple[Cell, ...]] = []
    groups: list[str] = []
    group = ""
    for row in grid.rows:
        filled = [cell for cell in row if cell.text]
        if len(filled) == 1 and grid.width - first > 1 and row[0].text and not _NUMERIC.match(row[0].text):
            group = row[0].text
            continue
        label, cells = _lay_out(row, filled, grid, first, kinds)
        group = label or group
        rows.append(tuple(cells))
        groups.append(group)
    if not grouped:
        rows, groups = _fill_down(rows, groups, kinds)
    header = tuple(grid.header[first:])
    rows = _cite_column(header, rows, known)
    return Table(header, tuple(rows), tuple(groups), caption, tuple(footnotes)), grid.findings


def _read_grid(lines: Sequence[Line], clean: CleanCell) -> _Grid:
    pipes = "\t" not in "".join(line.text for line in lines)
    rule = (
        next((number for number, line in enumerate(lines) if PIPE_RULE.match(line.text) and "|" in line.text), None)
        if pipes
        else None
    )
    rows = [
        [clean(start, end, line.number) for start, end in split_row(line, pipes=pipes)]
        for number, line in enumerate(lines)
        if number != rule and not (pipes and PIPE_RULE.match(line.text))
    ]
    grid = _grid_of(rows, rule if rule is not None else _count_heads(rows))
    if rule:
        grid.width = max(len(split_row(line, pipes=True)) for line in lines[:rule])
    return grid


def _count_heads(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows of heads a table has that does not say so: one, if it holds no values."""
    return 1 if rows and not any(_NUMERIC.match(cell.text) for cell in rows[0]) else 0


def _grid_of(rows: list[list[Cell]], heads: int) -> _Grid:
    """Rows made equally long, those of heads put into one."""
    width = max(len(row) for row in rows)
    blank = empty_cell()
    grid = _Grid([blank] * width, [], width)
    for row in rows:
        row.extend([blank] * (width - len(row)))
    while heads and heads < len(rows) - 1 and is_head_row(rows[heads], rows[heads - 1]):
        heads += 1
    for row in rows[:heads]:
        grid.header = under(grid.header, row)
    grid.rows = [one_cell(row) for row in rows[heads:] if any(cell.text for cell in row)]
    return grid


def _read_html(lines: Sequence[Line], clean: CleanCell) -> tuple[_Grid, str]:
    """The cells of an HTML table and its own caption; a cell over several rows or heads stands in each of them."""
    table = read_html_table(lines)
    cleaned = {cell.start: clean(cell.start, cell.end, cell.line) for cell in table.cells()}
    caption = clean(*table.caption).text if table.caption else ""
    placed = table.laid_out()
    if len(placed) > 2 and len(table.rows[0]) == 1 and len(placed[1]) > 1:
        caption = caption or cleaned[table.rows[0][0].start].text
        placed = placed[1:]
    heads = _count_html_heads(placed, cleaned)
    rows = [
        [cleaned[cell.start] if cell and (number < heads or not goes_on) else empty_cell() for cell, goes_on in row]
        for number, row in enumerate(placed)
    ]
    grid = _grid_of(rows, heads)
    grid.findings.extend(table.findings)
    return grid, caption


def _count_html_heads(placed: Sequence[PlacedRow], cleaned: Mapping[int, Cell]) -> int:
    """How many rows of heads an HTML table has: by its tags, else the first row and what its cells go down to."""
    marked = next((at for at, row in enumerate(placed) if not all(cell is None or cell.head for cell, _ in row)), 0)
    if marked:
        return marked
    first = [cell for cell, _ in placed[0] if cell is not None]
    if not _count_heads([[cleaned[cell.start] for cell in first]]):
        return 0
    spans = {cell.rows for cell in first}
    return min(max(spans), len(placed) - 1) if len(spans) > 1 else 1


def split_row(line: Line, *, pipes: bool) -> list[tuple[int, int]]:
    """Source ranges of the cells of one line; a pipe inside maths, code or after a backslash parts no cells."""
    text = line.text
    if pipes:
        text = _MATH.sub(lambda match: "x" * len(match.group()), text).replace("\\|", "xx")
        left = len(text) - len(text.lstrip())
        right = len(text.rstrip())
        left += text[left : left + 1] == "|"
        right -= right > left and text[right - 1] == "|"
    else:
        left, right = 0, len(text)
    ranges = []
    start = left
    mark = "|" if pipes else "\t"
    while (end := text.find(mark, start, right)) >= 0:
        ranges.append((line.start + start, line.start + end))
        start = end + 1
    ranges.append((line.start + start, line.start + right))
    return ranges


def _drop_padding(grid: _Grid) -> None:
    """Take off last columns that have no head and are empty in nearly all rows; what they hold moves with its row."""
    while grid.width > 1 and not grid.header[grid.width - 1].text:
        filled = sum(bool(row[grid.width - 1].text) for row in grid.rows)
        if filled > 0.2 * len(grid.rows) or not any(cell.text for cell in grid.header):
            break
        grid.width -= 1
    grid.header = grid.header[: grid.width]


def _has_group_column(grid: _Grid) -> bool:
    """Whether the first column only labels groups of rows: no head, mostly empty, no numbers."""
    if grid.width < 3 or grid.header[0].text or not any(cell.text for cell in grid.header):
        return False
    labels = [row[0].text for row in grid.rows if row[0].text]
    return len(labels) <= 0.6 * len(grid.rows) and not any(_NUMERIC.match(label) for label in labels)


def _is_textual(cells: Sequence[Cell]) -> bool:
    texts = [cell.text for cell in cells if cell.text]
    return sum(bool(_NUMERIC.match(text)) for text in texts) < 0.3 * len(texts)


def _fits(row: Sequence[Cell], grid: _Grid, first: int, kinds: Sequence[bool]) -> bool:
    """Whether a row stands in its table's columns as it is."""
    if any(cell.text for cell in row[grid.width :]):
        return False
    if first and row[0].text and not row[first].text:
        return False
    return not (kinds[first] and first and _NUMERIC.match(row[first].text))


def _lay_out(
    row: Sequence[Cell], filled: list[Cell], grid: _Grid, first: int, kinds: Sequence[bool]
) -> tuple[str, list[Cell]]:
    """Group label and cells of one row."""
    width = grid.width - first
    if _fits(row, grid, first, kinds):
        return (row[0].text if first else ""), list(row[first : grid.width])
    if len(filled) == width:
        return "", filled
    if first and len(filled) == width + 1:
        return filled[0].text, filled[1:]
    cells = [*filled, *[empty_cell()] * width]
    lost = " | ".join(cell.text for cell in filled)
    message = f"a row of {len(filled)} cells in a table of {width} columns: {lost[:80]}"
    start = filled[0].source.starts[0] if filled else None
    end = filled[-1].source.ends[-1] if filled else None
    line = next((cell.line for cell in filled), None)
    grid.findings.append(
        Finding(
            code="ragged-table",
            severity=Severity.warning,
            message=message,
            source_start=start,
            source_end=end,
            line=line,
        )
    )
    return "", cells[:width]


def _fill_down(
    rows: list[tuple[Cell, ...]], groups: list[str], kinds: Sequence[bool]
) -> tuple[list[tuple[Cell, ...]], list[str]]:
    """Give a first cell that spans several rows to each of them."""
    blanks = sum(not row[0].text for row in rows)
    if not rows or not blanks or not rows[0][0].text or not kinds[0] or any(groups):
        return rows, groups
    result = []
    label = rows[0][0]
    for row in rows:
        label = row[0] if row[0].text else label
        result.append((label, *row[1:]))
    return result, [row[0].text for row in result]


_CITE_HEAD = re.compile(r"(?:refs?|references?|sources?|cited works?|literature)\.?", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*")
_AROUND_NUMBERS = re.compile(r"^refs?\.?\s*|[\[\]()]", re.IGNORECASE)
"""Matches `Ref. ` and the brackets of `[3]`."""


def _cite_column(
    header: Sequence[Cell], rows: list[tuple[Cell, ...]], known: Collection[int]
) -> list[tuple[Cell, ...]]:
    """Turn the bare numbers of a column or a row of references into citations."""
    columns = {column for column, head in enumerate(header) if _CITE_HEAD.fullmatch(head.text)}
    return [_cite_row(row, range(1, len(row)) if _CITE_HEAD.fullmatch(row[0].text) else columns, known) for row in rows]


def _cite_row(row: tuple[Cell, ...], columns: Collection[int], known: Collection[int]) -> tuple[Cell, ...]:
    return tuple(_as_citation(cell, known) if column in columns else cell for column, cell in enumerate(row))


def _as_citation(cell: Cell, known: Collection[int]) -> Cell:
    plain = _AROUND_NUMBERS.sub("", cell.text)
    numbers = expand(plain) if _NUMBERS.fullmatch(plain) else ()
    if not numbers or not all(number in known for number in numbers):
        return cell
    start, end = cell.to_source(0, len(cell.text))
    return Cell("", SourceMap((), ()), (Citation(0, numbers, start, end),), cell.line)
