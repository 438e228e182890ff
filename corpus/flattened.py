"""Citations that lost their height: numbers between words, or right behind them, told from those that count."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from .lexicon import word_lists
from .numbered import expand

Found = tuple[int, int, tuple[int, ...]]
"""Start and end of a citation with the space before it left, and its numbers."""

_N = r"[1-9]\d{0,2}(?![\d%]|[.,]\d{3,})"
_NAMED = (
    rf"(?:\(\s?|(?<=[a-z] ))[Rr]efs?\.?\s?(?P<named>{_N}(?: ?, ?{_N}| ?[-–] ?{_N}| and {_N})*)"
    r"\s?(?:\)|(?=[.,;]|\s[a-z]|\s?$))"
)
"""Numbers that say so. Matches `(refs 9-11)`, `ref. 12` in running text."""
_FLAT = re.compile(
    r"(?:(?<=[^\s\d])|(?<= (?:19|20)\d\d)|(?<=[A-Za-z)\]]\d)|(?<=[A-Za-z)]\d\d)|(?<=\.\d\d)|(?<=\.\d)|(?<=\.\d\d\d\d)"
    r"|(?<=[A-Za-z]-[123])) "
    rf"(?P<marker>{_N}(?: ?, ?{_N}| ?[-–] ?{_N})*)"
    r"(?= [.,;:)\]'\"’”]| [A-Za-zα-ω(\ue000]| ?$)"
    rf"|{_NAMED}"
)
_CELL_END = re.compile(rf"(?:[A-Z][a-z]?[\d.()]*){{2,20}}(?<=\d) (?P<marker>{_N}(?: ?[,–-] ?{_N})*)\s*$")
"""A number behind the last index of a formula, at the end of a cell. Matches `MgSc2Se4 7`; must not match `LLZO 2`."""
_AFTER = re.compile(r" ?(?:[(]?([A-Za-zα-ωµΩ]+))?")
_LONE_POINT = re.compile(r"\s+([.,;:])$")
"""A full stop or comma that stands apart from its word."""
_CAPITAL = re.compile(r"\s+[A-Z]")
_ENDS = re.compile(r" ?(?:[.;](?:\s|$)|$)")
"""The end of a sentence, at which a list of numbers counts nothing. Matches ` . `; must not match ` .5`."""
_COUNTED = re.compile(r" (?:and|to|or|×|x|by) (?:[~≈] ?)?\d| ?[°%±×=]| [A-Za-zµ]{1,4}[-–]\d|$")
_WORDLIKE = re.compile(r"[A-Za-zÀ-žα-ω]{2}|[)\]”\"’]$|[A-Z]\d|[A-Za-z]-[123]$|°C$")
_UNITS_ALONE = frozenset({"V", "h", "K", "W", "A", "%", "g"})
"""Units of one sign; a number behind one that follows a number is no second value of it (`5 V 4 .`)."""
_ATOM_PERCENT = re.compile(r" ?at\.?\s?%")
"""What makes a number before `at` a share of atoms."""
_ARTICLE = re.compile(r" ?a [a-z]{3}")
"""The article, which is no ampere. Matches ` a thorough`; must not match ` A cm`."""
_ELEMENT = re.compile(r"[A-Z][a-z]?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def flattened_in(text: str, known: Collection[int], *, highest: int, cell: bool = False) -> Iterator[Found]:
    """Citations between words.

    Args:
        text: nearly clean.
        known: numbers of the bibliography.
        highest: the highest number cited before.
        cell: whether the text is a cell of a table, at whose end a number behind a formula cites.
    """
    end = 0
    for match in _FLAT.finditer(text):
        numbers = expand(match["marker"] or match["named"])
        if not all(number in known for number in numbers):
            continue
        if match["named"] or _stands_as_citation(match, numbers, highest):
            start, end = match.start() if match["named"] else match.start("marker"), match.end()
            yield start, end, numbers
            highest = max(highest, *numbers)
    last = _CELL_END.search(text, end) if cell else None
    if last and all(number in known for number in expand(last["marker"])):
        yield last.start("marker"), last.end(), expand(last["marker"])


def _stands_as_citation(match: re.Match[str], numbers: tuple[int, ...], highest: int) -> bool:
    """Whether a free number can only be a citation, from the words around it."""
    text = match.string
    before = _LONE_POINT.sub(r"\1", text[max(0, match.start() - 40) : match.start("marker")].rstrip()).split()
    word = before[-1] if before else ""
    plain = word.strip("().,;:'\"’”[]").lower()
    lists = word_lists("citations.yaml")
    measured = word.rstrip(".,") in _UNITS_ALONE and len(before) > 1 and before[-2][-1].isdigit()
    wordlike = _WORDLIKE.search(word.rstrip(".,;")) or _YEAR.fullmatch(word)
    listed = len(numbers) > 1 and _ENDS.match(text, match.end()) is not None
    ended = (
        word.endswith(".") and _CAPITAL.match(text, match.end()) and plain not in lists["abbreviated_before_numbers"]
    )
    counts = plain in lists["words_before_numbers"] and not (listed and plain in lists["words_before_lists"])
    if not measured and (not wordlike or (counts and not ended)):
        return False
    after = _AFTER.match(text, match.end())
    following = after[1].lower() if after and after[1] else ""
    word_behind = (following == "at" and not _ATOM_PERCENT.match(text, match.end())) or (
        following == "a" and _ARTICLE.match(text, match.end()) is not None
    )
    closes = word.endswith(".") and not text[match.end() :].strip()  # behind the full stop, at the very end
    counted = _COUNTED.match(text, match.end()) is not None and not closes
    if (following in lists["words_after_numbers"] and not word_behind) or counted:
        return False
    if _ELEMENT.fullmatch(word.strip("(")) and following in ("s", "p", "d", "f"):
        return False
    if _YEAR.fullmatch(word):
        return not following and numbers[0] <= highest + 1
    return not following or min(numbers) <= highest + 8


_GLUED = re.compile(
    rf"(?:[A-Za-zµ]{{2}}|[A-Za-z%]\)|[a-z]{{2}}[”’])(?P<points>[.,;:]{{0,2}})(?P<marker>{_N}(?:[,–-]{_N})*)(?=[\s.,;:)]|$)"
    rf"|{_NAMED}"
)
"""Numbers right behind a word or its comma. Matches `batteries1,2`, `(ASSBs).3`; must not match `Li6PS5Cl`."""
_TOKEN = re.compile(r"\S+$")
_LETTERS = re.compile(r"[A-Za-zµ]+$")
_SHORT = 3
"""Letters of a unit (`mol2`), behind which a number is a power."""


def glued_in(text: str, known: Collection[int]) -> Iterator[Found]:
    """Citations right behind words of the language or their comma; formulas and units have numbers of their own.

    Args:
        text: nearly clean.
        known: numbers of the bibliography.
    """
    for match in _GLUED.finditer(text):
        numbers = expand(match["marker"] or match["named"])
        if all(number in known for number in numbers) and (match["named"] or _ends_word(match)):
            yield match.start() if match["named"] else match.start("marker"), match.end(), numbers


def _ends_word(match: re.Match[str]) -> bool:
    """Whether a number stands behind a word, or behind the comma of one that may be a name."""
    text, pointed = match.string, bool(match["points"])
    begin, end = max(0, match.start() - 40), match.start("points")
    word = _LETTERS.search(text, begin, end)
    if word is None:
        return True
    if word.group().lower() in word_lists("citations.yaml")["words_before_glued"]:
        return False
    token = _TOKEN.search(text, begin, end)
    if pointed and token is not None and (len(token.group()) >= _SHORT or token.group() == "al"):
        return True
    return word.group()[1:].islower() and len(word.group()) > _SHORT
