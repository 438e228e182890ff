"""Every question gives the same rows in the same order on Ladybug and on a real Neo4j server.

Asked with its defaults, and with parameters that are drawn from what the library holds; on the samples, and on papers
beside the checkout where they are there. The server holds other people's data too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import lithograph
from lithograph.app.library import Library
from lithograph.errors import QueryError
from lithograph.graph.stores.base import Store
from lithograph.graph.stores.ladybug import LadybugStore
from lithograph.graph.stores.neo4j import Neo4jStore
from lithograph.queries.answer import Answer
from lithograph.queries.catalogue import Parameter, Question, catalogue
from lithograph.queries.runner import run_question
from lithograph.tests.conftest import TestServer

pytestmark = pytest.mark.neo4j

SAMPLES = sorted(Path(str(files("lithograph.corpus").joinpath("samples"))).glob("*.md"))
PAPERS = sorted((Path(lithograph.__file__).parent.parent / "shared" / "papers").glob("*.md"))

DRAWS = 3
"""How often a question is asked with other parameters."""

NAMES = {
    "class": "MATCH (n:MaterialClass) RETURN n.name ORDER BY n.name",
    "property": "MATCH (:Measurement)-[:OF_PROPERTY]->(n:Property) RETURN DISTINCT n.name AS name ORDER BY name",
    "failure": "MATCH (n:FailureMechanism) RETURN n.name ORDER BY n.name",
    "strategy": "MATCH (n:Strategy) RETURN DISTINCT n.name AS name ORDER BY name",
    "factor": "MATCH (n)-[:CAUSES]-(m) RETURN DISTINCT n.name AS name ORDER BY name",
    "node": "MATCH (n)<-[:STATES]-(c:Claim) WHERE n.name IS NOT NULL RETURN DISTINCT n.name AS name ORDER BY name",
    "material": "MATCH (n)<-[:STATES]-(c:Claim) WHERE n.id STARTS WITH 'material:' OR n.id STARTS WITH 'class:' "
    "RETURN DISTINCT n.name AS name ORDER BY name",
    "claim": "MATCH (c:Claim) RETURN c.id ORDER BY c.id",
}
"""Type of parameter to what the library has for it."""

TEXTS = {
    "kind": "MATCH (c:Claim) RETURN DISTINCT c.kind AS kind ORDER BY kind",
    "document": "MATCH (d:Publication) WHERE d.read = true RETURN d.file ORDER BY d.file",
    "engine": "MATCH (e:Evidence) RETURN DISTINCT e.engine AS engine ORDER BY engine",
    "short": "MATCH (c:Claim) WHERE c.kind = 'alias' RETURN DISTINCT c.short AS short ORDER BY short",
    "property": NAMES["property"],
    "work": "MATCH (w:Publication) WHERE w.doi IS NOT NULL RETURN w.doi ORDER BY w.doi",
}
"""The same for texts, by name of the parameter."""

NUMBERS = {"integer": (0, 1, 2, 3, 5, 50), "number": (0.5, 1e-6, 1e-3, 1.0, 300.0), "boolean": (True, False)}

FOREIGN = """
CREATE (c:Claim {id: 'claim:0', kind: 'property', statement: 'x', confidence: 1.0, support: 9, cited_works: 0,
    evidence_count: 9, negated: false, hedged: true, foreign: true}),
  (m:Material {id: 'material:x', name: 'LLZO', names: ['LLZO'], family: 'garnet', foreign: true}),
  (k:MaterialClass {id: 'class:garnet', name: 'garnet', foreign: true}),
  (f:FailureMechanism {id: 'failure:x', name: 'dendrite_growth', foreign: true}),
  (t:Strategy {id: 'strategy:x', name: 'doping', foreign: true}),
  (p:Property {id: 'property:x', name: 'ionic_conductivity', foreign: true}),
  (x:Measurement {id: 'measurement:x', si_low: 1e9, si_unit: 'S/m', qualifier: '=', negated: false, foreign: true}),
  (i:Interphase {id: 'interphase:x', kind: 'MIEC', foreign: true}),
  (e:Evidence {id: 'evidence:x', document: 'doi:x', sentence: 'x', line: 1, source_start: 0, foreign: true}),
  (d:Publication {id: 'doi:x', file: 'x.md', read: true, foreign: true})
WITH c, m, k, f, t, p, x, i, e, d, {claim: 'claim:0', support: 9, confidence: 1.0} AS own
CREATE (m)-[:BELONGS_TO]->(k), (c)-[:EVIDENCED_BY]->(e)-[:IN]->(d), (e)-[:CITES {number: 1}]->(d),
  (d)-[:REFERENCES {number: 1}]->(d)
