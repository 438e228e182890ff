"""Materials by the terms of others: the classes of which one is an instance, and the substances that are the same.

A material is typed with its own classes (`class/argyrodite`) and with the verified classes above them, so that whoever
asks for `echem:SolidElectrolyte` needs no reasoner.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pyoxigraph import NamedNode

from ...ontology.vocabulary import material_classes
from ...ontology.yaml_files import read_yaml
from .terms import RDF_TYPE, Triple, node_iri, term

_MATCHES = {"exact": "skos:exactMatch", "close": "skos:closeMatch"}


def matches(material: str, kind: str) -> Iterator[Triple]:
    """What a material is elsewhere.

    Args:
        material: its id.
        kind: such as `compound`.
    """
    here = node_iri(material)
    if kind in _data()["kinds"]:
        yield here, RDF_TYPE, term(_data()["kinds"][kind])
    for match, names in _data()["matches"].get(material, {}).items():
        yield from ((here, term(_MATCHES[match]), term(name)) for name in names)


def classes(material: NamedNode, material_class: str) -> Iterator[Triple]:
    """The types of a material of a class: the class itself, and the verified ones above it.

    Args:
        material: its IRI.
        material_class: id of the class.
    """
    yield material, RDF_TYPE, node_iri(material_class)
    yield from ((material, RDF_TYPE, wider) for wider in _wider(material_class.removeprefix("class:")))


@cache
def _wider(name: str) -> tuple[NamedNode, ...]:
    """Classes of others of which a class is a part."""
    known = material_classes().get(name)
    if known is None:
        return ()
    own = (NamedNode(known.iri),) if known.iri and known.match in ("exact", "broader") else ()
    return own + (_wider(known.parent) if known.parent else ())


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = read_yaml(files(__package__).joinpath("materials.yaml"))
    return data
