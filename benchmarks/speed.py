"""How long extraction takes against spaCy's bare tokenizer and sentencizer on the same text, and what a run costs.

    .venv/bin/python benchmarks/speed.py [FILE]

FILE is the shared review where it is there, else the sample papers joined. Times are medians of several runs in one
process, taken in turns; the process figures are those of fresh processes. Nothing is asserted. Figures go to
`benchmarks/results/speed.json`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from figures import markdown_table, save
from inputs import REVIEW, paper

from lithograph.corpus.reading import read_document
from lithograph.corpus.samples import sample_paths
from lithograph.extract.engine import extract_document

_RUNS = 7


def timed(action: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def in_process(path: Path) -> dict[str, float]:
    """Medians in seconds of reading, extraction and the bare spaCy pipeline, taken in turns."""
    document = read_document(path)
    texts = [block.text for block in document.iter_text()]
    bare = spacy.blank("en")
    bare.add_pipe("sentencizer")
    actions: dict[str, Callable[[], object]] = {
        "bare spaCy": lambda: list(bare.pipe(texts)),
        "extraction": lambda: extract_document(document),
        "reading": lambda: read_document(path),
    }
    for action in actions.values():
        action()  # what is loaded once is loaded here
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(_RUNS):
        for name, action in actions.items():
            taken[name].append(timed(action))
    medians = {name: statistics.median(times) for name, times in taken.items()}
    return {**medians, "characters": float(sum(map(len, texts)))}


def process_cost(command: Sequence[str]) -> tuple[float, float]:
    """Wall seconds and peak resident megabytes of a fresh process (a child's `wait4` figures).

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return wall, usage.ru_maxrss / 1024


def median_cost(command: Sequence[str], runs: int = 3) -> tuple[float, float]:
    """Median of the wall time and of the memory over several fresh processes."""
    costs = [process_cost(command) for _ in range(runs)]
    return statistics.median(wall for wall, _ in costs), statistics.median(memory for _, memory in costs)


def chosen_file(folder: Path) -> Path:
    """The file of the command line, the review, or the samples as one file."""
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    review = paper(REVIEW)
    if review is not None:
        return review
    joined = folder / "samples.md"
    joined.write_text("\n\n".join(path.read_text(encoding="utf-8") for path in sample_paths()), encoding="utf-8")
    return joined


def main() -> None:
    """Measure and print."""
    lithograph = str(Path(sys.executable).parent / "lithograph")
    with tempfile.TemporaryDirectory() as folder:
        path = chosen_file(Path(folder))
        inside = in_process(path)
        whole, memory = median_cost(
            [lithograph, "extract", str(path), "--format", "facts", "-o", f"{folder}/facts.jsonl"]
        )
        page, _ = median_cost([lithograph, "--help"], runs=5)
    ratio = inside["extraction"] / inside["bare spaCy"]
    both = (inside["extraction"] + inside["reading"]) / inside["bare spaCy"]
    rows = [
        ("running text, characters", f"{inside['characters']:,.0f}"),
        ("bare spaCy tokenizer and sentencizer", f"{inside['bare spaCy']:.3f} s"),
        ("extraction, reading excluded", f"{inside['extraction']:.3f} s, {ratio:.1f} times"),
        ("extraction and reading", f"{inside['extraction'] + inside['reading']:.3f} s, {both:.1f} times"),
        ("`lithograph extract`, whole process", f"{whole:.2f} s"),
        ("its peak memory", f"{memory:.0f} MB"),
        ("`lithograph --help`", f"{page:.2f} s"),
    ]
    print(f"{path.name}, median of {_RUNS} runs\n\n{markdown_table(('what', 'figure'), rows)}")
    save("speed", {"file": path.name, **inside, "ratio": ratio, "ratio_with_reading": both,
                   "extract_process_s": whole, "extract_process_MB": memory, "help_s": page})  # fmt: skip


if __name__ == "__main__":
    main()
