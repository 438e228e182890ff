"""Whose value it is, where a cell or an interface has it: the cell as written, else the electrolyte that was tested.

A sentence names parts (`with an NCM811 cathode`, `the LiF layer`) and leaves the rest to what was said before; the
value is of the whole. Only where no cell and no electrolyte is known does a part stand for it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..annotations import Sentence
from ..lexicon import subject_words
from ..materials import MaterialMention
from ..names import Names
from . import subject_patterns as patterns
from .discourse import Context, partners_left_out, takes_up
from .electrodes import CELL_OF, is_of_electrode, made_of
from .headings import ANY_ELECTROLYTE
from .parts import CELL_BEHIND, is_addition, is_electrode, is_metal, stands_for_whole
from .roles import is_counterpart, is_special_anode, is_tested
from .subject_rules import Anchor, Subject

_CLAUSE_SIGN = re.compile(r"[;:]|,(?!\s(?:by|via|through|using|upon|thanks to|owing to|due to|because of)\b)")
"""What parts the words right behind a value from others. Matches `, which`; must not match `, by adding`."""

_THIS_PART = re.compile(
    r"\b(?:with|using|and) (?:this|these|such an?)\s(?:[\w-]+\s)?(?:anodes?|electrodes?|alloys?|layers?"
    r"|interlayers?|composites?|coatings?|films?)\b"
)
"""A part of a cell that was spoken of before. Matches `with this anode`."""

_WHEN = re.compile(r"\b(?:when|once|if|as|where|because|since)\s(?:an?\s|the\s)?(?:[\w-]+\s)?$")
"""Before a cell that a clause behind a value is about. Matches `when the `."""

_EVERY_CELL = re.compile(
    r"\b(?:commercial|conventional|typical|state-of-the-art|practical)\s(?:[\w-]+\s)?(?:cells?|batter(?:y|ies))\b"
    r"|\b(?:all|both|the two|most|many|other)\s(?:[\w-]+\s)?(?:cells|batteries|samples|electrodes)\b",
    re.IGNORECASE,
)
"""Cells that nobody spoke of before, or of more than one kind. Matches `All cells`, `a commercial battery`."""

_UNKNOWN_NAME = re.compile(
    r"\b(?!CR\d)(?P<name>\d?[A-Z][A-Za-z0-9]*[A-Z][\w-]*)\s(?:[a-z]+\s)?(?:cells?|anodes?|cathodes?|electrodes?"
    r"|electrolytes?"
    r"|membranes?|interlayers?|layers?|pellets?|devices?|samples?|materials?|composites?)\b"
    r"|\b(?:of|for)\s(?:(?:the|an?|this|our)\s)?(?P<after>\d?[A-Z][A-Za-z0-9]*[A-Z][\w-]*)"
)
"""An acronym for what is spoken of. Matches `the PBFM anode`, `resistance of PBFM`; must not match `a CR2032 cell`."""

_THE_COMPOSITE = re.compile(
    r"\b(?:the|this)\s(?:(?:resulting|obtained|whole|entire)\s)?(?:composite|hybrid|electrolyte|membrane|blend"
    r"|mixture)s?\b"
)
"""What a filler was put into. Matches `the resulting composite`."""

_TREATED_CELL = re.compile(r"\s(?:protected|coated|modified|treated|stabili[sz]ed|based|derived)\s[a-z]+$")
"""A cell that a name only tells the treatment of. Matches in `ABC protected cells`; must not match in `ABC cells`."""

_ONE_OF_CLASS = re.compile(r"\b(?:the|this|between|on|onto|of|and|with)\s(?:[\w-]+\s)?$")
"""Before a class that stands for one electrolyte. Matches `to the `, `between `; must not match `Like other `."""


def of_a_whole(name: str) -> bool:
    """Whether a property is one of a cell or an interface."""
    return name in subject_words().interface_properties or name in subject_words().cell_properties


def within_cell(subject: Subject, name: str, names: Names) -> Subject:
    """The electrolyte of a written cell that has a value which only electrolytes have (`Li|A|Li cells conduct`)."""
    if subject.mention.kind != "cell" or name not in subject_words().electrolyte_properties:
        return subject
    parts = [part for part in subject.mention.name.split("|") if names.is_electrolyte(part)]
    if len(parts) != 1:
        return subject
    return replace(subject, mention=replace(subject.mention, name=parts[0], kind=names.identify(parts[0]).kind))


def the_composite(sentence: Sentence, anchor: Anchor, near: list[MaterialMention], context: Context) -> list[Subject]:
    """`With SiO2 spheres, the composite attains …`: the electrolyte spoken of, where only a filler is named."""
    spoken = context.electrolyte
    if anchor.name not in subject_words().electrolyte_properties or spoken is None or spoken.kind == "class":
        return []
    if not near or not all(context.names.is_agent(name.name) for name in near):
        return []
    found = _THE_COMPOSITE.search(sentence.text, near[-1].end, anchor.begin)
    return [Subject(spoken, "electrolyte-before", 0.5)] if found else []


def telling_part(sentence: Sentence, names: list[MaterialMention], context: Context) -> list[Subject]:
    """What tells a cell from others where its electrolyte is only called by a class: the anode, or what was added."""
    this = _THIS_PART.search(sentence.text, sentence.start, names[-1].end if names else sentence.start)
    topic, known = context.topic, context.names
    added_before = topic is not None and (known.is_agent(topic.name) or known.is_anode(topic.name))
    spoken = topic if added_before else context.anode
    if this and spoken:
        return [Subject(spoken, "this-part", 0.55)]
    added = [name for name in partners_left_out(sentence, names) if context.names.is_agent(name.name)]
    return _anode_here(sentence, names, context) or [Subject(name, "telling-part", 0.55) for name in added[-1:]]


def cell_written(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> Subject | None:
    """The cell that a sentence writes out: the last before the value in its clause, else the first behind it."""
    cells = [name for name in names if name.kind == "cell"]
    between = [name for name in cells if name.start >= anchor.property_end and name.end <= anchor.start]
    before = [name for name in cells if name.end <= anchor.begin and not parted(sentence, name.end, anchor.begin)]
    if between and not before and not parted(sentence, between[-1].end, anchor.start):
        return Subject(between[-1], "cell", 0.8)
    if before:
        return Subject(before[-1], "cell", 0.8)
    behind = [name for name in cells if name.start >= anchor.end and not parted(sentence, anchor.end, name.start)]
    led = sentence.before(behind[0].start, 40).lower() if behind else ""
    if behind and (patterns.PREPOSITION.search(led) or _WHEN.search(led)):
        return Subject(behind[0], "cell-behind", 0.7)
    return None


def whole_of(
    sentence: Sentence,
    anchor: Anchor,
    names: list[MaterialMention],
    found: list[Subject],
    context: Context,
    *,
    of_cell: bool = False,
) -> list[Subject]:
    """The cell or the electrolyte where only a part or what was put between is named.

    Args:
        sentence: with its materials.
        anchor: the value and its property.
        names: the sentence's candidates.
        found: what grammar gives.
        context: what the sentence leaves unsaid.
        of_cell: whether a cell is the grammatical subject, of which all that is named is a part.
    """
    based = [made_of(sentence, subject, context) for subject in found]
    if based != found:
        return based
    if found and found[0].rule in ("telling-part", "this-part"):
        return found
    electrolytes = [subject for subject in found if is_tested(sentence, subject.mention, context.names)]
    if electrolytes and _only_beside(anchor, [each for each in found if each not in electrolytes], context, of_cell):
        return electrolytes
    parts = (
        (of_cell and is_electrode(subject.mention, context))
        or stands_for_whole(sentence, anchor, subject.mention, context)
        for subject in found
    )
    if found and not all(parts):
        return found
    if not of_cell and is_of_electrode(sentence, anchor, found, context):
        return found
    here = _electrolyte_here(sentence, anchor, names, context)
    if here is not None:
        return [Subject(here, "electrolyte-of-sentence", 0.6)]
    of_class = _class_here(sentence, anchor, names, context)
    if of_class is not None:
        return [Subject(of_class, "class-of-sentence", 0.5)]
    telling = _treated_here(sentence, names) or _anode_here(sentence, names, context)
    if telling or _names_another(sentence, anchor):
        return telling or found
    return spoken_of(context) or ([] if _only_treats(anchor, found, context) else found)


def _only_beside(anchor: Anchor, others: list[Subject], context: Context, of_cell: bool) -> bool:
    """Whether what is named with an electrolyte has no such value: a metal, an addition, an electrode of the cell."""
    if any(is_metal(subject.mention) for subject in others):
        return True
    listed = any(subject.rule == "paired-list" for subject in others)
    if others and not listed and all(is_addition(subject.mention, context.names) for subject in others):
        return True
    by_itself = anchor.name in subject_words().material_properties and not of_cell
    return not by_itself and any(is_electrode(subject.mention, context) for subject in others)


def _only_treats(anchor: Anchor, found: list[Subject], context: Context) -> bool:
    """Whether a resistance is said of nothing but what was put on an electrolyte, which has none by itself."""
    resistance = anchor.name == "interfacial_resistance"
    return resistance and all(is_addition(subject.mention, context.names) for subject in found)


def _names_another(sentence: Sentence, anchor: Anchor) -> bool:
    """Whether a sentence names what it is about in a way that is not understood, or speaks of cells of every kind."""
    if _EVERY_CELL.search(sentence.text, sentence.start, anchor.begin) or _is_liquid(sentence, anchor):
        return True
    for match in _UNKNOWN_NAME.finditer(sentence.text, sentence.start, anchor.end):
        if _TREATED_CELL.search(match.group()):
            continue
        start = match.start("name") if match["name"] else match.start("after")
        if not any(mention.start <= start < mention.end for mention in sentence.materials):
            return True
    return False


def _is_liquid(sentence: Sentence, anchor: Anchor) -> bool:
    """Whether a sentence is about a cell whose electrolyte is no solid one (`in cells with liquid electrolyte`)."""
    others = subject_words().other_electrolytes
    found = (each for each in sentence.materials if each.name in others and each.end <= anchor.start)
    return any(
        CELL_BEHIND.match(sentence.after(each.end, 40)) or CELL_OF.search(sentence.before(each.start, 60))
        for each in found
        if not is_counterpart(sentence, each)
    )


def spoken_of(context: Context) -> list[Subject]:
    """What the account of a study is about: the cell written out, what had the last value, what is new, the anode."""
    for mention, rule in (
        (context.cell, "cell-before"),
        (context.told, "told-before"),
        (context.anode, "anode-before"),
        (context.tested, "electrolyte-of-section"),
        (context.object, "object-of-study"),
    ):
        if mention is None or mention.kind == "class" or _is_no_object(mention, rule, context):
            continue
        if mention is context.anode and _only_counters(mention, context):
            continue
        if mention is context.told or tells_cells_apart(mention, context):
            return [Subject(mention, rule, 0.5)]
    electrolyte = context.tested or context.electrolyte
    if electrolyte is None or (electrolyte.kind == "class" and electrolyte is not context.tested):
        electrolyte = context.section
    if electrolyte is not None and electrolyte.name not in ANY_ELECTROLYTE:
        return [Subject(electrolyte, "electrolyte-of-section", 0.5 if electrolyte.kind != "class" else 0.4)]
    return []


def _is_no_object(mention: MaterialMention, rule: str, context: Context) -> bool:
    """Whether what a study names last is an element that no electrode is made of, as a dopant is."""
    names = context.names
    electrode = names.is_cathode(mention.name) or names.is_anode(mention.name)
    return rule == "object-of-study" and mention.kind == "element" and not electrode


def _only_counters(anode: MaterialMention, context: Context) -> bool:
    """Whether an anode is one that cells are tested against, as plain lithium is, and their electrolyte is known."""
    spoken = context.tested or context.electrolyte or context.section
    known = spoken is not None and spoken.kind != "class" and spoken.name not in ANY_ELECTROLYTE
    return known and context.names.identify(anode.name).id in subject_words().counter_electrodes


def tells_cells_apart(mention: MaterialMention, context: Context) -> bool:
    """Whether what was spoken of can stand for its cell: a plain metal and a cathode are in too many cells for that."""
    return mention.name not in ("Li", "Na") and not context.names.is_cathode(mention.name)


def _electrolyte_here(
    sentence: Sentence, anchor: Anchor, names: list[MaterialMention], context: Context
) -> MaterialMention | None:
    """The electrolyte that a sentence names before the value or in the words behind it."""
    here = [
        name
        for name in names
        if name.kind != "class"
        and (name.start < anchor.end or _CLAUSE_SIGN.search(sentence.text, anchor.end, name.start) is None)
        and is_tested(sentence, name, context.names)
    ]
    compared = partners_left_out(sentence, here)
    return (compared or here)[-1] if here else None


def _class_here(
    sentence: Sentence, anchor: Anchor, names: list[MaterialMention], context: Context
) -> MaterialMention | None:
    """The electrolyte that a sentence calls by its class (`glues the sulfide to the foil`), or its member if known.

    No plural, which speaks of the class as a whole, and not where an electrolyte of another kind was spoken of.
    """
    if anchor.name not in subject_words().interface_properties:
        return None
    here = [
        name
        for name in names
        if name.kind == "class"
        and context.names.is_electrolyte(name.name)
        and name.name not in ANY_ELECTROLYTE
        and not name.text.endswith("s")
        and _ONE_OF_CLASS.search(sentence.before(name.start))
        and _CLAUSE_SIGN.search(sentence.text, anchor.end, max(anchor.end, name.start)) is None
    ]
    if len(here) != 1:
        return None
    before = context.electrolyte or context.section
    member = before is not None and takes_up(sentence, here[0], before, context.names)
    return before if member else here[0]


def _treated_here(sentence: Sentence, names: list[MaterialMention]) -> list[Subject]:
    """The treated part that tells a cell from others: `half-cells with carbon-coated Cu foils`."""
    found = [
        name for name in names if patterns.TREATED_HOST.search(name.name) and not name.name.endswith((" Li", " Na"))
    ]
    return [Subject(found[-1], "treated-part", 0.55)] if len(found) == 1 else []


def _anode_here(sentence: Sentence, names: list[MaterialMention], context: Context) -> list[Subject]:
    """The anode that a sentence names beside a cell whose electrolyte nobody named."""
    anodes = [
        name
        for name in partners_left_out(sentence, names)
        if is_special_anode(sentence, name, context.names, context.layers)
    ]
    return [Subject(anodes[-1], "anode-of-sentence", 0.55)] if anodes else []


def left_unsaid(sentence: Sentence, anchor: Anchor, names: list[MaterialMention], context: Context) -> list[Subject]:
    """The cell or the electrolyte that the sentences before are about, where a sentence names no subject at all."""
    if _names_another(sentence, anchor):
        return []
    of_itself = context.topic is not None and (
        context.topic.kind != "element" or anchor.name not in subject_words().whole_properties
    )
    if context.topic and of_itself and patterns.THEORETICAL.search(sentence.between(anchor.begin - 20, anchor.end)):
        return [Subject(context.topic, "anaphora", 0.5)]
    known = context.told or context.cell or context.object
    topic = context.topic if context.topic and tells_cells_apart(context.topic, context) else None
    if known is None and topic and patterns.ANAPHORA.match(sentence.after(sentence.start, 120)):
        return [Subject(topic, "anaphora", 0.5)]
    whole = whole_of(sentence, anchor, names, [], context)
    if whole or topic is None or topic.name in ANY_ELECTROLYTE or context.names.is_agent(topic.name):
        return whole
    return [Subject(topic, "topic-before", 0.4)]


def parted(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause ends between two places."""
    ends = patterns.CLAUSE_END.finditer(sentence.text, start, end)
    return any(patterns.GOES_ON.match(sentence.text, match.start()) is None for match in ends)
