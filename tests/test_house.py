"""The rules of the house: who may import whom, how long a module may be, which names are public."""

from __future__ import annotations

import ast
import builtins
import doctest
import importlib
import pkgutil
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import lithograph

ROOT = Path(lithograph.__file__).parent

MAY_IMPORT: dict[str, set[str]] = {
    "ontology": set(),
    "corpus": {"ontology"},
    "extract": {"ontology", "corpus"},
    "graph": {"ontology"},
    "queries": {"ontology", "graph"},
    "app": {"ontology", "corpus", "extract", "graph", "queries"},
}
"""Package to the packages that it may import, besides itself."""

FOR_ALL = {"__version__", "errors", "time_limit", "whole_files"}
"""What the root has for every package; these import nothing of ours."""

LONGEST = 500
"""Lines of a module."""

GENERATED = {"ontology/model.py"}

FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "misc"}
"""Names of modules that say nothing of what is in them."""

PUBLIC = [
    "ConfigError",
    "DocumentError",
    "DocumentParseError",
    "EngineError",
    "Library",
    "LibraryCorruptError",
    "LibraryError",
    "LibraryLockedError",
    "LithographError",
    "MissingExtraError",
    "NotInLibraryError",
    "QueryError",
    "SchemaMismatchError",
    "StoreError",
    "StoreUnavailableError",
    "UnitError",
    "UnsupportedFormatError",
    "VocabularyError",
    "__version__",
    "extract_document",
    "identify",
    "read_document",
    "read_graph",
]


def sources() -> Iterator[Path]:
    """Every module of the packages, relative to the root."""
    for package in MAY_IMPORT:
        yield from (path.relative_to(ROOT) for path in sorted((ROOT / package).rglob("*.py")))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name under the root of everything of ours that a module imports."""
    package = path.parent.parts
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "lithograph":
                    yield node.lineno, alias.name.removeprefix("lithograph").lstrip(".")
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if node.level:
                base = package[: len(package) - node.level + 1]
                targets = [alias.name for alias in node.names] if not module and not base else [module]
                for target in targets:
                    yield node.lineno, ".".join((*base, target)).rstrip(".")
            elif module.split(".")[0] == "lithograph":
                yield node.lineno, module.removeprefix("lithograph").lstrip(".")


ELSEWHERE = "lithograph.extract.engines.chemdataextractor.worker."
"""What runs under another Python, with packages that this one has not."""


def modules() -> list[str]:
    found = [info.name for info in pkgutil.walk_packages(lithograph.__path__, "lithograph.")]
    return sorted(name for name in found if not name.endswith("__main__") and not name.startswith(ELSEWHERE))


@pytest.mark.parametrize("path", list(sources()), ids=str)
def test_imports_point_up_only(path: Path) -> None:
    package = path.parts[0]
    allowed = MAY_IMPORT[package] | {package, *FOR_ALL}
    wrong = [f"{path}:{line}: {name}" for line, name in imported(path) if name.split(".")[0] not in allowed]
    assert not wrong, f"{package}/ may import {sorted(allowed)}: {wrong}"


@pytest.mark.parametrize("path", list(sources()), ids=str)
def test_imports_inside_the_packages_are_relative(path: Path) -> None:
    absolute = [
        node.lineno
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").split(".")[0] == "lithograph")
        or (isinstance(node, ast.Import) and any(name.name.split(".")[0] == "lithograph" for name in node.names))
    ]
    assert not absolute, f"{path}: lines {absolute}"


@pytest.mark.parametrize("path", [p for p in sources() if p.as_posix() not in GENERATED], ids=str)
def test_module_is_short(path: Path) -> None:
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_module_names_say_what_is_in_them() -> None:
    assert [str(path) for path in sources() if path.stem in FORBIDDEN] == []


def test_packages_are_listed_for_the_wheel() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = {"lithograph"} | {".".join(("lithograph", *path.parent.parts)) for path in sources()}
    assert set(project["tool"]["setuptools"]["packages"]) == found
    assert project["project"]["version"] == lithograph.__version__


def test_data_files_are_listed_for_the_wheel() -> None:
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"][
        "package-data"
    ]
    left_out = [
        path.relative_to(ROOT).as_posix()
        for package in MAY_IMPORT
        for path in sorted((ROOT / package).rglob("*"))
        if path.is_file() and path.suffix not in {".py", ".pyc"} and not is_shipped(path.relative_to(ROOT), patterns)
    ]
    assert not left_out, f"add to [tool.setuptools.package-data] in pyproject.toml: {left_out}"


def is_shipped(path: Path, patterns: dict[str, list[str]]) -> bool:
    package = ".".join(("lithograph", *path.parent.parts))
    return any(path.match(pattern) for pattern in [*patterns["*"], *patterns.get(package, [])])


@pytest.mark.parametrize("path", list(sources()), ids=str)
def test_errors_are_in_the_one_tree(path: Path) -> None:
    exceptions = {name for name, value in vars(builtins).items() if is_exception(value)} | {"LithographError"}
    own = [
        f"{path}:{node.lineno}: {node.name}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
        and any(
            isinstance(base, ast.Name) and (base.id in exceptions or base.id.endswith("Error")) for base in node.bases
        )
    ]
    assert not own, f"errors belong in errors.py: {own}"


def is_exception(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, BaseException)


def test_public_names_are_pinned() -> None:
    assert sorted(lithograph.__all__) == PUBLIC
    assert dir(lithograph) == PUBLIC
    for name in PUBLIC:
        assert getattr(lithograph, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Libary'"):
        _ = lithograph.Libary  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", modules())
def test_docstring_examples_run(name: str) -> None:
    module = importlib.import_module(name)
    failed, _ = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    assert failed == 0
