"""Figures of what fails, what helps and what is cited have the numbers of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from matplotlib.patches import FancyBboxPatch

from lithograph.app.library import Library
from lithograph.queries.plots.labels import spoken
from lithograph.queries.plots.picture import Picture
from lithograph.queries.plots.style import Width

PAPER = """# Interfaces of garnets

Dendrite growth causes short circuits. Void formation causes dendrite growth, and poor contact causes void formation.
Short circuits cause poor contact.

Against lithium, Li7La3Zr2O12 decomposes into Li2O and La2O3. Li7La3Zr2O12 suffers from dendrite growth.
"""


@pytest.fixture(scope="module")
def garnets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("garnets")
    paper: Path = folder / "garnets.md"
    paper.write_text(PAPER, encoding="utf-8")
    with Library(folder / "library") as library:
        library.ingest(paper)
        yield library


def words(picture: Picture) -> list[str]:
    return [text.get_text() for text in picture.figure.axes[0].texts]


def boxes(picture: Picture) -> list[Any]:
    return [patch.get_bbox() for patch in picture.figure.axes[0].patches if isinstance(patch, FancyBboxPatch)]


def test_cells_count_sources_as_the_catalogue_does(samples: Library) -> None:
    rows: list[Mapping[str, Any]] = list(samples.query("remedies"))
    expected = {f"{spoken(row['category'])} against {spoken(row['failure'])}": row["sources"] for row in rows}
    titles = (mark.title.rsplit(": ", 1) for mark in samples.plot("strategies-failures").marks)
    assert {pair: int(count.split()[0]) for pair, count in titles} == expected


def test_cells_show_their_numbers(samples: Library) -> None:
    picture = samples.plot("strategies-failures")
    digits = [int(text) for text in words(picture) if text.isdigit()]
    assert sorted(digits) == sorted(row["sources"] for row in samples.query("remedies"))


def test_what_has_no_room_in_a_column_is_told(samples: Library) -> None:
    one, two = (samples.plot("strategies-failures", width=width) for width in Width)
    assert len(one.marks) <= len(two.marks)
    assert ("left out for want of room" in one.caption) == (len(one.marks) < len(two.marks))


def test_years_count_works_as_the_catalogue_does(samples: Library) -> None:
    rows = samples.query("years")
    counts: dict[tuple[str, bool], int] = {}
    for mark in samples.plot("timeline").marks:
        year, count = re.findall(r"\d+", mark.title)[:2]
        counts[year, "cited for a claim" in mark.title] = int(count)
        assert len(mark.sources) == int(count)
    expected: dict[tuple[str, bool], int] = {}
    for row in rows:
        key = (str(row["year"]), row["claims"] > 0)
        expected[key] = expected.get(key, 0) + 1
    assert counts == expected
    later = samples.plot("timeline", since=2020)
    assert {mark.title[:4] for mark in later.marks} == {year for year, _ in expected if year >= "2020"}


def test_causes_are_those_of_the_catalogue(garnets: Library) -> None:
    rows = garnets.query("causes")
    assert len(rows) > 2
    picture = garnets.plot("causes")
    titles = {mark.title.split(":")[0] for mark in picture.marks}
    assert titles == {f"{spoken(row['cause'])} leads to {spoken(row['effect'])}" for row in rows}
    near = {(row["cause"], row["effect"]) for row in garnets.query("causes", factor="void_formation")}
    assert len(garnets.plot("causes", factor="void_formation").marks) == len(near) < len(rows)
    only = garnets.plot("causes", most=1)
    assert len(only.marks) == 1
    assert f"{len(titles) - 1} pairs left out" in only.caption


def test_a_neighbourhood_has_what_claims_say_of_the_material(garnets: Library) -> None:
    picture = garnets.plot("neighbourhood", material="LLZO")
    linked = {spoken(row["other"]) for row in garnets.query("links", material="LLZO")}
    assert {"Li", "Li2O", "La2O3", "dendrite growth"} <= linked
    assert {mark.title.split(":")[0] for mark in picture.marks} == linked
    shown = words(picture)
    assert r"$\mathregular{Li_{7}La_{3}Zr_{2}O_{12}}$" in shown
    assert r"$\mathregular{La_{2}O_{3}}$" in shown
    fewer = garnets.plot("neighbourhood", material="LLZO", most=1)
    assert "with fewer sources left out" in fewer.caption
    assert len(fewer.marks) < len(picture.marks)


@pytest.mark.parametrize("width", Width)
@pytest.mark.parametrize(
    ("plot", "given"),
    [("causes", {}), *(("neighbourhood", {"material": name}) for name in ("garnet", "LPSC", "sulfide", "Li"))],
)
def test_boxes_do_not_overlap_and_hold_their_words(
    plot: str, given: dict[str, Any], width: Width, samples: Library
) -> None:
    picture = samples.plot(plot, width=width, **given)
    found = boxes(picture)
    assert len(found) > 2
    assert not [pair for pair in combinations(found, 2) if pair[0].overlaps(pair[1])]
    axes = picture.figure.axes[0]
    assert all(box.x0 >= 0 and box.x1 <= width.mm and box.y0 >= 0 for box in found)
    to_mm = axes.transData.inverted()
    for text in axes.texts:
        inside = text.get_window_extent().transformed(to_mm)
        assert any(
            box.x0 <= inside.x0 and inside.x1 <= box.x1 and box.y0 <= inside.y0 and inside.y1 <= box.y1 for box in found
        ), text.get_text()
