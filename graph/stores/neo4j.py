"""The server store: Neo4j 5 through the official driver.

What is written is marked as ours (see `neo4j_cypher`), in batches that a server with a small heap can take. While a
write takes more than one transaction the server's state is unfinished: whoever comes next, after a cut or from another
computer, compares what is there with what should be there and writes the difference.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import neo4j
from neo4j.api import BookmarkManager
from neo4j.graph import Node, Path, Relationship

from ...errors import StoreUnavailableError
from ..rows import Rows
from ..schema import graph_schema
from . import neo4j_cypher as cypher
from .base import UNFINISHED, Change, Result, StoreAddress
from .neo4j_difference import Difference, Held, Step, change_steps, read_held
from .neo4j_errors import mapped

BATCH = 5_000
"""Nodes or relations that go in one transaction; a server with 512 MB of heap takes them."""

_WIPE_BATCH = 2_000
"""Nodes or relations that are taken away in one transaction: others' relations may hang on the nodes."""

_ONE_TRANSACTION = 10_000
"""Rows of a change up to which it is written as a whole."""

_RETRY_S = 10.0
"""Seconds for which a transaction that failed for a passing reason is tried again."""

_CONNECT_S = 10.0

_INDEX_S = 600
"""Seconds that a load waits for the full-text indexes."""

_OLDEST = 5
"""Version of the server that is needed."""


logging.getLogger("neo4j").addHandler(logging.NullHandler())  # else Python prints what the driver notes of retries


