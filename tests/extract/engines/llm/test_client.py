"""How long the client waits, and for whom."""

from __future__ import annotations

import pytest

from lithograph.errors import UnansweredError
from lithograph.extract.engines.llm.client import Client
from lithograph.extract.engines.llm.options import read_options
from lithograph.tests.extract.engines.llm.chat_server import Reply, facts, failure, serving

pytestmark = pytest.mark.loopback

MESSAGES = [
    {"role": "system", "content": "read"},
    {"role": "user", "content": "Section: -\n===== a =====\ntext\n===== a ====="},
]


def waits_of(*replies: Reply, asked: int = 1, **options: str) -> list[float]:
    """What the client would wait, were it to ask so often."""
    waits: list[float] = []
    with serving(lambda _, before: replies[min(before, len(replies) - 1)]) as server:
        client = Client(read_options({"endpoint": server.endpoint, "model": "m", **options}), sleep=waits.append)
        try:
            for _ in range(asked):
                client.ask(MESSAGES)
        finally:
            client.close()
    return waits


def test_waits_grow_twofold() -> None:
    waits = waits_of(failure(500), failure(503), failure(500), facts(), retry_wait="2")
    assert [1.5 <= waits[0] <= 2, 3 <= waits[1] <= 4, 6 <= waits[2] <= 8] == [True, True, True]


def test_server_says_how_long() -> None:
    assert waits_of(failure(429, retry_after="7"), failure(503, retry_after="0.5"), facts()) == [7.0, 0.5]


def test_requests_in_a_minute_are_counted() -> None:
    waits = waits_of(facts(), asked=5, requests_per_minute="3")
    assert len(waits) == 2
    assert all(50 < wait <= 60 for wait in waits)


def test_last_try_is_not_waited_for() -> None:
    with pytest.raises(UnansweredError, match="the server answered 502"):
        waits_of(failure(502), attempts="1")
