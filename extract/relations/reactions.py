"""Limitations told by what a material meets: it reacts with lithium, is reduced by it, decomposes in air."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..frames.concepts import find_concepts
from ..frames.outcomes import changed_phrases, turn_of
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .dispatch import VerbRule
from .hosts import hosts, is_ion
from .memory import Memory
from .sufferers import (
    Sufferer,
    electrolytes,
    is_air,
    is_metal,
    is_none,
    is_possessive,
    named_in,
    owners,
    sufferers,
    topics,
)
from .weaknesses import Weakness, is_wish

_REDOX = frozenset({"reduce", "oxidize", "oxidise", "defluorinate", "dehydrofluorinate", "attack"})
_HARMS = frozenset(
    {
        "attack",
        "decompose",
        "corrode",
        "hydrolyze",
        "hydrolyse",
        "degrade",
        "deteriorate",
        "destroy",
        "damage",
        "harm",
        "ruin",
    }
)
"""Verbs with which lithium or air is said to change a material for the worse."""

_ATTACKS = frozenset({"attack", "corrode", "defluorinate", "dehydrofluorinate"})
"""Verbs that tell a reaction, whatever it is that does it."""

_AT = frozenset({"at", "above", "below", "beyond", "under", "near"})
_OXIDIZES = frozenset({"oxidize", "oxidise"})
"""Verbs of a reaction that are told of electrolytes only for the worse (`oxygen oxidizes the sulfide`)."""

_BESIDES = frozenset(
    {"among", "amongst", "of", "unlike", "besides", "compared with", "compared to", "in contrast to", "like"}
)
"""Prepositions of an opening that names what the subject is told from, or is one of."""

_LOSSES = frozenset({"degradation", "decomposition", "deterioration", "hydrolysis", "corrosion"})
_AT_POTENTIALS = frozenset({"decompose", "oxidize", "oxidise", "degrade", "break"})
_POTENTIALS = frozenset({"voltage", "voltages", "potential", "potentials"})
_MEETINGS = frozenset({"contact", "exposure", "reaction", "storage", "handling"})
_TURNS = frozenset({"turn", "convert", "transform"})
_DEGRADES = frozenset({"degrade", "deteriorate"})
_BREAKS = _DEGRADES | {"decompose", "break"}
_CHANGES = frozenset({"oxidation", "reduction", "dehydrofluorination", "defluorination"})
"""Nouns of what happens to an electrolyte that is not stable (`the oxidation of PEO starts at 3.9 V`)."""

_WHEN = frozenset({"upon", "on", "after", "before", "during", "by", "for", "via", "under"})
"""Prepositions before what is done to something on purpose (`the weight loss upon reduction of the oxide`)."""

_BEARS = frozenset({"tolerate", "withstand", "survive"})
"""Verbs whose denial tells a reaction (`does not tolerate lithium`)."""


def _reacts(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LATP reacts with Li`, `LGPS is reduced by Li`, `Li7P3S11 decomposes in humid air`, `sensitive to moisture`."""
    failure = _failure_with(statement)
    if not failure or statement.verb.form != "finite":
        return
    opening = [phrase for phrase in statement.opening if phrase.prep not in _BESIDES]
    own = [mention for phrase in statement.subjects for mention in owners(phrase)]
    mentions = [*own, *(mention for phrase in opening for mention in owners(phrase))]
    whose: list[Sufferer] = list(electrolytes(own, memory)) or list(electrolytes(mentions, memory))
    whose = whose or hosts(statement.subjects, statement, memory)
    if (
        not whose
        and all(is_possessive(phrase) for phrase in statement.subjects)
        and (statement.subjects or not mentions)
    ):
        whose = topics(statement, memory)
    if not whose and statement.subjects and not mentions and not (_blames(statement) and failure != "air_instability"):
        whose = [
            each
            for each in sufferers(statement.subjects, statement, memory)
            if memory.names.is_electrolyte(each.participant.name)
        ]
    for sufferer in whose:
        denied = statement.verb.denied and statement.verb.lemma not in _BEARS
        yield Weakness(sufferer, failure, statement.start, "reacts", 0.75, denied)


def _blames(statement: Statement) -> bool:
    return "suffer" in statement.verb.senses


