"""Where the benchmarks find their papers: the samples always, the shared papers where they lie beside the checkout."""

from __future__ import annotations

from pathlib import Path

from lithograph.corpus.samples import sample_paths

ROOT = Path(__file__).resolve().parents[1]
"""The checkout."""

SHARED = ROOT.parent / "shared"
"""Papers, gold facts and the SOFC texts: beside the checkout, not part of it."""

RESULTS = ROOT / "benchmarks" / "results"
"""Where every benchmark leaves its figures as JSON."""

ARTICLES = ("aktekin-2023", "park-2025", "hayashi-2019")
"""The three articles, by the beginning of their file names."""

REVIEW = "jia-2024"
"""The review, likewise."""


def paper(name: str) -> Path | None:
    """The shared paper whose file name begins with `name`, or None where the shared papers are missing."""
    return next(iter(sorted((SHARED / "papers").glob(f"{name}*.md"))), None)


def shared_papers() -> list[Path]:
    """The review and the articles that are there."""
    return [path for path in map(paper, (REVIEW, *ARTICLES)) if path is not None]


def sofc_texts() -> list[Path]:
    """The texts of the SOFC corpus, or none."""
    return sorted((SHARED / "corpora" / "sofc-exp" / "texts").glob("*.txt"))


def everything() -> list[Path]:
    """Samples, shared papers, SOFC texts, as far as they are there; says what is missing."""
    if not SHARED.is_dir():
        print(f"{SHARED} is missing: only the sample papers are measured")
    return [*sample_paths(), *shared_papers(), *sofc_texts()]
