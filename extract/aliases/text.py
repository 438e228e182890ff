"""Where the words before an abbreviation begin, and which of them can be a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .words import word_list

REACH = 150
"""How many characters a long form may lie before its abbreviation."""

_BREAK = re.compile(r"[.;:?!]\s+(?=\S)|,\s|\s[–—-]\s|(?<![^\s.])[a-z]\)\s+")
"""Ends the reach of a long form. Matches `, `, `. ` and the mark of a panel `a) `; not the comma in `1,3-dioxolane`."""

_PARENTHESIS = re.compile(r"[()]")


def window_start(text: str, position: int) -> int:
    """Start of the stretch before `position` in which a long form can lie.

    It reaches back over chemical parentheses (`poly(ethylene oxide)`) but not over a sentence or comma, an open
    parenthesis, or a closed one that stands apart.
    """
    lowest = max(0, position - REACH)
    start = _open_parenthesis(text, lowest, position)
    for found in _BREAK.finditer(text, start, position):
        if text.count("(", start, found.start()) <= text.count(")", start, found.end()):
            start = found.end()
    return start


def _open_parenthesis(text: str, lowest: int, position: int) -> int:
    depth, closed_at = 0, -1
    for found in reversed(list(_PARENTHESIS.finditer(text, lowest, position))):
        at = found.start()
        if found[0] == ")":
            closed_at = at if depth == 0 else closed_at
            depth += 1
        elif depth == 0:
            return at + 1
        else:
            depth -= 1
            if depth == 0 and (at == 0 or text[at - 1].isspace()):
                return closed_at + 1
    return lowest


def noun_phrase_start(text: str, start: int, end: int, *, most_words: int = 4) -> int:
    """Start of the noun phrase that ends at `end`, not before `start`; `end` where there is none.

    Reads backwards to the first word that cannot be in a name: a function word, an adverb, a participle, an adjective
    of degree.
    """
    first = end
    words = list(re.finditer(r"\S+", text[start:end]))
    for word in reversed(words[-most_words:]):
        if not _can_be_in_name(word[0].strip("\"'“”‘’").casefold()):
            break
        first = start + word.start()
    return first


def _can_be_in_name(word: str) -> bool:
    if word in word_list("stop") or word in word_list("degree") or not word:
        return False
    if "-" in word or "–" in word or word in word_list("participles"):
        return True
    return not (word.endswith(("ing", "ly")) or (word.endswith("ed") and len(word) > 4)) and word[0].isalpha()


def drop_generic_end(words: Sequence[str], *, most: int = 2) -> int:
    """How many words at the end are nouns such as "phase", which may follow a name without being part of it."""
    count = 0
    while count < min(most, len(words) - 1) and words[-1 - count].casefold() in word_list("generic"):
        count += 1
    return count


def is_institution(text: str) -> bool:
    """Whether a long form names an institution."""
    return not word_list("institutions").isdisjoint(text.casefold().split())
