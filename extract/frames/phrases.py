"""Noun phrases, verb groups and the marks between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..materials import MaterialMention
from ..quantities import Quantity
from ..value_class import value_class
from .grammar import grammar
from .word import Word

_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ful", "able", "ible", "less", "ary")
"""Endings that make an adjective, but for the nouns of `no_adjectives`."""


@dataclass(slots=True, eq=False)
class NounPhrase:
    """A noun with what belongs to it; equal to itself alone.

    Args:
        words: determiner, modifiers and head, in order; without brackets.
        prep: the preposition before it, empty if none.
        modifiers: phrases behind it that a preposition ties to it (`of LLZO`, `between A and B`).
        examples: names given for it behind `such as`, or so in brackets.
        asides: other names in brackets behind it.
        concepts: what `concepts.find_concepts` found in it, kept from when it was first asked for.
        negated: it stands behind `nor`, or behind `hardly any`.
        told_by: statements of participles behind it (`stress caused by swelling`).
    """

    words: list[Word]
    prep: str = ""
    modifiers: list[NounPhrase] = field(default_factory=list)
    examples: list[NounPhrase] = field(default_factory=list)
    asides: list[NounPhrase] = field(default_factory=list)
    concepts: list[Any] | None = field(default=None, repr=False)
    negated: bool = False
    told_by: list[Any] = field(default_factory=list, repr=False)
    _materials: tuple[MaterialMention, ...] | None = field(default=None, init=False, repr=False)

    @property
    def start(self) -> int:
        """Clean start."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Clean end, modifiers left out."""
        return self.words[-1].end

    @property
    def determiner(self) -> str:
        """The first determiner, or an empty string."""
        return self.words[0].text if self.words[0].part == "det" else ""

    @property
    def is_denied(self) -> bool:
        """`no dendrites`, `without dendrites`."""
        return (
            self.negated or self.determiner in ("no", "neither", "few") or self.prep in ("without", "in the absence of")
        )

    @property
    def materials(self) -> tuple[MaterialMention, ...]:
        """Materials among its own words."""
        if self._materials is None:
            self._materials = tuple(
                word.mention for word in self.words if word.mention and isinstance(word.mention, MaterialMention)
            )
        return self._materials

    @property
    def quantities(self) -> list[Quantity]:
        """Quantities among its own words."""
        return [word.mention for word in self.words if isinstance(word.mention, Quantity)]

    def tree(self) -> Iterator[NounPhrase]:
        """Itself and every phrase that modifies it, however deep."""
        yield self
        for modifier in self.modifiers:
            yield from modifier.tree()


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries.

    Args:
        words: in order.
        lemma: base form of the main verb, `be` for a predicate without one.
        form: finite, ing, en (a participle alone), infinitive.
        passive: whether it stands in the passive.
        senses: what it says, given the words behind it.
        denied: `not`, `cannot`, `fails to`.
        hedged: `may`, `likely`.
        particle: the last word behind it that belongs to its sense (`to` of `leads to`), empty if none.
    """

    words: list[Word]
    lemma: str
    form: str
    passive: bool
    senses: frozenset[str]
    denied: bool = False
    hedged: bool = False
    particle: str = ""

    @property
    def start(self) -> int:
        """Clean start."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Clean end."""
        return self.words[-1].end

    @property
    def is_base(self) -> bool:
        """A base form without auxiliary, which may go on a list of infinitives (`to improve A and reduce B`)."""
        verb = self.words[-1].verb
        return verb is not None and verb.form == "base" and self.words[0].part not in ("aux", "modal")


@value_class
class Mark:
    """What stands between phrases: prep, comma, conj, sub, rel, to, stop or adv, with its word."""

    kind: str
    word: Word


Item = NounPhrase | VerbGroup | Mark


def is_adjective(word: Word) -> bool:
    """Whether a word is an adjective, by its ending or by the list.

    Args:
        word: of a noun phrase.
    """
    if word.part != "noun" or word.joined:
        return False
    lists = grammar().lists
    return word.text in lists["adjectives"] or (
        word.text.endswith(_ADJECTIVE_ENDINGS) and word.text not in lists["no_adjectives"]
    )
