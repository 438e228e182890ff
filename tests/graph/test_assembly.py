"""What a document adds to the graph, and what becomes of the additions of several documents."""

from __future__ import annotations

import random
from typing import Any

import pytest

from lithograph.graph.assembly import contributions
from lithograph.graph.merging import merge
from lithograph.graph.rows import Rows
from lithograph.graph.schema import graph_schema
from lithograph.ontology.claims import AnyClaim, make_claim
from lithograph.ontology.materials import identify
from lithograph.ontology.model import (
    AliasClaim,
    CausesClaim,
    Condition,
    DecompositionClaim,
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    InterphaseClaim,
    LimitationClaim,
    Participant,
    PropertyClaim,
    Reference,
    StrategyClaim,
)

DOCUMENT = "doi:10.5555/1"


def named(name: str) -> Participant:
    return Participant(name=name, id=identify(name).id)


def place(references: tuple[int, ...] = (), *, document: str = DOCUMENT, **more: Any) -> Evidence:
    given: dict[str, Any] = {
        "sentence": "One.",
        "source_start": 0,
        "source_end": 4,
        "line": 1,
        "confidence": 0.9,
    } | more
    return Evidence(document=document, references=list(references), engine="test", rule="test", **given)


def paper(*claims: AnyClaim, document: str = DOCUMENT, references: tuple[Reference, ...] = ()) -> DocumentClaims:
    return DocumentClaims(
        document=document,
        name="paper.md",
        content_hash="0",
        reader="test/1",
        pipeline="test/1",
        metadata=DocumentMetadata(),
        references=list(references),
        claims=list(claims),
    )


def reference(number: int, doi: str | None = None) -> Reference:
    return Reference(number=number, doi=doi, text=f"Work {number}", source_start=0, source_end=1, line=1)


def assembled(*bundles: DocumentClaims) -> Rows:
    """All rows of some documents."""
    units: dict[str, list[str]] = {}
    for bundle in bundles:
        for item in contributions(bundle):
            units.setdefault(item.key, []).append(item.data)
    return Rows.joined(merge(key, units[key]) for key in sorted(units))


def relations(rows: Rows, *names: str) -> set[tuple[str, str, str]]:
    """(source, relation, target) without what belongs to claims alone, their ids shortened to the label."""
    short = {
        node.id: node.label for node in rows.nodes if node.label in ("Measurement", "Interphase", "Strategy", "Claim")
    }
    return {
        (short.get(r.source, r.source), r.name, short.get(r.target, r.target))
        for r in rows.relations
        if r.name in names
    }


def node(rows: Rows, label: str) -> dict[str, Any]:
    """The properties of the only node with a label."""
    (found,) = (row for row in rows.nodes if row.label == label)
    return dict(found.properties)


def test_a_potential_is_no_node() -> None:
    arguments = {"subject": named("Li3PS4"), "against": named("1.7 V"), "product": named("Li3P")}
    rows = assembled(paper(make_claim(DecompositionClaim, kind="decomposition", evidence=[place()], **arguments)))
    assert {row.id for row in rows.nodes if row.label == "Material"} == {"material:Li3PS4", "material:Li3P"}
    (relation,) = (each for each in rows.relations if each.name == "DECOMPOSES_TO")
    assert (relation.properties["against"], relation.properties["against_id"]) == ("1.7 V", "potential:1.7 V")


