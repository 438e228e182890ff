"""Answers of language models, kept by what was asked: a stopped run goes on, and a second one asks nothing.

An answer is written in one transaction of SQLite, so that a crash leaves it whole or not at all. Neither the key nor
the endpoint is in what is kept, nor the text of the paper, but for what the model quoted of it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ....errors import EngineError
from .options import ENGINE

_TABLE = """CREATE TABLE IF NOT EXISTS answers (
    request TEXT PRIMARY KEY, model TEXT NOT NULL, answer TEXT NOT NULL,
    tokens_in INTEGER NOT NULL, tokens_out INTEGER NOT NULL
) WITHOUT ROWID"""

_BUSY_S = 30.0
"""Seconds to wait for another process that writes."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model answered.

    Args:
        text: as it came.
        tokens_in: tokens of the request, as the server counted them, else as estimated.
        tokens_out: tokens of the answer, likewise.
    """

    text: str
    tokens_in: int
    tokens_out: int


def request_id(request: Mapping[str, Any]) -> str:
    """The identity of a request: SHA-256 of model, messages, schema and settings; not of the server that is asked."""
    text = json.dumps(request, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


class AnswerCache:
    """The answers in a folder; several processes may use it at once.

    Args:
        folder: made where it is not there.

    Raises:
        EngineError: it cannot be opened.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "llm-answers.sqlite"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self._path, timeout=_BUSY_S, check_same_thread=False)
            try:
                self._connection.execute("PRAGMA synchronous = FULL")
                with self._connection:
                    self._connection.execute(_TABLE)
            except sqlite3.Error:
                self._connection.close()
                raise
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(error) from error

    def get(self, request: str) -> Answer | None:
        """The answer to a request, None where it was never answered.

        Raises:
            EngineError: the file cannot be read.
        """
        try:
            with closing(
                self._connection.execute(
                    "SELECT answer, tokens_in, tokens_out FROM answers WHERE request = ?", (request,)
                )
            ) as rows:
                row = rows.fetchone()
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        return Answer(*row) if row is not None else None

    def put(self, request: str, model: str, answer: Answer) -> None:
        """Keep an answer; one that is there already stays.

        Raises:
            EngineError: the file cannot be written.
        """
        try:
            with self._connection:
                self._connection.execute(
                    "INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?, ?)",
                    (request, model, answer.text, answer.tokens_in, answer.tokens_out),
                )
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self._connection.close()

    def _unusable(self, error: Exception) -> EngineError:
        reason = f"cannot use the kept answers in {self._path}: {error}; delete the file or name another llm.cache"
        return EngineError(ENGINE, reason)
