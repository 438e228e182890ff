"""Whatever stands in a paper, what is written is RDF for others, the same in every format, and comes back."""

from __future__ import annotations

import io
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse
from rdflib import Dataset, Graph

from lithograph.graph.assembly import contributions
from lithograph.graph.ledger import Ledger
from lithograph.graph.rdf.reading import loaded
from lithograph.graph.rdf.statements import statements
from lithograph.graph.rdf.terms import literal, node_id, node_iri
from lithograph.graph.rdf.writing import SUFFIXES, LinkedData, rdf_format, write_statements
from lithograph.ontology.claims import AnyClaim, make_claim, merge_claims
from lithograph.ontology.model import (
    AliasClaim,
    Author,
    CausesClaim,
    Condition,
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    Finding,
    Participant,
    PropertyClaim,
    Reference,
    Severity,
)

HOSTILE = [
    '"',
    "\\",
    "<",
    ">",
    "\n",
    "\r",
    "\t",
    "\0",
    "\x07",
    "\x85",
    "\u2028",
    "\ufffe",
    "{|}^`",
    "%2F",
    "..",
    " > ",
    "\U0001f50b",
    "a",
]

texts = st.one_of(
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
)
numbers = st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from([1e-5, 0.1 + 0.2, 1e22]))


@st.composite
def documents(draw: st.DrawFn) -> DocumentClaims:
    document = "doi:10.5555/" + draw(texts)

    def evidence() -> Evidence:
        start = draw(st.integers(0, 10**6))
        return Evidence(
            document=document,
            section=[draw(texts)],
            sentence=draw(texts) * draw(st.sampled_from([1, 30])),
            source_start=start,
            source_end=start + 10,
            value_low=draw(numbers),
            line=draw(st.integers(1, 10**6)),
            references=draw(st.sampled_from([[], [1], [1, 7]])),
            engine=draw(texts),
            rule=draw(texts),
            confidence=draw(st.floats(0, 1)),
            hedged=draw(st.sampled_from([None, True, False])),
        )

    def participant() -> Participant:
        return Participant(name=draw(texts), id=draw(st.sampled_from(["material:", "class:", "cell:"])) + draw(texts))

    claims: list[AnyClaim] = [
        make_claim(
            PropertyClaim,
            kind="property",
            evidence=[evidence()],
            subject=participant(),
            property=draw(texts),
            low=draw(numbers),
            qualifier=draw(st.sampled_from(["=", "~", ">", "<="])),
            unit=draw(texts),
            conditions=[Condition(name=draw(texts), text=draw(texts), si_value=draw(numbers))],
        ),
        make_claim(AliasClaim, kind="alias", evidence=[evidence()], short=draw(texts), long=draw(texts)),
        make_claim(
            CausesClaim, kind="causes", evidence=[evidence()], cause=draw(texts), effect=draw(texts), negated=True
        ),
    ]
    author = Author(family=draw(texts), given=draw(st.one_of(st.none(), texts)))
    return DocumentClaims(
        document=document,
        name=draw(texts),
        content_hash=draw(texts),
        reader=draw(texts),
        pipeline=draw(texts),
        metadata=DocumentMetadata(title=draw(texts), authors=[author], year=draw(st.integers(1, 9999))),
        references=[
            Reference(
                number=1, authors=[author], doi=draw(texts), text=draw(texts), source_start=0, source_end=1, line=1
            ),
            Reference(number=1, title=draw(texts), text=draw(texts), source_start=2, source_end=3, line=2),
        ],
        claims=merge_claims(claims),
        findings=[Finding(code=draw(texts), severity=Severity.info, message=draw(texts))],
    )


def exported(bundle: DocumentClaims, form: LinkedData) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        ledger = Ledger(connection)
        ledger.create()
        ledger.put(1, contributions(bundle))
        target = io.BytesIO()
        write_statements(statements(ledger, [bundle]), form, target)
        return target.getvalue()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(bundle=documents())
def test_hostile_claims_are_the_same_in_every_format_and_come_back(bundle: DocumentClaims) -> None:
    expected = set(parse(exported(bundle, LinkedData.NQUADS), format=RdfFormat.N_QUADS))
    triples = {quad.triple for quad in expected}
    with tempfile.TemporaryDirectory() as folder:
        for suffix, form in SUFFIXES.items():
            written = exported(bundle, form)
            found = set(parse(written, format=rdf_format(form)))
            assert found == expected if rdf_format(form).supports_datasets else {q.triple for q in found} == triples
            path = Path(folder) / f"graph{suffix}"
            path.write_bytes(written)
            with loaded(path) as bundles:
                (back,) = bundles
            assert exported(back, form) == written
            assert [claim.id for claim in back.claims] == [claim.id for claim in bundle.claims]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")  # its own, in its parsers
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(bundle=documents())
def test_rdflib_reads_hostile_claims(bundle: DocumentClaims) -> None:
    whole = Graph().parse(data=exported(bundle, LinkedData.NTRIPLES), format="nt")
    assert len(Graph().parse(data=exported(bundle, LinkedData.TURTLE), format="turtle")) == len(whole)
    assert len(Dataset().parse(data=exported(bundle, LinkedData.TRIG), format="trig")) > 0


@pytest.mark.parametrize("name", [".", "Li3N.", '".."..'])
def test_dots_at_the_end_of_a_name_are_read_by_others(name: str) -> None:
    target = io.BytesIO()
    statement = (node_iri(f"material:{name}"), node_iri("class:garnet"), literal("a"), None)
    write_statements([statement], LinkedData.TURTLE, target)
    ((subject, _, _),) = Graph().parse(data=target.getvalue(), format="turtle")
    assert node_id(str(subject)) == f"material:{name}"


@given(text=st.text())
def test_no_text_makes_a_literal_or_an_iri_that_is_none(text: str) -> None:
    assert "\ud800" not in literal(text).value
    assert node_iri("material:" + text).value.isascii()


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_an_id_comes_back_from_its_iri(text: str) -> None:
    assert node_id(node_iri("cell:" + text).value) == "cell:" + text
