"""What is a server's own: other people's data beside ours, cuts in the middle, little memory, and refusals."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from lithograph.errors import ConfigError, QueryError, StoreUnavailableError
from lithograph.graph.rows import NodeRow, RelationRow, Rows
from lithograph.graph.stores.base import UNFINISHED, Change, StoreAddress
from lithograph.graph.stores.neo4j import Neo4jStore
from lithograph.graph.stores.opening import open_store
from lithograph.tests.conftest import TestServer
from lithograph.tests.neo4j_server import Neo4jServer, free_port

pytestmark = pytest.mark.neo4j

HOSTILE = ["'}) DETACH DELETE n //", "`Material`", "$rows", "\\", '"', "{id: 1}", "a\x00b", "😀 LLZO", "x' OR 1=1"]


def claim(number: int) -> NodeRow:
    return NodeRow("Claim", f"claim:{number}", {"kind": "alias", "statement": f"statement {number}"})


def chain(size: int) -> Rows:
    """Claims, each with a piece of evidence of its own, and three relations a claim."""
    nodes: list[NodeRow] = []
    relations: list[RelationRow] = []
    for number in range(size):
        one, piece = f"claim:{number}", f"evidence:{number}"
        nodes += [claim(number), NodeRow("Evidence", piece, {"sentence": f"sentence {number}"})]
        relations.append(RelationRow("EVIDENCED_BY", "Claim", one, "Evidence", piece, {"claim": one}))
        for name, role in (("STATES", "subject"), ("STATES", "product")):
            relations.append(RelationRow(name, "Claim", one, "Material", "material:Li", {"claim": one, "role": role}))
    nodes.append(NodeRow("Material", "material:Li", {"name": "Li"}))
    return Rows(tuple(nodes), tuple(relations))


def totals(store: Neo4jStore) -> tuple[int, int]:
    counts = store.counts()
    return sum(counts["nodes"].values()), sum(counts["relations"].values())


@pytest.fixture
def foreign(neo4j_store: Neo4jStore) -> Iterator[Neo4jStore]:
    """A store beside other people's data, which has labels, ids and relation names like ours."""
    neo4j_store.execute(
        "CREATE (a:Material {id: 'material:Li', name: 'theirs', test: true})-[:CAUSES {claim: 'claim:1'}]->"
        "(:Claim {id: 'claim:1', test: true}), (:Material {id: 'material:Li', name: 'twice', test: true})-[:KNOWS]->(a)"
    )
    yield neo4j_store
    neo4j_store.execute("MATCH (n) WHERE n.test DETACH DELETE n")


def theirs(store: Neo4jStore) -> list[object]:
    nodes = store.query("MATCH (n) WHERE n.test RETURN labels(n), properties(n), elementId(n) ORDER BY elementId(n)")
    relations = store.query("MATCH (n)-[r]->(m) WHERE n.test AND m.test RETURN type(r), elementId(r) ORDER BY type(r)")
    return [nodes.rows, relations.rows]


def test_push_remove_push_beside_foreign_data(foreign: Neo4jStore) -> None:
    before = theirs(foreign)
    foreign.load([chain(10)], state="one")
    first = foreign.counts()
    ids = foreign.query("MATCH (n:Lithograph) RETURN n.id ORDER BY n.id").rows
    foreign.load([chain(10)], state="two")
    assert foreign.counts() == first
    foreign.wipe()
    assert theirs(foreign) == before
    assert foreign.query("MATCH (n) WHERE n.test IS NULL RETURN count(*)").rows == ((0,),)
    assert foreign.query("SHOW INDEXES YIELD name WHERE name STARTS WITH 'lithograph' RETURN name").rows == ()
    assert foreign.query("SHOW CONSTRAINTS YIELD name RETURN name").rows == ()
    foreign.load([chain(10)], state="three")
    assert foreign.counts() == first
    assert foreign.query("MATCH (n:Lithograph) RETURN n.id ORDER BY n.id").rows == ids
    assert theirs(foreign) == before


def test_a_change_leaves_foreign_data_alone(foreign: Neo4jStore) -> None:
    foreign.load([chain(3)], state="one")
    before = theirs(foreign)
    change = Change({"Claim": ["claim:1"]}, {"STATES": ["claim:0"], "CAUSES": ["claim:1"]}, {}, [], Rows())
    foreign.apply(change, state="two")
    assert theirs(foreign) == before
    assert totals(foreign) == (6, 4)


def test_what_others_tie_to_our_nodes_stays_over_a_push(foreign: Neo4jStore) -> None:
    foreign.load([chain(3)], state="one")
    foreign.execute("MATCH (m:Lithograph {id: 'material:Li'}) CREATE (:Note {test: true})-[:ON]->(m)")
    foreign.load([chain(4)], state="two")
    foreign.apply(Change({}, {}, {}, [NodeRow("Material", "material:Li", {"name": "Li metal"})], Rows()), state="three")
    notes = foreign.query("MATCH (:Note)-[:ON]->(m) RETURN m.name").rows
    assert notes == (("Li metal",),)


