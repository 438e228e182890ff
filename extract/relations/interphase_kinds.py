"""Kinds of interphases as sentences describe them: mixed-conducting, insulating, passivating, self-limiting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..frames.own_concepts import singular
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .circles import is_reaction
from .decomposition import is_asserted
from .form_words import has_any, in_list, is_of
from .interphase_words import interphase_words
from .memory import Memory
from .told import Told

_DENIES = re.compile(r"\b(?:not|no|hardly|barely|scarcely)\b", re.IGNORECASE)
"""A denial that is part of what describes a kind (`does not conduct electrons`). Must not match `now`."""

_TAKES_UP = frozenset({"this", "these", "both", "such", "its", "their"})

_ONCE_HELD = frozenset({"thought", "believed", "assumed", "supposed", "presumed"})
"""Participles of what somebody holds to be so (`was thought to be stable`)."""

BINARY = 2
"""Elements of what is rather a product than what gives one, at most."""


@dataclass(frozen=True, slots=True)
class Described:
    """A kind of interphase where a sentence names it.

    Args:
        kind: stable, MIEC or M-SEI.
        start: clean start of the words that name it.
        statement: in which they stand.
        rule: name of the construction.
        confidence: of the rule.
        denied: the sentence says that it is none.
        last: clean position of the last character of the words.
    """

    kind: str
    start: int
    statement: Statement
    rule: str
    confidence: float
    denied: bool = False
    last: int = 0

    @property
    def phrase(self) -> NounPhrase | None:
        """The noun phrase in which the words stand."""
        return phrase_at(self.statement, self.last)


def find_kinds(told: Told, memory: Memory) -> Iterator[Described]:
    """Words for a mixed-conducting or metastable interphase, tied to what they describe.

    Args:
        told: the sentence.
        memory: how its names are understood, and of what pair was spoken.
    """
    sentence = told.sentence
    words = interphase_words()
    for match in words.any_kind.finditer(sentence.text, sentence.start, sentence.end):
        kind = words.kinds[match.lastgroup or ""]
        start, last = match.start(), match.end() - 1
        statement = statement_at(told, last)
        if statement is None or not is_told(statement):
            continue
        phrase = phrase_at(statement, last)
        denied = statement.verb.denied and _DENIES.search(match.group()) is None
        if phrase is not None and (
            _head(phrase, last) or _is_alloy_formed(statement, phrase, last) or _is_interlayer_formed(statement, phrase)
        ):
            yield Described(kind, start, statement, "named-kind", 0.8, denied or phrase.is_denied, last)
        elif _is_said_of_layer(statement, last):
            yield Described(kind, start, statement, "described-kind", 0.7, denied, last)
        elif _tells_of_products(statement, told, memory, start, last):
            yield Described(kind, start, statement, "products-conduct", 0.65, denied, last)
        elif kind == "MIEC" and _becomes(statement, memory):
            yield Described(kind, start, statement, "becomes-conducting", 0.65, denied, last)


def find_effects(told: Told) -> Iterator[Described]:
    """Interphases told to be passivating by what they do: `the interphase prevents further reduction`.

    Args:
        told: the sentence.
    """
    for statement in told.statements:
        if "prevent" not in statement.verb.senses and statement.verb.lemma not in ("protect", "passivate", "slow"):
            continue
        going_on = [each for each in statement.phrases() if is_of(each, "processes", "formations")]
        further = any(has_any(each, "further_words") for each in going_on) or _says_further(told, going_on)
        layers = statement.subjects
        if statement.link == "which" and statement.parent is not None:
            layers = [*layers, *statement.parent.objects, *statement.parent.subjects]
        if further and any(is_of(each, "reaction_layers") for each in layers) and is_meant(statement):
            yield Described("M-SEI", statement.start, statement, "stops-reaction", 0.65, statement.verb.denied)


def _says_further(told: Told, phrases: Sequence[NounPhrase]) -> bool:
    """Whether an adverb before a noun says that more of it would come (`further reduction`)."""
    befores = [told.sentence.before(phrase.start, 12).casefold().split()[-1:] for phrase in phrases]
    return any(word and in_list(word[0], "further_words") for word in befores)


def _is_said_of_layer(statement: Statement, position: int) -> bool:
    """Whether words without a noun of their own describe an interphase or a reaction, or what they do to a material."""
    layers = [each for subject in statement.subjects for each in (subject, *_grown(subject))]
    if any(_head(each, each.start) or is_of(each, "processes") for each in layers):
        return True
    verb = statement.verb
    if verb.start <= position < verb.end:
        told_of = (*statement.subjects, *statement.objects)
        return any(each.materials or is_of(each, "interphases", "products", "generic", "rests") for each in told_of)
    phrase = phrase_at(statement, position)
    if phrase is not None and phrase.prep == "with" and any(is_of(each, "interphases") for each in statement.objects):
        return True
    if any(is_of(each, "reaction_layers") for each in statement.oblique("through", "across", "in")):
        return True
    made = verb.lemma in ("make", "render", "leave", "keep")
    return made and any(has_any(each, "interphases", "processes", "pronouns") for each in statement.objects)


def _tells_of_products(statement: Statement, told: Told, memory: Memory, start: int, last: int) -> bool:
    """Whether words are said of products, as their verb or in apposition, where a pair is spoken of."""
    if not _speaks_of_pair(told, memory):
        return False
    if start < statement.verb.end and _is_said_of_products(statement, memory):
        return True
    return phrase_at(statement, last) is None and _is_called(statement, last, memory)


def _is_said_of_products(statement: Statement, memory: Memory) -> bool:
    """`Yttrium conducts electrons, so the layer grows`: of what a pair gives."""
    return bool(statement.subjects) and all(
        all(_is_simple(mention.name, memory) for mention in phrase.materials)
        and (bool(phrase.materials) or phrase.determiner in _TAKES_UP or is_of(phrase, "pronouns"))
        for phrase in statement.subjects
    )


def _speaks_of_pair(told: Told, memory: Memory) -> bool:
    """Whether a pair was spoken of, or the sentence tells of a reaction or of what it left."""
    if memory.pair is not None or any(map(is_reaction, told.statements)):
        return True
    return any(is_of(each, "reaction_layers", "processes") for other in told.statements for each in other.phrases())


def _is_called(statement: Statement, position: int, memory: Memory) -> bool:
    """`Na3SbS4 gives Na3Sb, an electronic conductor`: words in apposition to a product."""
    for phrase in statement.phrases():
        if any(aside.start <= position < aside.end for aside in phrase.asides):
            return bool(phrase.materials) and all(_is_simple(mention.name, memory) for mention in phrase.materials)
    return False


def _is_alloy_formed(statement: Statement, phrase: NounPhrase, position: int) -> bool:
    """`LGPS forms electron-conducting Li-Ge alloys`, `is reduced to a conducting alloy`; no alloy that is used."""
    behind = [word for word in phrase.words if word.start > position]
    alloy = bool(behind) and behind[-1].text.endswith((" alloy", " alloys"))
    return alloy and bool(statement.verb.senses & {"form", "decompose", "react", "cause"})


def _is_interlayer_formed(statement: Statement, phrase: NounPhrase) -> bool:
    """`the formation of a conducting interlayer`; not one that was put there."""
    formed = (each for each in statement.phrases() if is_of(each, "formations"))
    named = phrase.words[-1].text in ("interlayer", "interlayers", "region", "zone")
    return named and any(part is phrase for each in formed for part in each.modifiers)


def _is_simple(name: str, memory: Memory) -> bool:
    """Whether a material may be a product that decides how an interphase conducts: a metal, an alloy, a binary."""
    material = memory.names.identify(name)
    simple = material.material_class == "Li alloy" or 0 < len(material.composition or ()) <= BINARY
    return simple and not memory.names.is_electrolyte(name)


def _becomes(statement: Statement, memory: Memory) -> bool:
    """`LATP becomes electronically conducting at the lithium anode`."""
    mentions = [mention for phrase in statement.subjects for mention in phrase.materials]
    turns = statement.verb.lemma in ("become", "turn", "get")
    return turns and bool(mentions) and all(memory.names.is_electrolyte(mention.name) for mention in mentions)


def _grown(phrase: NounPhrase) -> list[NounPhrase]:
    """What grows or forms: the interphase of `the growth of the interphase`."""
    return [each for each in phrase.modifiers if each.prep == "of"] if is_of(phrase, "formations") else []


def is_told(statement: Statement) -> bool:
    """Whether a statement is asserted, and no goal.

    Args:
        statement: the statement.
    """
    if any(word.text in _ONCE_HELD for word in statement.verb.words):
        return False
    goal = statement.link == "purpose" and (statement.parent is None or not is_reaction(statement.parent))
    blocks = statement.link in ("main", "clause") and statement.verb.lemma in ("block", "stop", "limit", "slow")
    return (is_asserted(statement) or blocks) and not goal


def is_meant(statement: Statement) -> bool:
    """Whether what a statement says to prevent or to withstand something is said to be so, and is no goal.

    Args:
        statement: whose verb itself says so.
    """
    if statement.subordinator in ("whether", "unless", "if") or statement.link == "purpose":
        return False
    return statement.link in ("main", "clause") or is_asserted(statement.parent)


def statement_at(told: Told, position: int) -> Statement | None:
    """The statement in one of whose phrases a position lies, else the last whose verb stands before it.

    Args:
        told: the sentence.
        position: clean position.
    """
    before = None
    for statement in told.statements:
        if phrase_at(statement, position) is not None:
            return statement
        if statement.start <= position:
            before = statement
    return before or next(iter(told.statements), None)


def phrase_at(statement: Statement, position: int) -> NounPhrase | None:
    """The phrase of a statement in which a position lies.

    Args:
        statement: the statement.
        position: clean position.
    """
    return next((phrase for phrase in statement.phrases() if phrase.start <= position < phrase.end), None)


def _head(phrase: NounPhrase, position: int) -> bool:
    """Whether a noun phrase has, at or behind a position, a noun that a kind can be said of, and names no material."""
    heads, last = interphase_words().heads, phrase.words[-1]
    if last.part == "material" and last.start > position:
        return False
    return any(singular(word.text) in heads for word in phrase.words if word.end > position)
