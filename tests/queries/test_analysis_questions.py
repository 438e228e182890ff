"""The questions that need a graph, on a small text that was really read: every figure can be worked out by hand."""

from __future__ import annotations

import itertools
import json
import math
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lithograph.app.library import Library
from lithograph.errors import QueryError
from lithograph.queries.analysis.methods import METHODS
from lithograph.queries.catalogue import catalogue

TEXT = """# Interfaces of solid electrolytes

In contact with Li metal, Li6PS5Cl decomposes into Li2S, Li3P and LiCl [1,2].
In contact with Li metal, Li10GeP2S12 decomposes into Li2S, Li3P and Li15Ge4 [1,2].
In contact with Li metal, Li3YCl6 decomposes into LiCl and Y [3].

Poor wettability leads to void formation [2]. Void formation leads to dendrite growth [2,3].
Inhomogeneous deposition leads to dendrite growth. Dendrite growth causes short circuits [1,2].
Li6PS5Cl suffers from dendrite growth [3]. Li10GeP2S12 suffers from side reactions [1].
Li6PS5Cl suffers from side reactions [1]. LLZO suffers from poor wettability [2].

An Al2O3 coating on LLZO by ALD improves the wettability [2].
An Au interlayer between LLZO and Li suppresses dendrite growth [2].
A LiF interlayer between Li6PS5Cl and Li suppresses dendrite growth [1,3].
Doping Li6PS5Cl with I suppresses dendrite growth. Doping LLZO with Ta improves the ionic conductivity [3].

## References

[1] A. One, J. Test 1, 1 (2001). https://doi.org/10.1000/one
[2] B. Two, J. Test 2, 2 (2002). https://doi.org/10.1000/two
[3] C. Three, J. Test 3, 3 (2003). https://doi.org/10.1000/three
"""

GIVEN = {"start": "LLZO", "end": "LGPS", "material": "LLZO"}


def parameters(name: str) -> dict[str, Any]:
    return {p.name: GIVEN[p.name] for p in catalogue()[name].parameters.values() if p.default is None}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("analysis")
    (folder / "paper.md").write_text(TEXT, encoding="utf-8")
    with Library(folder / "library") as library:
        library.ingest(folder / "paper.md")
        library.refresh()
        yield library


def statements(library: Library, row: dict[str, Any]) -> list[str]:
    return sorted(library.show(claim).statement for claim in row["claims"])


def test_a_path_is_one_of_claims(library: Library) -> None:
    found = library.query("path", start="Au", end="short_circuit")
    assert [(row["step"], row["from"], row["to"]) for row in found] == [
        (1, "Au", "dendrite_growth"),
        (2, "dendrite_growth", "short_circuit"),
    ]
    assert [library.show(row["claim"]).statement for row in found] == [row["statement"] for row in found]
    assert found[1]["statement"] == "dendrite_growth causes short_circuit"
    assert (found[1]["support"], found[1]["others"]) == (2, 0)


def test_further_paths_are_longer_and_use_no_claim_twice_in_a_row(library: Library) -> None:
    found = list(library.query("path", start="LLZO", end="LGPS", limit=20))
    paths = [[row for row in found if row["path"] == number] for number in range(1, found[-1]["path"] + 1)]
    assert [len(path) for path in paths] == sorted(len(path) for path in paths)
    assert len(paths[0]) == 2
    assert all(one["claim"] != other["claim"] for path in paths for one, other in itertools.pairwise(path))
    assert max(len(path) for path in paths) <= 6
    assert {row["path"] for row in library.query("path", start="LLZO", end="LGPS", limit=20, steps=2)} == {1}


