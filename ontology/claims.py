"""What makes two claims the same, and how claims that are the same become one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, cast

from .confidence import combined_confidence
from .model import (
    AliasClaim,
    CausesClaim,
    Condition,
    DecompositionClaim,
    Evidence,
    InterphaseClaim,
    LimitationClaim,
    Participant,
    PropertyClaim,
    StrategyClaim,
)

AnyClaim = (
    PropertyClaim | AliasClaim | DecompositionClaim | InterphaseClaim | StrategyClaim | LimitationClaim | CausesClaim
)
ClaimType = TypeVar("ClaimType", bound=AnyClaim)

_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=True, separators=(",", ":"))
_NOT_IDENTITY = frozenset({"id", "confidence", "evidence", "measurements"})
_WRITTEN_FORM = frozenset({"low", "high", "unit"})


def claim_id(kind: str, arguments: dict[str, Any]) -> str:
    """The identity of a claim: a hash of its kind and normalised arguments, never of where it was found.

    Participants count by their id, values by their SI form where they have one (six significant digits), conditions
    as a set. 128 bits of SHA-256: among 10^9 claims the probability of any collision is below 10^-20 (n^2 / 2^129).

    Args:
        kind: a claim kind, such as `property`.
        arguments: argument name to value, as the claim types hold them; `None`, empty and `False` are left out, and so
            is what makes no other claim (the `measurements` of a strategy).

    Returns:
        `claim:` and 32 hexadecimal digits.
    """
    counted = {name: value for name, value in arguments.items() if name not in _NOT_IDENTITY}
    normal = {name: _normal(value) for name, value in counted.items() if value not in (None, [], "", False)}
    if "si_low" in normal:
        normal = {name: value for name, value in normal.items() if name not in _WRITTEN_FORM}
    text = _ENCODER.encode([kind, normal])
    return "claim:" + hashlib.sha256(text.encode("ascii")).hexdigest()[:32]


def _normal(value: Any) -> Any:
    """One JSON value for whatever means the same."""
    if isinstance(value, Participant):
        return value.id
    if isinstance(value, Condition):
        return [value.name, value.text.casefold() if value.si_value is None else f"{value.si_value:.6g}"]
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, list | tuple):
        return sorted((_normal(item) for item in value), key=json.dumps)
    return value


def make_claim(cls: type[ClaimType], *, kind: str, evidence: Sequence[Evidence], **arguments: Any) -> ClaimType:
    """A claim with its identity; its confidence is that of its best evidence (see `combined_confidence`).

    Raises:
        ValueError: an argument does not fit the claim type, or there is no evidence.
    """
    if not evidence:
        raise ValueError("a claim without evidence is not written")
    given = {name: value for name, value in arguments.items() if value is not None}
    confidence = _confidence(evidence)
    identity = claim_id(kind, given)
    fields = {"id": identity, "kind": kind, "confidence": confidence, "evidence": list(evidence), **given}
    return cast(ClaimType, cls.model_validate(fields))


def merge_claims(claims: Iterable[AnyClaim]) -> list[AnyClaim]:
    """Claims of one document with equal ids made one, all evidence and measurements kept, in the order of the text."""
    merged: dict[str, AnyClaim] = {}
    for claim in claims:
        known = merged.get(claim.id)
        if known is None:
            merged[claim.id] = claim
            continue
        new = [piece for piece in claim.evidence if not any(_same_place(piece, other) for other in known.evidence)]
        evidence = sorted([*known.evidence, *new], key=lambda piece: (piece.source_start, piece.value_start or 0))
        update = {"evidence": evidence, "confidence": _confidence(evidence)} | _united_measurements(known, claim)
        merged[claim.id] = known.model_copy(update=update)
    return sorted(merged.values(), key=_reading_order)


def _united_measurements(one: AnyClaim, other: AnyClaim) -> dict[str, list[str]]:
    """The measurements of two equal strategies together; nothing for claims of other kinds."""
    if isinstance(one, StrategyClaim) and isinstance(other, StrategyClaim):
        return {"measurements": sorted({*one.measurements, *other.measurements})}
    return {}


def _confidence(evidence: Iterable[Evidence]) -> float:
    return combined_confidence((piece.engine, piece.confidence) for piece in evidence)


def _same_place(one: Evidence, other: Evidence) -> bool:
    """Whether two pieces are one: two engines that read the same place are two."""
    places = (
        (piece.document, piece.source_start, piece.value_start, piece.engine.partition("/")[0])
        for piece in (one, other)
    )
    return next(places) == next(places)


def _reading_order(claim: AnyClaim) -> tuple[int, int, str]:
    first = min(claim.evidence, key=lambda piece: (piece.source_start, piece.value_start or 0))
    return first.source_start, first.value_start or 0, claim.id


def arguments_of(claim: AnyClaim) -> dict[str, Any]:
    """The arguments that make a claim what it is, by name, as `claim_id` takes them."""
    return {name: getattr(claim, name) for name in type(claim).model_fields if name not in {*_NOT_IDENTITY, "kind"}}
