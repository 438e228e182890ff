"""Names in figures: formulas get subscripts, terms their labels, and nothing that a paper wrote becomes mathematics."""

from __future__ import annotations

import pytest
from matplotlib.cbook import is_math_text

from lithograph.queries.plots.labels import broken, shown, typeset


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Li7La3Zr2O12", "Li_{7}La_{3}Zr_{2}O_{12}"),
        ("Li9.54Si1.74P1.44S11.7Cl0.3", "Li_{9.54}Si_{1.74}P_{1.44}S_{11.7}Cl_{0.3}"),
        ("Li1+xAlxGe2-x(PO4)3", "Li_{1{+}x}Al_{x}Ge_{2{-}x}(PO_{4})_{3}"),
        ("Li3xLa2/3TiO3", "Li_{3x}La_{2/3}TiO_{3}"),
        ("InLix", "InLi_{x}"),
    ],
)
def test_amounts_become_subscripts(text: str, inner: str) -> None:
    assert typeset(text) == rf"$\mathregular{{{inner}}}$"


@pytest.mark.parametrize("text", ["PEO", "PVDF-HFP", "2 V", "Six", "doping", "plastic crystal", "25 mS/cm"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert typeset(text) == text


def test_parts_of_a_composite_are_typeset_one_by_one() -> None:
    assert typeset("Al2O3-PEO") == r"$\mathregular{Al_{2}O_{3}}$-PEO"


@pytest.mark.parametrize("text", ["$x$", r"a $\frac{1}{0}$ b", r"\$", "$", r"$\mathregular{"])
def test_dollars_of_a_paper_are_dollars(text: str) -> None:
    assert not is_math_text(typeset(text))


def test_a_term_is_shown_by_its_label_over_lines() -> None:
    assert shown("high_interfacial_resistance", 18) == "high interfacial\nresistance"


def test_a_very_long_name_ends_in_an_ellipsis() -> None:
    assert broken("word " * 100, 20).endswith("…")
    assert max(map(len, broken("word " * 100, 20).split("\n"))) <= 20


def test_units_and_signs_are_typeset() -> None:
    assert typeset("<= 1.5 ohm cm2") == "≤ 1.5 Ω cm²"
    assert typeset("3 S cm-1") == "3 S cm⁻¹"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("PVDF-HFP-LiTFSI-LLZTO", ["PVDF-HFP-", "LiTFSI-LLZTO"]),
        ("Li9.54Si1.74P1.44S11.7Cl0.3", ["Li9.54Si1.74", "P1.44S11.7", "Cl0.3"]),
        ("electrochemical", ["electrochemical"]),
    ],
)
def test_a_long_name_is_broken_at_its_joints(text: str, parts: list[str]) -> None:
    assert broken(text, 12).split("\n") == parts
