"""The rules about subjects that need no judgement: each is one way of writing that settles whose value it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..annotations import Sentence
from ..frames.reading import statements_of
from ..lexicon import subject_words
from ..materials import MaterialMention
from . import subject_patterns as patterns
from . import subject_ways as ways
from .coordination import coordinated, paired_list
from .discourse import cannot_have, in_phrase

RESPECTIVELY = "respectively"
"""The rule of subjects that go with values in order."""


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
        name: property name of the vocabulary.
    """

    start: int
    end: int
    property_start: int
    property_end: int
    name: str
    size: int = 1

    @property
    def begin(self) -> int:
        """Where the whole statement begins."""
        return min(self.start, self.property_start)


Rule = Callable[[Sentence, Anchor, list[MaterialMention]], list[Subject]]


def _paired(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`A and B show 1.2 and 3.4 mS cm-1, respectively`."""
    if anchor.size < 2:
        return []
    names = [name for name in names if not cannot_have(name, anchor.name)]
    members = paired_list(sentence, names, size=anchor.size, start=anchor.start, end=anchor.end)
    if members is None:
        return []
    kinds = {member.kind == "cell" for member in members}
    sure = "respectively" in sentence.text[sentence.start : sentence.end]
    if len(kinds) > 1 and not sure:
        return []
    return [Subject(member, RESPECTIVELY if sure else "paired-list", 0.9 if sure else 0.75) for member in members]


def _in_brackets(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`A (100 GPa)`, and `789 mAh g-1 (A)`."""
    for name in names:
        if name.end <= anchor.start and ways.ONLY_FILLER.match(sentence.text[name.end : anchor.start]):
            return [Subject(name, "value-in-brackets", 0.9)]
        if name.end <= anchor.start and ways.LISTED_IN_BRACKETS.match(sentence.text[name.end : anchor.start]):
            return [Subject(name, "value-in-brackets", 0.8)]
        if name.end <= anchor.property_start < anchor.start and (
            ways.IN_ITS_BRACKET.match(sentence.text[name.end : anchor.start])
        ):
            return [Subject(name, "value-in-brackets", 0.85)]
        behind = sentence.text[anchor.end : name.start]
        if name.start >= anchor.end and behind.strip() == "(" and sentence.after(name.end, 1) == ")":
            return [Subject(name, "name-in-brackets", 0.85)]
    return []


def _of_two_in_brackets(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`A conducts better than B (9.4 vs 2.5 mS cm-1)`: the first value is of A, the second of B."""
    opened = sentence.text.rfind("(", max(sentence.start, anchor.start - 40), anchor.start) + 1
    found = ways.TWO_IN_BRACKET.match(sentence.text, opened) if opened else None
    beside = [name for name in names if ways.OPENS_BRACKET.fullmatch(sentence.text, name.end, opened)]
    if found is None or not beside or found.end() < anchor.end:
        return []
    free = (name for name in names if name.end <= beside[0].start and not in_phrase(sentence, name))
    both = [next(free, None), beside[0]]
    if anchor.size == 1:
        both = both[:1] if anchor.end <= found.start("second") else both[1:]
    return [Subject(name, "of-two-in-brackets", 0.75) for name in both if name is not None and None not in both]


def _of_symbol(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`σ (A) = 1 mS cm-1`."""
    before = [name for name in names if name.end <= anchor.start][-1:]
    close = (name for name in before if patterns.SYMBOL_OF.fullmatch(sentence.text, name.end, anchor.start))
    plain = (name for name in close if name.kind not in ("cell", "element") and "/" not in name.text)
    return [Subject(name, "symbol-of", 0.9) for name in plain if sentence.before(name.start, 1) == "("]


def _described(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`the conductive (5 mS cm-1) A`."""
    if not patterns.DESCRIBED_BEFORE.search(sentence.before(anchor.start)):
        return []
    behind = [name for name in names if name.start >= anchor.end][:1]
    beside = (name for name in behind if patterns.DESCRIBED_BEHIND.match(sentence.text[anchor.end : name.start]))
    return [Subject(name, "described-in-brackets", 0.8) for name in beside]


def _gapped(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`A reaches 3 mS cm-1, B 5 mS cm-1`: the verb is left out and the value follows the name."""
    if anchor.name in ("thickness", "particle_size"):
        return []
    if anchor.property_end > anchor.property_start and anchor.property_end <= anchor.start:
        between = [name for name in names if anchor.property_end <= name.start and name.end <= anchor.start]
    else:
        between = [name for name in names if name.end <= anchor.start]
    if not between:
        return []
    way = sentence.text[between[-1].end : anchor.start]
    goes_on = names[0] is not between[-1] and patterns.LIST_GOES_ON.search(sentence.before(between[-1].start, 12))
    if patterns.NOTHING_BETWEEN.match(way) or (goes_on and patterns.OF_IT.match(way)):
        return [Subject(between[-1], "gapped", 0.8)]
    return []


def _wetted(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`the contact angle of Li on A`: what is wetted has it, not what wets."""
    if anchor.name != "contact_angle":
        return []
    for name in names:
        if name.start >= anchor.property_end and patterns.ON.search(sentence.before(name.start, 30)):
            return [Subject(name, "wetted", 0.85)]
    return []


def _adjacent(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`a 400 nm-thick A layer`."""
    if anchor.name not in ("thickness", "particle_size"):
        return []
    for name in names:
        if name.start >= anchor.end and patterns.ADJACENT.match(sentence.text[anchor.end : name.start]):
            return [Subject(name, "body-behind-length", 0.85)]
    return []


def _compound(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`SEI thickness`, `A conductivity`: the name begins the property's name or stands right before it."""
    told = any(statement.start == anchor.property_start for statement in statements_of(sentence))
    for name in names:
        if told and in_phrase(sentence, name):
            continue  # `B with A delivers`
        if name.start == anchor.property_start or (
            name.end <= anchor.property_start
            and patterns.COMPOUND.match(sentence.text[name.end : anchor.property_start])
        ):
            return [Subject(name, "compound-noun", 0.85)]
    return []


def _relative(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`… that of A, which is around 4.8 GPa`."""
    match = patterns.WHICH.search(sentence.before(anchor.start, 60))
    if not match:
        return []
    stop = anchor.start - len(match.group())
    return [Subject(name, "relative-clause", 0.8) for name in names if name.end <= stop and stop - name.end <= 2][-1:]


def _whose(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`A, whose conductivity is 3 mS cm-1, …`."""
    before = [name for name in names if name.end <= anchor.begin][-1:]
    owners = (name for name in before if patterns.WHOSE.fullmatch(sentence.text, name.end, anchor.start))
    return [Subject(name, "relative-clause", 0.85) for name in owners if not cannot_have(name, anchor.name)]


def _new_clause(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`…, and A reaches 3 mS cm-1`, `that of A spans 1.7–2.0 V`: a name between the property and its value."""
    between = [name for name in names if anchor.property_end <= name.start and name.end <= anchor.start]
    if not between:
        return []
    name = between[-1]
    if cannot_have(name, anchor.name):
        return []
    opened = patterns.OPENS.search(sentence.text[anchor.property_end : name.start])
    if not opened or not patterns.SHORT_WAY.match(sentence.text[name.end : anchor.start]):
        return []
    return [Subject(member, "clause-of-its-own", 0.8) for member in coordinated(sentence, names, names.index(name))]


_WAYS = (ways.VALUE_OF, ways.AT_RATE_FOR, ways.OF_CELL_WITH, ways.FOR_ONE, ways.MEASURED_IN, ways.MAKES_IT)
"""What may stand between a property or a value and what it is of."""

_FARTHEST = 70
"""Characters of the longest such way."""


def _of_material(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`the window of A spans`, `A's conductivity`, `220 mAh g-1 for A`; `that of A is 1, while 2 was found for B`."""
    if any(anchor.property_end <= value.start and value.end <= anchor.start for value in sentence.quantities):
        further = [each for each in _value_for(sentence, anchor, names) if not cannot_have(each.mention, anchor.name)]
        if further and anchor.name != "specific_capacity":
            return further
    of_interface = anchor.name in subject_words().interface_properties
    multiple = ways.TIMES_THE.search(sentence.before(anchor.property_start, 30)) is not None
    for index, name in enumerate(names):
        if multiple and name.start >= anchor.end:
            break
        if cannot_have(name, anchor.name) or (of_interface and name.kind == "element"):
            continue
        if name.end <= anchor.property_start and ways.POSSESSIVE.match(sentence.text[name.end : anchor.property_start]):
            return [Subject(name, "possessive", 0.9)]
        for end, rule in ((anchor.property_end, "property-of"), (anchor.end, "value-for")):
            way = sentence.text[end : name.start] if name.start >= end else None
            if way is not None and end == anchor.end and anchor.name == "specific_capacity" and way.startswith(" of "):
                continue  # per gram of what
            if way is not None and len(way) < _FARTHEST and any(each.match(way) for each in _WAYS):
                return [Subject(member, rule, 0.85) for member in coordinated(sentence, names, index)]
    return []


def _of_both(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`a conductivity of 3 mS cm-1 and a density of 95% were found for A`: what stands behind the last has both."""
    if any(name.end <= anchor.begin and not in_phrase(sentence, name) for name in names):
        return []
    end = anchor.end
    for value in sentence.quantities:
        between = sentence.text[end : value.start] if value.start >= end else ""
        if ways.AND_ANOTHER.match(between) or ways.AND_BRACKETED.match(between):
            end = value.end
    if end == anchor.end:
        return []
    for index, name in enumerate(names):
        if name.start < end or name.start - end > _FARTHEST or cannot_have(name, anchor.name):
            continue
        way = sentence.text[end : name.start]
        if any(each.match(way) for each in (ways.VALUE_OF, ways.MEASURED_IN, ways.MAKES_IT)):
            return [Subject(member, "value-for", 0.8) for member in coordinated(sentence, names, index)]
    return []


def _value_for(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`165 mAh g-1 for A`."""
    for index, name in enumerate(names):
        if name.start >= anchor.end and ways.VALUE_OF.match(sentence.text[anchor.end : name.start]):
            return [Subject(member, "value-for", 0.85) for member in coordinated(sentence, names, index)]
    return []


SURE_RULES: tuple[Rule, ...] = (
    _of_two_in_brackets,
    _of_symbol,
    _paired,
    _wetted,
    _in_brackets,
    _gapped,
    _compound,
    _adjacent,
    _described,
    _relative,
    _whose,
    _new_clause,
    _of_material,
    _of_both,
)
"""The rules that need no judgement, the surest first."""

BEHIND_RULES: tuple[Rule, ...] = (_of_symbol, _in_brackets, _value_for)
"""The rules for a value that another is compared with: its subject stands beside it."""

OF_THE_NAMED = frozenset({"symbol-of", "value-in-brackets", "name-in-brackets", RESPECTIVELY})
"""Rules by which a value is said to be of the very thing that is named, whatever that is a part of."""

BESIDE = OF_THE_NAMED | {"body-behind-length", "compound-noun", "possessive", "property-of", "value-for", "paired-list"}
"""Rules by which a subject stands right beside the value or its property."""
