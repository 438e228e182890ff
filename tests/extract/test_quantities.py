from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lithograph.extract.quantities import Quantity, find_quantities, quantity_mentions
from lithograph.ontology.units import units
from lithograph.time_limit import call_within

SOFC = Path(__file__).parents[2].parent / "shared" / "corpora" / "sofc-exp"
LEAST_F1 = 0.85


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


def brief(text: str) -> list[tuple[float, float | None, str]]:
    return [(found.low, found.high, found.unit) for found in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("a conductivity of 1.2 mS cm-1", 1.2, None, "mS/cm"),
        ("a layer of 5 µm", 5, None, "um"),
        ("we applied -1.2 eV atom-1", -1.2, None, "eV/atom"),
        ("3 000 h", 3000, None, "h"),
        ("0.1\u20131 mS cm-1", 0.1, 1, "mS/cm"),
        ("0.1 to 1 mS/cm", 0.1, 1, "mS/cm"),
        ("between 0.36 V and 6.71 V", 0.36, 6.71, "V"),
        ("between 450 and 600 °C", 450, 600, "degC"),
        ("stable from 1.71 to 2.14 V", 1.71, 2.14, "V"),
        ("a window of 1.5 -2.5 V", 1.5, 2.5, "V"),
        ("10^-5 to 10^-3 mS cm-1", 1e-5, 1e-3, "mS/cm"),
        ("10-5 to 10-3 S cm-1", 1e-5, 1e-3, "S/cm"),
        ("10-5-10-3 S cm-1", 1e-5, 1e-3, "S/cm"),
        ("1.06\u20130.92 V", 0.92, 1.06, "V"),
        ("350 °C\u2013400 °C", 350, 400, "degC"),
        ("10-12 nm", 10, 12, "nm"),
        ("10-12 S cm-1", 1e-12, None, "S/cm"),
        ("(1.2\u20133.4) × 10^-4 S cm-1", 1.2e-4, 3.4e-4, "S/cm"),
        ("(2.0 ± 0.1) Ω cm2", 2.0, None, "ohm cm2"),
        ("5 Ω·cm2", 5, None, "ohm cm2"),
        ("C/3", 1 / 3, None, "C"),
        ("0.1 C", 0.1, None, "C"),
        ("1C", 1, None, "C"),
        ("15 °C", 15, None, "degC"),
        ("30 at%", 30, None, "at%"),
        ("it fell to 127 Ω·cm2. Al2O3 did better", 127, None, "ohm cm2"),
        ("ten cycles", 10, None, "cycles"),
        ("three months", 3, None, "months"),
        ("100 charge-discharge cycles", 100, None, "cycles"),
        ("it was cycled 500 times", 500, None, "cycles"),
        ("it cycled, 5 times better", 5, None, "times"),
        ("a 40-nm-thick film", 40, None, "nm"),
        ("a sub-500-nm-thick film", 500, None, "nm"),
        ("about 20%of it", 20, None, "%"),
        ("15 µmthick", 15, None, "um"),
        ("at room temperature", 298.15, None, "RT"),
        ("at RT", 298.15, None, "RT"),
        ("t = 0.7", 0.7, None, ""),
        ("t ≈ 1", 1, None, ""),
        ("from 0.2 to 0.3", 0.2, 0.3, ""),
    ],
    ids=str,
)
def test_find_quantities_reads_value_and_unit(text: str, low: float, high: float | None, unit: str) -> None:
    found = only(text)
    assert found.low == pytest.approx(low)
    assert found.high == (None if high is None else pytest.approx(high))
    assert found.unit == unit
    assert found.dimension == units()[found.unit].dimension


@pytest.mark.parametrize(
    "text",
    [
        "Figure 3 and Table 2",
        "Fig. 2 C",
        "ref. 5",
        "in 2017",
        "with x = 0.5",
        "Li6.5La3Zr1.5Ta0.5O12",
        "Li2S and P2S5",
        "75Li2S-25P2S5",
        "NCM-811 V",
        "on 2020-05-12",
        "CAS 7440-50-8",
        "doi 10.1002/aenm.1",
        "C 1s and Ti 3d",
        "316L steel",
        "peel strength of 5.02 gf mm-1",
        "(3) M-SEI",
        "mS cm-1 and cm-2",
        "version 1.2.3",
        "one of the cells",
    ],
)
def test_find_quantities_leaves_labels_and_names_alone(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        *(
            (f"{word} 5 V", "~")
            for word in (
                "~",
                "≈",
                "∼",
                "about",
                "approximately",
                "around",
                "nearly",
                "ca.",
                "close to",
                "nearing",
                "roughly",
            )
        ),
        *(
            (f"{word} 5 V", ">")
            for word in (">", "over", "more than", "exceeding", "above", "beyond", "higher than", "more than ~")
        ),
        *((f"{word} 5 V", "<") for word in ("<", "below", "less than", "lower than")),
        *((f"{word} 5 V", ">=") for word in ("≥", "at least", "no less than")),
        *((f"{word} 5 V", "<=") for word in ("≤", "up to", "no more than", "within", "at most")),
        ("5 V or more", ">="),
        ("5 V or less", "<="),
        ("reaches 5 V", "="),
        ("overall 5 V", "="),
    ],
    ids=str,
)
def test_find_quantities_reads_qualifier(text: str, sign: str) -> None:
    found = only(text)
    assert found.qualifier == sign
    assert text[found.start : found.end] == "5 V"
    if sign != "=":
        assert text[found.mention_start : found.mention_end] == text


