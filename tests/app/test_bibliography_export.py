"""Reference lists for reference managers."""

from __future__ import annotations

import re
from typing import Any

import pytest

from lithograph.app.bibliography_export import citation_keys, to_bibtex, to_csl
from lithograph.ontology.model import Author, Reference


def reference(number: int = 1, **fields: Any) -> Reference:
    return Reference(number=number, text=fields.pop("text", ""), source_start=0, source_end=1, line=1, **fields)


FULL = reference(
    7,
    authors=[Author(family="Okafor", given="N. B."), Author(family="van der Meer", given="J.")],
    title="Cells & stacks: 50% of Li_2S",
    journal="J. Test. Mater.",
    year=2021,
    volume="12",
    issue="3",
    pages="101-109",
    doi="10.1000/test_(21)1",
)


def test_csl_item_holds_every_field() -> None:
    assert to_csl([FULL]) == [
        {
            "id": "okafor2021",
            "type": "article-journal",
            "citation-number": 7,
            "author": [{"family": "Okafor", "given": "N. B."}, {"family": "van der Meer", "given": "J."}],
            "title": "Cells & stacks: 50% of Li_2S",
            "container-title": "J. Test. Mater.",
            "issued": {"date-parts": [[2021]]},
            "volume": "12",
            "issue": "3",
            "page": "101-109",
            "DOI": "10.1000/test_(21)1",
        }
    ]


def test_bibtex_entry_holds_every_field() -> None:
    assert to_bibtex([FULL]).splitlines() == [
        "@article{okafor2021,",
        "  author = {Okafor, N. B. and van der Meer, J.},",
        r"  title = {{Cells \& stacks: 50\% of Li\_2S}},",
        "  journal = {J. Test. Mater.},",
        "  year = {2021},",
        "  volume = {12},",
        "  number = {3},",
        "  pages = {101--109},",
        "  doi = {10.1000/test_(21)1},",
        "  citation-number = {7},",
        "}",
    ]


def test_an_entry_that_could_not_be_read_keeps_its_text() -> None:
    bare = reference(2, text="Internal report, unpublished & undated")
    assert to_csl([bare]) == [
        {"id": "ref2", "type": "document", "citation-number": 2, "note": "Internal report, unpublished & undated"}
    ]
    assert r"note = {Internal report, unpublished \& undated}," in to_bibtex([bare])


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        pytest.param([("Lee", 2019), ("Lee", 2020)], ["lee2019", "lee2020"], id="different years"),
        pytest.param([("Lee", 2019), ("Xu", 2019), ("Lee", 2019)], ["lee2019a", "xu2019", "lee2019b"], id="same year"),
        pytest.param([("Müller-Strauß", 2001)], ["mullerstrau2001"], id="only ASCII"),
        pytest.param([("", 2001)], ["ref1"], id="no author"),
        pytest.param([("王", 2001)], ["ref1"], id="no ASCII at all"),
        pytest.param([("Lee", None)], ["lee"], id="no year"),
    ],
)
def test_keys_are_unique_and_plain(authors: list[tuple[str, int | None]], expected: list[str]) -> None:
    references = [
        reference(number, authors=[Author(family=family)] if family else [], year=year)
        for number, (family, year) in enumerate(authors, start=1)
    ]
    assert citation_keys(references) == expected
    assert citation_keys(references) == expected


def test_thirty_equal_stems_get_thirty_keys() -> None:
    references = [reference(number, authors=[Author(family="Lee")], year=2000) for number in range(1, 31)]
    keys = citation_keys(references)
    assert len(set(keys)) == 30
    assert keys[25:28] == ["lee2000z", "lee2000aa", "lee2000ab"]


@pytest.mark.parametrize("text", [r"a\b{c}d", "x^2 ~ y", "#1 $5 {", "}"], ids=repr)
def test_bibtex_braces_stay_balanced(text: str) -> None:
    entry = to_bibtex([reference(title=text, doi="10.1000/a{b\\c")])
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")


def test_a_group_that_is_no_person_is_not_split() -> None:
    entry = to_bibtex([reference(authors=[Author(family="Battery and Cell Group")])])
    assert "author = {{Battery and Cell Group}}," in entry
