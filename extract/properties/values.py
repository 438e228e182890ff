"""Which property a quantity is a value of."""

from __future__ import annotations

import re
from dataclasses import replace

from ...ontology.units import to_si
from ...ontology.vocabulary import properties
from ..annotations import Sentence
from ..quantities import Quantity
from .currents import borne_current
from .lifetimes import NAMES, is_short_of, lifetime_of
from .mentions import Assignment, PropertyMention, find_properties, paired_name
from .told import faded_to
from .unnamed import assign_unnamed
from .value_words import value_words

_WORDS_BEFORE = 26
"""How many words may stand between a property's name and its value behind it."""

_WORDS_CONDITION = 3
"""How near a property's name must be for a value that looks like a condition (`reduced at 1.7 V`)."""

_WORDS_AFTER = 4
"""How many words may stand between a value and the name of its property behind it."""

_DEFINED_RATE = re.compile(r"(?<![\w.])1\s?C\s?[=≈]\s?$")
"""Before the capacity that a rate is counted from, which was not measured. Matches `(1 C = `."""

_AT_WHICH = re.compile(r"\b(?:at|under|above|below|beyond)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,3}$", re.IGNORECASE)
"""Before the name of a pressure that is a circumstance. Matches `at sufficiently high `."""

_CHARGED_TO = re.compile(r"charg\w+ (?:step )?(?:up )?to$", re.IGNORECASE)
"""At the end of what leads to the limit of a charge, which is only told where it is needed. Matches `charged to`."""

_CUT_OFF = re.compile(r"^\s?(?:\w+\s)?cut-?\s?off")
"""Behind a voltage at which a charge is ended. Matches ` cut-off`."""

_IS_LOST = re.compile(r"\s(?:is|are|was|were|has been|have been)\s(?:\w+ly\s)?lost\b")
"""Behind an amount that is gone. Matches ` was lost`."""

_DENIED = re.compile(r"not|never|hardly")
"""At the start of the name of what does not happen. Matches `not oxidised below`."""

_OF_THEORY = re.compile(r"of (?:the |its )?theoretical(?! dens)")
"""A share of something calculated. Matches `of the theoretical value`; must not match `of the theoretical density`."""

_CAPACITY = re.compile(r"\bcapacit|\benerg|\bmAh")
_DENSE = re.compile(r"\bdens|\bsinter|\bporo")
"""What such a share is of, where a text speaks of it."""

_DECOMPOSES = re.compile(r"decompos\w+", re.IGNORECASE)
"""At the start of what happens beyond a limit of stability. Matches `decomposes below`."""

_SIDES = {"<": "reduction_potential", ">": "oxidation_potential"}
"""What happens below and above it."""

_SLIPS = {"ohm/cm2": "ohm cm2"}
"""A resistance per area, which is always meant for one times an area."""

_MOST_IONIC = 1000.0
"""No solid conducts ions so well, in S/m: electrons do, or the sign of an exponent was lost."""

_IONS = re.compile(r"ion|Li|Na", re.IGNORECASE)
"""In the name of a conductivity of ions. Matches `Li+ conductivity`; must not match `conductivity`."""

_FLAT_POWER = re.compile(r"10\s?[1-9]\d?$")
"""At the end of a number whose power was not raised and may have lost its sign. Matches `2 × 104`."""

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}

_BRACKETED = re.compile(r"\w\s?\([\s~≈><≥≤∼]*(?:up to |about |around |over )?$")
"""A value in brackets behind a name. Matches `LLZO (≈`."""

_OWN_VALUE = 30
"""What it counts against a property, in words, that another value stands right behind it."""

_OF_IT = re.compile(r"\s(?:of|=)\s(?:about\s)?[~≈><]?\s?")
"""Between a property and its own value. Matches ` of `."""

_TOLD_BY_VERB = re.compile(r"(?:,|\))\s(?:is|was|are|were|reache[sd]|amounts? to|equals)\s[^,;.]{0,20}$")
"""Between a clause put in and the value of what was spoken of before it. Matches `, as shown, is `."""

_BREAK = re.compile(r"[;:]")
"""Signs that part a value from a property's name."""


