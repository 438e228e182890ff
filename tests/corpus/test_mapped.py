"""Edits of a mapped text keep the map."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from lithograph.corpus.mapped import Edit, Lean, MappedText


def mapped(source: str) -> MappedText:
    return MappedText.from_slices(source, [(0, len(source))])


def origin(text: MappedText, part: str, source: str) -> str:
    start = text.text.index(part)
    return source[slice(*text.to_source(start, start + len(part)))]


def test_from_slices_puts_a_separator_between() -> None:
    text = MappedText.from_slices("ab--cd", [(0, 2), (4, 6)])
    assert text.text == "ab cd"
    assert text.to_source(0, 5) == (0, 6)
    assert (text.starts[2], text.ends[2]) == (4, 4)


def test_from_slices_takes_given_separators() -> None:
    assert MappedText.from_slices("ef-\n\nfect", [(0, 2), (5, 9)], separators=[""]).text == "effect"


def test_replace_maps_to_the_whole_match() -> None:
    source = "a &gt; b"
    text = mapped(source)
    text.replace(re.compile("&gt;"), ">")
    assert text.text == "a > b"
    assert origin(text, ">", source) == "&gt;"


def test_cut_keeps_what_stands_beside_the_group() -> None:
    source = "S cm -1"
    text = mapped(source)
    text.cut(re.compile("cm( )-1"), 1)
    assert text.text == "S cm-1"
    assert origin(text, "cm-1", source) == "cm -1"
    assert origin(text, "-1", source) == "-1"


def test_lean_gives_removed_markup_to_its_neighbour() -> None:
    source = "<b>x</b>"
    text = mapped(source)
    text.edit([Edit(0, 3, "", Lean.NEXT), Edit(4, 8, "", Lean.PREVIOUS)])
    assert text.text == "x"
    assert text.to_source(0, 1) == (0, 8)


def test_an_inserted_character_has_no_width() -> None:
    text = mapped("ab")
    text.edit([Edit(1, 1, "-")])
    assert text.text == "a-b"
    assert text.starts[1] == text.ends[1] == 1


def test_edit_without_edits_changes_nothing() -> None:
    text = mapped("abc")
    text.edit([])
    assert text.text == "abc"


@given(
    st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 4), st.text(max_size=3)), max_size=8)
)
def test_any_edits_leave_a_rising_map(source: str, raw: list[tuple[int, int, str]]) -> None:
    text = mapped(source)
    edits = []
    cursor = 0
    for start, length, new in sorted(raw):
        if start >= cursor and start + length <= len(source):
            edits.append(Edit(start, start + length, new))
            cursor = start + length + 1
    text.edit(edits)
    assert len(text.text) == len(text.starts) == len(text.ends)
    assert list(text.starts) == sorted(text.starts)
    assert all(0 <= start <= end <= len(source) for start, end in zip(text.starts, text.ends, strict=True))
