"""What a language model says is held against the text: nothing that is not there gets in, nothing that is gets lost."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from lithograph.corpus.reading import read_document
from lithograph.extract.engines.base import EngineReading
from lithograph.extract.engines.checking import why_refused
from lithograph.extract.facts import iter_facts
from lithograph.tests.extract.engines.llm.chat_server import ChatServer, Fact, Reply, facts, serving
from lithograph.tests.extract.engines.llm.made_facts import Made, borne_out, invented
from lithograph.tests.extract.engines.llm.papers import engine_for, paper, said

pytestmark = pytest.mark.loopback


_CASE = re.compile(r"Case (\d+) follows\.")


@dataclass(frozen=True)
class Scripted:
    """Paragraphs with the facts that a model gives of each."""

    paragraphs: list[str]
    given: dict[int, list[Fact]]

    def reply(self, passage: str) -> Reply:
        number = _CASE.match(passage)
        assert number is not None
        return facts(*self.given[int(number[1])])


def scripted(made: list[Made]) -> Scripted:
    numbers = {paragraph: number for number, paragraph in enumerate(dict.fromkeys(each.paragraph for each in made))}
    given: dict[int, list[Fact]] = {}
    for each in made:
        given.setdefault(numbers[each.paragraph], []).append(each.fact)
    return Scripted([f"Case {number} follows. {text}" for text, number in numbers.items()], given)


def read(made: list[Made], folder: Path) -> EngineReading:
    """What the engine gives, none of which the check of all engines refuses."""
    script = scripted(made)
    with serving(lambda passage, _: script.reply(passage)) as server:
        engine = engine_for(server, folder / "cache")
        document = paper(folder, script.paragraphs, references=40)
        reading = engine.read(document)
        engine.close()
    assert not [reason for claim in reading.claims if (reason := why_refused(claim, document, engine.info))]
    return reading


def key(fact: Fact) -> tuple[object, ...]:
    """What makes a flat fact what it is, without where and how surely it was read."""
    names = ("type", "subject", "property", "value", "unit", "against", "product", "kind", "failure", "cause", "effect")
    return (*(str(fact.get(name)) for name in names), str(fact.get("agent")), str(fact.get("target")))


def test_of_three_hundred_facts_the_invented_ones_are_refused_and_no_other_is_lost(tmp_path: Path) -> None:
    right, wrong = borne_out(), invented()
    assert (len(right), len(wrong)) == (240, 60)
    reading = read([*right, *wrong], tmp_path)
    found = list(iter_facts(reading.claims))
    missing = [each.fact for each in right if key(each.fact) not in {key(fact) for fact in found}]
    accepted = [each.fact for each in wrong if key(each.fact) not in {key(other.fact) for other in right}]
    assert missing == []
    assert len(found) == 240
    assert not [fact for fact in found if fact.get("negated")]
    assert not {key(fact) for fact in accepted} & {key(fact) for fact in found}
    refused = [finding for finding in reading.findings if finding.code == "llm-fact-refused"]
    assert len(refused) == 60
    assert (reading.usage["facts"], reading.usage["refused"]) == (300, 60)
    reasons = Counter(_reason(finding.message) for finding in refused)
    assert reasons == {"value": 12, "unit": 12, "material": 12, "quotation": 12, "reference": 12}


def _reason(message: str) -> str:
    _, _, reason = message.partition(": ")[2].partition(": ")
    if reason.startswith("the value"):
        return "unit" if "with the unit" in reason else "value"
    return (
        reason.split()[0]
        if reason.startswith("reference")
        else "quotation"
        if "quotation does" in reason
        else "material"
    )


def test_references_are_those_of_the_reader(tmp_path: Path) -> None:
    made = [Made(each.paragraph, {k: v for k, v in each.fact.items() if k != "refs"}) for each in borne_out()[:6]]
    cited = [fact["refs"] for fact in iter_facts(read(made, tmp_path).claims)]
    assert cited == [each.fact["refs"] for each in borne_out()[:6]]


PROGRAM = """
import sys
from pathlib import Path
from lithograph.corpus.reading import read_document
from lithograph.extract.engines.llm.engine import open_language_model
from lithograph.tests.extract.engines.llm.papers import said

endpoint, cache, path = sys.argv[1:]
given = {"endpoint": endpoint, "model": "scripted", "cache": cache, "attempts": "1"}
engine = open_language_model(given)
print("\\n".join(said(engine.read(read_document(Path(path))).claims)))
engine.close()
"""


def test_killed_half_way_and_run_again_it_asks_nothing_twice(tmp_path: Path) -> None:
    made = borne_out()[:20]
    script, whole = scripted(made), read(made, tmp_path).claims
    path = tmp_path / paper(tmp_path, script.paragraphs, references=40).name
    silent = True

    def answer(passage: str, before: int) -> Reply:
        if silent and len(server.answered) == 10:
            return Reply(delay_s=1.0, hang_up=True)
        return script.reply(passage)

    with serving(answer) as server:
        command = [sys.executable, "-c", PROGRAM, server.endpoint, str(tmp_path / "killed"), str(path)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        _wait_for(server, 11)
        process.kill()
        process.communicate()
        silent = False
        first = list(server.answered)
        again = subprocess.run(command, capture_output=True, text=True, check=True)
        second = server.asked[11:]
        engine = engine_for(server, tmp_path / "killed")
        third = engine.read(read_document(path))
        engine.close()
    assert len(first) == 10
    assert len(second) == 10
    assert not set(first) & set(second)
    assert again.stdout.split("\n") == [*said(whole), ""]
    assert said(third.claims) == said(whole)
    assert len(server.asked) == 21


def _wait_for(server: ChatServer, requests: int) -> None:
    deadline = time.monotonic() + 30
    while len(server.asked) < requests:
        assert time.monotonic() < deadline, "the process did not ask"
        time.sleep(0.01)
