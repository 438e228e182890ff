"""How many of the facts that a careful reader finds does Lithograph find? Writes `docs/quality.md`.

    .venv/bin/python benchmarks/quality.py

Facts are compared with those annotated by hand, as `lithograph evaluate` does: the sample papers' (in the project) and
those of the review and the articles, where they are at hand. Figures go to `benchmarks/results/quality.json` as well.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping

import calibration
from figures import markdown_table, save
from inputs import ARTICLES, REVIEW, ROOT, SHARED
from judged import (
    AnnotatedText,
    all_judged,
    facts_of,
    kept_apart_texts,
    sample_texts,
    shared_text,
    tuning_texts,
    unseen_texts,
    written_texts,
)

from lithograph.app.evaluation.facts import TYPES, read_facts
from lithograph.app.evaluation.scores import Evaluation, Score, evaluate

Found = Mapping[str, tuple[AnnotatedText, Evaluation]]
"""Name of a text to the text and how its facts compare."""

_HEAD = """# Quality

What Lithograph finds, compared with facts that readers annotated by hand. P is precision, R recall, F1 their harmonic
mean; [How good is it on my papers?](evaluation.md) says when two facts are the same, and how to measure on papers of
your own. The sample papers and the texts of `tests/fixtures/papers` are part of the project; the latter were written
and annotated by readers who did not know the rules. Rules were since made on eight of them; on `cathode-side` and
`solid-state-outlook` not: their figures are what to expect of a paper that reads unlike the review.
The other papers are not part of the project: the review,
on which the rules were developed (its lines 241-283 were kept apart), and three articles from other groups and
another converter (of which `hayashi-2019` was kept apart likewise). Of the texts kept apart nobody read a line or a
miss, but their scores were watched while the older rules were made, and a few choices followed them; so even these
figures flatter somewhat.
"""

_CONFIDENCE = """## Confidence

A confidence is the share of statements of its rule that were right in the tuning texts (the samples, eight
texts of `tests/fixtures/papers`, the review's lines 1-240, `aktekin-2023` and `park-2025`), drawn towards that of
similar rules where there were few, and those towards that of their fact type in the two texts of
`tests/fixtures/papers` that were kept apart; a hedge lessens it. `benchmarks/calibration.py` measures it and writes
`extract/confidences.yaml`. The rules were made on the tuning texts, and are more often right there than elsewhere: on
a new paper, take confidences for too high by about the error on what was kept apart.
"""

_REVIEW_PARTS = ((1, 283), (1, 240), (51, 97), (241, 283))
"""Lines of the review: all that is annotated, the part on which rules were made, its table, the part kept apart."""


def texts() -> list[AnnotatedText]:
    """Every text at hand, in the order of the tables."""
    shared = [shared_text(REVIEW, lines) for lines in _REVIEW_PARTS] + [shared_text(name) for name in ARTICLES]
    return [*(text for text in shared if text is not None), *sample_texts(), *written_texts()]


def scored(text: AnnotatedText) -> Evaluation:
    """How the facts of a text compare; only those of types that were annotated in it."""
    facts = [fact for fact in facts_of(text.paper) if fact.type in text.kinds]
    return evaluate(read_facts(text.gold), facts, lines=text.lines)


def overview(found: Found) -> str:
    """The table of what holds for all types together."""
    head = ("text", "all facts", "P", "R", "F1", "references P", "R", "F1", "effects P", "R", "F1", "denied asserted")
    rows = []
    for name, (_, each) in found.items():
        denied = f"{each.asserted} of {each.denied}" if each.denied else "none"
        rates = (*_cells(each.total), *_cells(each.references)[1:], *_cells(each.effects)[1:])
        rows.append((name, *rates, denied))
    return markdown_table(head, rows)


def type_table(kind: str, found: Found) -> str:
    """The table of one fact type."""
    more = ("R, any subject",) if kind == "property" else ()
    rows = []
    for name, (text, each) in found.items():
        if kind in text.kinds:
            right, *rates = _cells(each.types[kind])
            whatever = (f"{each.values.recall:.2f}",) if more else ()
            rows.append((name, right, each.types[kind].system, *rates, *whatever))
    return markdown_table(("text", "right of gold", "found", "P", "R", "F1", *more), rows)


def _cells(score: Score) -> tuple[str, str, str, str]:
    """Right of gold, P, R and F1; nothing where there is nothing to be found and nothing was."""
    if not score.gold and not score.system:
        return "none", "", "", ""
    return f"{score.right} of {score.gold}", f"{score.precision:.2f}", f"{score.recall:.2f}", f"{score.f1:.2f}"


def page(found: Found) -> str:
    """The page with all figures."""
    date = dt.datetime.now(dt.UTC).date().isoformat()
    parts = [_HEAD, f"Measured on {date} with `python benchmarks/quality.py`.\n", "## All facts\n", overview(found), ""]
    for kind in TYPES:
        parts += [f"## {kind.capitalize()}\n", type_table(kind, found), ""]
    measured = calibration.section(*map(all_judged, (tuning_texts(), unseen_texts(), kept_apart_texts())))
    return "\n".join([*parts, _CONFIDENCE, measured])


def main() -> int:
    """Score and write the page."""
    if not (SHARED / "gold").is_dir():
        print(f"{SHARED}/gold is missing: nothing to compare with; the test suite scores the samples")
        return 0
    found = {text.name: (text, scored(text)) for text in texts()}
    text = page(found)
    (ROOT / "docs" / "quality.md").write_text(text, encoding="utf-8")
    print(text)
    save("quality", {name: evaluation.to_dict() for name, (_, evaluation) in found.items()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
