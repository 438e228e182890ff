"""What takes the place of something else: of ions in a lattice, of an anode, of an electrolyte."""

from __future__ import annotations

from collections.abc import Sequence

from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...names import Names
from .agents import Party, added_in, added_with_examples, element_in, hosts_in
from .categories import sort_of
from .intervention import Intervention, done_by
from .named import named_in
from .words import has_any, in_list

_DOPING = frozenset({"metal", "nonmetal", "dopant"})
"""Sorts of what takes a place in a lattice."""


def taking_place_in(statement: Statement, names: Names, topic: Sequence[Party] = ()) -> Intervention | None:
    """`Tin takes the place of germanium in LGPS`, `Al occupies Li sites in LLZO`, `Ta enters the lattice of LLZO`."""
    if not in_list("takes_place", statement.verb.lemma) or statement.verb.passive:
        return None
    places = [phrase for phrase in statement.objects if _is_place(phrase, statement.verb.lemma)]
    hosts = hosts_in((*places, *statement.oblique("in", "of", "within")), names)
    spoken_of = topic if statement.link in ("main", "clause") else ()
    hosts = [party for party in hosts or spoken_of if sort_of(party.name, names) == "ceramic"]
    agents = [
        party for each in statement.subjects for party in added_in(each.words, names) or element_in(each.words, names)
    ]
    simple = all(sort_of(party.name, names) in _DOPING for party in agents)
    told = places and hosts and agents and simple
    return done_by("doping", agents, hosts, statement, "takes-place", 0.65, made=True) if told else None


def _is_place(phrase: NounPhrase, verb: str) -> bool:
    """Whether a phrase names a place in a lattice; `the place of` what was there, for a verb of taking."""
    of_other = any(each.prep == "of" for each in phrase.modifiers) or phrase.determiner in ("its", "their")
    own = of_other and phrase.words[-1].text == "place"
    return own if verb == "take" else has_any("lattice_places", phrase.words)


def swapped_in(statement: Statement, kind: str, names: Names, topic: Sequence[Party]) -> Intervention | None:
    """`replace Zr with Ta in LLZO`, `Li metal was replaced by a Li-In alloy`."""
    every = [each for phrase in (*statement.patients, *statement.obliques) for each in phrase.tree()]
    new = list({id(each): each for each in every if each.prep in ("with", "by")}.values())
    old = hosts_in(statement.patients, names, deep=False)
    if statement.verb.lemma == "substitute" and (behind := [each for each in every if each.prep == "for"]):
        return _for_another(statement, behind, names, topic)
    if old and statement.verb.lemma == "substitute" and all(sort_of(party.name, names) == "ceramic" for party in old):
        into = [party for each in new for party in (added_in(each.words, names) or element_in(each.words, names))]
        dopes = bool(into) and all(sort_of(party.name, names) in _DOPING for party in into)
        return done_by("doping", into, old, statement, "substitute-with", 0.65) if dopes else None
    if old:
        return _swapped_part(statement, old, new, names)
    hosts = hosts_in((each for each in every if each.prep in ("in", "of", "within")), names)
    if any(in_list("lattice", word.text) for each in statement.patients for word in each.words) and not new:
        return done_by("doping", (), hosts, statement, "replace-ion", 0.65) if hosts else None
    agents = [party for each in new for party in (added_with_examples(each, names) or element_in(each.words, names))]
    ions = [
        party for each in statement.patients for party in added_in(each.words, names) or element_in(each.words, names)
    ]
    simple = agents and all(sort_of(party.name, names) in _DOPING for party in (*agents, *ions))
    hosts = hosts or [party for party in topic if sort_of(party.name, names) == "ceramic"]
    return done_by("doping", agents, hosts, statement, "replace-ion", 0.7) if simple and (hosts or ions) else None


def _for_another(
    statement: Statement, behind: Sequence[NounPhrase], names: Names, topic: Sequence[Party]
) -> Intervention | None:
    """`substitute oxygen for sulfur in Li3PS4`: the object takes the place of what stands behind `for`."""
    own = ([one for each in statement.patients for one in each.examples or (each,)], behind)
    new, old = (
        [party for each in given for party in added_in(each.words, names) or element_in(each.words, names)]
        for given in own
    )
    hosts = hosts_in(statement.oblique("in", "of", "within"), names)
    hosts = hosts or [party for party in topic if sort_of(party.name, names) == "ceramic"]
    simple = all(sort_of(party.name, names) in _DOPING for party in (*new, *old))
    return done_by("doping", new, hosts, statement, "replace-ion", 0.65) if new and old and simple else None


def _swapped_part(
    statement: Statement, old: Sequence[Party], new: Sequence[NounPhrase], names: Names
) -> Intervention | None:
    """An anode or an electrolyte in place of another."""
    parts = {sort_of(party.name, names) for party in old}
    if "anode" in parts:
        plain = [each.words[-1] for each in new if each.words[-1].text in ("alloy", "alloys") and not each.materials]
        if plain and old[0].name == "Li":
            agent = Party("Li alloy", plain[0].start, plain[0].end)
            return done_by("anode_alloying", [agent], old, statement, "replace-anode", 0.65)
        alloys = [found for each in new if (found := named_in(each, names)) and found.category == "anode_alloying"]
        return done_by("anode_alloying", alloys[0].agents, old, statement, "replace-anode", 0.7) if alloys else None
    solid = [party for party in hosts_in(new, names) if sort_of(party.name, names) not in ("anode", "liquid")]
    if not solid or not parts & {"liquid", "polymer", "ceramic"}:
        return None
    return done_by("new_electrolyte", solid, old, statement, "replace-electrolyte", 0.6)
