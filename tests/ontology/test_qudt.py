"""Values in SI are those that QUDT's multipliers give: 30 measurements of a review, and all of the samples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from lithograph.corpus.reading import read_document
from lithograph.corpus.samples import sample_paths
from lithograph.extract.engine import extract_document
from lithograph.ontology.model import PropertyClaim
from lithograph.ontology.units import parse_unit

REVIEW = Path(__file__).parents[3] / "shared" / "papers" / "jia-2024-li-se-interfaces.md"
LAST_LINE = 240
"""Of the review; what stands behind is kept for measuring quality."""

MULTIPLIERS = {
    "A-PER-CentiM2": 1e4,
    "A-PER-M2": 1.0,
    "DEG": 0.01745329251994329576923690768488613,
    "EV": 1.602176634e-19,
    "GM-PER-CentiM3": 1000.0,
    "GigaPA": 1e9,
    "HR": 3600.0,
    "K": 1.0,
    "KiloJ-PER-MOL": 1000.0,
    "MegaPA": 1e6,
    "MicroM": 1e-6,
    "MilliA-HR-PER-GM": 3600.0,
    "MilliS-PER-CentiM": 0.1,
    "MilliV": 0.001,
    "NUM": 1.0,
    "NanoM": 1e-9,
    "OHM": 1.0,
    "PERCENT": 0.01,
    "S-PER-CentiM": 100.0,
    "S-PER-M": 1.0,
    "UNITLESS": 1.0,
    "V": 1.0,
    "W-HR-PER-KiloGM": 3600.0,
    "W-HR-PER-L": 3.6e6,
}
"""`qudt:conversionMultiplier` as the file VOCAB_QUDT-UNITS-ALL.ttl has it (qudt/qudt-public-repo, after 3.5.0)."""


def claims(path: Path) -> Iterator[PropertyClaim]:
    """Measurements with a unit of the table and a value in SI."""
    for claim in extract_document(read_document(path)).claims:
        if isinstance(claim, PropertyClaim) and claim.si_low is not None and claim.evidence[0].line <= LAST_LINE:
            iri = parse_unit(claim.unit).iri
            if iri is not None and iri.rpartition("/")[2] in MULTIPLIERS:
                yield claim


def check(found: Iterable[PropertyClaim]) -> None:
    for claim in found:
        multiplier = MULTIPLIERS[str(parse_unit(claim.unit).iri).rpartition("/")[2]]
        assert claim.si_low == pytest.approx(claim.low * multiplier, rel=1e-9), claim.unit
        if claim.high is not None:
            assert claim.si_high == pytest.approx(claim.high * multiplier, rel=1e-9), claim.unit


def test_values_of_the_samples_are_those_of_the_multipliers() -> None:
    found = [claim for path in sample_paths() for claim in claims(path)]
    assert len(found) >= 30
    assert len({claim.unit for claim in found}) >= 6
    check(found)


@pytest.mark.skipif(not REVIEW.exists(), reason="needs the shared papers")
def test_thirty_values_of_the_review_are_those_of_the_multipliers() -> None:
    by_unit: dict[str, list[PropertyClaim]] = {}
    for claim in claims(REVIEW):
        by_unit.setdefault(claim.unit, []).append(claim)
    turns = [claim for turn in range(30) for each in by_unit.values() for claim in each[turn : turn + 1]]
    assert len(turns) >= 30
    check(turns[:30])
