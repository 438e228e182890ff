"""Engines for tests, good and bad, and how they are installed: as entry points of a distribution in a folder."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from lithograph.corpus.document import Block, Document
from lithograph.errors import EngineError
from lithograph.extract.engines.base import EngineInfo, EngineReading
from lithograph.ontology.claims import AnyClaim, make_claim
from lithograph.ontology.materials import identify
from lithograph.ontology.model import Evidence, Finding, LimitationClaim, Participant, Severity

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
            subject=Participant(name="LLZO", id=identify("LLZO").id),
            failure="dendrite growth",
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
