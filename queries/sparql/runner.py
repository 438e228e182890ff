"""Ask a question in SPARQL: one of the catalogue, or one's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from pyoxigraph import Store

from ...errors import ConfigError, QueryError
from ...graph.rdf.terms import node_id
from ...graph.stores.base import Store as GraphStore
from ..answer import Answer
from ..catalogue import Column, Question, parse_question
from ..runner import check_parameters, find_question, parameter_values
from .asking import TIMEOUT_S, Cell, Solutions, Triples, ask, plain
from .checking import NAME, check_reads
from .given import wanted

_SUFFIX = ".rq"
_QUESTION = re.compile(r"\s*[\w-]+\s*")
"""Matches `conductivities`, the name of a question, not `ASK { }`."""


@cache
def sparql_questions() -> Mapping[str, Question]:
    """Every question in SPARQL by name, sorted."""
    paths = sorted(
        (path for path in files(__package__).iterdir() if path.name.endswith(_SUFFIX)), key=lambda path: path.name
    )
    named = ((path.name.removesuffix(_SUFFIX), path.read_text(encoding="utf-8")) for path in paths)
    questions = (parse_question(name, text, comment="#") for name, text in named)
    return MappingProxyType({question.name: question for question in questions})


def named_question(text: str) -> Question | None:
    """The question of the catalogue that is meant; None where it is a query.

    Raises:
        QueryError: it looks like a name, and there is no such question.
    """
    return find_question(text.strip(), sparql_questions()) if _QUESTION.fullmatch(text) else None


def run(
    triples: Store,
    store: GraphStore,
    question: str,
    given: Mapping[str, Any],
    *,
    min_confidence: float = 0.0,
    timeout_s: float = TIMEOUT_S,
) -> Answer | Triples:
    """Ask a question of the catalogue by its name, or one's own in SPARQL.

    Args:
        triples: that answer.
        store: with the same graph, in which names of materials are looked up.
        question: its name, or the text of a query, in which `lithograph:given("name")` is a parameter.
        given: parameter name to value: as for a question in Cypher, or a text, a number, true or false.
        min_confidence: claims below it, from 0 to 1, count as not there; only for questions of the catalogue.
        timeout_s: seconds after which it is given up; it may go on in the background until the process ends.

    Returns:
        Rows; triples for CONSTRUCT and DESCRIBE.

    Raises:
        QueryError: no such question, no SPARQL, a query that would write or ask elsewhere, a parameter that is missing,
            unknown or ill-typed, or it takes too long.
        ConfigError: `min_confidence` is not between 0 and 1, or is asked of a query of one's own.
    """
    named = named_question(question)
    if named is not None:
        check_parameters(named, given)
        values = parameter_values(named, given, store, min_confidence=min_confidence)
        return _rows(named, ask(triples, named.text, values, name=named.name, timeout_s=timeout_s))
    if min_confidence:
        raise ConfigError("min_confidence", "is for the catalogue's questions; say it in your query with a FILTER")
    check_reads(question)
    _check_given(question, given)
    found = ask(triples, question, given, name=NAME, timeout_s=timeout_s)
    if isinstance(found, Triples):
        return found
    return Answer(found.columns, [[plain(term) for term in row] for row in found.rows])


def _rows(question: Question, found: Solutions | Triples) -> Answer:
    if isinstance(found, Triples):
        raise QueryError(question.name, "gives triples; a question of the catalogue gives rows")
    columns = question.columns
    rows = [[_cell(column, term) for column, term in zip(columns.values(), row, strict=True)] for row in found.rows]
    return Answer(tuple(columns), rows, described=columns)


def _check_given(text: str, given: Mapping[str, Any]) -> None:
    """Parameters of a query of one's own are those that it asks for."""
    asked = wanted(text)
    for missing in sorted(asked - set(given)):
        raise QueryError(NAME, f"parameter {missing} is missing: --param {missing}=VALUE")
    for unknown in sorted(set(given) - asked):
        raise QueryError(NAME, f'no parameter {unknown!r}; say lithograph:given("{unknown}") where it belongs')


def _cell(column: Column, term: Cell) -> Any:
    """A value of its column's type; a node by its id, as the other catalogue has it."""
    value = plain(term)
    if value is None or (value == "" and column.type not in ("text", "texts")):
        return None
    if column.type in ("claims", "texts"):
        return [_id(part) for part in str(value).split(", ")]
    if column.type in ("number", "fraction"):
        return float(f"{float(value):.12g}")
    return int(value) if column.type == "integer" else _id(value)


def _id(value: Any) -> Any:
    try:
        return node_id(value) if isinstance(value, str) else value
    except ValueError:
        return value
