"""Products that are seen: `Li2S was detected at the interface`, `the peaks are assigned to Li2S`."""

from __future__ import annotations

from collections.abc import Iterator

from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .circles import is_met_by, is_reaction, relatives, speaks_of_contact
from .contacts import Pool
from .form_words import form_words, has_any, in_list, is_of
from .memory import Memory, metal_of
from .products import Reading
from .told import Told


def find_sightings(statement: Statement, told: Told, memory: Memory) -> Iterator[Reading]:
    """What a statement says to be seen where materials meet, in its words or in the sentence before.

    Args:
        statement: the statement.
        told: the sentence.
        memory: what was said to meet.
    """
    if memory.layered and memory.pair is not None and _takes_up_layer(statement):
        yield Reading(statement.objects, "interphase-of", 0.65, statement, meets=True, before=True)
    found = [each for each in _seen(statement) if each.prep not in _BESIDE or not _names_solid(each, memory)]
    if not found or any(has_any(each, "untouched") and each.prep != "compared with" for each in statement.phrases()):
        return
    met = memory.pair is not None and (memory.pair.against is not None or _names_potential(statement))
    of_pair = met and not _names_other(statement, found, memory)
    whole = [statement, *_told_of_described(statement, told)]
    named = [each for phrase in found for each in phrase.modifiers]
    places = [
        *_places(statement, found),
        *named,
        *(each for one in whole[1:] for each in (*one.opening, *one.obliques)),
    ]
    if speaks_of_contact(places) or _names_undergone(places) or any(_is_at_contact(each, told) for each in whole):
        yield Reading(found, "is-found-at", 0.65, statement, meets=True, before=of_pair)
    elif of_pair:
        yield Reading(found, "is-found-after", 0.6, statement, meets=True, before=True)
    metal = metal_of(told.sentence.materials) or memory.metal
    if metal is not None and any(map(_is_seen_by_instrument, _with_parents(statement))):
        yield Reading(found, "is-found-reduced", 0.55, statement, meets=True, before=True, reduced=True)


def _places(statement: Statement, found: list[NounPhrase]) -> list[NounPhrase]:
    """Phrases that may say where something is seen: around the verb, and behind the instrument that sees it."""
    looked_at = [each for phrase in statement.subjects for each in phrase.modifiers]
    behind = looked_at if not any(phrase is each for phrase in found for each in statement.subjects) else []
    return [*statement.opening, *behind, *statement.obliques, *statement.objects]


def _names_potential(statement: Statement) -> bool:
    """`At 3.2 V, A was detected`."""
    around = (each for phrase in statement.phrases() for each in phrase.tree())
    return any(quantity.unit == "V" for each in around for quantity in each.quantities)


def _takes_up_layer(statement: Statement) -> bool:
    """`It consists of A`, `this layer contains A`: of the interphase spoken of."""
    return (
        "contain" in statement.verb.senses
        and bool(statement.subjects)
        and all(
            each.words[0].text in ("it", "this", "which") if len(each.words) == 1 else _is_the_layer(each)
            for each in statement.subjects
        )
    )


def _is_the_layer(phrase: NounPhrase) -> bool:
    return phrase.determiner in ("the", "this") and phrase.words[-1].text in ("layer", "film") and not phrase.materials


def _told_of_described(statement: Statement, told: Told) -> list[Statement]:
    """What else is told of the signals that a participle describes (`peaks assigned to A emerged at the interface`)."""
    if statement.link != "reduced":
        return []
    return [each for each in told.statements if each is not statement and each.subjects == statement.subjects]


def _names_undergone(places: list[NounPhrase]) -> bool:
    """Whether something is seen in a material to which something has happened (`in the lithiated LGPS`)."""
    phrases = (each for place in places for each in place.tree())
    return any(each.materials and has_any(each, "undergone") for each in phrases)


