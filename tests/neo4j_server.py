"""A real Neo4j Community server for tests and benchmarks: fetched by Maven, run by Java, on loopback alone.

The jars come from Maven's own repository and are kept in a cache folder between runs (`LITHOGRAPH_TEST_CACHE`, else
`~/.cache/lithograph`); each server has its own home, which the caller gives and takes away.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

VERSION = "5.26.16"
"""Of the server: the long-term support release of Neo4j 5."""

PASSWORD = "a-password-for-tests"
"""Of the user `neo4j` of servers that are started here."""

_POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>org.example</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
<dependencies><dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version>
</dependency></dependencies></project>
"""

_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
"""Packages of `java.base` that the server looks into."""

_SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Options of Java for what does not run long: less time goes into compiling (an import of 400,000 rows takes half)."""

_START_S = 90.0
_STOP_S = 30.0


def missing() -> str | None:
    """What this machine lacks to run a server, or None."""
    java = shutil.which("java")
    if java is None:
        return "no `java` (17 or later) is found"
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', told)
    if version is None or int(version[1]) < 17:
        return f"`java` is not 17 or later: {told.splitlines()[0] if told else 'it tells no version'}"
    if not _stamp().exists() and shutil.which("mvn") is None:
        return "no `mvn` (Maven) is found, and the cache holds no server"
    return None


def fetch_jars() -> Path:
    """The folder with the server's jars, filled by Maven where it is not there yet.

    Raises:
        RuntimeError: Maven cannot fetch them.
    """
    folder = _stamp().parent
    if not _stamp().exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "pom.xml").write_text(_POM, encoding="utf-8")
        command = ["mvn", "-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime"]
        told = subprocess.run(
            [*command, f"-DoutputDirectory={folder / 'lib'}"], cwd=folder, capture_output=True, text=True, check=False
        )
        if told.returncode:
            raise RuntimeError(f"Maven could not fetch Neo4j {VERSION}: {(told.stdout + told.stderr)[-2000:]}")
        _stamp().touch()
    return folder / "lib"


def _stamp() -> Path:
    """The file that says that all jars are there."""
    cache = os.environ.get("LITHOGRAPH_TEST_CACHE") or Path.home() / ".cache" / "lithograph"
    return Path(cache) / f"neo4j-{VERSION}" / ".complete"


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class Neo4jServer:
    """One server with its own home; `start` and `stop` may follow each other, on the same port and data.

    Args:
        home: folder for its data, configuration and logs.
        heap: of the server's Java, such as `512m`.
        quick: start and stop sooner, for tests; a server that works for long is slower so.
    """

    def __init__(self, home: Path, *, heap: str = "512m", quick: bool = False) -> None:
        self.home = home
        self.password = PASSWORD
        self._options = _SHORT_RUN if quick else ()
        self._heap = heap
        self._bolt, self._http = free_port(), free_port()
        self._process: subprocess.Popen[bytes] | None = None
        for name in ("conf", "data", "logs", "run", "import", "plugins", "licenses"):
            (home / name).mkdir(parents=True, exist_ok=True)
        self.configure({})

    @property
    def uri(self) -> str:
        """Where it answers."""
        return f"bolt://127.0.0.1:{self._bolt}"

    @property
    def pid(self) -> int | None:
        """Of its process, where it runs."""
        return None if self._process is None else self._process.pid

    def configure(self, settings: Mapping[str, str]) -> None:
        """Write the configuration: what every test server has, and these settings; the next start reads it."""
        lines = {
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.listen_address": f"127.0.0.1:{self._bolt}",
            "server.bolt.advertised_address": f"127.0.0.1:{self._bolt}",
            "server.http.listen_address": f"127.0.0.1:{self._http}",
            "server.https.enabled": "false",
            "dbms.usage_report.enabled": "false",
            "dbms.security.auth_max_failed_attempts": "0",  # no limit: tests give wrong passwords
            "server.memory.heap.max_size": self._heap,
            "server.memory.pagecache.size": "128m",
            **settings,
        }
        text = "".join(f"{name}={value}\n" for name, value in lines.items())
        (self.home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")

    def admin(self, *arguments: str, folder: Path | None = None) -> str:
        """Run `neo4j-admin` on the home of a server that is stopped.

        Args:
            arguments: of the command.
            folder: in which it is run.

        Returns:
            What it printed.

        Raises:
            RuntimeError: it failed.
        """
        environment = {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        command = ["java", "-Xmx512m", *_SHORT_RUN, *self._java(), "org.neo4j.cli.AdminTool", *arguments]
        told = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
        if told.returncode:
            raise RuntimeError(f"neo4j-admin {arguments[0]} failed: {told.stdout}{told.stderr}")
        return told.stdout

    def start(self) -> None:
        """Start it and wait until it answers.

        Raises:
            RuntimeError: it ended, or does not answer.
        """
        if not (self.home / "data" / "dbms").exists():
            self.admin("dbms", "set-initial-password", self.password)
        command = ["java", f"-Xmx{self._heap}", *self._options, *self._java(), "org.neo4j.server.CommunityEntryPoint"]
        with (self.home / "logs" / "out.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"],
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        ends = time.monotonic() + _START_S
        while not _answers(self._bolt):
            if self._process.poll() is not None or time.monotonic() > ends:
                log_text = (self.home / "logs" / "out.log").read_text(encoding="utf-8", errors="replace")
                self.stop()
                raise RuntimeError(f"Neo4j did not start: {log_text[-2000:]}")
            time.sleep(0.2)

    def stop(self, *, at_once: bool = False) -> None:
        """Stop it: in order, or `at_once` as a loss of power would."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            os.kill(self._process.pid, signal.SIGKILL if at_once else signal.SIGTERM)
        try:
            self._process.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def _java(self) -> list[str]:
        opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED]
        return ["-cp", f"{fetch_jars()}/*", *opened]


@contextmanager
def running_server(home: Path, *, heap: str = "512m", quick: bool = False) -> Iterator[Neo4jServer]:
    """A server that runs while the block does.

    Args:
        home: an empty folder for it.
        heap: of its Java.
        quick: as for `Neo4jServer`.
    """
    server = Neo4jServer(home, heap=heap, quick=quick)
    try:
        server.start()
        yield server
    finally:
        server.stop(at_once=True)


def _answers(port: int) -> bool:
    """Whether a Bolt server shakes hands there: it is sent the preamble and four versions, and answers with one."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1.0) as connection:
            connection.sendall(bytes.fromhex("6060b017 00000005 00000405 00000304 00000000".replace(" ", "")))
            return len(connection.recv(4)) == 4
    except OSError:
        return False
