"""Where in a text a quotation stands, whatever its spaces, dashes, quotation marks and raised digits."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_PLAIN = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "×": "x",
    "·": ".",
    "⋅": ".",
    "∙": ".",
    "µ": "μ",
}
"""One form for signs that readers do not tell apart; the empty one for signs that are not seen."""


_MARKS = "\"'“”‘’"
"""Quotation marks that a model may put around what it quotes."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in the one form in which texts are compared.

    Args:
        text: without white space, in lower case, raised and lowered signs on the line.
        origins: for each of its characters, the offset of that which gave it.
    """

    text: str
    origins: tuple[int, ...]


def fold(text: str, *, dropped: str = "") -> Folded:
    """A text in the form in which it is compared.

    Args:
        text: any.
        dropped: signs to leave out besides white space.
    """
    characters: list[str] = []
    origins: list[int] = []
    for index, character in enumerate(text):
        if character.isspace() or character in dropped:
            continue
        plain = _PLAIN.get(character)
        if plain is None:
            plain = "".join(_PLAIN.get(each, each) for each in unicodedata.normalize("NFKC", character)).casefold()
        characters.append(plain)
        origins.extend([index] * len(plain))
    return Folded("".join(characters), tuple(origins))


def find_quotation(quotation: str, text: str, *, dropped: str = "") -> tuple[int, int] | None:
    """The range of a text that a quotation repeats, word for word; None where it does not.

    What is found begins and ends with whole words and numbers of the text: `1.9 mS` is not in `11.9 mS`.

    Args:
        quotation: as a model gives it.
        text: clean text of a passage.
        dropped: signs that do not count, besides white space.

    Example:
        >>> find_quotation("reaches 2 mS cm−1", "It reaches  2 mS cm-1.")
        (3, 21)
    """
    wanted, given = fold(quotation.strip().strip(_MARKS), dropped=dropped), fold(text, dropped=dropped)
    if not any(character.isalnum() for character in wanted.text):
        return None
    at = given.text.find(wanted.text)
    while at >= 0:
        start, end = given.origins[at], given.origins[at + len(wanted.text) - 1] + 1
        if _is_whole(text, start, end):
            return start, end
        at = given.text.find(wanted.text, at + 1)
    return None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word or number is cut at either end of a range."""
    return not (_goes_on(text, start) or _goes_on(text, end))


def _goes_on(text: str, at: int) -> bool:
    """Whether the text at a place is inside of a word or a number, `1.9` included."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before in ".," and text[at - 2 : at - 1].isdigit() and after.isdigit():
        return True
    if after in ".," and before.isdigit() and text[at + 1 : at + 2].isdigit():
        return True
    return before.isalnum() and after.isalnum()
