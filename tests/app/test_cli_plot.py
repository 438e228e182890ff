"""`lithograph plot` on the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import lithograph
from lithograph.app.cli import main
from lithograph.app.cli_plot import PlotWidth
from lithograph.app.stored_graph import StoredGraph
from lithograph.corpus.samples import sample_paths
from lithograph.graph.stores.neo4j import Neo4jStore
from lithograph.queries.plots.registry import plots
from lithograph.queries.plots.style import Width

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run a command line in an empty folder: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LITHOGRAPH_LIBRARY", raising=False)

    def run_command(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["lithograph", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code or 0
        assert isinstance(code, int)
        return code, *capsys.readouterr()

    return run_command


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one of the samples in it; tests only read it."""
    path = tmp_path_factory.mktemp("plot") / "library"
    with lithograph.Library(path) as opened:
        assert not opened.ingest([p for p in sample_paths() if p.name == "strategies.md"]).failed
    return path


def test_plots_are_listed_with_their_questions_and_parameters(run: Run) -> None:
    code, out, _ = run("plot")
    assert code == 0
    assert all(f"{name} " in out and plot.question in out for name, plot in plots().items())
    listed = json.loads(run("plot", "--json")[1])
    assert [plot["name"] for plot in listed] == list(plots())
    assert {p["name"] for p in listed[0]["parameters"]} == {"material", "min", "max", "unit"}


@pytest.mark.parametrize(
    ("ending", "beginning"), [("svg", b"<svg "), ("png", b"\x89PNG"), ("html", b"<!DOCTYPE html>")]
)
def test_a_figure_is_written(run: Run, library: Path, tmp_path: Path, ending: str, beginning: bytes) -> None:
    code, out, err = run("--library", library, "plot", "strategies-failures", "-o", f"a.{ending}")
    assert (code, out) == (0, f"wrote a.{ending}\n")
    assert "of strategy against" in err
    assert (tmp_path / f"a.{ending}").read_bytes().startswith(beginning)


def test_what_was_drawn_is_told_as_json(run: Run, library: Path) -> None:
    code, out, _ = run("--library", library, "plot", "timeline", "-o", "a.svg", "--json", "--width", "double")
    told = json.loads(out)
    assert code == 0
    assert (told["name"], told["file"], told["is_empty"]) == ("timeline", "a.svg", False)
    assert told["marks"] > 0


def test_nothing_to_show_is_told_on_the_terminal_and_in_the_figure(run: Run, library: Path, tmp_path: Path) -> None:
    code, out, err = run("--library", library, "plot", "conductivity-family", "-p", "min=1e5", "-o", "a.svg")
    assert (code, out) == (0, "wrote a.svg\n")
    assert err == "Nothing to show: no ionic conductivity fits.\n"
    assert "Nothing to show" in (tmp_path / "a.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["timelin", "-o", "a.svg"], "error: plot timelin: no such plot; did you mean 'timeline'?"),
        (["timeline"], "error: --output: name the file to write"),
        (["timeline", "-o", "a.pdf"], "error: a.pdf: a plot is written to a file that ends in one of"),
        (["timeline", "-o", "no/a.svg"], "error: no/a.svg: cannot be written: No such file or directory"),
        (["timeline", "-o", "a.svg", "-p", "since=x"], "error: query years: parameter since: 'x' is not a number"),
        (["timeline", "-o", "a.svg", "-p", "sinse=1"], "error: plot timeline: no parameter 'sinse'; it takes since"),
        (["neighbourhood", "-o", "a.svg"], "error: query links: parameter material is missing"),
        (["causes", "-o", "a.svg", "-p", "most=0"], "error: plot causes: parameter most: '0' is not a whole number"),
        (["causes", "-o", "a.svg", "--min-confidence", "2"], "error: --min-confidence"),
        (["causes", "-o", "a.svg", "-p", "min_confidence=1"], "error: --param: min_confidence is an option of its own"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_1(
    run: Run, library: Path, tmp_path: Path, arguments: list[str], told: str
) -> None:
    code, out, err = run("--library", library, "plot", *arguments)
    assert (code, out) == (1, "")
    assert err.startswith(told)
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_widths_on_the_command_line_are_those_of_figures() -> None:
    assert list(map(str, PlotWidth)) == list(map(str, Width))


@pytest.mark.neo4j
def test_a_server_gives_the_same_figures(library: Path, neo4j_store: Neo4jStore) -> None:
    with lithograph.Library(library) as opened:
        opened.push(neo4j_store)
        graph = StoredGraph(neo4j_store, "server")
        for name, plot in plots().items():
            given: dict[str, Any] = {p.name: "garnet" for p in plot.parameters.values() if p.default is None}
            assert graph.plot(name, **given).html() == opened.plot(name, **given).html()
