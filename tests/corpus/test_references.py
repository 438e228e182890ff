"""Reference lists in the styles of the field, and DOIs however they are written."""

from __future__ import annotations

import pytest

from lithograph.corpus.bibliography import parse_reference
from lithograph.corpus.document import Document
from lithograph.corpus.dois import find_dois, normal_doi
from lithograph.corpus.entry_names import parse_names
from lithograph.corpus.reading import read_text

STYLES = {
    "springer": (
        "Noether, E., Van der Waals, J.D., et al.: On the symmetry of: salts. J. Power. Sources 12, 34–56 (2001).",
        (["Noether", "Van der Waals"], "On the symmetry of: salts", "J. Power. Sources", 2001, "12", "34–56"),
    ),
    "nature": (
        "Noether, E., Curie, M. S. & Hahn, O. Salts of the sea. Nat. Energy 4, 12-19 (2019).",
        (["Noether", "Curie", "Hahn"], "Salts of the sea", "Nat. Energy", 2019, "4", "12-19"),
    ),
    "nature, et al.": (
        "Noether, E. et al. Salts of the sea? Joule 4, 101 (2019).",
        (["Noether"], "Salts of the sea?", "Joule", 2019, "4", "101"),
    ),
    "wiley": (
        "E. Noether, M. S. Curie, Adv. Energy Mater. 2024, 16, 2401172.",
        (["Noether", "Curie"], None, "Adv. Energy Mater.", 2024, "16", "2401172"),
    ),
    "wiley, journal like a name": (
        "E. Noether, M. Curie, J. Power Sources 2018, 406, 7.",
        (["Noether", "Curie"], None, "J. Power Sources", 2018, "406", "7"),
    ),
    "wiley, several works": (
        "a) E. Noether, Nat. Commun. 2025, 16, 4200; b) M. Curie, Science 2023, 381, eabg5998.",
        (["Noether"], None, "Nat. Commun.", 2025, "16", "4200"),
    ),
    "acs": (
        "Noether, E.; Curie, M. Salts of the Sea. Chem. Mater. 2016, 28 (1), 266–273.",
        (["Noether", "Curie"], "Salts of the Sea", "Chem. Mater.", 2016, "28", "266–273"),
    ),
    "rsc": (
        "E. Noether and M. Curie, J. Mater. Chem. A, 2019, 7, 18126.",
        (["Noether", "Curie"], None, "J. Mater. Chem. A", 2019, "7", "18126"),
    ),
    "elsevier": (
        "E. Noether, M. Curie, Salts of the sea, Solid State Ionics 278 (2015) 98–105.",
        (["Noether", "Curie"], "Salts of the sea", "Solid State Ionics", 2015, "278", "98–105"),
    ),
    "elsevier, abbreviated journal": (
        "E. Noether, M. Curie, Salts of land, sea and air, J. Electrochem. Soc. 164 (2017) A1731–A1744.",
        (["Noether", "Curie"], "Salts of land, sea and air", "J. Electrochem. Soc.", 2017, "164", "A1731–A1744"),
    ),
    "ieee": (
        'E. Noether and M. Curie, "Salts of the sea," Nature Energy, vol. 5, no. 2, pp. 11–15, Feb. 2019.',
        (["Noether", "Curie"], "Salts of the sea", "Nature Energy", 2019, "5", "11–15"),
    ),
    "cell": (
        "Noether, E., and Curie, M. (2019). Salts of the sea. J. Mater. Chem. A 12, 5269-5281. doi: 10.1039/X",
        (["Noether", "Curie"], "Salts of the sea", "J. Mater. Chem. A", 2019, "12", "5269-5281"),
    ),
    "cell, volume alone": (
        "Noether, E. (2019). Salts of the sea. J. Phys. Chem. Lett. 8 .",
        (["Noether"], "Salts of the sea", "J. Phys. Chem. Lett.", 2019, "8", None),
    ),
    "elsevier, volume alone": (
        "E. Noether, M. Curie Jr., Adv. Energy Mater. 5 (2015), http://dx.doi.org/10.1002/x.",
        (["Noether", "Curie"], None, "Adv. Energy Mater.", 2015, "5", None),
    ),
    "acs, number of an article": (
        "Noether, E.; Curie, M. Salts of the Sea. Angew. Chem., Int. Ed. 2022, 61, No. e20220.",
        (["Noether", "Curie"], "Salts of the Sea", "Angew. Chem., Int. Ed.", 2022, "61", "e20220"),
    ),
    "nature, volumes together": (
        "Noether, E., Curie, M. S & Doi, T. Salts of the sea. Solid State Ionics 3-4, 165-169 (1981).",
        (["Noether", "Curie", "Doi"], "Salts of the sea", "Solid State Ionics", 1981, "3-4", "165-169"),
    ),
    "no volume": (
        "Noether, E. & Curie, M. Salts of the sea. Chem. Lett. 790-791 (2001).",
        (["Noether", "Curie"], "Salts of the sea", "Chem. Lett.", 2001, None, "790-791"),
    ),
    "part of a book": (
        "E. Noether, in: M. Curie (Ed.), Rings of Salt, John Wiley & Sons, Inc., New York, 1967, pp. 91-118.",
        (["Noether"], None, "Rings of Salt", 1967, None, "91-118"),
    ),
    "thesis": (
        "E. Noether, Rings of Salt, University of Erlangen, Erlangen, 1907.",
        (["Noether"], "Rings of Salt", "University of Erlangen, Erlangen", 1907, None, None),
    ),
    "rsc with titles": (
        "E. Noether and M. Curie, Salts of the sea, Nat. Rev. Mater., 2020, 5(3), 229–252.",
        (["Noether", "Curie"], "Salts of the sea", "Nat. Rev. Mater.", 2020, "5", "229–252"),
    ),
    "springer, year behind the authors": (
        "Noether E, Curie M (2019) Salts of the sea. J Power Sources 412:11–15.",
        (["Noether", "Curie"], "Salts of the sea", "J Power Sources", 2019, "412", "11–15"),
    ),
    "elsevier, by name": (
        "Noether, E., Curie, M., 2019. Salts of the sea. Adv. Mater. 31, 1901131.",
        (["Noether", "Curie"], "Salts of the sea", "Adv. Mater.", 2019, "31", "1901131"),
    ),
    "first author the other way round": (
        "Noether, E., M. Curie, and O. Hahn, Salts of the sea. Journal of Power Sources, 2019. 412: p. 11-15.",
        (["Noether", "Curie", "Hahn"], "Salts of the sea", "Journal of Power Sources", 2019, "412", "11-15"),
    ),
    "marks of kinds": (
        "NOETHER E, CURIE M. Salts of the sea[J]. Adv Mater, 2019, 31: 1901131.",
        (["NOETHER", "CURIE"], "Salts of the sea", "Adv Mater", 2019, "31", "1901131"),
    ),
    "full stops behind initials": (
        "Noether E., Curie M.S., et al. Salts of the sea. Chem. Rev. 2020;120:4257–4300.",
        (["Noether", "Curie"], "Salts of the sea", "Chem. Rev.", 2020, "120", "4257–4300"),
    ),
    "book with its publisher": (
        "Noether, E. Rings of Salt (Wiley, 2015).",
        (["Noether"], "Rings of Salt", "Wiley", 2015, None, None),
    ),
    "vancouver": (
        "Noether E, Curie MS. Salts of the sea. J Power Sources. 2019;5(2):11-15.",
        (["Noether", "Curie"], "Salts of the sea", "J Power Sources", 2019, "5", "11-15"),
    ),
}


