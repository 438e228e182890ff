"""Does an abbreviation take its letters, in order, from these words or from this formula?

The idea is that of A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text", Pac. Symp. Biocomput. 2003, 451-462: letters are looked for in order, the first one at the start of a
word. Here every way to place them is weighed instead of the first from the right, initials count more than letters
inside a word, chemical names are cut at their parts, and element names may give their symbols.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ...ontology.elements import elements, placeholders, symbol_of_name
from ..value_class import value_class
from .words import numerals, word_list

_PART = re.compile(r"X-ray|[^\W\d_]+|\d+")
"""A part of a long form. Matches `poly` and `ethylene` in `poly(ethylene oxide)`; not `-` or `(`."""

_FILLER = re.compile(r"[\d.,()\[\]{}+\-–−·•/@:|]+")
_POLYMORPH = re.compile(r"\A(?:[a-z]+|[α-ω])'?-")
_VARIABLES = frozenset("abnxyzδ")
_LOCANT = re.compile(r"(?:[\dα-ωNnOopmt]{1,2}['′]?[,.–-])+\Z")
"""What may stand before a chemical name. Matches `1,2-` and `N,N-`; not `non-`."""

_GREEK = str.maketrans("αβγδεζηθκλμπρσχωΔΩ", "abgdezhtklmprscwdo")

_SKIP_SMALL, _SKIP_NEAR, _SKIP_WORD = 0.1, 0.4, 1.0
_INSIDE, _SYMBOL_COST, _CUT_WORD, _CUT_PART, _LOOSE_END = 0.3, 0.05, 0.6, 1.0, 0.8
_NEVER = 99.0


@dataclass(frozen=True, slots=True)
class Match:
    """Where a long form is.

    Args:
        start: first character in the text searched.
        end: one past the last.
        cost: 0 where every letter is an initial and every word has its letter; higher is worse.
    """

    start: int
    end: int
    cost: float


@value_class
class _Part:
    text: str
    start: int
    end: int
    word: int
    """Start of the word (no space inside) that the part belongs to."""


def letters_of(short: str) -> str:
    """The characters of an abbreviation that its long form has to supply, lower case, Greek as Latin."""
    return "".join(character for character in short.translate(_GREEK).casefold() if character.isalnum())


def is_metal_or_ion(short: str, long: str) -> bool:
    """Whether the two are the symbol and the name of an alkali metal, or of its ion: names of one thing to everybody.

    Example:
        >>> is_metal_or_ion("Li-ion", "lithium-ion"), is_metal_or_ion("Al", "aluminum")
        (True, False)
    """
    name = long.casefold().removesuffix("ion").rstrip(" -")
    return name in word_list("metals") and symbol_of_name()[name] == short.removesuffix("ion").rstrip(" -")


def match_words(short: str, text: str, *, from_start: bool = False) -> Match | None:
    """Find the words that an abbreviation is made of.

    Args:
        short: the abbreviation, without a plural s.
        text: the words before it, up to it; or the words after it, with `from_start`.
        from_start: the long form begins where `text` does, and may end before it does; otherwise it ends with `text`,
            but for nouns such as "analysis", and may begin anywhere.

    Returns:
        The cheapest reading, or None where the letters do not fit well enough.

    Example:
        >>> match_words("SEI", "the growth of a solid electrolyte interphase")
        Match(start=16, end=44, cost=0.0)
    """
    letters = letters_of(short)
    parts = _parts(text)
    if len(letters) < 2 or not parts:
        return None
    if not from_start:
        parts = parts[-2 * (len(letters) + 4) :]
    search = _Search(letters, parts, text, from_start=from_start)
    found = min(search.readings(), key=lambda match: (match.cost, -match.start), default=None)
    return found if found and found.cost <= _limit(len(letters)) else None


def _limit(letters: int) -> float:
    return {2: 0.65, 3: 1.25, 4: 1.25}.get(letters, 1.7)


def _parts(text: str) -> list[_Part]:
    found = []
    for match in _PART.finditer(text):
        word = max(text.rfind(" ", 0, match.start()) + 1, 0)
        found.append(_Part(match[0].translate(_GREEK).casefold(), match.start(), match.end(), word))
    return found


class _Search:
    """All ways to place the letters on the parts."""

    def __init__(self, letters: str, parts: list[_Part], text: str, *, from_start: bool) -> None:
        self.letters = letters
        self.parts = parts
        self.text = text
        self.from_start = from_start
        self._known: dict[tuple[int, int], tuple[float, int]] = {}

    def readings(self) -> list[Match]:
        """One match, the cheapest, for every part at which the long form can begin."""
        found = []
        for index in range(1 if self.from_start else len(self.parts)):
            cost, last = self._take(index, 0)
            if cost < _NEVER:
                start, cut = self._beginning(self.parts[index])
                found.append(Match(start, self._ending(last), round(cost + cut, 2)))
        return found

    def _beginning(self, part: _Part) -> tuple[int, float]:
        prefix = self.text[part.word : part.start].lstrip("(\"'“‘[")
        if not prefix:
            return part.start, 0.0
        if _LOCANT.match(prefix):
            return part.start - len(prefix), 0.0
        return part.start, _CUT_WORD if prefix[-1] in "-–‐/|" else _CUT_PART

    def _ending(self, last: int) -> int:
        """End of the word that the last letter is in, its closing parenthesis and a head noun behind it included."""
        end = self.parts[last].end
        if self.from_start and (last + 1 == len(self.parts) or self.parts[last + 1].word != self.parts[last].word):
            closing = self.text.startswith(")", end) and self.text.count("(", 0, end) > self.text.count(")", 0, end)
            return end + closing
        stop = self.text.find(" ", end)
        behind = [part.text for part in self.parts[last + 1 :] if part.start > stop]
        whole = stop < 0 or not word_list("generic").issuperset(behind)
        return len(self.text.rstrip()) if whole else stop

    def _place(self, index: int, letter: int) -> tuple[float, int]:
        """Cheapest cost of the letters from `letter` on in the parts from `index` on, and the part used last."""
        if letter == len(self.letters):
            return self._loose_end(index), index - 1
        if index == len(self.parts):
            return _NEVER, -1
        key = (index, letter)
        if key not in self._known:
            skipped, last = self._place(index + 1, letter)
            self._known[key] = min(self._take(index, letter), (skipped + self._skip(index), last))
        return self._known[key]

    def _take(self, index: int, letter: int) -> tuple[float, int]:
        """The same, with the next letter taken from the part at `index`."""
        best = (_NEVER, -1)
        for count, cost in _taken(self.letters[letter : letter + 5], self.parts[index].text):
            rest, last = self._place(index + 1, letter + count)
            best = min(best, (cost + rest, last))
        return best

    def _skip(self, index: int) -> float:
        part = self.parts[index]
        if part.text in word_list("glue") or len(part.text) == 1 or part.text.isdigit():
            return _SKIP_SMALL
        neighbours = self.parts[max(index - 1, 0) : index] + self.parts[index + 1 : index + 2]
        return _SKIP_NEAR if any(neighbour.word == part.word for neighbour in neighbours) else _SKIP_WORD

    def _loose_end(self, index: int) -> float:
        """Cost of parts that are left over behind the last letter."""
        rest = self.parts[index:]
        if self.from_start or not rest:
            return 0.0
        same = [part for part in rest if part.word == self.parts[index - 1].word]
        behind = rest[len(same) :]
        cost = _SKIP_NEAR * len(same)
        if all(part.text in word_list("generic") for part in behind):
            return cost
        return cost + _LOOSE_END if len(behind) == 1 and len(self.letters) > 2 else _NEVER


@cache
def _taken(letters: str, part: str) -> tuple[tuple[int, float], ...]:
    """How many of the next letters a part can supply, with the cost of each way."""
    symbol = symbol_of_name().get(part, "").casefold()
    ways = [(len(symbol), _SYMBOL_COST)] if len(symbol) > 1 and letters.startswith(symbol) else []
    if not letters or not (letters[0] == part[0] or letters[0] in (symbol, numerals().get(part))):
        return tuple(ways)
    ways.append((1, 0.0))
    position = 1
    for count, letter in enumerate(letters[1:], start=2):
        position = part.find(letter, position) + 1
        if not position:
            break
        ways.append((count, _INSIDE * (count - 1)))
    return tuple(ways)


def formula_symbols(text: str) -> list[str]:
    """The element symbols and placeholders of a formula in order; empty if `text` is none.

    Example:
        >>> formula_symbols("Li6PS5Cl"), formula_symbols("SEM")
        (['Li', 'P', 'S', 'Cl'], [])
    """
    if " " in text or not any(character.isdigit() for character in text):
        return []
    known = elements().keys() | placeholders()
    symbols: list[str] = []
    rest = _FILLER.sub("·", _POLYMORPH.sub("", text))
    while rest := rest.lstrip("·"):
        symbol = next((rest[:size] for size in (2, 1) if rest[:size] in known), None)
        if symbol is None and not (symbols and rest[0] in _VARIABLES):
            return []
        symbols += [symbol] if symbol else []
        rest = rest[len(symbol or rest[0]) :]
    return symbols if len(set(symbols)) > 1 else []


def match_formula(short: str, formula: str) -> bool:
    """Whether an abbreviation takes its letters from the elements of a formula, such as `LLZO` from `Li7La3Zr2O12`.

    Trailing digits (`NCM811`) and a polymorph's prefix (`t-LLZO`) are not looked at. Elements may go without a letter
    as long as half of them have one; with three letters or more the order may differ (`NMC`).
    """
    core = re.sub(r"\A(?:[a-z]|[α-ω])-", "", short).rstrip("0123456789")
    letters = letters_of(core)
    symbols = [symbol.casefold() for symbol in formula_symbols(formula)]
    if len(letters) < 2 or not symbols:
        return False
    if _in_order(letters, symbols):
        return 2 * len(letters) >= len(set(symbols))
    initials = [symbol[0] for symbol in symbols]
    return len(letters) >= 3 and all(letters.count(letter) <= initials.count(letter) for letter in set(letters))


def _in_order(letters: str, symbols: Sequence[str]) -> bool:
    if not letters:
        return True
    for index, symbol in enumerate(symbols):
        for count in (2, 1):
            head, tail = letters[:count], letters[count:]
            if len(symbol) >= count and head == symbol[:count] and _in_order(tail, symbols[index + 1 :]):
                return True
    return False
