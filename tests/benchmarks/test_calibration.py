"""What the calibration works out from judged statements, on numbers that one can check by hand."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]


@pytest.fixture
def calibration(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The script, as Python finds it when it is started."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module("calibration")


def statements(calibration: Any, rule: str, right: int, wrong: int, **more: Any) -> list[Any]:
    given = {"text": "a", "type": "property", "hedged": False, "confidence": 0.5} | more
    made = calibration.Judged
    return [made(rule=rule, right=index < right, **given) for index in range(right + wrong)]


def test_a_rule_is_drawn_towards_its_weaker_part_and_that_towards_its_type(calibration: Any) -> None:
    judged = statements(calibration, "x/a", 8, 0) + statements(calibration, "x/b", 0, 2)
    found = calibration.learn(judged)
    of_type = (8 + 1) / (10 + 2)
    part_b = (0 + 4 * of_type) / (2 + 4)
    assert found.parts["x"].precision == pytest.approx((8 + 4 * of_type) / 14, abs=5e-4)
    assert found.parts["b"].precision == pytest.approx(part_b, abs=5e-4)
    assert found.rules["x/b"].precision == pytest.approx((0 + 4 * part_b) / 6, abs=5e-4)
    assert (found.rules["x/b"].right, found.rules["x/b"].seen) == (0, 2)


def test_a_rule_without_parts_is_drawn_towards_its_type(calibration: Any) -> None:
    judged = statements(calibration, "verb", 3, 1) + statements(calibration, "verb", 9, 0, hedged=True)
    found = calibration.learn(judged)
    assert found.rules["verb"].precision == pytest.approx((3 + 4 * 4 / 6) / 8, abs=5e-4)
    assert found.parts == {}


def test_a_type_has_its_share_from_texts_on_which_no_rule_was_made(calibration: Any) -> None:
    found = calibration.learn(
        statements(calibration, "verb", 4, 0), statements(calibration, "another", 2, 6, text="unseen")
    )
    assert set(found.rules) == {"verb"}
    assert found.rules["verb"].precision == pytest.approx((4 + 4 * 3 / 10) / 8)


def test_bins_and_their_error(calibration: Any) -> None:
    judged = statements(calibration, "a", 1, 1, confidence=0.92) + statements(calibration, "b", 2, 0, confidence=1.0)
    judged += statements(calibration, "c", 0, 4, confidence=0.15)
    bins = calibration.bins_of(judged)
    assert [(each.said, each.seen, each.count) for each in bins] == [(0.15, 0.0, 4), (pytest.approx(0.96), 0.75, 4)]
    assert calibration.calibration_error(bins) == pytest.approx(0.5 * 0.15 + 0.5 * 0.21)
    assert calibration.calibration_error([]) == 0.0


def test_halves_are_judged_by_the_other_half(calibration: Any) -> None:
    judged = statements(calibration, "a", 9, 0) + statements(calibration, "a", 0, 9, text="b")
    crossed = calibration.cross_validated(judged)
    assert len(crossed) == 18
    assert all(each.confidence < 0.3 if each.right else each.confidence > 0.7 for each in crossed)


def test_what_is_written_is_read_again(calibration: Any) -> None:
    found = calibration.learn(statements(calibration, "x/a", 8, 0))
    data = yaml.safe_load(calibration.yaml_text(found))
    assert data["rules"]["x/a"] == {"precision": found.rules["x/a"].precision, "right": 8, "seen": 8}
    assert sorted(data["parts"]) == ["a", "x"]
