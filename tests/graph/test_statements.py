"""Every kind of claim reads as one line."""

from __future__ import annotations

from typing import Any

import pytest

from lithograph.graph.statements import statement
from lithograph.ontology.model import ClaimKind


def named(name: str) -> dict[str, str]:
    return {"name": name, "id": f"material:{name}"}


def strategy(**more: Any) -> dict[str, Any]:
    return {"kind": "strategy", "category": "interlayer_ex_situ"} | more


PAIR = {"subject": named("LGPS"), "against": named("Li")}
EFFECTS = {"improves": ["wettability", "contact"], "worsens": ["density"]}
LINES: list[tuple[dict[str, Any], str]] = [
    (
        {"kind": "property", "subject": named("LPSC"), "property": "density", "low": 1.8, "qualifier": "~"}
        | {"unit": "g/cm3", "conditions": [{"name": "temperature", "text": "RT"}], "role": "requirement"},
        "LPSC density ~ 1.8 g/cm3 (temperature: RT) [requirement]",
    ),
    ({"kind": "alias", "short": "CCD", "long": "critical current density"}, "CCD stands for critical current density"),
    ({"kind": "decomposition", **PAIR, "product": named("Li2S")}, "LGPS against Li gives Li2S"),
    ({"kind": "decomposition", "subject": named("LGPS"), "product": named("Li2S")}, "LGPS gives Li2S"),
    (
        {"kind": "decomposition", "subject": named("LGPS"), "against": named("1.7 V"), "product": named("Li2S")},
        "LGPS at 1.7 V gives Li2S",
    ),
    (
        {"kind": "decomposition", "subject": named("LGPS"), "against": named("V2O5"), "product": named("Li2S")},
        "LGPS against V2O5 gives Li2S",
    ),
    ({"kind": "interphase", **PAIR, "interphase_kind": "M-SEI"}, "LGPS against Li forms an interphase: M-SEI"),
    (
        strategy(agents=[named("ZnO"), named("Al2O3")], method="ALD", targets=[named("LLZO")], **EFFECTS),
        "strategy interlayer_ex_situ: Al2O3, ZnO (ALD) on LLZO; improves contact, wettability; worsens density",
    ),
    (
        strategy(agents=[named("Al2O3")], mitigates=["side_reaction"]),
        "strategy interlayer_ex_situ: Al2O3; mitigates side_reaction",
    ),
    (strategy(method="hot pressing", targets=[named("LLZO")]), "strategy interlayer_ex_situ: hot pressing on LLZO"),
    (strategy(targets=[named("LLZO")]), "strategy interlayer_ex_situ: on LLZO"),
    (strategy(agents=[], improves=[]), "strategy interlayer_ex_situ"),
    (
        {"kind": "limitation", "subject": named("garnet"), "failure": "poor_wettability", "negated": True},
        "not: garnet suffers from poor_wettability",
    ),
    ({"kind": "causes", "cause": "material:Li2S", "effect": "class:garnet"}, "Li2S causes garnet"),
    ({"kind": "causes", "cause": "high_pressure", "effect": "poor_contact"}, "high_pressure causes poor_contact"),
]


@pytest.mark.parametrize(("claim", "line"), LINES, ids=[line for _, line in LINES])
def test_a_claim_reads_as_one_line(claim: dict[str, Any], line: str) -> None:
    assert statement(claim) == line


def test_every_kind_of_claim_is_here() -> None:
    assert {claim["kind"] for claim, _ in LINES} == {kind.value for kind in ClaimKind}
