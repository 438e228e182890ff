"""What is exported comes back: the same claims, the same bytes, in every format; anything else is refused whole."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import DCTERMS, RDF, SKOS, VOID, BNode, Dataset, Graph, Literal, URIRef

from lithograph.app.claims_files import read_claims
from lithograph.app.library import Library
from lithograph.corpus.samples import sample_paths
from lithograph.errors import ConfigError, DocumentParseError, UnsupportedFormatError
from lithograph.graph.rdf.checking import known_terms
from lithograph.graph.rdf.context import FILE, context_text
from lithograph.graph.rdf.reading import loaded
from lithograph.ontology.model import DocumentClaims
from lithograph.ontology.vocabulary import external

FORMATS = {
    "trig": ".trig",
    "nquads": ".nq",
    "jsonld": ".jsonld",
    "jsonld-framed": "-framed.jsonld",
    "turtle": ".ttl",
    "ntriples": ".nt",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("samples") / "library") as library:
        library.ingest(sample_paths())
        yield library


@pytest.fixture(scope="module")
def exports(library: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("exports")
    return {form: library.export(form, folder / f"graph{suffix}") for form, suffix in FORMATS.items()}


def claims_of(library: Library) -> list[DocumentClaims]:
    bundles = (read_claims(path) for path in (library.path / "claims").iterdir())
    return sorted(bundles, key=lambda bundle: bundle.document)


def comparable(bundle: DocumentClaims) -> dict[str, object]:
    """A document, without sentences, which are only quoted, and with sets sorted."""
    data = bundle.model_dump()
    for claim in data["claims"]:
        for piece in claim["evidence"]:
            piece["sentence"] = ""
        for name in {"agents", "targets", "improves", "worsens", "mitigates", "measurements"} & claim.keys():
            claim[name] = sorted(claim[name], key=str)
    return data


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_comes_back_byte_for_byte(
    form: str, library: Library, exports: dict[str, Path], tmp_path: Path
) -> None:
    with Library(tmp_path / "copy") as copy:
        report = copy.load(exports[form])
        assert {entry.status for entry in report.entries} == {"added"}
        assert copy.export(form, tmp_path / "again").read_bytes() == exports[form].read_bytes()
        assert copy.status() == library.status()
        assert [comparable(bundle) for bundle in claims_of(copy)] == [comparable(one) for one in claims_of(library)]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")  # its own, in its parsers
def test_every_format_holds_the_same_triples_for_others(exports: dict[str, Path]) -> None:
    whole = Graph().parse(data=exports["ntriples"].read_bytes(), format="nt")
    assert not [item for triple in whole for item in triple if isinstance(item, BNode)]  # so equal sets are isomorphic
    assert set(whole) == set(Graph().parse(data=exports["turtle"].read_bytes(), format="turtle"))
    others = {"trig": "trig", "nquads": "nquads", "jsonld": "json-ld", "jsonld-framed": "json-ld"}
    for form, name in others.items():
        dataset = Dataset(default_union=True).parse(data=exports[form].read_bytes(), format=name)
        assert set(whole) == {(s, p, o) for s, p, o, _ in dataset.quads()}


def test_a_context_is_within_every_file_and_is_the_one_that_is_published(exports: dict[str, Path]) -> None:
    assert FILE.read_text(encoding="utf-8") == context_text()
    data = json.loads(exports["jsonld"].read_text(encoding="utf-8"))
    assert data["@context"] == json.loads(context_text())["@context"]
    assert any(node["@id"].endswith("/assertion") for node in data["@graph"] if "@graph" in node)
    assert all(not key.startswith("http") for node in data["@graph"] for key in node)


def test_a_framed_claim_has_its_evidence_within(exports: dict[str, Path]) -> None:
    data = json.loads(exports["jsonld-framed"].read_text(encoding="utf-8"))
    assert not any("@graph" in node for node in data["@graph"])
    claim = next(node for node in data["@graph"] if node["@id"].startswith("lithograph:claim/"))
    assert "oa:hasTarget" in json.dumps(claim["hasReading"])
    assert claim["rdfs:label"]


def test_a_profile_has_the_words_of_schema_org_alone(library: Library, tmp_path: Path) -> None:
    path = library.export("nquads", tmp_path / "schema.nq", profile="schema.org")
    terms = {line.split(" ")[1] for line in path.read_text(encoding="utf-8").splitlines()}
    rdf_type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    assert {name for name in terms - {rdf_type} if not name.startswith("<https://schema.org/")} == set()
    with pytest.raises(DocumentParseError, match="description"):
        library.load(path)


@pytest.mark.parametrize(
    ("form", "given"),
    [("json", {"quotes": False}), ("graphml", {"profile": "schema.org"}), ("trig", {"profile": "full?"})],
)
def test_an_option_that_a_format_has_not_is_refused(form: str, given: Any, library: Library, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"quotes|profile"):
        library.export(form, tmp_path / "out", **given)
    assert not (tmp_path / "out").exists()


def test_a_time_that_is_none_is_refused(library: Library, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no day such as"):
        library.export("trig", tmp_path / "out", since="yesterday")


def test_an_electrolyte_is_found_by_the_class_of_others(exports: dict[str, Path]) -> None:
    graph = Graph().parse(data=exports["ntriples"].read_bytes(), format="nt")
    electrolytes = set(graph.subjects(RDF.type, URIRef(external("echem:SolidElectrolyte").iri)))
    assert URIRef(OWN + "material/Li6PS5Cl") in electrolytes
    assert URIRef(OWN + "material/Li2S") not in electrolytes
    assert (URIRef(OWN + "material/Li2S"), SKOS.exactMatch, URIRef(external("chems:LithiumSulfide").iri)) in graph


def test_the_dataset_is_described(library: Library, exports: dict[str, Path]) -> None:
    graph = Graph().parse(data=exports["ntriples"].read_bytes(), format="nt")
    (dataset,) = graph.subjects(RDF.type, VOID.Dataset)
    lines = exports["ntriples"].read_text(encoding="utf-8").count("\n")
    assert graph.value(dataset, VOID.triples) == Literal(lines)
    assert str(graph.value(dataset, DCTERMS.license)).startswith("https://creativecommons.org/")
    counts = {
        graph.value(part, VOID["class"]): graph.value(part, VOID.entities)
        for part in graph.objects(dataset, VOID.classPartition)
    }
    assert counts[URIRef(OWN + "Claim")] == Literal(library.status().nodes["Claim"])
    assert len(list(graph.objects(dataset, DCTERMS.source))) == len(sample_paths())


def test_every_term_of_others_is_in_the_verified_list(exports: dict[str, Path]) -> None:
    graph = Graph().parse(data=exports["ntriples"].read_bytes(), format="nt")
    used = {str(p) for p in graph.predicates()} | {str(o) for o in graph.objects(None, RDF.type)}
    assert {iri for iri in used - known_terms() if not iri.startswith(OWN + "class/")} == set()


def test_junk_is_refused_at_once_and_without_memory(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="this system does not tell of memory")
    junk = tmp_path / "junk.trig"
    with junk.open("wb") as file:
        file.write(b'<https://w3id.org/lithograph/a> <https://w3id.org/lithograph/text> "')
        file.truncate(10**9)
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(DocumentParseError), loaded(junk) as bundles:
        list(bundles)
    assert time.monotonic() - began < 20
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


def test_without_quotes_there_is_no_sentence_and_all_comes_back(library: Library, tmp_path: Path) -> None:
    bare = library.export("trig", tmp_path / "bare.trig", quotes=False)
    assert "oa:exact" not in bare.read_text(encoding="utf-8")
    with Library(tmp_path / "copy") as copy:
        copy.load(bare)
        assert copy.export("trig", tmp_path / "again.trig").read_bytes() == bare.read_bytes()


def test_a_file_that_was_loaded_is_read_again_when_it_is_at_hand(exports: dict[str, Path], tmp_path: Path) -> None:
    with Library(tmp_path / "copy") as copy:
        copy.load(exports["nquads"])
        assert {entry.status for entry in copy.load(exports["trig"]).entries} == {"unchanged"}
        assert [entry.status for entry in copy.ingest(sample_paths()).entries] == ["replaced"] * len(sample_paths())
        assert [entry.status for entry in copy.ingest(sample_paths()).entries] == ["unchanged"] * len(sample_paths())
        assert {entry.status for entry in copy.load(exports["trig"]).entries} == {"unchanged"}


def test_one_document_is_exported_alone(library: Library, tmp_path: Path) -> None:
    one = sample_paths()[0]
    part = library.export("nquads", tmp_path / "part.nq", documents=[one.name])
    with Library(tmp_path / "alone") as alone:
        alone.ingest(one)
        assert alone.export("nquads", tmp_path / "alone.nq").read_bytes() == part.read_bytes()


def test_what_was_read_since_a_time_is_exported(library: Library, exports: dict[str, Path], tmp_path: Path) -> None:
    every = library.export("trig", tmp_path / "every.trig", since="2000-01-01")
    assert every.read_bytes() == exports["trig"].read_bytes()
    with Library(tmp_path / "empty") as empty:
        none = library.export("trig", tmp_path / "none.trig", since="2999-12-31T12:00:00+02:00")
        assert none.read_bytes() == empty.export("trig", tmp_path / "empty.trig").read_bytes()


OWN = "https://w3id.org/lithograph/"

BROKEN: dict[str, tuple[Callable[[str], str], str]] = {
    "truncated": (lambda text: text[: len(text) // 2], "truncated|whole"),
    "a line less": (lambda text: text[text.index("\n") + 1 :], "statements of"),
    "the end is missing": (lambda text: text[: text.rindex("<https://w3id.org/lithograph/dataset")], "description"),
    "another base": (lambda text: text.replace(OWN, "http://localhost/"), "is not a node of Lithograph"),
    "another base for nodes": (lambda text: text.replace(f"<{OWN}material/", "<http://localhost/material/"), "begin"),
    "a term that is not known": (lambda text: text.replace(f"{OWN}sourceStart>", f"{OWN}sourceBegin>"), "sourceBegin"),
    "a class that is not known": (lambda text: text.replace(f"{OWN}Evidence>", f"{OWN}Proof>"), "Proof"),
    "a literal for a node": (
        lambda text: re.sub(r"(identifiedAs>) <[^>]*>", r'\1 "Li"', text, count=1),
        "a literal where",
    ),
    "a node for a literal": (lambda text: re.sub(r'(rule>) "[^"]*"', r"\1 <x:y>", text, count=1), "a node where"),
    "a relative IRI": (lambda text: text.replace(f"<{OWN}claim/", "<claim/", 1), "IRI"),
    "a changed claim": (lambda text: text.replace(f'<{OWN}failure> "', f'<{OWN}failure> "un'), "another id"),
    "a changed number": (lambda text: text.replace('sourceStart> "1', 'sourceStart> "x'), "int"),
    "foreign": (lambda text: '<http://a.example/s> <http://a.example/p> "o" .\n', "no predicate"),
    "blank nodes": (lambda text: f'_:b <{OWN}line> "1" .\n', "blank nodes"),
    "nothing": (lambda text: "", "description"),
    "junk": (lambda text: "\0\x07junk" * 1000, "truncated"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_whole(name: str, library: Library, exports: dict[str, Path], tmp_path: Path) -> None:
    change, reason = BROKEN[name]
    broken = tmp_path / "broken.nt"
    broken.write_text(change(exports["ntriples"].read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    before, files = library.status(), sorted((library.path / "claims").iterdir())
    with pytest.raises(DocumentParseError, match=reason) as caught:
        library.load(broken)
    assert str(caught.value).isprintable()
    assert (library.status(), sorted((library.path / "claims").iterdir())) == (before, files)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library, pytest.raises(UnsupportedFormatError, match="no linked data by its"):
        library.load(tmp_path / "paper.md")