def test_a_property_claim_is_a_measurement() -> None:
    claim = make_claim(
        PropertyClaim,
        kind="property",
        evidence=[place()],
        subject=named("Li6PS5Cl"),
        property="critical_current_density",
        low=1.0,
        high=2.0,
        qualifier="~",
        unit="mA/cm2",
        si_low=10.0,
        si_high=20.0,
        si_unit="A/m2",
        conditions=[
            Condition(name="temperature", text="60 degC", si_value=333.15, si_unit="K"),
            Condition(name="pressure", text="2 MPa", si_value=2e6, si_unit="Pa"),
            Condition(name="cycles", text="100 cycles", si_value=100.0, si_unit="1"),
        ],
    )
    rows = assembled(paper(claim))
    assert relations(rows, "HAS_MEASUREMENT", "OF_PROPERTY", "BELONGS_TO") >= {
        ("material:Li6PS5Cl", "HAS_MEASUREMENT", "Measurement"),
        ("Measurement", "OF_PROPERTY", "property:critical_current_density"),
        ("material:Li6PS5Cl", "BELONGS_TO", "class:argyrodite"),
    }
    measurement = node(rows, "Measurement")
    assert (
        measurement
        | {
            "text": "~ 1 to 2 mA/cm2",
            "low": 1.0,
            "high": 2.0,
            "si_high": 20.0,
            "temperature": "60 degC",
            "temperature_K": 333.15,
            "pressure_Pa": 2e6,
            "cycles": "100 cycles",
            "conditions": "cycles: 100 cycles; pressure: 2 MPa; temperature: 60 degC",
            "negated": False,
        }
        == measurement
    )
    assert node(rows, "Claim")["statement"].startswith("Li6PS5Cl critical_current_density ~ 1 to 2 mA/cm2 (cycles: 100")


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param(
            make_claim(
                DecompositionClaim,
                kind="decomposition",
                evidence=[place()],
                subject=named("Li10GeP2S12"),
                against=named("Li"),
                product=named("Li2S"),
            ),
            {
                ("material:Li10GeP2S12", "DECOMPOSES_TO", "material:Li2S"),
                ("Claim", "STATES", "material:Li"),
            },
            id="decomposition",
        ),
        pytest.param(
            make_claim(
                InterphaseClaim,
                kind="interphase",
                evidence=[place()],
                subject=named("Li10GeP2S12"),
                against=named("Li"),
                interphase_kind="MIEC",
            ),
            {("material:Li10GeP2S12", "FORMS", "Interphase"), ("Interphase", "BETWEEN", "material:Li")},
            id="interphase",
        ),
        pytest.param(
            make_claim(
                StrategyClaim,
                kind="strategy",
                evidence=[place()],
                category="interlayer_ex_situ",
                agents=[named("Al2O3")],
                targets=[named("Li7La3Zr2O12")],
                improves=["interfacial_resistance"],
                worsens=["thickness"],
                mitigates=["dendrite_growth"],
            ),
            {
                ("Strategy", "USES", "material:Al2O3"),
                ("Strategy", "APPLIED_TO", "material:Li7La3Zr2O12"),
                ("Strategy", "IMPROVES", "property:interfacial_resistance"),
                ("Strategy", "WORSENS", "property:thickness"),
                ("Strategy", "MITIGATES", "failure:dendrite_growth"),
            },
            id="strategy",
        ),
        pytest.param(
            make_claim(
                LimitationClaim,
                kind="limitation",
                evidence=[place()],
                subject=named("garnet"),
                failure="poor_wettability",
            ),
            {("class:garnet", "SUFFERS_FROM", "failure:poor_wettability")},
            id="limitation",
        ),
        pytest.param(
            make_claim(
                CausesClaim, kind="causes", evidence=[place()], cause="high_pressure", effect="low_ionic_conductivity"
            ),
            {("property:pressure", "CAUSES", "failure:low_ionic_conductivity")},
            id="causes",
        ),
    ],
)
def test_each_kind_of_claim_makes_its_relations(claim: AnyClaim, expected: set[tuple[str, str, str]]) -> None:
    rows = assembled(paper(claim))
    assert relations(rows, *graph_schema().relations) >= expected


def test_a_denied_claim_relates_nothing_but_says_what_it_is_about() -> None:
    claim = make_claim(
        LimitationClaim,
        kind="limitation",
        evidence=[place()],
        subject=named("garnet"),
        failure="air_instability",
        negated=True,
    )
    rows = assembled(paper(claim))
    assert relations(rows, "SUFFERS_FROM") == set()
    assert relations(rows, "STATES") == {
        ("Claim", "STATES", "class:garnet"),
        ("Claim", "STATES", "failure:air_instability"),
    }
    assert node(rows, "Claim")["negated"] is True
    assert node(rows, "Claim")["statement"] == "not: garnet suffers from air_instability"


def test_every_row_fits_the_schema() -> None:
    claims: list[AnyClaim] = [
        make_claim(CausesClaim, kind="causes", evidence=[place()], cause="class:garnet", effect="short_circuit"),
        make_claim(AliasClaim, kind="alias", evidence=[place((1, 7))], short="LATP", long="Li1.3Al0.3Ti1.7(PO4)3"),
        make_claim(CausesClaim, kind="causes", evidence=[place()], cause="void_formation", effect=identify("Li2S").id),
        make_claim(
            LimitationClaim, kind="limitation", evidence=[place()], subject=named("LATP"), failure="side_reaction"
        ),
    ]
    schema = graph_schema()
    rows = assembled(paper(*claims, references=(reference(1),)))
    present = {(row.label, row.id) for row in rows.nodes}
    assert len(present) == len(rows.nodes)
    for row in rows.nodes:
        assert set(row.properties) < set(schema.nodes[row.label])
    for relation in rows.relations:
        table = schema.relations[relation.name]
        assert (relation.source_label, relation.target_label) in table.pairs
        assert set(relation.properties) <= set(table.properties)
        assert {(relation.source_label, relation.source), (relation.target_label, relation.target)} <= present


