"""Limitations told by what a material meets: it reacts with lithium, is reduced by it, decomposes in air."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..frames.concepts import Concept, find_concepts
from ..frames.grammar import grammar
from ..frames.happenings import told_by_verb
from ..frames.outcomes import with_examples
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .bearers import bearers, doers
from .hosts import hosts
from .memory import Memory
from .sufferers import Sufferer, electrolytes, is_none, is_possessive, owners, sufferers, topics
from .weaknesses import Weakness

_METALS = frozenset({"Li", "Na", "K"})
_REDOX = frozenset({"reduce", "oxidize", "oxidise", "defluorinate", "dehydrofluorinate", "attack"})
_HARMS = frozenset({"attack", "decompose", "corrode", "hydrolyze", "hydrolyse", "degrade", "deteriorate", "destroy"})
"""Verbs with which lithium or air is said to change a material for the worse."""

_TURNS = frozenset({"turn", "convert", "transform"})
_DEGRADES = frozenset({"degrade", "deteriorate"})
_BREAKS = _DEGRADES | {"decompose", "break"}
_CHANGES = frozenset({"oxidation", "reduction", "dehydrofluorination", "defluorination"})
"""Nouns of what happens to an electrolyte that is not stable (`the oxidation of PEO starts at 3.9 V`)."""

_BEARS = frozenset({"tolerate", "withstand", "survive"})
"""Verbs whose denial tells a reaction (`does not tolerate lithium`)."""

_DONE = frozenset(
    {
        "mechanical_failure",
        "short_circuit",
        "air_instability",
        "volume_change",
        "low_ionic_conductivity",
        "poor_contact",
        "surface_contamination",
        "inhomogeneous_deposition",
        "poor_wettability",
        "electronic_leakage",
    }
)
"""Failures that a material itself is said to show by what it does."""

_TOWARDS = frozenset({"poor_wettability", "poor_contact"})
"""Failures that are those of what lithium does not wet or touch."""

_INTO = frozenset({"through", "into", "in", "within", "inside", "across", "between"})
_ALONG = (*_INTO, "along")


def find_reactions(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """The weaknesses that a statement tells by its verb.

    Args:
        statement: the statement.
        memory: what its subject may take up.
    """
    yield from _reacts(statement, memory)
    yield from _is_harmed(statement, memory)
    yield from _redox_begins(statement, memory)
    yield from _forms(statement, memory)
    yield from _does(statement, memory)
    yield from _failure_inside(statement, memory)
    yield from _persists(statement, memory)


def _reacts(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LATP reacts with Li`, `LGPS is reduced by Li`, `Li7P3S11 decomposes in humid air`, `sensitive to moisture`."""
    failure = _failure_with(statement)
    if not failure or statement.verb.form != "finite":
        return
    mentions = [mention for phrase in (*statement.subjects, *statement.opening) for mention in owners(phrase)]
    whose: list[Sufferer] = list(electrolytes(mentions, memory)) or hosts(statement.subjects, statement, memory)
    if (
        not whose
        and all(is_possessive(phrase) for phrase in statement.subjects)
        and (statement.subjects or not mentions)
    ):
        whose = topics(statement, memory)
    if not whose and statement.subjects and not mentions and "suffer" not in statement.verb.senses:
        whose = [
            each
            for each in sufferers(statement.subjects, statement, memory)
            if memory.names.is_electrolyte(each.participant.name)
        ]
    for sufferer in whose:
        denied = statement.verb.denied and statement.verb.lemma not in _BEARS
        yield Weakness(sufferer, failure, statement.start, "reacts", 0.75, denied)


