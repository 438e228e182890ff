"""Strategies told over one or several sentences: which sentences speak of the same one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ....corpus.document import Block
from ...evidence import Place
from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...names import Names
from ..memory import Memory
from ..told import Told
from .agents import METALS, Party, hosts_in, is_host
from .effects import (
    Effects,
    effects_of,
    effects_of_lack,
    is_said_to_work,
    overcomes_these,
    solves_trouble,
    troubles_in,
)
from .going_on import GoingOn, Way, how_it_goes_on
from .intervention import Intervention
from .interventions import find_interventions
from .named import named_in
from .owners import owned
from .sources import Found, agents_of, is_same, joined
from .words import in_list, strategy_words

_REACH = 2
"""How many sentences later a strategy may still be spoken of without being named again."""

_OF_THE_BULK = frozenset({"doping", "filler", "salt_or_additive"})
"""Categories of what is put into an electrolyte that was spoken of."""

_LONGEST = 1000
"""Characters beyond which a sentence is a list, of abbreviations or of titles."""

_NOT_BESIDE = frozenset({"by", "as"})
"""Prepositions behind which an electrolyte is no target of what the rest of the sentence tells."""


@dataclass(slots=True)
class Piece:
    """One sentence that tells a strategy.

    Args:
        passage: the sentence, and the end of those that take it up.
        at: clean position of the statement's core.
        telling: it says what is done or what that brings, and not only names it.
    """

    passage: Place
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


class Listener:
    """Follows one section, sentence by sentence.

    Args:
        memory: what the section's heading leaves to be understood.
    """

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.tellings: list[Telling] = []
        self._topic = _of_section(memory)
        self._index = -1
        self._before: tuple[Block, int, Sequence[Statement]] | None = None

    def hear(self, told: Told) -> None:
        """Note the strategies that the next sentence tells, or what it adds to those told before."""
        self._index += 1
        text = told.sentence.text[told.sentence.start : told.sentence.end]
        if text.rstrip().endswith("?") or len(text) > _LONGEST:
            return
        names = self.memory.names
        found = find_interventions(told, names, self._topic)
        subjects = [phrase for each in told.statements for phrase in each.subjects]
        forms = [each for phrase in subjects for each in phrase.modifiers if each.prep == "of"]
        named = hosts_in(subjects, names, deep=False) or hosts_in(forms, names, deep=False)
        for each in found:
            each.intervention = self._of_its(each.intervention, told)
        self._topic = named or self._topic
        troubles = self._left_to_overcome(told)
        if not found:
            _go_on(self.tellings, told, self._index, names)
            return
        parts = owned(told.statements, [each.statements for each in found])
        for each, statements in zip(found, parts, strict=True):
            _tell(self.tellings, each, statements, told, self._index, names)
            self.tellings[-1].effects.add(Effects(mitigates=dict(troubles)))

    def _of_its(self, intervention: Intervention, told: Told) -> Intervention:
        """What is done to the material that was spoken of, where only its qualities are named (`its modulus`)."""
        bulk = intervention.category in _OF_THE_BULK and intervention.agents and not intervention.targets
        phrases = [phrase for each in told.statements for phrase in (*each.objects, *each.subjects)] if bulk else []
        if not any(phrase.determiner in ("its", "their") for phrase in phrases):
            return intervention
        spoken_of = [party for party in self._topic if party.name not in METALS]
        return replace(intervention, targets=tuple(spoken_of))

    def _left_to_overcome(self, told: Told) -> dict[str, int]:
        """The failures of the sentence before, where this one tells how to overcome them."""
        before, self._before = self._before, (told.block, self._index, told.statements)
        if before is None or before[:2] != (told.block, self._index - 1) or not overcomes_these(told.statements):
            return {}
        return troubles_in(before[2])


def _of_section(memory: Memory) -> list[Party]:
    """Electrolytes that the innermost heading names."""
    hosts = [mention for mention in memory.section if is_host(mention.name, memory.names)]
    return [Party(mention.name, mention.start, mention.end) for mention in hosts[-1:]]


def _go_on(tellings: list[Telling], told: Told, index: int, names: Names) -> None:
    """A sentence that names no intervention, but takes up the last one: `This layer also blocks electrons`."""
    if (lack := _without(told, index, names)) is not None:
        tellings.append(lack)
        return
    last = tellings[-1] if tellings else None
    going = how_it_goes_on(told) if last is not None else None
    if last is None or going is None or not _may_be_meant(last, going, told, index, names):
        return
    if going.way is Way.WITHOUT:
        effects = effects_of_lack(told.statements)
    else:
        effects = effects_of(told.statements, last.intervention.category)
    if effects:
        last.effects.add(effects)
        last.pieces.append(Piece(told.passage, going.opener.start))
        last.index = index


def _without(told: Told, index: int, names: Names) -> Telling | None:
    """What is named as left out, and prevents what then happens: `Without the LiF layer, cells shorted`."""
    first = told.statements[0] if told.statements else None
    for phrase in first.opening if first is not None else ():
        lacks = phrase.prep if in_list("left_out", phrase.prep) else ""
        named = named_in(replace(phrase, prep=""), names) if lacks else None
        effects = effects_of_lack(told.statements) if named is not None and named.agents else None
        if named is not None and effects:
            hosts = hosts_in((each for each in told.statements[0].phrases() if each is not phrase), names, deep=False)
            return Telling(named, effects, [Piece(told.passage, named.at)], index, hosts)
    return None


def _may_be_meant(last: Telling, going: GoingOn, told: Told, index: int, names: Names) -> bool:
    """Whether the strategy told last may be the one from which a sentence goes on."""
    layer = last.intervention.category.startswith("interlayer") or going.way is not Way.POINTS_BACK
    if index - last.index > (going.reach if layer else 1):
        return False
    if going.way is not Way.RESULTS:
        return True
    same_block = last.pieces[-1].passage.block is told.block
    named = {name for phrase in told.statements[0].subjects for name in _named(phrase)}
    parties = _parties(last)
    foreign = {name for name in named - parties if names.identify(name).material_class not in parties}
    return last.fresh and same_block and not foreign and bool(last.intervention.agents or last.intervention.targets)


def _named(phrase: NounPhrase) -> set[str]:
    """The materials that a phrase names; of a cell none, since any of its layers may be left out of what was told."""
    return {mention.name for each in phrase.tree() for mention in each.materials if mention.kind != "cell"}


def _parties(telling: Telling) -> set[str]:
    """Everything that a telling names, and the anode, which every cell has."""
    given = telling.intervention
    return {party.name for party in (*given.agents, *given.targets, *telling.hosts)} | METALS


def _tell(
    tellings: list[Telling], found: Found, statements: Sequence[Statement], told: Told, index: int, names: Names
) -> None:
    """Add what a sentence tells of an intervention, to the telling that it goes on with if there is one."""
    effects = effects_of(statements, found.intervention.category)
    if found.intervention.rule == "removal":
        effects.mitigates.setdefault("surface_contamination", found.intervention.at)
    if found.intervention.category == "salt_or_additive" and "relative_density" in effects.improves:
        found.intervention = replace(found.intervention, category="densification")
    works = is_said_to_work(statements) or (bool(found.intervention.agents) and solves_trouble(statements))
    if works or _is_reported(found, told) or _is_announced(found, told):
        found.intervention = replace(found.intervention, made=True)
    if any(map(_lists_approaches, found.statements)):
        found.intervention = replace(found.intervention, made=True, listed=True)
    telling_it = bool(effects) or bool(effects.denied) or found.fresh or found.intervention.made
    piece = Piece(told.passage, found.intervention.at, telling_it)
    beside = (phrase for each in statements for phrase in each.phrases() if phrase.prep not in _NOT_BESIDE)
    hosts = hosts_in(beside, names, deep=False)
    found.intervention = _on_cathode(found.intervention, statements, names)
    cited = _is_cited(told)
    for telling in reversed(tellings):
        if index - telling.index > _REACH:
            break
        anew = cited or agents_of(telling.intervention) != agents_of(found.intervention)
        if is_same(telling.intervention, found.intervention) and _goes_on(telling, found, index, told_anew=anew):
            telling.intervention = joined(telling.intervention, found.intervention)
            telling.effects.add(effects)
            if telling.index != index:
                telling.pieces.append(piece)
            telling.index = index
            return
    definite = found.anaphor or found.intervention.rule.endswith("-host")
    tellings.append(Telling(found.intervention, effects, [piece], index, hosts, definite, found.fresh))


def _on_cathode(given: Intervention, statements: Sequence[Statement], names: Names) -> Intervention:
    """A coating whose place is not said lies on the active material that the statement is about."""
    if given.targets or not given.agents or given.category != "interlayer_ex_situ":
        return given
    mentions = [mention for each in statements for phrase in each.subjects for mention in phrase.materials]
    others = [each for each in mentions if each.kind != "element" and not names.is_agent(each.name)]
    cathodes = [Party(each.name, each.start, each.end) for each in others if names.is_cathode(each.name)]
    return replace(given, targets=tuple(cathodes[:1])) if cathodes else given


def _is_reported(found: Found, told: Told) -> bool:
    """Whether a deed is told of others' work: what was done with what to what, with a citation."""
    given = found.intervention
    return found.deed and _is_cited(told) and bool(given.agents) and bool(given.targets)


