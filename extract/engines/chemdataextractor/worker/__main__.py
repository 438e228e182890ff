"""The worker process: one JSON request a line on standard input, one JSON answer a line where standard output was."""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path
from typing import NoReturn, TextIO

from .library import data_folder, import_library, look_for_weights


def main() -> None:
    """Answer until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # ChemDataExtractor prints; that must not come between the answers
    _cut_network()
    weights = look_for_weights(data_folder())
    import_library(weights, Path.cwd())
    from .reading import Reader, readings

    reader = Reader(network=weights.usable)
    _tell(answers, {"ready": True, "weights": weights.usable, "missing": list(weights.missing)})
    for line in sys.stdin:
        try:
            _tell(answers, {"records": readings(reader, json.loads(line))})
        except Exception as error:  # noqa: BLE001 (somebody else's code: the answer says what went wrong)
            _tell(answers, {"error": f"{type(error).__name__}: {error}"})


def _cut_network() -> None:
    """Let nothing in this process open a connection: ChemDataExtractor would download what it lacks."""

    def refuse(*given: object, **named: object) -> NoReturn:
        raise OSError("the engine opens no connections")

    for name in ("connect", "connect_ex", "sendto"):
        setattr(socket.socket, name, refuse)
    socket.getaddrinfo = refuse


def _tell(answers: TextIO, answer: dict[str, object]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
