"""What a graph store can do. Stores take rows; they know nothing of claims or documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from ..rows import NodeRow, Rows

UNFINISHED = "unfinished: "
"""What the state of a store begins with while it is written in several transactions, or after that was cut off."""


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query: column names, and one tuple of plain Python values a row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class StoreAddress:
    """Where a store is, and who we are there; its text never shows the password.

    Args:
        uri: such as `bolt://localhost:7687`, without user and password.
        database: within the server; None takes the user's own.
        user: None where the server asks for none.
        password: of the user.
    """

    uri: str
    database: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a graph, written as a whole or not at all.

    Args:
        removed: label to ids of nodes that go, with every relation at them.
        unlinked_claims: relation name to claims whose relations of that name go (each carries its `claim`).
        unlinked_nodes: label to ids of nodes whose own `BELONGS_TO` or `REFERENCES` relations go.
        updated: nodes that are there and get other properties.
        added: nodes and relations that are not there.
    """

    removed: Mapping[str, Sequence[str]]
    unlinked_claims: Mapping[str, Sequence[str]]
    unlinked_nodes: Mapping[str, Sequence[str]]
    updated: Sequence[NodeRow]
    added: Rows


class Store(Protocol):
    """A place where the graph lives."""

    def load(self, batches: Iterable[Rows], *, state: str) -> None:
        """Make it hold these rows and no others of ours; `state` is kept with them.

        A store that cannot do so as a whole is `UNFINISHED` meanwhile, and builds on what it has when loaded again.

        Raises:
            StoreError: it cannot be written.
        """

    def apply(self, change: Change, *, state: str) -> None:
        """Write one change with its new `state`, as a whole or not at all, or as `load` does.

        Raises:
            StoreError: it cannot be written.
        """

    def state(self) -> str | None:
        """The `state` that the last write left, or None where there is no graph.

        Raises:
            StoreUnavailableError: the store cannot be reached.
        """

    def query(self, text: str, parameters: Mapping[str, Any] | None = None, *, name: str = "cypher") -> Result:
        """Run one reading query.

        Raises:
            QueryError: it is no query, or would write.
            StoreUnavailableError: the store cannot be opened.
        """

    def ask(self, text: str, parameters: Mapping[str, Any] | None = None, *, name: str = "cypher") -> Result:
        """Run one reading query of ours, over our data alone, whatever else the store holds.

        Raises:
            QueryError: it is no query, or would write.
            StoreUnavailableError: the store cannot be opened.
        """

    def execute(self, text: str, parameters: Mapping[str, Any] | None = None, *, name: str = "cypher") -> Result:
        """Run one query that may write.

        Raises:
            QueryError: it is no query.
            StoreUnavailableError: the store cannot be opened.
        """

    def counts(self) -> dict[str, dict[str, int]]:
        """`{"nodes": {label: n}, "relations": {name: n}}`, every table, sorted; what is not ours does not count."""

    def wipe(self) -> None:
        """Take the graph away, and nothing else that may be there."""

    def close(self) -> None:
        """Let go of files and connections."""
