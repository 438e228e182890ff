"""Pairs that do not react: told to be stable or inert against each other, not to react, or to give no products."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from ..frames.concept import METALS
from ..frames.own_concepts import singular
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .form_words import has_any, is_of
from .interphase_kinds import Described, is_meant, is_told, phrase_at, statement_at
from .interphase_words import interphase_words
from .told import Told

_BEARS = frozenset({"withstand", "tolerate", "survive", "resist"})
"""Verbs of what bears the metal (`withstands lithium`)."""

_GOOD = frozenset({"good", "high", "excellent", "outstanding", "great", "remarkable", "superior", "sufficient"})

_CONFIRMS = frozenset({"confirm", "demonstrate", "verify", "prove", "establish"})
"""Verbs by which the stability between two materials is told to be there."""

_TELLS = frozenset({"be", "have", "form", "enable", "cause", "other", "serve"})
"""Senses of verbs that may say that a pair is stable."""

_TWO_WORDS = 3
"""Words of a phrase that has more than a determiner before its noun: `no passivating interphase` denies a kind."""

_TESTED = frozenset({"cell", "cells", "cycling", "doped", "doping"})
"""Words that speak of the test of a pair, or name a material, rather than of what was done to the pair."""

_LAYERS = frozenset({"interphase", "sei", "interlayer", "layer"})
"""Nouns of what grows where materials react."""

_PLAIN = frozenset(
    {"detectable", "noticeable", "visible", "observable", "obvious", "apparent", "reaction", "interfacial", "new"}
)
"""Words before such a noun that say nothing of its kind."""

_ATTACKS = frozenset({"reduce", "attack", "corrode", "decompose", "degrade", "defluorinate"})
"""Verbs that, denied, say that a metal leaves a material as it is."""


def find_stable(told: Told, spoken: Set[str]) -> Iterator[Described]:
    """`X is stable against Li`, `X and Li form a stable interface`; not `more stable`, `should be stable`.

    Args:
        told: the sentence.
        spoken: its words.
    """
    words = interphase_words()
    sentence = told.sentence
    if spoken & words.treatments:
        return
    for name, pattern in words.stable.items():
        for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
            before = sentence.before(match.start(), 24).replace("-", " ").split()
            compared = not before or before[-1] != "as" or sentence.after(match.end(), 4).startswith(" as ")
            if before and before[-1].casefold() in words.not_plain and compared:
                continue
            if sentence.after(match.end(), 18).lstrip().startswith(("only kinetically", "kinetically")):
                continue
            last = match.end() - 1
            statement = statement_at(told, last)
            if statement is None or not is_told(statement):
                continue
            bad = name in ("unstable", "instability")
            if _is_of_pair(statement, last, name):
                phrase = phrase_at(statement, last)
                of_none = any(each.is_denied for each in (*statement.subjects, *((phrase,) if phrase else ())))
                denied = (statement.verb.denied or of_none) != bad
                yield Described("stable", match.start(), statement, "stable-with", 0.75, denied, last)


def _is_of_pair(statement: Statement, position: int, name: str) -> bool:
    """Whether stability is said of a pair: a counterpart behind it, or an interphase that it describes."""
    phrase = phrase_at(statement, position)
    if phrase is None or (phrase.words[-1].part == "material" and position < phrase.words[-1].start):
        return False
    told = statement.verb.lemma in ("be", "combine") or bool(statement.verb.senses & _TELLS)
    told = told or (name == "stability" and any(each is phrase for each in statement.subjects))
    if not told and not _is_confirmed(statement):
        return False
    tied = [*statement.obliques, *(each for behind in phrase.modifiers for each in behind.tree())]
    if any(quantity.unit == "V" for each in (phrase, *tied) for part in each.tree() for quantity in part.quantities):
        return False
    if name == "plain" and not _is_praised(statement, phrase):
        return False
    if any(each.prep in interphase_words().with_ and _names_counterpart(each) for each in tied):
        return True
    if name not in ("words", "unstable"):
        return any(each.prep in ("at", "of", "between") and is_of(each, "interphases") for each in tied)
    head = phrase.words[-1].text
    return singular(head) in interphase_words().boundaries or head in ("stable", "unstable")


def _is_confirmed(statement: Statement) -> bool:
    return statement.verb.passive and statement.verb.lemma in _CONFIRMS


def _is_praised(statement: Statement, phrase: NounPhrase) -> bool:
    """`garnets offer chemical stability`, `the stability of LLZO is excellent`; not `we study its stability`."""
    if any(each is phrase for each in statement.subjects):
        if _is_confirmed(statement):
            return any(each.prep == "between" for each in phrase.modifiers)
        return any(word.text in _GOOD for each in statement.objects for word in each.words)
    return bool(statement.verb.senses & {"have", "enable"}) or statement.verb.lemma in ("have", "combine")


def _names_counterpart(phrase: NounPhrase) -> bool:
    return any(each.materials for each in phrase.tree())


def find_no_reaction(told: Told, spoken: Set[str]) -> Iterator[Described]:
    """`X does not react with Li`, `no reaction occurs between X and Li`; not `they do not react with X`.

    Args:
        told: the sentence.
        spoken: its words.
    """
    treated = bool(spoken & (interphase_words().treatments - _TESTED))
    for statement in told.statements:
        taken_up = any(is_of(each, "pronouns") for each in statement.subjects)
        if taken_up and any(mention.name not in METALS for each in statement.objects for mention in each.materials):
            continue
        if statement.verb.lemma in _BEARS and not statement.verb.denied:
            if is_meant(statement) and _name_metal(statement.objects) and not treated:
                yield Described("stable", statement.start, statement, "is-not-attacked", 0.65)
            continue
        if not is_told(statement):
            continue
        if _forms_no_layer(statement):
            yield Described("stable", statement.start, statement, "forms-no-layer", 0.65)
        elif (statement.verb.lemma == "react" and statement.verb.denied) or _no_event(statement.subjects):
            yield Described("stable", statement.start, statement, "does-not-react", 0.7)
        elif not treated and (_is_spared(statement) or _gives_none(statement)):
            yield Described("stable", statement.start, statement, "is-not-attacked", 0.65)


def _no_event(phrases: Sequence[NounPhrase]) -> bool:
    return any(is_of(each, "processes") and each.determiner == "no" for each in phrases)


def _gives_none(statement: Statement) -> bool:
    """`no reaction products were found between X and Li`, `X shows no degradation in contact with Li`."""
    told_of = [*statement.subjects, *(statement.objects if statement.verb.senses & {"have", "indicate"} else ())]
    none = [each for each in told_of if each.determiner == "no" and not has_any(each, "further_words")]
    bare = [each for each in none if is_of(each, "reaction_layers") and len(each.words) < _TWO_WORDS]
    seen = statement.verb.passive or any(is_of(each, "present_words") for each in statement.objects)
    return bool(bare and seen) or any(
        is_of(each, "processes") or (is_of(each, "products") and has_any(each, "processes")) for each in none
    )


def _forms_no_layer(statement: Statement) -> bool:
    """`X does not form any interphase with Li`, `X forms no detectable interlayer against Li`; not `no stable one`."""
    if "form" not in statement.verb.senses or statement.verb.passive:
        return False
    layers = [each for each in statement.objects if singular(each.words[-1].text) in _LAYERS]
    bare = [each for each in layers if all(word.part == "det" or word.text in _PLAIN for word in each.words[:-1])]
    denied = statement.verb.denied or any(each.determiner == "no" for each in bare)
    return (
        bool(bare) and denied and _name_metal([*statement.obliques, *(each for one in bare for each in one.modifiers)])
    )


def _is_spared(statement: Statement) -> bool:
    """`X is not reduced by Li`, `lithium does not attack X`."""
    verb = statement.verb
    if not verb.denied or verb.lemma not in _ATTACKS:
        return False
    if verb.passive:
        return _name_metal(statement.oblique("by", "with", "in contact with"))
    return _name_metal(statement.subjects) or (verb.lemma == "decompose" and _name_metal(statement.obliques))


def _name_metal(phrases: Sequence[NounPhrase]) -> bool:
    return any(mention.name in METALS or "alloy" in mention.text for each in phrases for mention in each.materials)
