"""A `Document` becomes its claims: by the rules, or by the engines that are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..corpus.document import Document
from ..ontology.model import DocumentClaims
from .by_rules import read_by_rules
from .engines.base import gathered
from .pipeline import VERSION

PIPELINE = f"rules/{VERSION}"
"""Name and version of what makes the claims; documents read by another version are read again."""


def extract_document(
    document: Document,
    *,
    engines: Sequence[str] | None = None,
    options: Mapping[str, Mapping[str, str]] | None = None,
) -> DocumentClaims:
    """All claims that the rules read in a document, or the engines that are named, each with its evidence.

    Args:
        document: as a reader gives it.
        engines: names of installed engines, such as `["rules", "chemdataextractor"]`; the rules where none is named.
        options: engine name to its options.

    Returns:
        Claims in reading order, the reference list, and what could be read only in part.

    Raises:
        ConfigError: no such engine or option.
        EngineError: an engine cannot run here, or none of those named could read the document.
    """
    if engines is not None:
        from .engines.installed import open_engines

        with open_engines(engines, options) as opened:
            return opened.extract(document)
    claims, findings = read_by_rules(document)
    return gathered(document, claims, findings, pipeline=PIPELINE)
