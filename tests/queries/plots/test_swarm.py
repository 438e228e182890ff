"""Dots side by side."""

from __future__ import annotations

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from lithograph.queries.plots.swarm import apart


@given(st.lists(st.tuples(st.sampled_from([0.0, 3.0, 20.0]), st.floats(0, 10)), max_size=30))
def test_no_two_dots_lie_on_each_other(points: list[tuple[float, float]]) -> None:
    moved = [(x + shift, y) for (x, y), shift in zip(points, apart(points, 1.0), strict=True)]
    assert all(math.dist(one, other) >= 0.99 for one, other in combinations(moved, 2))


def test_a_dot_alone_stays() -> None:
    assert apart([(5.0, 1.0), (5.0, 9.0)], 1.0) == [0.0, 0.0]
