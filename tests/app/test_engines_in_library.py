"""A library keeps the engines that were named, and reads papers again where others are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lithograph.app.library import Library
from lithograph.errors import ConfigError
from lithograph.extract.engine import PIPELINE
from lithograph.tests.extract.engines import made_engines

BOTH = f"{PIPELINE}+echo/1"


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    factories = {name: f"{made_engines.HOME}:open_{name}" for name in ("echo", "refusing", "sending")}
    made_engines.install(monkeypatch, tmp_path, **factories)
    path = tmp_path / "note.md"
    path.write_text("# A note\n\nLLZO suffers from dendrite growth.\n", encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library") as library:
        yield library


def ingested(library: Library, paper: Path, *engines: str, **options: dict[str, str]) -> tuple[str, str]:
    """What became of the paper, and which engines the library says have read it."""
    (entry,) = library.ingest(paper, engines=engines or None, options=options).entries
    (document,) = library.status().documents
    return entry.status, document.pipeline


def test_engines_are_kept_for_the_next_time(library: Library, paper: Path) -> None:
    assert ingested(library, paper) == ("added", PIPELINE)
    assert ingested(library, paper, "rules", "echo") == ("replaced", BOTH)
    assert ingested(library, paper) == ("unchanged", BOTH)
    assert ingested(library, paper, "echo", "rules") == ("unchanged", BOTH)
    paper.write_text("# A note\n\nLLZO suffers from dendrite growth, as LLZTO does.\n", encoding="utf-8")
    assert ingested(library, paper) == ("replaced", BOTH)
    assert ingested(library, paper, "rules") == ("replaced", PIPELINE)
    assert ingested(library, paper) == ("unchanged", PIPELINE)


def test_options_are_kept_with_them(library: Library, paper: Path) -> None:
    ingested(library, paper, "rules", "echo", echo={"confidence": "0.25"})
    paper.write_text("# Another\n\nLLZO: dendrite growth.\n", encoding="utf-8")
    ingested(library, paper)
    answer = library.cypher("MATCH (e:Evidence) WHERE e.engine = 'echo/1' RETURN DISTINCT e.confidence AS confidence")
    assert [row["confidence"] for row in answer] == [0.25]


def test_a_failed_engine_reads_the_paper_the_next_time(library: Library, paper: Path) -> None:
    assert ingested(library, paper, "rules", "refusing") == ("added", PIPELINE)
    assert ingested(library, paper) == ("replaced", PIPELINE)
    assert ingested(library, paper, "rules") == ("unchanged", PIPELINE)


def test_nothing_is_sent_unless_it_is_said_so_now(library: Library, paper: Path) -> None:
    assert ingested(library, paper, "rules", "sending") == ("added", f"{PIPELINE}+sending/1")
    with pytest.raises(ConfigError, match=r"sending sends text to a server.*--engine rules,sending"):
        library.ingest(paper)


def test_a_wrong_engine_changes_nothing(library: Library, paper: Path) -> None:
    with pytest.raises(ConfigError, match="no engine 'nobody'"):
        library.ingest(paper, engines=["rules", "nobody"])
    assert not library.status().documents
    assert ingested(library, paper) == ("added", PIPELINE)
