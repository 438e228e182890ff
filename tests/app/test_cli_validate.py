"""`lithograph validate` on the command line."""

from __future__ import annotations

import builtins
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from lithograph.app.cli import main

FINDING = """
<https://w3id.org/lithograph/document/a> a <https://w3id.org/lithograph/Document> ;
    <https://w3id.org/lithograph/documentId> "a" ;
    <https://w3id.org/lithograph/fileName> "paper.md", "other.md" ;
    <https://w3id.org/lithograph/contentHash> "0" ;
    <https://w3id.org/lithograph/reader> "test/1" ;
    <https://w3id.org/lithograph/pipeline> "test/1" ;
    <https://w3id.org/lithograph/metadata> <https://w3id.org/lithograph/document/a/metadata> .
<https://w3id.org/lithograph/document/a/metadata> a <https://w3id.org/lithograph/DocumentMetadata> .
"""


def run(*arguments: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["lithograph", "validate", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    pytest.importorskip("pyshacl", reason="pySHACL, which checks shapes, is not installed")
    path = tmp_path / "broken.ttl"
    path.write_text(FINDING, encoding="utf-8")
    return str(path)


def test_a_finding_is_a_line_and_the_exit_code(
    broken: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(broken, monkeypatch=monkeypatch) == 1
    out, err = capsys.readouterr()
    assert "file name stands more often than it may; expected exactly one text" in out
    assert "broken.ttl: 1 finding" in err


def test_json_has_every_finding(
    broken: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(broken, "--json", monkeypatch=monkeypatch) == 1
    (finding,) = json.loads(capsys.readouterr().out)
    assert finding["subject"] == "https://w3id.org/lithograph/document/a"
    assert set(finding) == {"document", "claim", "statement", "subject", "wrong", "expected"}


def test_a_good_file_ends_well(
    broken: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(broken).write_text(FINDING.replace(', "other.md"', ""), encoding="utf-8")
    assert run(broken, monkeypatch=monkeypatch) == 0
    assert "no findings" in capsys.readouterr().err


def test_what_is_missing_is_one_line(
    broken: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    imported = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "pyshacl":
            raise ImportError(name)
        return imported(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    assert run(broken, monkeypatch=monkeypatch) == 1
    assert "needs pySHACL: pip install 'lithograph[validate]'" in capsys.readouterr().err
