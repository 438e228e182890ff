"""Servers, answers and settings that are wrong: one clear line each, nothing half-written, and the rest is read."""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from lithograph.errors import ConfigError, EngineError
from lithograph.extract.engines.base import EngineReading
from lithograph.extract.engines.llm.engine import open_language_model
from lithograph.ontology.model import Finding
from lithograph.tests.extract.engines.llm.chat_server import Fact, Reply, completion, facts, failure, serving
from lithograph.tests.extract.engines.llm.papers import engine_for, paper

pytestmark = pytest.mark.loopback

TEXTS = (
    "Pressed Li6PS5Cl shows an ionic conductivity of 1.9 mS cm-1 [1].",
    "Sintered Li7La3Zr2O12 has a relative density of 95.1 % [2].",
)
QUOTATIONS = tuple(text.partition(" [")[0] for text in TEXTS)
RIGHT: Fact = {
    "type": "property", "subject": "Li6PS5Cl", "property": "ionic_conductivity", "value": 1.9, "unit": "mS/cm",
    "conditions": [], "negated": False, "role": None, "quotation": QUOTATIONS[0],
}  # fmt: skip
OTHER: Fact = {
    **RIGHT, "subject": "Li7La3Zr2O12", "property": "relative_density", "value": 95.1, "unit": "%",
    "quotation": QUOTATIONS[1],
}  # fmt: skip
KEY = "a-key-that-must-not-be-seen"


def read(
    folder: Path, *replies: Reply, **options: str
) -> tuple[EngineReading, list[dict[str, str]], list[dict[str, Any]]]:
    """The two paragraphs, read with these replies to the first one (the last of them for ever)."""

    def script(passage: str, before: int) -> Reply:
        return replies[min(before, len(replies) - 1)] if passage.startswith("Pressed") else facts(OTHER)

    with serving(script) as server:
        engine = engine_for(server, folder / "cache", **options)
        try:
            reading = engine.read(paper(folder, TEXTS, references=3))
        finally:
            engine.close()
            engine.close()
    return reading, server.headers, server.bodies


def messages(findings: tuple[Finding, ...]) -> list[str]:
    assert all("\n" not in finding.message for finding in findings)
    return [finding.message for finding in findings]


def kept(folder: Path) -> int:
    with sqlite3.connect(folder / "cache" / "llm-answers.sqlite") as connection:
        (number,) = connection.execute("SELECT count(*) FROM answers").fetchone()
    connection.close()
    return int(number)


PASSING = {
    "500": (failure(500), facts(RIGHT)),
    "503 with a wait": (failure(503, retry_after="0"), facts(RIGHT)),
    "429": (failure(429, "slow down", retry_after="0"), facts(RIGHT)),
    "429 with a date": (failure(429, retry_after="Wed, 21 Oct 2015 07:28:00 GMT"), facts(RIGHT)),
    "429 with nonsense": (failure(429, retry_after="soon"), facts(RIGHT)),
    "hangs up": (Reply(hang_up=True), facts(RIGHT)),
    "body breaks off": (Reply(b'{"choices": [', claimed=5000), facts(RIGHT)),
    "schema is refused": (failure(400, "response_format is not supported"), facts(RIGHT)),
    "another name for a limit": (failure(400, "use max_completion_tokens for max_tokens"), facts(RIGHT)),
    "no temperature": (failure(400, "temperature must be 1"), facts(RIGHT)),
    "JSON in a fence": (completion("```json\n" + json.dumps({"facts": [RIGHT]}) + "\n```"),),
    "no usage": (completion(json.dumps({"facts": [RIGHT]}), usage=False),),
    "not JSON at first": (Reply(b"<html>busy</html>", headers={"content-type": "text/html"}), facts(RIGHT)),
    "the same fact twice": (facts(RIGHT, RIGHT),),
}


@pytest.mark.parametrize("replies", PASSING.values(), ids=PASSING.keys())
def test_fault_that_passes_costs_nothing(replies: tuple[Reply, ...], tmp_path: Path) -> None:
    reading, _, _ = read(tmp_path, *replies)
    assert len(reading.claims) == 2
    assert not reading.findings
    assert kept(tmp_path) == 2


