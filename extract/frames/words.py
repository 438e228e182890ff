"""The words of a sentence with their parts of speech; materials and quantities count as one word each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..annotations import Sentence
from ..materials import MaterialMention
from ..quantities import Quantity
from .grammar import Grammar, VerbForm, grammar

_WORD = re.compile(r"[A-Z][a-z]?\d*[+−](?!\w)|[^\W\d_]+(?:n['’]t)?|\d+(?:[.,]\d+)*|['’]s\b|\S")
"""Ions, words, numbers, single signs. Matches `Ge4+`, `void`, `0.5`, `,`; must not join `void-free`."""

_HYPHENS = "-–‐‑"
_DASHES = "—―"

NOUNS = frozenset({"noun", "material", "quantity"})
"""Parts of speech that a noun phrase is made of, besides determiners and modifiers."""


@dataclass(slots=True)
class Word:
    """One word of a sentence.

    Args:
        start: clean start.
        end: clean end.
        text: lower case.
        part: noun, verb, aux, modal, prep, det, pron, rel, conj, sub, adv, to, punct, material or quantity.
        verb: the verb form that it is, if its part is `verb`, or could have been.
        mention: the material or quantity that it stands for.
        joined: a hyphen joins it to the word before.
        depth: how many brackets it stands in.
    """

    start: int
    end: int
    text: str
    part: str
    verb: VerbForm | None = None
    mention: MaterialMention | Quantity | None = None
    joined: bool = False
    depth: int = 0


def find_words(sentence: Sentence) -> list[Word]:
    """The words of a sentence, in order, each with its part of speech."""
    words = _joined_phrases(_brackets(_raw(sentence)))
    _decide_verbs(words)
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


def _decide_verbs(words: list[Word]) -> None:
    """Say of every word that may be a verb whether it is one here."""
    for index, word in enumerate(words):
        if word.part == "aux" and word.text in ("having", "being") and _is_modifier(words, index):
            word.part = "noun"
        if word.verb is not None and word.part == "noun" and _IS_VERB[word.verb.form](words, index):
            word.part = "verb"
    for index, word in enumerate(words):
        if word.part == "aux" and word.text in ("has", "have", "had", "having") and _main_have(words, index):
            word.part, word.verb = "verb", VerbForm("have", "ing" if word.text == "having" else "s")
        if word.text == "to" and word.part == "prep" and _opens_infinitive(words, index):
            word.part = "to"


def _opens_infinitive(words: list[Word], index: int) -> bool:
    after = _next(words, index)
    return after is not None and (after.text == "be" or (after.part == "verb" and after.verb is not None))


def _main_have(words: list[Word], index: int) -> bool:
    """`has` as the verb itself: no participle behind it."""
    after = _next(words, index)
    return after is None or not (after.part in ("verb", "aux") or after.text in ("been", "had", "to"))


def _previous(words: Sequence[Word], index: int) -> Word | None:
    """The word before, adverbs left out."""
    index -= 1
    while index >= 0 and words[index].part == "adv":
        index -= 1
    return words[index] if index >= 0 else None


def _next(words: Sequence[Word], index: int) -> Word | None:
    """The word behind, adverbs left out."""
    index += 1
    while index < len(words) and words[index].part == "adv":
        index += 1
    return words[index] if index < len(words) else None


def _is_modifier(words: list[Word], index: int) -> bool:
    before, after = _previous(words, index), _next(words, index)
    return before is not None and before.part == "det" and after is not None and after.part in NOUNS


def _is_base(words: list[Word], index: int) -> bool:
    """`to suppress`, `can suppress`, `to avoid A and suppress B`, `dendrites reduce the`."""
    before, after = _previous(words, index), _next(words, index)
    if before is None or words[index].joined or (after is not None and after.joined):
        return False
    if before.text in ("to", "in order to", "so as to") or before.part in ("modal", "to"):
        return before.part == "modal" or after is None or after.text not in ("of", "in")
    if before.text in ("do", "does", "did"):
        return True
    starts_object = after is not None and (after.part in ("det", "material", "quantity") or after.part in NOUNS)
    if (before.part == "conj" or before.text == ",") and starts_object:
        return _earlier_form(words, index, ("base",))
    plural = before.part in ("noun", "material") and _has_plural(words, index)
    relative = before.part == "rel" and before.text in ("which", "that")
    follows = after is not None and after.part in (*NOUNS, "det", "prep", "conj", "sub", "punct")
    return (
        (plural or relative or before.text in ("they", "we", "these", "those", ")"))
        and follows
        and after is not None
        and after.text != "of"
        and not _has_finite(words, index)
    )


def _has_plural(words: list[Word], index: int) -> bool:
    """Whether a plural or a list stands before a word in its clause, as a subject for a form without s."""
    for word in reversed(words[:index]):
        if word.part in ("verb", "aux", "modal", "sub", "rel") or word.text in (";", ":"):
            return False
        if word.text == "and" or (
            word.part in ("noun", "material") and word.text.endswith("s") and not word.text.endswith("ss")
        ):
            return True
    return False


def _is_third(words: list[Word], index: int) -> bool:
    """`the layer suppresses`, `which forms`; not `the forms`, `of voids`."""
    before, after = _previous(words, index), _next(words, index)
    if before is None or words[index].joined or after is None or after.part in ("aux", "modal", "verb"):
        return False
    if after.joined and after.part == "noun":
        return False
    if before.part in ("noun", "material", "quantity", "pron", "rel") or before.text in (")", "this", "that", ","):
        return after.text != "of" and (before.text != "," or _earlier_form(words, index, ("s", "aux")))
    goes_on = before.part == "conj" and _earlier_form(words, index, ("s", "aux"))
    return goes_on and after.text != "of"


def _is_past(words: list[Word], index: int) -> bool:
    """A past or a participle: `was formed`, `they developed a`, `layers formed by`; not `the increased contact`."""
    before, after = _previous(words, index), _next(words, index)
    if words[index].joined or (after is not None and after.joined and after.part == "noun"):
        return False
    noun_next = after is not None and after.part in (*NOUNS, "det")
    if before is None:
        return not noun_next and after is not None
    if before.part == "aux":
        return True
    if before.part in ("det", "prep", "verb", "modal", "to"):
        return False
    if before.part in (*NOUNS, "pron", "rel") or before.text in (")", "'s"):
        return not noun_next or not _has_finite(words, index)
    return not noun_next or (
        (before.part == "conj" or before.text == ",") and _earlier_form(words, index, ("ed", "en"))
    )


def _is_ing(words: list[Word], index: int) -> bool:
    """A participle or gerund with an object of its own: `, leading to`, `by suppressing`, `layers containing`."""
    before, after = _previous(words, index), _next(words, index)
    if words[index].joined or after is None or (after.joined and after.part == "noun"):
        return False
    takes = after.part in (*NOUNS, "det", "pron", "rel", "prep", "to")
    if words[index].text in grammar().lists["process_nouns"]:
        opens = before is None or before.text in (",", "by", "via", "through", "when", "while", "after", "from")
        return opens and after.part in ("det", "material")
    if before is not None and before.part == "det":
        return False
    if before is not None and (before.part in NOUNS or before.text == ")"):
        return after.text != "of" and takes and not _names_process(words, index)
    return takes or (before is not None and before.part == "aux")


_PROCESS_HEADS = frozenset({"process", "processes", "method", "methods", "behavior", "behaviour", "layer", "layers"})


def _names_process(words: list[Word], index: int) -> bool:
    """`Li plating behavior`: the form is part of a name."""
    after = words[index + 1] if index + 1 < len(words) else None
    return after is not None and after.text in _PROCESS_HEADS


def _earlier_form(words: list[Word], index: int, forms: tuple[str, ...]) -> bool:
    """Whether a verb before has one of these forms, so that a list of verbs may go on."""
    for word in reversed(words[:index]):
        if word.text in (";", ":"):
            return False
        if (word.part == "aux" and "aux" in forms) or (word.part == "verb" and word.verb and word.verb.form in forms):
            return True
    return False


def _has_finite(words: list[Word], index: int) -> bool:
    """Whether the clause has its verb already."""
    for word in reversed(words[:index]):
        if word.text in (";", ":", ",") or word.part in ("sub", "rel", "conj"):
            return False
        if word.part in ("aux", "modal") or (
            word.part == "verb" and word.verb and word.verb.form in ("s", "ed", "base")
        ):
            return True
    return False


_IS_VERB = {"base": _is_base, "s": _is_third, "ed": _is_past, "en": _is_past, "ing": _is_ing}
