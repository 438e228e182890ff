"""Single names of materials in clean text: formulas, glasses, the field's names, the document's names, elements."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from ...ontology.elements import elements, placeholders, symbol_of_name
from ...ontology.formula import parse_formula, parse_mixture
from ...ontology.lexicon import abbreviations, english_names, entries
from ...ontology.notation import plain_name
from ..value_class import value_class
from .patterns import (
    CHARGE,
    COMPOUND_NAME,
    DASHED,
    DASHED_BEFORE,
    FORMULA,
    GAS_AFTER,
    INDEXED,
    IONIC,
    MASKED,
    MIXTURE,
    TOKEN,
)
from .words import any_of, words

_CAPITALS = re.compile(any_of("capital_formulas"))
_PLURAL_ACRONYM = re.compile(r"[A-Z]+(?:[A-Z]s)")
_SYMBOL = re.compile(r"[A-Z][a-z]?")
_SERIES = re.compile(r"(?:Li|Na|K|Ag)(?:M|X|MX|TM)|(?:[A-Z][a-z]?(?:i{1,3}|[abmnx-z]))+")
_WRAPPED = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\]")
Spelled = tuple[tuple[str, ...], bool, bool]
"""A way of writing: its words, whether their case counts, whether it is sure."""

_INSIDE = re.compile(r"[a-z,;)] $")
_NO_TITLE = re.compile(rf"[,;.)]|$| \(| (?!(?:{any_of('after_preposition')})\b)[a-z]")


@value_class
class Atom:
    """One name that is not made of others.

    Args:
        start: clean offset.
        end: clean offset behind it.
        sure: False where it counts only beside another material.
    """

    start: int
    end: int
    sure: bool = True


def find_atoms(text: str, known: Collection[str]) -> list[Atom]:
    """Single names in order, not overlapping; of two at one place the longer one."""
    masked = _Ranges(match.span() for match in MASKED.finditer(text))
    found = [*_mixtures(text), *_formulas(text), *_words(text, frozenset(known))]
    found.sort(key=lambda atom: (atom.start, -atom.end, not atom.sure))
    kept: list[Atom] = []
    for atom in found:
        if kept and atom.start < kept[-1].end:
            if atom.end > kept[-1].end and atom.end - atom.start > kept[-1].end - kept[-1].start:
                kept[-1] = atom
            continue
        if not masked.holds(atom.start):
            kept.append(atom)
    return kept


class _Ranges:
    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._ranges = list(ranges)
        self._starts = [start for start, _ in self._ranges]

    def holds(self, position: int) -> bool:
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._ranges[index][1]


def _mixtures(text: str) -> Iterator[Atom]:
    for match in MIXTURE.finditer(text):
        plain = plain_name(match[0])
        mixture = parse_mixture(plain)
        if (
            mixture
            and all(len(part.symbols) > 1 for _, part in mixture.parts)
            and not parse_formula(plain.lstrip("0123456789. "))
        ):
            yield Atom(*match.span())


def _formulas(text: str) -> Iterator[Atom]:
    for match in FORMULA.finditer(text):
        start, end = match.span()
        if _WRAPPED.fullmatch(match[0]):
            start, end = start + 1, end - 1
        written = text[start:end]
        certain = _judge(written)
        if certain is None:
            continue
        charge = CHARGE.match(text, end)
        if charge and (charge[0].strip() != "-" or written[-1].isdigit()):
            continue
        if len(written) <= 2:
            certain = _is_metal_here(text, start, end, certain)
        yield Atom(start, end, certain)


def _is_metal_here(text: str, start: int, end: int, certain: bool) -> bool:
    """Whether a bare symbol stands for the element as a material: not in `Li salts`; `In` only inside a sentence."""
    if text[start:end] == "In" and _INSIDE.search(text, max(0, start - 3), start):
        return _NO_TITLE.match(text, end) is not None
    return certain and IONIC.match(text, end) is None


@lru_cache(maxsize=65536)
def _judge(written: str) -> bool | None:
    """Whether a candidate is a formula (True), one only beside other materials (False), or none (None)."""
    if written in abbreviations():
        return written not in words("shy")
    if written in elements():
        return written in words("symbols_taken_alone")
    plain = plain_name(written)
    formula = parse_formula(plain)
    if formula is None:
        return None
    symbols = formula.symbols
    if len(symbols) == 1:
        return True if plain in words("molecules") else None
    if not any(symbol in elements() for symbol in re.findall(r"[A-Z][a-z]", plain)):
        return True if _CAPITALS.fullmatch(plain) else None
    if any(character.isdigit() for character in plain) or formula.is_general:
        return _has_amount(plain)
    return _binary(plain, list(symbols))


def _has_amount(plain: str) -> bool | None:
    """General formulas need an element that is no letter word: `LiX`, `LixSiy`, not `By` or `LabRAM`."""
    symbols = _SYMBOL.findall(plain)
    general = [symbol for symbol in symbols if symbol in placeholders()]
    if general and not any(character.isdigit() for character in plain) and not _SERIES.fullmatch(plain):
        return None
    real = [symbol for symbol in symbols if symbol in elements() and symbol not in general]
    return True if len(plain) > 2 and any(len(symbol) == 2 or symbol in "OSNPFH" for symbol in real) else None


def _binary(plain: str, symbols: list[str]) -> bool | None:
    """A formula without any number: metal first, or two metals: `LiF`, `GeS`, `FeCo`; not `CCs`, `VOCs`, `SOFCs`."""
    first = re.match(r"[A-Z][a-z]?", plain)
    if len(symbols) > 3 or _PLURAL_ACRONYM.fullmatch(plain) or first is None:
        return None
    lead = elements().get(first[0]) or elements().get(first[0][0])
    if plain in words("nonmetal_compounds"):
        return True
    if lead is None or lead.kind not in ("metal", "metalloid"):
        return None
    return True


def _words(text: str, known: frozenset[str]) -> Iterator[Atom]:
    """The field's names, the document's own, and names of elements."""
    places, beginning = list(TOKEN.finditer(text)), _beginning(known)
    tokens = [place[0] for place in places]
    behind = 0
    for index, word in enumerate(tokens):
        found = beginning[word]
        if found is None or index < behind:
            continue
        ways, is_element, own = found
        start, end = places[index].span()
        hit = _longest(tokens, index, ways)
        if hit:
            behind = hit[0]
            stop = places[behind - 1].end()
            if text.startswith("In ", start):  # the preposition before lithium, no alloy
                start = places[index + 1].start()
            yield Atom(start, stop, (hit[1] and _is_gas_here(text, start, stop)) or word in known)
        elif is_element:
            yield from _element_name(text, start, end)
        elif own is not None:
            indexed = INDEXED.match(text, start + own[1])
            yield Atom(start + own[0], indexed.end() if indexed else start + own[1])
    for name in known:
        if not name.isalnum() and name in text:
            yield from (Atom(*match.span()) for match in _whole(name).finditer(text))


def _element_name(text: str, start: int, end: int) -> Iterator[Atom]:
    """An element by its English name, or the compound whose name begins with it."""
    compound = COMPOUND_NAME.match(text, start)
    if compound:
        yield Atom(*compound.span())
    elif text[start:end].lower() in words("common_words"):
        if DASHED.match(text, end) or DASHED_BEFORE.match(text, start - 1):
            yield Atom(start, end, sure=False)
    elif not text[start:end].isupper():
        yield Atom(start, end, IONIC.match(text, end) is None)


def _is_gas_here(text: str, start: int, end: int) -> bool:
    """Not an element that goes by the name of a gas: `oxygen vacancies`, `nitrogen content`."""
    return text[start:end].lower() not in words("gases") or GAS_AFTER.match(text, end) is not None


@lru_cache(maxsize=4096)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])")


class _Beginning(dict[str, "tuple[tuple[Spelled, ...], bool, tuple[int, int] | None] | None"]):
    """What begins with a word: ways of writing, the name of an element, an own name in it; None for most words.

    Args:
        known: names that the document defines itself.
    """

    def __init__(self, known: frozenset[str]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, word: str) -> tuple[tuple[Spelled, ...], bool, tuple[int, int] | None] | None:
        lower = word.lower()
        ways, is_element = _table().get(lower, ()), lower in symbol_of_name()
        own = _own_name(word, self._known) if word != lower and not is_element else None
        self[word] = (ways, is_element, own) if ways or is_element or own else None
        return self[word]


@lru_cache(maxsize=4)
def _beginning(known: frozenset[str]) -> _Beginning:
    """One for a document: its words come again and again."""
    return _Beginning(known)


def _own_name(word: str, known: frozenset[str]) -> tuple[int, int] | None:
    """Where a document's or the field's abbreviation stands in a token: `3NTO`, `LSMs`, `YSZ17` (a glued citation)."""
    if word in known:
        return 0, len(word)
    body = word.rstrip("0123456789")
    core = body.lstrip("0123456789")
    for name in (core, core.removesuffix("s")):
        if (
            len(name) > 2
            and name not in words("not_parts")
            and (name in known or (name in abbreviations() and name not in words("shy")))
        ):
            return (0 if core != body else word.find(core)), len(body)
    return None


def _longest(tokens: list[str], index: int, ways: Iterable[Spelled]) -> tuple[int, bool] | None:
    """Index behind the longest way of writing that starts at `index`, and whether it is sure."""
    lower: list[str] = []
    for spelled, cased, sure in ways:
        end = index + len(spelled)
        if cased:
            if tuple(tokens[index:end]) == spelled:
                return end, sure
            continue
        lower = lower or [word.lower() for word in tokens[index:end]]  # no other way is longer than the first
        read = tuple(lower[: len(spelled)])
        if read == spelled or (read[-1].endswith("s") and (*read[:-1], read[-1][:-1]) == spelled):
            return end, sure
    return None


@cache
def _table() -> Mapping[str, tuple[Spelled, ...]]:
    """First word, lower case, to the ways of writing that begin with it, longest first."""
    table: dict[str, set[Spelled]] = {}
    for name in english_names():
        spelled = tuple(TOKEN.findall(name.lower()))
        table.setdefault(spelled[0], set()).add((spelled, False, True))
    for entry in entries():
        for name in (entry.name, *entry.also):
            spelled = tuple(TOKEN.findall(name))
            table.setdefault(spelled[0].lower(), set()).add((spelled, True, name not in words("shy")))
    return MappingProxyType(
        {word: tuple(sorted(ways, key=lambda way: (-len(way[0]), way))) for word, ways in table.items()}
    )
