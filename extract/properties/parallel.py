"""Values whose properties a clause before has named in the same order (`A has 96% and 1 mS cm-1, but B 85% and 2`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..annotations import Sentence
from ..quantities import Quantity
from .mentions import Assignment

_CONTRAST = re.compile(r";|\b(?:but|whereas|while|compared (?:to|with)|versus)\b")
"""What sets one clause against another. Matches `, whereas`."""

_NEAR = 36
"""Characters between two values that are told together."""


def told_in_parallel(sentence: Sentence, quantity: Quantity, assigned: Sequence[Assignment]) -> Assignment | None:
    """The property of a value that its own clause does not name, None unless the clause before has the same order.

    Args:
        sentence: with its quantities.
        quantity: the value.
        assigned: what is known of the others.
    """
    alike = [each for each in assigned if _is_like(each, quantity)]
    if len(alike) != 1:
        return None
    first = alike[0].quantity
    if _CONTRAST.search(sentence.text, first.end, quantity.start) is None:
        return None
    if not any(_goes_alike(sentence, first, quantity, step) for step in (-1, 1)):
        return None
    return Assignment(quantity, alike[0].name, None, "told-in-parallel", 0.65)


def _is_like(other: Assignment, quantity: Quantity) -> bool:
    """Whether a value before has a name for its property that another one may share."""
    before = other.mention is not None and other.quantity.end <= quantity.start
    return before and other.quantity.dimension == quantity.dimension and other.quantity.change is None


def _goes_alike(sentence: Sentence, first: Quantity, second: Quantity, step: int) -> bool:
    """Whether the neighbours of two values on one side are of one kind."""
    one, other = (_neighbour(sentence, each, step) for each in (first, second))
    return one is not None and other is not None and one is not second and one.dimension == other.dimension


def _neighbour(sentence: Sentence, quantity: Quantity, step: int) -> Quantity | None:
    """The value that is told together with another, on one side of it."""
    place = sentence.quantities.index(quantity) + step
    if not 0 <= place < len(sentence.quantities):
        return None
    other = sentence.quantities[place]
    gap = other.start - quantity.end if step > 0 else quantity.start - other.end
    return other if 0 <= gap <= _NEAR else None
