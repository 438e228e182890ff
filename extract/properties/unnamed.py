"""Values whose property no noun names: their unit tells it, a verb does, or the layer that a length stands beside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...ontology.units import to_si
from ..annotations import Sentence
from ..lexicon import alternatives
from ..quantities import Quantity
from .carried import carried_property
from .currents import borne_current
from .mentions import Assignment, PropertyMention
from .told import told_value

_DEPOSITED = re.compile(r"^\sof\s(?=[A-Z])")
"""Behind the thickness of what was put down. Matches ` of Al2O3`."""

_THICKEST = 0.003
"""No layer of a cell is thicker, in metres: what is longer is a width."""

_BESIDE = re.compile(r"(?:\s(?:at|\()\s?[^(),;]{2,12})?\)?(?:,|;|\s(?:and|with|/))\s[~≈]?\s?")
"""Between a conductivity and an energy that goes with it. Matches `, `, ` at RT and `."""

_AREA = re.compile(r"^\s?[×x*]\s?\d")
"""Behind one side of an area. Matches ` × 150`."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of `unnamed_words.yaml`, compiled.

    Args:
        sits_at: before the potential of an electrode that no noun names: `sits at about `; not `cycled at `.
        layer_before: a layer before its thickness: `buffer of about `, `film of magnesium (`; not `layer at `.
        layer_after: a layer behind its thickness: ` film`, `-dense layer`.
        put_down: what makes a length of something a thickness.
        electronic: anywhere in a sentence.
    """

    sits_at: re.Pattern[str]
    layer_before: re.Pattern[str]
    layer_after: re.Pattern[str]
    put_down: re.Pattern[str]
    electronic: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = alternatives(__package__, "unnamed_words.yaml")
    about, layer = rf"(?:(?:{words['about']}) )?[~≈]?\s?$", rf"(?:{words['layers']})s?"
    return _Patterns(
        sits_at=re.compile(rf"\b(?:{words['sits']})\sat\s(?:an?\s(?:[a-z-]+\s){{0,3}}of\s)?{about}"),
        layer_before=re.compile(
            rf"\b(?P<layer>{layer})\s(?:of|with)\s{about}|\b(?P<bracketed>{layer})\s(?:of\s[\w-]+\s)?\([~≈]?\s?$",
            re.IGNORECASE,
        ),
        layer_after=re.compile(
            rf"^(?:\s|-)(?:(?!(?:{words['no_layer']})\b)[\w-]+\s){{0,2}}(?P<layer>{layer})\b", re.IGNORECASE
        ),
        put_down=re.compile(rf"\b(?:{words['put_down']})\w*", re.IGNORECASE),
        electronic=re.compile(rf"\b(?:{words['electronic']})\b", re.IGNORECASE),
    )


LAYER_LENGTH = "length-of-layer"
"""Name of the rule for a length beside a layer, whose material stands there as well."""

POTENTIAL_TOLD = "potential-told"
"""Name of the rule for a potential that a verb tells, which only an electrode has."""

_UNIT_ALONE = {
    "conductivity": ("ionic_conductivity", 0.7),
    "areal_resistance": ("interfacial_resistance", 0.65),
    "density": ("density", 0.7),
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
    if quantity.dimension == "potential" and _patterns().sits_at.search(sentence.before(quantity.start, 70)):
        return Assignment(quantity, "voltage", None, POTENTIAL_TOLD, 0.75)
    told = borne_current(sentence, quantity) or told_value(sentence, quantity)
    if told is not None or is_condition:
        return told
    return _by_unit(sentence, quantity) or carried_property(sentence, quantity)


def _of_layer(sentence: Sentence, quantity: Quantity) -> Assignment | None:
    """The thickness of a layer that its length stands right beside (`a 20 nm film`, `a buffer of 20 nm`)."""
    if (
        quantity.dimension != "length"
        or to_si(quantity.low, quantity.unit) > _THICKEST
        or _AREA.match(sentence.after(quantity.end, 6))
    ):
        return None
    before = sentence.before(quantity.start, 60)
    match = _patterns().layer_before.search(before)
    if match:
        group = match.lastgroup or "layer"
        start = quantity.start - len(before)
        place = start + match.start(group), start + match.end(group)
    elif match := _patterns().layer_after.match(sentence.after(quantity.end, 40)):
        place = quantity.end + match.start("layer"), quantity.end + match.end("layer")
    elif _DEPOSITED.match(sentence.after(quantity.end, 6)) and _patterns().put_down.search(
        sentence.text, sentence.start, sentence.end
    ):
        return Assignment(quantity, "thickness", None, LAYER_LENGTH, 0.75)
    else:
        return None
    return Assignment(quantity, "thickness", PropertyMention(*place, "thickness"), LAYER_LENGTH, 0.75)


def _beside_conductivity(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether an energy stands right behind a conductivity, as activation energies do (`(0.5 mS cm-1, 0.3 eV)`)."""
    return any(
        other.dimension == "conductivity" and _BESIDE.fullmatch(sentence.text, other.end, quantity.start)
        for other in sentence.quantities
    )


def _by_unit(sentence: Sentence, quantity: Quantity) -> Assignment | None:
    if quantity.dimension == "energy" and _beside_conductivity(sentence, quantity):
        return Assignment(quantity, "activation_energy", None, "unit-alone", 0.65)
    known = _UNIT_ALONE.get(quantity.dimension)
    if known is None:
        return None
    if quantity.dimension == "conductivity" and _patterns().electronic.search(
        sentence.text, sentence.start, sentence.end
    ):
        return None
    return Assignment(quantity, known[0], None, "unit-alone", known[1])
