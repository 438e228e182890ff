"""Relations between what single claims of one document have: a strategy's numbers, the products in an interphase."""

from __future__ import annotations

import io
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lithograph.graph.assembly import contributions
from lithograph.graph.exports import EXPORTERS
from lithograph.graph.ledger import Ledger
from lithograph.graph.stores.ladybug import LadybugStore
from lithograph.graph.synchronise import synchronise
from lithograph.ontology.claims import AnyClaim, make_claim
from lithograph.ontology.materials import identify
from lithograph.ontology.model import (
    Condition,
    DecompositionClaim,
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    InterphaseClaim,
    Participant,
    PropertyClaim,
    StrategyClaim,
)


def named(name: str) -> Participant:
    return Participant(name=name, id=identify(name).id)


def place(document: int, confidence: float = 0.9) -> Evidence:
    return Evidence(
        document=f"doi:10.5555/{document}",
        sentence="One.",
        source_start=0,
        source_end=4,
        line=1,
        engine="test",
        rule="test",
        confidence=confidence,
    )


def resistance(document: int, value: float, state: str) -> AnyClaim:
    return make_claim(
        PropertyClaim,
        kind="property",
        evidence=[place(document)],
        subject=named("LLZO"),
        property="interfacial_resistance",
        low=value,
        qualifier="=",
        unit="ohm cm2",
        conditions=[Condition(name="state", text=state)],
    )


def coating(document: int, *measurements: str, **more: Any) -> AnyClaim:
    given = {"improves": ["wettability"]} | more
    return make_claim(
        StrategyClaim,
        kind="strategy",
        evidence=[place(document)],
        category="interlayer_ex_situ",
        agents=[named("Al2O3")],
        targets=[named("LLZO")],
        measurements=list(measurements),
        **given,
    )


def decomposition(document: int, product: str, against: str | None = "Li", **more: Any) -> AnyClaim:
    return make_claim(
        DecompositionClaim,
        kind="decomposition",
        evidence=[place(document, 0.7)],
        subject=named("LGPS"),
        against=named(against) if against else None,
        product=named(product),
        **more,
    )


def interphase(document: int, kind: str = "MIEC", against: str | None = "Li", **more: Any) -> AnyClaim:
    return make_claim(
        InterphaseClaim,
        kind="interphase",
        evidence=[place(document)],
        subject=named("LGPS"),
        against=named(against) if against else None,
        interphase_kind=kind,
        **more,
    )


def paper(document: int, *claims: AnyClaim) -> DocumentClaims:
    return DocumentClaims(
        document=f"doi:10.5555/{document}",
        name=f"{document}.md",
        content_hash=str(document),
        reader="test/1",
        pipeline="test/1",
        metadata=DocumentMetadata(),
        claims=list(claims),
    )


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    ledger = Ledger(connection)
    ledger.create()
    yield ledger
    connection.close()


def related(ledger: Ledger, name: str) -> list[tuple[str, str, str]]:
    """(source, target, claim) of every relation of a name, after a look that both of its ends are there."""
    parts = [rows for _, rows in ledger.iter_units()]
    present = {node.id for rows in parts for node in rows.nodes}
    found = [relation for rows in parts for relation in rows.relations if relation.name == name]
    assert {end for relation in found for end in (relation.source, relation.target)} <= present
    return sorted((relation.source, relation.target, str(relation.properties["claim"])) for relation in found)


def owned(label: str, claim: AnyClaim) -> str:
    return f"{label}:{claim.id.removeprefix('claim:')}"


def test_a_strategy_is_shown_by_its_measurements(ledger: Ledger) -> None:
    before, after = resistance(1, 900.0, "before"), resistance(1, 12.0, "after")
    strategy = coating(1, before.id, after.id)
    ledger.put(1, contributions(paper(1, strategy, before, after)))
    assert related(ledger, "SHOWN_BY") == sorted(
        (owned("strategy", strategy), owned("measurement", claim), strategy.id) for claim in (before, after)
    )
    roles = {(r.target, r.properties["role"]) for r in ledger.unit(strategy.id).relations if r.name == "STATES"}
    assert ("property:interfacial_resistance", "shows") in roles
    assert ledger.arguments(strategy.id)["measurements"] == sorted([before.id, after.id])


def test_a_property_that_a_strategy_improves_is_stated_once(ledger: Ledger) -> None:
    after = resistance(1, 12.0, "after")
    strategy = coating(1, after.id, improves=["interfacial_resistance"])
    ledger.put(1, contributions(paper(1, strategy, after)))
    about = [r for r in ledger.unit(strategy.id).relations if r.target == "property:interfacial_resistance"]
    assert [(r.name, r.properties.get("role")) for r in about] == [("IMPROVES", None), ("STATES", "improves")]


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([coating(1, "claim:" + "0" * 32)], id="no such claim"),
        pytest.param([coating(1, interphase(1).id), interphase(1)], id="a claim of another kind"),
        pytest.param([coating(1, resistance(1, 9.0, "after").id)], id="a claim of another document"),
        pytest.param(
            [coating(1, resistance(1, 9.0, "after").id, negated=True), resistance(1, 9.0, "after")], id="denied"
        ),
    ],
)
def test_no_measurement_is_made_up(claims: list[AnyClaim], ledger: Ledger) -> None:
    ledger.put(1, contributions(paper(1, *claims)))
    ledger.put(2, contributions(paper(2, resistance(2, 9.0, "before"))))
    assert related(ledger, "SHOWN_BY") == []


