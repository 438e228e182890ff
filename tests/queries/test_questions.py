"""Every question of the catalogue on a small library made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lithograph.app.library import Library
from lithograph.errors import ConfigError
from lithograph.ontology.claims import AnyClaim, make_claim
from lithograph.ontology.materials import identify
from lithograph.ontology.model import (
    AliasClaim,
    Condition,
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    Participant,
    PropertyClaim,
    Reference,
)
from lithograph.queries.catalogue import catalogue

OF_SULFIDES: dict[str, Any] = {"class": "sulfide"}
REVIEW, ARTICLE = "doi:10.5555/review", "doi:10.5555/article"


def named(name: str) -> Participant:
    return Participant(name=name, id=identify(name).id)


def place(document: str, line: int, references: list[int], rule: str = "text", confidence: float = 0.9) -> Evidence:
    return Evidence(
        document=document,
        sentence=f"Sentence of line {line}.",
        source_start=100 * line,
        source_end=100 * line + 20,
        line=line,
        references=references,
        engine="test",
        rule=rule,
        confidence=confidence,
    )


def conductivity(name: str, value: float, *evidence: Evidence, kelvin: float | None = None, **more: Any) -> AnyClaim:
    """A conductivity in mS/cm."""
    warm = [Condition(name="temperature", text=f"{kelvin} K", si_value=kelvin, si_unit="K")] if kelvin else []
    return make_claim(
        PropertyClaim,
        kind="property",
        evidence=list(evidence),
        subject=named(name),
        property="ionic_conductivity",
        low=value,
        qualifier=more.pop("qualifier", "="),
        unit="mS/cm",
        si_low=value / 10,
        si_unit="S/m",
        conditions=warm,
        **more,
    )


def alias(short: str, long: str, *evidence: Evidence) -> AnyClaim:
    return make_claim(AliasClaim, kind="alias", evidence=list(evidence), short=short, long=long, material=named(long))


def paper(document: str, claims: list[AnyClaim], works: list[str]) -> DocumentClaims:
    doi = document.removeprefix("doi:")
    references = [
        Reference(
            number=number, doi=work or None, text=f"Work {number}", source_start=0, source_end=1, line=9, year=2020
        )
        for number, work in enumerate(works, start=1)
    ]
    return DocumentClaims(
        document=document,
        name=f"{doi.partition('/')[2]}.md",
        content_hash=document,
        reader="test/1",
        pipeline="test/1",
        metadata=DocumentMetadata(title=f"The {doi}", doi=doi, year=2024),
        references=references,
        claims=claims,
    )


REVIEW_CLAIMS = [
    alias("LPSC", "Li6PS5Cl", place(REVIEW, 1, [])),
    conductivity("LPSC", 3.0, place(REVIEW, 2, [1]), place(REVIEW, 9, [2], rule="table"), kelvin=298.15),
    conductivity("Li10GeP2S12", 12.0, place(REVIEW, 3, [2]), kelvin=300.0),
    conductivity("Li10GeP2S12", 1.2, place(REVIEW, 8, [3], rule="table"), kelvin=298.15),
    conductivity("Li7La3Zr2O12", 0.5, place(REVIEW, 4, []), kelvin=333.15),
    conductivity("solid electrolyte", 0.1, place(REVIEW, 5, [1]), qualifier=">", role="requirement"),
    conductivity("Li3YCl6", 99.0, place(REVIEW, 6, [1]), negated=True),
]
DOUBTFUL_CLAIMS = [
    alias("LPSC", "Li6PS5Br", place(REVIEW, 1, [], confidence=0.4)),
    conductivity("LPSC", 300.0, place(REVIEW, 2, [2], confidence=0.4), kelvin=298.15),
    conductivity("Li6PS5Br", 2.0, place(REVIEW, 3, [], confidence=0.4)),
    conductivity("sulfide", 1.0, place(REVIEW, 3, [1], confidence=0.4), qualifier=">", role="requirement"),
]
ARTICLE_CLAIMS = [
    alias("LPSC", "Li6PS5Cl", place(ARTICLE, 1, [])),
    conductivity("Li6PS5Cl", 3.0, place(ARTICLE, 5, []), kelvin=298.15),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("questions") / "library") as library:
        library.ingest(
            [paper(REVIEW, REVIEW_CLAIMS, ["10.1000/a", "10.1000/b", ""]), paper(ARTICLE, ARTICLE_CLAIMS, [])]
        )
        library.refresh()
        yield library


def column(rows: Any, *names: str) -> list[Any]:
    return [tuple(row[name] for name in names) if len(names) > 1 else row[names[0]] for row in rows]


def test_conductivities_come_with_their_source(library: Library) -> None:
    rows = library.query("conductivities", min=1e-3)
    assert column(rows, "material", "conductivity", "doi", "source") == [
        ("Li10GeP2S12", 0.012, "10.1000/b", "doi:10.1000/b"),
        ("Li6PS5Cl", 0.003, "10.1000/a", "doi:10.1000/a"),
        ("Li6PS5Cl", 0.003, "10.1000/b", "doi:10.1000/b"),
        ("Li6PS5Cl", 0.003, "10.5555/article", "doi:10.5555/article"),
        ("Li10GeP2S12", 0.0012, None, rows[4]["source"]),
    ]
    assert rows[4]["source"].startswith("ref:")


def test_conductivities_at_a_temperature(library: Library) -> None:
    rows = library.query("conductivities", min=0, temperature=333.15)
    assert column(rows, "material", "temperature_K") == [("Li7La3Zr2O12", 333.15)]
    assert len(library.query("conductivities", temperature=298.15, tolerance=1)) == 4


def test_conductivities_up_to_a_value(library: Library) -> None:
    assert column(library.query("conductivities", max="6e-4"), "material") == ["Li7La3Zr2O12"]


@pytest.mark.parametrize("name", ["Li6PS5Cl", "LPSC", "Li$_6$PS$_5$Cl", "material:Li6PS5Cl"])
def test_a_material_is_found_by_each_of_its_names(name: str, library: Library) -> None:
    rows = library.query("material", material=name)
    assert column(rows, "material", "kind", "support") == [("Li6PS5Cl", "alias", 2), ("Li6PS5Cl", "property", 3)]


def test_a_class_is_found_too(library: Library) -> None:
    rows = library.query("material", material="solid electrolyte")
    assert column(rows, "statement") == ["solid electrolyte ionic_conductivity > 0.1 mS/cm [requirement]"]


def test_a_material_of_which_nothing_is_known_gives_no_rows(library: Library) -> None:
    assert list(library.query("material", material="Na3PS4")) == []


def test_the_best_of_each_class(library: Library) -> None:
    rows = library.query("best")
    assert column(rows, "class", "material", "value", "unit") == [
        ("LGPS-type", "Li10GeP2S12", 1.2, "S/m"),
        ("argyrodite", "Li6PS5Cl", 0.3, "S/m"),
        ("garnet", "Li7La3Zr2O12", 0.05, "S/m"),
        ("oxide", "Li7La3Zr2O12", 0.05, "S/m"),
        ("sulfide", "Li10GeP2S12", 1.2, "S/m"),
    ]
    lowest = library.query("best", highest="false", **OF_SULFIDES)
    assert column(lowest, "material", "value") == [("Li10GeP2S12", 0.12)]
    overall = library.query("best", **(OF_SULFIDES | {"class": "solid electrolytes"}))
    assert column(overall, "class", "material") == [("solid electrolyte", "Li10GeP2S12")]


def test_members_of_a_class(library: Library) -> None:
    rows = library.query("members", **OF_SULFIDES)
    assert column(rows, "material", "family", "claims") == [
        ("Li10GeP2S12", "LGPS-type", 2),
        ("Li6PS5Cl", "argyrodite", 2),
    ]


def test_references_behind_a_claim(library: Library) -> None:
    claim = REVIEW_CLAIMS[1].id
    rows = library.query("references", claim=claim[:20])
    assert column(rows, "paper", "line", "number", "doi") == [
        (ARTICLE, 5, None, None),
        (REVIEW, 2, 1, "10.1000/a"),
        (REVIEW, 9, 2, "10.1000/b"),
    ]


def test_properties_with_several_sources(library: Library) -> None:
    rows = library.query("corroborated")
    assert column(rows, "material", "sources", "values") == [("Li6PS5Cl", 3, 1), ("Li10GeP2S12", 2, 2)]
    assert column(library.query("corroborated", sources=3), "material") == ["Li6PS5Cl"]


def test_where_text_and_table_disagree(library: Library) -> None:
    (row,) = library.query("disagreements")
    assert (row["material"], row["ratio"]) == ("Li10GeP2S12", 10.0)
    assert {row["value"], row["other"]} == {"12 mS/cm", "1.2 mS/cm"}
    assert {row["place"], row["other_place"]} == {f"{REVIEW} text", f"{REVIEW} table"}
    assert list(library.query("disagreements", property="density")) == []
    assert list(library.query("disagreements", tolerance=2)) == []


@pytest.mark.parametrize("document", [ARTICLE, "10.5555/article", "article.md"])
def test_what_a_document_contributed(document: str, library: Library) -> None:
    rows = library.query("contributions", document=document)
    assert column(rows, "line", "kind", "others") == [(1, "alias", 1), (5, "property", 1)]


def test_most_supported_claims(library: Library) -> None:
    rows = library.query("supported", limit=2)
    assert column(rows, "kind", "support", "evidence") == [("property", 3, 3), ("alias", 2, 2)]
    assert column(library.query("supported", kind="alias"), "statement") == ["LPSC stands for Li6PS5Cl"]


def test_claims_without_a_reference(library: Library) -> None:
    assert column(library.query("unreferenced"), "paper", "line") == [(REVIEW, 4)]
    assert len(library.query("unreferenced", kind="")) == 3


def test_abbreviations(library: Library) -> None:
    rows = library.query("abbreviations")
    assert column(rows, "short", "long", "material", "documents") == [("LPSC", "Li6PS5Cl", "material:Li6PS5Cl", 2)]
    assert list(library.query("abbreviations", short="XYZ")) == []


def test_works_cited_most(library: Library) -> None:
    rows = library.query("cited")
    assert column(rows, "doi", "claims", "papers", "year") == [
        ("10.1000/a", 3, 1, 2020),
        ("10.1000/b", 2, 1, 2020),
        (None, 1, 1, 2020),
    ]
    assert len(library.query("cited", limit=1)) == 1


def test_measurements_of_a_property(library: Library) -> None:
    rows = library.query("measurements", property="Ionic conductivity")
    assert column(rows, "material", "written") == [
        ("Li10GeP2S12", "1.2 mS/cm"),
        ("Li10GeP2S12", "12 mS/cm"),
        ("Li6PS5Cl", "3 mS/cm"),
        ("Li7La3Zr2O12", "0.5 mS/cm"),
        ("solid electrolyte", "> 0.1 mS/cm"),
    ]


def test_documents(library: Library) -> None:
    rows = library.query("documents")
    assert column(rows, "file", "claims", "references") == [("article.md", 2, 0), ("review.md", 7, 3)]


def test_properties(library: Library) -> None:
    rows = library.query("properties")
    assert column(rows, "property", "values", "materials", "highest") == [("ionic_conductivity", 5, 4, 1.2)]


def test_requirements(library: Library) -> None:
    rows = library.query("requirements")
    assert column(rows, "subject", "property", "required") == [
        ("solid electrolyte", "ionic_conductivity", "> 0.1 mS/cm")
    ]


GIVEN = {"material": "LPSC", "class": "sulfide", "property": "ionic_conductivity", "claim": REVIEW_CLAIMS[1].id}
"""A value for each type of parameter that has no default; a document for a text."""


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("doubtful") / "library") as library:
        claims = [*REVIEW_CLAIMS, *DOUBTFUL_CLAIMS]
        library.ingest([paper(REVIEW, claims, ["10.1000/a", "10.1000/b", ""]), paper(ARTICLE, ARTICLE_CLAIMS, [])])
        library.refresh()
        yield library


@pytest.mark.parametrize("question", catalogue())
def test_a_question_answers_as_if_claims_below_a_confidence_were_not_there(
    question: str, library: Library, doubtful: Library
) -> None:
    parameters: dict[str, Any] = {
        parameter.name: GIVEN.get(parameter.type, REVIEW)
        for parameter in catalogue()[question].parameters.values()
        if parameter.default is None
    }
    assert doubtful.query(question, min_confidence=0.9, **parameters) == library.query(question, **parameters)
    if question not in ("documents", "years"):
        assert list(doubtful.query(question, min_confidence=0.91, **parameters)) == []


def test_documents_and_works_are_there_whatever_the_confidence(library: Library) -> None:
    rows = library.query("documents", min_confidence=0.91)
    assert column(rows, "file", "claims", "references") == [("article.md", 0, 0), ("review.md", 0, 3)]
    assert column(library.query("years", min_confidence=0.91), "work", "claims") == [
        ("Work 1", 0), ("Work 2", 0), ("Work 3", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("value", [-0.1, 1.01, float("nan"), "high", True])
def test_a_least_confidence_is_a_number_from_0_to_1(value: Any, library: Library) -> None:
    with pytest.raises(ConfigError, match=r"min_confidence: .* is not a number from 0 to 1"):
        library.query("documents", min_confidence=value)


def test_every_question_is_tested() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*questions.py"))
    assert [name for name in catalogue() if f'query("{name}"' not in text] == []
