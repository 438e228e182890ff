"""Causes told by numbers: `75 MPa drove lithium into the pellet`, `no voids at 5 MPa, but at 1 MPa`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from ..quantities import Quantity
from .ends import End, Link
from .events import events
from .memory import Memory
from .told import Told

_MEASURED = {"MPa": "pressure", "GPa": "pressure", "kPa": "pressure", "mA": "current_density"}
"""Units by which a bare number tells of what it is."""

_CONTRASTS = re.compile(r"\b(?:whereas|while|but|yet|although|though|only|until)\b|;")
"""Words that set two values against each other. Matches `whereas`; must not match `whale`."""

_AT = frozenset({"at", "under", "of", "with", "to"})
"""Prepositions before a value under which something comes about."""

_TOO_MUCH_MPA = 20.0
"""MPa from which a pressure on a cell drives lithium through an electrolyte: several times its yield strength of about
0.8 MPa, and as reported for argyrodite pellets (10.1002/aenm.201903253)."""

_TOO_LITTLE_MPA = 5.0
"""MPa up to which a pressure on a cell may not close voids on stripping (10.1038/s41563-019-0438-9)."""

_OF_MUCH = frozenset({"dendrite_growth", "short_circuit"})
_OF_LITTLE = frozenset({"void_formation", "poor_contact"})
"""Failures that too much, and too little, pressure on a cell brings about."""

_GROUND = frozenset(
    {"press", "cold-press", "hot-press", "densify", "compact", "consolidate", "make", "prepare", "sinter"}
)
"""Verbs of what is done to a pellet, under a pressure that is none on a cell."""


def measured(quantity: Quantity) -> str:
    """The property of which a bare number tells by its unit: pressure, current_density, or an empty string.

    Args:
        quantity: the number with its unit.
    """
    return _MEASURED.get((quantity.unit or "").split("/")[0], "")


def measured_links(told: Told, memory: Memory) -> Iterator[Link]:
    """The failures that a sentence ties to a number, and the level that this is.

    Args:
        told: the sentence.
        memory: how names are understood.
    """
    if not any(map(measured, told.sentence.quantities)):
        return
    values = [_values(statement) for statement in told.statements]
    text = told.sentence.text[told.sentence.start : told.sentence.end]
    contrast = bool(_CONTRASTS.search(text))
    for index, statement in enumerate(told.statements):
        if statement.verb.lemma in _GROUND or not values[index]:
            continue
        for end in events(statement, memory.names):
            if end.kind == "failure" and not end.denied and not end.good:
                others = list(chain(*values[:index], *values[index + 1 :])) if contrast else []
                yield Link(_levels(statement, values[index], others, end), [end], "measured", 0.55)


def _levels(statement: Statement, own: Sequence[Quantity], others: Sequence[Quantity], effect: End) -> list[End]:
    """The levels that the numbers of a statement are: beside those of others, or by what is known of pressures."""
    found = []
    for quantity in own:
        name = measured(quantity)
        level = _beside(quantity, others) or (_known(quantity, effect) if name == "pressure" else "")
        if level and f"{level}_{name}" != "low_current_density":
            found.append(End(f"{level}_{name}", quantity.start, "level", about=name))
    return found


def _beside(quantity: Quantity, others: Sequence[Quantity]) -> str:
    """Higher or lower than every other value of its unit."""
    same = [other.low for other in others if other.unit == quantity.unit and other.start != quantity.start]
    if not same:
        return ""
    return "high" if quantity.low > max(same) else "low" if quantity.low < min(same) else ""


def _known(quantity: Quantity, effect: End) -> str:
    if quantity.unit != "MPa":
        return ""
    if effect.name in _OF_MUCH and quantity.low >= _TOO_MUCH_MPA:
        return "high"
    return "low" if effect.name in _OF_LITTLE and quantity.low <= _TOO_LITTLE_MPA else ""


def _values(statement: Statement) -> list[Quantity]:
    """The pressures and current densities at which a statement says that something is the case, or that do it."""
    around = [phrase for phrase in (*statement.opening, *statement.obliques) if phrase.prep in _AT]
    held = [
        phrase
        for subject in statement.subjects
        for each in subject.told_by
        if each.verb.lemma not in _GROUND
        for phrase in each.obliques
        if phrase.prep in _AT
    ]
    named = [*statement.agents, *around, *held]
    return [quantity for phrase in named for quantity in _of(phrase) if measured(quantity) and quantity.change is None]


def _of(phrase: NounPhrase) -> list[Quantity]:
    """The numbers of a phrase, and of `a pressure of 5 MPa`."""
    own = phrase.quantities if phrase.words[-1].part == "quantity" else []
    return [*own, *(q for each in phrase.modifiers if each.prep == "of" for q in each.quantities)]
