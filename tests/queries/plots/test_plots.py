"""Every plot on the samples: it is drawn as a figure, says what it shows, and leads to sentences of the library."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from lithograph.app.library import Library
from lithograph.errors import ConfigError, QueryError
from lithograph.queries.catalogue import catalogue
from lithograph.queries.plots.registry import Plot, plots
from lithograph.queries.plots.style import FONT_SIZE_PT, MM_PER_INCH, Width

PLOTS = pytest.mark.parametrize("plot", plots().values(), ids=plots())

GIVEN: dict[str, Any] = {"material": "garnet"}
"""A value for each parameter that has no default."""


def needed(plot: Plot, **more: Any) -> dict[str, Any]:
    return {p.name: GIVEN[p.name] for p in plot.parameters.values() if p.default is None} | more


@PLOTS
def test_a_plot_says_what_it_shows_and_asks(plot: Plot) -> None:
    assert plot.question.endswith("?")
    assert plot.asks in catalogue()
    assert all(parameter.help for parameter in plot.parameters.values())
    assert plot.to_dict()["name"] == plot.name


@PLOTS
@pytest.mark.parametrize("width", Width)
def test_a_figure_has_the_width_of_a_column_and_words_that_can_be_read(
    plot: Plot, width: Width, samples: Library
) -> None:
    from matplotlib.text import Text

    picture = samples.plot(plot.name, width=width, **needed(plot))
    assert picture.figure.get_figwidth() * MM_PER_INCH == pytest.approx(width.mm)
    words = [text for text in picture.figure.findobj(Text) if text.get_text().strip()]
    assert words
    assert min(float(text.get_fontsize()) for text in words) >= FONT_SIZE_PT


@PLOTS
@pytest.mark.parametrize("width", Width)
def test_nothing_is_cut_off(plot: Plot, width: Width, samples: Library) -> None:
    figure = samples.plot(plot.name, width=width, **needed(plot)).figure
    figure.draw_without_rendering()
    box = figure.get_tightbbox()
    assert min(box.x0, box.y0) >= -1e-9
    assert box.x1 <= figure.get_figwidth() + 1e-9
    assert box.y1 <= figure.get_figheight() + 1e-9


@PLOTS
def test_every_mark_leads_to_sentences_of_the_library(plot: Plot, samples: Library) -> None:
    picture = samples.plot(plot.name, **needed(plot))
    assert not picture.is_empty
    assert picture.caption
    assert len({mark.key for mark in picture.marks}) == len(picture.marks)
    for mark in picture.marks:
        assert mark.title
    claims = {row["id"] for row in samples.cypher("MATCH (c:Claim) RETURN c.id AS id")}
    assert {source.claim for mark in picture.marks for source in mark.sources if source.claim} <= claims


@PLOTS
def test_the_svg_has_every_mark_with_its_title(plot: Plot, samples: Library) -> None:
    picture = samples.plot(plot.name, **needed(plot))
    root = ET.fromstring(picture.svg())
    found = {
        element.get("id"): [child.text for child in element if child.tag.endswith("title")]
        for element in root.iter()
        if str(element.get("id")).startswith("mark-")
    }
    assert found == {mark.key: [mark.title] for mark in picture.marks}


@PLOTS
@pytest.mark.parametrize("ending", ["svg", "png", "html"])
def test_the_same_library_gives_the_same_bytes(plot: Plot, ending: str, samples: Library, tmp_path: Path) -> None:
    digests = set()
    for name in ("one", "two"):
        written = samples.plot(plot.name, **needed(plot)).save(tmp_path / f"{name}.{ending}")
        digests.add(hashlib.sha256(written.read_bytes()).hexdigest())
    assert len(digests) == 1
    assert len(list(tmp_path.iterdir())) == 2


class Page(HTMLParser):
    """What a browser would load or run for a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.scripts = 0
        self.loaded: list[str] = []
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        for name, value in attrs:
            if name in ("src", "data", "srcset", "action", "poster") or (tag == "link" and name == "href"):
                self.loaded.append(str(value))
            if tag == "a" and name == "href":
                self.links.append(str(value))
            if name.startswith("on"):
                self.handlers.append(name)


@PLOTS
def test_a_page_loads_nothing_and_links_to_dois_only(plot: Plot, samples: Library) -> None:
    text = samples.plot(plot.name, **needed(plot)).html()
    page = Page(text)
    assert page.scripts == 1
    assert page.loaded == []
    assert page.handlers == []
    cited = {source.doi for mark in samples.plot(plot.name, **needed(plot)).marks for source in mark.sources}
    assert bool(page.links) == bool(cited - {None})
    assert all(link.startswith("https://doi.org/10.") for link in page.links)
    assert "default-src 'none'" in text
    assert not re.search(r"@import|url\((?!#)", text)
    assert text.count("<title>") == 2  # of the page and of the picture: a mark shows its note instead


@PLOTS
def test_an_empty_library_says_so(plot: Plot, empty: Library, tmp_path: Path) -> None:
    picture = empty.plot(plot.name, **needed(plot))
    assert picture.is_empty
    assert picture.caption.startswith("Nothing to show: ")
    for ending in ("svg", "png", "html"):
        assert picture.save(tmp_path / f"empty.{ending}").stat().st_size > 500


@PLOTS
def test_claims_below_a_confidence_are_left_out(plot: Plot, samples: Library) -> None:
    all_of_them = samples.plot(plot.name, **needed(plot))
    sure = samples.plot(plot.name, min_confidence=1.0, **needed(plot))
    cited = {source.claim for mark in sure.marks for source in mark.sources if source.claim}
    assert not cited
    assert sure.caption != all_of_them.caption


@PLOTS
def test_an_unknown_parameter_is_told(plot: Plot, samples: Library) -> None:
    with pytest.raises(ConfigError, match=r"no parameter 'colour'; it takes "):
        samples.plot(plot.name, **needed(plot, colour="red"))


def test_an_unknown_plot_is_told(samples: Library) -> None:
    with pytest.raises(
        ConfigError, match=r"plot conductivity-familly: no such plot; did you mean 'conductivity-family'"
    ):
        samples.plot("conductivity-familly")


def test_an_ill_typed_parameter_is_told(samples: Library) -> None:
    with pytest.raises(QueryError, match="parameter min: 'high' is not a number"):
        samples.plot("conductivity-family", min="high")
    with pytest.raises(ConfigError, match="parameter unit: 'F' is none of C, K"):
        samples.plot("conductivity-temperature", unit="F")
    with pytest.raises(ConfigError, match="width: 'wide' is none of single, double"):
        samples.plot("conductivity-temperature", width="wide")


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.svg.txt"])
def test_an_unknown_ending_is_told(name: str, empty: Library, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"\.svg, \.png, \.html"):
        empty.plot("conductivity-family").save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["missing/a.svg", "folder.svg"])
def test_a_file_that_cannot_be_written_is_told(name: str, empty: Library, tmp_path: Path) -> None:
    (tmp_path / "folder.svg").mkdir()
    with pytest.raises(ConfigError, match="cannot be written"):
        empty.plot("conductivity-family").save(tmp_path / name)
    assert [path.name for path in tmp_path.rglob("*")] == ["folder.svg"]


def test_without_matplotlib_the_install_line_is_told(samples: Library) -> None:
    script = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "from lithograph.app.cli import main\n"
        f"sys.argv = ['lithograph', '--library', {str(samples.path)!r}, 'plot', 'conductivity-family', '-o', 'a.svg']\n"
        "main()\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr == 'error: a plot needs an optional part: pip install "lithograph[plots]"\n'
