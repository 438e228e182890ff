"""The words of a sentence with their parts of speech; materials and quantities count as one word each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from ..annotations import Sentence
from ..materials import MaterialMention
from ..quantities import Quantity
from .grammar import VerbForm, grammar
from .verbs import decide_verbs
from .word import Word

_WORD = re.compile(r"[A-Z][a-z]?\d*[+−](?!\w)|[^\W\d_]+(?:(?<=[^\W\d_]n)['’]t\b)?|\d+(?:[.,]\d+)*|['’]s\b|\S")
"""Ions, words, numbers, single signs. Matches `Ge4+`, `void`, `doesn't`, `0.5`, `,`; must not join `void-free`."""

_HYPHENS = "-–‐‑"
_DASHES = "—―"
_SHORTEST_ADVERB = 4
"""Letters of a word in -ly above which it is an adverb (`fly`, `only`)."""


def find_words(sentence: Sentence) -> list[Word]:
    """The words of a sentence, in order, each with its part of speech."""
    words: list[Word] = []
    position = sentence.start
    mentions: list[MaterialMention | Quantity] = sorted(
        [*sentence.materials, *sentence.quantities], key=lambda mention: (mention.start, -mention.end)
    )
    for mention in mentions:
        if mention.start >= position:
            _add_plain(words, sentence, position, mention.start)
            words.append(_whole(sentence, mention))
            position = mention.end
    _add_plain(words, sentence, position, sentence.end)
    _count_brackets(words)
    words = _hyphened_verbs(_joined_phrases(words))
    decide_verbs(words)
    return words


def _whole(sentence: Sentence, mention: MaterialMention | Quantity) -> Word:
    """A material or a quantity as one word."""
    joined = mention.start > sentence.start and sentence.text[mention.start - 1] in _HYPHENS
    part = "material" if isinstance(mention, MaterialMention) else "quantity"
    text = sentence.text[mention.start : mention.end].lower()
    return Word(mention.start, mention.end, text, part, mention=mention, joined=joined)


def _add_plain(words: list[Word], sentence: Sentence, start: int, end: int) -> None:
    """Add the words between two mentions."""
    text, first = sentence.text, sentence.start
    for match in _WORD.finditer(text, start, end):
        begin = match.start()
        lower, part, verb = _lexical(match.group())
        if part == "punct" and lower in _HYPHENS and _between_letters(text, begin):
            continue
        joined = begin > first and text[begin - 1] in _HYPHENS and not text[begin - 2 : begin - 1].isspace()
        if joined and words and words[-1].text == "all":
            words[-1].part = "noun"  # of `all-solid-state`
        if joined and lower == "called" and words and words[-1].text == "so":
            words[-1].part = part = "noun"
        if joined and lower == "like" and words and (words[-1].part == "noun" or _is_compound(words[-1])):
            part = "noun"  # of `Li2S-like`, `point-like`
        words.append(Word(begin, match.end(), lower, part, verb, None, joined))


def _is_compound(word: Word) -> bool:
    """Whether a word names a material, and no class of them."""
    return isinstance(word.mention, MaterialMention) and word.mention.kind != "class"


def _between_letters(text: str, position: int) -> bool:
    return 0 < position < len(text) - 1 and not text[position - 1].isspace() and not text[position + 1].isspace()


@lru_cache(maxsize=16384)
def _lexical(word: str) -> tuple[str, str, VerbForm | None]:
    """A word in lower case, its part of speech as far as it tells by itself, and the verb that it may be."""
    rules = grammar()
    lower = word.lower().replace("’", "'")
    if not word[0].isalnum():
        part = "punct"
    elif lower in rules.parts:
        part = rules.parts[lower]
    else:
        is_adverb = lower.endswith("ly") and len(lower) > _SHORTEST_ADVERB and lower not in rules.lists["no_adverbs"]
        part = "adv" if is_adverb else "noun"
    return lower, part, rules.forms.get(lower)


def _count_brackets(words: list[Word]) -> None:
    """Note how deep each word stands in brackets; a dash between words parts them as a comma does."""
    depth = 0
    for word in words:
        if word.part != "punct":
            if depth:
                word.depth = depth
            continue
        depth += word.text in "(["
        word.depth = depth
        depth -= bool(depth) and word.text in ")]"
        if word.text in _DASHES or word.text in _HYPHENS:
            word.text = ","


def _fits(kind: str, words: list[Word], behind: int) -> bool:
    """Whether words can be joined there: to a verb in -s only before a determiner (`short-circuits the cell`)."""
    verb = kind == "noun" and words[behind - 1].text.endswith("s")
    return not verb or (behind < len(words) and words[behind].part == "det")


def _hyphened_verbs(words: list[Word]) -> list[Word]:
    """Words made one where a hyphened verb is used as one: `was hot-pressed`, `pellets hot-pressed at 200 C`.

    Before a noun (`hot-pressed pellets`) they stay two.
    """
    if not any(word.joined for word in words):
        return words
    forms = grammar().forms
    found: list[Word] = []
    for index, word in enumerate(words):
        first = found[-1] if found and word.joined and word.part == "noun" else None
        verb = forms.get(f"{first.text}-{word.text}") if first is not None and not first.joined else None
        if first is not None and verb is not None and _is_used(found[:-1], words[index + 1 : index + 2], verb):
            found[-1] = Word(first.start, word.end, f"{first.text}-{word.text}", "noun", verb, depth=first.depth)
        else:
            found.append(word)
    return found


def _is_used(before: list[Word], behind: list[Word], verb: VerbForm) -> bool:
    """Whether a participle between such words is a verb, and describes no noun."""
    left = next((word.part for word in reversed(before) if word.part != "adv"), "")
    right = behind[0].part if behind else "punct"
    if verb.form == "ing":
        return right in ("det", "material") and left in ("", "punct", "prep", "conj", "sub", "rel")
    if verb.form not in ("ed", "en") or right in ("noun", "material"):
        return left in ("pron", "modal", "to") and verb.form in ("ed", "base")
    return left in ("aux", "noun", "material", "quantity", "conj")


def _joined_phrases(words: list[Word]) -> list[Word]:
    """Words such as `due to` made one."""
    phrases = grammar().phrases
    found: list[Word] = []
    behind = 0
    for index, pair in enumerate(pairwise([word.text for word in words])):
        joined = _phrase_at(words, index, phrases[pair]) if pair in phrases and index >= behind else None
        if joined is not None:
            found += words[behind:index]
            found.append(joined[0])
            behind = index + joined[1]
    return found + words[behind:]


def _phrase_at(words: list[Word], index: int, ways: Sequence[tuple[tuple[str, ...], str]]) -> tuple[Word, int] | None:
    """The first of the phrases that stands at an index, as one word, and how many words it takes."""
    word = words[index]
    for parts, kind in ways:
        behind = index + len(parts)
        if tuple([each.text for each in words[index:behind]]) == parts and _fits(kind, words, behind):
            verb = grammar().forms.get("-".join(parts)) if kind == "noun" else None
            end = words[behind - 1].end
            return Word(word.start, end, " ".join(parts), kind, verb, joined=word.joined, depth=word.depth), len(parts)
    return None
