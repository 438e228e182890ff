"""Tables of cells: values with their circumstances in one cell, and the electrode that tells the rows apart."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.extract.tables.listed import circumstances_in, listed_in, parted
from lithograph.ontology.model import PropertyClaim


def rows_of(*rows: str) -> list[str]:
    head, *body = (f"| {row} |" for row in rows)
    table = "\n".join([head, "|" + "---|" * (head.count("|") - 1), *body])
    claims = extract_document(read_text(f"# A note\n\n{table}\n", name="note.md")).claims
    found = [claim for claim in claims if isinstance(claim, PropertyClaim)]
    return [
        " ".join(
            [
                f"{claim.subject.name} {claim.property} {claim.qualifier}{claim.low:g} {claim.unit}",
                *(f"{each.name}={each.text}" for each in claim.conditions or ()),
            ]
        )
        for claim in found
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Retention (%) / cycles", ("Retention (%)", ("cycles",))),
        ("Retention [%/cycles/C]", ("Retention [%]", ("cycles", "C"))),
        ("Cycling (capacity retention, cycles, rate)", ("Cycling (capacity retention)", ("cycles", "C"))),
        ("Capacity (mAh g-1) @ rate", ("Capacity (mAh g-1)", ("C",))),
        ("Retention (%) (cycles)", ("Retention (%)", ("cycles",))),
        ("Cycling (h/mA cm-2/mAh cm-2)", ("Cycling (h)", ("mA cm-2", "mAh cm-2"))),
        ("Cyclability", ("Cyclability", ())),
        ("CCD (mA/cm2)", ("CCD (mA/cm2)", ())),
        ("Ionic conductivity (S/cm, 25 °C)", ("Ionic conductivity (S/cm, 25 °C)", ())),
    ],
)
def test_listed_in_takes_circumstances_off_a_head(head: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert listed_in(head) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("85/200", ("85", ("200 cycles",))),
        ("91.2%, 200, 0.5C", ("91.2%", ("200 cycles", "0.5C"))),
        ("85 (200)", ("85", ("200 cycles",))),
        ("1,210", ("1,210", ())),
        ("85", ("85", ())),
        ("172 mAh/g", ("172 mAh/g", ())),
        ("85/200/0.5/25", ("85/200/0.5/25", ())),
    ],
)
def test_parted_splits_what_the_head_lists(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert parted(text, ("cycles", "C")) == expected


def test_circumstances_in_keeps_units_whole() -> None:
    assert circumstances_in("0.1 mA/cm2, 25 °C") == ("0.1 mA/cm2", "25 °C")
    assert circumstances_in("0.2 mA cm-2/0.2 mAh cm-2)") == ("0.2 mA cm-2", "0.2 mAh cm-2")


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        (
            "Electrolyte | Retention (%) / cycles",
            "LPSC | 85/200",
            ["LPSC capacity_retention =85 % cycles=200"],
        ),
        (
            "Electrolyte | Capacity [mAh g-1/cycles/C]",
            "LPSC | 195/100/0.5",
            ["LPSC specific_capacity =195 mAh/g c_rate=0.5 C cycles=100"],
        ),
        (
            "Electrolyte | Cycling performance",
            "LPSC | 80% after 500 cycles at 0.5 C",
            ["LPSC capacity_retention =80 % c_rate=0.5 C cycles=500"],
        ),
        (
            "Electrolyte | Cycling performance",
            "LPSC | 0.2 mA cm-2, 1000 h",
            ["LPSC cycling_duration =1000 h current_density=0.2 mA/cm2"],
        ),
        (
            "Electrolyte | CCD (mA cm-2)",
            "LPSC | 1.5 (60 °C, 5 MPa)",
            ["LPSC critical_current_density =1.5 mA/cm2 pressure=5 MPa temperature=60 °C"],
        ),
        (
            "Electrolyte | CCD (mA cm-2)",
            "LPSC | 0.2 → 1.1",
            [
                "LPSC critical_current_density =0.2 mA/cm2 state=before",
                "LPSC critical_current_density =1.1 mA/cm2 state=after",
            ],
        ),
        (
            "Electrolyte | Interfacial ASR (Ω cm2) before/after coating",
            "LLZO | 1200/12",
            [
                "LLZO interfacial_resistance =1200 ohm cm2 state=before",
                "LLZO interfacial_resistance =12 ohm cm2 state=after",
            ],
        ),
        (
            "Electrolyte | Cycling stability (h/mA cm-2/mAh cm-2)",
            "LPSC | 1500/0.2/0.4",
            ["LPSC cycling_duration =1500 h areal_capacity=0.4 mAh/cm2 current_density=0.2 mA/cm2"],
        ),
        ("Electrolyte | CCD / mA cm-2", "LPSC | 1.1", ["LPSC critical_current_density =1.1 mA/cm2"]),
        (
            "Electrolyte | Discharge capacity [mAh g-1 /0.1C",
            "LPSC | 220",
            ["LPSC specific_capacity =220 mAh/g c_rate=0.1 C"],
        ),
        ("Electrolyte | Capacity retention", "LPSC | 82% (200th)", ["LPSC capacity_retention =82 % cycles=200"]),
        ("Electrolyte | Lifetime (h)", "LPSC | 3,000+", ["LPSC cycling_duration >=3000 h"]),
        ("Electrolyte | Cycle life (cycles)", "LPSC | 500", ["LPSC cycle_life =500 cycles"]),
        ("Cathode | Voltage (V)", "LCO | 2.0-4.8", []),
        ("Cathode | Voltage (V)", "LCO | 3.9", ["LCO voltage =3.9 V"]),
        (
            "Electrolyte | Overpotential (mV) | J (mA cm-2) | Capacity (mAh cm-2)",
            "LPSC | 30 | 0.1 | 0.2",
            ["LPSC overpotential =30 mV areal_capacity=0.2 mAh/cm2 current_density=0.1 mA/cm2"],
        ),
        (
            "Electrolyte | CE (%) | J (mA cm-2) | Capacity (mAh cm-2)",
            "LPSC | 99 | 0.1 | 2",
            [
                "LPSC coulombic_efficiency =99 % current_density=0.1 mA/cm2",
                "LPSC areal_capacity =2 mAh/cm2 current_density=0.1 mA/cm2",
            ],
        ),
    ],
)
def test_values_of_a_row(head: str, row: str, expected: list[str]) -> None:
    assert sorted(rows_of(head, row)) == sorted(expected)


def test_the_cathode_tells_rows_with_one_electrolyte_apart() -> None:
    head = "Cathode | Electrolyte | ICE (%) | CCD (mA cm-2)"
    found = rows_of(head, "LCO | LPSC | 81 | 1", "LNO-coated LCO | LPSC | 90 | 1")
    assert "LCO coulombic_efficiency =81 %" in found
    assert "LNO-coated LCO coulombic_efficiency =90 %" in found
    assert "LPSC critical_current_density =1 mA/cm2" in found
    assert rows_of(head, "LCO | LPSC | 81 | -", "LCO | LGPS | 90 | -") == [
        "LPSC coulombic_efficiency =81 %",
        "LGPS coulombic_efficiency =90 %",
    ]
