"""Whose value it is by grammar: the subject of the clause, what participles take up, what openings announce."""

from __future__ import annotations

from ..annotations import Sentence
from ..materials import MaterialMention
from . import subject_patterns as patterns
from .cells import parted
from .clauses import clause_of
from .coordination import coordinated
from .discourse import cannot_have, partners_left_out, subjects_among
from .subject_rules import Anchor, Subject


def said_before(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`A, boasting a conductivity of 12 mS cm-1`: the names before, the grammatical subject first of all."""
    begin = anchor.begin
    if anchor.property_end < anchor.start and parted(sentence, anchor.property_end, anchor.start):
        begin = anchor.start
    partners = [name for name in partners_left_out(sentence, names) if not cannot_have(name, anchor.name)]
    before = [name for name in partners if name.end <= begin and not parted(sentence, name.end, begin)]
    opening = patterns.OPENING_PHRASE.search(sentence.text[sentence.start : begin])
    if not before or (opening and announced(sentence, anchor, names)):
        return []
    chosen, rule, confidence = headed(sentence, anchor, names, grammatical(sentence, begin, before))
    return [Subject(member, rule, confidence) for member in coordinated(sentence, partners, partners.index(chosen))]


def paired_heads(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """The names of the subject where they are as many as the values (`A and B, which are soft, have 1 and 2 GPa`)."""
    clause = clause_of(sentence, anchor) if anchor.size > 1 else None
    if clause is None:
        return []
    heads = [name for name in names if not cannot_have(name, anchor.name) and clause.is_head(name)]
    return [Subject(name, "paired-list", 0.75) for name in heads] if len(heads) == anchor.size else []


def headed(
    sentence: Sentence, anchor: Anchor, names: list[MaterialMention], found: tuple[MaterialMention, str, float]
) -> tuple[MaterialMention, str, float]:
    """The name in the subject itself, where the one found only tells what that was made of (`A made of B shows`)."""
    chosen = found[0]
    clause = clause_of(sentence, anchor)
    if clause is None or chosen.end > clause.statement.start:
        return found
    heads = [name for name in names if name.kind not in ("element", "class") and clause.is_head(name)]
    if not heads or chosen in heads or any(chosen.start < name.start for name in heads):
        return found
    made_with = patterns.MADE_WITH.search(sentence.text, heads[-1].end, chosen.start)
    return (heads[-1], "subject-before", 0.75) if made_with else found


def grammatical(sentence: Sentence, begin: int, before: list[MaterialMention]) -> tuple[MaterialMention, str, float]:
    """The likeliest subject among the names before a statement, with the rule and its confidence."""
    nearest = before[-1]
    gap = sentence.text[nearest.end : begin]
    free = subjects_among(sentence, before)
    earlier = [name for name in free if name is not nearest]
    if earlier and patterns.AFTER_ASIDE.match(gap):
        return earlier[0], "subject-around-aside", 0.75
    if patterns.ITS.search(gap):
        return (free or before)[0], "pronoun", 0.75
    if patterns.BECAUSE.search(gap) and free:
        return free[0], "reason", 0.75
    of_nearest = nearest in free or not free or gap.lstrip().startswith(",")
    chained = len(patterns.PARTICIPLE_LATER.findall(gap)) > 1
    if of_nearest and not chained and patterns.PARTICIPLE_NEXT.match(gap):
        return nearest, "subject-before", 0.85
    if patterns.PARTICIPLE_LATER.search(gap) and free:
        return free[0], "subject-of-participle", 0.7
    if free:
        return free[-1], "subject-before", 0.75
    return nearest, "name-before", 0.65


def announced(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`With a conductivity of 12 mS cm-1, A is …`, and `When the current was raised to 2 mA cm-2, A shorted`."""
    opening = sentence.text[sentence.start : anchor.begin]
    unnamed = not any(name.start < anchor.begin for name in names)
    if not (patterns.OPENING_PHRASE.search(opening) or (unnamed and patterns.OPENING_CLAUSE.match(opening))):
        return []
    for index, name in enumerate(names):
        if name.start >= anchor.end and patterns.THEN_SUBJECT.match(sentence.text[anchor.end : name.start]):
            return [Subject(member, "opening-phrase", 0.75) for member in coordinated(sentence, names, index)]
    return []
