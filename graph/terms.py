"""What the ontology knows of a name: the one place where the graph asks for materials and vocabulary terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from ..ontology import vocabulary
from ..ontology.materials import identify
from ..ontology.meaning import Material
from ..ontology.model import Participant
from .rows import with_value

Described = tuple[str, dict[str, Any]]
"""A node's id with what is known of it."""


def label_of(node_id: str) -> str:
    """The label that an id belongs to: ids of classes start with `class:`, of properties with `property:` and so on."""
    return {"class": "MaterialClass", "property": "Property", "failure": "FailureMechanism"}.get(
        node_id.partition(":")[0], "Material"
    )


def is_material(node_id: str) -> bool:
    """Whether an id is of a material or a class of them; a counterpart may be a potential instead."""
    return node_id.startswith(("material:", "class:"))


_FEWEST_ELEMENTS = 3
"""A crystalline electrolyte has a mobile ion, a framework cation and an anion."""


def describe_participant(participant: Participant) -> Iterator[Described]:
    """A material or class as an argument of a claim, and the classes above it."""
    if label_of(participant.id) == "MaterialClass":
        for node_id, data in describe_class(participant.id.removeprefix("class:")):
            own = {"names": [participant.name]} if node_id == participant.id else {}
            yield node_id, data | own
        return
    material = _material(participant.id, participant.name)
    if material is None:
        yield participant.id, {"name": participant.name, "names": [participant.name]}
        return
    above = _classes_of(material)
    data = {
        "name": material.name,
        "formula": material.formula,
        "kind": material.kind,
        "family": material.family,
        "material_class": material.material_class,
        "names": sorted({participant.name, material.name}),
        "belongs_to": [f"class:{name}" for name in above],
    }
    yield participant.id, with_value(data)
    for name in above:
        yield from describe_class(name)


def _classes_of(material: Material) -> list[str]:
    """The classes that a material belongs to: its family, and the class if that leads there or there is no family.

    The classes of oxides, sulfides and halides are those of solid electrolytes, so a cathode oxide is in none of them,
    nor is a compound of two elements (Al2O3, Li2S, LiF).
    """
    family, wider = material.family, material.material_class
    if family is not None and family in _classes():
        leads_there = wider in {node_id.removeprefix("class:") for node_id, _ in describe_class(family)}
        return [family, wider] if wider and wider != family and leads_there else [family]
    binary = material.composition is not None and len(material.composition) < _FEWEST_ELEMENTS
    return [wider] if wider and not binary else []


@lru_cache(maxsize=4096)
def _material(node_id: str, name: str) -> Material | None:
    """What is known of a material; the paper may name it by an abbreviation of its own, so its id is tried too."""
    for text in (name, node_id.partition(":")[2]):
        material = identify(text)
        if material.id == node_id:
            return material
    return None


def describe_class(name: str) -> Iterator[Described]:
    """A material class, and the classes above it."""
    term = _classes().get(name)
    parent = term.parent if term is not None else None
    data = {"name": name, "belongs_to": [f"class:{parent}"] if parent else None}
    yield f"class:{name}", with_value(data | _term(_classes(), name))
    if parent:
        yield from describe_class(parent)


def describe_property(name: str) -> Described:
    """A property of the vocabulary; a quality that is none there keeps its name alone."""
    term = _properties().get(name)
    data: dict[str, Any] = {"name": name} | _term(_properties(), name)
    if term is not None:
        data |= {"canonical_unit": term.canonical_unit, "quantity_kind": term.quantity_kind}
    return f"property:{name}", with_value(data)


def describe_failure(name: str) -> Described:
    """A failure mechanism."""
    return f"failure:{name}", with_value({"name": name} | _term(_failures(), name))


def describe_cause(name: str) -> tuple[list[Described], str | None]:
    """One end of a causes claim: its node with those above it, and `high` or `low` before a property.

    A name is a failure if the failures vocabulary has it (`low_ionic_conductivity`), else a property, else a material.
    """
    if name in _failures():
        return [describe_failure(name)], None
    change, _, rest = name.partition("_")
    if change in ("high", "low") and rest:
        return [describe_property(rest)], change
    if name in _properties():
        return [describe_property(name)], None
    node_id = name if name.startswith(("material:", "class:", "cell:")) else identify(name).id
    return list(describe_participant(Participant(name=name.partition(":")[2] or name, id=node_id))), None


def match_of(label: str, name: str) -> str | None:
    """How near a word's `iri` is to it: exact, close or broader."""
    terms = {"Property": _properties, "MaterialClass": _classes, "FailureMechanism": _failures}[label]()
    found = terms.get(name)
    return None if found is None else found.match


def _term(terms: Mapping[str, Any], name: str) -> dict[str, Any]:
    term = terms.get(name)
    return {} if term is None else {"full_name": term.label, "definition": term.definition, "iri": term.iri}


@cache
def _properties() -> Mapping[str, Any]:
    return vocabulary.properties()


@cache
def _failures() -> Mapping[str, Any]:
    return vocabulary.failures()


@cache
def _classes() -> Mapping[str, Any]:
    return vocabulary.material_classes()
