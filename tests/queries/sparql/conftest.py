"""One library of the samples for all tests of questions in SPARQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lithograph.app.library import Library
from lithograph.corpus.samples import sample_paths
from lithograph.queries.answer import Answer


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("sparql") / "library") as library:
        library.ingest(list(sample_paths()))
        yield library


def asked(library: Library, question: str, **given: Any) -> Answer:
    """The rows of a question or query."""
    answer = library.sparql(question, **given)
    assert isinstance(answer, Answer)
    return answer
