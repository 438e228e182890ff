"""Who gives the products that a construction names, and against what: told in the statement, or before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...ontology.elements import elements
from ...ontology.materials import Material
from ..frames.statements import Statement
from ..names import Names
from .contacts import Pair, Pool, circles
from .form_words import form_words, is_of
from .memory import Memory, metal_of
from .products import Product, Reading, elements_of, find_products, fit
from .told import Told

_SYMBOL = re.compile(r"(?<![\w.])[A-Z][a-z]?(?![\w.])")
"""A bare symbol. Matches the `F` of `F doping`; must not match the `In` of `Indeed` or a part of `LiF`."""

_UNDERSTOOD = 0.85
"""What is left of a confidence where the counterpart is only understood."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
"""The plain part of an amount. Matches the `7` of `7-x`; must not match `x`."""

_METALS = ("Li", "Na", "K")


@dataclass(frozen=True, slots=True)
class Given:
    """What gives which products.

    Args:
        pairs: a material and a product that it gives.
        against: name of the counterpart or a potential, None if none is named.
        confidence: what is left of a rule's confidence where the pair is not told in the statement itself.
    """

    pairs: tuple[tuple[str, Product], ...]
    against: str | None
    confidence: float


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
    spoken_for = frozenset(product.start for product in (*products, *(beside if among else ())))
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
    return search.result(from_before=reading.before or leaves_subject_open(statement), meets=reading.meets)


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
        or (is_of(phrase, "interphases") and phrase.determiner == "the")
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
        """Two that react with each other: the first against the second."""
        if len(pair.subjects) != 2 or pair.against is not None or not _says(self.told, " each other", " one another"):
            return None
        return Pair(pair.subjects[:1], pair.subjects[1])

    def _each(self, subjects: tuple[str, ...], against: str | None) -> Iterator[tuple[str, Product]]:
        """Every subject with every product that its elements allow; one with one where it says `respectively`."""
        names = self.memory.names
        if len(subjects) > 1 and len(self.products) > 1 and _says(self.told, "respectively"):
            if len(subjects) == len(self.products):
                yield from zip(subjects, self.products, strict=True)
            return
        for product in self.products:
            fits = {subject: fit(product.name, subject, against, names, self.spoken) for subject in subjects}
            best = max(fits.values(), default=0)
            yield from ((subject, product) for subject in subjects if best and fits[subject] == best)

    def result(self, *, from_before: bool, meets: bool) -> Given | None:
        """What was found, else what the sentences before leave to be understood."""
        named = next(iter(self.pool.counterparts), None) or self.pool.potential
        if named is None and _says(self.told, "hydroly"):
            named = "water"
        if not self.pairs or all(subject in _METALS for subject, _ in self.pairs):
            for pair, sure in self.memory.pairs_with(named) if from_before else ():
                fitting = tuple(self._each(pair.subjects, pair.against))
                if fitting:
                    self.pairs = fitting
                    metal = self._understood() if pair.against is None and not meets else None
                    return Given(fitting, pair.against or metal, sure)
        if not self.pairs:
            return None
        against = self.against or self._named(named) or self._implied()
        if against is None and not meets and (metal := self._understood()) is not None:
            return Given(self.pairs, metal, self.sure * _UNDERSTOOD)
        return Given(self.pairs, against, self.sure)

    def _named(self, named: str | None) -> str | None:
        return named if named not in [subject for subject, _ in self.pairs] else None

    def _understood(self) -> str | None:
        """The metal of the anode, spoken of before, where what is given can only come from a reduction."""
        metal = metal_of(self.told.sentence.materials) or self.memory.metal
        names = self.memory.names
        if metal is None or _says(self.told, *form_words().lists["other_causes"]):
            return None
        if not all(names.is_electrolyte(subject) for subject, _ in self.pairs):
            return None
        reduced = _says(self.told, *form_words().lists["reductions"])
        known = all(elements_of(subject, names) for subject, _ in self.pairs)
        taken_up = any(_takes_up(product.name, subject, metal, names) for subject, product in self.pairs)
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


def _takes_up(product: str, subject: str, metal: str, names: Names) -> bool:
    """Whether a product of what a material is made of holds more of a metal than the material does: Li3P of LGPS."""
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


def _elements_in(told: Told) -> frozenset[str]:
    """Nonmetals that a sentence names by their bare symbols, such as those of dopants."""
    text = told.sentence.text[told.sentence.start : told.sentence.end]
    known = (elements().get(symbol) for symbol in _SYMBOL.findall(text))
    return frozenset(each.symbol for each in known if each is not None and each.kind in ("nonmetal", "halogen"))


def _says(told: Told, *parts: str) -> bool:
    text = told.sentence.text[told.sentence.start : told.sentence.end].casefold()
    return any(part in text for part in parts)


def is_making(told: Told, given: Given, memory: Memory) -> bool:
    """Whether a sentence rather tells how a material is made, or how an electrode works.

    Args:
        told: the sentence.
        given: what gives what.
        memory: how its names are understood.
    """
    text = told.sentence.text[told.sentence.start : told.sentence.end]
    words = {word.strip(".,;()").casefold() for word in text.split()}
    lists = form_words().lists
    names = memory.names
    if any(subject in lists["surroundings"] for subject, _ in given.pairs):
        return True
    solid = any(names.is_electrolyte(subject) for subject, _ in given.pairs)
    if any(names.is_electrolyte(product.name) for _, product in given.pairs) and not solid:
        return True
    if all(_is_plain_reduction(subject, product.name, memory) for subject, product in given.pairs):
        return True
    if words & lists["syntheses"] and not is_electrode(given.against, memory):
        return True
    return not solid and bool(words & (lists["syntheses"] | lists["works"]))


def _is_plain_reduction(subject: str, product: str, memory: Memory) -> bool:
    """`NiO is reduced to Ni`: how the metal of an electrode is made."""
    have, given = elements_of(subject, memory.names), elements_of(product, memory.names)
    return len(given) == 1 and have == given | {"O"}


def is_met(told: Told, given: Given, memory: Memory) -> bool:
    """Whether what is given is told of a contact: with an electrode, at a potential, or with air or water that act.

    Args:
        told: the sentence.
        given: what gives what.
        memory: how its names are understood.
    """
    if any(memory.names.is_electrolyte(product.name) for _, product in given.pairs):
        return False
    if given.against in form_words().counterparts.values() and given.against != "cathode":
        known = all(elements_of(subject, memory.names) for subject, _ in given.pairs)
        return known and _says(told, *form_words().lists["exposures"])
    return is_electrode(given.against, memory)


def is_electrode(against: str | None, memory: Memory) -> bool:
    """Whether a counterpart is an electrode or a potential.

    Args:
        against: its name.
        memory: how names are understood.
    """
    if against is None:
        return False
    pool = Pool(memory.names)
    metal = pool.counterpart(against) is not None and against not in form_words().lists["surroundings"]
    if against in form_words().counterparts.values() and against != "cathode":
        return False
    return metal or against == "cathode" or against.endswith(" V") or pool.is_cathode(against)
