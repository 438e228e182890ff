"""What the claims of one document have to do with each other: relations between nodes that belong to single claims.

Both ends are claims of the same document, so such a relation never leads to nothing: whatever takes one end away
changes what the document contributes to the other.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..ontology.claims import AnyClaim
from ..ontology.model import DecompositionClaim, InterphaseClaim, PropertyClaim, StrategyClaim

_Pair = tuple[str, str]

_WITHOUT_PRODUCTS = "stable"
"""The kind of interphase that is a boundary without a reaction layer."""


class Neighbours:
    """The claims of one document, by what others look for.

    Args:
        claims: all of the document.
    """

    def __init__(self, claims: Iterable[AnyClaim]) -> None:
        self._properties: dict[str, str] = {}
        self._interphases: dict[_Pair, list[str]] = {}
        for claim in claims:
            if isinstance(claim, PropertyClaim):
                self._properties[claim.id] = claim.property
            elif isinstance(claim, InterphaseClaim) and _has_products(claim) and (pair := _pair(claim)):
                self._interphases.setdefault(pair, []).append(claim.id)

    def of(self, claim: AnyClaim) -> dict[str, dict[str, str] | list[str]]:
        """What to add to the contribution of a claim; nothing for most.

        A strategy has `measurements`: the claims that give its numbers, each with its property. The decomposition of
        a pair has `interphases`: the claims of those which the pair forms, and which so contain the product.
        """
        if isinstance(claim, StrategyClaim):
            known = {found: self._properties[found] for found in claim.measurements if found in self._properties}
            return {"measurements": known} if known else {}
        if isinstance(claim, DecompositionClaim) and not claim.negated and (pair := _pair(claim)):
            found = sorted(set(self._interphases.get(pair, ())))
            return {"interphases": found} if found else {}
        return {}


def _pair(claim: InterphaseClaim | DecompositionClaim) -> _Pair | None:
    """The two materials that touch; None where only one is named."""
    return None if claim.against is None else (claim.subject.id, claim.against.id)


def _has_products(claim: InterphaseClaim) -> bool:
    return not claim.negated and claim.interphase_kind != _WITHOUT_PRODUCTS
