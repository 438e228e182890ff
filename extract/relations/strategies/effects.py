"""What an intervention is said to bring: properties for the better or worse, failures done away with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ...frames.concepts import Concept, find_concepts
from ...frames.outcomes import outcomes
from ...frames.statements import Statement
from .words import in_list

_CHANGES = frozenset({"increase", "decrease", "improve", "worsen"})


@dataclass(slots=True)
class Effects:
    """Names of what gets better, worse and prevented, in the order of the text.

    Args:
        improves: properties and effects for the better.
        worsens: for the worse.
        mitigates: failures done away with.
        denied: the same statements denied (`does not improve wettability`).
    """

    improves: dict[str, int] = field(default_factory=dict)
    worsens: dict[str, int] = field(default_factory=dict)
    mitigates: dict[str, int] = field(default_factory=dict)
    denied: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.improves or self.mitigates or self.worsens)

    def take(self, concept: Concept) -> None:
        """Add what a statement says of a failure or quality."""
        kind, name = _kind(concept)
        if not name:
            return
        if concept.denied and kind != "absent":
            self.denied.append((kind, name))
            return
        table = {"improves": self.improves, "worsens": self.worsens}.get(kind, self.mitigates)
        table.setdefault(name, concept.start)

    def add(self, other: Effects) -> None:
        """Unite with the effects of another sentence."""
        for mine, theirs in (
            (self.improves, other.improves),
            (self.worsens, other.worsens),
            (self.mitigates, other.mitigates),
        ):
            for name, place in theirs.items():
                mine.setdefault(name, place)
        self.denied.extend(other.denied)


def _kind(concept: Concept) -> tuple[str, str]:
    """What a concept says about an intervention: improves, worsens, mitigates or absent (`no dendrites`); its name."""
    meaning = concept.meaning
    if concept.failure:
        if concept.prevented:
            return "mitigates", concept.failure
        if concept.denied:
            return "absent", concept.failure
        return ("worsens", meaning.improves or "") if not meaning.event else ("", "")
    if concept.side == "good" and meaning.improves and not concept.prevented:
        return "improves", meaning.improves
    if concept.side == "bad" and meaning.improves:
        return "worsens", meaning.improves
    return "", ""


def said_of(statement: Statement) -> list[Concept]:
    """The failures and qualities that a statement says something about, as they are said to become."""
    found = list(outcomes(statement))
    if not found and not statement.objects and statement.verb.senses & _CHANGES and not statement.verb.passive:
        found = outcomes(statement, statement.subjects)
    if not found and statement.verb.passive and statement.verb.senses <= {"other"}:
        found = [concept for phrase in statement.subjects for concept in find_concepts(phrase) if concept.denied]
    for phrase in (*statement.obliques, *statement.opening):
        if phrase.prep in ("for", "with", "toward", "towards", "without", "to"):
            found += [concept for concept in find_concepts(phrase) if _is_good(concept)]
    return found


def _is_good(concept: Concept) -> bool:
    return (
        (concept.side == "good" and not concept.prevented)
        or (concept.failure is not None and concept.prevented)
        or (concept.failure is not None and concept.denied)
    )


def effects_of(statements: Iterable[Statement]) -> Effects:
    """What statements say together."""
    effects = Effects()
    for statement in statements:
        for concept in said_of(statement):
            effects.take(concept)
    return effects


def owned(statements: Sequence[Statement], holders: Sequence[Sequence[Statement]]) -> list[list[Statement]]:
    """Which statements tell of which intervention.

    A statement tells of the interventions that stand in it; else of those in the statement that it hangs on, or that
    hangs on it as its means; else of the only one there is.

    Args:
        statements: of the sentence.
        holders: for each intervention the statements in which it stands.

    Returns:
        For each intervention its statements, in order.
    """
    told: list[list[Statement]] = [[] for _ in holders]
    for statement in statements:
        aside = in_list("contrast", statement.subordinator) and statement.link == "clause"
        if aside and not any(statement is each for held in holders for each in held):
            continue
        for index in _owners(statement, statements, holders):
            told[index].append(statement)
    return told


def _owners(statement: Statement, statements: Sequence[Statement], holders: Sequence[Sequence[Statement]]) -> list[int]:
    for place in (*_up(statement), *_down(statement, statements)):
        found = [index for index, held in enumerate(holders) if any(each is place for each in held)]
        if found:
            return found
    return list(range(len(holders))) if len(holders) == 1 else []


def _up(statement: Statement) -> Iterator[Statement]:
    """A statement and what it hangs on."""
    place: Statement | None = statement
    for _ in range(8):
        if place is None:
            return
        yield place
        place = place.parent


def _down(statement: Statement, statements: Sequence[Statement]) -> list[Statement]:
    """What hangs on a statement: the means that follow it, and the main statement behind an opening purpose."""
    return [each for each in statements if each.parent is statement]
