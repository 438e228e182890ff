"""A library that is killed at any moment is, when it is opened again, as it was before a paper or as after it."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lithograph.app.library import Library

WRITER = """
import sys
from pathlib import Path
from lithograph.app.library import Library
from lithograph.ontology.model import DocumentClaims

folder, first = Path(sys.argv[1]), int(sys.argv[2])
papers = [DocumentClaims.model_validate_json(line) for line in (folder / "papers.jsonl").read_text().splitlines()]
print("ready", flush=True)
with Library(folder / "library") as library:
    for number, paper in list(enumerate(papers))[first:]:
        library.ingest(paper)
        library.refresh()
        print(number, flush=True)
"""


def paper(number: int) -> dict[str, object]:
    document = f"doi:10.5555/{number}"
    evidence = {
        "document": document,
        "sentence": "A sentence.",
        "source_start": 1,
        "source_end": 9,
        "line": 1,
        "engine": "test",
        "rule": "test",
        "confidence": 0.5,
    }
    names = [("SE", "solid electrolyte"), (f"A{number}", f"abbreviation {number}")]
    return {
        "document": document,
        "name": f"{number}.md",
        "content_hash": str(number),
        "reader": "test/1",
        "pipeline": "test/1",
        "metadata": {"title": f"Paper {number}"},
        "claims": [
            {
                "id": f"claim:{index}{number * index:031}",
                "kind": "alias",
                "short": short,
                "long": long,
                "confidence": 0.5,
                "evidence": [evidence],
            }
            for index, (short, long) in enumerate(names)
        ],
    }


def shown(path: Path) -> dict[str, object]:
    with Library(path) as library:
        return library.status().to_dict()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_at_any_moment_it_holds_whole_papers(tmp_path: Path) -> None:
    moments = random.Random(7)
    (tmp_path / "papers.jsonl").write_text("\n".join(json.dumps(paper(number)) for number in range(60)))
    count = 0
    for _ in range(6):
        command = [sys.executable, "-c", WRITER, str(tmp_path), str(count)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(moments.uniform(0.02, 0.6))
            writer.send_signal(signal.SIGKILL)
            done = [int(line) for line in writer.stdout.read().split()]
        status = shown(tmp_path / "library")
        before, count = max([count, *(number + 1 for number in done)]), len(status["documents"])  # type: ignore[arg-type]
        assert before <= count <= before + 1
        assert status["claims"] == ({"alias": count + 1} if count else {})
        assert status["evidence"] == 2 * count
        if count:
            assert shown_anew(tmp_path, count) == status


def shown_anew(folder: Path, count: int) -> dict[str, object]:
    """The status of a library into which the first papers went undisturbed."""
    from lithograph.ontology.model import DocumentClaims

    with Library(folder / f"anew-{count}") as library:
        library.ingest([DocumentClaims.model_validate(paper(number)) for number in range(count)])
        return library.status().to_dict()
