"""Records of the claims schema as triples, and back: every slot by its own predicate, nothing left out.

A record is a mapping as JSON has it. A record within another one has an IRI below it, with its place in the list; lists
of plain values are sets in RDF and come back sorted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pyoxigraph import Literal, NamedNode

from ...ontology import model
from .terms import RDF_TYPE, Term, Triple, literal, node_id, node_iri, own, record_class, slot, term, under, year

Facts = Mapping[str, Sequence[Term]]
"""What is said of one subject: predicate to objects."""

_IDS = frozenset({("Participant", "id"), ("StrategyClaim", "measurements")})
"""Slots that hold the id of a node, which is written as its IRI."""

Lookup = Callable[[NamedNode], Facts]
"""What is said of a subject."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How one slot is written.

    Args:
        name: of the slot.
        predicate: by which it is written.
        many: whether it is a list.
        kind: of its values: a plain type, or the class of a record.
    """

    name: str
    predicate: NamedNode
    many: bool
    kind: type

    @property
    def is_record(self) -> bool:
        """Whether its values are records."""
        return issubclass(self.kind, BaseModel)


@cache
def shapes(owner: str) -> tuple[Shape, ...]:
    """The slots of a record's class.

    Args:
        owner: such as `Reference`.
    """
    fields = getattr(model, owner).model_fields
    return tuple(Shape(name, slot(owner, name), *_kind(field.annotation)) for name, field in fields.items())


def describe(
    owner: str, record: Mapping[str, Any], here: NamedNode, *, without: frozenset[str] = frozenset()
) -> Iterator[Triple]:
    """A record as triples.

    Args:
        owner: its class, such as `Reference`.
        record: slot to value; None and empty lists are not written.
        here: its IRI.
        without: slots that are written elsewhere.
    """
    yield here, RDF_TYPE, record_class(owner)
    for shape in shapes(owner):
        value = record.get(shape.name)
        if value is None or shape.name in without:
            continue
        if not shape.is_record:
            for item in value if shape.many else (value,):
                yield here, shape.predicate, _object(owner, shape, item)
        elif not shape.many:
            yield from _child(here, shape, value, under(here, shape.name))
        else:
            for number, item in enumerate(value, 1):
                there = under(here, shape.name, number)
                yield from _child(here, shape, item, there)
                yield there, own("order"), literal(number)


def rebuild(owner: str, here: NamedNode, lookup: Lookup, *, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The record that `describe` wrote, for its class to validate.

    Raises:
        TypeError: a literal stands where a node belongs, or the other way round.
        ValueError: a literal is not of the slot's kind.
    """
    facts = lookup(here)
    record: dict[str, Any] = {}
    for shape in shapes(owner):
        found = facts.get(shape.predicate.value, ())
        if not found or shape.name in without:
            continue
        if shape.is_record:
            nested = [rebuild(shape.kind.__name__, _node(item), lookup) for item in _ordered(found, lookup)]
            record[shape.name] = nested if shape.many else nested[0]
        else:
            values = [_value(owner, shape, item) for item in found]
            record[shape.name] = sorted(values) if shape.many else values[0]
    return record


def _child(here: NamedNode, shape: Shape, record: Mapping[str, Any], there: NamedNode) -> Iterator[Triple]:
    yield here, shape.predicate, there
    yield from describe(shape.kind.__name__, record, there)


def _object(owner: str, shape: Shape, value: Any) -> Term:
    if (owner, shape.name) in _IDS:
        return node_iri(value)
    if shape.predicate == _YEAR:
        return year(value)
    return literal(float(value) if shape.kind is float else value)


def _value(owner: str, shape: Shape, item: Term) -> Any:
    if (owner, shape.name) in _IDS:
        return node_id(_node(item).value)
    if not isinstance(item, Literal):
        raise TypeError(f"{item} stands where a literal belongs")
    if shape.kind is bool:
        return item.value in ("true", "1")
    return shape.kind(item.value)


def _ordered(found: Sequence[Term], lookup: Lookup) -> list[Term]:
    """Records of a list in their order."""
    if len(found) == 1:
        return list(found)
    return sorted(found, key=lambda item: int(lookup(_node(item))[own("order").value][0].value))


def _node(item: Term) -> NamedNode:
    if not isinstance(item, NamedNode):
        raise TypeError(f"{item} stands where a node belongs")
    return item


def _kind(annotation: Any) -> tuple[bool, type]:
    """Whether an annotation is a list, and of what; of a choice of claims, the class above them."""
    origin, arguments = get_origin(annotation), [item for item in get_args(annotation) if item is not type(None)]
    if origin is list:
        return True, _kind(arguments[0])[1]
    if origin in (Union, UnionType):
        return (False, model.Claim) if len(arguments) > 1 else _kind(arguments[0])
    plain = isinstance(annotation, type) and issubclass(annotation, BaseModel | int | float)
    return False, annotation if plain else str


_YEAR = term("fabio:hasPublicationYear")
