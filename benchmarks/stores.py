"""How quickly is a graph of 100,000 nodes and 300,000 relations written, and one more paper into it?

The same made graph, on one machine and one server, goes

- by the bare driver: one uniqueness constraint a label, then `UNWIND … CREATE` in batches of 5,000;
- by a push: the store's own `load`, with constraint, marks, full-text indexes and state;
- through files and `neo4j-admin database import`;
- into the embedded store.

    .venv/bin/python benchmarks/stores.py [NODES RELATIONS]

Needs `java` 17 or later and `mvn`. Figures go to `benchmarks/results/stores.json`. Times are by the clock, so other
work on the machine shows in them; the seconds of computing (of this process and of the server) are given beside them.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import neo4j
from figures import markdown_table, save
from made_graph import NODES, RELATIONS, made_graph, paper_rows

from lithograph.graph.rows import Rows, Value
from lithograph.graph.stores.base import Change, Store, StoreAddress
from lithograph.graph.stores.ladybug import LadybugStore
from lithograph.graph.stores.neo4j import BATCH, Neo4jStore
from lithograph.graph.stores.neo4j_admin import ARGUMENTS, write_admin_files
from lithograph.tests.neo4j_server import Neo4jServer, running_server

WARM_UP = (20_000, 60_000)
"""Nodes and relations that are written and taken away first, so that Java has compiled what it needs."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One way to write: seconds by the clock, and of computing here and on the server."""

    way: str
    seconds: float
    client_cpu_s: float
    server_cpu_s: float


def clock(way: str, server: Neo4jServer | None, work: Callable[[], object]) -> Measured:
    """Run something and say how long it took."""
    server_before, client_before, began = server_cpu(server), client_cpu(), time.perf_counter()
    work()
    seconds = time.perf_counter() - began
    return Measured(way, seconds, client_cpu() - client_before, server_cpu(server) - server_before)


