"""The products that noun phrases name: `Li2S and Li3P`, `a LiF-rich layer`, `products such as Li2S`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from ...ontology.elements import elements
from ...ontology.lexicon import find_entry
from ...ontology.meaning import Material
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from ..frames.word import Word
from ..materials import MaterialMention
from ..names import Names
from ..value_class import value_class
from .form_words import form_words, has_any, in_list, is_of

_METALS = frozenset({"material:Li", "material:Na", "material:K"})
_EVERYWHERE = frozenset({"Li", "Na", "K", "O"})
_BINARY = 2
"""Elements of what is rather a product than what gives one."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
"""The plain part of an amount. Matches the `7` of `7-x`; must not match `x`."""
_SLASH = re.compile(r"/")
"""Between products written as one: `Li2S/Li3P`."""
_JOINTS = re.compile(r"/|-(?=[A-Z])")
"""The same, of a layer named by what it is made of: `a Li3PO4-Li3N interphase`."""


@value_class
class Reading:
    """Products as a construction names them.

    Args:
        phrases: that name them.
        rule: name of the construction.
        confidence: of the rule.
        statement: in which they are named.
        meets: a claim is made only where a counterpart is named.
        source: what gives them, where the construction says it.
        around: phrases outside the statement that may say what gives them.
        before: the pair is that of which the sentence before spoke.
        reduced: a claim is made only where the products hold more of the metal spoken of than what gives them.
    """

    phrases: list[NounPhrase]
    rule: str
    confidence: float
    statement: Statement
    meets: bool = False
    source: str | None = None
    around: tuple[NounPhrase, ...] = ()
    before: bool = False
    reduced: bool = False


@value_class
class Product:
    """A product where it is named.

    Args:
        name: as written.
        start: clean start.
        denied: the phrase says that there is none.
    """

    name: str
    start: int
    denied: bool


def elements_of(name: str, names: Names) -> frozenset[str]:
    """The elements of a material, a class or what surrounds it; of a composite, of all its parts; else empty."""
    material = names.identify(name)
    if material.composition:
        return frozenset(material.composition)
    entry = find_entry(material.name)
    if entry is not None and entry.elements:
        return frozenset(entry.elements)
    if name in form_words().class_elements:
        return frozenset(form_words().class_elements[name])
    if material.kind in ("composite", "compound", "glass") and " + " in material.core:
        parts = [elements_of(part, names) for part in material.core.split(" + ")]
        return frozenset().union(*parts) if all(parts) else frozenset()
    return frozenset()


def fit(product: str, subject: str, against: str | None, names: Names, spoken: Set[str] = frozenset()) -> int:
    """Whether a material can give a product: 2 by its elements and its counterpart's, 1 if those are not known, else 0.

    `solid electrolyte` is too wide a class to be the one that gives a product. Oxygen and the alkali metal that plates
    come from elsewhere often enough; elements spoken of may be of a dopant.
    """
    needed = elements_of(product, names) - _EVERYWHERE
    have = elements_of(subject, names)
    if subject == "solid electrolyte":
        return 0
    if product in form_words().lists["surroundings"] and product != "H2S":
        return 2 if elements_of(product, names) <= have else 0
    if not have or not needed:
        return 1
    around = elements_of(against or "surroundings", names)
    if needed <= have | around:
        return 2
    return 1 if product != "H2S" and needed <= have | around | spoken else 0


def takes_up(product: str, subject: str, metal: str, names: Names) -> bool:
    """Whether a product of what a material is made of holds more of a metal than the material does: Li3P of LGPS.

    Args:
        product: its name.
        subject: name of the material.
        metal: an element.
        names: how names are understood.
    """
    made, given = names.identify(product), names.identify(subject)
    if made.material_class == "Li alloy":
        return True
    if metal not in (made.composition or {}):
        return False
    allowed = elements_of(subject, names) | {metal}
    return set(made.composition or ()) <= allowed and _share(made, metal) > _share(given, metal)


def _share(material: Material, element: str) -> float:
    """The share of an element in the atoms of a material, variables left out; 0 where it is not known."""
    counts = {symbol: _NUMBER.match(amount) for symbol, amount in (material.composition or {}).items()}
    amounts = {symbol: float(count[0]) for symbol, count in counts.items() if count is not None}
    return amounts.get(element, 0.0) / (sum(amounts.values()) or 1.0)


