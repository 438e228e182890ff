"""Questions that are in both catalogues give the same rows in the same order in SPARQL and in Cypher."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import lithograph
from lithograph.app.library import Library
from lithograph.queries.catalogue import Question, catalogue
from lithograph.queries.sparql.runner import sparql_questions

REVIEW = Path(lithograph.__file__).parent.parent / "shared" / "papers" / "jia-2024-li-se-interfaces.md"
SHARED = sorted(set(sparql_questions()) & set(catalogue()))
ALL = 10**6

VALUES: dict[str, tuple[Any, ...]] = {
    "class": ("solid electrolyte", "garnet"),
    "property": ("ionic_conductivity", "critical_current_density"),
    "material": ("sulfide", "LLZO", "Li"),
    "against": ("Li",),
    "failure": ("dendrite_growth",),
    "factor": ("dendrite_growth", "ionic_conductivity"),
    "kind": ("property", "causes"),
    "min": (1e-4,),
    "max": (1e-3,),
    "temperature": (298.15, 333.15),
    "tolerance": (0.5,),
}
"""What is tried for each parameter, one at a time."""


def asks(question: Question) -> Iterator[dict[str, Any]]:
    needed = {p.name: VALUES[p.name][0] for p in question.parameters.values() if p.default is None}
    yield needed
    yield needed | {"min_confidence": 0.9}
    for parameter in question.parameters:
        yield from (needed | {parameter: value} for value in VALUES[parameter])


def differing(library: Library, name: str) -> tuple[list[dict[str, Any]], int]:
    """For which parameters the rows differ, and how many rows were compared."""
    wrong, compared = [], 0
    for given in asks(sparql_questions()[name]):
        limit: dict[str, Any] = {"limit": ALL} if "limit" in catalogue()[name].parameters else {}
        cypher, sparql = library.query(name, **given, **limit), library.sparql(name, **given)
        compared += len(cypher)
        if cypher != sparql:
            wrong.append(given)
    return wrong, compared


def test_most_questions_are_shared() -> None:
    assert len(sparql_questions()) >= 15
    assert len(SHARED) >= 12


@pytest.mark.parametrize("name", SHARED)
def test_columns_and_parameters_are_those_of_cypher(name: str) -> None:
    one, other = sparql_questions()[name], catalogue()[name]
    assert one.columns == other.columns
    assert {k: v for k, v in other.parameters.items() if k != "limit"} == one.parameters


def test_samples_give_the_same_rows(samples: Library) -> None:
    found = {name: differing(samples, name) for name in SHARED}
    assert {name: wrong for name, (wrong, _) in found.items() if wrong} == {}
    assert sum(1 for _, compared in found.values() if compared) >= len(SHARED) - 3


@pytest.mark.slow
@pytest.mark.skipif(not REVIEW.exists(), reason="no papers lie beside the checkout")
def test_a_review_gives_the_same_rows(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.ingest(REVIEW)
        found = {name: differing(library, name) for name in SHARED}
    assert {name: wrong for name, (wrong, _) in found.items() if wrong} == {}
    assert sum(compared for _, compared in found.values()) > 1_000
