"""From the claims of one document to contributions: what it adds to which unit of the graph.

A *unit* is the smallest part of the graph that is written or taken away as a whole, named by a key:

- a shared node (`material:…`, `class:…`, `property:…`, `failure:…`, `doi:…`, `ref:…`, `sha256:…`): the node and the
  classes that it belongs to;
- a claim (`claim:…`): its node, what only it has (measurement, interphase, strategy), and every relation that it makes,
  also those to what other claims of the same document have (`neighbours`);
- the evidence of a claim in one document (`evidence:…`), with the relations to the claim and the works cited;
- a reference list (`references:` and the document's id): the relations to the works listed.

Every document contributes data to some units; `merging.merge` makes the rows of a unit from the contributions of all
documents, whatever their order. What no document contributes to any more is no longer there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..ontology.claims import AnyClaim
from ..ontology.model import DocumentClaims, Evidence
from .kinds import nodes_about
from .neighbours import Neighbours
from .publications import document_data, publication_id, reference_data

ASSEMBLY_VERSION = "7"
"""Changes when the same claims give another graph: libraries then build theirs again from the claims."""

_RULES = "rules"
"""Name of the engine whose rules need no name before theirs."""


@dataclass(frozen=True, slots=True, order=True)
class Contribution:
    """What one document adds to one unit: canonical JSON, equal for equal content."""

    key: str
    data: str


def contributions(bundle: DocumentClaims) -> list[Contribution]:
    """Everything that one document adds to the graph, sorted by key, one entry a key."""
    cited = {reference.number: publication_id(reference) for reference in bundle.references}
    units: dict[str, dict[str, Any]] = {}
    for reference in bundle.references:
        _add(units, cited[reference.number], reference_data(reference))
    _add(units, bundle.document, document_data(bundle))
    units[bundle.document]["own"] = True
    if cited:
        listed = sorted([number, publication] for number, publication in cited.items())
        units[f"references:{bundle.document}"] = {"document": bundle.document, "listed": listed}
    neighbours = Neighbours(bundle.claims)
    for claim in bundle.claims:
        for node_id, data in nodes_about(claim):
            _add(units, node_id, data)
        evidence = sorted((_evidence_data(piece, bundle.document, cited) for piece in claim.evidence), key=canonical)
        units[claim.id] = _claim_data(claim, bundle.document, evidence) | neighbours.of(claim)
        units[evidence_prefix(claim.id) + bundle.document] = {"claim": claim.id, "evidence": evidence}
    return sorted(Contribution(key, canonical(data)) for key, data in units.items())


def canonical(data: Any) -> str:
    """JSON that is the same for the same content."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def evidence_prefix(claim: str) -> str:
    """What the keys of a claim's evidence begin with; the id of the document follows."""
    return f"evidence:{claim.partition(':')[2]}@"


def is_claim(key: str) -> bool:
    """Whether a unit is a claim with what belongs to it alone."""
    return key.startswith("claim:")


def is_shared_node(key: str) -> bool:
    """Whether a unit is a node that several claims or documents may use."""
    return not key.startswith(("claim:", "evidence:", "references:"))


def _add(units: dict[str, dict[str, Any]], key: str, data: dict[str, Any]) -> None:
    """Join `data` to what the same document said of a node before; what was said first stays, names are collected."""
    known = units.setdefault(key, {})
    names = sorted({*known.get("names", ()), *data.get("names", ())})
    units[key] = data | known | ({"names": names} if names else {})


def _claim_data(claim: AnyClaim, document: str, evidence: list[dict[str, Any]]) -> dict[str, Any]:
    """The claim's arguments, and in short what this document has for it."""
    apart = {"evidence", "confidence", "measurements"}
    arguments = claim.model_dump(mode="json", exclude=apart, exclude_none=True)
    return {
        "claim": {name: _in_order(value) for name, value in arguments.items()},
        "document": document,
        "works": sorted({work for piece in evidence for _, work in piece["cites"]}),
        "evidence": len({place_of(piece) for piece in evidence}),
        "confidence": claim.confidence,
        "hedged": all(piece.get("hedged", False) for piece in evidence),
    }


def _in_order(value: Any) -> Any:
    """An argument; a list is a set of words or participants, so equal ones have one order."""
    return sorted(value, key=canonical) if isinstance(value, list) else value


def place_of(piece: Mapping[str, Any]) -> tuple[Any, ...]:
    """What tells one piece of evidence for a claim (its data) from another.

    The name of a rule is one of its engine; those of the rules engine stand for themselves.
    """
    engine = piece["engine"].partition("/")[0]
    rule = piece["rule"] if engine == _RULES else f"{engine}:{piece['rule']}"
    return piece["document"], piece["source_start"], piece.get("value_start", -1), rule, piece["source_end"]


def _evidence_data(piece: Evidence, document: str, cited: dict[int, str]) -> dict[str, Any]:
    data = piece.model_dump(mode="json", exclude_none=True)
    works = sorted({(number, cited[number]) for number in piece.references if number in cited})
    return data | {"document": document, "cites": [list(work) for work in works]}
