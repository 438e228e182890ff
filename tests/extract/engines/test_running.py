"""Engines are opened by name and read one document together; what one of them does badly is its own loss."""

from __future__ import annotations

import pytest

from lithograph.corpus.document import Document
from lithograph.errors import ConfigError, EngineError
from lithograph.extract.engine import PIPELINE, extract_document
from lithograph.extract.engines.installed import engine_infos, open_engines
from lithograph.extract.engines.running import EngineReport
from lithograph.extract.facts import iter_facts
from lithograph.ontology.confidence import combined_confidence
from lithograph.tests.extract.engines.made_engines import MadeEngine

pytestmark = pytest.mark.usefixtures("made")


def test_the_rules_alone_are_the_rules(note: Document) -> None:
    direct = extract_document(note)
    assert direct.claims
    assert direct.pipeline == PIPELINE
    assert extract_document(note, engines=["rules"]) == direct


def test_engines_read_beside_the_rules(note: Document) -> None:
    bundle = extract_document(note, engines=["echo", "rules"])
    assert bundle.pipeline == f"{PIPELINE}+echo/1"
    (claim,) = [claim for claim in bundle.claims if claim.kind == "limitation"]
    ours, theirs = sorted(claim.evidence, key=lambda piece: piece.engine, reverse=True)
    assert (ours.engine, theirs.engine) == ("rules/1", "echo/1")
    assert claim.confidence == combined_confidence([("rules", ours.confidence), ("echo", theirs.confidence)])
    assert claim.confidence > ours.confidence
    (fact,) = iter_facts([claim])
    assert fact["rule"] == max(claim.evidence, key=lambda piece: piece.confidence).rule


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("raising", "RuntimeError: out of luck"),
        ("refusing", "speaks no English"),
        ("hanging", "did not finish within 0.2 s"),
        ("timing_out", "TimeoutError: the server is slow"),
        ("silent", "TypeError: it gave NoneType, not a reading"),
        ("chatting", "TypeError: it gave str as a claim"),
    ],
)
def test_an_engine_that_fails_is_a_finding(note: Document, name: str, reason: str) -> None:
    direct = extract_document(note)
    bundle = extract_document(note, engines=["rules", name])
    assert bundle.claims == direct.claims
    assert bundle.pipeline == PIPELINE
    (finding,) = [finding for finding in bundle.findings if finding.code == "engine-failed"]
    assert finding.message == f"the engine {name} did not read the document: {reason}"


def test_where_every_engine_fails_the_document_is_not_read(note: Document) -> None:
    with pytest.raises(EngineError, match="engine refusing: speaks no English"):
        extract_document(note, engines=["refusing"])
    with pytest.raises(EngineError, match=r"raising, refusing: .*luck; speaks no English"):
        extract_document(note, engines=["refusing", "raising"])


def test_an_engine_that_hung_is_not_asked_again(note: Document) -> None:
    reports: list[EngineReport] = []
    with open_engines(["rules", "hanging"]) as engines:
        engines.extract(note, reported=reports.append)
        engines.extract(note, reported=reports.append)
    assert [report.error for report in reports if report.engine == "hanging"] == [
        "did not finish within 0.2 s",
        "took too long for an earlier document and was not asked again",
    ]


def test_every_engine_is_closed_whatever_others_do(note: Document) -> None:
    with open_engines(["rules", "clinging", "echo"]) as engines:
        assert engines.extract(note).pipeline == f"{PIPELINE}+clinging/1+echo/1"
    closed = [engine.closed for engine in engines if isinstance(engine, MadeEngine)]
    assert closed == [1, 1]


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (["nobody"], "there is no engine 'nobody'; installed: rules, "),
        ([], "names no engine; installed: rules, "),
    ],
)
def test_unknown_engines_are_told(names: list[str], reason: str) -> None:
    with pytest.raises(ConfigError, match=reason):
        open_engines(names)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("lacking", r'engine lacking: pip install "lithograph\[lacking\]"'),
        ("misnamed", "calls itself 'other'"),
        ("broken", "cannot be opened: ZeroDivisionError: no factory"),
        ("gone", "cannot be opened: ModuleNotFoundError: No module named 'no_such_module'"),
    ],
)
def test_engines_that_cannot_run_are_told(name: str, reason: str) -> None:
    with pytest.raises(EngineError, match=reason):
        open_engines([name])
    (told,) = [info for info in engine_infos() if info.name == name]
    assert told.missing is not None


def test_what_cannot_stand_is_refused_with_a_reason(note: Document) -> None:
    reports: list[EngineReport] = []
    with open_engines(["inventing"]) as engines:
        bundle = engines.extract(note, reported=reports.append)
    (finding,) = [finding for finding in bundle.findings if finding.code == "engine-claim-refused"]
    assert finding.message == (
        "a limitation claim of the engine inventing was refused: its evidence names the engine echo/1"
    )
    assert not bundle.claims
    assert [(report.claims, report.refused) for report in reports] == [(0, 1)]


def test_unknown_options_are_told() -> None:
    with pytest.raises(ConfigError, match=r"echo\.hue: the engine has no such option; it has: confidence"):
        open_engines(["echo"], {"echo": {"hue": "red"}})
    with pytest.raises(ConfigError, match=r"rules\.hue: the engine has no such option; it has: none"):
        open_engines(["rules"], {"rules": {"hue": "red"}})


def test_the_rules_come_first_in_the_list() -> None:
    infos = engine_infos()
    assert infos[0].name == "rules"
    assert infos[0].missing is None
    assert [info.name for info in infos[1:]] == sorted(info.name for info in infos[1:])
