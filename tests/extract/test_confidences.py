"""A confidence is what was measured of the rule, where something was."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.confidences import Confidences, Measured, confidence_of, measured_confidences
from lithograph.extract.evidence import HEDGED_FACTOR, Place, make_evidence

KNOWN = Confidences(
    rules={"x/a": Measured(0.9, 9, 10), "verb": Measured(0.7, 2, 3)},
    parts={"x": Measured(0.8, 9, 12), "a": Measured(0.85, 9, 10), "b": Measured(0.3, 0, 2)},
)


@pytest.mark.parametrize(
    ("rule", "confidence"),
    [
        pytest.param("x/a", 0.9, id="seen"),
        pytest.param("verb", 0.7, id="without parts"),
        pytest.param("x/b", 0.3, id="weaker part"),
        pytest.param("x/c", 0.55, id="part not seen"),
        pytest.param("noun", 0.55, id="not seen"),
    ],
)
def test_confidence_of_a_rule(rule: str, confidence: float) -> None:
    assert KNOWN.of(rule, 0.55) == confidence


def test_the_figures_are_well_formed() -> None:
    known = measured_confidences()
    for group in (known.rules, known.parts):
        assert list(group) == sorted(group)
        for name, each in group.items():
            assert name == name.strip()
            assert 0 < each.precision < 1, name
            assert 0 <= each.right <= each.seen, name
            assert each.seen > 0, name
    assert all(part in known.parts for rule in known.rules if "/" in rule for part in rule.split("/"))


@pytest.mark.parametrize(("text", "factor"), [("It reaches 3 V.", 1.0), ("It may reach 3 V.", HEDGED_FACTOR)])
def test_evidence_has_the_measured_confidence_lessened_by_doubt(text: str, factor: float) -> None:
    document = read_text(text)
    (block,) = document.iter_text()
    place = Place(block, 0, len(block.text))
    known = next(iter(measured_confidences().rules))
    measured = make_evidence(document, place, value=None, rule=known, confidence=0.01)
    assert measured.confidence == pytest.approx(confidence_of(known, 0.01) * factor, abs=1e-3)
    given = make_evidence(document, place, value=None, rule="not a rule", confidence=0.6)
    assert given.confidence == pytest.approx(0.6 * factor, abs=1e-3)
