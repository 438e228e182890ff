"""Which rules a verb can wake: each names the verbs of which alone it can tell something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..frames.happenings import telling_verbs
from ..frames.statements import Statement
from .memory import Memory
from .weaknesses import Weakness


@dataclass(frozen=True, slots=True)
class VerbRule:
    """A rule for one statement, with the verbs that wake it; one that names none is asked of every verb.

    Args:
        read: the rule.
        senses: senses of verbs, of which one is enough.
        lemmas: base forms of verbs that wake it whatever their senses.
        telling: whether every verb wakes it that tells a failure by itself or with what stands beside it.
    """

    read: Callable[[Statement, Memory], Iterator[Weakness]]
    senses: frozenset[str] = frozenset()
    lemmas: frozenset[str] = frozenset()
    telling: bool = False

    def is_woken(self, lemma: str, senses: frozenset[str]) -> bool:
        """Whether a verb can make it tell something.

        Args:
            lemma: base form of the verb.
            senses: what it says.
        """
        if not (self.senses or self.lemmas or self.telling):
            return True
        named = lemma in self.lemmas or not senses.isdisjoint(self.senses)
        return named or (self.telling and lemma in telling_verbs())
