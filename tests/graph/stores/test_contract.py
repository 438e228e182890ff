"""What every store does: it keeps every value, refuses to write while it reads, and changes as a whole or not at all.

The same tests run on each store; `LITHOGRAPH_TEST_STORE` adds one of yours, by the URI of its entry point.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from lithograph.errors import QueryError
from lithograph.graph.rows import NodeRow, RelationRow, Rows, Value
from lithograph.graph.schema import graph_schema
from lithograph.graph.stores.base import Change, Store, StoreAddress
from lithograph.graph.stores.ladybug import LadybugStore
from lithograph.graph.stores.opening import open_store

STORES = [
    pytest.param("ladybug", id="ladybug"),
    pytest.param("neo4j", id="neo4j", marks=pytest.mark.neo4j),
    *([pytest.param("yours", id="yours", marks=pytest.mark.neo4j)] if "LITHOGRAPH_TEST_STORE" in os.environ else []),
]

TEXTS = [
    "plain",
    'a "quoted" part, and a comma',
    "two\nlines\r\nand a tab\t",
    "back\\slash and \\N inside",
    "it's 'single'",
    "{curly: [brackets]}",
    "µΩ·cm² – naïve",
    " spaces around ",
    "\r",
    "\\N",
    '"',
    '"""\\',
    "form feed \x0c, unit \x1f and line \u2028 separator",
    "long " * 20_000,
    "null",
    "NaN",
    "-",
]


