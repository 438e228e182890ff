"""The lines of a source, numbered and placed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source, without its end; or a part of one."""

    number: int
    start: int
    end: int
    text: str

    def part(self, start: int, end: int) -> Line:
        """What of it lies in the source range [start, end)."""
        start, end = max(start, self.start), min(end, self.end)
        return Line(self.number, start, end, self.text[start - self.start : end - self.start])


def split_lines(source: str) -> list[Line]:
    """The lines of a text with their numbers (from 1) and offsets."""
    mark = "\n" if "\n" in source or "\r" not in source else "\r"
    lines = []
    start = 0
    for number, text in enumerate(source.split(mark), 1):
        written = text.rstrip("\r")
        lines.append(Line(number, start, start + len(written), written))
        start += len(text) + 1
    return lines
