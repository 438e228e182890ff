"""A sentence read as statements, once for all rules that ask for them."""

from __future__ import annotations

from ..annotations import Sentence
from .chunking import find_phrases
from .cutting import find_statements
from .gapping import with_gapped
from .statements import Statement
from .words import find_words


def statements_of(sentence: Sentence) -> tuple[Statement, ...]:
    """The statements of a sentence, in order; whoever asks again gets the same ones."""
    if sentence.statements is None:
        found = find_statements(find_phrases(find_words(sentence)))
        if any(quantity.change for quantity in sentence.quantities):
            found = with_gapped(found)
        object.__setattr__(sentence, "statements", tuple(found))  # the view of a sentence is frozen for everybody else
    return sentence.statements or ()
