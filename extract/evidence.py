"""Every fact points home: the place of a statement in its source, and the works cited there for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..corpus.document import Block, Citation, Document
from ..ontology.model import Evidence
from .confidences import confidence_of

ENGINE = "rules/1"
"""Name and version of this engine, as evidence carries it."""

_HEDGE = re.compile(
    r"\b(?:may|might|could|likely|possibly|presumably|perhaps|probably|suggest(?:s|ed|ing)?|(?:is|are) expected to"
    r"|seems? to|appears? to|hypothesi[sz]ed?|speculated?|assum(?:ed|ing))\b",
    re.IGNORECASE,
)
"""Words that make a statement a guarded one. Matches `may reach`; must not match `in May`."""

_WITH_NAME = re.compile(r"\)?(?:[ -][a-z-]+){0,2}\)?\s?")
"""Between a name and its own citation. Matches ` glass`; must not match ` (RT) shows`."""

_OTHER_CLAUSE = re.compile(r"[,;:]|\b(?:than|while|whereas|but)\b")
"""What parts a value from a citation of something else."""

_CONTRAST = re.compile(r"\b(?:whereas|while|whilst|but|although|though)\b")
"""Between two sides of a contrast. Matches `, whereas`; must not match `, which`."""

_AUTHORS = re.compile(
    r"(?:\bet al\.?|\b(?:and|with) (?:co-?workers|colleagues)|(?:['’]s?|\bthe) (?:group|team))[,.]?\s*$"
)
"""Names of authors, up to the end of what is searched. Matches `Kim et al.`; must not match `the groups that`."""

_NAMES_LENGTH = 40
"""Characters before a citation in which the names of authors are looked for."""

HEDGED_FACTOR = 0.7
"""What hedging leaves of a confidence; the figures of `confidences.yaml` are those of statements without a hedge."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands in a block.

    Args:
        block: the block.
        start: clean start of the sentence.
        end: clean end of the sentence.
        passage_end: clean end of the sentences that go on about the same work, whose citation is for it as well.
    """

    block: Block
    start: int
    end: int
    passage_end: int | None = None

    @property
    def text(self) -> str:
        """The sentence."""
        return self.block.text[self.start : self.end]


def doubted(confidence: float, *, hedged: bool) -> float:
    """A confidence after hedging, to three digits."""
    return round(confidence * (HEDGED_FACTOR if hedged else 1.0), 3)


@lru_cache(maxsize=64)  # a sentence states many things, one after the other
def is_hedged(text: str) -> bool:
    """Whether a sentence guards its statement."""
    return _HEDGE.search(text) is not None


def make_evidence(
    document: Document,
    place: Place,
    *,
    value: tuple[int, int] | None,
    rule: str,
    confidence: float,
    at: int | None = None,
    cited: bool = True,
    named: int | None = None,
) -> Evidence:
    """Evidence for a statement in running text.

    Args:
        document: the paper.
        place: the sentence.
        value: clean range of the value as written, for a property.
        rule: name of the rule that read it.
        confidence: of the rule, where it was not measured (`confidences.yaml`).
        at: clean position whose line and citations count; the value's start if not given, else the sentence's.
        cited: whether citations of the sentence are for this statement; for the definition of an abbreviation they
            are not.
        named: clean end of the name of what the statement is about, behind which it may have a citation of its own.
    """
    position = at if at is not None else value[0] if value is not None else place.start
    source_start, source_end = place.block.to_source(place.start, place.end)
    value_source = place.block.to_source(*value) if value is not None else (None, None)
    after = value[1] if value is not None else position
    hedged = is_hedged(place.text)
    return Evidence(
        document=document.id,
        section=list(place.block.section),
        sentence=place.text,
        source_start=source_start,
        source_end=source_end,
        value_start=value_source[0],
        value_end=value_source[1],
        line=place.block.line_at(position),
        references=cited_for(place, after, document, named=named) if cited else [],
        engine=ENGINE,
        rule=rule,
        confidence=doubted(confidence_of(rule, confidence), hedged=hedged),
        hedged=hedged or None,
    )


def cited_for(place: Place, position: int, document: Document, *, named: int | None = None) -> list[int]:
    """Numbers cited for what stands at `position`: the first citation behind it in the sentence, else the last before.

    In a list whose members have citations of their own (`A [1] and B [2] reach 3 and 4 mS cm-1`), it is the one right
    behind the name. A sentence without any has the first that its passage goes on to. Citations that follow one
    another without a word between them count as one. A citation behind the names of authors is for their work alone,
    another only for its own side of a contrast (`LATP is reduced [1], whereas …`). Numbers that the bibliography does
    not have are left out.

    Args:
        place: the sentence.
        position: clean end of what is stated.
        document: the paper.
        named: clean end of the name of what it is said of.
    """
    inside = [c for c in place.block.citations if place.start < c.position <= place.end + 1]
    if not inside and place.passage_end is not None:
        inside = [c for c in place.block.citations if place.end < c.position <= place.passage_end + 1]
    text = place.block.text
    behind = [c for c in inside if c.position >= position]
    before = [c for c in inside[::-1] if c.position < position]
    if behind and _is_of_others(text, position, behind[0].position):
        behind = []
    if before and not behind and _is_parted(text, before[0].position, position):
        before = []
    own = _own(place, inside, named) if named is not None and named < position else []
    if own and (not behind or _OTHER_CLAUSE.search(text, position, behind[0].position)):
        behind = own
    chosen = _run(text, behind or before)
    numbers = {number for citation in chosen for number in citation.numbers}
    return sorted(numbers & document.bibliography.keys())


def _is_of_others(text: str, position: int, cited: int) -> bool:
    """Whether a citation belongs to authors who are named behind a statement: `…, whereas Kim et al. [3] found`."""
    return _AUTHORS.search(text, position, cited) is not None and _CONTRAST.search(text, position, cited) is not None


def _is_parted(text: str, cited: int, position: int) -> bool:
    """Whether a contrast parts a statement from a citation before it that is not behind the names of authors."""
    if _AUTHORS.search(text, max(0, cited - _NAMES_LENGTH), cited):
        return False
    return _CONTRAST.search(text, cited, position) is not None


def _own(place: Place, inside: Sequence[Citation], named: int) -> list[Citation]:
    """The citation right behind a name and those that follow it."""
    for index, citation in enumerate(inside):
        if citation.position >= named:
            gap = place.block.text[named : citation.position]
            return list(inside[index:]) if _WITH_NAME.fullmatch(gap) else []
    return []


def _run(text: str, citations: Sequence[Citation]) -> list[Citation]:
    """The first citation and those that follow it with no word between."""
    run = list(citations[:1])
    for citation in citations[1:]:
        low, high = sorted((run[-1].position, citation.position))
        if any(character.isalnum() for character in text[low:high]):
            break
        run.append(citation)
    return run