FOREACH (n IN [m, k, f, t, p, x, i] | CREATE (c)-[s:STATES {role: 'subject'}]->(n) SET s += own)
CREATE (m)-[r1:HAS_MEASUREMENT]->(x)-[r2:OF_PROPERTY]->(p), (m)-[r3:SUFFERS_FROM]->(f), (t)-[r4:MITIGATES]->(f),
  (t)-[r5:APPLIED_TO]->(m), (t)-[r6:USES]->(m), (t)-[r7:IMPROVES]->(p), (f)-[r8:CAUSES]->(p), (m)-[r9:FORMS]->(i),
  (i)-[r10:BETWEEN]->(m), (i)-[r11:CONTAINS]->(m), (m)-[r12:DECOMPOSES_TO]->(m)
FOREACH (r IN [r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12] | SET r += own)
"""
"""Other people's data, which happen to have all of our labels, names and relations."""


@dataclass(frozen=True)
class Pair:
    """One graph in two stores."""

    ladybug: Store
    neo4j: Store


def asked(store: Store, name: str, given: dict[str, Any]) -> Answer | str:
    """The answer, or what is wrong with the question."""
    options = {option: given[option] for option in ("min_confidence", "evidence") if option in given}
    parameters = {name: value for name, value in given.items() if name not in options}
    try:
        return run_question(store, name, parameters, **options)
    except QueryError as error:
        return str(error)


@contextmanager
def pushed(papers: Sequence[Path], folder: Path, server: TestServer) -> Iterator[Pair]:
    """A library of papers, and the same graph on the server while the block runs."""
    with closing(Neo4jStore(server.address)) as store, Library(folder / "library") as library:
        store.wipe()
        store.execute(FOREIGN)
        library.ingest(papers)
        library.push(store)
        try:
            yield Pair(LadybugStore(folder / "library" / "graph.lbug"), store)
        finally:
            store.wipe()
            store.execute("MATCH (n) WHERE n.foreign = true DETACH DELETE n")


@pytest.fixture(scope="module")
def samples(neo4j_server: TestServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    papers = [path for path in SAMPLES if path.name != "README.md"]
    with pushed(papers, tmp_path_factory.mktemp("samples"), neo4j_server) as pair:
        yield pair


def drawn(question: Question, store: Store) -> list[dict[str, Any]]:
    """Parameters from what is in a store: those that have to be given first, then any."""
    chance = random.Random(question.name)
    needed = [p for p in question.parameters.values() if p.default is None]
    draws = [{p.name: chance.choice(values(p, store)) for p in needed} for _ in range(DRAWS if needed else 1)]
    for _ in range(DRAWS if question.parameters else 0):
        chosen = [p for p in question.parameters.values() if p.default is None or chance.random() < 0.6]
        draws.append({p.name: chance.choice(values(p, store)) for p in chosen})
    with_options: dict[str, Any] = {"min_confidence": 0.9, "evidence": bool(question.claim_columns)}
    return [*draws, draws[-1] | with_options]


def values(parameter: Parameter, store: Store) -> Sequence[Any]:
    if parameter.type in NUMBERS:
        return NUMBERS[parameter.type]
    text = TEXTS[parameter.name] if parameter.type == "text" else NAMES[parameter.type]
    return [row[0] for row in store.query(text).rows] or ["nothing"]


def differences(pair: Pair, question: Question) -> tuple[list[str], int]:
    """Where the answers differ, without what they say; and how many rows were compared."""
    wrong, compared = [], 0
    for given in drawn(question, pair.ladybug):
        one, other = (asked(store, question.name, given) for store in (pair.ladybug, pair.neo4j))
        if isinstance(one, str) or isinstance(other, str):
            if one != other:
                wrong.append(f"{given}: {one} / {other}")
            continue
        compared += len(one)
        if one != other:
            pairs = enumerate(zip(one, other, strict=False))
            first = next((index for index, (row, its) in pairs if row != its), min(len(one), len(other)))
            wrong.append(f"{given}: {len(one)} and {len(other)} rows, the first different one is {first}")
    return wrong, compared


@pytest.mark.parametrize("question", catalogue().values(), ids=catalogue())
def test_a_question_gives_the_same_rows_on_both_stores(question: Question, samples: Pair) -> None:
    wrong, _ = differences(samples, question)
    assert not wrong


def test_the_samples_answer_most_questions(samples: Pair) -> None:
    asks = {name: drawn(question, samples.ladybug) for name, question in catalogue().items()}
    empty = [name for name, given in asks.items() if not any(asked(samples.ladybug, name, each) for each in given)]
    assert len(empty) < len(catalogue()) / 4, empty


@pytest.mark.slow
@pytest.mark.skipif(not PAPERS, reason="no papers lie beside the checkout")
def test_papers_give_the_same_rows_on_both_stores(neo4j_server: TestServer, tmp_path: Path) -> None:
    with pushed(PAPERS, tmp_path, neo4j_server) as pair:
        found = {name: differences(pair, question) for name, question in catalogue().items()}
        assert {name: wrong for name, (wrong, _) in found.items() if wrong} == {}
        assert sum(compared for _, compared in found.values()) > 5_000
