"""Engines that are installed for a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from lithograph.corpus.document import Document
from lithograph.corpus.reading import read_text
from lithograph.tests.extract.engines import made_engines

NAMES = tuple(name.removeprefix("open_") for name in vars(made_engines) if name.startswith("open_"))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """All of the made engines are installed, and one whose module is missing."""
    factories = {name: f"{made_engines.HOME}:open_{name}" for name in NAMES}
    made_engines.install(monkeypatch, tmp_path, **factories, gone="no_such_module:open_gone")


@pytest.fixture(scope="session")
def note() -> Document:
    """A short paper."""
    text = "# A note\n\nLLZO suffers from dendrite growth. Its conductivity is 0.4 mS/cm at 25 °C.\n"
    return read_text(text, name="note.md")
