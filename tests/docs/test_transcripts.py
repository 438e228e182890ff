"""What README and the pages of docs/ show is what happens: every command and every Python line is run.

A fenced block `console` holds commands after `$ ` and what they print; a block `python` holds lines after `>>> `. The
blocks of a page run one after the other in one folder that holds `corpus/samples`. A line `…` stands for any lines.
`make docs` writes what is printed into the pages.
"""

from __future__ import annotations

import ast
import contextlib
import io
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import lithograph
from lithograph.app.cli import main

ROOT = Path(lithograph.__file__).parent

PAGES = (
    "README.md",
    "docs/concepts.md",
    "docs/tutorial.md",
    "docs/python.md",
    "docs/evaluation.md",
    "docs/analysis.md",
    "docs/linked-data.md",
)

BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

WIDTH = "110"
"""Columns of the terminal on which the transcripts were made."""

ANY = "…"


@dataclass
class Step:
    """One thing that is typed, as the page has it, and what the page says it prints."""

    typed: str
    source: str
    printed: list[str]


def console_steps(text: str) -> Iterator[Step]:
    step: Step | None = None
    for line in text.splitlines():
        if line.startswith("$ "):
            if step:
                yield step
            step = Step(line, line.removeprefix("$ "), [])
        elif step:
            if has_open_quotes(step.source):
                step.typed += "\n" + line
                step.source += "\n" + line
            else:
                step.printed.append(line)
    if step:
        yield step


def has_open_quotes(source: str) -> bool:
    try:
        shlex.split(source)
    except ValueError:
        return True
    return False


def python_steps(text: str) -> Iterator[Step]:
    step: Step | None = None
    for line in text.splitlines():
        if line.startswith(">>> "):
            if step:
                yield step
            step = Step(line, line[4:], [])
        elif step and line.startswith("..."):
            step.typed += "\n" + line
            step.source += "\n" + line[4:]
        elif step:
            step.printed.append(line)
    if step:
        yield step


def run_console(source: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words = [
        word
        for part in shlex.split(source)
        for word in (sorted(map(str, Path().glob(part))) if "*" in part else [part])
    ]
    assert words[0] == "lithograph", (
        f"a console block runs lithograph only; put other commands into a `sh` block: {source}"
    )
    monkeypatch.setattr(sys, "argv", words)
    printed, told = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(told), contextlib.suppress(SystemExit):
        main()
    return [line.rstrip() for line in (printed.getvalue() + told.getvalue()).splitlines()]


def run_python(source: str, names: dict[str, Any]) -> list[str]:
    printed = io.StringIO()
    tree = ast.parse(source)
    with contextlib.redirect_stdout(printed):
        for node in tree.body:
            if isinstance(node, ast.Expr):
                value = eval(compile(ast.Expression(node.value), "page", "eval"), names)
                if value is not None:
                    printed.write(f"{value!r}\n")
            else:
                exec(compile(ast.Module([node], []), "page", "exec"), names)
    return [line.rstrip() for line in printed.getvalue().splitlines()]


def agrees(shown: list[str], printed: list[str]) -> bool:
    """The page shows what was printed, apart from lines that it leaves out."""
    shown = [line for line in shown if line.strip()]
    pattern = "".join(r"(?:.*\n)*" if line.strip() == ANY else re.escape(line.rstrip()) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed if line.strip())) is not None


def shortened(shown: list[str], printed: list[str]) -> list[str]:
    """What was printed, with as many lines before and after a `…` as the page had."""
    shown = list(shown)
    while shown and not shown[-1].strip():
        shown.pop()
    marks = [index for index, line in enumerate(shown) if line.strip() == ANY]
    if not marks:
        return printed
    first, last = marks[0], len(shown) - 1 - marks[-1]
    if first + last >= len(printed):
        return printed
    return [*printed[:first], shown[marks[0]], *printed[len(printed) - last :]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a person has it who has just cloned the project."""
    shutil.copytree(
        ROOT / "corpus" / "samples", tmp_path / "corpus" / "samples", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(ROOT / "docs" / "linked-data", tmp_path / "docs" / "linked-data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", WIDTH)
    monkeypatch.delenv("LITHOGRAPH_LIBRARY", raising=False)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", PAGES)
def test_page_shows_what_happens(page: str, monkeypatch: pytest.MonkeyPatch, update_golden: bool) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    wrong: list[str] = []

    def rewritten(block: re.Match[str]) -> str:
        steps = (console_steps if block[1] == "console" else python_steps)(block[2])
        lines = []
        for step in steps:
            printed = run_console(step.source, monkeypatch) if block[1] == "console" else run_python(step.source, names)
            if not agrees(step.printed, printed):
                wrong.append("\n".join([step.typed, "--- the page shows", *step.printed, "--- it prints", *printed]))
            lines += [step.typed, *shortened(step.printed, printed)]
        return "\n".join([f"```{block[1]}", *lines, "```"])

    new = BLOCK.sub(rewritten, text)
    if update_golden:
        (ROOT / page).write_text(new, encoding="utf-8")
    else:
        assert not wrong, "\n\n".join([f"{page}: run `make docs`", *wrong])