LOST = {
    "500 for ever": (failure(500, "out of memory"), "the server answered 500: out of memory"),
    "400 for ever": (failure(400, "too long"), "the server refuses the request (400): too long"),
    "hangs up for ever": (Reply(hang_up=True), "no answer from"),
    "always breaks off": (Reply(b"{", claimed=900), "no answer from"),
    "HTML": (Reply(b"<p>hello</p>", headers={"content-type": "text/html"}), "not of the protocol"),
    "not of the protocol": (Reply(b'{"hello": "world"}'), "not of the protocol"),
    "no choice": (Reply(b'{"choices": []}'), "not of the protocol"),
    "cut off": (completion('{"facts": [', finish="length"), "was cut off"),
    "refusal": (completion(None, refusal="I cannot do that"), "refused to answer"),
    "empty": (completion(""), "the answer is empty"),
    "not JSON": (completion("Here are the facts: none"), "the answer is not JSON"),
    "JSON cut off": (completion(json.dumps({"facts": [RIGHT]})[:-9]), "the answer is not JSON"),
    "another language": (completion("Die Leitfähigkeit beträgt 1,9 mS/cm."), "the answer is not JSON"),
    "no list": (completion('{"fakten": []}'), "not of the schema"),
    "not a number": (completion('{"facts": [{"type": "property", "value": NaN}]}'), "not JSON"),
    "nested without end": (completion('{"facts": ' + "[" * 99_000), "not JSON"),
    "infinite": (completion('{"facts": [' + "[" * 900 + "]" * 900 + ', 1e999], "facts": 7}'), "not of the schema"),
    "round in circles": (completion(json.dumps({"facts": [{"n": n} for n in range(900)]})), "has 900 facts"),
}


@pytest.mark.parametrize(("reply", "said"), LOST.values(), ids=LOST.keys())
def test_passage_without_an_answer_is_one_finding(reply: Reply, said: str, tmp_path: Path) -> None:
    reading, _, _ = read(tmp_path, reply)
    assert [claim.evidence[0].sentence.split()[0] for claim in reading.claims] == ["Sintered"]
    (message,) = messages(reading.findings)
    assert said in message
    assert reading.findings[0].line == 5
    assert kept(tmp_path) == 1


def test_slow_answer_is_given_up_even_if_a_byte_comes_now_and_then(tmp_path: Path) -> None:
    slow = [Reply(delay_s=3.0, hang_up=True), Reply(facts(RIGHT).body, drip_s=0.05), facts(RIGHT)]
    reading, _, _ = read(tmp_path, *slow, timeout="0.4")
    assert len(reading.claims) == 2


REFUSED = {
    "wrong word": ({"property": "Leitfähigkeit"}, "not in the vocabulary"),
    "no quotation": ({"quotation": ""}, "the quotation does not stand"),
    "value in words": ({"value": "1.9"}, "value is no number"),
    "half a range": ({"value": [1.9]}, "a range has two ends"),
    "unknown field": ({"source": "memory"}, "unknown field 'source'"),
    "unknown kind": ({"type": "opinion"}, "no known type"),
    "endless number": ({"value": 10**400}, "value is no number"),
    "kind that is a list": ({"type": ["property"]}, "no known type"),
    "half a character": ({"subject": "\ud800"}, "does not stand in the quotation"),
    "name without end": ({"subject": "Li" * 9999}, "longer than names are"),
    "condition without end": ({"conditions": [{"name": "temperature", "text": "9" * 9999}]}, "longer than conditions"),
    "translated": ({"quotation": "Gepresstes Li6PS5Cl hat 1.9 mS cm-1"}, "the quotation does not stand"),
    "another kind of value": ({"property": "activation_energy"}, "is no activation_energy"),
    "condition from nowhere": ({"conditions": [{"name": "temperature", "text": "60 °C"}]}, "the condition temperature"),
    "cut number": ({"value": 0.9, "quotation": ".9 mS cm-1"}, "the quotation does not stand"),
    "contradiction": ({"property": "electronic_conductivity"}, "contradicts"),
    "denied and not": ({"negated": True}, "contradicts"),
}


