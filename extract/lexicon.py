"""The word lists of extraction, read once from the YAML beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """Words about subjects; see `subject_words.yaml`.

    Args:
        surroundings: names that are never the subject of a value.
        things: last words of long forms whose abbreviation may be a subject although it names no material.
    """

    surroundings: frozenset[str]
    things: frozenset[str]


@cache
def subject_words() -> SubjectWords:
    """The words about subjects."""
    text = resources.files(__package__).joinpath("subject_words.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return SubjectWords(frozenset(data["surroundings"]), frozenset(data["things"]))
