"""Each engine and each pair of engines against facts that people wrote down, and what asking the rules as one costs.

    .venv/bin/python benchmarks/engines.py [ENGINE.OPTION=VALUE …]

Every engine that is installed reads the review's lines 1-240 and two articles, alone and with each other one, in a
fresh process. One that opens connections is measured only if options of it are given. Figures go to
`benchmarks/results/engines.json` and, as tables, into `docs/engines.md`; an engine that is missing is said to be.
"""

from __future__ import annotations

import datetime as dt
import gc
import itertools
import json
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from figures import markdown_table, save
from inputs import REVIEW, ROOT, paper
from judged import TUNED_LINES, AnnotatedText, shared_text

from lithograph.app.cli_engines import engine_options
from lithograph.app.evaluation.facts import TYPES, make_fact, read_facts
from lithograph.app.evaluation.scores import Score, evaluate
from lithograph.corpus.reading import read_document
from lithograph.corpus.samples import sample_paths
from lithograph.extract.engine import extract_document
from lithograph.extract.engines.installed import engine_infos, open_engines
from lithograph.extract.facts import iter_facts

_PAGE = ROOT / "docs" / "engines.md"
_TABLES = re.compile(r"(?<=<!-- measured -->\n).*?(?=<!-- end -->)", re.DOTALL)
"""What this script writes into the page, between its two marks."""

_ROUNDS = 25
"""How often the rules read a paper in each way to see what the contract costs."""

Options = Mapping[str, Mapping[str, str]]
Rows = list[tuple[str, ...]]


def texts() -> list[AnnotatedText]:
    """The texts that engines may be measured on, as far as they are at hand."""
    found = (shared_text(REVIEW, TUNED_LINES), shared_text("aktekin-2023"), shared_text("park-2025"))
    return [text for text in found if text is not None]


def candidates(options: Options) -> tuple[list[str], dict[str, str]]:
    """Names of the engines that can be measured, and of the others why not."""
    ready, left_out = [], {}
    for info in engine_infos():
        if info.network and info.name not in options:
            left_out[info.name] = "opens connections; give its options to measure it"
        elif info.missing is not None and info.name not in options:
            left_out[info.name] = f"missing: {info.missing}"
        else:
            ready.append(info.name)
    return ready, left_out


def sets_of(names: Sequence[str]) -> list[tuple[str, ...]]:
    """Each engine, and each pair."""
    return [*((name,) for name in names), *itertools.combinations(names, 2)]


def read_once(names: Sequence[str], options: Options, path: Path) -> dict[str, Any]:
    """What engines find in a paper, in this process: facts, seconds, and the memory of it and its workers."""
    document = read_document(path)
    usage: dict[str, float] = {}
    refused = 0
    with open_engines(names, options) as engines:
        started = time.perf_counter()
        bundle = engines.extract(document, reported=lambda report: usage.update(report.usage))
        seconds = time.perf_counter() - started
        refused = sum(finding.code == "engine-claim-refused" for finding in bundle.findings)
    memory = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    facts = [dict(fact) for fact in iter_facts(bundle.claims)]
    return {"facts": facts, "seconds": seconds, "memory_MB": memory, "refused": refused, "usage": usage}


def measured(names: Sequence[str], options: Options, text: AnnotatedText) -> dict[str, Any]:
    """How engines do on one text, in a fresh process."""
    command = [sys.executable, __file__, "--once", json.dumps([names, options, str(text.paper)])]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    facts = [fact for fact in map(make_fact, found.pop("facts")) if fact.type in text.kinds]
    scores = evaluate(read_facts(text.gold), facts, lines=text.lines)
    return found | {"types": dict(scores.types), "total": scores.total}


