"""Electrodes that have a capacity by themselves: a value is theirs where the text says so, and not of their cell."""

from __future__ import annotations

import re
from dataclasses import replace

from ..annotations import Sentence
from ..lexicon import subject_words
from ..materials import MaterialMention
from .discourse import Context, in_phrase
from .parts import CELL_BEHIND
from .roles import is_special_anode
from .subject_rules import BESIDE, Anchor, Subject

_BASED = re.compile(r"-based\s(?:[\w-]+\s)?")
"""Between a material and the kind of cells that it makes. Matches `-based `."""

_CALLED_CATHODE = re.compile(
    r"^(?:[ -](?:based|composite|active|material|particles?|powders?|containing|loaded))*\s(?:cathodes?|catholytes?"
    r"|(?:positive )?electrodes?)\b"
)
"""Behind the active material of an electrode. Matches ` cathode`, `-based electrodes`; must not match ` collectors`."""

CELL_OF = re.compile(
    r"\b(?:cells?|batter(?:y|ies)|SSL?M?Bs?|ASSL?S?Bs?)\s(?:[\w-]+\s){0,2}?(?:with|using|employing|of|comprising"
    r"|containing|based on|from)\s(?:(?:an?|the)\s)?(?:[\w-]+\s){0,2}$"
)
"""Before a cathode by which a cell is told. Matches `the cell with bare `; must not match `paired with `."""

_SAID_BESIDE = BESIDE | {"relative-clause"}
_SAID_OF = _SAID_BESIDE | {"subject-before", "pronoun", "subject-around-aside", "clause-of-its-own"}
"""Rules by which a value is said of what is named, and not only told near it; by the first whatever its case is."""


def is_of_electrode(sentence: Sentence, anchor: Anchor, found: list[Subject], context: Context) -> bool:
    """Whether a capacity is said to be that of an electrode, and no cell with it was written out (`B delivers`)."""
    if not found or anchor.name not in subject_words().cell_properties:
        return False
    layers = context.cell.name.split("|") if context.cell is not None else ()
    return all(
        subject.rule in _SAID_OF
        and (
            _is_cathode(sentence, subject.mention, context)
            or is_special_anode(sentence, subject.mention, context.names, context.layers)
        )
        and subject.mention.name not in layers
        and (subject.rule in _SAID_BESIDE or not in_phrase(sentence, subject.mention))
        for subject in found
    )


def _is_cathode(sentence: Sentence, mention: MaterialMention, context: Context) -> bool:
    """Whether a mention is a cathode, by what it is made of or called; not one by which a cell is told (`cell with A`).

    Args:
        sentence: with its materials.
        mention: one of them.
        context: what the sentences before have left in mind.
    """
    plain = mention.name in ("Li", "Na") or context.names.is_electrolyte(mention.name)
    called = not plain and _CALLED_CATHODE.match(sentence.after(mention.end, 50)) is not None
    if not (called or context.names.is_cathode(mention.name)):
        return False
    if CELL_BEHIND.match(sentence.after(mention.end, 50)):
        return False
    return CELL_OF.search(sentence.before(mention.start, 60)) is None


def made_of(sentence: Sentence, subject: Subject, context: Context) -> Subject:
    """What a kind of cells is based on, where that is named right before it (`A-based ASSBs`)."""
    if subject.mention.name not in context.names.things:
        return subject
    based = (each for each in sentence.materials if _BASED.fullmatch(sentence.text, each.end, subject.mention.start))
    return next((replace(subject, mention=each) for each in based if each.kind != "class"), subject)
