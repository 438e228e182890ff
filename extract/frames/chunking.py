"""Words grouped into noun phrases, verb groups and the marks between them."""

from __future__ import annotations

from collections.abc import Sequence

from ..materials import MaterialMention
from .grammar import grammar
from .phrases import Item, Mark, NounPhrase, is_adjective
from .place import is_plural
from .verb_groups import take_verbs
from .word import NOUNS, Word

_EXAMPLES = frozenset(
    {"e . g .", "i . e .", "such as", "like", "including", "for example", "for instance", "namely", "especially"}
)

_INSIDE = frozenset({"'", "’", "'s", "’s", '"', "“", "”", "/", "*", "%", "·", "|", "∣"})
"""Signs that do not end a noun phrase."""

_BOUNDS = frozenset({"at", "below", "above", "beyond", "under", "over"})
"""Prepositions before a quantity under which something is the case."""

_SURROUNDINGS = frozenset({"air", "Ar", "N2", "O2", "CO2", "H2O", "water", "argon"})
"""Names of what surrounds a material, behind which a further one begins a phrase of its own."""


def find_phrases(words: Sequence[Word]) -> list[Item]:
    """The phrases and marks of a sentence, in order; what stands in brackets goes to the noun phrase before."""
    items: list[Item] = []
    index = 0
    while index < len(words):
        index = _take_brackets(words, index, items) if words[index].depth else _take(words, index, items)
    return items


def _take(words: Sequence[Word], index: int, items: list[Item]) -> int:
    """Add the item that begins at `index`; the index behind it."""
    word = words[index]
    if word.part in ("verb", "aux", "modal"):
        return take_verbs(words, index, items)
    if word.part in NOUNS or word.part in ("det", "pron") or _grades_adjective(words, index):
        return _take_nouns(words, index, items)
    kind = {",": "comma", ";": "stop", ":": "stop"}.get(word.text) if word.part == "punct" else word.part
    if kind == "comma" and _is_place_alone(items):
        before = items.pop()
        if isinstance(before, Mark) and before.word.text == "besides":
            items.append(Mark("adv", before.word))
    if kind == "conj" and _joins_adverbs(words, index):
        return index + 1
    if kind is not None:
        items.append(Mark(kind, word))
    return index + 1


def _joins_adverbs(words: Sequence[Word], index: int) -> bool:
    """Whether `and` only joins adverbs of one adjective: `is chemically and electrochemically stable`."""
    around = [word.part for word in (*words[max(index - 1, 0) : index], *words[index + 1 : index + 3])]
    return around in (["adv", "adv", "noun"], ["adv", "adv", "verb"]) and words[index].text in ("and", "or", "but")


def _is_place_alone(items: Sequence[Item]) -> bool:
    """Whether a comma shows that the word before it governs nothing (`as discussed above, A forms`)."""
    before = items[-1] if items else None
    return isinstance(before, Mark) and before.kind == "prep" and before.word.text in ("above", "below", "besides")


def _take_brackets(words: Sequence[Word], index: int, items: list[Item]) -> int:
    """Names in brackets: examples where they are introduced so, else asides of the phrase before."""
    end = index
    while end < len(words) and words[end].depth:
        end += 1
    inside = [word for word in words[index:end] if word.text not in "()[]"]
    if items and isinstance(items[-1], NounPhrase) and inside:
        introduced = inside[0].text in _EXAMPLES or inside[0].part == "prep"
        named = [NounPhrase([word]) for word in inside if word.part == "material"]
        (items[-1].examples if introduced else items[-1].asides).extend(named)
    return end


def _take_nouns(words: Sequence[Word], index: int, items: list[Item]) -> int:
    taken: list[Word] = []
    asides: list[NounPhrase] = []
    while index < len(words):
        word = words[index]
        if word.depth:
            behind = _behind_name(words, index) if taken and taken[-1].part in NOUNS else None
            if behind is None:
                break
            asides += [NounPhrase([each]) for each in words[index:behind] if each.part == "material"]
            index = behind
            continue
        if _ends_before(words, index, taken, items):
            break
        step = "takes" if word.part in NOUNS else _step_over(words, index, taken)
        if step == "ends":
            break
        if step == "takes":
            taken.append(word)
        index += 1
    if taken:
        items.append(NounPhrase(taken, asides=asides))
    return index + (not taken)


