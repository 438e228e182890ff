"""A tokenizer that keeps formulas, numbers with their powers, and units whole."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

_TOKEN = re.compile(
    r"[~≈<>≤≥±−-]?\d+(?:[.,]\d+)*(?:\^[+−-]?\d+)?(?![\w(])"
    r"|[\w.%°µμΩ]*\w(?:[\w.+−^′']|[(\[][\w./+−-]{1,12}[)\]]\d*|[-–·/@|](?=\w))*"
    r"|\S"
)
"""Numbers, then words and formulas with their brackets and joints, then single signs.

Matches `10^-4`, `Li1+xAlxTi2-x(PO4)3`, `mS`, `cm-1`; must not join `conductivity,`.
"""


class ChemistryTokenizer:
    """A spaCy tokenizer in one regular expression; the text is kept to the character."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Split a clean text into a spaCy `Doc` whose text equals it."""
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            if start > position:
                _add_space(text[position:start], words, spaces)
            words.append(match.group())
            spaces.append(False)
            position = end
        if position < len(text):
            _add_space(text[position:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)


def _add_space(gap: str, words: list[str], spaces: list[bool]) -> None:
    """White space between tokens: one blank belongs to the token before it, anything more is a token."""
    if words and gap[0] == " ":
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


def chemistry_tokenizer() -> Callable[[Language], ChemistryTokenizer]:
    """Factory for the tokenizer setting of a spaCy pipeline."""
    return lambda nlp: ChemistryTokenizer(nlp.vocab)


registry.tokenizers.register("lithograph.tokenizer.v1", func=chemistry_tokenizer)
