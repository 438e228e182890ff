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
    sections = [
        (_told(parts), Memory(names).at_section(path))
        for path, parts in groupby(blocks, key=lambda part: part[0].section)
    ]
    ends = _passage_ends([told for tolds, _ in sections for told in tolds])
    for told, draft in find_strategies(sections):
        yield _claim(document, told, draft, ends[id(told)])
    for tolds, memory in sections:
        for told, draft in _of_sentences(tolds, memory):
            yield _claim(document, told, draft)


def _passage_ends(tolds: Sequence[Told]) -> dict[int, int]:
    """For each sentence (by identity), where the sentences end that take it up (`A made a film. This film … [7]`)."""
    ends: dict[int, int] = {}
    after: Told | None = None
    for told in reversed(tolds):
        sentence = told.sentence
        goes_on = after is not None and after.block is told.block
        if goes_on and after is not None and ANAPHORA.match(sentence.text[after.sentence.start : after.sentence.end]):
            ends[id(told)] = ends[id(after)]
        else:
            ends[id(told)] = sentence.end
        after = told
    return ends


def _told(parts: Iterable[tuple[Block, Doc]]) -> list[Told]:
    return [tell(block, sentence) for block, doc in parts for sentence in sentences_of(doc)]


def _of_sentences(tolds: Iterable[Told], memory: Memory) -> Iterator[tuple[Told, Draft]]:
    """What the sentences of a section say one by one."""
    block: Block | None = None
    for told in tolds:
        memory = memory if told.block is block else memory.at_paragraph()
        block = told.block
        drafts = [draft for rule in RULES for draft in rule(told, memory)]
        yield from ((told, draft) for draft in drafts)
        memory = memory.after(told, drafts)


def _claim(document: Document, told: Told, draft: Draft, passage_end: int | None = None) -> AnyClaim:
    """A drafted claim with its evidence; the citation of a passage is for what it tells as a whole, a strategy."""
    evidence = make_evidence(
        document,
        Place(told.block, told.sentence.start, told.sentence.end, passage_end),
        value=None,
        at=draft.at,
        rule=draft.rule,
        confidence=draft.confidence,
    )
    arguments = {**draft.arguments, "negated": draft.negated or None}
    return make_claim(_TYPES[draft.kind], kind=draft.kind, evidence=[evidence], **arguments)