def contract_cost(path: Path) -> dict[str, float]:
    """CPU seconds of the rules asked directly and through the contract, and how much more the latter takes.

    Both ways take turns, and which is first changes; `more` is the median over the pairs.
    """
    document = read_document(path)
    with open_engines(["rules"]) as engines:
        ways: list[Callable[[], object]] = [lambda: extract_document(document), lambda: engines.extract(document)]
        pairs = [_cpu_seconds(ways, backwards=bool(turn % 2)) for turn in range(_ROUNDS + 2)][2:]  # caches are full
    direct, through = (statistics.median(pair[way] for pair in pairs) for way in (0, 1))
    more = statistics.median(pair[1] / pair[0] for pair in pairs) - 1
    return {"direct_s": direct, "as_engine_s": through, "more": more}


def _cpu_seconds(ways: Sequence[Callable[[], object]], *, backwards: bool) -> list[float]:
    """CPU seconds of each way, in the order of the ways whichever is run first."""
    seconds = [0.0] * len(ways)
    for index in sorted(range(len(ways)), reverse=backwards):
        gc.collect()
        started = time.process_time()
        ways[index]()
        seconds[index] = time.process_time() - started
    return seconds


def rows_of(found: Mapping[tuple[str, ...], Sequence[Mapping[str, Any]]]) -> tuple[Rows, Rows]:
    """Rows of the table of types, and of the table of what it takes; sums over the texts."""
    scores: Rows = []
    costs: Rows = []
    for names, runs in found.items():
        label = " + ".join(names)
        total = sum((run["total"] for run in runs), Score(0, 0, 0))
        cells = [_rates(sum((run["types"][kind] for run in runs), Score(0, 0, 0))) for kind in TYPES]
        scores.append((label, _rates(total), *cells))
        seconds = sum(run["seconds"] for run in runs)
        memory = max(run["memory_MB"] for run in runs)
        costs.append((label, f"{seconds:.1f} s", f"{memory:.0f} MB", str(sum(run["refused"] for run in runs))))
    return scores, costs


def _rates(score: Score) -> str:
    if not score.system:
        return ""
    return f"{score.precision:.2f} / {score.recall:.2f} / {score.f1:.2f}"


def tables(
    found: Mapping[tuple[str, ...], Sequence[Mapping[str, Any]]], left_out: Mapping[str, str], cost: Mapping[str, float]
) -> str:
    """What the page shows."""
    date = dt.datetime.now(dt.UTC).date().isoformat()
    scores, costs = rows_of(found)
    lacking = "".join(f"Not measured: `{name}` ({reason}).\n" for name, reason in left_out.items())
    return "\n".join(
        [
            f"\nMeasured on {date} with `python benchmarks/engines.py`: precision / recall / F1.\n",
            markdown_table(("engines", "all", *TYPES), scores),
            "",
            markdown_table(("engines", "time", "memory", "claims refused"), costs),
            "",
            f"The rules through the contract take {100 * cost['more']:+.1f} % of CPU time against the rules alone.\n",
            lacking,
        ]
    )


def as_data(run: Mapping[str, Any]) -> dict[str, Any]:
    """A run for JSON."""
    types = {kind: score.to_dict() for kind, score in run["types"].items()}
    return dict(run) | {"types": types, "total": run["total"].to_dict()}


def main() -> int:
    """Measure and write the tables."""
    if sys.argv[1:2] == ["--once"]:
        names, options, path = json.loads(sys.argv[2])
        print(json.dumps(read_once(names, options, Path(path))))
        return 0
    given = sys.argv[1:]
    options = engine_options(given, [word.partition(".")[0] for word in given])
    ready, left_out = candidates(options)
    cost = contract_cost(paper(REVIEW) or sample_paths()[0])
    found = {names: [measured(names, options, text) for text in texts()] for names in sets_of(ready)}
    if not texts():
        print("the shared papers are missing: nothing to compare with")
        return 0
    page = _PAGE.read_text(encoding="utf-8")
    _PAGE.write_text(_TABLES.sub(lambda _: tables(found, left_out, cost), page), encoding="utf-8")
    print(tables(found, left_out, cost))
    by_set = {
        "+".join(names): {text.name: as_data(run) for text, run in zip(texts(), runs, strict=True)}
        for names, runs in found.items()
    }
    save("engines", {"engines": by_set, "not_measured": left_out, "contract": cost})
    return 0


if __name__ == "__main__":
    sys.exit(main())
