"""Property claims from running text: a value, its property, its subject, its conditions, in one sentence or two."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence

from ...corpus.document import Document
from ...ontology.model import Condition, PropertyClaim
from ..annotations import Sentence
from ..evidence import Place, make_evidence
from ..lexicon import subject_words
from ..materials import MaterialMention
from ..quantities import Quantity
from ..quantities.conditions import ConditionMention, find_conditions
from . import subject_patterns as patterns
from .assembly import assemble_property
from .cells import of_a_whole, within_cell
from .denials import is_called_for, is_denied_value, is_goal
from .discourse import Context
from .lifetimes import NAMES
from .mentions import Assignment
from .subject_rules import BESIDE, Anchor, Subject
from .subjects import Said, find_subjects, named_behind
from .unnamed import LAYER_LENGTH, POTENTIAL_TOLD
from .values import assign_property

_OWN_CONDITION = re.compile(r"\s(?:at|under|@)\s[^,;]{0,12}")
"""Between a value and its condition. Matches ` at about `."""


def find_property_claims(
    document: Document, place: Place, given: Sentence, context: Context
) -> Generator[PropertyClaim, None, Context]:
    """Every property claim of one sentence of running text.

    Args:
        document: the paper.
        place: where the sentence stands, with the account that it goes on with.
        given: the sentence, annotated.
        context: what the text before has left in mind.

    Returns:
        The context for the sentence that follows.
    """
    context = context.opened(given)
    sentence = context.complete(given)
    told = conductor = None
    if sentence.quantities:
        reader = _SentenceReader(document, place, sentence, context)
        yield from reader.claims()
        told, conductor = reader.told, reader.conductor
    cited = any(place.end - 2 <= citation.position <= place.end + 1 for citation in place.block.citations)
    return context.after(sentence, told, conductor, cited=cited)


def subjects_of(sentence: Sentence, assignment: Assignment, context: Context) -> tuple[MaterialMention, ...]:
    """The mentions that the rules would take for a value's subjects.

    Args:
        sentence: annotated.
        assignment: the value with its property.
        context: what the text before has left in mind.
    """
    return tuple(subject.mention for subject in find_subjects(sentence, _anchor([assignment]), context))


def claim_of(
    document: Document, place: Place, sentence: Sentence, context: Context, assignment: Assignment, subject: Subject
) -> PropertyClaim:
    """The claim that a value is of a property and a subject, with the conditions, the denial and the citations there.

    Args:
        document: the paper.
        place: where the sentence stands.
        sentence: the sentence, annotated.
        context: what the text before has left in mind.
        assignment: the value with its property.
        subject: whose it is.
    """
    reader = _SentenceReader(document, place, sentence, context)
    reader.assign()
    return reader.claim(assignment, within_cell(subject, assignment.name, context.names))


class _SentenceReader:
    """Reads the property claims of one sentence."""

    def __init__(self, document: Document, place: Place, sentence: Sentence, context: Context) -> None:
        self.document = document
        self.place = place
        self.sentence = sentence
        self.context = context
        self.conditions = find_conditions(sentence.text, sentence.quantities)
        self.told: MaterialMention | None = None
        self.conductor: MaterialMention | None = None
        self.conditional = {condition.index for condition in self.conditions}
        self.lived: set[int] = set()
        self.named: list[tuple[int, int]] = []

    def claims(self) -> Iterator[PropertyClaim]:
        """Every claim of the sentence."""
        said: Said | None = None
        for group in self.assign():
            found = find_subjects(self.sentence, _anchor(group), self.context, said)
            subjects = [within_cell(subject, group[0].name, self.context.names) for subject in found]
            if group[0].rule == POTENTIAL_TOLD and not all(self._is_electrode(each.mention) for each in subjects):
                continue
            if group[0].rule == LAYER_LENGTH and not all(each.rule in BESIDE for each in subjects):
                continue
            conducts = group[0].name in subject_words().electrolyte_properties
            of_whole = of_a_whole(group[0].name)
            said = Said(group[-1].quantity.end, subjects, conducts or of_whole) if subjects else None
            if len(subjects) == 1 and of_whole:
                self.told = subjects[0].mention
            if len(subjects) == 1 and conducts and subjects[0].mention.kind == "name":
                self.conductor = subjects[0].mention
            for assignment, subject in _pairs(group, subjects):
                yield self.claim(assignment, subject)

    def _is_electrode(self, mention: MaterialMention) -> bool:
        """Whether a mention is what an electrode is made of, or was spoken of as an anode."""
        names = self.context.names
        return mention is self.context.anode or names.is_cathode(mention.name) or names.is_anode(mention.name)

    def assign(self) -> list[list[Assignment]]:
        """Assigned values, those of one list together; values that are conditions of others are left out."""
        groups: dict[tuple[int, str], list[Assignment]] = {}
        for index, quantity in enumerate(self.sentence.quantities):
            assignment = assign_property(self.sentence, quantity, is_condition=index in self.conditional)
            if assignment is not None and assignment.name == NAMES["time"]:
                self.lived.add(index)
            if assignment is not None and assignment.mention is not None:
                self.named.append((assignment.mention.end, quantity.start))
            if assignment is not None:
                groups.setdefault((quantity.group, assignment.name), []).append(assignment)
        return [part for group in groups.values() for part in self._parts(group)]

    def _parts(self, group: list[Assignment]) -> list[list[Assignment]]:
        """A list of values, or each by itself where each has its own subject behind it (`from 1 for A to 3 for B`)."""
        if len(group) == 1:
            return [group]
        subjects = [named_behind(self.sentence, _anchor([assignment])) for assignment in group]
        own = len({subject.mention.name for subject in subjects if subject is not None}) == len(group)
        return [[assignment] for assignment in group] if own else [group]

    def claim(self, assignment: Assignment, subject: Subject) -> PropertyClaim:
        """The claim of an assigned value and a subject."""
        quantity = assignment.quantity
        evidence = make_evidence(
            self.document,
            self.place,
            value=(quantity.start, quantity.end),
            rule=f"{assignment.rule}/{subject.rule}",
            confidence=assignment.confidence * subject.confidence,
            named=subject.mention.end if self.place.start <= subject.mention.start < self.place.end else None,
        )
        return assemble_property(
            self.context.names.participant(subject.mention.name),
            assignment.name,
            quantity,
            conditions=self._conditions(quantity),
            evidence=evidence,
            negated=is_denied_value(self.sentence, quantity),
            requirement=_is_requirement(self.sentence, assignment),
        )

    def _conditions(self, quantity: Quantity) -> list[Condition]:
        """The conditions of a value: those of its clause, and before or after where it is one end of a change."""
        found = {
            condition.name: Condition(
                name=condition.name, text=condition.text, si_value=condition.si_value, si_unit=condition.si_unit
            )
            for condition in sorted(self.conditions, key=lambda each: -abs(each.start - quantity.start))
            if self._applies(condition, quantity)
        }
        if quantity.change is not None:
            found["state"] = Condition(name="state", text=quantity.change)
        return list(found.values())

    def _applies(self, condition: ConditionMention, quantity: Quantity) -> bool:
        """Whether a condition is one of a value.

        Behind the value it is, unless another value of the kind stands between (`9 mS cm-1, and B 17 mS cm-1 at RT`) or
        the name of another one (`1 V, and the conductivity at RT is 1 mS cm-1`). Before the value it is only behind the
        name of its property, or if no value stands before the condition, which would then be of that one. How long a
        cell lived is a result and no condition of another.
        """
        own = self.sentence.quantities[condition.index]
        if quantity.group == own.group or quantity.dimension == own.dimension or condition.index in self.lived:
            return False
        if patterns.CLAUSE_END.search(self.sentence.between(quantity.end, condition.start)):
            return False
        others = [
            other
            for index, other in enumerate(self.sentence.quantities)
            if other.group != quantity.group and index not in self.conditional
        ]
        if condition.start > quantity.start:
            between = [other for other in others if quantity.end <= other.start < condition.start]
            of_next = any(quantity.end <= name <= condition.start < value for name, value in self.named)
            return not of_next and all(other.dimension != quantity.dimension for other in between)
        if self._has_own(condition.name, quantity):
            return False
        inside = any(name <= condition.start and value == quantity.start for name, value in self.named)
        return inside or all(other.start > condition.start for other in others)

    def _has_own(self, name: str, quantity: Quantity) -> bool:
        """Whether a condition of a name stands right behind a value (`1 mA cm-2 at 2 MPa, 3 mA cm-2 at 5 MPa`)."""
        behind = (each for each in self.conditions if each.name == name and each.start >= quantity.end)
        return any(_OWN_CONDITION.fullmatch(self.sentence.text, quantity.end, each.start) for each in behind)


def _anchor(group: Sequence[Assignment]) -> Anchor:
    first, last = group[0].quantity, group[-1].quantity
    mention = group[0].mention
    return Anchor(
        first.start,
        last.end,
        mention.start if mention else first.start,
        mention.end if mention else first.start,
        group[0].name,
        size=len(group) if first.change is None else 1,
    )


def _pairs(group: Sequence[Assignment], subjects: Sequence[Subject]) -> Iterator[tuple[Assignment, Subject]]:
    """Values with subjects: in order where there are as many of both, else every value with every subject."""
    changes = group[0].quantity.change is not None
    if len(group) > 1 and len(group) == len(subjects) and not changes:
        yield from zip(group, subjects, strict=True)
    elif len(group) == 1 or changes or len(subjects) == 1:
        yield from ((assignment, subject) for assignment in group for subject in subjects)


def _is_requirement(sentence: Sentence, assignment: Assignment) -> bool:
    """Whether the words around a value make it a goal; a pressure that is needed is a result."""
    start = min(
        assignment.quantity.start, assignment.mention.start if assignment.mention else assignment.quantity.start
    )
    if is_goal(sentence, start, assignment.quantity.start):
        return True
    return assignment.name != "pressure" and is_called_for(sentence, assignment.quantity.end)