WORKS = [
    "E. Noether, Salts of the sea, Solid State Ionics 278 (2015) 98–105.",
    "M. Curie, Glasses of the land, Nature Energy 5 (2019) 11–15.",
    "O. Hahn, Films of the air, Joule 4 (2020) 101–106.",
]

NUMBERED = {
    "point": "{n}. {work}",
    "brackets": "[{n}] {work}",
    "escaped brackets": "\\[{n}\\] {work}",
    "escaped point": "{n}\\. {work}",
    "brackets with a point": "[{n}]. {work}",
    "nothing": "{n} {work}",
    "nothing in a list": "- {n} {work}",
    "nothing in a list that counts itself": "7. {n} {work}",
    "bold": "**{n}.** {work}",
    "raised": "<sup>{n}</sup> {work}",
    "carets": "^{n}^ {work}",
    "anchor": '<span id="b{n}"></span>{n}. {work}',
    "anchor in a list": '- <a id="r{n}"></a>[{n}] {work}',
    "link": "[{n}](#cited-{n}) {work}",
    "footnotes": "[^{n}]: {work}",
    "on a line of its own": "[{n}]\n{work}",
    "items without numbers": "- {work}",
    "items of HTML": "<li>{work}</li>",
}


@pytest.mark.parametrize("form", NUMBERED.values(), ids=NUMBERED.keys())
@pytest.mark.parametrize("heading", ["## References", "**References**", "<h2>References</h2>", "REFERENCES"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_reference_lists_as_converters_write_them(form: str, heading: str, gap: str) -> None:
    entries = gap.join(form.format(n=number, work=work) for number, work in enumerate(WORKS, 1))
    document = read_text(f"# A paper\n\nCells work [1] and last [2, 3].\n\n{heading}\n\n{entries}\n", name="paper.md")
    assert [(entry.number, entry.year) for entry in document.bibliography.values()] == [(1, 2015), (2, 2019), (3, 2020)]
    assert [entry.authors[0].family for entry in document.bibliography.values()] == ["Noether", "Curie", "Hahn"]


def test_a_line_that_a_converter_took_for_an_item_goes_on_with_its_entry() -> None:
    works = (
        "- (1) Noether, E. Salts of the\n2. Deep Sea. Joule 2020, 4, 101.",
        "- (2) Curie, M. Glasses of the land. Joule 2021, 5, 11.",
        "- (3) Hahn, O. Films of\n4. the air. Joule 2022, 6, 12.",
        "- (4) Meitner, L. Foils of the plain. Joule 2023, 7, 13.",
    )
    entries = "\n".join(works)
    document = read_text(f"# A paper\n\nCells work. [1-4]\n\n## References\n\n{entries}\n", name="paper.md")
    titles = [reference.title for reference in document.bibliography.values()]
    assert titles == ["Salts of the Deep Sea", "Glasses of the land", "Films of the air", "Foils of the plain"]


def test_accents_that_stand_beside_their_letter() -> None:
    entries = "\n".join(
        f"[{number}] {name} Joule 4 (2020) {number}."
        for number, name in enumerate(["M. Mu˜ noz,", "P. Pe ´rez,", "R. ˇ Cern´ y, A. Cle ´ ment,"], 1)
    )
    document = read_text(f"# A paper\n\nCells work [1-3].\n\n## References\n\n{entries}\n", name="paper.md")
    families = [author.family for reference in document.bibliography.values() for author in reference.authors]
    assert families == ["Muñoz", "Pérez", "Černý", "Clément"]


def test_items_without_numbers_are_not_counted_where_the_text_cites_others() -> None:
    entries = "\n".join(f"- {work}" for work in WORKS)
    document = read_text(
        f"# A paper\n\nCells work [1] and last [2, 5].\n\n## References\n\n{entries}\n", name="paper.md"
    )
    assert not document.bibliography


@pytest.mark.parametrize(("text", "expected"), STYLES.values(), ids=STYLES.keys())
def test_parse_reference_reads_the_styles_of_the_field(text: str, expected: tuple[object, ...]) -> None:
    parsed = parse_reference(text)
    families = [author.family for author in parsed.authors]
    families_, title, journal, *place = expected
    assert (families, parsed.title, [parsed.year, parsed.volume, parsed.pages]) == (families_, title, place)
    assert (parsed.journal or "").rstrip(".") == str(journal).rstrip(".")


def test_parse_reference_takes_the_journal_from_italics() -> None:
    parsed = parse_reference(
        "Noether, E.: A title. With a point. Z. anorg. allg. Chem. 3, 1 (1921).", italics=["Z. anorg. allg. Chem."]
    )
    assert (parsed.title, parsed.journal) == ("A title. With a point", "Z. anorg. allg. Chem.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Noether, E., Curie, M.: x", [("Noether", "E."), ("Curie", "M.")]),
        ("J.-M. Tarascon, Y.-K. Sun, X 2001", [("Tarascon", "J.-M."), ("Sun", "Y.-K.")]),
        ("Leichtweiß, T. & Krüger, D. x", [("Leichtweiß", "T."), ("Krüger", "D.")]),
        ("von Sacken, U. & Dahn, J. R. x", [("von Sacken", "U."), ("Dahn", "J. R.")]),
        ("Swider-Lyons, K. E. et al. x", [("Swider-Lyons", "K. E.")]),
        ("Martin,, S. W . & Tarascon, J.- M. x", [("Martin", "S. W."), ("Tarascon", "J.-M.")]),
        ("R.C. Bowman Jr., J. Zhao, x", [("Bowman", "R.C."), ("Zhao", "J.")]),
        ("The committee: x", []),
    ],
    ids=["springer", "hyphens", "umlauts", "particle", "double", "gaps", "junior", "none"],
)
def test_parse_names(text: str, names: list[tuple[str, str]]) -> None:
    assert [(author.family, author.given) for author in parse_names(text)[0]] == names


