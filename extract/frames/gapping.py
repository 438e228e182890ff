"""Clauses whose verb is left out: `A lowered the resistance from 9 to 3, B from 8 to 2`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .concepts import names_concept
from .phrases import NounPhrase
from .statements import Statement


def with_gapped(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, and behind each those that leave its verb and its object to be understood.

    Args:
        statements: of one sentence; what turns out to be the subject of a gapped one is taken from their objects.
    """
    found: list[Statement] = []
    for statement in statements:
        found.append(statement)
        found.extend(_gapped(statement))
    return found


def _gapped(statement: Statement) -> Iterator[Statement]:
    first, rest = statement.objects[:1], statement.objects[1:]
    if not rest or not _changes(first[0]) or not names_concept(first[0]):
        return
    for phrase in rest:
        if not _changes(phrase) or names_concept(phrase):
            continue
        inside = {id(each) for each in phrase.tree()}
        statement.objects = [each for each in statement.objects if each is not phrase]
        statement.obliques = [each for each in statement.obliques if id(each) not in inside]
        change = [each for each in phrase.modifiers if _changes(each)]
        subject = replace(phrase, prep="", modifiers=[each for each in phrase.modifiers if not _changes(each)])
        plain = _without_change(first[0])
        again = replace(plain, modifiers=[*plain.modifiers, *change], concepts=None)
        yield Statement(statement.verb, "clause", statement, [subject], [again], change, statement.opening)


def _changes(phrase: NounPhrase) -> bool:
    """Whether a phrase tells a value before and after."""
    return any(quantity.change for each in phrase.tree() for quantity in each.quantities)


def _without_change(phrase: NounPhrase) -> NounPhrase:
    kept = [_without_change(each) for each in phrase.modifiers if not any(q.change for q in each.quantities)]
    return replace(phrase, modifiers=kept, concepts=None)
