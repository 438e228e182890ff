"""Decomposition: a material, alone or in contact with another, gives products.

A reading finds phrases that name products and says by which construction; `_drafts` finds who gives them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cache

from ...ontology.elements import elements, symbol_of_name
from ..frames.concept import METALS
from ..frames.statements import Statement
from .circumstances import is_making, is_met, is_reduced
from .constructions import CONSTRUCTIONS
from .equations import find_equations, runs_of_equations
from .form_words import form_words
from .givers import find_givers
from .memory import Memory
from .passing import find_in_passing
from .products import Product, Reading, elements_of, find_products
from .sightings import find_sightings
from .told import Draft, Told


def find_decompositions(told: Told, memory: Memory) -> Iterator[Draft]:
    """The products that a sentence names.

    Args:
        told: the sentence.
        memory: what it leaves to be understood.
    """
    if not told.sentence.materials and not (memory.pair is not None and told.says(*_unnamed())):
        return
    seen: set[tuple[str, str]] = set()
    readings = () if runs_of_equations(told) else _readings(told, memory)
    drafts = [draft for reading in readings for draft in _drafts(reading, told, memory)]
    given = {draft.arguments["product"].id for draft in drafts if memory.names.is_electrolyte(_subject(draft))}
    drafts = [_apart_from(given, draft) for draft in drafts if draft.arguments["subject"].id not in given]
    for draft in (*drafts, *find_equations(told, memory)):
        key = (draft.arguments["subject"].id, draft.arguments["product"].id)
        if key not in seen:
            seen.add(key)
            yield draft


def _apart_from(products: Set[str], draft: Draft) -> Draft:
    """A draft without a counterpart that is itself a product of the sentence."""
    against = draft.arguments["against"]
    if against is None or against.id not in products:
        return draft
    return replace(draft, arguments={**draft.arguments, "against": None})


@cache
def _unnamed() -> tuple[str, ...]:
    """Words by which a sentence may name products though it names no material: of classes, and `metallic`."""
    return ("metallic", *form_words().lists["product_words"])


def _subject(draft: Draft) -> str:
    """The name of what gives a product."""
    name: str = draft.arguments["subject"].name
    return name


def _readings(told: Told, memory: Memory) -> Iterator[Reading]:
    for statement in told.statements:
        if not is_asserted(statement):
            if statement.link in ("main", "clause") and not statement.verb.passive:
                yield from find_in_passing(statement, [each for phrase in statement.subjects for each in phrase.tree()])
            continue
        yield from find_in_passing(statement, list(statement.phrases()))
        for construction in CONSTRUCTIONS:
            yield from construction(statement, told)
        yield from find_sightings(statement, told, memory)


def _is_supposed(statement: Statement) -> bool:
    """`If X reacted with Li, A would form`: what would be so is not."""
    above = statement.parent
    return (
        above is not None and above.subordinator == "if" and any(word.text == "would" for word in statement.verb.words)
    )


def is_asserted(statement: Statement | None) -> bool:
    """Whether a statement is said to be so: not behind `whether`, not what something prevents."""
    while statement is not None:
        if statement.link == "means":
            return True
        if _is_supposed(statement):
            return False
        if statement.subordinator in ("whether", "unless", "without", "instead of", "rather than", "from"):
            return False
        if "prevent" in statement.verb.senses or "fail" in statement.verb.senses:
            return False
        statement = statement.parent if statement.link not in ("main", "clause") else None
    return True


def _is_nonmetal(name: str) -> bool:
    """Whether a name is that of an element which metals take up: sulfur as a cathode, the chlorine of a spectrum."""
    element = elements().get(symbol_of_name().get(name, name))
    return element is not None and element.kind in ("nonmetal", "halogen")


def _without_elements(pairs: Sequence[tuple[str, Product]]) -> Iterator[tuple[str, Product]]:
    """Who gives what, without the elements of those that do (`the fluorine of LiFSI ends up as LiF`)."""
    for subject, product in pairs:
        others = any(other != subject and each.name == product.name for other, each in pairs)
        if not (others and _is_nonmetal(subject)):
            yield subject, product


def _brings_others(subject: str, product: Product, against: str | None, memory: Memory) -> bool:
    """Whether a product has more elements than those of an element that is said to give it and its counterpart."""
    if memory.names.identify(subject).kind != "element":
        return False
    others = elements_of(product.name, memory.names) - elements_of(subject, memory.names)
    return len(others) > 1 if against is None else not others <= elements_of(against, memory.names)


_REDOX = frozenset({"reduce", "oxidize", "oxidise"})


def _holder(subject: str, reading: Reading, told: Told, memory: Memory) -> str:
    """The electrolyte that holds an element which is said to be reduced (`Na3SbS4, in which Sb is reduced`)."""
    names = memory.names
    alone = subject in METALS or names.identify(subject).kind != "element"
    if alone or reading.statement.verb.lemma not in _REDOX:
        return subject
    named = (mention.name for mention in told.sentence.materials if names.is_electrolyte(mention.name))
    return next((name for name in named if subject in elements_of(name, names)), subject)


def _drafts(reading: Reading, told: Told, memory: Memory) -> Iterator[Draft]:
    products = find_products(reading.phrases, told.sentence.text, memory.names)
    if not products:
        return
    given = find_givers(reading, products, told, memory)
    derived = reading.rule == "stems-from"
    if given is None or ((reading.source is None or derived) and is_making(told, given, memory)):
        return
    if derived and any(memory.names.is_electrolyte(product.name) for product in products):
        return
    if reading.meets and not is_met(told, given, memory):
        return
    if reading.reduced and not is_reduced(given, memory):
        return
    for subject, product in _without_elements(given.pairs):
        source = memory.names.participant(_holder(subject, reading, told, memory))
        target = memory.names.participant(product.name)
        stack = memory.names.identify(subject).kind == "cell"
        strange = (reading.before and _is_nonmetal(subject)) or _brings_others(subject, product, given.against, memory)
        if source.id != target.id and not stack and not strange:
            yield Draft(
                "decomposition",
                {
                    "subject": source,
                    "against": memory.names.participant(given.against) if given.against else None,
                    "product": target,
                },
                product.start,
                reading.rule,
                reading.confidence * given.confidence,
                negated=product.denied or reading.statement.verb.denied,
            )
