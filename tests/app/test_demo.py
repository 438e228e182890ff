"""The demonstration leaves what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from lithograph.app.demo import demonstrate
from lithograph.corpus.samples import sample_paths


def test_demonstration_shows_evidence_and_writes_linked_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    for _ in range(2):  # a second run starts afresh
        demonstrate(tmp_path / "out")
    out = capsys.readouterr().out
    assert out.count("added") == 2 * len(sample_paths())
    assert "https://doi.org/" in out
    assert "characters" in out
    assert (tmp_path / "out" / "demo.ttl").stat().st_size > 10_000
