"""The chemical elements: symbols, names, and the order in which identifiers write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import gcd
from types import MappingProxyType
from typing import Any

from .yaml_files import read_yaml


@dataclass(frozen=True, slots=True)
class Element:
    """One element.

    Args:
        symbol: as in a formula.
        names: lower-case English names, the IUPAC one first.
        kind: metal, metalloid, nonmetal, halogen or noble gas.
        rank: place in the order of a formula, electropositive elements first.
    """

    symbol: str
    names: tuple[str, ...]
    kind: str
    rank: int


@cache
def elements() -> Mapping[str, Element]:
    """Every element by its symbol."""
    return MappingProxyType(
        {
            entry["symbol"]: Element(entry["symbol"], (entry["name"], *entry.get("also", ())), entry["kind"], rank)
            for rank, entry in enumerate(_read()["sequence"])
        }
    )


@cache
def placeholders() -> frozenset[str]:
    """Symbols that stand for "some element" in a general formula."""
    return frozenset(_read()["placeholders"])


@cache
def symbol_of_name() -> Mapping[str, str]:
    """Lower-case English element name to symbol."""
    return MappingProxyType({name: element.symbol for element in elements().values() for name in element.names})


@cache
def salt_names() -> Mapping[str, str]:
    """Names that cation and anion give, with their formula: `lithium sulfide` is Li2S."""
    data = _read()
    names = {}
    for symbol, charge in data["charges"].items():
        for anion, entry in data["anions"].items():
            divisor = gcd(charge, entry["charge"])
            formula = _times(symbol, entry["charge"] // divisor) + _times(entry["formula"], charge // divisor)
            names.update({f"{name} {anion}": formula for name in elements()[symbol].names})
    return MappingProxyType(names)


def _times(group: str, number: int) -> str:
    if number == 1:
        return group
    return f"{group}{number}" if group in elements() else f"({group}){number}"


@cache
def _read() -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(resources.files(__package__) / "vocabularies" / "elements.yaml")
    return data
