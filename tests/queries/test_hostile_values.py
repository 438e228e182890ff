"""What a user or a paper says is a value, never part of a query: it comes back as it was, and nothing else changes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from lithograph.app.cli import main
from lithograph.app.library import Library
from lithograph.errors import QueryError
from lithograph.graph.exports import read_graph
from lithograph.graph.stores.base import Store
from lithograph.graph.stores.neo4j import Neo4jStore
from lithograph.ontology.claims import AnyClaim, make_claim
from lithograph.ontology.model import (
    AliasClaim,
    CausesClaim,
    DecompositionClaim,
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    LimitationClaim,
    Participant,
    Reference,
    StrategyClaim,
)
from lithograph.queries.catalogue import Question, catalogue
from lithograph.queries.runner import run_question

HOSTILE = {
    "quotes": """it's "two" and '''more'''""",
    "backticks": "`MATCH` ``(n)``",
    "newlines": "one\r\ntwo\n\nthree\tfour",
    "delete": "x'}) DETACH DELETE n //",
    "delete in quotes": "\"}) MATCH (n) DETACH DELETE n RETURN ('",
    "call": "'; CALL { MATCH (n) DETACH DELETE n } IN TRANSACTIONS; //",
    "parameter": "$name {name} ${name} %s {0}",
    "backslashes": "\\' \\\\ \\u0027 \\N \\x00",
    "regex": ".* (a+)+$ [^x]",
    "unicode": "μΩ·cm² – 锂 🔋 \u202eabc\u202c e\u0301 \u2028\u200b\ufeff",
    "comment": "/* */ -- // #",
    "markup": "<script>alert(1)</script> [bold] ]]> &amp; | a | \x1b[2J",
    "csv": '=1+1,"a;b"\\N',
    "long": "x" * 3_000,
    "blank": "a \u00a0 \u2003 b",
}
NAMES = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
DOCUMENT = "doi:10.5555/hostile'`})"


def place(number: int, sentence: str) -> Evidence:
    return Evidence(
        document=DOCUMENT,
        section=[sentence[:40], "`})"],
        sentence=sentence,
        source_start=number * 10,
        source_end=number * 10 + 5,
        line=number + 1,
        references=[number + 1],
        engine="test",
        rule="test",
        confidence=0.9,
    )


def claims_about(number: int, text: str) -> Iterator[AnyClaim]:
    """A claim of each kind that takes free names."""
    own = Participant(name=text, id=f"material:{text}")
    other = Participant(name="Li", id="material:Li")
    where = [place(number, text)]
    yield make_claim(AliasClaim, kind="alias", evidence=where, short=text, long=f"long {text}", material=own)
    yield make_claim(LimitationClaim, kind="limitation", evidence=where, subject=own, failure="dendrite_growth")
    yield make_claim(DecompositionClaim, kind="decomposition", evidence=where, subject=own, against=other, product=own)
    about: dict[str, Any] = {"category": "doping", "agents": [own], "targets": [other], "method": text}
    yield make_claim(StrategyClaim, kind="strategy", evidence=where, mitigates=["dendrite_growth"], **about)
    yield make_claim(CausesClaim, kind="causes", evidence=where, cause=f"material:{text}", effect="dendrite_growth")


def paper() -> DocumentClaims:
    references = [
        Reference(
            number=number, title=text, journal=text, text=text, year=2000, source_start=0, source_end=1, line=number
        )
        for number, text in enumerate(HOSTILE.values(), start=1)
    ]
    everything = " ".join(text for text in HOSTILE.values() if len(text) < 1000)
    return DocumentClaims(
        document=DOCUMENT,
        name="it's `a` file}) DETACH DELETE n.md",
        content_hash="0" * 64,
        reader="test/1",
        pipeline="test/1",
        metadata=DocumentMetadata(title=everything, doi=DOCUMENT.removeprefix("doi:"), journal=everything),
        references=references,
        claims=[claim for number, text in enumerate(HOSTILE.values()) for claim in claims_about(number, text)],
    )


@dataclass(frozen=True)
class Asked:
    """A library of hostile texts, and one of the stores that hold its graph."""

    library: Library
    store: Store

    def query(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return list(run_question(self.store, name, parameters))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("hostile") / "it's `a` library}) $x") as library:
        library.ingest(paper())
        library.refresh()
        yield library


@pytest.fixture(scope="module", params=["ladybug", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def asked(request: pytest.FixtureRequest, library: Library) -> Iterator[Asked]:
    if request.param == "ladybug":
        yield Asked(library, library._files.store)
        return
    with closing(Neo4jStore(request.getfixturevalue("neo4j_server").address)) as store:
        store.wipe()
        library.push(store)
        try:
            yield Asked(library, store)
        finally:
            store.wipe()


def test_every_text_comes_back_as_it_was(asked: Asked) -> None:
    texts = [text.replace("\x00", "") for text in HOSTILE.values()]
    names = asked.store.query("MATCH (m:Material) WHERE m.name <> 'Li' RETURN m.name").rows
    assert sorted(name for (name,) in names) == sorted(texts)
    titles = asked.store.query("MATCH (:Publication)-[:REFERENCES]->(w:Publication) RETURN w.title").rows
    assert sorted(title for (title,) in titles) == sorted(texts)
    sentences = asked.store.query("MATCH (e:Evidence) RETURN DISTINCT e.sentence AS sentence").rows
    assert sorted(sentence for (sentence,) in sentences) == sorted(texts)
    (document,) = asked.query("documents")
    assert (document["id"], document["title"], document["file"]) == (DOCUMENT, paper().metadata.title, paper().name)
    assert asked.store.counts() == asked.library._files.store.counts()


@NAMES
def test_a_material_is_found_by_its_name(text: str, asked: Asked) -> None:
    found = asked.query("material", material=text)
    assert {row["kind"] for row in found} == {"alias", "limitation", "decomposition", "strategy", "causes"}
    assert {row["material"] for row in found} == {text}
    assert [row["long"] for row in asked.query("abbreviations", short=text)] == [f"long {text}"]
    (step,) = asked.query("path", start=text, end="dendrite_growth")
    assert step["from"] == text


def refusal(asked: Asked, name: str, given: dict[str, Any]) -> str | None:
    """Why the question is not answered, or None where it is."""
    try:
        asked.query(name, **given)
    except QueryError as error:
        return str(error)
    return None


@pytest.mark.parametrize("question", catalogue().values(), ids=catalogue())
def test_a_parameter_is_refused_in_one_line_or_taken_as_a_value(question: Question, asked: Asked) -> None:
    for text, parameter in itertools.product(HOSTILE.values(), question.parameters):
        needed = {p.name: text for p in question.parameters.values() if p.default is None}
        told = refusal(asked, question.name, needed | {parameter: text})
        assert told is None or told.startswith(f"query {question.name}: parameter ")
        assert told is None or len(told) < 2_000


def test_nothing_has_changed_after_all_that(asked: Asked) -> None:
    counts = asked.store.counts()
    assert counts == asked.library._files.store.counts()
    assert counts["nodes"]["Claim"] == len(paper().claims)
    assert counts["nodes"]["Evidence"] == len(paper().claims)


@pytest.mark.parametrize("format", ["graphml", "json"])
def test_an_export_holds_every_text(format: str, library: Library, tmp_path: Path) -> None:
    read = read_graph(library.export(format, tmp_path / "graph"))
    graph = library.to_networkx()
    if format == "json":
        assert nx.utils.graphs_equal(read, graph)
    assert sorted(data["label"] for _, data in read.nodes(data=True)) == sorted(
        data["label"] for _, data in graph.nodes(data=True)
    )
    assert read.number_of_edges() == graph.number_of_edges()


@pytest.mark.parametrize("form", ["table", "markdown"])
@NAMES
def test_a_terminal_gets_text_alone(
    text: str, form: str, library: Library, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["--library", str(library.path), "query", "material", "--format", form]
    monkeypatch.setattr("sys.argv", ["lithograph", *command, "--param", f"material={text}"])
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr()
    assert not ended.value.code, told.err
    assert not [char for char in told.out if ord(char) < 32 and char != "\n"]
