"""Several engines over one document: each reads it, what they give is checked and becomes one set of claims."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from ...corpus.document import Document
from ...errors import EngineError
from ...ontology.claims import AnyClaim, merge_claims
from ...ontology.model import DocumentClaims, Finding, Severity
from ...time_limit import call_within
from .base import Engine, EngineInfo, EngineReading, gathered
from .checking import checked
from .rules import RulesEngine

_CLOSING_S = 10.0
"""Seconds that an engine gets to close."""


@dataclass(frozen=True, slots=True)
class EngineReport:
    """How an engine did on one document.

    Args:
        engine: its name.
        document: the file's name.
        claims: that were taken.
        refused: claims that it cannot have read there.
        seconds: that it took.
        usage: what it says that it used.
        error: one line, where it could not read the document.
    """

    engine: str
    document: str
    claims: int = 0
    refused: int = 0
    seconds: float = 0.0
    usage: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    error: str | None = None


class Engines:
    """Engines that read documents together.

    Args:
        engines: opened, in the order in which they read.
    """

    def __init__(self, engines: Sequence[Engine]) -> None:
        self._engines = tuple(engines)
        self._given_up: set[str] = set()

    def __enter__(self) -> Engines:
        return self

    def __iter__(self) -> Iterator[Engine]:
        return iter(self._engines)

    def __exit__(self, *exception: object) -> None:
        self.close()

    @property
    def infos(self) -> tuple[EngineInfo, ...]:
        """What the engines say of themselves, in the order in which they read."""
        return tuple(engine.info for engine in self._engines)

    @property
    def pipeline(self) -> str:
        """Names and versions, as a document carries them that all of the engines have read."""
        return _joined(self._engines)

    def extract(self, document: Document, *, reported: Callable[[EngineReport], None] | None = None) -> DocumentClaims:
        """Let every engine read a document.

        One that fails is a finding, and is left out of the document's `pipeline`: the document is read again when
        all engines are asked for the next time.

        Args:
            document: as a reader gives it.
            reported: called after each engine.

        Raises:
            EngineError: none of the engines could read it.
        """
        claims: list[AnyClaim] = []
        findings: list[Finding] = []
        read: list[Engine] = []
        failures: list[EngineError] = []
        for engine in self._engines:
            started = time.perf_counter()
            try:
                reading, refused = self._read(engine, document)
            except EngineError as error:
                failures.append(error)
                report = EngineReport(engine.info.name, document.name, error=error.reason)
            else:
                read.append(engine)
                claims += reading.claims
                findings += [*reading.findings, *refused]
                report = _report(engine, document, reading, len(refused), time.perf_counter() - started)
            if reported is not None:
                reported(report)
        if not read:
            raise _all_failed(failures)
        findings += map(_failed, failures)
        return gathered(document, merge_claims(claims), findings, pipeline=_joined(read))

    def close(self) -> None:
        """Close every engine; one that does not close in time is left to the end of the process."""
        for engine in self._engines:
            try:
                call_within(_CLOSING_S, engine.close)
            except Exception:  # noqa: BLE001, S112 (what it gave is there; nothing is lost by how it ends)
                continue

    def _read(self, engine: Engine, document: Document) -> tuple[EngineReading, list[Finding]]:
        """What an engine gives, without the claims that cannot stand, and a finding for each of those.

        Raises:
            EngineError: it cannot read the document, fails, or takes too long.
        """
        if isinstance(engine, RulesEngine):  # an error of ours is a bug, and keeps its traceback;
            return engine.read(document), []  # the tests hold that its claims can stand
        name, limit = engine.info.name, engine.info.time_limit_s
        if name in self._given_up:
            raise EngineError(name, "took too long for an earlier document and was not asked again")
        try:
            outcome = call_within(limit, lambda: _attempt(engine, document))
        except TimeoutError as error:
            self._given_up.add(name)
            raise EngineError(name, f"did not finish within {limit:g} s") from error
        if isinstance(outcome, EngineError):
            raise outcome
        if isinstance(outcome, Exception):
            raise EngineError(name, " ".join(f"{type(outcome).__name__}: {outcome}".split())) from outcome
        return outcome


def _attempt(engine: Engine, document: Document) -> tuple[EngineReading, list[Finding]] | Exception:
    """What an engine gives, checked, or why it gives nothing: its own time-outs are not ours."""
    try:
        return checked(engine.read(document), document, engine.info)
    except Exception as error:  # noqa: BLE001 (somebody else's code: the other engines go on)
        return error


def _report(engine: Engine, document: Document, reading: EngineReading, refused: int, seconds: float) -> EngineReport:
    return EngineReport(
        engine.info.name,
        document.name,
        claims=len(reading.claims),
        refused=refused,
        seconds=seconds,
        usage=reading.usage,
    )


def _joined(engines: Iterable[Engine]) -> str:
    return "+".join(engine.info.label for engine in engines)


def _failed(error: EngineError) -> Finding:
    message = f"the engine {error.engine} did not read the document: {' '.join(error.reason.split())}"
    return Finding(code="engine-failed", severity=Severity.error, message=message)


def _all_failed(failures: Sequence[EngineError]) -> EngineError:
    if len(failures) == 1:
        return failures[0]
    return EngineError(
        ", ".join(failure.engine for failure in failures), "; ".join(failure.reason for failure in failures)
    )
