"""One work is one publication, however a reference list writes it."""

from __future__ import annotations

from typing import Any

import pytest

from lithograph.graph.publications import author_names, publication_id
from lithograph.ontology.model import Author, Reference


def reference(**known: Any) -> Reference:
    given: dict[str, Any] = {"number": 1, "text": "An entry", "source_start": 0, "source_end": 1, "line": 1} | known
    return Reference(**given)


GRUEN = [Author(family="Grün", given="A.")]


def test_a_doi_is_the_identity() -> None:
    assert publication_id(reference(doi="10.1000/ABC")) == "doi:10.1000/abc"
    assert publication_id(reference(doi="10.1000/abc", title="Another")) == "doi:10.1000/abc"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            {"authors": GRUEN, "year": 2020, "volume": "5", "pages": "299-308", "journal": "Nat. Energy"},
            {
                "authors": [Author(family="Grun")],
                "year": 2020,
                "volume": "5",
                "pages": "299",
                "journal": "Nature Energy",
                "title": "A title",
            },
            id="journal abbreviated, accents, last page",
        ),
        pytest.param(
            {"authors": GRUEN, "year": 2020, "title": "On  Garnets: a Review"},
            {"authors": GRUEN, "year": 2020, "title": "On garnets - a review."},
            id="title",
        ),
        pytest.param({"text": "Grün, A.: Thesis (2020)"}, {"text": "Grün A, Thesis, 2020"}, id="text"),
    ],
)
def test_one_work_is_one_publication(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert publication_id(reference(**one)) == publication_id(reference(**other))
    assert publication_id(reference(**one)).startswith("ref:")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({"doi": "10.1000/a"}, {"doi": "10.1000/b"}, id="doi"),
        pytest.param(
            {"authors": GRUEN, "volume": "5", "pages": "1"}, {"authors": GRUEN, "volume": "5", "pages": "11"}, id="page"
        ),
        pytest.param({"text": "one"}, {"text": "other"}, id="text"),
    ],
)
def test_other_works_are_other_publications(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert publication_id(reference(**one)) != publication_id(reference(**other))


def test_author_names() -> None:
    assert author_names([*GRUEN, Author(family="Li")]) == ["Grün, A.", "Li"]
