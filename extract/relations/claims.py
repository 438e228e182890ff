"""Relation claims of a whole document: every rule over every sentence, with evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from spacy.tokens import Doc

from ...corpus.document import Block, BlockKind, Document
from ...ontology.claims import AnyClaim, make_claim
from ...ontology.model import (
    CausesClaim,
    DecompositionClaim,
    InterphaseClaim,
    LimitationClaim,
    StrategyClaim,
)
from ..annotations import Sentence
from ..evidence import Place, make_evidence
from ..names import Names
from ..pipeline import sentences_of
from ..properties.subject_patterns import ANAPHORA
from .causes import find_causes
from .decomposition import find_decompositions
from .interphases import find_interphases
from .limitations import find_limitations
from .memory import Memory
from .strategies.drafting import find_strategies
from .strategies.telling import Listener
from .told import Draft, Told, tell

RULES: tuple[Callable[[Told, Memory], Iterator[Draft]], ...] = (
    find_decompositions,
    find_interphases,
    find_limitations,
    find_causes,
)
"""One function a relation that a sentence can tell alone; strategies are told over several."""

_TYPES: dict[str, type[AnyClaim]] = {
    "decomposition": DecompositionClaim,
    "interphase": InterphaseClaim,
    "limitation": LimitationClaim,
    "causes": CausesClaim,
    "strategy": StrategyClaim,
}


def find_relation_claims(document: Document, texts: Iterable[tuple[Block, Doc]], names: Names) -> Iterator[AnyClaim]:
    """Every relation claim of the running text of a document.

    Args:
        document: the paper.
        texts: its blocks of running text, annotated, in reading order.
        names: how its names are understood.
    """
    blocks = ((block, doc) for block, doc in texts if block.kind is not BlockKind.CAPTION)
    listeners: list[Listener] = []
    alone: list[AnyClaim] = []
    for path, parts in groupby(blocks, key=lambda part: part[0].section):
        memory = Memory(names).at_section(path)
        listeners.append(Listener(memory))
        for block, doc in parts:
            memory = memory.at_paragraph()
            for told in _told(block, doc):
                listeners[-1].hear(told)
                drafts = [draft for rule in RULES for draft in rule(told, memory)]
                alone.extend(_claim(document, told.place, draft) for draft in drafts)
                memory = memory.after(told, drafts)
    for passage, draft in find_strategies(listeners):
        yield _claim(document, passage, draft)
    yield from alone


def _told(block: Block, doc: Doc) -> Iterator[Told]:
    """The sentences of a block, one at a time: the words of a whole paper are a burden to the garbage collector."""
    for sentence, end in _with_passage_ends(list(sentences_of(doc))):
        yield tell(block, sentence, end)


def _with_passage_ends(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, int]]:
    """The sentences of a block, each with the end of those that take it up (`A made a film. This film … [7]`)."""
    goes_on = [ANAPHORA.match(each.text[each.start : each.end]) is not None for each in sentences]
    ends = [sentence.end for sentence in sentences]
    for index in range(len(sentences) - 2, -1, -1):
        if goes_on[index + 1]:
            ends[index] = ends[index + 1]
    return zip(sentences, ends, strict=True)


def _claim(document: Document, place: Place, draft: Draft) -> AnyClaim:
    """A drafted claim with its evidence; the citation of a passage is for what it tells as a whole, a strategy."""
    evidence = make_evidence(
        document,
        place,
        value=None,
        at=draft.at,
        rule=draft.rule,
        confidence=draft.confidence,
    )
    arguments = {**draft.arguments, "negated": draft.negated or None}
    return make_claim(_TYPES[draft.kind], kind=draft.kind, evidence=[evidence], **arguments)
