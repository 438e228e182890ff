"""Documents written for the tests, and engines that read them with a scripted server."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from lithograph.corpus.document import Document
from lithograph.corpus.reading import read_document
from lithograph.extract.engines.llm.engine import LanguageModelEngine, open_language_model
from lithograph.ontology.claims import AnyClaim
from lithograph.tests.extract.engines.llm.chat_server import ChatServer


def paper(folder: Path, paragraphs: Iterable[str], *, references: int = 0, name: str = "paper.md") -> Document:
    """A document with these paragraphs and so many entries in its reference list."""
    listed = [f"[{n}] A. Author, B. Writer, Journal of Tests {n}, {100 + n} (2020)." for n in range(1, references + 1)]
    ending = ["## References", "\n".join(listed)] if listed else []
    path = folder / name
    path.write_text("\n\n".join(["# A paper of tests", "## Results", *paragraphs, *ending]) + "\n", encoding="utf-8")
    return read_document(path)


def engine_for(server: ChatServer, cache: Path, **options: str) -> LanguageModelEngine:
    """An engine that asks the server, and does not wait long."""
    quick = {"retry_wait": "0.001", "timeout": "5", "attempts": "3"}
    given = {"endpoint": server.endpoint, "model": "scripted", "cache": str(cache), **quick, **options}
    return open_language_model(given)


def said(claims: Sequence[AnyClaim]) -> list[str]:
    """Claims in a form that can be compared, evidence included."""
    return sorted(claim.model_dump_json() for claim in claims)
