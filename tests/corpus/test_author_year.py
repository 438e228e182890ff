"""Papers that cite authors and years: their works are counted in the order of the list."""

from __future__ import annotations

import pytest

from lithograph.corpus.document import Document
from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document

WORKS = [
    "Curie, M., Hahn, O., Noether, E., and Meitner, L. (2018). Salts of the sea. *Joule* 3, 16–21. doi: 10.1000/a1",
    "Hahn, O., and Meitner, L. (2016a). Glasses of the land. Chem. Mater. 28, 140–162.",
    "Hahn, O., Curie, M., and Noether, E. (2016b). Films of the air. Joule 4, 1–9.",
    "Noether, E. (2019). Symmetry of salts. Science 1, 11.",
    "van der Waals, J., and Curie, M. (2020). Forces of films. Nature 2, 22.",
]


def read(body: str, *, gap: str = "\n\n", before: str = "", works: list[str] = WORKS) -> Document:
    entries = gap.join(before + work for work in works)
    text = f"# A paper with a title\n\n## Introduction\n\n{body}\n\n## References\n\n{entries}\n"
    return read_text(text, name="paper.md")


def cited(document: Document) -> list[tuple[int, ...]]:
    return [citation.numbers for block in document.blocks for citation in block.citations]


def text_of(document: Document) -> str:
    return [block.text for block in document.iter_text()][-1]


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["paragraphs", "lines"])
@pytest.mark.parametrize("before", ["", "- "], ids=["plain", "items"])
def test_works_are_counted_in_their_order(gap: str, before: str) -> None:
    document = read("Cells work (Noether, 2019).", gap=gap, before=before)
    found = [(number, work.authors[0].family, work.year) for number, work in document.bibliography.items()]
    assert found == [
        (1, "Curie", 2018),
        (2, "Hahn", 2016),
        (3, "Hahn", 2016),
        (4, "Noether", 2019),
        (5, "van der Waals", 2020),
    ]
    assert document.bibliography[1].doi == "10.1000/a1"


@pytest.mark.parametrize(
    ("written", "numbers", "left"),
    [
        ("Cells work (Noether, 2019).", [(4,)], "Cells work."),
        ("Cells work (Curie et al., 2018; Noether, 2019).", [(1, 4)], "Cells work."),
        ("Cells work (Hahn and Meitner, 2016a).", [(2,)], "Cells work."),
        ("Cells work (Hahn & Meitner 2016a).", [(2,)], "Cells work."),
        ("Cells work (Hahn et al., 2016a, b).", [(2, 3)], "Cells work."),
        ("Cells work [Curie *et al.*, 2018].", [(1,)], "Cells work."),
        ("Cells work (see also Noether, 2019, Fig. 2).", [(4,)], "Cells work."),
        ("Cells work (see Noether, 2019, and references therein).", [(4,)], "Cells work."),
        ("Cells work (van der Waals and Curie, 2020).", [(5,)], "Cells work."),
        ("As Curie et al. (2018) say, cells work.", [(1,)], "As Curie et al. say, cells work."),
        ("Cells work ([Noether, 2019](#B4)).", [(4,)], "Cells work."),
        ("Cells work (at 60 °C; Noether, 2019).", [(4,)], "Cells work (at 60 °C)."),
        ("Cells work (Gauss, 1801).", [], "Cells work (Gauss, 1801)."),
        ("In 2019 (2019) cells of LFP (Li, 2019) work.", [], "In 2019 (2019) cells of LFP (Li, 2019) work."),
    ],
)
def test_citations_are_found_and_cut_out(written: str, numbers: list[tuple[int, ...]], left: str) -> None:
    document = read(written)
    assert cited(document) == numbers
    assert text_of(document) == left


def test_a_name_with_particles_begins_an_entry() -> None:
    works = [*WORKS[:4], "Van der Waals, J. (1999). Forces of cells. Joule 1, 22."]
    document = read("Van der Waals (1999) says so.", works=works)
    assert cited(document) == [(5,)]


def test_a_statement_has_the_work_that_is_cited_for_it() -> None:
    body = "The ionic conductivity of Li3PS4 is 0.16 mS cm-1 (Hahn et al., 2016b), whereas Li6PS5Cl has 1.9 mS cm-1."
    claims = [claim for claim in extract_document(read(body)).claims if claim.kind == "property"]
    assert [claim.evidence[0].references for claim in claims] == [[3], []]


def test_a_list_that_is_not_sorted_or_has_no_years_is_no_such_list() -> None:
    assert not read(
        "Cells work.", works=[f"{name}, A. Salts of the sea." for name in ("Abel", "Bohr", "Cauchy")]
    ).bibliography
    assert not read("Cells work.", works=WORKS[::-1]).bibliography


def test_numbers_go_before_names() -> None:
    works = [f"{number}. {work}" for number, work in enumerate(WORKS, 1)]
    assert cited(read("Cells work [4], as Curie et al. (2018) say [1].", works=works)) == [(4,), (1,)]
