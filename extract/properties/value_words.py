"""The words of `value_words.yaml` as compiled regular expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..lexicon import alternatives

_ROUGHLY = r"(?:about |around |approximately |roughly |nearly |only )?[~≈><]?\s?$"


@dataclass(frozen=True, slots=True)
class ValueWords:
    """Regular expressions of the words that tell what a number is; those of `before` end where the number starts.

    Args:
        by_amount: before an amount of change, which is no value: `increased by about `.
        borne: before a voltage that something else has to bear: `tolerates cathodes beyond `.
        classed: behind a voltage that tells a kind: `-class cathodes`, ` cathodes`; not ` at the cathode`.
        from_theory: before a theoretical value to measure by: `deviation from the theoretical capacity of `.
        stated_at: before a potential that is a statement although `at` stands before it: `the peak was at `.
        losing: before a share that is lost and not kept: `to lose `.
        lost: behind such a share: ` capacity loss`.
        differing: behind an amount by which a value differs from another: ` lower than`; not ` lower voltage`.
        particles: what has a particle size: `D50`; not `disc diameter`.
        widths: behind a length that is no thickness: ` diameter`.
        needed: what makes a pressure more than a condition: it is needed, recommended or made possible.
        at_capacity: before a capacity at which a cell is cycled: `at a capacity of `; not `a capacity of `.
        held: before a capacity that a cell has, although it looks like that: `cells with an areal capacity of `.
        tested_in: before the limits of a test: `cycled in a voltage window of `.
        denying: before a value that is denied: `does not reach `; not `not only `, `did not exceed `.
        nothing: before a value that nothing has: `none of the oxides reaches `, `no halide with `.
        no_denial: before a value that bounds what is denied: `is not oxidised below `.
        wanting: before a value that is a goal: `SEs need to have `; not `required up to 50 MPa`.
        wanted: the same behind it: ` is required`.
    """

    by_amount: re.Pattern[str]
    borne: re.Pattern[str]
    classed: re.Pattern[str]
    from_theory: re.Pattern[str]
    stated_at: re.Pattern[str]
    losing: re.Pattern[str]
    lost: re.Pattern[str]
    differing: re.Pattern[str]
    particles: re.Pattern[str]
    widths: re.Pattern[str]
    needed: re.Pattern[str]
    at_capacity: re.Pattern[str]
    held: re.Pattern[str]
    tested_in: re.Pattern[str]
    denying: re.Pattern[str]
    nothing: re.Pattern[str]
    no_denial: re.Pattern[str]
    wanting: re.Pattern[str]
    wanted: re.Pattern[str]


@cache
def value_words() -> ValueWords:
    """The words, read once."""
    either = alternatives(__package__, "value_words.yaml")
    capacity = r"\s(?:[\w-]+\s){0,4}capacit(?:y|ies)\s(?:of\s|\()?(?:about |~ ?|≈ ?)?$"
    begins = rf"(?:{either['begins']})(?:\s(?:already|only))?"
    return ValueWords(
        by_amount=re.compile(
            rf"\b(?:{either['by_amount']})\s(?:(?:{either['roughly']})\s){{0,2}}[~≈]?\s?$", re.IGNORECASE
        ),
        borne=re.compile(rf"\b(?:{either['bearers']})\s(?:{either['beyond']})\s{_ROUGHLY}"),
        classed=re.compile(rf"^[ -](?:[a-z]+[ -])?(?:{either['classed']})\b"),
        from_theory=re.compile(
            rf"\b(?:{either['theory']})\s(?:the |its |their )?theoretical\b[^,;()]{{0,40}}$", re.IGNORECASE
        ),
        stated_at=re.compile(
            rf"\b(?:{either['told_at']}|{begins}|(?:{either['set_at']})\s[^,;()]{{3,50}}?)\sat\s{_ROUGHLY}"
        ),
        losing=re.compile(rf"\b(?:{either['losing']})\s(?:of |about |only |just |merely )?[~≈<>]?\s?$"),
        lost=re.compile(rf"^\s?(?:\w+\s)?(?:{either['lost']})"),
        differing=re.compile(
            rf"^\s(?:{either['differing']})(?:\s?(?:than|the)\b(?!\s(?:{either['transitions']})\b)|\s?(?:[.,;)]|$))"
        ),
        particles=re.compile(either["particles"], re.IGNORECASE),
        widths=re.compile(rf"^\s?(?:{either['widths']})"),
        needed=re.compile(rf"\b(?:{either['needed']})", re.IGNORECASE),
        at_capacity=re.compile(rf"\b(?:{either['at_capacity']})\s(?:an?|the){capacity}"),
        held=re.compile(
            rf"\b(?:{either['holders']})\s(?:(?:materials?|layers?|sheets?|based|each)\s)?with\san?{capacity}"
        ),
        tested_in=re.compile(
            rf"\b(?:{either['tested']})\b[^.;]{{0,50}}?\b(?:in|within|over|with|between|across)\s(?:an?|the)\s"
            rf"(?:[\w-]+\s){{0,3}}(?:{either['ranged']})\s?(?:of|from|between|[:(])?\s?{_ROUGHLY}"
            rf"|\b(?:limited|restricted)\s(?:to|between|at|within)\s{_ROUGHLY}"
        ),
        denying=re.compile(
            rf"\b(?:(?:{either['denying']})\b(?!\s(?:{either['undenying']})\b)(?:(?!\b(?:and|but|yet)\b)[^,;]){{0,50}}"
            rf"|(?:{either['without']})\s(?:(?!(?:and|or|but|{either['told']})\b)[\w-]+\s){{0,3}}[~≈]?\s?)$",
            re.IGNORECASE,
        ),
        nothing=re.compile(
            rf"\b(?:{either['nothing']})\s(?:(?!\b(?:and|but|yet|while)\b)[^,;]){{0,60}}$", re.IGNORECASE
        ),
        no_denial=re.compile(rf"\b(?:{either['no_denial']})\s{_ROUGHLY}", re.IGNORECASE),
        wanting=re.compile(rf"\b(?:{either['wanting']})\b", re.IGNORECASE),
        wanted=re.compile(
            rf"^[^.,;()]{{0,30}}?\b(?:is|are|be|was|were)\s(?:\w+ly\s|still\s)?(?:{either['wanted']})\b", re.IGNORECASE
        ),
    )