def test_measurements_of_all_documents_are_kept(ledger: Ledger) -> None:
    one, two = resistance(1, 900.0, "before"), resistance(2, 12.0, "after")
    ledger.put(1, contributions(paper(1, coating(1, one.id), one)))
    ledger.put(2, contributions(paper(2, coating(2, two.id), two)))
    assert len(related(ledger, "SHOWN_BY")) == 2
    ledger.put(1, contributions(paper(1, coating(1), one)))
    assert [target for _, target, _ in related(ledger, "SHOWN_BY")] == [owned("measurement", two)]


def test_an_interphase_contains_the_products_of_its_pair(ledger: Ledger) -> None:
    here, product = interphase(1), decomposition(1, "Li2S")
    ledger.put(1, contributions(paper(1, here, product, decomposition(1, "Ge", "LiCoO2"))))
    assert related(ledger, "CONTAINS") == [(owned("interphase", here), "material:Li2S", product.id)]
    (relation,) = (r for r in ledger.unit(product.id).relations if r.name == "CONTAINS")
    assert (relation.properties["confidence"], relation.properties["support"]) == (0.7, 1)


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([interphase(1, against=None), decomposition(1, "Li2S", None)], id="no counterpart"),
        pytest.param([interphase(1, "stable"), decomposition(1, "Li2S")], id="a boundary without products"),
        pytest.param([interphase(1, negated=True), decomposition(1, "Li2S")], id="an interphase denied"),
        pytest.param([interphase(1), decomposition(1, "Li2S", negated=True)], id="a product denied"),
        pytest.param([interphase(1)], id="a product of another document"),
    ],
)
def test_no_product_is_made_up(claims: list[AnyClaim], ledger: Ledger) -> None:
    ledger.put(1, contributions(paper(1, *claims)))
    ledger.put(2, contributions(paper(2, decomposition(2, "Li2S"))))
    assert related(ledger, "CONTAINS") == []


def bundles() -> list[DocumentClaims]:
    """Documents that share strategies, interphases and products, and differ in what belongs to them."""
    one, two = resistance(1, 900.0, "before"), resistance(1, 12.0, "after")
    return [
        paper(1, coating(1, one.id, two.id), one, two, interphase(1), decomposition(1, "Li2S")),
        paper(2, coating(2), resistance(2, 12.0, "after"), interphase(2), decomposition(2, "Li3P")),
        paper(3, coating(3, two.id), resistance(3, 12.0, "after"), interphase(3, "M-SEI"), decomposition(3, "Li2S")),
        paper(4, coating(4, two.id), decomposition(4, "Li2S"), decomposition(4, "Li3P")),
    ]


def content(store: LadybugStore) -> dict[str, Any]:
    """Everything in a store, sorted."""
    nodes = store.query("MATCH (n) RETURN n").rows
    relations = store.query("MATCH (a)-[r]->(b) RETURN a.id, b.id, r").rows
    return {"nodes": sorted(nodes, key=repr), "relations": sorted(relations, key=repr)}


def exported(ledger: Ledger) -> dict[str, str]:
    written = {}
    for name, write in EXPORTERS.items():
        target = io.StringIO()
        write(ledger, target)
        written[name] = target.getvalue()
    return written


@pytest.mark.parametrize("seed", range(2))
def test_changes_lead_to_the_graph_that_is_loaded_anew(seed: int, ledger: Ledger, tmp_path: Path) -> None:
    shuffled = random.Random(seed)
    store, anew = LadybugStore(tmp_path / "graph.lbug"), LadybugStore(tmp_path / "anew.lbug")
    present: set[int] = set()
    state = None
    for number in [*shuffled.sample(range(4), 4), *shuffled.choices(range(4), k=5)]:
        present ^= {number}
        ledger.put(number, contributions(bundles()[number]) if number in present else ())
        state = synchronise(ledger, store, state=state)
        anew.load((rows for _, rows in ledger.iter_units()), state="test")
        assert content(store) == content(anew)
        for name in ("SHOWN_BY", "CONTAINS"):
            related(ledger, name)  # looks that no relation leads to nothing


def test_a_document_that_is_read_again_gives_the_same_bytes(ledger: Ledger) -> None:
    for number, bundle in enumerate(bundles()):
        ledger.put(number, contributions(bundle))
    first = exported(ledger)
    assert all("SHOWN_BY" in first[name] and "CONTAINS" in first[name] for name in ("graphml", "json"))
    for number in (0, 2):
        ledger.put(number, ())
    assert exported(ledger) != first
    for number in (2, 0):
        ledger.put(number, contributions(bundles()[number]))
    assert exported(ledger) == first
