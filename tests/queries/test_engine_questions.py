"""What engines read differently, and what only one of them says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from lithograph.app.library import Library
from lithograph.corpus.samples import sample_paths
from lithograph.graph.stores.neo4j import Neo4jStore
from lithograph.queries.runner import run_question
from lithograph.tests.conftest import TestServer
from lithograph.tests.extract.engines import made_engines

NOTE = """# A note

The ionic conductivity of Li6PS5Cl is 2.4 mS cm-1. The ionic conductivity of Li3PS4 is 0.5 mS cm-1.

Li7P3S11 suffers from dendrite growth.
"""
QUESTIONS = ("one-engine", "engines-differ")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A note and a sample that the rules and another engine read, and one that the rules alone read."""
    folder = tmp_path_factory.mktemp("engines")
    (folder / "note.md").write_text(NOTE, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        made_engines.install(patched, folder, shifting=f"{made_engines.HOME}:open_shifting")
        with Library(folder / "library") as library:
            library.ingest(sample_paths()[0], engines=["rules"])
            library.ingest([folder / "note.md", sample_paths()[1]], engines=["rules", "shifting"])
            yield library


def test_what_only_one_engine_says(library: Library) -> None:
    found = [row for row in library.query("one-engine") if row["paper"] == "note.md"]
    assert [(row["engine"], row["statement"]) for row in found] == [
        ("rules/1", "Li3PS4 ionic_conductivity 0.5 mS/cm"),
        ("rules/1", "Li7P3S11 suffers from dendrite_growth"),
        ("shifting/1", "LLZO ionic_conductivity 0.5 mS/cm"),
    ]
    named = library.query("one-engine", engine="shifting", kind="property")
    assert {row["engine"] for row in named} == {"shifting/1"}
    assert {row["paper"] for row in library.query("one-engine")} == {"note.md", sample_paths()[1].name}


def test_what_engines_read_differently(library: Library) -> None:
    (row,) = [row for row in library.query("engines-differ") if row["paper"] == "note.md"]
    assert (row["engine"], row["other_engine"], row["line"]) == ("rules/1", "shifting/1", 3)
    assert row["statement"] != row["other_statement"]
    assert row["sentence"] == "The ionic conductivity of Li3PS4 is 0.5 mS cm-1."
    assert library.query("engines-differ", property="ionic_conductivity")[:1]
    assert not library.query("engines-differ", property="thickness", min_confidence=1.0)


@pytest.mark.neo4j
def test_both_stores_give_the_same_rows(library: Library, neo4j_server: TestServer) -> None:
    with closing(Neo4jStore(neo4j_server.address)) as store:
        store.wipe()
        library.push(store)
        try:
            for name in QUESTIONS:
                ours = library.query(name)
                assert ours
                assert run_question(store, name, {}) == ours
        finally:
            store.wipe()
