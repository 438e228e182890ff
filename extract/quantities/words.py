"""The words of `quantity_words.yaml` as compiled regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ...ontology.yaml_files import read_yaml

_DASH = "-\u2010-\u2015\u2212"
_AMOUNT = (
    r"(?:an?\s\w+\s(?:\w+\s)?of\s|(?:an?|the|its|their)\s(?:initial|original|starting|first|final|maximum|highest|peak"
    r"|minimum|lowest)\s(?:value\s)?(?:of\s)?)?"
)
"""`to a high value of`, `from the initial `."""


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """Regular expressions of the words around quantities.

    Args:
        before: a qualifier that ends where the number starts; its named groups are in `before_signs`.
        before_signs: group name to sign.
        after: a qualifier that starts where the quantity ends; its named groups are in `after_signs`.
        after_signs: group name to sign.
        label: ends where a number starts that is a label, as in `Figure 3`.
        variable: ends where a number starts that is an index, as in `x = 0.5`.
        change: a word of change.
        range: a word that makes `from … to …` a range.
        room_temperature: ways to write room temperature.
        spelled: a number in letters before what is counted; group 1 is the number.
        numbers: word to number.
        gap: between two numbers that belong together; the group tells how: `dash`, `error`, `to`, `conjunction`, `list`
            or `blank`. Matches ` to `, `, and `, `–`; not ` at `.
        between: ends where the first number of `between A and B` starts.
        factor: ends where a number starts that tells how many times as much.
        came_from: ends where the number starts from which something changed.
        came_to: likewise, to which.
        became: likewise, with the word of change: `a marked reduction in conductivity to `; not `compared to `.
    """

    before: re.Pattern[str]
    before_signs: Mapping[str, str]
    after: re.Pattern[str]
    after_signs: Mapping[str, str]
    label: re.Pattern[str]
    variable: re.Pattern[str]
    change: re.Pattern[str]
    range: re.Pattern[str]
    room_temperature: re.Pattern[str]
    spelled: re.Pattern[str]
    numbers: Mapping[str, int]
    gap: re.Pattern[str]
    between: re.Pattern[str]
    factor: re.Pattern[str]
    came_from: re.Pattern[str]
    came_to: re.Pattern[str]
    became: re.Pattern[str]


@cache
def quantity_words() -> QuantityWords:
    """The words, read once."""
    data: Mapping[str, Any] = read_yaml(resources.files(__package__) / "quantity_words.yaml")
    before, before_signs = _signs(data["qualifiers"])
    after, after_signs = _signs(data["qualifiers_after"])
    numbers = _any(sorted(data["numbers"], key=len, reverse=True))
    begins = "".join(sorted({"a", *(number[0] for number in data["numbers"])}))  # most words begin none
    change, hedge = _any(data["change"]), rf"(?:(?:{_any(data['hedges'])})\s?)?"
    listed = r"S?\d+[A-Za-z]?(?:\s?[-,;\u2013&]\s?|\s(?:and|to|or)\s)"
    return QuantityWords(
        before=re.compile(rf"(?<![A-Za-z])(?:{before})\s?\(?$", re.IGNORECASE),
        before_signs=before_signs,
        after=re.compile(rf"\s(?:{after})\b"),
        after_signs=after_signs,
        label=re.compile(rf"(?<![A-Za-z])(?:{_any(data['labels'])})\s?(?:{listed})*[(\s]?S?$"),
        variable=re.compile(rf"(?<![A-Za-z])(?:{_any(data['variables'])})\s?(?:\d[\d.]*(?:,\s?|\sand\s))*$"),
        change=re.compile(rf"\b(?:{change})", re.IGNORECASE),
        range=re.compile(rf"\b(?:{_any(data['range'])})\b", re.IGNORECASE),
        room_temperature=re.compile(rf"(?<![\w-])(?:{_any(data['room_temperature'])})(?!\w)"),
        spelled=re.compile(
            rf"(?<![\w-])(?=[{begins}])(?:a\s)?({numbers})[-\s](?=(?:{_any(data['counted'])})\b)", re.IGNORECASE
        ),
        numbers=data["numbers"],
        gap=re.compile(
            rf"(?P<dash>\s?[{_DASH}~∼]{{1,2}}\s?)|(?P<error>\s?±\s?)"
            rf"|(?P<to>\s(?:(?:down\s|up\s)?to|through|till|until)\s{hedge})"
            rf"|(?P<conjunction>\s?,?\s(?:and|or|&|versus|vs\.?|as well as)\s{hedge})"
            rf"|(?P<list>\s?[,;/×x]\s?{hedge})|(?P<blank>\s?)"
        ),
        between=re.compile(rf"\bbetween\s{hedge}$"),
        factor=re.compile(rf"\b(?:{_any(data['factor'])})\s{hedge}$"),
        came_from=re.compile(rf"\bfrom\s{_AMOUNT}{hedge}$"),
        came_to=re.compile(rf"\bto\s{_AMOUNT}{hedge}$"),
        became=re.compile(
            rf"\b(?:{change})(?:\s(?!from\b|to\b)\w+){{0,4}}\s(?:up\s|down\s)?to\s{_AMOUNT}{hedge}$", re.IGNORECASE
        ),
    )


def _any(patterns: Iterable[str]) -> str:
    return "|".join(patterns)


def _signs(words: Mapping[str, list[str]]) -> tuple[str, dict[str, str]]:
    """One alternation with a named group for each sign."""
    signs = {f"sign{index}": sign for index, sign in enumerate(words)}
    return "|".join(f"(?P<{name}>{_any(words[sign])})" for name, sign in signs.items()), signs
