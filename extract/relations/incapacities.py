"""Limitations told by what a material cannot do: it is too soft to stop dendrites, there is no stable interface."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..frames.concept import Concept
from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.outcomes import turn_of, with_examples
from ..frames.phrases import NounPhrase, is_adjective
from ..frames.statements import Statement
from ..materials import MaterialMention
from .bearers import doers
from .dispatch import VerbRule
from .memory import Memory
from .sufferers import Sufferer, electrolytes, is_air, is_possessive, named_in, owners, sufferers, topics
from .weaknesses import Weakness, weakness_of

_EXPENSE = ("at the expense of", "at the cost of", "at the price of", "to the detriment of")
_SHORT_OF = frozenset({"insufficient", "inadequate", "unable", "incapable", "insufficiently"})
_ENOUGH = frozenset({"enough", "sufficient", "sufficiently", "able", "capable", "adequate"})
_RULES = frozenset({"dominate", "govern", "limit", "control", "determine"})
_HARMS = frozenset({"prevent", "decrease", "worsen", "increase"})
_IONS = frozenset({"conductivity", "ionic_conductivity", "interfacial_resistance"})
"""Qualities that grain boundaries can spoil."""

_TROUBLES = frozenset({"limit", "trouble", "plague", "hamper", "hinder", "restrict", "impede", "worry", "lack"})
_MEETS = frozenset({"meet", "satisfy", "fulfill", "fulfil", "reach", "match"})
_RESISTIVE = frozenset({"resistive", "blocking", "insulating"})
_MAKES = frozenset({"make", "render"})
_IS = frozenset({"be"})
_BELONGS = ("of", "for", "to", "in", "among")


def _cannot(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LLZO cannot accommodate volume changes`, `PEO does not stop dendrites`."""
    if statement.verb.denied and not statement.verb.passive and turn_of(statement) == "prevent":
        yield from _all(_failures(statement.objects), _own(statement.subjects, statement, memory), "cannot")


