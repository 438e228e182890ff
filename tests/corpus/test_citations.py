"""Citations are found, resolved and cut out; numbers of the text stay."""

from __future__ import annotations

import pytest

from lithograph.corpus.citation_style import find_style
from lithograph.corpus.citations import CitationStyle
from lithograph.corpus.document import Document
from lithograph.corpus.numbered import expand
from lithograph.corpus.reading import read_text

ENTRIES = "\n".join(
    f"{number}. Noether, E., Curie, M.: Work number {number}. *Ann. Phys.* **{number}**, 1–9 (1990)."
    for number in range(1, 31)
)


def read(body: str, entries: str = ENTRIES) -> Document:
    return read_text(f"# A paper with a title\n\n{body}\n\n## References\n\n{entries}\n", name="paper.md")


def cited(document: Document) -> list[tuple[int, ...]]:
    return [citation.numbers for block in document.blocks for citation in block.citations]


def text_of(document: Document) -> str:
    return " ".join(block.text for block in document.iter_text())


@pytest.mark.parametrize(
    ("content", "numbers"),
    [
        ("1", (1,)),
        ("2, 3", (2, 3)),
        ("20–22, 25", (20, 21, 22, 25)),
        (" 1-3", (1, 2, 3)),
        ("12a,b", (12,)),
        ("7 , 8 -10", (7, 8, 9, 10)),
    ],
)
def test_expand_writes_ranges_out(content: str, numbers: tuple[int, ...]) -> None:
    assert expand(content) == numbers


BRACKETS = {
    "one": ("Cells work [1]. They last [2].", "Cells work. They last.", [(1,), (2,)]),
    "list and range": ("Cells work [2, 3] and last [20–22, 25].", "Cells work and last.", [(2, 3), (20, 21, 22, 25)]),
    "converter's spaces": ("Cells. [ 1-3] They [ 6,11-13] last.", "Cells. They last.", [(1, 2, 3), (6, 11, 12, 13)]),
    "glued": ("Cells with LGPS[17] and Li$_3$N[18] work.", "Cells with LGPS and Li3N work.", [(17,), (18,)]),
    "after a name": ("Noether et al. [7] found [8] it.", "Noether et al. found it.", [(7,), (8,)]),
    "reference word": ("Taken from Ref. [7]. As in Refs. [8, 9].", "Taken from. As in.", [(7,), (8, 9)]),
    "begins": ("[4] shows it [5].", "shows it.", [(4,), (5,)]),
    "two in a row": ("Cells work [1], [2].", "Cells work.", [(1,), (2,)]),
    "markdown escape": (r"Cells work \[1\] and last \[2\].", "Cells work and last.", [(1,), (2,)]),
    "interval": ("In the interval [2, 5] cells [1] work [3].", "In the interval [2, 5] cells work.", [(1,), (3,)]),
    "direction": (
        "Along the [110] direction cells [1] work [3].",
        "Along the [110] direction cells work.",
        [(1,), (3,)],
    ),
    "no number": ("With [TFSI] anions cells [1] work [2].", "With [TFSI] anions cells work.", [(1,), (2,)]),
    "not in the list": ("In [2019] cells [1] work [2].", "In [2019] cells work.", [(1,), (2,)]),
}


@pytest.mark.parametrize(("body", "expected", "numbers"), BRACKETS.values(), ids=BRACKETS.keys())
def test_brackets(body: str, expected: str, numbers: list[tuple[int, ...]]) -> None:
    document = read(body)
    assert text_of(document) == expected
    assert cited(document) == numbers


def test_positions_and_sources_of_citations() -> None:
    document = read("Cells with LGPS [17] work at 3 V [2, 3].")
    (block,) = document.iter_text()
    first, second = block.citations
    assert block.text[: first.position] == "Cells with LGPS"
    assert block.text[: second.position] == "Cells with LGPS work at 3 V"
    assert document.source[first.source_start : first.source_end] == "[17]"
    assert document.source[second.source_start : second.source_end] == "[2, 3]"


FLATTENED = (
    "Cells are made of salts 1 , as is known 2 -4 . A film grew within 3 min at 20 °C (see Fig. 5 ), which others "
    "saw 5,6 . The S 2 p spectra were taken after 12 h. In 2 of 10 cells the method 7 failed, but not in the method "
    "of Noether 8 such as here. A layer of Na3SbS4 9 and one of 10 nm worked 10 . Up to 25 cycles (400%) 11 were run "
    "in step 6 . It was found in 2012 12 , and 13 to 15 samples broke."
)


