"""Evidence for what an engine read, as the rules have it: the place, the works cited there, the hedges."""

from __future__ import annotations

from ...corpus.document import Block, Document
from ...ontology.model import Evidence
from ..evidence import Place, make_evidence
from .base import EngineInfo


def evidence_at(
    info: EngineInfo,
    document: Document,
    block: Block,
    sentence: tuple[int, int],
    *,
    value: tuple[int, int] | None = None,
    rule: str,
    confidence: float,
) -> Evidence:
    """Evidence in running text.

    Args:
        info: of the engine.
        document: the paper.
        block: in which it read.
        sentence: clean range of the sentence, citations out.
        value: clean range of the value as written, for a property.
        rule: of the engine, for people.
        confidence: of the rule, before hedging.
    """
    place = Place(block, *sentence)
    named = make_evidence(document, place, value=value, rule=f"{info.label} {rule}", confidence=confidence)
    return named.model_copy(update={"engine": info.label, "rule": rule})
