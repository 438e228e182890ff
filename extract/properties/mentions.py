"""Where a sentence names a property, by the ways of writing of the properties vocabulary.

Words such as "capacity" name several properties; the dimension of the value tells which, so it is asked for one
dimension at a time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from ...ontology.vocabulary import PropertyTerm, find_terms, properties, related_quantities
from ..annotations import Sentence
from ..quantities import Quantity

_AND = re.compile(r"^\s?(?:,|and|or|&|, and|as well as)\s(?:the |its |their |an? )?$")
"""Between two properties that share a list of values. Matches ` and the `; must not match ` of A and `."""

_WORDS_BETWEEN = 12
"""How many words may stand between such properties and their values."""


@dataclass(frozen=True, slots=True)
class PropertyMention:
    """A property named in a text.

    Args:
        start: clean start.
        end: clean end.
        name: a name of the properties vocabulary.
    """

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """A quantity with the property that it is a value of.

    Args:
        quantity: the value.
        name: property name of the vocabulary.
        mention: where the property is named, or None where the unit alone told.
        rule: how it was found.
        confidence: of the rule, 0 to 1.
    """

    quantity: Quantity
    name: str
    mention: PropertyMention | None
    rule: str
    confidence: float


@cache
def _terms(dimension: str) -> Mapping[str, PropertyTerm]:
    """The properties, and the quantities stated beside them, whose values may have a dimension."""
    every = {**properties(), **related_quantities()}
    return {name: term for name, term in every.items() if dimension in term.dimensions}


def find_properties(text: str, dimension: str, start: int = 0, end: int | None = None) -> list[PropertyMention]:
    """Names of properties and of related quantities of one dimension, in order, the longest at each place.

    A related quantity (`crystallite size`) makes no claim, but a value next to its name belongs to no property.

    Args:
        text: clean text.
        dimension: of the value that is to be named, such as `conductivity`.
        start: where to begin looking.
        end: where to stop; the end of the text if not given.
    """
    terms = _terms(dimension)
    if not terms:
        return []
    found = find_terms(text[start:end], terms)
    return [PropertyMention(place.start + start, place.end + start, place.names[0]) for place in found]


def paired_name(sentence: Sentence, quantity: Quantity) -> PropertyMention | None:
    """The property of a value in a list, where a list of as many properties stands before it; it ends where that ends.

    `The shear modulus and Young's modulus are 60 and 150 GPa` gives each value its own.

    Args:
        sentence: with its quantities.
        quantity: one of the list.
    """
    if quantity.change is not None:
        return None
    values = [each for each in sentence.quantities if each.group == quantity.group]
    if len(values) == 1:
        return None
    names = find_properties(sentence.text, quantity.dimension, sentence.start, values[0].start)[-len(values) :]
    if len(names) < len(values) or len({name.name for name in names}) < len(values):
        return None
    joined = all(_AND.match(sentence.text[one.end : other.start]) for one, other in pairwise(names))
    near = len(sentence.text[names[-1].end : values[0].start].split()) <= _WORDS_BETWEEN
    return replace(names[values.index(quantity)], end=names[-1].end) if joined and near else None