@pytest.mark.parametrize(
    ("text", "error"),
    [("2.04 ± 0.1 Ω", 0.1), ("1.3(2) nm", 0.2), ("1.2 V ± 0.1 V", 0.1), ("1.2 V", None)],
    ids=str,
)
def test_find_quantities_reads_error(text: str, error: float | None) -> None:
    assert only(text).error == error


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.9 and 0.68 mS cm-1", [1.9, 0.68]),
        ("780.9, 697.8, and 499.6 mAh g-1", [780.9, 697.8, 499.6]),
        ("550, 500 and 450 °C", [550, 500, 450]),
        ("0.42 V and 0.53 V", [0.42, 0.53]),
        ("∼1.2 and ∼0.7 W cm-2", [1.2, 0.7]),
        ("1.2 and 3.4 × 10-4 S cm-1", [1.2e-4, 3.4e-4]),
        ("\u2212150 mV, \u2212350 mV", [-150, -350]),
        ("100 or 200 cycles", [100, 200]),
    ],
    ids=str,
)
def test_find_quantities_lists_share_unit_and_group(text: str, expected: list[float]) -> None:
    found = find_quantities(text)
    assert [each.low for each in found] == pytest.approx(expected)
    assert len({each.group for each in found}) == 1
    assert len({each.unit for each in found}) == 1
    assert [each.index for each in found] == list(range(len(found)))


def test_find_quantities_lists_of_ranges() -> None:
    assert brief("0.1\u20130.2, 0.3\u20130.4 and 0.5\u20130.6 Ω cm2") == [
        (0.1, 0.2, "ohm cm2"),
        (0.3, 0.4, "ohm cm2"),
        (0.5, 0.6, "ohm cm2"),
    ]


@pytest.mark.parametrize("text", ["5 V and 3 h", "0.5 mA cm-2/0.5 mAh cm-2", "1 C, 25 °C", "in 2017 and 5 V"])
def test_find_quantities_other_dimensions_are_no_list(text: str) -> None:
    groups = [each.group for each in find_quantities(text)]
    assert len(groups) == len(set(groups))


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("It increased from 1.2 to 3.4 mS cm-1.", ["before", "after"]),
        ("The layer reduces the resistance from 60.3 Ω to 21 Ω.", ["before", "after"]),
        ("It went from 60.3 Ω before to 95.1 Ω after the test.", ["before", "after"]),
        ("It grew from 2 mS cm-1 at 25 °C to 9 mS cm-1 at 60 °C.", ["before", None, "after", None]),
        ("It rose to 5 V from 3 V.", ["after", "before"]),
        ("It starts at 65 Ω, increasing slowly to 95 Ω.", ["before", "after"]),
        ("It rises (from 63 to 66 Ω for one and 63-68 Ω for the other).", ["before", "after", "before", "after"]),
        ("The window ranges from 1.7 to 2.1 V.", [None]),
        ("It is stable from 1.7 V to 2.1 V.", [None]),
        ("Voltages vary from 1.7 to 2.1 V, and decrease.", [None]),
        ("One has 5 V, whereas the other increased to 7 V.", [None, None]),
    ],
    ids=str,
)
def test_find_quantities_tells_change_from_range(text: str, states: list[str | None]) -> None:
    found = find_quantities(text)
    assert [each.change for each in found] == states
    changed = [each for each in found if each.change is not None]
    for first, second in zip(changed[::2], changed[1::2], strict=True):
        assert (first.group, first.index, second.index) == (second.group, 0, 1)
        assert first.high is None
        assert second.high is None


def test_find_quantities_marks_ordinals() -> None:
    assert [each.ordinal for each in find_quantities("the 100th cycle, cycle 50, 20 cycles")] == [True, True, False]


