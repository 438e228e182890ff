"""A question of the catalogue explained: what it takes and gives, and the query that answers it."""

from __future__ import annotations

from ..queries.catalogue import Column, Parameter, Question
from .output import line, print_table, terminal_width, write_json
from .tables import cell_text, wrapped

_PARAMETERS = ("parameter", "type", "default", "meaning")
_COLUMNS = ("column", "type", "meaning")


def print_explanation(question: Question, *, json: bool = False, language: str = "cypher") -> None:
    """What a question asks, takes and gives, and its query, on standard output."""
    if json:
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
