"""The numbers that a strategy is shown by: property claims of the sentences that tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ....ontology.claims import AnyClaim
from ....ontology.model import PropertyClaim, StrategyClaim
from .words import strategy_words


def with_measurements(claims: Iterable[AnyClaim]) -> list[AnyClaim]:
    """The claims, each strategy with the ids of the property claims of its sentences that show what it brings.

    Where a sentence tells several strategies, a number goes to the one that names its subject.

    Args:
        claims: of one document, merged.
    """
    given = list(claims)
    numbers: defaultdict[int, list[PropertyClaim]] = defaultdict(list)
    tellers: defaultdict[int, list[StrategyClaim]] = defaultdict(list)
    for claim in given:
        places = dict.fromkeys(piece.source_start for piece in claim.evidence)
        for place in places:
            if isinstance(claim, PropertyClaim):
                numbers[place].append(claim)
            elif isinstance(claim, StrategyClaim):
                tellers[place].append(claim)
    return [_measured(claim, numbers, tellers) if isinstance(claim, StrategyClaim) else claim for claim in given]


def _measured(
    claim: StrategyClaim,
    numbers: Mapping[int, Sequence[PropertyClaim]],
    tellers: Mapping[int, Sequence[StrategyClaim]],
) -> StrategyClaim:
    found = {
        number.id
        for place in {piece.source_start for piece in claim.evidence}
        for number in numbers.get(place, ())
        if _shows(number, claim, tellers[place])
    }
    return claim.model_copy(update={"measurements": sorted({*claim.measurements, *found})}) if found else claim


def _shows(number: PropertyClaim, claim: StrategyClaim, others: Sequence[StrategyClaim]) -> bool:
    if (
        claim.negated
        or number.role
        or number.property in strategy_words().lists["shows_no_effect"] - set(claim.improves)
    ):
        return False
    parties = {party.id for party in (*claim.agents, *claim.targets)}
    return len(others) == 1 or number.subject.id in parties
