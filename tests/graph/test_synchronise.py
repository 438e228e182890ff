"""The store after any history of changes is the store that is loaded anew."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lithograph.graph.assembly import contributions
from lithograph.graph.ledger import Ledger
from lithograph.graph.stores.ladybug import LadybugStore
from lithograph.graph.synchronise import state_prefix, synchronise
from lithograph.ontology.claims import AnyClaim, make_claim
from lithograph.ontology.materials import identify
from lithograph.ontology.model import (
    AliasClaim,
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    LimitationClaim,
    Participant,
    PropertyClaim,
    Reference,
)


def material(name: str) -> Participant:
    return Participant(name=name, id=identify(name).id)


def evidence(document: str, at: int, references: list[int]) -> Evidence:
    return Evidence(
        document=document,
        section=["Results"],
        sentence=f'It said "{at}",\nand so on.',
        source_start=at,
        source_end=at + 20,
        line=at,
        references=references,
        engine="test",
        rule="test",
        confidence=0.5 + at / 100,
    )


def reference(number: int, year: int | None = None) -> Reference:
    doi = f"10.1000/{number}"
    return Reference(number=number, doi=doi, year=year, text=f"Work {number}", source_start=0, source_end=1, line=1)


def bundle(number: int) -> DocumentClaims:
    """Documents that share claims, materials and works, and differ in others."""
    document = f"doi:10.5555/{number}"
    claims: list[AnyClaim] = [
        make_claim(
            AliasClaim,
            kind="alias",
            evidence=[evidence(document, 1, [])],
            short="LPSC",
            long="Li6PS5Cl",
            material=material("Li6PS5Cl"),
        ),
        make_claim(
            PropertyClaim,
            kind="property",
            evidence=[evidence(document, 2, [1 + number % 2])],
            subject=material("Li6PS5Cl" if number % 2 else "LPSC"),
            property="ionic_conductivity",
            low=2.0,
            qualifier="=",
            unit="mS/cm",
            si_low=0.2,
            si_unit="S/m",
        ),
        make_claim(
            PropertyClaim,
            kind="property",
            evidence=[evidence(document, 3, [3])],
            subject=material(["Li7La3Zr2O12", "Li3YCl6", "Li10GeP2S12"][number % 3]),
            property="activation_energy",
            low=0.3 + number / 100,
            qualifier="~",
            unit="eV",
        ),
    ]
    if number % 2:
        claims.append(
            make_claim(
                LimitationClaim,
                kind="limitation",
                evidence=[evidence(document, 4, [])],
                subject=material("Li7La3Zr2O12"),
                failure="dendrite_growth",
            )
        )
    return DocumentClaims(
        document=document,
        name=f"paper-{number}.md",
        content_hash=f"{number:064}",
        reader="test/1",
        pipeline="test/1",
        metadata=DocumentMetadata(title=f"Paper {number}", doi=f"10.5555/{number}"),
        references=[reference(1), reference(2, year=2020 if number > 2 else None), reference(3)],
        claims=claims,
    )


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    ledger = Ledger(connection)
    ledger.create()
    yield ledger
    connection.close()


def content(store: LadybugStore) -> dict[str, Any]:
    """Everything in a store, sorted."""
    nodes = store.query("MATCH (n) RETURN n").rows
    relations = store.query("MATCH (a)-[r]->(b) RETURN a.id, b.id, r").rows
    return {"nodes": sorted(nodes, key=repr), "relations": sorted(relations, key=repr)}


def loaded_anew(ledger: Ledger, path: Path) -> dict[str, Any]:
    store = LadybugStore(path)
    store.load((rows for _, rows in ledger.iter_units()), state="test")
    return content(store)


@pytest.mark.parametrize("seed", range(2))
def test_changes_lead_to_the_graph_that_is_loaded_anew(seed: int, ledger: Ledger, tmp_path: Path) -> None:
    shuffled = random.Random(seed)
    store = LadybugStore(tmp_path / "graph.lbug")
    ledger.put(0, contributions(bundle(0)))
    state = synchronise(ledger, store, state=None)
    present = {0}
    for _ in range(5):
        number = shuffled.randrange(5)
        if number in present and len(present) > 1:
            present.remove(number)
            ledger.put(number, ())
        else:
            present.add(number)
            ledger.put(number, contributions(bundle(number)))
        state = synchronise(ledger, store, state=state)
        assert store.state() == state
        assert content(store) == loaded_anew(ledger, tmp_path / "anew.lbug")


def test_a_document_that_changes_takes_its_old_claims_with_it(ledger: Ledger, tmp_path: Path) -> None:
    store = LadybugStore(tmp_path / "graph.lbug")
    ledger.put(1, contributions(bundle(1)))
    state = synchronise(ledger, store, state=None)
    ledger.put(1, contributions(bundle(1).model_copy(update={"claims": []})))
    synchronise(ledger, store, state=state)
    counts = store.counts()["nodes"]
    assert (counts["Claim"], counts["Evidence"], counts["Measurement"], counts["Material"]) == (0, 0, 0, 0)
    assert counts["Publication"] == 4


def test_nothing_new_writes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    store = LadybugStore(tmp_path / "graph.lbug")
    ledger.put(0, contributions(bundle(0)))
    state = synchronise(ledger, store, state=None)
    ledger.put(0, contributions(bundle(0)))
    assert ledger.stale_count() == 0
    assert synchronise(ledger, store, state=state) == state


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda path: path.unlink(), id="gone"),
        pytest.param(lambda path: path.write_bytes(b"not a graph" * 500), id="damaged"),
        pytest.param(lambda path: None, id="written but not noted"),
    ],
)
def test_a_store_in_another_state_is_loaded_anew(damage: Any, ledger: Ledger, tmp_path: Path) -> None:
    store = LadybugStore(tmp_path / "graph.lbug")
    ledger.put(0, contributions(bundle(0)))
    synchronise(ledger, store, state=None)
    before = content(store)
    damage(tmp_path / "graph.lbug")
    state = synchronise(ledger, store, state=state_prefix() + "another")
    assert content(store) == before
    assert store.state() == state


def test_support_counts_primary_sources_and_not_repeats(ledger: Ledger, tmp_path: Path) -> None:
    store = LadybugStore(tmp_path / "graph.lbug")
    for number in (1, 2, 3):
        ledger.put(number, contributions(bundle(number)))
    synchronise(ledger, store, state=None)
    answer = store.query(
        "MATCH (c:Claim) WHERE c.evidence_count = 3 RETURN c.kind, c.support, c.cited_works ORDER BY c.kind"
    )
    assert answer.rows == (("alias", 3, 0), ("property", 2, 2))
