"""A call is given up when its time is over."""

from __future__ import annotations

import threading

import pytest

from lithograph.time_limit import call_within


def test_a_call_gives_what_it_returns_or_raises() -> None:
    assert call_within(10, lambda: 42) == 42
    with pytest.raises(ZeroDivisionError):
        call_within(10, lambda: 1 / 0)


def test_a_call_that_does_not_come_back_is_given_up() -> None:
    ended = threading.Event()
    try:
        with pytest.raises(TimeoutError, match=r"not done within 0\.05 s"):
            call_within(0.05, ended.wait)
    finally:
        ended.set()
