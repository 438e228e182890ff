"""Parts of a cell and what is put on or into them, which do not have the values of the whole."""

from __future__ import annotations

import re

from ..annotations import Sentence
from ..lexicon import subject_words
from ..materials import MaterialMention
from ..materials.words import any_of
from ..names import Names
from . import subject_patterns as patterns
from .discourse import Context
from .references import reference_words
from .roles import is_tested
from .subject_rules import Anchor, Subject

_CATHODE_BEHIND = re.compile(
    r"^(?:[ -](?:based|composite|active|material|particles?|powders?|containing|loaded|\([^()]{1,12}\)))*"
    r"\s(?:cathodes?|catholytes?|positive electrodes?|counter electrodes?|(?:current )?collectors?)\b"
)
"""Behind the part of a cell that does not tell it apart. Matches ` cathode`, `-based cathodes`."""

CELL_BEHIND = re.compile(
    r"^(?:[ -]based)?\s(?:(?:full|half|pouch|coin|solid-state|all-solid-state|composite)[ -])*(?:cells?"
    r"|batter(?:y|ies))\b"
)
"""Behind a material that a cell is called by. Matches ` full cell`, `-based batteries`."""

_PART_OF_CELL = re.compile(
    r"\b(?:cells?|batter(?:y|ies)|SSL?M?Bs?|ASSL?S?Bs?)\s(?:[\w-]+\s){0,2}?(?:with|using|employing|of|comprising"
    r"|containing|based on|from|and|to)"
    r"\s(?:(?:an?|the)\s)?(?:[\w-]+\s){0,2}$|\b(?:(?:coupl|pair|match|combin|integrat)\w+ with|with"
    r"|versus)\s(?:(?:an?|the)\s)?(?:[\w-]+\s){0,2}$"
)
"""Before a part of a cell. Matches `full cell with an `, `paired with `; must not match `delivered by `."""

_MIXTURE_OF = re.compile(
    r"\b(?:(?:blend|mixture|composite|hybrid|combination)s?\s(?:\w+\s)?(?:of|from)"
    r"|(?:composed|made|prepared)\s(?:of|from)|consist(?:s|ed|ing)\sof|compris(?:es?|ed|ing))\s(?:the\s|an?\s)?$"
)
"""Before the constituents of a mixture. Matches `a blend of `, `membrane composed of `; must not match `films of `."""

_PARTS_FOLLOW = re.compile(
    r"^s?\s(?:[\w-]+\s){0,1}(?:with|using|employing|based on|of|containing|comprising|featuring|equipped with"
    r"|adopting|utili[sz]ing)\b"
)
"""Behind a kind of cell whose parts tell which one is meant. Matches ` with `, `s using `."""


_PUT_INTO = re.compile(
    rf"^-(?:co-)?(?:{any_of('treatments')}|added|containing|incorporated)\s(?:[a-z-]+\s){{0,2}}?(?P<noun>[a-z]+)\b"
)
"""Behind what was put into or on something that has no name there. Matches `-added pellet`, `-doped samples`."""


def is_part(sentence: Sentence, mention: MaterialMention, context: Context) -> bool:
    """Whether a material is named only as a part of a cell: a cathode, a counter electrode, a collector."""
    if _CATHODE_BEHIND.match(sentence.after(mention.end, 50)) and " " not in mention.name:
        return not context.names.is_electrolyte(mention.name)
    if not context.names.is_cathode(mention.name):
        return False
    behind = CELL_BEHIND.match(sentence.after(mention.end, 50))
    return behind is not None or _PART_OF_CELL.search(sentence.before(mention.start, 60)) is not None


def is_addition(mention: MaterialMention, names: Names) -> bool:
    """Whether a mention is what is put on or into an electrolyte: a compound, or a metal that is no anode by itself."""
    metal = mention.kind == "element" and mention.name not in ("Li", "Na", "K") and not names.is_anode(mention.name)
    return metal or names.is_agent(mention.name)


def is_put_into(sentence: Sentence, mention: MaterialMention, names: Names) -> bool:
    """Whether a mention only tells what was put into an electrolyte that is spoken of (`the B2O3-added pellet`)."""
    host = _PUT_INTO.match(sentence.after(mention.end, 60))
    if host is None or not (is_addition(mention, names) or mention.kind == "element"):
        return False
    words = reference_words()
    return words.kinds.get(host["noun"]) == "electrolyte" or host["noun"] in words.stand_ins


def of_mixture(sentence: Sentence, anchor: Anchor, found: list[Subject]) -> list[Subject]:
    """The one polymer among the constituents of a mixture, which has the value (`a blend of PEO and LLZO shows`).

    Args:
        sentence: with its materials.
        anchor: the value and its property.
        found: what grammar gives.

    Returns:
        Nothing where a mixture has no polymer or more than one; what was found where there is no mixture.
    """
    if len(found) == 1 or anchor.name not in subject_words().electrolyte_properties | {"thickness"}:
        return found
    first = min(subject.mention.start for subject in found) if found else anchor.start
    if not found or _MIXTURE_OF.search(sentence.before(first, 60)) is None:
        return found
    polymers = [subject for subject in found if subject.mention.kind == "polymer"]
    return polymers if len(polymers) == 1 else []


def is_electrode(mention: MaterialMention, context: Context) -> bool:
    """Whether a mention is plain lithium or sodium or the active material of a cathode."""
    return mention.name in ("Li", "Na") or context.names.is_cathode(mention.name)


def is_metal(mention: MaterialMention) -> bool:
    """Whether a mention is an element, or lithium or sodium with a coating."""
    return mention.kind == "element" or mention.name.endswith((" Li", " Na"))


def stands_for_whole(sentence: Sentence, anchor: Anchor, mention: MaterialMention, context: Context) -> bool:
    """Whether a mention is a part, an addition, or a device made of what is spoken of (`the resulting ASSLB`)."""
    names = context.names
    if mention.name in names.things:
        definite = patterns.DEFINITE.search(sentence.before(mention.start, 40)) is not None
        return definite or _PARTS_FOLLOW.match(sentence.after(mention.end, 40)) is not None
    if mention.kind == "cell" or is_tested(sentence, mention, names):
        return False
    if patterns.THEORETICAL.search(sentence.between(anchor.begin - 20, anchor.end)):
        return False
    if mention.name in ("Li", "Na"):
        return anchor.name not in subject_words().material_properties
    put_between = is_addition(mention, names) or names.is_electrolyte(mention.name)
    return put_between or mention.name.endswith((" Li", " Na")) or is_part(sentence, mention, context)
