"""The catalogues of questions: Cypher and SPARQL files whose head says what they ask, take and give.

A head has one line for the question, and one for each parameter and column::

    // question: Which materials belong to a class?
    // parameter class: class -- name of the class
    // parameter min: number in S/cm = 0 -- lowest conductivity
    // column material: text -- as in the graph
    // column value: number in unit -- in the unit that the column `unit` names

The head of a SPARQL file has `#` for `//`.

A question of `queries/analysis/` has a line `// method: …` as well: its rows are what a graph algorithm makes of what
its Cypher retrieves, and the line says which one, by which formula and from where.

Parameter types: text, number, integer, boolean, and names that are looked up: material (also a class), class,
property, failure, strategy (its category), factor (what may be a cause or an effect), node (anything in the graph) and
claim. A material, a factor and a node come to the query as a list of ids. A name whose default is `''` may be left out:
the query then gets the empty text, or no ids.

Column types: text, texts (a list), integer, number, fraction (from 0 to 1), claim and claims (ids), paper (id of a
paper that was read), source (id of the work cited, or of the paper where it cites none). A number always has a unit: as
it is written, `1` for none, or the name of the column that has it.

Every query takes `$min_confidence` (a double, 0.0 where nobody asks for more) as well and leaves out what rests on
claims below it: `c.confidence >= $min_confidence` of a claim, `r.confidence >= $min_confidence` of a relation that a
claim makes. It is given to all questions by the runner, so a head does not list it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

import yaml

from ..errors import QueryError

_HEAD = re.compile(r"(?://|#)\s*(question|method|parameter|column)\s*(\w*):\s*(.*)")
"""Matches `// column material: text -- as in the graph`, not `// see below`."""

_ENTRY = re.compile(r"(?P<type>\w+)(?: in (?P<unit>\S+))?(?:\s*=\s*(?P<default>.+?))?\s*--\s*(?P<help>.+)")
"""Matches `number in K = 5 -- by which it may differ`, not `kelvin`."""

MIN_CONFIDENCE = "min_confidence"
"""The parameter that every query honours and no head lists."""

TYPES = (
    *("text", "number", "integer", "boolean"),
    *("material", "class", "property", "failure", "strategy", "factor", "node", "claim"),
)
"""Types of parameters."""

COLUMN_TYPES = ("text", "texts", "integer", "number", "fraction", "claim", "claims", "paper", "source")
"""Types of columns."""

_FOLDERS = ("cypher", "analysis")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question.

    Args:
        name: as in the Cypher text, without `$`.
        type: one of `TYPES`.
        help: what it is.
        default: None where it must be given.
        unit: of a number; `1` where it has none.
    """

    name: str
    type: str
    help: str
    default: str | float | bool | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer.

    Args:
        name: as in the answer.
        type: one of `COLUMN_TYPES`.
        help: what it holds.
        unit: of a number: a unit, `1`, or the name of the column that has it.
    """

    name: str
    type: str
    help: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the catalogue.

    Args:
        name: of its file.
        question: in plain words.
        parameters: by name, in order.
        columns: by name, in order.
        text: the query, in Cypher or SPARQL.
        method: of an analysis: what is made of the rows of the query; empty where they are the answer.
    """

    name: str
    question: str
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, Column]
    text: str
    method: str = ""

    @property
    def claim_columns(self) -> list[str]:
        """The columns that name the claims on which a row rests."""
        return [column.name for column in self.columns.values() if column.type in ("claim", "claims")]

    def to_dict(self) -> dict[str, Any]:
        """What a person needs to ask it, as plain data for JSON."""
        return {
            "name": self.name,
            "question": self.question,
            **({"method": self.method} if self.method else {}),
            "parameters": [asdict(parameter) for parameter in self.parameters.values()],
            "columns": [asdict(column) for column in self.columns.values()],
        }


@cache
def catalogue() -> Mapping[str, Question]:
    """Every question by name, sorted."""
    paths = sorted(_paths(), key=lambda path: path.name)
    questions = (parse_question(path.name.removesuffix(".cypher"), path.read_text(encoding="utf-8")) for path in paths)
    return MappingProxyType({question.name: question for question in questions})


def _paths() -> Iterator[Traversable]:
    for folder in _FOLDERS:
        yield from (path for path in files(__package__).joinpath(folder).iterdir() if path.name.endswith(".cypher"))


def parse_question(name: str, text: str, *, comment: str = "//") -> Question:
    """A question from its file.

    Args:
        name: of the file, without its suffix.
        text: of the file.
        comment: what a line of the head begins with.

    Raises:
        QueryError: the head is not as described above.
    """
    said = {"question": "", "method": ""}
    parameters: dict[str, Parameter] = {}
    columns: dict[str, Column] = {}
    lines = text.splitlines()
    for line in (line for line in lines if line.startswith(comment)):
        match = _HEAD.fullmatch(line.strip())
        if match is None:
            raise QueryError(name, f"its head has a line that is no question, method, parameter or column: {line}")
        field, own, rest = match.groups()
        if field == "column":
            columns[own] = _column(name, own, rest)
        elif field == "parameter":
            parameters[own] = _parameter(name, own, rest)
        else:
            said[field] = rest
    query = "\n".join(line for line in lines if not line.startswith(comment))
    shown = (MappingProxyType(parameters), MappingProxyType(columns))
    return Question(name, said["question"], *shown, query, said["method"])


def _parameter(question: str, name: str, text: str) -> Parameter:
    match = _ENTRY.fullmatch(text)
    if name == MIN_CONFIDENCE:
        raise QueryError(question, f"every question takes {MIN_CONFIDENCE}; its head does not list it")
    if match is None or match["type"] not in TYPES:
        raise QueryError(question, f"parameter {name}: not `type = default -- help` with one of {', '.join(TYPES)}")
    _check_unit(question, f"parameter {name}", match)
    default = None if match["default"] is None else yaml.safe_load(match["default"])
    if match["type"] == "number" and default is not None:
        default = float(default)
    return Parameter(name, match["type"], match["help"], default, match["unit"])


def _column(question: str, name: str, text: str) -> Column:
    match = _ENTRY.fullmatch(text)
    if match is None or match["type"] not in COLUMN_TYPES or match["default"] is not None:
        raise QueryError(question, f"column {name}: not `type -- help` with one of {', '.join(COLUMN_TYPES)}")
    _check_unit(question, f"column {name}", match)
    return Column(name, match["type"], match["help"], match["unit"])


def _check_unit(question: str, what: str, match: re.Match[str]) -> None:
    """Numbers have a unit, and nothing else has."""
    if (match["type"] == "number") != (match["unit"] is not None):
        raise QueryError(
            question, f"{what}: `number in UNIT`, where a unit is 1 if there is none; no other type has one"
        )