class Neo4jStore:
    """A graph in a Neo4j server, beside whatever else is there.

    Args:
        address: of the server.
    """

    def __init__(self, address: StoreAddress) -> None:
        self._address = address
        self._opened: tuple[neo4j.Driver, BookmarkManager] | None = None

    def load(self, batches: Iterable[Rows], *, state: str) -> None:
        """Make the server hold these rows and no others of ours: what it holds already is not written again."""
        with self._session("load") as session:
            self._run(session, cypher.CONSTRAINT)
            self._run(session, cypher.WRITE_STATE, {"state": UNFINISHED + state})
            held = read_held(session) if self._run(session, cypher.ANY_NODE).rows else Held()
            for step in Difference(held).steps(batches, BATCH):
                self._step(session, step)
            for statement in cypher.index_statements():
                self._run(session, statement)
            for name in cypher.FULL_TEXT:  # ours alone: another's may have failed, or be under way for hours
                self._run(session, "CALL db.awaitIndex($name, $seconds)", {"name": name, "seconds": _INDEX_S})
            self._run(session, cypher.WRITE_STATE, {"state": state})

    def apply(self, change: Change, *, state: str) -> None:
        """Write a change: a small one in one transaction, a large one in batches."""
        steps = list(change_steps(change, BATCH))
        with self._session("apply") as session:
            if sum(len(step.rows) for step in steps) <= _ONE_TRANSACTION:
                session.execute_write(_write_all, steps, state)
                return
            self._run(session, cypher.WRITE_STATE, {"state": UNFINISHED + state})
            for step in steps:
                self._step(session, step)
            self._run(session, cypher.WRITE_STATE, {"state": state})

    def state(self) -> str | None:
        """The `state` that the last write left; see `Store.state`."""
        rows = self.query(cypher.READ_STATE, name="state").rows
        return rows[0][0] if rows else None

    def query(self, text: str, parameters: Mapping[str, Any] | None = None, *, name: str = "cypher") -> Result:
        """Run one reading query; see `Store.query`. The server refuses one that would write."""
        with self._session(name, neo4j.READ_ACCESS) as session:
            return session.execute_read(_answer, text, dict(parameters or {}))

    def ask(self, text: str, parameters: Mapping[str, Any] | None = None, *, name: str = "cypher") -> Result:
        """Run one reading query over the nodes that are ours; see `Store.ask`."""
        return self.query(cypher.ours_only(text), parameters, name=name)

    def execute(self, text: str, parameters: Mapping[str, Any] | None = None, *, name: str = "cypher") -> Result:
        """Run one query that may write; see `Store.execute`."""
        with self._session(name) as session:
            return session.execute_write(_answer, text, dict(parameters or {}))

    def counts(self) -> dict[str, dict[str, int]]:
        """Nodes by label and relations by name, of ours alone; see `Store.counts`."""
        schema = graph_schema()
        with self._session("counts", neo4j.READ_ACCESS) as session:
            nodes = {label: self._run(session, cypher.count_nodes(label)).rows[0][0] for label in sorted(schema.nodes)}
            relations = {
                name: self._run(session, cypher.count_relations(name)).rows[0][0] for name in sorted(schema.relations)
            }
        return {"nodes": nodes, "relations": relations}

    def wipe(self) -> None:
        """Take away what is ours: relations, nodes, indexes and the constraint; what is others' stays."""
        with self._session("wipe") as session:
            self._run(session, cypher.FORGET_STATE)
            texts = [*map(cypher.wipe_relations, graph_schema().relations), cypher.WIPE_NODES]
            for text in texts:
                while self._run(session, text, {"limit": _WIPE_BATCH}).rows[0][0]:
                    pass
            for statement in cypher.drop_statements():
                self._run(session, statement)

    def close(self) -> None:
        """Let go of the connections."""
        if self._opened is not None:
            self._opened[0].close()
            self._opened = None

    @contextmanager
    def _session(self, name: str, access: str = neo4j.WRITE_ACCESS) -> Iterator[neo4j.Session]:
        with mapped(self._address, name):
            driver, bookmarks = self._driver()
            database = self._address.database
            with driver.session(
                database=database,
                default_access_mode=access,
                bookmark_manager=bookmarks,
                notifications_min_severity="OFF",  # not for the whole driver: a server that is too old knows none
            ) as session:
                yield session

    def _driver(self) -> tuple[neo4j.Driver, BookmarkManager]:
        """The driver, and what lets a session read what an earlier one wrote, on a cluster too."""
        if self._opened is None:
            address = self._address
            driver = neo4j.GraphDatabase.driver(
                address.uri,
                auth=(address.user, address.password or "") if address.user else None,
                connection_timeout=_CONNECT_S,
                max_transaction_retry_time=_RETRY_S,
                user_agent="lithograph",
            )
            try:
                self.check_version(driver.get_server_info().agent)
            except BaseException:
                driver.close()
                raise
            self._opened = driver, neo4j.GraphDatabase.bookmark_manager()
        return self._opened

    def check_version(self, agent: str) -> None:
        """Refuse a server that is too old; `agent` is what it calls itself, such as `Neo4j/5.26.0`."""
        found = re.match(r"Neo4j/(\d+)", agent)
        if found and int(found[1]) < _OLDEST:
            raise StoreUnavailableError(self._address.uri, f"is {agent}; Neo4j {_OLDEST} or later is needed")

    def _run(self, session: neo4j.Session, text: str, parameters: dict[str, Any] | None = None) -> Result:
        return session.execute_write(_answer, text, parameters or {})

    def _step(self, session: neo4j.Session, step: Step) -> None:
        session.execute_write(_write_all, [step], None)


def open_neo4j(address: StoreAddress) -> Neo4jStore:
    """The store at an address; the entry point of the schemes `bolt` and `neo4j`."""
    return Neo4jStore(address)


def _answer(transaction: neo4j.ManagedTransaction, text: str, parameters: dict[str, Any]) -> Result:
    answer = transaction.run(text, parameters)
    columns = tuple(answer.keys())
    return Result(columns, tuple(tuple(map(plain, record.values())) for record in answer))


def _write_all(transaction: neo4j.ManagedTransaction, steps: Sequence[Step], state: str | None) -> None:
    for step in steps:
        counters = transaction.run(step.text, {"rows": step.rows}).consume().counters
        step.check(counters.relationships_created)
    if state is not None:
        transaction.run(cypher.WRITE_STATE, {"state": state}).consume()


def plain(value: Any) -> Any:
    """A value of a result as the embedded store gives it: nodes and relations as mappings with a `label`."""
    if isinstance(value, Node):
        own = sorted(label for label in value.labels if label != cypher.OURS)
        return {"label": ":".join(own)} | {name: plain(item) for name, item in value.items()}
    if isinstance(value, Relationship):
        return {"label": value.type} | {name: plain(item) for name, item in value.items() if name != cypher.MARK}
    if isinstance(value, Path):
        return {"nodes": plain(list(value.nodes)), "relations": plain(list(value.relationships))}
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)
