"""Strategies told over one or several sentences: which sentences speak of the same one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...frames.statements import Statement
from ...frames.word import Word
from ..memory import Memory
from ..told import Told
from .agents import Party, hosts_in, is_host
from .effects import Effects, effects_of, is_said_to_work, owned
from .intervention import Intervention
from .interventions import find_interventions
from .sources import Found, is_same, joined
from .words import find_head, in_list

_REACH = 2
"""How many sentences later a strategy may still be spoken of without being named again."""

_LONGEST = 1000
"""Characters beyond which a sentence is a list, of abbreviations or of titles."""

_NOT_BESIDE = frozenset({"by", "as"})
"""Prepositions behind which an electrolyte is no target of what the rest of the sentence tells."""


@dataclass(slots=True)
class Piece:
    """One sentence that tells a strategy.

    Args:
        told: the sentence.
        at: clean position of the statement's core.
        telling: it says what is done or what that brings, and not only names it.
    """

    told: Told
    at: int
    telling: bool = True


@dataclass(slots=True)
class Telling:
    """A strategy as far as it was told.

    Args:
        intervention: what is done.
        effects: what it brings.
        pieces: the sentences.
        index: number of the last of them in the section.
        hosts: electrolytes and anodes named beside it.
        definite: it was named as something known (`the coating`).
        fresh: it was told as something done, so that what follows may be its result.
    """

    intervention: Intervention
    effects: Effects
    pieces: list[Piece]
    index: int
    hosts: list[Party] = field(default_factory=list)
    definite: bool = False
    fresh: bool = False


def told_in(tolds: Sequence[Told], memory: Memory) -> list[Telling]:
    """The strategies that the sentences of one section tell, each with the sentences that tell it.

    Args:
        tolds: sentences in reading order.
        memory: what the section's heading leaves to be understood.
    """
    tellings: list[Telling] = []
    topic: list[Party] = []
    for index, told in enumerate(tolds):
        text = told.sentence.text[told.sentence.start : told.sentence.end]
        if text.rstrip().endswith("?") or len(text) > _LONGEST:
            continue
        found = find_interventions(told, memory.names, topic or _of_section(memory))
        subjects = [phrase for each in told.statements for phrase in each.subjects]
        topic = hosts_in(subjects, memory.names, deep=False) or topic
        if not found:
            _go_on(tellings, told, index)
            continue
        holders = [each.statements for each in found]
        parts = owned(told.statements, holders)
        for each, statements in zip(found, parts, strict=True):
            _tell(tellings, each, statements, told, index, memory)
    return tellings


def _of_section(memory: Memory) -> list[Party]:
    """Electrolytes that the innermost heading names."""
    hosts = [mention for mention in memory.section if is_host(mention.name, memory.names)]
    return [Party(mention.name, mention.start, mention.end) for mention in hosts[-1:]]


def _go_on(tellings: list[Telling], told: Told, index: int) -> None:
    """A sentence that names no intervention, but takes up the last one: `This layer also blocks electrons`."""
    last = tellings[-1] if tellings else None
    if last is None or index - last.index > _REACH or not told.statements:
        return
    first = told.statements[0]
    opener = next(iter(first.subjects), None)
    concludes = told.sentence.text[told.sentence.start : first.start].split(" ")[0].strip(",").lower()
    foreign = {mention.name for phrase in first.subjects for mention in phrase.materials} - _parties(last)
    named = last.fresh and bool(last.intervention.agents)
    awaited = (
        named
        and not _is_opposed(concludes, first)
        and not last.effects
        and not foreign
        and opener is not None
        and opener.words[0].text != "we"
    )
    follows = (in_list("goes_on", concludes) or awaited) and index - last.index <= 1
    if opener is None or not (follows or _is_anaphor(opener.words)):
        return
    alone = len(opener.words) == 1 and not follows
    near = index - last.index <= 1
    layer = last.intervention.category.startswith("interlayer") and find_head(opener.words) is not None
    if not (near or layer) or (alone and (first.verb.senses & {"indicate", "have"} or first.verb.lemma == "be")):
        return
    effects = effects_of(told.statements, last.intervention.category)
    if effects:
        last.effects.add(effects)
        last.pieces.append(Piece(told, opener.start))
        last.index = index


def _parties(telling: Telling) -> set[str]:
    """Everything that a telling names."""
    given = telling.intervention
    return {party.name for party in (*given.agents, *given.targets, *telling.hosts)}


def _is_opposed(opening: str, first: Statement) -> bool:
    """`However, …`, `Without the layer, …`: what follows is no result of what was done."""
    return in_list("opposed", opening) or any(in_list("aside", phrase.prep) for phrase in first.opening)


def _is_anaphor(words: Sequence[Word]) -> bool:
    first, last = words[0].text, words[-1].text
    if first in ("it", "they", "this", "these") and len(words) == 1:
        return True
    resulting = any(word.text in ("resulting", "resultant", "as", "assembled", "corresponding") for word in words)
    pointing = first in ("this", "these", "such") or (first == "the" and resulting)
    return pointing and in_list("anaphor_nouns", last)


def _tell(
    tellings: list[Telling], found: Found, statements: Sequence[Statement], told: Told, index: int, memory: Memory
) -> None:
    """Add what a sentence tells of an intervention, to the telling that it goes on with if there is one."""
    effects = effects_of(statements, found.intervention.category)
    if found.intervention.rule == "removal":
        effects.mitigates.setdefault("surface_contamination", found.intervention.at)
    if is_said_to_work(statements):
        found.intervention = replace(found.intervention, made=True)
    telling_it = bool(effects) or bool(effects.denied) or found.fresh or found.intervention.made
    piece = Piece(told, found.intervention.at, telling_it)
    beside = (phrase for each in statements for phrase in each.phrases() if phrase.prep not in _NOT_BESIDE)
    hosts = hosts_in(beside, memory.names, deep=False)
    for telling in reversed(tellings):
        if index - telling.index > _REACH:
            break
        if is_same(telling.intervention, found.intervention) and _goes_on(telling, found, index):
            telling.intervention = joined(telling.intervention, found.intervention)
            telling.effects.add(effects)
            if telling.pieces[-1].told is not told:
                telling.pieces.append(piece)
            telling.index = index
            return
    definite = found.anaphor or found.intervention.rule.endswith("-host")
    tellings.append(Telling(found.intervention, effects, [piece], index, hosts, definite, found.fresh))


def _goes_on(telling: Telling, found: Found, index: int) -> bool:
    """Whether an intervention of the same kind is the one told before: pointed at, or of the same agents."""
    if telling.index == index:
        return bool({party.name for party in telling.intervention.agents} & {p.name for p in found.intervention.agents})
    if found.fresh:
        return False
    mine = {party.name for party in telling.intervention.agents}
    yours = {party.name for party in found.intervention.agents}
    return bool(mine & yours) or (found.anaphor and not yours)
