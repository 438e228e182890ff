"""The command that asks a library in SPARQL."""

from __future__ import annotations

from typing import Annotated, Any

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
from .cli_questions import write_answer, write_catalogue
from .output import counted, line, working, write_text


def sparql(
    ctx: typer.Context,
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME|QUERY",
            help="Name of a question, or a query in quotation marks; without one, the questions are listed.",
            show_default=False,
        ),
    ] = None,
    parameters: ParameterOption = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Show a question's parameters, columns and query for a server; ask nothing."),
    ] = False,
    min_confidence: MinConfidenceOption = 0.0,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", help="Give up after so long.", min=0.001)
    ] = 60.0,
    form: FormatOption = None,
    json: JsonOption = False,
    output: OutputOption = None,
    library: LibraryOption = None,
) -> None:
    """Ask the library as linked data, in SPARQL 1.1, without a server.

    SELECT and ASK give rows, CONSTRUCT and DESCRIBE give Turtle. The prefixes of the export need not be declared, and
    the default graph is the union of all graphs. A parameter of your own query is lithograph:given("name"). Updates,
    SERVICE and FROM are refused: nothing is changed, and nobody else is asked.
    """
    shape = row_format(form, json, output)
    given = parse_parameters(parameters)
    from ..queries.sparql.runner import named_question, sparql_questions

    if question is None:
        write_catalogue(sparql_questions().values(), shape, output)
        return
    named = named_question(question)  # a slip of the pen is told before a library is looked for
    if explain:
        from .explained import print_explanation

        if named is None:
            raise ConfigError("--explain", "is for the questions that have a name")
        print_explanation(named, given, shape, output, language="sparql")
        return
    known: dict[str, Any] = dict(given)
    if named is None:
        from ..queries.sparql.checking import check_reads

        check_reads(question)
        known = {name: json_or_text(value) for name, value in given.items()}
    reserved = {"min_confidence", "timeout_s"} & set(known)
    if reserved:
        raise ConfigError("--param", f"{min(reserved)} is an option of its own")
    with open_library(ctx, library) as opened, working("asking"):
        found = opened.sparql(question, min_confidence=min_confidence, timeout_s=timeout, **known)
    from ..queries.answer import Answer

    if isinstance(found, Answer):
        write_answer(found, shape, output)
        return
    if form is not None or json:
        raise ConfigError("--format", "CONSTRUCT and DESCRIBE give triples, which are written as Turtle")
    write_text(found.to_turtle(), output)
    if output is not None:
        line(f"wrote {counted(len(found), 'triple')} to {output}")
