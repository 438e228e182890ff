"""Does a document cost the same in a large library as in a small one?

Ingests copies of the sample papers in which every measured number is changed, so that no two documents and few claims
are the same, into one library, and takes time and memory; after each tenth of them the graph is brought up to date.

    .venv/bin/python benchmarks/growth.py [COPIES]

COPIES is 1000 unless given. Figures, one row for every hundred documents, go to `benchmarks/results/growth.json`.
"""

from __future__ import annotations

import random
import re
import resource
import statistics
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from figures import markdown_table, save

from lithograph import Library
from lithograph.corpus.samples import sample_paths

_DECIMAL = re.compile(r"(?<![\w.}>])(\d+)\.(\d+)(?![\w.])")
"""A decimal number apart from a formula: the digits that may change."""


def changed_copy(text: str, number: int) -> str:
    """A paper's text with another title and other decimals, its reference list left as it is."""
    dice = random.Random(number)
    body, mark, references = text.partition("## References")

    def other(found: re.Match[str]) -> str:
        return f"{found[1]}.{dice.randrange(1, 10 ** len(found[2])):0{len(found[2])}d}"

    return f"{_DECIMAL.sub(other, body)}\nCopy {number}.\n\n{mark}{references}"


def resident_megabytes() -> float:
    """Memory that the process holds now, in megabytes; the peak where the system does not tell."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text(encoding="ascii"))
        if found:
            return int(found[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@dataclass(frozen=True, slots=True)
class Stretch:
    """A tenth of the documents: the median cost of one, and the cost of bringing the graph up to date after them.

    Times are in seconds; `ingest_s` by the clock, the others of computing.
    """

    first: int
    last: int
    ingest_s: float
    computing_s: float
    graph_s: float
    held_megabytes: float


def warm_up(folder: Path) -> None:
    """Read the samples into another library, so that vocabularies and patterns are loaded before the clock starts."""
    with Library(folder / "warm-up") as library:
        library.ingest(sample_paths())
        library.refresh()


def measure(copies: int, folder: Path) -> list[Stretch]:
    """Ingest the copies one by one, and bring the graph up to date after each tenth."""
    originals = [path.read_text(encoding="utf-8") for path in sample_paths()]
    size = max(copies // 10, 1)
    stretches = []
    with Library(folder / "library") as library:
        for start in range(0, copies, size):
            stop = min(start + size, copies)
            taken = [ingest_copy(library, originals[n % len(originals)], n, folder) for n in range(start, stop)]
            wall_s = statistics.median(wall for wall, _ in taken)
            computing_s = statistics.median(computing for _, computing in taken)
            began = time.process_time()
            library.refresh()
            graph_s = time.process_time() - began
            stretches.append(Stretch(start + 1, stop, wall_s, computing_s, graph_s, resident_megabytes()))
        status = library.status()
    nodes = sum(status.nodes.values())
    print(f"{len(status.documents)} documents, {nodes} nodes, {sum(status.claims.values())} claims\n")
    return stretches


def ingest_copy(library: Library, text: str, number: int, folder: Path) -> tuple[float, float]:
    """Write one changed copy, ingest it, and say how many seconds that took by the clock, and of computing."""
    path = folder / f"copy-{number}.md"
    path.write_text(changed_copy(text, number), encoding="utf-8")
    began, computed = time.perf_counter(), time.process_time()
    library.ingest(path)
    return time.perf_counter() - began, time.process_time() - computed


def main() -> None:
    """Measure and print."""
    copies = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        warm_up(Path(folder))
        stretches = measure(copies, Path(folder))
    rows = [
        (
            f"{one.first}-{one.last}",
            f"{1000 * one.ingest_s:.1f}",
            f"{1000 * one.computing_s:.1f}",
            f"{one.graph_s:.2f}",
            f"{one.held_megabytes:.0f}",
        )
        for one in stretches
    ]
    head = ("documents", "ms to ingest one (median)", "ms of computing", "s for the graph", "MB held")
    print(markdown_table(head, rows))
    first, last = stretches[0], stretches[-1]
    drift = last.computing_s / first.computing_s - 1
    growth = last.held_megabytes - first.held_megabytes
    print(f"\nlast tenth against first: {drift:+.1%} in computing, {growth:+.0f} MB")
    figures = {"copies": copies, "drift": drift, "growth_megabytes": growth}
    save("growth", {**figures, "stretches": [asdict(one) for one in stretches]})


if __name__ == "__main__":
    main()
