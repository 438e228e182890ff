"""The ChemDataExtractor engine, in its real worker process; and what is told where it cannot run."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import lithograph
from lithograph.corpus.reading import read_text
from lithograph.errors import ConfigError, EngineError, EngineWorkerError
from lithograph.extract.engines.chemdataextractor.engine import ChemDataExtractorEngine, open_chemdataextractor
from lithograph.extract.engines.chemdataextractor.environment import why_missing
from lithograph.extract.engines.chemdataextractor.process import Worker
from lithograph.extract.engines.installed import open_engines
from lithograph.ontology.model import PropertyClaim
from lithograph.tests.extract.engines.contract import EngineContract

LOCK = Path(lithograph.__file__).parent / "requirements-chemdataextractor.txt"
REQUEST = {"text": "LLZO reaches 0.4 mS cm-1.", "names": [(0, 4)], "dimensions": ["conductivity"]}


@pytest.fixture(scope="module")
def python() -> str:
    """The interpreter that CI keeps ChemDataExtractor in, or one that is named."""
    version = hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]
    cache = Path(os.environ.get("LITHOGRAPH_TEST_CACHE") or Path.home() / ".cache" / "lithograph")
    kept = cache / f"chemdataextractor-{version}" / "bin" / "python"
    found = os.environ.get("LITHOGRAPH_CHEMDATAEXTRACTOR_PYTHON") or (str(kept) if kept.exists() else sys.executable)
    missing = why_missing(found)
    if missing is not None:
        if os.environ.get("LITHOGRAPH_TEST_CHEMDATAEXTRACTOR") == "required":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


@pytest.fixture(scope="module")
def engine(python: str) -> Iterator[ChemDataExtractorEngine]:
    opened = open_chemdataextractor({"python": python})
    yield opened
    opened.close()


class TestChemDataExtractor(EngineContract):
    name = "chemdataextractor"

    @pytest.fixture(scope="class")
    @classmethod
    def options(cls, python: str) -> Mapping[str, str]:
        return {"python": python}


def read(engine: ChemDataExtractorEngine, text: str) -> list[PropertyClaim]:
    reading = engine.read(read_text(text, name="note.md"))
    assert not reading.findings
    return [claim for claim in reading.claims if isinstance(claim, PropertyClaim)]


@pytest.mark.parametrize(
    ("text", "subject", "name", "low", "unit"),
    [
        ("The activation energy of Li7La3Zr2O12 is 0.34 eV.", "Li7La3Zr2O12", "activation_energy", 0.34, "eV"),
        ("The ionic conductivity of LGPS is 1.2 × 10-2 S cm-1.", "LGPS", "ionic_conductivity", 0.012, "S/cm"),
        ("LLZO has a critical current density of 0.9 mA cm-2.", "LLZO", "critical_current_density", 0.9, "mA/cm2"),
        ("The Young's modulus of Li3PS4 is 18 GPa.", "Li3PS4", "elastic_modulus", 18, "GPa"),
        ("The electrochemical window of Li3YCl6 is 3.6 V.", "Li3YCl6", "stability_window", 3.6, "V"),
    ],
)
def test_it_reads_properties(
    engine: ChemDataExtractorEngine, text: str, subject: str, name: str, low: float, unit: str
) -> None:
    (claim,) = read(engine, text)
    assert (claim.subject.name, claim.property, claim.unit) == (subject, name, unit)
    assert claim.low == pytest.approx(low)
    assert claim.evidence[0].engine == "chemdataextractor/1"


def test_signs_conditions_and_citations_are_those_of_the_text(engine: ChemDataExtractorEngine) -> None:
    stated = "The ionic conductivity of LGPS is >10 mS cm-1 at 25 °C [1]."
    (claim,) = read(engine, f"{stated}\n\n## References\n\n[1] A. Bee, J. Made 2020, 1, 1.\n")
    assert claim.qualifier == ">"
    assert [condition.name for condition in claim.conditions or []] == ["temperature"]
    assert claim.evidence[0].references == [1]


def test_the_nearest_compound_is_not_always_the_subject(engine: ChemDataExtractorEngine) -> None:
    found = read(engine, "With 5 wt% LiTFSI the ionic conductivity of PEO is 0.2 mS cm-1.")
    assert {claim.subject.name for claim in found} <= {"PEO"}


def test_a_worker_that_is_killed_is_started_again(engine: ChemDataExtractorEngine) -> None:
    text = "The activation energy of Li7La3Zr2O12 is 0.34 eV."
    read(engine, text)
    pid = engine._worker.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    lost = engine.read(read_text(text, name="note.md"))
    assert [finding.code for finding in lost.findings] == ["engine-worker-failed"]
    assert len(read(engine, text)) == 1


def test_a_worker_that_hangs_is_ended(python: str) -> None:
    worker = Worker(python, 30.0, "chemdataextractor")
    worker.ask(REQUEST)
    pid = worker.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    worker._limit_s = 0.3
    with pytest.raises(EngineWorkerError, match=r"no answer within 0\.3 s"):
        worker.ask(REQUEST)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    worker.close()


def test_a_request_that_fails_leaves_the_worker_alive(python: str) -> None:
    worker = Worker(python, 30.0, "chemdataextractor")
    with pytest.raises(EngineWorkerError, match="KeyError"):
        worker.ask({"names": []})
    pid = worker.pid
    assert worker.ask(REQUEST) == []
    assert worker.pid == pid
    worker.close()


def test_weights_that_are_there_in_part_are_told(python: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tagger = tmp_path / "data" / "models" / "hf_bert_crf_tagger"
    tagger.mkdir(parents=True)
    (tagger / "config.json").write_text("{}", encoding="utf-8")
    (tmp_path / "cde.yml").write_text(f"data_dir: {tmp_path / 'data'}\n", encoding="utf-8")
    monkeypatch.setenv("CHEMDATAEXTRACTOR_CONFIG", str(tmp_path / "cde.yml"))
    with open_engines(["chemdataextractor"], {"chemdataextractor": {"python": python}}) as engines:
        bundle = engines.extract(read_text("The activation energy of Li7La3Zr2O12 is 0.34 eV.", name="note.md"))
    assert len(bundle.claims) == 1
    (message,) = [finding.message for finding in bundle.findings if finding.code == "engine-weights-incomplete"]
    assert "vocab.txt" in message


def test_a_python_that_does_not_run_is_told(tmp_path: Path) -> None:
    missing = why_missing(str(tmp_path / "python"))
    assert missing is not None
    assert 'pip install "lithograph[chemdataextractor]"' in missing
    with pytest.raises(EngineError, match="no Python that runs"):
        open_engines(["chemdataextractor"], {"chemdataextractor": {"python": str(tmp_path / "python")}})


def test_a_worker_without_chemdataextractor_is_told(tmp_path: Path) -> None:
    worker = Worker(sys.executable, 5.0, "chemdataextractor")
    if why_missing(sys.executable) is None:
        pytest.skip("this Python has ChemDataExtractor")
    with pytest.raises(EngineError, match="does not start"):
        worker.ask(REQUEST)


@pytest.mark.parametrize("limit", ["soon", "0", "-1", "inf", "nan"])
def test_a_wrong_time_limit_is_told(limit: str) -> None:
    with pytest.raises(ConfigError, match="above zero"):
        open_chemdataextractor({"timeout": limit})
