"""A library's graph in other stores: whatever happened before, a push leaves what the ledger says, once."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lithograph.errors import ConfigError
from lithograph.graph.assembly import contributions
from lithograph.graph.ledger import Ledger
from lithograph.graph.stores.base import Store
from lithograph.graph.stores.ladybug import LadybugStore
from lithograph.graph.stores.neo4j import Neo4jStore
from lithograph.graph.synchronise import push
from lithograph.tests.graph.made_bundles import bundle


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    ledger = Ledger(connection)
    ledger.create()
    yield ledger
    connection.close()


@pytest.fixture(params=["ladybug", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    if request.param == "neo4j":
        given: Store = request.getfixturevalue("neo4j_store")
        return given
    return LadybugStore(tmp_path / "pushed.lbug")


def put(ledger: Ledger, *numbers: int) -> None:
    """Let these documents contribute what they have."""
    for number in numbers:
        ledger.put(number, contributions(bundle(number)))


def content(store: Store) -> dict[str, Any]:
    """Everything of ours in a store, sorted."""
    mark = ":Lithograph" if isinstance(store, Neo4jStore) else ""
    nodes = store.query(f"MATCH (n{mark}) RETURN n").rows
    relations = store.query(f"MATCH (a{mark})-[r]->(b{mark}) RETURN a.id, b.id, r").rows
    return {"nodes": sorted(map(in_order, nodes)), "relations": sorted(map(in_order, relations))}


def in_order(row: tuple[Any, ...]) -> str:
    """A row as a text that does not depend on the order in which properties are told."""
    return repr([sorted(value.items()) if isinstance(value, dict) else value for value in row])


def wanted(ledger: Ledger, path: Path) -> dict[str, Any]:
    store = LadybugStore(path)
    store.load((rows for _, rows in ledger.iter_units()), state="wanted")
    return content(store)


def elements(store: Neo4jStore) -> tuple[dict[str, str], set[str]]:
    """The server's own names of our nodes, by id, and of our relations: what is written again gets new ones."""
    nodes = store.query("MATCH (n:Lithograph) RETURN n.id, elementId(n)").rows
    relations = store.query("MATCH (:Lithograph)-[r]->() RETURN elementId(r)").rows
    return dict(nodes), {row[0] for row in relations}


@pytest.mark.parametrize("seed", range(2))
def test_pushes_follow_the_library(seed: int, ledger: Ledger, store: Store, tmp_path: Path) -> None:
    shuffled = random.Random(seed)
    put(ledger, 0)
    push(ledger, store, library="a")
    present = {0}
    for _ in range(4):
        number = shuffled.randrange(5)
        if number in present and len(present) > 1:
            present.remove(number)
            ledger.put(number, ())
        else:
            present.add(number)
            put(ledger, number)
        push(ledger, store, library="a")
        assert content(store) == wanted(ledger, tmp_path / "wanted.lbug")


def test_pushing_twice_changes_nothing(ledger: Ledger, store: Store) -> None:
    put(ledger, 0, 1)
    push(ledger, store, library="a")
    first, state = content(store), store.state()
    push(ledger, store, library="a")
    assert (content(store), store.state()) == (first, state)


def test_a_store_of_which_nothing_is_known_is_brought_up_to_date(ledger: Ledger, store: Store, tmp_path: Path) -> None:
    put(ledger, 0, 1)
    push(ledger, store, library="a")
    ledger.clear()  # as when a library is built again, or pushed from a second computer
    put(ledger, 1, 2)
    push(ledger, store, library="a")
    assert content(store) == wanted(ledger, tmp_path / "wanted.lbug")


def test_another_library_is_replaced_only_when_asked_for(ledger: Ledger, store: Store, tmp_path: Path) -> None:
    put(ledger, 0)
    push(ledger, store, library="a")
    before = content(store)
    ledger.clear()
    put(ledger, 1)
    with pytest.raises(ConfigError, match="another library"):
        push(ledger, store, library="b")
    assert content(store) == before
    push(ledger, store, library="b", replace=True)
    assert content(store) == wanted(ledger, tmp_path / "wanted.lbug")


def test_many_stores_are_told_apart(ledger: Ledger, tmp_path: Path) -> None:
    stores = [LadybugStore(tmp_path / f"{number}.lbug") for number in range(6)]
    put(ledger, 0)
    for store in stores:
        push(ledger, store, library="a")
    put(ledger, 1)
    for store in stores[::2]:
        push(ledger, store, library="a")
    put(ledger, 2)
    for store in stores:
        push(ledger, store, library="a")
        assert content(store) == wanted(ledger, tmp_path / "wanted.lbug")


@pytest.mark.neo4j
@pytest.mark.parametrize("known", [True, False], ids=["known store", "unknown store"])
def test_only_the_difference_is_written(known: bool, ledger: Ledger, neo4j_store: Neo4jStore) -> None:
    put(ledger, 0, 1)
    push(ledger, neo4j_store, library="a")
    nodes, relations = elements(neo4j_store)
    if not known:
        ledger.clear()
        put(ledger, 0, 1)
    put(ledger, 4)
    push(ledger, neo4j_store, library="a")
    nodes_after, relations_after = elements(neo4j_store)
    assert {key: nodes_after[key] for key in nodes} == nodes
    assert len(nodes_after) > len(nodes)
    written_again = relations - relations_after
    assert len(written_again) < len(relations) / 2


@pytest.mark.neo4j
def test_what_others_changed_is_put_right_when_the_store_is_read(
    ledger: Ledger, neo4j_store: Neo4jStore, tmp_path: Path
) -> None:
    put(ledger, 0, 1)
    push(ledger, neo4j_store, library="a")
    for text in (
        "MATCH (m:Material) SET m.name = 'wrong', m.colour = 'red'",
        "MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 DETACH DELETE c",
        "MATCH (:Claim)-[r:STATES]->() WITH r LIMIT 2 SET r.support = 99",
        "MATCH (e:Evidence)-[r:IN]->(p) CREATE (e)-[:IN {lithograph: true}]->(p)",
    ):
        neo4j_store.execute(text)
    ledger.clear()
    put(ledger, 0, 1)
    push(ledger, neo4j_store, library="a")
    colours = neo4j_store.query("MATCH (m:Material) RETURN DISTINCT m.colour").rows
    assert colours == (("red",),), "what others add to a node stays"
    neo4j_store.execute("MATCH (m:Material) REMOVE m.colour")
    assert content(neo4j_store) == wanted(ledger, tmp_path / "wanted.lbug")
