"""LaTeX, HTML, Markdown and Unicode come out as plain text."""

from __future__ import annotations

import pytest

from lithograph.corpus.mapped import MappedText
from lithograph.corpus.markup import clean_markup, collapse_spaces


def clean(source: str) -> str:
    text = MappedText.from_slices(source, [(0, len(source))])
    clean_markup(text)
    collapse_spaces(text)
    return text.text


LATEX = {
    "formula": (r"$\text{Li}_{10}\text{GeP}_2\text{S}_{12}$", "Li10GeP2S12"),
    "power range": (r"$10^{-2}$–$10^{-1} \text{ mS cm}^{-1}$", "10^-2–10^-1 mS cm-1"),
    "times": (r"$4.6 \times 10^{-4} \text{ mS cm}^{-1}$", "4.6 × 10^-4 mS cm-1"),
    "ion": (r"$\text{Li}^+$ and $\text{Ti}^{4+}$", "Li+ and Ti4+"),
    "ion with index": (r"$\text{PS}_4^{3-}$", "PS4^3-"),
    "about": (r"$\sim 17 \Omega \text{ cm}^2$", "~17 Ω cm2"),
    "degree": (r"$55^\circ\text{C}$ and $95 \text{ }^\circ\text{C}$", "55°C and 95 °C"),
    "micro": (r"$12 \text{ }\mu\text{m}$", "12 µm"),
    "glass": (r"$75\text{Li}_2\text{S} \cdot 25\text{P}_2\text{S}_5$", "75Li2S·25P2S5"),
    "solid solution": (r"$\text{Li}_{1+x}\text{Al}_x\text{Ti}_{2-x}(\text{PO}_4)_3$", "Li1+xAlxTi2-x(PO4)3"),
    "bound": (r"$> 0.1 \text{ mS cm}^{-1}$", "> 0.1 mS cm-1"),
    "thousands": (r"$\approx 10\,000$", "≈10 000"),
    "greek": (r"$\beta$-$\text{Li}_3\text{PS}_4$", "β-Li3PS4"),
    "fraction": (r"$\frac{a}{b}$", "a/b"),
    "double dash": (r"$\text{Li}_3\text{PO}_4\text{--Li}_3\text{N}$", "Li3PO4–Li3N"),
    "mathrm": (r"$\mathrm{LiPF_6}$", "LiPF6"),
    "spaces between symbols": (r"$\mathrm{Li}_{10} \mathrm{GeP}_2 \mathrm{~S}_{12}$ and", "Li10GeP2S12 and"),
    "spaces before brackets": (r"$\mathrm{Li}_x \mathrm{Ti}_{2-x} \left(\mathrm{PO}_4\right)_3$", "LixTi2-x(PO4)3"),
    "spaces between units": (r"$10^{-4} \mathrm{~S} \mathrm{~cm}^{-1}$", "10^-4 S cm-1"),
    "spaces before a unit": (r"$R_1 \mathrm{is} 5 \mathrm{~V}$", "R1 is 5 V"),
    "spaces at a stroke": (r"$\mathrm{Li} / \mathrm{Li}^{+}$", "Li/Li+"),
    "square": (r"5 $\text{mA cm}^2$", "5 mA cm2"),
    "price": ("it costs $5 a kilo and $6 a pound", "it costs $5 a kilo and $6 a pound"),
    "unbalanced brace": (r"$\text{Li_3$", "Li3"),
    "unbalanced dollar": (r"a $\text{Li b", r"a $\text{Li b"),
}
HTML = {
    "indices": ("Li<sub>3</sub>PS<sub>4</sub>", "Li3PS4"),
    "power": ("10<sup>-1</sup> S cm<sup>-1</sup>", "10^-1 S cm-1"),
    "spaced": ("Li <sub>7</sub> P <sub>3</sub> S <sub>11</sub> [11]", "Li7P3S11 [11]"),
    "word after": ("Li <sub>3</sub> is", "Li3 is"),
    "symbol last": ("Li <sub>2</sub> S, Li <sub>6</sub> PS <sub>5</sub> Cl.", "Li2S, Li6PS5Cl."),
    "word like a symbol": ("of Li <sub>3</sub> In cells", "of Li3 In cells"),
    "unclosed": ("Li<sub>3PS4", "Li3PS4"),
    "less than": ("x < 3 and y > 2", "x < 3 and y > 2"),
    "entity": ("a &gt; b &amp; c", "a > b & c"),
    "no entity": ("AT&T; R&D", "AT&T; R&D"),
    "break": ("a<br>b", "a b"),
    "comment": ("a <!-- note --> b", "a b"),
}
MARKDOWN = {
    "bold": ("**Fig. 1** text", "Fig. 1 text"),
    "italic": ("*N*-methyl", "N-methyl"),
    "both": ("**a** and *b*", "a and b"),
    "star alone": ("Meng* and Li*", "Meng* and Li*"),
    "link": ("see [this](https://example.org/a(b)) now", "see this now"),
    "linked citation": ("as shown [1](#ref1)", "as shown [1]"),
    "escape": (r"SCR\_019 \[TFSI\]", "SCR_019 [TFSI]"),
    "code": ("`x`", "x"),
    "tildes": ("Li~6~PS~5~Cl, ~5 h or ~6 h", "Li6PS5Cl, ~5 h or ~6 h"),
    "carets": ("10^-4^ S cm^-1^ of Li^+^", "10^-4 S cm-1 of Li+"),
    "underscores": ("Li_{6.4}La_3Zr_{1.4}O_{12} in file_2 of SCR_019", "Li6.4La3Zr1.4O12 in file_2 of SCR_019"),
    "image": ("a ![fig](x.png) b", "a b"),
}
UNICODE = {
    "superscripts": ("10⁻⁴ S cm⁻¹", "10^-4 S cm-1"),
    "subscripts": ("Li₁₀GeP₂S₁₂", "Li10GeP2S12"),
    "charge": ("Li⁺, Ti⁴⁺", "Li+, Ti4+"),
    "minus": ("−3.04 V", "-3.04 V"),
    "spaces": ("5\u202fmS\u00a0cm\u2009x", "5 mS cm x"),
    "ligature": ("eﬃcient ﬁlm", "efficient film"),
    "micro": ("5 μm, 3 µA, μ_A", "5 µm, 3 µA, μ_A"),
    "ohm": ("5 \u2126 and 2 \u212b", "5 Ω and 2 Å"),
    "bar": ("Li ∣ LPSC", "Li | LPSC"),
    "soft hyphen": ("elec\u00adtrolyte", "electrolyte"),
    "mathematical": ("𝛼 and 𝑥", "α and x"),
}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(*case, id=f"{group}-{name}")
        for group, cases in (("latex", LATEX), ("html", HTML), ("markdown", MARKDOWN), ("unicode", UNICODE))
        for name, case in cases.items()
    ],
)
def test_clean_markup_writes_plain_text(source: str, expected: str) -> None:
    assert clean(source) == expected


def test_a_formula_maps_to_all_of_its_markup() -> None:
    source = r"of $\text{Li}_3\text{N}$ here"
    text = MappedText.from_slices(source, [(0, len(source))])
    clean_markup(text)
    start = text.text.index("Li3N")
    assert source[slice(*text.to_source(start, start + 4))] == r"$\text{Li}_3\text{N}$"


def test_a_power_maps_to_its_braces() -> None:
    source = r"$2 \times 10^{-3}$ S"
    text = MappedText.from_slices(source, [(0, len(source))])
    clean_markup(text)
    start = text.text.index("10^-3")
    assert source[slice(*text.to_source(start, start + 5))] == r"10^{-3}$"