def _is_cited(told: Told) -> bool:
    sentence = told.sentence
    return any(sentence.start < citation.position <= sentence.end + 1 for citation in told.block.citations)


def _is_announced(found: Found, told: Told) -> bool:
    """Whether a deed is what the paper says that it does: `Herein, LATP was coated with ZnO`, `To address this, …`."""
    given = found.intervention
    if not (found.deed and given.agents and given.targets) or given.rule.endswith("-host"):
        return False
    text = told.sentence.text[told.sentence.start : told.sentence.end].lower()
    opens = any(text.startswith(words) for words in strategy_words().lists["announces"])
    first = told.statements[0]
    return opens or (first.link == "purpose" and bool(first.verb.senses & {"prevent", "improve"}))


def _lists_approaches(statement: Statement) -> bool:
    """`The approaches to this are coatings and new electrolytes`: each of what is listed is a strategy."""
    lists = statement.verb.lemma == "be" or statement.verb.senses & {"be", "contain"}
    subjects = statement.subjects if lists and not statement.verb.denied else []
    return any(in_list("approaches", phrase.words[-1].text) for phrase in subjects)


def _goes_on(telling: Telling, found: Found, index: int, *, told_anew: bool) -> bool:
    """Whether an intervention of the same kind is the one told before: pointed at, or of the same agents.

    Args:
        telling: what was told.
        found: what the sentence names.
        index: number of the sentence.
        told_anew: the sentence may tell of another study, so that what is fresh in it is another one's.
    """
    mine, yours = agents_of(telling.intervention), agents_of(found.intervention)
    if telling.index == index:
        return bool(mine & yours)
    if found.fresh and told_anew:
        return False
    if telling.intervention.category == "external_pressure":
        return index - telling.index <= 1
    return bool(mine & yours) or (found.anaphor and not yours)
