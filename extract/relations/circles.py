"""The phrases around a statement that may say which materials meet, and whether they speak of a contact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..frames.concept import METALS
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .contacts import WITH
from .form_words import form_words, has_any, is_of

_ON = frozenset({"on", "onto", "at", "in", "inside", "within"})
"""Prepositions before an electrode on which something forms."""


_REASONS = frozenset({"because", "since", "as", "when", "while"})
"""Words that open a clause before the one that says where it is so (`because A forms, the interphase of X grows`)."""


def is_reaction(statement: Statement) -> bool:
    """Whether a statement says that materials meet or react."""
    if statement.verb.senses & {"react", "decompose"} or statement.verb.lemma in form_words().lists["reacts"]:
        return True
    return any(
        phrase.prep in ("in contact with", "next to", "adjacent to") or is_of(phrase, "processes")
        for phrase in (*statement.obliques, *statement.opening, *statement.subjects, *statement.objects)
    )


def is_turned(statement: Statement | None) -> bool:
    """Whether a statement says that something reacts or decomposes: `X is reduced, and A is generated`.

    Args:
        statement: on which another hangs, if any.
    """
    if statement is None or statement.verb.denied:
        return False
    return bool(statement.verb.senses & {"react", "decompose"}) or statement.verb.lemma in form_words().lists["turns"]


def is_kept(statement: Statement) -> bool:
    """Whether a statement says that something was kept in air or water: `pellets were stored in humid air`.

    Args:
        statement: the statement.
    """
    if statement.verb.lemma not in form_words().lists["keeps"]:
        return False
    around = (each for phrase in (*statement.obliques, *statement.opening) for each in phrase.tree())
    return any(each.words[-1].text in form_words().counterparts and not is_of(each, "electrodes") for each in around)


def circles(statement: Statement, statements: Iterable[Statement]) -> Iterator[list[NounPhrase]]:
    """The phrases around a statement, nearest first: its own, those it hangs on, those that say when or how."""
    given = list(statements)
    yield [*_around(statement), *_of_relatives(statement, given)]
    for link, above in _above(statement):
        if link not in ("main", "clause") or is_reaction(above) or above.subordinator or above.link == "action":
            yield [*_around(above), *_of_relatives(above, given)]
    above_all = [statement, *(above for _, above in _above(statement))]
    sharing = [each for each in given if each is not statement and any(_shares_subject(each, one) for one in above_all)]
    for other in given:
        tied = any(_hangs_on(other, each) for each in (statement, *sharing))
        if other is not statement and (tied or any(other is each for each in sharing)):
            yield [*_around(other), *_of_relatives(other, given)]
    for other in given:
        if statement.subordinator in _REASONS and other.parent is statement and speaks_of_contact(_around(other)):
            yield list(_around(other))


def _around(statement: Statement) -> tuple[NounPhrase, ...]:
    return (*statement.opening, *statement.subjects, *statement.obliques, *statement.objects)


def relatives(statement: Statement, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The reduced relative clauses that say something of what a statement names (`pellets stored in air show …`).

    Args:
        statement: the statement.
        statements: those of its sentence.
    """
    for other in statements:
        if (
            other is not statement
            and other.link == "reduced"
            and (_shares_subject(other, statement) or any(each in statement.phrases() for each in other.subjects))
        ):
            yield other


def _of_relatives(statement: Statement, statements: Sequence[Statement]) -> Iterator[NounPhrase]:
    """What reduced relative clauses name: `SEs containing Ti, such as LATP, form …`."""
    for other in relatives(statement, statements):
        yield from _around(other)


def _hangs_on(other: Statement, statement: Statement) -> bool:
    """`A forms when X contacts Li`, `A forms by reducing X`."""
    tied = other.subordinator or other.link in ("means", "gerund", "reduced")
    return other.parent is statement and bool(tied) and is_reaction(other)


def _shares_subject(other: Statement, statement: Statement) -> bool:
    """`A layer composed of A grows between X and Li`: the relative clause and the one in which its noun stands."""
    if not {statement.link, other.link} & {"reduced", "relative", "which"}:
        return False
    return any(phrase is subject for phrase in other.phrases() for subject in statement.subjects)


def _above(statement: Statement) -> Iterator[tuple[str, Statement]]:
    while statement.parent is not None:
        yield statement.link, statement.parent
        statement = statement.parent


def is_met_by(statement: Statement) -> bool:
    """Whether a statement places something on or against an electrode (`cycled against Li`, `on the anode`)."""
    places = [each for each in (*statement.opening, *statement.obliques) if each.prep in (*_ON, *WITH - {"by"})]
    return any(
        any(mention.name in METALS for mention in phrase.materials) or is_of(phrase, "electrodes")
        for place in places
        for phrase in (place, *(each for each in place.modifiers if each.prep == "of"))
    )


def speaks_of_contact(phrases: Iterable[NounPhrase]) -> bool:
    """Whether phrases name a place or an event where materials meet: an interface, a reaction, an exposure."""
    return any(
        has_any(phrase, "processes", "interphases") or phrase.prep == "in contact with"
        for root in phrases
        for phrase in root.tree()
    )