def test_flattened_superscripts_are_told_from_numbers() -> None:
    document = read(FLATTENED)
    assert cited(document) == [(1,), (2, 3, 4), (5, 6), (7,), (8,), (9,), (10,), (11,), (12,)]
    text = text_of(document)
    for kept in (
        "3 min",
        "20 °C",
        "Fig. 5",
        "S 2 p spectra",
        "12 h",
        "2 of 10 cells",
        "10 nm",
        "25 cycles",
        "step 6",
        "13 to 15 samples",
    ):
        assert kept in text
    assert "salts, as is known. A film" in text


WRITTEN = {
    "raised brackets": "Cells work.<sup>[1]</sup> They last<sup>[2,3]</sup> or break.<sup>[4–6]</sup>",
    "split tags": "Cells work.<sup>1</sup> They last<sup>2</sup><sup>,3</sup> or break.<sup>4</sup>–<sup>6</sup>",
    "tags inside": "Cells work.<sup><i>1</i></sup> They last<sup><a href='#b2'>2</a>,3</sup> or break.<sup>4−6</sup>",
    "carets": "Cells work.^1^ They last^2,\\ 3^ or break.^4--6^",
    "maths": "Cells work.$^{1}$ They last$^{2, 3}$ or break.$^{\\mathrm{4-6}}$",
    "linked lists": "Cells work [[1](#r1)]. They last [[2](#r2),[3](#r3)] or break [[4](#r4)–[6](#r6)].",
    "raised links": "Cells work.<sup>[1](#a)</sup> They last<sup>[2](#),[3](#)</sup> or break.<sup>[4](#)-[6](#)</sup>",
    "cut links": "Cells work [\\[1\\]](#a). They last [\\[2,](#b)[3\\]](#c) or break \\[[4](#d)[–6](#f)\\].",
    "cut raised links": (
        "Cells work.[<sup>1</sup>](#a) They last[<sup>2</sup>,](#b)[<sup>3</sup>](#c) or break.[<sup>4–6</sup>](#d)"
    ),
    "anchors": "Cells work [<a href='#b1'>1</a>]. They last [<a href='#b2'>2</a>,3] or break [4–<a href='#b6'>6</a>].",
    "maths without a base": "Cells work. ${ }^{1}$ They last ${ }^{2,3}$ or break. ${ }^{4-6}$",
    "range of brackets": "Cells work [1]. They last [2], [3] or break [4]–[6].",
    "words inside": "Cells work [see 1]. They last [2, 3] or break [e.g., 4–6].",
    "parentheses": "Cells work (1). They last (*2, 3*) or break (4–6).",
    "spaced parentheses": "Cells work ( 1 ). They last ( 2 , 3 ) or break ( 4 -6 ).",
    "footnotes": "Cells work[^1]. They last[^2][^3] or break[^4][^5][^6].",
    "named": "Cells work (ref. 1). They last (refs 2, 3) or break [Refs. 4–6].",
}


@pytest.mark.parametrize("body", WRITTEN.values(), ids=WRITTEN.keys())
def test_citations_as_converters_write_them(body: str) -> None:
    document = read(f"## Introduction\n\n{body}", "\n".join(ENTRIES.splitlines()[:8]))
    assert [number for numbers in cited(document) for number in numbers] == [1, 2, 3, 4, 5, 6]
    assert text_of(document).endswith("Cells work. They last or break.")


def test_flattened_numbers_behind_the_full_stop() -> None:
    body = (
        "Cells work in air. 1,2 They last for days (or weeks). 3 -5 Films grow. 6 "
        "See Fig. 2 They are shown there, and 4 pellets break (at 2 mA cm -2 ). 7 So do cells. 8,9"
    )
    document = read(f"## Introduction\n\n{body}")
    assert cited(document) == [(1, 2), (3, 4, 5), (6,), (7,), (8, 9)]
    assert "in air. They last for days (or weeks). Films grow. See Fig. 2 They" in text_of(document)


