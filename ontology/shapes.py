"""SHACL shapes of an export, from the schemas: a property shape for every slot, each with its own target.

A validator asks such a shape once for all nodes of a class, which takes a fraction of the time that shapes within node
shapes take. What no table says (ranges, selectors, units that go together) is in `schema/export_rules.shacl.ttl`,
written by hand in the same form. `sh:message` says what is expected, in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from typing import Any

from .own_terms import LITERALS, NAMESPACE, OwnTerm, class_term, own_terms, predicates, prefixes, read_schema
from .units import units
from .vocabulary import external, external_terms

_RECORDS_APART: Mapping[str, frozenset[str]] = {
    "Claim": frozenset({"id", "kind", "evidence"}),
    "DocumentClaims": frozenset({"claims"}),
    "Evidence": frozenset({"document", "section", "sentence"}),
}
_NODES_APART: Mapping[str, frozenset[str]] = {
    "Measurement": frozenset({"low", "high", "unit", "si_low", "si_high", "si_unit"}),
}
"""Slots that the export writes in another form than the schemas have them: `export_rules.shacl.ttl` holds that form."""

_RECORDS = frozenset({"Author", "Condition", "DocumentMetadata", "Evidence", "Finding", "Participant", "Reference"})
"""Classes whose nodes belong to one document, and so are always in the file."""

_PREFIXES = ("biro", "cito", "dcterms", "fabio", "lithograph", "qudt", "rdf", "rdfs", "schema", "sh", "skos", "xsd")
_WORDS = {
    "xsd:string": "text",
    "xsd:integer": "whole number",
    "xsd:double": "number",
    "xsd:boolean": "true or false",
    "xsd:gYear": "year",
    "rdf:langString": "text with its language",
}
_LITERALS = {
    "string": "xsd:string",
    "words": "rdf:langString",
    "Words": "rdf:langString",
    "Year": "xsd:gYear",
    "integer": "xsd:integer",
    "double": "xsd:double",
    "boolean": "xsd:boolean",
}
_YEAR = "http://purl.org/spar/fabio/hasPublicationYear"


def shapes_file() -> str:
    """The generated shapes as Turtle."""
    parts = [f"@prefix {prefix}: <{prefixes()[prefix]}> ." for prefix in _PREFIXES]
    claims, graph = read_schema("lithograph.yaml"), read_schema("graph.yaml")
    shapes = [*_record_shapes(claims), *_node_shapes(graph), *_relation_shapes(graph), _unit_shape()]
    return "\n".join(parts) + "\n\n" + "\n\n".join(shapes) + "\n"


def export_shapes() -> str:
    """All shapes of an export, those that are generated and those written by hand, as Turtle."""
    folder = resources.files(__package__).joinpath("schema")
    parts = (
        folder.joinpath(name).read_text(encoding="utf-8") for name in ("export.shacl.ttl", "export_rules.shacl.ttl")
    )
    return "\n".join(parts)


def _record_shapes(schema: Mapping[str, Any]) -> Iterator[str]:
    for owner, entry in schema["classes"].items():
        if entry.get("abstract"):
            continue
        wider = entry.get("is_a", owner)
        apart = _RECORDS_APART.get(wider, frozenset()) | _RECORDS_APART.get(owner, frozenset())
        for slot, about in (schema["classes"][wider]["attributes"] | entry["attributes"]).items():
            if slot not in apart:
                yield _shape(class_term(owner), owner, slot, about, schema["enums"])


def _node_shapes(schema: Mapping[str, Any]) -> Iterator[str]:
    for owner, entry in schema["classes"].items():
        if owner not in {"Node", "Evidence"}:
            for slot, about in entry["attributes"].items():
                if slot not in _NODES_APART.get(owner, ()):
                    yield _shape(NAMESPACE + owner, owner, slot, about or {}, {})


def _relation_shapes(schema: Mapping[str, Any]) -> Iterator[str]:
    for owner, entry in schema["classes"].items():
        for slot in entry.get("slots", ()):
            about = schema["slots"][slot]
            ranges = [choice["range"] for choice in about.get("any_of", [about])]
            iri = predicates()[owner, slot]
            message = f"{label_of(iri)}: any number of nodes, each a {' or a '.join(map(_in_words, ranges))}"
            yield _turtle(NAMESPACE + owner, iri, [*_of_classes(ranges), f"sh:message {_quoted(message)}"])


def _of_classes(ranges: list[str]) -> list[str]:
    classes = [f"sh:class lithograph:{name}" for name in ranges]
    if len(classes) == 1:
        return ["sh:nodeKind sh:IRI", *classes]
    return ["sh:nodeKind sh:IRI", f"sh:or ( {' '.join(f'[ {item} ]' for item in classes)} )"]


def _shape(target: str, owner: str, slot: str, about: Mapping[str, Any], enums: Mapping[str, Any]) -> str:
    """One slot of one class."""
    iri = predicates()[owner, slot]
    value, words = _value(iri, about.get("range", "string"))
    if kinds := enums.get(about.get("range", "")):
        names = list(kinds["permissible_values"])
        value, words = f"sh:in ( {' '.join(map(_quoted, names))} )", f"word of {', '.join(names)}"
    parts = [value]
    if "minimum_value" in about:
        low, high = about["minimum_value"], about["maximum_value"]
        parts += [f'sh:minInclusive "{low}"^^xsd:double', f'sh:maxInclusive "{high}"^^xsd:double']
        words += f" from {low} to {high}"
    required, many = bool(about.get("required")), bool(about.get("multivalued"))
    parts += ["sh:minCount 1"] if required else []
    parts += [] if many else ["sh:maxCount 1"]
    parts.append(f"sh:message {_quoted(f'{label_of(iri)}: {_how_many(required, many)} {words}')}")
    return _turtle(target, iri, parts)


def _value(iri: str, kind: str) -> tuple[str, str]:
    """What an object must be, as SHACL and in words."""
    known = own_terms().get(iri.removeprefix(NAMESPACE)) if iri.startswith(NAMESPACE) else None
    if known is not None and not known.is_literal:
        return _node(known)
    datatype = _LITERALS.get(known.ranges[0] if known is not None else kind)
    if iri == _YEAR:
        datatype = "xsd:gYear"
    return (f"sh:datatype {datatype}", _WORDS[datatype]) if datatype else ("sh:nodeKind sh:IRI", "node")


def _node(known: OwnTerm) -> tuple[str, str]:
    of_class = f" ; sh:class lithograph:{known.ranges[0]}" if known.ranges[0] in _RECORDS else ""
    words = " or a ".join(map(_in_words, known.ranges)) if known.ranges != ("Node",) else "node"
    return f"sh:nodeKind sh:IRI{of_class}", f"node that is a {words}"


def _unit_shape() -> str:
    known = sorted({iri for unit in units().values() for iri in (unit.iri, unit.emmo_iri) if iri})
    listed = " ".join(f"<{iri}>" for iri in known)
    message = "has unit: at most one, a unit of QUDT or EMMO that the units list knows, or one that the file defines"
    return _turtle(
        prefixes()["qudt"] + "QuantityValue",
        prefixes()["qudt"] + "hasUnit",
        [
            "sh:maxCount 1",
            f"sh:or ( [ sh:in ( {listed} ) ] [ sh:class <{external('qudt:Unit').iri}> ] )",
            f"sh:message {_quoted(message)}",
        ],
    )


def _turtle(target: str, path: str, parts: Iterable[str]) -> str:
    owner, name = (_local(iri) for iri in (target, path))
    return (
        f"<{NAMESPACE}shape/{owner}/{name}> a sh:PropertyShape ;\n"
        f"    sh:targetClass <{target}> ;\n    sh:path <{path}> ;\n    " + " ;\n    ".join(parts) + " ."
    )


def label_of(iri: str) -> str:
    """A predicate in words, as its own list or the vocabulary it is from has it."""
    if iri.startswith(NAMESPACE) and (known := own_terms().get(iri.removeprefix(NAMESPACE))):
        return known.label
    labels = {term.iri: term.label for term in external_terms().values()}
    return labels.get(iri, _local(iri))


def _local(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def _in_words(name: str) -> str:
    return name if name in LITERALS else own_terms()[name].label


def _how_many(required: bool, many: bool) -> str:
    if many:
        return "one or more, each a" if required else "any number, each a"
    return "exactly one" if required else "at most one"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
