"""How often is each rule right, and does a confidence say so? Writes `extract/confidences.yaml`.

    .venv/bin/python benchmarks/calibration.py

Every statement of the program in the tuning texts (the samples and most texts of `tests/fixtures/papers`; of the
shared papers the review's lines 1-240 and two articles, where they are at hand) is judged by the gold facts. A rule's
precision is its share of right statements, drawn towards that of its parts, and theirs towards that of their fact
type in the texts of `tests/fixtures/papers` that were kept apart, where a rule is right less often than where it was
made: (right + K * prior) / (seen + K). Only statements that nothing makes doubtful are counted; hedged ones have the
rule's precision times a factor.

Printed, and saved in `benchmarks/results/calibration.json`: said confidence against seen precision in ten bins, with
the expected calibration error (mean difference of the two, weighted by the number of statements). On the texts from
which the figures come that flatters, so it is also measured with confidences from half of the texts on the other half,
over all halves, and on all that was kept apart. `quality.py` puts the table into `docs/quality.md`.
"""

from __future__ import annotations

import datetime as dt
import itertools
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from figures import markdown_table, save
from inputs import ROOT, SHARED
from judged import Judged, all_judged, kept_apart_texts, tuning_texts, unseen_texts

from lithograph.extract.confidences import PARTS, Confidences, Measured
from lithograph.extract.evidence import doubted

K = 4
"""How many statements the prior of a rule counts for."""

BINS = 10

_DIGITS = 3

_HEAD = """\
# How often each rule was right, measured: the confidence of what it reads.
# source: the sample papers; an open-access review (its lines 1-240) and two open-access articles, annotated by readers;
#   figures only, no text of theirs · licence: Apache-2.0 · date: {date}
# how made: python benchmarks/calibration.py, which compares every statement with the readers' facts. Do not edit.
#
# rules: full name of a rule -> precision, drawn towards that of its parts where few were seen; right; seen
# parts: a part of such names -> the same, whatever the other part
"""


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements of about one confidence.

    Args:
        said: mean confidence.
        seen: share that is right.
        count: statements.
    """

    said: float
    seen: float
    count: int


def learn(statements: Sequence[Judged], elsewhere: Sequence[Judged] = ()) -> Confidences:
    """The figures of every rule and part from judged statements.

    Args:
        statements: of texts on which rules were made.
        elsewhere: of texts on which none was; the shares of fact types are those of these, where they have the type.
    """
    sure = [each for each in statements if not each.hedged]
    types = _shares(sure) | _shares(each for each in elsewhere if not each.hedged)
    parts = {
        part: _measured(some, _prior(some, types))
        for part, some in _grouped((part, each) for each in sure for part in _parts(each.rule))
    }
    rules = {
        rule: _measured(some, min((parts[part].precision for part in _parts(rule)), default=_prior(some, types)))
        for rule, some in _grouped((each.rule, each) for each in sure)
    }
    return Confidences(rules, parts)


def _parts(rule: str) -> list[str]:
    """The parts of a rule's name; none where it has only one."""
    return rule.split(PARTS) if PARTS in rule else []


def _prior(statements: Sequence[Judged], types: Mapping[str, float]) -> float:
    """What is known of statements of these types."""
    return fmean(types[each.type] for each in statements)


def _grouped(pairs: Iterable[tuple[str, Judged]]) -> Iterator[tuple[str, list[Judged]]]:
    """Statements by a name, names sorted."""
    groups: dict[str, list[Judged]] = {}
    for name, statement in pairs:
        groups.setdefault(name, []).append(statement)
    yield from sorted(groups.items())


def _shares(statements: Iterable[Judged]) -> dict[str, float]:
    """Share of right statements by fact type."""
    return {kind: _share(some) for kind, some in _grouped((each.type, each) for each in statements)}


def _share(statements: Sequence[Judged]) -> float:
    """Share of right statements; one more right and one more wrong keep it from 0 and 1."""
    return (sum(each.right for each in statements) + 1) / (len(statements) + 2)


def _measured(statements: Sequence[Judged], prior: float) -> Measured:
    right, seen = sum(each.right for each in statements), len(statements)
    return Measured(round((right + K * prior) / (seen + K), _DIGITS), right, seen)


def restated(statements: Iterable[Judged], confidences: Confidences, *, default: float) -> list[Judged]:
    """Statements with the confidence that other figures give them.

    Args:
        statements: as judged.
        confidences: the figures.
        default: of rules that these figures do not have.
    """
    return [
        replace(each, confidence=doubted(confidences.of(each.rule, default), hedged=each.hedged)) for each in statements
    ]


