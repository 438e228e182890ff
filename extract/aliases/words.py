"""The word lists that the alias rules lean on."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def word_list(name: str) -> frozenset[str]:
    """One list of `alias_words.yaml`, such as `stop` or `generic`."""
    return frozenset(_read()[name])


@cache
def numerals() -> dict[str, str]:
    """English numeral to digit."""
    return dict(_read()["numerals"])


@cache
def _read() -> dict[str, Any]:
    file = resources.files(__package__) / "alias_words.yaml"
    data: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)
    return data
