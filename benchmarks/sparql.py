"""Does pyoxigraph or rdflib answer questions about a library sooner?

The same quads of the review, in one run: filled into a store of each and asked the same questions of the
catalogue. rdflib gets its turn on each for so many seconds, in a process of its own.

    .venv/bin/python benchmarks/sparql.py

Figures go to `benchmarks/results/sparql.json`: seconds by the clock, the best of three for pyoxigraph, one for rdflib.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import rdflib
from figures import markdown_table, save
from inputs import REVIEW, paper
from pyoxigraph import RdfFormat, Store
from rdflib.plugins.sparql.operators import register_custom_function

from lithograph.app.library import Library
from lithograph.corpus.samples import sample_paths
from lithograph.queries.sparql.asking import ask
from lithograph.queries.sparql.given import GIVEN
from lithograph.queries.sparql.runner import sparql_questions

LIMIT_S = 20.0
"""Seconds that rdflib may take for one question."""

QUESTIONS = ("cited", "doubtful", "engines", "conductivities", "products", "strategies")


def seconds_of_rdflib(file: Path, name: str) -> tuple[float, float | None]:
    """Seconds for loading, and for one question; None where it was given up."""
    command = [sys.executable, __file__, "--rdflib", str(file), name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        loaded = float(process.stdout.readline())
        try:
            out, _ = process.communicate(timeout=LIMIT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            return loaded, None
    return loaded, float(out)


def ask_rdflib(file: Path, name: str) -> None:
    """Load a file, ask one question, and print the seconds of both."""
    values = defaults(name)

    def given(parameter: object) -> rdflib.Literal:
        return rdflib.Literal(values[str(parameter)])

    register_custom_function(rdflib.URIRef(GIVEN.value), given)  # type: ignore[arg-type]  # its stub has raw functions only
    began = time.perf_counter()
    data = rdflib.Dataset(default_union=True)
    data.parse(file, format="nquads")
    sys.stdout.write(f"{time.perf_counter() - began}\n")
    sys.stdout.flush()
    began = time.perf_counter()
    list(data.query(sparql_questions()[name].text))
    sys.stdout.write(f"{time.perf_counter() - began}\n")


def defaults(name: str) -> dict[str, str | float]:
    """What a question gets where nothing is said."""
    given = {p.name: p.default for p in sparql_questions()[name].parameters.values()}
    return {key: value for key, value in given.items() if value is not None} | {"min_confidence": 0.0}


def main() -> None:
    """Measure, print and save."""
    review = paper(REVIEW)
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "library") as library:
        library.ingest([review] if review else list(sample_paths()))
        library.refresh()
        file = library.export("nquads", Path(folder) / "graph.nq")
        began = time.perf_counter()
        library.sparql("ASK {}")
        first = time.perf_counter() - began
        began = time.perf_counter()
        library.sparql("ASK {}")
        again = time.perf_counter() - began
        began = time.perf_counter()
        store = Store()
        store.bulk_load(path=str(file), format=RdfFormat.N_QUADS)
        loaded = time.perf_counter() - began
        rows, quads = [], len(store)
        for name in QUESTIONS:
            times = []
            for _ in range(3):
                began = time.perf_counter()
                ask(store, sparql_questions()[name].text, defaults(name), name=name)
                times.append(time.perf_counter() - began)
            its_load, its_time = seconds_of_rdflib(file, name)
            rows.append({"question": name, "pyoxigraph_s": min(times), "rdflib_s": its_time, "rdflib_load_s": its_load})
    save("sparql", {"quads": quads, "first_answer_s": first, "next_answer_s": again, "pyoxigraph_load_s": loaded,
                    "rdflib_limit_s": LIMIT_S, "questions": rows})  # fmt: skip
    print(f"{quads} quads; first answer {first:.2f} s, next {again:.3f} s; loading: pyoxigraph {loaded:.2f} s")
    shown = [[f"{value:.3f}" if isinstance(value, float) else value for value in row.values()] for row in rows]
    print(markdown_table(list(rows[0]), shown))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--rdflib"]:
        ask_rdflib(Path(sys.argv[2]), sys.argv[3])
    else:
        main()
