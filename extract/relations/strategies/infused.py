"""Liquids that fill or wet a solid: molten metal in a host, a liquid electrolyte at an interface."""

from __future__ import annotations

from collections.abc import Sequence

from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...names import Names
from .agents import METALS, Party, added_in, hosts_in
from .categories import sort_of
from .intervention import Intervention, done_by
from .words import has_any, in_list


def infused(
    statement: Statement, metals: Sequence[NounPhrase], bodies: Sequence[NounPhrase], names: Names
) -> Intervention | None:
    """`molten Li was infused into carbon cloth`, `porous LLZO infiltrated with Li`: an anode with a host."""
    anode = [party for party in hosts_in(metals, names, deep=False) if party.name in METALS]
    if not anode or not in_list("fills", statement.verb.lemma):
        return None
    every = [each for phrase in bodies for each in phrase.tree() if each is phrase or each.prep == "of"]
    ceramics = [party for party in hosts_in(every, names) if sort_of(party.name, names) == "ceramic"]
    if ceramics:
        return done_by("structure_design", (), ceramics, statement, "infused", 0.6)
    agents = [party for each in every for party in added_in(each.words, names)]
    return done_by("anode_composite", agents, anode, statement, "infused", 0.6) if agents else None


def wetted(
    statement: Statement, places: Sequence[NounPhrase], hosts: Sequence[Party], names: Names
) -> Intervention | None:
    """`Liquid electrolyte was added at the LAGP|Li interface`: between both lies what wets them."""
    between = [each for each in places if each.prep == "between" or has_any("interfaces", each.words)]
    liquid = [party for party in hosts_in(statement.patients, names, deep=False) if party.name == "liquid electrolyte"]
    if not (liquid and between and hosts) or in_list("uses", statement.verb.lemma):
        return None
    return done_by("interlayer_ex_situ", liquid, hosts, statement, f"{statement.verb.lemma}-between", 0.6)
