"""Which circumstances of a sentence are those of one of its values, also where lists of both go together in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...ontology.model import Condition
from ..annotations import Sentence
from ..quantities import Quantity
from ..quantities.conditions import ConditionMention, find_conditions
from . import subject_patterns as patterns
from .lifetimes import NAMES
from .mentions import Assignment

_OWN = re.compile(
    r"\s?[(,]?\s?(?:(?:at|under|after|over|for|with|in|through|during|within|and|@|the|an?|of|current|density|rate|about)\b"
    r"[\s(,]*)*"
)
"""Between a value and its circumstances. Matches ` at about `, ` (`; must not match ` and a retention of `."""

_OPENED = re.compile(r"[,;]\s(?:(?:and|but|while|whereas)\s)?(?:at|under|with|in|after)\s(?:[\w-]+\s){0,5}$")
"""Before a circumstance that begins a clause. Matches `, at a pressure of `."""

_ITS_CLAUSE = re.compile(r",?\s(?:it|they|this|these|those|the|that)\s")
"""Behind it, the subject of that. Matches ` it `."""

_SPANS = ("cycles", "duration")
"""Circumstances of what is left after them, where such a value stands between."""

_FIRST = re.compile(r"\b(?:initial|first|1st|ICE)\b", re.IGNORECASE)
"""What is of one cycle. Matches `initial`."""

_OVER_CYCLES = frozenset({"capacity_retention", "coulombic_efficiency"})
"""Properties whose values mean little without the number of cycles."""


class Circumstances:
    """The circumstances that a sentence states, and which of them belong to which value.

    Args:
        sentence: with its quantities.
    """

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._mentions = find_conditions(sentence.text, sentence.quantities)
        self._indices = {mention.index for mention in self._mentions}
        self._lived: set[int] = set()
        self._assigned: list[Assignment] = []

    def includes(self, index: int) -> bool:
        """Whether a quantity of the sentence is introduced as a circumstance."""
        return index in self._indices

    def assign(self, index: int, assignment: Assignment) -> None:
        """Note that a quantity is a value of a property: how long a cell lived is a result and no circumstance."""
        self._assigned.append(assignment)
        if assignment.name == NAMES["time"]:
            self._lived.add(index)

    def of(self, assignment: Assignment) -> list[Condition]:
        """The conditions of a value: those of its clause, and before or after where it is one end of a change."""
        quantity = assignment.quantity
        near = sorted(self._mentions, key=lambda each: -abs(each.start - quantity.start))
        nearest = {mention.name: mention for mention in near if self._applies(mention, quantity)}
        own = (self._in_order(mention, quantity) for mention in nearest.values())
        found = {mention.name: _condition(mention) for mention in own if mention is not None}
        if assignment.name in _OVER_CYCLES and "cycles" not in found:
            found.update((cycles.name, cycles) for cycles in self._only_cycles(assignment))
        if quantity.change is not None:
            found["state"] = Condition(name="state", text=quantity.change)
        return list(found.values())

    def _applies(self, mention: ConditionMention, quantity: Quantity) -> bool:
        """Whether a circumstance is one of a value.

        Behind the value it is, unless another value of the kind stands between (`9 mS cm-1, and B 17 mS cm-1 at RT`) or
        the name of another one (`1 V, and the conductivity at RT is 1 mS cm-1`). Before the value it is only behind the
        name of its property, or if no value stands before the circumstance, which would then be of that one.
        """
        own = self._sentence.quantities[mention.index]
        if quantity.group == own.group or quantity.dimension == own.dimension or mention.index in self._lived:
            return False
        if patterns.CLAUSE_END.search(self._sentence.between(quantity.end, mention.start)):
            return False
        if mention.start > quantity.start and self._opens_clause(mention):
            return False
        if mention.start > quantity.start:
            return self._applies_behind(mention, quantity)
        if self._has_own(mention.name, quantity) or self._is_of_list_before(mention, quantity):
            return False
        names = (each.mention for each in self._assigned if each.mention and each.quantity.start == quantity.start)
        inside = any(name.end <= mention.start for name in names)
        return inside or all(other.start > mention.start for other in self._others(quantity))

    def _opens_clause(self, mention: ConditionMention) -> bool:
        """Whether a circumstance begins a clause of its own (`…, at 25 MPa it shorted after 48 h`)."""
        behind = _ITS_CLAUSE.match(self._sentence.text, mention.end)
        return behind is not None and _OPENED.search(self._sentence.before(mention.start, 60)) is not None

    def _applies_behind(self, mention: ConditionMention, quantity: Quantity) -> bool:
        between = [other for other in self._others(quantity) if quantity.end <= other.start < mention.start]
        shared = [each.mention for each in self._assigned if each.quantity.start == quantity.start]
        of_next = any(
            each.mention is not None
            and each.mention not in shared
            and each.mention.start > quantity.end + 1
            and quantity.end <= each.mention.end <= mention.start < each.quantity.start
            for each in self._assigned
        )
        of_next = of_next or any(
            each.name in NAMES.values()
            and each.mention is not None
            and quantity.end <= each.mention.start
            and quantity.end <= each.quantity.start < mention.start
            for each in self._assigned
        )
        left = mention.name in _SPANS and any(
            each.name in _OVER_CYCLES
            and each.quantity.group != quantity.group
            and quantity.end <= each.quantity.start < mention.start
            for each in self._assigned
        )
        return not of_next and not left and all(other.dimension != quantity.dimension for other in between)

    def _others(self, quantity: Quantity) -> Iterator[Quantity]:
        """The quantities beside one that are no circumstances and no lives, in which other values were seen."""
        for index, other in enumerate(self._sentence.quantities):
            if other.group != quantity.group and index not in self._indices | self._lived:
                yield other

    def _is_of_list_before(self, mention: ConditionMention, quantity: Quantity) -> bool:
        """Whether a circumstance belongs to a list of values that ends before it (`5 and 3 at 1 and 2 C, then 4`)."""
        among = [each for each in self._sentence.quantities if each.dimension == quantity.dimension]
        listed = [each.group for each in among if each.end <= mention.start and each.group != quantity.group]
        return len(self._list_of(mention)) > 1 and len(listed) > len(set(listed))

    def _has_own(self, name: str, quantity: Quantity) -> bool:
        """Whether a circumstance of a name stands behind a value (`1 mA cm-2 at 2 MPa, 3 mA cm-2 after 9 h at 5 MPa`).

        Nothing but other circumstances may stand between.
        """
        at = quantity.end
        for mention in self._mentions:
            if mention.start < at:
                continue
            if not _OWN.fullmatch(self._sentence.text, at, mention.start):
                return False
            if mention.name == name:
                return not self._opens_clause(mention)
            at = mention.end
        return False

    def _in_order(self, mention: ConditionMention, quantity: Quantity) -> ConditionMention | None:
        """The circumstance of one value of a list: that at its place in a list of as many, None in a list of others."""
        values = [each for each in self._sentence.quantities if each.group == quantity.group]
        if len(values) == 1 or quantity.change is not None:
            return mention
        listed = self._list_of(mention)
        alike = [each for each in self._mentions if each.name == mention.name and each.index not in self._lived]
        for several in (listed, alike):
            if len(several) == len(values):
                return several[values.index(quantity)]
        return mention if len(listed) == 1 else None

    def _list_of(self, mention: ConditionMention) -> Sequence[ConditionMention]:
        group = self._sentence.quantities[mention.index].group
        return [each for each in self._mentions if self._sentence.quantities[each.index].group == group]

    def _only_cycles(self, assignment: Assignment) -> Iterator[Condition]:
        """The number of cycles that a sentence speaks of, where it is only one; none for what is of the first cycle."""
        name = assignment.mention
        if name is not None and _FIRST.search(
            self._sentence.text, max(self._sentence.start, name.start - 20), name.end
        ):
            return
        counts = [each for each in self._sentence.quantities if each.dimension == "count" and not each.ordinal]
        if len(counts) == 1:
            yield Condition(name="cycles", text=f"{counts[0].low:g}", si_value=counts[0].low, si_unit="1")


def _condition(mention: ConditionMention) -> Condition:
    return Condition(name=mention.name, text=mention.text, si_value=mention.si_value, si_unit=mention.si_unit)
