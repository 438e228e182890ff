"""Interventions that stand in one list, and share a noun or a place."""

from __future__ import annotations

from dataclasses import replace

from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...names import Names
from .agents import Party, added_in, element_in, is_host
from .intervention import Intervention
from .words import find_head, in_list


def with_listed(
    intervention: Intervention | None, phrase: NounPhrase, statement: Statement, names: Names
) -> Intervention | None:
    """What stands bare before it in a list, and shares its noun: `Al and Ga doping`, `MgO and ZnO layers`.

    Args:
        intervention: that the phrase names, if any.
        phrase: the phrase.
        statement: in which it stands.
        names: of the document.
    """
    if intervention is None or not intervention.agents or phrase.determiner not in ("", "both"):
        return intervention
    lists = (statement.subjects, statement.objects, statement.obliques, statement.opening)
    within = next((each for each in lists if any(phrase.words is one.words for one in each)), [])
    index = next((index for index, each in enumerate(within) if each.words is phrase.words), 0)
    before: list[Party] = []
    for each in reversed(within[:index]):
        words = each.words[1:] if each.determiner == "both" else each.words
        parties = added_in(words, names) or element_in(words, names)
        if len(words) != 1 or not parties or each.modifiers or each.prep != phrase.prep:
            break
        before = [*parties, *before]
    named = {party.name for party in intervention.agents}
    others = (party for party in before if party.name not in named and not is_host(party.name, names))
    added = tuple(others)
    return replace(intervention, agents=(*added, *intervention.agents)) if added else intervention


def apart(phrase: NounPhrase) -> list[NounPhrase]:
    """A layer, and others that are listed behind its place: `Ge coatings on LAGP, ZnO films on LLZO`.

    Args:
        phrase: that may name several.
    """
    if in_list("actions", phrase.words[-1].text) and len(several := _kinds_of(phrase)) > 1:
        return [replace(phrase, modifiers=[each]) for each in several]
    listed = [each for each in phrase.modifiers if each.prep in ("on", "onto", "between") and _is_layer(each)]
    if not listed or not _is_layer(phrase):
        return [phrase]
    kept = [each for each in phrase.modifiers if not any(each is other for other in listed)]
    others = [other for each in listed for other in apart(replace(each, prep=""))]
    return [replace(phrase, modifiers=kept), *others]


def _kinds_of(phrase: NounPhrase) -> list[NounPhrase]:
    """The interventions whose use a phrase tells of, if it tells of nothing else (`use of coatings and dopants`)."""
    of = [each for each in phrase.modifiers if each.prep == "of"]
    named = [each for each in of if find_head(each.words) is not None or each.words[-1].text.startswith("alloy")]
    return named if len(named) == len(of) else []


def _is_layer(phrase: NounPhrase) -> bool:
    head = find_head(phrase.words)
    return head is not None and head[2] == "layer"
