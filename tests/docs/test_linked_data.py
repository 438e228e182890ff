"""The picture of the model shows every class and relation of the schema."""

from __future__ import annotations

from pathlib import Path

from lithograph.app.model_picture import ANYWHERE, PLACES, draw_model, lines
from lithograph.graph.schema import graph_schema


def test_every_class_has_its_place() -> None:
    assert set(PLACES) == set(graph_schema().nodes)


def test_every_relation_is_drawn() -> None:
    drawn = [name for names in lines().values() for name in names]
    assert len(set(drawn)) + len(ANYWHERE) == len(graph_schema().relations)


def test_the_picture_is_drawn(tmp_path: Path) -> None:
    text = draw_model(tmp_path / "model.svg").read_text(encoding="utf-8")
    assert "hasMeasurement" in text
    assert draw_model(tmp_path / "again.png").stat().st_size > 10_000
