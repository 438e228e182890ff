"""Evidence beside the rows of an answer: one row for each sentence, and the sentence is that of the row."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from lithograph.app.library import Library
from lithograph.errors import QueryError
from lithograph.queries.catalogue import catalogue
from lithograph.queries.evidence import COLUMNS

GIVEN = {
    "material": "garnet",
    "class": "solid electrolyte",
    "property": "ionic_conductivity",
    "document": "strategies.md",
    "start": "LLZO",
    "end": "LGPS",
    "claim": "claim:",
}
ADDED = tuple(column.name for column in COLUMNS)
OF_CLAIMS = [name for name, question in catalogue().items() if question.claim_columns]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    samples = Path(str(files("lithograph.corpus").joinpath("samples")))
    with Library(tmp_path_factory.mktemp("evidence") / "library") as library:
        library.ingest(sorted(path for path in samples.glob("*.md") if path.name != "README.md"))
        library.refresh()
        yield library


def parameters(name: str, library: Library) -> dict[str, Any]:
    given = GIVEN | {"claim": library.query("supported", limit=1)[0]["claim"]}
    return {p.name: given[p.name] for p in catalogue()[name].parameters.values() if p.default is None}


@pytest.mark.parametrize("name", OF_CLAIMS)
def test_every_row_has_its_sentences_with_doi_and_place(name: str, library: Library) -> None:
    given = parameters(name, library)
    plain = library.query(name, **given)
    found = library.query(name, evidence=True, **given)
    assert found.columns == (*plain.columns, *ADDED)
    kept = [{column: row[column] for column in plain.columns} for row in found]
    assert [row for index, row in enumerate(kept) if index == 0 or row != kept[index - 1]] == list(plain)
    for row in found:
        claims = {c for column in catalogue()[name].claim_columns for c in as_list(row[column])}
        assert row["evidence_claim"] in claims
        places = [(e.sentence, e.line, e.source, e.paper.id) for e in library.show(row["evidence_claim"]).evidence]
        place = (row["evidence_sentence"], row["evidence_line"], (row["evidence_start"], row["evidence_end"]))
        assert (*place, row["evidence_paper"]) in places


def as_list(value: str | list[str] | None) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def test_a_doi_is_of_the_work_cited_there(library: Library) -> None:
    found = library.query("conductivities", min=1e-2, evidence=True)
    assert [row["evidence_doi"] for row in found] == [[row["doi"]] for row in found]
    assert [row["evidence_paper"] for row in found] == [row["paper"] for row in found]


@pytest.mark.parametrize("name", sorted(set(catalogue()) - set(OF_CLAIMS)))
def test_rows_that_name_no_claims_have_no_evidence(name: str, library: Library) -> None:
    with pytest.raises(QueryError, match="name no claims"):
        library.query(name, evidence=True, **parameters(name, library))


def test_most_questions_have_evidence() -> None:
    assert set(catalogue()) - set(OF_CLAIMS) == {
        "cited",
        "corroborated",
        "documents",
        "members",
        "properties",
        "remedies",
        "years",
    }


def test_no_rows_have_the_columns_all_the_same(tmp_path: Path) -> None:
    with Library(tmp_path / "empty") as empty:
        found = empty.query("supported", evidence=True)
        assert (list(found), found.columns[-len(ADDED) :]) == ([], ADDED)


def test_a_row_of_one_place_gets_the_sentence_of_that_place(tmp_path: Path) -> None:
    said = "Poor wettability leads to void formation."
    (tmp_path / "a.md").write_text(f"# One\n\n{said}\n\nSo {said[0].lower()}{said[1:]}\n", encoding="utf-8")
    with Library(tmp_path / "library") as library:
        library.ingest(tmp_path / "a.md")
        assert len(library.query("causes", evidence=True)) == 2
        rows = library.query("contributions", document="a.md", evidence=True)
        assert [(row["line"], row["evidence_line"]) for row in rows] == [(3, 3), (5, 5)]
