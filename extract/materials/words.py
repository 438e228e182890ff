"""The word lists of `material_words.yaml`."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from ...ontology.yaml_files import read_yaml


@cache
def words(name: str) -> frozenset[str]:
    """One list of the file, such as `shy`."""
    return frozenset(_read()[name])


def any_of(name: str) -> str:
    """One list of the file as a regular expression, longest entry first."""
    return "|".join(sorted(words(name), key=lambda word: (-len(word), word)))


@cache
def _read() -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(resources.files(__package__) / "material_words.yaml")
    return data