def assign_property(sentence: Sentence, quantity: Quantity, *, is_condition: bool) -> Assignment | None:
    """The property of which `quantity` states a value, or None if that is not clear.

    Args:
        sentence: with its quantities.
        quantity: the value.
        is_condition: it is introduced as a condition of something else (`at 2.5 V`); only a property that is named
            right before it can then claim it.
    """
    if quantity.dimension in NAMES:
        return _lifetime(sentence, quantity)
    if quantity.unit in _SLIPS:
        quantity = replace(quantity, unit=_SLIPS[quantity.unit], dimension="areal_resistance")
    if _is_no_value(sentence, quantity):
        return None
    faded = faded_to(sentence, quantity)
    if faded is not None:
        return faded
    best = _best_named(sentence, quantity, is_condition=is_condition)
    if best is None or best[1].name == "particle_size":
        unnamed = assign_unnamed(sentence, quantity, is_condition=is_condition, named=best is not None)
        if unnamed is not None or best is None:
            return unnamed
    cost, mention, rule = best[0], _told_apart(sentence, quantity, best[1]), best[2]
    if mention.name not in properties() or not _fits(sentence, quantity, mention):
        return None
    if mention.name == "current_density":
        return borne_current(sentence, quantity) or _critical(sentence, quantity, is_condition=is_condition)
    if mention.name == "areal_capacity" and is_condition:
        return None
    confidence = 0.95 if cost <= 6 else 0.85 if cost <= 12 else 0.7
    return Assignment(_bounded(sentence, quantity, mention), mention.name, mention, rule, confidence)


def _critical(sentence: Sentence, quantity: Quantity, *, is_condition: bool) -> Assignment | None:
    """A critical current that other words for currents stand nearer to (`the CCD, found by a current sweep, was 1`)."""
    if is_condition or _TOLD_BY_VERB.search(sentence.before(quantity.start, 40)) is None:
        return None
    found = find_properties(sentence.text, quantity.dimension, sentence.start, quantity.start)
    critical = [each for each in found if each.name == "critical_current_density"]
    if not critical or any(critical[-1].end <= other.start < quantity.start for other in sentence.quantities):
        return None
    return Assignment(quantity, critical[-1].name, critical[-1], "property-before-value", 0.75)


def _told_apart(sentence: Sentence, quantity: Quantity, mention: PropertyMention) -> PropertyMention:
    """The name of a conductivity as that of electrons, where ions cannot conduct so well and none are named.

    Likewise `decomposes below 1.7 V and above 2.1 V` is a reduction and an oxidation, and the voltage of a cell with
    two like electrodes is an overpotential.
    """
    if _DECOMPOSES.match(sentence.text, mention.start) and quantity.qualifier[0] in _SIDES:
        return replace(mention, name=_SIDES[quantity.qualifier[0]])
    if mention.name == "voltage" and _is_polarized(sentence, quantity):
        return replace(mention, name="overpotential")
    if mention.name != "ionic_conductivity" or to_si(quantity.low, quantity.unit) <= _MOST_IONIC:
        return mention
    ionic = _IONS.search(sentence.text, mention.start, mention.end)
    if ionic or _FLAT_POWER.search(sentence.text, quantity.value_start, quantity.value_end):
        return mention
    return replace(mention, name="electronic_conductivity")


