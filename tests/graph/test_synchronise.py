"""The store after any history of changes is the store that is loaded anew."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lithograph.graph.assembly import contributions
from lithograph.graph.ledger import Ledger
from lithograph.graph.stores.ladybug import LadybugStore
from lithograph.graph.synchronise import state_prefix, synchronise
from lithograph.tests.graph.made_bundles import bundle


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    ledger = Ledger(connection)
    ledger.create()
    yield ledger
    connection.close()


def content(store: LadybugStore) -> dict[str, Any]:
    """Everything in a store, sorted."""
    nodes = store.query("MATCH (n) RETURN n").rows
    relations = store.query("MATCH (a)-[r]->(b) RETURN a.id, b.id, r").rows
    return {"nodes": sorted(nodes, key=repr), "relations": sorted(relations, key=repr)}


def loaded_anew(ledger: Ledger, path: Path) -> dict[str, Any]:
    store = LadybugStore(path)
    store.load((rows for _, rows in ledger.iter_units()), state="test")
    return content(store)


@pytest.mark.parametrize("seed", range(2))
def test_changes_lead_to_the_graph_that_is_loaded_anew(seed: int, ledger: Ledger, tmp_path: Path) -> None:
    shuffled = random.Random(seed)
    store = LadybugStore(tmp_path / "graph.lbug")
    ledger.put(0, contributions(bundle(0)))
    state = synchronise(ledger, store, state=None)
    present = {0}
    for _ in range(5):
        number = shuffled.randrange(5)
        if number in present and len(present) > 1:
            present.remove(number)
            ledger.put(number, ())
        else:
            present.add(number)
            ledger.put(number, contributions(bundle(number)))
        state = synchronise(ledger, store, state=state)
        assert store.state() == state
        assert content(store) == loaded_anew(ledger, tmp_path / "anew.lbug")


def test_a_document_that_changes_takes_its_old_claims_with_it(ledger: Ledger, tmp_path: Path) -> None:
    store = LadybugStore(tmp_path / "graph.lbug")
    ledger.put(1, contributions(bundle(1)))
    state = synchronise(ledger, store, state=None)
    ledger.put(1, contributions(bundle(1).model_copy(update={"claims": []})))
    synchronise(ledger, store, state=state)
    counts = store.counts()["nodes"]
    assert (counts["Claim"], counts["Evidence"], counts["Measurement"], counts["Material"]) == (0, 0, 0, 0)
    assert counts["Publication"] == 4


def test_nothing_new_writes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    store = LadybugStore(tmp_path / "graph.lbug")
    ledger.put(0, contributions(bundle(0)))
    state = synchronise(ledger, store, state=None)
    ledger.put(0, contributions(bundle(0)))
    assert ledger.stale_count() == 0
    assert synchronise(ledger, store, state=state) == state


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda path: path.unlink(), id="gone"),
        pytest.param(lambda path: path.write_bytes(b"not a graph" * 500), id="damaged"),
        pytest.param(lambda path: None, id="written but not noted"),
    ],
)
def test_a_store_in_another_state_is_loaded_anew(damage: Any, ledger: Ledger, tmp_path: Path) -> None:
    store = LadybugStore(tmp_path / "graph.lbug")
    ledger.put(0, contributions(bundle(0)))
    synchronise(ledger, store, state=None)
    before = content(store)
    damage(tmp_path / "graph.lbug")
    state = synchronise(ledger, store, state=state_prefix() + "another")
    assert content(store) == before
    assert store.state() == state


def test_support_counts_primary_sources_and_not_repeats(ledger: Ledger, tmp_path: Path) -> None:
    store = LadybugStore(tmp_path / "graph.lbug")
    for number in (1, 2, 3):
        ledger.put(number, contributions(bundle(number)))
    synchronise(ledger, store, state=None)
    answer = store.query(
        "MATCH (c:Claim) WHERE c.evidence_count = 3 RETURN c.kind, c.support, c.cited_works ORDER BY c.kind"
    )
    assert answer.rows == (("alias", 3, 0), ("property", 2, 2))