def test_find_quantities_ranges_say_where_things_are() -> None:
    text = "a drop of more than 1.2(1) mS cm-1 there"
    found = only(text)
    assert text[found.start : found.end] == "1.2(1) mS cm-1"
    assert text[found.value_start : found.value_end] == "1.2(1)"
    assert text[found.mention_start : found.mention_end] == "more than 1.2(1) mS cm-1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 800 °C-2 h", [(800, None, "degC"), (2, None, "h")]),
        ("100 KHz-1 Hz", [(100, None, "kHz"), (1, None, "Hz")]),
        ("a rate of 0.5 h-1 here", []),
        ("SP/80 nm", [(80, None, "nm")]),
        ("25 °C/3 h", [(25, None, "degC"), (3, None, "h")]),
        ("235 -305nmthick", [(235, 305, "nm")]),
    ],
    ids=str,
)
def test_find_quantities_tells_exponents_from_what_follows(
    text: str, expected: list[tuple[float, float | None, str]]
) -> None:
    assert brief(text) == expected


def test_find_quantities_range_of_two_units_stays_two_values() -> None:
    assert brief("10 µA -5 mA") == [(10, None, "uA"), (5, None, "mA")]


def test_quantity_mentions_hold_frames_and_leave_bare_numbers_out() -> None:
    text = "It rose from 85 to 522 mW cm-2 with t = 0.7 in a 40-nm-thick film between 650 and 850 °C."
    found = [text[start:end] for start, end in quantity_mentions(text)]
    assert found == ["from 85 to 522 mW cm-2", "40-nm-thick", "between 650 and 850 °C"]


JOINTS = [
    lambda top, bottom: f"{top}/{bottom}",
    lambda top, bottom: f"{top} {minus_power(bottom, '-')}",
    lambda top, bottom: f"{top} {minus_power(bottom, chr(0x2212))}",
    lambda top, bottom: f"{top}·{minus_power(bottom, '-')}",
    lambda top, bottom: f"{top} {minus_power(bottom, '^-')}",
    lambda top, bottom: f"{top}{minus_power(bottom, '-')}",
]


def minus_power(bottom: str, minus: str) -> str:
    symbol = bottom.rstrip("0123456789")
    return f"{symbol}{minus}{bottom[len(symbol) :] or '1'}"


@given(
    st.sampled_from(
        sorted(name for name in units() if name.count("/") == 1 and not name.startswith(("1/", "%", "eV/f", "t/")))
    ),
    st.sampled_from(JOINTS),
    st.decimals(min_value="0.001", max_value=999, allow_nan=False, allow_infinity=False, places=3),
    st.sampled_from(["", " ", "\u2009"]),
)
def test_find_quantities_reads_back_what_was_written(unit: str, joint: object, value: object, blank: str) -> None:
    assert callable(joint)
    top, bottom = unit.split("/")
    glued = joint is JOINTS[-1]
    assume(not (glued and (top in ("angstrom", "deg") or unit == "m/s")))  # words, and "ms-1" is per millisecond
    text = f"a value of {value}{blank}{joint(top, bottom)} here"
    found = only(text)
    assert found.low == pytest.approx(float(str(value)))
    assert found.unit == unit


@given(st.text(alphabet="0123456789.,-–^× ()±~<VhC%°mSck/ to andfrom", max_size=80))
def test_find_quantities_are_ordered_and_apart(text: str) -> None:
    position = 0
    for found in find_quantities(text):
        assert position <= found.start <= found.value_start < found.value_end <= found.end <= len(text)
        assert found.high is None or found.low <= found.high
        position = found.end


@pytest.mark.parametrize("unit", ["1", "1 ", "1, ", "1 V, ", "from 1 V to ", "(1", "1-", "111 "], ids=repr)
def test_find_quantities_comes_back_from_long_runs(unit: str) -> None:
    call_within(60, lambda: find_quantities(unit * (100_000 // len(unit))))  # a second; several minutes if quadratic


def test_find_quantities_survives_a_megabyte_of_digits() -> None:
    assert find_quantities("7" * 1_000_000) == []


def test_quantity_mentions_on_sofc_corpus() -> None:
    if not SOFC.exists():
        pytest.skip(f"{SOFC} is not there")
    gold: dict[str, set[tuple[int, int]]] = {}
    sentences: dict[str, list[list[int]]] = {}
    for line in (SOFC / "spans.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "sentences" in row:
            sentences[row["doc"]] = row["sentences"]
        elif row["label"] == "VALUE":
            gold.setdefault(row["doc"], set()).add((row["start"], row["end"]))
    right = found = hit = wanted = 0
    for name, ranges in sentences.items():
        mentions = quantity_mentions((SOFC / "texts" / f"{name}.txt").read_text(encoding="utf-8"))
        inside = {mention for mention in mentions if any(start <= mention[0] < end for start, end in ranges)}
        marked = gold.get(name, set())
        found, wanted = found + len(inside), wanted + len(marked)
        right += sum(_overlaps(mention, marked) for mention in inside)
        hit += sum(_overlaps(mark, inside) for mark in marked)
    precision, recall = right / found, hit / wanted
    assert 2 * precision * recall / (precision + recall) >= LEAST_F1


def _overlaps(mention: tuple[int, int], others: set[tuple[int, int]]) -> bool:
    return any(mention[0] < end and start < mention[1] for start, end in others)
