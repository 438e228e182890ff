"""Where a paper's reference list is, and which lines make up each entry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .entry_names import UPPER
from .lexicon import first_of
from .lines import Line
from .pieces import SIGNS, find_furniture, is_furniture, normal_line
from .unnumbered import PARTICLE, YEAR, named_starts, unnumbered_starts

_AROUND = r"(?:</?(?:span|a|b|strong|i|em|p)\b[^<>]{0,200}>|\*{2})*"
ENTRY = re.compile(
    rf"[ \t]{{0,8}}(?:[-*+][ \t]+)?{_AROUND}"
    r"(?:\\?\[\^?(?P<bracket>\d{1,3})\\?\](?:\([^()\s]{1,300}\))?[.:]?|\(?(?P<plain>\d{1,3})(?:\\?\.|\))"
    r"|(?:<sup>|\^)\s?(?P<raised>\d{1,3})\s?(?:</sup>|\^)|(?P<high>[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2})(?=[ \t]))"
    rf"{_AROUND}(?:[ \t]+(?=\S)|(?=[A-ZÀ-Ž])|[ \t]*$)"
)
"""The start of a numbered entry. Matches `12. Author`, `- [12] Author`, `<sup>12</sup> Author`; not `2019. Title`."""

_BARE = re.compile(
    r"[ \t]{0,8}(?:[-*+][ \t]+)?(?:(?P<item>\d{1,3})\.[ \t]+)?(?P<bare>\d{1,3})[ \t]+"
    rf"(?:[a-z]\)[ \t]*)?(?=[{UPPER}]|{PARTICLE}[ ][{UPPER}])"
)
"""The same without a sign, below the heading. Matches `12 Author`, `- 12 Author`, `3. 12 Author` of a converter that
counts the items of its own lists; must not match `- 2019 Title`."""

_INITIAL = re.compile(rf"[^.]{{0,40}}?\b[{UPPER}]\s?\.")
"""A name with an initial at the start of an entry. Matches `Noether, E.`; must not match `process in cells.`"""

_TAG = re.compile(r"<[^<>]*>")
_COMPLETE = re.compile(r"(?:\(?(?:1[89]|20)\d\d[a-z]?\)?|10\.\d{4,9}/\S+|>|\d)\s*\)?\.?\s*$")
_LINK_LINE = re.compile(r"(?:https?:|doi)", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Entry:
    """One entry of a reference list: its number and its lines, the first without its number."""

    number: int
    offset: int
    lines: list[Line] = field(repr=False)

    def slices(self) -> list[tuple[int, int]]:
        """Source ranges of the entry's text, a range a line, bullets left out."""
        ranges = []
        for position, line in enumerate(self.lines):
            start = self.offset if position == 0 else line.start + _indent(line.text)
            end = line.start + len(line.text.rstrip())
            if start < end:
                ranges.append((start, end))
        return ranges


def _indent(text: str) -> int:
    match = re.match(r"\s*(?:[-*+]\s+|\d{1,3}\.\s+(?=[A-Za-z]{2}))?", text)
    return match.end() if match else 0


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The entries of a paper's reference list, and all lines that belong to them or to its heading."""

    entries: tuple[Entry, ...] = ()
    line_numbers: frozenset[int] = frozenset()
    first_line: int = 0
    named: bool = False
    """Whether the paper has no numbers for its works: they are counted in their order, and cited by author and year."""


def find_reference_list(lines: Sequence[Line]) -> ReferenceList:
    """Find the reference list.

    With a heading ("References") the numbers start below it; without, the longest run of numbered lines that look
    like references is taken. Items below a heading that have no numbers, or lost them, get them by their order.
    """
    headings = [index for index, line in enumerate(lines) if is_reference_heading(line.text)]
    starts = [
        (index, number, line.start + offset)
        for index, line in enumerate(lines)
        if line.text
        for number, offset in _numbers(line.text, headed=bool(headings))
    ]
    best: list[tuple[int, int, int]] = []
    for first in [*headings[::-1], *(index for index, number, _ in starts if number == 1 and not headings)][:50]:
        chain = _chain([start for start in starts if start[0] >= first], lines, headed=bool(headings))
        if len(chain) > len(best) and _looks_right(chain, lines, bool(headings)):
            best = chain
    if not best and headings:
        best = unnumbered_starts(lines, headings[-1])
    named = not best and bool(headings)
    if named:
        best = named_starts(lines, headings[-1])
    entries = tuple(_entries(best, lines))
    if not entries:
        return ReferenceList()
    taken = {line.number for entry in entries for line in entry.lines}
    taken.update(lines[index].number for index in headings)
    return ReferenceList(entries, frozenset(taken), entries[0].lines[0].number, named)


