"""The questions that pictures are drawn from, on the sample papers: what they say agrees with the other questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from lithograph.app.library import Library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    samples = Path(str(files("lithograph.corpus").joinpath("samples")))
    with Library(tmp_path_factory.mktemp("pictures") / "library") as library:
        library.ingest(sorted(path for path in samples.glob("*.md") if path.name != "README.md"))
        library.refresh()
        yield library


def test_conductivities_with_their_sentences(library: Library) -> None:
    found = list(library.query("transport"))
    expected = {(row["material"], row["conductivity"]) for row in library.query("conductivities")}
    assert {(row["material"], row["conductivity"]) for row in found} == expected
    (best,) = {(row["written"], row["temperature_K"], row["class"]) for row in library.query("transport", min=0.02)}
    assert best == ("25 mS/cm", 298.15, "sulfide")
    assert all(row["sentence"] and row["line"] for row in found)


def test_strategies_against_failures_have_the_sources_of_the_remedies(library: Library) -> None:
    sources: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in library.query("mitigations"):
        sources[row["failure"], row["category"]].add(row["source"])
    counted = {pair: len(found - {None}) for pair, found in sources.items()}
    assert counted == {(row["failure"], row["category"]): row["sources"] for row in library.query("remedies")}
    assert {row["failure"] for row in library.query("mitigations", failure="dendrite_growth")} == {"dendrite_growth"}


def test_origins_are_all_that_the_graph_has_as_causes(library: Library) -> None:
    causes = library.cypher("MATCH (a)-[r:CAUSES]->(b) RETURN DISTINCT a.id AS cause, b.id AS effect, r.claim AS claim")
    expected = {(row["cause"], row["effect"], row["claim"]) for row in causes}
    assert {(row["cause_id"], row["effect_id"], row["claim"]) for row in library.query("origins")} == expected
    assert expected


def test_links_of_a_material_hold_its_products(library: Library) -> None:
    found = [row for row in library.query("links", material="LLZO") if row["kind"] == "decomposition"]
    products = {row["other"] for row in found if row["other_role"] == "product"}
    assert products == {row["product"] for row in library.query("products", material="LLZO", against="")}
    assert products


def test_years_hold_every_work_of_the_reference_lists_once(library: Library) -> None:
    (row,) = library.cypher("MATCH (:Publication)-[:REFERENCES]->(w:Publication) RETURN count(DISTINCT w.id) AS works")
    works = [found["id"] for found in library.query("years")]
    assert len(works) == len(set(works)) == row["works"]
    assert {found["year"] for found in library.query("years", since=2016, until=2016)} == {2016}
