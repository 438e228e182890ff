"""Sentence boundaries."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lithograph.extract.sentences import find_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It is stable. It conducts.", ["It is stable.", "It conducts."], id="plain"),
        pytest.param("The onset is 0.6 V vs. Li/Li+ here.", ["The onset is 0.6 V vs. Li/Li+ here."], id="vs"),
        pytest.param("As Chen et al. Show it.", ["As Chen et al. Show it."], id="et-al"),
        pytest.param(
            "It fails at 0.5 V. The cell dies.", ["It fails at 0.5 V.", "The cell dies."], id="unit-is-no-initial"
        ),
        pytest.param("See Fig. 3 for it. Then stop.", ["See Fig. 3 for it.", "Then stop."], id="figure"),
        pytest.param("It is low (fig. S3). So be it.", ["It is low (fig. S3).", "So be it."], id="small figure"),
        pytest.param("Halides, e. g. Li3YCl6, conduct.", ["Halides, e. g. Li3YCl6, conduct."], id="spaced letters"),
        pytest.param("Work of J. B. Goodenough. It won.", ["Work of J. B. Goodenough.", "It won."], id="initials"),
        pytest.param("Cooled to 25 °C. β-Li3PS4 forms.", ["Cooled to 25 °C.", "β-Li3PS4 forms."], id="greek-start"),
        pytest.param("", [], id="empty"),
    ],
)
def test_find_sentences_splits(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet="ab. A1\n(").filter(str.strip))
def test_find_sentences_keeps_every_visible_character(text: str) -> None:
    ranges = find_sentences(text)
    assert all(start < end for start, end in ranges)
    assert all(left[1] <= right[0] for left, right in pairwise(ranges))
    assert "".join(sentences(text)).replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")
