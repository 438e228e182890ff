"""The words of `condition_words.yaml` as compiled regular expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..lexicon import alternatives


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """Regular expressions of what introduces a circumstance; all but `joined` end where the quantity starts.

    Args:
        at: `at a current density of `; not `at which the cell reached `.
        named: `with a current density of `.
        during: `after the first `, before a number of cycles or a time.
        during_qualifier: starts a qualifier that introduces such a span by itself (`over 350 cycles`).
        measured: a bracket behind the name of what was measured.
        critical: a word of a sentence about critical currents.
        heated: heat treatment before a temperature.
        pressed: forming before a pressure.
    """

    at: re.Pattern[str]
    named: re.Pattern[str]
    during: re.Pattern[str]
    during_qualifier: re.Pattern[str]
    measured: re.Pattern[str]
    critical: re.Pattern[str]
    heated: re.Pattern[str]
    pressed: re.Pattern[str]


@cache
def condition_words() -> ConditionWords:
    """The words, read once."""
    either = alternatives(__package__, "condition_words.yaml")
    nouns = rf"(?:(?:{either['nouns']})[\s-]+){{0,8}}$"
    named = rf"(?:{either['named']})\s(?:of|is|was|=|set to|set at)\s$"
    return ConditionWords(
        at=re.compile(rf"(?:\b(?:at|under)\s?|@\s?){nouns}", re.IGNORECASE),
        named=re.compile(rf"\b(?:with|using)\s(?:[\w-]+\s){{0,5}}{named}", re.IGNORECASE),
        during=re.compile(rf"\b(?:{either['during']})\s(?:(?:{either['during_nouns']})\s)*$", re.IGNORECASE),
        during_qualifier=re.compile(r"(?:over|within|beyond|up to)\b", re.IGNORECASE),
        measured=re.compile(rf"\b(?:{either['measured']})\s?[(\[]$", re.IGNORECASE),
        critical=re.compile(rf"\b(?:{either['critical']})\b", re.IGNORECASE),
        heated=re.compile(rf"\b(?:{either['heated']})[^.;]{{0,50}}$", re.IGNORECASE),
        pressed=re.compile(rf"\b(?:{either['pressed']})[^.;]{{0,40}}$", re.IGNORECASE),
    )
