"""Commands that ask a library: the catalogue of questions, one's own Cypher, one claim, and the exports."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import ConfigError
from .cli_options import (
    FormatOption,
    JsonOption,
    LibraryOption,
    MinConfidenceOption,
    OutputOption,
    ParameterOption,
    json_or_text,
    open_library,
    parse_parameters,
    row_format,
)
from .cli_push import (
    DatabaseOption,
    PasswordOption,
    StoreOption,
    StoresOption,
    UserOption,
    opened_graph,
)
from .output import RowFormat, counted, line, working, write_json, write_rows
from .printed_claim import print_claim
from .tables import cell_text

if TYPE_CHECKING:
    from ..queries.answer import Answer
    from ..queries.catalogue import Parameter, Question


class ExportFormat(StrEnum):
    """What `export` writes."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    JSONLD_FRAMED = "jsonld-framed"
    GRAPHML = "graphml"
    JSON = "json"
    NEO4J_ADMIN = "neo4j-admin"


class ExportProfile(StrEnum):
    """How much of the graph linked data holds."""

    FULL = "full"
    SCHEMA_ORG = "schema.org"


def query(
    ctx: typer.Context,
    question: Annotated[
        str | None, typer.Argument(help="Its name; without one, the catalogue is listed.", show_default=False)
    ] = None,
    parameters: ParameterOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show its parameters, its columns and its Cypher; ask nothing.")
    ] = False,
    evidence: Annotated[
        bool,
        typer.Option("--evidence", help="One row for each sentence that states a claim, with its DOI and place."),
    ] = False,
    min_confidence: MinConfidenceOption = 0.0,
    form: FormatOption = None,
    json: JsonOption = False,
    output: OutputOption = None,
    library: LibraryOption = None,
    store: StoreOption = None,
    database: DatabaseOption = None,
    user: UserOption = None,
    password: PasswordOption = None,
    stores: StoresOption = None,
) -> None:
    """Ask a question of the catalogue, or list it.

    The catalogue names each question with its parameters and the columns of its answer. A file is written in the format
    that its name ends in (.csv, .json, .md, .parquet) unless you name one.
    """
    shape = row_format(form, json, output)
    given = parse_parameters(parameters)
    if question is None:
        from ..queries.catalogue import catalogue

        write_catalogue(catalogue().values(), shape, output)
        return
    from ..queries.runner import find_question

    asked = find_question(question)  # a slip of the pen is told before a library is looked for
    if "min_confidence" in given:
        raise ConfigError("--param", "min_confidence is an option of its own: --min-confidence X")
    if explain:
        from .explained import print_explanation

        print_explanation(asked, given, shape, output)
        return
    with opened_graph(ctx, library, store, database, user, password, stores) as opened, working("asking"):
        answer = opened.query(question, min_confidence=min_confidence, evidence=evidence, **given)
    write_answer(answer, shape, output)


def cypher(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="CYPHER", help="The query, in quotation marks.", show_default=False)],
    parameters: ParameterOption = None,
    form: FormatOption = None,
    json: JsonOption = False,
    output: OutputOption = None,
    write: Annotated[
        bool, typer.Option("--write", help="Let the query change the graph, until it is built again.")
    ] = False,
    library: LibraryOption = None,
    store: StoreOption = None,
    database: DatabaseOption = None,
    user: UserOption = None,
    password: PasswordOption = None,
    stores: StoresOption = None,
) -> None:
    """Run a Cypher query of your own.

    A parameter's value is read as JSON where it is JSON (5, 1e-3, true, ["a", "b"]), else as text.
    """
    shape = row_format(form, json, output)
    given = {name: json_or_text(value) for name, value in parse_parameters(parameters).items()}
    with opened_graph(ctx, library, store, database, user, password, stores) as opened, working("asking"):
        answer = opened.cypher(text, given, write=write)
    write_answer(answer, shape, output)


def show(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(help="Its id, or the beginning of it.", show_default=False)],
    json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """Show one claim with all of its evidence.

    For each: the sentence, where it stands in which paper, the rule that read it, and the works cited for it with
    their DOI links.
    """
    with open_library(ctx, library) as opened:
        shown = opened.show(claim)
    if json:
        write_json(shown.to_dict())
    else:
        print_claim(shown)


def export(
    ctx: typer.Context,
    target: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="File to write; a folder for neo4j-admin.", show_default=False),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="The same, as an option.", show_default=False),
    ] = None,
    form: Annotated[
        ExportFormat,
        typer.Option("--format", help="Linked data, for Gephi and yEd, node-link JSON, or for an import into Neo4j."),
    ] = ExportFormat.TURTLE,
    min_confidence: MinConfidenceOption = 0.0,
    document: Annotated[
        list[str] | None,
        typer.Option(
            "--document",
            metavar="ID",
            help="Only what this document says: its id, DOI or file name; repeat for more.",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Only what was read on this day or later.", show_default=False),
    ] = None,
    profile: Annotated[
        ExportProfile, typer.Option("--profile", help="Linked data in full, or in the words of schema.org alone.")
    ] = ExportProfile.FULL,
    no_quotes: Annotated[
        bool, typer.Option("--no-quotes", help="Linked data without quotations of sentences.")
    ] = False,
    library: LibraryOption = None,
) -> None:
    """Write the graph to a file.

    The same documents always give the same bytes, in whatever order they were read. Claims below a confidence are
    left out with their evidence and what only they support. TriG, N-Quads and JSON-LD keep what is known of each claim
    in named graphs; `lithograph load` takes any linked data back. For neo4j-admin, the command that imports the files
    is printed.
    """
    if (target is None) == (output is None):
        raise ConfigError("output", "name one file to write, as FILE or with -o FILE")
    with open_library(ctx, library) as opened, working("exporting"):
        written = opened.export(
            form.value,
            target or output or "",
            min_confidence=min_confidence,
            documents=document or (),
            since=since,
            quotes=not no_quotes,
            profile=profile.value,
        )
    line(f"wrote {written}")
    if form is ExportFormat.NEO4J_ADMIN:
        from ..graph.stores.neo4j_admin import admin_command

        line(admin_command(written))


def write_catalogue(questions: Iterable[Question], form: RowFormat, output: Path | None) -> None:
    """Questions with their parameters and columns, to a file or to standard output."""
    from ..queries.answer import Answer

    if form is RowFormat.JSON:
        write_json([question.to_dict() for question in questions], output)
        return
    columns = ("name", "question", "parameters", "columns")
    rows = [(q.name, q.question, [_parameter(p) for p in q.parameters.values()], list(q.columns)) for q in questions]
    write_answer(Answer(columns, rows), form, output, counted_rows=False)


def _parameter(parameter: Parameter) -> str:
    """`min` where it has to be given, `min=0` where it has a default."""
    if parameter.default is None:
        return parameter.name
    return f"{parameter.name}={cell_text(parameter.default)}"


def write_answer(answer: Answer, form: RowFormat, output: Path | None, *, counted_rows: bool = True) -> None:
    """Rows to a file or to standard output, and how many there are."""
    if form is RowFormat.PARQUET and output is not None:
        answer.to_parquet(output)
    else:
        write_rows(answer.columns, [tuple(row.values()) for row in answer], form, output)
    if output is not None:
        line(f"wrote {counted(len(answer), 'row')} to {output}")
    elif form is RowFormat.TABLE and counted_rows:
        line(counted(len(answer), "row"))
