"""What is wrong with a question or a parameter is said in one line that lists what would be right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lithograph.app.library import Library
from lithograph.errors import ConfigError, MissingExtraError, QueryError
from lithograph.queries.answer import Answer
from lithograph.queries.catalogue import Column


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("runner") / "library") as library:
        yield library


@pytest.mark.parametrize(
    ("question", "parameters", "reason"),
    [
        pytest.param("conductivity", {}, "did you mean 'conductivities'", id="question nearly right"),
        pytest.param("weather", {}, "no such question; the catalogue has abbreviations, ", id="question"),
        pytest.param("material", {}, "material is missing; it takes material", id="missing"),
        pytest.param("conductivities", {"minimum": 1}, r"'minimum'; it takes min \(number\), max", id="unknown"),
        pytest.param("documents", {"limit": 1}, "it takes none", id="none"),
        pytest.param("conductivities", {"min": "high"}, "'high' is not a number", id="number"),
        pytest.param("conductivities", {"min": "nan"}, "not a number", id="nan"),
        pytest.param("conductivities", {"min": True}, "not a number", id="boolean for number"),
        pytest.param("cited", {"limit": 1.5}, "not a whole number", id="integer"),
        pytest.param("cited", {"limit": -1}, "not a whole number", id="negative"),
        pytest.param("cited", {"limit": 10**30}, "is larger than 9007199254740992", id="too large"),
        pytest.param("conductivities", {"min": 10**400}, "not a number", id="too large for a number"),
        pytest.param("supported", {"kind": "a\udcff"}, "no text in this terminal's encoding", id="bytes"),
        pytest.param("material", {"material": "a\udcff"}, "parameter material: .* no text", id="bytes in a name"),
        pytest.param("best", {"highest": "maybe"}, "neither true nor false", id="boolean"),
        pytest.param("members", {"class": "metal-organic"}, "none of .*garnet", id="class"),
        pytest.param("measurements", {"property": "colour"}, "none of .*ionic_conductivity", id="property"),
        pytest.param("strategies", {"failure": "rust"}, "none of .*dendrite_growth", id="failure"),
        pytest.param("effects", {"category": "magic"}, "none of .*doping", id="strategy"),
        pytest.param("chains", {"cause": " "}, "empty", id="factor"),
        pytest.param("references", {"claim": "claim:"}, "empty", id="claim"),
        pytest.param("material", {"material": " "}, "empty", id="material"),
        pytest.param("supported", {"kind": 3}, "not a text", id="text"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    question: str, parameters: dict[str, Any], reason: str, library: Library
) -> None:
    with pytest.raises(QueryError, match=reason) as caught:
        library.query(question, **parameters)
    assert "\n" not in str(caught.value)


def test_an_empty_library_answers_with_no_rows(library: Library) -> None:
    answer = library.query("documents")
    assert list(answer) == []
    assert answer.columns[0] == "file"


def test_an_answer_is_a_list_of_rows() -> None:
    answer = Answer(("a", "b"), [(1, "x"), (2, "y")])
    assert len(answer) == 2
    assert answer[-1] == {"a": 2, "b": "y"}
    assert answer[:1] == [{"a": 1, "b": "x"}]
    assert answer == [{"a": 1, "b": "x"}, {"a": 2, "b": "y"}]
    assert answer == Answer(("a", "b"), [(1, "x"), (2, "y")])
    assert "2 rows" in repr(answer)


def test_a_data_frame_keeps_the_columns_of_no_rows() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    assert list(Answer(("a", "b"), []).to_dataframe().columns) == ["a", "b"]


def test_without_pandas_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"lithograph\[dataframe\]"):
        Answer(("a",), []).to_dataframe()


COLUMNS = {
    "n": Column("n", "integer", "how many"),
    "value": Column("value", "number", "of it", "S/cm"),
    "claims": Column("claims", "claims", "that say so"),
}


def test_a_parquet_file_keeps_types_units_and_the_columns_of_no_rows(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    rows = [(1, 0.5, ["claim:a", "claim:b"]), (None, None, None)]
    for given in (rows, []):
        path = Answer(tuple(COLUMNS), given, described=COLUMNS).to_parquet(tmp_path / "answer.parquet")
        table = parquet.read_table(path)
        assert [tuple(row.values()) for row in table.to_pylist()] == given
        assert [str(field.type) for field in table.schema] == ["int64", "double", "list<element: string>"]
        assert table.schema.field("value").metadata == {b"description": b"of it", b"unit": b"S/cm"}


def test_values_of_different_types_are_texts_in_a_parquet_file(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    path = Answer(("a",), [(1,), ("x",), (None,)]).to_parquet(tmp_path / "answer.parquet")
    assert parquet.read_table(path).to_pylist() == [{"a": "1"}, {"a": "x"}, {"a": None}]


def test_a_parquet_file_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    with pytest.raises(ConfigError, match="cannot be written"):
        Answer(("a",), [(1,)]).to_parquet(tmp_path / "no" / "answer.parquet")


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"lithograph\[parquet\]"):
        Answer(("a",), []).to_parquet(tmp_path / "answer.parquet")
