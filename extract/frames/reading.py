"""A sentence read as statements, once for all rules that ask for them."""

from __future__ import annotations

from functools import lru_cache

from ..annotations import Sentence
from .phrases import find_phrases
from .statements import Statement, find_statements
from .words import find_words

_KEPT = 4096
"""How many sentences are remembered: more than a long review has."""


@lru_cache(maxsize=_KEPT)
def statements_of(sentence: Sentence) -> tuple[Statement, ...]:
    """The statements of a sentence, in order; whoever asks again gets the same ones."""
    return tuple(find_statements(find_phrases(find_words(sentence))))
