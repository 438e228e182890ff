"""How answers look."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import MappingProxyType

import pytest

from lithograph.app import output, tables
from lithograph.errors import ConfigError

COLUMNS = ("name", "value", "note")
ROWS = [("Li6PS5Cl", 1.9, None), ("LLZO", 0.30000000000000004, "a, b"), ("[bold]x[/bold]", None, "")]


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """No terminal: a pipe or a file."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.mark.usefixtures("wide")
def test_a_table_in_a_pipe_keeps_rows_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table(COLUMNS, [("x" * 300, 1.0, "y" * 300)])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert "x" * 300 in lines[2]
    assert "y" * 300 in lines[2]


@pytest.mark.usefixtures("wide")
def test_a_table_is_free_of_markup_and_trailing_blanks(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table(COLUMNS, ROWS)
    out = capsys.readouterr().out
    assert "[bold]x[/bold]" in out
    assert all(line == line.rstrip() for line in out.splitlines())
    assert "0.3" in out
    assert "0.30000000000000004" not in out


@pytest.mark.usefixtures("wide")
def test_empty_columns_may_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table(("a", "b"), [("1", None)], keep_empty=False)
    assert "b" not in capsys.readouterr().out
    output.print_table(("a", "b"), [("1", None)])
    assert "b" in capsys.readouterr().out


@pytest.mark.usefixtures("wide")
def test_no_rows_still_show_the_columns(capsys: pytest.CaptureFixture[str]) -> None:
    output.write_rows(("a", "b"), [])
    assert capsys.readouterr().out.split()[:2] == ["a", "b"]


def test_a_narrow_terminal_gets_paragraphs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    output.print_table(("material", "sentence", "more", "claim"), [("LLZO", "one word " * 12, "", "claim:" + "0" * 32)])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "LLZO"
    assert lines[1].startswith("  sentence  one word")
    assert all(len(line) <= 40 for line in lines)
    assert "  claim     claim:0000000000" in lines
    assert not any("more" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("claim:" + "ab12" * 8, "claim:ab12ab12ab"),
        ("sha256:" + "0f" * 32, "sha256:0f0f0f0f0f0f"),
        ("material:Li6PS5Cl", "material:Li6PS5Cl"),
        ("see claim:" + "ab12" * 8 + ".", "see claim:ab12ab12ab."),
        ("claim:ab12", "claim:ab12"),
    ],
)
def test_short_ids(text: str, short: str) -> None:
    assert tables.short_ids(text) == short


def test_csv_is_exact(capsys: pytest.CaptureFixture[str]) -> None:
    output.write_rows(COLUMNS, [*ROWS, ("l", ["a", "b"], True)], output.RowFormat.CSV)
    assert capsys.readouterr().out.splitlines() == [
        "name,value,note",
        "Li6PS5Cl,1.9,",
        'LLZO,0.30000000000000004,"a, b"',
        "[bold]x[/bold],,",
        "l,a; b,yes",
    ]


def test_json_is_exact(capsys: pytest.CaptureFixture[str]) -> None:
    output.write_rows(COLUMNS, ROWS, output.RowFormat.JSON)
    assert json.loads(capsys.readouterr().out) == [dict(zip(COLUMNS, row, strict=True)) for row in ROWS]


def test_json_knows_mappings_sets_and_paths() -> None:
    value = {"m": MappingProxyType({"a": 1}), "s": frozenset({2, 1}), "p": Path("x")}
    assert json.loads(tables.json_text(value)) == {"m": {"a": 1}, "s": [1, 2], "p": "x"}
    with pytest.raises(TypeError):
        tables.json_text(object())


def test_json_for_an_ascii_terminal_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    output.write_json_lines([{"text": "25 °C"}])
    sys.stdout.flush()
    assert json.loads(raw.getvalue()) == {"text": "25 °C"}


def test_a_terminal_without_unicode_sees_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    output.prepare_streams()
    output.line("25 °C")
    sys.stdout.flush()
    assert raw.getvalue() == b"25 \\xb0C\n"


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")
    output.write_text("new °C\n", path)
    assert path.read_bytes() == "new °C\n".encode()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["missing/out.txt", "."], ids=["no such folder", "a folder"])
def test_a_file_that_cannot_be_written_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError, match="cannot be written"):
        output.write_text("x", tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_progress_is_silent_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with output.progress(["a.md", "b.md"]) as advance, output.working("asking"):
        advance()
        advance()
    assert capsys.readouterr() == ("", "")


def test_progress_is_shown_on_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with output.progress(["[a].md", "b.md"]) as advance:
        advance()
        advance()
    with output.working("asking"):
        pass
    out, err = capsys.readouterr()
    assert out == ""
    assert "[a].md" in err
    assert "asking" in err


def test_progress_of_nothing_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with output.progress([]):
        pass


def test_what_a_paper_says_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table(("a", "b"), [("one\ntwo\x1b[2J\x07", "\u2028three")])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\x07" not in out
    assert out.splitlines()[-1].split() == ["one", "two", "[2J", "three"]


def test_a_markdown_table_holds_no_markup_of_values(capsys: pytest.CaptureFixture[str]) -> None:
    output.write_rows(("a", "b"), [("x|y\n<b>", ["_p_", "`q`"])], output.RowFormat.MARKDOWN)
    assert capsys.readouterr().out == "| a | b |\n| --- | --- |\n| x\\|y &lt;b&gt; | \\_p\\_, \\`q\\` |\n"
