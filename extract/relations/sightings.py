"""Products that are seen: `Li2S was detected at the interface`, `the peaks are assigned to Li2S`."""

from __future__ import annotations

from collections.abc import Iterator

from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .contacts import Pool, is_reaction, speaks_of_contact
from .form_words import form_words, in_list, is_of
from .memory import Memory
from .products import Reading
from .told import Told


def find_sightings(statement: Statement, told: Told, memory: Memory) -> Iterator[Reading]:
    """What a statement says to be seen where materials meet, in its words or in the sentence before.

    Args:
        statement: the statement.
        told: the sentence.
        memory: what was said to meet.
    """
    found = _seen(statement)
    if not found:
        return
    if speaks_of_contact([*statement.opening, *statement.obliques, *statement.objects]) or _is_at_contact(
        statement, told
    ):
        yield Reading(found, "is-found-at", 0.65, statement, meets=True)
    elif memory.pair is not None and memory.pair.against is not None and not _names_other(statement, found, memory):
        yield Reading(found, "is-found-after", 0.6, statement, meets=True, before=True)


def _seen(statement: Statement) -> list[NounPhrase]:
    """The phrases that name what is seen."""
    verb, lists = statement.verb, form_words().lists
    if verb.lemma in lists["assigns"]:
        signals = any(is_of(each, "signals") for each in statement.subjects)
        return [*statement.oblique("to", "as"), *_plain(statement)] if signals else []
    if verb.lemma in lists["presences"]:
        return statement.subjects if verb.passive else _plain(statement)
    if verb.lemma in lists["shows"] and not verb.passive:
        return [each for each in statement.objects if is_of(each, "signals", "amounts", "formations")]
    signals = verb.lemma in lists["appears"] and any(is_of(each, "signals") for each in statement.subjects)
    return statement.subjects if signals else []


def _plain(statement: Statement) -> list[NounPhrase]:
    """Objects that name materials, or are signals of them."""
    return [each for each in statement.objects if _names_material(each) or is_of(each, "signals", "amounts")]


def _names_material(phrase: NounPhrase) -> bool:
    return bool(phrase.materials) or in_list(phrase.words[-1].text, "product_words")


def _is_at_contact(statement: Statement, told: Told) -> bool:
    """`after X had touched Li, signals of A appeared`: a clause of time tells of the contact."""
    above = statement.parent
    if above is not None and above.subordinator in _TIMES and is_reaction(above):
        return True
    return any(
        other.parent is statement and other.subordinator in _TIMES and is_reaction(other) for other in told.statements
    )


_TIMES = frozenset({"after", "when", "once", "where", "as soon as"})


def _names_other(statement: Statement, found: list[NounPhrase], memory: Memory) -> bool:
    """Whether a statement names a material besides what is seen, so that it may speak of another pair."""
    pool = Pool(
        memory.names, frozenset(mention.start for root in found for each in root.tree() for mention in each.materials)
    )
    pool.add(statement.phrases())
    return bool(pool.own or pool.met or pool.places)
