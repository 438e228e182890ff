"""Values of an interphase itself, which nobody names by a material: they are of the SEI."""

from __future__ import annotations

import re

from ..annotations import Sentence
from ..frames.phrases import NounPhrase
from ..materials import MaterialMention
from .clauses import Clause, clause_of
from .subject_rules import Anchor, Subject

_WORDS = r"(?:SEIs?|(?:solid[- ]electrolyte )?interphases?)"
_ANY = re.compile(rf"\b{_WORDS}\b")
"""An interphase anywhere. Matches `SEI`, `the interphase`; must not match `interface`."""

_BEFORE_NAME = re.compile(rf"\b(?P<sei>{_WORDS})(?:\s(?:layer|film))?(?:\sthickness)?\s$")
"""Before the name of its property. Matches `an SEI `."""

_BEHIND = re.compile(rf"^(?:[-\s]?thick(?:ness)?)?[-\s](?:(?!of\b)[a-z]+\s){{0,2}}(?P<sei>{_WORDS})\b")
"""Behind its thickness. Matches ` thick SEI`; must not match ` of the SEI`."""

_HEADS = frozenset({"sei", "seis", "interphase", "interphases"})
_LAYER = frozenset({"layer", "layers", "film", "films"})

OF_ITSELF = frozenset({"thickness", "ionic_conductivity", "electronic_conductivity", "elastic_modulus", "density"})
"""Properties that an interphase has by itself."""


def of_interphase(sentence: Sentence, anchor: Anchor) -> Subject | None:
    """The interphase as the subject of a value, None where the value is not one of it.

    Args:
        sentence: with its materials.
        anchor: the value and its property.
    """
    if anchor.name not in OF_ITSELF or _ANY.search(sentence.text, sentence.start, sentence.end) is None:
        return None
    place = _beside(sentence, anchor) or _in_clause(sentence, anchor)
    if place is None or any(place[0] <= each.start < place[1] and each.kind != "class" for each in sentence.materials):
        return _named(sentence, place)
    return Subject(_mention(sentence, place), "interphase", 0.8)


def _named(sentence: Sentence, place: tuple[int, int] | None) -> Subject | None:
    """The interphase where the document knows its abbreviation."""
    if place is None:
        return None
    own = [each for each in sentence.materials if place[0] <= each.start < place[1] and _ANY.fullmatch(each.text)]
    return Subject(_mention(sentence, (own[0].start, own[0].end)), "interphase", 0.8) if own else None


def _mention(sentence: Sentence, place: tuple[int, int]) -> MaterialMention:
    return MaterialMention(*place, sentence.text[slice(*place)], "SEI", "name")


def _beside(sentence: Sentence, anchor: Anchor) -> tuple[int, int] | None:
    """Where an interphase stands right before or in the property's name, or behind the value."""
    inside = _ANY.match(sentence.text, anchor.property_start, anchor.property_end)
    if inside is not None:
        return inside.span()
    before = sentence.before(anchor.property_start, 50)
    match = _BEFORE_NAME.search(before)
    if match is not None:
        begin = anchor.property_start - len(before)
        return begin + match.start("sei"), begin + match.end("sei")
    behind = _BEHIND.match(sentence.after(anchor.end, 60)) if anchor.name == "thickness" else None
    return (anchor.end + behind.start("sei"), anchor.end + behind.end("sei")) if behind is not None else None


def _in_clause(sentence: Sentence, anchor: Anchor) -> tuple[int, int] | None:
    """Where the clause names an interphase as what has the value."""
    clause = clause_of(sentence, anchor)
    if clause is None:
        return None
    return next(
        ((phrase.start, phrase.end) for phrase in (*_around(clause), *clause.owners()) if _is_interphase(phrase)), None
    )


def _around(clause: Clause) -> list[NounPhrase]:
    """The phrases that the name of the property hangs on (`an interphase with a thickness of`)."""
    named = clause.named
    if named is None:
        return []
    every = [each for phrase in clause.statement.phrases() for each in phrase.tree()]
    return [phrase for phrase in every if named in phrase.modifiers]


def _is_interphase(phrase: NounPhrase) -> bool:
    words = [word.text for word in phrase.words]
    return words[-1] in _HEADS or (words[-1] in _LAYER and len(words) > 1 and words[-2] in _HEADS)
