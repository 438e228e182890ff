"""What can stand at either end of a cause: a failure, a property that is high or low, a material."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..frames.concept import Concept
from ..frames.phrases import NounPhrase
from ..value_class import value_class

_COMPARED = frozenset(
    {
        "lower",
        "higher",
        "smaller",
        "larger",
        "greater",
        "less",
        "poorer",
        "worse",
        "narrower",
        "wider",
        "slower",
        "such",
        "weaker",
        "reduced",
    }
)
"""Degrees that compare, and so need not say that anything is bad."""


@value_class
class End:
    """One end of a cause.

    Args:
        name: as claims name it.
        at: clean position.
        kind: failure, level, material, or way: a failure that only causes others (`through pores`).
        good: on its good side, which only another property can lead to.
        denied: `no dendrites`.
        vague: found where the phrase itself does not name it.
        about: the property or failure itself, without its level.
    """

    name: str
    at: int
    kind: str
    good: bool = False
    denied: bool = False
    vague: bool = False
    about: str = ""

    def deny(self) -> End:
        """The end of a link that the paper denies."""
        return replace(self, denied=not self.denied)


@value_class
class Link:
    """Every cause led to every effect.

    Args:
        causes: what led to them.
        effects: what came of them.
        rule: that read it.
        confidence: of the rule.
    """

    causes: Sequence[End]
    effects: Sequence[End]
    rule: str
    confidence: float


def as_ends(concepts: Iterable[Concept]) -> list[End]:
    """The ends that concepts can be: failures that are not prevented, and properties with a level."""
    return [
        End(
            concept.cause_name,
            concept.start,
            "failure" if concept.failure else "way" if concept.meaning.causes else "level",
            good=concept.side == "good",
            denied=concept.denied,
            about=concept.meaning.name,
        )
        for concept in concepts
        if not concept.prevented and concept.cause_name
    ]


def is_compared(phrase: NounPhrase) -> bool:
    """`A lower conductivity` says of whom only beside another."""
    return any(word.text in _COMPARED for word in phrase.words)
