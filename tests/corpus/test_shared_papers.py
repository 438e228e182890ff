"""The reader against real papers, where they lie beside the checkout: counts and places, no sentences."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from lithograph.corpus.document import BlockKind, Document
from lithograph.corpus.reading import read_document

SHARED = Path(__file__).parents[3] / "shared"
REVIEW = "papers/jia-2024-li-se-interfaces.md"
ARTICLES = {
    "papers/aktekin-2023-sei-growth-titration.md": ("10.1038/s41467-023-42512-y", 78, 6, 2023),
    "papers/park-2025-low-pressure-li-s.md": ("10.1002/aenm.202504272", 50, 10, 2025),
    "papers/hayashi-2019-sodium-sulfide.md": ("10.1038/s41467-019-13178-2", 27, 7, 2019),
}
PAPERS = [REVIEW, *ARTICLES]
MARKER = re.compile(r"\[ ?\d[\d, –-]*\]")


@cache
def paper(name: str) -> Document:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{path} is missing")
    return read_document(path)


def test_the_review_has_all_its_references() -> None:
    document = paper(REVIEW)
    references = document.bibliography
    assert list(references) == list(range(1, 284))
    assert sum(reference.doi is not None for reference in references.values()) == 282
    assert all(
        reference.authors and reference.title and reference.journal and reference.year
        for reference in references.values()
    )
    for reference in references.values():
        start, end = reference.source_start, reference.source_end
        plain = re.sub(r"\s|\\", "", document.source[start:end]).lower().replace("%3e", ">")
        assert reference.doi is None or f"doi.org/{reference.doi}" in plain


def test_the_review_states_no_doi_of_its_own() -> None:
    metadata = paper(REVIEW).metadata
    assert metadata.doi is None
    assert paper(REVIEW).id.startswith("sha256:")
    assert metadata.year == 2024
    assert [author.family for author in metadata.authors] == ["Jia", "Zhu", "Zhang", "Guo", "Du", "Zhuang"]
    assert metadata.title
    assert metadata.title.startswith("Li–Solid Electrolyte Interfaces")


@pytest.mark.parametrize("name", ARTICLES)
def test_the_articles_have_all_their_references(name: str) -> None:
    doi, count, authors, year = ARTICLES[name]
    document = paper(name)
    assert list(document.bibliography) == list(range(1, count + 1))
    for reference in document.bibliography.values():
        assert reference.authors
        assert reference.year
        assert reference.journal or reference.doi  # a thesis has no journal
    assert document.metadata.doi == doi
    assert document.metadata.year == year
    assert len(document.metadata.authors) == authors
    assert document.metadata.title
    assert document.metadata.journal
    assert document.id == f"doi:{doi}"


@pytest.mark.parametrize("name", PAPERS)
def test_every_reference_is_cited_and_every_citation_resolved(name: str) -> None:
    document = paper(name)
    cited = {number for block in document.blocks for citation in block.citations for number in citation.numbers}
    assert cited == set(document.bibliography)
    assert not [finding for finding in document.findings if finding.severity != "info"]


@pytest.mark.parametrize("name", [REVIEW, "papers/park-2025-low-pressure-li-s.md"])
def test_no_bracketed_marker_is_left(name: str) -> None:
    document = paper(name)
    found = {citation.source_start for block in document.blocks for citation in block.citations}
    first = min(document.source.rfind("\n", 0, reference.source_start) for reference in document.bibliography.values())
    written = {match.start() for match in MARKER.finditer(document.source, 0, first)}
    assert written == found
    assert not [block.line for block in document.blocks if MARKER.search(block.text)]


def test_table_1_of_the_review() -> None:
    (block,) = [block for block in paper(REVIEW).blocks if block.kind is BlockKind.TABLE]
    table = block.table
    assert table is not None
    assert [cell.text for cell in table.header] == ["Materials", "Ionic conductivity @ RT/(mS cm-1)"]
    assert [row[0].line for row in table.rows] == list(range(51, 98))
    assert all(re.match(r"(?:> )?[\d.]", row[1].text) for row in table.rows)
    assert sum(bool(row[0].citations) for row in table.rows) == 46
    assert table.caption.startswith("Table 1 ")
    assert len(table.footnotes) == 1


@pytest.mark.parametrize("name", PAPERS)
def test_no_markup_is_left(name: str) -> None:
    leftover = re.compile(r"[\\${}\ue000-\uf8ff]|</?su[bp]>|\*\*|/uni|&[a-z]+;|\d\s?\^\s|  |cm [-–]\d")
    assert not [
        (block.line, leftover.findall(block.text)) for block in paper(name).blocks if leftover.search(block.text)
    ]


@pytest.mark.parametrize("name", PAPERS)
def test_running_text_ends_where_sentences_end(name: str) -> None:
    blocks = [block for block in paper(name).blocks if block.kind is BlockKind.PARAGRAPH and len(block.text) > 40]
    open_ends = [block.line for block in blocks if block.text[-1] not in ".:?!)"]
    small_starts = [block.line for block in blocks if block.text[0].islower()]
    assert len(open_ends) <= 1
    assert len(small_starts) <= 2


def test_the_corpus_of_plain_text_is_read_whole_but_for_reference_lists() -> None:
    folder = SHARED / "corpora" / "sofc-exp" / "texts"
    if not folder.exists():
        pytest.skip(f"{folder} is missing")
    for path in sorted(folder.glob("*.txt")):
        document = read_document(path)
        read = {block.line for block in document.blocks}
        lines = enumerate(document.source.splitlines(), 1)
        years = re.compile(r"\b(?:19|20)\d\d")
        left_out = [line for number, line in lines if number not in read and len(years.findall(line)) >= 10]
        covered = sum(len(text) for text in (*(block.text for block in document.blocks), *left_out))
        assert covered > 0.95 * len(document.source), path.name