def find_products(phrases: Iterable[NounPhrase], text: str, names: Names) -> list[Product]:
    """The products that noun phrases name, each once, in order.

    Args:
        phrases: objects of a verb that gives products, or subjects of one that says where they form.
        text: clean text that the positions count in.
        names: how the document's names are understood.
    """
    found: dict[str, Product] = {}
    for phrase in phrases:
        for word, denied in _members(phrase, names, denied=False):
            for name in _names(word, text, phrase):
                material = names.identify(name)
                if material.id not in _METALS and _is_product(name, material.kind):
                    found.setdefault(material.id, Product(name, word.start, denied))
    return list(found.values())


def _names(word: Word, text: str, phrase: NounPhrase) -> list[str]:
    """The materials that a word names: of `Li2S/Li3P` both, of a bare symbol (`Y`) the element."""
    mention = word.mention
    if isinstance(mention, MaterialMention) and (alloy := _alloy(word, text, phrase)):
        return [alloy]
    if not isinstance(mention, MaterialMention):
        written = text[word.start : word.end]
        if in_list(word.text, "product_words"):
            return [_of_metal(word, text, phrase)]
        return [written] if _is_symbol(written) else []
    if mention.kind != "composite":
        return [_plain(mention)]
    return (_JOINTS if is_of(phrase, "interphases") else _SLASH).split(mention.name)


def _of_metal(word: Word, text: str, phrase: NounPhrase) -> str:
    """A class of products with the metal that it is of, as written: `lithium polysulfides`."""
    before = [each for each in phrase.words if each.end == word.start - 1 and isinstance(each.mention, MaterialMention)]
    metals = [each for each in before if isinstance(each.mention, MaterialMention) and each.mention.kind == "element"]
    return text[metals[0].start if metals else word.start : word.end]


def _plain(mention: MaterialMention) -> str:
    """The name of a product, whether it is crystalline or not, and of `Li-Ge alloys` with the word."""
    first, _, rest = mention.name.partition(" ")
    name = rest if rest and first in form_words().lists["states"] else mention.name
    return f"{name} alloy" if mention.text.endswith(" alloys") and not name.endswith(" alloys") else name


def _alloy(word: Word, text: str, phrase: NounPhrase) -> str | None:
    """`a germanium alloy`: an alloy of the element named, as written."""
    if word is phrase.words[-1] or not isinstance(word.mention, MaterialMention) or word.mention.kind != "element":
        return None
    last = phrase.words[-1]
    between = [each for each in phrase.words if word.end <= each.start < last.start]
    return text[word.start : last.end] if last.text in ("alloy", "alloys") and not between else None


def _is_symbol(written: str) -> bool:
    """Whether a bare capital stands for an element among products: `Y`, `Sc`, `S`; not `I`, `In`, `No`."""
    element = elements().get(written)
    return element is not None and written not in ("In", "As", "At", "No") and (len(written) > 1 or written in "SPY")


def _is_product(name: str, kind: str) -> bool:
    if kind == "name":
        _, _, last = name.casefold().rpartition(" ")
        told = in_list(last, "product_words") or (last != name.casefold() and in_list(last, "compound_words"))
        return told or name.endswith((" alloy", " alloys"))
    if kind == "class":
        return name == "Li alloy"
    return kind in ("compound", "element", "glass") or (kind == "composite" and "/" not in name)


