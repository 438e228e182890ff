"""Claims in their flat public form: one JSON object a fact, as the guide to the gold facts describes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..ontology.claims import AnyClaim
from ..ontology.model import (
    AliasClaim,
    CausesClaim,
    DecompositionClaim,
    Evidence,
    InterphaseClaim,
    LimitationClaim,
    Participant,
    PropertyClaim,
    StrategyClaim,
)

Fact = dict[str, Any]


def iter_facts(claims: Iterable[AnyClaim]) -> Iterator[Fact]:
    """One fact for each place of each claim: what several engines read there is one, that of the surest.

    Args:
        claims: of one document.

    Yields:
        Objects with `type`, the arguments, `line`, `refs`, `claim`, `confidence`, `rule` and `evidence` (`sentence`,
        `source` and, for a property, `value`: half-open ranges of code points in the file as read). A strategy whose
        numbers are stated has their claims as `measurements`; one told on several lines has the others as `also`.
    """
    for claim in claims:
        arguments = _arguments(claim)
        places = _places(claim.evidence)
        lines = {evidence.line for evidence in places}
        for evidence in places:
            fact = _fact(claim, arguments, evidence)
            others = sorted(lines - {evidence.line})
            yield fact | {"also": others} if others and isinstance(claim, StrategyClaim) else fact


def _places(evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The evidence without what a surer engine reads at the same place; all of it where one engine read."""
    engines = {piece.engine for piece in evidence}
    if len(engines) == 1:
        return evidence
    kept: list[Evidence] = []
    for piece in sorted(evidence, key=lambda each: -each.confidence):
        if not any(piece.engine != other.engine and _overlap(piece, other) for other in kept):
            kept.append(piece)
    return sorted(kept, key=lambda each: (each.source_start, each.value_start or 0))


def _overlap(one: Evidence, other: Evidence) -> bool:
    """Whether two pieces are about the same place: the same value, or the same sentence where there is none."""
    if None not in (one.value_start, one.value_end, other.value_start, other.value_end):
        return one.value_start < other.value_end and other.value_start < one.value_end  # type: ignore[operator]
    return one.source_start < other.source_end and other.source_start < one.source_end


def _fact(claim: AnyClaim, arguments: Fact, evidence: Evidence) -> Fact:
    place: Fact = {"sentence": evidence.sentence, "source": [evidence.source_start, evidence.source_end]}
    if evidence.value_start is not None:
        place["value"] = [evidence.value_start, evidence.value_end]
    if evidence.value_low is not None:
        arguments = arguments | _as_written(evidence)
    fact: Fact = {"type": claim.kind, **arguments, "line": evidence.line, "refs": list(evidence.references)}
    if claim.negated:
        fact["negated"] = True
    return fact | {"claim": claim.id, "confidence": evidence.confidence, "rule": evidence.rule, "evidence": place}


def _as_written(evidence: Evidence) -> Fact:
    """The value in the unit of this place: the same claim may be made in mS/cm here and in S/cm there."""
    high = evidence.value_high
    return {"value": evidence.value_low if high is None else [evidence.value_low, high], "unit": evidence.value_unit}


def _arguments(claim: AnyClaim) -> Fact:
    """The arguments of a claim under the names of the guide."""
    if isinstance(claim, PropertyClaim):
        return _property(claim)
    if isinstance(claim, AliasClaim):
        return {"short": claim.short, "long": claim.long}
    if isinstance(claim, DecompositionClaim):
        return {"subject": claim.subject.name, "against": _name(claim.against), "product": claim.product.name}
    if isinstance(claim, InterphaseClaim):
        return {"subject": claim.subject.name, "against": _name(claim.against), "kind": claim.interphase_kind}
    if isinstance(claim, StrategyClaim):
        return _strategy(claim)
    if isinstance(claim, LimitationClaim):
        return {"subject": claim.subject.name, "failure": claim.failure}
    return _causes(claim)


def _property(claim: PropertyClaim) -> Fact:
    fact: Fact = {
        "subject": claim.subject.name,
        "property": claim.property,
        "value": claim.low if claim.high is None else [claim.low, claim.high],
        "unit": claim.unit,
        "qualifier": claim.qualifier,
        "conditions": {condition.name: condition.text for condition in claim.conditions},
    }
    if claim.role:
        fact["role"] = claim.role
    return fact


def _strategy(claim: StrategyClaim) -> Fact:
    fact: Fact = {
        "category": claim.category,
        "agent": [agent.name for agent in claim.agents],
        "method": claim.method,
        "target": [target.name for target in claim.targets],
        "improves": list(claim.improves),
        "worsens": list(claim.worsens),
        "mitigates": list(claim.mitigates),
    }
    if claim.measurements:
        fact["measurements"] = list(claim.measurements)
    return fact


def _causes(claim: CausesClaim) -> Fact:
    return {"cause": claim.cause, "effect": claim.effect}


def _name(participant: Participant | None) -> str | None:
    return participant.name if participant is not None else None
