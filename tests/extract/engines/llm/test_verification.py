"""What a quotation has to be, and what is read from the text rather than taken from the model."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lithograph.extract.engines.base import EngineReading
from lithograph.extract.engines.llm.quotations import find_quotation
from lithograph.ontology.model import PropertyClaim
from lithograph.tests.extract.engines.llm.chat_server import Fact, facts, serving
from lithograph.tests.extract.engines.llm.papers import engine_for, paper

pytestmark = pytest.mark.loopback


def value(subject: str, name: str, number: object, unit: str, quotation: str, **more: Any) -> Fact:
    given = {"conditions": [], "negated": False, "role": None, **more}
    return {"type": "property", "subject": subject, "property": name, "value": number, "unit": unit, **given} | {
        "quotation": quotation
    }


def read(folder: Path, text: str, *given: Fact) -> EngineReading:
    with serving(lambda *_: facts(*given)) as server:
        engine = engine_for(server, folder / "cache")
        reading = engine.read(paper(folder, [text], references=9))
        engine.close()
    return reading


@pytest.mark.parametrize(
    ("quotation", "text", "found"),
    [
        ("Li₆PS₅Cl at 1.9 mS cm⁻¹", "Pure Li6PS5Cl at 1.9 mS cm-1.", "Li6PS5Cl at 1.9 mS cm-1"),
        ("“a ‘high’ value – or not”", "It is a 'high' value - or not.", "a 'high' value - or not"),
        ("of   1.2\n× 10−3", "of 1.2 × 10-3 S", "of 1.2 × 10-3"),
        ("1.9 mS", "a value of 11.9 mS", None),
        ("1.9", "a value of 1.95", None),
        ("9 mS", "a value of 1.9 mS", None),
        ("LPS has", "The LPSLPS hasty", None),
        ("…", "Li6PS5Cl … 1.9 mS", None),
        ("", "anything", None),
        ("Li6PS5Cl … 1.9 mS", "Li6PS5Cl reaches 1.9 mS", None),
    ],
)
def test_find_quotation(quotation: str, text: str, found: str | None) -> None:
    place = find_quotation(quotation, text)
    assert (text[slice(*place)] if place else None) == found


LGPS = "The conductor Li10GeP2S12 (LGPS) is old. LGPS shows an ionic conductivity of 12 mS cm-1."


def test_alias_of_the_document_is_as_good_as_the_name(tmp_path: Path) -> None:
    fact = value("Li10GeP2S12", "ionic_conductivity", 12, "mS/cm", LGPS.partition(". ")[2])
    (claim,) = read(tmp_path, LGPS, fact).claims
    assert isinstance(claim, PropertyClaim)
    assert (claim.subject.name, claim.subject.id) == ("LGPS", "material:Li10GeP2S12")


SWAPS = {
    "no part of a longer name": ("Al-doped LLZO reaches 1.5 mS cm-1.", "LLZO", 1.5, "mS/cm"),
    "no phase left out": ("Pressed β-Li3PS4 reaches 1.5 mS cm-1.", "Li3PS4", 1.5, "mS/cm"),
    "no letters of a formula": ("Pressed Li6PS5Cl reaches 1.5 mS cm-1.", "PS5", 1.5, "mS/cm"),
    "no sign left out": ("Pressed Li6PS5Cl lies at -1.5 mS cm-1.", "Li6PS5Cl", 1.5, "mS/cm"),
    "no power left out": ("Pressed Li6PS5Cl lies at 1.5 × 10-4 S cm-1.", "Li6PS5Cl", 1.5, "S/cm"),
    "no end of a range": ("Pressed Li6PS5Cl lies at 1.5-2.5 mS cm-1.", "Li6PS5Cl", 1.5, "mS/cm"),
    "no unit of another value": ("Li6PS5Cl of 20 GPa has 1.5 mS cm-1.", "Li6PS5Cl", 20, "mS/cm"),
    "no conversion": ("Pressed Li6PS5Cl lies at 1.5 mS cm-1.", "Li6PS5Cl", 0.0015, "S/cm"),
}


@pytest.mark.parametrize(("text", "subject", "number", "unit"), SWAPS.values(), ids=SWAPS.keys())
def test_nearly_right_is_wrong(text: str, subject: str, number: float, unit: str, tmp_path: Path) -> None:
    reading = read(tmp_path, text, value(subject, "ionic_conductivity", number, unit, text))
    assert not reading.claims
    assert len(reading.findings) == 1


def test_subject_outside_of_the_quotation_is_not_enough(tmp_path: Path) -> None:
    text = "Pressed Li6PS5Cl was dense. It shows an ionic conductivity of 1.5 mS cm-1."
    short = value("Li6PS5Cl", "ionic_conductivity", 1.5, "mS/cm", text.partition(". ")[2])
    assert not read(tmp_path, text, short).claims
    long = value("Li6PS5Cl", "ionic_conductivity", 1.5, "mS/cm", text)
    (tmp_path / "long").mkdir()
    (claim,) = read(tmp_path / "long", text, long).claims
    assert claim.evidence[0].sentence == text


READ_BY_US = {
    "sign": ("Li6PS5Cl reaches more than 1.5 mS cm-1.", {}, (">", None, None, 0.5)),
    "about": ("Li6PS5Cl has a conductivity of ~1.5 mS cm-1.", {}, ("~", None, None, 0.7)),
    "denied": ("Li6PS5Cl does not reach 1.5 mS cm-1.", {}, ("=", True, None, 0.5)),
    "denied by the model": ("It is wrong that Li6PS5Cl has 1.5 mS cm-1.", {"negated": True}, ("=", True, None, 0.5)),
    "hedged": ("Li6PS5Cl may reach 1.5 mS cm-1.", {}, ("=", None, None, 0.35)),
    "goal": ("Li6PS5Cl should have 1.5 mS cm-1.", {}, ("=", None, "requirement", 0.5)),
}


@pytest.mark.parametrize(("text", "more", "expected"), READ_BY_US.values(), ids=READ_BY_US.keys())
def test_sign_denial_and_hedge_are_of_the_text(
    text: str, more: Fact, expected: tuple[object, ...], tmp_path: Path
) -> None:
    fact = value("Li6PS5Cl", "ionic_conductivity", 1.5, "mS/cm", text, **more)
    (claim,) = read(tmp_path, text, fact).claims
    assert isinstance(claim, PropertyClaim)
    assert (claim.qualifier, claim.negated, claim.role, claim.confidence) == expected


def test_denied_relation_is_marked(tmp_path: Path) -> None:
    text = "Li3YCl6 does not suffer from dendrite growth, but Li6PS5Cl suffers from dendrite growth."
    given = [
        {"type": "limitation", "subject": name, "failure": "dendrite_growth", "negated": False, "quotation": text}
        for name in ("Li3YCl6", "Li6PS5Cl")
    ]
    reading = read(tmp_path, text, *given)
    assert {claim.negated for claim in reading.claims} == {True, None}


TABLE = """**Table 1** Electrolytes at 25 °C

