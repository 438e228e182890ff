"""Relation claims of whole documents: evidence, hedging and denial, in texts written for the purpose."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.extract.facts import Fact, iter_facts


def facts_of(text: str, kind: str) -> list[Fact]:
    document = read_text(f"# A note\n\n{text}\n", name="note.md")
    return [fact for fact in iter_facts(extract_document(document).claims) if fact["type"] == kind]


def test_claims_point_home() -> None:
    (fact,) = facts_of("Nothing here. LGPS suffers from a narrow electrochemical window.", "limitation")
    assert (fact["subject"], fact["failure"], fact["line"]) == ("LGPS", "narrow_stability_window", 3)
    assert fact["evidence"]["sentence"] == "LGPS suffers from a narrow electrochemical window."


def test_hedged_claims_are_less_sure() -> None:
    (sure,) = facts_of("Voids lead to dendrites.", "causes")
    (guarded,) = facts_of("Voids may lead to dendrites.", "causes")
    assert guarded["confidence"] < sure["confidence"]


def test_denied_claims_are_marked() -> None:
    (fact,) = facts_of("Voids do not lead to dendrites.", "causes")
    assert fact["negated"]


def test_strategies_have_the_citation_of_their_passage() -> None:
    text = (
        "An Al2O3 layer was deposited on LLZO to suppress dendrites. This layer improved the wettability [2]. "
        "Voids lead to dendrites. This is shown elsewhere [1]."
    )
    references = "## References\n\n[1] A. Author, J. Power Sources 1 (2020) 1.\n\n[2] B. Author, Nature 2 (2021) 2.\n"
    document = read_text(f"# A note\n\n{text}\n\n{references}", name="note.md")
    facts = list(iter_facts(extract_document(document).claims))
    assert {tuple(fact["refs"]) for fact in facts if fact["type"] == "strategy"} == {(2,)}
    assert [fact["refs"] for fact in facts if fact["type"] == "causes"] == [[]]


_LIST = "".join(f"\n[{number}] A. Author, J. Power Sources {number} (2020) 1.\n" for number in range(1, 8))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "LATP forms an MIEC interphase with lithium [1], whereas LLZO forms a stable interphase with lithium.",
            {"LATP": [1], "LLZO": []},
        ),
        (
            "LLZO forms a stable interphase with Li, whereas Kim et al. [2] found that LATP forms an MIEC with Li.",
            {"LATP": [2], "LLZO": []},
        ),
        (
            "Kim and co-workers [3] found that LATP forms an MIEC with Li, while LLZO is stable against Li.",
            {"LATP": [3], "LLZO": [3]},
        ),
        (
            "LLZO forms a stable interphase [4], and LATP an MIEC interphase with lithium [5,6].",
            {"LLZO": [4], "LATP": [5, 6]},
        ),
        ("LATP [1], LAGP [2] and LLTO [3,4] form an MIEC with Li.", {"LATP": [1], "LAGP": [2], "LLTO": [3, 4]}),
    ],
)
def test_citations_are_for_their_own_side(text: str, expected: dict[str, list[int]]) -> None:
    document = read_text(
        f"# A note\n\n{text}\n\nOthers agree [6]. More agree [7].\n\n## References\n{_LIST}", name="note.md"
    )
    facts = [fact for fact in iter_facts(extract_document(document).claims) if fact["type"] == "interphase"]
    assert {fact["subject"]: fact["refs"] for fact in facts} == expected


def test_strategies_have_no_citation_of_another_material() -> None:
    text = (
        "The substitution of sulfur with oxygen in Li3PS4 increases the stability. "
        "This technique extends to argyrodites as well [1]."
    )
    document = read_text(
        f"# A note\n\n{text}\n\nOthers agree [6]. More agree [7].\n\n## References\n{_LIST}", name="note.md"
    )
    facts = [fact for fact in iter_facts(extract_document(document).claims) if fact["type"] == "strategy"]
    assert [fact["refs"] for fact in facts[:1]] == [[]]
