"""What every test gets."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from lithograph.graph.stores.base import StoreAddress
from lithograph.graph.stores.neo4j import Neo4jStore
from lithograph.tests.neo4j_server import Neo4jServer, missing, running_server

# A shell that runs the tests in the background has SIGINT ignored, and what the tests start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the transcripts in README and docs/ again")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """The person wants golden files written, not compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Let any connection but one inside of this machine's own file system fail the test.

    Tests that are marked `neo4j` may also speak to this machine itself, or to the server that the person names; those
    that are marked `loopback` to this machine itself, where they have started a server.
    """
    connect, look_up = socket.socket.connect, socket.getaddrinfo
    neo4j = request.node.get_closest_marker("neo4j") is not None
    server = neo4j or request.node.get_closest_marker("loopback") is not None
    anywhere = neo4j and "LITHOGRAPH_TEST_NEO4J_URI" in os.environ

    def refuse(self: socket.socket, address: tuple[object, ...]) -> None:
        local = self.family == getattr(socket, "AF_UNIX", None)
        if local or anywhere or (server and address[0] in LOOPBACK):
            connect(self, address)
            return
        pytest.fail(f"the network was opened: {address}")

    def refuse_look_up(host: object, *given: object, **named: object) -> object:
        if anywhere or (server and host in LOOPBACK):
            return look_up(host, *given, **named)  # type: ignore[arg-type]
        return pytest.fail(f"the network was asked for {host!r}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse_look_up)


@dataclass(frozen=True)
class TestServer:
    """A Neo4j server that runs: where it is, and the process, where it is one of ours that may be stopped."""

    __test__ = False

    address: StoreAddress
    process: Neo4jServer | None


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestServer]:
    """A real Neo4j 5: the one that `LITHOGRAPH_TEST_NEO4J_URI` names, else one that is started and stopped here.

    With `LITHOGRAPH_TEST_NEO4J=required` a machine that cannot run one fails the test; else it is skipped.
    """
    if uri := os.environ.get("LITHOGRAPH_TEST_NEO4J_URI"):
        user = os.environ.get("LITHOGRAPH_TEST_NEO4J_USER", "neo4j")
        password = os.environ.get("LITHOGRAPH_TEST_NEO4J_PASSWORD")
        yield TestServer(StoreAddress(uri, user=user, password=password), None)
        return
    lacking = missing()
    if lacking is not None:
        give_up = pytest.fail if os.environ.get("LITHOGRAPH_TEST_NEO4J") == "required" else pytest.skip
        give_up(f"no Neo4j server: {lacking}; or name one in LITHOGRAPH_TEST_NEO4J_URI")
    with running_server(tmp_path_factory.mktemp("neo4j"), quick=True) as server:
        yield TestServer(StoreAddress(server.uri, user="neo4j", password=server.password), server)


@pytest.fixture
def neo4j_store(neo4j_server: TestServer) -> Iterator[Neo4jStore]:
    """A store on the server, with nothing of ours in it before and after."""
    store = Neo4jStore(neo4j_server.address)
    store.wipe()
    yield store
    store.wipe()
    store.close()
