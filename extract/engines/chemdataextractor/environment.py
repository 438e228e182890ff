"""Which Python holds ChemDataExtractor, and what is missing where none does."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

VARIABLE = "LITHOGRAPH_CHEMDATAEXTRACTOR_PYTHON"
"""Environment variable that names the interpreter."""

_INSTALL = (
    'pip install "lithograph[chemdataextractor]" (Python 3.11), or name an interpreter that has it in ' + VARIABLE
)
_PROBE = (
    "import sys, importlib.util as u; "
    "print(*sys.version_info[:2], *(n for n in ('chemdataextractor', 'tabledataextractor') if not u.find_spec(n)))"
)
_PROBE_S = 60.0


def find_python(named: str | None) -> str:
    """The interpreter that is asked for: by option, by variable, else the one that runs this."""
    return named or os.environ.get(VARIABLE) or sys.executable


def why_missing(python: str) -> str | None:
    """What an interpreter lacks to run ChemDataExtractor, with the line that installs it; None if nothing.

    Args:
        python: path of the interpreter.
    """
    if Path(python) == Path(sys.executable):
        version, lacking = sys.version_info[:2], find_spec("chemdataextractor") is None
        return _said(python, version, lacking=lacking)
    return _asked(python)


@cache
def _asked(python: str) -> str | None:
    try:
        told = subprocess.run([python, "-c", _PROBE], capture_output=True, text=True, timeout=_PROBE_S, check=True)
        major, minor, *lacking = told.stdout.split()
    except (OSError, subprocess.SubprocessError, ValueError):
        return f"{python} is no Python that runs: {_INSTALL}"
    return _said(python, (int(major), int(minor)), lacking=bool(lacking))


def _said(python: str, version: tuple[int, int], *, lacking: bool) -> str | None:
    if not lacking:
        return None
    if version != (3, 11):
        found = ".".join(map(str, version))
        return f"ChemDataExtractor 2 needs Python 3.11, and {python} is {found}: {_INSTALL}"
    return f"{python} has no ChemDataExtractor 2: {_INSTALL}"
