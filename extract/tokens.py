"""A tokenizer that keeps formulas, numbers with their powers, and units whole."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

_TOKEN = re.compile(
    r"([~≈<>≤≥±−-]?\d+(?:[.,]\d+)*(?:\^[+−-]?\d+)?(?![\w(])"
    r"|[\w.%°µμΩ]*\w(?:[\w.+−^′']|[(\[][\w./+−-]{1,12}[)\]]\d*|[-–·/@|](?=\w))*"
    r"|\S|\s+)( ?)"
)
"""Numbers, then words and formulas with their brackets and joints, then single signs; each with a blank behind it.

Matches `10^-4`, `Li1+xAlxTi2-x(PO4)3`, `mS`, `cm-1`; must not join `conductivity,`. More white space is a token.
"""


class ChemistryTokenizer:
    """A spaCy tokenizer in one regular expression; the text is kept to the character."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Split a clean text into a spaCy `Doc` whose text equals it."""
        tokens = _TOKEN.findall(text)
        return Doc(self.vocab, words=[word for word, _ in tokens], spaces=[bool(blank) for _, blank in tokens])


def chemistry_tokenizer() -> Callable[[Language], ChemistryTokenizer]:
    """Factory for the tokenizer setting of a spaCy pipeline."""
    return lambda nlp: ChemistryTokenizer(nlp.vocab)


registry.tokenizers.register("lithograph.tokenizer.v1", func=chemistry_tokenizer)