def evidence(node_id: str, sentence: str) -> NodeRow:
    return NodeRow("Evidence", node_id, {"document": "doi:1", "sentence": sentence, "line": 1, "hedged": False})


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each store in turn, with nothing in it."""
    if request.param == "neo4j":
        yield request.getfixturevalue("neo4j_store")
        return
    ladybug = request.param == "ladybug"
    given = LadybugStore(tmp_path / "graph.lbug") if ladybug else open_store(yours())
    given.wipe()
    yield given
    given.wipe()
    given.close()


def yours() -> StoreAddress:
    user, password = (os.environ.get(f"LITHOGRAPH_TEST_STORE_{name}") for name in ("USER", "PASSWORD"))
    return StoreAddress(os.environ["LITHOGRAPH_TEST_STORE"], user=user, password=password)


def test_every_text_comes_back(store: Store) -> None:
    nodes = tuple(evidence(f"evidence:{index:02}", text) for index, text in enumerate(TEXTS))
    store.load([Rows(nodes)], state="one")
    answer = store.query("MATCH (e:Evidence) RETURN e.sentence ORDER BY e.id")
    assert [row[0] for row in answer.rows] == TEXTS
    assert answer.columns == ("e.sentence",)


def test_every_text_comes_back_from_a_change(store: Store) -> None:
    store.load([Rows((evidence("evidence:old", "old"),))], state="one")
    added = Rows(tuple(evidence(f"evidence:{index:02}", text) for index, text in enumerate(TEXTS)))
    updated = [evidence("evidence:old", TEXTS[1])]
    store.apply(Change({}, {}, {}, updated, added), state="two")
    answer = store.query("MATCH (e:Evidence) RETURN e.sentence, e.hedged ORDER BY e.id")
    assert [row[0] for row in answer.rows] == [*TEXTS, TEXTS[1]]
    assert store.state() == "two"


def test_types_and_missing_values_come_back(store: Store) -> None:
    known: dict[str, Value] = {"name": "Li6PS5Cl", "names": ("LPSC", "Li6PS5Cl, ordered"), "formula": "Li6PS5Cl"}
    bare: dict[str, Value] = {"name": "x"}
    number: dict[str, Value] = {"low": 1e-12, "high": 1.0, "qualifier": "~", "negated": True}
    relation = RelationRow(
        "HAS_MEASUREMENT", "Material", "m:1", "Measurement", "n:1", {"support": 3, "confidence": 0.1}
    )
    nodes = (NodeRow("Material", "m:1", known), NodeRow("Material", "m:2", bare), NodeRow("Measurement", "n:1", number))
    store.load([Rows(nodes, (relation,))], state="one")
    materials = store.query("MATCH (m:Material) RETURN m.name, m.names, m.family ORDER BY m.id").rows
    assert materials == (("Li6PS5Cl", ["LPSC", "Li6PS5Cl, ordered"], None), ("x", None, None))
    answer = store.query(
        "MATCH (m:Material)-[r]->(x:Measurement) RETURN x.low, x.high, x.negated, r.support, x.unit"
    ).rows
    assert answer == ((1e-12, 1.0, True, 3, None),)


def test_a_change_takes_out_and_puts_in(store: Store) -> None:
    nodes = tuple(NodeRow("Claim", f"claim:{index}", {"kind": "alias"}) for index in range(3))
    store.load([Rows((*nodes, evidence("evidence:1", "one")))], state="one")
    relation = RelationRow("EVIDENCED_BY", "Claim", "claim:1", "Evidence", "evidence:1", {"claim": "claim:1"})
    store.apply(Change({}, {}, {}, [], Rows((), (relation,))), state="two")
    assert store.counts()["relations"]["EVIDENCED_BY"] == 1
    store.apply(Change({"Claim": ["claim:0"]}, {"EVIDENCED_BY": ["claim:1"]}, {}, [], Rows()), state="three")
    counts = store.counts()
    assert (counts["nodes"]["Claim"], counts["relations"]["EVIDENCED_BY"]) == (2, 0)


def test_a_change_that_fails_leaves_all_as_it_was(store: Store) -> None:
    store.load([Rows((evidence("evidence:1", "one"),))], state="one")
    again = Rows((evidence("evidence:2", "two"), evidence("evidence:1", "one again")))
    with pytest.raises(QueryError):
        store.apply(Change({"Evidence": []}, {}, {}, [], again), state="two")
    assert store.state() == "one"
    assert store.query("MATCH (e:Evidence) RETURN e.sentence").rows == (("one",),)


def test_loading_replaces_everything(store: Store) -> None:
    store.load([Rows((evidence("evidence:1", "one"),))], state="one")
    store.load([Rows((evidence("evidence:2", "two"),))], state="two")
    assert store.query("MATCH (e:Evidence) RETURN e.id").rows == (("evidence:2",),)
    assert store.state() == "two"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("MATCH (n:Material RETURN n", id="syntax"),
        pytest.param("", id="empty"),
        pytest.param("  // only a remark", id="remark"),
        pytest.param("RETURN 1; RETURN 2", id="two"),
        pytest.param("MATCH (n:Claim) DETACH DELETE n", id="delete"),
        pytest.param("CREATE (n:Material {id: 'x'})", id="create"),
    ],
)
def test_what_is_no_reading_query_is_said_in_one_line(store: Store, text: str) -> None:
    store.load([Rows((NodeRow("Claim", "claim:1", {"kind": "alias"}),))], state="one")
    with pytest.raises(QueryError) as caught:
        store.query(text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 1500
    assert sum(store.counts()["nodes"].values()) == 1


def test_a_semicolon_in_a_text_is_no_second_statement(store: Store) -> None:
    store.load([], state="one")
    assert store.query("RETURN 'a; b' AS text;").rows == (("a; b",),)


def test_parameters_are_values_and_never_query(store: Store) -> None:
    store.load([Rows((evidence("evidence:1", "one"),))], state="one")
    text = "MATCH (e:Evidence) WHERE e.sentence = $text RETURN e.id"
    assert store.query(text, {"text": "x' OR true //"}).rows == ()
    assert store.query(text, {"text": "one"}).rows == (("evidence:1",),)


def test_writing_is_possible_where_it_is_meant(store: Store) -> None:
    store.load([], state="one")
    store.execute("CREATE (m:Material {id: 'material:x', name: 'x'})")
    assert store.query("MATCH (m:Material) RETURN m.name").rows == (("x",),)
    store.execute("MATCH (m:Material) WHERE m.id = $id DELETE m", {"id": "material:x"})
    assert store.query("MATCH (m:Material) RETURN m.name").rows == ()


def test_nodes_and_relations_come_without_internal_ids(store: Store) -> None:
    node = NodeRow("Material", "m:1", {"name": "x"})
    above = NodeRow("MaterialClass", "c:1", {"name": "y"})
    relation = RelationRow("BELONGS_TO", "Material", "m:1", "MaterialClass", "c:1", {})
    store.load([Rows((node, above), (relation,))], state="one")
    rows = store.query("MATCH (m:Material)-[r]->(k) RETURN m, r").rows
    assert rows == (({"label": "Material", "id": "m:1", "name": "x"}, {"label": "BELONGS_TO"}),)


def test_a_wiped_store_holds_nothing_and_can_be_loaded_again(store: Store) -> None:
    rows = Rows((evidence("evidence:1", "one"),))
    store.load([rows], state="one")
    store.wipe()
    assert store.state() is None
    store.load([rows], state="two")
    assert store.query("MATCH (e:Evidence) RETURN e.id").rows == (("evidence:1",),)


def test_counts_name_every_table(store: Store) -> None:
    store.load([Rows((evidence("evidence:1", "one"),))], state="one")
    counts = store.counts()
    assert counts["nodes"] == dict.fromkeys(sorted(graph_schema().nodes), 0) | {"Evidence": 1}
    assert counts["relations"] == dict.fromkeys(sorted(graph_schema().relations), 0)
