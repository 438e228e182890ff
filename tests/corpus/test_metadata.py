"""A paper's own title, authors, journal, year and DOI; never those of a work that it cites."""

from __future__ import annotations

import pytest

from lithograph.corpus.metadata import parse_authors
from lithograph.corpus.reading import read_text

AUTHORS = {
    "html marks": ("Emmy Noether<sup>1</sup> · Maria S. Curie<sup>1,2,\\*</sup>", ["Emmy Noether", "Maria S. Curie"]),
    "flattened marks": (
        "Emmy Noether 1 , Maria S. Curie 1,2 * &amp; Otto Hahn 2",
        ["Emmy Noether", "Maria S. Curie", "Otto Hahn"],
    ),
    "stars": ("Emmy Noether, Jin An Sam Oh,* and Maria Curie*", ["Emmy Noether", "Jin An Sam Oh", "Maria Curie"]),
    "latex marks": ("Emmy Noether$^{1}$, Johannes van der Waals$^{2,*}$", ["Emmy Noether", "Johannes van der Waals"]),
    "initials": ("E. Noether 1 *, M. Curie 1 & O. Hahn 2", ["E. Noether", "M. Curie", "O. Hahn"]),
    "sentence": ("Cells are made of salts, and they work well, as Noether knew.", []),
    "place": ("University of Erlangen, Germany", []),
    "heading": ("Solid Salts", []),
}


@pytest.mark.parametrize(("text", "names"), AUTHORS.values(), ids=AUTHORS.keys())
def test_parse_authors(text: str, names: list[str]) -> None:
    assert [f"{author.given} {author.family}" for author in parse_authors(text)] == names


REFERENCES = (
    "\n\n## References\n\n1. Hahn, O.: Other work. *Ann. Phys.* **1**, 1–9 (1990). <https://doi.org/10.1000/other>\n"
    "2. Curie, M.: More work. *Ann. Phys.* **2**, 1–9 (1991). <https://doi.org/10.1000/more>\n"
)
BODY = "\n\n## Introduction\n\nCells are made of salts [1], and they work well at room temperature [2].\n"


def test_title_page() -> None:
    source = (
        "## ARTICLE\n\nhttps://doi.org/10.1000/OWN.2023.\n\n## Salts of the sea in cells\n\n"
        "Emmy Noether 1 , Maria Curie 2 &amp; Otto Hahn 1\n\nReceived: 18 July 2022\n\nAccepted: 12 October 2023\n\n"
        "Cells are made of salts. This abstract says so at some length, so that nobody takes it for a line.\n\n"
        "1 Institute of Salts, University of the Sea, Shore. e-mail: e@sea.example" + BODY + REFERENCES
    )
    document = read_text(source, name="paper.md")
    metadata = document.metadata
    assert metadata.title == "Salts of the sea in cells"
    assert [author.family for author in metadata.authors] == ["Noether", "Curie", "Hahn"]
    assert metadata.doi == "10.1000/own.2023"
    assert metadata.year == 2023
    assert document.id == "doi:10.1000/own.2023"
    text = " ".join(block.text for block in document.blocks)
    for left_out in ("Received", "Institute", "Noether", "10.1000"):
        assert left_out not in text
    assert "This abstract says so" in text


def test_a_cited_doi_is_never_the_papers_own() -> None:
    document = read_text(
        "# Salts of the sea\n\nEmmy Noether<sup>1</sup>\n\n© The Author(s) 2024" + BODY + REFERENCES, name="paper.md"
    )
    assert document.metadata.doi is None
    assert document.metadata.year == 2024
    assert document.id == f"sha256:{document.content_hash}"


@pytest.mark.parametrize(
    ("line", "journal", "year"),
    [
        ("Adv. Energy Mater. 2025 , e04272", "Adv. Energy Mater.", 2025),
        ("Journal of Salts (2021) 14:123", "Journal of Salts", 2021),
        ("©2020 The Author(s). Advanced Salt Materials published by Sea Press.", "Advanced Salt Materials", 2020),
    ],
    ids=["abbreviated", "volume and page", "published by"],
)
def test_journal_and_year(line: str, journal: str, year: int) -> None:
    document = read_text(f"# Salts of the sea\n\n{line}{BODY}\n\n{line}\n", name="paper.md")
    assert (document.metadata.journal, document.metadata.year) == (journal, year)


def test_a_text_without_a_title_page() -> None:
    metadata = read_text("Cells are made of salts and work at room temperature.\n", name="note.md").metadata
    assert (metadata.title, metadata.authors, metadata.journal, metadata.year, metadata.doi) == (
        None,
        [],
        None,
        None,
        None,
    )
