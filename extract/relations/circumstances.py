"""Under which circumstances products are said to be given: in a contact, a reduction, or the making of a material."""

from __future__ import annotations

from ..frames.concept import METALS
from .contacts import Pool
from .form_words import form_words
from .givers import Given
from .memory import Memory
from .products import elements_of, takes_up
from .told import Told

_OF_AIR = frozenset({"H", "C", "O", "N"})
"""Elements that air and water bring into a product."""


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


def _brings(subject: str, product: str, memory: Memory) -> bool:
    """Whether a material has what air and water have not: the lithium of the Li2O that it gives."""
    have = elements_of(subject, memory.names)
    return bool(have) and elements_of(product, memory.names) - _OF_AIR <= have


def _is_of_air(told: Told, given: Given, memory: Memory) -> bool:
    """Whether only air or water can have acted, though they are not named: on what was exposed, or gives H2S."""
    if given.against is not None:
        return False
    sulfides = all(memory.names.identify(subject).material_class == "sulfide" for subject, _ in given.pairs)
    if sulfides and all(product.name == "H2S" for _, product in given.pairs):
        return True
    brought = (
        _brings(subject, product.name, memory) and elements_of(product.name, memory.names) & _OF_AIR - {"C"}
        for subject, product in given.pairs
    )
    return told.says(*form_words().lists["open_words"]) and all(brought)


def is_met(told: Told, given: Given, memory: Memory) -> bool:
    """Whether what is given is told of a contact: with an electrode, at a potential, or with air or water that act.

    Args:
        told: the sentence.
        given: what gives what.
        memory: how its names are understood.
    """
    if _is_of_air(told, given, memory):
        return True
    if any(memory.names.conducts_ions(product.name) for _, product in given.pairs):
        return False
    if given.is_remembered or (given.against is not None and memory.names.conducts_ions(given.against)):
        return True
    if given.against in form_words().counterparts.values() and given.against != "cathode":
        brought = all(_brings(subject, product.name, memory) for subject, product in given.pairs)
        return brought and told.says(*form_words().lists["exposures"])
    return is_electrode(given.against, memory)


def is_reduced(given: Given, memory: Memory) -> bool:
    """Whether products can only come from a reduction: they hold more of the counterpart than what gives them.

    Args:
        given: what gives what.
        memory: how names are understood.
    """
    metal, names = given.against, memory.names
    if metal not in METALS or not all(names.is_electrolyte(subject) for subject, _ in given.pairs):
        return False
    return any(takes_up(product.name, subject, metal, names) for subject, product in given.pairs)


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