def test_flattened_numbers_behind_a_word_that_counts_and_its_full_stop() -> None:
    body = (
        "Cells last for 2000 cycles. 1,2 In air they do not, at 4 V. 3 Noether et al . 4 say so, and 5 cells of 20. "
        "Salts melt. 4 Glasses flow. 1 Films crack. 2 "
        "See Fig. 2 They break during cycling, 5,6 a thorough study says (refs 7-9. On the other hand, they do not."
    )
    document = read(f"## Introduction\n\n{body}")
    assert cited(document) == [(1, 2), (3,), (4,), (4,), (1,), (2,), (5, 6), (7, 8, 9)]
    assert "2000 cycles. In air" in text_of(document)


def test_indices_that_stand_apart_are_no_citations() -> None:
    body = (
        "The TiS 2 electrode works in films 1 . A pellet of Na 3 PS 4 conducts as Li 2 S-P 2 S 5 does 2,3 . "
        "Of Li 7 P 3 S 11 nothing is said, nor of Na 2 S or of Li 3 N. Cells 4 break 5 ."
    )
    document = read(f"## Introduction\n\n{body}")
    assert cited(document) == [(1,), (2, 3), (4,), (5,)]
    assert "TiS2 electrode" in text_of(document)


def test_numbers_glued_to_words() -> None:
    body = (
        "Cells last in water1,2. Salts (and glasses)3 do not.4 Noether et al.,5 of whom LGPS,6 is known, say so. "
        "See Fig.2 and Table3, at 2 mol2 and 5 cm2 of Li6PS5Cl in NMC811. "
        "As ref. 8 says (ref. 7), films crack slowly9–11."
    )
    document = read(f"## Introduction\n\n{body}", "\n".join(ENTRIES.splitlines()[:14]))
    assert cited(document) == [(1, 2), (3,), (4,), (5,), (6,), (8,), (7,), (9, 10, 11)]
    assert "See Fig.2 and Table3, at 2 mol2 and 5 cm2 of Li6PS5Cl in NMC811." in text_of(document)


def test_a_flattened_citation_that_names_itself() -> None:
    body = "Salts melt. 1 Glasses flow. 2 Films crack. 3 Reproduced from ref 4. Copyright 2020. As refs 5 and 6 say."
    assert cited(read(f"## Introduction\n\n{body}")) == [(1,), (2,), (3,), (4,), (5, 6)]


def test_a_flattened_citation_behind_the_formula_of_a_cell() -> None:
    names = ("MgSc 2 Se 4 7", "Li3PS4 2,3", "LLZO 2", "cell 4")
    table = "| material | value |\n|---|---|\n" + "\n".join(f"| {name} | 0.1 |" for name in names)
    document = read(f"## Introduction\n\nSalts melt. 4 Glasses flow. 1 Films crack. 2 So it is. 3\n\n{table}\n")
    rows = next(block.table for block in document.blocks if block.table).rows
    cells = [(row[0].text, [each.numbers for each in row[0].citations]) for row in rows]
    assert cells == [("MgSc2Se4", [(7,)]), ("Li3PS4", [(2, 3)]), ("LLZO 2", []), ("cell 4", [])]


def test_numbers_in_parentheses_that_cite_nothing() -> None:
    body = (
        "Two ways lead there: (1) pressing and (2) melting. Eq. (3) tells the rate of LiF(4), and all is well (5, 6)."
    )
    assert cited(read(body)) == []


def test_raised_powers_are_no_citations() -> None:
    body = "Films² last. At 2 mA·cm⁻² and 5 Ω·cm⁻¹ pellets¹ crack, as t¹ᐟ² says.³ Cells⁴ fail at 3 S·cm⁻¹.⁵"
    assert cited(read(body)) == [(2,), (1,), (3,), (4,), (5,)]


def test_raised_numbers_in_html_and_unicode() -> None:
    body = (
        "Cells work.<sup>1,2</sup> They last<sup>3–5</sup> for 10<sup>3</sup> h at 2 mA cm<sup>-2</sup>, "
        "others say⁶ or not.⁷⁻⁹"
    )
    document = read(body)
    assert cited(document) == [(1, 2), (3, 4, 5), (6,), (7, 8, 9)]
    assert text_of(document) == "Cells work. They last for 10^3 h at 2 mA cm-2, others say or not."


def test_raised_numbers_behind_units_and_before_symbols() -> None:
    body = (
        "It conducts 1 mS cm<sup>-1</sup> at 25 °C.<sup>1,2</sup> Its CCD is 2 mA cm<sup>-2</sup>.<sup>3</sup> "
        "Spectra of <sup>7</sup>Li and (<sup>6</sup>Li) agree."
    )
    document = read(body)
    assert cited(document) == [(1, 2), (3,)]
    assert text_of(document).endswith("Its CCD is 2 mA cm-2. Spectra of 7Li and (6Li) agree.")


