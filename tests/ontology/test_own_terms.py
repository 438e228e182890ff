"""Every own term is described and mapped, and the schemas name terms that exist."""

from __future__ import annotations

import pytest

from lithograph.errors import VocabularyError
from lithograph.ontology import own_terms
from lithograph.ontology.own_terms import LITERALS, NAMESPACE, OwnTerm, class_term, own_term, predicate
from lithograph.ontology.vocabulary import external

TERMS = list(own_terms.own_terms().values())


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.name)
def test_a_term_has_a_label_a_definition_and_a_mapping(term: OwnTerm) -> None:
    known = own_terms.own_terms()
    assert term.label.strip()
    assert term.definition.endswith(".")
    assert term.mappings or (term.parent and known[term.parent].mappings), f"{term.name} is mapped to nothing"
    assert set(term.ranges) <= {*LITERALS, "Node", *known}


def test_terms_are_sorted() -> None:
    for group in (True, False):
        names = [term.name for term in TERMS if bool(term.ranges) == group]
        assert names == sorted(names, key=str.lower)


def test_classes_begin_with_a_capital_and_predicates_do_not() -> None:
    assert [term.name for term in TERMS if term.name[0].isupper() == bool(term.ranges) or "_" in term.name] == []


def test_a_predicate_that_two_classes_share_is_one_term() -> None:
    assert predicate("Reference", "source_start") == predicate("Evidence", "source_start") == NAMESPACE + "sourceStart"


def test_a_slot_is_written_by_the_term_that_the_schema_names() -> None:
    assert predicate("Publication", "year") == external("fabio:hasPublicationYear").iri
    assert predicate("Material", "names") == "http://www.w3.org/2004/02/skos/core#altLabel"
    assert predicate("PropertyClaim", "confidence") == NAMESPACE + "confidence"
    assert predicate("Material", "has_measurement") == NAMESPACE + "hasMeasurement"
    assert class_term("PropertyClaim") == NAMESPACE + "PropertyReading"
    assert class_term("Participant") == NAMESPACE + "Participant"


def test_every_predicate_is_written_by_a_slot_or_by_the_export_itself() -> None:
    by_slots = {iri.removeprefix(NAMESPACE) for iri in own_terms.predicates().values()}
    assert {term.name for term in TERMS if term.ranges} - by_slots == {"approximate", "definition", "order"}


@pytest.mark.parametrize(
    "ask",
    [
        lambda: own_term("temperature_K"),
        lambda: predicate("Material", "colour"),
        lambda: predicate("Substance", "name"),
        lambda: class_term("Substance"),
    ],
)
def test_what_is_not_ours_is_refused(ask: object) -> None:
    with pytest.raises(VocabularyError):
        ask()  # type: ignore[operator]
