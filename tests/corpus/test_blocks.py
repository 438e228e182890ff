"""Lines become blocks in reading order; sentences that a page cut in two are one again."""

from __future__ import annotations

import pytest

from lithograph.corpus.document import Block, BlockKind, Document
from lithograph.corpus.reading import read_text

TITLE = "# A paper with a title\n\n"


def read(body: str, name: str = "paper.md") -> Document:
    return read_text(TITLE + body, name=name)


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.kind is BlockKind.PARAGRAPH]


def kinds(document: Document) -> list[str]:
    return [block.kind.value for block in document.blocks]


def test_kinds_and_sections() -> None:
    document = read(
        "## 1 Introduction\n\nCells are old.\n\n### 1.1 Salts\n\n- (1) First salt.\n- (2) Second salt.\n\n"
        "![](a.png)\n\n**Fig. 1** The first salt\n\n#### 2 Results\n\n##### A label in a figure\n\nThey work.\n\n"
        "## Conclusion\n\nGood.\n"
    )
    assert kinds(document) == [
        "heading", "heading", "paragraph", "heading", "list_item", "list_item", "caption", "heading", "heading",
        "paragraph", "heading", "paragraph",
    ]  # fmt: skip
    sections = [block.section for block in document.blocks if block.kind is not BlockKind.HEADING]
    assert sections == [
        ("Introduction",),
        *[("Introduction", "Salts")] * 3,
        ("Results", "A label in a figure"),
        ("Conclusion",),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Fig. 2 | A cell. a The film.",
        "Figure 3. A cell.",
        "**Table 2** A cell",
        "Fig. 4 Growth of films in cells",
        "Scheme 1: A cell.",
        "**Figure 2.** A cell",
        "Extended Data Fig. 2 | A cell.",
    ],
)
def test_captions(line: str) -> None:
    assert kinds(read(f"Cells are old.\n\n{line}\n"))[-1] == "caption"


@pytest.mark.parametrize("line", ["Figure 3a shows a cell.", "Fig. 2 shows a cell.", "Tables 1 and 2 show cells."])
def test_no_captions(line: str) -> None:
    assert kinds(read(f"Cells are old.\n\n{line}\n"))[-1] == "paragraph"


CUT = "The salt of the cell is made at room"
REST = "temperature and pressed."
WHOLE = f"{CUT} {REST}"
TABLE = "**Table 1** Salts\n\n| a | b |\n|---|---|\n| c | 1 |"
ADDRESS = "<sup>1</sup> School of Salts, University of the Sea, 12345 Shore\n\n✉ E. Noether\nnoether@sea.example"
JOINS = {
    "page": (f"{CUT}\n\n{REST}", WHOLE),
    "figure": (f"{CUT}\n\n![](a.png)\n\n**Fig. 1** The first salt\n\n{REST}", WHOLE),
    "table": (f"{CUT}\n\n{TABLE}\n\n{REST}", WHOLE),
    "running header": (f"{CUT}\n\nwww.example.org\n\n{REST}\n\nwww.example.org\n\n", WHOLE),
    "header glued to the rest": (f"{CUT}\n\nwww.example.org {REST}\n\nwww.example.org\n\n", WHOLE),
    "addresses": (f"{CUT}\n\n{ADDRESS}\n\n{REST}", WHOLE),
    "cut word": (
        "The salt forms an elec-\n\ntronic path. The electronic path stays.",
        "The salt forms an electronic path. The electronic path stays.",
    ),
    "cut compound": (
        "Cells are made of solid-\n\nstate salts. A solid-state salt is solid in every state.",
        "Cells are made of solid-state salts. A solid-state salt is solid in every state.",
    ),
    "name goes on": (
        "The salt of the cell was pressed and heated with\n\nLiCl powder and then left alone for a day.",
        "The salt of the cell was pressed and heated with LiCl powder and then left alone for a day.",
    ),
    "citation begins": (
        "The salt of the cell was pressed by magnetic sputtering\n\n[1]. It works [2].",
        "The salt of the cell was pressed by magnetic sputtering. It works.",
    ),
}


@pytest.mark.parametrize(("body", "expected"), JOINS.values(), ids=JOINS.keys())
def test_cut_sentences_are_joined(body: str, expected: str) -> None:
    assert paragraphs(read(body)) == [expected]


def test_whole_sentences_are_not_joined() -> None:
    assert paragraphs(read("Cells are old.\n\nthis one begins small.")) == ["Cells are old.", "this one begins small."]