DOIS = {
    "angle brackets": ("<https://doi.org/10.1002/aenm.202101915>", "10.1002/aenm.202101915"),
    "full stop": ("doi: 10.1021/JA407393Y.", "10.1021/ja407393y"),
    "resolver": ("https://dx.doi.org/10.1039/C9EE02311A,", "10.1039/c9ee02311a"),
    "parentheses": ("(https://doi.org/10.1016/0167-2738(84)90097-3)", "10.1016/0167-2738(84)90097-3"),
    "markdown link": (
        r"[https://doi.org/10.1016/S0167-2738\(97\)00434-7](https://doi.org/10.1016/S0167-2738(97)00434-7)",
        "10.1016/s0167-2738(97)00434-7",
    ),
    "broken after a dot": ("https://doi.org/10.1016/j.\njpowsour.2010.11.089.", "10.1016/j.jpowsour.2010.11.089"),
    "broken after the slash": ("https://doi.org/10.1038/\ns41560-020-0575-z", "10.1038/s41560-020-0575-z"),
    "broken after the resolver": ("https://doi.org/\n10.1038/nenergy.2016.30", "10.1038/nenergy.2016.30"),
    "broken after a hyphen": ("https://doi.org/10.1038/s41467-\n019-13178-2", "10.1038/s41467-019-13178-2"),
    "angle brackets inside": (
        "https://doi.org/10.1002/(SICI)1521-4095(1998)10:6%3C439::AID-ADMA439%3E3.0.CO;2-I",
        "10.1002/(sici)1521-4095(1998)10:6<439::aid-adma439>3.0.co;2-i",
    ),
    "cut after the registrant's number": ("https://doi.org/10. 1016/j.matt.2023.04.022.", "10.1016/j.matt.2023.04.022"),
    "cut after a word": ("https://doi.org/10.1002/anie. 202400424.", "10.1002/anie.202400424"),
    "cut before the number": ("https://doi.org/ 10.1063/1.1699563.", "10.1063/1.1699563"),
    "not cut": ("https://doi.org/10.1063/1.1699563. 2 Others", "10.1063/1.1699563"),
    "escaped underscore": (r"10.1007/978-3-319\_1", "10.1007/978-3-319_1"),
}