def test_indexes_find_names_aliases_and_sentences(neo4j_store: Neo4jStore) -> None:
    nodes = (
        NodeRow("Material", "material:1", {"name": "Li6PS5Cl", "names": ("argyrodite sulfide", "LPSC")}),
        NodeRow("Claim", "claim:1", {"kind": "alias", "short": "LPSC", "long": "lithium phosphorus sulfide chloride"}),
        NodeRow("Evidence", "evidence:1", {"sentence": "The pellets cracked at once."}),
    )
    neo4j_store.load([Rows(nodes)], state="one")
    text = "CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.id"
    for index, words, found in (
        ("lithograph_names", "argyrodite", "material:1"),
        ("lithograph_aliases", "phosphorus", "claim:1"),
        ("lithograph_sentences", "cracked", "evidence:1"),
    ):
        assert neo4j_store.query(text, {"index": index, "words": words}).rows == ((found,),)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_values(neo4j_store: Neo4jStore, text: str) -> None:
    node = NodeRow("Material", f"material:{text}", {"name": text, "names": (text,)})
    above = NodeRow("MaterialClass", f"class:{text}", {"name": text})
    relation = RelationRow("BELONGS_TO", "Material", node.id, "MaterialClass", above.id, {})
    neo4j_store.load([Rows((node, above), (relation,))], state="one")
    kept = text.replace("\x00", "")
    rows = neo4j_store.query("MATCH (m:Material)-[:BELONGS_TO]->(k) RETURN m.id, m.name, m.names, k.id").rows
    assert rows == ((node.id, kept, [kept], above.id),)
    neo4j_store.load([Rows((node, above), (relation,))], state="two")
    assert totals(neo4j_store) == (2, 1)


def test_a_relation_that_leads_nowhere_is_an_error(neo4j_store: Neo4jStore) -> None:
    lost = RelationRow("IN", "Evidence", "evidence:1", "Publication", "doi:1", {})
    with pytest.raises(QueryError, match="not there"):
        neo4j_store.load([Rows((), (lost,))], state="one")
    assert (neo4j_store.state() or "").startswith(UNFINISHED)


def test_a_server_that_dies_while_relations_are_written(neo4j_server: TestServer, neo4j_store: Neo4jStore) -> None:
    process = running(neo4j_server)
    rows = chain(9_000)
    watching = Neo4jStore(neo4j_server.address)

    def stop_half_way() -> None:
        while not watching.counts()["relations"]["EVIDENCED_BY"]:
            time.sleep(0.01)
        process.stop(at_once=True)

    watcher = threading.Thread(target=stop_half_way)
    watcher.start()
    with pytest.raises(StoreUnavailableError, match="no Neo4j server answers") as caught:
        neo4j_store.load([rows], state="one")
    watcher.join()
    watching.close()
    assert str(neo4j_server.address.password) not in str(caught.value)
    process.start()
    assert neo4j_store.state() == f"{UNFINISHED}one"
    assert 0 < totals(neo4j_store)[1] < len(rows.relations)
    neo4j_store.load([rows], state="two")
    assert totals(neo4j_store) == (len(rows.nodes), len(rows.relations))
    pairs = neo4j_store.query("MATCH (a)-[r:EVIDENCED_BY]->(b) RETURN count(DISTINCT [a.id, b.id])").rows
    assert pairs == ((9_000,),)


def test_a_database_that_may_only_be_read(neo4j_server: TestServer, neo4j_store: Neo4jStore) -> None:
    process = running(neo4j_server)
    neo4j_store.load([chain(3)], state="one")
    process.stop()
    process.configure({"server.databases.default_to_read_only": "true"})
    process.start()
    try:
        with pytest.raises(StoreUnavailableError, match="may not") as caught:
            neo4j_store.load([chain(5)], state="two")
        assert "\n" not in str(caught.value)
        assert totals(neo4j_store)[0] == 7
    finally:
        process.stop()
        process.configure({})
        process.start()


def test_a_server_with_little_memory_takes_and_gives_up_a_hub(neo4j_store: Neo4jStore) -> None:
    rows = chain(15_000)
    neo4j_store.load([rows], state="one")
    assert totals(neo4j_store) == (30_001, 45_000)
    neo4j_store.apply(Change({"Claim": [f"claim:{n}" for n in range(12_000)]}, {}, {}, [], Rows()), state="two")
    assert totals(neo4j_store) == (18_001, 9_000)
    neo4j_store.wipe()
    assert totals(neo4j_store) == (0, 0)


def test_nobody_there() -> None:
    store = Neo4jStore(StoreAddress(f"bolt://127.0.0.1:{free_port()}", user="neo4j", password="s3cret-word"))
    with pytest.raises(StoreUnavailableError, match="is it started") as caught:
        store.state()
    assert "\n" not in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_a_wrong_password(neo4j_server: TestServer) -> None:
    store = Neo4jStore(StoreAddress(neo4j_server.address.uri, user="neo4j", password="s3cret-word"))
    with pytest.raises(StoreUnavailableError, match=r"refuses user or password \(user 'neo4j'\)") as caught:
        store.state()
    assert "\n" not in str(caught.value)
    assert "s3cret" not in repr(caught.value) + str(caught.value)


def test_a_wrong_database(neo4j_server: TestServer) -> None:
    address = neo4j_server.address
    store = Neo4jStore(StoreAddress(address.uri, "nowhere", address.user, address.password))
    with pytest.raises(StoreUnavailableError, match="database nowhere") as caught:
        store.state()
    store.close()
    assert "\n" not in str(caught.value)


def test_an_older_server_is_refused() -> None:
    store = Neo4jStore(StoreAddress("bolt://127.0.0.1:7687"))
    with pytest.raises(StoreUnavailableError, match=r"Neo4j/4\.4\.38; Neo4j 5 or later is needed"):
        store.check_version("Neo4j/4.4.38")
    for agent in ("Neo4j/5.26.16", "Neo4j/2025.01.0", "Memgraph"):
        store.check_version(agent)


@pytest.mark.parametrize("uri", ["nowhere://x", "bolt", "bolt:/x", "", "http://localhost:7474"])
def test_an_address_that_is_none(uri: str) -> None:
    with pytest.raises(ConfigError, match="bolt://"):
        open_store(StoreAddress(uri))


def running(server: TestServer) -> Neo4jServer:
    if server.process is None:
        pytest.skip("the server of LITHOGRAPH_TEST_NEO4J_URI is not ours to stop")
    return server.process
