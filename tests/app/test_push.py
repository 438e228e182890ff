"""A server on the command line: push, ask, remove; refusals in one line; a password that is never shown."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from neo4j import Session

import lithograph
from lithograph.app.cli import main
from lithograph.app.stored_graph import StoredGraph
from lithograph.corpus.samples import sample_paths
from lithograph.errors import StoreUnavailableError
from lithograph.graph.stores.base import StoreAddress
from lithograph.graph.stores.neo4j import Neo4jStore
from lithograph.graph.stores.neo4j_difference import Step
from lithograph.queries.catalogue import catalogue
from lithograph.tests.conftest import TestServer
from lithograph.tests.neo4j_server import Neo4jServer, free_port

Run = Callable[..., tuple[int, str, str]]

VARIABLES = ("LIBRARY", "DATABASE", "USER", "PASSWORD", "STORES")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run a command line in an empty folder: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in VARIABLES:
        monkeypatch.delenv(f"LITHOGRAPH_{name}", raising=False)

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
    """A library with two of the samples in it; tests only read it."""
    path = tmp_path_factory.mktemp("push") / "library"
    with lithograph.Library(path) as opened:
        assert not opened.ingest(list(sample_paths())[:2]).failed
    return path


@pytest.fixture
def server(neo4j_server: TestServer, neo4j_store: object, run: Run, monkeypatch: pytest.MonkeyPatch) -> TestServer:
    """A server without a graph of ours, whose user and password are in the environment."""
    address = neo4j_server.address
    monkeypatch.setenv("LITHOGRAPH_USER", address.user or "")
    monkeypatch.setenv("LITHOGRAPH_PASSWORD", address.password or "")
    return neo4j_server


@pytest.mark.neo4j
def test_push_ask_and_remove(server: TestServer, run: Run, library: Path) -> None:
    at = ("--store", server.address.uri)
    assert run("status", *at)[2].endswith("holds no graph of a library; `lithograph push` brings one\n")
    code, out, _ = run("push", *at, "--library", library, "--json")
    assert code == 0
    status = json.loads(run("status", "--library", library, "--json")[1])
    assert json.loads(out) == {"nodes": status["nodes"], "relations": status["relations"]}
    on_server = json.loads(run("status", *at, "--json")[1])
    assert [document["id"] for document in on_server["documents"]] == [one["id"] for one in status["documents"]]
    assert {name: on_server[name] for name in ("claims", "evidence", "nodes", "relations")} == {
        name: status[name] for name in ("claims", "evidence", "nodes", "relations")
    }
    for question in (["conductivities", "--param", "min=1e-4"], ["failures", "--param", "material=LLZO"]):
        here = run("query", *question, "--library", library, "--format", "csv")
        assert run("query", *question, *at, "--format", "csv") == here
        assert here[0] == 0
    count = ("cypher", "MATCH (m:Material) RETURN count(*) AS n", "--json")
    assert run(*count, *at) == run(*count, "--library", library)
    code, out, _ = run("push", *at, "--remove")
    assert (code, out) == (0, f"{server.address.uri} holds 0 nodes and 0 relations of ours\n")


FOREIGN = """
CREATE (m:Material {id: 'material:LLZO', name: 'LLZO', names: ['LLZO'], kind: 'steel', test: true}),
  (f:FailureMechanism {id: 'failure:rust', name: 'rust', test: true}), (m)-[:SUFFERS_FROM {claim: 'claim:0'}]->(f),
  (m)-[:CAUSES]->(f), (f)-[:CAUSES]->(m), (c:Claim {id: 'claim:0', kind: 'property', statement: 'theirs', test: true}),
  (c)-[:STATES {role: 'subject'}]->(m), (m)-[:BELONGS_TO]->(:MaterialClass {id: 'class:steel', test: true}),
  (:Publication {id: 'doi:1', title: 'Theirs', year: 2000, test: true})