def _is_harmed(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Lithium metal reduces LATP`, `lithium turns LGPS into sulfides`, `moist air hydrolyses sulfides`."""
    if statement.verb.form != "finite" or statement.verb.passive or not _harms(statement):
        return
    subjects = statement.subjects
    if subjects and subjects[0].words[0].text == "it" and statement.parent is not None:
        subjects = statement.parent.subjects
    failure = _failure_by(subjects)
    if not failure:
        return
    mentions = [mention for phrase in statement.objects for mention in phrase.materials]
    whose = list(electrolytes(mentions, memory))
    if not mentions and statement.objects and all(each.words[0].part == "pron" for each in statement.objects):
        whose = topics(statement, memory)
    for sufferer in whose:
        yield Weakness(sufferer, failure, statement.start, "reacts", 0.7, statement.verb.denied)


def _harms(statement: Statement) -> bool:
    """Whether a verb says that its object is changed for the worse by what meets it."""
    lemma = statement.verb.lemma
    into = lemma in _TURNS and bool(statement.oblique("into", "to"))
    return into or lemma in _HARMS or lemma in _REDOX or "decompose" in statement.verb.senses


def _failure_by(agents: Sequence[NounPhrase]) -> str:
    """The failure that what meets a material leads to: of a metal a side reaction, of air that it does not bear air."""
    if agents and all(map(_is_metal, agents)):
        return "side_reaction"
    return "air_instability" if agents and all(map(_is_air, agents)) else ""


def _forms(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LLZO forms carbonates in air`, `garnets develop cracks`."""
    if "form" not in statement.verb.senses or statement.verb.passive or statement.verb.form != "finite":
        return
    found = [
        concept
        for phrase in with_examples(statement.objects)
        for concept in find_concepts(phrase)
        if concept.meaning.event and concept.failure and not concept.prevented
    ]
    mentions = [mention for phrase in statement.subjects for mention in phrase.materials] if found else []
    air = any(_is_air(phrase) for phrase in statement.obliques)
    for concept in found:
        failure, denied = concept.failure or "", concept.denied or statement.verb.denied
        for sufferer in doers(mentions, memory, failure):
            yield Weakness(sufferer, failure, concept.start, "forms", 0.7, denied)
            if air and failure == "surface_contamination":
                yield Weakness(sufferer, "air_instability", concept.start, "forms", 0.7, denied)


def _does(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LATP cracks`, `PEO conducts poorly`, `sulfides release H2S`, `cells with LGPS shorted`."""
    if statement.verb.form != "finite":
        return
    told = told_by_verb(statement)
    if told is None or told.failure not in _DONE:
        return
    wetted = told.failure in _TOWARDS and all(map(_is_metal, statement.subjects))
    towards = statement.objects or statement.oblique("on")
    phrases = towards if wetted or statement.verb.passive else statement.subjects
    if statement.verb.passive and told.failure in _TOWARDS:
        phrases = statement.subjects
    mentions = [mention for phrase in phrases for mention in owners(phrase)]
    for sufferer in doers(mentions, memory, told.failure):
        yield Weakness(sufferer, told.failure, told.start, "does", 0.7, told.denied)
        if told.failure == "surface_contamination" and any(_is_air(phrase) for phrase in statement.obliques):
            yield Weakness(sufferer, "air_instability", told.start, "does", 0.7, told.denied)


def _failure_with(statement: Statement) -> str:
    senses, lemma = statement.verb.senses, statement.verb.lemma
    behind = (*statement.objects, *statement.obliques)
    with_air = any(map(_is_air, behind))
    if "react" in senses or "decompose" in senses or (lemma in _DEGRADES and not statement.objects):
        if with_air:
            return "air_instability"
        met = [*behind, *(each for phrase in statement.oblique("upon", "on") for each in phrase.tree())]
        by_itself = lemma in ("react", "corrode") or (lemma in _BREAKS and not statement.verb.passive)
        broken = statement.verb.passive and any(map(_is_metal, statement.oblique("by", "with")))
        if any(map(_is_metal, met)) and (by_itself or broken):
            return "side_reaction"
        return "side_reaction" if lemma == "react" and any(map(_is_cathode, met)) else _redox(statement)
    if lemma in _BEARS and (statement.verb.denied or is_none(statement.subjects)):
        borne = [each for phrase in statement.objects for each in phrase.tree()]
        return "side_reaction" if any(map(_is_metal, borne)) else "air_instability" if any(map(_is_air, borne)) else ""
    if "suffer" in senses and any(_is_air(phrase) and not find_concepts(phrase) for phrase in behind):
        return "air_instability"
    return _redox(statement)


def _redox(statement: Statement) -> str:
    """Of `reduced by Li`, `reduced at 2.2 V` and `oxidised at the cathode` a side reaction."""
    if statement.verb.lemma not in _REDOX or not statement.verb.passive:
        return ""
    if any(_is_metal(phrase) for phrase in statement.oblique("by", "with")):
        return "side_reaction"
    by_itself = not statement.verb.denied and all(_is_material(phrase) for phrase in statement.subjects)
    return "side_reaction" if by_itself and _is_redox(statement) else ""


def _is_redox(statement: Statement) -> bool:
    """Whether it is a potential or nothing else that something is reduced at or by, and no process that is meant."""
    if statement.verb.lemma != "reduce":
        return not statement.oblique("until")
    quantities = [each for phrase in statement.oblique("at", "below") for each in phrase.quantities]
    if any(quantity.unit == "V" for quantity in quantities):
        return True
    return not statement.obliques and not quantities


def _is_material(phrase: NounPhrase) -> bool:
    return bool(phrase.words and phrase.words[-1].part == "material" and not phrase.quantities)


def _is_air(phrase: NounPhrase) -> bool:
    lists = grammar().lists["air_words"]
    return any(word.text in lists for word in phrase.words)


def _is_metal(phrase: NounPhrase) -> bool:
    return any(mention.name in _METALS for mention in phrase.materials)


def _is_cathode(phrase: NounPhrase) -> bool:
    return any(word.text in ("cathode", "cathodes") for word in phrase.words)


def _redox_begins(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`The oxidation of PEO starts at 3.9 V`, `reduction of LATP occurs below 2.2 V`."""
    if not statement.verb.senses & {"happen", "seen"} or statement.verb.denied or statement.link == "reduced":
        return
    for phrase in statement.subjects:
        if phrase.words[-1].text in _CHANGES and not find_concepts(phrase):
            changed = [each for each in phrase.modifiers if each.prep == "of" and _is_material(each)]
            for sufferer in electrolytes([mention for each in changed for mention in each.materials], memory):
                yield Weakness(sufferer, "side_reaction", phrase.start, "reacts", 0.7)


def _failure_inside(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Dendrites penetrate LLZO`, `dendrites grow in garnets`, `side reactions occur between LGPS and Li`."""
    yield from _metal_inside(statement, memory)
    seen = "seen" in statement.verb.senses and statement.verb.passive
    if not (seen or "happen" in statement.verb.senses) or statement.verb.denied or statement.link == "reduced":
        return
    failures = [
        concept
        for phrase in statement.subjects
        for concept in find_concepts(phrase)
        if concept.failure not in (None, "grain_boundary") and not concept.prevented and not concept.denied
    ]
    if not failures:
        return
    places = [*statement.objects, *statement.oblique(*_INTO), *statement.opening]
    mentions = [mention for phrase in places for mention in owners(phrase)]
    for concept in failures:
        for sufferer in bearers(mentions, memory, concept.failure or ""):
            yield Weakness(sufferer, concept.failure or "", concept.start, "happens-in", 0.7)


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
    if any(phrase.modifiers or phrase.determiner for phrase in statement.subjects):
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