def client_cpu() -> float:
    """Seconds of computing of this process, and of those that it started and that ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def server_cpu(server: Neo4jServer | None) -> float:
    """Seconds of computing that a server's process has used; 0 where the system does not tell."""
    path = Path(f"/proc/{server.pid}/stat") if server is not None and server.pid else None
    if path is None or not path.exists():
        return 0.0
    fields = path.read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def bare_nodes(driver: neo4j.Driver, batches: Sequence[Rows]) -> None:
    """Constraints and nodes, as someone would write them who has nothing but the driver."""
    by_label: dict[str, list[dict[str, Any]]] = {}
    for rows in batches:
        for node in rows.nodes:
            by_label.setdefault(node.label, []).append({"id": node.id} | values(node.properties))
    for label, given in by_label.items():
        run(driver, f"CREATE CONSTRAINT bare_{label} FOR (n:{label}) REQUIRE n.id IS UNIQUE")
        write(driver, f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", given)


def bare_relations(driver: neo4j.Driver, batches: Sequence[Rows]) -> None:
    """Relations, each end found by label and id."""
    by_pair: dict[tuple[str, str, str], list[list[Any]]] = {}
    for rows in batches:
        for made in rows.relations:
            key = (made.name, made.source_label, made.target_label)
            by_pair.setdefault(key, []).append([made.source, made.target, values(made.properties)])
    for (name, start, end), given in by_pair.items():
        match = f"MATCH (a:{start} {{id: row[0]}}) MATCH (b:{end} {{id: row[1]}})"
        write(driver, f"UNWIND $rows AS row {match} CREATE (a)-[r:{name}]->(b) SET r = row[2]", given)


def write(driver: neo4j.Driver, text: str, rows: Sequence[Any]) -> None:
    """Write rows in batches."""
    for start in range(0, len(rows), BATCH):
        run(driver, text, rows=rows[start : start + BATCH])


def run(driver: neo4j.Driver, text: str, **parameters: Any) -> list[neo4j.Record]:
    """Run one statement in a transaction of its own."""
    return driver.execute_query(text, parameters).records


def values(properties: Any) -> dict[str, Value | list[str]]:
    """Properties as the driver takes them."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in properties.items()}


def clear(driver: neo4j.Driver) -> None:
    """Take everything away that the bare driver wrote."""
    for pattern in ("()-[r]->() WITH r LIMIT 10000 DELETE r", "(n) WITH n LIMIT 10000 DELETE n"):
        while run(driver, f"MATCH {pattern} RETURN count(*) AS gone")[0]["gone"]:
            pass
    for (name,) in run(driver, "SHOW CONSTRAINTS YIELD name RETURN name"):
        run(driver, f"DROP CONSTRAINT {name}")


def measure_server(server: Neo4jServer, batches: Sequence[Rows]) -> list[Measured]:
    """The bare driver, then a push, a second one and one more paper, on a server that is warm."""
    address = StoreAddress(server.uri, user="neo4j", password=server.password)
    store = Neo4jStore(address)
    with neo4j.GraphDatabase.driver(server.uri, auth=("neo4j", server.password)) as driver:
        few = list(made_graph(*WARM_UP))
        bare_nodes(driver, few)
        bare_relations(driver, few)
        clear(driver)
        store.load(few, state="warm")
        store.wipe()
        measured = [
            clock("bare nodes", server, lambda: bare_nodes(driver, batches)),
            clock("bare relations", server, lambda: bare_relations(driver, batches)),
        ]
        clear(driver)
    measured += [
        clock("push", server, lambda: store.load(batches, state="one")),
        clock("push again", server, lambda: store.load(batches, state="two")),
        clock("one more paper, Neo4j", server, lambda: one_more(store, 1_000_000)),
    ]
    measured.append(clock("remove", server, store.wipe))
    store.close()
    return measured


def measure_admin(server: Neo4jServer, batches: Sequence[Rows], folder: Path) -> list[Measured]:
    """Files, and their import while the server stands still."""
    written = clock("neo4j-admin, files", None, lambda: write_admin_files(batches, folder, state="admin, "))
    server.stop()
    arguments = ("database", "import", "full", "neo4j", f"@{ARGUMENTS}")
    return [written, clock("neo4j-admin, import", None, lambda: server.admin(*arguments, folder=folder))]


def measure_ladybug(batches: Sequence[Rows], path: Path) -> list[Measured]:
    """The embedded store."""
    store = LadybugStore(path)
    return [
        clock("Ladybug", None, lambda: store.load(batches, state="one")),
        clock("one more paper, Ladybug", None, lambda: one_more(store, 1_000_000)),
    ]


def one_more(store: Store, number: int) -> None:
    """Write one more paper of 100 claims."""
    store.apply(Change({}, {}, {}, [], paper_rows(number)), state="more")


def main() -> None:
    """Measure and print."""
    nodes, relations = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (NODES, RELATIONS)
    batches = list(made_graph(nodes, relations))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("server", "files"):
            (folder / part).mkdir()
        measured = measure_ladybug(batches, folder / "graph.lbug")
        with running_server(folder / "server") as server:
            measured += measure_server(server, batches)
            measured += measure_admin(server, batches, folder / "files")
    took = {one.way: one.seconds for one in measured}
    bare = took["bare nodes"] + took["bare relations"]
    admin = took["neo4j-admin, files"] + took["neo4j-admin, import"]
    ratios = {
        "bare_nodes_per_s": nodes / took["bare nodes"],
        "bare_relations_per_s": relations / took["bare relations"],
        "push_against_bare": bare / took["push"],
        "neo4j_admin_against_push": took["push"] / admin,
        "neo4j_admin_import_alone_against_push": took["push"] / took["neo4j-admin, import"],
        "ladybug_elements_per_s": (nodes + relations) / took["Ladybug"],
    }
    head = ("way", "s", "s of computing here", "on the server")
    rows = [(m.way, f"{m.seconds:.2f}", f"{m.client_cpu_s:.2f}", f"{m.server_cpu_s:.2f}") for m in measured]
    print(markdown_table(head, rows))
    print("\n".join(f"{key}: {value:,.2f}" for key, value in ratios.items()))
    save("stores", {"nodes": nodes, "relations": relations, **ratios, "ways": [asdict(one) for one in measured]})


if __name__ == "__main__":
    main()
