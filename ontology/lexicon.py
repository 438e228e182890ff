"""The field's own names of materials: abbreviations and English names, read from `vocabularies/materials.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from ..errors import VocabularyError
from .elements import elements, salt_names, symbol_of_name
from .yaml_files import read_yaml

_FILE = "materials.yaml"
_SPELLINGS = (
    ("sulph", "sulf"),
    ("aluminium", "aluminum"),
    ("caesium", "cesium"),
    ("ilised", "ilized"),
    ("fibre", "fiber"),
    ("vapour", "vapor"),
)
"""British to American, which `english_key` compares."""

_LOOSE = re.compile(r"[\s\-()\[\],]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One material of the field's vocabulary.

    Args:
        name: the usual short name; its case counts.
        also: other abbreviations.
        written: English names, as `english_key` compares them.
        formula: plain formula, where there is one.
        kind: compound, polymer or name (neither formula nor polymer).
        family: structure family, where the formula does not tell.
        material_class: class, where the formula does not tell.
        elements: symbols of the elements of what has no plain formula: a polymer, a salt, a solvent.
    """

    name: str
    also: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    formula: str | None = None
    kind: str = "compound"
    family: str | None = None
    material_class: str | None = None
    elements: tuple[str, ...] = ()


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry, in the order of the file.

    Raises:
        VocabularyError: the file is not as it should be.
    """
    found = []
    for raw in read_yaml(resources.files(__package__) / "vocabularies" / _FILE)["materials"]:
        values: dict[str, Any] = {
            "material_class" if key == "class" else key: tuple(v) if isinstance(v, list) else v
            for key, v in raw.items()
        }
        try:
            found.append(Entry(**values))
        except TypeError as error:
            raise VocabularyError(_FILE, str(raw.get("name")), str(error)) from error
    return tuple(found)


@cache
def abbreviations() -> Mapping[str, Entry]:
    """Every short name, case kept, with its entry."""
    return MappingProxyType({name: entry for entry in entries() for name in (entry.name, *entry.also)})


@cache
def english_names() -> Mapping[str, Entry]:
    """Every English name (lower case, as written) with its entry: lexicon, salts by cation and anion."""
    named = {name: Entry(formula, formula=formula) for name, formula in salt_names().items()}
    for entry in entries():
        spelled = (
            (entry.name,)
            if re.search(r"[a-z]{4}", entry.name) and not re.match(r"[A-Z]+[a-z]?[A-Z]", entry.name)
            else ()
        )
        named.update({name.lower(): entry for name in (*entry.written, *spelled)})
    return MappingProxyType(named)


@cache
def english_keys() -> Mapping[str, Entry]:
    """`english_key` of every English name, with its entry."""
    return MappingProxyType({english_key(name): entry for name, entry in english_names().items()})


def english_key(name: str) -> str:
    """What two spellings of one English name share.

    Example:
        >>> english_key("Poly(ethylene oxide)") == english_key("polyethylene-oxide")
        True
        >>> english_key("Li bis(fluorosulphonyl)imide") == english_key("lithium bis(fluorosulfonyl)imide")
        True
    """
    first, space, rest = name.partition(" ")
    if space and first in elements() and rest[0:1].islower():
        name = f"{elements()[first].names[0]} {rest}"
    key = name.lower()
    for british, american in _SPELLINGS:
        key = key.replace(british, american)
    return _LOOSE.sub("", key)


@lru_cache(maxsize=8192)
def find_entry(name: str) -> Entry | None:
    """The entry of an abbreviation, an English name (singular or plural) or an element's name; None if unknown."""
    entry = abbreviations().get(name)
    if entry or not name:
        return entry
    if not re.search(r"[a-z]{3}|^[A-Z]{6}", name):
        return abbreviations().get(name[:-1]) if name.endswith("s") and len(name) > 3 else None
    key = english_key(name)
    entry = english_keys().get(key) or english_keys().get(key.removesuffix("s"))
    if entry is None and (symbol := symbol_of_name().get(name.lower())):
        return Entry(symbol, formula=symbol, kind="element")
    return entry
