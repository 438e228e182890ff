"""Which property a quantity is a value of."""

from __future__ import annotations

import re
from dataclasses import replace

from ...ontology.vocabulary import properties
from ..annotations import Sentence
from ..quantities import Quantity
from .lifetimes import NAMES, is_short_of, lifetime_of
from .mentions import Assignment, PropertyMention, find_properties
from .unnamed import assign_unnamed, sustained

_WORDS_BEFORE = 26
"""How many words may stand between a property's name and its value behind it."""

_WORDS_CONDITION = 3
"""How near a property's name must be for a value that looks like a condition (`reduced at 1.7 V`)."""

_WORDS_AFTER = 4
"""How many words may stand between a value and the name of its property behind it."""

_BY_AMOUNT = re.compile(
    r"\b(?:by|factor of|times)\s+(?:up to |about |approximately |only |as much as |[~≈] ?)?$", re.IGNORECASE
)
"""Before an amount of change, which is no value. Matches `increased by about `."""

_FROM_THEORY = re.compile(
    r"\b(?:from|to|near|than|with|approaching)\s(?:the |its |their )?theoretical\b[^,;()]{0,40}$", re.IGNORECASE
)
"""Before a theoretical value that others are measured by. Matches `deviation from the theoretical capacity of `."""

_DEFINED_RATE = re.compile(r"(?<![\w.])1\s?C\s?[=≈]\s?$")
"""Before the capacity that a rate is counted from, which was not measured. Matches `(1 C = `."""

_STATED_AT = re.compile(
    r"\b(?:is|are|was|were|lies?|lay|peaks?|plateaus?|plateaux|remains?|remained|located|observed"
    r"|found|(?:starts?|started|begins?|began|sets? in)(?:\s(?:already|only))?"
    r"|(?:plac|put|locat|predict|calculat|comput|estimat|sett?)(?:e|es|ed|s|ing)?\s[^,;()]{3,50}?)"
    r"\sat\s(?:about |around |approximately |roughly |nearly |only )?[~≈><]?\s?$"
)
"""Before a potential that is a statement although `at` stands before it. Matches `the peak was at `."""


_LOSS = re.compile(
    r"\b(?:los(?:e|es|ing|t)|loss(?:es)? of|fad(?:e|es|ed|ing)|decay\w*|drop(?:s|ped)?|decreas\w+)\s"
    r"(?:of |about |only )?[~≈<>]?\s?$"
)
"""Before a share that is lost and not kept. Matches `to lose `."""

_LOST = re.compile(
    r"^\s?(?:\w+\s)?(?:loss|fade|decay|drop|degradation|decrease|increase|higher|lower|expansion|shrinkage|change)"
)
"""Behind a share that is lost and not kept. Matches ` capacity loss`."""

_DIFFERENCE = re.compile(
    r"^\s(?:higher|lower|larger|smaller|greater|more|less|thicker|thinner|above|below)\s?(?:than|the)\b"
)
"""Behind an amount by which a value differs from another. Matches ` higher than`; must not match ` higher voltage`."""

_PARTICLE = re.compile(r"particle|grain|powder|crystallite|agglomerate|\bD_?50\b|\bD_?90\b", re.IGNORECASE)
"""What has a particle size. Matches `D50`; must not match `disc diameter`."""

_WIDTH = re.compile(r"^\s?(?:\(?(?:in )?diameter|wide|long|beam|spot|scale|resolution|\(diameter)")
"""Behind a length that is no thickness. Matches ` diameter`."""

_CUT_OFF = re.compile(r"^\s?(?:\w+\s)?cut-?\s?off")
"""Behind a voltage at which a charge is ended. Matches ` cut-off`."""

_NEEDED = re.compile(
    r"\b(?:requir\w+|need\w*|recommend\w*|optim\w+|minimum|critical|threshold|sufficient|necessary|enabl\w+)",
    re.IGNORECASE,
)
"""What makes a pressure more than a condition: it is needed, recommended or made possible."""


