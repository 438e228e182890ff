"""Reaction equations in running text: `Li3PS4 + 8 Li → 4 Li2S + Li3P`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...ontology.elements import elements
from ..materials import find_materials
from .contacts import Pool
from .memory import Memory
from .told import Draft, Told

_TERM = r"(?:\d+(?:[./]\d+)?|[xyz]|\(\d+[+-][xyz]\))?\s?[A-Z][A-Za-z0-9.()\u2212+-]*(?<![.+-])(?:\s?\((?:s|g|l|aq)\))?"
_SIDE = rf"{_TERM}(?:\s\+\s{_TERM})*"
_ARROW = r"(?:-{1,2}>|=>|[→⟶⇒⇌↔=])"
_EQUATION = re.compile(rf"({_SIDE})\s?{_ARROW}\s?({_SIDE})")
"""Matches `Li3PS4 + 8Li → 4Li2S + Li3P`, `Li2S + H2O -> LiOH + LiSH`; must not match `x = 2`, `E = 5 V`."""
_ARROWS = "→⟶⇒⇌"
_COEFFICIENT = re.compile(r"^(?:\d+(?:[./]\d+)?|[xyz]|\(\d+[+-][xyz]\))\s?(?=[A-Z])")
_STATE = re.compile(r"\s?\((?:s|g|l|aq)\)$")


def find_equations(told: Told, memory: Memory) -> Iterator[Draft]:
    """The products that reaction equations of a sentence give.

    Args:
        told: the sentence.
        memory: how its names are understood.
    """
    text = told.sentence.text[told.sentence.start : told.sentence.end]
    if not any(sign in text for sign in "→⟶⇒⇌↔>="):
        return
    for match in _EQUATION.finditer(text):
        left, right = _side(match[1]), _side(match[2])
        if len(left) + len(right) < 3 or not left or not right or not _may_balance(left, right, memory):
            continue
        pair = Pool.of_names(left, memory.names).pair()
        if pair is None or len(pair.subjects) > 1 or memory.names.identify(pair.subjects[0]).kind == "element":
            continue
        for name in right:
            yield Draft(
                "decomposition",
                {
                    "subject": memory.names.participant(pair.subjects[0]),
                    "against": memory.names.participant(pair.against) if pair.against else None,
                    "product": memory.names.participant(name),
                },
                told.sentence.start + match.start(),
                "equation",
                0.85,
            )


def runs_of_equations(told: Told) -> bool:
    """Whether several equations stand in a sentence, as where a scheme lost its lines."""
    text = told.sentence.text[told.sentence.start : told.sentence.end]
    return sum(text.count(sign) for sign in _ARROWS) > 1


def _may_balance(left: Sequence[str], right: Sequence[str], memory: Memory) -> bool:
    """Whether every element on the right is on the left as well; not so where the match cut off a part of a side."""
    found = [[memory.names.identify(name).composition for name in side] for side in (left, right)]
    if not all(composition for side in found for composition in side):
        return True
    given, made = ({element for composition in side for element in composition or ()} for side in found)
    return made <= given


def _side(text: str) -> list[str]:
    """The materials of one side, without coefficients; empty where a term is none (an ion, an electron)."""
    names = []
    for term in text.split(" + "):
        plain = _STATE.sub("", _COEFFICIENT.sub("", term.strip()))
        element = elements().get(plain)
        if element is not None and element.kind in ("metal", "metalloid"):
            names.append(plain)
            continue
        found = find_materials(plain)
        if len(found) != 1 or found[0].end - found[0].start != len(plain):
            return []
        names.append(found[0].name)
    return names