@pytest.mark.parametrize(("text", "doi"), DOIS.values(), ids=DOIS.keys())
def test_find_dois(text: str, doi: str) -> None:
    assert find_dois(f"A title. {text}") == [doi]


def test_find_dois_finds_none_in_numbers() -> None:
    assert find_dois("10.5 mS cm-1 and 10.1000 V") == []


def test_normal_doi_is_stable() -> None:
    assert normal_doi(normal_doi("https://doi.org/10.1000/A(B).")) == "10.1000/a(b)"


BODY = "# A paper with a title\n\nCells work [1], last [2] and break [3].\n\n"
ENTRY = "Noether, E.: Work {}. *Ann. Phys.* **{}**, 1–9 (1990). <https://doi.org/10.1000/w{}>"


def entries(pattern: str, *, last: int = 3) -> str:
    return "\n".join(pattern.format(number) + ENTRY.format(number, number, number) for number in range(1, last + 1))


@pytest.mark.parametrize(
    "source",
    [
        BODY + "## References\n\n" + entries("{}. "),
        BODY + "## 7. REFERENCES\n\n" + entries("[{}] "),
        BODY + "**References**\n\n" + entries("- [{}] "),
        BODY + "## Acknowledgements\n\nThanks.\n\n" + entries("- [{}] "),
        BODY + "References\n\n" + entries("{}. ").replace("\n", "\n\n"),
        BODY + "## Literature cited\n\n" + entries("({}) "),
    ],
    ids=["heading", "numbered heading", "bold heading", "no heading", "plain heading", "parentheses"],
)
def test_the_list_is_found(source: str) -> None:
    document = read_text(source, name="paper.md")
    assert [reference.doi for reference in document.bibliography.values()] == ["10.1000/w1", "10.1000/w2", "10.1000/w3"]
    assert "Noether" not in "".join(block.text for block in document.blocks)
    for reference in document.bibliography.values():
        assert document.source[reference.source_start : reference.source_end].startswith("Noether")
        assert document.source.split("\n")[reference.line - 1].endswith(f"w{reference.number}>")


