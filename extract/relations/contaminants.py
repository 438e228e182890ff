"""Weaknesses told by what covers a material: it forms lithium carbonate in air, is covered by hydroxide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..frames.grammar import grammar
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .memory import Memory
from .sufferers import Sufferer, electrolytes, owners
from .weaknesses import Weakness

_COVERS = frozenset(
    {"cover", "contaminate", "form", "pick", "take", "develop", "grow", "accumulate", "yield", "produce"}
)
_LAYERS = frozenset({"layer", "layers", "film", "films", "skin", "crust", "coverage", "contamination", "impurities"})
_ON = ("on", "at", "onto", "over")


def find_contaminations(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`LLZO forms Li2CO3 in air`, `garnets are covered by carbonate`, `Li2CO3 forms on LLZO`.

    Args:
        statement: the statement.
        memory: for the kinds of materials.
    """
    yield from _lies_on(statement, memory)
    verb = statement.verb
    reacts = "react" in verb.senses or "decompose" in verb.senses
    shows = "have" in verb.senses and any(phrase.words[-1].text in _LAYERS for phrase in statement.objects)
    if verb.lemma not in _COVERS and not reacts and not shows:
        return
    for whose in _covered(statement, memory):
        yield Weakness(whose, "surface_contamination", statement.start, "contaminated", 0.7, verb.denied)
        if _is_in_air(statement):
            yield Weakness(whose, "air_instability", statement.start, "contaminated", 0.7, verb.denied)


def _lies_on(statement: Statement, memory: Memory) -> Iterator[Weakness]:
    """`The Li2CO3 layer on LLZO hinders wetting`; not where something is done to it (`was removed`)."""
    if statement.verb.senses & {"apply", "prevent", "decrease", "form"} and not statement.subjects:
        return
    for phrase in statement.agents if statement.verb.passive else statement.subjects:
        if phrase.words[-1].text in _LAYERS and _contaminates([phrase]):
            under = [each for each in phrase.modifiers if each.prep in _ON]
            for whose in electrolytes([mention for each in under for mention in owners(each)], memory):
                yield Weakness(whose, "surface_contamination", phrase.start, "contaminated", 0.7)


def _covered(statement: Statement, memory: Memory) -> list[Sufferer]:
    """The electrolytes that a contaminant covers."""
    behind = [*statement.objects, *statement.oblique("with", "by", "to", "into", "of")]
    if statement.verb.passive or _contaminates(behind):
        around = statement.subjects if _contaminates(behind) else statement.oblique(*_ON)
    else:
        around = [*statement.oblique(*_ON), *statement.objects]
    if not (_contaminates(behind) or _contaminates(statement.subjects)):
        return []
    subjects = around or (statement.parent.subjects if statement.parent is not None else [])
    return list(electrolytes([mention for phrase in subjects for mention in owners(phrase)], memory))


def _contaminates(phrases: Sequence[NounPhrase]) -> bool:
    """Whether a noun phrase means what air makes of lithium in a surface (`a Li2CO3 layer`, `carbonates`)."""
    contaminants, carriers = grammar().lists["contaminants"], grammar().lists["carriers"]
    for phrase in (each for given in phrases for each in (given, *_made_of(given))):
        words = [word.text for word in phrase.words if word.text not in carriers]
        if words and words[-1] in contaminants:
            return True
    return False


def _made_of(phrase: NounPhrase) -> list[NounPhrase]:
    """What a layer is made of (`a layer of Li2CO3`)."""
    is_layer = phrase.words[-1].text in grammar().lists["carriers"]
    return [each for each in phrase.modifiers if is_layer and each.prep == "of"]


def _is_in_air(statement: Statement) -> bool:
    """Whether a statement or the one before it speaks of air."""
    parent = statement.parent
    before = [*parent.obliques, *parent.opening, *parent.objects] if parent is not None else []
    words = grammar().lists["air_words"]
    around = [*statement.opening, *statement.obliques, *statement.objects, *before]
    return any(word.text in words for phrase in around for each in phrase.tree() for word in each.words)
