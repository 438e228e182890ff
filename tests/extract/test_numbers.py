from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lithograph.extract.quantities.numbers import Numeral, find_numerals
from lithograph.time_limit import call_within

MINUSES = ("-", "\u2013", "\u2212")


def only(text: str) -> Numeral:
    found = list(find_numerals(text))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "error"),
    [
        ("1.2", 1.2, None),
        (".5", 0.5, None),
        ("-1.2", -1.2, None),
        ("\u22123.04", -3.04, None),
        ("(- 3.04", -3.04, None),
        ("+5", 5.0, None),
        ("10,000", 10000.0, None),
        ("1,234,567.5", 1234567.5, None),
        ("10 000 h", 10000.0, None),
        ("10\u2009000\u2009h", 10000.0, None),
        ("0,5 V", 0.5, None),
        ("1.3(2)", 1.3, 0.2),
        ("1.30(12)", 1.3, 0.12),
        ("130(5)", 130.0, 5.0),
        ("2.04 ± 0.1", 2.04, 0.1),
        ("2.04 +/- 0.1", 2.04, 0.1),
        ("(2.0 ± 0.1) × 10^-4", 2e-4, 1e-5),
        ("1.3(2) × 10^-4", 1.3e-4, 2e-5),
        ("10^-4", 1e-4, None),
        ("10^{-4}", 1e-4, None),
        ("10⁻⁴", 1e-4, None),
        ("1 × 10^-4", 1e-4, None),
        ("1 x 10^-4", 1e-4, None),
        ("1·10^-4", 1e-4, None),
        ("1x10-4 S", 1e-4, None),
        ("9.74 × 10\u22124", 9.74e-4, None),
        ("1.0 × 107 Ω", 1e7, None),
        ("2 × 10⁻³", 2e-3, None),
        ("1e-4", 1e-4, None),
        ("5.6E-3", 5.6e-3, None),
        ("10-4 S", 1e-4, None),
        ("10 -4 S", 1e-4, None),
    ],
)
def test_find_numerals_reads_value_and_error(text: str, value: float, error: float | None) -> None:
    found = only(text)
    assert found.value == pytest.approx(value, rel=1e-12)
    assert found.error == (None if error is None else pytest.approx(error, rel=1e-12))


@pytest.mark.parametrize("text", ["Li10", "x2", "PO4", "a.5", "D50x", "1" * 61], ids=str)
def test_find_numerals_leaves_names_alone(text: str) -> None:
    assert list(find_numerals(text)) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("0.1\u20131", [0.1, 1.0]),
        ("2.3 -2.5", [2.3, -2.5]),
        ("2 x 10 cm", [2.0, 10.0]),
        ("1, 2 and 3", [1.0, 2.0, 3.0]),
        ("10^-5 to 10^-3", [1e-5, 1e-3]),
        ("10-5 to 10-3 V", [1e-5, 1e-3]),
        ("a - 780.9", [780.9]),
    ],
    ids=str,
)
def test_find_numerals_tells_signs_from_dashes(text: str, values: list[float]) -> None:
    assert [found.value for found in find_numerals(text)] == pytest.approx(values)


def test_find_numerals_keeps_both_readings_of_a_dash_behind_ten() -> None:
    found = only("10-12 nm")
    assert (found.value, found.range_end) == (1e-12, 12.0)


def test_find_numerals_ignores_what_no_float_can_hold() -> None:
    assert list(find_numerals("1e999 and 10^400")) == []


def test_find_numerals_ranges_hold_the_number() -> None:
    text = "about -1.3(2) × 10^-4 S"
    found = only(text)
    assert text[found.start : found.end] == "-1.3(2) × 10^-4"


@given(
    st.decimals(min_value="0.001", max_value=9999, allow_nan=False, allow_infinity=False, places=3),
    st.integers(-12, 9),
    st.sampled_from(
        ["{m} × 10^{e}", "{m}×10^{e}", "{m} x 10^{e}", "{m} · 10^{e}", "{m}e{e}", "{m}E{e}", "{m} × 10^{{{e}}}"]
    ),
    st.sampled_from(MINUSES),
    st.booleans(),
)
def test_find_numerals_reads_back_what_was_written(
    mantissa: object, exponent: int, spelling: str, minus: str, negative: bool
) -> None:
    written = spelling.format(m=mantissa, e=str(exponent).replace("-", minus))
    found = only(f"of {minus if negative else ''}{written} S")
    assert found.value == pytest.approx((-1 if negative else 1) * float(f"{mantissa}e{exponent}"), rel=1e-12)


@given(st.text(alphabet="0123456789.,-+^×x10 ()±eE⁻⁴–", max_size=60))
def test_find_numerals_ranges_are_in_order_and_inside(text: str) -> None:
    position = 0
    for found in find_numerals(text):
        assert position <= found.start < found.end <= len(text)
        position = found.end


@pytest.mark.parametrize("unit", ["1", "1.", "(", " ", "-", "~", "10^-", "1,"], ids=repr)
def test_find_numerals_comes_back_from_long_runs(unit: str) -> None:
    call_within(60, lambda: list(find_numerals(unit * (200_000 // len(unit)))))  # a second; many minutes if quadratic
