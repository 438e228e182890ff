"""The heads of the SPARQL files say what the queries take and give, and every question is answered on the samples."""

from __future__ import annotations

import re
from typing import Any

import pytest

from lithograph.app.library import Library
from lithograph.errors import QueryError
from lithograph.ontology.own_terms import prefixes
from lithograph.queries.answer import Answer
from lithograph.queries.catalogue import MIN_CONFIDENCE, Question
from lithograph.queries.sparql.checking import check_reads
from lithograph.queries.sparql.given import wanted
from lithograph.queries.sparql.runner import sparql_questions
from lithograph.tests.queries.sparql.conftest import asked

QUESTIONS = pytest.mark.parametrize("question", sparql_questions().values(), ids=sparql_questions())
GIVEN = {"class": "garnet", "property": "ionic_conductivity", "factor": "volume_change"}
KINDS = {"text": str, "claim": str, "paper": str, "source": str, "integer": int, "number": float, "fraction": float}


def answered(library: Library, question: Question, **given: Any) -> Answer:
    needed = {p.name: GIVEN[p.name] for p in question.parameters.values() if p.default is None}
    return asked(library, question.name, **needed, **given)


@QUESTIONS
def test_a_head_lists_what_the_query_asks_for(question: Question) -> None:
    assert question.question.endswith("?")
    assert wanted(question.text) == {*question.parameters, MIN_CONFIDENCE}
    assert check_reads(question.text) == "SELECT"


@QUESTIONS
def test_a_file_declares_the_prefixes_that_it_uses(question: Question) -> None:
    declared = dict(re.findall(r"PREFIX (\w+): <([^>]+)>", question.text))
    assert declared == {name: prefixes()[name] for name in declared}
    body = re.sub(r"<[^>]*>|\"[^\"]*\"", "", question.text.partition("SELECT")[2])
    assert set(re.findall(r"\b([a-z]+):\w", body)) == set(declared)


@QUESTIONS
def test_values_are_of_their_type(question: Question, samples: Library) -> None:
    answer = answered(samples, question)
    assert answer.columns == tuple(question.columns)
    for column in question.columns.values():
        values = [row[column.name] for row in answer if row[column.name] is not None]
        assert all(isinstance(value, KINDS[column.type]) for value in values), column
        assert not any(isinstance(value, str) and value.startswith("https://w3id.org/lithograph/") for value in values)


@QUESTIONS
def test_no_claim_is_as_sure_as_that(question: Question, samples: Library) -> None:
    assert list(answered(samples, question, min_confidence=1.0)) == []


def test_an_annotation_leads_to_its_sentence(samples: Library) -> None:
    claim = asked(samples, "products", material="sulfide")[0]["claim"]
    (row,) = {row["start"]: row for row in asked(samples, "annotations", claim=claim)}.values()
    shown = samples.show(claim)
    assert (row["start"], row["end"]) == shown.evidence[0].source
    assert shown.evidence[0].sentence.startswith(row["quotation"])


def test_materials_are_found_by_a_class_of_the_emmo(samples: Library) -> None:
    everything = asked(samples, "emmo")
    term = next(row["term"] for row in everything if row["class"] == "solid electrolyte")
    found = {row["material"] for row in asked(samples, "emmo", term=term)}
    assert {"Li6PS5Cl", "LLZO"} & found
    assert len(found) < len({row["material"] for row in everything}) + 1


def test_a_name_that_is_not_there_is_told(samples: Library) -> None:
    with pytest.raises(QueryError, match="did you mean 'products'"):
        asked(samples, "product")
    with pytest.raises(QueryError, match="no parameter 'cls'"):
        asked(samples, "members", cls="garnet")
    with pytest.raises(QueryError, match="parameter class"):
        asked(samples, "members", **{"class": "granet"})
