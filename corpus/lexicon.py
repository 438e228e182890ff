"""The corpus package's own word lists, read once from the YAML files beside this module."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from ..ontology.yaml_files import read_yaml


@cache
def word_lists(file: str) -> Mapping[str, frozenset[str]]:
    """The word lists of one YAML file of this package.

    Args:
        file: its name, such as `artefacts.yaml`.
    """
    lists = read_yaml(resources.files(__package__) / file)
    return {name: frozenset(map(str, words)) for name, words in lists.items()}


@cache
def first_of(file: str, name: str) -> re.Pattern[str]:
    """One pattern for a list of patterns: any of them, without regard to case.

    Args:
        file: a YAML file of this package.
        name: one of its lists.
    """
    return re.compile("|".join(f"(?:{pattern})" for pattern in sorted(word_lists(file)[name])), re.IGNORECASE)
