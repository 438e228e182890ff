"""Engines for tests, good and bad, and how they are installed: as entry points of a distribution in a folder."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from lithograph.corpus.document import Block, Document
from lithograph.errors import EngineError
from lithograph.extract.by_rules import read_by_rules
from lithograph.extract.engines.base import EngineInfo, EngineReading
from lithograph.ontology.claims import AnyClaim, arguments_of, make_claim
from lithograph.ontology.materials import identify
from lithograph.ontology.model import Evidence, Finding, LimitationClaim, Participant, PropertyClaim, Severity

Read = Callable[[Document], EngineReading]


class MadeEngine:
    """An engine that reads as it is told to."""

    def __init__(self, info: EngineInfo, read: Read) -> None:
        self.info = info
        self._read = read
        self.closed = 0

    def read(self, document: Document) -> EngineReading:
        return self._read(document)

    def close(self) -> None:
        self.closed += 1


def install(monkeypatch: pytest.MonkeyPatch, folder: Path, **factories: str) -> None:
    """Announce engines as an installed distribution does; `echo="package.module:factory"`."""
    package = folder / "made_engines-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: made-engines\nVersion: 1.0\n", encoding="utf-8")
    lines = "".join(f"{name} = {value}\n" for name, value in factories.items())
    (package / "entry_points.txt").write_text(f"[lithograph.engines]\n{lines}", encoding="utf-8")
    monkeypatch.syspath_prepend(folder)


HOME = "lithograph.tests.extract.engines.made_engines"
"""Of the factories below, for `install`."""


def info(name: str, **given: object) -> EngineInfo:
    known: dict[str, object] = {"version": "1", "summary": "made for tests", "kinds": frozenset({"limitation"})}
    return EngineInfo(name=name, **(known | given))  # type: ignore[arg-type]


def dendrite_claims(document: Document, engine: str, confidence: float = 0.5) -> list[AnyClaim]:
    """A claim for each block of running text that speaks of LLZO and dendrites."""
    return [
        make_claim(
            LimitationClaim,
            kind="limitation",
            evidence=[whole_block(document, block, engine, confidence)],
            subject=named("LLZO"),
            failure="dendrite_growth",
        )
        for block in document.iter_text()
        if "LLZO" in block.text and "dendrite" in block.text
    ]


def whole_block(document: Document, block: Block, engine: str, confidence: float) -> Evidence:
    start, end = block.to_source(0, len(block.text))
    return Evidence(
        document=document.id,
        sentence=block.text,
        source_start=start,
        source_end=end,
        line=block.line,
        engine=f"{engine}/1",
        rule="dendrites",
        confidence=confidence,
    )


def open_echo(options: Mapping[str, str]) -> MadeEngine:
    made = info("echo", options={"confidence": "what it says of its claims"})
    confidence = float(options.get("confidence", "0.5"))
    return MadeEngine(made, lambda document: EngineReading(tuple(dendrite_claims(document, "echo", confidence))))


def open_raising(options: Mapping[str, str]) -> MadeEngine:
    def read(document: Document) -> EngineReading:
        raise RuntimeError("out of\nluck")

    return MadeEngine(info("raising"), read)


def open_refusing(options: Mapping[str, str]) -> MadeEngine:
    def read(document: Document) -> EngineReading:
        raise EngineError("refusing", "speaks no English")

    return MadeEngine(info("refusing"), read)


def open_hanging(options: Mapping[str, str]) -> MadeEngine:
    def read(document: Document) -> EngineReading:
        time.sleep(60)
        return EngineReading()

    return MadeEngine(info("hanging", time_limit_s=0.2), read)


class ClingingEngine(MadeEngine):
    def close(self) -> None:
        super().close()
        raise OSError("still busy")


def open_clinging(options: Mapping[str, str]) -> MadeEngine:
    """One that does not close well."""
    return ClingingEngine(info("clinging"), lambda document: EngineReading())


def open_timing_out(options: Mapping[str, str]) -> MadeEngine:
    def read(document: Document) -> EngineReading:
        raise TimeoutError("the server is slow")

    return MadeEngine(info("timing_out"), read)


def open_sending(options: Mapping[str, str]) -> MadeEngine:
    """One that declares that it opens connections."""
    finding = Finding(code="sent", severity=Severity.info, message="it would have been sent")
    return MadeEngine(
        info("sending", network=True), lambda document: EngineReading(findings=(finding,), usage={"requests": 1.0})
    )


def open_lacking(options: Mapping[str, str]) -> MadeEngine:
    made = info("lacking", missing='pip install "lithograph[lacking]"')
    return MadeEngine(made, lambda document: EngineReading())


def open_misnamed(options: Mapping[str, str]) -> MadeEngine:
    return MadeEngine(info("other"), lambda document: EngineReading())


def open_broken(options: Mapping[str, str]) -> MadeEngine:
    raise ZeroDivisionError("no factory")


def open_silent(options: Mapping[str, str]) -> MadeEngine:
    return MadeEngine(info("silent"), lambda document: None)  # type: ignore[arg-type, return-value]


def open_chatting(options: Mapping[str, str]) -> MadeEngine:
    return MadeEngine(info("chatting"), lambda document: EngineReading(("LLZO is fine",)))  # type: ignore[arg-type]


def open_inventing(options: Mapping[str, str]) -> MadeEngine:
    """One that gives another engine's claims for its own."""
    return MadeEngine(info("inventing"), lambda document: EngineReading(tuple(dendrite_claims(document, "echo"))))


def open_shifting(options: Mapping[str, str]) -> MadeEngine:
    """One that gives half of the values that the rules read to LLZO, and agrees to the others."""

    def read(document: Document) -> EngineReading:
        values = [claim for claim in read_by_rules(document)[0] if isinstance(claim, PropertyClaim)]
        claims = []
        for index, claim in enumerate(values):
            subject = named("LLZO") if index % 2 else claim.subject
            evidence = [piece.model_copy(update={"engine": "shifting/1"}) for piece in claim.evidence]
            arguments = arguments_of(claim) | {"subject": subject}
            claims.append(make_claim(PropertyClaim, kind="property", evidence=evidence, **arguments))
        return EngineReading(tuple(claims))

    return MadeEngine(info("shifting", kinds=frozenset({"property"})), read)


def named(name: str) -> Participant:
    return Participant(name=name, id=identify(name).id)
