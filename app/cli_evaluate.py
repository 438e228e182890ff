"""The command that compares facts with those of a reader."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import ConfigError
from .cli_options import JsonOption, MinConfidenceOption
from .output import line, note, print_table, working, write_json

if TYPE_CHECKING:
    from .evaluation.facts import Fact
    from .evaluation.scores import Evaluation

_LINES = re.compile(r"(\d{1,9})-(\d{1,9})")
"""Matches `1-240`, not `240` or `1:240`."""

_MOST_ADVICE = 5
"""Lines of advice on the gold facts."""


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Facts that a reader wrote down, JSON Lines.", show_default=False)
    ],
    facts: Annotated[
        Path,
        typer.Argument(
            metavar="FACTS", help="Facts as `extract` writes them, or a paper to extract first.", show_default=False
        ),
    ],
    lines: Annotated[
        str | None,
        typer.Option("--lines", metavar="A-B", help="Only facts stated on these source lines.", show_default=False),
    ] = None,
    missed: Annotated[
        int, typer.Option("--missed", metavar="N", min=0, help="List up to N missed facts of each type.")
    ] = 0,
    spurious: Annotated[
        int, typer.Option("--spurious", metavar="N", min=0, help="List up to N spurious facts of each type.")
    ] = 0,
    min_confidence: MinConfidenceOption = 0.0,
    json: JsonOption = False,
) -> None:
    """Say how good extracted facts are, against facts that a reader wrote down.

    Precision (P), recall (R) and F1 of every fact type, and how many of the cited works and effects are right.
    docs/evaluation.md says what a file of facts looks like and when two facts count as the same.
    """
    part = parse_lines(lines)
    from .evaluation.advice import advice
    from .evaluation.facts import check_order, read_facts, system_facts
    from .evaluation.scores import evaluate as compare

    wanted = read_facts(gold)
    with working(f"reading {facts.name}"):
        found = system_facts(facts)
    check_order(wanted, found, gold)
    _advise(gold, advice(wanted))
    sure = [fact for fact in found if fact.confidence >= min_confidence]
    evaluation = compare(wanted, sure, lines=part)
    if json:
        write_json(_as_data(evaluation, missed, spurious))
    else:
        _print(evaluation, missed, spurious)


def parse_lines(text: str | None) -> tuple[int, int] | None:
    """First and last line of a part.

    Raises:
        ConfigError: the text is not A-B with A up to B.

    Example:
        >>> parse_lines("1-240")
        (1, 240)
    """
    if text is None:
        return None
    match = _LINES.fullmatch(text.strip())
    first, last = map(int, match.groups()) if match else (1, 0)
    if first > last:
        raise ConfigError("--lines", f"{text!r} is not A-B, such as 1-240")
    return first, last


def _advise(path: Path, remarks: Sequence[str]) -> None:
    """Say on standard error what in the gold facts nothing can match."""
    for remark in remarks[:_MOST_ADVICE]:
        note(f"{path}: {remark}")
    if len(remarks) > _MOST_ADVICE:
        note(f"{path}: {len(remarks) - _MOST_ADVICE} more words like these")


def _print(evaluation: Evaluation, missed: int, spurious: int) -> None:
    from .evaluation.shown import FACT_COLUMNS, SCORE_COLUMNS, fact_rows, score_rows

    print_table(SCORE_COLUMNS, score_rows(evaluation))
    for name, facts, most in (("missed", evaluation.missed, missed), ("spurious", evaluation.spurious, spurious)):
        rows = list(fact_rows(facts, most))
        if most:
            line()
            line(f"{name}: {len(rows)} of {sum(map(len, facts.values()))}")
        if rows:
            print_table(FACT_COLUMNS, rows, keep_empty=False)


def _as_data(evaluation: Evaluation, missed: int, spurious: int) -> dict[str, Any]:
    data: dict[str, Any] = dict(evaluation.to_dict())
    for name, facts, most in (("missed", evaluation.missed, missed), ("spurious", evaluation.spurious, spurious)):
        if most:
            data[name] = _first(facts, most)
    return data


def _first(facts: Mapping[str, Sequence[Fact]], most: int) -> list[Mapping[str, Any]]:
    return [fact.data for some in facts.values() for fact in some[:most]]
