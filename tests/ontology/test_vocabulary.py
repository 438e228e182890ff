"""The vocabularies are well formed, lead to one entry each, and use verified terms of other vocabularies only."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path

import pytest
import yaml

from lithograph.errors import VocabularyError
from lithograph.ontology import materials, vocabulary
from lithograph.ontology.vocabulary import ConditionTerm, PropertyTerm, Term

LOADERS: dict[str, Callable[[], Mapping[str, Term]]] = {
    "properties.yaml": vocabulary.properties,
    "failures.yaml": vocabulary.failures,
    "strategies.yaml": vocabulary.strategies,
    "effects.yaml": vocabulary.effects,
    "interphase_kinds.yaml": vocabulary.interphase_kinds,
    "conditions.yaml": vocabulary.conditions,
    "material_classes.yaml": vocabulary.material_classes,
    "methods.yaml": vocabulary.methods,
    "related_quantities.yaml": vocabulary.related_quantities,
}
TERMS = [
    pytest.param(file, term, id=f"{file}:{term.name}") for file, load in LOADERS.items() for term in load().values()
]
PROPERTIES = set(
    re.findall(
        r"\w+",
        """
    ionic_conductivity electronic_conductivity activation_energy stability_window
    reduction_potential oxidation_potential voltage critical_current_density current_density
    interfacial_resistance overpotential shear_modulus elastic_modulus yield_strength
    relative_density density transference_number specific_capacity areal_capacity capacity_retention
    coulombic_efficiency energy_density cycle_life cycling_duration contact_angle
    decomposition_energy thickness particle_size pressure
        """,
    )
)
FAILURES = set(
    re.findall(
        r"\w+",
        """
    side_reaction dendrite_growth short_circuit poor_contact poor_wettability void_formation
    volume_change mechanical_failure high_interfacial_resistance electronic_leakage
    surface_contamination air_instability thermal_instability shuttle_effect grain_boundary
    inhomogeneous_deposition low_ionic_conductivity low_transference_number narrow_stability_window
    mechanical_weakness brittleness high_cost capacity_fade self_discharge
        """,
    )
)
STRATEGIES = set(
    re.findall(
        r"\w+",
        """
    interlayer_in_situ interlayer_ex_situ doping structure_design surface_conditioning densification
    filler high_modulus_host composite_electrolyte crosslinked_network molecular_channel
    new_electrolyte salt_or_additive anode_alloying anode_composite external_pressure
        """,
    )
)
EFFECTS = set(
    re.findall(
        r"\w+",
        """
    wettability interfacial_stability air_stability mechanical_strength contact uniform_deposition
    flexibility nonflammability cycling_stability rate_capability
        """,
    )
)
CLASSES = {"sulfide", "oxide", "polymer", "halide", "garnet", "NASICON", "perovskite", "argyrodite"}
CLASSES |= {"thio-LISICON", "hydroborate", "solid electrolyte", "Li alloy"}


def _file(name: str) -> str:
    return resources.files("lithograph.ontology").joinpath("vocabularies", name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("loader", "names"),
    [
        pytest.param(vocabulary.properties, PROPERTIES, id="properties"),
        pytest.param(vocabulary.failures, FAILURES, id="failures"),
        pytest.param(vocabulary.strategies, STRATEGIES, id="strategies"),
        pytest.param(vocabulary.effects, EFFECTS, id="effects"),
        pytest.param(vocabulary.interphase_kinds, {"stable", "MIEC", "M-SEI"}, id="interphase kinds"),
    ],
)
def test_vocabulary_is_the_closed_list(loader: Callable[[], Mapping[str, Term]], names: set[str]) -> None:
    assert set(loader()) == names


def test_material_classes_hold_those_that_facts_name() -> None:
    assert set(vocabulary.material_classes()) >= CLASSES


@pytest.mark.parametrize("file", [*LOADERS, "terms.yaml"])
def test_file_says_where_it_comes_from(file: str) -> None:
    head = [line for line in _file(file).splitlines() if line.startswith("#")]
    for part in ("source:", "licence:", "date:", "how made:"):
        assert any(line.startswith(f"# {part} ") for line in head), f"{file}: the head lacks `# {part}`"


@pytest.mark.parametrize("file", LOADERS)
def test_file_is_sorted_without_stray_spaces(file: str) -> None:
    names = list(LOADERS[file]())
    assert names == sorted(names, key=str.lower), f"{file}: sort the entries by name"
    assert not re.search(r"[ \t]+$|\t", _file(file), re.MULTILINE), f"{file}: stray spaces"


@pytest.mark.parametrize(("file", "term"), TERMS)
def test_entry_is_tidy(file: str, term: Term) -> None:
    assert term.label, f"{file}: {term.name} needs a label"
    assert term.definition.endswith("."), f"{file}: {term.name} needs a definition that is a sentence"
    for values in (term.written, term.examples):
        assert len(set(values)) == len(values), f"{file}: {term.name} repeats itself"
        assert all(value == value.strip() and "  " not in value for value in values), (
            f"{file}: {term.name}: stray spaces"
        )
    assert 1 <= len(term.examples) <= 6
    assert all(len(example) <= 60 for example in term.examples)


@pytest.mark.parametrize(("file", "term"), TERMS)
def test_every_way_of_writing_is_a_pattern(file: str, term: Term) -> None:
    for way in term.written:
        compiled = re.compile(way, re.IGNORECASE)
        assert not compiled.fullmatch(""), f"{file}: {term.name}: {way} matches nothing at all"
        assert compiled.groups == 0, f"{file}: {term.name}: {way} captures; write (?:...)"


@pytest.mark.parametrize(("file", "term"), TERMS)
def test_examples_lead_to_their_own_entry(file: str, term: Term) -> None:
    """The longest match in an example is the term's own; nothing of the same dimension is as long."""
    dimensions = set(getattr(term, "dimensions", ()))
    for example in term.examples:
        lengths = {}
        for other in LOADERS[file]().values():
            if other is term or not dimensions or dimensions & set(getattr(other, "dimensions", ())):
                lengths[other.name] = max(
                    (len(hit.group()) for hit in vocabulary.pattern(other).finditer(example)), default=0
                )
        own = lengths.pop(term.name)
        assert own, f"{file}: {term.name} does not match its own example {example!r}"
        rivals = {name: length for name, length in lengths.items() if length >= own}
        assert not rivals, f"{file}: {example!r} of {term.name} also leads to {', '.join(rivals)}"


