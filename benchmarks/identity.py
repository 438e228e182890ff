"""Is a library the same whatever its history? Read twice, read in another order, removed and read again.

    .venv/bin/python benchmarks/identity.py

Builds libraries of the same papers by different ways and compares `lithograph status --json` and every export byte for
byte. Exit code 1 on any difference. Figures go to `benchmarks/results/identity.json`.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from figures import markdown_table, save
from inputs import REVIEW, paper

from lithograph.corpus.samples import sample_paths

_FORMATS = ("turtle", "graphml", "json")
_LITHOGRAPH = str(Path(sys.executable).parent / "lithograph")

History = Sequence[tuple[str, Sequence[Path]]]
"""Commands with their files, in order."""


def run(library: Path, *arguments: str) -> bytes:
    """The output of one command on a library.

    Raises:
        subprocess.CalledProcessError: the command failed.
    """
    command = [_LITHOGRAPH, *arguments, "--library", str(library)]
    return subprocess.run(command, check=True, capture_output=True).stdout


def fingerprints(library: Path, history: History) -> dict[str, str]:
    """Build a library by a history and hash all that it shows."""
    for command, paths in history:
        if command == "remove":
            for path in paths:
                run(library, "remove", path.name)
        else:
            run(library, command, *map(str, paths))
    shown = {"status": hashlib.sha256(run(library, "status", "--json")).hexdigest()[:16]}
    for form in _FORMATS:
        target = library.with_suffix(f".{form}")
        run(library, "export", "--format", form, "-o", str(target))
        shown[form] = hashlib.sha256(target.read_bytes()).hexdigest()[:16]
    return shown


def histories(papers: list[Path]) -> dict[str, History]:
    """Ways to the same library."""
    first, *others = papers
    return {
        "in order": [("ingest", papers)],
        "backwards": [("ingest", papers[::-1])],
        "twice": [("ingest", papers), ("ingest", papers)],
        "one at a time": [("ingest", [path]) for path in [*others, first]],
        "first removed and read again": [("ingest", papers), ("remove", [first]), ("ingest", [first])],
        "rebuilt": [("ingest", papers), ("rebuild", [])],
    }


def main() -> int:
    """Build, compare, print."""
    review = paper(REVIEW)
    papers = [*([review] if review else []), *sample_paths()]
    with tempfile.TemporaryDirectory() as folder:
        shown = {
            name: fingerprints(Path(folder) / name.replace(" ", "-"), history)
            for name, history in histories(papers).items()
        }
    wanted = shown["in order"]
    rows = [(name, *(found[what] + ("" if found[what] == wanted[what] else " differs") for what in wanted))
            for name, found in shown.items()]  # fmt: skip
    print(markdown_table(("history", *wanted), rows))
    same = all(found == wanted for found in shown.values())
    print("all the same" if same else "NOT the same")
    save("identity", {"papers": [path.name for path in papers], "same": same, "fingerprints": shown})
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
