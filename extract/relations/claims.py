"""Relation claims of a whole document: every rule over every sentence, with evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from ...corpus.document import Block, Document
from ...ontology.claims import AnyClaim, make_claim
from ...ontology.model import (
    CausesClaim,
    DecompositionClaim,
    InterphaseClaim,
    LimitationClaim,
    StrategyClaim,
)
from ..annotations import Sentence
from ..citing import Own
from ..evidence import Place, make_evidence
from ..names import Names
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

_WIDENS = re.compile(r"\b(?:also|likewise|similarly|as well(?! as)|extend(?:s|ed)?)\b")
"""Words by which a sentence goes over to another thing. Matches `is of use in LATP as well`; not `A as well as B`."""

_TYPES: dict[str, type[AnyClaim]] = {
    "decomposition": DecompositionClaim,
    "interphase": InterphaseClaim,
    "limitation": LimitationClaim,
    "causes": CausesClaim,
    "strategy": StrategyClaim,
}


class RelationReader:
    """Reads the relation claims of a document, sentence by sentence in reading order.

    Args:
        document: the paper.
        names: how its names are understood.
    """

    def __init__(self, document: Document, names: Names) -> None:
        self._document = document
        self._memory = Memory.of_paper(names, document.metadata.title or "")
        self._block: Block | None = None
        self._listeners: list[Listener] = []
        self._claims: list[AnyClaim] = []

    def read(self, block: Block, sentence: Sentence, passage_end: int, account: int) -> None:
        """Read the next sentence of running text.

        Args:
            block: where it stands.
            sentence: the sentence, annotated.
            passage_end: from `passage_ends`.
            account: from `citing.accounts_begin`.
        """
        if block is not self._block:
            self._begin(block)
        told = tell(block, sentence, passage_end, account)
        self._listeners[-1].hear(told)
        drafts = [draft for rule in RULES for draft in rule(told, self._memory)]
        self._claims.extend(_claim(self._document, told.place, draft, _named(told, draft)) for draft in drafts)
        self._memory = self._memory.after(told, drafts)

    def _begin(self, block: Block) -> None:
        if self._block is None or block.section != self._block.section:
            self._memory = self._memory.at_section(block.section)
            self._listeners.append(Listener(self._memory))
        self._memory = self._memory.at_paragraph()
        self._block = block

    def claims(self) -> Iterator[AnyClaim]:
        """Every claim of what was read; a strategy may be told over several sentences."""
        for passage, draft in find_strategies(self._listeners):
            yield _claim(self._document, passage, draft)
        yield from self._claims


def passage_ends(text: str, sentences: Sequence[tuple[int, int]]) -> list[int]:
    """For each sentence of a block, the end of those that take it up (`A made a film. This film … [7]`).

    Args:
        text: the block's clean text.
        sentences: clean start and end of each, in order.
    """
    ends = [end for _, end in sentences]
    for index in range(len(ends) - 2, -1, -1):
        start, end = sentences[index + 1]
        if _takes_up(text[start:end]):
            ends[index] = ends[index + 1]
    return ends


def _takes_up(text: str) -> bool:
    """Whether a sentence goes on about what the one before told, and about nothing else."""
    return ANAPHORA.match(text) is not None and not _WIDENS.search(text)


def _named(told: Told, draft: Draft) -> int | None:
    """The clean end of the name of what a claim is about, behind which it may have a citation of its own."""
    subject = draft.arguments.get("subject")
    name = subject.name if subject is not None else None
    ends = (mention.end for mention in told.sentence.materials if mention.name == name and mention.end <= draft.at)
    return max(ends, default=None)


def _claim(document: Document, place: Place, draft: Draft, named: int | None = None) -> AnyClaim:
    """A drafted claim with its evidence; the citation of a passage is for what it tells as a whole, a strategy."""
    evidence = make_evidence(
        document,
        place,
        value=None,
        at=draft.at,
        rule=draft.rule,
        confidence=draft.confidence,
        own=Own(named),
    )
    arguments = {**draft.arguments, "negated": draft.negated or None}
    return make_claim(_TYPES[draft.kind], kind=draft.kind, evidence=[evidence], **arguments)
