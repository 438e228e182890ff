"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from lithograph.whole_files import replacing


def test_a_file_is_replaced_when_the_block_is_done(tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    path.write_text("old")
    with replacing(path) as partial:
        partial.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_block_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    path.write_text("old")
    with pytest.raises(TypeError), replacing(path) as partial, partial.open("w") as file:
        file.writelines(["half", None])  # type: ignore[list-item]
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError, match="Is a directory"), replacing(tmp_path):
        pytest.fail("nothing is to be written")
    assert tmp_path.is_dir()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "missing" / "answer.txt") as partial:
        partial.write_text("new")
