"""How long extraction takes against spaCy's bare tokenizer and sentencizer on the same text, and what a run costs.

    .venv/bin/python benchmarks/speed.py [FILE]

FILE is the shared review where it is there, else the sample papers joined. Both are timed on the same text in one
process, bare spaCy first, twice over: the first time (what a user waits for: vocabularies, caches and patterns are
still to be loaded, and spaCy has met none of the words), and again when everything is warm (a thousandth paper).
Figures are medians over several fresh processes. Nothing is asserted. They go to `benchmarks/results/speed.json`.
"""

from __future__ import annotations

import json
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

_RUNS = 5


def timed(action: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def in_this_process(path: Path) -> dict[str, float]:
    """Seconds of reading, extraction and the bare spaCy pipeline, first time and warm."""
    started = time.perf_counter()
    document = read_document(path)
    reading_s = time.perf_counter() - started
    texts = [block.text for block in document.iter_text()]
    bare = spacy.blank("en")
    bare.add_pipe("sentencizer")
    actions: dict[str, Callable[[], object]] = {
        "bare": lambda: list(bare.pipe(texts)),
        "extraction": lambda: extract_document(document),
        "reading": lambda: read_document(path),
    }
    first = {f"{name}_first": timed(action) for name, action in actions.items()} | {"reading_first": reading_s}
    warm = {f"{name}_warm": statistics.median(timed(action) for _ in range(3)) for name, action in actions.items()}
    return {**first, **warm, "characters": float(sum(map(len, texts)))}


def in_fresh_processes(path: Path) -> dict[str, float]:
    """Medians of `in_this_process` over several new processes."""
    command = [sys.executable, __file__, "--once", str(path)]
    runs = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(_RUNS)]
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


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
    if sys.argv[1:2] == ["--once"]:
        print(json.dumps(in_this_process(Path(sys.argv[2]))))
        return
    lithograph = str(Path(sys.executable).parent / "lithograph")
    with tempfile.TemporaryDirectory() as folder:
        path = chosen_file(Path(folder))
        inside = in_fresh_processes(path)
        facts = f"{folder}/facts.jsonl"
        whole, memory = median_cost([lithograph, "extract", str(path), "--format", "facts", "-o", facts])
        page, _ = median_cost([lithograph, "--help"], runs=5)
    rows = [("running text", f"{inside['characters']:,.0f} characters", "")]
    ratios = {}
    for name, label in (("bare", "bare spaCy"), ("extraction", "extraction"), ("reading", "reading")):
        for when in ("first", "warm"):
            ratios[f"{name}_{when}"] = inside[f"{name}_{when}"] / inside[f"bare_{when}"]
            rows.append((f"{label}, {when}", f"{inside[f'{name}_{when}']:.3f} s", f"{ratios[f'{name}_{when}']:.1f}"))
    rows += [
        ("`lithograph extract`, whole process", f"{whole:.2f} s", ""),
        ("its peak memory", f"{memory:.0f} MB", ""),
        ("`lithograph --help`", f"{page:.2f} s", ""),
    ]
    table = markdown_table(("what", "figure", "times bare spaCy"), rows)
    print(f"{path.name}, medians of {_RUNS} processes\n\n{table}")
    process = {"extract_process_s": whole, "extract_process_MB": memory, "help_s": page}
    save("speed", {"file": path.name, "seconds": inside, "times_bare": ratios, **process})


if __name__ == "__main__":
    main()