_AT_CAPACITY = re.compile(
    r"\b(?:at|with|under|to)\s(?:an?|the)\s(?:[\w-]+\s){0,4}capacit(?:y|ies)\s(?:of\s)?(?:about |~ ?|≈ ?)?$"
)
"""Before a capacity at which a cell is cycled. Matches `at a capacity of `; must not match `a capacity of `."""


_BRACKETED = re.compile(r"\w\s?\([\s~≈><≥≤∼]*(?:up to |about |around |over )?$")
"""A value in brackets behind a name. Matches `LLZO (≈`."""

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
    if _BY_AMOUNT.search(sentence.before(quantity.start, 30)) or _is_loss(sentence, quantity):
        return None
    if quantity.dimension in NAMES:
        return _lifetime(sentence, quantity)
    before = sentence.before(quantity.start, 70)
    if _FROM_THEORY.search(before) or _DEFINED_RATE.search(before):
        return None
    if _DIFFERENCE.match(sentence.after(quantity.end, 24)):
        return None
    best = _best_named(sentence, quantity, is_condition=is_condition)
    if quantity.dimension == "areal_capacity" and _AT_CAPACITY.search(before):
        return None
    if best is None or best[1].name == "particle_size":
        unnamed = assign_unnamed(sentence, quantity, is_condition=is_condition, named=best is not None)
        if unnamed is not None or best is None:
            return unnamed
    if best[1].name not in properties() or not _fits(sentence, quantity, best[1]):
        return None
    if best[1].name == "current_density":
        return sustained(sentence, quantity)
    confidence = 0.95 if best[0] <= 6 else 0.85 if best[0] <= 12 else 0.7
    return Assignment(quantity, best[1].name, best[1], best[2], confidence)


def _lifetime(sentence: Sentence, quantity: Quantity) -> Assignment | None:
    lived = lifetime_of(sentence, quantity)
    if lived is not None and is_short_of(sentence, quantity):
        quantity = replace(quantity, qualifier="<")
    return None if lived is None else Assignment(quantity, lived.name, lived, "lifetime", 0.8)


def _best_named(
    sentence: Sentence, quantity: Quantity, *, is_condition: bool
) -> tuple[float, PropertyMention, str] | None:
    """The named property that stands nearest to a value, with its distance and the name of the rule."""
    stated = quantity.dimension == "potential" and _STATED_AT.search(sentence.before(quantity.start, 70))
    reach = _WORDS_CONDITION if is_condition and not stated else float("inf")
    best: tuple[float, PropertyMention, str] | None = None
    for mention in find_properties(sentence.text, quantity.dimension, sentence.start, sentence.end):
        cost = _cost(sentence, quantity, mention)
        if stated and _has_a_value(sentence, quantity, mention):
            continue
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


def _is_loss(sentence: Sentence, quantity: Quantity) -> bool:
    if quantity.dimension != "fraction":
        return False
    lost = _LOST.match(sentence.after(quantity.end, 40))
    return lost is not None or _LOSS.search(sentence.before(quantity.start, 40)) is not None


def _fits(sentence: Sentence, quantity: Quantity, mention: PropertyMention) -> bool:
    """Whether words around a value bear out a property whose name is used for other things as well."""
    around = sentence.before(quantity.start, 60) + sentence.after(quantity.end, 30)
    if mention.name == "relative_density":
        return "relative" in sentence.text[mention.start : mention.end].casefold() or quantity.dimension == "fraction"
    if mention.name == "particle_size":
        return _PARTICLE.search(around) is not None
    if mention.name == "thickness":
        return _WIDTH.search(sentence.after(quantity.end, 16)) is None
    if mention.name == "voltage":
        return quantity.unit != "kV" and _CUT_OFF.match(sentence.after(quantity.end, 24)) is None
    if mention.name == "pressure":
        return _NEEDED.search(around) is not None
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
