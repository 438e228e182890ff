"""Products that noun phrases name by themselves: `products such as A`, `an A-rich SEI`, `the formation of A`."""

from __future__ import annotations

from collections.abc import Iterator

from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .circles import is_turned, speaks_of_contact
from .form_words import form_words, has_any, is_of
from .products import Reading


def _only_decomposes(statement: Statement) -> bool:
    """`LGPS decomposes`: what it gives is not told by `to` or `into`, so that `with the formation of` may tell it."""
    decomposes = "decompose" in statement.verb.senses or statement.verb.lemma in form_words().lists["turns"]
    return decomposes and not (statement.objects or statement.oblique("to", "into"))


_RESULTING = frozenset({"resulting", "resultant", "generated", "ensuing"})
"""Words before a material by which it is what a reaction gave."""

_PASSING = ("products", "made_of", "reaction_layers", "formations", "turnings")
"""Lists of which a noun phrase has a word that names products by itself."""


def find_in_passing(statement: Statement, phrases: list[NounPhrase]) -> Iterator[Reading]:
    """The noun phrases that name products by themselves.

    Args:
        statement: the statement.
        phrases: those of its phrases that may name products.
    """
    for phrase in phrases:
        yield from _resulting(statement, phrase)
        if not (phrase.asides or has_any(phrase, *_PASSING)):
            continue
        if is_of(phrase, "products") and (has_any(phrase, "product_kinds") or _announces(phrase)):
            yield Reading([phrase], "products-such-as", 0.75, statement, before=True)
        elif is_of(phrase, "made_of") and has_any(phrase, "reaction_layers"):
            yield Reading([phrase], "interphase-of", 0.7, statement, meets=True)
        elif (has_any(phrase, "reaction_layers") and _tells_of_forming(statement, phrase)) or _is_made_of(phrase):
            yield Reading([phrase], "rich-interphase", 0.7, statement, meets=True)
            if has_any(phrase, "reaction_layers"):
                yield Reading([phrase], "rich-interphase", 0.6, statement, meets=True, reduced=True)
        elif is_of(phrase, "formations") and _is_told_to_form(statement, phrase):
            yield Reading([phrase], "formation-of", 0.7, statement)
        elif is_of(phrase, "turnings"):
            into = [each for each in phrase.tree() if each.prep in ("into", "to")]
            yield Reading(into, "decomposition-into", 0.75, statement)
        elif phrase.materials and (named := _called_products(phrase)):
            run = [phrase, *_going_on(statement, phrase)]
            yield Reading(run, "as-products", 0.75, statement, around=tuple(named))


def _resulting(statement: Statement, phrase: NounPhrase) -> Iterator[Reading]:
    """`the resulting LiF`: of a reaction that was told of."""
    if phrase.materials and any(word.text in _RESULTING for word in phrase.words):
        yield Reading([phrase], "resulting-product", 0.65, statement, meets=True)


def _announces(phrase: NounPhrase) -> bool:
    """`Three products were found: Li2S …`, `the products, namely Li2S …`."""
    return bool(phrase.examples) and phrase.words[-1].text.startswith(_PRODUCT) and bool(phrase.determiner)


def _called_products(phrase: NounPhrase) -> list[NounPhrase]:
    """What says of materials that they are products: `the products Li2S`, `Li2S and Li3P, the products of …`."""
    before = [word for word in phrase.words if not word.mention][-1:]
    if before and before[0].end <= phrase.words[-1].start and before[0].text.startswith(_PRODUCT):
        return [phrase]
    return [each for each in phrase.asides if says_product(each) and is_product_name(each)]


def _going_on(statement: Statement, phrase: NounPhrase) -> list[NounPhrase]:
    """The materials that are listed with a phrase."""
    lists = [statement.subjects, statement.objects, statement.obliques, statement.opening]
    lists += [each.modifiers for each in statement.phrases()]
    beside = next((each for each in lists if any(other is phrase for other in each)), [])
    return [each for each in beside if each is not phrase and each.prep == phrase.prep and each.materials]


def _tells_of_forming(statement: Statement, layer: NounPhrase) -> bool:
    """`forms a LiF SEI`, `the formation of a LiF SEI`; not `the LiF SEI is dense`, `this LiF SEI contains`."""
    if "contain" in statement.verb.senses and any(layer is each for each in statement.subjects):
        return False
    verb = statement.verb
    if verb.senses & {"form", "cause", "enable", "contain"} or verb.lemma in form_words().lists["gives"]:
        return True
    return any(is_of(phrase, "formations") for phrase in statement.phrases())


def _is_made_of(phrase: NounPhrase) -> bool:
    """`a LiF-rich layer`; not `a LiF interlayer`, `a LiF-based interlayer`, which may have been put there."""
    put = phrase.words[-1].text == "interlayer" and any(word.text == "based" for word in phrase.words)
    return has_any(phrase, "made_of") and is_of(phrase, "interphases") and not put


def _is_told_to_form(statement: Statement, phrase: NounPhrase) -> bool:
    """`the formation of A from X`, `X decomposes with formation of A`, `the reaction leads to the formation of A`."""
    sources = [each for each in phrase.tree() if each.prep in ("from", "by", "through", "via", "at", "between")]
    reacts = any(is_of(each, "processes") for each in statement.subjects if each is not phrase)
    reacts = (
        reacts
        or (phrase.prep in ("with", "under") and _only_decomposes(statement))
        or _goes_on_from_reaction(statement)
    )
    return reacts or speaks_of_contact(sources) or any(each.prep == "from" for each in sources)


def _goes_on_from_reaction(statement: Statement) -> bool:
    """`X is reduced by Li, accompanied by the formation of A`: a participle behind the reaction."""
    return statement.link in ("participle", "which") and is_turned(statement.parent)


def is_product_name(phrase: NounPhrase) -> bool:
    """Whether a phrase behind whose head products are named means those of a reaction.

    Args:
        phrase: whose head is `products`, `species` or the like.
    """
    return has_any(phrase, "product_kinds") or phrase.determiner in ("the", "these", "its", "their")


def says_product(phrase: NounPhrase) -> bool:
    """Whether a phrase says `products`, `equilibrium phases`, or `by-product`, whose `by` is taken for a preposition.

    Args:
        phrase: the phrase.
    """
    phases = is_of(phrase, "products") and has_any(phrase, "turnings", "equilibria")
    return phases or any(each.words[-1].text.startswith(_PRODUCT) for each in phrase.tree())


_PRODUCT = ("product", "byproduct")
