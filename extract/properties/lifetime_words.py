"""The words of `lifetime_words.yaml` as compiled regular expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..lexicon import alternatives

_ABOUT = r"[~≈><≥≤∼]?\s?$"
_MANY = r"(?:[\w-]+\s)"


@dataclass(frozen=True, slots=True)
class LifetimeWords:
    """Regular expressions of the words around how long a cell lasted; those of `before` end where the number starts.

    Args:
        other_cycles: matches in `12 redox cycles`.
        operating: what a cell does while it lives, `cycled`, `lifespan`, `no short circuit`; group `told` is that of
            what stays as it was (`voltage … remains flat`).
        recharged: the same and `charged and discharged`, before a number of cycles.
        reaches: before a result: `for more than `, `lasted `; not `for the first `, `after `.
        circumstance: before a circumstance: `after `, `during the first `.
        attained: before a number of cycles that a verb, group `told`, says to be a result: `demonstrates over `.
        then_attained: behind a number of cycles, the verb, group `told`, that says it to be a result: ` were achieved`.
        in_brackets: before a result in brackets: ` stability (> `; not ` (after `.
        died: before the time at which it failed, which `told` leads to: `short-circuited after only `, `failure
            occurred within `; not `imaged after `.
        alive: before the time after which it had not: `no short circuit was seen even after `.
        begun: before what a cell does, where that is a circumstance itself: `after long `.
        no_life: what takes time without being a life.
        kept: behind the time that something was kept somewhere: ` in dry air`.
        life_behind: behind a life: ` of stable cycling`, `-h cycle life`, ` without any short circuit`.
    """

    other_cycles: re.Pattern[str]
    operating: re.Pattern[str]
    recharged: re.Pattern[str]
    reaches: re.Pattern[str]
    circumstance: re.Pattern[str]
    attained: re.Pattern[str]
    then_attained: re.Pattern[str]
    in_brackets: re.Pattern[str]
    died: re.Pattern[str]
    alive: re.Pattern[str]
    begun: re.Pattern[str]
    no_life: re.Pattern[str]
    kept: re.Pattern[str]
    life_behind: re.Pattern[str]


@cache
def lifetime_words() -> LifetimeWords:
    """The words, read once."""
    either = alternatives(__package__, "lifetime_words.yaml")
    unchanging = rf"(?:{either['voltages']})\b[^;]{{0,60}}?\b(?P<told>{either['unchanging']})"
    unfading = rf"(?:{either['barely']})\s{_MANY}{{0,2}}(?:{either['fading']})"
    operating = rf"{either['operating']}|{unfailing()}|{unchanging}|{unfading}"
    behind = rf"^(?:[- ](?:long)?)?\s?(?:of\s)?(?:(?:{either['steady']})\s)*(?:{either['goes_on']})\b"
    without = rf"^,?\s{_MANY}{{0,2}}?(?:without|did not \w+)\s(?:(?:{either['no_sign_of']})\s){{0,4}}"
    return LifetimeWords(
        other_cycles=_pattern(rf"\b(?:{either['other_cycles']})\b"),
        operating=_pattern(rf"\b(?:{operating})\b"),
        recharged=_pattern(rf"\b(?:{operating}|{either['recharged']})\b"),
        reaches=_pattern(rf"\b(?:{either['reaches']})\s(?:(?!(?:{either['no_number_of']})\b)[\w-]+\s){{0,3}}{_ABOUT}"),
        circumstance=_pattern(
            rf"\b(?:(?:{either['circumstance']})\s{_MANY}{{0,2}}|(?:{either['right_before']})\s{_MANY}?){_ABOUT}"
        ),
        attained=_pattern(
            rf"\b(?P<told>{either['attained']})\s(?:(?!(?:{either['no_number_of']})\b)[\w-]+\s){{0,2}}{_ABOUT}"
        ),
        then_attained=_pattern(
            r"^(?:[^.;,]|\.\d){0,60}?\b(?:were|was|are|have been|has been|could be|can be)\s(?:\w+ly\s)?"
            rf"(?P<told>{either['attained']})\b"
        ),
        in_brackets=_pattern(rf"\b(?:{either['operating']})\s(?:[\w-]+\s){{0,4}}\(\s?{_ABOUT}"),
        died=_pattern(_death(either)),
        alive=_pattern(rf"\b{unfailing()}\b[^,;]{{0,80}}?\s(?P<told>after|before|until)\s{_MANY}{{0,2}}{_ABOUT}"),
        begun=_pattern(rf"\b(?:{either['begun']})\s{_MANY}{{0,2}}$"),
        no_life=_pattern(rf"\b(?:{either['no_life']})\b"),
        kept=_pattern(rf"^,?\s(?:even\s)?(?:in|under|of|with|at)\s{_MANY}{{0,3}}(?:{either['surroundings']})\b"),
        life_behind=_pattern(rf"{behind}|{without}(?:{either['failures']})"),
    )


def unfailing() -> str:
    """A regular expression of a failure that did not come: `no sign of dendrites`."""
    either = alternatives(__package__, "lifetime_words.yaml")
    return rf"(?:{either['none']})\s{_MANY}{{0,3}}(?:{either['failing']})"


def failing() -> str:
    """A regular expression of a failure, by a verb, or a noun with its verb: `shorted`, `failure of A occurred`."""
    either = alternatives(__package__, "lifetime_words.yaml")
    verb = rf"(?:{either['dies']})(?:\s(?:{either['its_cells']}))?"
    noun = rf"(?:{either['failure']})\s(?:of [^,;]{{2,40}} )?(?:{either['happens']})"
    return rf"(?:{verb}|{noun})(?:\s(?:{either['earlier']}))?"


def _death(either: dict[str, str]) -> str:
    """A failure and the word before its time."""
    when = rf"\s(?P<told>{either['when']})\s(?:(?:{either['hurried']})\s){{0,2}}(?:cycle\s)?{_ABOUT}"
    return rf"\b{failing()}{when}"


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