@pytest.mark.parametrize("term", vocabulary.properties().values(), ids=lambda term: term.name)
def test_canonical_unit_has_the_first_dimension(term: PropertyTerm) -> None:
    units = pytest.importorskip("lithograph.ontology.units")
    if term.canonical_unit:
        assert units.parse_unit(term.canonical_unit).dimension == term.dimensions[0]
    else:
        assert term.dimensions[0] == "none"


@pytest.mark.parametrize("loader", [vocabulary.properties, vocabulary.conditions], ids=["properties", "conditions"])
def test_dimensions_are_those_of_the_units(loader: Callable[[], Mapping[str, PropertyTerm | ConditionTerm]]) -> None:
    known = set(yaml.safe_load(_file("units.yaml"))["dimensions"]) | {"none"}
    assert not {(term.name, name) for term in loader().values() for name in set(term.dimensions) - known}


def test_class_parents_exist_and_end() -> None:
    classes = vocabulary.material_classes()
    for name in classes:
        chain = [name]
        while parent := classes[chain[-1]].parent:
            assert parent in classes, f"{chain[-1]}: no class {parent}"
            assert parent not in chain, f"{name} is its own ancestor"
            chain.append(parent)


@pytest.mark.parametrize(
    "name",
    [
        "Li6PS5Cl",
        "Li10GeP2S12",
        "Li7P3S11",
        "Na3PS4",
        "Li7La3Zr2O12",
        "Li1.3Al0.3Ti1.7(PO4)3",
        "Li0.33La0.56TiO3",
        "LiPON",
        "Li3YCl6",
        "Li3OCl",
        "LiCoO2",
        "LiFePO4",
        "Li3N",
        "Li2B12H12",
        "Li4.4Si",
        "PEO",
        "YSZ",
    ],
)
def test_families_of_materials_are_classes(name: str) -> None:
    material = materials.identify(name)
    assert material.material_class, f"{name} has no class"
    assert {material.family, material.material_class} - {None} <= set(vocabulary.material_classes())


def test_weaknesses_name_properties_that_exist() -> None:
    assert {term.property for term in vocabulary.failures().values() if term.property} <= set(vocabulary.properties())


def test_external_terms_are_sorted_and_unique() -> None:
    raw = yaml.safe_load(_file("terms.yaml"))["sources"]
    assert list(raw) == sorted(raw)
    for prefix, source in raw.items():
        assert list(source["terms"]) == sorted(source["terms"]), f"terms.yaml: sort the terms of {prefix}"
        assert all(source[key] for key in ("title", "base", "repository", "version", "licence"))
    iris = [term.iri for term in vocabulary.external_terms().values()]
    assert len(set(iris)) == len(iris)
    assert all(re.fullmatch(r"https?://[^\s<>\"]+[^/#\s]", iri) for iri in iris)


