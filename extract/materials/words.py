"""The word lists of `material_words.yaml`."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

from ...ontology.elements import LOADER


@cache
def words(name: str) -> frozenset[str]:
    """One list of the file, such as `shy`."""
    return frozenset(_read()[name])


def any_of(name: str) -> str:
    """One list of the file as a regular expression, longest entry first."""
    return "|".join(sorted(words(name), key=lambda word: (-len(word), word)))


@cache
def _read() -> dict[str, Any]:
    file = resources.files(__package__).joinpath("material_words.yaml")
    data: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER)
    return data
