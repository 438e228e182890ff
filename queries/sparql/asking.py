"""Run one query over a store of triples: in a thread of its own, so that it can be given up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from ...errors import QueryError
from ...ontology.own_terms import prefixes
from ...time_limit import call_within
from .given import functions

Cell = NamedNode | BlankNode | Literal | Triple | bool | None
"""What a solution has for a variable: a term, or nothing; the truth for ASK."""

TIMEOUT_S = 60.0
"""Seconds that a query may take where nothing else is said."""

_INTEGERS = ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "gYear")
_FLOATS = ("double", "float", "decimal")
_XSD = "http://www.w3.org/2001/XMLSchema#"
_LONGEST = 160
"""Characters of what a parser says that are shown."""


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer to SELECT, or the one cell of ASK: variables, and a row of terms for each solution."""

    columns: tuple[str, ...]
    rows: list[list[Cell]]


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to CONSTRUCT or DESCRIBE: triples, each once, in order."""

    triples: tuple[Triple, ...]

    def to_turtle(self) -> str:
        """The triples as Turtle, with the prefixes that they use."""
        text = "\n".join(map(str, self.triples))
        used = {prefix: namespace for prefix, namespace in prefixes().items() if f"<{namespace}" in text}
        written = (serialize(self.triples, format=RdfFormat.TURTLE, prefixes=used) or b"").decode()
        lines = written.splitlines(keepends=True)
        return "".join([*sorted(lines[: len(used)]), *lines[len(used) :]])

    def __len__(self) -> int:
        return len(self.triples)


def ask(
    store: Store, text: str, values: Mapping[str, Any], *, name: str, timeout_s: float = TIMEOUT_S
) -> Solutions | Triples:
    """Run a query; the default graph is the union of all graphs.

    Args:
        store: that is asked.
        text: of the query; the prefixes of the export need not be declared.
        values: of its parameters.
        name: by which errors name it.
        timeout_s: seconds after which it is given up.

    Raises:
        QueryError: it is no SPARQL, cannot be evaluated, or takes too long.
    """

    def run() -> Solutions | Triples:
        found = store.query(
            text, prefixes=dict(prefixes()), use_default_graph_as_union=True, custom_functions=functions(values)
        )
        if isinstance(found, QueryBoolean):
            return Solutions(("answer",), [[bool(found)]])
        if isinstance(found, QueryTriples):
            return Triples(tuple(sorted(set(found), key=str)))
        return Solutions(tuple(variable.value for variable in found.variables), [list(row) for row in found])

    try:
        return call_within(timeout_s, run)
    except SyntaxError as error:
        raise QueryError(name, f"is no SPARQL: {_short(error)}") from error
    except TimeoutError as error:
        reason = f"took longer than {timeout_s:g} s; ask for less, or allow more with --timeout"
        raise QueryError(name, reason) from error
    except QueryError:
        raise
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(name, _short(error)) from error


def plain(term: Cell) -> Any:
    """A term as a plain Python value: numbers and truth values as such, IRIs and all else as text."""
    if term is None or isinstance(term, bool):
        return term
    if not isinstance(term, Literal):
        return term.value if isinstance(term, NamedNode | BlankNode) else str(term)
    kind = term.datatype.value.removeprefix(_XSD)
    try:
        if kind in _INTEGERS:
            return int(term.value)
        if kind in _FLOATS:
            return float(term.value)
    except ValueError:
        return term.value
    return term.value in ("true", "1") if kind == "boolean" else term.value


def _short(error: BaseException) -> str:
    text = " ".join(str(error).split())
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