@pytest.mark.parametrize(("file", "term"), TERMS)
def test_every_iri_is_a_verified_term(file: str, term: Term) -> None:
    verified = {external.iri for external in vocabulary.external_terms().values()}
    used = {iri for iri in (term.iri, term.broader, getattr(term, "quantity_kind", None)) if iri}
    assert used <= verified, f"{file}: {term.name}: not in terms.yaml"
    assert (term.match is None) == (term.iri is None)
    assert not (term.iri and term.broader), f"{file}: {term.name}: `broader` is for terms without an IRI"


def test_unknown_external_term_is_refused() -> None:
    with pytest.raises(VocabularyError, match=r"terms\.yaml: echem:NoSuchTerm: not in the list"):
        vocabulary.external("echem:NoSuchTerm")


GOOD = "- name: a\n  label: a\n  definition: A.\n  written: [a]\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param(GOOD + "  colour: red\n", "unknown field: colour", id="unknown field"),
        pytest.param("- name: a\n", "missing or unknown field: definition, label", id="missing field"),
        pytest.param("- a\n", "must be a mapping", id="no mapping"),
        pytest.param("a: 1\n", "must be a list", id="no list"),
        pytest.param(GOOD + GOOD, "one name", id="name twice"),
        pytest.param(GOOD + "  iri: echem:Interphase\n", "must say how near", id="iri without match"),
        pytest.param(GOOD + "  written: [", "cannot be read", id="bad YAML"),
        pytest.param(GOOD.replace("[a]", "a"), "`written` must be a list", id="text for a list"),
        pytest.param(GOOD.replace("[a]", "['(a']"), "not a pattern", id="bad pattern"),
        pytest.param(GOOD.replace("[a]", "['a*']"), "matches nothing at all", id="empty pattern"),
    ],
)
def test_bad_file_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=re.escape(reason)) as caught:
        vocabulary.load(path, Term)
    assert "\n" not in str(caught.value)
    assert "bad.yaml" in str(caught.value)


@pytest.mark.parametrize(("file", "term"), TERMS)
def test_find_terms_finds_every_example_that_its_pattern_matches(file: str, term: Term) -> None:
    for example in term.examples:
        match = vocabulary.pattern(term).search(example)
        expected = [(match.start(), match.end(), (term.name,))] if match else []
        assert [(hit.start, hit.end, hit.names) for hit in vocabulary.find_terms(example, {term.name: term})][
            :1
        ] == expected


@pytest.mark.parametrize(("text", "name"), [("garnets", "garnet"), ("SSEs", "solid electrolyte"), ("garnet is", None)])
def test_written_whole(text: str, name: str | None) -> None:
    term = vocabulary.written_whole(text, vocabulary.material_classes())
    assert (term.name if term else None) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Its ionic conductivity is low.", {"ionic conductivity": "ionic_conductivity"}, id="one"),
        pytest.param(
            "the electronic conductivity", {"electronic conductivity": "electronic_conductivity"}, id="longest"
        ),
        pytest.param(
            "a discharge capacity of", {"discharge capacity": "areal_capacity specific_capacity"}, id="shared"
        ),
        pytest.param("An ICE and the ice", {"ICE": "coulombic_efficiency"}, id="case of an abbreviation"),
        pytest.param("its conductivityx and xASR", {}, id="whole words only"),
        pytest.param("Young’s modulus", {"Young’s modulus": "elastic_modulus"}, id="curly apostrophe"),
        pytest.param("Young's modulus", {"Young's modulus": "elastic_modulus"}, id="straight apostrophe"),
        pytest.param("ASR at RT", {"ASR": "interfacial_resistance"}, id="abbreviation"),
        pytest.param("", {}, id="empty"),
    ],
)
def test_find_terms(text: str, expected: dict[str, str]) -> None:
    found = vocabulary.find_terms(text, vocabulary.properties())
    assert {text[hit.start : hit.end]: " ".join(hit.names) for hit in found} == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("sulfide SEs", "sulfide", id="sulfide SEs"),
        pytest.param("sulfide-based solid electrolytes", "sulfide", id="sulfide-based"),
        pytest.param("garnet-type electrolytes", "garnet", id="garnet"),
        pytest.param("thio-LISICON", "thio-LISICON", id="thio-LISICON is no LISICON"),
        pytest.param("anti-perovskites", "anti-perovskite", id="anti-perovskite is no perovskite"),
        pytest.param("solid polymer electrolytes", "polymer", id="polymer"),
        pytest.param("SSEs", "solid electrolyte", id="abbreviation"),
        pytest.param("lithium alloys", "Li alloy", id="alloy"),
    ],
)
def test_find_terms_of_classes(text: str, name: str) -> None:
    assert [(hit.start, hit.end, hit.names) for hit in vocabulary.find_terms(text, vocabulary.material_classes())] == [
        (0, len(text), (name,))
    ]