def lists(document: Document) -> list[tuple[int, str | None, int | None]]:
    return [(number, reference.doi, reference.year) for number, reference in document.bibliography.items()]


def test_an_entry_cut_by_a_page_is_one() -> None:
    source = (
        BODY + "## References\n\n1. Noether, E.: A work on salts and the\n\n## www.example.org\n\n- seas of the world. "
        "*Ann. Phys.* **1**, 1–9 (1990). <https://doi.org/10.1000/w1>\n2. Curie, M.: Other work. *Ann. Phys.* **2**, "
        "3 (1991). https://doi.org/10.1000/\nw2\n\n![](page.png)\n\n"
        "3. Hahn, O.: Third work. *Ann. Phys.* **3**, 3 (1992).\n"
    )
    document = read_text(source, name="paper.md")
    assert lists(document) == [(1, "10.1000/w1", 1990), (2, "10.1000/w2", 1991), (3, None, 1992)]
    assert document.bibliography[1].title == "A work on salts and the seas of the world"


def test_a_part_of_a_list_keeps_its_numbers() -> None:
    source = BODY + "## References\n\n" + entries("1{}. ")
    assert list(read_text(source, name="paper.md").bibliography) == [11, 12, 13]


def test_numbered_steps_are_no_references() -> None:
    source = "# A paper with a title\n\n1. Weigh the salt.\n2. Press it at 300 MPa.\n3. Heat it.\n\nIt works.\n"
    assert read_text(source, name="paper.md").bibliography == {}


def test_what_follows_the_list_is_not_read() -> None:
    source = (
        BODY + "## References\n\n" + entries("{}. ") + "\n\n**Emmy Noether** obtained her degree in Erlangen.\n\n"
        "## Methods\n\nCells were pressed at 300 MPa.\n\n## Funding\n\nNone.\n"
    )
    texts = [block.text for block in read_text(source, name="paper.md").blocks]
    assert texts == ["A paper with a title", "Cells work, last and break.", "Methods", "Cells were pressed at 300 MPa."]
