"""Options of engines come from the command line, else from a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from lithograph.app.cli_engines import engine_options
from lithograph.app.engine_file import kept_options
from lithograph.errors import ConfigError


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "engines.yaml"
    monkeypatch.setenv("LITHOGRAPH_ENGINES", str(path))
    return path


def test_options_are_kept_in_a_file(file: Path) -> None:
    file.write_text("llm:\n  model: small\n  attempts: 3\n  estimate_only: yes\nother: {}\n", encoding="utf-8")
    kept = {"llm": {"model": "small", "attempts": "3", "estimate_only": "yes"}, "other": {}}
    assert kept_options() == kept
    assert engine_options(None, ["rules", "llm"]) == kept
    typed = engine_options(["llm.model=large"], ["llm"])
    assert typed["llm"] == {"model": "large", "attempts": "3", "estimate_only": "yes"}


def test_no_file_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert kept_options({}) == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (None, "is not there"),
        ("llm: [", "is not YAML"),
        ("- llm", "is not a mapping of engines to their options"),
        ("llm: small", "llm is not a mapping of options to values"),
        ("llm: {model: [a, b]}", "llm.model is not one value"),
    ],
)
def test_a_wrong_file_is_told(file: Path, text: str | None, reason: str) -> None:
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=reason):
        kept_options()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (["llm.model"], "is not ENGINE.OPTION=VALUE"),
        (["model=small"], "is not ENGINE.OPTION=VALUE"),
        (["llm.model=a", "llm.model=b"], "is given twice"),
        (["other.model=a"], "is for an engine that is not named; add --engine other"),
    ],
)
def test_wrong_options_are_told(typed: list[str], reason: str) -> None:
    with pytest.raises(ConfigError, match=reason):
        engine_options(typed, ["llm"])