def _is_polarized(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a voltage is one of plating and stripping, by its two signs or by the cell (`Li|A|Li … 20 mV`)."""
    if sentence.between(quantity.mention_start - 1, quantity.value_start).strip(" ~≈>").startswith("±"):
        return True
    layers = [mention.name.split("|") for mention in sentence.materials if mention.kind == "cell"]
    return quantity.unit == "mV" and any(len(each) > 1 and each[0] == each[-1] for each in layers)


def _is_no_value(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number is an amount of change or of loss, a difference, a theoretical value or a setting."""
    words, before = value_words(), sentence.before(quantity.start, 70)
    if words.by_amount.search(before[-30:]) or quantity.ordinal or _is_loss(sentence, quantity):
        return True
    if quantity.dimension == "potential" and (
        words.tested_in.search(sentence.before(quantity.start, 110))
        or words.borne.search(before)
        or words.classed.match(sentence.after(quantity.end, 30))
    ):
        return True
    if (
        _IS_LOST.match(sentence.after(quantity.end, 24))
        or words.from_theory.search(before)
        or _DEFINED_RATE.search(before)
    ):
        return True
    if quantity.dimension == "areal_capacity" and words.at_capacity.search(before) and not words.held.search(before):
        return True
    return words.differing.match(sentence.after(quantity.end, 24)) is not None


def _bounded(sentence: Sentence, quantity: Quantity, mention: PropertyMention) -> Quantity:
    """The value with the other sign, where what lies beyond it is denied (`not oxidised below 4 V`)."""
    if quantity.qualifier in _OPPOSITE and _DENIED.match(sentence.text, mention.start):
        return replace(quantity, qualifier=_OPPOSITE[quantity.qualifier])
    return quantity


def _lifetime(sentence: Sentence, quantity: Quantity) -> Assignment | None:
    lived = lifetime_of(sentence, quantity)
    if lived is not None and is_short_of(sentence, quantity):
        quantity = replace(quantity, qualifier="<")
    return None if lived is None else Assignment(quantity, lived.name, lived, "lifetime", 0.8)


def _best_named(
    sentence: Sentence, quantity: Quantity, *, is_condition: bool
) -> tuple[float, PropertyMention, str] | None:
    """The named property that stands nearest to a value, with its distance and the name of the rule."""
    stated = quantity.dimension == "potential" and value_words().stated_at.search(sentence.before(quantity.start, 70))
    reach = _WORDS_CONDITION if is_condition and not stated else float("inf")
    best: tuple[float, PropertyMention, str] | None = None
    paired = paired_name(sentence, quantity)
    if paired is not None and not is_condition:
        return 1.0, paired, "property-before-value"
    for mention in find_properties(sentence.text, quantity.dimension, sentence.start, sentence.end):
        if is_condition and not stated and mention.name == "overpotential":
            continue
        cost = _cost(sentence, quantity, mention)
        if stated and _has_a_value(sentence, quantity, mention):
            continue
        if cost is not None and _has_its_own(sentence, quantity, mention):
            cost = cost[0] + _OWN_VALUE, cost[1]
        if cost is not None and cost[0] <= reach and (best is None or cost[0] <= best[0]):
            best = (cost[0], mention, cost[1])
    return best


def _has_a_value(sentence: Sentence, quantity: Quantity, mention: PropertyMention) -> bool:
    """Whether another value stands between a property and this one, which is of something else then."""
    return any(
        mention.end <= other.start < quantity.start and other.group != quantity.group
        for other in sentence.quantities
        if other.dimension == quantity.dimension
    )


def _has_its_own(sentence: Sentence, quantity: Quantity, mention: PropertyMention) -> bool:
    """Whether a property has another value right behind it, and this one is told by a verb (`A at B of 3 is 1`)."""
    others = (other for other in sentence.quantities if mention.end <= other.start < quantity.start)
    other = next(others, None)
    if other is None or other.dimension != quantity.dimension or other.group == quantity.group:
        return False
    told = _TOLD_BY_VERB.search(sentence.text[other.end : quantity.start]) is not None
    return told and _OF_IT.fullmatch(sentence.text, mention.end, other.start) is not None


def _is_loss(sentence: Sentence, quantity: Quantity) -> bool:
    if quantity.dimension != "fraction":
        return False
    lost = value_words().lost.match(sentence.after(quantity.end, 40))
    return lost is not None or value_words().losing.search(sentence.before(quantity.start, 40)) is not None


def _fits(sentence: Sentence, quantity: Quantity, mention: PropertyMention) -> bool:
    """Whether words around a value bear out a property whose name is used for other things as well."""
    around = sentence.before(quantity.start, 60) + sentence.after(quantity.end, 30)
    if mention.name == "relative_density" and _OF_THEORY.match(sentence.text, mention.start):
        return _DENSE.search(around) is not None or _CAPACITY.search(around) is None
    if mention.name == "relative_density":
        return "relative" in sentence.text[mention.start : mention.end].casefold() or quantity.dimension == "fraction"
    if mention.name == "particle_size":
        return value_words().particles.search(around) is not None
    if mention.name == "thickness":
        return value_words().widths.search(sentence.after(quantity.end, 16)) is None
    if mention.name == "voltage" and _CHARGED_TO.search(sentence.text, mention.start, mention.end):
        return value_words().needed.search(around) is not None
    if mention.name == "voltage":
        return quantity.unit != "kV" and _CUT_OFF.match(sentence.after(quantity.end, 24)) is None
    if mention.name == "pressure":
        bracketed = sentence.text[mention.end : quantity.start].startswith(" (")
        at_which = bracketed and _AT_WHICH.search(sentence.before(mention.start, 40)) is not None
        return not at_which and value_words().needed.search(around) is not None
    return quantity.low >= 0 or quantity.dimension in ("potential", "energy_per_atom", "energy", "molar_energy")


def _cost(sentence: Sentence, quantity: Quantity, mention: PropertyMention) -> tuple[float, str] | None:
    """Distance in words between a value and a property's name, None if they cannot belong together."""
    bracket = _BRACKETED.search(sentence.before(quantity.start, 24))
    bracketed = bracket is not None and any(
        0 <= quantity.start - len(bracket.group()) + 1 - name.end <= 12 for name in sentence.materials
    )
    if mention.end <= quantity.start:
        gap = sentence.text[mention.end : quantity.start]
        words = len(gap.split()) + 6 * len(_BREAK.findall(gap))
        return (words, "property-before-value") if bracketed or words <= _WORDS_BEFORE else None
    gap = sentence.text[quantity.end : mention.start]
    words = len(gap.split())
    if not bracketed and (words > _WORDS_AFTER or "," in gap or ";" in gap or "(" in gap):
        return None
    return 1.5 * words + 1, "value-before-property"
