"""The words of `quantity_words.yaml` as compiled regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml


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


@cache
def quantity_words() -> QuantityWords:
    """The words, read once."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (resources.files(__package__) / "quantity_words.yaml").read_text(encoding="utf-8")
    data: Mapping[str, Any] = yaml.load(text, Loader=loader)
    before, before_signs = _signs(data["qualifiers"])
    after, after_signs = _signs(data["qualifiers_after"])
    return QuantityWords(
        before=re.compile(rf"(?<![A-Za-z])(?:{before})\s?\(?$", re.IGNORECASE),
        before_signs=before_signs,
        after=re.compile(rf"\s(?:{after})\b"),
        after_signs=after_signs,
        label=re.compile(
            rf"(?<![A-Za-z])(?:{_any(data['labels'])})\s?(?:S?\d+[A-Za-z]?(?:\s?[-,;\u2013&]\s?|\s(?:and|to|or)\s))*[(\s]?S?$"
        ),
        variable=re.compile(rf"(?<![A-Za-z])(?:{_any(data['variables'])})\s?(?:\d[\d.]*(?:,\s?|\sand\s))*$"),
        change=re.compile(rf"\b(?:{_any(data['change'])})", re.IGNORECASE),
        range=re.compile(rf"\b(?:{_any(data['range'])})\b", re.IGNORECASE),
        room_temperature=re.compile(rf"(?<![\w-])(?:{_any(data['room_temperature'])})(?!\w)"),
        spelled=re.compile(
            rf"(?<![\w-])(?:a\s)?({_any(sorted(data['numbers'], key=len, reverse=True))})[-\s](?=(?:{_any(data['counted'])})\b)",
            re.IGNORECASE,
        ),
        numbers=data["numbers"],
    )


def _any(patterns: Iterable[str]) -> str:
    return "|".join(patterns)


def _signs(words: Mapping[str, list[str]]) -> tuple[str, dict[str, str]]:
    """One alternation with a named group for each sign."""
    signs = {f"sign{index}": sign for index, sign in enumerate(words)}
    return "|".join(f"(?P<{name}>{_any(words[sign])})" for name, sign in signs.items()), signs
