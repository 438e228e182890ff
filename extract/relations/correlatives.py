"""Causes told by two comparatives: `the higher the current density, the more voids form`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..frames.concepts import find_concepts
from ..frames.phrases import NounPhrase
from ..frames.word import NOUNS, Word
from ..frames.words import find_words
from .ends import End, Link, as_ends
from .told import Told

_PAIR = re.compile(r"\b[Tt]he (?:more|less|\w+er) [^,;]+, the (?:more|less|\w+er)\b")
"""Two comparatives. Matches `The higher the current, the more`; must not match `a layer, the more`."""

_FEWER = frozenset({"fewer", "less"})


def correlative_links(told: Told) -> Iterator[Link]:
    """The links between what two comparatives of a sentence speak of.

    Args:
        told: the sentence.
    """
    sentence = told.sentence
    paired = ", the " in sentence.text[sentence.start : sentence.end]
    match = _PAIR.search(sentence.text, sentence.start, sentence.end) if paired else None
    if match is None:
        return
    words = [word for word in find_words(sentence) if word.start >= match.start()]
    comma = next(index for index, word in enumerate(words) if word.text == ",")
    causes, effects = _compared(words[:comma]), _compared(words[comma + 1 :])
    yield Link(causes, [end for end in effects if not end.good], "the-more", 0.75)


def _compared(words: Sequence[Word]) -> list[End]:
    """What one half speaks of: the comparative with the nouns behind it, up to the next mark."""
    graded = words[1:2]
    nouns = []
    for word in words[2:]:
        if word.part in NOUNS:
            nouns.append(word)
        elif word.part not in ("det", "adv") and nouns:
            break
    if not nouns or graded[0].text in _FEWER:
        return []
    return as_ends(find_concepts(NounPhrase([*graded, *nouns])))
