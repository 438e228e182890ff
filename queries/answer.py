"""The answer to a question: rows by column name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from ..errors import MissingExtraError

if TYPE_CHECKING:
    import pandas as pd

    from .catalogue import Column


class Answer(Sequence[dict[str, Any]]):
    """Rows, each a mapping of column name to value; behaves as a list.

    Args:
        columns: in order; there also where there are no rows.
        rows: values in the order of the columns.
        described: type, unit and meaning of columns, where they are known: those of a question of the catalogue.
    """

    def __init__(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        described: Mapping[str, Column] | None = None,
    ) -> None:
        self.columns = tuple(columns)
        self.described = dict(described or {})
        self._rows = [dict(zip(self.columns, row, strict=True)) for row in rows]

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> list[dict[str, Any]]: ...
    def __getitem__(self, index: int | slice) -> dict[str, Any] | list[dict[str, Any]]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Answer):
            return self.columns == other.columns and self._rows == other._rows
        return self._rows == other

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Answer({len(self)} rows of {', '.join(self.columns)})"

    def to_dataframe(self) -> pd.DataFrame:
        """The rows as a pandas data frame.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise MissingExtraError("dataframe", "to_dataframe()") from error
        return pd.DataFrame(self._rows, columns=list(self.columns))

    def to_parquet(self, file: str | Path) -> Path:
        """Write the rows as a Parquet file; each column of a question keeps its type, unit and meaning.

        Args:
            file: to be written; an existing one is replaced when the new one is complete.

        Raises:
            MissingExtraError: pyarrow is not installed.
            ConfigError: the file cannot be written.
        """
        from .parquet import write_parquet

        columns = {name: [row[name] for row in self._rows] for name in self.columns}
        return write_parquet(columns, Path(file), described=self.described)
