"""Limitations told by what a material does, or what happens in it: it cracks, conducts poorly, dendrites cross it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..frames.concept import Concept
from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.happenings import happenings, told_by_verb
from ..frames.outcomes import with_examples
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .bearers import bearer_words, bearers, doers
from .dispatch import VerbRule
from .memory import Memory
from .sufferers import Sufferer, electrolytes, is_air, is_metal, is_possessive, named_in, owners, refers, topics
from .weaknesses import Weakness

_TOWARDS = frozenset({"poor_wettability", "poor_contact"})
"""Failures that are those of what lithium does not wet or touch."""

_SIDES = ("between", "at", "on")
"""Prepositions before what an interphase lies between."""

_INTO = frozenset({"through", "into", "in", "within", "inside", "across", "between"})
_ALONG = (*_INTO, "along")
_LAYERS = frozenset({"interphase", "interphases", "sei", "interface", "interfaces"})
_BESIDE = frozenset({"with", "against", "in contact with", "toward", "towards"})
_DURING = frozenset({"during", "within", "over", "after", "upon", "on", "for", "with"})
_BEGINS = frozenset({"open", "form", "nucleate", "emerge", "appear", "develop", "grow"})
"""Verbs with which pores are said to come about."""

_BARE = 2
"""Words of a phrase that says no more of a cell than that it is the one spoken of (`the cell`)."""

_DEFINITE = frozenset({"the", "this", "these", "such", "both"})
_THICKENS = frozenset({"grow", "thicken"})
_EXPOSES = frozenset({"expose", "store", "handle", "meet", "contact"})
_POINTS = frozenset({"point", "points", "spot", "spots"})
_PLACES = (*_ALONG, "at", "for", "from", "of")
"""Prepositions behind a failure that happens, before where it does (`voids appear at the Li|LLZO interface`)."""


def _forms(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LLZO forms carbonates in air`, `garnets develop cracks`."""
    if "form" not in statement.verb.senses or statement.verb.passive or statement.verb.form != "finite":
        return
    found = [
        concept
        for phrase in with_examples(statement.objects)
        for concept in find_concepts(phrase)
        if concept.meaning.event and concept.failure and not concept.prevented and concept.end >= phrase.end
    ]
    mentions = [mention for phrase in statement.subjects for mention in phrase.materials] if found else []
    air = any(is_air(phrase) for phrase in statement.obliques)
    for concept in found:
        failure, denied = concept.failure or "", concept.denied or statement.verb.denied
        for sufferer in doers(mentions, memory, failure):
            yield Weakness(sufferer, failure, concept.start, "forms", 0.7, denied)
            if air and failure == "surface_contamination":
                yield Weakness(sufferer, "air_instability", concept.start, "forms", 0.7, denied)


