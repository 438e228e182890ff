"""Sentences that a page, column, figure or table cut in two become one piece again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from .lexicon import word_lists
from .lines import Line
from .pieces import Piece, PieceKind, ends_sentence, reads_as_text

_OPENING = re.compile(r"^(?:\*{1,3}|__|\$|\\(?:text|mathrm)\{|<su[bp]>|[\"'“‘(]|/uni(?=FB))+")
_VARIABLE = re.compile(r"[b-z] [A-Z]")
"""A symbol at the start of a sentence, which has no capital. Matches `x LiCl`; must not match `a Li`."""
_LAST_WORD = re.compile(r"(?:^|[\s(/–—])([^\s(/–—]+)\s*$")
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_RUN_IN = re.compile(r"[a-z)] ?\. [A-Z]")
_ASIDE = re.compile(r"\((?![\divxa-h]{1,4}\))")
_CREDIT = re.compile(r"(?:©|[Cc]opyright|[Rr]eprinted|[Rr]eproduced|[Pp]ermission)[^.]{0,80}$")
_CAPTION_PART = re.compile(r"\*\*[a-h]\*\* ")
_CITATION_START = re.compile(r"\[ ?\d{1,3}[\d, –-]*\]")
_MINIMUM = 1.0
"""Fit below which a piece starts a block of its own."""
_SHORT_ITEM = 200
"""Characters of an item, such as a highlight, that ends without a full stop."""
_PATIENCE = 6
"""Blocks of running text after which a piece without an end is given up."""


@dataclass(slots=True, eq=False)
class Unit:
    """A block to be: one piece, or several put together again.

    Args:
        kind: as of its first piece.
        slices: source ranges of its text.
        separators: what stands between them.
        lines: the source lines.
        section: heading path.
        marker: of a list item.
        text: raw text so far, for deciding what continues it.
        age: blocks of running text since it was last added to.
    """

    kind: PieceKind
    slices: list[tuple[int, int]]
    lines: list[Line] = field(repr=False)
    section: tuple[str, ...] = ()
    level: int = 0
    marker: str = ""
    text: str = field(default="", repr=False)
    separators: list[str] = field(default_factory=list)
    age: int = 0

    @classmethod
    def from_piece(cls, piece: Piece, source: str) -> Unit:
        """The unit that a piece starts."""
        text = piece.text(source)
        return cls(piece.kind, [(piece.start, piece.end)], list(piece.lines), (), piece.level, piece.marker, text)


@dataclass(slots=True)
class Joiner:
    """Puts pieces together, in reading order.

    Args:
        source: the file as read.
        words: the document's own words in lower case.
    """

    source: str
    words: frozenset[str]
    units: list[Unit] = field(default_factory=list)
    waiting: list[Unit] = field(default_factory=list)
    _lower: str = ""

    def join(self, pieces: Iterable[Piece]) -> list[Unit]:
        """Units in reading order, each where its first piece stood; page furniture and title pages are left out."""
        self._lower = self.source.lower()
        follows_directly: Unit | None = None
        below_table = False
        for piece in pieces:
            if piece.kind in (PieceKind.FURNITURE, PieceKind.FRONT, PieceKind.IMAGE):
                continue
            unit = Unit.from_piece(piece, self.source)
            if piece.kind is PieceKind.HEADING and _RUN_IN.search(unit.text) and not ends_sentence(unit.text):
                unit.kind = PieceKind.PARAGRAPH
                unit.age = -1
            if unit.kind in (PieceKind.HEADING, PieceKind.LIST_ITEM):
                self._close_item(follows_directly)
            if unit.kind in (PieceKind.HEADING, PieceKind.TABLE):
                below_table = unit.kind is PieceKind.TABLE
                self.units.append(unit)
                continue
            if below_table and len(unit.text) < 200 and not ends_sentence(unit.text) and not unit.text[0].islower():
                self.units.append(unit)
                below_table = False
                continue
            below_table = False
            follows_directly = self._place(unit, follows_directly)
        return self.units

    def _close_item(self, previous: Unit | None) -> None:
        """Let a short item of a list wait no more, as the next item or heading stands right behind it."""
        if previous is None or previous.kind is not PieceKind.LIST_ITEM or previous not in self.waiting:
            return
        if len(previous.text) < _SHORT_ITEM and not previous.text.rstrip().endswith((";", ",", "-")):
            self.waiting.remove(previous)

    def _place(self, unit: Unit, previous: Unit | None) -> Unit:
        target = None
        if unit.kind is PieceKind.PARAGRAPH:
            target = self._target(unit, previous)
            if target is None and _CREDIT.search(unit.text[-120:]) and "©" in unit.text:
                unit.kind = PieceKind.CAPTION
        elif unit.kind is PieceKind.LIST_ITEM and previous in self.waiting and previous.text.rstrip().endswith(";"):
            target = previous
        if target is None:
            self.units.append(unit)
            for other in self.waiting:
                other.age += unit.kind is not PieceKind.CAPTION
            self.waiting = [other for other in self.waiting if other.age <= _PATIENCE]
            if _can_wait(unit):
                self.waiting.append(unit)
            return unit
        self._append(target, unit)
        if not _can_wait(target):
            self.waiting.remove(target)
        return target

    def _target(self, unit: Unit, previous: Unit | None) -> Unit | None:
        opening = _OPENING.sub("", unit.text[:60])
        if not opening or not self.waiting or _VARIABLE.match(opening):
            return None
        if opening[0].islower() or opening[0] in ",;)%" or _CITATION_START.match(unit.text):
            best = max(self.waiting, key=lambda other: self._fit(other, unit, opening, previous))
            return best if self._fit(best, unit, opening, previous) >= _MINIMUM else None
        last = self.waiting[-1]
        first, final = _FIRST_WORD.match(opening), _LAST_WORD.search(last.text[-60:])
        goes_on = last.age < 0 or _wants_more(last.text) or bool(_ASIDE.match(unit.text))
        if first and final and last.kind is not PieceKind.CAPTION:
            goes_on = goes_on or self._seen(final[1].lower(), first.group().lower())
        nearby = last is previous or _bracket_fit(last.text, unit.text) > 0
        starts = first is not None and first.group().lower() in word_lists("artefacts.yaml")["sentence_starters"]
        return last if goes_on and nearby and not starts and len(unit.text) > 30 else None

    def _fit(self, waiting: Unit, unit: Unit, opening: str, previous: Unit | None) -> float:
        """How well `unit` goes on where `waiting` stopped."""
        text = waiting.text.rstrip()
        caption = waiting.kind is PieceKind.CAPTION
        fit = -0.5 if caption else 1.0
        fit += 1.0 if caption and waiting is previous else 0.0
        last, first = _LAST_WORD.search(text[-60:]), _FIRST_WORD.match(opening)
        last_word = last[1].lower() if last else ""
        first_word = first.group().lower() if first else ""
        if text.endswith("-"):
            fit += self._hyphen_fit(last_word[:-1], first_word)
        elif last_word in word_lists("artefacts.yaml")["words_that_want_more"] or text.endswith((",", "~", "≈", "=")):
            fit += 2.0
        if last_word and len(first_word) > 2 and self._seen(last_word, first_word):
            fit += 4.0
        if _CAPTION_PART.search(unit.text) or (_CREDIT.search(unit.text[-120:]) and "©" in unit.text):
            fit += 3.0 if caption else -3.0
        return fit + _bracket_fit(text, unit.text) + 0.01 * waiting.age

    def _seen(self, left: str, right: str) -> bool:
        """Whether two words stand beside one another elsewhere in the document."""
        start = self._lower.find(f" {left} {right}")
        end = start + len(left) + len(right) + 2
        return start >= 0 and not self._lower[end : end + 1].isalpha() and self._lower[end : end + 2] != " /"

    def _hyphen_fit(self, left: str, right: str) -> float:
        part = re.split(r"[^a-zà-ž]", left)[-1]
        if part + right in self.words:
            return 4.0
        if f"{left}-{right}" in self._lower or part in word_lists("artefacts.yaml")["prefixes"]:
            return 3.0
        return 0.0

    def _append(self, target: Unit, unit: Unit) -> None:
        start, end = target.slices[-1]
        separator, text = " ", target.text
        if text.rstrip().endswith("-") and not text.rstrip().endswith((" -", "--")):
            separator, text = "", text.rstrip()
            end = start + len(self.source[start:end].rstrip())
            if not keeps_hyphen(text, unit.text, self.words, self._lower):
                end, text = end - 1, text[:-1]
        target.slices[-1] = (start, end)
        target.slices.extend(unit.slices)
        target.separators.append(separator)
        target.lines.extend(unit.lines)
        target.text = f"{text}{separator}{unit.text}"
        target.age = 0


def keeps_hyphen(left: str, right: str, words: frozenset[str], lower: str) -> bool:
    """Whether the hyphen at the end of `left` belongs to the word that `right` finishes."""
    before = re.search(r"([\w-]*?)([A-Za-zÀ-ž]+)-\s*$", left[-60:])
    after = re.match(r"(?:/uni)?([A-Za-zÀ-ž]+)", right)
    if before is None or after is None:
        return True
    part, rest = before[2].lower(), after[1].lower()
    if after[1][0].isupper() or before[2][-1].isupper():
        return True
    if part + rest in words:
        return False
    lists = word_lists("artefacts.yaml")
    if rest in lists["compound_ends"] and part not in lists["prefixes"]:
        return True
    if f"{part}-{rest}" in lower:
        return True
    known = part in words and part not in lists["prefixes"] and len(part) > 2
    return known and rest in words


def _can_wait(unit: Unit) -> bool:
    """Whether a unit breaks off; a line too short to be running text does not count."""
    if ends_sentence(unit.text):
        return unit.kind is PieceKind.CAPTION and unit.text.rstrip().endswith(";")
    if _CREDIT.search(unit.text[-120:]) and not _wants_more(unit.text):
        return False
    return unit.kind is not PieceKind.PARAGRAPH or len(unit.text) > 60 or reads_as_text(unit.text)


def _wants_more(text: str) -> bool:
    plain = text.rstrip()
    last = _LAST_WORD.search(plain[-40:])
    return plain.endswith((",", "©")) or (
        last is not None and last[1].lower() in word_lists("artefacts.yaml")["words_that_want_more"]
    )


def _bracket_fit(left: str, right: str) -> float:
    if left.count("(") <= left.count(")"):
        return 0.0
    opening, closing = right.find("("), right.find(")")
    return 1.5 if 0 <= closing < (opening if opening >= 0 else closing + 1) else -1.0


_LIGATURE = re.compile(r" ?/uni(FB0[0-6]) ?")


def document_words(source: str) -> frozenset[str]:
    """All words of a source, lower case, that are not cut by a line end."""
    source = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", chr(int(match[1], 16))), source)
    return frozenset(re.findall(r"(?<![A-Za-zÀ-ž])[a-zà-ž]{2,}(?![A-Za-zÀ-ž]|-\s)", source.lower()))
