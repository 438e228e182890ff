"""What goes to the screen or into a file: tables for people, CSV and JSON for scripts.

Answers go to standard output; progress, notes and errors to standard error, so that a pipe holds answers only.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, TextIO

from ..errors import ConfigError
from ..whole_files import replacing
from .tables import csv_text, json_text, markdown_table, table_text


class RowFormat(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"
    PARQUET = "parquet"


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


def write_json(value: object, path: Path | None = None) -> None:
    """A value as indented JSON, to a file or to standard output; see `write_text`."""
    write_text(json_text(value, indent=2, ascii_only=path is None and _is_ascii(sys.stdout)) + "\n", path)


def write_json_lines(values: Iterable[object], path: Path | None = None) -> None:
    """One JSON object a line, to a file or to standard output; see `write_text`."""
    ascii_only = path is None and _is_ascii(sys.stdout)
    write_text("".join(f"{json_text(value, ascii_only=ascii_only)}\n" for value in values), path)


def write_rows(
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    form: RowFormat = RowFormat.TABLE,
    path: Path | None = None,
) -> None:
    """Rows to a file or to standard output.

    Args:
        columns: names, one for each value of a row.
        rows: values in the order of the columns.
        form: a table for people, CSV with a header line, a JSON list of objects, or a Markdown table.
        path: of the file; see `write_text`.

    Raises:
        ConfigError: the file cannot be written.
    """
    if form is RowFormat.JSON:
        write_json([dict(zip(columns, row, strict=True)) for row in rows], path)
    elif form is RowFormat.CSV:
        write_text(csv_text(columns, rows), path)
    elif form is RowFormat.MARKDOWN:
        write_text(markdown_table(columns, rows), path)
    else:
        write_text(table_text(columns, rows, keep_empty=False, width=None if path else terminal_width()), path)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, keep_empty: bool = True) -> None:
    """A table for people on standard output; nothing is cut off but the tails of long ids.

    On a terminal that is too narrow for the table every row becomes a paragraph of its own.

    Args:
        columns: names, one for each value of a row.
        rows: values in the order of the columns.
        keep_empty: show a column also where none of the rows has a value in it.
    """
    write_text(table_text(columns, rows, keep_empty=keep_empty, width=terminal_width()), None)


def write_text(text: str, path: Path | None) -> None:
    """Text to a file (UTF-8, its folder must be there), or to standard output where there is no path.

    Raises:
        ConfigError: the file cannot be written.
    """
    if path is None:
        sys.stdout.write(text)
        return
    try:
        with replacing(path) as partial:
            partial.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigError(str(path), f"cannot be written: {error.strerror or error}") from error


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