def _is_harmed(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`Lithium metal reduces LATP`, `lithium turns LGPS into sulfides`, `moist air hydrolyses sulfides`."""
    reacts = statement.verb.lemma == "react" and not statement.subordinator
    if statement.verb.form != "finite" or statement.verb.passive or not (reacts or _harms(statement)):
        return
    subjects = statement.subjects
    if subjects and subjects[0].words[0].text == "it" and statement.parent is not None:
        subjects = statement.parent.subjects
    failure = _failure_by(subjects)
    if not failure and subjects and statement.verb.lemma in _OXIDIZES:
        failure = "side_reaction"
    if not failure and (statement.verb.lemma in _ATTACKS or (reacts and _names_cathode(subjects, memory))):
        failure = "side_reaction"
    if not failure:
        return
    harmed = statement.objects if _harms(statement) else [*statement.objects, *statement.oblique("with")]
    mentions = [mention for phrase in harmed for mention in owners(phrase)]
    whose = list(electrolytes(mentions, memory))
    if not mentions and statement.objects and all(each.words[0].part == "pron" for each in statement.objects):
        whose = topics(statement, memory)
    for sufferer in whose:
        yield Weakness(sufferer, failure, statement.start, "reacts", 0.7, statement.verb.denied)


def _harms(statement: Statement) -> bool:
    """Whether a verb says that its object is changed for the worse by what meets it."""
    lemma = statement.verb.lemma
    into = lemma in _TURNS and bool(statement.oblique("into", "to"))
    down = lemma == "break" and any(phrase.words[-1].text == "down" for phrase in statement.objects)
    return into or down or lemma in _HARMS or lemma in _REDOX or "decompose" in statement.verb.senses


def _failure_by(agents: Sequence[NounPhrase]) -> str:
    """The failure that what meets a material leads to: of a metal a side reaction, of air that it does not bear air."""
    met = [_met(phrase) for phrase in agents]
    if met and all(any(map(is_metal, phrases)) for phrases in met):
        return "side_reaction"
    return "air_instability" if met and all(any(map(is_air, phrases)) for phrases in met) else ""


def _names_cathode(phrases: Sequence[NounPhrase], memory: Memory) -> bool:
    return any(memory.names.is_cathode(mention.name) for phrase in phrases for mention in phrase.materials)


def _met(phrase: NounPhrase) -> list[NounPhrase]:
    """What a phrase names as met: itself, or what contact with it is told of (`exposure to moist air`)."""
    return phrase.modifiers if phrase.words[-1].text in _MEETINGS else [phrase]


def _exposed_to(statement: Statement) -> list[NounPhrase]:
    """What a subject is said to be exposed to (`LPSC, exposed to air, degraded`)."""
    told = [each for phrase in statement.subjects for each in phrase.told_by if each.verb.lemma in ("expose", "store")]
    return [phrase for each in told for phrase in each.obliques]


def _degrades(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LPSC shows rapid degradation in moist air`, `LGPS undergoes decomposition in contact with Li`."""
    if not statement.verb.senses & {"have", "suffer", "indicate"} or statement.verb.denied or statement.verb.passive:
        return
    lost = [phrase for phrase in statement.objects if phrase.words[-1].text in _LOSSES]
    met = [*_exposed_to(statement), *statement.obliques] if lost else []
    failure = "air_instability" if any(map(is_air, met)) else "side_reaction" if any(map(is_metal, met)) else ""
    for sufferer in sufferers(statement.subjects, statement, memory) if failure else ():
        if memory.names.is_electrolyte(sufferer.participant.name):
            yield Weakness(sufferer, failure, lost[0].start, "reacts", 0.7)


def _failure_with(statement: Statement) -> str:
    senses, lemma = statement.verb.senses, statement.verb.lemma
    behind = (*statement.objects, *statement.obliques, *_exposed_to(statement))
    with_air = any(map(is_air, behind))
    if "react" in senses or "decompose" in senses or (lemma in _DEGRADES and not statement.objects):
        if with_air:
            return "air_instability"
        met = [*behind, *(each for phrase in statement.oblique("upon", "on") for each in phrase.tree())]
        by_itself = lemma in ("react", "corrode") or (lemma in _BREAKS and not statement.verb.passive)
        broken = statement.verb.passive and any(map(is_metal, statement.oblique("by", "with")))
        if any(map(is_metal, met)) and (by_itself or broken):
            return "side_reaction"
        return "side_reaction" if lemma == "react" and any(map(_is_cathode, met)) else _redox(statement)
    if lemma in _BEARS and (statement.verb.denied or is_none(statement.subjects)):
        borne = [each for phrase in statement.objects for each in phrase.tree()]
        return "side_reaction" if any(map(is_metal, borne)) else "air_instability" if any(map(is_air, borne)) else ""
    if "suffer" in senses and any(is_air(phrase) and not find_concepts(phrase) for phrase in behind):
        return "air_instability"
    return _redox(statement)


def _redox(statement: Statement) -> str:
    """Of `reduced by Li`, `reduced at 2.2 V` and `oxidised at the cathode` a side reaction."""
    if statement.verb.lemma in _AT_POTENTIALS and not statement.verb.denied and _at_potential(statement):
        return "side_reaction"
    if statement.verb.lemma not in _REDOX or not statement.verb.passive:
        return ""
    if any(is_metal(phrase) for phrase in statement.oblique("by", "with")):
        return "side_reaction"
    by_itself = not statement.verb.denied and all(_is_material(phrase) for phrase in statement.subjects)
    return "side_reaction" if by_itself and _is_redox(statement) else ""


def _at_potential(statement: Statement) -> bool:
    """Whether something happens at a potential (`above 3.9 V`, `at high voltage`)."""
    around = [*statement.opening, *statement.obliques]
    places = [phrase for phrase in around if phrase.prep in _AT]
    in_volts = any(quantity.unit == "V" for phrase in places for quantity in phrase.quantities)
    return in_volts or any(phrase.words[-1].text in _POTENTIALS for phrase in places)


def _is_place(phrase: NounPhrase) -> bool:
    """`At the surface`, where what happens there is still all that is told."""
    return phrase.prep in ("at", "on", "near") and phrase.words[-1].text in ("surface", "interface", "contact", "anode")


def _is_redox(statement: Statement) -> bool:
    """Whether it is a potential or nothing else that something is reduced at or by, and no process that is meant."""
    if statement.verb.lemma != "reduce":
        return not statement.oblique("until")
    quantities = [each for phrase in statement.oblique("at", "below") for each in phrase.quantities]
    if any(quantity.unit == "V" for quantity in quantities):
        return True
    return all(map(_is_place, statement.obliques)) and not quantities


def _is_material(phrase: NounPhrase) -> bool:
    last = phrase.words[-1]
    return not phrase.quantities and (last.part == "material" or is_ion(last.text))


def _is_cathode(phrase: NounPhrase) -> bool:
    return any(word.text in ("cathode", "cathodes") for word in phrase.words)


def _redox_told(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`The oxidation of PEO starts at 3.9 V`, `oxidation of LPSCl raises the resistance`; not where it is stopped."""
    if statement.verb.denied or is_wish(statement):
        return
    for phrase in statement.phrases():
        if phrase.words[-1].text not in _CHANGES or phrase.prep in _WHEN:
            continue
        if find_concepts(phrase) or phrase.is_denied:
            continue
        if id(phrase) in changed_phrases(statement) or (_is_only_asked(statement) and phrase in statement.patients):
            continue
        changed = [each for each in phrase.modifiers if each.prep == "of" and (_is_material(each) or _is_skin(each))]
        named = [mention for each in changed for mention in named_in(each)]
        for sufferer in electrolytes([each for each in named if each.kind != "class"] or named, memory):
            yield Weakness(sufferer, "side_reaction", phrase.start, "reacts", 0.7)


def _is_skin(phrase: NounPhrase) -> bool:
    """`The LPSCl surface`."""
    return phrase.words[-1].text in ("surface", "surfaces", "particles")


def _is_only_asked(statement: Statement) -> bool:
    """Whether a statement only says that something was looked into, which need not be there (`we studied it`)."""
    return not statement.verb.senses - {"other"}


def _reaction_between(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`The reaction between LPSC and NMC811 raises the resistance`; not where it is stopped."""
    phrases = [phrase for phrase in statement.phrases() if phrase.words[-1].text in ("reaction", "reactions")]
    for phrase in phrases:
        met = [mention for each in phrase.modifiers if each.prep == "between" for mention in named_in(each)]
        if len(met) < 2 or find_concepts(phrase) or id(phrase) in changed_phrases(statement) or phrase.is_denied:
            continue
        electrode = [each for each in met if memory.names.is_cathode(each.name) or memory.names.is_anode(each.name)]
        for sufferer in electrolytes(met, memory) if electrode else ():
            yield Weakness(sufferer, "side_reaction", phrase.start, "reacts", 0.7)


def _spoils(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`The conductivity of LPSC drops in humid air`, `LPSC loses its conductivity upon exposure to moisture`."""
    if statement.verb.denied or statement.verb.passive or turn_of(statement) not in ("low", "bad"):
        return
    around = [each for phrase in (*statement.opening, *statement.obliques) for each in phrase.tree()]
    told = statement.objects if statement.verb.lemma == "lose" else () if statement.objects else statement.subjects
    lost = [each for phrase in told for each in find_concepts(phrase) if each.meaning.better == "high"]
    if not lost or not any(map(is_air, around)):
        return
    for sufferer in sufferers(statement.subjects, statement, memory):
        if memory.names.is_any_electrolyte(sufferer.participant.name):
            yield Weakness(sufferer, "air_instability", statement.start, "spoils", 0.65)


RULES = (
    VerbRule(_spoils, frozenset({"decrease", "worsen"})),
    VerbRule(_reacts, frozenset({"react", "decompose", "suffer"}), _REDOX | _AT_POTENTIALS | _DEGRADES | _BEARS),
    VerbRule(_reaction_between),
    VerbRule(_degrades, frozenset({"have", "suffer", "indicate"})),
    VerbRule(_is_harmed, frozenset({"decompose"}), _HARMS | _REDOX | _TURNS | {"break", "react"}),
    VerbRule(_redox_told),
)
"""The rules for what a material meets, in the order in which they are asked."""
