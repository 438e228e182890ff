"""Every question of the catalogue on the sample papers: it is answered, and what it answers leads to a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from lithograph.app.library import Library
from lithograph.queries.catalogue import catalogue

GIVEN: dict[str, Any] = {
    "material": "garnet",
    "class": "solid electrolyte",
    "property": "ionic_conductivity",
    "document": "strategies.md",
    "start": "LLZO",
    "end": "LGPS",
}
"""A value for each parameter that has no default, but for a claim."""

KINDS: dict[str, Any] = {
    **dict.fromkeys(("text", "claim", "paper", "source"), str),
    **dict.fromkeys(("texts", "claims"), list),
    **dict.fromkeys(("number", "fraction"), float),
    "integer": int,
}
"""Column type to the type of its values."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    samples = Path(str(files("lithograph.corpus").joinpath("samples")))
    with Library(tmp_path_factory.mktemp("samples") / "library") as library:
        library.ingest(sorted(path for path in samples.glob("*.md") if path.name != "README.md"))
        library.refresh()
        yield library


@pytest.fixture(scope="module")
def claims(library: Library) -> set[str]:
    return {row["id"] for row in library.cypher("MATCH (c:Claim) RETURN c.id AS id")}


@pytest.mark.parametrize("name", catalogue())
def test_values_are_of_their_type_and_every_claim_is_there(name: str, library: Library, claims: set[str]) -> None:
    given = GIVEN | {"claim": min(claims)}
    parameters = {p.name: given[p.name] for p in catalogue()[name].parameters.values() if p.default is None}
    answer = library.query(name, **parameters)
    for row in answer:
        named = [row[column] for column in catalogue()[name].claim_columns if row[column] is not None]
        assert {claim for value in named for claim in (value if isinstance(value, list) else [value])} <= claims
    for column, values in ((column, [row[column.name] for row in answer]) for column in answer.described.values()):
        assert all(value is None or isinstance(value, KINDS[column.type]) for value in values), column
        assert column.type != "fraction" or all(0 <= value <= 1 for value in values)


def test_products_of_a_class_have_their_dois(library: Library) -> None:
    found = {(row["product"], row["doi"]) for row in library.query("products", material="sulfides", against="Li")}
    assert ("Li2S", "10.1021/acs.chemmater.6b00610") in found
    assert all(doi for _, doi in found)


def test_what_was_tried_on_garnets_is_read(library: Library) -> None:
    found = list(library.query("tried", material="garnet"))
    assert "densification" in {row["category"] for row in found}
    assert all(library.show(row["claim"]).evidence for row in found)
