"""Every command, question, error and make target that the pages name exists, and those that exist are documented."""

from __future__ import annotations

import re
import shlex
from functools import cache
from pathlib import Path

import pytest

import lithograph
from lithograph.app.cli import COMMANDS
from lithograph.app.cli import lithograph as program
from lithograph.app.cli_page import PAGE, cli_page, parameters
from lithograph.queries.catalogue import catalogue

ROOT = Path(lithograph.__file__).parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "corpus" / "samples" / "README.md"])
LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)(?:#[^)\s]*)?\)")
"""Matches `](docs/cli.md#query)`, not `](https://example.org)`."""

COMMAND = re.compile(r"""^(?:\$ )?(lithograph (?:'[^']*'|"[^"]*"|[^'"`\n|>])*)""", re.MULTILINE)
"""Matches `$ lithograph status` at the start of a line, up to a pipe or a redirection."""

SPAN = re.compile(r"`(lithograph [^`\n]+)`")
"""Matches a command in a code span."""

CODE = re.compile(r"^```\w*\n.*?^```$", re.MULTILINE | re.DOTALL)


def written(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@cache
def spellings() -> dict[str, set[str]]:
    """The options of each command, those of the program among them."""
    shared = {"--help", "-h", *options(program)}
    return {function.__name__: shared | options(function) for function, _ in COMMANDS}


def options(function: object) -> set[str]:
    return {word for p in parameters(function) for word in re.findall(r"(?<!\S)-{1,2}[\w-]+", p.spelled)}  # type: ignore[arg-type]


def commands_in(text: str) -> set[str]:
    shown = {match for block in CODE.findall(text) for match in COMMAND.findall(block)}
    return shown | set(SPAN.findall(CODE.sub("", text)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    dead = [target for target in LINK.findall(CODE.sub("", written(page))) if not (page.parent / target).exists()]
    assert not dead


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_exist(page: Path) -> None:
    for text in commands_in(written(page)):
        words = shlex.split(text, comments=True)[1:]
        known = [word for word in words if word in spellings()]
        if words and words[0][0] not in "-[":
            assert words[0] in spellings(), text
        if known:
            unknown = [
                word for word in words if re.fullmatch(r"--?[a-z][\w-]*", word) and word not in spellings()[known[0]]
            ]
            assert not unknown, text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_make_targets_exist(page: Path) -> None:
    makefile = ROOT / "Makefile"
    targets = set(re.findall(r"^([a-z]+):", written(makefile), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)", written(page))) | set(
        re.findall(r"^make ([a-z]+)", written(page), re.MULTILINE)
    )
    assert named <= targets


def test_command_page_is_up_to_date() -> None:
    assert written(PAGE) == cli_page(), "run `make docs`"


def test_every_question_is_documented() -> None:
    page = written(ROOT / "docs" / "questions.md")
    assert [name for name in catalogue() if f"## {name}" not in page] == []


def test_every_public_name_is_documented() -> None:
    page = written(ROOT / "docs" / "python.md")
    assert [name for name in lithograph.__all__ if name not in page] == []


def test_every_page_is_in_the_index() -> None:
    index = written(ROOT / "docs" / "index.md")
    pages = [
        path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md") if path.name != "index.md"
    ]
    assert [page for page in pages if f"({page})" not in index] == []
