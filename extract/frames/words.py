"""The words of a sentence with their parts of speech; materials and quantities count as one word each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..annotations import Sentence
from ..materials import MaterialMention
from ..quantities import Quantity
from .grammar import Grammar, grammar
from .verbs import decide_verbs
from .word import Word

_WORD = re.compile(r"[A-Z][a-z]?\d*[+−](?!\w)|[^\W\d_]+(?:n['’]t)?|\d+(?:[.,]\d+)*|['’]s\b|\S")
"""Ions, words, numbers, single signs. Matches `Ge4+`, `void`, `0.5`, `,`; must not join `void-free`."""

_HYPHENS = "-–‐‑"
_DASHES = "—―"


def find_words(sentence: Sentence) -> list[Word]:
    """The words of a sentence, in order, each with its part of speech."""
    words = _joined_phrases(_brackets(_raw(sentence)))
    decide_verbs(words)
    return words


def _raw(sentence: Sentence) -> Iterator[Word]:
    """Words as they stand, materials and quantities whole."""
    position = sentence.start
    mentions: list[MaterialMention | Quantity] = sorted(
        [*sentence.materials, *sentence.quantities], key=lambda mention: (mention.start, -mention.end)
    )
    for mention in mentions:
        if mention.start < position:
            continue
        yield from _plain(sentence, position, mention.start)
        joined = mention.start > sentence.start and sentence.text[mention.start - 1] in _HYPHENS
        part = "material" if isinstance(mention, MaterialMention) else "quantity"
        text = sentence.text[mention.start : mention.end].lower()
        yield Word(mention.start, mention.end, text, part, mention=mention, joined=joined)
        position = mention.end
    yield from _plain(sentence, position, sentence.end)


def _plain(sentence: Sentence, start: int, end: int) -> Iterator[Word]:
    rules = grammar()
    text = sentence.text
    for match in _WORD.finditer(text, start, end):
        word, begin = match.group(), match.start()
        if word in _HYPHENS and _between_letters(text, begin):
            continue
        joined = begin > sentence.start and text[begin - 1] in _HYPHENS and not text[begin - 2 : begin - 1].isspace()
        lower = word.lower()
        yield Word(begin, match.end(), lower, _part(rules, lower, word), rules.forms.get(lower), joined=joined)


def _between_letters(text: str, position: int) -> bool:
    return 0 < position < len(text) - 1 and not text[position - 1].isspace() and not text[position + 1].isspace()


def _part(rules: Grammar, lower: str, word: str) -> str:
    if not word[0].isalnum():
        return "punct"
    if lower in rules.parts:
        return rules.parts[lower]
    if lower.endswith("ly") and len(lower) > 4 and lower not in rules.lists["no_adverbs"]:
        return "adv"
    return "noun"


def _brackets(words: Iterator[Word]) -> Iterator[Word]:
    depth = 0
    for word in words:
        if word.text in ("(", "["):
            depth += 1
        word.depth = depth
        if word.text in (")", "]") and depth:
            depth -= 1
        if word.text in _DASHES or word.text in _HYPHENS:
            word.text = ","
        yield word


def _joined_phrases(words: Iterator[Word]) -> list[Word]:
    """Words such as `due to` made one."""
    given = list(words)
    phrases = grammar().phrases
    found: list[Word] = []
    index = 0
    while index < len(given):
        word = given[index]
        length = 1
        for parts, kind in phrases.get(word.text, ()):
            if tuple(each.text for each in given[index : index + len(parts)]) == parts:
                last = given[index + len(parts) - 1]
                word = Word(word.start, last.end, " ".join(parts), kind, joined=word.joined, depth=word.depth)
                length = len(parts)
                break
        found.append(word)
        index += length
    return found
