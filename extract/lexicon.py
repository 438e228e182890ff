"""The word lists of extraction, read once from the YAML beside this module."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..ontology.yaml_files import read_yaml


@cache
def alternatives(package: str, file: str) -> dict[str, str]:
    """The word lists of a YAML file by name, each as one pattern: `holds|keeps`.

    Args:
        package: in which the file is.
        file: its name.
    """
    lists: Mapping[str, list[str]] = read_yaml(resources.files(package) / file)
    return {name: "|".join(words) for name, words in lists.items()}


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """Words about subjects; see `subject_words.yaml`.

    Args:
        surroundings: names that are never the subject of a value.
        things: last words of long forms whose abbreviation may be a subject although it names no material.
        electrolyte_families: families and classes whose members are solid electrolytes.
        electrolytes: ids of solid electrolytes that no family or class tells.
        other_electrolytes: classes of electrolytes that are no solid ones.
        electrolyte_properties: properties that an electrolyte has.
        interface_properties: properties that an electrolyte has against an electrode.
        cell_properties: properties that a cell has.
        never_of_an_element: properties of which no element is the subject.
        whole_properties: those of a cell that are never of a material by itself.
        material_properties: those of a cell that a material can have by itself.
        cathode_families: families and classes whose members are active materials of cathodes.
        cathodes: ids of other active materials of cathodes.
        redox_metals: metals that take up charge in the oxides and phosphates of cathodes.
        anodes: ids of materials that are anodes.
        counter_electrodes: ids of alloys that cells are tested against whatever they are about.
        devices: kinds of cells by their acronyms.
        electrode_families: families and classes whose members are electrode materials.
    """

    surroundings: frozenset[str]
    things: frozenset[str]
    electrolyte_families: frozenset[str]
    electrolytes: frozenset[str]
    other_electrolytes: frozenset[str]
    electrolyte_properties: frozenset[str]
    interface_properties: frozenset[str]
    cell_properties: frozenset[str]
    never_of_an_element: frozenset[str]
    whole_properties: frozenset[str]
    material_properties: frozenset[str]
    cathode_families: frozenset[str]
    cathodes: frozenset[str]
    redox_metals: frozenset[str]
    anodes: frozenset[str]
    counter_electrodes: frozenset[str]
    devices: frozenset[str]
    electrode_families: frozenset[str]


@cache
def subject_words() -> SubjectWords:
    """The words about subjects."""
    data = read_yaml(resources.files(__package__) / "subject_words.yaml")
    return SubjectWords(**{name: frozenset(words) for name, words in data.items()})


def by_word(lists: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """For each word of several lists, the names of the lists that have it."""
    found: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
