"""The controlled words of Lithograph: properties, failures, strategies, material classes and what goes with them.

Every vocabulary is a YAML file beside this module (`vocabularies/`), read once, when it is first asked for. A term's
`written` holds the ways in which papers write it, as regular-expression fragments; `pattern` joins them. IRIs stand
in the files under short names (``echem:IonicConductivity``), which `terms.yaml` resolves: an IRI that is not in that
list of verified terms cannot be used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, TypeVar

import yaml

from ..errors import VocabularyError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MATCHES = ("exact", "close", "broader")
_IRI_FIELDS = ("iri", "broader", "quantity_kind")
_LIST_FIELDS = ("written", "examples", "dimensions")


@dataclass(frozen=True, slots=True)
class ExternalTerm:
    """A term of another vocabulary, as its own file gives it."""

    name: str
    iri: str
    label: str
    source: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of a vocabulary.

    `iri` is the neighbouring term of another vocabulary and `match` says how near it is (``exact``, ``close`` or
    ``broader``); `broader` is a superclass there, for terms that have no `iri`.
    """

    name: str
    label: str
    definition: str
    written: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    iri: str | None = None
    match: str | None = None
    broader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyTerm(Term):
    """A measurable quantity; `canonical_unit` is a unit of the first of its `dimensions`."""

    dimensions: tuple[str, ...]
    canonical_unit: str
    quantity_kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionTerm(Term):
    """A circumstance under which a value holds; one without `dimensions` is stated in words."""

    dimensions: tuple[str, ...] = ()
    canonical_unit: str | None = None
    quantity_kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureTerm(Term):
    """A failure or weakness; `property` is the quantity that shows it, where there is one."""

    property: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialClassTerm(Term):
    """A class of materials; `parent` is the class that it belongs to."""

    parent: str | None = None


_T = TypeVar("_T", bound=Term)


def _read(file: str) -> Any:
    try:
        text = resources.files(__package__).joinpath("vocabularies", file).read_text(encoding="utf-8")
        return yaml.load(text, Loader=_Loader)
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyError(file, "file", f"cannot be read: {error}") from error


def _entry(file: str, kind: type[_T], raw: Any) -> _T:
    """One entry as a term.

    Raises:
        VocabularyError: a field is missing, unknown or of the wrong kind.
    """
    name = str(raw.get("name", "?")) if isinstance(raw, dict) else "?"
    if not isinstance(raw, dict):
        raise VocabularyError(file, name, "every entry must be a mapping")
    known = {field.name: field for field in fields(kind)}
    required = {key for key, field in known.items() if field.default is MISSING}
    if wrong := (required - raw.keys()) | (raw.keys() - known.keys()):
        raise VocabularyError(file, name, f"missing or unknown field: {', '.join(sorted(map(str, wrong)))}")
    values = dict(raw)
    for key in _LIST_FIELDS:
        if key in values:
            values[key] = tuple(values[key])
    for key in _IRI_FIELDS:
        if values.get(key) is not None:
            values[key] = external(values[key]).iri
    if (values.get("match") in _MATCHES) != (values.get("iri") is not None):
        raise VocabularyError(file, name, "`match` must say how near `iri` is: exact, close or broader")
    return kind(**values)


def _load(file: str, kind: type[_T]) -> Mapping[str, _T]:
    entries = _read(file)
    if not isinstance(entries, list):
        raise VocabularyError(file, "file", "must be a list of entries")
    terms = [_entry(file, kind, raw) for raw in entries]
    table = {term.name: term for term in terms}
    if len(table) != len(terms):
        raise VocabularyError(file, "file", "two entries have one name")
    return MappingProxyType(table)


@cache
def external_terms() -> Mapping[str, ExternalTerm]:
    """Every verified term of other vocabularies that the project uses, by short name."""
    raw = _read("terms.yaml")
    table = {}
    for prefix, source in raw["sources"].items():
        for name, (local, label) in source["terms"].items():
            key = f"{prefix}:{name}"
            table[key] = ExternalTerm(key, source["base"] + str(local), label, source["title"], str(source["version"]))
    return MappingProxyType(table)


def external(name: str) -> ExternalTerm:
    """The verified term of another vocabulary with this short name, such as ``echem:Interphase``.

    Raises:
        VocabularyError: the name is not in `terms.yaml`.
    """
    try:
        return external_terms()[name]
    except KeyError:
        raise VocabularyError("terms.yaml", name, "not in the list of verified terms") from None


@cache
def properties() -> Mapping[str, PropertyTerm]:
    """The properties about which a claim can state a value."""
    return _load("properties.yaml", PropertyTerm)


@cache
def failures() -> Mapping[str, FailureTerm]:
    """The failures and weaknesses from which a material can suffer."""
    return _load("failures.yaml", FailureTerm)


@cache
def strategies() -> Mapping[str, Term]:
    """The categories of things done to an interface, electrolyte or anode."""
    return _load("strategies.yaml", Term)


@cache
def effects() -> Mapping[str, Term]:
    """What a strategy can improve or worsen, besides the properties."""
    return _load("effects.yaml", Term)


@cache
def interphase_kinds() -> Mapping[str, Term]:
    """The kinds of interphase that a pair of materials can form."""
    return _load("interphase_kinds.yaml", Term)


@cache
def conditions() -> Mapping[str, ConditionTerm]:
    """The circumstances under which a value can hold."""
    return _load("conditions.yaml", ConditionTerm)


@cache
def material_classes() -> Mapping[str, MaterialClassTerm]:
    """The classes of materials about which a paper can speak."""
    return _load("material_classes.yaml", MaterialClassTerm)


@cache
def pattern(term: Term) -> re.Pattern[str]:
    """All the ways of writing a term as one pattern that matches whole words only, whatever their case.

    Raises:
        VocabularyError: a way of writing is not a regular expression.
    """
    try:
        return re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(term.written)})(?![A-Za-z0-9])", re.IGNORECASE)
    except re.error as error:
        raise VocabularyError("vocabularies", term.name, f"a way of writing it is not a pattern: {error}") from error
