"""Maths with a space behind every sign is closed up, and other maths is left as it is."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        (r"$1 . 2 \times 1 0 ^ { - 2 }$", "1.2 × 10^-2"),
        (r"$\sim 1 0 ^ { - 3 }$", "~10^-3"),
        (r"$( \mathrm { S } \mathrm { c m } ^ { - 1 } )$", "(S cm-1)"),
        (r"$1 2 ~ \mathrm { m S ~ c m ^ { - 1 } }$", "12 mS cm-1"),
        (r"$9 . 4 \pm 0 . 1$", "9.4 ± 0.1"),
        (r"$\mathrm { L i } _ { 1 0 } \mathrm { G e P } _ { 2 } \mathrm { S } _ { 1 2 }$", "Li10GeP2S12"),
        (r"$2 5 ~ ^ { \circ } \mathrm { C }$", "25 °C"),
        (r"$\mathrm{Li}_{3} \mathrm{PS}_{4}$", "Li3PS4"),
        (r"$12 \mathrm{mS} \mathrm{cm}^{-1}$", "12 mS cm-1"),
        (r"$x = 0 . 5$", "x = 0.5"),
        ("1 0 and { m S }", "1 0 and { m S }"),
    ],
)
def test_spaces_between_signs(written: str, clean: str) -> None:
    text = f"# A paper with a title\n\nWhat we saw was {written} in the end.\n"
    document = read_text(text, name="paper.md")
    block = document.blocks[-1]
    assert block.text == f"What we saw was {clean} in the end."
    at = block.text.index("in the end")
    assert text[slice(*block.to_source(at, at + 10))] == "in the end"


def test_a_number_keeps_its_place() -> None:
    text = "# A paper with a title\n\nWhat we saw was $1 . 2 \\times 1 0 ^ { - 2 }$ in the end.\n"
    block = read_text(text, name="paper.md").blocks[-1]
    at = block.text.index("1.2")
    assert text[slice(*block.to_source(at, at + 3))].strip("$") == "1 . 2"


def test_a_long_text_is_closed_up_to_its_end() -> None:
    document = read_text("# A paper\n\n" + "$1 . 2 \\times 1 0 ^ { - 2 }$ and " * 3_000, name="paper.md")
    assert document.blocks[-1].text.count("1.2 × 10^-2") == 3_000
