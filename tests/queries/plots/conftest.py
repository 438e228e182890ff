"""Libraries to draw from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lithograph.app.library import Library
from lithograph.corpus.samples import sample_paths


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of the sample papers; tests only read it."""
    with Library(tmp_path_factory.mktemp("plots") / "samples") as library:
        library.ingest(list(sample_paths()))
        library.refresh()
        yield library


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library that holds nothing."""
    with Library(tmp_path_factory.mktemp("plots") / "empty") as library:
        library.refresh()
        yield library
