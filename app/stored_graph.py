"""A graph in a store of its own, such as a Neo4j server, asked as a library is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from ..errors import StoreUnavailableError
from ..graph.stores.base import UNFINISHED, Store
from ..queries.answer import Answer

if TYPE_CHECKING:
    from ..queries.plots.picture import Picture

_DOCUMENTS = """
MATCH (p:Publication)
WHERE p.read = true
OPTIONAL MATCH (e:Evidence)-[:IN]->(p)
RETURN p.id AS id, p.file AS name, count(e.id) AS evidence
ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One document of a graph: its id, its file's name, and how many pieces of evidence it gave."""

    id: str
    name: str | None
    evidence: int


@dataclass(frozen=True, slots=True)
class StoredStatus:
    """A graph in numbers.

    Args:
        documents: papers read, sorted by id.
        claims: different claims by kind.
        evidence: pieces of evidence.
        nodes: by label.
        relations: by name.
    """

    documents: tuple[StoredDocument, ...]
    claims: Mapping[str, int]
    evidence: int
    nodes: Mapping[str, int]
    relations: Mapping[str, int]

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return asdict(self)


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

        def ask(question: str, given: Mapping[str, Any]) -> Answer:
            return self.query(question, min_confidence=min_confidence, **given)

        return draw(ask, plot, parameters, width=width)

    def cypher(self, text: str, parameters: dict[str, Any] | None = None, *, write: bool = False) -> Answer:
        """Run a Cypher query of one's own; see `Library.cypher`.

        Raises:
            StoreUnavailableError: the store cannot be reached.
            QueryError: it is no query, or writes without `write`.
        """
        run = self._store.execute if write else self._store.query
        result = run(text, parameters)
        return Answer(result.columns, result.rows)

    def status(self) -> StoredStatus:
        """Documents, claims by kind, evidence, nodes and relations.

        Raises:
            StoreUnavailableError: the store cannot be reached, or holds no whole graph.
        """
        self._check_whole()
        counts = self._store.counts()
        kinds = self._store.ask("MATCH (c:Claim) RETURN c.kind AS kind, count(*) AS n ORDER BY kind", name="status")
        documents = tuple(StoredDocument(*row) for row in self._store.ask(_DOCUMENTS, name="status").rows)
        return StoredStatus(
            documents, dict(kinds.rows), counts["nodes"]["Evidence"], counts["nodes"], counts["relations"]
        )

    def _check_whole(self) -> None:
        state = self._store.state()
        if state is None:
            raise StoreUnavailableError(self._where, "holds no graph of a library; `lithograph push` brings one")
        if state.startswith(UNFINISHED):
            raise StoreUnavailableError(self._where, "holds half a graph; `lithograph push` finishes what was cut off")
