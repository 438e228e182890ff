"""Values whose property a verb tells: what a capacity fades to, a reaction layer grows to, or a pressure should be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..annotations import Sentence
from ..lexicon import alternatives
from ..quantities import Quantity
from .mentions import Assignment, PropertyMention

_REACH = 110
_BEHIND = 40
_MOST_MPA = 500.0
"""No pressure on a cell is higher; what is, is a modulus."""

_ABOUT = r"(?:(?:only|just|merely|about|around|approximately|roughly|some|nearly|almost|a mere)\s){0,2}[~≈><]?\s?$"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of `told_words.yaml`, compiled.

    Args:
        faded: before the share of a capacity that is left: `capacity of A faded to `; group `told` is the verb.
        over_cycles: behind such a share: ` after 500 cycles`.
        living: what a sentence speaks of that gives one: `cycle life`.
        grown: before the thickness of a layer: `SEI on A grows to `; group `told` is the verb.
        advised: before a pressure: `recommend about `.
        advisable: behind it: ` is sufficient`.
        filled: before a capacity that is borne: `supports stable Li plating of more than `.
    """

    faded: re.Pattern[str]
    over_cycles: re.Pattern[str]
    living: re.Pattern[str]
    grown: re.Pattern[str]
    advised: re.Pattern[str]
    advisable: re.Pattern[str]
    filled: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = alternatives(__package__, "told_words.yaml")
    to = r"(?:(?:down |up )?to|over|into|to a depth of|by)"
    return _Patterns(
        faded=re.compile(
            rf"\b(?P<named>capacit(?:y|ies)(?:\sretentions?)?)\b(?!\s(?:loss|fad|decay|drop))(?:(?!{words['of_another']})[^.;]){{0,100}}?\b"
            rf"(?P<told>(?:{words['fading']})\s(?:[a-z]+ly\s)?(?:back\s)?(?:down\s|up\s)?to|(?:{words['staying']})"
            rf"\s(?:at|above))\s{_ABOUT}"
        ),
        over_cycles=re.compile(
            rf"^\s(?:{words['over_cycles']})\s(?:[a-z]+\s){{0,3}}[~≈>]?\s?\d[\d, ]*\s(?:\w+\s)?cycles\b"
        ),
        living=re.compile(rf"\b(?:{words['living']})\b", re.IGNORECASE),
        grown=re.compile(
            rf"\b(?:{words['growing']})\b[^.;,]{{0,60}}?\b(?P<told>{words['grown']})\s(?:{to}\s)?{_ABOUT}"
        ),
        advised=re.compile(rf"\b(?:{words['advised']})\s(?:at least\s)?{_ABOUT}"),
        advisable=re.compile(rf"^\s(?:is|are|was|were|be|seems?)\s(?:\w+ly\s|already\s)?(?:{words['advisable']})\b"),
        filled=re.compile(
            rf"\b(?:{words['bearing']})(?:e|s|es|ed|ing)?\s(?:[\w-]+\s){{0,4}}(?:{words['filling']})\s"
            rf"(?:of\s|in excess of\s|up to\s|to\s|exceeding\s|as high as\s|more than\s|over\s|above\s){{1,2}}{_ABOUT}"
        ),
    )


def faded_to(sentence: Sentence, quantity: Quantity) -> Assignment | None:
    """The share of a capacity that is said to be left (`the capacity faded to 71%`).

    Args:
        sentence: with its quantities.
        quantity: the share.
    """
    if quantity.dimension != "fraction":
        return None
    return _told(sentence, quantity, _patterns().faded, "capacity_retention", "faded-to")


def told_value(sentence: Sentence, quantity: Quantity) -> Assignment | None:
    """A thickness, a pressure or an areal capacity that a verb tells, None where none does.

    Args:
        sentence: with its quantities.
        quantity: the value.
    """
    words = _patterns()
    if quantity.dimension == "length":
        return _told(sentence, quantity, words.grown, "thickness", "layer-grown")
    if quantity.dimension == "fraction":
        return _left_over(sentence, quantity)
    before = sentence.before(quantity.start, _REACH)
    if quantity.dimension == "areal_capacity" and words.filled.search(before):
        return Assignment(quantity, "areal_capacity", None, "capacity-borne", 0.7)
    if quantity.dimension == "pressure" and _is_advised(sentence, quantity, before):
        return Assignment(quantity, "pressure", None, "pressure-advised", 0.7)
    return None


def _left_over(sentence: Sentence, quantity: Quantity) -> Assignment | None:
    """`long cycle life (80% after 1200 cycles)`: a share that a number of cycles tells to be that of a capacity."""
    words = _patterns()
    if not words.over_cycles.match(sentence.after(quantity.end, _BEHIND)):
        return None
    if not words.living.search(sentence.before(quantity.start, _REACH)):
        return None
    return Assignment(quantity, "capacity_retention", None, "left-after-cycles", 0.65)


def _is_advised(sentence: Sentence, quantity: Quantity, before: str) -> bool:
    if quantity.unit == "GPa" or (quantity.unit == "MPa" and quantity.low > _MOST_MPA):
        return False
    words = _patterns()
    return bool(words.advised.search(before) or words.advisable.match(sentence.after(quantity.end, _BEHIND)))


def _told(sentence: Sentence, quantity: Quantity, pattern: re.Pattern[str], name: str, rule: str) -> Assignment | None:
    before = sentence.before(quantity.start, _REACH)
    match = pattern.search(before)
    if match is None:
        return None
    begin = quantity.start - len(before)
    start, end = match.span("named" if "named" in pattern.groupindex else "told")
    return Assignment(quantity, name, PropertyMention(begin + start, begin + end, name), rule, 0.75)