| Material | Ionic conductivity/(mS cm-1) | Activation energy (eV) |
| --- | --- | --- |
| Li6PS5Cl [3] | 1.9 | 0.31 |
| Li3YCl6 [4] | 0.51 | 0.40 |
"""


def test_table_is_shown_whole_and_its_rows_are_quotations(tmp_path: Path) -> None:
    right = value(
        "Li3YCl6",
        "activation_energy",
        0.4,
        "eV",
        "Li3YCl6 | 0.51 | 0.40",
        conditions=[{"name": "temperature", "text": "25 °C"}],
    )
    wrong = [
        {**right, "subject": "Li6PS5Cl"},
        {**right, "value": 0.31},
        {**right, "unit": "meV"},
        {**right, "quotation": "Li6PS5Cl | 0.51 | 0.40"},
        {**right, "refs": [3]},
        {**right, "quotation": "Li3YCl6 | 0.51"},
    ]
    reading = read(tmp_path, TABLE, right, *wrong)
    (claim,) = reading.claims
    (evidence,) = claim.evidence
    source = (tmp_path / "paper.md").read_text()
    assert evidence.sentence == "Li3YCl6 | 0.51 | 0.40"
    assert evidence.value_start is not None
    assert source[evidence.value_start : evidence.value_end] == "0.40"
    assert (evidence.references, evidence.rule, claim.confidence) == ([4], "llm-table", 0.7)
    assert len(reading.findings) == len(wrong)


def test_client_is_not_imported_before_a_model_is_asked() -> None:
    program = """
import sys
from lithograph.extract.engines.installed import engine_infos
assert "llm" in [info.name for info in engine_infos()]
assert "openai" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True)


ALIASES = {
    "as the rules read it": ("LPSC", "Li6PS5Cl", "In Li6PS5Cl (LPSC) ions are quick.", 0.7),
    "as they do not": ("LPSC", "Li6PS5Cl", "The name of Li6PS5Cl in all tables is LPSC.", 0.5),
    "no abbreviation": ("tables", "the name of Li6PS5Cl", "The name of Li6PS5Cl in all tables is LPSC.", None),
    "turned round": ("Li6PS5Cl", "LPSC", "In Li6PS5Cl (LPSC) ions are quick.", None),
    "not there": ("LPS", "Li6PS5Cl", "In Li6PS5Cl (LPSI) ions are quick.", None),
}


@pytest.mark.parametrize(("short", "long", "text", "confidence"), ALIASES.values(), ids=ALIASES.keys())
def test_abbreviations(short: str, long: str, text: str, confidence: float | None, tmp_path: Path) -> None:
    reading = read(tmp_path, text, {"type": "alias", "short": short, "long": long, "negated": False, "quotation": text})
    assert [claim.confidence for claim in reading.claims] == ([confidence] if confidence else [])
