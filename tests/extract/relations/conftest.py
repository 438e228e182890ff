"""What tests of single relations share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.extract.facts import Fact, iter_facts

FactsOf = Callable[..., list[Fact]]


@pytest.fixture(scope="session")
def facts_of() -> FactsOf:
    """The facts of one type that a text gives, under a heading of its own."""

    def read(text: str, kind: str, heading: str = "A note") -> list[Fact]:
        document = read_text(f"# {heading}\n\n{text}\n", name="note.md")
        return [fact for fact in iter_facts(extract_document(document).claims) if fact["type"] == kind]

    return read