def test_a_path_goes_round_what_it_may_not_go_through(library: Library) -> None:
    found = list(library.query("path", start="LLZO", end="LGPS", without="Li"))
    assert "Li" not in {row["to"] for row in found}
    assert (found[0]["from"], found[-1]["to"]) == ("LLZO", "Li10GeP2S12")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param("LLZO", "NaCl", id="not there"),
        pytest.param("LLZO", "LLZO", id="itself"),
        pytest.param("Ta", "Y", id="too far"),
    ],
)
def test_things_that_nothing_connects_have_no_path(start: str, end: str, library: Library) -> None:
    steps = 1 if start == "Ta" else 6
    assert list(library.query("path", start=start, end=end, steps=steps)) == []


def test_a_property_is_the_end_of_a_path_and_no_link(library: Library) -> None:
    found = library.query("path", start="wettability", end="ionic_conductivity")
    assert [(row["from"], row["to"]) for row in found] == [("wettability", "LLZO"), ("LLZO", "ionic_conductivity")]


def test_a_neighbourhood_reaches_to_what_others_do(library: Library) -> None:
    found = list(library.query("neighbourhood", material="garnet"))
    nodes = {distance: {row["node"] for row in found if row["distance"] == distance} for distance in (1, 2, 3)}
    assert nodes[1] == {"doping: Ta", "interlayer_ex_situ: Al2O3", "interlayer_ex_situ: Au"}
    assert nodes[2] == {"Ta", "Al2O3", "Au", "dendrite_growth", "ionic_conductivity", "wettability"}
    assert nodes[3] == {"interlayer_ex_situ: LiF", "doping: I"}
    other = next(row for row in found if row["node"] == "interlayer_ex_situ: LiF")
    assert (other["through"], other["applied_to"], other["support"]) == (["dendrite_growth"], ["Li", "Li6PS5Cl"], 2)
    assert statements(library, other) == ["strategy interlayer_ex_situ: LiF on Li, Li6PS5Cl; mitigates dendrite_growth"]
    assert {row["distance"] for row in library.query("neighbourhood", material="LLZO", steps=1)} == {1}
    assert list(library.query("neighbourhood", material="garnet", limit=4)) == found[:4]
    assert list(library.query("neighbourhood", material="Li3InCl6")) == []


def test_the_failure_that_most_chains_go_through_is_the_most_central(library: Library) -> None:
    found = {row["failure"]: row for row in library.query("central")}
    assert next(iter(found)) == "dendrite_growth"
    row = found["dendrite_growth"]
    # six failures: 5 x 4 ordered pairs of others; three of them (from wettability, voids and deposition) go through it
    assert row["betweenness"] == pytest.approx(3 / 20)
    assert row["leads_to"] == pytest.approx(1 / 5)  # to the short circuit
    assert row["follows_from"] == pytest.approx((1 + 1 + 1 / 2) / 5)
    assert (row["causes"], row["effects"], row["subjects"], row["strategies"]) == (2, 1, 1, 2)
    assert len(row["claims"]) == 7
    assert found["side_reaction"]["subjects"] == 2
    assert [row["failure"] for row in library.query("central", limit=2)] == ["dendrite_growth", "void_formation"]


def test_materials_are_alike_by_what_both_have(library: Library) -> None:
    (row,) = library.query("similar")
    assert (row["material"], row["other"], row["shared"]) == ("Li10GeP2S12", "Li6PS5Cl", 3)
    # both: Li2S, Li3P, side reactions; one: Li15Ge4; the other: LiCl, dendrites, a LiF interlayer, doping with I
    assert row["similarity"] == pytest.approx(3 / 8)
    assert (row["products"], row["failures"], row["strategies"]) == (["Li2S", "Li3P"], ["side_reaction"], [])
    assert len(row["claims"]) == 6
    (other,) = library.query("similar", material="LPSCl")
    assert (other["material"], other["other"]) == ("Li6PS5Cl", "Li10GeP2S12")
    assert [row["products"] for row in library.query("similar", shared=1, material="Li3YCl6")] == [["LiCl"]]


