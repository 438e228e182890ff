"""Identity: different materials stay apart, one material has one identifier however it is called."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from lithograph.ontology.lexicon import abbreviations, english_names, entries
from lithograph.ontology.materials import describe, identify
from lithograph.ontology.vocabulary import material_classes

FIXTURE = Path(__file__).parents[1] / "fixtures" / "materials.yaml"
MATERIALS: list[list[str]] = yaml.safe_load(FIXTURE.read_text(encoding="utf-8"))


def test_fixture_holds_enough_materials() -> None:
    assert len(MATERIALS) >= 80


@pytest.mark.parametrize("spellings", MATERIALS, ids=[group[0] for group in MATERIALS])
def test_every_spelling_of_a_material_has_one_id(spellings: list[str]) -> None:
    assert {identify(spelling).id for spelling in spellings} == {identify(spellings[0]).id}


def test_no_two_materials_share_an_id() -> None:
    names = defaultdict(list)
    for group in MATERIALS:
        names[identify(group[0]).id].append(group[0])
    assert {key: group for key, group in names.items() if len(group) > 1} == {}


def test_identify_prefers_the_documents_own_aliases() -> None:
    assert identify("LPS", {"LPS": "Li7P3S11"}).id == identify("Li7P3S11").id
    assert identify("LPS", {"LPS": r"$\beta$-Li$_3$PS$_4$"}).id == identify("beta-Li3PS4").id
    assert identify("Li|LPS|Li", {"LPS": "Li7P3S11"}).id == "cell:Li|Li7P3S11|Li"
    assert identify("PEO-XYZ", {"XYZ": "LiTFSI"}).id == identify("PEO-LiTFSI").id


def test_identify_survives_aliases_in_a_circle() -> None:
    assert identify("ABC", {"ABC": "DEF", "DEF": "ABC"}).id


@pytest.mark.parametrize(
    ("name", "kind", "family", "material_class"),
    [
        ("Li6PS5Cl", "compound", "argyrodite", "sulfide"),
        ("Li5.3PS4.3Cl1.7", "compound", "argyrodite", "sulfide"),
        ("Li7-xPS6-xBrx", "compound", "argyrodite", "sulfide"),
        ("Li10GeP2S12", "compound", "LGPS-type", "sulfide"),
        ("Li4SnS4", "compound", "thio-LISICON", "sulfide"),
        ("75Li2S-25P2S5", "glass", "thiophosphate", "sulfide"),
        ("Li2S–P2S5", "glass", "thiophosphate", "sulfide"),
        ("Li2S-P2S5 glass", "glass", "thiophosphate", "sulfide"),
        ("Li2S-SiS2", "glass", None, "sulfide"),
        ("Li2O-Al2O3", "composite", None, None),
        ("Li6.4La3Zr1.4Ta0.6O12", "compound", "garnet", "oxide"),
        ("Li1.3Al0.3Ti1.7(PO4)3", "compound", "NASICON", "oxide"),
        ("Li0.33La0.56TiO3", "compound", "perovskite", "oxide"),
        ("LiPON", "compound", "oxynitride", "oxide"),
        ("Li3InCl6", "compound", None, "halide"),
        ("Li3OCl", "compound", "anti-perovskite", "halide"),
        ("Li2B12H12", "compound", None, "hydroborate"),
        ("Na4(CB11H12)2(B12H12)", "compound", None, "hydroborate"),
        ("B(CH3)3", "compound", None, None),
        ("PEO", "polymer", None, "polymer"),
        ("PEO-LiTFSI", "composite", None, "polymer"),
        ("LixSiy", "compound", None, "Li alloy"),
        ("LiCoO2", "compound", "layered oxide", "oxide"),
        ("LiFePO4", "compound", "olivine", "oxide"),
        ("Li", "element", None, None),
        ("garnets", "class", None, "garnet"),
        ("Li|LLZO|Li", "cell", None, None),
        ("stainless steel", "name", None, None),
    ],
)
def test_identify_tells_kind_family_and_class(
    name: str, kind: str, family: str | None, material_class: str | None
) -> None:
    material = identify(name)
    assert (material.kind, material.family, material.material_class) == (kind, family, material_class)


@pytest.mark.parametrize(
    "name",
    [
        "SOFC",
        "SOFCs",
        "CNFX",
        "Nb5+",
        "unheard-of stuff",
        "Mo-O-Mo",
        "lithium-sulfur",
        "All-solid-state Li-S batteries",
        "(",
        "",
        " ",
        "|",
        "-",
        "Li|",
    ],
)
def test_identify_names_what_it_does_not_know(name: str) -> None:
    material = identify(name)
    assert material.kind == "name"
    assert material.formula is None


@pytest.mark.parametrize("name", ["1.7 V", "0 to 1.7 V", "-0.2 V vs. Li/Li+"])
def test_a_potential_is_no_material(name: str) -> None:
    assert identify(name).id == f"potential:{name}"
    assert identify("V2O5").id == "material:V2O5"


def test_identify_takes_any_depth_and_length() -> None:
    assert identify("Li-" * 200 + "Li").id
    assert identify("-doped ".join(["Ta"] * 30)).id


def test_describe_is_plain_data() -> None:
    assert describe("LPSCl") == {
        "name": "LPSCl",
        "id": "material:Li6PS5Cl",
        "kind": "compound",
        "formula": "Li6PS5Cl",
        "composition": {"Li": "6", "P": "1", "S": "5", "Cl": "1"},
        "family": "argyrodite",
        "class": "sulfide",
        "abbreviates": "Li6PS5Cl",
    }


def test_lexicon_names_each_lead_to_one_entry() -> None:
    every = [name for entry in entries() for name in {entry.name, *entry.also}]
    assert sorted(every) == sorted(set(every)), "materials.yaml: a name stands in two entries"
    assert all(name == name.strip() for name in every)


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.name)
def test_lexicon_entries_identify_as_themselves(entry: object) -> None:
    names = [entry.name, *entry.also, *entry.written]  # type: ignore[attr-defined]
    ids = {name: identify(name).id for name in names}
    assert len(set(ids.values())) == 1, f"materials.yaml: {ids}"


def test_lexicon_classes_are_words_of_the_vocabulary() -> None:
    known = {*material_classes(), "nitride"}
    assert {entry.material_class for entry in entries() if entry.material_class} <= known
    assert abbreviations()
    assert english_names()
