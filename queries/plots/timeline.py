"""From which years the works in the reference lists are, and which of them stand behind claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..answer import Answer
from .marks import Mark, Row, Source, counted, grouped
from .picture import Picture, empty_picture
from .style import GRID, Width, looks, new_figure, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_HEIGHT_MM = 60.0


def draw_timeline(name: str, question: str, answer: Answer, settings: Mapping[str, Any], width: Width) -> Picture:
    """A bar for each year; see `registry.Drawing`."""
    del settings
    years = grouped((row for row in answer if row["year"] is not None), lambda row: int(row["year"]))
    if not years:
        return empty_picture(name, question, "Nothing to show: no work with a year is in a reference list.", width.mm)
    with styled():
        figure = new_figure(width.mm, _HEIGHT_MM)
        axes = figure.add_subplot()
        marks = _draw_bars(axes, dict(sorted(years.items())))
        _label(axes, min(years), max(years))
        figure.legend(loc="outside lower center", ncols=2, handlelength=1.0)
    shown = sum(map(len, years.values()))
    cited = sum(1 for rows in years.values() for row in rows if row["claims"])
    caption = f"{counted(shown, 'work')} from {min(years)} to {max(years)}, {cited} of them cited for a claim."
    left_out = len(answer) - shown
    caption += f" {counted(left_out, 'work')} without a year left out." if left_out else ""
    return Picture(name, question, caption, figure, marks)


def _draw_bars(axes: Axes, years: Mapping[int, Sequence[Row]]) -> list[Mark]:
    """For each year the works cited for a claim, and on them the others; returns the marks of the bars."""
    strong, pale = looks("nodes")["material"]["colour"], looks("nodes")["more"]["colour"]
    marks: list[Mark] = []
    labelled: set[str] = set()
    for year, rows in years.items():
        cited = [row for row in rows if row["claims"]]
        others = [row for row in rows if not row["claims"]]
        for part, base, colour, label in (
            (cited, 0, strong, "cited for a claim"),
            (others, len(cited), pale, "only in a reference list"),
        ):
            if part:
                marks.append(_mark(len(marks), year, part, label))
                (bar,) = axes.bar(year, len(part), 0.8, bottom=base, color=colour)
                bar.set_gid(marks[-1].key)
                bar.set_label("_" if label in labelled else label)
                labelled.add(label)
    return marks


def _mark(number: int, year: int, rows: Sequence[Row], label: str) -> Mark:
    sources = tuple(_source(row) for row in sorted(rows, key=lambda row: (-row["claims"], row["id"])))
    return Mark(f"mark-{number}", f"{year}: {counted(len(rows), 'work')} {label}", sources)


def _source(row: Row) -> Source:
    said = f"cited for {counted(row['claims'], 'claim')}" if row["claims"] else ""
    return Source("", said, "", "", 0, row["doi"], row["work"])


def _label(axes: Axes, first: int, last: int) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.set(xlabel="Year of publication", ylabel="Works", xlim=(first - 1, last + 1))
    axes.xaxis.set_major_locator(MaxNLocator(7, integer=True))
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=True))
    axes.grid(axis="y", color=GRID, linewidth=0.4)
    axes.set_axisbelow(True)
