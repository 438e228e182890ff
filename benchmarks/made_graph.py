"""A made graph with the real schema, as large as wanted: papers, claims, evidence and what they are about.

The names and numbers are made up; which label has how many nodes, and which relations lead where, is as in graphs of
real papers.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from lithograph.graph.rows import NodeRow, RelationRow, Rows, Value

NODES = 100_000
RELATIONS = 300_000

_MATERIALS = 3_000
_CLASSES = 20
_PROPERTIES = 25
_FAILURES = 30
_CITED = 30
"""Works in the reference list of a paper."""

_CLAIMS = 100
"""Claims of a paper: half of them values, a quarter limitations, a quarter decompositions."""


def shared_rows() -> Rows:
    """What many papers speak of: materials with their classes, properties, failures."""
    nodes = [
        *(NodeRow("MaterialClass", f"class:{n}", {"name": f"class {n}"}) for n in range(_CLASSES)),
        *(NodeRow("Property", f"property:{n}", {"name": f"property {n}"}) for n in range(_PROPERTIES)),
        *(NodeRow("FailureMechanism", f"failure:{n}", {"name": f"failure {n}"}) for n in range(_FAILURES)),
        *(_material(n) for n in range(_MATERIALS)),
    ]
    relations = [
        RelationRow("BELONGS_TO", "Material", f"material:{n}", "MaterialClass", f"class:{n % _CLASSES}", {})
        for n in range(_MATERIALS)
    ]
    return Rows(tuple(nodes), tuple(relations))


def paper_rows(number: int) -> Rows:
    """One paper: itself, its reference list, its claims with their evidence."""
    dice = random.Random(number)
    paper = f"doi:10.5555/{number}"
    works = [f"ref:{number}-{n}" for n in range(_CITED)]
    nodes = [
        _publication(paper, f"Paper {number}", read=True),
        *(_publication(w, f"Work {w}", read=False) for w in works),
    ]
    relations = [
        RelationRow("REFERENCES", "Publication", paper, "Publication", work, {"number": n})
        for n, work in enumerate(works, start=1)
    ]
    parts = [Rows(tuple(nodes), tuple(relations))]
    parts += [_claim_rows(dice, f"{number:08x}{n:024x}", paper, works, n) for n in range(_CLAIMS)]
    return Rows.joined(parts)


def made_graph(nodes: int = NODES, relations: int = RELATIONS) -> Iterator[Rows]:
    """Batches of rows that sum up to so many nodes and relations, shared ones first."""
    shared = shared_rows()
    yield shared
    left_nodes, left_relations, number = nodes - len(shared.nodes), relations - len(shared.relations), 0
    while left_nodes > 0:
        rows = paper_rows(number)
        number += 1
        if len(rows.nodes) > left_nodes:
            break
        yield rows
        left_nodes, left_relations = left_nodes - len(rows.nodes), left_relations - len(rows.relations)
    yield _filling(left_nodes, left_relations, number)


def _filling(nodes: int, relations: int, papers: int) -> Rows:
    """Publications and citations up to the round number."""
    dice = random.Random(nodes)
    made = tuple(_publication(f"ref:more-{n}", f"More {n}", read=False) for n in range(nodes))
    cited = tuple(
        RelationRow(
            "REFERENCES",
            "Publication",
            f"doi:10.5555/{dice.randrange(papers - 1)}",
            "Publication",
            f"ref:{dice.randrange(papers - 1)}-{dice.randrange(_CITED)}",
            {"number": 100 + n},
        )
        for n in range(relations)
    )
    return Rows(made, cited)


def _material(number: int) -> NodeRow:
    name = f"Li{number % 9 + 1}M{number}X{number % 5 + 1}"
    known: dict[str, Value] = {"name": name, "formula": name, "kind": "compound", "names": (name, f"LMX-{number}")}
    return NodeRow("Material", f"material:{number}", known)


def _publication(node_id: str, title: str, *, read: bool) -> NodeRow:
    known: dict[str, Value] = {"title": title, "authors": ("Doe, J.", "Roe, R."), "journal": "J. Made Up", "year": 2020}
    return NodeRow("Publication", node_id, known | {"read": read})


def _claim_rows(dice: random.Random, digits: str, paper: str, works: list[str], number: int) -> Rows:
    claim, evidence, measurement = f"claim:{digits}", f"evidence:{digits}", f"measurement:{digits}"
    subject, other = (f"material:{dice.randrange(_MATERIALS)}" for _ in range(2))
    kind = ("property", "property", "limitation", "decomposition")[number % 4]
    stated: dict[str, Value] = {"claim": claim, "support": 1, "confidence": 0.9}
    own: dict[str, Value] = {"claim": claim, "confidence": 0.9}
    nodes = [
        NodeRow("Claim", claim, _claim(kind, subject, number)),
        NodeRow("Evidence", evidence, _evidence(paper, subject, number)),
    ]
    relations = [
        RelationRow("EVIDENCED_BY", "Claim", claim, "Evidence", evidence, own),
        RelationRow("IN", "Evidence", evidence, "Publication", paper, own),
        RelationRow("CITES", "Evidence", evidence, "Publication", dice.choice(works), own | {"number": 1}),
        RelationRow("STATES", "Claim", claim, "Material", subject, stated | {"role": "subject"}),
    ]
    if kind == "property":
        quantity = f"property:{dice.randrange(_PROPERTIES)}"
        nodes.append(NodeRow("Measurement", measurement, _value(dice.random())))
        relations += [
            RelationRow("HAS_MEASUREMENT", "Material", subject, "Measurement", measurement, stated),
            RelationRow("OF_PROPERTY", "Measurement", measurement, "Property", quantity, stated),
            RelationRow("STATES", "Claim", claim, "Measurement", measurement, stated | {"role": "measurement"}),
            RelationRow("STATES", "Claim", claim, "Property", quantity, stated | {"role": "property"}),
        ]
    elif kind == "limitation":
        failure = f"failure:{dice.randrange(_FAILURES)}"
        relations += [
            RelationRow("SUFFERS_FROM", "Material", subject, "FailureMechanism", failure, stated),
            RelationRow("STATES", "Claim", claim, "FailureMechanism", failure, stated | {"role": "failure"}),
        ]
    else:
        relations += [
            RelationRow("DECOMPOSES_TO", "Material", subject, "Material", other, stated | {"against": "Li"}),
            RelationRow("STATES", "Claim", claim, "Material", other, stated | {"role": "product"}),
        ]
    return Rows(tuple(nodes), tuple(relations))


def _claim(kind: str, subject: str, number: int) -> dict[str, Value]:
    return {
        "kind": kind,
        "statement": f"{subject} states number {number} of kind {kind}",
        "negated": False,
        "hedged": False,
        "confidence": 0.9,
        "support": 1,
        "cited_works": 1,
        "evidence_count": 1,
    }


def _evidence(paper: str, subject: str, number: int) -> dict[str, Value]:
    return {
        "document": paper,
        "section": "Results > Interfaces",
        "sentence": f"It was found that {subject} is as the claim of number {number} says, under the conditions given.",
        "line": number,
        "source_start": 100 * number,
        "source_end": 100 * number + 90,
        "references": "1",
        "engine": "rules",
        "rule": "made",
        "confidence": 0.9,
        "hedged": False,
    }


def _value(low: float) -> dict[str, Value]:
    return {
        "text": f"{low:.3g} mS/cm",
        "low": low,
        "qualifier": "=",
        "unit": "mS/cm",
        "si_low": low / 10,
        "si_unit": "S/m",
    }
