"""An evaluation for people: a table of scores, and what was missed or is spurious."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .facts import Fact
from .scores import Evaluation, Score

Row = tuple[object, ...]

SCORE_COLUMNS = ("facts", "gold", "found", "right", "P", "R", "F1")
FACT_COLUMNS = ("type", "fact", "line", "text")


def score_rows(evaluation: Evaluation) -> Iterator[Row]:
    """A row for each fact type that there is, for what else is counted, and for all together."""
    for kind, score in evaluation.types.items():
        if score.gold or score.system:
            yield kind, *_counts(score), *_rates(score)
    values = evaluation.values
    if values.gold:
        yield "property, subject ignored", values.gold, None, values.right, None, f"{values.recall:.3f}", None
    for name, score in (("references", evaluation.references), ("effects", evaluation.effects)):
        if score.gold or score.system:
            yield f"{name} of the right facts", *_counts(score), *_rates(score)
    if evaluation.denied:
        yield "denied facts asserted", evaluation.denied, evaluation.asserted, None, None, None, None
    yield "ALL", *_counts(evaluation.total), *_rates(evaluation.total)


def fact_rows(facts: Mapping[str, Sequence[Fact]], most: int) -> Iterator[Row]:
    """A row for each of the first facts of every type."""
    for kind, some in facts.items():
        yield from ((kind, statement_of(fact), fact.line, quoted(fact)) for fact in some[:most])


def statement_of(fact: Fact) -> str:
    """The arguments of a fact in one line.

    Example:
        >>> from .facts import make_fact
        >>> statement_of(make_fact({"type": "limitation", "subject": "garnet", "failure": "brittleness"}))
        'garnet suffers from brittleness'
    """
    data = fact.data
    if fact.type == "property":
        return f"{data['subject']} {data['property']} {_value(data)}".rstrip()
    if fact.type == "decomposition":
        return f"{data['subject']}{_against(data)} gives {data['product']}"
    if fact.type == "interphase":
        return f"{data['subject']}{_against(data)} forms {data['kind']} interphase"
    if fact.type == "strategy":
        return _strategy(data)
    if fact.type == "limitation":
        return f"{data['subject']} suffers from {data['failure']}"
    if fact.type == "causes":
        return f"{data['cause']} causes {data['effect']}"
    return f"{data['short']} stands for {data['long']}"


def quoted(fact: Fact) -> str:
    """What the gold file quotes, or the sentence that a program read."""
    place = fact.data.get("evidence")
    sentence = place.get("sentence") if isinstance(place, Mapping) else None
    return str(fact.data.get("quote") or sentence or "")


def _value(data: Mapping[str, Any]) -> str:
    value, qualifier = data["value"], data.get("qualifier") or "="
    number = " to ".join(f"{end:g}" for end in value) if isinstance(value, list) else f"{value:g}"
    return f"{'' if qualifier == '=' else f'{qualifier} '}{number} {data.get('unit') or ''}".rstrip()


def _against(data: Mapping[str, Any]) -> str:
    return f" against {data['against']}" if data.get("against") else ""


def _strategy(data: Mapping[str, Any]) -> str:
    parts = [str(data["category"])]
    for word, name in (("of", "agent"), ("on", "target"), ("improves", "improves"), ("mitigates", "mitigates")):
        if data.get(name):
            parts.append(f"{word} {', '.join(data[name])}")
    return " ".join(parts)


def _counts(score: Score) -> tuple[int, int, int]:
    return score.gold, score.system, score.right


def _rates(score: Score) -> tuple[str, str, str]:
    return f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}"
