"""Rows as text: tables for people, Markdown and CSV; and single values as text."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

WIDEST = 10_000
"""Columns of a table that goes into a pipe or a file: one row stays one line."""

BREAKABLE = 20
"""Characters from which on a value of a table may be broken over lines."""

_GAP = "  "
"""What stands between two columns."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
"""Matches a line break and the escape sign, not a space."""

_MARKDOWN = re.compile(r"[\\`*_\[\]|~]")
"""Matches what Markdown reads as markup inside of a line: `*`, not `+`."""

_LONG_ID = re.compile(r"\b(claim:[0-9a-f]{10}|sha256:[0-9a-f]{12})[0-9a-f]+\b")
"""Matches the 32 digits of `claim:…`, not `material:Li6PS5Cl`."""


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Rows as CSV with a header line; numbers exact, lists joined by `; `."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell_text(value, exact=True) for value in row] for row in rows)
    return target.getvalue()


def markdown_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    r"""Rows as a table of Markdown, in which no value is read as markup.

    Example:
        >>> print(markdown_table(["name"], [["a|b"]]), end="")
        | name |
        | --- |
        | a\|b |
    """
    lines = [list(map(_markdown_cell, row)) for row in rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in [columns, ["---"] * len(columns), *lines])


def _markdown_cell(value: object) -> str:
    text = html.escape(cell_text(value), quote=False)
    return _CONTROL.sub(" ", _MARKDOWN.sub(r"\\\g<0>", text))


def table_text(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, keep_empty: bool, width: int | None) -> str:
    """A table for people.

    Args:
        columns: as for `print_table`.
        rows: as for `print_table`.
        keep_empty: as for `print_table`.
        width: columns of the terminal; None where there is none.
    """
    body = [list(row) for row in rows]
    shown = [
        i for i in range(len(columns)) if keep_empty or not body or any(row[i] not in (None, "", []) for row in body)
    ]
    heads = [columns[index] for index in shown]
    cells = [[_CONTROL.sub(" ", short_ids(cell_text(row[index]))) for index in shown] for row in body]
    numeric = [bool(body) and all(isinstance(row[index], int | float | None) for row in body) for index in shown]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    if width is not None and sum(min(size, BREAKABLE) + len(_GAP) for size in widths) - len(_GAP) > width:
        lines = list(_records(heads, cells, width))
    else:
        lines = _grid(heads, cells, numeric, widths, width or WIDEST)
    return "".join(f"{text}\n" for text in lines)


def _grid(
    heads: Sequence[str], cells: Sequence[Sequence[str]], numeric: list[bool], widths: list[int], width: int
) -> list[str]:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for head, is_number, size in zip(heads, numeric, widths, strict=True):
        justify: Literal["left", "right"] = "right" if is_number else "left"
        table.add_column(Text(head), justify=justify, overflow="fold", no_wrap=size <= BREAKABLE)
    for row in cells:
        table.add_row(*map(Text, row))
    console = Console(file=sys.stdout, width=width, highlight=False)
    with console.capture() as capture:
        console.print(table)
    return [text.rstrip() for text in capture.get().splitlines()]


def _records(heads: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Rows one below the other: the first value as a heading, the others with their names."""
    margin = max(map(len, heads[1:]), default=0) + 4
    for row in cells:
        yield row[0]
        for head, value in zip(heads[1:], row[1:], strict=True):
            if value:
                yield wrapped(value, f"  {head}".ljust(margin), " " * margin, width=width)
        yield ""


def wrapped(text: str, first: str, later: str, *, width: int | None) -> str:
    """Text broken at spaces so that it fits.

    Args:
        text: one paragraph.
        first: what stands before its first line.
        later: what stands before the others.
        width: columns; None leaves one line.
    """
    if width is None:
        return first + text
    wrapper = textwrap.TextWrapper(width, first, later, break_long_words=False, break_on_hyphens=False)
    return wrapper.fill(text) or first.rstrip()


def short_ids(text: str) -> str:
    """Ids of claims and documents as people need them: any beginning that is unique will do.

    Example:
        >>> short_ids("claim:0123456789abcdef0123456789abcdef")
        'claim:0123456789'
    """
    return _LONG_ID.sub(r"\1", text)


def cell_text(value: object, *, exact: bool = False) -> str:
    """A value as text: numbers short for people and exact for scripts, lists joined."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return repr(value) if exact else f"{value:.6g}"
    if isinstance(value, list | tuple):
        return ("; " if exact else ", ").join(cell_text(item, exact=exact) for item in value)
    if isinstance(value, Mapping):
        return json_text(value)
    return str(value)


def json_text(value: object, *, indent: int | None = None, ascii_only: bool = False) -> str:
    """A value as JSON; sets and mappings of any kind are understood."""
    return json.dumps(value, ensure_ascii=ascii_only, indent=indent, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} is not JSON")
