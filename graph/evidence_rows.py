"""The evidence of a claim in one document: a node for each place, tied to the claim, the paper and the works cited."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
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
    return Rows.joined(rows for _, rows in piece_rows(data))


def piece_rows(data: Json) -> Iterator[tuple[Json, Rows]]:
    """Every piece of one claim's evidence in one document, with its rows, in the order of places."""
    pieces = {place_of(piece): piece for piece in data["evidence"]}
    for place in sorted(pieces):
        yield pieces[place], _piece_rows(data["claim"], place, pieces[place])


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
