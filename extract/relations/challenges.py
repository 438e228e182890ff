"""Weaknesses that are called challenges: drawbacks of a material, what poses problems to it, what hinders its use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..frames.concept import METALS, Concept
from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.outcomes import turn_of, with_examples
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .dispatch import VerbRule
from .memory import Memory
from .sufferers import (
    Sufferer,
    electrolytes,
    is_electrolyte_itself,
    is_possessive,
    owners,
    sufferers,
    topics,
)
from .understood import is_anaphor
from .weaknesses import Weakness, weaknesses_of

_LIMITS = frozenset({"limit", "restrict", "hinder", "hamper", "plague", "impede", "disqualify", "handicap", "trouble"})
"""Verbs that may say of a material itself that a weakness stands in its way (`poor wetting plagues garnets`)."""

_AMONG = ("among", "amongst")
_LONG = 4
"""Words that make a noun phrase too special to take something up (`the other price` does)."""


def _challenges(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`The drawbacks of sulfides include air sensitivity`, `challenges for garnets such as brittleness`."""
    predicate = bool(statement.verb.senses & {"be", "contain"}) or statement.verb.lemma == "be"
    for phrase in statement.phrases():
        is_subject = predicate and any(phrase is each for each in statement.subjects)
        taken_up = is_subject and is_anaphor(phrase)
        if not is_challenge(phrase) and not taken_up:
            continue
        is_listed = predicate and not statement.subjects and phrase.prep in _AMONG
        named = [*phrase.examples, *(statement.objects if is_subject or is_listed else ())]
        if named:
            whose = _challenged(phrase, statement, memory, taken_up=taken_up)
            concepts = [_lacking(concept) for each in named for concept in find_concepts(each)]
            yield from weaknesses_of(iter(concepts), whose, memory, "challenges", 0.75)


def _challenged(phrase: NounPhrase, statement: Statement, memory: Memory, *, taken_up: bool) -> list[Sufferer]:
    """Whose the challenges are: of the phrase, of a verb's place (`problems exist for`), of the sentence before."""
    if taken_up:
        return [Sufferer(memory.names.participant(mention.name), vague=True) for mention in memory.challenged]
    if is_possessive(phrase) or (phrase.determiner == "the" and len(phrase.words) < _LONG and not phrase.modifiers):
        return topics(statement, memory)
    places = [
        each for each in statement.obliques if each.prep in ("for", "in", "of", "with") and each.start > phrase.end
    ]
    own = any(phrase is each for each in statement.subjects)
    behind = places or ([] if own else statement.subjects)
    return sufferers([phrase], statement, memory) or sufferers(behind, statement, memory)


def _poses(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Poor contact poses challenges to garnets`, `the air stability of sulfides remains a challenge`."""
    posed = [each for phrase in statement.objects for each in _one_of(phrase) if is_challenge(each)]
    if not posed or statement.verb.passive or statement.verb.denied:
        return
    concepts = [_lacking(each) for phrase in with_examples(statement.subjects) for each in find_concepts(phrase)]
    if concepts:
        behind = [*statement.obliques, *(each for phrase in posed for each in phrase.modifiers)]
        cases = [each for each in statement.opening if each.prep == "in the case of"]
        places = [*cases, *(each for each in behind if each.prep in ("for", "to", "in", "of", "with"))]
        own = [mention for phrase in statement.subjects for mention in owners(phrase)]
        whose = sufferers(places, statement, memory) if places else []
        whose = whose or list(electrolytes(own, memory))
        yield from weaknesses_of(iter(concepts), whose, memory, "poses-challenge", 0.75)


def _theirs(agents: Sequence[NounPhrase], statement: Statement, memory: Memory) -> list[Sufferer]:
    """Whose use is hindered: of those whose weakness does it (`the cost of LGPS hinders its use`), or told before."""
    own = [mention for phrase in agents for mention in owners(phrase)]
    return list(electrolytes(own, memory)) or topics(statement, memory, cells=True)


def is_challenge(phrase: NounPhrase) -> bool:
    """`A drawback`, `the weak point`, `its Achilles heel`."""
    words, lists = phrase.words, grammar().lists
    if words[-1].text in lists["challenge_nouns"]:
        return True
    return len(words) > 1 and words[-1].text in lists["weak_points"] and words[-2].text in lists["weak"]


def is_cost(phrase: NounPhrase) -> bool:
    """`The price of LGPS`, which is a challenge only where others are listed for it."""
    return any(concept.meaning.name == "cost" for concept in find_concepts(phrase))


def _one_of(phrase: NounPhrase) -> list[NounPhrase]:
    """A phrase, with what it is one of (`one of the main problems`)."""
    counts = phrase.words[-1].text in ("one", "part", "some")
    return [phrase, *(each for each in phrase.modifiers if counts and each.prep == "of")]


def _lacking(concept: Concept) -> Concept:
    """A quality that is a challenge by itself is wanting (`stability in air is an issue`)."""
    plain = not (concept.meaning.event or concept.side or concept.level or concept.prevented)
    return concept.turned("bad") if plain and concept.meaning.better == "high" else concept


def _hinders_use(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Poor contact hinders the application of garnets`, `the use of PEO is limited by its low conductivity`."""
    if turn_of(statement) != "prevent" and "suffer" not in statement.verb.senses:
        return
    patients, agents = statement.patients, statement.agents
    if "suffer" in statement.verb.senses:
        patients, agents = statement.subjects, statement.objects
    used = [phrase for phrase in patients if phrase.words[-1].text in grammar().lists["use_nouns"]]
    if statement.verb.lemma in _LIMITS:
        used += [phrase for phrase in patients if is_electrolyte_itself(phrase, memory)]
    if used and not statement.verb.denied:
        concepts = [
            _lacking(concept) if is_possessive(phrase) or owners(phrase) else concept
            for phrase in with_examples(agents)
            for concept in find_concepts(phrase)
        ]
        whose = _theirs(agents, statement, memory) if all(map(is_possessive, used)) else []
        whose = whose or sufferers(used, statement, memory)
        if all(map(is_possessive, used)):
            whose = [each for each in whose if each.vague or each.participant.name not in METALS]
        yield from weaknesses_of(iter(concepts), whose, memory, "hinders-use", 0.75)


RULES = (
    VerbRule(_challenges),
    VerbRule(_poses),
    VerbRule(_hinders_use, frozenset({"prevent", "suffer"})),
)
"""The rules for one statement, in the order in which they are asked."""
