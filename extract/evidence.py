"""Every fact points home: the place of a statement in its source, and the works cited there for it."""

from __future__ import annotations

import re
from functools import lru_cache

from ..corpus.document import Block, Document
from ..ontology.model import Evidence
from .citing import NO_OWN, Own, Passage, cited_for
from .confidences import confidence_of
from .value_class import value_class

ENGINE = "rules/1"
"""Name and version of this engine, as evidence carries it."""

_HEDGE = re.compile(
    r"\b(?:may|might|could|likely|possibly|presumably|perhaps|probably|suggest(?:s|ed|ing)?|(?:is|are) expected to"
    r"|seems? to|appears? to|hypothesi[sz]ed?|speculated?|assum(?:ed|ing))\b"
)
"""Words in lower case that make a statement a guarded one. Matches `may reach`; must not match `dismay`."""

HEDGED_FACTOR = 0.7
"""What hedging leaves of a confidence; the figures of `confidences.yaml` are those of statements without a hedge."""


@value_class
class Place:
    """Where a statement stands in a block.

    Args:
        block: the block.
        start: clean start of the sentence.
        end: clean end of the sentence.
        passage_end: clean end of the sentences that go on about the same work, whose citation is for it as well.
        account: clean start of the sentence whose named authors it goes on about, whose citation is for it as well.
    """

    block: Block
    start: int
    end: int
    passage_end: int | None = None
    account: int | None = None

    @property
    def text(self) -> str:
        """The sentence."""
        return self.block.text[self.start : self.end]

    @property
    def passage(self) -> Passage:
        """How far the citations of other sentences reach."""
        return Passage(
            self.start if self.account is None else self.account,
            self.end if self.passage_end is None else self.passage_end,
        )


def doubted(confidence: float, *, hedged: bool) -> float:
    """A confidence after hedging, to three digits."""
    return round(confidence * (HEDGED_FACTOR if hedged else 1.0), 3)


@lru_cache(maxsize=64)  # a sentence states many things, one after the other
def is_hedged(text: str) -> bool:
    """Whether a sentence guards its statement."""
    return _HEDGE.search(text.lower()) is not None


def make_evidence(
    document: Document,
    place: Place,
    *,
    value: tuple[int, int] | None,
    rule: str,
    confidence: float,
    at: int | None = None,
    cited: bool = True,
    own: Own = NO_OWN,
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
        own: what of the sentence is this statement's.
    """
    position = at if at is not None else value[0] if value is not None else place.start
    source_start, source_end = place.block.to_source(place.start, place.end)
    value_source = place.block.to_source(*value) if value is not None else (None, None)
    after = value[1] if value is not None else position
    hedged = is_hedged(place.text)
    span = (place.start, place.end)
    references = cited_for(place.block, span, after, document.bibliography, own=own, passage=place.passage)
    return Evidence(
        document=document.id,
        section=list(place.block.section),
        sentence=place.text,
        source_start=source_start,
        source_end=source_end,
        value_start=value_source[0],
        value_end=value_source[1],
        line=place.block.line_at(position),
        references=references if cited else [],
        engine=ENGINE,
        rule=rule,
        confidence=doubted(confidence_of(rule, confidence), hedged=hedged),
        hedged=hedged or None,
    )
