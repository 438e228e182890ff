"""A property that the sentence before has named, where a value takes it up (`It is 0.9 V`, `this value rises to`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...ontology.vocabulary import properties
from ..annotations import Sentence
from ..lexicon import alternatives
from ..quantities import Quantity
from .mentions import Assignment, find_properties

_REACH = 110
_SENTENCE_BEFORE = 400
"""How many characters back the sentence before may begin."""

_END = re.compile(r"[.!?]\s+(?=[A-Z(])")
"""Between two sentences. Matches `. ` before a capital letter."""

_NEVER = frozenset({"voltage", "current_density", "pressure", "particle_size"})
"""Properties whose units are as often those of circumstances."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of `carried_words.yaml`, compiled; all end where the number starts.

    Args:
        taken_up: `It is only `, `this value increases to `, `Values of `.
        changed: before a change, `it grew from `, `an increase (from `.
    """

    taken_up: re.Pattern[str]
    changed: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = alternatives(__package__, "carried_words.yaml")
    about = rf"(?:(?:{words['about']})\s){{0,3}}[~≈><≥≤]?\s?$"
    it = rf"\b(?:(?:{words['pronouns']})|(?:(?:{words['articles']})\s)?(?:[a-z-]+\s)?(?:{words['nouns']}))"
    between = r"(?:\s(?:already|then|still|now|thus|here|therefore|even|had|has|have|been|also|further))*"
    is_now = rf"(?:{words['verbs']})(?:\s(?:[a-z]+ly\s)?(?:to|at|from|by about))?"
    return _Patterns(
        taken_up=re.compile(rf"{it}{between}\s(?:{is_now}|of|between|from)\s{about}", re.IGNORECASE),
        changed=re.compile(rf"(?:{it}|\b(?:{words['changes']}))\b[^.;,]{{0,40}}\bfrom\s{about}", re.IGNORECASE),
    )


def carried_property(sentence: Sentence, quantity: Quantity) -> Assignment | None:
    """The property of a value that takes up what the sentence before named, None if it takes up nothing.

    Args:
        sentence: with its quantities.
        quantity: a value whose property its own sentence does not name.
    """
    if quantity.change is not None and (like := _like_another(sentence, quantity)) is not None:
        return Assignment(quantity, like.name, None, like.rule, like.confidence)
    before = sentence.before(quantity.start, _REACH)
    words = _patterns()
    if not (words.taken_up.search(before) or (quantity.change is not None and words.changed.search(before))):
        return None
    name = _named_before(sentence, quantity)
    return None if name is None else Assignment(quantity, name, None, "carried-property", 0.65)


def _like_another(sentence: Sentence, quantity: Quantity) -> Assignment | None:
    """What an end of a change before this one takes up: its own first end, or that of another (`and from 3 to 5`)."""
    for other in sentence.quantities:
        if other.start < quantity.start and other.change == "before" and other.dimension == quantity.dimension:
            return carried_property(sentence, other)
    return None


def _named_before(sentence: Sentence, quantity: Quantity) -> str | None:
    """The one property that the sentence before names and that can have such a value."""
    text = sentence.text[max(0, sentence.start - _SENTENCE_BEFORE) : sentence.start].rstrip()
    ends = list(_END.finditer(text))
    begin = ends[-1].end() if ends else 0
    names = {mention.name for mention in find_properties(text[begin:], quantity.dimension)}
    name = names.pop() if len(names) == 1 else ""
    return name if name in properties() and name not in _NEVER else None
