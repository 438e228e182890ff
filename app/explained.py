"""A question of the catalogue explained: what it takes and gives, and the query that answers it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..errors import ConfigError
from ..queries.catalogue import Column, Parameter, Question
from ..queries.runner import check_parameters
from .output import RowFormat, line, print_table, terminal_width, write_json
from .tables import cell_text, wrapped

_PARAMETERS = ("parameter", "type", "default", "meaning")
_COLUMNS = ("column", "type", "meaning")


def print_explanation(
    question: Question, given: Mapping[str, str], form: RowFormat, output: Path | None, *, language: str = "cypher"
) -> None:
    """What a question asks, takes and gives, and its query, on standard output.

    Args:
        question: of a catalogue.
        given: parameter name to value; only the names count.
        form: a table, or JSON.
        output: None: it is no file.
        language: of the query.

    Raises:
        QueryError: the question does not take a parameter.
        ConfigError: another form, or a file.
    """
    check_parameters(question, given)
    if output or form not in (RowFormat.TABLE, RowFormat.JSON):
        raise ConfigError("--explain", "is printed as text or with --json")
    if form is RowFormat.JSON:
        write_json({**question.to_dict(), language: question.text})
        return
    width = terminal_width()
    line(question.name)
    line(wrapped(question.question, "  ", "  ", width=width))
    if question.method:
        line(wrapped(f"method: {question.method}", "  ", "  ", width=width))
    line()
    if question.parameters:
        print_table(_PARAMETERS, [_parameter(parameter) for parameter in question.parameters.values()])
        line()
    print_table(_COLUMNS, [_column(column) for column in question.columns.values()])
    line()
    for text in question.text.strip("\n").split("\n"):
        line(text)


def typed(described: Parameter | Column) -> str:
    """The type with its unit: `number in S/cm`."""
    return f"{described.type} in {described.unit}" if described.unit else described.type


def default_text(parameter: Parameter) -> str:
    """The default as it would be given; `(empty)` where nothing is asked for, empty where there is none."""
    if parameter.default is None:
        return ""
    return cell_text(parameter.default) or "(empty)"


def _parameter(parameter: Parameter) -> tuple[str, ...]:
    return parameter.name, typed(parameter), default_text(parameter) or "(to be given)", parameter.help


def _column(column: Column) -> tuple[str, ...]:
    return column.name, typed(column), column.help
