"""Graphs in layers: arrows lead on, nothing lies on anything else, and the order is one with few crossings."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lithograph.queries.plots.layers import Edge, assign_layers, lay_out, without_circles

NODES = ["a", "b", "c", "d", "e", "f", "g"]
EDGES = st.lists(
    st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda edge: edge[0] != edge[1]),
    unique=True,
    max_size=14,
)
GAP = 2.0


@given(EDGES, st.integers(1, 4))
def test_arrows_lead_to_later_layers_unless_they_close_a_circle(edges: list[Edge], most: int) -> None:
    layer = assign_layers(NODES, edges, most)
    assert all(layer[source] < layer[target] for source, target in without_circles(NODES, edges))
    assert all(layer[source] != layer[target] for source, target in edges)
    counts = [list(layer.values()).count(number) for number in range(max(layer.values()) + 1)]
    assert all(1 <= count <= most for count in counts)


@given(EDGES, st.integers(1, 4))
def test_nothing_lies_on_anything_else(edges: list[Edge], most: int) -> None:
    layer = assign_layers(NODES, edges, most)
    sizes = {node: 10.0 + number for number, node in enumerate(NODES)}
    layout = lay_out(layer, edges, sizes, gap=GAP, extent=100.0)
    for number in range(max(layer.values()) + 1):
        boxes = [(layout.across[node], sizes[node]) for node in NODES if layer[node] == number]
        lines = [(route[number], 0.0) for route in layout.routes.values() if number in route]
        for (one, size), (other, next_size) in pairwise(sorted(boxes + lines)):
            assert other - one >= (size + next_size) / 2 + GAP / 2 - 1e-6
        assert all(middle - size / 2 >= -1e-6 for middle, size in boxes)
        assert all(middle + size / 2 <= layout.extent + 1e-6 for middle, size in boxes)


def test_an_arrow_that_passes_a_layer_has_its_place_there() -> None:
    edges = [("a", "b"), ("b", "c"), ("a", "c")]
    layout = lay_out(assign_layers(["a", "b", "c"], edges, 3), edges, dict.fromkeys("abc", 10.0), gap=GAP)
    assert layout.layer == {"a": 0, "b": 1, "c": 2}
    assert set(layout.routes) == {("a", "c")}
    assert list(layout.routes["a", "c"]) == [1]


def test_the_order_avoids_crossings() -> None:
    layer = {"a": 0, "b": 0, "c": 1, "d": 1}
    layout = lay_out(layer, [("a", "d"), ("b", "c")], dict.fromkeys("abcd", 10.0), gap=GAP)
    assert (layout.across["a"] < layout.across["b"]) == (layout.across["d"] < layout.across["c"])


def test_a_circle_has_one_arrow_that_leads_back() -> None:
    edges = [("a", "b"), ("b", "c"), ("c", "a")]
    assert without_circles(["a", "b", "c"], edges) == [("a", "b"), ("b", "c")]
    assert assign_layers(["a", "b", "c"], edges, 3) == {"a": 0, "b": 1, "c": 2}
