"""The contract of an engine: a `Document` in, claims with their evidence out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from ...corpus.document import Document
from ...ontology.claims import AnyClaim
from ...ontology.model import DocumentClaims, Finding

TIME_LIMIT_S = 3600.0
"""Seconds that an engine gets for one document where it does not say otherwise."""


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What an engine says of itself, before it reads anything.

    Args:
        name: as the entry point has it, such as `rules`; no `+`, `/`, comma, dot or space.
        version: of what it finds; it changes when the same document would now give something else, also by an option
            (a model's name belongs into it). No `+` and no space. Evidence carries `name/version`.
        summary: one line for people.
        kinds: the kinds of claims that it can give.
        network: whether it may open connections; one that says no has to work with the network cut.
        cost: `none`, `minutes of one core`, `money`: one line for people.
        options: name of each option to one line for people.
        missing: None if it can run, else one line: what is missing and the line that installs it.
        time_limit_s: seconds for one document, after which it is given up for the run.
    """

    name: str
    version: str
    summary: str
    kinds: frozenset[str]
    network: bool = False
    cost: str = "none"
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    missing: str | None = None
    time_limit_s: float = TIME_LIMIT_S

    @property
    def label(self) -> str:
        """Name and version, as evidence and pipelines carry them."""
        return f"{self.name}/{self.version}"


@dataclass(frozen=True, slots=True)
class EngineReading:
    """What an engine read in one document.

    Args:
        claims: each with evidence whose `engine` begins with the engine's name and a slash, and whose offsets count in
            the document's source.
        findings: what it could not read, or refused to take for read, each with the reason.
        usage: what it used, by name (`requests`, `tokens_in`, `cost_usd`), for this document.
    """

    claims: tuple[AnyClaim, ...] = ()
    findings: tuple[Finding, ...] = ()
    usage: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


class Engine(Protocol):
    """Reads documents. Found through the entry point group `lithograph.engines`.

    The entry point names a factory, `factory(options: Mapping[str, str]) -> Engine`. It is quick: what is slow
    (imports, models, worker processes) waits for the first `read`. One whose optional part is not installed answers as
    well, with `info.missing`. `read` is called for one document after another, from a thread of its own.
    """

    @property
    def info(self) -> EngineInfo:
        """What it is and can do, with the options that it was opened with."""
        ...

    def read(self, document: Document) -> EngineReading:
        """Read one document.

        Raises:
            EngineError: it cannot read this document at all; what it can read in part is a finding.
        """
        ...

    def close(self) -> None:
        """End worker processes and connections. Called at the end, always; a second call does nothing."""
        ...


def gathered(
    document: Document, claims: Sequence[AnyClaim], findings: Iterable[Finding], *, pipeline: str
) -> DocumentClaims:
    """All that a document gave.

    Args:
        document: the paper, with the findings of its reader.
        claims: in reading order.
        findings: of what made the claims.
        pipeline: names and versions of what made the claims.
    """
    return DocumentClaims(
        document=document.id,
        name=document.name,
        content_hash=document.content_hash,
        reader=document.reader,
        pipeline=pipeline,
        metadata=document.metadata,
        references=[document.bibliography[number] for number in sorted(document.bibliography)],
        claims=list(claims),
        findings=[*document.findings, *findings],
    )
