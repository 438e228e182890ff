"""Constructions that name what a reaction gives: `X decomposes into A`, `A is formed`, `the products are A`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .circles import is_reaction, is_turned, relatives, speaks_of_contact
from .form_words import form_words, has_any, in_list, is_of
from .passing import is_product_name, says_product
from .products import Reading
from .told import Told

_INTO = (["to"], ["into"], ["as"])
"""Words that a verb took with it before its products."""


def _decomposed(statement: Statement, told: Told) -> Iterator[Reading]:
    """`X decomposes into A and B`, `X is reduced at 1.7 V to A`, `Li turns X into A`; not `Li decomposes X`."""
    if "decompose" in statement.verb.senses or statement.verb.lemma in form_words().lists["turns"]:
        phrases = [each for phrase in statement.obliques for each in phrase.tree() if each.prep in ("into", "to", "as")]
        objects = statement.objects
        if objects:
            preps = ("into", "to") if statement.verb.lemma == "react" else ("into",)
            phrases += [each for phrase in objects for each in phrase.tree() if each.prep in preps]
        if objects and told.sentence.between(statement.verb.end, objects[0].start).split()[-1:] in _INTO:
            phrases = [*phrases, *objects]
        if phrases:
            yield Reading(phrases, "decomposes-into", 0.85, statement)


def _given(statement: Statement, told: Told) -> Iterator[Reading]:
    """`the reaction of X with Li yields A`, `X reacts with Li to form A`, `in contact with Li, X forms A`."""
    verb = statement.verb
    if verb.passive or not (verb.lemma in form_words().lists["gives"] or verb.senses & {"form", "cause"}):
        return
    if verb.lemma == "pick" and all(_is_gas(each) for each in statement.objects):
        return
    given = [each for each in statement.objects if each.prep == statement.objects[0].prep]
    if any(is_of(phrase, "processes") for phrase in statement.subjects):
        yield Reading(given, "reaction-gives", 0.8, statement)
    elif _reacts_above(statement):
        yield Reading(given, "reacts-to-form", 0.8, statement)
    else:
        formed = [each for each in given if is_of(each, "formations", "interphases", "products")]
        plain = verb.lemma in form_words().lists["gives"] and "cause" not in verb.senses
        objects = given if plain or speaks_of_contact(statement.obliques) else formed
        yield Reading(objects, "forms-in-contact", 0.7, statement, meets=True)


def _is_gas(phrase: NounPhrase) -> bool:
    """Whether a phrase names what surrounds materials: what they pick up is none of their products."""
    gases = form_words().lists["surroundings"]
    return bool(phrase.materials) and all(mention.name in gases for mention in phrase.materials)


def _reacts_above(statement: Statement) -> bool:
    above = statement.parent
    return above is not None and is_reaction(above) and not above.verb.denied


def _formed(statement: Statement, told: Told) -> Iterator[Reading]:
    """`A and B are formed at the interface between X and Li`, `A stems from the reduction of X`."""
    verb = statement.verb
    around = [*statement.opening, *statement.obliques, *statement.objects]
    if "caused_by" in verb.senses:
        sources = [_source(each) for phrase in around for each in phrase.tree() if is_of(each, "processes")]
        if verb.lemma in ("derive", "originate", "stem", "come", "arise", "result"):
            first = [each for phrase in statement.objects[:1] for each in (phrase, *phrase.examples)]
            sources += [each.name for phrase in first for each in phrase.materials][:1]
        for source in filter(None, sources):
            yield Reading(statement.subjects, "stems-from", 0.75, statement, source=source)
        several = [each for phrase in around for each in phrase.tree() if _governs_several(each)]
        if several:
            yield Reading(statement.subjects, "stems-from", 0.75, statement, around=tuple(several))
    elif _is_given(statement):
        told_from = speaks_of_contact(around) or any(each.prep == "from" and each.materials for each in around)
        told_from = told_from or is_turned(statement.parent)
        yield Reading(statement.subjects, "is-formed", 0.75, statement, meets=not told_from)
    elif verb.lemma in form_words().lists["appears"] and not statement.objects and not verb.passive:
        yield Reading(statement.subjects, "is-formed", 0.7, statement, meets=not is_turned(statement.parent))
    elif verb.lemma in form_words().lists["covers"] or _becomes_covered(statement):
        yield from _covering(statement)


def _covering(statement: Statement) -> Iterator[Reading]:
    """`X is covered with A`, `X covers itself with A`, `A and B cover the surface of X`."""
    behind = [each for phrase in (*statement.obliques, *statement.objects) for each in phrase.tree()]
    named = [each for each in behind if each.prep in ("with", "by") and each.materials]
    if named and (statement.verb.lemma == "cover" or _becomes_covered(statement)):
        yield Reading(named, "is-covered-with", 0.6, statement, meets=True)
    elif not named and not statement.verb.passive:
        yield Reading(statement.subjects, "covers", 0.6, statement, meets=True)


def _becomes_covered(statement: Statement) -> bool:
    """`X becomes covered with A`: the participle behind a verb of becoming."""
    return any(phrase.words[-1].text == "covered" for phrase in statement.objects)


def _source(process: NounPhrase) -> str | None:
    """`the reduction of LiFSI`, `LiFSI reduction`: what it happens to."""
    of = [phrase for phrase in process.modifiers if phrase.prep == "of"]
    named = [each.name for phrase in (of or [process]) for each in phrase.materials]
    return named[0] if len(named) == 1 else None


def _governs_several(process: NounPhrase) -> bool:
    """`the reduction of LiNO3 and FEC`: more than one to which it happens."""
    of = [each for phrase in process.modifiers if phrase.prep == "of" for each in phrase.materials]
    return len(of) > 1 and is_of(process, "processes")


def _is_given(statement: Statement) -> bool:
    """`A is formed`, `A produced from X`: a passive, or a past form that lacks an object."""
    verb = statement.verb
    known = "form" in verb.senses or verb.lemma in form_words().lists["gives"]
    return known and (verb.passive or (not statement.objects and bool(statement.oblique("from", "by", "through"))))


def _named(statement: Statement, told: Told) -> Iterator[Reading]:
    """`the decomposition products of X are A and B`, `the interphase consists of A`, `A is called a product of X`."""
    called = _called(statement, told)
    if statement.verb.lemma != "be" and not statement.verb.senses & {"contain", "be", "make_up"} and not called:
        return
    if "make_up" in statement.verb.senses:
        yield from _making_up(statement)
        return
    for subject in _told_of(statement):
        if is_of(subject, "products") and is_product_name(subject):
            yield Reading(statement.objects, "products-are", 0.8, statement)
        elif "contain" in statement.verb.senses and _is_reaction_layer(subject):
            yield Reading(statement.objects, "interphase-of", 0.7, statement, source=_named_by(subject))
        elif "contain" in statement.verb.senses and subject.words[-1].text in ("interface", "interfaces"):
            yield Reading(statement.objects, "interphase-of", 0.7, statement, meets=True)
    if any(is_of(each, "products") and _names_products(each) for each in (*statement.objects, *called)):
        yield Reading(statement.subjects, "are-products", 0.8, statement)


def _called(statement: Statement, told: Told) -> list[NounPhrase]:
    """What a statement calls its subject: `A was identified as the main product`."""
    objects = statement.objects
    if objects and told.sentence.between(statement.verb.end, objects[0].start).split()[-1:] == ["as"]:
        return objects
    return statement.oblique("as") if statement.verb.passive else []


def _told_of(statement: Statement) -> list[NounPhrase]:
    """Of what a statement tells: its subjects; of a participle (`a layer forms, comprising A`) what is said before."""
    above = statement.parent
    if statement.subjects or above is None or statement.link != "participle" or "contain" not in statement.verb.senses:
        return statement.subjects
    return [each for each in above.objects if _is_reaction_layer(each)] or above.subjects


def _making_up(statement: Statement) -> Iterator[Reading]:
    """`A and B make up the interphase of X with Li`."""
    layers = [each for each in statement.objects if _is_reaction_layer(each)]
    if layers:
        yield Reading(statement.subjects, "interphase-of", 0.7, statement, source=_named_by(layers[0]))


def _among(statement: Statement, told: Told) -> Iterator[Reading]:
    """`Among the products of X and Li, A conducts best`."""
    for phrase in (*statement.opening, *statement.obliques):
        out_of = phrase.prep in ("among", "amongst") or (phrase.prep == "of" and phrase in statement.opening)
        if out_of and is_of(phrase, "products") and is_product_name(phrase):
            yield Reading(statement.subjects, "among-products", 0.75, statement)


def _borne(statement: Statement, told: Told) -> Iterator[Reading]:
    """`the exposed LPSCl contained Li3PO4`, `pellets stored in air carry Li2CO3`: what happened to it left that."""
    if statement.verb.lemma not in form_words().lists["bears"] or statement.verb.passive:
        return
    if any(has_any(each, "untouched") for each in statement.phrases()):
        return
    undergone = any(has_any(each, "undergone") for phrase in statement.subjects for each in phrase.tree())
    exposed = [each for each in relatives(statement, told.statements) if is_reaction(each)]
    if undergone or exposed:
        borne = [each for each in statement.objects if each.materials or is_of(each, "signals")]
        yield Reading(borne, "is-borne", 0.65, statement, meets=True)


def _names_products(phrase: NounPhrase) -> bool:
    """`main products`, `decomposed species`, `the products`, `a component of the SEI`; not `the phases`."""
    if any(each.prep in ("of", "in") and is_of(each, "reaction_layers") for each in phrase.modifiers):
        return True
    return has_any(phrase, "product_kinds") or (phrase.determiner == "the" and says_product(phrase))


def _is_reaction_layer(phrase: NounPhrase) -> bool:
    if is_of(phrase, "reaction_layers"):
        return True
    return is_of(phrase, "interphases") and has_any(phrase, "processes", "product_kinds", "reaction_layers")


def _named_by(phrase: NounPhrase) -> str | None:
    """`the LGPS interphase`, `the LiFSI-derived SEI`: what it forms from; not `the LiF-rich SEI`."""
    if any(word.text == "derived" and word.joined for word in phrase.words):
        return next((each.name for each in phrase.materials), None)
    known = (each for each in phrase.materials if each.kind not in ("cell", "class"))
    names = [each.name for each in known if not in_list(each.name.casefold(), "interphases")]
    return names[0] if len(names) == 1 and not has_any(phrase, "made_of") else None


def _as_products(statement: Statement, told: Told) -> Iterator[Reading]:
    """`with A and B as the main products`: of the phrases with one preposition, those up to the one that says so."""
    listed = [*statement.obliques, *statement.objects]
    for index, phrase in enumerate(listed):
        if any(each.prep == "as" and says_product(each) for each in phrase.modifiers):
            same = [each for each in listed[: index + 1] if each.prep == phrase.prep]
            run = [each for each in same if all(material.name != "Li" for material in each.materials)]
            yield Reading(run, "as-products", 0.75, statement, before=True)


CONSTRUCTIONS: tuple[Callable[[Statement, Told], Iterable[Reading]], ...] = (
    _as_products,
    _decomposed,
    _given,
    _formed,
    _named,
    _among,
    _borne,
)
"""The constructions, in the order in which they are asked."""
