"""What statements say is the case, in sentences written for the purpose."""

from __future__ import annotations

import pytest

from lithograph.extract.frames.chunking import find_phrases
from lithograph.extract.frames.cutting import find_statements
from lithograph.extract.frames.happenings import happenings
from lithograph.extract.frames.words import find_words
from lithograph.extract.pipeline import annotate, sentences_of

SENTENCES = [
    ("The contact is poor.", [("contact", "bad", False)]),
    ("The contact is not poor.", [("contact", "bad", True)]),
    ("Contact is lost.", [("contact", "bad", False)]),
    ("The resistance rises.", [("interfacial_resistance", "bad", False)]),
    ("Dendrites pierce the separator.", [("dendrite_growth", "bad", False)]),
    ("Voids form.", [("void_formation", "bad", False)]),
    ("Voids block ion transport.", [("ionic_conductivity", "bad", False)]),
    ("The film blocks electronic conduction.", [("electronic_conductivity", "good", False)]),
    ("The film withstands a high current density.", [("current_density", "", False)]),
    ("The cell exceeds the critical current density.", [("current_density", "", False)]),
    ("The film is unstable in air.", [("air_stability", "bad", False)]),
    ("The film is unstable against Li.", [("interfacial_stability", "bad", False)]),
    ("The film has poor stability at high voltage.", [("stability_window", "bad", False)]),
    ("The film is unstable.", []),
    ("The authors studied the contact.", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_happenings(text: str, expected: list[tuple[str, str, bool]]) -> None:
    (doc,) = annotate([text])
    (sentence,) = sentences_of(doc)
    (statement,) = find_statements(find_phrases(find_words(sentence)))
    found = happenings(statement)
    assert [(each.meaning.name, each.side, each.denied) for each in found] == expected
