"""The first letters of what a pattern matches: never too few, or terms would be missed."""

from __future__ import annotations

import pytest

from lithograph.ontology.openings import Index, openings


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("glass", {"gla"}, id="letters"),
        pytest.param("Li", {"li"}, id="short"),
        pytest.param("gels?|films?", {"gel", "fil"}, id="choices"),
        pytest.param("ab?cd", {"abc", "acd"}, id="a letter that may be missing"),
        pytest.param("(?:re|un)?coated", {"rec", "unc", "coa"}, id="a group that may be missing"),
        pytest.param("(?:a-)*glass", {"gla", "a-g", "a-a"}, id="a group that may come again"),
        pytest.param("(?:a-)+glass", {"a-g", "a-a"}, id="a group that comes once at least"),
        pytest.param("a{2,3}b", {"ab", "aab", "aaa"}, id="counted is once or more"),
        pytest.param("(?:(?:hot|cold)[- ])?press", {"hot", "col", "pre"}, id="groups in groups"),
        pytest.param("(?-i:SE)s?", {"se", "ses"}, id="where case counts"),
        pytest.param("(?<!thio-)glass(?= is|!)", {"gla"}, id="conditions"),
        pytest.param(r"E\.A", {"e.a"}, id="escaped"),
        pytest.param("[dσ]x", {"dx", "σx"}, id="class"),
        pytest.param("Li[^ ]x", {"li"}, id="class of what is left out"),
        pytest.param(r"a\w+ glass", {"a"}, id="any letter"),
        pytest.param(".b", {""}, id="anything"),
    ],
)
def test_openings(pattern: str, expected: set[str]) -> None:
    assert openings(pattern) == expected


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        pytest.param("gla", (0, 2), id="three letters"),
        pytest.param("LiF", (1, 2), id="a shorter opening, in another case"),
        pytest.param("Li", (1, 2), id="the end of the text"),
        pytest.param("G", (2,), id="too short for all but what is open"),
        pytest.param("", (2,), id="no letters"),
    ],
)
def test_index(letters: str, expected: tuple[int, ...]) -> None:
    assert Index([["glass", "gel"], ["Li"], [".x"]])[letters] == expected
