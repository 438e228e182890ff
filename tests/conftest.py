"""What every test gets."""

from __future__ import annotations

import socket

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the transcripts in README and docs/ again")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """The person wants golden files written, not compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let any connection but one inside of this machine's own file system fail the test."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family == getattr(socket, "AF_UNIX", None):
            connect(self, address)  # type: ignore[arg-type]
            return
        pytest.fail(f"the network was opened: {address}")

    def refuse_look_up(host: object, *_: object, **__: object) -> None:
        pytest.fail(f"the network was asked for {host!r}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse_look_up)
