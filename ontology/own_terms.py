"""The classes and predicates of our own namespace: what each means, and how it is mapped to other vocabularies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from ..errors import VocabularyError
from .vocabulary import external, external_terms
from .yaml_files import read_yaml

NAMESPACE = "https://w3id.org/lithograph/"
LITERALS = frozenset({"string", "words", "integer", "double", "boolean"})
"""The ranges of predicates whose values are literals; `words` have a language."""
MAPPINGS = ("broader", "exact", "close", "related")

_FILE = "own_terms.yaml"
_SCHEMAS = ("graph.yaml", "lithograph.yaml")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Between the words of `sourceStart` and `SourceStart`; must not match before the S of `SI`."""


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """A class or predicate of the namespace.

    Args:
        name: such as `Measurement` or `sourceStart`; the IRI is this behind the namespace.
        label: in words.
        definition: one sentence.
        parent: the own class above, of a class.
        ranges: of a predicate: own classes, or one of `LITERALS`, or `Node` for anything; empty for a class.
        mappings: `broader`, `exact`, `close` or `related` to the IRIs of verified terms.
    """

    name: str
    label: str
    definition: str
    parent: str | None
    ranges: tuple[str, ...]
    mappings: Mapping[str, tuple[str, ...]]

    @property
    def iri(self) -> str:
        """The full IRI."""
        return NAMESPACE + self.name

    @property
    def is_literal(self) -> bool:
        """Whether it is a predicate whose values are literals."""
        return self.ranges[:1] != () and self.ranges[0] in LITERALS


def own_term(name: str) -> str:
    """The IRI of an own class or predicate, such as `Measurement` or `sourceStart`.

    Raises:
        VocabularyError: there is none of this name.
    """
    try:
        return own_terms()[name].iri
    except KeyError:
        raise VocabularyError(_FILE, name, "is no class or predicate of ours") from None


@cache
def own_terms() -> Mapping[str, OwnTerm]:
    """Every own class and predicate by name.

    Raises:
        VocabularyError: one is mapped to a term that is not in the verified list.
    """
    raw = read_yaml(resources.files(__package__).joinpath("vocabularies", _FILE))
    terms = [_term(name, entry) for group in ("classes", "predicates") for name, entry in raw[group].items()]
    return MappingProxyType({term.name: term for term in terms})


def _term(name: str, entry: Mapping[str, Any]) -> OwnTerm:
    ranges = entry.get("range", ())
    return OwnTerm(
        name=name,
        label=entry.get("label") or _HUMP.sub(" ", name).lower(),
        definition=entry["definition"],
        parent=entry.get("parent"),
        ranges=(ranges,) if isinstance(ranges, str) else tuple(ranges),
        mappings={kind: tuple(external(term).iri for term in entry[kind]) for kind in MAPPINGS if kind in entry},
    )


def class_term(owner: str) -> str:
    """The IRI of the class as which a class of schema/lithograph.yaml is written, such as `PropertyClaim`.

    Raises:
        VocabularyError: there is no such class or term.
    """
    schema = read_schema("lithograph.yaml")
    if owner not in schema["classes"]:
        raise VocabularyError("lithograph.yaml", owner, "is no class")
    return _iri(schema["classes"][owner].get("class_uri", f"lithograph:{owner}"), schema)


def predicate(owner: str, slot: str) -> str:
    """The IRI by which a slot is written: its `slot_uri`, or the own predicate of its name.

    Args:
        owner: a class of schema/graph.yaml or schema/lithograph.yaml; of two that share a name, lithograph.yaml's.
        slot: one of its slots, such as `source_start`.

    Raises:
        VocabularyError: the class has no such slot, or there is no such term.
    """
    try:
        return predicates()[owner, slot]
    except KeyError:
        raise VocabularyError(" and ".join(_SCHEMAS), f"{owner}.{slot}", "is no slot of a class") from None


def predicate_of_relation(name: str) -> str:
    """The own predicate that a relation of the graph is written by: `HAS_MEASUREMENT` is `hasMeasurement`."""
    first, *rest = name.lower().split("_")
    return first + "".join(part.capitalize() for part in rest)


@cache
def predicates() -> Mapping[tuple[str, str], str]:
    """The predicate of every (class, slot) of both schemas, of slots of the class above too."""
    found: dict[tuple[str, str], str] = {}
    for file in _SCHEMAS:
        schema = read_schema(file)
        for name, entry in schema["classes"].items():
            for owner in (schema["classes"].get(entry.get("is_a"), {}), entry):
                own_slots = {slot: schema["slots"][slot] for slot in owner.get("slots", ())}
                for slot, about in (own_slots | owner.get("attributes", {})).items():
                    found[name, slot] = _iri(about.get("slot_uri", f"lithograph:{slot}"), schema)
    return MappingProxyType(found)


@cache
def read_schema(file: str) -> Mapping[str, Any]:
    """A schema file as it is: `graph.yaml` or `lithograph.yaml`."""
    raw: Mapping[str, Any] = read_yaml(resources.files(__package__).joinpath("schema", file))
    return raw


def _iri(curie: str, schema: Mapping[str, Any]) -> str:
    """A term that a schema names, if it is ours, the W3C's or verified."""
    prefix, _, name = curie.partition(":")
    if prefix == "lithograph":
        return own_term(name)
    iri: str = schema["prefixes"][prefix] + name
    if prefix not in W3C and iri not in {term.iri for term in external_terms().values()}:
        raise VocabularyError("terms.yaml", curie, "not in the list of verified terms")
    return iri


W3C: Mapping[str, str] = MappingProxyType(
    {
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""The W3C's basic vocabularies, whose terms need no list."""


@cache
def prefixes() -> Mapping[str, str]:
    """Prefix to namespace, sorted: ours, the W3C's and those of every verified vocabulary."""
    raw = read_yaml(resources.files(__package__).joinpath("vocabularies", "terms.yaml"))
    others = {prefix: source["base"] for prefix, source in raw["sources"].items()}
    return MappingProxyType(dict(sorted({**others, **W3C, "lithograph": NAMESPACE}.items())))
