"""One claim as a person wants to see it: the statement, and every place at which it is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ..errors import NotInLibraryError
from ..graph.assembly import evidence_prefix
from ..graph.ledger import Ledger
from ..graph.rows import NodeRow, Value


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work cited for a claim, or the paper that states it."""

    id: str
    number: int | None
    doi: str | None
    url: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """One place: the paper, the sentence, the offsets in the file as read, and the works cited there."""

    paper: CitedWork
    section: str
    sentence: str
    line: int
    source: tuple[int, int]
    value: tuple[int, int] | None
    rule: str
    engine: str
    confidence: float
    hedged: bool
    cites: tuple[CitedWork, ...]


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim with all of its evidence."""

    id: str
    kind: str
    statement: str
    arguments: Mapping[str, Any]
    negated: bool
    confidence: float
    support: int
    evidence: tuple[ShownEvidence, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return asdict(self)


def show_claim(ledger: Ledger, wanted: str) -> ShownClaim:
    """Find a claim by its id or the beginning of it.

    Raises:
        NotInLibraryError: there is none, or there are several.
    """
    prefix = wanted if wanted.startswith("claim:") else f"claim:{wanted}"
    keys = ledger.keys(prefix, limit=2)
    if not wanted.removeprefix("claim:") or not keys:
        raise NotInLibraryError(wanted, "no such claim in the library")
    if len(keys) > 1:
        raise NotInLibraryError(wanted, "fits several claims; give more of the id")
    (claim,) = (node for node in ledger.unit(keys[0]).nodes if node.id == keys[0])
    properties = claim.properties
    return ShownClaim(
        id=claim.id,
        kind=str(properties["kind"]),
        statement=str(properties["statement"]),
        arguments=ledger.arguments(claim.id),
        negated=bool(properties["negated"]),
        confidence=_float(properties["confidence"]),
        support=_integer(properties["support"]),
        evidence=tuple(_shown_evidence(ledger, claim.id)),
    )


def _shown_evidence(ledger: Ledger, claim: str) -> Iterator[ShownEvidence]:
    """All evidence of a claim: by document, in reading order."""
    for _, rows in ledger.iter_units(evidence_prefix(claim)):
        cited: dict[str, list[tuple[int, str]]] = {}
        for relation in rows.relations:
            if relation.name == "CITES":
                cited.setdefault(relation.source, []).append((_integer(relation.properties["number"]), relation.target))
        for node in sorted(rows.nodes, key=lambda node: (_integer(node.properties["source_start"]), node.id)):
            yield _evidence(ledger, node, sorted(cited.get(node.id, ())))


def _evidence(ledger: Ledger, node: NodeRow, cited: list[tuple[int, str]]) -> ShownEvidence:
    known = node.properties
    value = None
    if known.get("value_start") is not None:
        value = (_integer(known["value_start"]), _integer(known["value_end"]))
    return ShownEvidence(
        paper=_work(ledger, str(known["document"]), None),
        section=str(known.get("section") or ""),
        sentence=str(known["sentence"]),
        line=_integer(known["line"]),
        source=(_integer(known["source_start"]), _integer(known["source_end"])),
        value=value,
        rule=str(known["rule"]),
        engine=str(known["engine"]),
        confidence=_float(known["confidence"]),
        hedged=bool(known["hedged"]),
        cites=tuple(_work(ledger, work, number) for number, work in cited),
    )


def _work(ledger: Ledger, key: str, number: int | None) -> CitedWork:
    known = ledger.unit(key).nodes[0].properties
    doi = known.get("doi")
    text = known.get("text") or known.get("title") or known.get("file") or key
    url = f"https://doi.org/{doi}" if doi else None
    return CitedWork(key, number, str(doi) if doi else None, url, str(text))


def _integer(value: Value) -> int:
    return int(value) if isinstance(value, int | float) else -1


def _float(value: Value) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
