"""Which statements of a sentence tell of which intervention, and which of none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...frames.statements import Statement
from .words import in_list


def is_supposed(statement: Statement) -> bool:
    """Whether a statement tells what nobody knows or did: `whether a coating helps`, `if a layer could be formed`."""
    if statement.subordinator == "whether":
        return True
    return statement.subordinator == "if" and any(
        word.text in ("could", "would", "were") for word in statement.verb.words
    )


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
    aside: list[Statement] = []
    for statement in statements:
        holds = any(statement is each for held in holders for each in held)
        hangs = statement.link != "clause" or bool(statement.subordinator)
        if not holds and (
            _sets_off(statement) or _calls_for(statement) or (hangs and any(statement.parent is each for each in aside))
        ):
            aside.append(statement)
            continue
        for index in _owners(statement, statements, holders):
            told[index].append(statement)
    return told


def _sets_off(statement: Statement) -> bool:
    """`…, whereas bare LLZO short-circuits`: a clause with a subject of its own that is only set against the rest."""
    own = any(word.part != "pron" for phrase in statement.subjects for word in phrase.words)
    return in_list("contrast", statement.subordinator) and own and statement.link in ("clause", "main")


def _calls_for(statement: Statement) -> bool:
    """`…, and batteries need a high pressure to …`: what others lack is not brought by what was named."""
    own = any(word.part != "pron" for phrase in statement.subjects for word in phrase.words)
    return own and in_list("calls_for", statement.verb.lemma) and statement.link in ("clause", "main")


def _owners(statement: Statement, statements: Sequence[Statement], holders: Sequence[Sequence[Statement]]) -> list[int]:
    for place in (*_up(statement), *_down(statement, statements)):
        places = [place, *_siblings(place, statements)]
        found = [index for index, held in enumerate(holders) if any(each is one for each in held for one in places)]
        if found:
            return found
    together = bool(holders) and all(any(each is one for one in holders[0]) for held in holders for each in held)
    return list(range(len(holders))) if together else []


def _siblings(place: Statement, statements: Sequence[Statement]) -> list[Statement]:
    """Statements joined with one that tells a way of doing (`adding A or using B improves …`)."""
    if place.link not in ("action", "means", "gerund"):
        return []
    return [each for each in statements if each.link == place.link and each.parent is place.parent]


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
