"""Interventions that a verb tells with its objects: `coating LLZO with ZnO`, `LiI was introduced into Li3PS4`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...names import Names
from .agents import (
    METALS,
    Party,
    added_by,
    added_in,
    added_with_examples,
    carriers_in,
    hosts_in,
    is_host,
    specific,
)
from .categories import layer_category, sort_of
from .intervention import Intervention, done_by, told_by
from .named import named_in
from .putting import put
from .swapped import swapped_in, taking_place_in
from .treating import treat
from .words import INTO, NOT_TREATED, WITH, find_head, has_any, in_list, matter_of, strategy_words


def done_in(statement: Statement, names: Names, topic: Sequence[Party] = ()) -> Intervention | None:
    """The intervention that a statement's verb and objects tell, or None.

    Args:
        statement: with a verb of doing in any form, active or passive.
        names: of the document.
        topic: what is treated where that is left to be understood (`adding TiO2 raises the conductivity`).
    """
    found = _serving(statement, names) or taking_place_in(statement, names, topic) or _containing(statement, names)
    if found is not None:
        return found
    role, kind = strategy_words().verbs.get(statement.verb.lemma, ("", ""))
    if not role:
        return None
    statement = _with_patient(statement)
    if role in ("host", "agent") and kind == "layer" and (between := _between(statement, kind, names)) is not None:
        return between
    if role == "host" and kind in ("mixture", "doping") and statement.oblique("into"):
        role, kind = "agent", "mixture"
    if role == "host" and kind == "layer" and statement.oblique("on", "onto") and not statement.oblique("with", "by"):
        role = "agent"
    read = _ROLES.get(role)
    return read(statement, kind, names, topic) if read is not None and statement.patients else None


def _with_patient(statement: Statement) -> Statement:
    """A participle behind a comma with what stands right before that: `15 nm of Al2O3, deposited on LATP`."""
    parent = statement.parent
    if statement.patients or statement.link != "participle" or not statement.verb.passive or parent is None:
        return statement
    before = [phrase for each in (*parent.obliques, *parent.objects) for phrase in each.tree()]
    beside = [phrase for phrase in before if 0 <= statement.start - phrase.end <= _BESIDE and phrase.materials]
    return replace(statement, subjects=beside[-1:]) if beside else statement


_BESIDE = 2
"""Characters of a comma and a space."""


def _containing(statement: Statement, names: Names) -> Intervention | None:
    """`PEO containing TiO2 shows …`: what is in a polymer that it is not made of."""
    if statement.link != "reduced" or "contain" not in statement.verb.senses or statement.verb.passive:
        return None
    hosts = hosts_in(statement.subjects, names, deep=False)
    agents = [party for each in statement.objects for party in added_in(each.words, names)]
    plain = all(sort_of(party.name, names) in ("oxide", "ceramic", "inorganic") for party in agents)
    if not (agents and hosts and plain) or any(sort_of(party.name, names) != "polymer" for party in hosts):
        return None
    return done_by("filler", agents, hosts, statement, "containing", 0.55)


def _serving(statement: Statement, names: Names) -> Intervention | None:
    """`LiPON serves as an interlayer`, `Al2O3 was introduced as an interlayer between A and B`."""
    behind = [each for phrase in statement.obliques for each in phrase.tree() if each.prep == "as"]
    as_phrases = [*behind, *(phrase for phrase in statement.opening if phrase.prep == "as")]
    serves = "serve" in statement.verb.senses
    passive = statement.verb.passive or serves
    for phrase in (*statement.objects, *as_phrases) if serves else as_phrases:
        found = named_in(phrase, names, near=statement.verb.words) or _barrier(phrase, names)
        if found is None:
            continue
        opens = any(phrase is each for each in statement.opening)
        taken = [each for each in statement.oblique(*WITH) if any(phrase is other for other in each.modifiers)]
        givers = statement.subjects if passive or opens or not statement.patients else statement.patients
        givers = taken or givers
        agents = [
            party
            for each in givers
            for party in added_with_examples(each, names) or hosts_in([each], names, deep=False)
        ]
        hosts = [*found.targets, *hosts_in((each for each in phrase.modifiers if each.prep in INTO), names)]
        agents = specific(agents)
        if found.rule == _SERVES and all(is_host(party.name, names) for party in agents):
            continue
        made = found.rule != "plain-layer"
        return done_by(found.category, agents or found.agents, hosts, statement, found.rule, 0.7, made=made)
    return None


_SERVES = "serves-as-layer"
"""The rule of a layer that only its place tells."""


def _barrier(phrase: NounPhrase, names: Names) -> Intervention | None:
    """A plain `barrier` or `buffer` that something serves as, whose material stands there."""
    head = find_head(phrase.words)
    if head is None or head[2] != "layer" or has_any("never_layers", phrase.words[: head[0]]):
        return None
    hosts = hosts_in((each for each in phrase.modifiers if each.prep in ("between", "on", "for")), names)
    category = layer_category(phrase.words, "layer")
    return told_by(category, (), hosts, phrase, phrase.words[head[0]], (_SERVES, 0.6))


def _between(statement: Statement, kind: str, names: Names) -> Intervention | None:
    """`sandwich LATP between two polymer layers`: what lies between is treated."""
    hosts = hosts_in(statement.patients, names, but=NOT_TREATED)
    places = statement.oblique("between")
    sheets = [each for each in places if in_list("sheets", each.words[-1].text)]
    solids = [party for party in hosts_in(sheets, names) if party.name not in METALS]
    if solids and hosts and not any(party.name in METALS for party in hosts):
        return done_by("structure_design", solids, hosts, statement, "sandwiched", 0.65)
    layers = [found for each in places if (found := named_in(each, names)) is not None]
    if kind != "layer" or not hosts or not layers:
        return None
    return done_by("interlayer_ex_situ", layers[0].agents, hosts, statement, "placed-between", 0.6)


def _process_role(statement: Statement, kind: str, names: Names, topic: Sequence[Party]) -> Intervention | None:
    """`polish LLZO`, `the pellets were sintered`, `remove Li2CO3 from the surface`."""
    words = [word for phrase in statement.patients for word in matter_of(phrase)]
    hosts = hosts_in((*statement.patients, *statement.oblique("from", "of", "on", "at")), names, but=NOT_TREATED)
    if kind == "removal":
        means = [party for each in statement.oblique("by", "with") for party in added_by(each, names)]
        agents = [party for party in means if not is_host(party.name, names)]
        found = has_any("contaminants", words)
        return done_by("surface_conditioning", agents, hosts, statement, "removal", 0.65) if found else None
    if not hosts and has_any("bodies", words):
        hosts = list(topic)
    if not hosts and kind == "surface_conditioning":
        hosts = carriers_in(statement.patients, names)
    if kind == "densification" and statement.oblique("into"):
        return put(statement, "mixture", names, topic)
    placed = any(each.prep in ("between", "on", "onto", "into") for each in statement.obliques)
    layers = any(named_in(phrase, names) is not None for phrase in statement.patients)
    if placed or layers or (kind == "densification" and statement.link == "reduced"):
        return None
    if not hosts:
        return None
    withs = [*statement.oblique("with"), *(each for each in statement.opening if each.prep == "with")]
    givers = statement.patients if kind == "structure_design" else withs
    agents = [party for each in givers for party in added_in(each.words, names)]
    return done_by(kind, agents, [host for host in hosts if host not in agents], statement, statement.verb.lemma, 0.65)


_ROLES = {"host": treat, "agent": put, "swap": swapped_in, "process": _process_role}
