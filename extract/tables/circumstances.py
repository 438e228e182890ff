"""Columns of a table that give circumstances of the other values in a row: a rate, a temperature, numbers of cycles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ...corpus.document import Cell, Table
from ..lexicon import alternatives

_NAMES = ("temperature", "rate", "current", "cycles", "pressure")
"""Lists of `head_words.yaml` that name a circumstance."""

_OF_CELLS = frozenset(
    {
        "specific_capacity",
        "areal_capacity",
        "capacity_retention",
        "coulombic_efficiency",
        "overpotential",
        "cycling_duration",
        "cycle_life",
        "energy_density",
    }
)
"""Properties that a cell shows at a current."""

_PLATED = frozenset({"areal_capacity", "cycling_duration", "cycle_life", "overpotential"})
"""Properties of symmetric cells, in which a capacity per area is that of a step."""

_AFTER_CYCLES = frozenset({"capacity_retention", "coulombic_efficiency"})


@cache
def head_words() -> Mapping[str, re.Pattern[str]]:
    """The heads by what they give: `Cycle number`; not `Cycle life`."""
    words = alternatives(__package__, "head_words.yaml")
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in words.items()}


@dataclass(frozen=True, slots=True)
class CircumstanceColumn:
    """A column of circumstances.

    Args:
        index: which column.
        name: of `_NAMES`.
        unit: from the head, or "".
    """

    index: int
    name: str
    unit: str

    def concerns(self, name: str) -> bool:
        """Whether a value of a property has this circumstance."""
        if self.name == "cycles":
            return name in _AFTER_CYCLES
        if self.name in ("rate", "current", "pressure", "areal"):
            return name in _OF_CELLS
        return True

    def text_in(self, row: tuple[Cell, ...]) -> str:
        """The circumstance of a row as a text with its unit; empty where the row has none."""
        text = row[self.index].text.strip() if self.index < len(row) else ""
        if not any(character.isdigit() for character in text):
            return text if text.upper() == "RT" else ""
        bare = not any(character.isalpha() for character in text.replace("e", ""))
        return f"{text} {self.unit or ('cycles' if self.name == 'cycles' else '')}".strip() if bare else text


def circumstance_columns(
    table: Table, properties: Mapping[int, str], unit_of: Callable[[str], str]
) -> list[CircumstanceColumn]:
    """The columns whose cells are circumstances of the values beside them.

    Args:
        table: the table.
        properties: of the columns whose head names one.
        unit_of: the unit at the end of a head.
    """
    return list(_columns(table, properties, unit_of))


def _columns(
    table: Table, properties: Mapping[int, str], unit_of: Callable[[str], str]
) -> Iterator[CircumstanceColumn]:
    measured = set(properties.values()) & _OF_CELLS
    plated = "areal_capacity" in measured and measured <= _PLATED
    for index, head in enumerate(table.header):
        taken = properties.get(index)
        if plated and taken == "areal_capacity":
            yield CircumstanceColumn(index, "areal", unit_of(head.text))
        if taken not in (None, "current_density", "pressure"):
            continue
        if head_words()["critical"].search(head.text) or head_words()["preparation"].search(head.text):
            continue
        name = next((name for name in _NAMES if head_words()[name].search(head.text)), None)
        if name is not None and (measured or taken is None):
            yield CircumstanceColumn(index, name, unit_of(head.text))
