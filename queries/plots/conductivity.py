"""Ionic conductivities against temperature, and by family of material."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..answer import Answer
from .labels import shown, spoken
from .marks import Mark, Row, counted, grouped, sources_of
from .picture import Picture, empty_picture
from .style import GRID, INK, OTHER, QUIET, Width, class_name, looks, new_figure, styled
from .swarm import apart

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

_DOT_MM = 1.15
"""From the middle of one dot to the next, where they are set side by side."""

_END_PT = 3.6
"""Length of the ends of a bar."""

_SIDE_BY_SIDE = "dots at one temperature are set side by side"
"""Said in the picture itself: a reader would take the place of a dot for its temperature."""

_ABSOLUTE_ZERO_C = -273.15
_LEAST_SPAN_K = 30.0
"""Of the temperature axis: values at one temperature still get an axis that says where it is."""

_LABEL = "Ionic conductivity (S cm$^{-1}$)"
_NO_FAMILY = "no known family"


@dataclass(frozen=True, slots=True)
class _Point:
    """One value of one material: where it is drawn, how, and what says so."""

    material: str
    material_class: str
    family: str
    low: float
    high: float | None
    is_bound: bool
    temperature_K: float | None
    title: str
    rows: tuple[Row, ...]

    @property
    def middle(self) -> float:
        """Where it is put among others, log10 of S/cm; a range by the middle of its bar."""
        return (math.log10(self.low) + math.log10(self.high or self.low)) / 2


def draw_against_temperature(
    name: str, question: str, answer: Answer, settings: Mapping[str, Any], width: Width
) -> Picture:
    """Every value that has a temperature; see `registry.Drawing`."""
    points = _points(answer)
    placed = [point for point in points if point.temperature_K is not None]
    if not placed:
        why = (
            "none of the ionic conductivities that fit has a temperature." if points else "no ionic conductivity fits."
        )
        return empty_picture(name, question, f"Nothing to show: {why}", width.mm)
    in_kelvin = settings["unit"] == "K"
    with styled():
        figure = new_figure(width.mm, 75.0)
        axes = figure.add_subplot()
        marks = _draw_temperatures(axes, placed, width, 0.0 if in_kelvin else _ABSOLUTE_ZERO_C)
        unit = "K" if in_kelvin else "°C"
        axes.set(yscale="log", xlabel=f"Temperature ({unit})\n{_SIDE_BY_SIDE}", ylabel=_LABEL)
        axes.set_ylim(*_decades(placed))
        _legend(figure, placed, 3 if width is Width.SINGLE else 8)
    left_out = len(points) - len(placed)
    caption = f"{_counts(placed)}; {_SIDE_BY_SIDE}."
    caption += f" {counted(left_out, 'value')} without a temperature left out." if left_out else ""
    return Picture(name, question, caption, figure, marks)


def draw_by_family(name: str, question: str, answer: Answer, settings: Mapping[str, Any], width: Width) -> Picture:
    """Every value in the row of its family; see `registry.Drawing`."""
    del settings
    points = _points(answer)
    if not points:
        return empty_picture(name, question, "Nothing to show: no ionic conductivity fits.", width.mm)
    families = _by_family(points)
    with styled():
        inner_mm = width.mm - (28.0 if width is Width.SINGLE else 75.0)
        rows = [_row_offsets(row, inner_mm, _decades(points)) for row in families.values()]
        heights = [max(5.0, 3.0 + 2 * max(map(abs, offsets))) for offsets in rows]
        figure = new_figure(width.mm, sum(heights) + 24.0)
        axes = figure.add_subplot()
        marks = _draw_families(axes, families, rows, heights, with_names=width is Width.DOUBLE)
        axes.set(xscale="log", xlabel=_LABEL)
        axes.set_xlim(*_decades(points))
        _legend(figure, points, 3 if width is Width.SINGLE else 8)
    named = " The material of the highest value stands beside each family." if width is Width.DOUBLE else ""
    return Picture(name, question, f"{_counts(points)}.{named}", figure, marks)


def _by_family(points: Iterable[_Point]) -> dict[str, list[_Point]]:
    """Points by family: those of one class together, the class with the highest value first."""
    families: dict[str, list[_Point]] = {}
    for point in points:
        families.setdefault(point.family, []).append(point)
    best_of_class: dict[str, float] = {}
    for point in points:
        best_of_class[point.material_class] = max(point.middle, best_of_class.get(point.material_class, -math.inf))

    def rank(family: str) -> tuple[bool, float, str, float, str]:
        own = families[family][0].material_class
        return own == OTHER, -best_of_class[own], own, -max(point.middle for point in families[family]), family

    return {family: families[family] for family in sorted(families, key=rank)}


def _points(answer: Answer) -> list[_Point]:
    """One point for each claim and material; a value of zero has no place on a logarithmic axis."""
    found = grouped(answer, lambda row: (row["claim"], row["material"]))
    return [_point(rows) for rows in found.values() if rows[0]["conductivity"] > 0]


def _point(rows: Sequence[Row]) -> _Point:
    first = rows[0]
    conditions = f" ({first['conditions']})" if first["conditions"] else ""
    return _Point(
        material=first["material"],
        material_class=class_name(first["class"]),
        family=first["family"] or _NO_FAMILY,
        low=first["conductivity"],
        high=first["upper"],
        is_bound=first["qualifier"] in (">", "<", ">=", "<="),
        temperature_K=first["temperature_K"],
        title=f"{first['material']}: {first['written']}{conditions}",
        rows=tuple(rows),
    )


def _draw_temperatures(axes: Axes, points: Sequence[_Point], width: Width, zero: float) -> list[Mark]:
    """Dots side by side where they would lie on each other; returns their marks."""
    temperatures = [point.temperature_K + zero for point in points if point.temperature_K is not None]
    low, high = min(temperatures), max(temperatures)
    spare = max(0.1 * (high - low), (_LEAST_SPAN_K - (high - low)) / 2)
    low, high = low - spare, high + spare
    axes.set_xlim(low, high)
    mm_per_degree = (width.mm - 18.0) / (high - low)
    least, most = (math.log10(end) for end in _decades(points))
    mm_per_decade = 50.0 / (most - least)
    offsets = apart(
        [(t * mm_per_degree, point.middle * mm_per_decade) for t, point in zip(temperatures, points, strict=True)],
        _DOT_MM,
    )
    marks = []
    for number, (point, t, offset) in enumerate(zip(points, temperatures, offsets, strict=True)):
        marks.append(_mark(point, number))
        _dot(axes, point, marks[-1].key, along=t + offset / mm_per_degree, upright=True)
    axes.grid(axis="y", color=GRID, linewidth=0.4)
    axes.set_axisbelow(True)
    return marks


def _row_offsets(points: Sequence[_Point], inner_mm: float, decades: tuple[float, float]) -> list[float]:
    """How far above (in mm) the middle of their row dots are put, so that none lies on another."""
    mm_per_decade = inner_mm / (math.log10(decades[1]) - math.log10(decades[0]))
    return apart([(0.0, point.middle * mm_per_decade) for point in points], _DOT_MM)


def _draw_families(
    axes: Axes,
    families: Mapping[str, Sequence[_Point]],
    rows: Sequence[Sequence[float]],
    heights: Sequence[float],
    *,
    with_names: bool,
) -> list[Mark]:
    """A row for each family, in mm from the top; returns the marks of the dots."""
    marks: list[Mark] = []
    top, middles = 0.0, []
    for points, offsets, height in zip(families.values(), rows, heights, strict=True):
        middle = top + height / 2
        for point, offset in zip(points, offsets, strict=True):
            marks.append(_mark(point, len(marks)))
            _dot(axes, point, marks[-1].key, along=middle - offset, upright=False)
        if with_names:
            best = max(points, key=lambda point: (point.high or point.low, point.material))
            axes.text(
                1.01, middle, shown(best.material), transform=axes.get_yaxis_transform(), va="center", color=QUIET
            )
        top += height
        middles.append(middle)
        axes.axhline(top, color=GRID, linewidth=0.4)
    axes.set_ylim(top, 0)
    axes.set_yticks(middles, [shown(family, 22) for family in families])
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", color=GRID, linewidth=0.4)
    axes.set_axisbelow(True)
    return marks


def _dot(axes: Axes, point: _Point, key: str, *, along: float, upright: bool) -> None:
    """A filled dot for a value, a hollow one for a bound, a bar with ends for a range."""
    look = looks("classes")[point.material_class]
    size = look["size"] - 0.5 * point.is_bound if point.high is None else _END_PT
    values = [point.low] if point.high is None else [point.low, point.high]
    places = [along] * len(values)
    axes.plot(
        places if upright else values,
        values if upright else places,
        marker=look["marker"] if point.high is None else "_" if upright else "|",
        markersize=size,
        markerfacecolor="white" if point.is_bound else look["colour"],
        markeredgecolor=look["colour"] if point.is_bound or point.high else "white",
        markeredgewidth=0.9 if point.is_bound or point.high else 0.3,
        color=look["colour"],
        linewidth=0.9,
        gid=key,
        clip_on=False,
        zorder=3 if point.high is None else 2.5,
    )


def _mark(point: _Point, number: int) -> Mark:
    return Mark(f"mark-{number}", point.title, sources_of(point.rows, lambda _: point.title))


def _decades(points: Iterable[_Point]) -> tuple[float, float]:
    """Whole powers of ten around all values, none of which is on the edge."""
    values = [value for point in points for value in (point.low, point.high) if value]
    low, high = math.floor(math.log10(min(values) * 0.9)), math.ceil(math.log10(max(values) * 1.1))
    return 10.0**low, 10.0 ** max(high, low + 1)


def _counts(points: Sequence[_Point]) -> str:
    materials = len({point.material for point in points})
    works = len({row["source"] for point in points for row in point.rows})
    return f"{counted(len(points), 'value')} of {counted(materials, 'material')} from {counted(works, 'source')}"


def _legend(figure: Figure, points: Sequence[_Point], columns: int) -> None:
    """The classes that are shown, and what a hollow dot and a bar mean where there are any."""
    from matplotlib.legend_handler import HandlerLine2D
    from matplotlib.lines import Line2D

    def entry(label: str, **look: Any) -> Line2D:
        return Line2D([], [], linestyle="none", label=label, **look)

    classes = {point.material_class for point in points}
    entries = [
        entry(spoken(name), marker=look["marker"], color=look["colour"], markersize=look["size"])
        for name, look in looks("classes").items()
        if name in classes
    ]
    if any(point.is_bound for point in points):
        hollow = {"markerfacecolor": "white", "markeredgecolor": INK, "markersize": 3.2}
        entries.append(entry("bound (>, ≥, <, ≤)", marker="o", **hollow))
    bar = Line2D([], [], marker="|", markersize=_END_PT, color=INK, linewidth=0.9, label="range")
    figure.legend(
        handles=[*entries, bar] if any(point.high for point in points) else entries,
        handler_map={bar: HandlerLine2D(numpoints=2, marker_pad=0.0)},
        loc="outside lower center",
        ncols=columns,
        handlelength=1.6,
        handletextpad=0.4,
        columnspacing=1.2,
    )