def _too(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`PEO is too soft`, `too weak to stop dendrites`, `not stiff enough to block them`."""
    lemma = statement.verb.lemma
    complains = (
        not {"too", "mechanically"}.isdisjoint(statement.adverbs)
        or lemma == "remain"
        or statement.subordinator in ("although", "though")
    )
    if complains and lemma in ("be", "remain", "become") and not statement.verb.denied:
        said = [phrase for phrase in statement.objects if not find_concepts(phrase)]
        soft = [word for phrase in said for word in phrase.words if word.text in grammar().lists["soft"]]
        for sufferer in _own(statement.subjects, statement, memory) if soft else ():
            yield Weakness(sufferer, "mechanical_weakness", soft[0].start, "too", 0.7)
    before = statement.parent
    if statement.link == "purpose" and before is not None and turn_of(statement) == "prevent" and falls_short(before):
        whose = topics(before, memory) if before.link == "which" else _own(before.subjects, before, memory)
        yield from _all(_failures(statement.objects), whose, "too")


def falls_short(statement: Statement) -> bool:
    """Whether something is said to be too much or too little for a purpose.

    Args:
        statement: what is said of it.
    """
    if statement.verb.lemma != "be" and "be" not in statement.verb.senses:
        return False
    words = {word.text for phrase in statement.objects for word in phrase.words} | set(statement.adverbs)
    if statement.verb.denied:
        return bool(words & _ENOUGH)
    return "too" in words or bool(words & _SHORT_OF)


def _there_is_no(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`There is no stable interface between LGPS and lithium`, `there is not sufficient contact to LLZO`."""
    if statement.subjects or statement.verb.lemma != "be" or "there" not in statement.adverbs:
        return
    for phrase in statement.objects:
        whose = list(electrolytes([*owners(phrase), *_named(statement.opening)], memory))
        said = [each.deny() if statement.verb.denied else each for each in find_concepts(phrase)]
        yield from _all([each for each in said if each.denied], whose, "there-is-no")


def _at_the_expense(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Sulfides conduct well at the expense of air stability`; not `doping raises it at the expense of …`."""
    for phrase in statement.oblique(*_EXPENSE):
        lost = [concept if concept.failure else concept.turned("bad") for concept in find_concepts(phrase)]
        direct = list(electrolytes(_named(statement.subjects), memory))
        yield from _all(lost, direct, "at-the-expense")


def _not_immune(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LLZO is not immune to dendrites`, `nor is PEO free of them`."""
    if statement.verb.denied and (statement.verb.lemma == "be" or "be" in statement.verb.senses):
        said = [each for each in statement.objects if each.words[-1].text in grammar().lists["immune"]]
        behind = [other for each in said for other in each.modifiers]
        for concept in _failures(behind):
            whose = doers(_named(statement.subjects), memory, concept.failure or "")
            yield from _all([concept], list(whose) or _own(statement.subjects, statement, memory), "not-immune")


def _typical(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Poor wettability is typical of garnets`, `brittleness is inherent to oxides`."""
    if statement.verb.lemma != "be" or statement.verb.denied:
        return
    said = [phrase for phrase in statement.objects if phrase.words[-1].text in grammar().lists["typical"]]
    places = [each for phrase in said for each in phrase.modifiers if each.prep in _BELONGS]
    if places:
        concepts = [concept for phrase in statement.subjects for concept in find_concepts(phrase)]
        mentions = [mention for phrase in places for mention in owners(phrase)]
        yield from _all(concepts, list(electrolytes(mentions, memory)), "typical")


def _apposed(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Oxides, typically brittle, …`, `LGPS, fast but fragile against lithium, …`."""
    if len(statement.subjects) > 1 and (mentions := named_in(statement.subjects[0])):
        said = [each for each in statement.subjects[1:] if not each.determiner and is_adjective(each.words[-1])]
        concepts = [concept for phrase in said if not phrase.materials for concept in find_concepts(phrase)]
        yield from _all(concepts, list(electrolytes(mentions, memory)), "apposed")


def _blocking_boundaries(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Grain boundaries dominate the resistance of LLTO`, `its grain boundaries hamper ion transport`."""
    if statement.verb.denied:
        return
    yield from _are_resistive(statement, memory)
    if not (statement.verb.lemma in _RULES or statement.verb.senses & _HARMS):
        return
    concepts = [concept for phrase in statement.agents for concept in find_concepts(phrase)]
    found = [concept for concept in concepts if concept.failure == "grain_boundary"]
    ions = any(each.meaning.name in _IONS for phrase in statement.patients for each in find_concepts(phrase))
    if found and ions:
        whose = list(electrolytes(_named([*statement.patients, *statement.agents]), memory))
        whose = whose or [each for phrase in statement.patients for each in electrolytes(owners(phrase), memory)]
        if not whose and any(map(is_possessive, statement.agents)):
            whose = topics(statement, memory)
        yield from _all(found[:1], whose, "blocking-boundaries")


def _cleft(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`What limits garnets is the contact`, `what troubles sulfides is moisture`."""
    before = statement.parent
    asked = [phrase for phrase in statement.subjects if phrase.words[0].text == "what"]
    if not asked or before is None or statement.verb.lemma != "be" or statement.verb.denied:
        return
    if before.verb.lemma not in _TROUBLES or before.verb.denied:
        return
    whose = _own(before.objects, before, memory)
    said = [concept for phrase in statement.objects for concept in find_concepts(phrase)]
    yield from _all([_turned(concept) for concept in said], whose, "cleft")
    if any(map(is_air, statement.objects)):
        for sufferer in whose:
            yield Weakness(sufferer, "air_instability", statement.start, "cleft", 0.7)


def _turned(concept: Concept) -> Concept:
    plain = not (concept.meaning.event or concept.side or concept.level)
    return concept.turned("bad") if plain else concept


def _are_resistive(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`The grain boundaries of LLTO are highly resistive`."""
    if statement.verb.lemma != "be":
        return
    blocks = any(word.text in _RESISTIVE for phrase in statement.objects for word in phrase.words)
    for phrase in statement.subjects if blocks else ():
        found = [concept for concept in find_concepts(phrase) if concept.failure == "grain_boundary"]
        yield from _all(found[:1], _own([phrase], statement, memory), "blocking-boundaries")
        if phrase.words[-1].text in grammar().lists["interface_nouns"]:
            for sufferer in _own([phrase], statement, memory):
                yield Weakness(sufferer, "high_interfacial_resistance", phrase.start, "is", 0.7)


def _named(phrases: Sequence[NounPhrase]) -> list[MaterialMention]:
    return [mention for phrase in phrases for mention in named_in(phrase)]


def _own(phrases: Sequence[NounPhrase], statement: Statement, memory: Memory) -> list[Sufferer]:
    """The electrolytes among those who suffer."""
    found = sufferers(phrases, statement, memory)
    return [each for each in found if each.vague or memory.names.is_any_electrolyte(each.participant.name)]


def _failures(phrases: Sequence[NounPhrase]) -> list[Concept]:
    """The failures that are to be prevented."""
    found = [concept for phrase in phrases for concept in find_concepts(phrase)]
    return [concept for concept in found if concept.meaning.event and not concept.prevented and not concept.denied]


def _all(concepts: Sequence[Concept], whose: Sequence[Sufferer], rule: str) -> Iterator[Weakness]:
    for concept in concepts:
        weakness = weakness_of(concept)
        if weakness is not None:
            for sufferer in whose:
                yield Weakness(sufferer, weakness[0], concept.start, rule, 0.7, weakness[1])


def _does_not_reach(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`The conductivity of PEO falls short of the requirements`, `the strength of PEO does not meet the demands`."""
    verb = statement.verb
    short = verb.lemma == "fall" and "suffer" in verb.senses and not verb.denied
    misses = verb.lemma in _MEETS and verb.denied and any(_is_need(phrase) for phrase in statement.objects)
    if not (short or misses) or verb.passive:
        return
    for phrase in with_examples(statement.subjects):
        plain = [concept for concept in find_concepts(phrase) if concept.meaning.better == "high"]
        whose = _own([phrase], statement, memory) or _own(statement.subjects, statement, memory)
        yield from _all([concept.turned("bad") for concept in plain if not concept.meaning.event], whose, "too")


def _is_need(phrase: NounPhrase) -> bool:
    return phrase.words[-1].text in grammar().lists["needs"]


def _makes_it(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Carbonate on LLZO makes it lithiophobic`, `…, which renders them brittle`."""
    objects = [phrase for phrase in statement.objects if phrase.words[0].text in ("it", "them")]
    concepts = [concept for phrase in objects for concept in find_concepts(phrase) if concept.failure]
    if not concepts or statement.verb.denied or statement.verb.passive:
        return
    named = [mention for phrase in statement.subjects for each in phrase.tree() for mention in each.materials]
    whose = list(electrolytes(named, memory)) or topics(statement, memory)
    yield from _all(concepts, whose, "makes-it")


RULES = (
    VerbRule(_makes_it, lemmas=_MAKES),
    VerbRule(_does_not_reach, lemmas=_MEETS | {"fall"}),
    VerbRule(_cannot, frozenset({"prevent"})),
    VerbRule(_too, frozenset({"prevent"}), _IS | {"remain", "become"}),
    VerbRule(_there_is_no, lemmas=_IS),
    VerbRule(_at_the_expense),
    VerbRule(_not_immune, _IS, _IS),
    VerbRule(_typical, lemmas=_IS),
    VerbRule(_apposed),
    VerbRule(_blocking_boundaries, _HARMS, _RULES | _IS),
    VerbRule(_cleft, lemmas=_IS),
)
"""The rules for what a material cannot do, in the order in which they are asked."""
