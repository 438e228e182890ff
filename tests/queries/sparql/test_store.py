"""The store of triples: built once for a state of the graph, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from lithograph.app.library import Library
from lithograph.corpus.samples import sample_paths
from lithograph.queries.sparql.store import open_triples, remove_triples
from lithograph.tests.queries.sparql.conftest import asked

CLAIMS = "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a lithograph:Claim }"


def quads(number: int) -> Iterator[Quad]:
    yield from (Quad(NamedNode("a:s"), NamedNode("a:p"), Literal(index)) for index in range(number))


def stored(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_a_store_is_built_once_for_a_state(tmp_path: Path) -> None:
    assert len(open_triples(tmp_path, state="one", quads=quads(3))) == 3
    (first,) = stored(tmp_path)
    assert len(open_triples(tmp_path, state="one", quads=quads(9))) == 3
    assert len(open_triples(tmp_path, state="two", quads=quads(5))) == 5
    assert stored(tmp_path) != [first]
    assert len(stored(tmp_path)) == 1
    remove_triples(tmp_path)
    assert stored(tmp_path) == []


def test_what_was_cut_off_is_no_store(tmp_path: Path) -> None:
    def breaks() -> Iterator[Quad]:
        yield from quads(2)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_triples(tmp_path, state="one", quads=breaks())
    assert len(open_triples(tmp_path, state="one", quads=quads(4))) == 4
    assert len(stored(tmp_path)) == 1


def test_a_damaged_store_is_built_again(tmp_path: Path) -> None:
    open_triples(tmp_path, state="one", quads=quads(2))
    (stored(tmp_path)[0] / "CURRENT").unlink()
    assert len(open_triples(tmp_path, state="one", quads=quads(2))) == 2


def test_it_follows_the_library(tmp_path: Path) -> None:
    first, second, *_ = sample_paths()
    with Library(tmp_path / "library") as library:
        counts = []
        for change in (
            lambda: library.ingest(first),
            lambda: library.ingest(second),
            lambda: library.remove(second.name),
        ):
            change()
            counts.append(asked(library, CLAIMS)[0]["n"])
            assert counts[-1] == sum(library.status().claims.values())
        assert counts[0] == counts[2] < counts[1]
        (before,) = library.path.glob("triples-*")
        library.rebuild()
        assert asked(library, CLAIMS)[0]["n"] == counts[0]
        assert list(library.path.glob("triples-*")) != [before]


def test_an_empty_library_answers(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        assert asked(library, CLAIMS)[0]["n"] == 0
