"""The embedded store keeps every value, refuses to write while it reads, and says in one line what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from lithograph.errors import QueryError, StoreUnavailableError
from lithograph.graph.rows import NodeRow, RelationRow, Rows, Value
from lithograph.graph.stores.base import Change
from lithograph.graph.stores.ladybug import LadybugStore

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


@pytest.fixture
def store(tmp_path: Path) -> LadybugStore:
    return LadybugStore(tmp_path / "graph.lbug")


def test_every_text_comes_back(store: LadybugStore) -> None:
    nodes = tuple(evidence(f"evidence:{index:02}", text) for index, text in enumerate(TEXTS))
    store.load([Rows(nodes)], state="one")
    answer = store.query("MATCH (e:Evidence) RETURN e.sentence ORDER BY e.id")
    assert [row[0] for row in answer.rows] == TEXTS
    assert answer.columns == ("e.sentence",)


def test_every_text_comes_back_from_a_change(store: LadybugStore) -> None:
    store.load([Rows((evidence("evidence:old", "old"),))], state="one")
    added = Rows(tuple(evidence(f"evidence:{index:02}", text) for index, text in enumerate(TEXTS)))
    updated = [evidence("evidence:old", TEXTS[1])]
    store.apply(Change({}, {}, {}, updated, added), state="two")
    answer = store.query("MATCH (e:Evidence) RETURN e.sentence, e.hedged ORDER BY e.id")
    assert [row[0] for row in answer.rows] == [*TEXTS, TEXTS[1]]
    assert store.state() == "two"


def test_types_and_missing_values_come_back(store: LadybugStore) -> None:
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


def test_a_change_takes_out_and_puts_in(store: LadybugStore) -> None:
    nodes = tuple(NodeRow("Claim", f"claim:{index}", {"kind": "alias"}) for index in range(3))
    store.load([Rows((*nodes, evidence("evidence:1", "one")))], state="one")
    relation = RelationRow("EVIDENCED_BY", "Claim", "claim:1", "Evidence", "evidence:1", {"claim": "claim:1"})
    store.apply(Change({}, {}, {}, [], Rows((), (relation,))), state="two")
    assert store.counts()["relations"]["EVIDENCED_BY"] == 1
    store.apply(Change({"Claim": ["claim:0"]}, {"EVIDENCED_BY": ["claim:1"]}, {}, [], Rows()), state="three")
    counts = store.counts()
    assert (counts["nodes"]["Claim"], counts["relations"]["EVIDENCED_BY"]) == (2, 0)


def test_a_change_that_fails_leaves_all_as_it_was(store: LadybugStore) -> None:
    store.load([Rows((evidence("evidence:1", "one"),))], state="one")
    again = Rows((evidence("evidence:2", "two"), evidence("evidence:1", "one again")))
    with pytest.raises(QueryError):
        store.apply(Change({"Evidence": []}, {}, {}, [], again), state="two")
    assert store.state() == "one"
    assert store.query("MATCH (e:Evidence) RETURN e.sentence").rows == (("one",),)


def test_loading_replaces_everything(store: LadybugStore, tmp_path: Path) -> None:
    store.load([Rows((evidence("evidence:1", "one"),))], state="one")
    store.load([Rows((evidence("evidence:2", "two"),))], state="two")
    assert store.query("MATCH (e:Evidence) RETURN e.id").rows == (("evidence:2",),)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.lbug"]


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


def test_a_semicolon_in_a_text_is_no_second_statement(store: LadybugStore) -> None:
    store.load([], state="one")
    assert store.query("RETURN 'a; b' AS text;").rows == (("a; b",),)


def test_parameters_are_values_and_never_query(store: LadybugStore) -> None:
    store.load([Rows((evidence("evidence:1", "one"),))], state="one")
    text = "MATCH (e:Evidence) WHERE e.sentence = $text RETURN e.id"
    assert store.query(text, {"text": "x' OR true //"}).rows == ()
    assert store.query(text, {"text": "one"}).rows == (("evidence:1",),)


def test_writing_is_possible_where_it_is_meant(store: LadybugStore) -> None:
    store.load([], state="one")
    store.execute("CREATE (m:Material {id: 'material:x', name: 'x'})")
    assert store.query("MATCH (m:Material) RETURN m.name").rows == (("x",),)


def test_nodes_and_relations_come_without_internal_ids(store: LadybugStore) -> None:
    node = NodeRow("Material", "m:1", {"name": "x"})
    above = NodeRow("MaterialClass", "c:1", {"name": "y"})
    relation = RelationRow("BELONGS_TO", "Material", "m:1", "MaterialClass", "c:1", {})
    store.load([Rows((node, above), (relation,))], state="one")
    rows = store.query("MATCH (m:Material)-[r]->(k) RETURN m, r").rows
    assert rows == (({"label": "Material", "id": "m:1", "name": "x"}, {"label": "BELONGS_TO"}),)


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
