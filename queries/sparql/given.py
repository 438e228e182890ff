"""Parameters of a query: terms that the query gets by a function, so that no value ever is part of its text.

`lithograph:given("min")` in a query is the parameter `min`, wherever it stands, sub-queries included. SPARQL has no
parameters of its own, and its variables end at a sub-query (SPARQL 1.1, section 12).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from ...errors import QueryError
from ...graph.rdf.terms import literal, node_iri
from ...ontology.own_terms import NAMESPACE

Cell = NamedNode | BlankNode | Literal | Triple | None
"""What a function may give: a term, or nothing."""

GIVEN = NamedNode(NAMESPACE + "given")
"""The function."""

_CALL = re.compile(r"""lithograph:given\(\s*(["'])(?P<name>\w+)\1\s*\)""")
"""Matches `lithograph:given("min")`, not `?given`."""


def wanted(text: str) -> set[str]:
    """The parameters that a query asks for.

    Example:
        >>> wanted('FILTER(?value >= lithograph:given("min"))')
        {'min'}
    """
    return {match["name"] for match in _CALL.finditer(text)}


def as_term(value: Any) -> Literal:
    """A parameter as a term; a list of ids is one text with their IRIs in angle brackets.

    Raises:
        QueryError: it is neither a text, a number, true or false, nor a list of ids.
    """
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return literal("".join(f"<{node_iri(item).value}>" for item in value))
    if isinstance(value, str | int | float):
        return literal(value)
    raise QueryError("sparql", "a parameter is a text, a number, true or false")


def functions(values: Mapping[str, Any]) -> dict[NamedNode, Callable[..., Cell]]:
    """The function by which a query gets these parameters."""
    terms = {name: as_term(value) for name, value in values.items()}

    def given(name: object) -> Cell:
        return terms.get(name.value) if isinstance(name, Literal) else None

    return {GIVEN: given}
