"""The command that draws: `lithograph plot`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..errors import ConfigError
from .cli_options import (
    JsonOption,
    LibraryOption,
    MinConfidenceOption,
    ParameterOption,
    parse_parameters,
)
from .cli_push import DatabaseOption, PasswordOption, StoreOption, StoresOption, UserOption, opened_graph
from .output import line, note, print_table, working, write_json
from .tables import cell_text


class PlotWidth(StrEnum):
    """How wide a figure is."""

    SINGLE = "single"
    DOUBLE = "double"


def plot(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(help="Its name; without one, the plots are listed.", show_default=False)
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="File to write; ends in .svg, .png or .html.", show_default=False
        ),
    ] = None,
    parameters: ParameterOption = None,
    min_confidence: MinConfidenceOption = 0.0,
    width: Annotated[
        PlotWidth | None,
        typer.Option(
            "--width",
            metavar="WIDTH",
            help="One column of a page (85 mm) or two (170 mm); the plot's own where nothing is said.",
            show_default=False,
        ),
    ] = None,
    json: JsonOption = False,
    library: LibraryOption = None,
    store: StoreOption = None,
    database: DatabaseOption = None,
    user: UserOption = None,
    password: PasswordOption = None,
    stores: StoresOption = None,
) -> None:
    """Draw a figure of what the library holds, or list the plots.

    SVG and PNG are for papers; HTML is one page that loads nothing, in which each mark shows the sentences behind it
    and links to the works cited there.
    """
    given = parse_parameters(parameters)
    if name is None:
        _print_plots(json)
        return
    from ..queries.plots.picture import format_of
    from ..queries.plots.registry import find_plot

    find_plot(name)  # a slip of the pen is told before a library is looked for
    if output is None:
        raise ConfigError("--output", "name the file to write, such as -o figure.svg, figure.png or figure.html")
    format_of(output)
    if "min_confidence" in given:
        raise ConfigError("--param", "min_confidence is an option of its own: --min-confidence X")
    with opened_graph(ctx, library, store, database, user, password, stores) as opened, working("drawing"):
        picture = opened.plot(name, min_confidence=min_confidence, width=width, **given)
        picture.save(output)
    if json:
        write_json({**picture.to_dict(), "file": str(output)})
        return
    note(picture.caption)
    line(f"wrote {output}")


def _print_plots(json: bool) -> None:
    from ..queries.plots.registry import plots

    if json:
        write_json([plot.to_dict() for plot in plots().values()])
        return
    columns = ("name", "question", "parameters", "asks")
    rows = []
    for known in plots().values():
        taken = [p.name if p.default is None else f"{p.name}={cell_text(p.default)}" for p in known.parameters.values()]
        rows.append((known.name, known.question, taken, known.asks))
    print_table(columns, rows, keep_empty=False)
