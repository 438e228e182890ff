"""Who gives the products that a construction names, and against what: told in the statement, or before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...ontology.elements import elements
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from ..materials import MaterialMention
from .circles import circles
from .contacts import Pair, Pool
from .form_words import form_words, is_of
from .memory import Memory, metal_of
from .products import Product, Reading, elements_of, find_products, fit, takes_up
from .told import Told

_SYMBOL = re.compile(r"(?<![\w.])[A-Z][a-z]?(?![\w.]| ?[1-5][spdf]\b)")
"""A bare symbol. Matches the `F` of `F doping`; not the `In` of `Indeed`, a part of `LiF`, the `S` of `S 2p`."""

_UNDERSTOOD = 0.85
"""What is left of a confidence where the counterpart is only understood."""

_NAMED_LAST = 0.55
"""The same where the material stands paragraphs before."""

_METALS = ("Li", "Na", "K")


@dataclass(frozen=True, slots=True)
class Given:
    """What gives which products.

    Args:
        pairs: a material and a product that it gives.
        against: name of the counterpart or a potential, None if none is named.
        confidence: what is left of a rule's confidence where the pair is not told in the statement itself.
        is_remembered: the sentence before said that the two react.
    """

    pairs: tuple[tuple[str, Product], ...]
    against: str | None
    confidence: float
    is_remembered: bool = False


def find_givers(reading: Reading, products: list[Product], told: Told, memory: Memory) -> Given | None:
    """Who gives products: the nearest materials whose elements allow it.

    Args:
        reading: how the products are named.
        products: what is given.
        told: the sentence.
        memory: what it leaves to be understood.
    """
    statement, source = reading.statement, reading.source
    beside = find_products(statement.objects, told.sentence.text, memory.names)
    among = {product.start for product in products} & {product.start for product in beside}
    listed = [mention.start for each in statement.objects for mention in each.materials] if among else []
    spoken_for = frozenset([*(product.start for product in products), *listed])
    search = _Search(products, spoken_for, told, memory)
    if source is not None:
        search.pairs = tuple((source, product) for product in products)
    if reading.around:
        search.pool.add(reading.around)
        search.look(1.0)
    for distance, phrases in enumerate(circles(statement, told.statements)):
        if search.is_done:
            break
        search.pool.add(phrases)
        search.look(1.0 if distance == 0 else 0.95)
    if not search.pairs and leaves_subject_open(statement):
        for before in reversed(told.statements[: _index(told, statement)]):
            search.pool.add([*before.opening, *before.subjects])
            search.look(0.85)
            if search.pairs:
                break
    if not search.pairs and statement.subjects and all(map(_is_surrounding, statement.subjects)):
        search.pool.add(phrase for each in told.statements for phrase in (*each.subjects, *each.objects))
        search.look(0.8)
    from_before = reading.before or leaves_subject_open(statement)
    return search.result(from_before=from_before, meets=reading.meets, reduced=reading.reduced)


def _is_surrounding(phrase: NounPhrase) -> bool:
    """Whether a phrase names air or water, which act on what the rest of a sentence names."""
    words = form_words()
    names = {mention.name for mention in phrase.materials}
    return (bool(names) and names <= words.lists["surroundings"]) or phrase.words[-1].text in words.counterparts


def _index(told: Told, statement: Statement) -> int:
    return next(index for index, each in enumerate(told.statements) if each is statement)


def leaves_subject_open(statement: Statement) -> bool:
    """Whether what a statement is about may stand in an earlier one: it says `it`, `the products`, `the reaction`."""
    while not statement.subjects and statement.parent is not None:
        statement = statement.parent
    return all(
        phrase.materials
        or phrase.words[0].text in ("it", "they", "this", "these", "which", "such")
        or is_of(phrase, "products", "reaction_layers", "processes", "generic", "formations")
        or (is_of(phrase, "interphases") and phrase.determiner in ("the", "its", "their", "this", "these"))
        for phrase in statement.subjects
    )


class _Search:
    """Looks wider and wider for materials that can give the products."""

    def __init__(self, products: list[Product], spoken_for: frozenset[int], told: Told, memory: Memory) -> None:
        self.products, self.told, self.memory = products, told, memory
        self.pool = Pool(memory.names, spoken_for)
        self.pairs: tuple[tuple[str, Product], ...] = ()
        self.against: str | None = None
        self.sure = 1.0
        self.spoken = _elements_in(told) - {product.name for product in products}

    @property
    def is_done(self) -> bool:
        return bool(self.pairs) and self.against is not None

    def look(self, sure: float) -> None:
        """Try what has been gathered so far."""
        pair = self.pool.pair()
        if pair is None:
            return
        if self.pairs:
            self.against = self.against or self._against(pair)
        else:
            self._try(pair, sure)

    def _against(self, pair: Pair) -> str | None:
        return pair.against if pair.against not in [subject for subject, _ in self.pairs] else None

    def _try(self, pair: Pair, sure: float) -> None:
        mutual = self._mutual(pair)
        others = Pair(self.pool.others(pair), pair.against)
        for option in (mutual, pair, others):
            fitting = tuple(self._each(option.subjects, option.against)) if option is not None else ()
            if option is not None and fitting:
                self.pairs, self.sure, self.against = fitting, sure, None
                self.against = self._against(option)
                return

    def _mutual(self, pair: Pair) -> Pair | None:
        """Two that react with each other, or that meet at an interface: the first against the second."""
        if len(pair.subjects) != 2 or pair.against is not None:
            return None
        if not (self.told.says(" each other", " one another") or self._meet(pair)):
            return None
        return Pair(pair.subjects[:1], pair.subjects[1])

    def _meet(self, pair: Pair) -> bool:
        """Whether the sentence speaks of something that is between both (`the reaction between A and B`)."""
        phrases = (each for statement in self.told.statements for each in statement.phrases())
        behind = ([each for each in phrase.modifiers if each.prep == "between"] for phrase in phrases)
        return any({*pair.subjects} <= {mention.name for each in both for mention in each.materials} for both in behind)

    def _each(self, subjects: tuple[str, ...], against: str | None) -> Iterator[tuple[str, Product]]:
        """Every subject with every product that its elements allow; one with one where it says `respectively`."""
        names = self.memory.names
        if len(subjects) > 1 and len(self.products) > 1 and self.told.says("respectively"):
            if len(subjects) == len(self.products):
                yield from zip(subjects, self.products, strict=True)
            return
        for product in self.products:
            fits = {each: fit(product.name, each, against, names, self._brought(each)) for each in subjects}
            best = max(fits.values(), default=0)
            yield from ((subject, product) for subject in subjects if best and fits[subject] == best)

    def _brought(self, subject: str) -> frozenset[str]:
        """Elements that a material may have besides its own: spoken of, or told with it (`fluorinated LPSC`)."""
        brings = form_words().brings
        if not self.told.says(*brings):
            return self.spoken
        phrases = (phrase for statement in self.told.statements for phrase in statement.phrases())
        told_of = (
            brings[word.text]
            for phrase in phrases
            for word in phrase.words
            if word.text in brings and any(mention.name == subject for mention in _named_in(phrase))
        )
        return self.spoken | frozenset(told_of)

    def result(self, *, from_before: bool, meets: bool, reduced: bool) -> Given | None:
        """What was found, else what the sentences before leave to be understood."""
        named = next(iter(self.pool.counterparts), None) or self.pool.potential
        if named is None:
            named = next((name for name, parts in form_words().implied.items() if self.told.says(*parts)), None)
        if not self.pairs or all(subject in _METALS for subject, _ in self.pairs):
            for pair, sure in self._spoken_of(named, reduced=reduced) if from_before else ():
                fitting = tuple(self._each(pair.subjects, pair.against))
                if fitting and (not reduced or all(self.memory.names.is_electrolyte(name) for name, _ in fitting)):
                    self.pairs = fitting
                    metal = self._understood() if pair.against is None and not meets else None
                    metal = self._metal if reduced else metal
                    return Given(fitting, pair.against or metal, sure, self._is_remembered(fitting, pair.against))
        if not self.pairs:
            return None
        against = self.against or self._named(named) or self._implied()
        before = self.memory.pair
        if against is None and before is not None and self._is_remembered(self.pairs, before.against):
            return Given(self.pairs, before.against, self.sure * _UNDERSTOOD, is_remembered=True)
        metal = self._metal
        if reduced and against is None and metal is not None:
            return Given(self.pairs, metal, self.sure * _UNDERSTOOD)
        if against is None and not meets and (metal := self._understood()) is not None:
            return Given(self.pairs, metal, self.sure * _UNDERSTOOD)
        return Given(self.pairs, against, self.sure)

    def _spoken_of(self, named: str | None, *, reduced: bool) -> Iterator[tuple[Pair, float]]:
        """The pairs spoken of; of what a metal reduced, at last the electrolyte that was named last anywhere."""
        yield from ((pair, sure) for pair, sure in self.memory.pairs_with(named) if pair.subjects != ("oxide",))
        if reduced and self.memory.solid is not None:
            yield Pair((self.memory.solid,), named), _NAMED_LAST

    def _is_remembered(self, pairs: tuple[tuple[str, Product], ...], against: str | None) -> bool:
        """Whether the sentence before said that those who give the products react with a counterpart."""
        before = self.memory.pair
        if before is None or against is None or before.against != against:
            return False
        return all(subject in before.subjects for subject, _ in pairs)

    def _named(self, named: str | None) -> str | None:
        return named if named not in [subject for subject, _ in self.pairs] else None

    @property
    def _metal(self) -> str | None:
        """The metal of the anode that the sentence names, else that spoken of before."""
        return metal_of(self.told.sentence.materials) or self.memory.metal

    def _understood(self) -> str | None:
        """The metal of the anode, spoken of before, where what is given can only come from a reduction."""
        metal, names = self._metal, self.memory.names
        if metal is None or self.told.says(*form_words().lists["other_causes"]):
            return None
        if not all(names.is_electrolyte(subject) for subject, _ in self.pairs):
            return None
        reduced = self.told.says(*form_words().lists["reductions"])
        known = all(elements_of(subject, names) for subject, _ in self.pairs)
        taken_up = any(takes_up(product.name, subject, metal, names) for subject, product in self.pairs)
        return metal if taken_up or (reduced and not known) else None

    def _implied(self) -> str | None:
        """Lithium or sodium, where a product has it and what gives the product has not."""
        names = self.memory.names
        for subject, product in self.pairs:
            given, taken = elements_of(product.name, names), elements_of(subject, names)
            for metal in _METALS:
                if given and taken and metal in given and not {*_METALS} & taken:
                    return metal
        return None


def _named_in(phrase: NounPhrase) -> list[MaterialMention]:
    """Materials of a phrase and of what `of` ties to it: `fluorinated LPSC`, `the fluorination of LPSC`."""
    behind = [mention for each in phrase.modifiers if each.prep == "of" for mention in each.materials]
    return [*phrase.materials, *behind]


def _elements_in(told: Told) -> frozenset[str]:
    """Nonmetals that a sentence names by their bare symbols, such as those of dopants."""
    text = told.sentence.text[told.sentence.start : told.sentence.end]
    known = (elements().get(symbol) for symbol in _SYMBOL.findall(text))
    return frozenset(each.symbol for each in known if each is not None and each.kind in ("nonmetal", "halogen"))
