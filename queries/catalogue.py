"""The catalogue of questions: Cypher files whose head says what they ask, take and give.

A head has one line for the question, and one for each parameter and column::

    // question: Which materials belong to a class?
    // parameter class: class -- name of the class
    // parameter limit: integer = 20 -- how many to show
    // column material: as in the graph

Parameter types: text, number, integer, boolean, and names that are looked up: material (also a class), class,
property, failure, strategy (its category), factor (what may be a cause or an effect) and claim. A material and a factor
come to the query as a list of ids. A name whose default is `''` may be left out: the query then gets the empty text, or
no ids.

Every query takes `$min_confidence` (a double, 0.0 where nobody asks for more) as well and leaves out what rests on
claims below it: `c.confidence >= $min_confidence` of a claim, `r.confidence >= $min_confidence` of a relation that a
claim makes. It is given to all questions by the runner, so a head does not list it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from ..errors import QueryError

_HEAD = re.compile(r"//\s*(question|parameter|column)\s*(\w*):\s*(.*)")
"""Matches `// column material: as in the graph`, not `// see below`."""

_PARAMETER = re.compile(r"(?P<type>\w+)(?:\s*=\s*(?P<default>.+?))?\s*--\s*(?P<help>.+)")
"""Matches `number = 5 -- kelvin`, not `kelvin`."""

MIN_CONFIDENCE = "min_confidence"
"""The parameter that every query honours and no head lists."""

TYPES = (
    *("text", "number", "integer", "boolean"),
    *("material", "class", "property", "failure", "strategy", "factor", "claim"),
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question.

    Args:
        name: as in the Cypher text, without `$`.
        type: one of `TYPES`.
        help: with the unit, where it has one.
        default: None where it must be given.
    """

    name: str
    type: str
    help: str
    default: str | float | bool | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the catalogue.

    Args:
        name: of its file.
        question: in plain words.
        parameters: by name, in order.
        columns: column name to what it holds, with its unit.
        cypher: the query.
    """

    name: str
    question: str
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, str]
    cypher: str

    def to_dict(self) -> dict[str, Any]:
        """What a person needs to ask it, as plain data for JSON."""
        parameters = [asdict(parameter) for parameter in self.parameters.values()]
        return {
            "name": self.name,
            "question": self.question,
            "parameters": parameters,
            "columns": [{"name": name, "help": text} for name, text in self.columns.items()],
        }


@cache
def catalogue() -> Mapping[str, Question]:
    """Every question by name, sorted."""
    folder = files(__package__).joinpath("cypher")
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".cypher")), key=lambda path: path.name)
    questions = (parse_question(path.name.removesuffix(".cypher"), path.read_text(encoding="utf-8")) for path in paths)
    return MappingProxyType({question.name: question for question in questions})


def parse_question(name: str, text: str) -> Question:
    """A question from its file.

    Raises:
        QueryError: the head is not as described above.
    """
    asked = ""
    parameters: dict[str, Parameter] = {}
    columns: dict[str, str] = {}
    lines = text.splitlines()
    head = [line for line in lines if line.startswith("//")]
    for line in head:
        match = _HEAD.fullmatch(line.strip())
        if match is None:
            raise QueryError(name, f"its head has a line that is none of question, parameter, column: {line}")
        field, own, rest = match.groups()
        if field == "question":
            asked = rest
        elif field == "column":
            columns[own] = rest
        else:
            parameters[own] = _parameter(name, own, rest)
    cypher = "\n".join(line for line in lines if not line.startswith("//"))
    return Question(name, asked, MappingProxyType(parameters), MappingProxyType(columns), cypher)


def _parameter(question: str, name: str, text: str) -> Parameter:
    match = _PARAMETER.fullmatch(text)
    if name == MIN_CONFIDENCE:
        raise QueryError(question, f"every question takes {MIN_CONFIDENCE}; its head does not list it")
    if match is None or match["type"] not in TYPES:
        raise QueryError(question, f"parameter {name}: not `type = default -- help` with one of {', '.join(TYPES)}")
    default = None if match["default"] is None else yaml.safe_load(match["default"])
    if match["type"] == "number" and default is not None:
        default = float(default)
    return Parameter(name, match["type"], match["help"], default)
