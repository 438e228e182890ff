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
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, TypeVar

import yaml

from ..errors import VocabularyError
from .openings import LETTERS, Index
from .yaml_files import read_yaml

_MATCHES = ("exact", "close", "broader")
_IRI_FIELDS = {"iri", "broader", "quantity_kind"}
_LIST_FIELDS = {"written", "examples", "dimensions", "possible"}
_START = re.compile(r"[A-Za-z0-9]++[^A-Za-z0-9]?|.", re.DOTALL)
"""From where a term can begin. Matches `solid ` and a sign before it; must not begin inside of a word or behind it."""

_NOT_BEHIND_WORD, _NOT_BEFORE_WORD = "(?<!(?-i:[A-Za-z0-9]))", "(?!(?-i:[A-Za-z0-9]))"
"""The bounds of a word; a class of letters takes long to compile where their case is to be ignored."""


@dataclass(frozen=True, slots=True)
class ExternalTerm:
    """A term of another vocabulary, as its own file gives it."""

    name: str
    iri: str
    label: str
    source: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PropertyTerm(Term):
    """A measurable quantity.

    Args:
        canonical_unit: a unit of the first of its `dimensions`.
        possible: least and most, in that unit, that any material or cell can have; empty where nobody said.
    """

    dimensions: tuple[str, ...]
    canonical_unit: str
    quantity_kind: str | None = None
    possible: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ConditionTerm(Term):
    """A circumstance under which a value holds; one without `dimensions` is stated in words."""

    dimensions: tuple[str, ...] = ()
    canonical_unit: str | None = None
    quantity_kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FailureTerm(Term):
    """A failure or weakness; `property` is the quantity that shows it, where there is one."""

    property: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MaterialClassTerm(Term):
    """A class of materials; `parent` is the class that it belongs to."""

    parent: str | None = None


