"""Conductivities in figures are those of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lithograph.app.library import Library


def drawn(library: Library, plot: str, **parameters: Any) -> dict[str, list[list[float]]]:
    """Title of each mark to the points of its line."""
    picture = library.plot(plot, **parameters)
    lines: dict[Any, Any] = {line.get_gid(): line for line in picture.figure.axes[0].get_lines()}
    return {mark.title: lines[mark.key].get_xydata().tolist() for mark in picture.marks}


def test_every_value_of_the_catalogue_is_drawn_where_it_belongs(samples: Library) -> None:
    rows = samples.query("conductivities")
    found = drawn(samples, "conductivity-family")
    expected = sorted({(row["claim"], row["conductivity"]) for row in rows})
    assert sorted(points[0][0] for points in found.values()) == pytest.approx(sorted(value for _, value in expected))


def test_values_stand_at_their_temperatures(samples: Library) -> None:
    found = drawn(samples, "conductivity-temperature", unit="K")
    with_temperature = {row["claim"] for row in samples.query("conductivities") if row["temperature_K"]}
    assert len(found) == len(with_temperature)
    warm = {title: points for title, points in found.items() if "60 °C" in title}
    assert warm
    assert all(points[0][0] == pytest.approx(333.15) for points in warm.values())


def test_celsius_and_kelvin_are_the_same_picture(samples: Library) -> None:
    celsius, kelvin = (drawn(samples, "conductivity-temperature", unit=unit) for unit in ("C", "K"))
    assert [p[0][0] + 273.15 for p in celsius.values()] == pytest.approx([p[0][0] for p in kelvin.values()])
    axes = samples.plot("conductivity-temperature").figure.axes[0]
    assert axes.get_xlabel().split("\n") == ["Temperature (°C)", "dots at one temperature are set side by side"]
    assert axes.get_ylabel() == "Ionic conductivity (S cm$^{-1}$)"
    assert axes.get_yscale() == "log"


def test_a_class_limits_the_picture(samples: Library) -> None:
    picture = samples.plot("conductivity-family", material="garnet")
    labels = [label.get_text() for label in picture.figure.axes[0].get_yticklabels()]
    assert labels == ["garnet"]


PAPER = """# A paper about odd values

A range, a bound and a value are told here.

The ionic conductivity of Li6PS5Cl is 1.0 to 3.0 mS/cm at 25 °C. The ionic conductivity of Li3YCl6 is > 0.1 mS/cm at
25 °C. The ionic conductivity of Li7La3Zr2O12 is 0.3 mS/cm at 25 °C.
"""


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("odd")
    paper: Path = folder / "odd.md"
    paper.write_text(PAPER, encoding="utf-8")
    with Library(folder / "library") as library:
        library.ingest(paper)
        yield library


def test_a_range_is_a_bar_and_a_bound_is_hollow(odd: Library) -> None:
    found = drawn(odd, "conductivity-family")
    assert sorted(len(points) for points in found.values()) == [1, 1, 2]
    picture = odd.plot("conductivity-family")
    titles = {mark.key: mark.title for mark in picture.marks}
    hollow = {
        titles[str(line.get_gid())].split(":")[0]
        for line in picture.figure.axes[0].get_lines()
        if line.get_gid() in titles and line.get_markerfacecolor() == "white"
    }
    assert hollow == {"Li3YCl6"}
    assert [text.get_text() for text in picture.figure.legends[0].get_texts()][-2:] == ["bound (>, ≥, <, ≤)", "range"]