@pytest.mark.parametrize(("change", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_fact_that_is_wrong_is_a_finding(change: Fact, said: str, tmp_path: Path) -> None:
    contradicts = said == "contradicts"
    reading, _, _ = read(tmp_path, facts(RIGHT, {**RIGHT, **change}))
    assert len(reading.claims) == (1 if contradicts else 2)
    assert len(reading.findings) == (2 if contradicts else 1)
    assert all(said in message for message in messages(reading.findings))


STOPPED = {
    "401": (failure(401, f"{KEY} is not known"), "refuses the key"),
    "403": (failure(403), "refuses the key"),
    "404": (failure(404, "no such model"), "no such model or address"),
    "redirection": (Reply(status=307, headers={"location": "http://127.0.0.1:1/v1"}), "sends elsewhere"),
    "429 for ever": (failure(429, "quota is used up", retry_after="0"), "quota is used up"),
    "429 for an hour": (failure(429, retry_after="3600"), "asks to wait 3600 s"),
}


@pytest.mark.parametrize(("reply", "said"), STOPPED.values(), ids=STOPPED.keys())
def test_server_that_cannot_be_used_ends_the_document(
    reply: Reply, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LITHOGRAPH_LLM_KEY", KEY)
    with pytest.raises(EngineError, match=said) as caught:
        read(tmp_path, reply)
    assert KEY not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert kept(tmp_path) == 0


def test_server_that_is_not_there_ends_the_document(tmp_path: Path) -> None:
    with serving(lambda *_: facts()) as server:
        engine = engine_for(server, tmp_path)
    with pytest.raises(EngineError, match="no answer from http"):
        engine.read(paper(tmp_path, TEXTS))
    engine.close()


def test_silence_for_three_passages_is_the_servers(tmp_path: Path) -> None:
    with serving(lambda *_: failure(500)) as server:
        engine = engine_for(server, tmp_path / "cache", attempts="1")
        with pytest.raises(EngineError, match="no answer to 3 passages in a row"):
            engine.read(paper(tmp_path, [*TEXTS, *(f"{text} Again." for text in TEXTS)]))
        engine.close()
    assert len(server.asked) == 3


def test_key_is_in_one_header_and_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_KEY", KEY)
    monkeypatch.setenv("OPENAI_API_KEY", "another")
    monkeypatch.setenv("OPENAI_ORG_ID", "an organisation")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "x-secret: 1")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
    echo = completion(json.dumps({"facts": [{**RIGHT, "quotation": KEY}]}))
    reading, headers, bodies = read(tmp_path, echo, key_variable="MY_KEY")
    assert {header["authorization"] for header in headers} == {f"Bearer {KEY}"}
    assert not {name for header in headers for name in header if name.startswith(("x-", "openai"))}
    assert KEY not in json.dumps(bodies) + repr(reading) + repr(open_language_model({}).__dict__)
    assert KEY.encode() not in b"".join(path.read_bytes() for path in (tmp_path / "cache").iterdir())


def test_without_a_key_none_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "another")
    monkeypatch.delenv("LITHOGRAPH_LLM_KEY", raising=False)
    _, headers, _ = read(tmp_path, facts(RIGHT))
    assert not [header for header in headers if "authorization" in header]


def test_limit_stops_with_what_was_read_kept(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"llm\.max_tokens: 0 of 9000 tokens are used, and this document needs 2 req"):
        read(tmp_path, facts(RIGHT), max_tokens="9000")
    assert kept(tmp_path) == 0
    with pytest.raises(EngineError, match=r"llm\.max_cost: 2e-05 of 0\.001 is spent, and the next request may need"):
        read(tmp_path, facts(RIGHT), max_cost="0.001", price_out="1", answer_tokens="1000")
    assert kept(tmp_path) == 1
    reading, headers, _ = read(tmp_path, facts(RIGHT), answer_tokens="1000")
    assert (len(reading.claims), len(headers), reading.usage["cached"]) == (2, 1, 1)


def test_estimate_sends_nothing(tmp_path: Path) -> None:
    reading, headers, _ = read(tmp_path, facts(RIGHT), estimate_only="yes", price_in="2", price_out="8")
    assert not headers
    assert not reading.claims
    (message,) = messages(reading.findings)
    assert "2 requests, about" in message
    assert "cost about" in message


def test_damaged_answers_are_one_line(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "llm-answers.sqlite").write_bytes(b"this is no database, and it is long enough to tell " * 9)
    with pytest.raises(EngineError, match=r"delete the file or name another llm\.cache"):
        read(tmp_path, facts(RIGHT))


WRONG_OPTIONS = {
    "no endpoint": ({"model": "m"}, "llm.endpoint: is missing"),
    "no model": ({"endpoint": "http://localhost/v1"}, "llm.model: is missing"),
    "no address": ({"endpoint": "localhost", "model": "m"}, "llm.endpoint: is not the address"),
    "a password in it": ({"endpoint": f"http://me:{KEY}@localhost/v1", "model": "m"}, "keys come from the environment"),
    "a key for its name": ({"key_variable": f"{KEY}"}, "never the key itself"),
    "unknown": ({"temperature": "1"}, "has no such option"),
    "no number": ({"max_tokens": "many"}, "is not a number"),
    "no whole number": ({"attempts": "0"}, "is not a whole number"),
    "cost without prices": ({"max_cost": "5"}, "needs the prices"),
    "neither yes nor no": ({"estimate_only": "perhaps"}, "neither yes nor no"),
}


@pytest.mark.parametrize(("given", "said"), WRONG_OPTIONS.values(), ids=WRONG_OPTIONS.keys())
def test_wrong_option_is_one_line(given: dict[str, str], said: str) -> None:
    with pytest.raises(ConfigError, match=said) as caught:
        open_language_model(given)
    assert KEY not in str(caught.value)


def test_nothing_is_read_where_nothing_was_named(tmp_path: Path) -> None:
    engine = open_language_model({})
    assert engine.info.network
    with pytest.raises(EngineError, match="sends nothing unless"):
        engine.read(paper(tmp_path, TEXTS))
    engine.close()


def test_missing_client_is_said_with_the_line_that_installs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openai", None)
    engine = open_language_model({"endpoint": "http://127.0.0.1:9/v1", "model": "m", "cache": str(tmp_path)})
    assert engine.info.missing is not None
    assert 'pip install "lithograph[llm]"' in engine.info.missing
    with pytest.raises(EngineError, match="pip install"):
        engine.read(paper(tmp_path, TEXTS))
    engine.close()
