"""Stand-ins for libraries that ChemDataExtractor imports and that its rule-based parts never call."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

ALWAYS = ("stanza", "selenium", "django")
"""Its parser downloads models while it is imported; a browser and a web server read no paper."""

FOR_WEIGHTS = ("torch", "transformers", "overrides")
"""Needed where a network of its own tags the words."""


def stand_in(names: Iterable[str]) -> None:
    """Let the next imports of these libraries succeed; what is called from them then does nothing."""
    sys.meta_path.insert(0, _Finder(frozenset(names)))


class _Nothings(type):
    """A class all of whose methods do nothing."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *given, **named: None


class _Nothing(metaclass=_Nothings):
    """Base class, decorator and exception handler in one: a decorated function stays as it was."""

    def __new__(cls, *given: Any, **named: Any) -> Any:
        return given[0] if given and callable(given[0]) else super().__new__(cls)


class _Library(ModuleType):
    """A module in which every name is a class of nothing."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__ = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        kind = type(name, (_Nothing,), {})
        setattr(self, name, kind)
        return kind


class _Finder(MetaPathFinder, Loader):
    """Finds the stand-ins before the libraries."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> Any:
        """A stand-in's place, for the libraries that were named and their parts."""
        if fullname.partition(".")[0] not in self._names:
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """A stand-in."""
        return _Library(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing is run."""
