"""Options that several commands share, and how a command comes to its library."""

from __future__ import annotations

import json as json_format
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from ..errors import ConfigError, LibraryCorruptError
from .output import RowFormat

if TYPE_CHECKING:
    from .library import Library

DEFAULT_LIBRARY = Path("lithograph-library")
"""Directory of the library where none is named, in the current folder."""

LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library", metavar="DIR", help="Directory of the library, as before the command.", show_default=False
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for scripts.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file, not to the screen.", show_default=False),
]
FormatOption = Annotated[
    RowFormat | None,
    typer.Option("--format", help="How rows are written; a table where nothing is said.", show_default=False),
]
ParameterOption = Annotated[
    list[str] | None,
    typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; repeat for more.", show_default=False),
]


def _checked_confidence(value: float) -> float:
    from ..ontology.confidence import check_confidence

    return check_confidence(value, "--min-confidence")


MinConfidenceOption = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        metavar="X",
        help="Leave out claims whose confidence is below X, from 0 to 1.",
        callback=_checked_confidence,
        show_default=False,
    ),
]


def open_library(ctx: typer.Context, directory: Path | None, *, create: bool = False) -> Library:
    """Open the library that the user means: the command's option, else the program's, else the default.

    Raises:
        LibraryCorruptError: there is no library, or it cannot be used.
    """
    from .library import Library

    path = directory or cast(Path | None, ctx.obj) or DEFAULT_LIBRARY
    if not create and not path.exists():
        raise LibraryCorruptError(
            path, "no library here; make one with `lithograph ingest FILE`, or name it with --library"
        )
    return Library(path, create=create)


_SUFFIXES = {
    ".csv": RowFormat.CSV,
    ".json": RowFormat.JSON,
    ".md": RowFormat.MARKDOWN,
    ".parquet": RowFormat.PARQUET,
}
"""How the name of a file ends to what is written into it."""


def row_format(form: RowFormat | None, json: bool, output: Path | None = None) -> RowFormat:
    """The format of rows: the one that is named, else the one of the file, else a table.

    Args:
        form: of `--format`.
        json: `--json` is short for `--format json`.
        output: the file to be written.

    Raises:
        ConfigError: two were given and differ, or Parquet is to be written to the screen.

    Example:
        >>> row_format(None, False, Path("answer.csv")).value
        'csv'
    """
    if json and form not in (None, RowFormat.JSON):
        raise ConfigError("--json", f"cannot be combined with --format {form}")
    by_name = _SUFFIXES.get(output.suffix.lower(), RowFormat.TABLE) if output else RowFormat.TABLE
    shape = RowFormat.JSON if json else form or by_name
    if shape is RowFormat.PARQUET and output is None:
        raise ConfigError("--format", "parquet is written to a file: name it with --output FILE")
    return shape


def parse_parameters(pairs: Sequence[str] | None) -> dict[str, str]:
    """`NAME=VALUE` pairs as a mapping.

    Raises:
        ConfigError: a pair has no `=`, no name, or a name comes twice.

    Example:
        >>> parse_parameters(["min=1e-3", "material=Li6PS5Cl"])
        {'min': '1e-3', 'material': 'Li6PS5Cl'}
    """
    parameters: dict[str, str] = {}
    for pair in pairs or ():
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise ConfigError("--param", f"{pair!r} is not NAME=VALUE, such as min=1e-3")
        if name in parameters:
            raise ConfigError("--param", f"{name!r} is given twice")
        parameters[name] = value
    return parameters


def json_or_text(value: str) -> Any:
    """A parameter's value as JSON where it is JSON, else as it is.

    Example:
        >>> json_or_text("1e-3"), json_or_text("Li")
        (0.001, 'Li')
    """
    try:
        return json_format.loads(value)
    except json_format.JSONDecodeError:
        return value
