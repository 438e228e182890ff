"""The nodes and relations that a claim makes: one function for each kind."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .measurements import measurement_properties
from .rows import NodeRow, RelationRow, Rows, Value
from .schema import graph_schema
from .statements import statement
from .terms import describe_cause, is_material, label_of

Json = Mapping[str, Any]

_ASSERTED = frozenset(graph_schema().relations) - {
    "STATES",
    "EVIDENCED_BY",
    "IN",
    "CITES",
    "HAS_MEASUREMENT",
    "OF_PROPERTY",
}
"""Relations that say something of the world; a denied value keeps its measurement, which is marked `negated`."""


@dataclass(slots=True)
class _Draft:
    """The rows of one claim in the making; a denied claim makes no relations but those that say what it is about."""

    claim: str
    negated: bool
    support: int
    confidence: float
    nodes: list[NodeRow] = field(default_factory=list)
    relations: list[RelationRow] = field(default_factory=list)

    def relate(self, name: str, source: tuple[str, str], target: tuple[str, str], **properties: Value) -> None:
        """Add a relation between two nodes, each given as label and id."""
        if self.negated and name in _ASSERTED:
            return
        stated: dict[str, Value] = {"claim": self.claim, "support": self.support, "confidence": self.confidence}
        given = {key: value for key, value in properties.items() if value is not None}
        self.relations.append(RelationRow(name, *source, *target, stated | given))

    def state(self, target: tuple[str, str], role: str) -> None:
        """Say what the claim is about."""
        self.relate("STATES", ("Claim", self.claim), target, role=role)

    def own(self, label: str, **properties: Value) -> tuple[str, str]:
        """Add a node that belongs to this claim alone."""
        node_id = _own_id(label, self.claim)
        self.nodes.append(NodeRow(label, node_id, {k: v for k, v in properties.items() if v is not None}))
        return label, node_id


def claim_arguments(data: list[dict[str, Any]]) -> dict[str, Any]:
    """The arguments of a claim by name, as its JSON has them.

    Args:
        data: what each document contributed, sorted; the arguments of the first stand for all, as equal claims
            differ only in how they are written.
    """
    arguments: dict[str, Any] = data[0]["claim"]
    measurements = sorted({found for entry in data for found in entry.get("measurements", ())})
    return arguments | ({"measurements": measurements} if measurements else {})


def claim_rows(claim_id: str, data: list[dict[str, Any]]) -> Rows:
    """The rows of one claim.

    Args:
        claim_id: its id.
        data: what each document contributed, sorted.
    """
    claim: Json = claim_arguments(data)
    sources = primary_sources(data)
    draft = _Draft(claim_id, bool(claim.get("negated")), len(sources), max(entry["confidence"] for entry in data))
    properties = _given(
        kind=claim["kind"],
        statement=statement(claim),
        short=claim.get("short"),
        long=claim.get("long"),
        role=claim.get("role"),
        negated=draft.negated,
        hedged=all(entry["hedged"] for entry in data),
        confidence=draft.confidence,
        support=draft.support,
        cited_works=len({work for entry in data for work in entry["works"]}),
        evidence_count=sum(entry["evidence"] for entry in data),
    )
    draft.nodes.append(NodeRow("Claim", claim_id, properties))
    _KINDS[claim["kind"]](draft, claim)
    _relate_neighbours(draft, data)
    return Rows(tuple(draft.nodes), tuple(draft.relations))


def primary_sources(data: list[dict[str, Any]]) -> set[str]:
    """The different primary sources of a claim.

    They are the works that the evidence cites. A document that cites none for it in any place is a source itself;
    one that cites a work in one place and repeats the claim elsewhere is not.
    """
    return {source for entry in data for source in (entry["works"] or [entry["document"]])}


def _relate_neighbours(draft: _Draft, data: list[dict[str, Any]]) -> None:
    """Relations to what other claims of the same documents have; see `neighbours`."""
    shown = {found: name for entry in data for found, name in entry.get("measurements", {}).items()}
    named = {relation.target for relation in draft.relations}
    for found in sorted(shown):
        strategy, measurement = _own_id("Strategy", draft.claim), _own_id("Measurement", found)
        draft.relate("SHOWN_BY", ("Strategy", strategy), ("Measurement", measurement))
    for name in sorted({f"property:{name}" for name in shown.values()} - named):
        draft.state(("Property", name), "shows")
    interphases = sorted({found for entry in data for found in entry.get("interphases", ())})
    products = [(made.target_label, made.target) for made in draft.relations if made.name == "DECOMPOSES_TO"]
    for found, product in itertools.product(interphases, products):
        draft.relate("CONTAINS", ("Interphase", _own_id("Interphase", found)), product)


def _own_id(label: str, claim: str) -> str:
    """The id of what belongs to a claim alone."""
    return f"{label.lower()}:{claim.partition(':')[2]}"


def _given(**properties: Value) -> dict[str, Value]:
    return {name: value for name, value in properties.items() if value is not None}


def _node(participant: Json) -> tuple[str, str]:
    return label_of(participant["id"]), participant["id"]


def _property(draft: _Draft, claim: Json) -> None:
    subject, of_property = _node(claim["subject"]), ("Property", f"property:{claim['property']}")
    measurement = draft.own("Measurement", **measurement_properties(claim))
    draft.relate("HAS_MEASUREMENT", subject, measurement)
    draft.relate("OF_PROPERTY", measurement, of_property)
    draft.state(subject, "subject")
    draft.state(measurement, "measurement")
    draft.state(of_property, "property")


def _alias(draft: _Draft, claim: Json) -> None:
    if "material" in claim:
        draft.state(_node(claim["material"]), "material")


def _decomposition(draft: _Draft, claim: Json) -> None:
    subject, product, against = _node(claim["subject"]), _node(claim["product"]), claim.get("against")
    named = {"against": against["name"], "against_id": against["id"]} if against else {}
    draft.relate("DECOMPOSES_TO", subject, product, **named)
    draft.state(subject, "subject")
    draft.state(product, "product")
    if against and is_material(against["id"]):
        draft.state(_node(against), "against")


def _interphase(draft: _Draft, claim: Json) -> None:
    subject, against, kind = _node(claim["subject"]), claim.get("against"), claim["interphase_kind"]
    pair = "|".join(part["name"] for part in (claim["subject"], against) if part)
    interphase = draft.own("Interphase", name=f"{pair} ({kind})", kind=kind)
    draft.relate("FORMS", subject, interphase)
    draft.state(subject, "subject")
    draft.state(interphase, "interphase")
    if against:
        draft.relate("BETWEEN", interphase, _node(against))
        draft.state(_node(against), "against")


def _strategy(draft: _Draft, claim: Json) -> None:
    strategy = draft.own("Strategy", name=claim["category"], method=claim.get("method"))
    draft.state(strategy, "strategy")
    for name, target, role in _strategy_targets(claim):
        draft.relate(name, strategy, target)
        draft.state(target, role)


def _strategy_targets(claim: Json) -> Iterator[tuple[str, tuple[str, str], str]]:
    for role, relation in (("agents", "USES"), ("targets", "APPLIED_TO")):
        yield from ((relation, _node(participant), role[:-1]) for participant in claim.get(role, ()))
    for role in ("improves", "worsens"):
        yield from ((role.upper(), ("Property", f"property:{name}"), role) for name in claim.get(role, ()))
    for name in claim.get("mitigates", ()):
        yield "MITIGATES", ("FailureMechanism", f"failure:{name}"), "mitigates"


def _limitation(draft: _Draft, claim: Json) -> None:
    subject, failure = _node(claim["subject"]), ("FailureMechanism", f"failure:{claim['failure']}")
    draft.relate("SUFFERS_FROM", subject, failure)
    draft.state(subject, "subject")
    draft.state(failure, "failure")


def _causes(draft: _Draft, claim: Json) -> None:
    (cause, *_), cause_change = describe_cause(claim["cause"])
    (effect, *_), effect_change = describe_cause(claim["effect"])
    start, end = (label_of(cause[0]), cause[0]), (label_of(effect[0]), effect[0])
    if (start[0], end[0]) in graph_schema().relations["CAUSES"].pairs:  # a class of materials is only stated
        draft.relate("CAUSES", start, end, cause_change=cause_change, effect_change=effect_change)
    draft.state(start, "cause")
    draft.state(end, "effect")


_KINDS: Mapping[str, Callable[[_Draft, Json], None]] = {
    "property": _property,
    "alias": _alias,
    "decomposition": _decomposition,
    "interphase": _interphase,
    "strategy": _strategy,
    "limitation": _limitation,
    "causes": _causes,
}
