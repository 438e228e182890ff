"""What each kind of claim is about: the shared nodes that it needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..ontology.claims import AnyClaim
from ..ontology.model import (
    AliasClaim,
    CausesClaim,
    DecompositionClaim,
    InterphaseClaim,
    LimitationClaim,
    Participant,
    PropertyClaim,
    StrategyClaim,
)
from .terms import Described, describe_cause, describe_failure, describe_participant, describe_property, is_material


def nodes_about(claim: AnyClaim) -> Iterator[Described]:
    """The materials, classes, properties and failures of a claim, each with what is known of it."""
    for participant in _participants(claim):
        yield from describe_participant(participant)
    if isinstance(claim, PropertyClaim):
        yield describe_property(claim.property)
    elif isinstance(claim, AliasClaim) and claim.material is not None:
        yield claim.material.id, {"names": sorted({claim.short, claim.long})}
    elif isinstance(claim, LimitationClaim):
        yield describe_failure(claim.failure)
    elif isinstance(claim, StrategyClaim):
        yield from map(describe_property, [*claim.improves, *claim.worsens])
        yield from map(describe_failure, claim.mitigates)
    elif isinstance(claim, CausesClaim):
        for end in (claim.cause, claim.effect):
            yield from describe_cause(end)[0]


def _participants(claim: AnyClaim) -> list[Participant]:
    """Every material and class among the arguments."""
    found: list[Any]
    if isinstance(claim, StrategyClaim):
        found = [*claim.agents, *claim.targets]
    elif isinstance(claim, DecompositionClaim):
        found = [claim.subject, claim.product]
        if claim.against is not None and is_material(claim.against.id):
            found.append(claim.against)
    elif isinstance(claim, InterphaseClaim):
        found = [claim.subject, claim.against]
    else:
        found = [getattr(claim, "subject", None), getattr(claim, "material", None)]
    return [participant for participant in found if participant is not None]