_T = TypeVar("_T", bound=Term)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place in a text where terms of one vocabulary are written.

    Several terms share a word such as "capacity"; the unit or the sentence must tell which is meant.
    """

    start: int
    end: int
    names: tuple[str, ...]


def load(path: Traversable, kind: type[_T], *, check_patterns: bool = True) -> Mapping[str, _T]:
    """The entries of one vocabulary file, in the file's order.

    Args:
        path: a YAML file.
        kind: what its entries are.
        check_patterns: whether to compile every way of writing on its own; the shipped files leave this to their tests.

    Raises:
        VocabularyError: the file cannot be read, or an entry is wrong.
    """
    entries = _read(path)
    if not isinstance(entries, list):
        raise VocabularyError(path.name, "file", "must be a list of entries")
    table: dict[str, _T] = {}
    for raw in entries:
        term = _entry(path.name, kind, raw)
        for way in term.written if check_patterns else ():
            _check_way(path.name, term.name, way)
        if term.name in table:
            raise VocabularyError(path.name, term.name, "two entries have one name")
        table[term.name] = term
    return MappingProxyType(table)


def _read(path: Traversable) -> Any:
    try:
        return read_yaml(path)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise VocabularyError(path.name, "file", f"cannot be read: {reason}") from error


def _entry(file: str, kind: type[_T], raw: Any) -> _T:
    if not isinstance(raw, dict):
        raise VocabularyError(file, str(raw), "every entry must be a mapping")
    name = str(raw.get("name", "?"))
    known = {field.name: field for field in fields(kind)}
    required = {key for key, field in known.items() if field.default is MISSING}
    if wrong := (required - raw.keys()) | (raw.keys() - known.keys()):
        raise VocabularyError(file, name, f"missing or unknown field: {', '.join(sorted(map(str, wrong)))}")
    values = dict(raw)
    for key in _LIST_FIELDS & raw.keys():
        if not isinstance(raw[key], list):
            raise VocabularyError(file, name, f"`{key}` must be a list")
        values[key] = tuple(raw[key])
    for key in _IRI_FIELDS & raw.keys():
        values[key] = external(raw[key]).iri if raw[key] else None
    if (values.get("match") in _MATCHES) != (values.get("iri") is not None):
        raise VocabularyError(file, name, "`match` must say how near `iri` is: exact, close or broader")
    return kind(**values)


def _check_way(file: str, name: str, way: Any) -> None:
    try:
        compiled = re.compile(way, re.IGNORECASE)
    except (re.error, TypeError) as error:
        raise VocabularyError(file, name, f"{way} is not a pattern: {error}") from error
    if compiled.fullmatch(""):
        raise VocabularyError(file, name, f"{way} matches nothing at all")


def _vocabulary(file: str, kind: type[_T]) -> Mapping[str, _T]:
    return load(resources.files(__package__).joinpath("vocabularies", file), kind, check_patterns=False)


@cache
def external_terms() -> Mapping[str, ExternalTerm]:
    """Every verified term of other vocabularies that the project uses, by short name."""
    raw = _read(resources.files(__package__).joinpath("vocabularies", "terms.yaml"))
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
    return _vocabulary("properties.yaml", PropertyTerm)


@cache
def failures() -> Mapping[str, FailureTerm]:
    """The failures and weaknesses from which a material can suffer."""
    return _vocabulary("failures.yaml", FailureTerm)


@cache
def strategies() -> Mapping[str, Term]:
    """The categories of things done to an interface, electrolyte or anode."""
    return _vocabulary("strategies.yaml", Term)


@cache
def methods() -> Mapping[str, Term]:
    """How layers, powders and pellets are made."""
    return _vocabulary("methods.yaml", Term)


@cache
def effects() -> Mapping[str, Term]:
    """What a strategy can improve or worsen, besides the properties."""
    return _vocabulary("effects.yaml", Term)


@cache
def interphase_kinds() -> Mapping[str, Term]:
    """The kinds of interphase that a pair of materials can form."""
    return _vocabulary("interphase_kinds.yaml", Term)


@cache
def conditions() -> Mapping[str, ConditionTerm]:
    """The circumstances under which a value can hold."""
    return _vocabulary("conditions.yaml", ConditionTerm)


@cache
def material_classes() -> Mapping[str, MaterialClassTerm]:
    """The classes of materials about which a paper can speak."""
    return _vocabulary("material_classes.yaml", MaterialClassTerm)


@cache
def related_quantities() -> Mapping[str, PropertyTerm]:
    """Quantities that are stated beside the properties and make no claims, so that their numbers are not misread."""
    return _vocabulary("related_quantities.yaml", PropertyTerm)


@cache
def pattern(term: Term) -> re.Pattern[str]:
    """All the ways of writing a term as one pattern that matches whole words only, whatever their case."""
    return re.compile(f"{_NOT_BEHIND_WORD}(?:{'|'.join(term.written)}){_NOT_BEFORE_WORD}", re.IGNORECASE)


@cache
def _from_here(term: Term) -> re.Pattern[str]:
    """`pattern` for a place at which a word is known to begin, so that it need not look at what stands before."""
    return re.compile(f"(?:{'|'.join(term.written)}){_NOT_BEFORE_WORD}", re.IGNORECASE)


def find_terms(text: str, terms: Mapping[str, Term]) -> list[Occurrence]:
    """Where a text writes any of the terms: in order, not overlapping, the longest way of writing at each place.

    Args:
        text: clean text.
        terms: one of the vocabularies of this module.
    """
    every = tuple(terms.values())
    index = _index(every)
    found = []
    behind = 0
    for place in _START.finditer(text):
        start = place.start()
        if start < behind or not (candidates := index[text[start : start + LETTERS]]):
            continue
        ends = {every[at].name: hit.end() for at in candidates if (hit := _from_here(every[at]).match(text, start))}
        if ends:
            behind = max(ends.values())
            found.append(Occurrence(start, behind, tuple(name for name in ends if ends[name] == behind)))
    return found


def written_whole(text: str, terms: Mapping[str, _T]) -> _T | None:
    """The first of the terms of which a whole text is a way of writing, or None.

    Args:
        text: clean text.
        terms: one of the vocabularies of this module.
    """
    every = tuple(terms.values())
    candidates = _index(every)[text[:LETTERS]]
    return next((every[at] for at in candidates if _from_here(every[at]).fullmatch(text)), None)


@cache
def _index(terms: tuple[Term, ...]) -> Index:
    """Which terms can be written at a place: few patterns are tried there, and few compiled."""
    return Index(term.written for term in terms)
