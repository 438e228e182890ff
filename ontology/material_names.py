"""Patterns of what stands in a material's name beside the name itself, from `vocabularies/material_names.yaml`."""

from __future__ import annotations

import re
from importlib import resources
from typing import Any

from .yaml_files import read_yaml

_WORDS: dict[str, Any] = read_yaml(resources.files(__package__) / "vocabularies" / "material_names.yaml")


def _any_of(name: str) -> str:
    return "|".join(sorted(_WORDS[name], key=lambda word: (-len(word), word)))


PHASE_LETTER: dict[str, str] = _WORDS["phase_letters"]
"""One-letter prefix to phase."""

ELEMENT_OF_GAS: dict[str, str] = _WORDS["element_of_gas"]
"""Name of a gas to the symbol of the element that something is doped with."""

SAME_TREATMENT: dict[str, str] = _WORDS["same_treatment"]
"""Treatment to the one it is the same as."""

PHASE = re.compile(
    rf"((?:alpha|beta|gamma|delta|epsilon|theta|kappa|lambda)'*|{_any_of('phases')}|[{''.join(PHASE_LETTER)}](?=-[A-Z]))"
    r"(?:[- ]phase)?[- ](?=\S)(.+)"
)
"""A polymorph: `beta-Li3PS4`, `cubic LLZO`, `c-LLZO`; not `c-axis`."""

GLASS = re.compile(r"(.+?)[ -](glass(?:y)?[- ]ceramics?|glass(?:es)?)")
"""A glass: `Li3PS4 glass`."""

FORM = re.compile(rf"(.+?)[ -](?:{_any_of('forms')})")
"""A shape or use: `LLZO pellets`; not `Li2S cathode`, which holds more than Li2S."""

STATE = re.compile(rf"(?:{_any_of('states')})[ -](.+)", re.IGNORECASE)
"""A state: `metallic Li`."""

UNCOATED = re.compile(r"(?:bare|uncoated)[ -](.+)", re.IGNORECASE)
"""What was left as it was: `bare Al`."""

SIZED = re.compile(r"(?:(?:nano|micro|submicro)-|u(?=[A-Z][a-z]?$))(.+)")
"""A size of particles before a material: `nano-Si`, `uSi`; not `nanofibre`."""

TREATED = re.compile(rf"(.+?)[ -]({_any_of('treatments')})[ -](.+)")
"""Agent, treatment, host: `Ta-doped LLZO`."""

DOPANTS = re.compile(r"\s*(?:,|/|&|\band\b|-(?=[A-Z]))-?\s*")
"""Between several agents: `La/Pr`, `Ca- and Co`."""

ALLOY = re.compile(r"([A-Z][a-z]?(?:-[A-Z][a-z]?)+) alloys?")
"""An alloy by its elements: `Li-Ge alloy`; not `Li alloy`."""

EXPLAINED = re.compile(r"(.+?) \(([^()]+)\)")
"""A name and what stands behind it in brackets: `Li6PS5Cl (LPSCl)`."""

SHARE_UNIT = re.compile(r"(?:in )?(?:mol|at|molar|molar ratio|mole)\.? ?%?")
"""The unit of a glass's shares: `mol%`; not `wt%`."""

ACRONYM = re.compile(rf"(?!(?:{_any_of('capital_formulas')})$)[A-Z]{{3,}}s?")
"""Capitals alone, which are read as letters and not as elements: `SOFC`; not `KOH`."""

POTENTIAL = re.compile(r"[-+]?[\d.]+(?: to [-+]?[\d.]+)? V\b.*")
"""No material, but what stands in the place of one where something decomposes: `1.7 V`; not `V2O5`."""

LAYERS = re.compile(r"\|+|//")
"""Between the layers of a cell."""

_PART = re.compile(r"(?:\d+(?:\.\d+)?\s?(?:wt|mol|vol)?\.?\s?%\s?)?[A-Za-z0-9()'.,+ ]+")
_NO_PART = re.compile(rf"(?:{_any_of('not_in_parts')})\b.*|(?:.* )?(?:{_any_of('not_in_parts')})")


_RANGE = re.compile(r"(?:La|Ce|Pr|Nd|Sm|Eu|Gd)-(?:Sm|Eu|Gd|Tb|Dy|Ho|Er|Tm|Yb|Lu)")
"""A range of the periodic table: `La-Lu`."""

_BONDS = re.compile(r"[A-Z][a-z]?-(?:[CFHNOS]|Se|Cl|Br)-[A-Z][a-z]?")
"""What holds a framework together: `Ti-O-Ti`; not `Li-LLZO-Li`."""

_PAIRS = frozenset(_WORDS["battery_pairs"])


def is_no_composite(name: str) -> bool:
    """Whether what looks like a composite names a battery (`Li-S`), a bond (`P-S`, `Mo-O-Mo`) or a range (`La-Lu`)."""
    return not _PAIRS.isdisjoint((name, name.lower())) or bool(_RANGE.fullmatch(name) or _BONDS.fullmatch(name))


def may_be_part(piece: str, sign: str) -> bool:
    """Whether a text that is joined to a known material by `sign` can be a part of a composite with it."""
    return bool(_PART.fullmatch(piece if sign == "-" else piece.replace("-", "+"))) and not _NO_PART.fullmatch(piece)
