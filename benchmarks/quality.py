"""How many of the facts that a careful reader finds does Lithograph find? Writes `docs/quality.md`.

    .venv/bin/python benchmarks/quality.py

Facts are compared with those annotated by hand: the sample papers' (in the project) and, where they are at hand, the
review's and the articles', by the comparison program that lies beside those (`../shared/gold/score.py`).
Figures go to `benchmarks/results/quality.json` as well.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from figures import markdown_table, save
from inputs import ARTICLES, REVIEW, ROOT, SHARED, paper

from lithograph.corpus.reading import read_document
from lithograph.corpus.samples import NAMES, facts_path, sample_paths
from lithograph.extract.engine import extract_document
from lithograph.extract.facts import iter_facts

Scores = dict[str, dict[str, float]]

_HEAD = """# Quality

What Lithograph finds, compared with facts that readers annotated by hand. P is precision, R recall; a property fact is
right when subject, property, value and unit are, an abbreviation when both of its sides are. The sample papers and
their facts are part of the project. The other papers are not: the review, on which the rules were developed (its lines
241-283 were kept apart, unseen), and three articles from other groups and another converter (of which `hayashi-2019`
was kept apart likewise).
"""

_REVIEW_PARTS = ("1-283", "51-97", "241-283")
"""Lines of the review: all that is annotated, its table, the part kept apart."""


def write_facts(path: Path, folder: Path) -> Path:
    """Extract a paper and write its facts as JSON Lines."""
    facts = folder / f"{path.stem}.jsonl"
    claims = extract_document(read_document(path)).claims
    facts.write_text("".join(json.dumps(fact) + "\n" for fact in iter_facts(claims)), encoding="utf-8")
    return facts


def score(gold: Path, facts: Path, lines: str | None = None) -> Scores:
    """Scores by fact type, from the comparison program.

    Raises:
        subprocess.CalledProcessError: the program failed.
    """
    command = [sys.executable, str(SHARED / "gold" / "score.py"), str(gold), str(facts), "--json"]
    command += ["--lines", lines] if lines else []
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    scores: Scores = json.loads(answer.stdout)
    return scores


def all_scores(folder: Path) -> dict[str, Scores]:
    """Scores of every paper at hand, by name."""
    found = {}
    for name, path in zip(NAMES, sample_paths(), strict=True):
        found[f"sample {name}"] = score(facts_path(path), write_facts(path, folder))
    review = paper(REVIEW)
    if review is not None:
        facts = write_facts(review, folder)
        for lines in _REVIEW_PARTS:
            found[f"{REVIEW}, lines {lines}"] = score(SHARED / "gold" / f"{REVIEW}.dev.jsonl", facts, lines)
    for name in ARTICLES:
        article = paper(name)
        if article is not None:
            found[name] = score(SHARED / "gold" / f"{name}.dev.jsonl", write_facts(article, folder))
    return found


def row(name: str, scores: Scores) -> tuple[str, ...]:
    """One line of the table."""
    cells: list[str] = [name]
    for kind in ("property", "alias"):
        figures: dict[str, Any] = scores[kind]
        if figures["gold"]:
            cells.append(f"{figures['right']:.0f} of {figures['gold']:.0f}")
            cells += [f"{figures[key]:.2f}" for key in ("P", "R", "F1")]
        else:
            cells += ["none", "", "", ""]
    return (*cells, f"{scores['refs of the right facts']['F1']:.2f}")


def page(found: dict[str, Scores]) -> str:
    """The page with all figures."""
    head = ("paper", "property facts", "P", "R", "F1", "abbreviations", "P", "R", "F1", "references F1")
    table = markdown_table(head, [row(name, scores) for name, scores in found.items()])
    date = dt.datetime.now(dt.UTC).date().isoformat()
    return f"{_HEAD}\nMeasured on {date} with `python benchmarks/quality.py`.\n\n{table}\n"


def main() -> int:
    """Score and write the page."""
    if not (SHARED / "gold" / "score.py").exists():
        print(f"{SHARED}/gold is missing: nothing to compare with; the test suite scores the samples")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = all_scores(Path(folder))
    text = page(found)
    (ROOT / "docs" / "quality.md").write_text(text, encoding="utf-8")
    print(text)
    save("quality", found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
