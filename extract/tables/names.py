"""The column of a table that says what a row is about: the electrolyte, or for values of cells the cell."""

from __future__ import annotations

from dataclasses import dataclass

from ...corpus.document import Table
from ..lexicon import subject_words
from ..materials import find_materials
from .circumstances import head_words

_OF_CELLS = frozenset(
    {
        "areal_capacity",
        "capacity_retention",
        "coulombic_efficiency",
        "critical_current_density",
        "current_density",
        "cycle_life",
        "cycling_duration",
        "energy_density",
        "interfacial_resistance",
        "overpotential",
        "specific_capacity",
        "voltage",
    }
)
"""Properties of a cell or of one of its interfaces; all others are of a material."""

_MOST = 0.5
"""Share of the rows in which a column has to name a material, or a cell, to be taken for one of names."""


@dataclass(frozen=True, slots=True)
class NameColumns:
    """Where the names of a table stand.

    Args:
        material: index of the column that names the material of a row.
        cell: of the column that names its cell; that of the material where there is none.
        electrode: of the column that names the electrode by which the rows differ; that of the cell where none does.
    """

    material: int
    cell: int
    electrode: int

    def of(self, name: str) -> int:
        """The column that names what has a property."""
        if name in subject_words().cell_properties:
            return self.electrode
        return self.cell if name in _OF_CELLS else self.material


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A column that may hold names, with the shares of its cells that name a material and a cell."""

    index: int
    kind: str
    named: float
    cells: float


def find_name_columns(table: Table, taken: set[int]) -> NameColumns | None:
    """The columns of names: by their heads and by what stands below them.

    Args:
        table: the table.
        taken: columns of values.
    """
    found = [_candidate(table, index) for index in range(len(table.header)) if index not in taken]
    found = [candidate for candidate in found if candidate.kind != "kind"]
    headed = [candidate for candidate in found if candidate.kind]
    best = max(headed or found, key=_rank, default=None)
    if best is None or (not headed and best.named < _MOST):
        return None
    other = max((each for each in found if not each.kind), key=_rank, default=best)
    if not best.named and other.named >= _MOST:
        best = other
    cell = next((each for each in headed if each.kind == "cell" and each.cells >= _MOST), best)
    electrode = _telling_electrode(table, best, found) if cell is best else None
    return NameColumns(best.index, cell.index, cell.index if electrode is None else electrode.index)


def _telling_electrode(table: Table, best: _Candidate, found: list[_Candidate]) -> _Candidate | None:
    """The column of cathodes or anodes that tells the rows apart, where all have the same electrolyte."""
    if len({row[best.index].text for row in table.rows}) > 1 or head_words()["electrode"].search(
        table.header[best.index].text
    ):
        return None
    return next(
        (
            each
            for each in found
            if head_words()["electrode"].search(table.header[each.index].text)
            and len({row[each.index].text for row in table.rows}) > 1
        ),
        None,
    )


_ORDER = {"material": 3, "part": 2, "cell": 1}
"""Kinds of heads, those that rather name the material of a row higher."""


def _rank(candidate: _Candidate) -> tuple[bool, int, float, int]:
    return candidate.named > 0, _ORDER.get(candidate.kind, 0), candidate.named, -candidate.index


def _candidate(table: Table, index: int) -> _Candidate:
    words, head = head_words(), table.header[index].text
    kind = next((kind for kind in _ORDER if words[kind].search(head)), "")
    if kind and words["kind"].search(head):
        kind = "kind"
    mentions = [find_materials(row[index].text) for row in table.rows]
    count = max(1, len(table.rows))
    cells = sum(any(mention.kind == "cell" for mention in found) for found in mentions)
    return _Candidate(index, kind, sum(map(bool, mentions)) / count, cells / count)