def _step_over(words: Sequence[Word], index: int, taken: Sequence[Word]) -> str:
    """What a noun phrase does at a word that is no noun: it takes it, passes over it, or ends."""
    word = words[index]
    if taken and (_joins_adjectives(words, index, taken[-1]) or _is_graded(words, index)):
        return "passes"
    if word.part not in ("det", "pron", "adv"):
        return "passes" if word.text in _INSIDE else "ends"
    begun = word.part != "adv" and any(each.part in NOUNS or each.part == "pron" for each in taken)
    return "ends" if begun else "takes"


def _may_act(word: Word) -> bool:
    """Whether a noun behind a quantity rather begins a clause of its own: a plural, lithium, `plating`."""
    lists = grammar().lists
    metal = word.part == "material" and word.text not in lists["surrounding_names"]
    return is_plural(word) or metal or word.text in lists["process_nouns"]


def _is_bound(items: Sequence[Item]) -> bool:
    """Whether what follows stands behind the preposition of a bound."""
    before = items[-1] if items else None
    return isinstance(before, Mark) and before.kind == "prep" and before.word.text in _BOUNDS


def _behind_name(words: Sequence[Word], index: int) -> int | None:
    """The index behind a name in brackets within a noun phrase (`a silver-carbon (Ag-C) layer`), or None.

    So it is in `polyethylene oxide (PEO)-based electrolytes`.
    """
    end = index
    while end < len(words) and words[end].depth:
        end += 1
    inside = [word for word in words[index:end] if word.text not in "()[]"]
    after = words[end] if end < len(words) else None
    mention = after.mention if after is not None else None
    noun = after is not None and after.part == "noun" and (not after.joined or after.text == "based")
    goes_on = noun or (isinstance(mention, MaterialMention) and mention.kind == "class")
    is_name = bool(inside) and inside[0].part in ("noun", "material") and all(word.joined for word in inside[1:])
    return end if goes_on and is_name else None


def _joins_adjectives(words: Sequence[Word], index: int, before: Word) -> bool:
    """Whether a comma or `and` joins adjectives of one noun: `robust and secure electrolytes`, `a thin, dense one`."""
    after = next((word for word in words[index + 1 :] if word.part != "adv"), None)
    if after is None or after.part != "noun" or not is_adjective(before):
        return False
    if after is not words[index + 1]:
        return words[index].text in ("and", "or", "but", "yet") and is_adjective(after)
    return words[index].text in ("and", "or") or (words[index].text == "," and is_adjective(after))


def _is_graded(words: Sequence[Word], index: int) -> bool:
    """Whether an article stands behind its adjective: `too high a pressure`."""
    return words[index].text in ("a", "an") and index > 1 and words[index - 2].text in ("too", "so")


def _ends_before(words: Sequence[Word], index: int, taken: Sequence[Word], items: Sequence[Item]) -> bool:
    """Whether a noun phrase has ended: before an adverb that is not in it, before what is surrounded by it.

    So it has before the voids of `below 5 MPa voids form`.
    """
    word = words[index]
    if word.part == "adv":
        return not (_goes_on(words, index) if taken else _grades_adjective(words, index))
    if len(taken) == 1 and taken[0].part == "quantity" and _is_bound(items) and _may_act(word):
        return True
    return word.part == "material" and not word.joined and bool(taken) and _is_surrounding(taken[-1])


def _grades_adjective(words: Sequence[Word], index: int) -> bool:
    """Whether an adverb says how well something does what an adjective names (`poorly conducting Li2CO3`)."""
    if words[index].part != "adv" or not _goes_on(words, index) or words[index + 1].depth:
        return False
    return words[index].text in grammar().lists["grades"] and words[index + 1].text in grammar().lists["graded"]


def _is_surrounding(word: Word) -> bool:
    """Whether a word is a material that only surrounds others (`in humid air LLZO reacts`)."""
    return isinstance(word.mention, MaterialMention) and word.mention.name in _SURROUNDINGS


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Whether an adverb stands inside a noun phrase (`a highly conductive layer`)."""
    return index + 1 < len(words) and words[index + 1].part in NOUNS
