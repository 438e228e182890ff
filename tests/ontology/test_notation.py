"""Spelling: every way of writing a name gives one plain name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lithograph.ontology.notation import plain_name

SPELLINGS = {
    "Li6PS5Cl": [
        r"$\text{Li}_{6}\text{PS}_5\text{Cl}$", r"$\mathrm{Li_6PS_5Cl}$", "Li<sub>6</sub>PS<sub>5</sub>Cl", "Li₆PS₅Cl",
        "Li 6 PS 5 Cl", "Li$_6$PS$_5$Cl", "Li_6PS_5Cl", "Li~6~PS~5~Cl",
    ],
    "beta-Li3PS4": [
        r"$\beta$-Li<sub>3</sub>PS<sub>4</sub>", r"$\beta\text{-Li}_3\text{PS}_4$", "β-Li3PS4", "βLi3PS4",
        "β Li 3 PS 4", "β‐Li₃PS₄",
    ],
    "beta''-Al2O3": ["β″-Al2O3", "β''-Al2O3"],
    "Li7-xPS6-xClx": ["Li7−xPS6−xClx", "Li 7- x PS 6- x Cl x"],
    "La0.6Sr0.4CoO3-delta": ["La0.6Sr0.4CoO3−δ", "La0.6Sr0.4CoO3− δ", "La0.6Sr0.4CoO<sub>3&minus;&delta;</sub>"],
    "60Li2S-40P2S5": [r"$60\text{Li}_2\text{S} \cdot 40\text{P}_2\text{S}_5$", "60Li2S·40P2S5", "60Li2S – 40P2S5"],
    "Li|LPSC|NCM811": ["Li | LPSC | NCM811", "Li ∣ LPSC ∣ NCM811", r"$\text{Li}\vert\text{LPSC}\mid\text{NCM811}$"],
    "Li||Li": ["Li‖Li", "Li || Li"],
    "PEO-LiTFSI": ["PEO–LiTFSI", "PEO – LiTFSI"],
    "Li7La3M'2O12": ["Li<sub>7</sub>La<sub>3</sub>M<sup>'</sup><sub>2</sub>O<sub>12</sub>", "Li7La3M′2O12"],
    "Li+": [r"$\text{Li}^{+}$", "Li⁺", "Li<sup>+</sup>"],
    "poly(ethylene oxide)": ["poly(ethylene  oxide)"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("plain", "written"), [(plain, written) for plain, every in SPELLINGS.items() for written in every]
)
def test_plain_name(plain: str, written: str) -> None:
    assert plain_name(written) == plain


@pytest.mark.parametrize("plain", SPELLINGS)
def test_plain_name_keeps_plain_names(plain: str) -> None:
    assert plain_name(plain) == plain


@given(st.text(max_size=40))
def test_plain_name_is_ascii(text: str) -> None:
    assert plain_name(text).isascii()
