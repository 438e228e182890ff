"""Ask a question of the catalogue: parameters are checked and looked up, then given to the store as parameters."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from ..errors import QueryError
from ..graph.stores.base import Store
from ..ontology.confidence import check_confidence
from ..ontology.materials import identify
from ..ontology.vocabulary import Term, failures, material_classes, pattern, properties, strategies
from .answer import Answer
from .catalogue import MIN_CONFIDENCE, Parameter, Question, catalogue

_MATERIALS_NAMED = "MATCH (m:Material) WHERE $name IN m.names RETURN m.id ORDER BY m.id"


def run_question(store: Store, name: str, given: Mapping[str, Any], *, min_confidence: float = 0.0) -> Answer:
    """Ask a question.

    Args:
        store: that holds the graph.
        name: of the question.
        given: parameter name to value; texts such as `"1e-3"` are understood as numbers where a number is wanted.
        min_confidence: claims below it, from 0 to 1, count as not there.

    Raises:
        QueryError: no such question; a parameter is missing, unknown or ill-typed.
        ConfigError: `min_confidence` is not between 0 and 1.
    """
    question = find_question(name)
    unknown = sorted(set(given) - set(question.parameters))
    if unknown:
        raise QueryError(name, f"no parameter {unknown[0]!r}; it takes {_signature(question)}")
    values = {parameter.name: _value(question, parameter, given, store) for parameter in question.parameters.values()}
    values[MIN_CONFIDENCE] = check_confidence(min_confidence)
    result = store.query(question.cypher, values, name=name)
    return Answer(tuple(question.columns), [tuple(map(_rounded, row)) for row in result.rows])


def _rounded(value: Any) -> Any:
    """Numbers to 12 significant digits: a change of unit leaves no 0.027000000000000003."""
    return float(f"{value:.12g}") if isinstance(value, float) else value


def find_question(name: str) -> Question:
    """A question of the catalogue by its name.

    Raises:
        QueryError: there is none; the message says which there are.
    """
    questions = catalogue()
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


def _text(value: Any, store: Store) -> str:
    del store
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a text")  # noqa: TRY004 (one kind of error for a wrong value)
    return value


def _number(value: Any, store: Store) -> float:
    del store
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"{value!r} is not a number")
    return number


def _integer(value: Any, store: Store) -> int:
    number = _number(value, store)
    if number != int(number) or number < 0:
        raise ValueError(f"{value!r} is not a whole number from 0 up")
    return int(number)


def _boolean(value: Any, store: Store) -> bool:
    del store
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    if str(value).lower() not in words:
        raise ValueError(f"{value!r} is neither true nor false")
    return words[str(value).lower()]


def _material(value: Any, store: Store) -> list[str]:
    """Ids of what the name means to the field, or to a paper of the library that defines it."""
    name = _text(value, store).strip()
    if not name:
        raise ValueError("the name of a material is empty")
    named = store.query(_MATERIALS_NAMED, {"name": name}, name="material names")
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
    """Ids of a failure, a property or a material."""
    name = _text(value, store).strip()
    failure = _find(name, failures())
    if failure is not None:
        return [f"failure:{failure}"]
    change, _, rest = name.partition("_")
    quantity = _find(rest if change in ("high", "low") else name, properties())
    return [f"property:{quantity}"] if quantity is not None else _material(name, store)


def _claim(value: Any, store: Store) -> str:
    text = _text(value, store)
    if not text.removeprefix("claim:"):
        raise ValueError("the id of a claim is empty")
    return text if text.startswith("claim:") else f"claim:{text}"


def _one_of(name: str, terms: Mapping[str, Term]) -> str:
    found = _find(name, terms)
    if found is None:
        raise ValueError(f"{name!r} is none of {', '.join(terms)}")
    return found


def _find(name: str, terms: Mapping[str, Term]) -> str | None:
    """The term with this name, or the only one that papers write so; None where there is none."""
    folded = {term.casefold().replace("_", " "): term for term in terms}
    exact = folded.get(name.casefold().replace("_", " "))
    if exact is not None:
        return exact
    written = [term.name for term in terms.values() if pattern(term).fullmatch(name)]
    return written[0] if len(written) == 1 else None


_LISTS = frozenset({"material", "factor"})
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
    "claim": _claim,
}
