"""Products and interphases told in many words: each construction in several of its ways of writing."""

from __future__ import annotations

from pathlib import Path

import pytest

from lithograph.extract.facts import Fact
from lithograph.ontology.yaml_files import read_yaml

from .conftest import FactsOf

SENTENCES = [(row["text"], row["told"]) for row in read_yaml(Path(__file__).with_name("products_told.yaml"))]


def _in_short(fact: Fact) -> str:
    """`LGPS + Li > Li2S`, `not LLZO + Li > MIEC`."""
    pair = f"{fact['subject']} + {fact['against']}" if fact["against"] else str(fact["subject"])
    given = fact["product"] if fact["type"] == "decomposition" else fact["kind"]
    return f"{'not ' if fact.get('negated') else ''}{pair} > {given}"


@pytest.mark.parametrize(("text", "told"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_find_products_and_interphases_in_many_words(facts_of: FactsOf, text: str, told: list[str]) -> None:
    found = [_in_short(fact) for kind in ("decomposition", "interphase") for fact in facts_of(text, kind)]
    assert sorted(found) == sorted(told)
