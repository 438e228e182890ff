"""Values of tables: units and powers of ten in heads and cells, and the column that says whose they are."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.extract.engines.checking import why_refused
from lithograph.extract.engines.rules import RulesEngine
from lithograph.extract.tables.heads import find_unit, head_unit, read_head
from lithograph.ontology.model import DocumentClaims, PropertyClaim

REFERENCES = "\n\n## References\n\n" + "\n".join(
    f"[{number}] E. Noether and M. Curie, Ann. Phys. 1990, {number}, {number}0." for number in range(1, 10)
)


def extract(table: str) -> DocumentClaims:
    text = f"# A paper with a title\n\nCells work [1] and last [2]. They are known [3].\n\n{table}{REFERENCES}\n"
    return extract_document(read_text(text, name="paper.md"))


def pipes(*rows: str) -> str:
    head, *body = (f"| {row} |" for row in rows)
    return "\n".join([head, "|" + "---|" * (head.count("|") - 1), *body])


def values(table: str) -> list[tuple[str, str, float, str]]:
    claims = [claim for claim in extract(table).claims if isinstance(claim, PropertyClaim)]
    return [(claim.subject.name, claim.property, claim.low, claim.unit) for claim in claims]


@pytest.mark.parametrize(
    ("head", "cell", "value", "unit"),
    [
        ("Conductivity", "1.6e-4 S/cm", 1.6e-4, "S/cm"),
        ("Conductivity", "0.7 mS/cm", 0.7, "mS/cm"),
        ("Ionic conductivity (S cm-1)", "0.16 mS/cm", 0.16, "mS/cm"),
        ("Ionic conductivity S cm-1", "1.6e-4", 1.6e-4, "S/cm"),
        ("Ionic conductivity [mS/cm]", "0.16 ± 0.02", 0.16, "mS/cm"),
        ("σ<sub>RT</sub> (mS/cm)", "0.16", 0.16, "mS/cm"),
        ("Ionic conductivity (10-4 S cm-1)", "1.6", 1.6e-4, "S/cm"),
        ("Ionic conductivity (10<sup>−4</sup> S cm<sup>−1</sup>)", "1.6", 1.6e-4, "S/cm"),
        ("Ionic conductivity (× 10<sup>-4</sup> S cm<sup>-1</sup>)", "1.6", 1.6e-4, "S/cm"),
        ("$\\sigma$ ($10^{-4}$ S cm$^{-1}$)", "1.6", 1.6e-4, "S/cm"),
        ("σ / 10⁻⁴ S cm⁻¹", "1.6", 1.6e-4, "S/cm"),
        ("$\\sigma ( \\mathrm { S } \\mathrm { c m } ^ { - 1 } )$", "$1 . 6 \\times 1 0 ^ { - 4 }$", 1.6e-4, "S/cm"),
        ("σ (10-4 S cm-1)", "0.16 mS/cm", 0.16, "mS/cm"),
    ],
)
def test_units_and_powers(head: str, cell: str, value: float, unit: str) -> None:
    assert values(pipes(f"Material | {head}", f"Li3PS4 | {cell}")) == [("Li3PS4", "ionic_conductivity", value, unit)]


@pytest.mark.parametrize(
    "head",
    [
        "σ × 10^4 (S cm-1)",
        "σ (S cm-1) × 10^-4",
        "σ (10^4 S cm-1)",
        "σ (S cm-1 × 10^4)",
        "log σ (S cm-1)",
        "10^4 σ (S cm-1)",
    ],
)
def test_a_power_that_may_mean_two_things_is_a_finding(head: str) -> None:
    found = extract(pipes(f"Material | {head}", "Li3PS4 | 1.6"))
    assert [claim for claim in found.claims if isinstance(claim, PropertyClaim)] == []
    assert [finding.code for finding in found.findings if finding.code == "uncertain-power"] == ["uncertain-power"]


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("σ (10-4 S cm-1)", "1.6 × 10-4"),
        ("σ (10-4 S cm-1)", "1.6e-4"),
        ("σ (mS cm-1)", "1,6"),
        ("σ (mS cm-1)", "n/a"),
        ("σ (mS cm-1)", "-"),
        ("σ (mS cm-1)", "see 3"),
        ("Thermal conductivity (W m-1 K-1)", "1.6"),
        ("Sintering temperature (°C)", "900"),
    ],
)
def test_no_value(head: str, cell: str) -> None:
    assert values(pipes(f"Material | {head}", f"Li3PS4 | {cell}")) == []


def test_a_power_of_the_head_leaves_the_digits_in_their_cell() -> None:
    text = f"# A paper\n\nIt works.\n\n{pipes('Material | σ (10-4 S cm-1)', 'Li3PS4 | 1.6-2.4')}{REFERENCES}\n"
    document = read_text(text, name="paper.md")
    (claim,) = (claim for claim in extract_document(document).claims if isinstance(claim, PropertyClaim))
    (piece,) = claim.evidence
    assert (claim.low, claim.high, claim.si_low) == (1.6e-4, 2.4e-4, 1.6e-2)
    assert text[piece.value_start : piece.value_end] == "1.6-2.4"
    assert piece.rule == "table-cell-power"
    assert why_refused(claim, document, RulesEngine.info) is None


@pytest.mark.parametrize(
    ("rows", "subjects"),
    [
        (("No. | Electrolyte | σ (mS/cm)", "1 | LGPS | 12", "2 | LATP | 0.7"), ["LGPS", "LATP"]),
        (("Sample | Composition | σ (mS/cm)", "S1 | LGPS | 12", "S2 | LATP | 0.7"), ["LGPS", "LATP"]),
        (("Electrolyte type | Name | σ (mS/cm)", "Sulfide | LGPS | 12", "NASICON | LATP | 0.7"), ["LGPS", "LATP"]),
        (("Anode | Electrolyte | σ (mS/cm)", "Li | LGPS | 12", "Li-In | LATP | 0.7"), ["LGPS", "LATP"]),
        (("Cell | Electrolyte | σ (mS/cm)", "Li/LGPS/Li | LGPS | 12", "Li/LATP/Li | LATP | 0.7"), ["LGPS", "LATP"]),
        (
            ("Electrolyte | Cell | CCD (mA cm-2)", "LGPS | Li/LGPS/Li | 1", "LATP | Li/LATP/Li | 0.7"),
            ["Li|LGPS|Li", "Li|LATP|Li"],
        ),
        (("Electrolyte | Cell | CCD (mA cm-2)", "LGPS | symmetric | 1", "LATP | symmetric | 0.7"), ["LGPS", "LATP"]),
    ],
)
def test_whose_value_it_is(rows: tuple[str, ...], subjects: list[str]) -> None:
    assert [subject for subject, *_ in values(pipes(*rows))] == subjects


def test_a_temperature_of_preparation_is_no_circumstance() -> None:
    (claim,) = (
        claim
        for claim in extract(pipes("Material | Sintering temperature (°C) | σ (mS/cm)", "LATP | 900 | 0.7")).claims
        if isinstance(claim, PropertyClaim)
    )
    assert claim.conditions == []


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("σ (S cm-1) 25 °C", ("25 °C",)),
        ("σ (S cm-1, 25 °C)", ("25 °C",)),
        ("σ at 25 °C (S cm-1)", ("25 °C",)),
        ("σ @ RT/(mS cm-1)", ("RT",)),
        ("Stability window (V vs. Li/Li+)", ()),
    ],
)
def test_heads_tell_circumstances(text: str, conditions: tuple[str, ...]) -> None:
    head = read_head(text)
    assert head is not None
    assert head.conditions == conditions


def test_units_in_heads() -> None:
    assert [head_unit(text) for text in ("T/K", "Current density, mA cm-2", "σ (10-4 S cm-1)", "Cycles")] == [
        "K",
        "mA cm-2",
        "",
        "",
    ]
    assert find_unit("Interface A") is not None
    assert read_head("Interface A") is None


@pytest.mark.parametrize(
    "table",
    [
        "Material | σ (mS/cm)\n---|---\nLGPS | 12\nLATP | 0.7",
        "| | LGPS | LATP |\n|---|---|---|\n| σ (mS/cm) | 12 | 0.7 |",
        "| Property | Unit | LGPS | LATP |\n|---|---|---|---|\n| σ | mS/cm | 12 | 0.7 |",
        (
            "<table><tr><td>Material</td><td>σ<br>(mS cm<sup>-1</sup>)</td></tr><tr><td>LGPS<sup>a</sup></td>"
            "<td>12</td></tr><tr><td>LATP</td><td>$0.7$</td></tr></table>"
        ),
    ],
    ids=["no outer pipes", "turned", "turned with units", "html"],
)
def test_forms_of_tables(table: str) -> None:
    assert values(table) == [("LGPS", "ionic_conductivity", 12, "mS/cm"), ("LATP", "ionic_conductivity", 0.7, "mS/cm")]


def test_one_property_at_two_temperatures() -> None:
    claims = extract(
        "<table><tr><td rowspan=2>Material</td><td colspan=2>σ (mS/cm)</td></tr><tr><td>25 °C</td><td>60 °C</td></tr>"
        "<tr><td>LGPS</td><td>12</td><td>40</td></tr></table>"
    ).claims
    assert [
        (claim.low, [condition.text for condition in claim.conditions])
        for claim in claims
        if isinstance(claim, PropertyClaim)
    ] == [(12, ["25 °C"]), (40, ["60 °C"])]


@pytest.mark.parametrize(
    ("head", "state"),
    [("before coating", "before"), ("after coating", "after"), ("after 100 cycles", None)],
)
def test_heads_tell_which_end_of_a_change(head: str, state: str | None) -> None:
    found = extract(pipes(f"Material | Interfacial resistance {head} (Ω cm2)", "LLZO | 30")).claims
    (claim,) = (claim for claim in found if isinstance(claim, PropertyClaim))
    assert next((each.text for each in claim.conditions if each.name == "state"), None) == state
