"""Words in gold facts that no extracted fact can have: slips that would quietly count as misses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from ...errors import UnitError
from ...ontology.units import parse_unit
from ...ontology.vocabulary import effects, failures, interphase_kinds, properties, strategies
from .comparison import is_converted
from .facts import Fact


def advice(gold: Iterable[Fact]) -> list[str]:
    """One line for each word that is not in the vocabulary, and each unit that is compared as written only.

    Args:
        gold: facts of a reader.
    """
    said = Counter(remark for fact in gold for remark in _remarks(fact))
    return [text if count == 1 else f"{text} ({count} facts)" for text, count in said.items()]


def _remarks(fact: Fact) -> Iterator[str]:
    data = fact.data
    if fact.type == "property":
        yield from _unknown("property", [data["property"]], properties())
        yield from _unit(data.get("unit") or "")
    elif fact.type == "interphase":
        yield from _unknown("kind", [data["kind"].casefold()], {kind.casefold() for kind in interphase_kinds()})
    elif fact.type == "limitation":
        yield from _unknown("failure", [data["failure"]], failures())
    elif fact.type == "strategy":
        yield from _unknown("category", [data["category"]], strategies())
        yield from _unknown("improves", data.get("improves") or (), {*properties(), *effects()})
        yield from _unknown("mitigates", data.get("mitigates") or (), failures())


def _unknown(field: str, names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    terms = list(known)
    for name in names:
        if name not in terms:
            near = get_close_matches(name, terms, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            yield f"{field} {name!r} is not in the vocabulary{hint}"


def _unit(written: str) -> Iterator[str]:
    """A unit that is understood, but spelled so that it is not converted."""
    if is_converted(written):
        return
    try:
        meant = parse_unit(written).ascii
    except UnitError:
        return
    if is_converted(meant):
        yield f"unit {written!r} is compared as written; write {meant!r}"
