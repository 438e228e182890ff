"""A library on disk: papers go in, an evidenced graph comes out.

The directory holds `library.sqlite` (the manifest and the ledger), `claims/` (one file a document: the truth) and
`graph.lbug` (derived from it). What was ingested is in the library when `ingest` returns; how the graph follows is
told in `library_files`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..graph.ledger import Ledger
from ..graph.stores.base import Store
from ..graph.synchronise import push, pushed_prefix
from ..ontology.confidence import check_confidence
from ..ontology.model import DocumentClaims
from ..queries.answer import Answer
from .exporting import (
    LINKED_DATA,
    NEO4J_ADMIN,
    check_format,
    checked_time,
    chosen_ledger,
    write_admin_export,
    write_export,
    write_linked_data,
)
from .ingest import IngestEntry, IngestReport, ingest_one, load_all
from .library_files import LibraryFiles
from .manifest import Entry
from .shown import ShownClaim, show_claim
from .status import DocumentFinding, DocumentStatus, Status, document_findings, library_status

if TYPE_CHECKING:
    import networkx as nx

    from ..extract.engines.running import EngineReport
    from ..queries.plots.picture import Picture
    from ..queries.sparql.asking import Triples


class Library:
    """A library of papers.

    Args:
        path: of the directory.
        create: make it where it is missing or empty.

    Raises:
        LibraryCorruptError: the directory is not a library, is damaged, or was written by a newer version.

    Example:
        >>> import tempfile
        >>> with Library(Path(tempfile.mkdtemp()) / "library") as library:
        ...     len(library.status().documents)
        0
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self.path = Path(path)
        self._files = LibraryFiles(self.path, create=create)

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the library's files."""
        self._files.manifest.close()

    def ingest(
        self,
        papers: str | Path | DocumentClaims | Iterable[str | Path | DocumentClaims],
        *,
        engines: Sequence[str] | None = None,
        options: Mapping[str, Mapping[str, str]] | None = None,
        progress: Callable[[IngestEntry], None] | None = None,
        reported: Callable[[EngineReport], None] | None = None,
    ) -> IngestReport:
        """Read papers into the library; one that cannot be read does not stop the others.

        A file whose content is there already changes nothing, unless other engines or versions read it; a changed
        file takes the place of the older one.

        Args:
            papers: one file or several; also claims that something else than an engine made of a paper.
            engines: names of installed engines, such as `["rules", "chemdataextractor"]`. The library keeps them, with
                their options, for the next time that none are named; an engine that opens connections has to be named
                each time. The rules in a new library.
            options: engine name to its options.
            progress: called after each file.
            reported: called after each engine that read a file.

        Raises:
            LibraryLockedError: another process is writing.
            ConfigError: no such engine or option.
            EngineError: an engine cannot run here.
        """
        from .engine_choice import choose, keep_choice, open_choice

        given = [papers] if isinstance(papers, str | Path | DocumentClaims) else list(papers)
        entries: list[IngestEntry] = []
        with self._files.manifest.errors():
            choice = choose(self._files.manifest, engines, options)
        with self._files.writing(), open_choice(choice) as opened:
            keep_choice(self._files.manifest, choice)
            for item in given:
                entry = ingest_one(
                    Path(item) if isinstance(item, str) else item,
                    manifest=self._files.manifest,
                    ledger=self._files.ledger,
                    claims_folder=self._files.claims_folder,
                    engines=opened,
                    reported=reported,
                )
                entries.append(entry)
                if progress is not None:
                    progress(entry)
        return IngestReport(tuple(entries))

    def remove(self, document: str) -> str:
        """Take a document out, and what no other evidence supports.

        Args:
            document: its id, DOI, file name, path or the beginning of its id.

        Returns:
            The id of the document that went.

        Raises:
            NotInLibraryError: there is none, or there are several.
            LibraryLockedError: another process is writing.
        """
        with self._files.writing():
            entry = self._files.manifest.meant(document)
            with self._files.manifest.transaction():
                self._files.ledger.put(entry.number, ())
                self._files.manifest.delete(entry.number)
            (self._files.claims_folder / entry.claims_file).unlink(missing_ok=True)
        return entry.id

    def rebuild(self) -> None:
        """Build ledger and graph again from the claims, without reading a paper.

        Raises:
            LibraryCorruptError: a claims file is damaged.
            LibraryLockedError: another process is writing.
        """
        self._files.rebuild()

    def refresh(self) -> None:
        """Bring the graph up to date; `query`, `cypher`, `status`, `show` and `export` do so themselves.

        Raises:
            LibraryLockedError: another process is writing.
        """
        self._files.refresh()

    def status(self) -> Status[DocumentStatus]:
        """Documents, claims by kind, evidence, nodes and relations."""
        with self._files.reading():
            return library_status(self._files.manifest, self._files.store)

    def findings(self) -> list[DocumentFinding]:
        """What could not be read, or only in part, in every document."""
        return document_findings(self._files.manifest, self._files.claims_folder)

    def query(
        self, question: str, /, *, min_confidence: float = 0.0, evidence: bool = False, **parameters: Any
    ) -> Answer:
        """Ask a question of the catalogue.

        Args:
            question: its name; see `lithograph.queries.catalogue.catalogue()`.
            min_confidence: what rests on claims below it, from 0 to 1, is left out.
            evidence: give a row for each sentence that states a claim of a row, with its DOI and place.
            parameters: by name; those with a default may be left out.

        Raises:
            QueryError: no such question; a parameter is missing, unknown or ill-typed; evidence is wanted of rows that
                name no claims.
            ConfigError: `min_confidence` is not between 0 and 1.
        """
        from ..queries.runner import run_question

        with self._files.reading():
            return run_question(
                self._files.store, question, parameters, min_confidence=min_confidence, evidence=evidence
            )

    def plot(
        self, plot: str, /, *, min_confidence: float = 0.0, width: str | None = None, **parameters: Any
    ) -> Picture:
        """Draw a figure; `save` of what it gives writes SVG, PNG or a page with the sources.

        Args:
            plot: its name; see `lithograph.queries.plots.registry.plots()`.
            min_confidence: what rests on claims below it, from 0 to 1, is left out.
            width: `single` (85 mm) or `double` (170 mm); the plot's own where none is given.
            parameters: by name, of the plot and of the question that it asks.

        Raises:
            ConfigError: no such plot, parameter or width, or `min_confidence` is not between 0 and 1.
            QueryError: a parameter of the question is missing or ill-typed.
            MissingExtraError: matplotlib is not installed.
        """
        from ..queries.plots.registry import draw

        return draw(partial(self.query, min_confidence=min_confidence), plot, parameters, width=width)

    def cypher(self, text: str, parameters: dict[str, Any] | None = None, *, write: bool = False) -> Answer:
        """Run a Cypher query of one's own; what it writes lasts until the graph is built again.

        Raises:
            QueryError: it is no query, or writes without `write`.
        """
        if not write:
            with self._files.reading():
                result = self._files.store.query(text, parameters)
        else:
            with self._files.changing_graph():
                result = self._files.store.execute(text, parameters)
        return Answer(result.columns, result.rows)

    def sparql(
        self, question: str, /, *, min_confidence: float = 0.0, timeout_s: float = 60.0, **parameters: Any
    ) -> Answer | Triples:
        """Ask the library as linked data: a question of the catalogue in SPARQL, or a query of one's own that reads.

        See `lithograph.queries.sparql.runner` for both; a parameter of one's own query is `lithograph:given("name")`.

        Raises:
            QueryError: no such question, no SPARQL, a query that would write or ask elsewhere, or it takes too long.
            ConfigError: `min_confidence` is not between 0 and 1, or is asked of a query of one's own.
        """
        from ..graph.rdf.statements import statements
        from ..graph.rdf.writing import quads
        from ..queries.sparql.runner import run
        from ..queries.sparql.store import open_triples

        with self._chosen(0.0) as (ledger, entries):
            state = str(self._files.manifest.setting("graph"))
            everything = quads(statements(ledger, self._files.bundles(entries)))
            triples = open_triples(self.path, state=state, quads=everything, lock=self._files.writing)
        limits = {"min_confidence": min_confidence, "timeout_s": timeout_s}
        with self._files.reading():
            return run(triples, self._files.store, question, parameters, **limits)

    def push(self, store: Store, *, replace: bool = False) -> None:
        """Bring the graph into another store, such as a Neo4j server; only what differs is written.

        Args:
            store: as `lithograph.graph.stores.opening.open_store` gives it.
            replace: the graph of another library, if there is one, may go.

        Raises:
            StoreError: it cannot be reached or written; the next push finishes what this one began.
            ConfigError: it holds the graph of another library.
            LibraryLockedError: another process is writing.
        """
        self._files.refresh()
        with self._files.writing(wait=True), self._files.manifest.errors():
            push(self._files.ledger, store, library=self._files.id(), replace=replace)

    def show(self, claim: str) -> ShownClaim:
        """One claim with all of its evidence.

        Args:
            claim: its id, or the beginning of it, with or without `claim:`.

        Raises:
            NotInLibraryError: there is none, or there are several.
        """
        self._files.refresh()
        with self._files.manifest.errors():
            return show_claim(self._files.ledger, claim)

    def export(
        self,
        format: str,
        file: str | Path,
        *,
        min_confidence: float = 0.0,
        documents: Iterable[str] = (),
        since: str | None = None,
        quotes: bool = True,
        profile: str = "full",
    ) -> Path:
        """Write the graph to a file, the same bytes for the same documents.

        Args:
            format: `trig`, `nquads`, `jsonld`, `jsonld-framed`, `turtle` or `ntriples` (linked data), `graphml`, `json`
                (node-link), or `neo4j-admin`, which is a folder of files.
            file: to be written; an existing one is replaced when the new one is complete.
            min_confidence: claims below it, from 0 to 1, are left out with their evidence and what only they support.
            documents: only what these say, each named as for `remove`; all where none is named.
            since: only what documents say that were read at this day or later, or at this time of a day in UTC.
            quotes: whether linked data quotes the beginnings of sentences.
            profile: of linked data: `full`, or `schema.org` for its words alone.

        Raises:
            ConfigError: no such format, the file cannot be written, `since` is no time, or `min_confidence` is not
                between 0 and 1.
            NotInLibraryError: there is no such document, or there are several.
        """
        check_format(format, quotes=quotes, profile=profile)
        with self._chosen(min_confidence, documents, since) as (ledger, entries):
            if format == NEO4J_ADMIN:
                write_admin_export(ledger, Path(file), state=pushed_prefix(self._files.id()))
            elif format in LINKED_DATA:
                bundles = self._files.bundles(entries)
                write_linked_data(ledger, bundles, format, Path(file), quotes=quotes, profile=profile)
            else:
                write_export(ledger, format, Path(file))
        return Path(file)

    def load(self, file: str | Path) -> IngestReport:
        """Take in an export of linked data: its documents with all that they state, or nothing if anything is wrong.

        A document that is there with the same content changes nothing; another version of it takes the place of the
        older one.

        Args:
            file: of `export("trig", …)` or another format of linked data.

        Raises:
            DocumentParseError: the file is no export, is truncated, or was changed.
            UnsupportedFormatError: its name ends like no format of linked data.
            LibraryLockedError: another process is writing.
        """
        from ..graph.rdf.reading import loaded

        folder = self._files.claims_folder
        with self._files.writing(), loaded(Path(file)) as bundles:
            try:
                entries = load_all(
                    bundles, manifest=self._files.manifest, ledger=self._files.ledger, claims_folder=folder
                )
            except BaseException:
                self._files.sweep()
                raise
        return IngestReport(tuple(entries))

    def to_networkx(self, *, min_confidence: float = 0.0) -> nx.MultiDiGraph:
        """The graph for NetworkX: node ids as keys, `label` and the properties as attributes.

        Args:
            min_confidence: as for `export`.

        Raises:
            ConfigError: `min_confidence` is not between 0 and 1.
        """
        from ..graph.exports import to_networkx

        with self._chosen(min_confidence) as (ledger, _):
            return to_networkx(ledger)

    @contextmanager
    def _chosen(
        self, min_confidence: float, documents: Iterable[str] = (), since: str | None = None
    ) -> Iterator[tuple[Ledger, list[Entry]]]:
        """The ledger as it is, or as it would be of some documents and of claims that are sure enough."""
        least = check_confidence(min_confidence)
        self._files.refresh()
        with self._files.manifest.errors():
            everything = self._files.manifest.entries()
            named = {self._files.manifest.meant(document).id for document in documents}
            chosen = [entry for entry in everything if not named or entry.id in named]
            if since is not None:
                late = self._files.manifest.ingested_since(checked_time(since))
                chosen = [entry for entry in chosen if entry.id in late]
            if not least and len(chosen) == len(everything):
                yield self._files.ledger, chosen
                return
            with chosen_ledger(self._files.ledger, self._files.bundles(chosen), min_confidence=least) as ledger:
                yield ledger, chosen
