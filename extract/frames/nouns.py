"""Where a noun phrase belongs when the walk over a sentence comes to it."""

from __future__ import annotations

from .grammar import grammar
from .lists import Joined, are_parallel, begins_anew, goes_on_with, introduces_example, names_substance
from .phrases import NounPhrase
from .walk import SCARCELY, Walk


def place_noun(walk: Walk, phrase: NounPhrase) -> None:
    """Give a noun phrase its place: subject, object, behind a preposition, or joined to the phrase before."""
    phrase.prep, kinds = walk.prep(), walk.kinds
    if walk.marks:
        if walk.last is not None and any(mark.kind == "rel" and mark.word.text == "whose" for mark in walk.marks):
            phrase.modifiers.append(NounPhrase(walk.last.words, "of", asides=walk.last.asides))
        phrase.negated = any(mark.kind == "conj" and mark.word.text == "nor" for mark in walk.marks) or (
            phrase.determiner == "any"
            and len(phrase.words) > 1
            and any(mark.kind == "adv" and mark.word.text in SCARCELY for mark in walk.marks)
        )
    if phrase.prep and phrase.quantities and not walk.open and _turns(walk):
        walk.new_clause()
    joint = bool(kinds) and {"comma", "conj"}.issuperset(kinds)
    general = _announced_by(walk, phrase)
    if general is not None:
        general.examples.append(phrase)
        walk.put(phrase, general.examples, keep=True)
    elif joint and walk.last is not None and not _opens_clause(walk, phrase):
        _join(walk, phrase, walk.last)
    elif joint and not walk.open:
        walk.new_clause()
        walk.put(phrase, walk.waiting)
    elif phrase.prep:
        _tie(walk, phrase)
    elif walk.open or "rel" in kinds or not walk.statements:
        walk.waiting = []
        walk.in_relative = "rel" in kinds
        walk.put(phrase, walk.waiting)
    else:
        walk.put(phrase, walk.statements[-1].objects)
    walk.last = phrase


def _announced_by(walk: Walk, phrase: NounPhrase) -> NounPhrase | None:
    """What a phrase behind `such as` is an example of, if anything; behind a bare verb its subject."""
    introduced = introduces_example(phrase, walk.marks)
    if introduced and walk.last is not None:
        general = _general(walk, walk.last)
        return general if introduced == "prep" or all(each.kind == "class" for each in general.materials) else None
    subjects = walk.statements[-1].subjects if introduced == "prep" and walk.statements and not walk.open else []
    return subjects[-1] if subjects else None


def _turns(walk: Walk) -> bool:
    """Whether what a preposition ties begins a clause of its own: `no voids were seen, but at 1 mA/cm2 …`."""
    turns = any(mark.kind == "conj" and mark.word.text in ("but", "yet") for mark in walk.marks)
    return turns and "comma" in walk.kinds


def _opens_clause(walk: Walk, phrase: NounPhrase) -> bool:
    """Whether a phrase behind a comma is the subject behind an opening (`Besides doping, various oxides`)."""
    opened = walk.open and not walk.waiting and bool(walk.opening)
    opened = opened or (not walk.open and begins_anew(walk.statements[-1], walk.last, phrase))
    return opened and walk.kinds == ["comma"] and bool(phrase.determiner)


def _general(walk: Walk, last: NounPhrase) -> NounPhrase:
    """What examples are given of: the phrase before, or its head where it names a material (`products of LGPS`)."""
    heads = walk.waiting or (walk.statements[-1].objects if walk.statements and not walk.open else [])
    challenges = grammar().lists["challenge_nouns"]
    if heads and heads[-1].words[-1].text in challenges and any(last is each for each in heads[-1].tree()):
        return heads[-1]
    if not heads and walk.statements and any(last is each for each in walk.statements[-1].obliques):
        heads = walk.statements[-1].subjects
        return heads[-1] if heads and last.materials and not heads[-1].materials else last
    if not last.materials or not heads or heads[-1].materials:
        return last
    return heads[-1] if any(phrase is last for phrase in heads[-1].tree()) else last


def _join(walk: Walk, phrase: NounPhrase, before: NounPhrase) -> None:
    """`A, B and C`: the phrase goes where the one before is, or where its head is if it is of that kind."""
    comma = "comma" in walk.kinds
    apposed = walk.kinds == ["comma"] and phrase.determiner in ("a", "an", "the") and before.materials
    where, prep = walk.place, before.prep
    if walk.host is not None and where is walk.host[0].modifiers and are_parallel(walk.host[0], before, phrase):
        where, prep = walk.host[1], walk.host[0].prep
    head = walk.waiting or (walk.statements[-1].objects if walk.statements and not walk.open else [])
    other_kind = names_substance(before) != names_substance(phrase) or goes_on_with(head, before, phrase)
    fits_head = head and (names_substance(head[-1]) == names_substance(phrase) or phrase.determiner)
    is_pair = before.prep == "between" and sum(each.prep == "between" for each in where) == 1
    if other_kind and fits_head and head is not where and not is_pair:
        where, prep = head, head[-1].prep
    phrase.prep = prep
    if apposed and not phrase.materials:
        before.asides.append(phrase)
        walk.joined.append(Joined(phrase, before.asides, comma, "conj" in walk.kinds))
        return
    where.append(phrase)
    walk.place = where
    beside = walk.statements[-1].obliques if walk.statements and not walk.open else []
    if where is not beside and any(each is before for each in beside):
        beside.append(phrase)
    walk.joined.append(Joined(phrase, where, comma, "conj" in walk.kinds))


def _tie(walk: Walk, phrase: NounPhrase) -> None:
    """A phrase behind a preposition: to the noun before, and behind a verb to that; `by A and by B` together."""
    verb_between = walk.statements and (walk.last is None or walk.last.end < walk.statements[-1].start)
    verb = walk.statements[-1].verb if walk.statements else None
    if "conj" in walk.kinds and not walk.open and verb is not None and phrase.prep == verb.particle:
        walk.place = walk.statements[-1].objects
        walk.place.append(phrase)
    elif walk.last is not None and "conj" in walk.kinds and walk.place is not walk.waiting:
        walk.place.append(phrase)
    elif walk.last is not None and not verb_between and not (phrase.prep != "of" and "comma" in walk.kinds):
        walk.host = (walk.last, walk.place)
        walk.last.modifiers.append(phrase)
        walk.place = walk.last.modifiers
        if phrase.prep != "of" and not walk.open:
            walk.statements[-1].obliques.append(phrase)
    elif walk.open or not walk.statements:
        walk.opening.append(phrase)
        walk.place = walk.opening
    else:
        walk.statements[-1].obliques.append(phrase)
        walk.place = walk.statements[-1].obliques
