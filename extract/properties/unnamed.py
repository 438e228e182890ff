"""Values whose property no noun names: their unit tells it, a verb does, or the layer that a length stands beside."""

from __future__ import annotations

import re

from ..annotations import Sentence
from ..quantities import Quantity
from .mentions import Assignment, PropertyMention

_CYCLES_WELL = re.compile(
    r"\b(?:cycl(?:ing|e|ed|es)|plating|stripping|operat\w+)(?:\s[\w/-]+){0,3}\s(?:at|under|up to)\s"
    r"(?:[\w-]+\s){0,5}[~≈><]?\s?$"
)
"""Before a current that a cell sustains. Matches `good cycling performance at `."""

_SUSTAINS = re.compile(
    r"\b(?:sustain|withst(?:and|ood)|endur|tolerat|surviv|bear|support|accommodat)(?:e|s|es|ed|ing)?\s(?:(?:an?"
    r"|the|even|very)\s)?"
    r"(?:[a-z-]+\s){0,3}?(?:(?:current(?: densit(?:y|ies))?s?)\s)?(?:(?:of|as high as|up to|over|above|exceeding"
    r"|more than|at)\s){0,3}[~≈><≥]?\s?$"
)
"""Before a current that a cell bears. Matches `sustained `, `withstands a current density as high as `."""

_MEANWHILE = re.compile(r"\b(?:after|before|during|upon|following|for|in|by|when|while|on)\s(?:[\w-]+\s){0,2}$")
"""Before what a cell does, where that is a circumstance of something else. Matches `after `, `in one `."""

_ELECTRONIC = re.compile(r"\belectron(?:ic|ically)?\b|\belectrical\b", re.IGNORECASE)
"""Words that forbid taking a conductivity without a name for an ionic one."""

_WORKS_AT = re.compile(
    r"\b(?:sits?|sat|lies?|lay|lying|sitting|works?|worked|working|operates?|operated|plateaus?|reacts?|discharges?)\sat\s"
    r"(?:an?\s(?:[a-z-]+\s){0,3}of\s)?(?:about |around |approximately |roughly |only )?[~≈]?\s?$"
)
"""Before the potential of an electrode that no noun names. Matches `sits at about `; must not match `cycled at `."""

_LAYER = r"(?:layer|interlayer|film|coating|buffer|membrane|foil|sheet|skin|separator)s?"

_LAYER_BEFORE = re.compile(
    rf"\b(?P<layer>{_LAYER})\s(?:of|with)\s(?:about |around |approximately |only |roughly )?[~≈]?\s?$"
    rf"|\b(?P<bracketed>{_LAYER})\s(?:of\s[\w-]+\s)?\([~≈]?\s?$"
)
"""A layer before its thickness. Matches `buffer of about `, `film of magnesium (`; must not match `layer at `."""

_LAYER_AFTER = re.compile(rf"^(?:\s|-)(?:[a-z-]+\s)?(?P<layer>{_LAYER})\b")
"""A layer behind its thickness. Matches ` film`, `-dense layer`."""

_DEPOSITED = re.compile(r"^\sof\s(?=[A-Z])")
"""Behind the thickness of what was put down. Matches ` of Al2O3`."""

_AREA = re.compile(r"^\s?[×x*]\s?\d")
"""Behind one side of an area. Matches ` × 150`."""

_PUT_DOWN = re.compile(r"\b(?:deposit|sputter|evaporat|coat|layer|film|ALD|spray)\w*", re.IGNORECASE)
"""What makes a length of something a thickness."""

LAYER_LENGTH = "length-of-layer"
"""Name of the rule for a length beside a layer, whose material stands there as well."""

POTENTIAL_TOLD = "potential-told"
"""Name of the rule for a potential that a verb tells, which only an electrode has."""

_UNIT_ALONE = {
    "conductivity": ("ionic_conductivity", 0.7),
    "areal_resistance": ("interfacial_resistance", 0.65),
    "specific_capacity": ("specific_capacity", 0.75),
    "specific_energy": ("energy_density", 0.75),
    "energy_density_volume": ("energy_density", 0.75),
    "energy_per_atom": ("decomposition_energy", 0.6),
}
"""Dimensions that name their property by themselves in solid-state battery papers, with the confidence of that."""


def assign_unnamed(
    sentence: Sentence, quantity: Quantity, *, is_condition: bool, named: bool = False
) -> Assignment | None:
    """The property of a value that the sentence does not name, None if that is not clear.

    Args:
        sentence: with its quantities.
        quantity: the value.
        is_condition: it is introduced as a condition of something else.
        named: a property is named, but one that a layer's length is likelier not to be a value of.
    """
    layer = _of_layer(sentence, quantity)
    if layer is not None or named:
        return layer
    if quantity.dimension == "potential" and _WORKS_AT.search(sentence.before(quantity.start, 70)):
        return Assignment(quantity, "voltage", None, POTENTIAL_TOLD, 0.75)
    return sustained(sentence, quantity) or (None if is_condition else _by_unit(sentence, quantity))


def _of_layer(sentence: Sentence, quantity: Quantity) -> Assignment | None:
    """The thickness of a layer that its length stands right beside (`a 20 nm film`, `a buffer of 20 nm`)."""
    if quantity.dimension != "length" or _AREA.match(sentence.after(quantity.end, 6)):
        return None
    before = sentence.before(quantity.start, 60)
    match = _LAYER_BEFORE.search(before)
    if match:
        group = match.lastgroup or "layer"
        start = quantity.start - len(before)
        place = start + match.start(group), start + match.end(group)
    elif match := _LAYER_AFTER.match(sentence.after(quantity.end, 40)):
        place = quantity.end + match.start("layer"), quantity.end + match.end("layer")
    elif _DEPOSITED.match(sentence.after(quantity.end, 6)) and _PUT_DOWN.search(
        sentence.text, sentence.start, sentence.end
    ):
        return Assignment(quantity, "thickness", None, LAYER_LENGTH, 0.75)
    else:
        return None
    return Assignment(quantity, "thickness", PropertyMention(*place, "thickness"), LAYER_LENGTH, 0.75)


def sustained(sentence: Sentence, quantity: Quantity) -> Assignment | None:
    """A current at which a cell is said to cycle well, where the sentence gives no other value of it."""
    if quantity.dimension != "current_density":
        return None
    before = sentence.before(quantity.start, 80)
    if _SUSTAINS.search(before):
        return Assignment(quantity, "current_density", None, "sustained-current", 0.8)
    cycled = _CYCLES_WELL.search(before)
    if cycled is None or _MEANWHILE.search(before, 0, cycled.start()):
        return None
    others = [
        other for other in sentence.quantities if other.dimension in ("count", "time", "fraction", "specific_capacity")
    ]
    return None if others else Assignment(quantity, "current_density", None, "sustained-current", 0.7)


def _by_unit(sentence: Sentence, quantity: Quantity) -> Assignment | None:
    known = _UNIT_ALONE.get(quantity.dimension)
    if known is None:
        return None
    if quantity.dimension == "conductivity" and _ELECTRONIC.search(sentence.text, sentence.start, sentence.end):
        return None
    return Assignment(quantity, known[0], None, "unit-alone", known[1])
