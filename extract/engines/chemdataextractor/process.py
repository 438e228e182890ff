"""The worker process that holds ChemDataExtractor: started when first asked, ended when it does not answer."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ....errors import EngineError, EngineWorkerError

START_S = 180.0
"""Seconds that the worker has to import ChemDataExtractor; a first import on a slow disk takes long."""

_FOLDER = Path(__file__).parent
_ENDS_S = 5.0
_OF_OUR_PYTHON = frozenset({"PYTHONHOME", "PYTHONPATH", "PYTHONSAFEPATH"})
"""Variables that would lead another Python to our packages, or away from the worker's folder."""


class Worker:
    """Talks with a worker process, one JSON object a line each way.

    Args:
        python: interpreter that has ChemDataExtractor.
        limit_s: seconds that one request may take.
        name: of the engine, for errors.
    """

    def __init__(self, python: str, limit_s: float, name: str) -> None:
        self._python, self._limit_s, self._name = python, limit_s, name
        self._process: subprocess.Popen[str] | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self.missing_weights: tuple[str, ...] = ()

    @property
    def pid(self) -> int | None:
        """Of the process, where it runs."""
        return None if self._process is None else self._process.pid

    def ask(self, request: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The records that a request gives.

        Raises:
            EngineWorkerError: the worker ended or did not answer in time, or ChemDataExtractor failed on this request.
            EngineError: the worker cannot be started.
        """
        if self._process is None:
            self._start()
        answer = self._answer(json.dumps(request), self._limit_s)
        if "error" in answer:
            raise EngineWorkerError(self._name, answer["error"])
        records: list[dict[str, Any]] = answer["records"]
        return records

    def close(self) -> None:
        """End the process, if it runs, and take away its folder."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_ENDS_S)
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
        scratch, self._scratch = self._scratch, None
        if scratch is not None:
            scratch.cleanup()

    def _start(self) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="lithograph-cde-", ignore_cleanup_errors=True)
        scratch = Path(self._scratch.name)
        environment = {name: value for name, value in os.environ.items() if name not in _OF_OUR_PYTHON}
        environment |= {"PYTHONPATH": str(_FOLDER), "PYTHONUTF8": "1"}
        try:
            with (scratch / "messages").open("wb") as messages:
                self._process = subprocess.Popen(
                    [self._python, "-W", "ignore", "-m", "worker"],
                    cwd=scratch,
                    env=environment,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=messages,
                    text=True,
                    encoding="utf-8",
                )
        except OSError as error:
            self.close()
            raise EngineError(self._name, f"its Python cannot be run: {self._python} ({error.strerror})") from error
        try:
            ready = self._answer(None, START_S)
        except EngineWorkerError as error:
            raise EngineError(self._name, f"its worker does not start: {error.reason}") from error
        self.missing_weights = tuple(ready["missing"])

    def _answer(self, line: str | None, limit_s: float) -> dict[str, Any]:
        """The answer to a line, or the first line that the worker says by itself."""
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(limit_s, end)
        timer.daemon = True
        timer.start()
        try:
            if line is not None:
                process.stdin.write(line + "\n")
                process.stdin.flush()
            told = process.stdout.readline()
        except OSError:
            told = ""
        finally:
            timer.cancel()
        if told.endswith("\n"):
            answer: dict[str, Any] = json.loads(told)
            return answer
        reason = f"no answer within {limit_s:g} s" if late.is_set() else f"it ended: {self._last_message()}"
        self.close()
        raise EngineWorkerError(self._name, reason)

    def _last_message(self) -> str:
        """The last line that the worker wrote for people."""
        assert self._scratch is not None
        messages = Path(self._scratch.name) / "messages"
        lines = messages.read_text(encoding="utf-8", errors="replace").split("\n") if messages.exists() else []
        return next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing")
