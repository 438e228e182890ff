"""The demonstration behind `make demo`: sample papers, a library, answers with evidence, and linked data.

``python -m lithograph.app.demo FOLDER`` types the commands that a person would type, and shows them.
"""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

from ..corpus.samples import sample_paths
from .cli import app, run
from .library import Library
from .output import line


def main() -> None:
    """Run the demonstration in the folder that the command line names, `out` where it names none."""
    run(lambda: demonstrate(Path(sys.argv[1] if len(sys.argv) > 1 else "out")))


def demonstrate(folder: Path) -> None:
    """Make a library of the sample papers below a folder, ask it, and export it.

    Args:
        folder: gets `demo-library`, of which an older one is taken away, and `demo.ttl`.
    """
    library = folder / "demo-library"
    if library.exists():
        shutil.rmtree(library)
    folder.mkdir(parents=True, exist_ok=True)
    _type(library, "ingest", *map(_near, sample_paths()))
    _type(library, "query", "best", "--param", "property=ionic_conductivity")
    _type(library, "query", "material", "--param", "material=LGPS")
    _type(library, "query", "disagreements")
    with Library(library, create=False) as opened:
        fastest = opened.query("conductivities")[0]
    _type(library, "show", str(fastest["claim"]))
    _type(library, "export", "--format", "turtle", "-o", str(folder / "demo.ttl"))
    line(f"Ask on: lithograph --library {library} query")


def _near(path: Path) -> str:
    """A path as one would type it here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _type(library: Path, *words: str) -> None:
    """Show a command and run it."""
    line(f"\n$ lithograph --library {library} {shlex.join(words)}")
    code = app(["--library", str(library), *words], standalone_mode=False)
    if code:
        sys.exit(code)


if __name__ == "__main__":
    main()
