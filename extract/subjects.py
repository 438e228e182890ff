"""Whose value it is: the material, interface, cell or class that a sentence gives a property value of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .annotations import Sentence
from .coordination import coordinated, paired_list
from .materials import MaterialMention

_COUNTERPART = re.compile(
    r"(?:\bagainst|\btowards?|\bversus|\bvs\.?|\bwith respect to|\brelative to|\bpaired with|\bcoupled with|\bcompared (?:to|with)"
    r"|\bthan|\bunlike|\bin contact with|\bcontacts?|\bbetween|\bdoped with|\bcoated with|\bderived from|\breplac\w+|\bsubstitut\w+"
    r"|\bdoping (?:with|of)|\bby adding|\badd(?:ing|ition of)|\bincorporat\w+|\bon)\s+(?:(?:the|an?|bare|pure|metallic|some|other)\s+){0,2}$"
)
"""Words before a material that make it the partner and not the subject. Matches `against the `; must not match `of `."""

_VALUE_OF = re.compile(r"^[\s,]*(?:\w+[\s-]+){0,2}?(?:of|for|in|with)\s+(?:(?:the|an?|this|these|our|pure|pristine|bare|most|all)\s+)*(?:[\w-]+\s+){0,2}$")
"""Between a property or value and the material it is of. Matches ` of the `; must not match ` and `."""

_POSSESSIVE = re.compile(r"^['’]s?\s+(?:[\w-]+\s+){0,4}$")
"""Between a material and its property. Matches `'s high `."""

_ONLY_FILLER = re.compile(r"^[\s(~≈><=≥≤]*(?:up to|about|approximately|around|nearly|i\.e\.,?|with|of|over)?[\s(~≈><=≥≤]*$", re.IGNORECASE)
"""Between a material and a value in brackets behind it. Matches ` (≈ `; must not match ` shows `."""

_OPENING_PHRASE = re.compile(r"(?:^|[,;]\s*)(?:with|having|featuring|possessing|exhibiting|owing to|due to|despite|at)\b[^,;]*$", re.IGNORECASE)
"""A phrase whose subject comes after it. Matches `With a conductivity of`."""

_ANAPHORA = re.compile(
    r"^(?:(?:Additionally|Moreover|Furthermore|However|Notably|Also|In addition|Consequently|Thus|Therefore|Hence|Meanwhile|Besides|Here),?\s+)?"
    r"(?:It|They|This|These|Such|Its|Their|The (?:resulting|resultant|assembled|obtained|as-prepared|latter|former|same|material|electrolyte|composite"
    r"|compound|interlayer|layer|cell|full cell|symmetric cell|battery|film|membrane|sample))\b"
)
"""A sentence whose subject is in the one before it. Matches `This electrolyte shows`."""

_CLAUSE_END = re.compile(r";|,\s*(?:while|whereas|but|compared|in contrast)|\b(?:whereas|while)\b")
"""Where a clause ends so that what stands before it is no subject any more."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A chosen subject.

    Args:
        mention: where it stands.
        rule: how it was found.
        confidence: of the rule, 0 to 1.
    """

    mention: MaterialMention
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a value and the name of its property stand in a sentence.

    Args:
        start: start of the value (of its whole list).
        end: end of the value (of its whole list).
        property_start: start of the property's name, or `start` where it is only implied.
        property_end: its end.
        size: how many values the list has.
    """

    start: int
    end: int
    property_start: int
    property_end: int
    size: int = 1


def candidates(sentence: Sentence) -> list[MaterialMention]:
    """The mentions that can be subjects: abbreviations in brackets behind their own long form are left out."""
    found: list[MaterialMention] = []
    for mention in sentence.materials:
        gap = sentence.text[found[-1].end : mention.start] if found else ""
        twin = gap.strip() == "(" and sentence.text[mention.end : mention.end + 1] == ")"
        if not twin:
            found.append(mention)
    return found