def cross_validated(statements: Sequence[Judged], elsewhere: Sequence[Judged] = ()) -> list[Judged]:
    """Statements of every half of the texts with the confidences that the other half gives.

    A rule that the other half does not have counts with the other half's share of right statements.

    Args:
        statements: of texts on which rules were made.
        elsewhere: as for `learn`.
    """
    names = sorted({each.text for each in statements})
    found: list[Judged] = []
    for half in itertools.combinations(names, len(names) // 2):
        known = [each for each in statements if each.text in half]
        if known:
            rest = [each for each in statements if each.text not in half]
            found += restated(rest, learn(known, elsewhere), default=_share(known))
    return found


def bins_of(statements: Iterable[Judged]) -> list[Bin]:
    """Statements in ten bins of equal width by their confidence; empty ones are left out."""
    groups: dict[int, list[Judged]] = {}
    for each in statements:
        groups.setdefault(min(int(each.confidence * BINS), BINS - 1), []).append(each)
    return [
        Bin(fmean(each.confidence for each in some), fmean(each.right for each in some), len(some))
        for _, some in sorted(groups.items())
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error: mean difference of said and seen, weighted by the number of statements."""
    count = sum(each.count for each in bins)
    return sum(each.count * abs(each.said - each.seen) for each in bins) / count if count else 0.0


def yaml_text(confidences: Confidences) -> str:
    """`confidences.yaml`."""
    groups = (("rules", confidences.rules), ("parts", confidences.parts))
    lines = [_HEAD.format(date=dt.datetime.now(dt.UTC).date().isoformat())]
    for name, measured in groups:
        lines.append(f"{name}:" if measured else f"{name}: {{}}")
        for rule, each in sorted(measured.items()):
            lines.append(f"  {rule}: {{precision: {each.precision:.3f}, right: {each.right}, seen: {each.seen}}}")
    return "\n".join(lines) + "\n"


def section(statements: Sequence[Judged], elsewhere: Sequence[Judged], apart: Sequence[Judged]) -> str:
    """Calibration as Markdown: the bins, and the errors.

    Args:
        statements: in the tuning texts.
        elsewhere: in texts on which no rule was made, of which the shares of fact types are known.
        apart: in texts of which nothing is known.
    """
    bins = bins_of(statements)
    rows = [(f"{each.said:.3f}", f"{each.seen:.3f}", each.count) for each in bins]
    table = markdown_table(("said confidence, mean", "seen precision", "statements"), rows)
    errors = markdown_table(
        ("measured on", "statements", "expected calibration error"),
        [
            ("the tuning texts, from which the confidences come", len(statements), _error(statements)),
            (
                "halves of them, with the confidences of the other half",
                len(statements),
                _error(cross_validated(statements, elsewhere)),
            ),
            ("the texts kept apart that give the shares of fact types", len(elsewhere), _error(elsewhere)),
            ("what was kept apart of the shared papers", len(apart), _error(apart)),
        ],
    )
    return f"{table}\n\n{errors}\n"


def _error(statements: Sequence[Judged]) -> str:
    return f"{calibration_error(bins_of(statements)):.3f}" if statements else "none"


def figures(statements: Sequence[Judged], elsewhere: Sequence[Judged], apart: Sequence[Judged]) -> dict[str, object]:
    """What is saved: errors, bins, and hedged statements beside the others."""
    hedged = [each for each in statements if each.hedged]
    sure = [each for each in statements if not each.hedged]
    crossed = cross_validated(statements, elsewhere)
    return {
        "statements": len(statements),
        "error": round(calibration_error(bins_of(statements)), 4),
        "error_cross_validated": round(calibration_error(bins_of(crossed)), 4),
        "error_elsewhere": round(calibration_error(bins_of(elsewhere)), 4),
        "statements_elsewhere": len(elsewhere),
        "error_kept_apart": round(calibration_error(bins_of(apart)), 4),
        "statements_kept_apart": len(apart),
        "bins": [[round(each.said, 3), round(each.seen, 3), each.count] for each in bins_of(statements)],
        "hedged": {"right": sum(each.right for each in hedged), "seen": len(hedged)},
        "not_hedged": {"right": sum(each.right for each in sure), "seen": len(sure)},
    }


def main() -> int:
    """Measure, write the YAML, print and save."""
    if not (SHARED / "gold").is_dir():
        print(f"{SHARED}/gold is missing: the confidences stay as they are")
        return 0
    judged, unseen = all_judged(tuning_texts()), all_judged(unseen_texts())
    confidences = learn(judged, unseen)
    (ROOT / "extract" / "confidences.yaml").write_text(yaml_text(confidences), encoding="utf-8")
    default = _share(judged)
    statements = restated(judged, confidences, default=default)
    elsewhere = restated(unseen, confidences, default=default)
    apart = restated(all_judged(kept_apart_texts()), confidences, default=default)
    print(section(statements, elsewhere, apart))
    found = figures(statements, elsewhere, apart)
    print({name: found[name] for name in ("hedged", "not_hedged")})
    save("calibration", found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
