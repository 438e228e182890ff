"""Does a document cost the same in a large library as in a small one?

Ingests copies of the sample papers in which every measured number is changed, so that no two documents and few claims
are the same, into one library, and takes time and memory for each.

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


def measure(copies: int, folder: Path) -> tuple[list[float], list[float], float]:
    """Seconds for each document, megabytes after each, and seconds to bring the graph up to date at the end."""
    originals = [path.read_text(encoding="utf-8") for path in sample_paths()]
    taken, memory = [], []
    with Library(folder / "library") as library:
        for number in range(copies):
            path = folder / f"copy-{number}.md"
            path.write_text(changed_copy(originals[number % len(originals)], number), encoding="utf-8")
            started = time.perf_counter()
            library.ingest(path)
            taken.append(time.perf_counter() - started)
            memory.append(resident_megabytes())
        started = time.perf_counter()
        library.refresh()
        graph_s = time.perf_counter() - started
        status = library.status()
        print(f"{len(status.documents)} documents, {sum(status.nodes.values())} nodes, {status.evidence} evidence")
    return taken, memory, graph_s


def main() -> None:
    """Measure and print."""
    copies = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        taken, memory, graph_s = measure(copies, Path(folder))
    size = max(copies // 10, 1)
    buckets = [
        (start, statistics.median(taken[start : start + size]), memory[min(start + size, copies) - 1])
        for start in range(0, copies, size)
    ]
    rows = [(f"{start + 1}-{start + size}", f"{1000 * median:.1f}", f"{held:.0f}") for start, median, held in buckets]
    print(markdown_table(("documents", "ms a document (median)", "MB held"), rows))
    drift = buckets[-1][1] / buckets[0][1] - 1
    growth = buckets[-1][2] - buckets[0][2]
    print(f"\nlast against first: {drift:+.1%} in time, {growth:+.0f} MB; the graph was built in {graph_s:.1f} s")
    figures = [{"from": start + 1, "median_s": median, "MB": held} for start, median, held in buckets]
    save("growth", {"copies": copies, "drift": drift, "growth_MB": growth, "graph_s": graph_s, "buckets": figures})


if __name__ == "__main__":
    main()
