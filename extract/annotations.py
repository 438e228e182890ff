"""What the pipeline notes on a text, and the view of one sentence that the rules work on. All offsets are clean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from .materials import MaterialMention
from .quantities import Quantity
from .value_class import value_class


class HasRange(Protocol):
    """Anything with a half-open clean range."""

    @property
    def start(self) -> int:
        """First character."""
        ...

    @property
    def end(self) -> int:
        """One past the last character."""
        ...


Ranged = TypeVar("Ranged", bound=HasRange)


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """The clean text of one block with what the pipeline notes on it.

    Args:
        text: clean text.
        sentences: clean start and end of each sentence, in order.
        materials: mentions in order.
        quantities: in order.
    """

    text: str
    sentences: tuple[tuple[int, int], ...]
    materials: tuple[MaterialMention, ...]
    quantities: tuple[Quantity, ...]


@value_class
class Sentence:
    """One sentence with what stands in it.

    Args:
        text: the whole block's clean text, so that mentions keep their offsets.
        start: clean start of the sentence.
        end: clean end.
        materials: mentions in order.
        quantities: in order.
        statements: what `frames.reading` makes of it, kept from when it was first asked for.
    """

    text: str
    start: int
    end: int
    materials: tuple[MaterialMention, ...]
    quantities: tuple[Quantity, ...]
    statements: tuple[Any, ...] | None = field(default=None, init=False, repr=False, compare=False)

    def between(self, start: int, end: int) -> str:
        """The block's text from `start` to `end`, either order."""
        return self.text[min(start, end) : max(start, end)]

    def before(self, position: int, length: int = 40) -> str:
        """Up to `length` characters of the sentence before `position`."""
        return self.text[max(self.start, position - length) : position]

    def after(self, position: int, length: int = 40) -> str:
        """Up to `length` characters of the sentence after `position`."""
        return self.text[position : min(self.end, position + length)]


def within(mentions: Sequence[Ranged], ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[Ranged, ...]]:
    """For each of the ascending ranges, the mentions that start in it; linear in both."""
    index = 0
    for start, end in ranges:
        while index < len(mentions) and mentions[index].start < start:
            index += 1
        first = index
        while index < len(mentions) and mentions[index].start < end:
            index += 1
        yield tuple(mentions[first:index])
