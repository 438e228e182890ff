"""Numbers with the unit that is written behind them: what quantities are put together from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...ontology.units import ROOM_TEMPERATURE_K, unit_matcher, units
from ..value_class import value_class
from .numbers import Numeral, find_numerals
from .words import quantity_words

_BEFORE_UNIT = re.compile(r"(?P<close>\))?(?:\s{0,2}|(?P<hyphen>[-\u2010\u2011\u2013]))(?=[A-Za-z%°º˚◦⁰℃ÅÅΩΩµμ])")
"""Between a number and its unit. Matches ` `, `-`, `) `; must not match `, `."""
_OPENED = re.compile(r"\([\d\s.,±+~∼≈^×/\u2010-\u2015\u2212-]*$")
_GLUED = re.compile(r"(?:[A-Za-z%°)\]^]\s?[-\u2010-\u2015\u2212]|(?<![A-Za-z])C/|\^[({]?)$")
"""A number that hangs on a word: an exponent, an index, a name such as `NCM-811`."""
_SUB = re.compile(r"\b[Ss]ub-$")
_C_FRACTION = re.compile(
    r"(?<![\w/.])(?<![°º˚◦]\s)(?<![°º˚◦\d]\s)(?<![°º˚◦])C/(?P<number>\d{1,3}(?:\.\d{1,2})?)(?![\w/]|\.\d)"
)
"""A rate as a fraction. Matches `C/3`; must not match in `25 °C/3 h`."""
_ORDINAL = re.compile(
    r"(?<![\w.])(?P<number>\d{1,6})\s?(?:st|nd|rd|th)\s(?:(?:dis)?charge\s|(?:dis)?charging\s|CV\s)?cycles?\b"
    r"|\b[Cc]ycle\s(?:[Nn]o\.?\s|number\s)?(?P<after>\d{1,6})(?![\w.]*\w|\s?[°%])"
)
"""A cycle by its number. Matches `100th cycle`, `cycle 50`."""
_NEVER_GLUED = frozenset({"L", "N", "F", "A"})
"""`316L` is a steel; with a blank between, or a decimal point, these are units."""
_ORBITALS = frozenset({"s", "d"})
_MOST_SHELLS = 7
"""`1s` and `3d` are orbitals, `10s` is a time."""


@value_class
class Token:
    """A number and the unit written behind it.

    Args:
        numeral: the number.
        unit: ASCII unit, None where none is written.
        end: clean end of the unit, or of the number.
        ordinal: it counts cycles up to one (`the 100th cycle`).
        word: not a number at all (`RT`) or a fraction (`C/3`): shares no unit with neighbours.
    """

    numeral: Numeral
    unit: str | None
    end: int
    ordinal: bool = False
    word: bool = False

    @property
    def start(self) -> int:
        """Clean start of the number."""
        return self.numeral.start

    @property
    def dimension(self) -> str:
        """Dimension of the unit, `none` without one."""
        return "none" if self.unit is None else units()[self.unit].dimension


def find_tokens(text: str) -> list[Token]:
    """Every number that may be or belong to a quantity, with its unit, in order."""
    fixed = sorted(_fixed_tokens(text), key=lambda token: token.start)
    tokens: list[Token] = []
    position, waiting = 0, 0
    for numeral in find_numerals(text):
        while waiting < len(fixed) and fixed[waiting].start <= numeral.start:
            if fixed[waiting].start >= position:
                tokens.append(fixed[waiting])
                position = fixed[waiting].end
            waiting += 1
        if numeral.start < position or (waiting < len(fixed) and numeral.end > fixed[waiting].start):
            continue
        if _hangs_on_word(text, numeral.start, position):
            continue
        token = _with_unit(text, numeral)
        tokens.append(token)
        position = token.end
    return tokens + [token for token in fixed[waiting:] if token.start >= position]


def _fixed_tokens(text: str) -> Iterator[Token]:
    """What is not a number followed by a unit: numbers in words, rates as fractions, ordinals, room temperature."""
    words = quantity_words()
    for match in words.spelled.finditer(text):
        value = float(words.numbers[match.group(1).casefold()])
        token = _with_unit(text, Numeral(match.start(1), match.end(1), value, exact=True, words=True))
        if token.unit is not None:
            yield token
    for match in _C_FRACTION.finditer(text) if "C/" in text else ():
        divisor = float(match.group("number"))
        if divisor:
            yield Token(Numeral(match.start(), match.end(), 1 / divisor), "C", match.end(), word=True)
    for match in _ORDINAL.finditer(text) if "ycle" in text else ():
        name = "number" if match.group("number") else "after"
        numeral = Numeral(match.start(name), match.end(name), float(match.group(name)), exact=True)
        end = match.end() if name == "number" else match.end(name)
        yield Token(numeral, "cycles", end, ordinal=True)
    for match in words.room_temperature.finditer(text):
        yield Token(Numeral(match.start(), match.end(), ROOM_TEMPERATURE_K), "RT", match.end(), word=True)


def _hangs_on_word(text: str, start: int, position: int) -> bool:
    """Whether a number is the tail of a name or an exponent; the end of the last unit at `position` is no name."""
    before = text[max(0, start - 6) : start]
    glued = _GLUED.search(before)
    if glued is None or _SUB.search(before):
        return False
    return start - len(glued.group()) + 1 != position


def _with_unit(text: str, numeral: Numeral) -> Token:
    gap = _BEFORE_UNIT.match(text, numeral.end)
    if gap is None:
        return Token(numeral, None, numeral.end)
    if gap.group("close") and not _is_bracketed(text, numeral):
        return Token(numeral, None, numeral.end)
    found = unit_matcher().match(text, gap.end())
    if found is None or not _fits(numeral, found[0], glued=gap.end() == numeral.end, hyphen=bool(gap.group("hyphen"))):
        return Token(numeral, None, numeral.end)
    return Token(_settled(numeral, found[0]), *found)


def _is_bracketed(text: str, numeral: Numeral) -> bool:
    """Whether a bracket before the unit encloses a value, `(2.0 ± 0.1) V`, and not a number of a list, `(3) V`."""
    opened = _OPENED.search(text[max(0, numeral.start - 30) : numeral.start])
    return opened is not None and not (numeral.exact and opened.group() == "(")


def _fits(numeral: Numeral, unit: str, *, glued: bool, hyphen: bool) -> bool:
    """Whether a letter behind a number is its unit and not an orbital, a steel or a panel."""
    if glued and numeral.exact:
        return unit not in _NEVER_GLUED and not (unit in _ORBITALS and numeral.value <= _MOST_SHELLS)
    return not (hyphen and len(unit) == 1 and unit not in "hVC%")


def _settled(numeral: Numeral, unit: str) -> Numeral:
    """`10-12` is a power before a unit of conductivity or diffusivity, and a range before any other."""
    small = units()[unit].dimension in ("conductivity", "diffusivity", "concentration")
    return replace(numeral, range_end=None) if small else numeral
