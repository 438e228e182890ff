"""Currents that a cell bears or at which it fails, told from those at which something else is measured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..annotations import Sentence
from ..lexicon import alternatives
from ..quantities import Quantity
from .lifetime_words import failing, unfailing
from .mentions import Assignment, PropertyMention

_REACH = 110
_BEHIND = 40
_WORDS_OF_DENIAL = 5
"""So many words before a failure may deny it."""

_ABOUT = r"[~≈><≥]?\s?$"
_RESULTS = frozenset({"count", "time", "fraction", "specific_capacity"})
"""Dimensions of what is stated for a current that is a circumstance."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of `current_words.yaml`, compiled.

    Args:
        cycles: before a current at which a cell runs: `cycling performance at `.
        meanwhile: before what a cell does, where that is a circumstance: `after `, `in one `.
        praise: what makes such a current one that it bears: `stable`.
        doubt: what forbids that: `cannot`.
        sustains: before a current that a cell bears: `sustained `, `withstands a current density as high as `.
        currents: before a current of which a verb behind tells that: `currents of `.
        borne: that verb: ` can be achieved`.
        fails: before the current of a failure: `short-circuits at `, `failed when the current density was raised to `.
        then_fails: behind one: ` before shorting`.
        when_raised: before the current of a failure that the clause behind tells: `when the current was raised to `.
        so_failed: that clause: `, the cell shorted`.
        unharmed: before a current at which it does not fail: `no dendrites were seen up to `.
    """

    cycles: re.Pattern[str]
    meanwhile: re.Pattern[str]
    praise: re.Pattern[str]
    doubt: re.Pattern[str]
    sustains: re.Pattern[str]
    currents: re.Pattern[str]
    borne: re.Pattern[str]
    fails: re.Pattern[str]
    then_fails: re.Pattern[str]
    when_raised: re.Pattern[str]
    so_failed: re.Pattern[str]
    unharmed: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = alternatives(__package__, "current_words.yaml")
    return _Patterns(
        cycles=re.compile(
            rf"\b(?:{words['cycles']})(?:\s[\w/-]+){{0,3}}\s(?:at|under|up to)\s(?:[\w-]+\s){{0,5}}[~≈><]?\s?$"
        ),
        meanwhile=re.compile(rf"\b(?:{words['meanwhile']})\s(?:[\w-]+\s){{0,2}}$"),
        praise=re.compile(rf"\b(?:{words['praise']})\b", re.IGNORECASE),
        doubt=re.compile(rf"\b(?:{words['doubt']})\b", re.IGNORECASE),
        sustains=re.compile(
            rf"\b(?:{words['sustains']})(?:e|s|es|ed|ing)?\s(?:(?:an?|the|even|very)\s)?(?:[a-z-]+\s){{0,3}}?"
            r"(?:(?:current(?: densit(?:y|ies))?s?)\s)?"
            rf"(?:(?:of|as high as|up to|over|above|exceeding|more than|at)\s){{0,3}}{_ABOUT}"
        ),
        currents=re.compile(
            rf"\b(?:{words['currents']})\s(?:(?:of|up to|as high as|to|around|about)\s){{1,3}}{_ABOUT}"
        ),
        borne=re.compile(rf"^\s(?:\w+\s)?(?:be|is|are|was|were|been)\s(?:\w+ly\s)?(?:{words['borne']})\b"),
        fails=re.compile(
            rf"\b{failing()}\s(?P<told>{words['at_which']})\s(?:(?:{words['rising']})\s){{0,9}}{_ABOUT}", re.IGNORECASE
        ),
        unharmed=re.compile(
            rf"\b{unfailing()}\b[^,;]{{0,50}}?\s(?:at|up to|even at|until)\s(?:(?:{words['rising']})\s){{0,6}}{_ABOUT}",
            re.IGNORECASE,
        ),
        when_raised=re.compile(
            rf"\b(?:{words['at_which']})\s(?:(?:{words['rising']}|further)\s){{2,9}}{_ABOUT}", re.IGNORECASE
        ),
        so_failed=re.compile(rf"^[^.;,\d]{{0,20}},\s(?:[^.,;\s]+\s){{1,7}}{failing()}\b", re.IGNORECASE),
        then_fails=re.compile(r"^\s(?:before|until)\s(?:[\w-]+\s){0,3}(?:short|fail|dendrit)"),
    )


def borne_current(sentence: Sentence, quantity: Quantity) -> Assignment | None:
    """A current at which a cell is said to cycle well or to fail, where the sentence gives no other value of it.

    Args:
        sentence: with its quantities.
        quantity: the current.
    """
    if quantity.dimension != "current_density":
        return None
    words, before = _patterns(), sentence.before(quantity.start, _REACH)
    failed = _critical(sentence, quantity, before)
    if failed is not None:
        return failed
    if words.sustains.search(before) or (words.unharmed.search(before) and not _has_results(sentence)):
        return Assignment(quantity, "current_density", None, "sustained-current", 0.8)
    if words.currents.search(before) and words.borne.match(sentence.after(quantity.end, _BEHIND)):
        return Assignment(quantity, "current_density", None, "sustained-current", 0.75)
    cycled = words.cycles.search(before)
    if cycled is None or words.meanwhile.search(before, 0, cycled.start()) or _has_results(sentence):
        return None
    around = before + sentence.after(quantity.end, _BEHIND)
    if words.doubt.search(around) or not words.praise.search(around):
        return None
    return Assignment(quantity, "current_density", None, "sustained-current", 0.7)


def _critical(sentence: Sentence, quantity: Quantity, before: str) -> Assignment | None:
    """A current at which a cell fails at once; where it first lived for a time, that is what is told."""
    words = _patterns()
    fails = words.fails.search(before)
    if fails is None and words.when_raised.search(before) and not _has_results(sentence):
        then = words.so_failed.match(sentence.after(quantity.end, _REACH))
        if then is not None and not words.doubt.search(then.group()):
            return Assignment(quantity, "critical_current_density", None, "failing-current", 0.7)
    if fails is None:
        if not words.then_fails.match(sentence.after(quantity.end, _BEHIND)) or _has_results(sentence):
            return None
        return Assignment(quantity, "critical_current_density", None, "failing-current", 0.7)
    denied = words.doubt.search(" ".join(before[: fails.start()].split()[-_WORDS_OF_DENIAL:]))
    if denied or re.search(r"\b(?:no|without|any|nor)\b", before[: fails.start()][-24:]) or _has_results(sentence):
        return None
    begin = quantity.start - len(before)
    told = PropertyMention(begin + fails.start("told"), begin + fails.end(), "critical_current_density")
    return Assignment(quantity, "critical_current_density", told, "failing-current", 0.7)


def _has_results(sentence: Sentence) -> bool:
    return any(other.dimension in _RESULTS for other in sentence.quantities)
