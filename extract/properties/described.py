"""Whose value it is, where the clause says so without a name: by a description, or by what it changes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..annotations import Sentence
from ..lexicon import subject_words
from ..materials import MaterialMention
from . import subject_patterns as patterns
from .cells import of_a_whole, spoken_of
from .clauses import Clause, clause_of
from .discourse import Context, cannot_have, in_phrase
from .headings import ANY_ELECTROLYTE
from .parts import is_addition
from .references import is_contrasted, kind_of, kind_told, reference_words
from .roles import anode_in, filled_in, is_special_anode, is_tested
from .subject_rules import Anchor, Subject
from .swapped import with_part

_OPPOSING = ("whereas", "while", "whilst")
"""Words before a clause that sets something else against what was said."""

_WITH_PLAIN = re.compile(
    r"(?:With|For|Using)\s(?:an?\s)?(?:pure|bare|plain|pristine|untreated|unmodified)\s(?=Li|lithium|Na|sodium)"
)
"""The opening of a sentence about the cell of a plain metal. Matches `With pure `."""

_FROM_BEFORE = frozenset({"told-before", "anode-before", "cell-before", "object-of-study", "topic-before"})
"""Rules by which a subject is what the sentences before have spoken of."""

_LOADING = re.compile(r"\bloadings?\b")
"""What tells how much active material an electrode has. Matches `loading`; must not match `load`."""

_THE_PART = re.compile(r"\b[Tt]he\s(?P<how>[a-z]+)\s(?:anode|electrode|foil|metal|lithium|sodium|cell|one)s?\b")
"""What tells a cell from others by what was done to its anode. Matches `the treated foil`."""

_POSSESSIVES = ("its", "their")
"""Words that make what follows a part of what was spoken of."""


def taken_up(
    sentence: Sentence, anchor: Anchor, names: Sequence[MaterialMention], context: Context
) -> list[Subject] | None:
    """What has a value, where the clause describes it (`the pellet`) or changes it (`A lowers the resistance`).

    Args:
        sentence: with its materials.
        anchor: the value and its property.
        names: the sentence's candidates.
        context: what the sentences before have left in mind.

    Returns:
        None if the clause does neither; empty if it does and nothing is known that fits.
    """
    clause = clause_of(sentence, anchor)
    if clause is None:
        kind = kind_told(sentence.before(anchor.start, 60))
        if kind is None or _named_here(sentence, names, kind, anchor, context):
            return None
        return _referent(kind, anchor, context)
    named = {name.start for name in names}
    owned = any(mention.start in named for phrase in clause.owners() for mention in phrase.materials)
    if clause.changes_it and not owned:
        changed = _changed(sentence, anchor, names, clause, context)
        if changed:
            return changed
    owner = _owner_of(sentence, anchor, names, clause)
    if owner:
        return owner
    treated = _treated_cathode(anchor, clause, context)
    if treated is not None:
        return [treated]
    kind = _kind_of_owner(clause)
    if kind is not None and not _named_here(sentence, names, kind, anchor, context):
        return _referent(kind, anchor, context)
    for phrase in clause.owners():
        kind = kind_of(phrase)
        if kind is not None and not _named_here(sentence, names, kind, anchor, context):
            return _referent(kind, anchor, context)
    return None


def _owner_of(sentence: Sentence, anchor: Anchor, names: Sequence[MaterialMention], clause: Clause) -> list[Subject]:
    """The subject of the clause before, whose constituent or property is the subject now (`…, but its titanium`)."""
    if of_a_whole(anchor.name):
        return []
    for phrase in clause.subjects:
        if phrase.words[0].text in _POSSESSIVES and not any(
            name.kind != "element" and phrase.start <= name.start and name.end == phrase.end for name in names
        ):
            before = [name for name in names if name.end <= phrase.start and not in_phrase(sentence, name)]
            return [Subject(before[0], "pronoun", 0.7)] if before and not cannot_have(before[0], anchor.name) else []
    return []


def _treated_cathode(anchor: Anchor, clause: Clause, context: Context) -> Subject | None:
    """The treated cathode that was spoken of (`the coated sample`), None where the clause is about something else."""
    spoken, words = context.cathode, reference_words()
    if spoken is None or context.cell is not None or anchor.name not in subject_words().cell_properties:
        return None
    if not patterns.TREATED_HOST.search(spoken.name):
        return None
    for phrase in clause.owners():
        said = not phrase.materials and phrase.determiner in words.taking_up
        if (
            said
            and phrase.words[-1].text in words.stand_ins
            and any(each.text in words.treated for each in phrase.words)
        ):
            return Subject(spoken, "the-cathode", 0.55)
    return None


def _kind_of_owner(clause: Clause) -> str | None:
    """The kind of what the clause before describes, where a constituent of that is the subject (`…, as its area`)."""
    before = clause.statement.parent
    if before is None or not any(phrase.words[0].text in _POSSESSIVES for phrase in clause.subjects):
        return None
    return next((kind for phrase in before.subjects if (kind := kind_of(phrase)) is not None), None)


def is_of_another(sentence: Sentence, anchor: Anchor) -> bool:
    """Whether the clause is about one that what was spoken of is set against, and that nobody named."""
    clause = clause_of(sentence, anchor)
    if clause is None:
        return False
    if anchor.name in subject_words().electrolyte_properties and _is_of_a_part(clause):
        return True
    opposed = clause.statement.subordinator in _OPPOSING
    return any(is_contrasted(phrase, opposed=opposed) for phrase in clause.owners())


def _with_plain(sentence: Sentence) -> MaterialMention | None:
    """The plain metal that a sentence opens with as what is in the cell now (`With pure Li the same cell …`)."""
    opening = _WITH_PLAIN.match(sentence.text, sentence.start)
    return next((each for each in sentence.materials if opening and each.start == opening.end()), None)


def _is_of_a_part(clause: Clause) -> bool:
    """Whether a property is said to be one of a layer, a cathode or a salt that nobody named (`of the bilayer`)."""
    words = reference_words()
    return any(
        phrase.prep == "of" and not phrase.materials and (head in words.layers or head in words.no_electrolytes)
        for phrase in (clause.named.modifiers if clause.named is not None else ())
        for head in (phrase.words[-1].text,)
    )


def loaded_with(sentence: Sentence, anchor: Anchor, context: Context) -> Subject | None:
    """The active material whose loading a capacity of an area is; None where it is no loading or none is known."""
    if anchor.name != "areal_capacity":
        return None
    near = sentence.between(anchor.property_start, anchor.end) + sentence.after(anchor.end, 20)
    if _LOADING.search(near) is None:
        return None
    named = [name for name in sentence.materials if name.start < anchor.end]
    spoken = [context.topic] if not named and context.topic is not None else named
    cathodes = [name for name in spoken if context.names.is_cathode(name.name)]
    return Subject(cathodes[-1], "loading", 0.65) if cathodes else None


def as_treated(sentence: Sentence, anchor: Anchor, found: list[Subject], context: Context) -> list[Subject]:
    """A cell spoken of with the treated anode in it, where the sentence says `the treated foil` and that cell has none.

    Args:
        sentence: with its materials.
        anchor: the value and its property.
        found: what the rules chose.
        context: what the sentences before have left in mind.

    Returns:
        Nothing where the anode has no name.
    """
    if len(found) == 1 and found[0].rule in _FROM_BEFORE and (plain := _with_plain(sentence)) is not None:
        whole = with_part(context.cell, plain, context.names) if context.cell is not None else None
        return [Subject(whole or plain, "part-of-cell", 0.5)]
    if len(found) != 1 or found[0].mention is not context.cell or anode_in(found[0].mention, context.names):
        return found
    words = reference_words()
    said = _THE_PART.finditer(sentence.text, sentence.start, anchor.begin)
    if not any(match["how"] in words.treated for match in said):
        return found
    whole = with_part(found[0].mention, context.anode, context.names) if context.anode is not None else None
    return [Subject(whole, "part-of-cell", 0.5)] if whole is not None else []


def is_of_cell(sentence: Sentence, anchor: Anchor) -> bool:
    """Whether the clause has a cell for its subject, whatever it is made of (`the full cell of A and B delivers`)."""
    clause = clause_of(sentence, anchor)
    kinds = reference_words().kinds
    return clause is not None and any(kinds.get(phrase.words[-1].text) == "cell" for phrase in clause.subjects)


def _changed(
    sentence: Sentence, anchor: Anchor, names: Sequence[MaterialMention], clause: Clause, context: Context
) -> list[Subject]:
    """The electrolyte beside what changes its property: `A, kneaded into B, raises the conductivity`."""
    words = subject_words()
    if anchor.name not in words.electrolyte_properties | words.interface_properties:
        return []
    near = {mention.start for phrase in clause.around() for mention in phrase.materials}
    filled = filled_in(sentence)
    hosts = [
        name
        for name in names
        if name.start in near and name.start not in filled and is_tested(sentence, name, context.names)
    ]
    if hosts:
        before = [name for name in hosts if name.start < anchor.end]
        return [Subject((before or hosts)[-1], "changed-host", 0.65)]
    changing = [mention for phrase in clause.subjects for each in phrase.tree() for mention in each.materials]
    pronoun = bool(clause.subjects) and all(phrase.words[0].part == "pron" for phrase in clause.subjects)
    of_others = any(name.kind == "cell" or is_tested(sentence, name, context.names) for name in names)
    host = context.cell or context.tested or context.electrolyte or context.section
    acted = clause.statement.parent is not None and clause.statement.parent.link == "action"
    of_electrolyte = anchor.name in words.electrolyte_properties and (
        acted or (changing and all(is_addition(mention, context.names) for mention in changing))
    )
    if (
        of_others
        or host is None
        or not (of_electrolyte or (anchor.name in words.interface_properties and (changing or pronoun)))
    ):
        return []
    if of_electrolyte and host is context.cell:
        return []
    return [Subject(host, "host-before", 0.5)]


def _named_here(
    sentence: Sentence, names: Sequence[MaterialMention], kind: str, anchor: Anchor, context: Context
) -> bool:
    """Whether the sentence itself names what is of the kind, or the parts of a cell that tell it apart."""
    before = [name for name in names if name.start < anchor.end]
    if kind == "electrolyte":
        return any(name.kind != "element" for name in before)
    anodes = [name for name in before if is_special_anode(sentence, name, context.names, context.layers)]
    if kind == "cathode":
        return any(context.names.is_cathode(name.name) for name in before)
    if kind == "anode":
        return bool(anodes) or any(name.name in ("Li", "Na") for name in before)
    return bool(before)


def _referent(kind: str, anchor: Anchor, context: Context) -> list[Subject] | None:
    """What was spoken of that is of a kind."""
    if kind == "cell":
        return spoken_of(context) if of_a_whole(anchor.name) else None
    if kind == "cathode":
        told = anchor.name in subject_words().cell_properties and context.cell is None
        return [Subject(context.cathode, "the-cathode", 0.55)] if told and context.cathode is not None else None
    if kind == "anode":
        return [Subject(context.anode, "the-anode", 0.55)] if context.anode is not None else None
    spoken = next(
        (each for each in (context.tested, context.electrolyte, context.section) if each and _is_one(each)), None
    )
    return [Subject(spoken, "the-electrolyte", 0.6)] if spoken is not None else None


def _is_one(mention: MaterialMention) -> bool:
    """Whether an electrolyte that was spoken of tells which it is."""
    return mention.name not in ANY_ELECTROLYTE
