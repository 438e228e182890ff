"""A value, its subject and its conditions put together as a property claim, SI form included."""

from __future__ import annotations

from collections.abc import Sequence

from ...errors import UnitError
from ...ontology.claims import make_claim
from ...ontology.model import Condition, Evidence, Participant, PropertyClaim
from ...ontology.units import Unit, parse_unit
from ..quantities import Quantity


def assemble_property(
    subject: Participant,
    name: str,
    quantity: Quantity,
    *,
    conditions: Sequence[Condition],
    evidence: Evidence,
    negated: bool = False,
    requirement: bool = False,
) -> PropertyClaim:
    """A property claim with its identity.

    Args:
        subject: whose value it is.
        name: property name of the vocabulary.
        quantity: the value as read.
        conditions: under which it holds.
        evidence: where it is stated.
        negated: the paper denies it.
        requirement: it is a goal and not a result.
    """
    unit = unit_of(quantity)
    written = {"value_low": quantity.low, "value_high": quantity.high, "value_unit": quantity.unit}
    return make_claim(
        PropertyClaim,
        kind="property",
        evidence=[evidence.model_copy(update=written)],
        subject=subject,
        property=name,
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        unit=quantity.unit,
        si_low=_si(quantity.low, unit),
        si_high=_si(quantity.high, unit),
        si_unit=unit.si_unit if unit else None,
        conditions=sorted(conditions, key=lambda condition: (condition.name, condition.text)),
        negated=negated or None,
        role="requirement" if requirement else None,
    )


def unit_of(quantity: Quantity) -> Unit | None:
    """The unit of a quantity, None for a bare number or a word such as RT."""
    try:
        return parse_unit(quantity.unit) if quantity.unit else None
    except UnitError:
        return None


def _si(value: float | None, unit: Unit | None) -> float | None:
    return float(f"{value * unit.factor + unit.offset:.12g}") if value is not None and unit is not None else None
