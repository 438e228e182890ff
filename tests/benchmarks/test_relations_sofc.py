"""The draw of claims that a reader judges is random, and yet nearly the same when claims come and go."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def relations(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """The script, as Python finds it when it is started, with results of its own."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    module = importlib.import_module("relations_sofc")
    monkeypatch.setattr(module, "RESULTS", tmp_path)
    return module


def claims(count: int) -> list[tuple[dict[str, Any], str]]:
    return [
        (
            {"document": f"{n:03}.txt", "type": "limitation", "arguments": {"subject": str(n)}, "source": [n, n + 1]},
            f"Sentence {n}.",
        )
        for n in range(count)
    ]


def drawn(relations: Any, some: list[Any]) -> list[str]:
    return [claim["document"] for claim, _ in relations.draw(some)]


def test_a_draw_depends_on_the_claims_alone(relations: Any) -> None:
    first = drawn(relations, claims(200))
    assert len(first) == relations.DRAWN
    assert first == sorted(first)
    assert first != [claim["document"] for claim, _ in claims(50)]
    assert drawn(relations, claims(200)[::-1]) == first


def test_a_draw_changes_little_when_a_claim_comes(relations: Any) -> None:
    assert len(set(drawn(relations, claims(200))) - set(drawn(relations, claims(201)))) <= 1


def test_verdicts_are_kept_for_the_same_claim(relations: Any, tmp_path: Path) -> None:
    (claim, _), (other, _) = claims(2)
    kept = [{**claim, "rule": "old", "confidence": 0.1, "verdict": "wrong", "reason": "a hypothesis"}]
    (tmp_path / "relations_sofc.json").write_text(json.dumps({"drawn": kept}), encoding="utf-8")
    known = relations.verdicts()
    assert known[relations.identity(claim)] == {"verdict": "wrong", "reason": "a hypothesis"}
    assert relations.identity(other) not in known


def test_verdicts_are_counted_by_type(relations: Any) -> None:
    some = [{"type": "causes", "verdict": verdict} for verdict in ("right", "right", "wrong", "")]
    counted = relations.judged(some)
    assert counted["causes"] == counted["all"] == {"right": 2, "wrong": 1, "not judged": 1}
    assert counted["strategy"] == {"right": 0, "wrong": 0, "not judged": 0}
