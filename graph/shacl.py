"""Checking linked data against the shapes of an export: pySHACL does the work, findings are told in words.

Three things are looked at besides, which shapes cannot say or say at great length: IRIs that were relative, terms of
our namespace that there are not, and what the assertion of a denied claim says, for which named graphs are needed.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ConfigError
from ..ontology.own_terms import NAMESPACE, own_term, own_terms, predicates, read_schema
from ..ontology.shapes import export_shapes, label_of
from ..ontology.vocabulary import external

if TYPE_CHECKING:
    from pyoxigraph import Quad
    from rdflib import Graph
    from rdflib.term import Node

EXTRA = "validate"
_BASE = "https://relative.invalid/"
_STRING = "http://www.w3.org/2001/XMLSchema#string"
"""The datatype of literals that name none, as rdflib has them too."""
_STEPS = 4
"""From a selector by its place and its evidence to the claim."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something in a file that is not as an export is.

    Args:
        document: name of the file that was read, or its id; empty if the fault belongs to none.
        claim: the claim's id; empty if the fault belongs to none.
        statement: the claim in one line.
        subject: IRI of the node.
        wrong: what is wrong.
        expected: what belongs there.
    """

    document: str
    claim: str
    statement: str
    subject: str
    wrong: str
    expected: str


def find_faults(path: Path) -> list[Fault]:
    """Every fault of a file of linked data, sorted.

    Args:
        path: TriG, N-Quads, JSON-LD, Turtle or N-Triples, told by the end of its name.

    Raises:
        ConfigError: the file cannot be read, or pySHACL is not installed.
    """
    quads = _read(path)
    graph = _graph(quads)
    names = _Names(graph)
    if not names.has_claims_or_documents():
        return [Fault("", "", "", str(path), "the file has no claim and no document", "an export of Lithograph")]
    found = {*_relative(quads, names), *_unknown(quads, names), *_denied(quads, names), *_shacl(graph, names)}
    return sorted(found)


def _read(path: Path) -> list[Quad]:
    from pyoxigraph import parse

    from .rdf.writing import SUFFIXES, rdf_format

    try:
        import pyshacl  # noqa: F401
    except ImportError as error:
        raise ConfigError("validate", f"needs pySHACL: pip install 'lithograph[{EXTRA}]'") from error
    form = SUFFIXES.get(path.suffix.lower())
    if form is None:
        raise ConfigError("validate", f"{path} ends in none of {', '.join(SUFFIXES)}")
    try:
        return list(parse(path=str(path), format=rdf_format(form), base_iri=_BASE))
    except (OSError, SyntaxError, ValueError, MemoryError) as error:  # a line of junk without an end fills a buffer
        reason = getattr(error, "strerror", None) or error
        raise ConfigError("validate", f"{path} cannot be read: {' '.join(str(reason).split())}") from error


def _graph(quads: Iterable[Quad]) -> Graph:
    """All graphs in one, as pySHACL takes it."""
    from pyoxigraph import Literal as Written
    from rdflib import BNode, Graph, Literal, URIRef

    graph = Graph(bind_namespaces="none")
    nodes: dict[object, Node] = {}

    def node(term: object) -> Node:
        if term not in nodes:
            if isinstance(term, Written):
                kind = None if term.language or term.datatype.value == _STRING else URIRef(term.datatype.value)
                nodes[term] = Literal(term.value, lang=term.language, datatype=kind, normalize=False)
            else:
                value = str(getattr(term, "value", term))
                nodes[term] = BNode(value) if type(term).__name__ == "BlankNode" else URIRef(value)
        return nodes[term]

    with warnings.catch_warnings(record=True):  # rdflib warns of literals that are not what their datatype says
        warnings.simplefilter("always")
        for quad in quads:
            graph.add((node(quad.subject), node(quad.predicate), node(quad.object)))
    return graph


class _Names:
    """Which claim and document a node belongs to, in words.

    Args:
        graph: of the whole file.
    """

    def __init__(self, graph: Graph) -> None:
        from rdflib import RDF, URIRef

        self._graph = graph
        self._claims = set(graph.subjects(RDF.type, URIRef(own_term("Claim"))))
        self._statement = URIRef(predicates()["Claim", "statement"])
        self._file_name = URIRef(own_term("fileName"))
        self._lead_to_documents = (URIRef(own_term("document")), URIRef(external("oa:hasSource").iri))

    def has_claims_or_documents(self) -> bool:
        """Whether there is anything to check."""
        return bool(self._claims) or (None, self._file_name, None) in self._graph

    def fault(self, subject: Node, wrong: str, expected: str) -> Fault:
        """A fault at a node."""
        above = self._above(subject)
        claim = next((node for node in above if node in self._claims), None)
        statement = self._graph.value(claim, self._statement) if claim is not None else None
        return Fault(
            document=self._document(above),
            claim=_short(claim) if claim is not None else "",
            statement=str(statement or ""),
            subject=str(subject),
            wrong=wrong,
            expected=expected,
        )

    def _above(self, node: Node) -> list[Node]:
        """The node and those that lead to it, nearest first; a few steps suffice."""
        seen, last = {node: None}, [node]
        for _ in range(_STEPS):
            last = [above for here in last for above in self._graph.subjects(None, here) if above not in seen]
            seen.update(dict.fromkeys(last))
            if any(above in self._claims for above in last):
                break
        return list(seen)

    def _document(self, nodes: Iterable[Node]) -> str:
        for node in nodes:
            for document in (node, *(self._graph.value(node, lead) for lead in self._lead_to_documents)):
                name = self._graph.value(document, self._file_name) if document is not None else None
                if name is not None:
                    return str(name)
        return ""


def _relative(quads: Iterable[Quad], names: _Names) -> Iterator[Fault]:
    from rdflib import URIRef

    for quad in quads:
        for term in (quad.subject, quad.predicate, quad.object):
            iri = _value(term)
            if iri.startswith(_BASE):
                wrong = f"the IRI <{iri.removeprefix(_BASE)}> is relative"
                yield names.fault(URIRef(_value(quad.subject)), wrong, "IRIs that are whole")


def _unknown(quads: Iterable[Quad], names: _Names) -> Iterator[Fault]:
    """Predicates and classes of our namespace that are none of ours."""
    from rdflib import RDF, URIRef

    for quad in quads:
        used = [quad.predicate.value]
        if quad.predicate.value == str(RDF.type):
            used.append(_value(quad.object))
        for iri in used:
            name = iri.removeprefix(NAMESPACE)
            if iri.startswith(NAMESPACE) and "/" not in name and name not in own_terms():
                wrong = f"lithograph:{name} is no term of Lithograph"
                yield names.fault(URIRef(_value(quad.subject)), wrong, "a class or predicate of the ontology")


def _denied(quads: Iterable[Quad], names: _Names) -> Iterator[Fault]:
    """Relations that the assertion of a denied claim makes; a denied value keeps its measurement."""
    from rdflib import URIRef

    slots = read_schema("graph.yaml")["slots"]
    kept = {"has_measurement", "of_property", "states"}
    stated = {name for name, entry in slots.items() if "stated" in entry.get("annotations", {})}
    relations = {iri for (_, slot), iri in predicates().items() if slot in stated - kept and iri.startswith(NAMESPACE)}
    denied = {
        _value(quad.subject)
        for quad in quads
        if quad.predicate.value == own_term("negated") and _value(quad.object) == "true"
    }
    for quad in quads:
        claim = _value(quad.graph_name).removesuffix("/assertion")
        if claim in denied and quad.predicate.value in relations:
            said = f"{_short(quad.subject)} {label_of(quad.predicate.value)} {_short(quad.object)}"
            yield names.fault(URIRef(claim), f"the claim is denied, but its assertion says: {said}", "no such relation")


def _shacl(graph: Graph, names: _Names) -> Iterator[Fault]:
    import pyshacl
    from rdflib import RDF, SH

    with warnings.catch_warnings(record=True):  # pySHACL's own
        warnings.simplefilter("always")
        _, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(), inference="none", inplace=True)
    if not hasattr(report, "subjects"):
        raise ConfigError("validate", f"pySHACL gave up: {report}")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        subject, path, value, component = (
            report.value(result, name) for name in (SH.focusNode, SH.resultPath, SH.value, SH.sourceConstraintComponent)
        )
        message = str(report.value(result, SH.resultMessage))
        wrong = _wrong(path, value, str(component).rsplit("#", 1)[-1], message)
        yield names.fault(subject, wrong, message.partition(": ")[2])


@cache
def _shapes() -> Graph:
    from rdflib import Graph

    return Graph().parse(data=export_shapes(), format="turtle")


def _wrong(path: Node | None, value: Node | None, component: str, message: str) -> str:
    """What is wrong, by the kind of constraint."""
    from rdflib import BNode

    name = label_of(str(path)) if path is not None and not isinstance(path, BNode) else message.partition(":")[0]
    said = f"{name} is {_short(value)}" if value is not None else name
    return {
        "MinCountConstraintComponent": f"{name} is missing",
        "MaxCountConstraintComponent": f"{name} stands more often than it may",
        "OrConstraintComponent": f"{name} is missing" if path is None else f"{said}, which is something else",
        "ClassConstraintComponent": f"{said}, which is something else or is not described in the file",
        "NodeKindConstraintComponent": f"{said}, a literal where a node belongs",
        "LessThanConstraintComponent": f"{said}, which is too great",
        "LessThanOrEqualsConstraintComponent": f"{said}, which is too great",
    }.get(component, said)


def _value(term: object) -> str:
    """The IRI or the text of a term; empty for the default graph, which has none."""
    return str(getattr(term, "value", ""))


def _short(node: object) -> str:
    """A node or a value for a line: `claim:1f3a` for an IRI of ours."""
    from urllib.parse import unquote

    text = str(getattr(node, "value", None) or node)
    if text.startswith(NAMESPACE):
        return unquote(text.removeprefix(NAMESPACE).replace("/", ":", 1))
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"
