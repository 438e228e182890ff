"""Stores are entry points: the built-in ones, and one that another package brings."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from lithograph.app.cli import main
from lithograph.corpus.samples import sample_paths
from lithograph.errors import ConfigError, MissingExtraError
from lithograph.graph.stores.base import StoreAddress
from lithograph.graph.stores.ladybug import LadybugStore
from lithograph.graph.stores.opening import open_store

SHELF = '''
"""A store in a folder of one's own, which writes down what was asked of it."""

from pathlib import Path

from lithograph.graph.stores.ladybug import LadybugStore


class ShelfStore(LadybugStore):
    def __init__(self, folder):
        folder.mkdir(exist_ok=True)
        super().__init__(folder / "graph.lbug")
        self._diary = folder / "diary.txt"

    def query(self, text, parameters=None, *, name="cypher"):
        with self._diary.open("a", encoding="utf-8") as diary:
            diary.write(f"{name}\\n")
        return super().query(text, parameters, name=name)


def open_shelf(address):
    return ShelfStore(Path(address.uri.partition("://")[2]))
'''
"""A module of another package: a store that keeps its graph as ours does, and does something more."""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another package, as pip leaves it: its module, and its entry points in its metadata."""
    site = tmp_path / "site"
    metadata = site / "shelf-1.0.dist-info"
    metadata.mkdir(parents=True)
    (site / "shelf_store.py").write_text(SHELF, encoding="utf-8")
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: shelf\nVersion: 1.0\n", encoding="utf-8")
    points = "[lithograph.stores]\nshelf = shelf_store:open_shelf\nlost = no_such_package:open_it\n"
    (metadata / "entry_points.txt").write_text(points, encoding="utf-8")
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.chdir(tmp_path)


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    monkeypatch.setattr(sys, "argv", ["lithograph", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert not ended.value.code, capsys.readouterr().err
    return capsys.readouterr().out


def test_the_stores_are_those_of_the_entry_points() -> None:
    assert {entry.name for entry in entry_points(group="lithograph.stores")} >= {"bolt", "ladybug", "neo4j"}


def test_a_file_of_the_embedded_store_is_a_store(tmp_path: Path) -> None:
    store = open_store(StoreAddress(f"ladybug://{tmp_path}/other.lbug"))
    store.load([], state="one")
    assert isinstance(store, LadybugStore)
    assert (tmp_path / "other.lbug").exists()


@pytest.mark.usefixtures("installed")
def test_another_packages_store_is_pushed_to_and_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, capsys, "ingest", str(sample_paths()[0]))
    at = ("--store", f"shelf://{tmp_path}/shelf")
    run(monkeypatch, capsys, "push", *at)
    question = ("query", "documents", "--format", "csv")
    assert run(monkeypatch, capsys, *question, *at) == run(monkeypatch, capsys, *question)
    assert "documents" in (tmp_path / "shelf" / "diary.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.usefixtures("installed")
def test_a_store_whose_package_is_missing_says_so() -> None:
    with pytest.raises(MissingExtraError, match="lost://"):
        open_store(StoreAddress("lost://here"))


def test_an_unknown_scheme_names_those_that_are_known() -> None:
    with pytest.raises(ConfigError, match=r"bolt://, ladybug://, neo4j://"):
        open_store(StoreAddress("gopher://here"))
