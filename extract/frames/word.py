"""One word of a sentence with its part of speech."""

from __future__ import annotations

from dataclasses import dataclass

from ..materials import MaterialMention
from ..quantities import Quantity
from .grammar import VerbForm

NOUNS = frozenset({"noun", "material", "quantity"})
"""Parts of speech that a noun phrase is made of, besides determiners and modifiers."""


@dataclass(slots=True)
class Word:
    """One word of a sentence.

    Args:
        start: clean start.
        end: clean end.
        text: lower case.
        part: noun, verb, aux, modal, prep, det, pron, rel, conj, sub, adv, to, punct, material or quantity.
        verb: the verb form that it is, if its part is `verb`, or could have been.
        mention: the material or quantity that it stands for.
        joined: a hyphen joins it to the word before.
        depth: how many brackets it stands in.
    """

    start: int
    end: int
    text: str
    part: str
    verb: VerbForm | None = None
    mention: MaterialMention | Quantity | None = None
    joined: bool = False
    depth: int = 0
