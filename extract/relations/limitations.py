"""Limitations: a material or a class is said to suffer from a failure or a weakness."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from ..frames.concept import METALS
from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.happenings import happenings, states
from ..frames.outcomes import outcomes
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from ..materials import MaterialMention
from . import challenges, doings, failings, incapacities, reactions
from .challenges import is_challenge, is_cost
from .contaminants import find_contaminations
from .dispatch import VerbRule
from .ends import is_compared
from .memory import Memory
from .sufferers import (
    Sufferer,
    counterparts,
    electrolytes,
    is_electrolyte_itself,
    is_none,
    named_in,
    owners,
    sufferers,
    topics,
)
from .told import Draft, Told
from .weaknesses import Weakness, is_wish, nominal_weaknesses, weaknesses_of

_MAKES = frozenset({"make", "give", "form", "offer", "build", "establish", "develop"})
"""Verbs with which something is said to have what is bad (`oxides make poor contact`)."""

_SAYS = frozenset({"suffer", "have", "enable", "form"})
_GIVES = frozenset({"give", "grant", "lend", "leave", "cost"})
"""Verbs of which the first object gets the second."""

_OPENINGS = frozenset({"for", "in", "within", "with", "in the case of"})
"""Prepositions before those of whom a sentence goes on to tell something."""

_THAN = ("than", "compared to", "compared with")


def find_limitations(told: Told, memory: Memory) -> Iterator[Draft]:
    """The weaknesses that a sentence names.

    Args:
        told: the sentence.
        memory: what it leaves to be understood.
    """
    seen: set[tuple[str, str, bool]] = set()
    for statement in told.statements:
        if statement.subordinator in ("whether", "if"):
            continue
        rules = nominal_weaknesses if is_wish(statement) else _found
        for found in rules(statement, memory):
            key = (found.sufferer.participant.id, found.failure, found.denied)
            if key not in seen:
                seen.add(key)
                yield _draft(found)


def _found(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    for rule in _woken_by(statement.verb.lemma, statement.verb.senses):
        yield from rule(statement, memory)


@lru_cache(maxsize=16384)
def _woken_by(lemma: str, senses: frozenset[str]) -> tuple[Callable[[Statement, Memory], Iterator[Weakness]], ...]:
    """The rules that a verb wakes, in the order in which they are asked."""
    return tuple(rule.read for rule in _RULES if rule.is_woken(lemma, senses))


def _draft(found: Weakness) -> Draft:
    confidence = found.confidence - 0.15 * found.sufferer.vague
    arguments = {"subject": found.sufferer.participant, "failure": found.failure}
    return Draft("limitation", arguments, found.at, found.rule, confidence, negated=found.denied)


def _suffers(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LLZO suffers from brittleness`, `PEO has a low conductivity`, `LATP lacks stability`, `it cannot wet`."""
    senses = statement.verb.senses
    if statement.verb.lemma in _GIVES and len(statement.objects) > 1:
        yield from _given(statement, memory)
        return
    loses = statement.verb.lemma == "lose"
    if not (senses & _SAYS or loses) or statement.verb.passive:
        return
    again = [each for phrase in statement.objects for each in phrase.modifiers if each.prep == "from"]
    for phrase in (*statement.objects, *(again if "suffer" in senses else ())):
        if is_compared(phrase):
            continue
        found = outcomes(statement, [phrase])
        if statement.verb.lemma in ("lack", "fall"):
            found = [concept.turned("bad") for concept in found if not concept.meaning.event]
        if "suffer" not in senses and "have" not in senses and not loses:
            makes = statement.verb.lemma in _MAKES and "suffer" not in senses
            found = [each for each in found if each.denied or (makes and each.side == "bad" and not each.meaning.event)]
        if found:
            whose = sufferers(statement.subjects, statement, memory)
            whose = whose or list(electrolytes(_opened(statement), memory))
            whose = _not_metal(whose, [*counterparts(phrase), *_met_by(statement)], memory)
            yield from weaknesses_of(iter(found), whose, memory, "suffers-from", 0.8)


