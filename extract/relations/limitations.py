"""Limitations: a material or a class is said to suffer from a failure or a weakness."""

from __future__ import annotations

from collections.abc import Iterator

from ..frames.concepts import Concept, find_concepts
from ..frames.grammar import grammar
from ..frames.happenings import states
from ..frames.outcomes import outcomes, turn_of
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .memory import Memory
from .reactions import find_reactions
from .sufferers import Sufferer, is_possessive, sufferers, topics
from .told import Draft, Told
from .weaknesses import Weakness, nominal_weaknesses, weakness_of

_SAYS = frozenset({"suffer", "have", "enable"})
_THAN = ("than", "compared to", "compared with")


def find_limitations(told: Told, memory: Memory) -> Iterator[Draft]:
    """The weaknesses that a sentence names.

    Args:
        told: the sentence.
        memory: what it leaves to be understood.
    """
    seen: set[tuple[str, str, bool]] = set()
    for statement in told.statements:
        if _is_wish(statement) or statement.subordinator in ("whether", "if"):
            continue
        for found in _found(statement, memory):
            key = (found.sufferer.participant.id, found.failure, found.denied)
            if key not in seen:
                seen.add(key)
                yield _draft(found)


def _found(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    yield from _suffers(statement, memory)
    yield from _is(statement, memory)
    yield from _challenges(statement, memory)
    yield from _hinders_use(statement, memory)
    yield from find_reactions(statement, memory)
    yield from nominal_weaknesses(statement, memory)


def _draft(found: Weakness) -> Draft:
    confidence = found.confidence - 0.15 * found.sufferer.vague
    arguments = {"subject": found.sufferer.participant, "failure": found.failure}
    return Draft("limitation", arguments, found.at, found.rule, confidence, negated=found.denied)


def _is_wish(statement: Statement) -> bool:
    """`The electrolyte should not be brittle` says nothing of any."""
    return any(word.text in ("should", "must") for word in statement.verb.words)


def _all(concepts: Iterator[Concept], whose: list[Sufferer], rule: str, confidence: float) -> Iterator[Weakness]:
    for concept in concepts:
        weakness = weakness_of(concept)
        if weakness is not None:
            failure, denied = weakness
            for sufferer in whose:
                yield Weakness(sufferer, failure, concept.start, rule, confidence, denied)


def _suffers(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LLZO suffers from brittleness`, `PEO has a low conductivity`, `LATP lacks stability`, `it cannot wet`."""
    senses = statement.verb.senses
    if not senses & _SAYS or statement.verb.passive:
        return
    found = outcomes(statement, [each for phrase in statement.objects for each in (phrase, *phrase.examples)])
    if statement.verb.lemma in ("lack", "fall"):
        found = [concept.turned("bad") for concept in found]
    if "suffer" not in senses and "have" not in senses:
        found = [concept for concept in found if concept.denied]
    if found:
        yield from _all(iter(found), sufferers(statement.subjects, statement, memory), "suffers-from", 0.8)


def _is(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LLZO is brittle`, `the conductivity of PEO is low`; not `lower than that of LLZO`."""
    if statement.verb.lemma != "be" and "be" not in statement.verb.senses:
        return
    if statement.oblique(*_THAN) or any(_is_comparison(phrase) for phrase in statement.objects):
        return
    found = [concept.deny() if statement.verb.denied else concept for concept in states(statement)]
    if found:
        yield from _all(iter(found), sufferers(statement.subjects, statement, memory), "is", 0.75)


def _is_comparison(phrase: NounPhrase) -> bool:
    return any(modifier.prep in _THAN for modifier in phrase.modifiers)


def _challenges(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`The drawbacks of sulfides include air sensitivity`, `challenges for garnets such as brittleness`."""
    lists = grammar().lists
    for phrase in statement.phrases():
        if phrase.words[-1].text not in lists["challenge_nouns"]:
            continue
        named = list(phrase.examples)
        if phrase in statement.subjects and (statement.verb.senses & {"be", "contain"} or statement.verb.lemma == "be"):
            named += statement.objects
        if named:
            whose = sufferers([phrase], statement, memory) or (
                topics(statement, memory) if is_possessive(phrase) else []
            )
            concepts = [concept for each in named for concept in find_concepts(each)]
            yield from _all(iter(concepts), whose, "challenges", 0.75)


def _hinders_use(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Poor contact hinders the application of garnets`, `the use of PEO is limited by its low conductivity`."""
    if turn_of(statement) != "prevent" and "suffer" not in statement.verb.senses:
        return
    patients, agents = statement.patients, statement.agents
    if "suffer" in statement.verb.senses:
        patients, agents = statement.subjects, statement.objects
    used = [phrase for phrase in patients if phrase.words[-1].text in grammar().lists["use_nouns"]]
    if used:
        concepts = [concept for phrase in agents for concept in find_concepts(phrase)]
        whose = sufferers(used, statement, memory)
        yield from _all(iter(concepts), whose, "hinders-use", 0.75)
