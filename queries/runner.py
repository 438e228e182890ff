"""Ask a question of the catalogue: parameters are checked and looked up, then given to the store as parameters.

What a person gives never becomes part of a query's text.
"""

from __future__ import annotations

import math
import re
import reprlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from ..errors import QueryError
from ..graph.stores.base import Store
from ..ontology.confidence import check_confidence
from ..ontology.materials import identify
from ..ontology.vocabulary import Term, effects, failures, material_classes, pattern, properties, strategies
from .analysis.methods import METHODS
from .answer import Answer
from .catalogue import MIN_CONFIDENCE, Column, Parameter, Question, catalogue
from .evidence import check_evidence, with_evidence

_MATERIALS_NAMED = "MATCH (m:Material) WHERE $name IN m.names RETURN m.id ORDER BY m.id"

_GIVEN = re.compile(r"\$(\w+)")
"""Matches `$min` in a query, not `min`."""


_LARGEST = 2**53
"""Of whole numbers: what a double holds exactly."""


def run_question(
    store: Store, name: str, given: Mapping[str, Any], *, min_confidence: float = 0.0, evidence: bool = False
) -> Answer:
    """Ask a question.

    Args:
        store: that holds the graph.
        name: of the question.
        given: parameter name to value; texts such as `"1e-3"` are understood as numbers where a number is wanted.
        min_confidence: claims below it, from 0 to 1, count as not there.
        evidence: give a row for each sentence that states a claim of a row, with its DOI and place.

    Raises:
        QueryError: no such question; a parameter is missing, unknown or ill-typed; evidence is wanted of rows that
            name no claims.
        ConfigError: `min_confidence` is not between 0 and 1.
    """
    question = find_question(name)
    check_parameters(question, given)
    if evidence:
        check_evidence(question)
    values = parameter_values(question, given, store, min_confidence=min_confidence)
    wanted = set(_GIVEN.findall(question.text))
    result = store.ask(question.text, {key: values[key] for key in wanted}, name=name)
    rows: Iterable[Sequence[Any]] = result.rows
    if question.method:
        rows = METHODS[name]([dict(zip(result.columns, row, strict=True)) for row in rows], values)
    columns = question.columns
    answer = Answer(tuple(columns), [_typed(columns.values(), row) for row in rows], described=columns)
    return with_evidence(store, question, answer) if evidence else answer


def parameter_values(
    question: Question, given: Mapping[str, Any], store: Store, *, min_confidence: float
) -> dict[str, Any]:
    """The value of every parameter: what was given, looked up in the vocabularies and the graph, or its default.

    Args:
        question: that is asked.
        given: as a person gives them.
        store: in which names of materials are looked up.
        min_confidence: from 0 to 1.

    Raises:
        QueryError: a parameter is missing or ill-typed.
        ConfigError: `min_confidence` is not between 0 and 1.
    """
    values = {parameter.name: _value(question, parameter, given, store) for parameter in question.parameters.values()}
    return values | {MIN_CONFIDENCE: check_confidence(min_confidence)}


def _typed(columns: Iterable[Column], row: Sequence[Any]) -> list[Any]:
    """A row with lists of ids as lists and numbers to 12 significant digits.

    A change of unit then leaves no 0.027000000000000003.
    """
    return [_cell(column, value) for column, value in zip(columns, row, strict=True)]


def _cell(column: Column, value: Any) -> Any:
    if column.type == "claims" and isinstance(value, str):
        return value.split(", ")
    return float(f"{value:.12g}") if isinstance(value, float) else value


def check_parameters(question: Question, given: Mapping[str, Any]) -> None:
    """Refuse parameters that the question does not take.

    Raises:
        QueryError: there is one; the message says what it takes.
    """
    unknown = sorted(set(given) - set(question.parameters))
    if unknown:
        raise QueryError(question.name, f"no parameter {unknown[0]!r}; it takes {_signature(question)}")


