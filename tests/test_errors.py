"""Errors are one line each, are what a caller would catch, and survive a process pool."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from lithograph import errors

SAMPLES: tuple[errors.LithographError, ...] = (
    errors.UnsupportedFormatError(Path("paper.docx"), "no reader takes it"),
    errors.DocumentParseError(path=Path("paper.md"), line=3, reason="not UTF-8"),
    errors.VocabularyError("properties.yaml", "hue", "not a property"),
    errors.UnitError("furlong"),
    errors.StoreUnavailableError("library/graph", "no such file"),
    errors.SchemaMismatchError(where="library/graph", found="0", expected="1"),
    errors.QueryError("conductivities", "no parameter named `minimum`; it has: min"),
    errors.LibraryLockedError(Path("library")),
    errors.LibraryCorruptError(Path("library"), "not a library"),
    errors.NotInLibraryError(wanted="claim:ff", reason="no such claim in the library"),
    errors.EngineError("llm", "the server does not answer"),
    errors.EngineWorkerError("chemdataextractor", "no answer within 60 s"),
    errors.UnansweredError("the answer is not JSON", tokens_in=100, tokens_out=20),
    errors.FactRefusedError("the quotation does not stand in the passage"),
    errors.ConfigError("LITHOGRAPH_LIBRARY", "is a file"),
    errors.MissingExtraError(extra="dataframe", purpose="to_dataframe()"),
)


def leaves(cls: type[errors.LithographError] = errors.LithographError) -> Iterator[type[errors.LithographError]]:
    below = cls.__subclasses__()
    if not below:
        yield cls
    for child in below:
        yield from leaves(child)


def test_every_error_has_a_sample() -> None:
    assert {type(sample) for sample in SAMPLES} == set(leaves())


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_error_is_one_line(error: errors.LithographError) -> None:
    assert str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_error_comes_back_from_pickle(error: errors.LithographError) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is type(error)
    assert str(back) == str(error)
    assert back.__dict__ == error.__dict__


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_error_is_also_a_builtin(error: errors.LithographError) -> None:
    builtin = (ValueError, LookupError, OSError, ImportError, RuntimeError)
    assert isinstance(error, builtin)


def test_every_error_is_in_the_drawn_tree() -> None:
    drawing = errors.__doc__ or ""
    missing = [cls.__name__ for cls in leaves() if cls.__name__ not in drawing]
    assert not missing, f"add to the tree in errors.py: {missing}"
