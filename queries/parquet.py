"""Answers as Parquet files. The one module that calls pyarrow."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ConfigError, MissingExtraError
from ..whole_files import replacing

if TYPE_CHECKING:
    from .catalogue import Column


def write_parquet(columns: Mapping[str, Sequence[Any]], path: Path, *, described: Mapping[str, Column]) -> Path:
    """Write the columns of an answer; the metadata of a column says its unit and what it holds.

    Args:
        columns: name to values, in order.
        path: of the file.
        described: name to type, unit and meaning of those whose question says it; the type of others is that of their
            values.

    Raises:
        MissingExtraError: pyarrow is not installed.
        ConfigError: the file cannot be written.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtraError("parquet", "a Parquet file") from error
    arrays = [_array(pa, values, described.get(name)) for name, values in columns.items()]
    fields = [_field(pa, name, array.type, described.get(name)) for name, array in zip(columns, arrays, strict=True)]
    table = pa.Table.from_arrays(arrays, schema=pa.schema(fields))
    try:
        with replacing(path) as partial:
            parquet.write_table(table, partial)
    except OSError as error:
        raise ConfigError(str(path), f"cannot be written: {error.strerror or error}") from error
    return path


def _array(pa: Any, values: Sequence[Any], column: Column | None) -> Any:
    if column is not None:
        return pa.array(values, type=_type(pa, column.type))
    try:
        return pa.array(values)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):  # values of different types
        return pa.array([None if value is None else _as_text(value) for value in values], type=pa.string())


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _type(pa: Any, name: str) -> Any:
    """The Arrow type of a type of columns."""
    types = {"integer": pa.int64(), "number": pa.float64(), "fraction": pa.float64()}
    lists = {"texts", "claims"}
    return pa.list_(pa.string()) if name in lists else types.get(name, pa.string())


def _field(pa: Any, name: str, kind: Any, column: Column | None) -> Any:
    if column is None:
        return pa.field(name, kind)
    unit = {"unit": column.unit} if column.unit else {}
    return pa.field(name, kind, metadata={"description": column.help, **unit})
