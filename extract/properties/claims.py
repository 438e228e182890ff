"""Property claims from running text: a value, its property, its subject, its conditions, in one sentence or two."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence

from ...corpus.document import Document
from ...ontology.model import PropertyClaim
from ..annotations import Sentence
from ..citing import Own
from ..evidence import Place, make_evidence
from ..lexicon import subject_words
from ..materials import MaterialMention
from . import subject_patterns as patterns
from .assembly import assemble_property
from .cells import of_a_whole, within_cell
from .circumstances import Circumstances
from .denials import is_called_for, is_denied_value, is_goal
from .discourse import Context
from .mentions import Assignment
from .parallel import told_in_parallel
from .subject_rules import BESIDE, RESPECTIVELY, Anchor, Subject
from .subjects import Said, find_subjects, named_behind
from .unnamed import LAYER_LENGTH, POTENTIAL_TOLD
from .values import assign_property


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
        self.circumstances = Circumstances(sentence)
        self.told: MaterialMention | None = None
        self.conductor: MaterialMention | None = None

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
            if of_whole and patterns.LABELLED_CELL.search(self.sentence.text, self.sentence.start, self.sentence.end):
                subjects = [each for each in subjects if each.mention.kind == "cell"]
            said = Said(group[-1].quantity.end, subjects, conducts or of_whole) if subjects else None
            if len(subjects) == 1 and of_whole:
                self.told = subjects[0].mention
            if len(subjects) == 1 and conducts and subjects[0].mention.kind == "name":
                self.conductor = subjects[0].mention
            for assignment, subject in _pairs(group, subjects):
                yield self.claim(assignment, subject, _order(assignment, group, subjects))

    def _is_electrode(self, mention: MaterialMention) -> bool:
        """Whether a mention is what an electrode is made of, or was spoken of as an anode."""
        names = self.context.names
        return mention is self.context.anode or names.is_cathode(mention.name) or names.is_anode(mention.name)

    def assign(self) -> list[list[Assignment]]:
        """Assigned values, those of one list together; values that are conditions of others are left out."""
        groups: dict[tuple[int, str], list[Assignment]] = {}
        assigned: list[Assignment] = []
        for index, quantity in enumerate(self.sentence.quantities):
            condition = self.circumstances.includes(index)
            assignment = assign_property(self.sentence, quantity, is_condition=condition)
            if assignment is None and not condition:
                assignment = told_in_parallel(self.sentence, quantity, assigned)
            if assignment is not None:
                assigned.append(assignment)
                self.circumstances.assign(index, assignment)
                groups.setdefault((quantity.group, assignment.name), []).append(assignment)
        return [part for group in groups.values() for part in self._parts(group)]

    def _parts(self, group: list[Assignment]) -> list[list[Assignment]]:
        """A list of values, or each by itself where each has its own subject behind it (`from 1 for A to 3 for B`)."""
        if len(group) == 1:
            return [group]
        subjects = [named_behind(self.sentence, _anchor([assignment])) for assignment in group]
        own = len({subject.mention.name for subject in subjects if subject is not None}) == len(group)
        return [[assignment] for assignment in group] if own else [group]

    def claim(self, assignment: Assignment, subject: Subject, order: tuple[int, int] = (0, 1)) -> PropertyClaim:
        """The claim of an assigned value and a subject; `order` is its index in a list, and how many are in that."""
        quantity = assignment.quantity
        named = subject.mention.end if self.place.start <= subject.mention.start < self.place.end else None
        evidence = make_evidence(
            self.document,
            self.place,
            value=(quantity.start, quantity.end),
            rule=f"{assignment.rule}/{subject.rule}",
            confidence=assignment.confidence * subject.confidence,
            own=Own(named, *order),
        )
        return assemble_property(
            self.context.names.participant(subject.mention.name),
            assignment.name,
            quantity,
            conditions=self.circumstances.of(assignment),
            evidence=evidence,
            negated=is_denied_value(self.sentence, quantity),
            requirement=_is_requirement(self.sentence, assignment),
        )


def _order(assignment: Assignment, group: Sequence[Assignment], subjects: Sequence[Subject]) -> tuple[int, int]:
    """The place of a value in a list that goes with one of subjects, `respectively`, and its length."""
    paired = len(group) == len(subjects) > 1 and all(subject.rule == RESPECTIVELY for subject in subjects)
    return (group.index(assignment), len(group)) if paired else (0, 1)


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