"""


@pytest.mark.neo4j
def test_other_peoples_data_has_no_part_in_what_rests_on_claims(
    server: TestServer, neo4j_store: Neo4jStore, library: Path
) -> None:
    with lithograph.Library(library) as opened:
        opened.push(neo4j_store)
    graph = StoredGraph(neo4j_store, server.address.uri)
    asked = [one.name for one in catalogue().values() if all(p.default is not None for p in one.parameters.values())]
    before = {name: graph.query(name) for name in asked}
    neo4j_store.execute(FOREIGN)
    try:
        changed = [name for name in asked if graph.query(name) != before[name]]
    finally:
        neo4j_store.execute("MATCH (n) WHERE n.test DETACH DELETE n")
    assert changed == []


@pytest.mark.neo4j
def test_a_query_that_writes_needs_to_be_asked_for(server: TestServer, run: Run) -> None:
    at = ("--store", server.address.uri)
    code, _, err = run("cypher", "CREATE (n:Nothing {test: true})", *at)
    assert (code, err) == (1, "error: query cypher: it would write; `--write` allows that\n")
    assert run("cypher", "CREATE (n:Nothing {test: true})", *at, "--write")[0] == 0
    assert run("cypher", "MATCH (n:Nothing) DELETE n RETURN count(*) AS n", *at, "--write", "--format", "csv") == (
        0,
        "n\n1\n",
        "",
    )


@pytest.mark.neo4j
def test_another_library_is_not_overwritten(server: TestServer, run: Run, library: Path, tmp_path: Path) -> None:
    at = ("--store", server.address.uri)
    run("push", *at, "--library", library)
    other = tmp_path / "other"
    run("ingest", sample_paths()[2], "--library", other)
    code, _, err = run("push", *at, "--library", other)
    assert (code, err.count("\n")) == (1, 1)
    assert "another library; `--replace`" in err
    assert run("push", *at, "--library", other, "--replace")[0] == 0
    assert (
        json.loads(run("status", *at, "--json")[1])["nodes"]
        == json.loads(run("status", "--library", other, "--json")[1])["nodes"]
    )


SECRET = "s3cret-w0rd"


@pytest.fixture(params=["flag", "environment", "file", "uri"])
def wrong(
    request: pytest.FixtureRequest, neo4j_server: TestServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> list[str]:
    """Options that lead to the server with a wrong password, in every way in which one can be given."""
    uri = neo4j_server.address.uri
    if request.param == "flag":
        return ["--store", uri, "--user", "neo4j", "--password", SECRET]
    if request.param == "environment":
        monkeypatch.setenv("LITHOGRAPH_PASSWORD", SECRET)
        return ["--store", uri, "--user", "neo4j"]
    if request.param == "uri":
        return ["--store", uri.replace("://", f"://neo4j:{SECRET}@")]
    text = f"lab: {{uri: '{uri}', user: neo4j, password: {SECRET}}}\n"
    (tmp_path / "stores.yaml").write_text(text, encoding="utf-8")
    return ["--store", "lab", "--stores", str(tmp_path / "stores.yaml")]


@pytest.mark.neo4j
@pytest.mark.parametrize("command", ["push", "query documents", "status", "cypher RETURN"])
def test_a_password_is_never_shown(
    command: str, wrong: list[str], run: Run, library: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    code, out, err = run(*command.split(), *wrong, "--library", library)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "refuses user or password (user 'neo4j')" in err
    for written in (err, caplog.text, *map(repr, caplog.records)):
        assert SECRET not in written


@pytest.mark.neo4j
def test_the_file_of_stores_opens_a_server(server: TestServer, run: Run, library: Path, tmp_path: Path) -> None:
    address = server.address
    folder = tmp_path / ".config" / "lithograph"
    folder.mkdir(parents=True)
    entry = {"lab": {"uri": address.uri, "user": address.user, "password": address.password}}
    (folder / "stores.yaml").write_text(json.dumps(entry), encoding="utf-8")
    assert run("push", "--store", "lab", "--library", library)[0] == 0
    code, out, _ = run("query", "documents", "--store", "lab", "--format", "csv")
    assert code == 0
    assert len(out.splitlines()) == 3


@pytest.mark.neo4j
def test_nobody_there_leaves_the_library_as_it_was(run: Run, library: Path) -> None:
    before = files_and_sizes(library)
    code, out, err = run("push", "--store", f"bolt://127.0.0.1:{free_port()}", "--library", library)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "is it started?" in err
    assert files_and_sizes(library) == before


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        pytest.param(["push"], "say where", id="no store"),
        pytest.param(["push", "--store", "lab"], "nor a named store", id="no such name"),
        pytest.param(["push", "--store", "ftp://x"], "none of bolt://", id="no such scheme"),
        pytest.param(["push", "--store", "lab", "--stores", "gone.yaml"], "is not there", id="no file"),
        pytest.param(["push", "--store", "lab", "--stores", "bad.yaml"], "is not YAML", id="bad file"),
        pytest.param(["push", "--store", "lab", "--stores", "key.yaml"], "'pasword' is none of", id="bad key"),
        pytest.param(["status", "--findings", "--store", "bolt://x"], "kept by the library", id="findings"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(run: Run, tmp_path: Path, arguments: list[str], reason: str) -> None:
    (tmp_path / "bad.yaml").write_text(f"lab: {{password: {SECRET}", encoding="utf-8")
    (tmp_path / "key.yaml").write_text(f"lab: {{uri: 'bolt://x', pasword: {SECRET}}}", encoding="utf-8")
    code, out, err = run(*arguments)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert reason in err
    assert SECRET not in err


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_files_for_an_import_are_the_same_every_time(run: Run, library: Path, tmp_path: Path) -> None:
    code, out, _ = run("export", "--format", "neo4j-admin", "import files", "--library", library)
    assert code == 0
    assert out.splitlines() == [
        "wrote import files",
        "cd 'import files' && neo4j-admin database import full neo4j @import.args",
    ]
    first = files(tmp_path / "import files")
    assert {"Claim.csv", "Claim-header.csv", "STATES.csv", "import.args"} <= set(first)
    assert run("export", "--format", "neo4j-admin", "-o", "import files", "--library", library)[0] == 0
    assert files(tmp_path / "import files") == first
    assert [path.name for path in tmp_path.iterdir()] == ["import files"]


def test_a_folder_with_other_files_is_left_alone(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.md").write_text("mine", encoding="utf-8")
    code, _, err = run("export", "--format", "neo4j-admin", "thesis", "--library", library)
    assert (code, err) == (1, "error: output: thesis holds something else; name a folder that is not there\n")
    assert files(tmp_path / "thesis") == {"chapter.md": b"mine"}


@pytest.mark.parametrize("form", ["neo4j-admin", "turtle"])
def test_a_full_disk_leaves_nothing_half_written(form: str, library: Path, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="this system has no limits for files")
    script = (
        "import resource, sys\n"
        "from lithograph.app.cli import main\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, (2000, {resource.RLIM_INFINITY}))\n"
        f"sys.argv = ['lithograph', 'export', '--format', {form!r}, 'out', '--library', {str(library)!r}]\n"
        "main()\n"
    )
    before = files_and_sizes(library)
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 1
    assert ended.stderr == "error: output: out cannot be written: File too large\n"
    assert list(tmp_path.iterdir()) == []
    assert files_and_sizes(library) == before


def files_and_sizes(library: Path) -> list[tuple[str, int]]:
    return sorted((path.name, path.stat().st_size) for path in library.iterdir())


class DyingStore(Neo4jStore):
    """A store whose server loses power before a step of a load."""

    def __init__(self, server: Neo4jServer, address: StoreAddress, *, step: int) -> None:
        super().__init__(address)
        self._server = server
        self._left = step

    def _step(self, session: Session, step: Step) -> None:
        self._left -= 1
        if self._left == 0:
            self._server.stop(at_once=True)
        super()._step(session, step)


@pytest.mark.neo4j
def test_a_push_that_was_cut_off_is_finished_by_the_next(
    server: TestServer, neo4j_store: Neo4jStore, run: Run, library: Path
) -> None:
    if server.process is None:
        pytest.skip("the server of LITHOGRAPH_TEST_NEO4J_URI is not ours to stop")
    dying = DyingStore(server.process, server.address, step=4)
    with lithograph.Library(library) as opened, pytest.raises(StoreUnavailableError, match="is it started"):
        opened.push(dying)
    dying.close()
    server.process.start()
    at = ("--store", server.address.uri)
    assert run("query", "documents", *at)[2].endswith(
        "holds half a graph; `lithograph push` finishes what was cut off\n"
    )
    half = neo4j_store.counts()
    assert half["nodes"]["Claim"] > 0
    code, out, _ = run("push", *at, "--library", library, "--json")
    assert code == 0
    status = json.loads(run("status", "--library", library, "--json")[1])
    assert json.loads(out) == {"nodes": status["nodes"], "relations": status["relations"]}
    assert sum(half["relations"].values()) < sum(status["relations"].values())
    doubled = "MATCH (n:Lithograph) WITH n.id AS id, count(*) AS n WHERE n > 1 RETURN id"
    assert neo4j_store.query(doubled).rows == ()
