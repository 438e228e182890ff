"""The word lists that the alias rules lean on."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from ...ontology.yaml_files import read_yaml


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
    data: dict[str, Any] = read_yaml(resources.files(__package__) / "alias_words.yaml")
    return data
