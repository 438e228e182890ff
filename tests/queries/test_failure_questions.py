"""What forms, what fails, what helps: those questions of the catalogue on a small library made by hand."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest

from lithograph.app.library import Library
from lithograph.ontology import vocabulary
from lithograph.ontology.claims import AnyClaim, make_claim
from lithograph.ontology.materials import identify
from lithograph.ontology.model import (
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
from lithograph.queries.catalogue import catalogue

REVIEW, ARTICLE, LETTER = "doi:10.5555/review", "doi:10.5555/article", "doi:10.5555/letter"
WORKS = ["10.1000/a", "10.1000/b", "10.1000/c", "10.1000/d"]


def named(name: str) -> Participant:
    return Participant(name=name, id=identify(name).id)


def place(document: str, *references: int, at: int = 1, confidence: float = 0.9, hedged: bool = False) -> Evidence:
    return Evidence(
        document=document,
        sentence="One.",
        source_start=at,
        source_end=at + 4,
        line=at,
        references=list(references),
        engine="test",
        rule="test",
        confidence=confidence,
        hedged=hedged,
    )


def gives(subject: str, against: str, product: str, *evidence: Evidence, **more: Any) -> AnyClaim:
    pair = {"subject": named(subject), "against": named(against), "product": named(product)}
    return make_claim(DecompositionClaim, kind="decomposition", evidence=list(evidence), **pair, **more)


def forms(subject: str, against: str, kind: str, *evidence: Evidence, **more: Any) -> AnyClaim:
    pair = {"subject": named(subject), "against": named(against), "interphase_kind": kind}
    return make_claim(InterphaseClaim, kind="interphase", evidence=list(evidence), **pair, **more)


def suffers(subject: str, failure: str, *evidence: Evidence, **more: Any) -> AnyClaim:
    about = {"subject": named(subject), "failure": failure}
    return make_claim(LimitationClaim, kind="limitation", evidence=list(evidence), **about, **more)


def leads(cause: str, effect: str, *evidence: Evidence, **more: Any) -> AnyClaim:
    return make_claim(CausesClaim, kind="causes", evidence=list(evidence), cause=cause, effect=effect, **more)


def helps(category: str, agents: str, targets: str, *evidence: Evidence, **effects: Any) -> AnyClaim:
    """A strategy; agents and targets are parted by spaces."""
    parts = {"agents": [named(name) for name in agents.split()], "targets": [named(name) for name in targets.split()]}
    return make_claim(StrategyClaim, kind="strategy", evidence=list(evidence), category=category, **parts, **effects)


def resistance(value: float, evidence: Evidence, *, state: str | None = None, kelvin: float | None = None) -> AnyClaim:
    """An interfacial resistance of LLZO in ohm cm2."""
    conditions = [Condition(name="state", text=state)] if state else []
    if kelvin:
        conditions.append(Condition(name="temperature", text=f"{kelvin:g} K", si_value=kelvin, si_unit="K"))
    return make_claim(
        PropertyClaim,
        kind="property",
        evidence=[evidence],
        subject=named("LLZO"),
        property="interfacial_resistance",
        low=value,
        qualifier="=",
        unit="ohm cm2",
        si_low=value / 1e4,
        si_unit="ohm m2",
        conditions=conditions,
    )


def paper(document: str, claims: list[AnyClaim], works: list[str]) -> DocumentClaims:
    doi = document.removeprefix("doi:")
    references = [
        Reference(number=number, doi=work, text=f"Work {number}", source_start=0, source_end=1, line=9)
        for number, work in enumerate(works, start=1)
    ]
    return DocumentClaims(
        document=document,
        name=f"{doi.partition('/')[2]}.md",
        content_hash=document,
        reader="test/1",
        pipeline="test/1",
        metadata=DocumentMetadata(doi=doi),
        references=references,
        claims=claims,
    )


BEFORE, AFTER = resistance(900, place(ARTICLE), state="before"), resistance(12, place(ARTICLE), state="after")
COLDER = resistance(1800, place(ARTICLE, at=5), state="before", kelvin=273.15)
COLD = resistance(90, place(ARTICLE, at=5), state="after", kelvin=273.15)
HOT = resistance(3, place(ARTICLE, at=9), state="after", kelvin=373.15)
ALONE = resistance(7, place(LETTER))
COATED = {"improves": ["wettability", "interfacial_resistance"], "mitigates": ["poor_wettability"]}

REVIEW_CLAIMS = [
    gives("LGPS", "Li", "Li2S", place(REVIEW, 1), place(REVIEW, 2, at=9)),
    gives("LGPS", "Li", "Li3P", place(REVIEW, 2)),
    gives("LLZO", "air", "Li2CO3", place(REVIEW, 3)),
    gives("LLZO", "Li", "Zr", place(REVIEW, 3), negated=True),
    forms("LGPS", "Li", "MIEC", place(REVIEW, 1)),
    forms("LLZO", "Li", "stable", place(REVIEW, 3)),
    forms("LPSC", "Li", "MIEC", place(REVIEW, 4)),
    suffers("garnet", "poor_wettability", place(REVIEW, 3)),
    suffers("LLZO", "dendrite_growth", place(REVIEW, 3), place(REVIEW, 4, at=5)),
    suffers("LGPS", "side_reaction", place(REVIEW, 1)),
    suffers("LLZO", "high_cost", place(REVIEW, hedged=True)),
    helps("interlayer_ex_situ", "Al2O3", "LLZO", place(REVIEW, 3), **COATED),
    helps("doping", "Ta", "LLZO", place(REVIEW, 4), improves=["ionic_conductivity"], mitigates=["dendrite_growth"]),
    helps(
        "interlayer_in_situ", "LiF", "LPSC Li", *(place(REVIEW, n, at=n) for n in (1, 2)), mitigates=["side_reaction"]
    ),
    leads("void_formation", "poor_contact", place(REVIEW, 1)),
    leads("inhomogeneous_deposition", "dendrite_growth", place(REVIEW, 1), place(REVIEW, 2, at=5)),
    leads("material:Li2S", "high_interfacial_resistance", place(REVIEW, 1)),
    leads("dendrite_growth", "void_formation", place(REVIEW, 1)),
]
ARTICLE_CLAIMS = [
    *(BEFORE, AFTER, COLDER, COLD, HOT),
    gives("LGPS", "Li", "Li2S", place(ARTICLE)),
    gives("LPSC", "Li", "Li2S", place(ARTICLE)),
    forms("LPSC", "Li", "M-SEI", place(ARTICLE)),
    suffers("LLZO", "dendrite_growth", place(ARTICLE)),
    suffers("LLZO", "air_instability", place(ARTICLE), negated=True),
    helps(
        "interlayer_ex_situ", "Al2O3", "LLZO", place(ARTICLE), **COATED,
        measurements=[claim.id for claim in (BEFORE, AFTER, COLDER, COLD, HOT)],
    ),
    helps("densification", "", "LLZO", place(ARTICLE), improves=["density"], negated=True),
    helps("densification", "", "garnet", place(ARTICLE), mitigates=["dendrite_growth"]),
    leads("poor_contact", "inhomogeneous_deposition", place(ARTICLE, confidence=0.95)),
    leads("high_pressure", "poor_contact", place(ARTICLE), negated=True),
]  # fmt: skip
LETTER_CLAIMS = [
    ALONE,
    suffers("LLZTO", "air_instability", place(LETTER)),
    suffers("LLZO", "air_instability", place(LETTER)),
    suffers("sulfide", "air_instability", place(LETTER)),
    helps("doping", "Ta", "LLZO", place(LETTER), worsens=["ionic_conductivity"]),
    helps("interlayer_in_situ", "LiF", "garnet Li", place(LETTER), mitigates=["dendrite_growth"]),
    helps("filler", "LLZO", "PEO", place(LETTER), measurements=[ALONE.id], improves=["ionic_conductivity"]),
    helps("densification", "", "LLZO", place(LETTER), improves=["density"]),
    leads("dendrite_growth", "short_circuit", place(LETTER)),
    leads("mechanical_failure", "high_pressure", place(LETTER)),
    leads("low_pressure", "void_formation", place(LETTER)),
]
DOUBTFUL_CLAIMS = [
    gives("LGPS", "Li", "Ge", place(REVIEW, 3, confidence=0.4)),
    forms("Li6PS5Br", "Li", "MIEC", place(REVIEW, 3, confidence=0.4)),
    forms("LGPS", "Li", "M-SEI", place(REVIEW, 3, confidence=0.4)),
    suffers("sulfide", "high_cost", place(REVIEW, 3, confidence=0.4)),
    suffers("LGPS", "air_instability", place(REVIEW, 3, confidence=0.4), negated=True),
    suffers("sulfide", "air_instability", place(REVIEW, 3, confidence=0.4), negated=True),
    helps("surface_conditioning", "H3PO4", "LLZO LGPS", place(REVIEW, 3, confidence=0.4), mitigates=["high_cost"]),
    helps("interlayer_ex_situ", "Al2O3", "LGPS", place(REVIEW, 3, confidence=0.4), worsens=["wettability"]),
    helps("interlayer_ex_situ", "Al2O3", "LLZO", place(REVIEW, 3, confidence=0.4), worsens=["wettability"]),
    leads("void_formation", "short_circuit", place(REVIEW, 3, confidence=0.4)),
]


def library_of(folder: Any, *doubtful: AnyClaim) -> Library:
    library = Library(folder / "library")
    review = paper(REVIEW, [*REVIEW_CLAIMS, *doubtful], WORKS)
    library.ingest([review, paper(ARTICLE, ARTICLE_CLAIMS, []), paper(LETTER, LETTER_CLAIMS, [])])
    library.refresh()
    return library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with library_of(tmp_path_factory.mktemp("failures")) as library:
        yield library


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with library_of(tmp_path_factory.mktemp("doubtful"), *DOUBTFUL_CLAIMS) as library:
        yield library


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("empty") / "library") as library:
        yield library


def rows(answer: Any, *names: str) -> list[Any]:
    return [tuple(row[name] for name in names) if len(names) > 1 else row[names[0]] for row in answer]


def test_products_come_with_their_sources(library: Library) -> None:
    found = rows(library.query("products", material="LGPS", against="lithium metal"), "against", "product", "doi")
    assert found == [
        ("Li", "Li2S", "10.1000/a"),
        ("Li", "Li2S", "10.1000/b"),
        ("Li", "Li2S", "10.5555/article"),
        ("Li", "Li3P", "10.1000/b"),
    ]
    assert rows(library.query("products", material="LLZO"), "against", "product") == [("air", "Li2CO3")]
    assert list(library.query("products", material="LLZO", against="Li")) == []


@pytest.mark.parametrize("name", ["sulfide", "sulfides", "sulfide electrolyte", "Sulphides"])
def test_products_of_a_class_are_those_of_what_belongs_to_it(name: str, library: Library) -> None:
    assert set(rows(library.query("products", material=name), "material")) == {"LGPS", "LPSC"}


@pytest.mark.parametrize("class_name", ["garnet", "oxide", "solid electrolyte"])
def test_a_class_has_the_claims_of_all_that_belongs_to_it(class_name: str, library: Library) -> None:
    asked: dict[str, Any] = {"class": class_name, "kind": "limitation"}
    found = rows(library.query("class", **asked), "material", "statement")
    assert ("LLZTO", "LLZTO suffers from air_instability") in found
    assert ("garnet", "garnet suffers from poor_wettability") in found
    asked["kind"] = "decomposition"
    assert ("LLZO", "LLZO against air gives Li2CO3") in rows(library.query("class", **asked), "material", "statement")
    members = library.query("members", **{"class": class_name})  # type: ignore[arg-type]
    assert {"LLZO", "LLZTO"} <= set(rows(members, "material"))


def test_no_class_is_deeper_than_the_questions_look() -> None:
    classes = vocabulary.material_classes()

    def depth(name: str | None) -> int:
        return 0 if name is None else 1 + depth(classes[name].parent)

    assert max(map(depth, classes)) <= 6
    bounds = {part.partition("]")[0] for q in catalogue().values() for part in q.text.split("[:BELONGS_TO*")[1:]}
    assert bounds == {"0..6", "1..6"}


def test_kinds_of_interphase_by_family(library: Library) -> None:
    assert rows(library.query("interphases"), "family", "kind", "material", "against") == [
        ("LGPS-type", "MIEC", "LGPS", "Li"),
        ("argyrodite", "M-SEI", "LPSC", "Li"),
        ("argyrodite", "MIEC", "LPSC", "Li"),
        ("garnet", "stable", "LLZO", "Li"),
    ]
    assert rows(library.query("interphases", material="oxides", against="Li"), "kind") == ["stable"]
    assert list(library.query("interphases", material="LLZO", against="Na")) == []


def test_what_interphases_are_made_of(library: Library) -> None:
    assert rows(library.query("composition"), "material", "against", "kind", "product", "support") == [
        ("LGPS", "Li", "MIEC", "Li2S", 3),
        ("LGPS", "Li", "MIEC", "Li3P", 1),
        ("LPSC", "Li", "M-SEI", "Li2S", 1),
    ]
    assert rows(library.query("composition", material="argyrodites"), "product") == ["Li2S"]
    assert list(library.query("composition", against="Na")) == []


def test_pairs_whose_kind_of_interphase_is_disputed(library: Library) -> None:
    assert rows(library.query("disputed"), "material", "against", "kind", "other_kind") == [
        ("LPSC", "Li", "M-SEI", "MIEC")
    ]


def test_strategies_are_ranked_by_their_sources(library: Library) -> None:
    names = ("failure", "category", "agent", "sources", "papers")
    assert rows(library.query("strategies"), *names) == [
        ("poor_wettability", "interlayer_ex_situ", "Al2O3", 2, 2),
        ("side_reaction", "interlayer_in_situ", "LiF", 2, 1),
        ("dendrite_growth", "densification", None, 1, 1),
        ("dendrite_growth", "doping", "Ta", 1, 1),
        ("dendrite_growth", "interlayer_in_situ", "LiF", 1, 1),
    ]


@pytest.mark.parametrize("failure", ["dendrite_growth", "Dendrite growth", "Li dendrites"])
def test_strategies_against_a_failure_in_a_family(failure: str, library: Library) -> None:
    in_garnets = rows(library.query("strategies", failure=failure, material="LLZO"), "category")
    assert in_garnets == ["doping"]
    of_class = rows(library.query("strategies", failure=failure, material="garnet"), "category")
    assert of_class == ["densification", "doping", "interlayer_in_situ"]
    assert list(library.query("strategies", failure=failure, material="sulfide")) == []


def test_what_prevents_a_failure_overall(library: Library) -> None:
    found = rows(library.query("remedies"), "failure", "category", "sources", "agents")
    assert found == [
        ("dendrite_growth", "densification", 1, 0),
        ("dendrite_growth", "doping", 1, 1),
        ("dendrite_growth", "interlayer_in_situ", 1, 1),
        ("poor_wettability", "interlayer_ex_situ", 2, 1),
        ("side_reaction", "interlayer_in_situ", 2, 1),
    ]
    assert rows(library.query("remedies", failure="side_reaction"), "category") == ["interlayer_in_situ"]


def test_effects_come_with_the_values_before_and_after(library: Library) -> None:
    found = library.query("effects", category="interlayer_ex_situ", agent="oxide")
    assert list(found) == []
    found = library.query("effects", category="interlayer_ex_situ", agent="alumina")
    assert rows(found, "effect", "quality", "before", "after", "ratio") == [
        ("improves", "interfacial_resistance", "1800 ohm cm2", "90 ohm cm2", 0.05),
        ("improves", "interfacial_resistance", "900 ohm cm2", "12 ohm cm2", 0.0133333333333),
        ("improves", "interfacial_resistance", None, "3 ohm cm2", None),
        ("improves", "wettability", None, None, None),
        ("mitigates", "poor_wettability", None, None, None),
    ]


def test_values_without_an_effect_are_shown(library: Library) -> None:
    found = rows(library.query("effects", category="filler"), "effect", "quality", "before", "after")
    assert found == [
        ("improves", "ionic_conductivity", None, None),
        ("shows", "interfacial_resistance", None, "7 ohm cm2"),
    ]
    denied = rows(library.query("effects", category="densification"), "quality")
    assert denied == ["density", "dendrite_growth"]


@pytest.mark.parametrize(
    ("factor", "expected"),
    [
        ("poor_contact", [("poor_contact", "inhomogeneous_deposition"), ("void_formation", "poor_contact")]),
        ("Li2S", [("Li2S", "high_interfacial_resistance")]),
        ("high_pressure", [("low pressure", "void_formation"), ("mechanical_failure", "high pressure")]),
        ("poor wetting", []),
    ],
)
def test_what_leads_to_it_and_where_it_leads(factor: str, expected: list[tuple[str, str]], library: Library) -> None:
    assert rows(library.query("causes", factor=factor), "cause", "effect") == expected


def test_a_chain_names_its_steps_in_their_order(library: Library) -> None:
    (row,) = library.query("chains", cause="void_formation", effect="short_circuit", steps=4)
    steps = ["void_formation", "poor_contact", "inhomogeneous_deposition", "dendrite_growth", "short_circuit"]
    assert row["chain"] == " > ".join(steps)
    assert (row["steps"], row["support"], row["confidence"]) == (4, 1, 0.9)
    claims = row["claims"]
    assert [library.show(claim).statement for claim in claims] == [
        f"{cause} causes {effect}" for cause, effect in itertools.pairwise(steps)
    ]


def test_chains_are_of_every_length_and_never_come_back(library: Library) -> None:
    found = rows(library.query("chains", cause="dendrite_growth"), "chain", "steps")
    assert found == [
        ("dendrite_growth > short_circuit", 1),
        ("dendrite_growth > void_formation", 1),
        ("dendrite_growth > void_formation > poor_contact", 2),
        ("dendrite_growth > void_formation > poor_contact > inhomogeneous_deposition", 3),
    ]
    assert rows(library.query("chains", cause="dendrite_growth", steps=2), "chain") == [chain for chain, _ in found[:3]]
    assert max(rows(library.query("chains"), "steps")) == 2
    assert len(library.query("chains", limit=3)) == 3
    to_the_end = library.query("chains", effect="short_circuit", steps=4)
    assert rows(to_the_end, "steps") == [1, 2, 3, 4]
    assert {row["chain"].rpartition(" > ")[2] for row in to_the_end} == {"short_circuit"}


def test_a_chain_does_not_go_from_high_to_low(library: Library) -> None:
    assert rows(library.query("chains", effect="pressure"), "chain") == ["mechanical_failure > high pressure"]
    assert rows(library.query("chains", cause="pressure", effect="poor_contact"), "chain") == [
        "low pressure > void_formation > poor_contact"
    ]


def test_failures_of_a_family(library: Library) -> None:
    found = rows(library.query("failures"), "family", "failure", "sources", "subjects")
    assert found == [
        ("LGPS-type", "side_reaction", 1, 1),
        ("garnet", "dendrite_growth", 3, 1),
        ("garnet", "air_instability", 1, 2),
        ("garnet", "high_cost", 1, 1),
        ("garnet", "poor_wettability", 1, 1),
        ("sulfide", "air_instability", 1, 1),
    ]
    assert rows(library.query("failures", material="sulfides"), "failure") == ["side_reaction", "air_instability"]
    assert list(library.query("failures", material="halide")) == []


def test_what_was_tried_on_a_pair(library: Library) -> None:
    found = rows(library.query("tried", material="garnet", against="Li"), "names", "category")
    assert found == [
        ("both", "interlayer_in_situ"),
        ("material", "interlayer_ex_situ"),
        ("material", "densification"),
        ("material", "densification"),
        ("material", "doping"),
        ("material", "doping"),
    ]
    assert rows(library.query("tried", material="LPSC"), "names") == ["both"]
    assert list(library.query("tried", material="LATP")) == []


def test_agents_of_several_families(library: Library) -> None:
    found = rows(library.query("agents"), "agent", "families", "family", "sources")
    assert found == [("LiF", 2, "argyrodite", 2), ("LiF", 2, "garnet", 1)]
    assert list(library.query("agents", families=3)) == []


def test_what_one_states_and_another_denies(library: Library) -> None:
    found = rows(library.query("contradictions"), "stated", "denied")
    assert found == [
        ("LLZO suffers from air_instability", "not: LLZO suffers from air_instability"),
        (
            "strategy densification: on LLZO; improves density",
            "not: strategy densification: on LLZO; improves density",
        ),
    ]
    assert rows(library.query("contradictions", kind="limitation"), "kind") == ["limitation"]


def test_what_one_improves_and_another_worsens(library: Library) -> None:
    (row,) = library.query("opposites")
    assert (row["category"], row["quality"]) == ("doping", "ionic_conductivity")
    assert row["worsens"] == "strategy doping: Ta on LLZO; worsens ionic_conductivity"
    assert list(library.query("opposites", category="filler")) == []


def test_failures_without_a_strategy(library: Library) -> None:
    found = rows(library.query("gaps"), "class", "failure", "subjects", "elsewhere")
    assert found == [
        ("LGPS-type", "side_reaction", 1, 1),
        ("garnet", "air_instability", 2, 0),
        ("garnet", "high_cost", 1, 0),
        ("oxide", "air_instability", 2, 0),
        ("oxide", "high_cost", 1, 0),
        ("solid electrolyte", "air_instability", 3, 0),
        ("solid electrolyte", "high_cost", 1, 0),
        ("sulfide", "air_instability", 1, 0),
    ]
    assert rows(library.query("gaps", **{"class": "garnets"}), "failure") == [  # type: ignore[arg-type]
        "air_instability",
        "high_cost",
    ]


def test_claims_that_are_denied_or_supposed(library: Library) -> None:
    found = rows(library.query("doubtful"), "doubt", "statement")
    assert found == [
        ("denied", "not: high_pressure causes poor_contact"),
        ("denied", "not: LLZO against Li gives Zr"),
        ("denied", "not: LLZO suffers from air_instability"),
        ("denied", "not: strategy densification: on LLZO; improves density"),
        ("hedged", "LLZO suffers from high_cost"),
    ]
    assert len(library.query("doubtful", material="oxides")) == 4
    assert rows(library.query("doubtful", kind="causes"), "kind") == ["causes"]


GIVEN = {"material": "solid electrolyte", "class": "solid electrolyte"}
"""A value for each type of parameter that has no default."""
NEW = [
    name
    for name, question in catalogue().items()
    if {parameter.type for parameter in question.parameters.values() if parameter.default is None} <= set(GIVEN)
]


@pytest.mark.parametrize("question", NEW)
def test_doubtful_claims_are_left_out(question: str, library: Library, doubtful: Library) -> None:
    parameters: dict[str, Any] = {
        parameter.name: GIVEN[parameter.type]
        for parameter in catalogue()[question].parameters.values()
        if parameter.default is None
    }
    asked = doubtful.query(question, min_confidence=0.5, **parameters)
    assert asked == library.query(question, **parameters)


@pytest.mark.parametrize("question", NEW)
def test_an_empty_library_has_no_answers(question: str, empty: Library) -> None:
    parameters: dict[str, Any] = {
        parameter.name: GIVEN[parameter.type]
        for parameter in catalogue()[question].parameters.values()
        if parameter.default is None
    }
    assert list(empty.query(question, **parameters)) == []
