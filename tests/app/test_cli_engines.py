"""Engines on the command line: listed, chosen, and told of where they fail."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from lithograph.app.cli import main
from lithograph.tests.extract.engines import made_engines

Run = Callable[..., tuple[int, str, str]]
"""A command line becomes its exit code, standard output and standard error."""


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    names = ("echo", "refusing", "sending", "inventing", "lacking")
    made_engines.install(monkeypatch, tmp_path, **{name: f"{made_engines.HOME}:open_{name}" for name in names})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LITHOGRAPH_LIBRARY", "library")
    (tmp_path / "note.md").write_text("# A note\n\nLLZO suffers from dendrite growth.\n", encoding="utf-8")
    return tmp_path / "note.md"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], paper: Path) -> Run:
    def run_command(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        monkeypatch.setattr("sys.argv", ["lithograph", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0), *capsys.readouterr()

    return run_command


def test_engines_are_listed_with_what_is_missing(run: Run) -> None:
    code, out, _ = run("engines", "--json")
    listed = {info["name"]: info for info in json.loads(out)}
    assert code == 0
    assert listed["rules"]["missing"] is None
    assert listed["rules"]["network"] is False
    assert listed["lacking"]["missing"] == 'pip install "lithograph[lacking]"'
    assert listed["echo"]["options"] == {"confidence": "what it says of its claims"}
    code, out, _ = run("engines")
    assert code == 0
    assert 'pip install "lithograph[lacking]"' in out
    assert "echo.confidence" in out


def test_extract_with_engines_says_what_they_used(run: Run) -> None:
    code, out, err = run(
        "extract", "note.md", "--format", "claims", "--engine", "rules,echo", "--engine-option", "echo.confidence=0.2"
    )
    (claim,) = map(json.loads, out.splitlines())
    assert code == 0
    assert {piece["engine"] for piece in claim["evidence"]} == {"rules/1", "echo/1"}
    assert "note.md: echo: 1 claim, " in err
    _, _, err = run("extract", "note.md", "--engine", "rules", "--engine", "sending", "--engine", "inventing")
    assert "note.md: sending: 0 claims, " in err
    assert ", requests 1" in err
    assert "note.md: inventing: 0 claims, 1 refused, " in err


def test_ingest_and_show_say_who_said_what(run: Run) -> None:
    code, _, err = run("ingest", "note.md", "--engine", "rules,echo,refusing")
    assert code == 0
    assert "note.md: refusing did not read it: speaks no English" in err
    _, out, _ = run("query", "one-engine", "--json")
    assert json.loads(out) == []
    _, out, _ = run("cypher", "MATCH (c:Claim) RETURN c.id AS id", "--json")
    _, out, _ = run("show", json.loads(out)[0]["id"])
    assert "read by rules/1" in out
    assert "read by echo/1" in out


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--engine", "nobody"], "error: --engine: there is no engine 'nobody'; installed: rules, "),
        (["--engine", "lacking"], 'error: engine lacking: pip install "lithograph[lacking]"'),
        (["--engine", "echo", "--engine-option", "echo.hue=red"], "error: echo.hue: the engine has no such option"),
        (["--engine-option", "echo.confidence=1"], "is for an engine that is not named; add --engine echo"),
        (["--engine", ","], "error: --engine: names no engine"),
    ],
)
@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_what_is_wrong_is_one_line(run: Run, command: str, words: list[str], reason: str) -> None:
    code, out, err = run(command, "note.md", *words)
    assert (code, out) == (1, "")
    (line,) = err.splitlines()
    assert reason in line


def test_a_file_that_no_engine_could_read_has_failed(run: Run) -> None:
    code, _, err = run("ingest", "note.md", "--engine", "refusing")
    assert code == 1
    assert err.splitlines()[-1] == "error: engine refusing: speaks no English"


def test_mentions_are_the_rules_own(run: Run) -> None:
    code, _, err = run("extract", "note.md", "--format", "mentions", "--engine", "echo")
    assert code == 1
    assert "mentions are found by the rules" in err
