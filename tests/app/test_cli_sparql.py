"""`lithograph sparql`: forms of output, typos, and Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lithograph.app.cli import main
from lithograph.app.library import Library
from lithograph.corpus.samples import sample_paths

Run = Callable[..., tuple[int, str, str]]

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(STR(?a), STR(?d)) = STR(?g)) }"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "library"
    with Library(path) as opened:
        opened.ingest(list(sample_paths()))
        opened.sparql("ASK {}")
    return path


@pytest.fixture
def run(library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["lithograph", "--library", str(library), "sparql", *arguments])
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_without_a_name_the_questions_are_listed(run: Run) -> None:
    code, out, _ = run()
    assert code == 0
    assert "conductivities" in out
    assert {"name", "question"} <= set(json.loads(run("--json")[1])[0])


def test_rows_in_every_form(run: Run, tmp_path: Path) -> None:
    asked = ("members", "-p", "class=garnet")
    assert run(*asked)[1].rstrip().endswith("rows")
    assert run(*asked, "--format", "csv")[1].startswith("material,formula,family,claims,id")
    assert run(*asked, "--format", "markdown")[1].startswith("| material |")
    assert json.loads(run(*asked, "--json", "--min-confidence", "0.9")[1])[0]["family"] == "garnet"
    assert run(*asked, "-o", str(tmp_path / "rows.csv"))[0] == 0
    assert (tmp_path / "rows.csv").read_text().startswith("material")


def test_triples_are_turtle(run: Run, tmp_path: Path) -> None:
    query = "CONSTRUCT { ?k a skos:Concept } WHERE { ?k a lithograph:MaterialClass }"
    assert "@prefix skos:" in run(query)[1]
    assert "triples to" in run(query, "-o", str(tmp_path / "built.ttl"))[1]
    assert run(query, "--json")[0] == 1


def test_explanation(run: Run) -> None:
    assert "PREFIX lithograph:" in run("products", "--explain")[1]
    assert "sparql" in json.loads(run("products", "--explain", "--json")[1])
    assert run("ASK {}", "--explain")[0] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("conductivty",),
        ("conductivities", "-p", "mim=1"),
        ("conductivities", "-p", "min=much"),
        ("conductivities", "-p", "min_confidence=0.5"),
        ("SELECT ?x WHERE { ?x a lithograp:Claim }",),
        ("SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }",),
        ("DROP ALL",),
        ("SELECT ?x { ?x ?p lithograph:given('y') }",),
        ("ASK {}", "--min-confidence", "0.5"),
    ],
)
def test_a_slip_is_one_line(arguments: tuple[str, ...], run: Run) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    assert err.startswith("error: ")
    assert err.count("\n") == 1


def test_a_query_that_takes_too_long_is_given_up(library: Path) -> None:
    command = [sys.executable, "-m", "lithograph.app.cli", "--library", str(library)]
    ran = subprocess.run(
        [*command, "sparql", ENDLESS, "--timeout", "0.3"], capture_output=True, check=False, timeout=60
    )
    assert ran.returncode == 1
    assert ran.stderr.decode().startswith("error: query sparql: took longer than 0.3 s")
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_a_long_query_ends_by_interruption(library: Path) -> None:
    command = [sys.executable, "-m", "lithograph.app.cli", "--library", str(library), "sparql", ENDLESS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        time.sleep(2)
        began = time.monotonic()
        started.send_signal(signal.SIGINT)
        _, err = started.communicate(timeout=20)
        assert time.monotonic() - began < 10
    assert started.returncode != 0
    assert b"Traceback" not in err
