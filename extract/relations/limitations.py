"""Limitations: a material or a class is said to suffer from a failure or a weakness."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from ..frames.concept import METALS, Concept
from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.happenings import happenings, states
from ..frames.outcomes import outcomes, turn_of, with_examples
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from ..materials import MaterialMention
from . import doings, failings, incapacities, reactions
from .contaminants import find_contaminations
from .dispatch import VerbRule
from .ends import is_compared
from .memory import Memory
from .sufferers import (
    Sufferer,
    can_suffer,
    counterparts,
    electrolytes,
    is_none,
    is_possessive,
    named_in,
    owners,
    sufferers,
    topics,
)
from .told import Draft, Told
from .understood import is_anaphor
from .weaknesses import Weakness, is_wish, nominal_weaknesses, weakness_of

_MAKES = frozenset({"make", "give", "form", "offer", "build", "establish", "develop"})
"""Verbs with which something is said to have what is bad (`oxides make poor contact`)."""

_LIMITS = frozenset({"limit", "restrict", "hinder", "hamper", "plague", "impede", "disqualify", "handicap", "trouble"})
"""Verbs that may say of a material itself that a weakness stands in its way (`poor wetting plagues garnets`)."""

_SAYS = frozenset({"suffer", "have", "enable", "form"})
_GIVES = frozenset({"give", "grant", "lend", "leave", "cost"})
"""Verbs of which the first object gets the second."""

_AMONG = ("among", "amongst")
_LONG = 4
"""Words that make a noun phrase too special to take something up (`the other price` does)."""

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


def _all(
    concepts: Iterator[Concept], whose: list[Sufferer], memory: Memory, rule: str, confidence: float
) -> Iterator[Weakness]:
    for concept in concepts:
        weakness = weakness_of(concept)
        if weakness is not None:
            failure, denied = weakness
            for sufferer in whose:
                if not can_suffer(sufferer, concept, memory):
                    continue
                yield Weakness(sufferer, failure, concept.start, rule, confidence, denied)


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
            yield from _all(iter(found), whose, memory, "suffers-from", 0.8)


def _given(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Calculations give LGPS a narrow window`."""
    first, *others = statement.objects
    if _is_electrolyte(first, memory):
        concepts = [concept for phrase in others for concept in find_concepts(phrase)]
        yield from _all(iter(concepts), sufferers([first], statement, memory), memory, "suffers-from", 0.7)


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
    if any(_is_challenge(phrase) and not _is_cost(phrase) for phrase in statement.subjects):
        return
    if statement.oblique(*_THAN) or any(_is_comparison(phrase) for phrase in statement.objects):
        return
    if "not" in statement.adverbs and any(phrase.determiner in ("all", "every") for phrase in statement.subjects):
        return
    denied = statement.verb.denied or is_none(statement.subjects)
    found = [concept.deny() if denied else concept for concept in states(statement)]
    if found:
        whose = sufferers(statement.subjects, statement, memory) or _added(statement, memory)
        yield from _all(iter(found), whose, memory, "is", 0.75)


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
        yield from _all((concept.deny() for concept in states(statement)), whose, memory, "except", 0.7)


def _is_comparison(phrase: NounPhrase) -> bool:
    return any(modifier.prep in _THAN for modifier in phrase.modifiers)


