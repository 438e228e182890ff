"""Every fact points home: the place of a statement in its source, and the works cited there for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

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

HEDGED_FACTOR = 0.7
"""What hedging leaves of a confidence; the figures of `confidences.yaml` are those of statements without a hedge."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands in a block.

    Args:
        block: the block.
        start: clean start of the sentence.
        end: clean end of the sentence.
    """

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The sentence."""
        return self.block.text[self.start : self.end]


def doubted(confidence: float, *, hedged: bool) -> float:
    """A confidence after hedging, to three digits."""
    return round(confidence * (HEDGED_FACTOR if hedged else 1.0), 3)


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
        references=cited_for(place, after, document) if cited else [],
        engine=ENGINE,
        rule=rule,
        confidence=doubted(confidence_of(rule, confidence), hedged=hedged),
        hedged=hedged or None,
    )


def cited_for(place: Place, position: int, document: Document) -> list[int]:
    """Numbers cited for what stands at `position`: the first citation behind it in the sentence, else the last before.

    Citations that follow one another without a word between them count as one. Numbers that the bibliography does
    not have are left out.
    """
    inside = [c for c in place.block.citations if place.start < c.position <= place.end + 1]
    behind = [c for c in inside if c.position >= position]
    chosen = _run(place.block.text, behind) if behind else _run(place.block.text, inside[::-1])
    numbers = {number for citation in chosen for number in citation.numbers}
    return sorted(numbers & document.bibliography.keys())


def _run(text: str, citations: Sequence[Citation]) -> list[Citation]:
    """The first citation and those that follow it with no word between."""
    run = list(citations[:1])
    for citation in citations[1:]:
        low, high = sorted((run[-1].position, citation.position))
        if any(character.isalnum() for character in text[low:high]):
            break
        run.append(citation)
    return run
