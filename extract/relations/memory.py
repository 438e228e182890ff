"""What a sentence leaves to be understood from those before it, and from the heading of its section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..frames.concepts import find_concepts
from ..frames.phrases import NounPhrase
from ..materials import MaterialMention, find_materials
from ..names import Names
from .told import Told


@dataclass(frozen=True, slots=True)
class Memory:
    """What has been spoken of.

    Args:
        names: how the document's names are understood.
        section: materials and classes that the headings name, outermost heading first.
        topic: what the sentence before was about.
        failures: failures that the sentence before ended with (names), for `this leads to`.
    """

    names: Names
    section: tuple[MaterialMention, ...] = ()
    topic: tuple[MaterialMention, ...] = ()
    failures: tuple[str, ...] = ()

    def at_section(self, headings: Sequence[str]) -> Memory:
        """The memory at the start of a section."""
        named = tuple(mention for heading in headings for mention in find_materials(heading, tuple(self.names.aliases)))
        return Memory(self.names, named)

    def after(self, told: Told) -> Memory:
        """The memory for the next sentence."""
        topic = next((found for statement in told.statements if (found := subjects_of(statement.subjects))), ())
        failures = [
            concept.failure
            for statement in told.statements
            for phrase in (*statement.subjects, *statement.objects)
            for concept in find_concepts(phrase)
            if concept.failure and not concept.prevented
        ]
        return replace(self, topic=topic or self.topic, failures=tuple(dict.fromkeys(failures[-2:])))


def subjects_of(phrases: Sequence[NounPhrase]) -> tuple[MaterialMention, ...]:
    """The materials that noun phrases name."""
    return tuple(mention for phrase in phrases for mention in phrase.materials)
