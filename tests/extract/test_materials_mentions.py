"""Material names in text: what is found, what is not, how it is named."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lithograph.extract.materials import find_materials, learn_names
from lithograph.time_limit import call_within

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "sofc-exp"

FOUND = {
    "Cells of Li|LPSC|Li were built.": [("Li|LPSC|Li", "cell")],
    "We pressed stainless steel | Li6PS5Cl | Li stacks.": [("stainless steel|Li6PS5Cl|Li", "cell")],
    "The Li/LiPON|LPSC|LiPON/Li cell and Li//Li cells": [("Li|LiPON|LPSC|LiPON|Li", "cell"), ("Li|Li", "cell")],
    "in (Li|LLZO|Li) and an (LTO|LPSC@wood|Li stack": [("Li|LLZO|Li", "cell"), ("LTO|LPSC@wood|Li", "cell")],
    "A Li–Li symmetric cell and the garnet/Li contact": [("Li|Li", "cell"), ("garnet|Li", "cell")],
    "A sandwich LPSC–LSPS–LPSC was made.": [("LPSC|LSPS|LPSC", "cell")],
    "LiCoO2/LGPS/Li was cycled.": [("LiCoO2|LGPS|Li", "cell")],
    "Ta-doped LLZO reacts.": [("Ta-doped LLZO", "compound")],
    "carbon-coated Al and primer-coated Al against bare Al foils": [
        ("carbon-coated Al", "name"), ("primer-coated Al", "name"), ("bare Al", "name"),
    ],
    "β-Li3PS4 turns into γ-Li3PS4.": [("beta-Li3PS4", "compound"), ("gamma-Li3PS4", "compound")],
    "75Li2S·25P2S5 glass, 75%Li2S–24%P2S5–1%P2O5": [("75Li2S-25P2S5", "glass"), ("75%Li2S-24%P2S5-1%P2O5", "glass")],
    "xLi2S·(100−x)P2S5 conducts.": [("xLi2S-(100-x)P2S5", "glass")],
    "PEO–LiTFSI, Al2O3-PEO, Li3N–LiF and Li2S@Li7P3S11": [
        ("PEO-LiTFSI", "composite"), ("Al2O3-PEO", "composite"), ("Li3N-LiF", "composite"),
        ("Li2S@Li7P3S11", "composite"),
    ],
    "PEO-LiTFSI-nickel phosphate, PEC–LiMNT": [
        ("PEO-LiTFSI-nickel phosphate", "composite"), ("PEC-LiMNT", "composite"),
    ],
    "LPSCl0.3F0.7 and LPSC1.5, as LLZO17 says": [("LPSCl0.3F0.7", "name"), ("LPSC1.5", "name"), ("LLZO", "compound")],
    "a bath of LiNO3/H3PO4": [("LiNO3/H3PO4", "composite")],
    "Li metal, metallic Li, lithium metal anodes": [("Li", "element")] * 3,
    "anodes such as In and C6Li": [("In", "element"), ("C6Li", "compound")],
    "sulfide SEs, garnets and a Li alloy": [("sulfide", "class"), ("garnet", "class"), ("Li alloy", "class")],
    "a Li–Ge alloy forms": [("Li-Ge alloy", "compound")],
    "general LiaMiXb and LixSiy": [("LiaMiXb", "compound"), ("LixSiy", "compound")],
    "Ba0.5Sr0.5Co0.8Fe0.2O3− δ, (La,Sr)(Co,Fe)O3−δ.": [
        ("Ba0.5Sr0.5Co0.8Fe0.2O3-delta", "compound"), ("(La,Sr)(Co,Fe)O3-delta", "compound"),
    ],
    "poly(ethylene oxide) (PEO) with lithium sulfide": [("PEO", "polymer"), ("PEO", "polymer"), ("Li2S", "compound")],
    "H2 + 100 ppm H2S and CO2 in air": [("H2", "compound"), ("H2S", "compound"), ("CO2", "compound"), ("air", "name")],
    "strontium molybdate films": [("strontium molybdate", "compound")],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND.items(), ids=FOUND)
def test_find_materials_names_what_is_there(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(mention.name, mention.kind) for mention in find_materials(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Fig. 3 and Table S2 show it. In the end, No. 5 was best. At 25 °C I saw it. As expected.",
        "Li+ and Ti4+ ions move; PS43− units, P2S7^4- units, S2−/X− disorder, Li^+ transport.",
        "1 S cm−1, 5 V, 300 K, 0.1 C, 4 Pa, 20 N, 3 W h",
        "a potential of 1.7 V vs. Li/Li+ or Li+/Li and 0.6 V vs. Li–In",
        "Li-ion batteries, Li–S batteries, lithium salts, oxygen vacancies",
        "Cu Kα radiation, the S 2p and Li 1s lines, the Co K-edge",
        "space groups I-43m, P63/m, C2/m and Pnma in part III",
        "VOCs, SOFCs, CCs, LIBs, RedOx cycles, Six cells By design",
        "the rare earths La–Lu and P–S bonds",
        "electrons hop along Ti–O–Ti, and Mo-O-Mo angles widen",
        "All-solid-state batteries with All kinds of films",
    ],
)
def test_find_materials_leaves_what_is_none(text: str) -> None:
    assert find_materials(text) == []


def test_find_materials_knows_the_documents_names() -> None:
    text = "QZX-12 was tested; QZX-12 is stable."
    assert find_materials(text) == []
    assert [mention.text for mention in find_materials(text, {"QZX-12"})] == ["QZX-12", "QZX-12"]


@pytest.mark.parametrize(
    ("text", "known", "label"),
    [
        ("LPSB", (), "MATERIAL"),
        ("Li|LPSC|Li", (), "MATERIAL"),
        ("garnets", (), "MATERIAL_CLASS"),
        ("SOFCs", ("SOFCs",), "DEVICE"),
        ("ASSLBs", ("ASSLBs",), "DEVICE"),
    ],
)
def test_label_tells_materials_from_classes_and_devices(text: str, known: tuple[str, ...], label: str) -> None:
    assert [mention.label for mention in find_materials(text, known)] == [label]


def test_learn_names_takes_names_defined_beside_a_material() -> None:
    text = "SrCo0.8Nb0.2O3−δ (SCN20) and LXS (Li3SbS4) conduct; the yield (GDP) was low."
    assert learn_names(text) == {"SCN20", "LXS"}


@given(st.text(alphabet="LiPSO1234567890xyz()-–|/+ .,aβδ%·Clmetal", max_size=60))
def test_find_materials_gives_ordered_places_of_the_text(text: str) -> None:
    end = 0
    for mention in find_materials(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@pytest.mark.skipif(not CORPUS.exists(), reason=f"needs the SOFC-Exp corpus in {CORPUS}")
def test_materials_of_text_that_the_rules_were_not_written_for() -> None:
    rows = [json.loads(line) for line in (CORPUS / "spans.jsonl").read_text(encoding="utf-8").splitlines()]
    gold: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        if row.get("label") == "MATERIAL":
            gold[row["doc"]].append((row["start"], row["end"]))
    counts = [0, 0, 0, 0]
    for row in rows:
        if "sentences" in row:
            text = (CORPUS / "texts" / f"{row['doc']}.txt").read_text(encoding="utf-8")
            every = find_materials(text, learn_names(text))
            found = [
                (m.start, m.end)
                for m in every
                if m.kind != "class" and any(b <= m.start < e for b, e in row["sentences"])
            ]
            true = gold[row["doc"]]
            counts[0] += sum(any(s < e and b < t for b, e in true) for s, t in found)
            counts[1] += len(found)
            counts[2] += sum(any(s < e and b < t for b, e in found) for s, t in true)
            counts[3] += len(true)
    precision, recall = counts[0] / counts[1], counts[2] / counts[3]
    assert 2 * precision * recall / (precision + recall) >= 0.72


def test_find_materials_comes_back_from_long_runs() -> None:
    for unit in ("Li", "(", "P2S5-", "1-x", "a ", "Li2S·", "La,", "-doped "):
        call_within(60, partial(find_materials, unit * 3000))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("An anode of nano-Si swells.", "nano-Si", id="size"),
        pytest.param("Micro-silicon anodes swell.", "Micro-silicon", id="size at the start of a sentence"),
        pytest.param("A carbon–silver film guides it.", "carbon-silver", id="two elements by their names"),
        pytest.param("A Li–Mg anode creeps.", "Li-Mg", id="anode of an alloy"),
        pytest.param("The µSi anode swells.", "uSi", id="micro sign"),
        pytest.param("Foils of Li–In alloys creep.", "Li-In", id="alloy"),
        pytest.param("The Li|XYZ9|Cu cell failed.", "Li|XYZ9|Cu", id="unknown layer"),
    ],
)
def test_name_keeps_what_tells_the_form(text: str, name: str) -> None:
    assert [mention.name for mention in find_materials(text)] == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The graphitecoated Al foil", ["graphite-coated Al"]),
        ("A carbon blackcoated Al collector", ["carbon black-coated Al"]),
        ("An uncoated Al foil", ["bare Al"]),
        ("Some codoped LLZO", ["LLZO"]),
    ],
)
def test_a_dash_that_a_broken_line_lost_is_put_back(text: str, expected: list[str]) -> None:
    assert [mention.name for mention in find_materials(text)] == expected
