"""Whether a text denies a relation, as our own rules read its sentences; a model that says so is believed as well.

A verb with `not` alone does not tell: `cannot be wetted` states a weakness, `does not react` a stable interphase. The
rules for relations know; where they read the same relation in the quotation, they decide. Where they read nothing, a
product of a denied verb is denied, and so is a strategy all of whose effects that the quotation writes are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ....ontology.vocabulary import effects, failures, find_terms, properties
from ...frames.reading import statements_of
from ...relations.claims import RULES
from ...relations.memory import Memory
from ...relations.told import Draft, tell
from .quoted import Quoted

_CORE = {
    "decomposition": ("subject", "product"),
    "interphase": ("subject", "interphase_kind"),
    "limitation": ("subject", "failure"),
    "causes": ("cause", "effect"),
}
"""Arguments by which a relation that the rules read is the one that a model read."""


def is_denied_relation(kind: str, arguments: Mapping[str, Any], quoted: Quoted, title: str) -> bool:
    """Whether the quotation denies a relation.

    Args:
        kind: of the claim.
        arguments: of the claim.
        quoted: the quotation.
        title: of the paper, which the rules keep in mind.
    """
    if kind == "strategy":
        return _is_without_effect({*arguments["improves"], *arguments["mitigates"]}, quoted)
    same = [draft for draft in _drafts(quoted, title) if draft.kind == kind and _is_same(draft, arguments)]
    if same:
        return all(draft.negated for draft in same)
    if kind != "decomposition":
        return False
    name = arguments["product"].name
    return _are_denied([(each.start, each.end) for each in quoted.materials() if each.name == name], quoted)


def _drafts(quoted: Quoted, title: str) -> Iterator[Draft]:
    memory = Memory.of_paper(quoted.names, title).at_section(quoted.block.section).at_paragraph()
    for sentence in quoted.sentences:
        told = tell(quoted.block, sentence)
        for rule in RULES:
            yield from rule(told, memory)


def _is_same(draft: Draft, arguments: Mapping[str, Any]) -> bool:
    names = _CORE[draft.kind]
    return all(_key(draft.arguments[name]) == _key(arguments[name]) for name in names)


def _key(value: Any) -> Any:
    return getattr(value, "id", value)


def _is_without_effect(names: set[str], quoted: Quoted) -> bool:
    places = [
        (hit.start + quoted.start, hit.end + quoted.start)
        for terms in (properties(), effects(), failures())
        for hit in find_terms(quoted.text, terms)
        if names.intersection(hit.names)
    ]
    return _are_denied(places, quoted)


def _are_denied(places: Iterable[tuple[int, int]], quoted: Quoted) -> bool:
    """Whether all of some places, of which there is one at least, go with a denied verb or behind `no`."""
    said = [_is_denied(start, end, quoted) for start, end in places]
    return bool(said) and all(said)


def _is_denied(start: int, end: int, quoted: Quoted) -> bool:
    for sentence in quoted.sentences:
        for statement in statements_of(sentence) if sentence.start <= start < sentence.end else ():
            phrases = [each for each in statement.phrases() if each.start < end and start < each.end]
            if phrases and (statement.verb.denied or any(each.is_denied for each in phrases)):
                return True
    return False
