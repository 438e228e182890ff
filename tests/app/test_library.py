"""A library keeps what it was given: once, exactly, in any order, and gives it back when it is taken out."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest

from lithograph.app.library import Library
from lithograph.errors import (
    ConfigError,
    LibraryCorruptError,
    LibraryLockedError,
    NotInLibraryError,
    QueryError,
)
from lithograph.ontology.claims import AnyClaim, make_claim
from lithograph.ontology.materials import identify
from lithograph.ontology.model import (
    AliasClaim,
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    Finding,
    Participant,
    PropertyClaim,
    Reference,
    Severity,
)


def evidence(document: str, at: int, references: list[int]) -> Evidence:
    return Evidence(
        document=document,
        section=["Results", "Transport"],
        sentence=f"Sentence {at} of this paper.",
        source_start=at,
        source_end=at + 28,
        value_start=at + 9,
        value_end=at + 10,
        line=at,
        references=references,
        engine="test",
        rule="test_rule",
        confidence=0.8,
    )


def reference(number: int) -> Reference:
    return Reference(
        number=number, doi=f"10.1000/{number}", text=f"Work {number}", source_start=0, source_end=1, line=1
    )


def paper(number: int, *, value: float = 1.0, doi: bool = True, content: str | None = None) -> DocumentClaims:
    """A paper with one claim that every paper has, and one of its own."""
    document = f"doi:10.5555/{number}" if doi else f"sha256:{number:064}"
    claims: list[AnyClaim] = [
        make_claim(
            PropertyClaim,
            kind="property",
            evidence=[evidence(document, 10, [1])],
            subject=Participant(name="Li6PS5Cl", id=identify("Li6PS5Cl").id),
            property="ionic_conductivity",
            low=value + number,
            qualifier="=",
            unit="mS/cm",
            si_low=(value + number) / 10,
            si_unit="S/m",
        ),
        make_claim(
            AliasClaim, kind="alias", evidence=[evidence(document, 50, [])], short="SE", long="solid electrolyte"
        ),
    ]
    return DocumentClaims(
        document=document,
        name=f"paper-{number}.md",
        content_hash=content or f"{number:064}",
        reader="test/1",
        pipeline="test/1",
        metadata=DocumentMetadata(title=f"Paper {number}", doi=f"10.5555/{number}" if doi else None),
        references=[reference(1), reference(number + 2)],
        claims=claims,
        findings=[Finding(code="ragged-table", severity=Severity.warning, message="a row is short", line=3)],
    )


def everything(library: Library, folder: Path) -> tuple[str, ...]:
    """All that a library shows, as text."""
    exports = (library.export(format, folder / format).read_text() for format in ("turtle", "graphml", "json"))
    return json.dumps(library.status().to_dict(), sort_keys=True), *exports


def test_ingesting_twice_changes_nothing(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        assert [entry.status for entry in library.ingest([paper(1), paper(2)]).entries] == ["added", "added"]
        before = everything(library, tmp_path)
        assert [entry.status for entry in library.ingest([paper(2), paper(1)]).entries] == ["unchanged", "unchanged"]
        assert everything(library, tmp_path) == before


def test_the_order_of_papers_does_not_matter(tmp_path: Path) -> None:
    seen = set()
    for index, order in enumerate(permutations((1, 2, 3))):
        with Library(tmp_path / f"library-{index}") as library:
            for number in order:
                library.ingest(paper(number))
                if index % 2:
                    library.refresh()
            seen.add(everything(library, tmp_path))
    assert len(seen) == 1


def test_removing_and_adding_again_leads_back(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.ingest([paper(1), paper(2)])
        before = everything(library, tmp_path)
        assert library.remove("10.5555/1") == "doi:10.5555/1"
        between = everything(library, tmp_path)
        library.ingest(paper(1))
        assert everything(library, tmp_path) == before
    with Library(tmp_path / "other") as library:
        library.ingest(paper(2))
        assert everything(library, tmp_path) == between


def test_removing_the_last_paper_leaves_nothing(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.ingest(paper(1))
        library.remove("paper-1.md")
        status = library.status()
        assert (status.documents, status.claims, status.evidence) == ((), {}, 0)
        assert not any([*status.nodes.values(), *status.relations.values()])
        assert list((tmp_path / "library" / "claims").iterdir()) == []


def test_a_changed_paper_replaces_its_claims(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.ingest([paper(1), paper(2)])
        report = library.ingest(paper(1, value=5.0, content="f" * 64))
        assert report.entries[0].status == "replaced"
        changed = everything(library, tmp_path)
        assert len(list((tmp_path / "library" / "claims").iterdir())) == 2
    with Library(tmp_path / "other") as library:
        library.ingest([paper(2), paper(1, value=5.0, content="f" * 64)])
        assert everything(library, tmp_path) == changed


def test_rebuilding_needs_nothing_but_the_claims(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with Library(folder) as library:
        library.ingest([paper(1), paper(2)])
        before = everything(library, tmp_path)
        (folder / "graph.lbug").unlink()
        assert everything(library, tmp_path) == before
        library.rebuild()
        assert everything(library, tmp_path) == before


def test_a_library_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.ingest(paper(1))
    with Library(tmp_path / "library", create=False) as library:
        assert [document.name for document in library.status().documents] == ["paper-1.md"]


def test_status_counts_what_is_there(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.ingest([paper(1), paper(2)])
        status = library.status()
    assert status.claims == {"alias": 1, "property": 2}
    assert status.evidence == 4
    assert status.nodes["Publication"] == 5
    assert status.relations["REFERENCES"] == 4
    assert status.documents[0].claims == {"alias": 1, "property": 1}
    assert status.documents[0].findings == 1


def test_findings_name_their_document(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.ingest([paper(2), paper(1)])
        found = library.findings()
    assert [(entry.name, entry.finding.code) for entry in found] == [
        ("paper-1.md", "ragged-table"),
        ("paper-2.md", "ragged-table"),
    ]


def test_a_claim_is_shown_with_its_evidence(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.ingest([paper(1), paper(2)])
        claim = str(library.query("conductivities", min=0.0025)[0]["claim"])
        shown = library.show(claim)
        assert library.show(claim[6:20]) == shown
    assert shown.statement == "Li6PS5Cl ionic_conductivity 3 mS/cm"
    assert shown.arguments["subject"] == {"id": "material:Li6PS5Cl", "name": "Li6PS5Cl"}
    (piece,) = shown.evidence
    assert (piece.sentence, piece.source, piece.value) == ("Sentence 10 of this paper.", (10, 38), (19, 20))
    assert piece.paper.url == "https://doi.org/10.5555/2"
    assert [(work.number, work.doi, work.text) for work in piece.cites] == [(1, "10.1000/1", "Work 1")]


@pytest.mark.parametrize("wanted", ["claim:ffffffff", "", "claim:"])
def test_a_claim_that_is_not_there(wanted: str, tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.ingest(paper(1))
        with pytest.raises(NotInLibraryError):
            library.show(wanted)


def test_a_document_that_is_not_there(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library, pytest.raises(NotInLibraryError, match="lithograph status"):
        library.remove("nothing.md")


def test_two_documents_of_one_name_are_told_apart(tmp_path: Path) -> None:
    other = paper(2).model_copy(update={"name": "paper-1.md"})
    with Library(tmp_path / "library") as library:
        library.ingest([paper(1), other])
        with pytest.raises(NotInLibraryError, match=r"doi:10.5555/1, doi:10.5555/2"):
            library.remove("paper-1.md")
        assert library.remove("https://doi.org/10.5555/2") == "doi:10.5555/2"


def test_cypher_reads_and_writes_only_when_told(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.ingest(paper(1))
        assert list(library.cypher("MATCH (m:Material) RETURN m.name AS name")) == [{"name": "Li6PS5Cl"}]
        with pytest.raises(QueryError):
            library.cypher("MATCH (m:Material) SET m.name = 'other'")
        library.cypher("MATCH (m:Material) SET m.name = 'other'", write=True)
        assert library.cypher("MATCH (m:Material) RETURN m.name AS name")[0] == {"name": "other"}
        library.rebuild()
        assert library.cypher("MATCH (m:Material) RETURN m.name AS name")[0] == {"name": "Li6PS5Cl"}


def test_rows_become_a_data_frame(tmp_path: Path) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    with Library(tmp_path / "library") as library:
        library.ingest([paper(1), paper(2)])
        frame = library.query("measurements", property="ionic_conductivity").to_dataframe()
    assert list(frame["written"]) == ["2 mS/cm", "3 mS/cm"]


def test_the_graph_for_networkx(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.ingest([paper(1), paper(2)])
        graph = library.to_networkx()
        status = library.status()
    assert graph.number_of_nodes() == sum(status.nodes.values())
    assert graph.number_of_edges() == sum(status.relations.values())
    assert graph.nodes["material:Li6PS5Cl"]["names"] == ["Li6PS5Cl"]


@pytest.mark.parametrize("format", ["rdf", ""])
def test_an_unknown_format_names_the_known_ones(format: str, tmp_path: Path) -> None:
    known = "graphml, json, jsonld, jsonld-framed, neo4j-admin, nquads, ntriples, trig, turtle"
    with Library(tmp_path / "library") as library, pytest.raises(ConfigError, match=known):
        library.export(format, tmp_path / "out")


def test_an_export_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library, pytest.raises(ConfigError, match="cannot be written"):
        library.export("json", tmp_path / "nowhere" / "out.json")


def test_a_second_writer_is_told_so(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as first, Library(tmp_path / "library") as second:
        refused = []

        def write_too(_: object) -> None:
            with pytest.raises(LibraryLockedError, match="another process is writing"):
                second.ingest(paper(2))
            refused.append(True)

        first.ingest(paper(1), progress=write_too)
        assert refused
        assert second.ingest(paper(2)).entries[0].status == "added"


def make_other_database(path: Path) -> None:
    path.mkdir()
    with closing(sqlite3.connect(path / "library.sqlite")) as connection:
        connection.execute("CREATE TABLE a (b)")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(lambda path: path.write_text("x"), "is a file", id="file"),
        pytest.param(lambda path: (path.mkdir(), (path / "notes.txt").write_text("x")), "not a Lithograph", id="other"),
        pytest.param(
            lambda path: (path.mkdir(), (path / "library.sqlite").write_bytes(b"x" * 5000)),
            "not a database",
            id="damaged",
        ),
        pytest.param(make_other_database, "not a Lithograph", id="another database"),
    ],
)
def test_a_directory_that_is_no_library(make: object, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "library"
    make(path)  # type: ignore[operator]
    with pytest.raises(LibraryCorruptError, match=reason) as caught:
        Library(path)
    assert "\n" not in str(caught.value)


def test_a_library_from_a_newer_version(tmp_path: Path) -> None:
    Library(tmp_path / "library").close()
    connection = sqlite3.connect(tmp_path / "library" / "library.sqlite")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryCorruptError, match="newer Lithograph"):
        Library(tmp_path / "library")


def test_a_library_that_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(LibraryCorruptError, match="lithograph ingest"):
        Library(tmp_path / "library", create=False)
    assert not (tmp_path / "library").exists()


def test_a_damaged_claims_file_is_named(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.ingest(paper(1))
        (file,) = (tmp_path / "library" / "claims").iterdir()
        file.write_bytes(file.read_bytes()[:100])
        with pytest.raises(LibraryCorruptError, match=file.name):
            library.rebuild()


def test_what_a_crash_left_is_swept(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with Library(folder) as library:
        library.ingest(paper(1))
        library.refresh()
    (folder / "claims" / "0123.jsonl.gz").write_bytes(b"half")
    (folder / "graph-half").mkdir()
    with Library(folder) as library:
        library.ingest(paper(2))
        library.refresh()
    assert len(list((folder / "claims").iterdir())) == 2
    assert not (folder / "graph-half").exists()


def test_a_file_that_cannot_be_read_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        report = library.ingest([tmp_path / "missing.md", tmp_path, paper(1)])
    assert [entry.status for entry in report.entries] == ["failed", "failed", "added"]
    assert "no such file" in str(report.failed[0].error)
    assert "directory" in str(report.failed[1].error)


def test_a_file_is_read_again_when_it_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# A study\n\nThe ionic conductivity of Li6PS5Cl is 1.9 mS cm-1 at 25 °C.\n")
    with Library(tmp_path / "library") as library:
        assert [entry.status for entry in library.ingest([path, path]).entries] == ["added", "unchanged"]
        assert library.query("measurements", property="ionic_conductivity")[0]["written"] == "1.9 mS/cm"
        path.write_text("# A study\n\nThe ionic conductivity of Li6PS5Cl is 2.9 mS cm-1 at 25 °C.\n")
        assert library.ingest(str(path)).entries[0].status == "replaced"
        assert [row["written"] for row in library.query("measurements", property="ionic_conductivity")] == ["2.9 mS/cm"]
        assert len(library.status().documents) == 1


def test_a_file_of_another_reader_or_pipeline_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# A study\n\nThe ionic conductivity of Li6PS5Cl is 1.9 mS cm-1 at 25 °C.\n")
    with Library(tmp_path / "library") as library:
        library.ingest(path)
    for column in ("reader", "pipeline"):
        connection = sqlite3.connect(tmp_path / "library" / "library.sqlite")
        with connection:
            connection.execute(f"UPDATE document SET {column} = 'old/0'")
        connection.close()
        with Library(tmp_path / "library") as library:
            assert [entry.status for entry in library.ingest([path, path]).entries] == ["replaced", "unchanged"]


def test_a_library_can_be_copied(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        library.ingest(paper(1))
        before = everything(library, tmp_path)
    shutil.copytree(tmp_path / "library", tmp_path / "copy")
    with Library(tmp_path / "copy") as library:
        assert everything(library, tmp_path) == before
