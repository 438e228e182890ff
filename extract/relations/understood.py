"""Which ends of causes a noun phrase names, and which a participle, `which` or `this effect` takes up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..frames.concept import Concept
from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.meanings import concept_words
from ..frames.outcomes import turn_of, with_examples
from ..frames.own_concepts import singular
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from ..materials import MaterialMention
from .ends import End, as_ends
from .events import events
from .memory import Memory

_DUE_TO = ("due to", "owing to", "because of", "as a result of", "as a consequence of")
_NEAR = frozenset({"at", "in", "on", "near", "within", "to", "from", "between", "against", "for", "inside"})
"""Prepositions before what `which` behind them takes up only as a place (`gradients arise in PEO, which`)."""

_AT = ("at", "in", "on", "near")
BURDENS = frozenset({"interfacial_resistance", "overpotential"})
"""Qualities that, where a failure is named as what they come from, are high without being said to be."""

_COUNTS = frozenset({"two", "both", "three", "four"})
"""Words for more than what can be taken up with certainty (`these two effects`)."""

_LOOSE = frozenset({"of", "with", "at", "under", "from", "in", "by"})
"""Prepositions behind a noun that is no end itself (`regions of poor contact`, `cells with cracks`)."""


def ends_of(phrase: NounPhrase, memory: Memory, *, materials: bool = False) -> list[End]:
    """The ends that a noun phrase names, or that phrases behind it name where it names nothing itself.

    Args:
        phrase: `poor contact`, `regions of poor contact`, `an increase of the pressure`.
        memory: for the names of materials.
        materials: whether a material can be meant.
    """
    concepts = [_at_hand(concept) for each in with_examples([phrase]) for concept in find_concepts(each)]
    if concepts and (ends := as_ends(concepts)):
        return ends
    if concepts and not all(map(_is_plain, concepts)):
        return []
    if _is_reaction(phrase, memory):
        return [End("side_reaction", phrase.start, "failure", about="side_reaction")]
    if stands_for := _stands_for(phrase):
        return [End(stands_for, phrase.start, "way", vague=True, about=singular(phrase.words[-1].text))]
    loose = [replace(end, vague=True) for end in (*_loose(phrase), *_caused(phrase), *_told_of(phrase, memory))]
    if loose or not materials:
        return loose
    if concept_words().operators.get(phrase.words[-1].text) == "neutral":
        return [end for each in phrase.modifiers if each.prep == "of" for end in ends_of(each, memory, materials=True)]
    return [
        End(memory.names.participant(mention.name).name, mention.start, "material")
        for mention in phrase.materials
        if mention.label == "MATERIAL" and _is_meant(phrase, mention)
    ]


def suffered(phrase: NounPhrase, memory: Memory) -> list[End]:
    """What a phrase names as brought about; a resistance of which no more is said is then a high one.

    Args:
        phrase: `the capacity fade`, `the polarization`.
        memory: for the names of materials.
    """
    found = ends_of(phrase, memory)
    if found:
        return found
    concepts = [each for each in find_concepts(phrase) if each.meaning.name in BURDENS]
    return as_ends(each.turned("bad") for each in concepts if not (each.side or each.level or each.denied))


def _at_hand(concept: Concept) -> Concept:
    """Electronic conductivity that does something is high, without being said to be."""
    bare = concept.meaning.by_level and not concept.level and not concept.side and not concept.denied
    return concept.turned("high") if bare else concept


def _is_plain(concept: Concept) -> bool:
    """Whether it is a quality of which nothing is said, and so no end (`the pressure exerted by dendrites`)."""
    return not (concept.meaning.event or concept.side or concept.level or concept.prevented or concept.denied)


def _told_of(phrase: NounPhrase, memory: Memory) -> list[End]:
    """What a relative clause says of a noun that is no end itself (`phases that carry electrons`)."""
    said = [each for each in phrase.told_by if each.link == "relative" and not each.verb.denied and _is_event(each)]
    return [end for each in said for end in events(each, memory.names) if end.kind != "level" and not end.good]


def _is_event(statement: Statement) -> bool:
    """Whether a clause tells what its subject does or is, not what comes of that (`stress that causes cracks`)."""
    standing = statement.verb.lemma in grammar().lists["standing_verbs"]
    return standing or ("cause" not in statement.verb.senses and not statement.objects)


def _is_reaction(phrase: NounPhrase, memory: Memory) -> bool:
    """Whether a noun tells what becomes of an electrolyte that is named behind it (`oxidation of LPSCl`)."""
    if phrase.words[-1].text not in grammar().lists["reaction_nouns"]:
        return False
    of = [mention for each in phrase.modifiers if each.prep == "of" for mention in each.materials]
    return bool(of) and all(memory.names.is_electrolyte(mention.name) for mention in of)


def _stands_for(phrase: NounPhrase) -> str:
    """The failure for which a noun stands of which nothing good is said and no material: `interphase`."""
    degrees = concept_words().degrees
    praised = any(degrees.get(word.text) in ("good", "even") for word in phrase.words)
    return "" if praised or phrase.materials else concept_words().stand_for.get(singular(phrase.words[-1].text), "")


def _is_meant(phrase: NounPhrase, mention: MaterialMention) -> bool:
    """Whether a phrase means the material itself (`the LiF layer`) and no trait of it (`the Ni grain size`)."""
    behind = [word.text for word in phrase.words if word.start >= mention.end]
    if mention.name.lower() in grammar().lists["surrounding_names"]:
        return False
    return not behind or all(word in grammar().lists["carriers"] for word in behind)


def _loose(phrase: NounPhrase) -> list[End]:
    return [
        end
        for modifier in phrase.modifiers
        if modifier.prep in _LOOSE
        for end in as_ends(find_concepts(modifier)) or _loose(modifier)
    ]


def _caused(phrase: NounPhrase) -> list[End]:
    """What a participle says to be behind a noun that is no end itself (`the stress caused by swelling`)."""
    said = [each for each in phrase.told_by if each.verb.senses & {"cause", "caused_by"}]
    behind = [other for each in said for other in (each.objects if "caused_by" in each.verb.senses else each.agents)]
    return [end for each in behind for end in as_ends(find_concepts(each))]


def said_by(statement: Statement | None, memory: Memory) -> list[End]:
    """What a statement ended with, for a participle, `which` or `this` that goes on from it.

    Example:
        `Voids cause contact loss, leading to …` gives contact loss; `The film stops dendrites, leading to …` nothing.
    """
    while statement is not None:
        if "caused_by" in statement.verb.senses:
            return as_ends(concept for phrase in statement.objects for concept in find_concepts(phrase))
        found = events(statement, memory.names) or _let(statement, memory)
        if found:
            return found
        if reasons := [end for phrase in statement.oblique(*_DUE_TO) for end in as_ends(find_concepts(phrase))]:
            return reasons
        if any(find_concepts(phrase) for phrase in statement.objects):
            return []
        if "form" in statement.verb.senses:
            formed = statement.patients or statement.subjects
            return [end for phrase in formed for end in ends_of(phrase, memory, materials=True)]
        if statement.link in ("main", "clause") and statement.subjects:
            return []
        statement = statement.parent
    return []


def _let(statement: Statement, memory: Memory) -> list[End]:
    """What something is said to let happen (`spots that allow dendrites to form`)."""
    lets = statement.parent if statement.link == "purpose" and not statement.subjects else None
    if lets is None or lets.verb.denied or lets.verb.lemma not in grammar().lists["letting_verbs"]:
        return []
    return events(replace(statement, subjects=lets.objects), memory.names) if lets.objects else []


def is_anaphor(phrase: NounPhrase, nouns: frozenset[str] | None = None) -> bool:
    """Whether a noun phrase takes up what was said: `this`, `these phenomena`, `the accumulation of these products`.

    Args:
        phrase: the noun phrase.
        nouns: singular nouns that take up what is meant (`this layer`); the general ones if not given.
    """
    words = phrase.words
    lists = grammar().lists
    nouns = lists["general_nouns"] if nouns is None else nouns
    if (
        len(phrase.modifiers) == 1
        and phrase.modifiers[0].prep == "of"
        and concept_words().operators.get(words[-1].text)
    ):
        return is_anaphor(phrase.modifiers[0], nouns)
    if any(word.text in _COUNTS for word in words):
        return False
    if len(words) == 1:
        return words[0].part in ("pron", "rel") or words[0].text in lists["demonstratives"]
    last = words[-1].text
    return phrase.determiner in lists["demonstratives"] and (last in nouns or singular(last) in nouns)


def agents_of(statement: Statement, memory: Memory) -> list[End]:
    """Who or what does it; of a participle, `which` and `this` what was said before, of `they` who did that."""
    if statement.link == "action":
        return []
    phrases = statement.agents
    found = [end for phrase in phrases for end in ends_of(phrase, memory, materials=True)]
    loose = all(end.kind == "material" for end in found) or all(each.prep in _LOOSE for each in phrases)
    if statement.link == "which" and all(end.kind == "material" for end in found):
        found = [] if all(phrase.prep in _NEAR for phrase in phrases) else found
    if statement.link == "which" and loose:
        found = said_by(statement.parent, memory) or found
    if found or statement.verb.passive:
        return found
    if statement.parent is not None and phrases and all(phrase.words[0].part == "pron" for phrase in phrases):
        theirs = [end for phrase in statement.parent.subjects for end in ends_of(phrase, memory)]
        return theirs or [end for end in said_by(statement.parent, memory) if end.kind == "failure"]
    if statement.link in ("relative", "which") and (brought := _brought_by(statement, phrases)) is not None:
        return agents_of(brought, memory)
    before = before_of(statement)
    goes_on = statement.link == "which" or (statement.link == "reduced" and statement.verb.form == "ing")
    if statement.link == "relative" and phrases and (holders := _holders(statement, phrases)):
        return [end for phrase in holders for end in ends_of(phrase, memory)]
    goes_on = goes_on or (statement.link == "relative" and all(map(_is_only_place, phrases)))
    if before is not None and (not phrases or goes_on or _refer(phrases)):
        if before.link == "action":
            return _action(before, memory)
        return said_by(before, memory) or _acting(before, memory)
    return memory_ends(statement, memory) if _refer(phrases) else []


def _holders(statement: Statement, phrases: Sequence[NounPhrase]) -> list[NounPhrase]:
    """What names an end, and behind it the noun of a relative clause (`voids in the anode that lead to`)."""
    around = statement.parent.phrases() if statement.parent is not None else ()
    inner = {id(phrase) for phrase in phrases}
    return [each for each in around if any(id(deep) in inner for deep in each.tree()) and find_concepts(each)][:1]


def _is_only_place(phrase: NounPhrase) -> bool:
    """Whether a relative clause behind a place goes on from what happens there (`form at the interface which`)."""
    return phrase.prep in _AT and phrase.words[-1].text in grammar().lists["interface_nouns"]


def _acting(statement: Statement, memory: Memory) -> list[End]:
    """What acts where it does something that is no end itself (`the reactions consume lithium, which lowers …`)."""
    verb = statement.verb
    if verb.denied or verb.passive or not statement.objects or "caused_by" in verb.senses:
        return []
    if turn_of(statement) not in ("", "high"):
        return []
    if any(find_concepts(each) for phrase in statement.objects for each in phrase.tree()):
        return []
    ends = [end for phrase in statement.subjects for end in ends_of(phrase, memory)]
    return [end for end in ends if end.kind != "material" and not end.good]


def _brought_by(statement: Statement, phrases: Sequence[NounPhrase]) -> Statement | None:
    """The clause that says who made what does it (`dendrites exert a stress that cracks the pellet`)."""
    parent = statement.parent
    brings = parent is not None and parent.verb.senses & {"cause", "form", "enable", "apply"}
    objects = parent.objects if parent is not None and brings and not parent.verb.passive else []
    return parent if any(phrase is each for phrase in phrases for each in objects) else None


def before_of(statement: Statement) -> Statement | None:
    """The statement before one, those with the same subject left out (`this raises A and lowers B`)."""
    before = statement.parent
    while before is not None and statement.subjects and before.subjects is statement.subjects:
        before = before.parent
    return before


def said_before(statement: Statement, memory: Memory) -> list[End]:
    """What the statement before, or the sentence before, ended with."""
    before = before_of(statement)
    return said_by(before, memory) if before is not None else memory_ends(statement, memory)


def taken_up(statement: Statement, memory: Memory) -> list[End]:
    """What subjects such as `this effect` take up."""
    return said_before(statement, memory) if _refer(statement.subjects) else []


def memory_ends(statement: Statement, memory: Memory) -> list[End]:
    """What the sentence before ended with."""
    return [End(name, statement.start, "failure", vague=True) for name in memory.failures]


def _refer(phrases: Sequence[NounPhrase]) -> bool:
    return bool(phrases) and all(is_anaphor(phrase) or _results(phrase) for phrase in phrases)


def _results(phrase: NounPhrase) -> bool:
    """Whether a noun is said to come of what was told (`the resulting stress`)."""
    return any(word.text in grammar().lists["resulting"] for word in phrase.words[:-1])


def _action(action: Statement, memory: Memory) -> list[End]:
    """`Increasing the current density leads to …`: what the action brings about, if it is a level and no remedy."""
    return [end for end in events(action, memory.names) if end.kind == "level" or not end.good]