def _numbers(text: str, *, headed: bool) -> Iterator[tuple[int, int]]:
    """The number of the entry that a line may start, and where its text begins; two where an item holds a number."""
    bare = _BARE.match(text) if headed else None
    if bare:
        yield int(bare["bare"]), bare.end()
    match = ENTRY.match(text) if bare is None or bare["item"] else None
    if match:
        written = next(group for group in match.groups() if group is not None)
        yield int(unicodedata.normalize("NFKC", written)), match.end()


def is_reference_heading(text: str) -> bool:
    """Whether a line says "References" and nothing else."""
    if not text or len(text) > 120:
        return False
    bare = _TAG.sub("", text)
    plain = re.sub(r"^(?:\d+|[IVX]+)[.)]?\s+", "", bare.strip().strip(f"#*_: \t{SIGNS}"))
    return first_of("structure.yaml", "reference_headings").fullmatch(plain) is not None


def _chain(
    starts: Sequence[tuple[int, int, int]], lines: Sequence[Line], *, headed: bool
) -> list[tuple[int, int, int]]:
    """The lines that count up, from 1 where no heading says that a list begins; a gap of one or two is forgiven.

    A converter may number a line that goes on with an entry, as if it were an item: of two near lines with the number
    that comes next, the first that names an author starts the entry.
    """
    chain: list[tuple[int, int, int]] = []
    expected = starts[0][1] if headed and starts else 1
    for position, start in enumerate(starts):
        number = start[1]
        skipped = chain and expected < number <= expected + 2
        if skipped and any(later[1] == expected for later in starts[position : position + 8]):
            continue
        if number == expected and not _names_author(start, lines):
            near = (later for later in starts[position + 1 : position + 4] if later[1] == expected)
            if any(_names_author(later, lines) for later in near):
                continue
        if number == expected or skipped:
            chain.append(start)
            expected = number + 1
    return chain


def _names_author(start: tuple[int, int, int], lines: Sequence[Line]) -> bool:
    """Whether an entry begins as one does, with a name and initials."""
    line = lines[start[0]]
    return _INITIAL.match(line.text, start[2] - line.start) is not None


def _looks_right(chain: Sequence[tuple[int, int, int]], lines: Sequence[Line], headed: bool) -> bool:
    if not chain or (len(chain) < 3 and not headed):
        return False
    with_year = 0
    for index, _, _ in chain:
        text = "".join(line.text for line in lines[index : index + 4])
        with_year += bool(YEAR.search(text)) and len(text) > 25
    return with_year >= (0.3 if headed else 0.6) * len(chain)


def _entries(chain: Sequence[tuple[int, int, int]], lines: Sequence[Line]) -> Iterator[Entry]:
    furniture = find_furniture(lines)
    for position, (index, number, offset) in enumerate(chain):
        last = position + 1 == len(chain)
        limit = min(index + 40, len(lines)) if last else chain[position + 1][0]
        entry = Entry(number, offset, [lines[index]])
        gap = False
        for line in lines[index + 1 : limit]:
            text = line.text.strip()
            if not text:
                gap = True
            elif _is_between(line, furniture):
                gap = True
                if last and text.startswith("#"):
                    break
            elif _continues(entry, text, gap, last):
                entry.lines.append(line)
                gap = False
            elif last:
                break
        if entry.slices():
            yield entry


def _is_between(line: Line, furniture: frozenset[str]) -> bool:
    text = line.text
    return (
        text.lstrip().startswith(("#", "![", "<!--"))
        or (is_furniture(text) and not _LINK_LINE.match(text.strip()))
        or normal_line(text) in furniture
    )


def _continues(entry: Entry, text: str, gap: bool, last: bool) -> bool:
    if not gap:
        return True
    so_far = entry.lines[-1].text.rstrip()
    if _COMPLETE.search(so_far) and not so_far.endswith("-"):
        return bool(_LINK_LINE.match(text)) and "10." in text
    plain = re.sub(r"^[-*+]\s+", "", text)
    return len(entry.lines) < 6 and (not last or plain[:1].islower() or text[:1] in "-*+") and not text.startswith("**")
