"""A graph in a store of its own, such as a Neo4j server, asked as a library is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors import StoreUnavailableError
from ..graph.stores.base import UNFINISHED, Store
from ..queries.answer import Answer
from .status import Status, StoredDocument, stored_status

if TYPE_CHECKING:
    from ..queries.plots.picture import Picture


class StoredGraph:
    """The graph that a store holds.

    Args:
        store: into which a library was pushed.
        where: it is, for messages.
    """

    def __init__(self, store: Store, where: str) -> None:
        self._store = store
        self._where = where

    def query(
        self, question: str, /, *, min_confidence: float = 0.0, evidence: bool = False, **parameters: Any
    ) -> Answer:
        """Ask a question of the catalogue; see `Library.query`.

        Raises:
            StoreUnavailableError: the store cannot be reached, or holds no whole graph.
            QueryError: no such question, or a parameter is missing, unknown or ill-typed.
            ConfigError: `min_confidence` is not between 0 and 1.
        """
        from ..queries.runner import run_question

        self._check_whole()
        return run_question(self._store, question, parameters, min_confidence=min_confidence, evidence=evidence)

    def plot(
        self, plot: str, /, *, min_confidence: float = 0.0, width: str | None = None, **parameters: Any
    ) -> Picture:
        """Draw a figure; see `Library.plot`.

        Raises:
            StoreUnavailableError: the store cannot be reached, or holds no whole graph.
            ConfigError: no such plot, parameter or width, or `min_confidence` is not between 0 and 1.
            QueryError: a parameter of the question is missing or ill-typed.
            MissingExtraError: matplotlib is not installed.
        """
        from ..queries.plots.registry import draw

        return draw(partial(self.query, min_confidence=min_confidence), plot, parameters, width=width)

    def cypher(self, text: str, parameters: dict[str, Any] | None = None, *, write: bool = False) -> Answer:
        """Run a Cypher query of one's own; see `Library.cypher`.

        Raises:
            StoreUnavailableError: the store cannot be reached.
            QueryError: it is no query, or writes without `write`.
        """
        run = self._store.execute if write else self._store.query
        result = run(text, parameters)
        return Answer(result.columns, result.rows)

    def status(self) -> Status[StoredDocument]:
        """Documents, claims by kind, evidence, nodes and relations.

        Raises:
            StoreUnavailableError: the store cannot be reached, or holds no whole graph.
        """
        self._check_whole()
        return stored_status(self._store)

    def _check_whole(self) -> None:
        state = self._store.state()
        if state is None:
            raise StoreUnavailableError(self._where, "holds no graph of a library; `lithograph push` brings one")
        if state.startswith(UNFINISHED):
            raise StoreUnavailableError(self._where, "holds half a graph; `lithograph push` finishes what was cut off")
