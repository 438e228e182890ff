"""Identity and merging of claims."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lithograph.ontology.claims import arguments_of, claim_id, make_claim, merge_claims
from lithograph.ontology.confidence import combined_confidence
from lithograph.ontology.model import AliasClaim, Condition, Evidence, Participant, PropertyClaim, StrategyClaim


def evidence(start: int = 0, *, confidence: float = 0.8) -> Evidence:
    return Evidence(
        document="doi:10.1/a",
        sentence="It conducts.",
        source_start=start,
        source_end=start + 12,
        line=1,
        engine="rules/1",
        rule="test",
        confidence=confidence,
    )


def conductivity(**changes: Any) -> PropertyClaim:
    arguments: dict[str, Any] = {
        "subject": Participant(name="LPSC", id="material:Li6PS5Cl"),
        "property": "ionic_conductivity",
        "low": 1.9,
        "qualifier": "=",
        "unit": "mS/cm",
        "si_low": 0.19,
        "si_unit": "S/m",
        "evidence": [evidence()],
    }
    return make_claim(PropertyClaim, kind="property", **(arguments | changes))


def test_claim_id_ignores_unit_spelling_and_place() -> None:
    other = conductivity(low=1900.0, unit="uS/cm", evidence=[evidence(90)])
    assert conductivity().id == other.id


@pytest.mark.parametrize(
    "change",
    [
        {"subject": Participant(name="LPSB", id="material:Li6PS5Br")},
        {"property": "electronic_conductivity"},
        {"si_low": 0.2},
        {"qualifier": ">"},
        {"negated": True},
        {"conditions": [Condition(name="temperature", text="25 °C", si_value=298.15, si_unit="K")]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_claim_id_tells_statements_apart(change: dict[str, Any]) -> None:
    assert conductivity().id != conductivity(**change).id


def test_claim_id_has_128_bits() -> None:
    assert len(conductivity().id.removeprefix("claim:")) * 4 == 128


def test_claim_id_can_be_made_again_from_the_claim() -> None:
    claim = conductivity()
    assert claim_id("property", arguments_of(claim)) == claim.id


def test_merge_claims_keeps_every_place_once_and_the_best_confidence() -> None:
    claims = [conductivity(evidence=[evidence(50, confidence=0.9)]), conductivity(), conductivity()]
    (merged,) = merge_claims(claims)
    assert [piece.source_start for piece in merged.evidence] == [0, 50]
    assert merged.confidence == 0.9


def doping(*measurements: str) -> StrategyClaim:
    return make_claim(
        StrategyClaim, kind="strategy", evidence=[evidence()], category="doping", measurements=list(measurements)
    )


def test_the_measurements_of_a_strategy_do_not_make_it_another() -> None:
    claim = doping("claim:b")
    assert claim.id == doping().id
    assert claim_id("strategy", arguments_of(claim)) == claim.id


def test_merge_claims_unites_the_measurements_of_a_strategy() -> None:
    (merged,) = merge_claims([doping("claim:b"), doping("claim:c", "claim:a"), doping("claim:b"), doping()])
    assert isinstance(merged, StrategyClaim)
    assert merged.measurements == ["claim:a", "claim:b", "claim:c"]


def test_make_claim_refuses_a_claim_without_evidence() -> None:
    with pytest.raises(ValueError, match="without evidence"):
        make_claim(AliasClaim, kind="alias", evidence=[], short="CCD", long="critical current density")


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c", "d"]), st.floats(0, 1)), min_size=1, max_size=6))
def test_engines_together_are_surer_but_never_as_sure_as_independent_ones(places: list[tuple[str, float]]) -> None:
    best = {name: max(c for other, c in places if other == name) for name, _ in places}
    together = combined_confidence(places)
    independent = 1 - math.prod(1 - c for c in best.values())
    assert max(best.values()) <= together
    assert together <= max(independent, *best.values()) + 5e-4  # three digits
    assert together <= max(0.99, *best.values())


def test_one_engine_is_as_sure_as_its_best_place() -> None:
    assert combined_confidence([("rules/1", 0.995), ("rules/2", 0.3)]) == 0.995
