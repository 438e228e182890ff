"""An answer of a model taken apart: each fact by itself, and those that contradict one another."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ....errors import UnansweredError
from ....ontology.claims import AnyClaim
from ....ontology.model import AliasClaim, ClaimKind, InterphaseClaim, PropertyClaim
from .answer_schema import fact_schema, misfit
from .verification import Fact

_FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)
"""Markdown around JSON, as models write it that are held to no schema. Matches a block marked json."""

_KINDS = frozenset(kind.value for kind in ClaimKind)

_MOST_FACTS = 500
"""Facts of one passage; more are a model that goes round in circles."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A fact that has not the form that was asked for.

    Args:
        reason: one line.
    """

    reason: str


def parse_answer(text: str) -> list[Fact | Misfit]:
    """The facts of an answer in order, equal ones once.

    Args:
        text: as it came.

    Raises:
        UnansweredError: it is no JSON object with a list of facts.
    """
    fenced = _FENCE.match(text)
    try:
        answer = json.loads(fenced[1] if fenced else text, parse_constant=_refuse_constant)
        facts = answer.get("facts") if isinstance(answer, dict) else None
        different = {json.dumps(fact, sort_keys=True): fact for fact in facts} if isinstance(facts, list) else None
    except (ValueError, RecursionError) as error:
        raise UnansweredError("the answer is not JSON") from error
    if different is None:
        raise UnansweredError('the answer is not of the schema: it has no list "facts"')
    if len(different) > _MOST_FACTS:
        raise UnansweredError(f"the answer has {len(different)} facts; {_MOST_FACTS} are the most for one passage")
    return [_checked(fact) for fact in different.values()]


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _checked(given: Any) -> Fact | Misfit:
    """A fact that is of its schema; numbers of references, which nobody asked for, are looked at as well."""
    if not isinstance(given, dict) or str(given.get("type")) not in _KINDS:
        return Misfit("it is not of the schema: it has no known type")
    fact = dict(given)
    if isinstance(conditions := fact.get("conditions"), dict):
        fact["conditions"] = [{"name": name, "text": text} for name, text in conditions.items()]
    refs = fact.pop("refs", [])
    if not isinstance(refs, list) or not all(isinstance(each, int) for each in refs):
        return Misfit("it is not of the schema: refs is not a list of numbers")
    reason = misfit(fact, fact_schema(fact["type"]))
    if reason is not None:
        return Misfit(f"it is not of the schema: {reason}")
    if fact["type"] == "property" and isinstance(fact["value"], list) and len(fact["value"]) != 2:
        return Misfit("it is not of the schema: a range has two ends")
    return {**fact, "refs": refs}


def contradicting(claims: Sequence[AnyClaim]) -> set[int]:
    """Which claims of one passage cannot be true beside another one of it, by index.

    One value at one place is of one property; one pair forms one kind of interphase; one abbreviation stands for one
    thing; nothing is both stated and denied.
    """
    said: dict[object, set[str]] = defaultdict(set)
    about: dict[int, list[object]] = {}
    for index, claim in enumerate(claims):
        about[index] = [topic for topic, _ in _statements(claim)]
        for topic, statement in _statements(claim):
            said[topic].add(statement)
    return {index for index, topics in about.items() if any(len(said[topic]) > 1 for topic in topics)}


def _statements(claim: AnyClaim) -> Iterable[tuple[object, str]]:
    """What a claim says, as topics on which a passage can say one thing only."""
    asserted = claim.model_copy(update={"id": "", "negated": None, "confidence": 0.0, "evidence": []})
    yield asserted.model_dump_json(), f"negated {bool(claim.negated)}"
    evidence = claim.evidence[0]
    if isinstance(claim, PropertyClaim):
        yield ("value", evidence.value_start), claim.property
    elif isinstance(claim, InterphaseClaim) and not claim.negated:
        against = claim.against.id if claim.against else None
        yield ("interphase", claim.subject.id, against, evidence.source_start), claim.interphase_kind
    elif isinstance(claim, AliasClaim):
        yield ("alias", claim.short), claim.long
