"""The rules as an engine."""

from __future__ import annotations

from collections.abc import Mapping

from ...corpus.document import Document
from ...ontology.model import ClaimKind
from ..pipeline import VERSION
from .base import EngineInfo, EngineReading

NAME = "rules"
"""Of this engine: the one that reads where none is named."""

_INFO = EngineInfo(
    name=NAME,
    version=VERSION,
    summary="Lithograph's own rules for text and tables; the same claims every time",
    kinds=frozenset(kind.value for kind in ClaimKind),
    cost="a second of one core for a review",
)


class RulesEngine:
    """Reads with the rules of `extract`; it has nothing to close."""

    info = _INFO

    def read(self, document: Document) -> EngineReading:
        """See `Engine.read`."""
        from ..by_rules import read_by_rules

        claims, findings = read_by_rules(document)
        return EngineReading(tuple(claims), tuple(findings))

    def close(self) -> None:
        """See `Engine.close`."""


def open_rules(options: Mapping[str, str]) -> RulesEngine:
    """The factory; the rules have no options."""
    return RulesEngine()
