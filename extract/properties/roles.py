"""What a sentence says its materials to be: electrolyte, anode, layer, product, or parts of a cell that is built."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from ..annotations import Sentence
from ..frames.reading import statements_of
from ..materials import MaterialMention
from ..names import Names
from . import subject_patterns as patterns
from .references import reference_words, role_of

_FORMING = frozenset({"form", "decompose"})
"""Senses of verbs whose objects come to be."""


_PLACES = ("into", "within", "inside")
"""Prepositions before what something is put into."""


def is_special_anode(
    sentence: Sentence, mention: MaterialMention, names: Names, layers: frozenset[str] = frozenset()
) -> bool:
    """Whether a mention is an anode by what it is made of or is called one; not a plain metal, not a class.

    Args:
        sentence: with its materials.
        mention: one of them.
        names: how the document's names are understood.
        layers: names of what is known for a layer, which is an anode only where it is called one.
    """
    if mention.kind in ("class", "cell") or mention.name in ("Li", "Na"):
        return False
    role = role_of(sentence, mention)
    if role is not None:
        return role == "anode"
    called = is_called_anode(sentence, mention) and not names.is_electrolyte(mention.name)
    made_of = names.is_anode(mention.name) and mention.name not in layers
    return bool(called or made_of) and not is_counterpart(sentence, mention)


def anode_in(cell: MaterialMention, names: Names) -> MaterialMention | None:
    """The anode of its own kind of a cell that is written out, None where that is plain lithium or sodium."""
    layers = cell.name.split("|")
    ends = [layer for layer in (layers[0], layers[-1]) if not (names.is_cathode(layer) or names.is_electrolyte(layer))]
    special = [layer for layer in ends if layer not in ("Li", "Na")]
    if len(layers) < len(("anode", "electrolyte", "cathode")) or len(special) != len(ends) or not special:
        return None
    return replace(cell, name=special[0], kind=names.identify(special[0]).kind)


def is_called_anode(sentence: Sentence, mention: MaterialMention) -> bool:
    """Whether a mention is called an anode, or is said to be used as one."""
    behind = patterns.ANODE_BEHIND.match(sentence.after(mention.end, 40))
    return behind is not None or role_of(sentence, mention) == "anode"


def is_tested(sentence: Sentence, mention: MaterialMention, names: Names) -> bool:
    """Whether a mention is an electrolyte or is used as one, and not a thin layer that was put on another."""
    role = role_of(sentence, mention)
    if role is not None:
        return role == "electrolyte"
    if not names.is_electrolyte(mention.name):
        return mention.kind == "name" and is_called_electrolyte(sentence, mention, names)
    layer = patterns.LAYER_BEHIND.match(sentence.after(mention.end, 40)) or patterns.LAYER_BEFORE.search(
        sentence.before(mention.start)
    )
    return mention.kind == "class" or layer is None


def is_called_electrolyte(sentence: Sentence, mention: MaterialMention, names: Names) -> bool:
    """Whether a name that means nothing by itself is called one (`the XYZ electrolyte`, `the argyrodite XYZ`)."""
    if mention.name in names.things:
        return False
    if patterns.ELECTROLYTE_BEHIND.match(sentence.after(mention.end, 40)):
        return True
    return any(
        each.kind == "class" and names.is_electrolyte(each.name) and sentence.text[each.end : mention.start] == " "
        for each in sentence.materials
    )


def is_counterpart(sentence: Sentence, mention: MaterialMention) -> bool:
    """Whether the words before a material make it the partner of the subject (`against A`)."""
    return _is_partner(sentence.before(mention.start))


@lru_cache(maxsize=64)  # asked for several reasons of each material of a sentence
def _is_partner(before: str) -> bool:
    return patterns.COUNTERPART.search(before) is not None


def formed_in(sentence: Sentence) -> frozenset[int]:
    """Where the materials start that a sentence says to form from others: products, which nothing was made with."""
    found: set[int] = set()
    for statement in statements_of(sentence):
        if statement.verb.senses & _FORMING:
            products = statement.objects if "decompose" in statement.verb.senses else statement.patients
            others = statement.oblique("into", "to") if "decompose" in statement.verb.senses else ()
            for phrase in (*products, *others):
                if phrase.words[-1].text not in reference_words().electrodes:
                    found.update(mention.start for each in phrase.tree() for mention in each.materials)
    return frozenset(found)


def layered_in(sentence: Sentence) -> frozenset[str]:
    """Names of what a sentence says to lie on something or to make up a layer: `a coating of A`, `A sputtered on B`."""
    found: set[str] = set()
    for statement in statements_of(sentence):
        for phrase in statement.phrases():
            if phrase.words[-1].text in reference_words().layers:
                found.update(mention.name for each in phrase.tree() for mention in each.materials)
        of_layer = any(phrase.words[-1].text in reference_words().layers for phrase in statement.subjects)
        if ("apply" in statement.verb.senses or statement.verb.passive) and statement.oblique("on", "onto"):
            put = statement.patients
        elif of_layer and (statement.verb.passive or "contain" in statement.verb.senses):
            put = [*statement.oblique("by", "of", "from"), *statement.objects]
        else:
            put = statement.oblique("with") if statement.verb.lemma in reference_words().covering else []
        found.update(mention.name for phrase in put for each in phrase.tree() for mention in each.materials)
    return frozenset(found)


def hosts_in(sentence: Sentence, names: Names) -> dict[str, MaterialMention]:
    """Names of what a sentence says to be put into an electrolyte, each with that: `A, kneaded into B`."""
    found: dict[str, MaterialMention] = {}
    for statement in statements_of(sentence):
        if "apply" not in statement.verb.senses and statement.verb.lemma not in reference_words().mixing:
            continue
        places = _PLACES + (("in", "to") if statement.verb.lemma in reference_words().mixing else ())
        into = [each for phrase in statement.oblique(*places) for each in phrase.materials]
        hosts = [each for each in into if names.is_electrolyte(each.name)]
        for phrase in statement.patients if len(hosts) == 1 else ():
            found.update((mention.name, hosts[0]) for each in (phrase, *phrase.asides) for mention in each.materials)
    return found


def filled_in(sentence: Sentence) -> frozenset[int]:
    """Where the materials start that a sentence says to be put into something (`adding A raises the conductivity`)."""
    mixing = reference_words().mixing
    found = (phrase for each in statements_of(sentence) if each.verb.lemma in mixing for phrase in each.patients)
    return frozenset(mention.start for phrase in found for mention in phrase.materials)


def is_interface(sentence: Sentence, mention: MaterialMention) -> bool:
    """Whether layers that are written out are only two that meet (`the Li/LLZO interface`), and no cell."""
    if patterns.INTERFACE_BEHIND.match(sentence.after(mention.end, 30)):
        return True
    return mention.name.count("|") == 1 and patterns.BETWEEN_LAYERS.search(sentence.before(mention.start)) is not None


def electrolyte_met(sentence: Sentence, mention: MaterialMention, names: Names) -> MaterialMention | None:
    """The electrolyte of an interface that is written out, None of anything else."""
    if mention.kind != "cell" or not is_interface(sentence, mention):
        return None
    parts = [part for part in mention.name.split("|") if names.is_electrolyte(part)]
    return replace(mention, name=parts[0], kind=names.identify(parts[0]).kind) if len(parts) == 1 else None


def cells_built(sentence: Sentence, names: Names) -> list[MaterialMention]:
    """The cells that a sentence tells how they were built: `A was sandwiched between two lithium foils`."""
    found: list[MaterialMention] = []
    for statement in statements_of(sentence):
        if statement.verb.lemma not in reference_words().building or not statement.verb.passive:
            continue
        ends = [each for phrase in statement.oblique("between") for each in phrase.materials]
        parts = [part for phrase in statement.patients for each in phrase.tree() for part in (each, *each.asides)]
        own = [mention for part in parts for mention in part.materials if mention.kind != "class"]
        electrolytes = [mention for mention in own if is_tested(sentence, mention, names)]
        one = len({names.identify(mention.name).id for mention in electrolytes}) == 1
        if one and ends and not any(names.is_electrolyte(each.name) for each in ends):
            called = electrolytes[-1]
            found.append(replace(called, name=f"{ends[0].name}|{called.name}|{ends[-1].name}", kind="cell"))
    return found
