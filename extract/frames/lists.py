"""How a noun phrase goes on a list: from the phrase before it, or from what that is tied to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...ontology.elements import elements
from .concepts import names_concept
from .grammar import grammar
from .meanings import concept_words
from .phrases import Mark, NounPhrase
from .statements import Statement


@dataclass(slots=True)
class Joined:
    """A noun phrase that a comma or conjunction ties to the one before, which a verb may still make a subject.

    Args:
        phrase: the phrase.
        where: the list in which it stands.
        comma: whether a comma ties it.
        conj: whether a conjunction does.
    """

    phrase: NounPhrase
    where: list[NounPhrase]
    comma: bool
    conj: bool = False


_SYMBOLS = frozenset(symbol.lower() for symbol in elements())
"""Symbols of the elements as words have them."""

_ARTICLES = frozenset({"a", "an"})
"""Articles with which a list goes on from what has one too (`a loss during cycling and an increase in resistance`)."""

_EXAMPLE_PREPS = frozenset({"such as", "like", "including", "namely"})
_EXAMPLE_ADVERBS = frozenset({"e . g .", "for example", "for instance"})
"""Adverbs behind which a material is an example of the class before it (`layers, e.g. Au and ZnO, were laid on it`)."""


def introduces_example(phrase: NounPhrase, marks: Sequence[Mark]) -> str:
    """What introduces a phrase as an example: prep, or adv, which may stand there without doing so; else nothing.

    Args:
        phrase: with its preposition.
        marks: between it and the phrase before.
    """
    if phrase.prep in _EXAMPLE_PREPS:
        return "prep"
    said = any(mark.kind == "adv" and mark.word.text in _EXAMPLE_ADVERBS for mark in marks)
    return "adv" if said and phrase.materials and not phrase.prep else ""


def begins_anew(statement: Statement, last: NounPhrase | None, phrase: NounPhrase) -> bool:
    """Whether a phrase behind a comma begins the main clause: `When it rose to 5 MPa, the resistance fell`.

    Args:
        statement: before the comma.
        last: the phrase before the comma.
        phrase: with a determiner, behind the comma.
    """
    if last is None or not statement.subordinator or statement.link == "gerund":
        return False
    return bool(last.quantities) and not last.materials and not phrase.quantities


def goes_on_with(head: Sequence[NounPhrase], before: NounPhrase, phrase: NounPhrase) -> bool:
    """Whether a phrase goes on a list from its head: `the use of A, the growth of B`.

    Args:
        head: subjects or objects of the clause.
        before: the phrase before it.
        phrase: the phrase.
    """
    determiner = head[-1].determiner if head else ""
    return determiner == "the" == phrase.determiner and before.prep == "of" and not before.determiner


def names_substance(phrase: NounPhrase) -> bool:
    """Whether a phrase names a material, a class of products, or an element by its symbol: `Li2S, polysulfides and Y`.

    Args:
        phrase: the phrase.
    """
    if phrase.materials or phrase.words[-1].text in grammar().lists["substance_nouns"]:
        return True
    return len(phrase.words) == 1 and phrase.words[0].part == "noun" and phrase.words[0].text in _SYMBOLS


def are_parallel(host: NounPhrase, before: NounPhrase, phrase: NounPhrase) -> bool:
    """Whether a phrase goes on a list from `host` on, not from what is behind that: `low A at RT and poor B`.

    So it is where both are graded, or both name failures or qualities, and what stands between does not.

    Args:
        host: to which the phrase before is tied.
        before: the phrase before it.
        phrase: the phrase.
    """
    degrees = concept_words().degrees
    graded = [any(word.text in degrees for word in each.words) for each in (host, before, phrase)]
    alike = [True, False, True]
    if (
        host.determiner in _ARTICLES
        and phrase.determiner in _ARTICLES
        and not before.determiner
        and before.prep != "of"
    ):
        return True
    return graded == alike or [names_concept(each) for each in (host, before, phrase)] == alike
