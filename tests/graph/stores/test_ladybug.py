"""What is the embedded store's own: its file, its dialect, and the damage that it may find."""

from __future__ import annotations

from pathlib import Path

import pytest

from lithograph.errors import QueryError, StoreUnavailableError
from lithograph.graph.rows import NodeRow, Rows
from lithograph.graph.stores.ladybug import LadybugStore


@pytest.fixture
def store(tmp_path: Path) -> LadybugStore:
    return LadybugStore(tmp_path / "graph.lbug")


def test_loading_leaves_one_file(store: LadybugStore, tmp_path: Path) -> None:
    for number in ("one", "two"):
        store.load([Rows((NodeRow("Claim", f"claim:{number}", {"kind": "alias"}),))], state=number)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.lbug"]


def test_columns_are_named_by_what_was_asked(store: LadybugStore) -> None:
    store.load([Rows((NodeRow("Claim", "claim:one", {"kind": "alias"}),))], state="one")
    found = store.query("MATCH (n) RETURN label(n), count(n), n.kind")
    assert found.columns == ("LABEL(n)", "COUNT(n)", "n.kind")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("MATCH (n:Material RETURN n", "Invalid input", id="syntax"),
        pytest.param("MATCH (n:Nothing) RETURN n", "Nothing does not exist", id="label"),
        pytest.param("MATCH (n:Material) RETURN n.colour", "colour", id="property"),
        pytest.param("", "empty", id="empty"),
        pytest.param("  // only a remark", "empty", id="remark"),
        pytest.param("RETURN 1; RETURN 2", "one statement", id="two"),
        pytest.param("MATCH (n) DETACH DELETE n", "write", id="delete"),
        pytest.param("CREATE (n:Material {id: 'x'})", "CREATE does not start a reading query", id="create"),
        pytest.param("COPY (MATCH (n:Material) RETURN n.id) TO 'out.csv'", "COPY does not start", id="copy"),
        pytest.param("INSTALL httpfs", "INSTALL does not start", id="install"),
    ],
)
def test_what_is_no_reading_query_is_said_in_one_line(store: LadybugStore, text: str, reason: str) -> None:
    store.load([], state="one")
    with pytest.raises(QueryError, match=reason) as caught:
        store.query(text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 1500


def test_a_store_that_is_not_there_is_unavailable(store: LadybugStore) -> None:
    assert store.state() is None
    with pytest.raises(StoreUnavailableError, match="no graph yet"):
        store.query("RETURN 1")


def test_a_damaged_store_is_unavailable(store: LadybugStore, tmp_path: Path) -> None:
    (tmp_path / "graph.lbug").write_bytes(b"damaged" * 1000)
    assert store.state() is None
    with pytest.raises(StoreUnavailableError, match="rebuild") as caught:
        store.query("RETURN 1")
    assert "\n" not in str(caught.value)
