"""What goes to the screen or into a file: tables for people, CSV and JSON for scripts.

Answers go to standard output; progress, notes and errors to standard error, so that a pipe holds answers only.
"""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ..errors import ConfigError

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 10_000
"""Columns of a table that goes into a pipe or a file: one row stays one line."""


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


def json_text(value: object, *, indent: int | None = None, ascii_only: bool = False) -> str:
    """A value as JSON; sets and mappings of any kind are understood."""
    return json.dumps(value, ensure_ascii=ascii_only, indent=indent, default=_plain)


def print_json(value: object) -> None:
    """A value as indented JSON on standard output."""
    line(json_text(value, indent=2, ascii_only=_is_ascii(sys.stdout)))


def print_json_lines(values: Iterable[object]) -> None:
    """One JSON object a line on standard output."""
    ascii_only = _is_ascii(sys.stdout)
    for value in values:
        line(json_text(value, ascii_only=ascii_only))


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], form: RowFormat = RowFormat.TABLE) -> None:
    """Rows on standard output.

    Args:
        columns: names, one for each value of a row.
        rows: values in the order of the columns.
        form: a table for people, CSV with a header line, or a JSON list of objects.
    """
    if form is RowFormat.JSON:
        print_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif form is RowFormat.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([cell_text(value, exact=True) for value in row] for row in rows)
    else:
        print_table(columns, rows)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, title: str | None = None) -> None:
    """A table for people on standard output; nothing is cut off."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    body = [list(row) for row in rows]
    for index, name in enumerate(columns):
        numeric = bool(body) and all(isinstance(row[index], int | float | None) for row in body)
        table.add_column(Text(name), justify="right" if numeric else "left", overflow="fold")
    for row in body:
        table.add_row(*(Text(cell_text(value)) for value in row))
    console = _console()
    with console.capture() as capture:
        console.print(table)
    for text in capture.get().splitlines():
        line(text.rstrip())


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

    with Console(stderr=True).status(text):
        yield


def _escaped(text: str) -> str:
    """Text in which rich sees no markup."""
    from rich.markup import escape

    return escape(text)


def _console() -> Console:
    from rich.console import Console

    fixed = os.environ.get("COLUMNS", "").isdigit() or sys.stdout.isatty()
    return Console(file=sys.stdout, width=None if fixed else WIDEST, highlight=False, soft_wrap=False)


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
