"""What was done, as one phrase or verb tells it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field

from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...frames.word import Word
from ...names import Names
from ...value_class import value_class
from .agents import Party, added_by


@value_class
class Intervention:
    """Something done, as one phrase or verb tells it.

    Args:
        category: as strategies.yaml names it.
        agents: what is added, put between or formed.
        targets: what it is done to.
        at: clean position of what names it.
        end: clean end of that.
        rule: the construction.
        confidence: of the construction.
        made: it is said to be done, so that it counts without an effect.
        listed: it is listed as an approach, so that it counts without a target too.
        general: it names a kind of strategy without a material.
    """

    category: str
    agents: tuple[Party, ...]
    targets: tuple[Party, ...]
    at: int
    end: int
    rule: str
    confidence: float
    made: bool = field(default=False, kw_only=True)
    listed: bool = field(default=False, kw_only=True)
    general: bool = field(default=False, kw_only=True)


def told_by(
    category: str,
    agents: Iterable[Party],
    targets: Iterable[Party],
    phrase: NounPhrase,
    itself: Word,
    rule: tuple[str, float],
) -> Intervention:
    """An intervention that a phrase tells.

    Args:
        category: of strategies.yaml.
        agents: what takes part as added; each counts once.
        targets: what it is done to; agents are left out.
        phrase: the phrase.
        itself: the word that names it.
        rule: name of the construction and confidence in it.
    """
    parties = tuple({party.name: party for party in agents}.values())
    taken = {party.name for party in parties}
    left = tuple(party for party in targets if party.name not in taken)
    start = min([itself.start, *(party.at for party in parties if party.at >= phrase.start)])
    return Intervention(category, parties, left, start, phrase.end, *rule, general=not parties and not left)


def made_of(phrase: NounPhrase, names: Names, preps: set[str] | frozenset[str]) -> list[Party]:
    """Agents behind `of`, `with` …: `a layer of LiF`, `doping with halogens`."""
    return [
        party for each in phrase.tree() if each is not phrase and each.prep in preps for party in added_by(each, names)
    ]


def done_by(
    category: str,
    agents: Sequence[Party],
    hosts: Sequence[Party],
    statement: Statement,
    rule: str,
    confidence: float,
    *,
    made: bool = False,
) -> Intervention:
    """An intervention that a verb tells with its objects.

    Args:
        category: of strategies.yaml.
        agents: what takes part as added; each counts once.
        hosts: what it is done to; agents are left out.
        statement: that tells it.
        rule: name of the construction.
        confidence: in it.
        made: it is said to be done, so that it counts without an effect.
    """
    agents = tuple({party.name: party for party in agents}.values())
    taken = {party.name for party in agents}
    targets: dict[str, Party] = {}
    for party in hosts:
        if party.name not in taken:
            targets.setdefault(party.name, party)
    starts = [statement.verb.start, *(party.at for party in agents)]
    ends = [statement.verb.end, *(party.end for party in agents)]
    return Intervention(category, agents, tuple(targets.values()), min(starts), max(ends), rule, confidence, made=made)