def test_a_caption_and_a_paragraph_each_get_their_own_rest() -> None:
    document = read(
        "The potential is measured in many cells until a well-\n\nFig. 1 | Results of cells. The lengths are shown in"
        "\n\ndefined state is reached. A well-defined state is stable.\n\ngray. The bars are errors.\n"
    )
    assert paragraphs(document) == [
        "The potential is measured in many cells until a well-defined state is reached. A well-defined state is stable."
    ]
    (caption,) = [block.text for block in document.blocks if block.kind is BlockKind.CAPTION]
    assert caption == "Fig. 1 | Results of cells. The lengths are shown in gray. The bars are errors."


def joined_block() -> tuple[Block, str]:
    document = read("The salt of the cell is made at room\n\n![](a.png)\n\ntemperature and pressed.")
    return document.blocks[-1], document.source


def test_line_at_follows_a_joined_block() -> None:
    block, _ = joined_block()
    assert block.line == 3
    assert block.line_at(block.text.index("salt")) == 3
    assert block.line_at(block.text.index("temperature")) == 7


def test_to_source_spans_the_gap_of_a_joined_block() -> None:
    block, source = joined_block()
    start = block.text.index("room")
    assert source[slice(*block.to_source(start, len(block.text)))] == "room\n\n![](a.png)\n\ntemperature and pressed."


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    document = read("The salt of the cell\nis made at room tempera-\nture and pressed at\n300 MPa.\n")
    assert paragraphs(document) == ["The salt of the cell is made at room temperature and pressed at 300 MPa."]
    block = document.blocks[-1]
    assert [block.line_at(block.text.index(word)) for word in ("salt", "made", "pressed", "300")] == [3, 4, 5, 6]


def test_end_matter_is_left_out() -> None:
    document = read(
        "Cells are old.\n\n**Keywords** Cells · Salts\n\n**Acknowledgements** We thank the sea.\n\n"
        "## Author contributions\n\nE.N. did all.\n\n## Data availability\n\nAsk us.\n"
    )
    assert paragraphs(document) == ["Cells are old."]


def test_plain_text_a_sentence_a_line() -> None:
    text = "Cells are made of salts.\nThey work at 25 °C.\nFig. 1 A cell of salts.\nThey last for 10 h.\n"
    document = read_text(text, name="paper.txt")
    assert kinds(document) == ["paragraph", "paragraph", "caption", "paragraph"]
    assert [block.line for block in document.blocks] == [1, 2, 3, 4]


def test_plain_text_in_wrapped_paragraphs() -> None:
    text = "1. Introduction\n\nCells are made of\nsalts that work at\n25 °C.\n\nResults\n\nThey last for *10* h.\n"
    document = read_text(text, name="paper.txt")
    assert document.reader == "text/3"
    assert [block.text for block in document.blocks] == [
        "1. Introduction", "Cells are made of salts that work at 25 °C.", "Results", "They last for *10* h."
    ]  # fmt: skip
    assert document.blocks[-1].section == ("Results",)


def test_heading_of_end_matter_ends_nothing_that_has_not_begun() -> None:
    assert paragraphs(read_text("# Notes\n\nThe garnet is dense.\n", name="notes.md")) == ["The garnet is dense."]
    assert paragraphs(read("The garnet is dense.\n\n## Notes\n\nThe authors thank all.\n")) == ["The garnet is dense."]


def test_a_reference_list_in_one_line_is_left_out() -> None:
    entries = [
        f"{number} DoeJ RoeR Doped films of zirconate J Power Sources {2000 + number} {number} 551 559"
        for number in range(1, 15)
    ]
    text = "The film is dense.\n\nSupplementary Material We thank the sea. " + " ".join(entries) + "\n"
    assert paragraphs(read_text(text, name="paper.txt")) == ["The film is dense."]


def test_a_review_that_cites_by_years_is_kept() -> None:
    sentence = (
        "The garnet was shown to be dense by Doe (2001) and by Roe in 2002, which is in line with what we found. "
    )
    assert len(paragraphs(read_text("The film is dense.\n\n" + 14 * sentence, name="paper.txt"))) == 2


def test_a_short_item_is_not_gone_on_with_behind_the_next() -> None:
    source = (
        "# Salts\n\n- Salts last for long\n- Cells break\n\n## Introduction\n\nThis way of making cells can offer\n\n"
        "Fig. 1. A cell.\n\nimproved films and glasses of many salts.\n\nThe relation can be found by\n\n"
        "x LiCl powders were made of salts."
    )
    texts = [block.text for block in read_text(source, name="paper.md").iter_text()]
    assert "This way of making cells can offer improved films and glasses of many salts." in texts
    assert "x LiCl powders were made of salts." in texts
