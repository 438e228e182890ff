"""What the analyses start from: claims, each with the nodes that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """A node that a claim is about.

    Args:
        role: what it is in the claim, such as subject or agent.
        id: of the node.
        name: of the node.
        row: all that the query gave for it.
    """

    role: str
    id: str
    name: str
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StatedClaim:
    """A claim of the library.

    Args:
        id: of the claim.
        kind: such as strategy.
        support: different primary sources.
        parts: sorted by role and id.
        row: one of the rows that the query gave for it.
    """

    id: str
    kind: str
    support: int
    parts: tuple[Part, ...]
    row: Mapping[str, Any]

    def of(self, *roles: str) -> list[Part]:
        """Its parts in these roles."""
        return [part for part in self.parts if part.role in roles]

    @property
    def strategy(self) -> str:
        """Of a strategy: its category and what it adds, such as `doping: Al, Ta`."""
        agents = ", ".join(sorted({part.name for part in self.of("agent")}))
        category = str(self.row["category"])
        return f"{category}: {agents}" if agents else category


def stated_claims(rows: Iterable[Mapping[str, Any]]) -> list[StatedClaim]:
    """The claims of a query's rows, sorted by id.

    Args:
        rows: each with claim, kind, support, role, id and name, whatever else.
    """
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["claim"], []).append(row)
    return [_claim(claim, found[claim]) for claim in sorted(found)]


def _claim(claim: str, rows: Sequence[Mapping[str, Any]]) -> StatedClaim:
    parts = {(row["role"], row["id"]): Part(row["role"], row["id"], row["name"], row) for row in rows}
    return StatedClaim(claim, rows[0]["kind"], rows[0]["support"], tuple(parts[key] for key in sorted(parts)), rows[0])