def test_a_number_without_reference_is_a_finding() -> None:
    document = read("Cells work [1], last [2], and break [77].")
    assert [finding.code for finding in document.findings if finding.severity == "warning"] == ["unresolved-citation"]
    finding = document.findings[0]
    assert document.source[finding.source_start : finding.source_end] == "[77]"
    assert finding.line == 3


def test_a_paper_without_references_keeps_its_numbers() -> None:
    document = read_text("# A paper with a title\n\nCells work [1], and last [2, 3].\n", name="paper.md")
    assert cited(document) == [(1,), (2, 3)]
    assert [finding.code for finding in document.findings] == ["no-references"]


def test_uncited_references_are_a_finding() -> None:
    document = read("Cells work [1–29].\n\nThey last [2].")
    assert [finding.code for finding in document.findings] == ["uncited-references"]
    assert "30" in document.findings[0].message


@pytest.mark.parametrize(
    ("body", "known", "style"),
    [
        ("a [1] b [2]", {1, 2}, CitationStyle.BRACKETS),
        ("a<sup>1</sup> cc<sup>2</sup> dd<sup>3</sup> ee<sup>4</sup>", {1, 2, 3, 4}, CitationStyle.RAISED),
        ("at 25 °C.<sup>1</sup> of 2 mA cm<sup>-2</sup>.<sup>2</sup>", {1, 2}, CitationStyle.RAISED),
        ("Bee¹, Dee², Eff³. aa 1 . bb 2 , cc 3,4 . dd 2 .", {1, 2, 3, 4}, CitationStyle.FLATTENED),
        ("aa 1 . bb 2 , cc 3,4 .", {1, 2, 3, 4}, CitationStyle.FLATTENED),
        ("air1. sea,2 and land.3 Salts4 melt.", {1, 2, 3, 4}, CitationStyle.GLUED),
        ("Fig.1 and Table2 of Li3PS4 and LATP2 at 2 cm2 show cells1.", {1, 2, 3, 4}, CitationStyle.NONE),
        ("no numbers", {1, 2}, CitationStyle.NONE),
        ("aa 1 . bb 2 , cc 3,4 .", set(), CitationStyle.NONE),
    ],
    ids=[
        "brackets",
        "raised",
        "few raised",
        "raised affiliations",
        "flattened",
        "glued",
        "few glued",
        "none",
        "no list",
    ],
)
def test_find_style(body: str, known: set[int], style: CitationStyle) -> None:
    assert find_style(body, known) is style


@pytest.mark.parametrize(
    ("sentence", "numbers", "clean"),
    [
        ("It conducts at 4.1 mS cm -1 7 .", (7,), "4.1 mS cm-1."),
        ("It keeps 150 mAh g -1 2 , 3 at room temperature.", (2, 3), "150 mAh g-1 at room"),
        ("It is stable at 120 °C 5 .", (5,), "at 120 °C."),
        ("It is stable up to 5 V 4 .", (4,), "to 5 V."),
        ("It conducts at 4.1 mS cm -1 (ref. 6 ).", (6,), "4.1 mS cm-1."),
    ],
    ids=["behind a unit", "before at", "behind a temperature", "behind a voltage", "named"],
)
def test_flattened_citation_behind_a_value(sentence: str, numbers: tuple[int, ...], clean: str) -> None:
    document = read("Salts are known 1 , 2 . They are many 3 . Some melt 4 .\n\n" + sentence)
    assert cited(document)[-1] == numbers
    assert clean in text_of(document)


def test_flattened_citation_is_no_second_value() -> None:
    document = read(
        "Salts are known 1 , 2 . They are many 3 . Some melt 4 .\n\nIt ran at 1 mA cm -2 5 h and 3 at% more."
    )
    assert cited(document) == [(1, 2), (3,), (4,)]


def test_flattened_list_at_the_end_of_a_sentence_cites() -> None:
    document = read(
        "Salts are known 1 , 2 . They are many 3 . Some melt 4 .\n\n"
        "Others use oxides only 5 , 6 . We used only 2 , 3 or 4."
    )
    assert cited(document) == [(1, 2), (3,), (4,), (5, 6)]
    assert "oxides only. We used only 2, 3 or 4." in text_of(document)