def _members(phrase: NounPhrase, names: Names, *, denied: bool) -> Iterator[tuple[Word, bool]]:
    denied = denied or phrase.is_denied
    own = [word for word in _own(phrase) if not (phrase.examples and _names_class(word))]
    yield from ((word, denied) for word in own)
    if own and not is_of(phrase, "products", "made_of"):
        return
    inner = [*phrase.examples, *phrase.asides]
    listed = [each for each in phrase.modifiers if each.prep == "of"] if is_of(phrase, "products") else []
    if is_of(phrase, "formations", "amounts", "signals") or (phrase.quantities and not phrase.materials):
        layers = ("with",) if is_of(phrase, "interphases") else ()
        inner += [each for each in phrase.modifiers if each.prep in ("of", "in", "for", *layers)]
    elif is_of(phrase, "made_of"):
        inner += [each for each in phrase.modifiers if each.prep in ("of", "in", "on", "by", "from")]
    elif is_of(phrase, "products") and len(listed) > 1:
        inner += listed[_is_solid(listed[0], names) :]
    elif listed and has_any(phrase, "product_kinds") and _is_given(listed[0], names):
        inner += listed
    elif parts := _parts_of_layer(phrase, names):
        inner += parts
    elif contents := _contents_of_layer(phrase, names):
        inner += contents
    elif is_of(phrase, "products", "interphases"):
        inner += [each for each in phrase.modifiers if each.prep in ("like", "including", "such as")]
    for each in inner:
        yield from _members(each, names, denied=denied)


def _names_class(word: Word) -> bool:
    """Whether a word names a class, of which examples tell the products (`oxides such as POx`)."""
    return isinstance(word.mention, MaterialMention) and word.mention.kind == "class"


def _parts_of_layer(phrase: NounPhrase, names: Names) -> list[NounPhrase]:
    """What a reaction layer consists of: `an interphase of Li2S and Li3P`; not `the interphase of LPSC with Li`."""
    if not is_of(phrase, "reaction_layers") or phrase.words[-1].text.startswith("interface"):
        return []
    of = [each for each in phrase.modifiers if each.prep == "of" and each.materials]
    paired = any(behind.prep in ("with", "on", "against") for each in of for behind in each.modifiers)
    return of if of and not paired and not any(_is_solid(each, names) for each in of) else []


def _contents_of_layer(phrase: NounPhrase, names: Names) -> list[NounPhrase]:
    """What a reaction layer has in it: `an interphase with Li2S and Li3P`; not `the interphase with Li`."""
    if not is_of(phrase, "reaction_layers"):
        return []
    return [each for each in phrase.modifiers if each.prep == "with" and _is_given(each, names)]


def _is_solid(phrase: NounPhrase, names: Names) -> bool:
    """Whether a phrase names an electrolyte: of `the products of LATP, A and B` the one that gives the others."""
    return any(names.is_electrolyte(mention.name) for mention in phrase.materials)


def _is_given(phrase: NounPhrase, names: Names) -> bool:
    """Whether a phrase behind `the side products of` names one of them: of two elements, and no electrolyte."""
    simple = [1 < len(names.identify(mention.name).composition or ()) <= _BINARY for mention in phrase.materials]
    return bool(simple) and all(simple) and not _is_solid(phrase, names)


def _own(phrase: NounPhrase) -> Iterator[Word]:
    """Materials of the phrase's own words that are meant themselves: not the Li of `Li dendrites`."""
    for index, word in enumerate(phrase.words):
        behind = phrase.words[index + 1 :]
        if isinstance(word.mention, MaterialMention):
            if word.mention.kind == "name" and behind and isinstance(behind[0].mention, MaterialMention):
                continue
            if _is_meant(behind) or _is_part_of(phrase, behind):
                yield word
        elif (in_list(word.text, "product_words") and _is_meant(behind)) or (
            word.part == "noun" and len(word.text) < 3 and [each.text for each in behind] in ([], ["metal"])
        ):
            yield word


def _is_meant(behind: Sequence[Word]) -> bool:
    """`Li2S phases`, `Li2S-like species`; not `Li2S content`."""
    if len(behind) > 1 and behind[0].joined and in_list(behind[0].text, "resembling"):
        return all(in_list(word.text, "substances", "product_kinds", "products", "states") for word in behind[1:])
    return all(
        in_list(word.text, "substances", "places") or word.part in ("quantity", "material", "adv") for word in behind
    )


def _is_part_of(phrase: NounPhrase, behind: Sequence[Word]) -> bool:
    """`Li2S-rich interphase`."""
    made = behind[0].joined and in_list(behind[0].text, "made_of")
    mixed = behind[0].text in ("hybrid", "composite", "mixed", "like", "dominated")
    return (made or mixed) and has_any(phrase, "interphases")
