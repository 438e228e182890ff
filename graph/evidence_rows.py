"""The evidence of a claim in one document: a node for each place, tied to the claim, the paper and the works cited."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from .assembly import place_of
from .rows import NodeRow, RelationRow, Rows, Value

Json = Mapping[str, Any]

_TAKEN = (
    "document",
    "sentence",
    "line",
    "source_start",
    "source_end",
    "value_start",
    "value_end",
    "engine",
    "rule",
    "confidence",
)


def evidence_rows(data: Json) -> Rows:
    """The rows of one claim's evidence in one document."""
    claim = data["claim"]
    pieces = {place_of(piece): piece for piece in data["evidence"]}
    return Rows.joined(_piece_rows(claim, place, pieces[place]) for place in sorted(pieces))


def _piece_rows(claim: str, place: tuple[Any, ...], piece: Json) -> Rows:
    text = "\x1f".join(str(part) for part in (claim, *place))
    here = "evidence:" + hashlib.sha256(text.encode()).hexdigest()[:32]
    known: dict[str, Value] = {name: piece[name] for name in _TAKEN if name in piece}
    known["hedged"] = bool(piece.get("hedged"))
    if piece.get("section"):
        known["section"] = " > ".join(piece["section"])
    if piece.get("references"):
        known["references"] = ", ".join(str(number) for number in piece["references"])
    own: dict[str, Value] = {"claim": claim, "confidence": piece["confidence"]}
    relations = [
        RelationRow("EVIDENCED_BY", "Claim", claim, "Evidence", here, own),
        RelationRow("IN", "Evidence", here, "Publication", piece["document"], own),
    ]
    for number, work in piece["cites"]:
        relations.append(RelationRow("CITES", "Evidence", here, "Publication", work, own | {"number": number}))
    return Rows((NodeRow("Evidence", here, known),), tuple(relations))
