"""How a sentence goes on from a strategy told before it, without naming it again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ...frames.concepts import find_concepts
from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ..told import Told
from ..understood import is_anaphor
from .agents import METALS
from .words import find_head, in_list, strategy_words


class Way(Enum):
    """What ties a sentence to the one before."""

    POINTS_BACK = "points back"
    """`This layer also blocks electrons.`, `It keeps LATP from being reduced.`"""

    CONCLUDES = "concludes"
    """`Thus, dendrites are suppressed.`"""

    WITHOUT = "without"
    """`Without the layer, dendrites grew.`"""

    RESULTS = "results"
    """`The interfacial resistance fell to 30 ohm cm2.`, `Symmetric cells ran for 900 h.`"""


@dataclass(frozen=True, slots=True)
class GoingOn:
    """How a sentence goes on.

    Args:
        way: what ties it to the one before.
        opener: its first subject.
        reach: how many sentences before the strategy may have been told.
    """

    way: Way
    opener: NounPhrase
    reach: int = 1


_AS_A_RESULT = ("as a result,", "as a consequence,")
"""Openings of several words behind which a sentence concludes; of `as a result of` it does not."""


def how_it_goes_on(told: Told) -> GoingOn | None:
    """How a sentence goes on from the ones before, or None if it does not.

    Args:
        told: a sentence that names no intervention itself.
    """
    first = told.statements[0] if told.statements else None
    opener = next(iter(first.subjects), None) if first is not None else None
    if first is None or opener is None or opener.words[0].text in ("we", "he", "she"):
        return None
    if any(map(_is_left_out, first.opening)):
        return GoingOn(Way.WITHOUT, opener, 2)
    before = told.sentence.text[told.sentence.start : first.start].lower()
    opening = before.split(" ")[0].strip(",")
    if _points_back(opener):
        if len(opener.words) == 1 and _only_describes(first):
            return None
        return GoingOn(Way.POINTS_BACK, opener, 2 if find_head(opener.words) is not None else 1)
    if in_list("goes_on", opening) or before.startswith(_AS_A_RESULT):
        return GoingOn(Way.CONCLUDES, opener, 2)
    deposits = in_list("deposits", first.verb.lemma) and any(mention.name in METALS for mention in opener.materials)
    if _is_opposed(opening, first) or not (deposits or _shows_results(opener)):
        return None
    return GoingOn(Way.RESULTS, opener, 2)


def _points_back(opener: NounPhrase) -> bool:
    """`this layer`, `such a coating`, `it`; `the resulting cells`."""
    nouns = strategy_words().lists["anaphor_nouns"]
    resulting = opener.determiner == "the" and any(in_list("resulting", word.text) for word in opener.words)
    return is_anaphor(opener, nouns) or (resulting and in_list("anaphor_nouns", opener.words[-1].text))


def _is_left_out(phrase: NounPhrase) -> bool:
    """`Without the layer`, `in the absence of this coating`."""
    back = phrase.determiner in ("the", "this", "such", "these")
    return back and in_list("left_out", phrase.prep) and in_list("anaphor_nouns", phrase.words[-1].text)


def _only_describes(first: Statement) -> bool:
    """`It is …`, `This indicates …`: what a lone pronoun stands for is not sure to be the strategy."""
    return bool(first.verb.senses & {"indicate", "have"}) or first.verb.lemma == "be"


def _is_opposed(opening: str, first: Statement) -> bool:
    """`However, …`, `Without the layer, …`: what follows is no result of what was done."""
    return in_list("opposed", opening) or any(in_list("aside", phrase.prep) for phrase in first.opening)


def _shows_results(opener: NounPhrase) -> bool:
    """Whether results are told of it: a quality, a failure (`no dendrites`), or cells with the strategy."""
    if any(in_list("bare", word.text) for word in opener.words):
        return False
    return bool(find_concepts(opener)) or in_list("result_bearers", opener.words[-1].text)