def _challenges(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`The drawbacks of sulfides include air sensitivity`, `challenges for garnets such as brittleness`."""
    predicate = bool(statement.verb.senses & {"be", "contain"}) or statement.verb.lemma == "be"
    for phrase in statement.phrases():
        is_subject = predicate and any(phrase is each for each in statement.subjects)
        taken_up = is_subject and is_anaphor(phrase)
        if not _is_challenge(phrase) and not taken_up:
            continue
        is_listed = predicate and not statement.subjects and phrase.prep in _AMONG
        named = [*phrase.examples, *(statement.objects if is_subject or is_listed else ())]
        if named:
            whose = _challenged(phrase, statement, memory, taken_up=taken_up)
            concepts = [_lacking(concept) for each in named for concept in find_concepts(each)]
            yield from _all(iter(concepts), whose, memory, "challenges", 0.75)


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
    posed = [each for phrase in statement.objects for each in _one_of(phrase) if _is_challenge(each)]
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
        yield from _all(iter(concepts), whose, memory, "poses-challenge", 0.75)


def _theirs(agents: Sequence[NounPhrase], statement: Statement, memory: Memory) -> list[Sufferer]:
    """Whose use is hindered: of those whose weakness does it (`the cost of LGPS hinders its use`), or told before."""
    own = [mention for phrase in agents for mention in owners(phrase)]
    return list(electrolytes(own, memory)) or topics(statement, memory, cells=True)


def _is_challenge(phrase: NounPhrase) -> bool:
    """`A drawback`, `the weak point`, `its Achilles heel`."""
    words, lists = phrase.words, grammar().lists
    if words[-1].text in lists["challenge_nouns"]:
        return True
    return len(words) > 1 and words[-1].text in lists["weak_points"] and words[-2].text in lists["weak"]


def _is_cost(phrase: NounPhrase) -> bool:
    """`The price of LGPS`, which is a challenge only where others are listed for it."""
    return any(concept.meaning.name == "cost" for concept in find_concepts(phrase))


def _one_of(phrase: NounPhrase) -> list[NounPhrase]:
    """A phrase, with what it is one of (`one of the main problems`)."""
    counts = phrase.words[-1].text in ("one", "part", "some")
    return [phrase, *(each for each in phrase.modifiers if counts and each.prep == "of")]


def _is_electrolyte(phrase: NounPhrase, memory: Memory) -> bool:
    """Whether a phrase means an electrolyte itself, and no quality or part of it."""
    if find_concepts(phrase) or not phrase.materials:
        return False
    last = phrase.words[-1]
    ends = last.part == "material" or last.text in grammar().lists["material_nouns"]
    return ends and any(memory.names.is_electrolyte(mention.name) for mention in phrase.materials)


def _lacking(concept: Concept) -> Concept:
    """A quality that is a challenge by itself is wanting (`stability in air is an issue`)."""
    plain = not (concept.meaning.event or concept.side or concept.level or concept.prevented)
    return concept.turned("bad") if plain and concept.meaning.better == "high" else concept


def _in_opening(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`For garnets, cycling leads to cracks`, `in LLZO, dendrites grow`, `with LAGP, the interphase keeps growing`."""
    openings = [phrase for phrase in statement.opening if phrase.prep in _OPENINGS]
    mentions = [mention for phrase in openings for mention in named_in(phrase)]
    whose = list(electrolytes(mentions, memory))
    named = [mention for phrase in statement.subjects for mention in owners(phrase)] if whose else []
    if whose and not any(electrolytes(named, memory)):
        yield from _all(iter(happenings(statement)), whose, memory, "in-opening", 0.65)


def _hinders_use(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Poor contact hinders the application of garnets`, `the use of PEO is limited by its low conductivity`."""
    if turn_of(statement) != "prevent" and "suffer" not in statement.verb.senses:
        return
    patients, agents = statement.patients, statement.agents
    if "suffer" in statement.verb.senses:
        patients, agents = statement.subjects, statement.objects
    used = [phrase for phrase in patients if phrase.words[-1].text in grammar().lists["use_nouns"]]
    if statement.verb.lemma in _LIMITS:
        used += [phrase for phrase in patients if _is_electrolyte(phrase, memory)]
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
        yield from _all(iter(concepts), whose, memory, "hinders-use", 0.75)


_RULES = (
    VerbRule(_suffers, _SAYS, _GIVES | {"lose"}),
    VerbRule(_is, frozenset({"be"}), frozenset({"be"})),
    VerbRule(_challenges),
    VerbRule(_poses),
    VerbRule(_in_opening),
    VerbRule(_hinders_use, frozenset({"prevent", "suffer"})),
    VerbRule(nominal_weaknesses),
    *reactions.RULES,
    *doings.RULES,
    *failings.RULES,
    *incapacities.RULES,
    VerbRule(find_contaminations),
)
"""All rules for one statement, in the order in which they are asked."""
