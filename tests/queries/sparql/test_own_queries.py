"""Queries of one's own: what they give, what is refused, and that a value is a term and never text."""

from __future__ import annotations

import pytest

from lithograph.app.library import Library
from lithograph.errors import ConfigError, QueryError
from lithograph.queries.sparql.asking import Triples
from lithograph.queries.sparql.checking import check_reads
from lithograph.tests.queries.sparql.conftest import asked

HOSTILE = {
    "quotes": """it's "two" and '''more''' and \"\"\"three\"\"\"""",
    "braces": 'x" } UNION { ?s ?p ?o } #',
    "newlines": "one\r\ntwo\n\nthree\tfour",
    "update": '"; DROP ALL ; INSERT DATA { <a:a> <a:b> 1 } #',
    "service": "> SERVICE <http://localhost/> { ?a ?b ?c }",
    "backslashes": "\\' \\\\ \\u0027 \\N",
    "call": 'lithograph:given("min_confidence")',
    "markup": "<https://w3id.org/lithograph/class/sulfide>",
    "unicode": "μΩ·cm² – 锂 🔋 \u202eabc\u202c e\u0301 \u2028\u200b\ufeff",
    "long": "x" * 3_000,
}
TEXTS = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)


@TEXTS
def test_a_value_comes_back_as_it_was(text: str, samples: Library) -> None:
    assert list(asked(samples, 'SELECT (lithograph:given("x") AS ?x) {}', x=text)) == [{"x": text}]
    inner = 'SELECT ?x { { SELECT (CONCAT(lithograph:given("x"), "!") AS ?x) {} } FILTER EXISTS { ?s a ?o } }'
    assert list(asked(samples, inner, x=text)) == [{"x": text + "!"}]


@TEXTS
def test_a_question_finds_nothing_by_it(text: str, samples: Library) -> None:
    assert list(asked(samples, "products", material=text)) == []
    assert list(asked(samples, "interphases", against=text)) == []
    assert list(asked(samples, "annotations", claim=text)) == []
    assert list(asked(samples, "doubtful", kind=text)) == []
    with pytest.raises(QueryError, match="is none of"):
        asked(samples, "members", **{"class": text})


def test_forms_of_queries(samples: Library) -> None:
    one = "SELECT ?name { <https://w3id.org/lithograph/material/Li6PS5Cl> rdfs:label ?name }"
    assert list(asked(samples, one)) == [{"name": "Li6PS5Cl"}]
    assert list(asked(samples, "ASK { ?c a lithograph:Claim }")) == [{"answer": True}]
    assert list(asked(samples, "SELECT (1 AS ?a) (2.5 AS ?b) (true AS ?c) ?d {}")) == [
        {"a": 1, "b": 2.5, "c": True, "d": None}
    ]
    built = samples.sparql("CONSTRUCT { ?m a skos:Concept } WHERE { ?m a lithograph:MaterialClass }")
    assert isinstance(built, Triples)
    assert "lithograph:class" in built.to_turtle() or "/class/garnet>" in built.to_turtle()
    described = samples.sparql("DESCRIBE <https://w3id.org/lithograph/class/garnet>")
    assert isinstance(described, Triples)
    assert len(described) > 3


def test_a_claim_has_its_graphs(samples: Library) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?claim np:hasAssertion ?assertion . GRAPH ?assertion { ?s ?p ?o } }"
    (row,) = list(asked(samples, query))
    assert int(str(row["n"])) > 100


REFUSED = {
    "INSERT DATA { <a:a> <a:b> 1 }": "updates are refused",
    "PREFIX x: <a:x> DELETE WHERE { ?s ?p ?o }": "updates are refused",
    "LOAD <http://example.org/x>": "updates are refused",
    "DROP ALL": "updates are refused",
    "SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }": "SERVICE is refused",
    "SELECT * { service silent <http://localhost:9/> { ?s ?p ?o } }": "SERVICE is refused",
    "SELECT * { ?a ?b 'x'. SERVICE?g { ?s ?p ?o } }": "SERVICE is refused",
    "SELECT * FROM <http://example.org/x> { ?s ?p ?o }": "FROM is refused",
    "SELECT * FROM NAMED <http://example.org/x> { GRAPH ?g { ?s ?p ?o } }": "FROM is refused",
    "SELEC ?x": "begins with SELECT",
    "": "begins with SELECT",
    "# nothing": "begins with SELECT",
    "SELECT ?x WHERE { ?x foo:bar 1 }": "is no SPARQL",
    "SELECT ?x WHERE { ?x ?p 1": "is no SPARQL",
    "SELECT ?x { ?x ?p 1 } LIMIT -1": "is no SPARQL",
    "SELECT ?x { ?x ?p '\ud800' }": "sparql",
    "SELECT ?x { <relative> ?p ?x }": "sparql",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_refused_is_one_line(text: str, samples: Library) -> None:
    with pytest.raises(QueryError, match=REFUSED[text]) as caught:
        samples.sparql(text)
    assert len(str(caught.value)) < 260
    assert "\n" not in str(caught.value)


def test_words_that_are_no_keywords_are_let_through() -> None:
    for text in (
        "SELECT ?service ?from { ?service ?from 'SERVICE <x> FROM' } # SERVICE",
        'ASK { <http://example.org/SERVICE> ex:FROM "it\\"s SERVICE"@en }',
        "SELECT * { ?s ?p '''SERVICE 'or' FROM''' }",
        'SELECT * { ?s ?p """a "SERVICE" <b>""" }',
    ):
        assert check_reads(text) in ("SELECT", "ASK")


def test_parameters_of_ones_own(samples: Library) -> None:
    sure = '?c a lithograph:Claim ; lithograph:confidence ?x FILTER(?x >= lithograph:given("x"))'
    query = f"SELECT (COUNT(*) AS ?n) {{ {sure} }}"
    counts = [asked(samples, query, x=value)[0]["n"] for value in (0, 0.9, 1.0)]
    assert counts == sorted(counts, reverse=True)
    assert counts[2] == 0
    with pytest.raises(QueryError, match="parameter x is missing"):
        samples.sparql(query)
    with pytest.raises(QueryError, match="no parameter 'y'"):
        samples.sparql(query, x=1, y=2)
    with pytest.raises(QueryError, match="a text, a number"):
        samples.sparql(query, x={"a": 1})
    with pytest.raises(ConfigError, match="FILTER"):
        samples.sparql("ASK {}", min_confidence=0.5)
