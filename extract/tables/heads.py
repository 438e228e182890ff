"""Heads of columns: the property, its unit, a power of ten that all values share, and circumstances.

A power before the unit, as in `(10^-4 S cm-1)`, belongs to the unit: 1.6 below it is 1.6e-4 S/cm. A power behind the
name, as in `σ × 10^4 (S cm-1)`, says for some authors that the values are multiplied and for others that they are to
be multiplied; the values below such a head are left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from ...ontology.units import unit_matcher, units
from ...ontology.vocabulary import properties
from ..properties.mentions import PropertyMention, find_properties

_OPENING = re.compile(r"(?:/\s*[(\[]?|[(\[]|,|\bin\b|\s)\s*")
"""What may stand before a unit. Matches ` (`, `/`, `, `, ` in `."""

_POWER = re.compile(
    r"(?P<times>[×xX*·]\s?)?(?:1\s?[×x·]\s?)?(?:10\s?(?:\^\s?[{(]?(?P<raised>[-–+]?\d{1,2})[)}]?|(?P<plain>[-–]\s?\d{1,2}))"
    r"|1?[eE](?P<letter>-\d{1,2}))(?![\d.])(?:\s?[×x*·]\s?|,\s?|\s?)"
)
"""A power of ten before a unit. Matches `10-4 `, `× 10^-4 `, `1e-4 `; must not match `10 `."""

_LOOSE_POWER = re.compile(r"10\s?(?:\^|[-–]\s?\d)|\b1?[eE]-?\d{1,2}\b|\b(?:log|lg|ln)(?:10)?(?![a-z])", re.IGNORECASE)
"""A power or a logarithm anywhere. Matches in `σ × 10^4`, `log σ`."""

_REFERENCE = re.compile(r"\s*(?:\bvs\.?|\bversus\b)\s*\(?(?:Li|Na|K)(?:\s?[|/]\s?(?:Li|Na|K)\s?\+?)?\)?")
"""The reference of a potential. Matches ` vs. Li/Li+`."""

_NAME_TAIL = re.compile(r"(?<=[^\s\d])(?:RT|\d{2,3})$")
"""A temperature that became part of a symbol. Matches in `σRT`, `σ25`."""

_ENDS_UNIT = re.compile(r"\s*(?:$|[)\],;@×*·]|at\b|vs\b|versus\b|before\b|after\b|/\s?\d)")
"""What may stand behind a unit. Matches `)`, ` at`, ` /0.1C`; must not match `/cm2`."""


@dataclass(frozen=True, slots=True)
class HeadUnit:
    """The unit in a head.

    Args:
        start: clean start, with what leads to it.
        end: clean end.
        written: as written, without a power.
        name: its ASCII spelling.
        factor: by which all values are to be multiplied.
        certain: whether there is no other power in the head, and the factor can mean only that.
    """

    start: int
    end: int
    written: str
    name: str
    factor: float
    certain: bool

    @property
    def dimension(self) -> str:
        """Of the unit."""
        return units()[self.name].dimension


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says of the values below it.

    Args:
        property: a name of the vocabulary.
        unit: written in it, or None.
        certain: whether the power of ten is clear; else no value may be taken.
        conditions: texts that may be circumstances, such as `25 °C`.
    """

    property: str
    unit: HeadUnit | None
    certain: bool
    conditions: tuple[str, ...]


def read_head(text: str, dimensions: Collection[str] = ()) -> Head | None:
    """What a head says of the values below it; None where it names no property.

    Args:
        text: of the head.
        dimensions: of the values below, where they have units of their own.

    Example:
        >>> head = read_head("Conductivity at 25 °C (10-4 S cm-1)")
        >>> head.property, head.unit.name, head.unit.factor, head.conditions
        ('ionic_conductivity', 'S/cm', 0.0001, ('25 °C',))
    """
    unit = find_unit(text)
    own = [unit.dimension] if unit else list(dimensions) or ["none"]
    mentions = [mention for dimension in own if (mention := _mention(text, dimension)) is not None]
    if not mentions:
        return None
    certain = unit.certain if unit else not _LOOSE_POWER.search(text)
    return Head(mentions[0].name, unit, certain, tuple(_remainders(text, mentions[0], unit)))


def _mention(text: str, dimension: str) -> PropertyMention | None:
    mentions = find_properties(text, dimension)
    return mentions[-1] if mentions and mentions[-1].name in properties() else None


def find_unit(text: str) -> HeadUnit | None:
    """The unit in a head: in brackets, behind a slash, a comma or `in`, or its last word."""
    for opening in _OPENING.finditer(text):
        power = _POWER.match(text, opening.end())
        start = power.end() if power else opening.end()
        found = unit_matcher().match(text, start)
        if found is None or not _ENDS_UNIT.match(text, found[1]):
            continue
        if opening.group().isspace() and text[found[1] :].strip():
            continue
        rest = text[: opening.start()] + " " + text[found[1] :]
        certain = not _LOOSE_POWER.search(rest) and (power is None or _is_certain(power, found[0]))
        return HeadUnit(opening.start(), found[1], text[start : found[1]], found[0], _factor(power), certain)
    return None


def head_unit(text: str) -> str:
    """The unit of a head as written; empty where it has none, or one with a power of ten."""
    unit = find_unit(text)
    return unit.written if unit and unit.certain and unit.factor == 1.0 else ""


def _factor(power: re.Match[str] | None) -> float:
    if power is None:
        return 1.0
    exponent = power["raised"] or power["plain"] or power["letter"]
    return float("1e" + re.sub(r"[–-]\s?", "-", exponent))


def _is_certain(power: re.Match[str], unit: str) -> bool:
    """Whether a power before a unit can only be part of it: a negative one, or a positive one of resistances.

    `(× 10^4 S cm-1)` may be of values that were multiplied, since no conductivity is that large.
    """
    return _factor(power) < 1 or (not power["times"] and "ohm" in unit)


def _remainders(text: str, mention: PropertyMention, unit: HeadUnit | None) -> list[str]:
    """What a head says beside its property and its unit, in pieces."""
    name = _NAME_TAIL.sub("", text[mention.start : mention.end])
    taken = sorted([(mention.start, mention.start + len(name)), *([(unit.start, unit.end)] if unit else [])])
    rest, at = "", 0
    for start, end in taken:
        rest += text[at:start] + ";"
        at = max(at, end)
    pieces = re.split(r"[;,()\[\]]", rest + _REFERENCE.sub("", text[at:]))
    plain = (piece.strip(" .:/@").removeprefix("at ").strip() for piece in pieces)
    return [piece for piece in plain if piece]
