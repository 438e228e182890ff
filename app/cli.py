"""The command line: `lithograph`, and `main`, by which it is started.

Only what every command needs is imported here: `lithograph --help` has to answer at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from .. import __version__
from ..errors import LithographError
from . import (
    cli_documents,
    cli_engines,
    cli_evaluate,
    cli_library,
    cli_plot,
    cli_push,
    cli_questions,
    cli_sparql,
    cli_validate,
)
from .cli_options import DEFAULT_LIBRARY
from .output import line, note, prepare_streams

app = typer.Typer(
    name="lithograph",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: quick, and the same on every terminal
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  lithograph ingest paper.md
  lithograph query
  lithograph query conductivities --param min=1e-3
""",
)

COMMANDS: tuple[tuple[Callable[..., None], tuple[str, ...]], ...] = (
    (
        cli_library.ingest,
        (
            "lithograph ingest review.md notes/*.md",
            "lithograph --library solid-state ingest review.md",
            "lithograph ingest review.md --engine rules,chemdataextractor",
        ),
    ),
    (cli_library.status, ("lithograph status", "lithograph status --findings", "lithograph status --json")),
    (
        cli_questions.query,
        (
            "lithograph query",
            "lithograph query conductivities --param min=1e-3",
            "lithograph query conductivities --param min=1e-3 --format csv > conductivities.csv",
        ),
    ),
    (
        cli_questions.cypher,
        (
            "lithograph cypher 'MATCH (m:Material) RETURN m.name ORDER BY m.name LIMIT 5'",
            "lithograph cypher 'MATCH (m:Material {name: $name}) RETURN m.id' --param name=Li6PS5Cl",
        ),
    ),
    (
        cli_sparql.sparql,
        (
            "lithograph sparql",
            "lithograph sparql products --param material=sulfide",
            "lithograph sparql 'SELECT ?name { ?m a lithograph:Material ; rdfs:label ?name } ORDER BY ?name LIMIT 5'",
        ),
    ),
    (cli_questions.show, ("lithograph show claim:1f3a", "lithograph show 1f3a --json")),
    (
        cli_documents.extract,
        (
            "lithograph extract review.md --format facts -o facts.jsonl",
            "lithograph extract review.md --format mentions",
        ),
    ),
    (
        cli_documents.bibliography,
        (
            "lithograph bibliography review.md --format csl-json -o references.json",
            "lithograph bibliography review.md --format bibtex -o references.bib",
        ),
    ),
    (
        cli_documents.material,
        ("lithograph material LLZO Li7La3Zr2O12", "lithograph material 'Li<sub>6</sub>PS<sub>5</sub>Cl' --json"),
    ),
    (cli_engines.engines, ("lithograph engines", "lithograph engines --json")),
    (
        cli_evaluate.evaluate,
        (
            "lithograph evaluate gold.jsonl review.md",
            "lithograph evaluate gold.jsonl facts.jsonl --lines 1-240 --missed 10 --spurious 10",
        ),
    ),
    (
        cli_questions.export,
        (
            "lithograph export --format turtle -o graph.ttl",
            "lithograph export --format trig --document 10.1000/example -o paper.trig",
            "lithograph export --format graphml -o graph.graphml",
            "lithograph export --format neo4j-admin import-files",
        ),
    ),
    (cli_library.load, ("lithograph load graph.trig", "lithograph --library copy load graph.trig")),
    (cli_validate.validate, ("lithograph validate graph.trig", "lithograph validate graph.ttl --json")),
    (
        cli_push.push,
        (
            "lithograph push --store bolt://localhost:7687 --user neo4j",
            "LITHOGRAPH_PASSWORD=… lithograph push --store neo4j://graph.example.org --database neo4j --user me",
        ),
    ),
    (
        cli_plot.plot,
        (
            "lithograph plot",
            "lithograph plot conductivity-family -o conductivities.svg",
            "lithograph plot conductivity-temperature --param material=sulfide -o sulfides.html",
        ),
    ),
    (cli_library.remove, ("lithograph remove review.md", "lithograph remove 10.1000/example")),
    (cli_library.rebuild, ("lithograph rebuild",)),
)
"""Every command in the order in which the help lists it, with its examples."""


def _examples(lines: tuple[str, ...]) -> str:
    r"""The epilog of a command; `\b` keeps its lines as they are."""
    return "\n".join(["\b", "Examples:" if len(lines) > 1 else "Example:", *(f"  {text}" for text in lines)])


for _command, _lines in COMMANDS:
    app.command(epilog=_examples(_lines))(_command)


def _print_version(wanted: bool) -> None:
    if wanted:
        line(f"lithograph {__version__}")
        raise typer.Exit


@app.callback()
def lithograph(
    ctx: typer.Context,
    library: Annotated[
        Path | None,
        typer.Option(
            "--library",
            metavar="DIR",
            envvar="LITHOGRAPH_LIBRARY",
            help=f"Directory of the library.  [default: {DEFAULT_LIBRARY}]",
            show_default=False,
        ),
    ] = None,
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Read papers on solid-state batteries into a graph in which every value leads to its source.

    Drop papers into a library with `ingest`, ask it with `query`, and follow any answer to its sentence and to the
    works cited there with `show`. Nothing is sent anywhere: no command opens the network unless you name a server with
    `--store`, or with `--engine` an engine that works through one.
    """
    ctx.obj = library


def main() -> None:
    """Run the command line."""
    run(lambda: app(prog_name="lithograph"))


def run(program: Callable[[], None]) -> None:
    """Run a program for a person: an error that one can do something about is one line and exit code 1."""
    prepare_streams()
    try:
        program()
    except LithographError as error:
        note(f"error: {' '.join(str(error).split())}")
        sys.exit(1)
    finally:
        _flush()


def _flush() -> None:
    """Write out what is left, unless whoever read the pipe has gone."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
