"""No code path opens the network: the whole thread is run in a process that ends when a socket is used."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lithograph.corpus.samples import sample_paths

GUARD = """
import os
import sys

EVENTS = (
    "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.sendmsg",
    "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect",
)  # not socket.bind: on import, urllib3 binds one to ::1 to see whether the machine knows IPv6


def guard(event, arguments):
    if event in EVENTS:
        os.write(2, f"the network was used: {event}\\n".encode())
        os._exit(99)


sys.addaudithook(guard)
"""
"""A `sitecustomize` module: Python imports it before anything else."""

THREAD = (
    ["ingest", *map(str, sample_paths())],
    ["status"],
    ["query"],
    ["query", "conductivities", "--param", "min=1e-3"],
    ["cypher", "MATCH (m:Material) RETURN m.name LIMIT 5"],
    ["extract", str(sample_paths()[0]), "--format", "mentions"],
    ["bibliography", str(sample_paths()[0])],
    ["material", "LLZO"],
    ["plot", "conductivity-family", "-o", "plot.svg"],
    ["plot", "causes", "-o", "plot.html"],
    ["export", "--format", "turtle", "-o", "graph.ttl"],
    ["export", "--format", "graphml", "-o", "graph.graphml"],
    ["export", "--format", "json", "-o", "graph.json"],
    ["rebuild"],
    ["remove", sample_paths()[0].name],
)


@pytest.fixture
def guarded(tmp_path: Path) -> dict[str, str]:
    """The environment of a process that ends when it uses a socket."""
    (tmp_path / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    return {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"}


def test_the_guard_works(guarded: dict[str, str]) -> None:
    script = "import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)"
    ended = subprocess.run([sys.executable, "-c", script], env=guarded, capture_output=True, text=True, check=False)
    assert ended.returncode == 99
    assert "the network was used" in ended.stderr


def test_no_command_uses_the_network(guarded: dict[str, str], tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from lithograph.app.cli import main\n"
        f"for arguments in {list(THREAD)!r}:\n"
        "    sys.argv = ['lithograph', *arguments]\n"
        "    try:\n"
        "        main()\n"
        "    except SystemExit as ended:\n"
        "        assert not ended.code, (arguments, ended.code)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], env=guarded, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "graph.ttl").exists()