def find_question(name: str, questions: Mapping[str, Question] | None = None) -> Question:
    """A question of a catalogue by its name.

    Args:
        name: of the question.
        questions: to look in; those in Cypher where none are given.

    Raises:
        QueryError: there is none; the message says which there are.
    """
    questions = catalogue() if questions is None else questions
    if name in questions:
        return questions[name]
    near = get_close_matches(name, questions, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise QueryError(name, f"no such question{hint}; the catalogue has {', '.join(questions)}")


def _signature(question: Question) -> str:
    parts = [f"{parameter.name} ({parameter.type})" for parameter in question.parameters.values()]
    return ", ".join(parts) or "none"


def _value(question: Question, parameter: Parameter, given: Mapping[str, Any], store: Store) -> Any:
    value = given.get(parameter.name, parameter.default)
    if value is None:
        raise QueryError(question.name, f"parameter {parameter.name} is missing; it takes {_signature(question)}")
    if value == parameter.default == "":
        return [] if parameter.type in _LISTS else ""
    try:
        return _CONVERTERS[parameter.type](value, store)
    except ValueError as error:
        raise QueryError(question.name, f"parameter {parameter.name}: {error}") from error


def _shown(value: Any) -> str:
    """A value that was given, in an error: not all of a long one."""
    return reprlib.repr(value)


def _text(value: Any, store: Store) -> str:
    del store
    if not isinstance(value, str):
        raise ValueError(f"{_shown(value)} is not a text")  # noqa: TRY004 (one kind of error for a wrong value)
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise ValueError(f"{_shown(value)} holds bytes that are no text in this terminal's encoding")
    return value


def _number(value: Any, store: Store) -> float:
    del store
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"{_shown(value)} is not a number")
    return number


def _integer(value: Any, store: Store) -> int:
    number = _number(value, store)
    if number != int(number) or number < 0:
        raise ValueError(f"{_shown(value)} is not a whole number from 0 up")
    if number > _LARGEST:
        raise ValueError(f"{_shown(value)} is larger than {_LARGEST}")
    return int(number)


def _boolean(value: Any, store: Store) -> bool:
    del store
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if str(value).lower() not in words:
        raise ValueError(f"{_shown(value)} is neither true nor false")
    return words[str(value).lower()]


def _material(value: Any, store: Store) -> list[str]:
    """Ids of what the name means to the field, or to a paper of the library that defines it."""
    name = _text(value, store).strip()
    if not name:
        raise ValueError("the name of a material is empty")
    named = store.ask(_MATERIALS_NAMED, {"name": name}, name="material names")
    return sorted({identify(name).id, name, *(row[0] for row in named.rows)})


def _class(value: Any, store: Store) -> str:
    return _one_of(_text(value, store), material_classes())


def _property(value: Any, store: Store) -> str:
    return _one_of(_text(value, store), properties())


def _failure(value: Any, store: Store) -> str:
    return _one_of(_text(value, store), failures())


def _strategy(value: Any, store: Store) -> str:
    return _one_of(_text(value, store), strategies())


def _factor(value: Any, store: Store) -> list[str]:
    """Ids of a failure, a property or quality, or a material."""
    name = _text(value, store).strip()
    failure = _find(name, failures())
    if failure is not None:
        return [f"failure:{failure}"]
    change, _, rest = name.partition("_")
    bare = rest if change in ("high", "low") else name
    quantity = _find(bare, properties()) or _find(bare, effects())
    return [f"property:{quantity}"] if quantity is not None else _material(name, store)


def _node(value: Any, store: Store) -> list[str]:
    """Ids of anything that the graph has: a factor, a class, a paper by its DOI, or what has this very id."""
    name = _text(value, store).strip()
    if name.startswith("10."):
        return [f"doi:{name.lower()}"]
    classes = _find(name, material_classes())
    return _factor(value, store) if classes is None else [f"class:{classes}"]


def _claim(value: Any, store: Store) -> str:
    text = _text(value, store)
    if not text.removeprefix("claim:"):
        raise ValueError("the id of a claim is empty")
    return text if text.startswith("claim:") else f"claim:{text}"


def _one_of(name: str, terms: Mapping[str, Term]) -> str:
    found = _find(name, terms)
    if found is None:
        raise ValueError(f"{_shown(name)} is none of {', '.join(terms)}")
    return found


def _find(name: str, terms: Mapping[str, Term]) -> str | None:
    """The term with this name, or the only one that papers write so; None where there is none."""
    folded = {term.casefold().replace("_", " "): term for term in terms}
    exact = folded.get(name.casefold().replace("_", " "))
    if exact is not None:
        return exact
    written = [term.name for term in terms.values() if pattern(term).fullmatch(name)]
    return written[0] if len(written) == 1 else None


_LISTS = frozenset({"material", "factor", "node"})
"""Types whose value is a list of ids."""

_CONVERTERS: Mapping[str, Callable[[Any, Store], Any]] = {
    "text": _text,
    "number": _number,
    "integer": _integer,
    "boolean": _boolean,
    "material": _material,
    "class": _class,
    "property": _property,
    "failure": _failure,
    "strategy": _strategy,
    "factor": _factor,
    "node": _node,
    "claim": _claim,
}
