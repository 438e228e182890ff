"""Whose value it is: the material, interface, cell or class that a sentence gives a property value of.

Rules are tried in order: those that need no judgement (`subject_rules`), then grammar, then what the sentences before
have left in mind (`discourse`). The first that answers wins.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..annotations import Sentence
from ..lexicon import subject_words
from ..materials import MaterialMention
from . import subject_patterns as patterns
from . import subject_ways as ways
from .by_grammar import announced, grammatical, headed, paired_heads, said_before
from .cells import cell_written, left_unsaid, parted, telling_part, the_composite, whole_of
from .coordination import coordinated
from .described import as_treated, is_of_another, is_of_cell, loaded_with, taken_up
from .discourse import Context, candidates, cannot_have, in_phrase, partners_left_out
from .ellipsis import is_of_two
from .interphases import of_interphase
from .parts import is_addition, is_part, is_put_into, of_mixture
from .references import reference_words
from .roles import hosts_in, is_counterpart, is_tested, layered_in
from .subject_rules import BEHIND_RULES, OF_THE_NAMED, SURE_RULES, Anchor, Subject
from .swapped import named_for, swapped


@dataclass(frozen=True, slots=True)
class Said:
    """A value of the sentence that has its subjects.

    Args:
        end: where it ends.
        subjects: whose value it is.
        of_whole: whether it is one that only an electrolyte, an interface or a cell has.
    """

    end: int
    subjects: list[Subject]
    of_whole: bool


def find_subjects(sentence: Sentence, anchor: Anchor, context: Context, said: Said | None = None) -> list[Subject]:
    """The subjects of a value, one for each value of a list where the list is paired, else all that share the value.

    Args:
        sentence: with its materials.
        anchor: the value and its property.
        context: what the sentence leaves unsaid.
        said: the value before in the sentence, whose subjects a further value shares if no new one is named.

    Returns:
        Empty if no subject is clear. With `anchor.size` values and as many subjects, they pair in order.
    """
    interphase = of_interphase(sentence, anchor)
    if interphase is not None:
        return [interphase]
    loaded = loaded_with(sentence, anchor, context)
    if loaded is not None:
        return [loaded]
    return as_treated(sentence, anchor, _chosen(sentence, anchor, context, said), context)


def _chosen(sentence: Sentence, anchor: Anchor, context: Context, said: Said | None) -> list[Subject]:
    """What the rules choose, in their order."""
    names = candidates(sentence)
    compared = patterns.COMPARED.search(sentence.before(anchor.start, 24)) is not None
    for rule in BEHIND_RULES if compared else SURE_RULES:
        found = rule(sentence, anchor, names)
        if found:
            members = [member for subject in found for member in _members(sentence, names, subject, context)]
            return _whole(sentence, anchor, names, members, context)
    if compared:
        again = said is not None and ways.SAME_AGAIN.match(sentence.after(anchor.end, 24))
        return said.subjects if said is not None and again else []
    if is_of_another(sentence, anchor) or _compared_with_unnamed(sentence, anchor, names):
        return []
    if _named_so(sentence, anchor, names):
        return []
    if said is not None and not (
        _newly_named(sentence, anchor, names, said, context) or _only_compared(sentence, said)
    ):
        return said.subjects if said.of_whole else _whole(sentence, anchor, names, said.subjects, context)
    described = taken_up(sentence, anchor, names, context)
    if described is not None:
        return described
    found = _told_around(sentence, anchor, names, context)
    if _only_added(sentence, anchor, found, context):
        return _electrolyte_before(sentence, anchor, names, context)
    hosts = _hosts(sentence, anchor, of_mixture(sentence, anchor, found), context)
    members = [member for subject in hosts for member in _members(sentence, names, subject, context)]
    if members:
        return _whole(sentence, anchor, names, members, context)
    unsaid = _left_unsaid(sentence, anchor, names, context)
    return _whole(sentence, anchor, names, unsaid, context) if unsaid else []


def _compared_with_unnamed(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> bool:
    """Whether a value in brackets is of what others are compared with, and that has no name that is understood."""
    opened = patterns.COMPARED_BRACKET.search(sentence.before(anchor.start, 110))
    if opened is None:
        return False
    begin = anchor.start - len(opened.group())
    return not any(begin <= name.start < anchor.start for name in names)


def named_behind(sentence: Sentence, anchor: Anchor) -> Subject | None:
    """The one subject that stands right behind a value (`3 mS cm-1 for A`), None where there is none or more."""
    names = candidates(sentence)
    found = next((found for rule in BEHIND_RULES if (found := rule(sentence, anchor, names))), [])
    beside = len(found) == 1 and (found[0].rule == "symbol-of" or found[0].mention.start >= anchor.end)
    return found[0] if beside else None


def _named_so(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> bool:
    """Whether a further value is said to be of another thing without a name (`…, 2 mS cm-1 for the bilayer`)."""
    words = reference_words()
    other = patterns.FOR_THE.match(sentence.after(anchor.end, 60))
    if other is None or any(anchor.end <= name.start <= anchor.end + other.end() + 1 for name in names):
        return False
    return any(word in words.layers or word in words.contrasted for word in other["words"].split())


def _only_compared(sentence: Sentence, said: Said) -> bool:
    """Whether the value before was that of what the sentence only sets against another (`Unlike A (3 mS cm-1),`)."""
    here = (each.mention for each in said.subjects if each.mention in sentence.materials)
    return any(is_counterpart(sentence, mention) for mention in here)


def _newly_named(
    sentence: Sentence, anchor: Anchor, names: list[MaterialMention], said: Said, context: Context
) -> bool:
    """Whether a new subject is named since the last value, and not only a part of a cell."""
    return any(
        said.end <= name.start < anchor.begin and not is_part(sentence, name, context)
        for name in partners_left_out(sentence, names)
    )


def _whole(
    sentence: Sentence, anchor: Anchor, names: list[MaterialMention], found: list[Subject], context: Context
) -> list[Subject]:
    """The cell or electrolyte that a part stands for, where a cell or an interface has the property."""
    words = subject_words()
    if anchor.name not in words.interface_properties | words.cell_properties or found[0].rule in OF_THE_NAMED:
        return found
    if all(is_of_two(subject.mention) for subject in found):
        return found
    told = [swapped(sentence, subject.mention, context.cell, context.names) for subject in found]
    if all(told):
        return [Subject(cell, "part-of-cell", 0.6) for cell in told if cell]
    return whole_of(sentence, anchor, names, found, context, of_cell=is_of_cell(sentence, anchor))


def _left_unsaid(sentence: Sentence, anchor: Anchor, names: list[MaterialMention], context: Context) -> list[Subject]:
    """What the sentence before was about (`It reaches …`), the cell in it, or the electrolyte spoken of."""
    words = subject_words()
    if anchor.name in words.interface_properties | words.cell_properties:
        return left_unsaid(sentence, anchor, names, context)
    if _is_of_unknown(sentence, anchor) or patterns.FOR_ION.match(sentence.text, anchor.end):
        return []
    if context.pair is not None and anchor.size == len(context.pair) and not names:
        both = patterns.BOTH.search(sentence.text, sentence.start, anchor.begin)
        return [Subject(each, "both-before", 0.6) for each in context.pair] if both else []
    if context.topic and patterns.ANAPHORA.match(sentence.text[sentence.start : sentence.start + 120]):
        return [Subject(context.topic, "anaphora", 0.5)]
    added = [name for name in names if is_addition(name, context.names) and in_phrase(sentence, name)]
    before = any(name.end <= anchor.start and name not in added for name in names)
    electronic = "electronic" in sentence.text[anchor.property_start : anchor.property_end].casefold()
    conducts = anchor.name in words.electrolyte_properties or electronic
    return _of_electrolyte(context) if conducts and not before else []


def _is_of_unknown(sentence: Sentence, anchor: Anchor) -> bool:
    """Whether the property is one of an acronym that names no material known (`the conductivity of XYZ is`)."""
    unknown = patterns.OF_ACRONYM.match(sentence.text, anchor.property_end) or patterns.THIS_ACRONYM.match(
        sentence.text, sentence.start
    )
    return unknown is not None and not any(
        each.start <= unknown.start("name") < each.end for each in sentence.materials
    )


def _of_electrolyte(context: Context) -> list[Subject]:
    """The electrolyte spoken of; a class only where the headings name it."""
    spoken = context.electrolyte or context.section
    if spoken is None or (spoken.kind == "class" and spoken is not context.section):
        return []
    return [Subject(spoken, "electrolyte-before", 0.45)]


def _hosts(sentence: Sentence, anchor: Anchor, found: list[Subject], context: Context) -> list[Subject]:
    """The electrolyte that a subject was put into, where the property is one of an electrolyte or of its membrane."""
    if anchor.name not in subject_words().electrolyte_properties | {"electronic_conductivity", "thickness"}:
        return found
    hosts = hosts_in(sentence, context.names)
    return [Subject(hosts[each.mention.name], "host", 0.6) if each.mention.name in hosts else each for each in found]


def _electrolyte_before(
    sentence: Sentence, anchor: Anchor, names: list[MaterialMention], context: Context
) -> list[Subject]:
    """The electrolyte that the sentence names before a value, if only to set it apart; else the one spoken of."""
    here = [
        name
        for name in names
        if name.end <= anchor.begin and name.kind != "class" and context.names.is_electrolyte(name.name)
    ]
    return [Subject(here[-1], "electrolyte-before", 0.5)] if here else _of_electrolyte(context)


def _told_around(sentence: Sentence, anchor: Anchor, names: list[MaterialMention], context: Context) -> list[Subject]:
    """The subjects that grammar finds around a value."""
    found = (
        paired_heads(sentence, anchor, names)
        or _of_kind(sentence, anchor, names, context)
        or said_before(sentence, anchor, names)
        or announced(sentence, anchor, names)
    )
    return [] if _is_only_in_cell(anchor, found) else found


def _is_only_in_cell(anchor: Anchor, found: list[Subject]) -> bool:
    """Whether what only a cell has is given to the lithium that was named last (`50 µm of lithium … 90% was left`)."""
    near = all(subject.rule == "name-before" and subject.mention.name in ("Li", "Na") for subject in found)
    return near and anchor.name in subject_words().whole_properties


def _only_added(sentence: Sentence, anchor: Anchor, found: list[Subject], context: Context) -> bool:
    """Whether a property of electrolytes is said of nothing but what a phrase names as added (`with 5 wt% of SiO2`)."""
    words = subject_words()
    if not found or (anchor.name not in words.electrolyte_properties and anchor.name != "electronic_conductivity"):
        return False
    names = context.names
    return all(
        (subject.rule == "name-before" and is_addition(subject.mention, names))
        or is_put_into(sentence, subject.mention, names)
        for subject in found
    )


def _of_kind(sentence: Sentence, anchor: Anchor, names: list[MaterialMention], context: Context) -> list[Subject]:
    """The cell that is written out, else the electrolyte, where the property is one of those."""
    begin = anchor.begin
    near = [name for name in names if name.end <= begin and not parted(sentence, name.end, begin)]
    words = subject_words()
    if anchor.name in words.interface_properties | words.cell_properties:
        written = cell_written(sentence, anchor, names)
        if written is not None:
            return [written]
        part = named_for(sentence, near, begin)
        if part is not None and is_tested(sentence, part, context.names):
            return [Subject(part, "cell-with", 0.65)]
        if context.cell and not near and patterns.THE_CELL.search(sentence.text, sentence.start, begin):
            return [Subject(context.cell, "the-cell", 0.6)]
    elif the_composite(sentence, anchor, near, context):
        return the_composite(sentence, anchor, near, context)
    if anchor.name not in words.interface_properties | words.electrolyte_properties | words.whole_properties:
        return []
    electrolytes = partners_left_out(sentence, [name for name in near if context.names.is_electrolyte(name.name)])
    layers = layered_in(sentence)
    electrolytes = [name for name in electrolytes if name.name not in layers] or electrolytes
    if not electrolytes:
        return []
    telling = telling_part(sentence, near, context) if anchor.name in words.cell_properties else []
    if telling and all(name.kind == "class" for name in electrolytes):
        return telling
    chosen, rule, confidence = headed(sentence, anchor, names, grammatical(sentence, begin, electrolytes))
    able = [name for name in names if name is chosen or not cannot_have(name, anchor.name)]
    return [Subject(member, rule, confidence) for member in coordinated(sentence, able, able.index(chosen))]


def _members(sentence: Sentence, names: list[MaterialMention], subject: Subject, context: Context) -> list[Subject]:
    """What a class stands for: the members behind it (`systems such as A and B`), or what was spoken of (`This SE`)."""
    if subject.mention.kind != "class" or subject.mention not in names:
        return [subject]
    definite = patterns.DEFINITE.search(sentence.before(subject.mention.start, 40))
    cathode = subject.mention.name in subject_words().cathode_families and not subject.mention.text.endswith("s")
    if definite and cathode and context.cathode is not None:
        return [Subject(context.cathode, "the-cathode", 0.55)]
    if definite and context.anode is not None and subject.mention.name == "Li alloy":
        return [Subject(context.anode, "the-anode", min(subject.confidence, 0.6))]
    before = context.electrolyte
    this = patterns.THIS.search(sentence.before(subject.mention.start, 24))
    alone = all(name is subject.mention or name.kind == "element" for name in names)
    singular = subject.mention.name == "solid electrolyte" and not subject.mention.text.endswith("s")
    the_one = singular and alone and definite
    if (this or the_one) and before and before.kind != "class":
        return [Subject(before, "this-electrolyte", min(subject.confidence, 0.6))]
    index = names.index(subject.mention)
    if index + 1 < len(names):
        following = names[index + 1]
        if patterns.COMPOSED.match(sentence.text[subject.mention.end : following.start]):
            members = coordinated(sentence, names, index + 1)
            return [Subject(member, subject.rule, subject.confidence) for member in members]
    return [subject]
