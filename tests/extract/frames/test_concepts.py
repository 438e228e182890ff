"""What noun phrases and statements mean: failures, qualities and their sides, in phrases written for the purpose."""

from __future__ import annotations

import pytest

from lithograph.extract.frames.chunking import find_phrases
from lithograph.extract.frames.concepts import find_concepts
from lithograph.extract.frames.cutting import find_statements
from lithograph.extract.frames.meanings import concept_words
from lithograph.extract.frames.outcomes import outcomes
from lithograph.extract.frames.phrases import NounPhrase
from lithograph.extract.frames.words import find_words
from lithograph.extract.pipeline import annotate, sentences_of
from lithograph.ontology import vocabulary

PHRASES = [
    ("the growth of Li dendrites", [("dendrite_growth", "bad", False)]),
    ("poor interfacial contact", [("contact", "bad", False)]),
    ("intimate contact", [("contact", "good", False)]),
    ("loss of contact", [("contact", "bad", False)]),
    ("a high interfacial resistance", [("interfacial_resistance", "bad", False)]),
    ("an increase in resistance", [("interfacial_resistance", "bad", False)]),
    ("reduced interfacial resistance", [("interfacial_resistance", "good", False)]),
    ("the suppression of side reactions", [("side_reaction", "bad", True)]),
    ("uneven plating", [("deposition", "bad", False)]),
    ("uniform Li deposition", [("deposition", "good", False)]),
    ("a narrow electrochemical window", [("stability_window", "bad", False)]),
    ("the poor stability of sulfides in humid air", [("air_stability", "bad", False)]),
    ("a dendrite-free surface", [("dendrite_growth", "bad", True)]),
    ("an aluminium foil", []),
]


def phrase_of(text: str) -> NounPhrase:
    """The first noun phrase of a text, with what prepositions tie to it."""
    (doc,) = annotate([f"{text} is seen."])
    (sentence,) = sentences_of(doc)
    (statement,) = find_statements(find_phrases(find_words(sentence)))
    return statement.subjects[0]


@pytest.mark.parametrize(("text", "expected"), PHRASES, ids=[row[0] for row in PHRASES])
def test_find_concepts(text: str, expected: list[tuple[str, str, bool]]) -> None:
    found = [(concept.meaning.name, concept.side, concept.prevented) for concept in find_concepts(phrase_of(text))]
    assert found == expected


OUTCOMES = [
    ("The film reduces the interfacial resistance.", [("interfacial_resistance", "good", False)]),
    ("The film suppresses Li dendrites.", [("dendrite_growth", "bad", True)]),
    ("The film lowers the risk of short circuits.", [("short_circuit", "bad", True)]),
    ("The film enables stable cycling.", [("cycling_stability", "good", False)]),
    ("The film raises the electronic conductivity.", [("electronic_conductivity", "bad", False)]),
    ("The film reduces contact loss.", [("poor_contact", "bad", True)]),
    ("Dendrites are suppressed by the film.", [("dendrite_growth", "bad", True)]),
    ("The authors studied dendrites.", []),
    (
        "The film shows improved wettability and ductility.",
        [("wettability", "good", False), ("flexibility", "good", False)],
    ),
    ("The film suffers from poor contact and wettability.", [("contact", "bad", False), ("wettability", "bad", False)]),
    (
        "The film has a high conductivity and interfacial resistance.",
        [("conductivity", "good", False), ("interfacial_resistance", "", False)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OUTCOMES, ids=[row[0] for row in OUTCOMES])
def test_outcomes(text: str, expected: list[tuple[str, str, bool]]) -> None:
    (doc,) = annotate([text])
    (sentence,) = sentences_of(doc)
    (statement,) = find_statements(find_phrases(find_words(sentence)))
    assert [(each.meaning.name, each.side, each.prevented) for each in outcomes(statement)] == expected


def test_concept_words_use_names_of_the_vocabularies() -> None:
    meanings = {meaning for ways in concept_words().entries.values() for _, meaning in ways}
    improvable = vocabulary.properties().keys() | vocabulary.effects().keys()
    assert {meaning.fails for meaning in meanings if meaning.fails} <= vocabulary.failures().keys()
    assert {meaning.improves for meaning in meanings if meaning.improves} <= improvable
    assert {meaning.property for meaning in meanings if meaning.property} <= vocabulary.properties().keys()
