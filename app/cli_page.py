"""The reference page of the command line, written from the commands' own signatures.

``python -m lithograph.app.cli_page`` writes `docs/cli.md` of a checkout; a test compares.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from typer.models import ArgumentInfo, OptionInfo

from .cli import COMMANDS, lithograph
from .output import line

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"

_HEAD = """# Commands

<!-- Written by `make docs` from the commands themselves. -->

Every command explains itself with `--help`. Answers go to standard output; progress, notes and errors to standard
error. The exit code is 0 when all went well, 1 when something could not be done (one line says what, where, and what
to do about it), 2 when the command line itself was not understood, and 130 after Ctrl-C.

`lithograph [OPTIONS] COMMAND …`
"""


@dataclass(frozen=True, slots=True)
class Parameter:
    """An argument or option of a command, as its signature declares it."""

    name: str
    kind: Any
    info: ArgumentInfo | OptionInfo
    default: Any

    @property
    def is_argument(self) -> bool:
        """It has no name on the command line."""
        return isinstance(self.info, ArgumentInfo)

    @property
    def spelled(self) -> str:
        """How it is typed: `FILE...`, `[QUESTION]` or `--output, -o FILE`."""
        if self.is_argument:
            text = (self.info.metavar or self.name).upper() + ("..." if get_origin(self.kind) is list else "")
            return text if self.default is inspect.Parameter.empty else f"[{text}]"
        value = "" if self.kind is bool else f" {self.info.metavar or 'FORMAT'}"
        written = (self.info.default, *(self.info.param_decls or ()))  # the first one is where a default would be
        return ", ".join(text for text in written if isinstance(text, str)) + value

    @property
    def choices(self) -> list[str]:
        """The values that it may have, where they are few."""
        kinds = get_args(self.kind) if isinstance(self.kind, UnionType) else (self.kind,)
        return [str(value) for kind in kinds if inspect.isclass(kind) and issubclass(kind, StrEnum) for value in kind]

    @property
    def meaning(self) -> str:
        """The help text with the choices, the default and the environment variable."""
        text = " ".join((self.info.help or "").split())
        if self.choices:
            text += " One of " + ", ".join(f"`{choice}`" for choice in self.choices) + "."
        if isinstance(self.default, StrEnum):
            text += f" Default: `{self.default}`."
        if self.info.envvar:
            text += f" Also from `{self.info.envvar}`."
        return text.replace("|", r"\|")


def cli_page() -> str:
    """The page in Markdown: the options of the program, then each command."""
    listed = [
        f"| [`{function.__name__}`](#{function.__name__}) | {_first_line(function)} |" for function, _ in COMMANDS
    ]
    parts = [_HEAD, _table(lithograph), "\n".join(["| command | |", "| --- | --- |", *listed, ""])]
    return "\n".join([*parts, *(_section(function, examples) for function, examples in COMMANDS)])


def parameters(function: Callable[..., None]) -> Iterator[Parameter]:
    """What a command takes, in the order of its signature."""
    signature = inspect.signature(function)
    for name, hint in get_type_hints(function, include_extras=True).items():
        if get_origin(hint) is Annotated:
            kind, info = get_args(hint)[:2]
            yield Parameter(name, kind, info, signature.parameters[name].default)


def _first_line(function: Callable[..., None]) -> str:
    return (inspect.getdoc(function) or "").split("\n", 1)[0]


def _section(function: Callable[..., None], examples: tuple[str, ...]) -> str:
    """One command: how it is called, what it does, its parameters and examples."""
    arguments = [parameter.spelled for parameter in parameters(function) if parameter.is_argument]
    called = " ".join(["lithograph", function.__name__, "[OPTIONS]", *arguments])
    shown = "\n".join(examples)
    text = inspect.getdoc(function)
    return f"## {function.__name__}\n\n`{called}`\n\n{text}\n\n{_table(function)}\n```console\n{shown}\n```\n"


def _table(function: Callable[..., None]) -> str:
    rows = [f"| `{parameter.spelled}` | {parameter.meaning} |" for parameter in parameters(function)]
    return "\n".join(["| | |", "| --- | --- |", *rows, ""])


def main() -> None:
    """Write the page."""
    PAGE.write_text(cli_page(), encoding="utf-8")
    line(str(PAGE))


if __name__ == "__main__":
    main()
