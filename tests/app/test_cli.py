"""The command line, as a person or a script meets it."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import lithograph
from lithograph.app.cli import COMMANDS, main
from lithograph.app.cli_options import parse_parameters
from lithograph.corpus.samples import sample_paths
from lithograph.errors import ConfigError
from lithograph.queries.catalogue import Column, Parameter, catalogue

SAMPLES = Path(lithograph.__file__).parent / "corpus" / "samples"
SULFIDES = SAMPLES / "sulfides.md"

HEAVY = {
    "spacy",
    "pint",
    "pydantic",
    "rdflib",
    "pyoxigraph",
    "networkx",
    "ladybug",
    "pandas",
    "rich",
    "yaml",
    "numpy",
    "matplotlib",
}
"""Modules that `--help` has no use for."""


@dataclass(frozen=True)
class Ran:
    """What a command left: exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run a command line in an empty folder, as `lithograph` would."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LITHOGRAPH_LIBRARY", raising=False)

    def run_command(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["lithograph", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code or 0
        assert isinstance(code, int)
        return Ran(code, *capsys.readouterr())

    return run_command


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the samples in it; tests only read it."""
    path = tmp_path_factory.mktemp("cli") / "library"
    with lithograph.Library(path) as opened:
        report = opened.ingest(list(sample_paths()))
    assert not report.failed
    return path


def start(*arguments: str, **options: object) -> subprocess.Popen[str]:
    """The command line in a process of its own."""
    environment = {**os.environ, **{str(k): str(v) for k, v in options.items()}}
    return subprocess.Popen(
        [sys.executable, "-m", "lithograph.app.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
    )


def test_help_names_every_command(run: Run) -> None:
    ran = run("--help")
    assert ran.code == 0
    assert all(f"  {function.__name__} " in ran.out for function, _ in COMMANDS)


@pytest.mark.parametrize(("function", "examples"), COMMANDS, ids=[f.__name__ for f, _ in COMMANDS])
def test_each_command_has_help_with_examples(
    run: Run, function: Callable[..., None], examples: tuple[str, ...]
) -> None:
    ran = run(function.__name__, "--help")
    assert ran.code == 0
    assert all(example in ran.out for example in examples)


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys, contextlib, io\n"
        "from lithograph.app.cli import main\n"
        "sys.argv = ['lithograph', '--help']\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    main()\n"
        f"print(sorted({HEAVY!r} & set(sys.modules)))\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


def test_version(run: Run) -> None:
    assert run("--version").out == f"lithograph {lithograph.__version__}\n"


def test_the_whole_thread(run: Run, tmp_path: Path) -> None:
    samples = list(sample_paths())
    first = run("ingest", *samples)
    assert first.code == 0
    assert all(path.name in first.out and "added" in first.out for path in samples)
    again = run("ingest", *samples)
    assert again.code == 0
    assert again.out.count("unchanged") == len(samples)

    state = run("status", "--json").out
    assert len(json.loads(state)["documents"]) == len(samples)
    rows = json.loads(run("query", "conductivities", "--param", "min=1e-3", "--format", "json").out)
    assert rows

    claim = next(value for value in rows[0].values() if str(value).startswith("claim:"))
    shown = run("show", claim)
    assert shown.code == 0
    assert claim in shown.out
    assert "https://doi.org/" in shown.out
    assert json.loads(run("show", claim, "--json").out)["id"] == claim

    for form, name in (("turtle", "g.ttl"), ("graphml", "g.graphml"), ("json", "g.json")):
        assert run("export", "--format", form, "-o", tmp_path / name).code == 0
        assert (tmp_path / name).stat().st_size > 1000

    assert run("rebuild").code == 0
    assert run("status", "--json").out == state
    assert run("remove", samples[0].name).code == 0
    assert len(json.loads(run("status", "--json").out)["documents"]) == len(samples) - 1
    assert run("ingest", samples[0]).code == 0
    assert run("status", "--json").out == state


@pytest.mark.parametrize("place", ["before", "after", "environment"])
def test_library_may_be_named_in_three_places(
    run: Run, library: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if place == "environment":
        monkeypatch.setenv("LITHOGRAPH_LIBRARY", str(library))
    arguments: dict[str, list[str | Path]] = {
        "before": ["--library", library, "status"],
        "after": ["status", "--library", library],
        "environment": ["status"],
    }
    ran = run(*arguments[place])
    assert ran.code == 0
    assert "sulfides.md" in ran.out


def test_status_shows_documents_and_totals(run: Run, library: Path) -> None:
    out = run("--library", library, "status").out
    assert all(word in out for word in ("documents", "claims", "property", "evidence", "nodes", "relations", "rules/"))


def test_findings_are_listed(run: Run, tmp_path: Path) -> None:
    paper = tmp_path / "odd.md"
    paper.write_text("# Odd\n\nLGPS has an ionic conductivity of 12 mS cm-1 [9].\n", encoding="utf-8")
    assert run("ingest", paper).code == 0
    assert run("status", "--findings").code == 0
    assert isinstance(json.loads(run("status", "--findings", "--json").out), list)


@pytest.mark.parametrize("form", ["table", "csv", "json", "markdown"])
def test_query_formats(run: Run, library: Path, form: str) -> None:
    ran = run("--library", library, "query", "conductivities", "--param", "min=1e-3", "--format", form)
    assert ran.code == 0
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(ran.out)))
        assert rows
    elif form == "json":
        rows = json.loads(ran.out)
        assert rows
    elif form == "markdown":
        lines = ran.out.splitlines()
        assert lines[0].startswith("| material | conductivity |")
        assert len(lines) > 2
        assert len({text.count(" | ") for text in lines}) == 1
    else:
        assert ran.out.rstrip().endswith("rows")


@pytest.mark.parametrize("name", ["answer.csv", "answer.json", "answer.md", "answer.parquet", "answer.txt"])
def test_an_answer_goes_into_a_file_in_the_format_of_its_name(run: Run, library: Path, name: str) -> None:
    asked = ("--library", library, "query", "conductivities", "--param", "min=1e-3")
    expected = json.loads(run(*asked, "--json").out)
    ran = run(*asked, "-o", name)
    assert (ran.code, ran.out) == (0, f"wrote {len(expected)} rows to {name}\n")
    if name.endswith(".parquet"):
        from pyarrow import parquet

        assert parquet.read_table(name).to_pylist() == expected
        return
    text = Path(name).read_text(encoding="utf-8")
    if name.endswith(".json"):
        assert json.loads(text) == expected
    elif name.endswith(".csv"):
        assert [row["claim"] for row in csv.DictReader(io.StringIO(text))] == [row["claim"] for row in expected]
    else:
        assert len(text.splitlines()) == len(expected) + 2


def test_evidence_stands_beside_the_rows(run: Run, library: Path) -> None:
    ran = run("--library", library, "query", "products", "--evidence", "--json")
    rows = json.loads(ran.out)
    assert rows
    assert all(row["evidence_sentence"] and row["evidence_line"] for row in rows)
    assert any(row["doi"] for row in rows)
    assert all(bool(row["evidence_doi"]) == bool(row["doi"]) for row in rows)


@pytest.mark.parametrize("question", ["conductivities", "path"])
def test_a_question_is_explained_without_a_library(run: Run, question: str) -> None:
    ran = run("query", question, "--explain")
    asked = catalogue()[question]
    assert ran.code == 0
    assert asked.question in ran.out
    assert asked.method in ran.out
    assert all(text.strip() in ran.out for text in asked.text.splitlines())
    described: list[Parameter | Column] = [*asked.parameters.values(), *asked.columns.values()]
    assert all(each.name in ran.out and each.help in ran.out for each in described)
    data = json.loads(run("query", question, "--explain", "--json").out)
    assert data == {**asked.to_dict(), "cypher": asked.text}


def test_query_alone_lists_the_catalogue(run: Run) -> None:
    assert "conductivities" in run("query").out
    questions = json.loads(run("query", "--json").out)
    assert len(questions) >= 12
    assert all(set(question) >= {"name", "question", "parameters", "columns"} for question in questions)


def test_cypher_reads(run: Run, library: Path) -> None:
    ran = run(
        "--library", library, "cypher", "MATCH (m:Material) RETURN m.name AS name ORDER BY name LIMIT 5", "--json"
    )
    assert ran.code == 0
    assert len(json.loads(ran.out)) == 5


def test_a_query_leaves_out_claims_below_a_confidence(run: Run, library: Path) -> None:
    command = ("--library", library, "query", "supported", "--param", "limit=500", "--json")
    every = json.loads(run(*command).out)
    sure = json.loads(run(*command, "--min-confidence", "0.9").out)
    assert 0 < len(sure) < len(every)
    assert sure == [row for row in every if row["confidence"] >= 0.9]


@pytest.mark.parametrize("form", ["facts", "claims"])
def test_extract_leaves_out_what_is_below_a_confidence(run: Run, form: str) -> None:
    every = [json.loads(row) for row in run("extract", SULFIDES, "--format", form).out.splitlines()]
    sure = run("extract", SULFIDES, "--format", form, "--min-confidence", "0.9")
    rows = [json.loads(row) for row in sure.out.splitlines()]
    assert 0 < len(rows) < len(every)
    assert rows == [row for row in every if row["confidence"] >= 0.9]


def test_an_export_leaves_out_claims_below_a_confidence(run: Run, library: Path, tmp_path: Path) -> None:
    ran = run("--library", library, "export", "--format", "json", "-o", "sure.json", "--min-confidence", "0.9")
    assert ran.code == 0
    nodes = json.loads((tmp_path / "sure.json").read_text(encoding="utf-8"))["nodes"]
    claims = [node["confidence"] for node in nodes if node["label"] == "Claim"]
    assert claims
    assert min(claims) >= 0.9


def test_evaluate_compares_a_paper_with_its_facts(run: Run) -> None:
    gold = SAMPLES / "garnets.facts.jsonl"
    shown = run("evaluate", gold, SAMPLES / "garnets.md", "--missed", "1", "--spurious", "1")
    assert shown.code == 0
    assert shown.out.splitlines()[0].split() == ["facts", "gold", "found", "right", "P", "R", "F1"]
    assert all(word in shown.out for word in ("\nproperty ", "\nalias ", "\nALL ", "\nmissed: ", "\nspurious: "))
    facts = run("extract", SAMPLES / "garnets.md", "-o", "facts.jsonl")
    assert facts.code == 0
    scores = json.loads(run("evaluate", gold, "facts.jsonl", "--json").out)
    assert scores["alias"]["F1"] > 0.9
    part = json.loads(run("evaluate", gold, "facts.jsonl", "--json", "--lines", "1-20", "--missed", "3").out)
    assert part["ALL"]["gold"] < scores["ALL"]["gold"]
    assert set(part) - set(scores) == {"missed"}
    sure = json.loads(run("evaluate", gold, "facts.jsonl", "--json", "--min-confidence", "1").out)
    assert sure["ALL"]["system"] < scores["ALL"]["system"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        pytest.param(["gold.jsonl", "gold.jsonl", "--lines", "9-2"], "9-2", id="lines"),
        pytest.param(["gold.jsonl", "gold.jsonl", "--lines", "9"], "A-B", id="one line"),
        pytest.param(["gold.jsonl", "missing.jsonl"], "missing.jsonl", id="missing"),
        pytest.param(["paper.md", "gold.jsonl"], "paper.md:1", id="a paper for gold"),
        pytest.param(["made.jsonl", "gold.jsonl"], "GOLD comes first", id="swapped"),
        pytest.param(["gold.jsonl", "empty.jsonl"], "is empty", id="empty"),
        pytest.param(["gold.jsonl", "gold.jsonl", "--min-confidence", "2"], "from 0 to 1", id="confidence"),
    ],
)
def test_evaluate_says_in_one_line_what_is_wrong(run: Run, tmp_path: Path, arguments: list[str], reason: str) -> None:
    fact = {"type": "alias", "short": "A1", "long": "B1"}
    (tmp_path / "gold.jsonl").write_text(json.dumps(fact), encoding="utf-8")
    (tmp_path / "made.jsonl").write_text(
        json.dumps({**fact, "claim": "", "rule": "", "evidence": {}}), encoding="utf-8"
    )
    (tmp_path / "paper.md").write_text("# A paper\n", encoding="utf-8")
    (tmp_path / "empty.jsonl").touch()
    ran = run("evaluate", *arguments)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.startswith("error: ")
    assert ran.err.count("\n") == 1
    assert reason in ran.err


def test_cypher_takes_parameters(run: Run, library: Path) -> None:
    text = "MATCH (m:Material) WHERE m.name = $name RETURN m.name AS name LIMIT $n"
    ran = run("--library", library, "cypher", text, "--param", "name=Li10GeP2S12", "--param", "n=1", "--format", "csv")
    assert ran.out == "name\nLi10GeP2S12\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["query", "nonsense"], "nonsense", id="unknown question"),
        pytest.param(["query", "conductivities", "--param", "min=lots"], "min", id="ill-typed parameter"),
        pytest.param(["query", "conductivities", "--param", "colour=red"], "colour", id="unknown parameter"),
        pytest.param(["query", "conductivities", "--param", "min"], "NAME=VALUE", id="no value"),
        pytest.param(["query", "documents", "--min-confidence", "1.5"], "from 0 to 1", id="confidence too high"),
        pytest.param(["query", "documents", "--min-confidence", "nan"], "from 0 to 1", id="confidence is no number"),
        pytest.param(["query", "documents", "-p", "min_confidence=1"], "--min-confidence", id="confidence elsewhere"),
        pytest.param(["query", "conductivities", "--json", "--format", "csv"], "--format", id="two formats"),
        pytest.param(["query", "cited", "--format", "parquet"], "--output", id="parquet on the screen"),
        pytest.param(["query", "cited", "-o", "no/such/answer.csv"], "answer.csv", id="no folder for an answer"),
        pytest.param(["query", "cited", "-o", "no/such/answer.parquet"], "answer.parquet", id="no folder for parquet"),
        pytest.param(["query", "cited", "--evidence"], "name no claims", id="evidence of what are no claims"),
        pytest.param(["query", "cited", "--explain", "-p", "x=1"], "'x'; it takes limit", id="unknown and explained"),
        pytest.param(["query", "cited", "--explain", "-o", "x.csv"], "--explain", id="explained into a file"),
        pytest.param(["cypher", "MATCH (m:Material RETURN m"], "error", id="syntax error"),
        pytest.param(["cypher", "MATCH (m:Materiel) RETURN m"], "Materiel", id="unknown label"),
        pytest.param(["cypher", "CREATE (m:Material {id: 'x'})"], "--write", id="writes"),
        pytest.param(["cypher", ""], "empty", id="empty"),
        pytest.param(["show", "claim:0000"], "claim", id="unknown claim"),
        pytest.param(["remove", "nothing.md"], "nothing.md", id="unknown document"),
        pytest.param(["export", "-o", "no/such/folder/graph.ttl"], "graph.ttl", id="folder is missing"),
        pytest.param(["export", "-o", "g.ttl", "--min-confidence", "-1"], "from 0 to 1", id="confidence too low"),
        pytest.param(["extract", SULFIDES, "--min-confidence", "7"], "from 0 to 1", id="confidence of facts"),
        pytest.param(
            ["extract", SULFIDES, "--format", "mentions", "--min-confidence", "0.5"], "mentions", id="of mentions"
        ),
    ],
)
def test_mistakes_are_one_line(run: Run, library: Path, arguments: list[str | Path], said: str) -> None:
    ran = run("--library", library, *arguments)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.startswith("error: ")
    assert ran.err.count("\n") == 1
    assert said in ran.err


@pytest.mark.parametrize(
    "command",
    [["status"], ["query", "conductivities"], ["rebuild"], ["remove", "x"], ["show", "x"], ["cypher", "RETURN 1"]],
    ids=str,
)
def test_no_library_is_one_line_and_makes_none(run: Run, command: list[str], tmp_path: Path) -> None:
    ran = run(*command)
    assert ran.code == 1
    assert ran.err.startswith("error: lithograph-library: ")
    assert ran.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_no_library_is_left_alone(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "cat.jpg").write_bytes(b"x")
    ran = run("--library", folder, "ingest", SULFIDES)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert [path.name for path in folder.iterdir()] == ["cat.jpg"]


BAD_FILES: dict[str, bytes | None] = {
    "missing.md": None,
    "empty.md": b"",
    "binary.md": bytes(range(256)) * 40,
    "image.png": b"\x89PNG\r\n\x1a\n" + bytes(500),
}


def write_bad(folder: Path, name: str) -> Path:
    content = BAD_FILES[name]
    if content is not None:
        (folder / name).write_bytes(content)
    return folder / name


@pytest.mark.parametrize("name", BAD_FILES)
@pytest.mark.parametrize("command", ["extract", "bibliography"])
def test_a_bad_file_is_one_line(run: Run, tmp_path: Path, command: str, name: str) -> None:
    ran = run(command, write_bad(tmp_path, name))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("error: ")
    assert name in ran.err
    assert ran.err.count("\n") == 1


def test_a_bad_file_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    bad = [write_bad(tmp_path, name) for name in BAD_FILES]
    ran = run("ingest", bad[0], tmp_path, SULFIDES, *bad[1:])
    assert ran.code == 1
    assert ran.out.count("failed") == len(bad) + 1
    assert "added" in ran.out
    assert len([text for text in ran.err.splitlines() if text.startswith("error: ")]) == len(bad) + 1
    assert len(json.loads(run("status", "--json").out)["documents"]) == 1


def test_extract_facts_point_into_the_file(run: Run) -> None:
    source = SULFIDES.read_text(encoding="utf-8")
    facts = [json.loads(text) for text in run("extract", SULFIDES).out.splitlines()]
    properties = [fact for fact in facts if fact["type"] == "property"]
    assert len(properties) > 10
    for fact in facts:
        start, end = fact["evidence"]["source"]
        assert 0 <= start < end <= len(source)
        assert {"claim", "confidence", "rule", "line", "refs"} <= set(fact)
    for fact in properties:
        start, end = fact["evidence"]["value"]
        assert any(character.isdigit() for character in source[start:end])


def test_extract_writes_a_file(run: Run, tmp_path: Path) -> None:
    shown = run("extract", SULFIDES, "--format", "claims").out
    assert run("extract", SULFIDES, "--format", "claims", "-o", tmp_path / "claims.jsonl").out == ""
    assert (tmp_path / "claims.jsonl").read_text(encoding="utf-8") == shown
    assert all(json.loads(text)["id"].startswith("claim:") for text in shown.splitlines())
    assert [path.name for path in tmp_path.iterdir()] == ["claims.jsonl"]


def test_extract_mentions_have_offsets(run: Run) -> None:
    source = SULFIDES.read_text(encoding="utf-8")
    mentions = [json.loads(text) for text in run("extract", SULFIDES, "--format", "mentions").out.splitlines()]
    assert {mention["label"] for mention in mentions} >= {"MATERIAL", "QUANTITY"}
    plain = next(mention for mention in mentions if mention["text"] == "LSnPS")
    assert source[plain["start"] : plain["end"]] == "LSnPS"


def test_bibliography_in_both_formats(run: Run) -> None:
    items = json.loads(run("bibliography", SULFIDES, "--format", "csl-json").out)
    assert [item["citation-number"] for item in items] == list(range(1, 16))
    assert items[0]["DOI"] == "10.1038/nmat3066"
    assert run("bibliography", SULFIDES, "--format", "bibtex").out.count("@article{") == 15


def test_material_json_is_one_object_a_line(run: Run) -> None:
    names = ["LLZO", "Li7La3Zr2O12", "Li<sub>7</sub>La<sub>3</sub>Zr<sub>2</sub>O<sub>12</sub>"]
    rows = [json.loads(text) for text in run("material", *names, "--json").out.splitlines()]
    assert [row["written"] for row in rows] == names
    assert len({row["id"] for row in rows}) == 1


def test_material_table(run: Run) -> None:
    out = run("material", "Li6PS5Cl").out
    assert "material:" in out
    assert "Li 6" in out


def test_a_terminal_without_unicode_is_served() -> None:
    ended = start("extract", str(SULFIDES), "--format", "facts", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    out, err = ended.communicate(timeout=120)
    assert (ended.returncode, err) == (0, "")
    assert all(json.loads(text) for text in out.splitlines())
    table = start("material", "β-Li3PS4", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    out, err = table.communicate(timeout=120)
    assert (table.returncode, err) == (0, "")
    assert "Li3PS4" in out


def test_a_broken_pipe_is_quiet() -> None:
    process = start("extract", str(SULFIDES), "--format", "mentions")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=120)
    assert err == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes, which this system does not have")
def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    pipe = tmp_path / "out.jsonl"
    os.mkfifo(pipe)
    process = start("extract", str(pipe))
    with pipe.open("wb"):  # opens when the command has come to its file
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=120)
    assert process.returncode == 130
    assert "Traceback" not in err


@pytest.mark.parametrize("pairs", [["min"], ["=1"], ["a=1", "a=2"]], ids=str)
def test_parse_parameters_refuses(pairs: list[str]) -> None:
    with pytest.raises(ConfigError):
        parse_parameters(pairs)


def test_parse_parameters_keeps_further_equals_signs() -> None:
    assert parse_parameters(["a=b=c"]) == {"a": "b=c"}
