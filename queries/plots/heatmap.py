"""Which category of strategy acts against which failure, by the number of different sources that say so."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..answer import Answer
from .labels import shown, spoken
from .marks import Mark, Row, counted, grouped, sources_of
from .measure import axes_in_mm, text_size_mm
from .picture import Picture, empty_picture
from .style import GRID, Width, new_figure, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure

_Cell = tuple[str, str]
"""A category of strategy and a failure."""

_ROW_MM = 5.5
_NARROWEST_MM, _WIDEST_MM = 4.2, 20.0
"""Of a column."""

_SCALE_MM, _BELOW_MM, _GAP_MM = 40.0, 13.0, 1.5
"""Length of the scale of colours, the room that it takes below the map, and between words and map."""

_SLANT = 45.0
_FEW = 8
"""Numbers up to which the scale names each."""

_DARK = 0.45
"""Share of the scale from which on white digits are read better than black ones."""


def draw_heat_map(name: str, question: str, answer: Answer, settings: Mapping[str, Any], width: Width) -> Picture:
    """A cell for each pair that some claim names; see `registry.Drawing`."""
    del settings
    cells = grouped(answer, lambda row: (row["category"], row["failure"]))
    if not cells:
        return empty_picture(name, question, "Nothing to show: no strategy against a failure fits.", width.mm)
    counts = {cell: _source_count(rows) for cell, rows in cells.items()}
    categories = _by_total(counts, 0)
    with styled():
        figure = new_figure(width.mm, 100.0, laid_out=False)
        left = max(text_size_mm(figure, spoken(category))[0] for category in categories) + 2 * _GAP_MM
        failures = _by_total(counts, 1)
        kept = failures[: _columns_that_fit(figure, failures, width.mm - left)]
        axes = _place_axes(figure, categories, kept, width.mm, left)
        marks = _draw_cells(axes, cells, counts, categories, kept)
        _label(axes, categories, kept)
        _draw_scale(figure, left, max(counts.values()))
    caption = (
        f"{counted(len(categories), 'category', 'categories')} of strategy against {counted(len(kept), 'failure')}"
    )
    caption += "; the number in a cell counts the different sources that say so."
    if len(kept) < len(failures):
        caption += f" {counted(len(failures) - len(kept), 'failure')} with fewer sources left out for want of room."
    return Picture(name, question, caption, figure, marks)


def _source_count(rows: Sequence[Row]) -> int:
    """Works cited, and papers read that cite none: as the question `remedies` counts them."""
    return len({row["source"] for row in rows} - {None})


def _by_total(counts: Mapping[_Cell, int], part: int) -> list[str]:
    """Categories (part 0) or failures (part 1), that with most sources first."""
    totals: dict[str, int] = {}
    for cell, count in counts.items():
        totals[cell[part]] = totals.get(cell[part], 0) + count
    return sorted(totals, key=lambda term: (-totals[term], term))


def _slanted_mm(figure: Figure, failure: str) -> float:
    """How far a slanted label reaches to the right and upwards."""
    across, up = text_size_mm(figure, spoken(failure))
    return (across + up) * math.sin(math.radians(_SLANT))


def _columns_that_fit(figure: Figure, failures: Sequence[str], room_mm: float) -> int:
    """How many of the first failures have room in their width, the slanted label of the last included."""
    for count in range(len(failures), 1, -1):
        if count * _NARROWEST_MM + _overhang_mm(figure, failures[:count], _NARROWEST_MM) <= room_mm:
            return count
    return 1


def _overhang_mm(figure: Figure, failures: Sequence[str], column_mm: float) -> float:
    """How far the labels reach beyond the last column."""
    ends = (
        _slanted_mm(figure, failure) - (len(failures) - index - 0.5) * column_mm
        for index, failure in enumerate(failures)
    )
    return max(0.0, *ends) + _GAP_MM


def _place_axes(figure: Figure, categories: Sequence[str], failures: Sequence[str], width: float, left: float) -> Axes:
    """Axes for the cells, and the figure as high as they and their labels need."""
    column = _WIDEST_MM
    while column > _NARROWEST_MM and left + column * len(failures) + _overhang_mm(figure, failures, column) > width:
        column -= 0.25
    above = max(_slanted_mm(figure, failure) for failure in failures) + 2 * _GAP_MM
    inner = _ROW_MM * len(categories)
    figure.set_figheight((inner + above + _BELOW_MM) / 25.4)
    axes = axes_in_mm(figure, left, _BELOW_MM, column * len(failures), inner)
    axes.set(xlim=(0, len(failures)), ylim=(len(categories), 0))
    return axes


def _draw_cells(
    axes: Axes,
    cells: Mapping[_Cell, Sequence[Row]],
    counts: Mapping[_Cell, int],
    categories: Sequence[str],
    failures: Sequence[str],
) -> list[Mark]:
    """Coloured cells with their numbers; returns their marks."""
    from matplotlib.patches import Rectangle

    most = max(counts.values())
    colours = _colours()
    marks: list[Mark] = []
    for (category, failure), rows in sorted(cells.items()):
        if failure not in failures:
            continue
        x, y = failures.index(failure), categories.index(category)
        count = counts[category, failure]
        title = f"{spoken(category)} against {spoken(failure)}: {counted(count, 'source')}"
        mark = Mark(f"mark-{len(marks)}", title, sources_of(rows, lambda row: row["statement"]))
        share = _share(count, most)
        axes.add_patch(Rectangle((x, y), 1, 1, facecolor=colours(share), edgecolor="white", gid=mark.key))
        digits = axes.text(x + 0.5, y + 0.52, str(count), color="white" if share > _DARK else "black")
        digits.set(ha="center", va="center", gid=f"over-{mark.key}")
        marks.append(mark)
    for x in range(len(failures) + 1):
        axes.axvline(x, color=GRID, linewidth=0.4, zorder=0)
    for y in range(len(categories) + 1):
        axes.axhline(y, color=GRID, linewidth=0.4, zorder=0)
    return marks


def _colours() -> Colormap:
    from matplotlib import colormaps

    return colormaps["cividis_r"]


def _share(count: int, most: int) -> float:
    """Where on the scale of colours a number stands."""
    return (count - 1) / (most - 1) if most > 1 else 0.0


def _label(axes: Axes, categories: Sequence[str], failures: Sequence[str]) -> None:
    axes.set_yticks([y + 0.5 for y in range(len(categories))], [shown(category) for category in categories])
    axes.set_xticks([x + 0.5 for x in range(len(failures))], [shown(failure) for failure in failures])
    axes.tick_params(length=0, top=True, labeltop=True, labelbottom=False)
    for label in axes.get_xticklabels():
        label.set(rotation=_SLANT, ha="left", va="bottom", rotation_mode="anchor")
    for spine in axes.spines.values():
        spine.set_visible(False)


def _draw_scale(figure: Figure, left: float, most: int) -> None:
    """The scale of colours below the map."""
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import Normalize
    from matplotlib.ticker import FixedLocator, MaxNLocator

    place = axes_in_mm(figure, left, _BELOW_MM - 5.0, _SCALE_MM, 2.0)
    scale = figure.colorbar(ScalarMappable(Normalize(1, max(most, 2)), _colours()), cax=place, orientation="horizontal")
    scale.set_label("Different sources", labelpad=1)
    few = FixedLocator(list(range(1, max(most, 2) + 1)))
    scale.locator = few if most <= _FEW else MaxNLocator(5, integer=True)
    scale.outline.set_linewidth(0.4)
    scale.update_ticks()
