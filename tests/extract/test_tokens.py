"""The chemistry-aware tokenizer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from lithograph.extract.tokens import ChemistryTokenizer

TOKENIZER = ChemistryTokenizer(Vocab())


@pytest.mark.parametrize(
    "word",
    ["Li6PS5Cl", "Li1+xAlxTi2-x(PO4)3", "10^-4", "cm-1", "β-Li3PS4", "PEO-LiTFSI", "Li/Li+", "0.534"],
)
def test_tokenizer_keeps_word_whole(word: str) -> None:
    assert word in [token.text for token in TOKENIZER(f"So {word} is here.")]


@given(st.text(max_size=60))
def test_tokenizer_keeps_text(text: str) -> None:
    assert TOKENIZER(text).text == text


def test_tokenizer_keeps_more_than_a_blank_as_a_token() -> None:
    assert [token.text_with_ws for token in TOKENIZER(" a  b \nc")] == [" ", "a ", " ", "b ", "\n", "c"]