def test_two_papers_that_cite_one_doi_share_the_work() -> None:
    other = "doi:10.5555/2"
    rows = assembled(
        paper(references=(reference(1, "10.1000/a"),)),
        paper(document=other, references=(reference(4, "10.1000/A"),)),
    )
    works = {row.id for row in rows.nodes if row.label == "Publication"}
    assert works == {DOCUMENT, other, "doi:10.1000/a"}
    assert {(r.source, r.target, r.properties["number"]) for r in rows.relations} == {
        (DOCUMENT, "doi:10.1000/a", 1),
        (other, "doi:10.1000/a", 4),
    }


def alias(document: str, *references: tuple[int, ...]) -> AnyClaim:
    evidence = [place(cited, document=document, source_start=at) for at, cited in enumerate(references)]
    return make_claim(AliasClaim, kind="alias", evidence=evidence, short="SE", long="solid electrolyte")


@pytest.mark.parametrize(
    ("one", "other", "support", "cited_works"),
    [
        pytest.param([(1,), (1,), (1,)], [], 1, 1, id="one work, three times"),
        pytest.param([(1,), (2,)], [], 2, 2, id="two works"),
        pytest.param([(), ()], [], 1, 0, id="the paper itself"),
        pytest.param([(1,), ()], [], 1, 1, id="repeated without its reference"),
        pytest.param([(1,)], [(1,)], 1, 1, id="two papers, one work"),
        pytest.param([(1,)], [()], 2, 1, id="a work, and a paper of its own"),
        pytest.param([(9,)], [], 1, 0, id="a number that the list does not have"),
    ],
)
def test_support_counts_primary_sources(
    one: list[tuple[int, ...]], other: list[tuple[int, ...]], support: int, cited_works: int
) -> None:
    works = (reference(1, "10.1000/a"), reference(2, "10.1000/b"))
    bundles = [paper(alias(DOCUMENT, *one), references=works)]
    if other:
        bundles.append(paper(alias("doi:10.5555/2", *other), document="doi:10.5555/2", references=works))
    claim = node(assembled(*bundles), "Claim")
    assert (claim["support"], claim["cited_works"]) == (support, cited_works)


def test_a_paper_that_is_cited_and_read_is_one_source() -> None:
    review = paper(alias(DOCUMENT, (1,)), references=(reference(1, "10.5555/2"),))
    article = paper(alias("doi:10.5555/2", ()), document="doi:10.5555/2")
    assert node(assembled(review, article), "Claim")["support"] == 1


def test_names_of_all_papers_are_kept() -> None:
    def measured(document: str, name: str) -> DocumentClaims:
        subject = Participant(name=name, id="material:Li6PS5Cl")
        claim = make_claim(
            PropertyClaim,
            kind="property",
            evidence=[place(document=document)],
            subject=subject,
            property="density",
            low=1.8,
            qualifier="=",
            unit="g/cm3",
        )
        return paper(claim, document=document)

    rows = assembled(measured("doi:10.5555/1", "LPSCl"), measured("doi:10.5555/2", "our electrolyte"))
    material = node(rows, "Material")
    assert material["formula"] == "Li6PS5Cl"
    assert {"LPSCl", "our electrolyte"} <= set(material["names"])


def test_the_order_of_papers_does_not_matter() -> None:
    texts = ["one", "two", "three"]
    bundles = [
        paper(
            alias(f"doi:10.5555/{index}", (1,)),
            document=f"doi:10.5555/{index}",
            references=(Reference(number=1, doi="10.1000/a", text=text, source_start=0, source_end=1, line=1),),
        )
        for index, text in enumerate(texts)
    ]
    expected = assembled(*bundles)
    for seed in range(5):
        assert assembled(*random.Random(seed).sample(bundles, len(bundles))) == expected


def test_contributions_are_the_same_for_the_same_claims() -> None:
    bundle = paper(alias(DOCUMENT, (2, 1)), references=(reference(1), reference(2)))
    again = DocumentClaims.model_validate_json(bundle.model_dump_json())
    assert contributions(bundle) == contributions(again)
