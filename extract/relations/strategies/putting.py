"""Interventions of which the verb's object is put somewhere: `deposit ZnO on LLZO`, `introduce LiI into Li3PS4`."""

from __future__ import annotations

from collections.abc import Sequence

from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...frames.word import Word
from ...names import Names
from .agents import (
    METALS,
    Party,
    added_with_examples,
    element_in,
    hosts_in,
    is_host,
)
from .categories import mixture_category, sort_of
from .infused import infused, wetted
from .intervention import Intervention, done_by
from .named import named_in
from .words import INTO, has_any, in_list

_OF_METALS = frozenset({"doping", "anode_alloying", "anode_composite", "interlayer_ex_situ", "interlayer_in_situ"})
"""Categories of what bare metals are added for; in a polymer they are there for something else."""


def put(statement: Statement, kind: str, names: Names, topic: Sequence[Party]) -> Intervention | None:
    """`deposit ZnO on LLZO`, `LiI was introduced into Li3PS4`: the object is the agent.

    Args:
        statement: with a verb of putting.
        kind: of intervention, by the verb.
        names: of the document.
        topic: where it is put where that is left to be understood.
    """
    places = [each for each in statement.obliques if each.prep in INTO]
    hosts = hosts_in(places, names, but=frozenset({"with", "by", "via"}))
    named = [
        found for each in statement.patients if (found := named_in(each, names, near=_near(statement))) is not None
    ]
    verb = statement.verb.lemma
    if named:
        return _put_by_name(named, hosts, places, statement)
    agents = _added(statement, places, names)
    if not agents:
        inside = statement.oblique("into", "in", "within")
        return infused(statement, statement.patients, inside, names) or wetted(statement, places, hosts, names)
    if kind == "surface_conditioning":
        ceramics = [party for party in hosts if sort_of(party.name, names) == "ceramic"]
        return done_by(kind, agents, ceramics, statement, f"{verb}-onto", 0.6) if ceramics else None
    if kind == "layer":
        there = has_any("bodies", [word for each in places for word in each.words]) and not hosts
        hosts = [party for party in topic if party.name not in METALS] if there else hosts
        return _laid(agents, hosts, statement, names)
    words = [word for each in statement.patients for word in each.words]
    place_words = [word for each in places for tree in each.tree() for word in tree.words]
    if has_any("lattice", place_words) and sort_of(agents[0].name, names) in (
        "metal",
        "nonmetal",
        "oxide",
        "inorganic",
    ):
        return done_by("doping", agents, hosts, statement, f"{verb}-into", 0.7)
    if any(each.prep == "between" for each in places) or has_any("interfaces", place_words):
        return done_by("interlayer_ex_situ", agents, hosts, statement, f"{verb}-between", 0.65)
    if in_list("uses", verb):
        return None
    if not hosts:
        return _to_topic(statement, agents, topic, words, names)
    category = mixture_category(agents, hosts, words, names)
    metals = all(sort_of(party.name, names) == "metal" for party in agents)
    if not category or (category == "doping" and in_list("fills", verb)) or (metals and category not in _OF_METALS):
        return None
    return done_by(category, agents, hosts, statement, f"{verb}-into", 0.7)


def _added(statement: Statement, places: Sequence[NounPhrase], names: Names) -> list[Party]:
    """What is put somewhere; into a lattice also an element by its symbol (`Br- into the lattice`)."""
    agents = [party for each in statement.patients for party in added_with_examples(each, names)]
    agents = [party for party in agents if party.name not in METALS]
    lattice = not agents and any(has_any("lattice_places", each.words) for each in places)
    return [party for each in statement.patients for party in element_in(each.words, names)] if lattice else agents


def _put_by_name(
    named: Sequence[Intervention], hosts: Sequence[Party], places: Sequence[NounPhrase], statement: Statement
) -> Intervention:
    """What is put somewhere by its name (`a ZnO film was laid on LLZO`); an alloy at an interface is a layer there."""
    first, verb = named[0], statement.verb.lemma
    agents = [party for found in named if found.category == first.category for party in found.agents]
    where = [*first.targets, *(party for party in hosts if not in_list("uses", verb))]
    at = any(each.prep == "between" or has_any("interfaces", each.words) for each in places)
    if first.category == "anode_alloying" and at:
        return done_by("interlayer_ex_situ", agents, where, statement, f"{verb}-between", 0.65)
    return done_by(first.category, agents, where, statement, first.rule, first.confidence)


def _to_topic(
    statement: Statement, agents: Sequence[Party], topic: Sequence[Party], words: Sequence[Word], names: Names
) -> Intervention | None:
    """`Adding TiO2 raises the conductivity`: to what was spoken of, if that is an electrolyte."""
    sorts = {sort_of(party.name, names) for party in agents}
    where = [party for party in topic if sort_of(party.name, names) in ("polymer", "ceramic")]
    particles = has_any("particles", words) and all(sort_of(party.name, names) == "polymer" for party in where)
    filled = sorts == {"ceramic"} and all(sort_of(party.name, names) == "polymer" for party in where)
    parts = sorts & {"ceramic", "polymer", "electrolyte", "liquid"} and not (particles or filled)
    if not where or parts or sorts & {"metal", "carbon", "alloy", "other"} or in_list("fills", statement.verb.lemma):
        return None
    category = mixture_category(agents, where, words, names)
    return done_by(category, agents, where, statement, f"{statement.verb.lemma}-to-it", 0.55) if category else None


def _laid(agents: Sequence[Party], hosts: Sequence[Party], statement: Statement, names: Names) -> Intervention | None:
    """`ZnO deposited on LLZO`; where the place is not said (`ZnO deposited by ALD`), of what is no electrolyte."""
    if hosts:
        return done_by("interlayer_ex_situ", agents, hosts, statement, f"{statement.verb.lemma}-on", 0.65)
    if any(is_host(party.name, names) for party in agents):
        return None
    return done_by("interlayer_ex_situ", agents, (), statement, "plain-layer", 0.55)


def _near(statement: Statement) -> list[Word]:
    every = [word for each in statement.oblique("by", "via", "through") for tree in each.tree() for word in tree.words]
    return [*statement.verb.words, *every]
