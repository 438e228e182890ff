"""Subjects that are known late: a comma or conjunction had tied them to what stood before."""

from __future__ import annotations

from collections.abc import Sequence

from .lists import Joined
from .phrases import NounPhrase
from .statements import Statement
from .walk import Walk


def _ends_description(walk: Walk) -> bool:
    """Whether a verb is that of what a participle describes (`after it, peaks assigned to A and B emerged`)."""
    described = bool(walk.held_joined) and walk.statements[-1].link == "reduced"
    return described and not any(joined.comma for joined in walk.joined)


def hold_joined(walk: Walk, statement: Statement) -> None:
    """Keep a phrase that a participle describes for a verb to come (`A is dense, and B made of C prevents D`)."""
    if statement.link == "reduced" and walk.joined and statement.subjects == [walk.joined[-1].phrase]:
        walk.held_joined = walk.joined
    elif statement.verb.form == "finite":
        walk.held_joined = []


def closes_aside(walk: Walk) -> bool:
    """Whether a comma before a verb closes what is put in behind its subject (`cracks, due to swelling, can …`)."""
    aside = (
        walk.last is not None
        and bool(walk.last.prep)
        and any(walk.last is each for phrase in walk.opening[-1:] for each in phrase.tree())
    )
    return aside and walk.open and bool(walk.joined) and walk.kinds == ["comma"]


def pop_subjects(walk: Walk) -> list[NounPhrase]:
    """Noun phrases that a comma or conjunction had tied to what stood before, and that are subjects after all."""
    popped: list[NounPhrase] = []
    joints = walk.held_joined if _ends_description(walk) else walk.joined or walk.held_joined
    listed = bool(joints) and not joints[-1].comma and joints[-1].where is walk.opening
    first = _first_of_list(walk, joints)
    while joints:
        joined = joints.pop()
        if _is_inside_joined(walk, joined):
            continue
        joined.where.remove(joined.phrase)
        obliques = walk.statements[-1].obliques if walk.statements else []
        inside = {id(each) for each in joined.phrase.tree()}
        obliques[:] = [each for each in obliques if id(each) not in inside]
        joined.phrase.prep = ""
        popped.insert(0, joined.phrase)
        goes_on = listed and joints and joints[-1].comma and joints[-1].where is walk.opening
        if joined is first or (joined.comma and not goes_on and first is None):
            break
    return popped


def opens_with_it(walk: Walk) -> bool:
    """Whether a gerund only opens its sentence: behind a comma stands another subject (`Adding A, the B falls`)."""
    joints = walk.joined or walk.held_joined
    return bool(joints) and joints[-1].comma and not any(joint.conj for joint in joints)


def _first_of_list(walk: Walk, joints: Sequence[Joined]) -> Joined | None:
    """Where a list of subjects begins behind a clause: at B in `X reacts with A, and B, C and D form`."""
    if len(joints) < 3 or not joints[-1].conj or joints[-1].where is walk.opening:
        return None
    index = len(joints) - 2
    while index > 0 and not joints[index].conj:
        index -= 1
    return joints[index] if joints[index].conj and index < len(joints) - 2 else None


def _is_inside_joined(walk: Walk, joined: Joined) -> bool:
    """Whether a phrase belongs to one that is a subject itself (`…, the contact between A and B improves`)."""
    return any(joined.where is other.phrase.modifiers for other in walk.joined if other.comma)
