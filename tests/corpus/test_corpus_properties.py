"""Properties that hold for any text: the map is total, and only documents' own errors come out."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lithograph.corpus.decoding import check_text, decode
from lithograph.corpus.document import Block, Cell, Document, SourceMap
from lithograph.corpus.reading import read_text
from lithograph.errors import DocumentError

FRAGMENTS = st.sampled_from(
    [
        "# A title of some length\n\n",
        "## 1 Introduction\n\n",
        "## References\n\n",
        "1. Noether, E., Curie, M.: On rings. *Ann. Phys.* **3**, 1–9 (1921). <https://doi.org/10.1000/xyz>\n",
        "2. Meitner, L. & Hahn, O. Salts. Nat. Energy 4 , 12 -19 (2019).\n",
        "- [3] I. Joliot, M. Perey, Adv. Mater. 2024 , 36 , 2401.\n",
        "$\\text{Li}_{10}\\text{GeP}_2\\text{S}_{12}$",
        "$10^{-2}$",
        "$\\frac{a}{b",
        "${\\text{",
        "$$",
        "Li<sub>3</sub>PS<sub>4",
        "</sup>",
        "<sup>2+</sup>",
        " speci /uniFB01 c ",
        " S cm -1 ",
        " 3 × 10 -3 ",
        "Li 6 PS 5 Cl ",
        "Na3 -x Sb1 -x W x S4 ",
        "SbS4 3 -units ",
        "µ m ",
        " [1, 2] ",
        "[3–1]",
        " 1 , 2 -3 .",
        "|a|b|\n|--|--|\n|1 [1]|2|\n",
        "|a|b|c|\n",
        "\tx\ty\n1\t\t2\n",
        "**Fig. 1** A caption that ends in\n\n",
        "Table 2. Values\n",
        "- (1) item, cut off here and\n\n",
        "and goes on here.\n\n",
        "&gt;&amp;&#x110000;&nbsp;",
        "10⁻⁴ S cm⁻¹ Li₃N ﬁ µ Ω ",
        "10 000 3 000 ",
        "[link](http://x.org/a(b)c)",
        "![](x.png)",
        "ef-\n\nfect ",
        "www.example.org\n\n",
        "\n\n",
        "\n",
        "\r\n",
        " ",
        "\ue000\ue010",
        "word",
        "\\",
        "$",
        "*",
        "**",
        "_",
        "<",
        "[",
        "]",
        "-",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(FRAGMENTS, min_size=1, max_size=40).map("".join),
    st.lists(st.one_of(FRAGMENTS, st.text(max_size=8)), min_size=1, max_size=40).map("".join),
)
NAMES = st.sampled_from(["paper.md", "paper.txt", "paper"])
SETTINGS = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_or_refuse(text: str, name: str) -> Document | None:
    try:
        return read_text(text, name=name)
    except DocumentError as error:
        complaint = str(error)
    assert "\n" not in complaint
    return None


def assert_map_is_total(text: str, source_map: SourceMap, source: str) -> None:
    assert len(source_map.starts) == len(source_map.ends) == len(text)
    assert all(0 <= start <= end <= len(source) for start, end in zip(source_map.starts, source_map.ends, strict=True))
    assert all(left <= right for left, right in pairwise(source_map.starts))
    if text:
        start, end = source_map.to_source(0, len(text))
        assert 0 <= start <= end <= len(source)


def assert_citations_stand(owner: Block | Cell, source: str) -> None:
    positions = [citation.position for citation in owner.citations]
    assert positions == sorted(positions)
    for citation in owner.citations:
        assert 0 <= citation.position <= len(owner.text)
        assert citation.numbers
        assert 0 <= citation.source_start < citation.source_end <= len(source)
        assert any(character.isdigit() for character in source[citation.source_start : citation.source_end])


@SETTINGS
@given(TEXTS, NAMES)
def test_every_clean_range_maps_inside_the_source(text: str, name: str) -> None:
    document = read_or_refuse(text, name)
    if document is None:
        return
    assert document.source == text
    for block in document.blocks:
        assert block.text
        assert_map_is_total(block.text, block.source, text)
        assert_citations_stand(block, text)
        cells = [*block.table.header, *(cell for row in block.table.rows for cell in row)] if block.table else []
        for cell in cells:
            assert_map_is_total(cell.text, cell.source, text)
            assert_citations_stand(cell, text)


@SETTINGS
@given(TEXTS, NAMES)
@example("REFERENCE\n0\n0.A0000000000000:1800:\n0000", "paper.md")
def test_lines_agree_with_the_map(text: str, name: str) -> None:
    document = read_or_refuse(text, name)
    if document is None:
        return
    breaks = [offset for offset, character in enumerate(text) if character == "\n"]
    if "\n" not in text and "\r" in text:
        breaks = [offset for offset, character in enumerate(text) if character == "\r"]
    for block in document.blocks:
        for position in range(len(block.text)):
            if block.source.ends[position] > block.source.starts[position]:
                line = bisect_right(breaks, block.source.starts[position] - 1) + 1
                assert line <= block.line_at(position) <= bisect_right(breaks, block.source.ends[position] - 1) + 1


@SETTINGS
@given(TEXTS, NAMES)
def test_reading_twice_gives_the_same(text: str, name: str) -> None:
    assert read_or_refuse(text, name) == read_or_refuse(text, name)


@SETTINGS
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_one_line(content: bytes) -> None:
    path = Path("paper.md")
    complaint = str(path)
    try:
        source, _ = decode(content, path)
        check_text(source, path)
    except DocumentError as error:
        complaint = str(error)
    assert "\n" not in complaint
    assert str(path) in complaint
