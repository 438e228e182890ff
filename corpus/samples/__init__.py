"""Mini-reviews written for this project, with their facts."""

from __future__ import annotations

from pathlib import Path

NAMES = ("sulfides", "garnets", "halides-polymers", "strategies")
"""The sample papers, in the order in which `make demo` reads them."""


def sample_paths() -> tuple[Path, ...]:
    """The Markdown files of the sample papers."""
    return tuple(Path(__file__).parent / f"{name}.md" for name in NAMES)


def facts_path(sample: Path) -> Path:
    """The hand-made facts that lie beside a sample paper, as JSON Lines."""
    return sample.with_suffix(".facts.jsonl")
