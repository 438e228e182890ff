"""The files for `neo4j-admin` are imported for real, and give the graph that a push gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from lithograph.graph.rows import NodeRow, RelationRow, Rows, Value
from lithograph.graph.stores.base import StoreAddress
from lithograph.graph.stores.neo4j import Neo4jStore
from lithograph.graph.stores.neo4j_admin import ARGUMENTS, write_admin_files
from lithograph.tests.conftest import TestServer
from lithograph.tests.graph.stores.test_contract import TEXTS

NODES = "MATCH (n:Lithograph) RETURN n ORDER BY n.id"
RELATIONS = "MATCH (a:Lithograph)-[r]->(b) RETURN a.id, r, b.id ORDER BY a.id, b.id"


def rows() -> Rows:
    texts = [text for text in TEXTS if "\x1f" not in text]
    nodes = [
        NodeRow("Evidence", f"evidence:{n:02}", {"sentence": text, "line": n, "hedged": n % 2 == 0, "confidence": 1e-9})
        for n, text in enumerate(texts)
    ]
    names: dict[str, Value] = {"name": 'x "quoted"', "names": ("a, b", 'c "d"', "e\\", "f;g"), "formula": ""}
    nodes += [NodeRow("Material", "material:{'}", names), NodeRow("MaterialClass", 'class:"x"', {"names": ()})]
    nodes += [NodeRow("Measurement", "measurement:1", {"low": 2, "high": 1e300, "negated": False})]
    relations = [
        RelationRow("BELONGS_TO", "Material", "material:{'}", "MaterialClass", 'class:"x"', {}),
        RelationRow("HAS_MEASUREMENT", "Material", "material:{'}", "Measurement", "measurement:1", {"support": 3}),
    ]
    return Rows(tuple(nodes), tuple(relations))


def test_without_line_breaks_the_import_may_use_all_cores(tmp_path: Path) -> None:
    write_admin_files([Rows((NodeRow("Claim", "claim:1", {"kind": "alias"}),))], tmp_path, state="s, ")
    options = (tmp_path / ARGUMENTS).read_text(encoding="utf-8").splitlines()
    assert "--nodes=Lithograph:Claim=Claim-header.csv,Claim.csv" in options
    assert not [option for option in options if "multiline" in option]


@pytest.mark.neo4j
def test_the_import_gives_what_a_push_gives(neo4j_server: TestServer, neo4j_store: Neo4jStore, tmp_path: Path) -> None:
    if neo4j_server.process is None:
        pytest.skip("the server of LITHOGRAPH_TEST_NEO4J_URI is not ours to stop")
    neo4j_store.load([rows()], state="one")
    counts, nodes, relations = neo4j_store.counts(), neo4j_store.query(NODES).rows, neo4j_store.query(RELATIONS).rows
    neo4j_store.wipe()
    neo4j_store.close()
    write_admin_files([rows()], tmp_path, state="imported, ")
    neo4j_server.process.stop()
    neo4j_server.process.admin("database", "import", "full", "neo4j", f"@{ARGUMENTS}", folder=tmp_path)
    neo4j_server.process.start()
    address = neo4j_server.address
    imported = Neo4jStore(StoreAddress(address.uri, "neo4j", address.user, address.password))
    assert imported.counts() == counts
    assert imported.query(NODES).rows == nodes
    assert imported.query(RELATIONS).rows == relations
    assert (imported.state() or "").startswith("imported, ")
    ids = imported.query("MATCH (n:Lithograph) RETURN elementId(n) ORDER BY elementId(n)").rows
    imported.load([rows()], state="two")
    assert imported.query("MATCH (n:Lithograph) RETURN elementId(n) ORDER BY elementId(n)").rows == ids
    assert imported.counts() == counts
    imported.close()