def _seen(statement: Statement) -> list[NounPhrase]:
    """The phrases that name what is seen."""
    verb, lists = statement.verb, form_words().lists
    if verb.lemma in lists["assigns"]:
        told_of = statement.subjects
        if statement.link == "which" and statement.parent is not None:
            told_of = [*told_of, *statement.parent.subjects]
        signals = any(is_of(each, "signals") for each in told_of)
        return [*statement.oblique("to", "as"), *_plain(statement)] if signals else []
    if verb.lemma == "be":
        return _told_by_adjective(statement)
    if verb.lemma in lists["presences"]:
        return (
            [*statement.subjects, *_named_beside(statement)]
            if verb.passive
            else [*_plain(statement), *statement.oblique("as")]
        )
    if (verb.lemma in lists["shows"] or "contain" in verb.senses) and not verb.passive:
        on_surface = "contain" in verb.senses and any(is_of(each, "interphases") for each in statement.subjects)
        if on_surface or any(is_of(each, "instruments") for each in statement.subjects):
            return _plain(statement)
        told = [each for each in statement.objects if is_of(each, "signals", "amounts", "formations", "sets")]
        return [*told, *(each for phrase in told for each in phrase.tree() if each.prep == "corresponding to")]
    if verb.lemma not in lists["appears"]:
        return []
    in_spectra = (each for each in (*statement.opening, *statement.oblique("in")) if each.prep == "in")
    told_by = any(is_of(each, "signals") for each in statement.subjects)
    return statement.subjects if told_by or any(is_of(each, "instruments") for each in in_spectra) else []


def _named_beside(statement: Statement) -> list[NounPhrase]:
    """`Besides Li2O, Ge was found`, `Li2S was found together with Li3P`: what is seen with the subject."""
    around = (*statement.opening, *statement.obliques)
    return [each for each in around if each.prep in _BESIDE and each.materials]


def _names_solid(phrase: NounPhrase, memory: Memory) -> bool:
    return any(memory.names.is_electrolyte(mention.name) for mention in phrase.materials)


def _told_by_adjective(statement: Statement) -> list[NounPhrase]:
    """`Li2S is present at the interface`, `the component is typical of Li3P`."""
    said = [each for each in statement.objects if each.words[-1].text in form_words().lists["present_words"]]
    typical = [each for each in statement.objects if each.words[-1].text in form_words().lists["typical_words"]]
    return [
        *(statement.subjects if said else ()),
        *(behind for each in typical for behind in each.modifiers if behind.prep in ("of", "for")),
    ]


def _with_parents(statement: Statement) -> Iterator[Statement]:
    """A statement and those on whose nouns it hangs."""
    yield statement
    while statement.link in ("relative", "which", "reduced") and statement.parent is not None:
        statement = statement.parent
        yield statement


def _is_seen_by_instrument(statement: Statement) -> bool:
    """`XPS found A`, `it found A`, `A was found by XPS`, `the spectra contain A`, `in the spectra, A grows`."""
    if any(each.prep == "in" and is_of(each, "instruments") for each in statement.opening):
        return True
    if statement.verb.passive:
        behind = statement.oblique("by", "with", "in", "from", "through", "via")
        return any(is_of(each, "instruments") for each in behind)
    finders = ("it", "they", "we") if statement.verb.lemma in _FINDS else ()
    return any(is_of(each, "instruments") or each.words[-1].text in finders for each in statement.subjects)


def _plain(statement: Statement) -> list[NounPhrase]:
    """Objects that name materials, or are signals of them."""
    kinds = ("signals", "amounts", "formations", "reaction_layers")
    return [each for each in statement.objects if _names_material(each) or is_of(each, *kinds)]


def _names_material(phrase: NounPhrase) -> bool:
    return bool(phrase.materials) or in_list(phrase.words[-1].text, "product_words")


def _is_at_contact(statement: Statement, told: Told) -> bool:
    """`after X had touched Li, signals of A appeared`: a clause of time tells of the contact."""
    above = statement.parent
    if above is not None and above.subordinator in _TIMES and is_reaction(above):
        return True
    if any(is_reaction(other) or is_met_by(other) for other in relatives(statement, told.statements)):
        return True
    return is_met_by(statement) or any(
        other.parent is statement and other.subordinator in _TIMES and is_reaction(other) for other in told.statements
    )


_BESIDE = frozenset(
    {"besides", "in addition to", "along with", "together with", "alongside", "apart from", "as well as"}
)
"""Prepositions before something that is there too."""

_FINDS = frozenset({"find", "detect", "identify", "observe"})
"""Verbs of those who look."""

_TIMES = frozenset({"after", "when", "once", "where", "as soon as"})


def _names_other(statement: Statement, found: list[NounPhrase], memory: Memory) -> bool:
    """Whether a statement names a material besides what is seen, so that it may speak of another pair."""
    pool = Pool(
        memory.names, frozenset(mention.start for root in found for each in root.tree() for mention in each.materials)
    )
    pool.add(each for each in statement.phrases() if each.prep not in _BESIDE)
    return bool(pool.own or pool.met or pool.places)
