"""The catalogue's files say what they ask, take and give, in words that both Ladybug and Neo4j understand."""

from __future__ import annotations

import re

import pytest

from lithograph.errors import QueryError
from lithograph.ontology.units import parse_unit
from lithograph.queries.analysis.methods import METHODS
from lithograph.queries.catalogue import MIN_CONFIDENCE, Column, Parameter, Question, catalogue, parse_question

QUESTIONS = pytest.mark.parametrize("question", catalogue().values(), ids=catalogue())


def test_there_are_enough_questions() -> None:
    assert len(catalogue()) >= 33
    assert {question.name for question in catalogue().values() if question.method} == set(METHODS)


@QUESTIONS
def test_a_question_says_what_it_asks(question: Question) -> None:
    assert question.question.endswith("?")
    assert all(column.help for column in question.columns.values())
    assert all(parameter.help for parameter in question.parameters.values())


@QUESTIONS
def test_numbers_have_units_that_there_are(question: Question) -> None:
    numbers: list[Parameter | Column] = [*question.parameters.values(), *question.columns.values()]
    for described in numbers:
        assert (described.unit is not None) == (described.type == "number"), described.name
        if described.unit not in (None, "1", *question.columns):
            assert parse_unit(described.unit).dimension


@QUESTIONS
def test_a_default_is_of_the_type_of_its_parameter(question: Question) -> None:
    kinds: dict[str, type] = {"number": float, "integer": int, "boolean": bool}
    for parameter in question.parameters.values():
        assert parameter.default is None or type(parameter.default) is kinds.get(parameter.type, str)


@QUESTIONS
def test_no_parameter_is_an_option_of_its_own(question: Question) -> None:
    assert not set(question.parameters) & {"evidence", "min_confidence", "question"}


@QUESTIONS
def test_parameters_are_those_of_the_query(question: Question) -> None:
    used = set(re.findall(r"\$(\w+)", question.text))
    known = {*question.parameters, MIN_CONFIDENCE}
    assert used == known or (question.method and MIN_CONFIDENCE in used < known)


@QUESTIONS
def test_a_query_compares_a_confidence_with_the_least_one(question: Question) -> None:
    compared = re.findall(r"\b(\w+)\.confidence >= \$min_confidence\b", question.text)
    assert len(compared) == question.text.count("$min_confidence")
    assert all(re.search(rf"[(\[]{name}:", question.text) for name in compared)


@QUESTIONS
def test_columns_are_those_of_the_query(question: Question) -> None:
    returned = question.text.rpartition("RETURN ")[2].partition("\nORDER BY")[0]
    names = re.findall(r" AS `?(\w+)`?(?:,|$)", returned, flags=re.MULTILINE)
    assert names == list(question.columns) or question.method


@QUESTIONS
def test_a_query_has_an_order_and_is_portable(question: Question) -> None:
    last = question.text.strip().rpartition("RETURN")[2]
    assert "ORDER BY" in last
    not_portable = r"labels\(|label\(|type\(|TRAIL|shortestPath|exists\(\(|substring\(|UNION|CALL|elementId|id\(\w\)"
    assert not re.search(not_portable, question.text)
    assert "[:IN]" not in question.text


@QUESTIONS
def test_a_question_is_plain_data(question: Question) -> None:
    data = question.to_dict()
    assert data["name"] == question.name
    assert [column["name"] for column in data["columns"]] == list(question.columns)


def test_a_head_is_read() -> None:
    head = "// question: Which?\n// parameter min: number in K = 1 -- it\n// column a: number in S/cm -- of it\n"
    text = f"{head}MATCH (n) RETURN n AS a\n"
    question = parse_question("which", text)
    assert question.parameters["min"].default == 1.0
    assert question.columns["a"] == Column("a", "number", "of it", "S/cm")
    assert question.text == "MATCH (n) RETURN n AS a"


@pytest.mark.parametrize(
    "line",
    [
        "// note: this",
        "// parameter min: float -- in K",
        "// parameter min: number in K = 1",
        "// parameter min: number = 1 -- without a unit",
        "// parameter name: text in K -- with a unit",
        "// column value: number -- without a unit",
        "// column value: float in K -- of a type that there is not",
        "// column value: text = '' -- with a default",
        "// column value: as in the graph",
        "// see above",
        "// parameter min_confidence: number = 0 -- of a claim",
    ],
)
def test_a_head_that_cannot_be_read(line: str) -> None:
    with pytest.raises(QueryError, match="which"):
        parse_question("which", f"// question: Which?\n{line}\nRETURN 1 AS a")
