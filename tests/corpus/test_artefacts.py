"""What PDF converters break inside a line is mended."""

from __future__ import annotations

import pytest

from lithograph.corpus.artefacts import has_spaced_scripts, mend_glyph_names, mend_units, mend_words
from lithograph.corpus.mapped import MappedText

WORDS = frozenset("electrolyte solid state demonstrations specific lithium cell low high pressure the film".split())


def mended(source: str) -> str:
    text = MappedText.from_slices(source, [(0, len(source))])
    mend_glyph_names(text)
    mend_units(text)
    mend_words(text, WORDS)
    return text.text


CASES = {
    "glyphs by their place": ("2 × 10 GLYPH<0> 3 S cm GLYPH<0> 1 at 30 ◦ C", "2 × 10^-3 S cm-1 at 30 °C"),
    "letters for signs": ("5 Â 10 À 4 S cm À 1 vs. Li þ /Li at x ¼ 0.3", "5 × 10^-4 S cm-1 vs. Li+/Li at x = 0.3"),
    "letters that are none": ("À propos, ¼ of 2 m mesh", "À propos, ¼ of 2 m mesh"),
    "a letter for micro": ("a film of 5 m m.", "a film of 5 µm."),
    "degrees taken for a number": ("at 60 1 C, and at 1 C", "at 60 °C, and at 1 C"),
    "symbols by their place": ("/C24 2 /C2 10 /C0 3 S cm /C0 1 at 25 /C14 C", "~2 ×10^-3 S cm-1 at 25 °C"),
    "no symbol": ("HTTP/C3PO and Li/C15X", "HTTP/C3PO and Li/C15X"),
    "ligature inside": ("a speci /uniFB01 c value", "a specific value"),
    "ligature inside, three letters": ("an e/uniFB03cient cell", "an efficient cell"),
    "ligature that begins no word": ("su /uniFB00 er or a /uniFB00 ect", "suffer or affect"),
    "ligature begins a word": ("the /uniFB01 rst cell", "the first cell"),
    "ligature after in": ("a field in /uniFB01 nite and in /uniFB01 lms", "a field infinite and in films"),
    "ligature after a long word": ("thin oxide /uniFB01 lm", "thin oxide film"),
    "office": ("of /uniFB01 ve cells", "of five cells"),
    "glyph of an alphabet": ("a /u1D70E of 2", "a σ of 2"),
    "exponent of a unit": ("1.2 mS cm -1 at rest", "1.2 mS cm-1 at rest"),
    "glued unit": ("372 mAhg -1 here", "372 mAhg-1 here"),
    "lost signs": ("2 mA cm 2, 140 mAh g1 and 500 Wh kg1", "2 mA cm-2, 140 mAh g-1 and 500 Wh kg-1"),
    "no lost sign": ("9 Ω cm2 and 2 mA cm 24 h", "9 Ω cm2 and 2 mA cm 24 h"),
    "power in brackets": ("9 Ω cm(2) here", "9 Ω cm2 here"),
    "bars called j": ("Li j LLZO j Li and j is 5", "Li|LLZO|Li and j is 5"),
    "two exponents": ("5 mol L -1 s -1 in all", "5 mol L-1 s-1 in all"),
    "dash as minus": ("2 mA cm–2 and", "2 mA cm-2 and"),
    "square": ("20 Ω cm 2 at", "20 Ω cm2 at"),
    "no square": ("5 cm 20 times", "5 cm 20 times"),
    "power of ten": ("3 × 10 -3 S cm -1", "3 × 10^-3 S cm-1"),
    "lone power of ten": ("about 10 -4 S cm -1", "about 10^-4 S cm-1"),
    "positive power": ("a value of ≈ 10 7 S m -1 ", "a value of ≈ 10^7 S m-1 "),
    "range, no power": ("of 10 -25 mV", "of 10–25 mV"),
    "space before a point": ("B = 17 .3 GPa", "B = 17.3 GPa"),
    "times as a three": ("of 4 3 10 -3 S cm -1", "of 4 × 10^-3 S cm-1"),
    "three tens": ("in 2 3 10 mm discs", "in 2 3 10 mm discs"),
    "spaces around a point": ("of 0 . 28 eV", "of 0.28 eV"),
    "space behind a point": ("is as low as 16. 8 Ω cm2", "is as low as 16.8 Ω cm2"),
    "sentence that begins with a number": ("as shown in 3. 8 mA passed", "as shown in 3. 8 mA passed"),
    "range of decimals": ("2.3 -2.5 V", "2.3–2.5 V"),
    "falling numbers are no range": ("a 20 -5 b", "a 20 -5 b"),
    "negative number": ("at -25 to 25 °C", "at -25 to 25 °C"),
    "micrometre": ("20 µ m thick", "20 µm thick"),
    "micro and glued word": ("1 µ mcarbon layer", "1 µm carbon layer"),
    "micromole": ("1 µ mol", "1 µmol"),
    "degree": ("60 ° C and", "60 °C and"),
    "charge": ("vs. Li + /Li and", "vs. Li+/Li and"),
    "charge after a slash": ("vs Li/Li + ) was", "vs Li/Li+) was"),
    "higher charge": ("Sb 5 + and W 6 + ions", "Sb5+ and W6+ ions"),
    "sum is no charge": ("Li + Na salts", "Li + Na salts"),
    "thousands": ("over 10 000 cycles and 3 000 h", "over 10000 cycles and 3000 h"),
    "list of numbers": ("50, 100 and 200", "50, 100 and 200"),
    "compound of three": ("an all- solid- state cell", "an all-solid-state cell"),
    "compound by its end": ("a sulfide- based cell at room- temperature", "a sulfide-based cell at room-temperature"),
    "cut word that ends alike": ("they con- duct and are un- doped", "they conduct and are un-doped"),
    "cut word": ("many demonstra- tions show", "many demonstrations show"),
    "cut compound": ("solid- state cells", "solid-state cells"),
    "open compound": ("low- and high-pressure", "low- and high-pressure"),
    "loose dash": ("a solid -state cell", "a solid-state cell"),
    "dash before a clause": ("the cell -and the film", "the cell – and the film"),
    "space before punctuation": ("a cell , ( a film ) .", "a cell, (a film)."),
    "drop cap": ("D evelopment of cells", "Development of cells"),
    "no drop cap": ("A cell of salts", "A cell of salts"),
    "possessive": ("the cell ' s film", "the cell's film"),
}


def test_the_charge_of_an_anion_is_no_hyphen() -> None:
    assert (
        mended("Br- ions and TFSI- anions lower the conduc- tivity")
        == "Br- ions and TFSI- anions lower the conductivity"
    )


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES.keys())
def test_mends(source: str, expected: str) -> None:
    assert mended(source) == expected


def test_a_mended_power_maps_to_its_spelling() -> None:
    source = "of 10 -3 S cm -1 here"
    text = MappedText.from_slices(source, [(0, len(source))])
    mend_units(text)
    start = text.text.index("10^-3 S cm-1")
    assert source[slice(*text.to_source(start, start + len("10^-3 S cm-1")))] == "10 -3 S cm -1"


def test_has_spaced_scripts_needs_several_cases() -> None:
    assert has_spaced_scripts("Li 2 S, Li 6 PS and Al 2 O were used")
    assert not has_spaced_scripts("Li 2 S was used in 3 cells")
