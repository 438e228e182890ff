"""The flat public form of claims."""

from __future__ import annotations

import pytest

from lithograph.extract.facts import iter_facts
from lithograph.ontology.claims import make_claim
from lithograph.ontology.model import Evidence, StrategyClaim


@pytest.mark.parametrize("measurements", [[], ["claim:a", "claim:b"]])
def test_a_strategy_has_measurements_only_where_there_are_some(measurements: list[str]) -> None:
    evidence = Evidence(
        document="doi:10.1/a",
        sentence="One.",
        source_start=0,
        source_end=4,
        line=1,
        engine="test",
        rule="test",
        confidence=0.9,
    )
    claim = make_claim(
        StrategyClaim, kind="strategy", evidence=[evidence], category="doping", measurements=measurements
    )
    (fact,) = iter_facts([claim])
    assert fact.get("measurements", []) == measurements
    assert ("measurements" in fact) == bool(measurements)
    assert fact["category"] == "doping"
