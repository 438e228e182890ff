"""Rules are asked only of verbs that wake them."""

from __future__ import annotations

import pytest

from lithograph.extract.relations.dispatch import VerbRule

NONE: frozenset[str] = frozenset()
OF_SENSE = VerbRule(lambda *_: iter(()), senses=frozenset({"form"}))
OF_LEMMA = VerbRule(lambda *_: iter(()), lemmas=frozenset({"store"}))
OF_TELLING = VerbRule(lambda *_: iter(()), telling=True)
OF_ANY = VerbRule(lambda *_: iter(()))


@pytest.mark.parametrize(
    ("rule", "lemma", "senses", "woken"),
    [
        (OF_SENSE, "make", frozenset({"form", "cause"}), True),
        (OF_SENSE, "form", NONE, False),
        (OF_LEMMA, "store", NONE, True),
        (OF_LEMMA, "make", frozenset({"store"}), False),
        (OF_TELLING, "crack", NONE, True),
        (OF_TELLING, "say", NONE, False),
        (OF_ANY, "say", NONE, True),
    ],
)
def test_a_verb_wakes_a_rule_by_its_sense_or_its_base_form(
    rule: VerbRule, lemma: str, senses: frozenset[str], *, woken: bool
) -> None:
    assert rule.is_woken(lemma, senses) is woken
