"""A real HTTP server that speaks the OpenAI chat protocol and answers from a script."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Fact = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What the server does with one request.

    Args:
        body: what it sends.
        status: HTTP status.
        headers: besides length and type.
        delay_s: seconds before it sends anything.
        claimed: bytes that it says the body has, more than it sends: the answer breaks off.
        drip_s: seconds between the bytes of the body.
        hang_up: it closes the connection instead of answering.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay_s: float = 0.0
    claimed: int = 0
    drip_s: float = 0.0
    hang_up: bool = False


def completion(content: str | None, *, finish: str = "stop", refusal: str | None = None, usage: bool = True) -> Reply:
    """A whole answer of the protocol."""
    choice = {
        "index": 0,
        "finish_reason": finish,
        "message": {"role": "assistant", "content": content, "refusal": refusal},
    }
    body: dict[str, Any] = {
        "id": "c",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [choice],
    }
    if usage:
        body["usage"] = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    return Reply(json.dumps(body).encode())


def facts(*given: Fact) -> Reply:
    """An answer with these facts."""
    return completion(json.dumps({"facts": list(given)}))


def failure(status: int, message: str = "no", **headers: str) -> Reply:
    """An error of the protocol."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(json.dumps({"error": {"message": message, "type": "t"}}).encode(), status, named)


Script = Callable[[str, int], Reply]
"""The passage that is asked about, and how many requests there were for it before, to what is to be done."""


class ChatServer:
    """Answers on loopback.

    `asked` has the passage of every request in order, `answered` those to which an answer went out, `bodies` and
    `headers` the rest of the requests.
    """

    def __init__(self, script: Script) -> None:
        self.script = script
        self.asked: list[str] = []
        self.answered: list[str] = []
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True
        self.endpoint = f"http://127.0.0.1:{self._http.server_port}/v1"
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


@contextmanager
def serving(script: Script) -> Iterator[ChatServer]:
    """A server for as long as the block lasts."""
    server = ChatServer(script)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def passage_in(body: Mapping[str, Any]) -> str:
    """The passage of a request: what stands between the two marks."""
    shown = body["messages"][-1]["content"]
    mark = next(line for line in shown.splitlines() if line.startswith("===== "))
    return str(shown.split(mark)[1].strip("\n"))


def _handler(server: ChatServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet: two wait for each other

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            passage = passage_in(body)
            with server.lock:
                before = server.asked.count(passage)
                server.asked.append(passage)
                server.bodies.append(body)
                server.headers.append({name.lower(): value for name, value in self.headers.items()})
            reply = server.script(passage, before)
            try:
                self._send(reply)
            except (BrokenPipeError, ConnectionResetError):
                return
            if not reply.hang_up:
                with server.lock:
                    server.answered.append(passage)

        def _send(self, reply: Reply) -> None:
            time.sleep(reply.delay_s)
            if reply.hang_up:
                self.close_connection = True
                return
            self.send_response(reply.status)
            for name, value in {"content-type": "application/json", **reply.headers}.items():
                self.send_header(name, value)
            self.send_header("content-length", str(reply.claimed or len(reply.body)))
            self.end_headers()
            for at in range(len(reply.body) if reply.drip_s else 0):
                self.wfile.write(reply.body[at : at + 1])
                self.wfile.flush()
                time.sleep(reply.drip_s)
            if not reply.drip_s:
                self.wfile.write(reply.body)
            self.wfile.flush()
            self.close_connection = bool(reply.claimed)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler
