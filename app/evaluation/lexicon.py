"""The words of `comparison.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ...ontology.yaml_files import read_yaml


@dataclass(frozen=True, slots=True)
class ComparisonWords:
    """What is taken as the same; see `comparison.yaml`.

    Args:
        names: a name in lower case to the one that stands for it.
        greek: Greek letter to its spelling.
        units: units that are converted.
        unit_slips: a unit as written to the one meant.
    """

    names: Mapping[str, str]
    greek: Mapping[str, str]
    units: tuple[str, ...]
    unit_slips: Mapping[str, str]


@cache
def comparison_words() -> ComparisonWords:
    """The words that the comparison knows."""
    data = read_yaml(resources.files(__package__) / "comparison.yaml")
    names = {written: name for name, ways in data["names"].items() for written in ways}
    return ComparisonWords(names, data["greek"], tuple(data["units"]), data["unit_slips"])
