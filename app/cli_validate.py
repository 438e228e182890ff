"""The command that checks a file of linked data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .cli_options import JsonOption
from .output import counted, line, note, working, write_json

if TYPE_CHECKING:
    from ..graph.shacl import Fault


def validate(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="TriG, N-Quads, JSON-LD, Turtle or N-Triples.")],
    as_json: JsonOption = False,
) -> None:
    """Check a file of linked data against the shapes of an export (SHACL).

    Says which claim of which document is wrong, what is there and what belongs there. The exit code is 1 when there
    are findings.
    """
    from ..graph.shacl import find_faults

    with working(f"checking {file.name}"):
        faults = find_faults(file)
    if as_json:
        write_json([asdict(fault) for fault in faults])
    else:
        _print(faults)
    if faults:
        note(f"{file.name}: {counted(len(faults), 'finding')}")
        raise typer.Exit(1)
    note(f"{file.name}: no findings")


def _print(faults: Sequence[Fault]) -> None:
    for (document, claim, statement), group in groupby(faults, key=lambda it: (it.document, it.claim, it.statement)):
        line(": ".join(part for part in (document, statement) if part) + (f" ({claim})" if claim else ""))
        for fault in group:
            where = "" if claim else f"<{fault.subject}>: "
            line(f"  {where}{fault.wrong}; expected {fault.expected}")
