"""Tests of how often the garbage collector runs while a document is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from lithograph.extract.collecting import seldom_collected


@pytest.fixture(autouse=True)
def threshold() -> Iterator[tuple[int, int, int]]:
    usual = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield 700, 10, 10
    gc.set_threshold(*usual)


def test_the_threshold_comes_back(threshold: tuple[int, int, int]) -> None:
    with seldom_collected():
        assert gc.get_threshold() == (100_000, 10, 10)
    assert gc.get_threshold() == threshold


def test_it_comes_back_after_an_error(threshold: tuple[int, int, int]) -> None:
    with pytest.raises(RuntimeError), seldom_collected():
        raise RuntimeError
    assert gc.get_threshold() == threshold


def test_the_last_of_several_readers_puts_it_back(threshold: tuple[int, int, int]) -> None:
    first, second = seldom_collected(), seldom_collected()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert gc.get_threshold()[0] == 100_000
    second.__exit__(None, None, None)
    assert gc.get_threshold() == threshold


@pytest.mark.parametrize("own", [(0, 10, 10), (200_000, 5, 5)])
def test_a_process_that_collects_less_often_goes_on_so(own: tuple[int, int, int]) -> None:
    gc.set_threshold(*own)
    with seldom_collected():
        assert gc.get_threshold() == own
    assert gc.get_threshold() == own


def test_what_somebody_else_sets_meanwhile_stays() -> None:
    with seldom_collected():
        gc.set_threshold(123, 4, 5)
    assert gc.get_threshold() == (123, 4, 5)