def _does(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LATP cracks`, `PEO conducts poorly`, `sulfides release H2S`, `cells with LGPS shorted`, `swelling cracks it`."""
    if statement.verb.form != "finite":
        return
    told = told_by_verb(statement)
    if told is None or told.failure not in bearer_words().done:
        return
    for sufferer in shown_by(_who(statement, told), told.failure, statement, memory):
        yield Weakness(sufferer, told.failure, told.start, "does", 0.7, told.denied)
        if told.failure == "surface_contamination" and any(is_air(phrase) for phrase in statement.obliques):
            yield Weakness(sufferer, "air_instability", told.start, "does", 0.7, told.denied)


def shown_by(phrases: Sequence[NounPhrase], failure: str, statement: Statement, memory: Memory) -> Iterator[Sufferer]:
    """Those that phrases name, or that a pronoun or a possessive takes up within the sentence.

    Args:
        phrases: who is said to show it.
        failure: the failure.
        statement: where they stand.
        memory: for the kinds of materials.
    """
    mentions = [mention for phrase in phrases for mention in owners(phrase)]
    yield from doers(mentions, memory, failure)
    if failure in bearer_words().doing:
        names = (each.name for each in mentions if each.kind == "compound")
        yield from (Sufferer(memory.names.participant(name)) for name in names if not memory.names.is_electrolyte(name))
    if not mentions and failure in bearer_words().shown_by["cell"] and phrases:
        yield from _the_cell(phrases, statement, memory)
    named = mentions or not phrases or statement.subordinator == "until"
    if not named and all(_takes_up(phrase, failure) for phrase in phrases):
        yield from (each for each in topics(statement, memory) if not each.vague)


def _the_cell(phrases: Sequence[NounPhrase], statement: Statement, memory: Memory) -> Iterator[Sufferer]:
    """The written cell that was spoken of before, which `the cell` takes up."""
    if not all(phrase.words[-1].text in grammar().lists["cell_nouns"] for phrase in phrases):
        return
    if not all(len(phrase.words) == _BARE and phrase.determiner in _DEFINITE for phrase in phrases):
        return
    around = [*statement.opening, *(phrase for before in _before(statement) for phrase in before.phrases())]
    here = [mention for phrase in around for mention in phrase.materials if mention.kind == "cell"]
    spoken = here or [mention for mention in memory.recent if mention.kind == "cell"]
    for name in dict.fromkeys(mention.name for mention in spoken[-1:]):
        yield Sufferer(memory.names.participant(name))


def _before(statement: Statement) -> Iterator[Statement]:
    before = statement.parent
    while before is not None:
        yield before
        before = before.parent


def _takes_up(phrase: NounPhrase, failure: str) -> bool:
    """Whether a pronoun takes up who shows it, or a possessive whose part does (`their grains crack`)."""
    if is_possessive(phrase):
        return failure in bearer_words().of_parts
    return refers(phrase) and phrase.words[0].part != "rel"


def _who(statement: Statement, told: Concept) -> Sequence[NounPhrase]:
    """The phrases that name who shows the failure that a verb tells: its subjects, or those to whom it is done."""
    failure, objects = told.failure, statement.objects
    if failure in _TOWARDS:
        wetted = all(map(is_metal, statement.subjects)) and not statement.verb.passive
        return (objects or statement.oblique("on", "off", "from")) if wetted else statement.subjects
    if failure == "shuttle_effect":
        return statement.oblique(*_INTO)
    if failure == "inhomogeneous_deposition" and statement.verb.passive:
        return statement.oblique("on", *_INTO) or statement.subjects
    if failure == "low_ionic_conductivity" and statement.verb.lemma != "conduct":
        return statement.oblique(*_INTO)
    breaks = failure in bearer_words().broken and any(map(_may_break, objects))
    return objects if breaks else statement.subjects


def _may_break(phrase: NounPhrase) -> bool:
    """Whether it is a material or an electrolyte that something breaks, not a cell that it shorts."""
    return bool(phrase.materials) or phrase.words[-1].text in grammar().lists["electrolyte_nouns"]


def _grows(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`The interphase of LGPS keeps growing`, `the resistance of the Li|LGPS interface rises during cycling`."""
    if statement.verb.form != "finite" or statement.verb.passive or statement.verb.denied or statement.objects:
        return
    told = told_by_verb(statement)
    found = [told] if told is not None and told.failure == "side_reaction" and statement.verb.lemma in _THICKENS else []
    if not found and _is_of_time(statement):
        lasting = bearer_words().lasting
        found = [concept for concept in happenings(statement) if concept.failure in lasting and not concept.denied]
    for concept in found:
        told_of = _former(statement) or statement
        for sufferer in shown_by([*told_of.subjects, *_formed_by(told_of)], concept.failure or "", told_of, memory):
            yield Weakness(sufferer, concept.failure or "", concept.start, "grows", 0.65)


def _formed_by(statement: Statement) -> list[NounPhrase]:
    """Between what the interphase is said to form or to go on growing (`formed between A and Li`, `the SEI on A`)."""
    told = [each for phrase in statement.subjects for each in phrase.told_by if "form" in each.verb.senses]
    places = [phrase for each in (statement, *told) for phrase in each.oblique(*_SIDES)]
    return [*places, *(each for phrase in statement.subjects for each in phrase.modifiers if each.prep in _SIDES)]


def _former(statement: Statement) -> Statement | None:
    """What tells who forms the interphase that goes on growing (`LAGP forms an interphase that grows`)."""
    before = statement.parent if statement.link == "relative" else None
    return before if before is not None and "form" in before.verb.senses else None


def _is_of_time(statement: Statement) -> bool:
    """Whether it goes on for some time, rather than with a temperature or a composition (`rises during cycling`)."""
    adverbs, times = bearer_words().over_time, bearer_words().times
    if not adverbs.isdisjoint(statement.adverbs):
        return True
    behind = [phrase for phrase in statement.obliques if phrase.prep in _DURING]
    return any(word.text in times for phrase in behind for word in phrase.words)


def _touches(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Rigid oxides touch the electrodes at a few points only`."""
    if "react" not in statement.verb.senses or statement.verb.denied or statement.verb.passive:
        return
    points = [phrase for phrase in statement.oblique("at", "in") if phrase.words[-1].text in _POINTS]
    for sufferer in shown_by(statement.subjects, "poor_contact", statement, memory) if points else ():
        yield Weakness(sufferer, "poor_contact", points[0].start, "does", 0.7)


def _exposed(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`H2S is released when sulfides are exposed to air`."""
    before = statement.parent
    if before is None or statement.verb.lemma not in _EXPOSES:
        return
    if not any(map(is_air, statement.obliques)) and not any(map(is_air, statement.objects)):
        return
    told = _told_of_theme(before)
    if told is not None and not before.verb.denied:
        for sufferer in shown_by(statement.subjects, told, statement, memory):
            yield Weakness(sufferer, told, before.start, "does", 0.7)


def _told_of_theme(statement: Statement) -> str | None:
    told = told_by_verb(statement)
    return told.failure if told is not None and told.failure == "air_instability" else None


def _failure_inside(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Dendrites grow in garnets`, `side reactions occur between LGPS and Li`."""
    seen = "seen" in statement.verb.senses and statement.verb.passive
    lost, exists = "decrease" in statement.verb.senses, _says_existing(statement)
    happens = "happen" in statement.verb.senses
    if not (seen or lost or exists or happens) or statement.verb.denied or statement.link == "reduced":
        return
    for concept, failure in _happening(statement):
        around = statement.oblique(*(_PLACES if concept.meaning.event else _INTO))
        places = [*statement.objects, *around, *statement.opening]
        mentions = [mention for phrase in places for mention in owners(phrase)]
        for sufferer in bearers(mentions, memory, failure):
            yield Weakness(sufferer, failure, concept.start, "happens-in", 0.7, concept.denied)


def _says_existing(statement: Statement) -> bool:
    """`Cracks are visible in the pellet`."""
    said = statement.objects if statement.verb.lemma == "be" else []
    return any(phrase.words[-1].text in grammar().lists["existing"] for phrase in said)


def _happening(statement: Statement) -> Iterator[tuple[Concept, str]]:
    """The failures that are said to happen, pores included where they are said to form."""
    forms = statement.verb.lemma in _BEGINS and not statement.verb.passive
    for concept in happenings(statement):
        if concept.failure == "poor_contact" and not concept.meaning.event and not concept.denied:
            yield concept, "poor_contact"
    for phrase in statement.subjects:
        for concept in find_concepts(phrase):
            failure = concept.failure or (concept.meaning.causes if forms else "")
            scarce = concept.denied and phrase.determiner == "few"
            if failure and failure != "grain_boundary" and not concept.prevented and not scarce:
                yield concept, failure


def _metal_inside(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Lithium penetrates LLZO`, `LLZO is penetrated by lithium`, `in garnets, lithium grows along the boundaries`."""
    told = told_by_verb(statement)
    if told is None or told.failure != "dendrite_growth" or told.denied or statement.verb.form != "finite":
        return
    places = [*statement.patients, *statement.oblique(*_ALONG), *statement.opening]
    mentions = [mention for phrase in places for mention in owners(phrase)]
    whose = list(electrolytes(mentions, memory))
    if not mentions and any(map(is_possessive, places)):
        whose = topics(statement, memory)
    for sufferer in whose:
        yield Weakness(sufferer, "dendrite_growth", told.start, "happens-in", 0.7)


def _persists(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LLZO is stiff, yet dendrites still grow`: of whom was spoken before, but not behind `while`."""
    parent = statement.parent
    if statement.link != "clause" or parent is None or parent.subordinator or statement.subordinator:
        return
    if statement.verb.denied or statement.verb.passive:
        return
    remains = statement.verb.senses & {"be"} and not any(find_concepts(phrase) for phrase in statement.objects)
    if not (remains or "happen" in statement.verb.senses):
        return
    if any(phrase.determiner or any(map(named_in, phrase.tree())) for phrase in statement.subjects):
        return
    for sufferer in topics(statement, memory):
        if not sufferer.vague and memory.names.is_electrolyte(sufferer.participant.name):
            for concept in _events(statement):
                yield Weakness(sufferer, concept.failure or "", concept.start, "persists", 0.65)


def _events(statement: Statement) -> list[Concept]:
    """The failures that are a statement's subjects."""
    return [
        concept
        for phrase in statement.subjects
        for concept in find_concepts(phrase)
        if concept.meaning.event and not concept.prevented and not concept.denied
    ]


def _forms_interphase(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LATP forms a mixed-conducting interphase with Li`, `LGPS forms an interphase that grows in contact with Li`."""
    if "form" not in statement.verb.senses or statement.verb.passive or statement.verb.denied:
        return
    layers = [phrase for phrase in statement.objects if phrase.words[-1].text in _LAYERS]
    if layers and any(_is_bad_layer(phrase) for phrase in layers):
        for sufferer in shown_by(statement.subjects, "side_reaction", statement, memory):
            if memory.names.is_electrolyte(sufferer.participant.name):
                yield Weakness(sufferer, "side_reaction", layers[0].start, "forms", 0.65)


def _is_bad_layer(phrase: NounPhrase) -> bool:
    """Whether an interphase is one that does not protect, or is said to be with the metal and not to protect."""
    words = {word.text for word in phrase.words}
    if words & bearer_words().bad_layers:
        return True
    with_metal = any(is_metal(each) for each in phrase.modifiers if each.prep in _BESIDE)
    return with_metal and not words & bearer_words().good_layers


RULES = (
    VerbRule(_forms, frozenset({"form"})),
    VerbRule(_forms_interphase, frozenset({"form"})),
    VerbRule(_does, telling=True),
    VerbRule(_grows),
    VerbRule(_touches, frozenset({"react"})),
    VerbRule(_exposed, lemmas=_EXPOSES),
    VerbRule(_metal_inside, telling=True),
    VerbRule(_failure_inside, frozenset({"seen", "decrease", "happen"}), frozenset({"be"})),
    VerbRule(_persists, frozenset({"be", "happen"})),
)
"""The rules for what a material does and what happens in it, in the order in which they are asked."""
