"""The manifest keeps documents, and changes as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lithograph.app.manifest import Entry, Manifest


def entry(name: str) -> Entry:
    return Entry(
        0, f"doi:{name}", f"{name}.md", f"/papers/{name}.md", name, "test/1", "test/1", f"{name}.gz", "{}", "read"
    )


@pytest.fixture
def manifest(tmp_path: Path) -> Iterator[Manifest]:
    manifest = Manifest(tmp_path / "library.sqlite", create=True)
    yield manifest
    manifest.close()


def test_documents_come_back_sorted(manifest: Manifest) -> None:
    with manifest.transaction():
        manifest.put(entry("b"))
        manifest.put(entry("a"))
    assert [found.id for found in manifest.entries()] == ["doi:a", "doi:b"]
    assert [found.name for found in manifest.find(content_hash="b")] == ["b.md"]
    assert [found.name for found in manifest.find(path="/papers/a.md")] == ["a.md"]
    assert manifest.find(id="doi:c") == []


def test_a_document_is_changed_in_place(manifest: Manifest) -> None:
    with manifest.transaction():
        manifest.put(entry("a"))
    (found,) = manifest.entries()
    with manifest.transaction():
        manifest.put(replace(found, content_hash="new"))
    assert [(changed.number, changed.content_hash) for changed in manifest.entries()] == [(found.number, "new")]


def test_a_transaction_that_fails_leaves_nothing(manifest: Manifest) -> None:
    def fail() -> None:
        with manifest.transaction():
            manifest.put(entry("a"))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert manifest.entries() == []


def test_states_say_what_is_to_do(manifest: Manifest) -> None:
    with manifest.transaction():
        for name in "abc":
            manifest.put(entry(name))
    first, *_ = manifest.entries()
    manifest.set_state(first.number, "assembled")
    assert len(manifest.unassembled(10)) == 2
    assert len(manifest.unassembled(1)) == 1
    manifest.reset_states()
    assert len(manifest.unassembled(10)) == 3


def test_settings_are_kept(tmp_path: Path) -> None:
    first = Manifest(tmp_path / "kept.sqlite", create=True)
    assert first.setting("graph") is None
    first.set_setting("graph", "one")
    first.set_setting("graph", "two")
    first.close()
    second = Manifest(tmp_path / "kept.sqlite", create=False)
    assert second.setting("graph") == "two"
    second.close()