def test_strategies_that_do_the_same_are_a_community(library: Library) -> None:
    found = list(library.query("communities"))
    groups = {number: {row["strategy"] for row in found if row["community"] == number} for number in (1, 2)}
    assert groups[1] == {"doping: I", "interlayer_ex_situ: LiF"}
    assert groups[2] == {"doping: Ta", "interlayer_ex_situ: Al2O3"}
    assert [row["size"] for row in found] == [2, 2, 2, 2]
    assert [row["shares"] for row in found] == [["Li6PS5Cl", "dendrite_growth"]] * 2 + [["LLZO"]] * 2
    assert list(library.query("communities", size=3)) == []
    alone = [row for row in library.query("communities", size=1) if row["size"] == 1]
    assert [(row["strategy"], row["shares"]) for row in alone] == [("interlayer_ex_situ: Au", [])]
    assert len({row["community"] for row in library.query("communities", resolution=10, size=1)}) == 5


def test_a_resolution_is_above_zero(library: Library) -> None:
    with pytest.raises(QueryError, match="resolution"):
        library.query("communities", resolution=0)


def test_works_are_cited_together_by_places(library: Library) -> None:
    found = list(library.query("cocited"))
    assert [(row["doi"], row["other_doi"], row["places"]) for row in found] == [
        ("10.1000/one", "10.1000/two", 3),
        ("10.1000/one", "10.1000/three", 1),
        ("10.1000/three", "10.1000/two", 1),
    ]
    # the first is cited at 6 places, the second at 8
    assert found[0]["cosine"] == pytest.approx(3 / math.sqrt(6 * 8))
    assert len(found[0]["claims"]) == 7
    assert [row["places"] for row in library.query("cocited", work="https://doi.org/10.1000/THREE")] == [1, 1]
    assert len(library.query("cocited", places=2)) == 1


@pytest.mark.parametrize("name", METHODS)
def test_an_analysis_says_by_which_method(name: str) -> None:
    assert catalogue()[name].method
    assert catalogue()[name].claim_columns


@pytest.mark.parametrize("name", METHODS)
def test_an_analysis_leads_to_sentences(name: str, library: Library) -> None:
    rows = library.query(name, evidence=True, **parameters(name))
    assert rows
    assert all(row["evidence_sentence"] in TEXT.replace("\n", " ") for row in strip_citations(rows))


def strip_citations(rows: Any) -> Iterator[dict[str, Any]]:
    """Only sentences without citation markers, which the clean text does not have."""
    yield from (row for row in rows if row["evidence_sentence"].startswith(("Inhomogeneous", "Doping Li6PS5Cl")))


SCRIPT = """
import json, sys
from lithograph.app.library import Library
given = json.loads(sys.argv[2])
with Library(sys.argv[1]) as library:
    print(json.dumps([list(library.query(name, **parameters)) for name, parameters in given.items()]))
"""


def test_an_analysis_gives_the_same_rows_in_every_run(library: Library) -> None:
    given = json.dumps({name: parameters(name) for name in METHODS})
    found = set()
    for seed in ("0", "1", "2"):
        command = [sys.executable, "-c", SCRIPT, str(library.path), given]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        found.add(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)
    assert len(found) == 1


def test_what_the_library_gives_does_not_hang_on_the_order_of_papers(tmp_path: Path, library: Library) -> None:
    head, _, references = TEXT.partition("## References")
    parts = [part for part in head.split("\n\n")[1:] if part.strip()]
    files = []
    for number, part in enumerate(parts):
        file = tmp_path / f"part{number}.md"
        file.write_text(f"# Part {number}\n\n{part}\n\n## References{references}", encoding="utf-8")
        files.append(file)
    with Library(tmp_path / "one") as one, Library(tmp_path / "other") as other:
        one.ingest(files)
        other.ingest(list(reversed(files)))
        for name in METHODS:
            assert one.query(name, **parameters(name)) == other.query(name, **parameters(name))
        assert [row["strategy"] for row in one.query("communities")] == [
            row["strategy"] for row in library.query("communities")
        ]
