"""What goes to the screen or into a file: tables for people, CSV and JSON for scripts.

Answers go to standard output; progress, notes and errors to standard error, so that a pipe holds answers only.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, TextIO

from ..errors import ConfigError

WIDEST = 10_000
"""Columns of a table that goes into a pipe or a file: one row stays one line."""

BREAKABLE = 20
"""Characters from which on a value of a table may be broken over lines."""

_GAP = "  "
"""What stands between two columns."""

_LONG_ID = re.compile(r"\b(claim:[0-9a-f]{10}|sha256:[0-9a-f]{12})[0-9a-f]+\b")
"""Matches the 32 digits of `claim:…`, not `material:Li6PS5Cl`."""


class RowFormat(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def prepare_streams() -> None:
    """Let no character that the terminal cannot show end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def note(text: str) -> None:
    """One line for the person, on standard error."""
    print(text, file=sys.stderr)  # noqa: T201


def line(text: str = "") -> None:
    """One line of the answer, on standard output."""
    print(text)  # noqa: T201


def counted(number: int, word: str) -> str:
    """A number with its noun.

    Example:
        >>> counted(1, "row"), counted(2, "row")
        ('1 row', '2 rows')
    """
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def json_text(value: object, *, indent: int | None = None, ascii_only: bool = False) -> str:
    """A value as JSON; sets and mappings of any kind are understood."""
    return json.dumps(value, ensure_ascii=ascii_only, indent=indent, default=_plain)


def write_json(value: object, path: Path | None = None) -> None:
    """A value as indented JSON, to a file or to standard output; see `write_text`."""
    write_text(json_text(value, indent=2, ascii_only=path is None and _is_ascii(sys.stdout)) + "\n", path)


def write_json_lines(values: Iterable[object], path: Path | None = None) -> None:
    """One JSON object a line, to a file or to standard output; see `write_text`."""
    ascii_only = path is None and _is_ascii(sys.stdout)
    write_text("".join(f"{json_text(value, ascii_only=ascii_only)}\n" for value in values), path)


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], form: RowFormat = RowFormat.TABLE) -> None:
    """Rows on standard output.

    Args:
        columns: names, one for each value of a row.
        rows: values in the order of the columns.
        form: a table for people, CSV with a header line, or a JSON list of objects.
    """
    if form is RowFormat.JSON:
        write_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif form is RowFormat.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([cell_text(value, exact=True) for value in row] for row in rows)
    else:
        print_table(columns, rows, keep_empty=False)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, keep_empty: bool = True) -> None:
    """A table for people on standard output; nothing is cut off but the tails of long ids.

    On a terminal that is too narrow for the table every row becomes a paragraph of its own.

    Args:
        columns: names, one for each value of a row.
        rows: values in the order of the columns.
        keep_empty: show a column also where none of the rows has a value in it.
    """
    body = [list(row) for row in rows]
    shown = [i for i in range(len(columns)) if keep_empty or not body or any(row[i] not in (None, "") for row in body)]
    heads = [columns[index] for index in shown]
    cells = [[short_ids(cell_text(row[index])) for index in shown] for row in body]
    numeric = [bool(body) and all(isinstance(row[index], int | float | None) for row in body) for index in shown]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    terminal = terminal_width()
    if terminal is not None and sum(min(width, BREAKABLE) + len(_GAP) for width in widths) - len(_GAP) > terminal:
        _print_records(heads, cells, terminal)
    else:
        _print_grid(heads, cells, numeric, widths)


def _print_grid(heads: Sequence[str], cells: Sequence[Sequence[str]], numeric: list[bool], widths: list[int]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for head, is_number, width in zip(heads, numeric, widths, strict=True):
        justify: Literal["left", "right"] = "right" if is_number else "left"
        table.add_column(Text(head), justify=justify, overflow="fold", no_wrap=width <= BREAKABLE)
    for row in cells:
        table.add_row(*map(Text, row))
    console = Console(file=sys.stdout, width=terminal_width() or WIDEST, highlight=False)
    with console.capture() as capture:
        console.print(table)
    for text in capture.get().splitlines():
        line(text.rstrip())


def _print_records(heads: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> None:
    """Rows one below the other: the first value as a heading, the others with their names."""
    margin = max(map(len, heads[1:]), default=0) + 4
    for row in cells:
        line(row[0])
        for head, value in zip(heads[1:], row[1:], strict=True):
            if value:
                line(wrapped(value, f"  {head}".ljust(margin), " " * margin, width=width))
        line()


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


def write_text(text: str, path: Path | None) -> None:
    """Text to a file (UTF-8, its folder must be there), or to standard output where there is no path.

    Raises:
        ConfigError: the file cannot be written.
    """
    if path is None:
        sys.stdout.write(text)
        return
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        if path.is_dir():
            raise IsADirectoryError(None, "Is a directory")
        partial.write_text(text, encoding="utf-8", newline="\n")
        partial.replace(path)
    except OSError as error:
        raise ConfigError(str(path), f"cannot be written: {error.strerror}") from error
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def progress(steps: Sequence[str]) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error where that is a terminal.

    Args:
        steps: the names of what is to be done, in order.

    Yields:
        A function to be called after each step.
    """
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        names = iter([*steps[1:], ""])
        task = bar.add_task(_escaped(steps[0]) if steps else "", total=len(steps))
        yield lambda: bar.update(task, advance=1, description=_escaped(next(names, "")))


@contextmanager
def working(text: str) -> Iterator[None]:
    """A sign of life on standard error, where that is a terminal, for what cannot be counted."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(_escaped(text)):
        yield


def _escaped(text: str) -> str:
    """Text in which rich sees no markup."""
    from rich.markup import escape

    return escape(text)


def terminal_width() -> int | None:
    """Columns of the terminal that standard output is, or that `COLUMNS` says; None in a pipe."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit():
        return max(40, shutil.get_terminal_size().columns)
    return None


def _is_ascii(stream: TextIO) -> bool:
    return not (stream.encoding or "").lower().replace("-", "").startswith("utf")


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


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} is not JSON")