def find_subjects(sentence: Sentence, anchor: Anchor, *, previous: MaterialMention | None) -> list[Subject]:
    """The subjects of a value, one for each value of a list where the list is paired, else all that share the value.

    Args:
        sentence: with its materials.
        anchor: the value and its property.
        previous: what the sentence before was about.

    Returns:
        Empty if no subject is clear. With `anchor.size` values and as many subjects, they pair in order.
    """
    names = candidates(sentence)
    partners = [name for name in names if not _is_counterpart(sentence, name)]
    for rule in (_paired, _in_brackets, _of_material, _nearest_before, _announced_after):
        found = rule(sentence, anchor, names if rule in (_paired, _in_brackets, _of_material) else partners)
        if found:
            return found
    if previous is not None and _ANAPHORA.match(sentence.text[sentence.start : sentence.start + 120]):
        return [Subject(previous, "anaphora", 0.5)]
    return []


def topic(sentence: Sentence) -> MaterialMention | None:
    """What a sentence is about, for the sentence after it: its first mention that is no counterpart."""
    return next((name for name in candidates(sentence) if not _is_counterpart(sentence, name)), None)


def _is_counterpart(sentence: Sentence, mention: MaterialMention) -> bool:
    return _COUNTERPART.search(sentence.before(mention.start)) is not None


def _paired(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`A and B show 1.2 and 3.4 mS cm-1, respectively`."""
    if anchor.size < 2:
        return []
    members = paired_list(sentence, names, size=anchor.size, start=anchor.start, end=anchor.end)
    if members is None:
        return []
    sure = "respectively" in sentence.text[sentence.start : sentence.end]
    return [Subject(member, "respectively" if sure else "paired-list", 0.9 if sure else 0.75) for member in members]


def _in_brackets(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`A (100 GPa)`, and `789 mAh g-1 (A)`."""
    for name in names:
        gap = sentence.text[name.end : anchor.start]
        if name.end <= anchor.start and "(" in gap and _ONLY_FILLER.match(gap):
            return [Subject(name, "value-in-brackets", 0.9)]
        behind = sentence.text[anchor.end : name.start]
        if name.start >= anchor.end and behind.strip() == "(" and sentence.after(name.end, 1) == ")":
            return [Subject(name, "name-in-brackets", 0.85)]
    return []


def _of_material(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`the window of A spans`, `A's conductivity`, `220 mAh g-1 for A`."""
    for index, name in enumerate(names):
        if name.end <= anchor.property_start and _POSSESSIVE.match(sentence.text[name.end : anchor.property_start]):
            return [Subject(name, "possessive", 0.9)]
        for end in (anchor.property_end, anchor.end):
            gap = sentence.text[end : name.start] if name.start >= end else None
            if gap is not None and len(gap) < 60 and _VALUE_OF.match(gap):
                rule = "property-of" if end == anchor.property_end else "value-for"
                return [Subject(member, rule, 0.85) for member in coordinated(sentence, names, index)]
    return []


def _nearest_before(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`A, boasting a conductivity of 12 mS cm-1`: the nearest name before, with the list it stands in."""
    start = min(anchor.start, anchor.property_start)
    before = [index for index, name in enumerate(names) if name.end <= start]
    if not before:
        return []
    index = before[-1]
    gap = sentence.text[names[index].end : start]
    if _CLAUSE_END.search(gap) or _OPENING_PHRASE.search(sentence.before(start, 80)) and _announced_after(sentence, anchor, names):
        return []
    confidence = 0.8 if len(gap.split()) <= 12 else 0.65
    return [Subject(member, "subject-before", confidence) for member in coordinated(sentence, names, index)]


def _announced_after(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`With a conductivity of 12 mS cm-1, A is …`."""
    if not _OPENING_PHRASE.search(sentence.text[sentence.start : min(anchor.start, anchor.property_start)]):
        return []
    for index, name in enumerate(names):
        if name.start >= anchor.end and len(sentence.text[anchor.end : name.start].split()) <= 8:
            return [Subject(member, "opening-phrase", 0.75) for member in coordinated(sentence, names, index)]
    return []
