"""The catalogue's files say what they ask, take and give, in words that both Ladybug and Neo4j understand."""

from __future__ import annotations

import re

import pytest

from lithograph.errors import QueryError
from lithograph.queries.catalogue import MIN_CONFIDENCE, Question, catalogue, parse_question

QUESTIONS = pytest.mark.parametrize("question", catalogue().values(), ids=catalogue())


def test_there_are_enough_questions() -> None:
    assert len(catalogue()) >= 14


@QUESTIONS
def test_a_question_says_what_it_asks(question: Question) -> None:
    assert question.question.endswith("?")
    assert all(question.columns.values())
    assert all(parameter.help for parameter in question.parameters.values())


@QUESTIONS
def test_parameters_are_those_of_the_query(question: Question) -> None:
    assert set(re.findall(r"\$(\w+)", question.cypher)) == {*question.parameters, MIN_CONFIDENCE}


@QUESTIONS
def test_a_query_compares_a_confidence_with_the_least_one(question: Question) -> None:
    compared = re.findall(r"\b(\w+)\.confidence >= \$min_confidence\b", question.cypher)
    assert len(compared) == question.cypher.count("$min_confidence")
    assert all(re.search(rf"[(\[]{name}:", question.cypher) for name in compared)


@QUESTIONS
def test_columns_are_those_of_the_query(question: Question) -> None:
    returned = question.cypher.rpartition("RETURN ")[2].partition("\nORDER BY")[0]
    assert re.findall(r" AS `?(\w+)`?(?:,|$)", returned, flags=re.MULTILINE) == list(question.columns)


@QUESTIONS
def test_a_query_has_an_order_and_is_portable(question: Question) -> None:
    last = question.cypher.strip().rpartition("RETURN")[2]
    assert "ORDER BY" in last
    not_portable = r"labels\(|label\(|type\(|TRAIL|shortestPath|exists\(\(|substring\(|UNION|CALL|elementId|id\(\w\)"
    assert not re.search(not_portable, question.cypher)
    assert "[:IN]" not in question.cypher


@QUESTIONS
def test_a_question_is_plain_data(question: Question) -> None:
    data = question.to_dict()
    assert data["name"] == question.name
    assert [column["name"] for column in data["columns"]] == list(question.columns)


def test_a_head_is_read() -> None:
    text = "// question: Which?\n// parameter min: number = 1 -- in K\n// column a: of it\nMATCH (n) RETURN n AS a\n"
    question = parse_question("which", text)
    assert question.parameters["min"].default == 1.0
    assert question.columns == {"a": "of it"}
    assert question.cypher == "MATCH (n) RETURN n AS a"


@pytest.mark.parametrize(
    "line",
    [
        "// note: this",
        "// parameter min: float -- in K",
        "// parameter min: number = 1",
        "// see above",
        "// parameter min_confidence: number = 0 -- of a claim",
    ],
)
def test_a_head_that_cannot_be_read(line: str) -> None:
    with pytest.raises(QueryError, match="which"):
        parse_question("which", f"// question: Which?\n{line}\nRETURN 1 AS a")
