"""Lists in a sentence: "A, B and C", and which values of a "respectively" belong to which of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..annotations import Ranged, Sentence

_JOINT = re.compile(
    r"^(?:-based)?(?:\s(?:[a-z-]+\s)?(?:electrolyte|layer|interlayer|pellet|cell|sample|film|membrane|anode|cathode|electrode"
    r"|foil|particle|system|glass(?:e(?=s))?|ceramic|phase|compound|material|composite|structure)s?\b)?"
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:,|/|;|and|or|as well as|, and|, or|,\s*as well as|&)\s*"
    r"(?:the |an? |for |of )?(?:[\d.]+ ?(?:wt|vol|mol)\.? ?% (?:of )?)?"
    r"(?:(?:cells?|batter(?:y|ies)|samples?|electrodes?|ones?|that|those)"
    r" (?:with|using|of|containing|based on|made of|without) (?:the |an? )?)?\s*$"
)
"""What may stand between two members of a list. Matches `, and `, ` and the cell with `; not ` with `."""

_COMMA_ONLY = re.compile(r"^\s*,\s*(?:the |an? )?$")
"""Nothing but a comma between two names: an aside and its head, no list. Matches `, `; must not match `, and `."""


def coordinated(sentence: Sentence, mentions: Sequence[Ranged], index: int) -> tuple[Ranged, ...]:
    """The list that `mentions[index]` stands in, itself included, in order.

    Args:
        sentence: the sentence.
        mentions: ascending mentions without the abbreviation twins that stand in brackets behind a name.
        index: a member.
    """
    first = last = index
    while first > 0 and _joined(sentence, mentions[first - 1], mentions[first]):
        first -= 1
    while last + 1 < len(mentions) and _joined(sentence, mentions[last], mentions[last + 1]):
        last += 1
    if last - first == 1 and _COMMA_ONLY.match(sentence.text[mentions[first].end : mentions[last].start]):
        return (mentions[index],)
    return tuple(mentions[first : last + 1])


def _joined(sentence: Sentence, left: Ranged, right: Ranged) -> bool:
    return _JOINT.match(sentence.text[left.end : right.start]) is not None


def lists(sentence: Sentence, mentions: Sequence[Ranged]) -> list[tuple[Ranged, ...]]:
    """Every maximal list of two or more members."""
    found: list[tuple[Ranged, ...]] = []
    index = 0
    while index < len(mentions):
        members = coordinated(sentence, mentions, index)
        if len(members) > 1:
            found.append(members)
        index += max(1, len(members))
    return found


def paired_list(
    sentence: Sentence, mentions: Sequence[Ranged], *, size: int, start: int, end: int
) -> tuple[Ranged, ...] | None:
    """The list of exactly `size` members that stands nearest to [start, end), or None."""
    fitting = [members for members in lists(sentence, mentions) if len(members) == size]
    if not fitting:
        return None
    return min(fitting, key=lambda members: min(abs(start - members[-1].end), abs(members[0].start - end)))
