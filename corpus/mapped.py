"""Text under repair, with the source range of every character.

Every cleaning step of the readers is an edit of a `MappedText`, so that the map can never be forgotten. All steps are
whole-text regular expressions: nothing here looks at single characters in a Python loop.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import NamedTuple

from .document import SourceMap


class Lean(IntEnum):
    """To which neighbour the source of a removed stretch is added."""

    NONE = 0
    NEXT = 1
    PREVIOUS = 2


class Edit(NamedTuple):
    """Replace the range [start, end) of the current text by `new`.

    An empty `new` removes the range; `lean` then says whose source range grows by it.
    """

    start: int
    end: int
    new: str = ""
    lean: Lean = Lean.NONE


class MappedText:
    """A string whose characters know where in the source they are from.

    Attributes:
        text: the text as it stands.
        starts: source start of each character, never falling.
        ends: source end of each character.
    """

    __slots__ = ("ends", "starts", "text")

    def __init__(self, text: str, starts: array[int], ends: array[int]) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends

    @classmethod
    def from_slices(
        cls, source: str, slices: Iterable[tuple[int, int]], *, separators: Iterable[str] = ()
    ) -> MappedText:
        """Put ascending source ranges together.

        Args:
            source: the file as read.
            slices: source ranges, ascending and without overlap.
            separators: what to write before the second slice, the third and so on; a space where it ends early.
        """
        pieces: list[str] = []
        starts: array[int] = array("q")
        ends: array[int] = array("q")
        separator = iter(separators)
        for number, (start, end) in enumerate(slices):
            glue = next(separator, " ") if number else ""
            if glue:
                pieces.append(glue)
                starts.extend([start] * len(glue))
                ends.extend([start] * len(glue))
            pieces.append(source[start:end])
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        return cls("".join(pieces), starts, ends)

    def __len__(self) -> int:
        return len(self.text)

    def source_map(self) -> SourceMap:
        """The map in the form that documents carry."""
        return SourceMap(self.starts, self.ends)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Source range of the current range [start, end), which must not be empty."""
        return self.starts[start], max(self.ends[start:end])

    def slice(self, start: int, end: int) -> MappedText:
        """The range [start, end) as a text of its own."""
        return MappedText(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def edit(self, edits: Iterable[Edit]) -> None:
        """Apply edits, which must be ascending and must not overlap."""
        pieces: list[str] = []
        starts: array[int] = array("q")
        ends: array[int] = array("q")
        cursor = 0
        pending = -1
        for start, end, new, lean in edits:
            if cursor < start:
                pieces.append(self.text[cursor:start])
                first = len(starts)
                starts.extend(self.starts[cursor:start])
                ends.extend(self.ends[cursor:start])
                if pending >= 0:
                    starts[first] = pending
                    pending = -1
            if new:
                source_start, source_end = self._span(start, end)
                pieces.append(new)
                starts.extend([pending if pending >= 0 else source_start] * len(new))
                ends.extend([source_end] * len(new))
                pending = -1
            elif lean is Lean.NEXT and pending < 0 and start < end:
                pending = self.starts[start]
            elif lean is Lean.PREVIOUS and ends and start < end:
                ends[-1] = max(ends[-1], self.ends[end - 1])
            cursor = end
        if not cursor and not pieces:
            return
        first = len(starts)
        pieces.append(self.text[cursor:])
        starts.extend(self.starts[cursor:])
        ends.extend(self.ends[cursor:])
        if pending >= 0 and first < len(starts):
            starts[first] = pending
        self.text, self.starts, self.ends = "".join(pieces), starts, ends

    def _span(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return self.starts[start], self.ends[end - 1]
        position = self.starts[start] if start < len(self.starts) else (self.ends[-1] if len(self.ends) else 0)
        return position, position

    def replace(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str | None]) -> None:
        """Replace every match; a function that returns None leaves its match alone."""
        edits = []
        for match in pattern.finditer(self.text):
            text = new if isinstance(new, str) else new(match)
            if text is not None and text != match.group():
                edits.append(Edit(match.start(), match.end(), text))
        if edits:
            self.edit(edits)

    def put(self, pattern: re.Pattern[str], new: str) -> None:
        """Write `new` in the place of the group of every match that took part in it last."""
        edits = [Edit(*match.span(match.lastindex or 0), new) for match in pattern.finditer(self.text)]
        if edits:
            self.edit(edits)

    def cut(self, pattern: re.Pattern[str], *groups: int, lean: Lean = Lean.NONE) -> None:
        """Remove the given groups (default: the whole match) of every match; the rest keeps its own map."""
        edits = [
            Edit(match.start(group), match.end(group), "", lean)
            for match in pattern.finditer(self.text)
            for group in groups or (0,)
            if match.end(group) > match.start(group)
        ]
        if edits:
            self.edit(edits)

    def strip(self) -> None:
        """Take white space off both ends."""
        text = self.text
        left = len(text) - len(text.lstrip())
        right = len(text.rstrip())
        if left or right < len(text):
            trimmed = self.slice(left, max(left, right))
            self.text, self.starts, self.ends = trimmed.text, trimmed.starts, trimmed.ends
