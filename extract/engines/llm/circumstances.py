"""The conditions of a fact, each of which has to stand in its passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ....errors import FactRefusedError
from ....ontology.model import Condition
from ....ontology.vocabulary import conditions
from ...quantities import Quantity, find_quantities
from ...quantities.conditions import read_condition
from .quotations import find_quotation

_LONGEST = 100
"""Characters of a quantity with its unit."""


def verified_conditions(given: Sequence[dict[str, Any]], text: str) -> list[Condition]:
    """The conditions of a fact as the text has them, each name once.

    Args:
        given: names and texts, as a model gives them.
        text: what may state them: the paragraph, or the row, head and caption of a table.

    Raises:
        FactRefusedError: one of them does not stand there.
    """
    quantities = find_quantities(text)
    found = {each["name"]: _condition(each["name"], each["text"].strip(), text, quantities) for each in given}
    return list(found.values())


def _condition(name: str, given: str, text: str, quantities: Sequence[Quantity]) -> Condition:
    term = conditions()[name]
    if not term.dimensions:
        if find_quotation(given, text) is not None:
            return Condition(name=name, text=" ".join(given.split()))
        raise FactRefusedError(f"the condition {name} {given!r} does not stand in the passage")
    if len(given) > _LONGEST:
        raise FactRefusedError(f"the condition {name} is longer than conditions are")
    counted = f"{given} {term.canonical_unit}" if given.isdigit() and term.canonical_unit else given
    for wanted in find_quantities(counted):
        for quantity in quantities:
            if _is_same(quantity, wanted) and quantity.dimension in term.dimensions:
                written = read_condition(text[quantity.start : quantity.end]) or read_condition(counted)
                if written is not None:
                    return written.model_copy(update={"name": name})
    raise FactRefusedError(f"the condition {name} {given!r} does not stand in the passage")


def _is_same(one: Quantity, other: Quantity) -> bool:
    return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)
