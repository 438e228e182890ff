"""Pulled-apart formulas are closed, words and numbers are not."""

from __future__ import annotations

import pytest

from lithograph.corpus.formulas import close_formulas
from lithograph.corpus.mapped import MappedText


def closed(source: str, *, spaced_scripts: bool = True) -> str:
    text = MappedText.from_slices(source, [(0, len(source))])
    close_formulas(text, spaced_scripts=spaced_scripts)
    return text.text


FORMULAS = {
    "argyrodite": ("the Li 6 PS 5 Cl phase", "the Li6PS5Cl phase"),
    "groups": (
        "Na 4 (CB 11 H 12 ) 2 (B12 H12) and Na4(CB11H12)2(B12 H 12 )",
        "Na4(CB11H12)2(B12H12) and Na4(CB11H12)2(B12H12)",
    ),
    "glued indices": ("both Li6 PS5 Cl and Na3 Zr2 Si2 PO12", "both Li6PS5Cl and Na3Zr2Si2PO12"),
    "partly glued": ("Li 6 PS5 Cl (LPSCl)", "Li6PS5Cl (LPSCl)"),
    "sulfide": ("Li 2 S and Li 2S", "Li2S and Li2S"),
    "alloy": ("a Li 0.5 In half-cell", "a Li0.5In half-cell"),
    "phosphate": ("LiFePO 4 cathodes", "LiFePO4 cathodes"),
    "garnet": ("Li 7 La 3 Zr 2 O 12 pellets", "Li7La3Zr2O12 pellets"),
    "NASICON": ("Li 1.3 Al 0.3 Ti 1.7 ( PO 4 ) 3 pellets", "Li1.3Al0.3Ti1.7(PO4)3 pellets"),
    "variables": ("Na3 -x Sb1 -x W x S4 ( x = 0)", "Na3-xSb1-xWxS4 ( x = 0)"),
    "decimals": ("Na2.9375 PS3.9375 Cl0.0625 was", "Na2.9375PS3.9375Cl0.0625 was"),
    "stops before the next": ("Li 9.54 Si 1.74 P1.44 S11.7 Cl0.3 Li-ion", "Li9.54Si1.74P1.44S11.7Cl0.3 Li-ion"),
    "glass": ("a 70Li 2 S-30P 2 S 5 glass", "a 70Li2S-30P2S5 glass"),
    "oxide of a word": ("In 2 O 3 films", "In2O3 films"),
    "charge": ("SbS4 3 -units and WS4 2 -units", "SbS4^3- units and WS4^2- units"),
    "intermetallic": ("the Na 15 Sn 4 phase", "the Na15Sn4 phase"),
    "square brackets": ("a Li[Li 0.2 Ni 0.2 Mn 0.6 ]O 2 cathode", "a Li[Li0.2Ni0.2Mn0.6]O2 cathode"),
    "fractions": ("of Li[Ni 1/3 Co 1/3 Mn 1/3 ]O 2 and at 1/3 C", "of Li[Ni1/3Co1/3Mn1/3]O2 and at 1/3 C"),
    "brackets of a citation": ("as in LiCoO2 [12] and [Li salts]", "as in LiCoO2 [12] and [Li salts]"),
    "citations behind": ("Li 6 PS 5 Cl 24 , 25 pellets", "Li6PS5Cl 24 , 25 pellets"),
    "index before a quantity": ("of Li 7 La 3 Zr 2 O 12 , 3 pellets", "of Li7La3Zr2O12 , 3 pellets"),
    "a word behind a hyphen": ("Li3 InCl6-based and Na3 PS4 Li-ion", "Li3InCl6-based and Na3PS4 Li-ion"),
    "an acronym behind": ("a Li3 InCl6 SE and Li 6 PS 5 Cl SSEs", "a Li3InCl6 SE and Li6PS5Cl SSEs"),
    "gases": ("H 2 O and CO 2 gas", "H2O and CO2 gas"),
}
UNTOUCHED = [
    "In 2019 No one knew",
    "after 5 h C 10 was",
    "C 10",
    "vs. Li 5 V were applied",
    "the S 2 p spectra",
    "of LiPF6 1 M",
    "NaCl 5 g was",
    "Table 2 I found",
    "NCM 811 500 cycles",
    "LiCl 2 h later",
    "In the Li 3D model",
    "As 2 cells failed",
    "K 10 and I 20",
    "Fig. 3 C shows",
    "at 25 C 3 cells",
    "Li6 NMR and Li7 MAS NMR",
    "the Li1 O bonds",
    "Li2S Li3P LiCl",
]


@pytest.mark.parametrize(("source", "expected"), FORMULAS.values(), ids=FORMULAS.keys())
def test_close_formulas_closes_formulas(source: str, expected: str) -> None:
    assert closed(source) == expected


@pytest.mark.parametrize("source", UNTOUCHED)
@pytest.mark.parametrize("spaced_scripts", [True, False], ids=["spaced", "glued"])
def test_close_formulas_leaves_words_and_numbers(source: str, spaced_scripts: bool) -> None:
    assert closed(source, spaced_scripts=spaced_scripts) == source


def test_a_last_number_stays_apart_where_numbers_may_cite() -> None:
    assert closed("as in Na3SbS4 11 and Li3YBr 6", spaced_scripts=False) == "as in Na3SbS4 11 and Li3YBr 6"


@pytest.mark.parametrize("formula", ["LiBH 4", "LiFePO 4", "NaCrO 2", "LiAlCl 4"])
def test_a_group_without_its_index_is_none(formula: str) -> None:
    assert closed(f"of {formula} and", spaced_scripts=False) == f"of {formula.replace(' ', '')} and"


def test_a_closed_formula_maps_to_its_spelling() -> None:
    source = "of Li 6 PS 5 Cl here"
    text = MappedText.from_slices(source, [(0, len(source))])
    close_formulas(text, spaced_scripts=True)
    start = text.text.index("Li6PS5Cl")
    assert source[slice(*text.to_source(start, start + 8))] == "Li 6 PS 5 Cl"
