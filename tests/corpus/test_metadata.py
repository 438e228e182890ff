"""A paper's own title, authors, journal, year and DOI; never those of a work that it cites."""

from __future__ import annotations

import pytest

from lithograph.corpus.author_line import parse_authors
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
    "numbers behind the comma": (
        "Emmy Noether, 1,2 Maria Curie, 1 and Otto Hahn 2,3, *",
        ["Emmy Noether", "Maria Curie", "Otto Hahn"],
    ),
    "letters": (
        "Emmy Noether a , Maria S. Curie b , c , Otto Hahn a , ∗",
        ["Emmy Noether", "Maria S. Curie", "Otto Hahn"],
    ),
    "letters behind the comma": (
        "Emmy Noether, ‡ ab Maria Curie, a Otto Hahn * ab and Lise Meitner * a",
        ["Emmy Noether", "Maria Curie", "Otto Hahn", "Lise Meitner"],
    ),
    "signs": ("Emmy Noether, ∇ Maria Curie, and Otto Hahn *", ["Emmy Noether", "Maria Curie", "Otto Hahn"]),
    "small capitals": ("Emmy noether 1 , Maria Curie 1 & otto hahn 2", ["Emmy noether", "Maria Curie", "otto hahn"]),
    "accents apart": (
        "Nicolo ̀ Noether, ⊥ Raphae ¨ le Curie, and Otto Hahn *",
        ["Nicolò Noether", "Raphaële Curie", "Otto Hahn"],
    ),
    "materials": ("Li2S, Li3P and LiF", []),
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


def test_a_title_below_the_beginning_of_the_text() -> None:
    source = (
        "## Annals of Salt\n\n## PAPER\n\nCite this: Ann. Salt , 2021, 4 , 17\n\nDOI: 10.1000/own\n\n"
        "## 1. Introduction\n\n"
        "Cells are made of salts [1], and they work well at room temperature [2].\n\n"
        "a Institute of Salts, Shore. E-mail: e@sea.example; Fax: +81\n\n"
        "† Electronic supplementary information available.\n\n"
        "## Salts of the sea in cells †\n\nEmmy Noether, ‡ ab Maria Curie a and Otto Hahn * a\n\n"
        "Salts are looked at here. This abstract says so at some length, so that nobody takes it for a line.\n\n"
        "## 2. Results\n\nThe films last." + REFERENCES
    )
    document = read_text(source, name="paper.md")
    metadata = document.metadata
    assert (metadata.title, metadata.journal, metadata.year) == ("Salts of the sea in cells", "Ann. Salt", 2021)
    assert [author.family for author in metadata.authors] == ["Noether", "Curie", "Hahn"]
    assert [block.section for block in document.iter_text()] == [("Introduction",), ("Introduction",), ("Results",)]


def test_a_title_that_stands_on_two_pages() -> None:
    source = (
        "## Salts of the sea in cells\n\n## Highlights\n\n- d Salts last for long\n- d Cells break\n\n## Authors\n\n"
        "Emmy Noether, Maria Curie, Otto Hahn\n\n## Correspondence\n\ne@sea.example\n\n## Article\n\n"
        "## Salts of the sea in cells\n\nEmmy Noether, 1 Maria Curie, 1,2 and Otto Hahn 2, *\n\n"
        "Noether et al., Salt 7 , 485-499 February 7, 2024\n" + BODY + REFERENCES
    )
    metadata = read_text(source, name="paper.md").metadata
    assert (metadata.title, metadata.journal, metadata.year) == ("Salts of the sea in cells", "Salt", 2024)
    assert len(metadata.authors) == 3


def test_addresses_of_authors_are_left_out_wherever_they_stand() -> None:
    source = (
        "# Salts of the sea in cells\n\nEmmy Noether a , Maria Curie b"
        + BODY
        + "\n\n## ■ AUTHOR INFORMATION\n\n## Corresponding Authors\n\n"
        "Emmy Noether -Institute of Salts, Shore; Email: e@sea.example\n\n## Authors\n\n"
        "- Maria Curie -Institute of Glasses, University of the Land\n"
        "- O. Hahn, L. Meitner Institute of Foils 1 Plain\n\n## ■ ACKNOWLEDGMENTS\n\nWe thank the sea." + REFERENCES
    )
    text = " ".join(block.text for block in read_text(source, name="paper.md").blocks)
    for left_out in ("Institute", "thank", "Curie"):
        assert left_out not in text


def test_a_title_page_of_a_journal_with_running_heads() -> None:
    source = (
        "Contents lists available at ScienceDirect\n\n## Annals of Salt\n\njournal homepage: www.sea.example/aos\n\n"
        "## Salts of the sea in cells\n\nEmmy Noether a , Maria Curie b,*\n\n- a\n- b\n\n"
        "School of Salts, University of the Sea, 2006 Shore Avenue, Sea 61173 Institute of Glasses, 1 Hill Street, "
        "District of the Upper Land, Land 30038, Country\n\n## A R T I C L E  I N F O\n\nKeywords: Salts Cells\n\n"
        "## 1. Introduction\n\nCells are made of salts [1]. They work well at room temperature, possibly due\n\n"
        "* Corresponding authors. E-mail addresses: e@sea.example (E. Noether).\n\n"
        "to their films. We made one to\n\nE. Noether et al.\n\nreach a higher voltage [2].\n\nE. Noether et al.\n\n"
        "The film lasts." + REFERENCES
    )
    document = read_text(source, name="paper.md")
    assert (document.metadata.title, document.metadata.journal) == ("Salts of the sea in cells", "Annals of Salt")
    first, last = (block.text for block in document.iter_text())
    assert first.endswith("possibly due to their films. We made one to reach a higher voltage.")
    assert last == "The film lasts."


def test_text_that_goes_on_with_a_letter_is_no_address() -> None:
    body = (
        BODY.rstrip()
        + " They were made with\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\na Li foil that was pressed in our laboratory."
    )
    text = " ".join(block.text for block in read_text(f"# Salts of the sea{body}{REFERENCES}", name="p.md").iter_text())
    assert "pressed in our laboratory" in text


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
