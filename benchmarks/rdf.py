"""How quickly is a graph written as linked data, and does memory grow with it?

The same triples, in one run on one machine: a library's graph goes into a Turtle file by the export, from the ledger
to the bytes; and by rdflib's Turtle serializer, which has them as a graph in memory already. Of three runs of each, in
turns, the quickest counts. Then larger and larger made libraries are exported, each in a process of its own, and the
most memory that each took is compared.

    .venv/bin/python benchmarks/rdf.py [TRIPLES …]

Figures go to `benchmarks/results/rdf.json`.
"""

from __future__ import annotations

import io
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from figures import markdown_table, save
from rdflib import Graph

from lithograph.graph.assembly import contributions
from lithograph.graph.ledger import Ledger
from lithograph.graph.rdf.statements import statements
from lithograph.graph.rdf.writing import LinkedData, write_statements
from lithograph.ontology.claims import AnyClaim, make_claim
from lithograph.ontology.model import (
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    LimitationClaim,
    Participant,
    PropertyClaim,
    Reference,
)

SIZES = (10_000, 100_000, 1_000_000)
COMPARED = 100_000
"""Triples that both serializers write."""

PER_DOCUMENT = 3_230
"""Triples that one made paper of `CLAIMS` claims gives, about."""

CLAIMS = 40
RUNS = 3
"""Of each serializer, in turns; the quickest counts."""


def paper(number: int) -> DocumentClaims:
    """A made paper: forty claims, each with one place and one work cited."""
    document = f"doi:10.5555/{number:06}"
    references = [
        Reference(
            number=work,
            doi=f"10.5555/{number}.{work}",
            text=f"Work {work}",
            source_start=work,
            source_end=work + 1,
            line=work,
        )
        for work in range(1, 21)
    ]
    return DocumentClaims(
        document=document,
        name=f"{number}.md",
        content_hash=str(number),
        reader="made/1",
        pipeline="made/1",
        metadata=DocumentMetadata(title=f"Paper {number}", year=2024),
        references=references,
        claims=[claim(document, number, place) for place in range(CLAIMS)],
    )


def claim(document: str, number: int, place: int) -> AnyClaim:
    """A value or a failure of a material."""
    evidence = Evidence(
        document=document,
        section=["Results"],
        sentence=f"Sentence {place} of paper {number} states something about a material.",
        source_start=place * 100,
        source_end=place * 100 + 80,
        line=place + 1,
        references=[place % 20 + 1],
        engine="made",
        rule="made",
        confidence=0.9,
    )
    subject = Participant(name=f"M{number}", id=f"material:M{number}")
    if place % 2:
        failure = f"failure_{place}"
        return make_claim(LimitationClaim, kind="limitation", evidence=[evidence], subject=subject, failure=failure)
    return make_claim(
        PropertyClaim,
        kind="property",
        evidence=[evidence],
        subject=subject,
        property="ionic_conductivity",
        low=float(place + 1),
        qualifier="=",
        unit="mS/cm",
        si_low=(place + 1) / 10,
        si_unit="S/m",
    )


def filled(path: Path, triples: int) -> int:
    """Fill a ledger with made papers and say with how many."""
    papers = max(1, triples // PER_DOCUMENT)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        ledger = Ledger(connection)
        ledger.create()
        connection.execute("BEGIN")
        for number in range(papers):
            ledger.put(number, contributions(paper(number)))
        connection.execute("COMMIT")
    return papers


def export(path: Path, papers: int, form: LinkedData, target: Path) -> None:
    """Write the graph of a ledger."""
    with closing(sqlite3.connect(path)) as connection, target.open("wb") as file:
        write_statements(statements(Ledger(connection), made(papers)), form, file)


def made(papers: int) -> Iterator[DocumentClaims]:
    """The made papers, one after the other."""
    return (paper(number) for number in range(papers))


def comparison(folder: Path) -> dict[str, float]:
    """Triples a second of the export and of rdflib's serializer, on the same triples."""
    ledger, turtle, lines = folder / "compared.sqlite", folder / "compared.ttl", folder / "compared.nt"
    papers = filled(ledger, COMPARED)
    export(ledger, papers, LinkedData.NTRIPLES, lines)
    graph = Graph().parse(lines, format="nt")
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(seconds(lambda: export(ledger, papers, LinkedData.TURTLE, turtle)))
        theirs.append(seconds(lambda: graph.serialize(io.BytesIO(), format="turtle")))
    best, their_best = min(ours), min(theirs)
    return {
        "triples": len(graph),
        "export_triples_per_s": round(len(graph) / best),
        "rdflib_triples_per_s": round(len(graph) / their_best),
        "ratio": round(their_best / best, 1),
    }


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def peak(folder: Path, triples: int) -> dict[str, float]:
    """Time and the most memory of one export, in a process of its own."""
    ledger = folder / f"{triples}.sqlite"
    papers = filled(ledger, triples)
    command = [sys.executable, __file__, "--one", str(ledger), str(papers), str(folder / "out.nq")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    with (folder / "out.nq").open("rb") as file:
        written = sum(1 for _ in file)
    figures: dict[str, float] = json.loads(done.stdout)
    return {"triples": written, "papers": papers} | figures


def one(ledger: str, papers: str, target: str) -> None:
    """Export, then print seconds and the most memory."""
    took = seconds(lambda: export(Path(ledger), int(papers), LinkedData.NQUADS, Path(target)))
    print(json.dumps({"seconds": round(took, 2), "peak_MB": round(most_memory(), 1)}))


def most_memory() -> float:
    """Megabytes, of this process since it began; getrusage would count what its parent had when it was made."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def main(sizes: list[int]) -> None:
    """Measure and write down."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        compared = comparison(folder)
        memory = [peak(folder, triples) for triples in sizes]
    print(markdown_table(list(compared), [list(compared.values())]))
    print(markdown_table(list(memory[0]), [list(row.values()) for row in memory]))
    save("rdf", {"turtle": compared, "memory": memory})


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
