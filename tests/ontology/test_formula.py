"""Formulas: what is read exactly, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lithograph.ontology.amounts import parse_amount
from lithograph.ontology.elements import elements, salt_names
from lithograph.ontology.formula import is_ion, parse_formula, parse_mixture

COMPOSITIONS = {
    "Li6PS5Cl": {"Li": "6", "P": "1", "S": "5", "Cl": "1"},
    "Li5.3PS4.3Cl1.7": {"Li": "5.3", "P": "1", "S": "4.3", "Cl": "1.7"},
    "Li7-xPS6-xClx": {"Li": "7-x", "P": "1", "S": "6-x", "Cl": "x"},
    "Li1+xAlxTi2-x(PO4)3": {"Li": "1+x", "Ti": "2-x", "Al": "x", "P": "3", "O": "12"},
    "Li6.75La3(Zr1.75Nb0.25)O12": {"Li": "6.75", "La": "3", "Zr": "1.75", "Nb": "0.25", "O": "12"},
    "Li3Y(Br3Cl3)": {"Li": "3", "Y": "1", "Br": "3", "Cl": "3"},
    "La0.6Sr0.4CoO3-delta": {"Sr": "0.4", "La": "0.6", "Co": "1", "O": "3-delta"},
    "Li2Sc2/3Cl4": {"Li": "2", "Sc": "2/3", "Cl": "4"},
    "LixSiy": {"Li": "x", "Si": "y"},
    "LiM2(PO4)3": {"Li": "1", "M": "2", "P": "3", "O": "12"},
    "LiaMiXb": {"Li": "a", "M": "i", "X": "b"},
    "Na3SbS4": {"Na": "3", "Sb": "1", "S": "4"},
    "LiNixMnyCo1-x-yO2": {"Li": "1", "Mn": "y", "Co": "1-x-y", "Ni": "x", "O": "2"},
    "(La0.8Sr0.2)0.95MnO3-d": {"Sr": "0.19", "La": "0.76", "Mn": "1", "O": "3-delta"},
    "(La,Sr)CoO3": {"Co": "1", "(Sr,La)": "1", "O": "3"},
    "Li[Ni0.5Mn1.5]O4": {"Li": "1", "Mn": "1.5", "Ni": "0.5", "O": "4"},
    "LiOH·H2O": {"Li": "1", "H": "3", "O": "2"},
}


@pytest.mark.parametrize(("text", "composition"), COMPOSITIONS.items(), ids=COMPOSITIONS)
def test_parse_formula_gives_exact_amounts(text: str, composition: dict[str, str]) -> None:
    formula = parse_formula(text)
    assert formula is not None
    assert dict(formula.composition) == composition


@pytest.mark.parametrize(
    "text",
    [
        "Word",
        "Fig",
        "SEs",
        "LiPo",
        "",
        "x",
        "P2S5-1P2O5",
        "Li6PS5Cl)",
        "(Li",
        "Li+",
        "PS43-",
        "Ti4+",
        "li2s",
        "MX2",
        "Li-5S",
        "Li1-2S",
    ],
)
def test_parse_formula_refuses_what_is_not_one(text: str) -> None:
    assert parse_formula(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Li+", True),
        ("PS43-", True),
        ("Ti4+", True),
        ("S2-", True),
        ("Li", False),
        ("Li3PS4", False),
        ("PEO-", False),
        ("CO2", False),
    ],
)
def test_is_ion(text: str, expected: bool) -> None:
    assert is_ion(text) is expected


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("75Li2S-25P2S5", "75Li2S-25P2S5"),
        ("25P2S5-75Li2S", "75Li2S-25P2S5"),
        ("0.75Li2S·0.25P2S5", "75Li2S-25P2S5"),
        ("3Li2S-P2S5", "75Li2S-25P2S5"),
        ("75 mol% Li2S - 25 mol% P2S5", "75Li2S-25P2S5"),
        ("75%Li2S-24%P2S5-1%P2O5", "75Li2S-24P2S5-1P2O5"),
        ("xLi2S·(100-x)P2S5", "xLi2S-(100-x)P2S5"),
    ],
)
def test_parse_mixture_has_one_spelling(text: str, canonical: str) -> None:
    mixture = parse_mixture(text)
    assert mixture is not None
    assert mixture.canonical() == canonical


@pytest.mark.parametrize("text", ["Li2S-P2S5", "PEO-LiTFSI", "Li6PS5Cl", "75Li2S", "5-10", "x-y"])
def test_parse_mixture_refuses_what_has_no_shares_of_formulas(text: str) -> None:
    assert parse_mixture(text) is None


@pytest.mark.parametrize(
    ("text", "spelled"),
    [("2/3", "2/3"), ("0.50", "0.5"), ("2-x", "2-x"), ("x", "x"), ("3+-delta", "3+±delta"), ("1-x-y", "1-x-y")],
)
def test_parse_amount(text: str, spelled: str) -> None:
    assert str(parse_amount(text)) == spelled


@pytest.mark.parametrize("text", ["5-1", "-x", "", "1/0", "2-"])
def test_parse_amount_refuses(text: str) -> None:
    assert parse_amount(text) is None


SYMBOLS = st.sampled_from(sorted(elements()))
AMOUNTS = st.decimals(min_value="0.01", max_value="20", places=2).map(lambda number: f"{number.normalize():f}")


@given(st.dictionaries(SYMBOLS, AMOUNTS, min_size=2, max_size=6), st.randoms())
def test_canonical_does_not_depend_on_the_order_of_elements(amounts: dict[str, str], random: object) -> None:
    written = [symbol + amount for symbol, amount in amounts.items()]
    first, second = parse_formula("".join(written)), parse_formula("".join(reversed(written)))
    assert first is not None
    assert second is not None
    assert dict(first.composition) == dict(second.composition)


@given(st.text(max_size=30))
def test_parsers_take_any_text(text: str) -> None:
    parse_formula(text)
    parse_mixture(text)
    is_ion(text)


def test_salt_names_balance_charges() -> None:
    names = salt_names()
    assert names["lithium sulfide"] == "Li2S"
    assert names["magnesium nitride"] == "Mg3N2"
    assert names["aluminum nitrate"] == "Al(NO3)3"
    assert all(parse_formula(formula) for formula in names.values())
