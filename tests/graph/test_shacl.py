"""Good exports have no findings; each of many broken files has the one that a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import RDF, Dataset, Graph, URIRef

from lithograph.corpus.reading import read_document
from lithograph.corpus.samples import sample_paths
from lithograph.errors import ConfigError
from lithograph.extract.engine import extract_document
from lithograph.graph.assembly import contributions
from lithograph.graph.ledger import Ledger
from lithograph.graph.rdf.statements import statements
from lithograph.graph.rdf.writing import LinkedData, write_statements
from lithograph.graph.shacl import find_faults
from lithograph.ontology import vocabulary
from lithograph.ontology.claims import AnyClaim, make_claim
from lithograph.ontology.materials import identify
from lithograph.ontology.model import (
    DecompositionClaim,
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    LimitationClaim,
    Participant,
    PropertyClaim,
    Reference,
)
from lithograph.ontology.ontology_files import owl_ontology, skos_vocabularies
from lithograph.ontology.own_terms import NAMESPACE, W3C
from lithograph.ontology.units import units
from lithograph.tests.graph.broken_exports import BROKEN, WHOLE, XSD, Break, change

pytest.importorskip("pyshacl", reason="pySHACL, which checks shapes, is not installed")
owlrl = pytest.importorskip("owlrl", reason="owlrl, the reasoner, is not installed")

REVIEW = Path(__file__).parents[3] / "shared" / "papers" / "jia-2024-li-se-interfaces.md"
DOCUMENT = "doi:10.5555/made"


def material(name: str) -> Participant:
    return Participant(name=name, id=identify(name).id)


def evidence(at: int, references: Iterable[int] = ()) -> Evidence:
    return Evidence(
        document=DOCUMENT, section=["Results"], sentence=f"Something is said at {at}.", source_start=at,
        source_end=at + 9, value_start=at + 1, value_end=at + 3, line=at, references=list(references),
        engine="test", rule="test", confidence=0.75,
    )  # fmt: skip


def made() -> DocumentClaims:
    argyrodite, garnet = material("Li6PS5Cl"), material("Li7La3Zr2O12")
    claims: list[AnyClaim] = [
        make_claim(
            PropertyClaim,
            kind="property",
            evidence=[evidence(1, [1])],
            subject=argyrodite,
            property="ionic_conductivity",
            low=2.0,
            qualifier="=",
            unit="mS/cm",
            si_low=0.2,
            si_unit="S/m",
        ),
        make_claim(
            PropertyClaim,
            kind="property",
            evidence=[evidence(2)],
            subject=garnet,
            property="shear_modulus",
            low=50.0,
            high=60.0,
            qualifier="=",
            unit="GPa",
            si_low=5e10,
            si_high=6e10,
            si_unit="Pa",
        ),
        make_claim(
            LimitationClaim, kind="limitation", evidence=[evidence(3)], subject=garnet, failure="dendrite_growth"
        ),
        make_claim(
            DecompositionClaim,
            kind="decomposition",
            evidence=[evidence(4)],
            subject=argyrodite,
            product=material("Li2S"),
        ),
    ]
    reference = Reference(
        number=1, doi="10.1000/1", year=2019, text="A work", source_start=0, source_end=1, line=1
    )  # fmt: skip
    return DocumentClaims(
        document=DOCUMENT, name="paper.md", content_hash="0" * 64, reader="test/1", pipeline="test/1",
        metadata=DocumentMetadata(title="A paper", year=2024), references=[reference], claims=claims,
    )  # fmt: skip


def export(documents: Iterable[DocumentClaims], path: Path, form: LinkedData = LinkedData.NQUADS) -> Path:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    ledger = Ledger(connection)
    ledger.create()
    bundles = sorted(documents, key=lambda bundle: bundle.document)
    for number, bundle in enumerate(bundles, 1):
        ledger.put(number, contributions(bundle))
    with path.open("wb") as target:
        write_statements(statements(ledger, bundles), form, target)
    connection.close()
    return path


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> str:
    return export([made()], tmp_path_factory.mktemp("good") / "good.nq").read_text(encoding="utf-8")


def test_a_good_file_has_no_findings(good: str, tmp_path: Path) -> None:
    path = tmp_path / "good.nq"
    path.write_text(good, encoding="utf-8")
    assert find_faults(path) == []


@pytest.mark.parametrize("form", LinkedData)
def test_every_format_is_read(form: LinkedData, tmp_path: Path) -> None:
    suffix = {"nquads": "nq", "turtle": "ttl", "ntriples": "nt", "jsonld-framed": "jsonld"}.get(form.value, form.value)
    assert find_faults(export([made()], tmp_path / f"good.{suffix}", form)) == []


@pytest.mark.parametrize(("broken", "wrong", "expected"), BROKEN)
def test_a_broken_file_is_told_in_words(good: str, tmp_path: Path, broken: Break, wrong: str, expected: str) -> None:
    path = tmp_path / "broken.nq"
    path.write_text(broken(good), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != good
    faults = find_faults(path)
    found = [fault for fault in faults if wrong in fault.wrong and expected in fault.expected]
    assert found, "\n".join(f"{fault.wrong}; expected {fault.expected}" for fault in faults)


def test_a_finding_names_the_claim_and_the_document(good: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.nq"
    path.write_text(change("end", WHOLE, f'"0"^^<{XSD}integer>')(good), encoding="utf-8")
    (fault,) = find_faults(path)
    assert fault.document == "paper.md"
    assert fault.claim.startswith("claim:")
    assert fault.statement


def test_a_relative_iri_is_found(good: str, tmp_path: Path) -> None:
    path = export([made()], tmp_path / "relative.trig", LinkedData.TRIG)
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n<paper> a <https://w3id.org/lithograph/Finding> .\n", encoding="utf-8")
    assert "the IRI <paper> is relative" in {fault.wrong for fault in find_faults(path)}


@pytest.mark.parametrize("text", ["", "<https://example.org/a> <http://xmlns.com/foaf/0.1/name> 'A' ."])
def test_a_file_without_claims_is_no_export(text: str, tmp_path: Path) -> None:
    path = tmp_path / "foreign.ttl"
    path.write_text(text, encoding="utf-8")
    assert [fault.wrong for fault in find_faults(path)] == ["the file has no claim and no document"]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("junk.ttl", "PK\x03\x04 nothing", "cannot be read"),
        ("cut.nq", '<https://example.org/a> <https://example.org/b> "c', "cannot be read"),
        ("endless.nq", "a" * 20_000_000, "cannot be read"),
        ("remote.jsonld", '{"@context": "https://example.org/c.jsonld", "name": "A"}', "cannot be read"),
        ("relative.nt", "<a> <b> <c> .", "cannot be read"),
        ("table.csv", "a,b", "ends in none of"),
    ],
)
def test_what_is_no_linked_data_is_refused(name: str, text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=reason):
        find_faults(path)


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        find_faults(tmp_path / "none.trig")


@pytest.mark.filterwarnings("ignore")  # owlrl's own
def test_an_export_does_not_contradict_the_ontology(good: str) -> None:
    graph = Graph()
    for triple in (*Dataset().parse(data=good, format="nquads"), *owl_ontology(), *skos_vocabularies()):
        graph.add(triple[:3])
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert not list(graph.objects(None, URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")))
    argyrodite = URIRef(NAMESPACE + "material/Li6PS5Cl")
    for kind in (NAMESPACE + "class/solid%20electrolyte", vocabulary.external("emmo:Material").iri):
        assert (argyrodite, RDF.type, URIRef(kind)) in graph


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    documents = [extract_document(read_document(path)) for path in sample_paths()]
    return export(documents, tmp_path_factory.mktemp("samples") / "samples.nq")


def test_the_samples_have_no_findings(samples: Path) -> None:
    assert find_faults(samples) == []


def test_every_term_of_others_in_an_export_is_verified(samples: Path) -> None:
    verified = {term.iri for term in vocabulary.external_terms().values()}
    verified |= {iri for unit in units().values() for iri in (unit.iri, unit.emmo_iri) if iri}
    terms = {term for quad in parse(path=str(samples), format=RdfFormat.N_QUADS) for term in quad}
    iris = {term.value for term in terms if isinstance(term, NamedNode)}
    free = (NAMESPACE, *W3C.values(), "https://doi.org/", "https://creativecommons.org/licenses/")
    assert {iri for iri in iris if not iri.startswith(free)} <= verified


@pytest.mark.slow
@pytest.mark.skipif(not REVIEW.exists(), reason="needs the shared papers")
def test_the_review_has_no_findings(tmp_path: Path) -> None:
    document = extract_document(read_document(REVIEW))
    assert find_faults(export([document], tmp_path / "review.trig", LinkedData.TRIG)) == []