def _given(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Calculations give LGPS a narrow window`."""
    first, *others = statement.objects
    if is_electrolyte_itself(first, memory):
        concepts = [concept for phrase in others for concept in find_concepts(phrase)]
        yield from weaknesses_of(iter(concepts), sufferers([first], statement, memory), memory, "suffers-from", 0.7)


def _not_metal(whose: list[Sufferer], others: list[MaterialMention], memory: Memory) -> list[Sufferer]:
    """Of lithium and what it meets the latter suffers (`LLZO and Li have a high resistance`)."""
    solid = [each for each in whose if each.participant.name not in METALS]
    if whose and not solid and others:
        return [Sufferer(memory.names.participant(mention.name)) for mention in others]
    return solid or whose


def _met_by(statement: Statement) -> list[MaterialMention]:
    """What lithium reacts with to do what an infinitive tells (`lithium reacts with LGPS to form …`)."""
    before = statement.parent
    if before is None or statement.subjects or "react" not in before.verb.senses:
        return []
    met = [mention for phrase in (*before.objects, *before.obliques) for mention in named_in(phrase)]
    return [mention for mention in met if mention.name not in METALS]


def _opened(statement: Statement) -> list[MaterialMention]:
    """Who is meant where people suffer: `despite the conductivity of LGPS, researchers face …`."""
    people = all(phrase.words[-1].text in grammar().lists["people"] for phrase in statement.subjects)
    return [mention for phrase in statement.opening for mention in owners(phrase)] if people else []


def _is(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LLZO is brittle`, `the conductivity of PEO is low`; not `lower than that of LLZO`."""
    senses = statement.verb.senses
    if "be" not in senses and (senses or statement.verb.lemma != "be"):
        return
    if (not statement.subjects and "there" in statement.adverbs) or _is_be_it(statement):
        return
    yield from _exceptions(statement, memory)
    if any(is_challenge(phrase) and not is_cost(phrase) for phrase in statement.subjects):
        return
    if statement.oblique(*_THAN) or any(_is_comparison(phrase) for phrase in statement.objects):
        return
    if "not" in statement.adverbs and any(phrase.determiner in ("all", "every") for phrase in statement.subjects):
        return
    denied = statement.verb.denied or is_none(statement.subjects)
    found = [concept.deny() if denied else concept for concept in states(statement)]
    if found:
        whose = sufferers(statement.subjects, statement, memory) or _added(statement, memory)
        yield from weaknesses_of(iter(found), whose, memory, "is", 0.75)


def _added(statement: Statement, memory: Memory) -> list[Sufferer]:
    """Of whom `Moreover, the conductivity is low` says more: of whom the sentence before spoke."""
    adds = not grammar().lists["adding_adverbs"].isdisjoint(statement.adverbs)
    if not adds or any(phrase.materials or phrase.prep for phrase in statement.phrases()):
        return []
    the = all(phrase.determiner == "the" and find_concepts(phrase) for phrase in statement.subjects)
    return topics(statement, memory) if the and memory.topic else []


def _is_be_it(statement: Statement) -> bool:
    """`Cracking, be it before or during the growth of dendrites, …` says nothing of its subject."""
    return [word.text for word in statement.verb.words] == ["be"]


def _exceptions(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Most polymers are stable against Li, except for PAN`: what holds for them does not for it."""
    excepted = [mention for phrase in statement.oblique("except for", "except") for mention in owners(phrase)]
    whose = [Sufferer(memory.names.participant(mention.name)) for mention in excepted]
    if whose:
        yield from weaknesses_of((concept.deny() for concept in states(statement)), whose, memory, "except", 0.7)


def _is_comparison(phrase: NounPhrase) -> bool:
    return any(modifier.prep in _THAN for modifier in phrase.modifiers)


def _in_opening(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`For garnets, cycling leads to cracks`, `in LLZO, dendrites grow`, `with LAGP, the interphase keeps growing`."""
    openings = [phrase for phrase in statement.opening if phrase.prep in _OPENINGS]
    mentions = [mention for phrase in openings for mention in named_in(phrase)]
    whose = list(electrolytes(mentions, memory))
    named = [mention for phrase in statement.subjects for mention in owners(phrase)] if whose else []
    if whose and not any(electrolytes(named, memory)):
        yield from weaknesses_of(iter(happenings(statement)), whose, memory, "in-opening", 0.65)


_RULES = (
    VerbRule(_suffers, _SAYS, _GIVES | {"lose"}),
    VerbRule(_is, frozenset({"be"}), frozenset({"be"})),
    *challenges.RULES,
    VerbRule(_in_opening),
    VerbRule(nominal_weaknesses),
    *reactions.RULES,
    *doings.RULES,
    *failings.RULES,
    *incapacities.RULES,
    VerbRule(find_contaminations),
)
"""All rules for one statement, in the order in which they are asked."""
