"""Weaknesses told in many words: each failure in several of its ways of writing, each frame with several failures."""

from __future__ import annotations

from pathlib import Path

import pytest

from lithograph.ontology.yaml_files import read_yaml

from .conftest import FactsOf

SENTENCES = [(row["text"], row["told"]) for row in read_yaml(Path(__file__).with_name("weaknesses.yaml"))]


@pytest.mark.parametrize(("text", "told"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_find_limitations_in_many_words(facts_of: FactsOf, text: str, told: list[str]) -> None:
    found = {
        f"{fact['subject']} {fact['failure']}{' denied' if fact.get('negated') else ''}"
        for fact in facts_of(text, "limitation")
    }
    assert sorted(found) == told
