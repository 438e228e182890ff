"""Statements as compact JSON-LD 1.1, one node a line, written as they come.

The compact form keeps the named graphs. The framed form is a tree for programs that know JSON only: each claim with its
assertion, readings and evidence within it, and no named graphs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import IO, Any

from pyoxigraph import NamedNode

from ...ontology.own_terms import NAMESPACE, W3C, own_terms, prefixes
from .context import COERCED, context
from .terms import RDF_TYPE, Statement, Term

_GRAPHS_OF_A_CLAIM = ("/head", "/assertion", "/provenance", "/publication-info")
_XSD = W3C["xsd"]
Node = dict[str, Any]


def write_compact(statements: Iterable[Statement], target: IO[bytes]) -> None:
    """Write statements with their graphs."""
    _write(_compact(statements), target)


def write_framed(statements: Iterable[Statement], target: IO[bytes]) -> None:
    """Write statements as trees, one a claim."""
    _write(_framed(statements), target)


def _write(nodes: Iterator[Node], target: IO[bytes]) -> None:
    target.write(b'{"@context":' + _json(context()) + b',"@graph":[')
    for number, node in enumerate(nodes):
        target.write((b",\n" if number else b"\n") + _json(node))
    target.write(b"\n]}\n")


def _compact(statements: Iterable[Statement]) -> Iterator[Node]:
    for graph, group in groupby(statements, key=lambda statement: statement[3]):
        nodes = (_node(subject, some) for subject, some in groupby(group, key=lambda statement: statement[0]))
        if graph is None:
            yield from nodes
        else:
            yield {"@id": _iri(graph.value), "@graph": list(nodes)}


def _framed(statements: Iterable[Statement]) -> Iterator[Node]:
    for claim, group in groupby(statements, key=lambda statement: _claim(statement[3])):
        if claim is None:
            yield from _compact((*statement[:3], None) for statement in group)
        else:
            yield from _trees(claim, group)


def _trees(claim: str, statements: Iterable[Statement]) -> Iterator[Node]:
    """A claim with all that leads from it; what nothing leads to (a material with its measurement) on its own."""
    by_subject: dict[NamedNode, list[Statement]] = {}
    for statement in statements:
        by_subject.setdefault(statement[0], []).append(statement)
    nodes = {_iri(subject.value): _node(subject, some) for subject, some in by_subject.items()}
    for root in (_iri(claim), *nodes):
        if root in nodes:
            yield _embedded(nodes.pop(root), nodes)


def _embedded(node: Node, waiting: dict[str, Node]) -> Node:
    """The node with those to which it refers put where it refers to them; each is put in one place."""
    for name, value in node.items():
        if not name.startswith("@"):
            items = [_put(item, waiting) for item in (value if isinstance(value, list) else [value])]
            node[name] = items if isinstance(value, list) else items[0]
    return node


def _put(item: Any, waiting: dict[str, Node]) -> Any:
    name = item.get("@id") if isinstance(item, dict) else item
    return _embedded(waiting.pop(name), waiting) if isinstance(name, str) and name in waiting else item


def _claim(graph: NamedNode | None) -> str | None:
    """The claim to which a named graph belongs."""
    if graph is None:
        return None
    ending = next(part for part in _GRAPHS_OF_A_CLAIM if graph.value.endswith(part))
    return graph.value.removesuffix(ending)


def _node(subject: NamedNode, statements: Iterable[Statement]) -> Node:
    node: Node = {"@id": _iri(subject.value)}
    for _, predicate, value, _ in statements:
        name, kind = _key(predicate)
        item = _iri(value.value) if name == "@type" else _value(value, kind)
        if name not in node:
            node[name] = item
        elif isinstance(node[name], list):
            node[name].append(item)
        else:
            node[name] = [node[name], item]
    return node


@lru_cache(maxsize=1024)
def _key(predicate: NamedNode) -> tuple[str, str]:
    """The name of a predicate in the context, and what kind of value its own definition there makes of a text."""
    if predicate == RDF_TYPE:
        return "@type", "@id"
    known = own_terms().get(predicate.value.removeprefix(NAMESPACE)) if predicate.value.startswith(NAMESPACE) else None
    if known is None:
        return _prefixed(predicate.value), ""
    return known.name, COERCED.get(known.ranges[0], "") if known.is_literal else "@id"


def _value(value: Term, kind: str) -> Any:
    if isinstance(value, NamedNode):
        return _iri(value.value) if kind == "@id" else {"@id": _iri(value.value)}
    datatype = value.datatype.value
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if datatype == (kind or _XSD + "string"):
        return value.value
    if not kind and datatype == _XSD + "integer":
        return int(value.value)
    if not kind and datatype == _XSD + "boolean":
        return value.value == "true"
    return {"@value": value.value, "@type": _prefixed(datatype)}


def _iri(iri: str) -> str:
    """Our own by their prefix, others in full."""
    return "lithograph:" + iri.removeprefix(NAMESPACE) if iri.startswith(NAMESPACE) else _external(iri)


def _external(iri: str) -> str:
    return _prefixed(iri) if iri.startswith(("http://www.w3.org/", "http://purl.org/spar/")) else iri


@lru_cache(maxsize=1024)
def _prefixed(iri: str) -> str:
    for prefix, namespace in prefixes().items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
