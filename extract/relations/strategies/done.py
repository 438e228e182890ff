"""Interventions that a verb tells with its objects: `coating LLZO with ZnO`, `LiI was introduced into Li3PS4`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...frames.grammar import grammar
from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...frames.word import Word
from ...names import Names
from .agents import (
    METALS,
    Party,
    added_by,
    added_in,
    added_with_examples,
    carriers_in,
    element_in,
    hosts_in,
    is_host,
    specific,
)
from .categories import layer_category, mixture_category, sort_of
from .infused import infused, wetted
from .intervention import Intervention, done_by, told_by
from .named import named_in
from .swapped import swapped_in, taking_place_in
from .words import find_head, has_any, in_list, matter_of, strategy_words

_WITH = ("with", "by", "using", "via", "through")
_INTO = ("into", "in", "to", "onto", "on", "between", "at", "within", "inside", "over", "for", "against", "from", "of")
_NOT_TREATED = frozenset({"with", "by", "using", "via", "through", "to", "as", "against"})


_OF_METALS = frozenset({"doping", "anode_alloying", "anode_composite", "interlayer_ex_situ", "interlayer_in_situ"})
"""Categories of what bare metals are added for; in a polymer they are there for something else."""


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
        taken = [each for each in statement.oblique(*_WITH) if any(phrase is other for other in each.modifiers)]
        givers = statement.subjects if passive or opens or not statement.patients else statement.patients
        givers = taken or givers
        agents = [
            party
            for each in givers
            for party in added_with_examples(each, names) or hosts_in([each], names, deep=False)
        ]
        hosts = [*found.targets, *hosts_in((each for each in phrase.modifiers if each.prep in _INTO), names)]
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


def _host_role(statement: Statement, kind: str, names: Names, topic: Sequence[Party]) -> Intervention | None:
    """`coat LLZO with ZnO`: the object is treated."""
    withs = statement.oblique(*_WITH, *(("in", "into") if in_list("immerses", statement.verb.lemma) else ()))
    kept_off = [each for phrase in statement.oblique("from", "against") for each in phrase.tree()]
    withs = [each for each in withs if not any(each is other for other in kept_off)]
    named = next((found for each in withs if (found := named_in(each, names)) is not None), None)
    agents = _given_with(withs, statement, named, names) or _reinforcing(statement, kind, names)
    hosts = hosts_in(statement.patients, names, but=_NOT_TREATED) or _left_out(statement, kind, names, topic)
    verb = statement.verb.lemma
    if kind == "mixture":
        return infused(statement, withs, statement.patients, names) or _mixed(agents, hosts, withs, statement, names)
    if kind == "layer" and not agents and hosts:
        agents = [party for each in withs[:1] for party in _covering(each)]
    if kind != "salt_or_additive":
        agents = agents or [party for each in withs for party in element_in(each.words, names)]
    agents = agents or ([] if named else _shielding(statement, names))
    if not agents and not (named and hosts):
        return None
    kind = _kind_by_name(kind, named)
    if kind == "layer" and has_any("cores", [word for each in statement.patients for word in each.words]):
        kind = "structure_design"
    if verb == "decorate" and all(sort_of(party.name, names) == "polymer" for party in hosts):
        return None
    if kind == "layer":
        words = [*statement.verb.words, *(word for each in withs for word in each.words)]
        kind = named.category if named and named.category.startswith("interlayer") else layer_category(words, "layer")
    if kind in ("layer", "surface_conditioning", "anode_alloying") and not hosts:
        return None
    return done_by(kind, agents, hosts, statement, f"{verb}-with", 0.75)


def _mixed(
    agents: Sequence[Party], hosts: Sequence[Party], withs: Sequence[NounPhrase], statement: Statement, names: Names
) -> Intervention | None:
    """`blend PEO with LLZTO`, `infiltrate LLZO with PEO`."""
    category = mixture_category(agents, hosts, [word for each in withs for word in each.words], names)
    if category == "doping" or not category or not agents:
        return None
    return done_by(category, agents, hosts, statement, f"{statement.verb.lemma}-with", 0.65)


def _kind_by_name(kind: str, named: Intervention | None) -> str:
    """What a treatment is by the name behind it: `modified with a film of ZnO`, `modified by doping with O`."""
    if kind != "surface_conditioning" or named is None:
        return kind
    return "layer" if named.category.startswith("interlayer") else "doping" if named.category == "doping" else kind


def _given_with(
    withs: Sequence[NounPhrase], statement: Statement, named: Intervention | None, names: Names
) -> list[Party]:
    """What is added with `with`; of `passivates the interface with LGPS` nothing, which names the other side."""
    if named is not None and named.category == "doping":
        return list(named.agents)
    agents = [party for each in withs for party in added_with_examples(each, names)]
    of_interface = any(in_list("seis", each.words[-1].text) for each in statement.patients)
    return [party for party in agents if not (of_interface and is_host(party.name, names))]


def _reinforcing(statement: Statement, kind: str, names: Names) -> list[Party]:
    """`Polyimide fibres reinforce PEO`."""
    if kind != "high_modulus_host" or statement.verb.passive or statement.oblique(*_WITH):
        return []
    return [party for each in statement.subjects for party in added_by(each, names)]


def _left_out(statement: Statement, kind: str, names: Names, topic: Sequence[Party]) -> list[Party]:
    """What is treated where it is named by its form, or is another part: `the foil`, `the pellet`, `an Al foil`."""
    if kind not in ("layer", "surface_conditioning"):
        return []
    plain = [each for each in statement.patients if not each.materials]
    cathodes = [word for each in plain for word in each.words if in_list("cathodes", word.text)]
    if cathodes:
        return [Party("cathode", cathodes[0].start, cathodes[0].end)]
    if any(in_list("foils", each.words[-1].text) for each in plain):
        return [party for party in topic if party.name in METALS]
    if any(in_list("bodies", each.words[-1].text) and each.determiner == "the" for each in plain):
        return [party for party in topic if party.name not in METALS]
    return carriers_in(statement.patients, names)


def _shielding(statement: Statement, names: Names) -> list[Party]:
    """What protects something by itself: `MgO protects Li`, `a mixture of LiF and MgO shields Li`."""
    if statement.verb.passive or not in_list("shields", statement.verb.lemma):
        return []
    parties: list[Party] = []
    for phrase in statement.subjects:
        mixed = [each for each in phrase.tree() if each is not phrase and each.prep == "of"]
        given = mixed if in_list("composites", phrase.words[-1].text) else [phrase]
        parties += [party for each in given for party in added_in(each.words, names)]
    return [party for party in parties if names.is_agent(party.name)]


def _covering(phrase: NounPhrase) -> list[Party]:
    """What a coat is made of, as written: `coated with a hydrate layer`, `coated with varnish`."""
    words = [word for word in phrase.words if word.part == "noun" and word.mention is None and not word.joined]
    words = [word for word in words if not in_list("bare_layers", word.text) and not has_any("protecting", [word])]
    words = [word for word in words if word.text not in grammar().lists["adjectives"]]
    return [Party(words[-1].text, words[-1].start, words[-1].end)] if words else []


def _agent_role(statement: Statement, kind: str, names: Names, topic: Sequence[Party]) -> Intervention | None:
    """`deposit ZnO on LLZO`, `LiI was introduced into Li3PS4`: the object is the agent."""
    places = [each for each in statement.obliques if each.prep in _INTO]
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


def _between(statement: Statement, kind: str, names: Names) -> Intervention | None:
    """`sandwich LATP between two polymer layers`: what lies between is treated."""
    hosts = hosts_in(statement.patients, names, but=_NOT_TREATED)
    places = statement.oblique("between")
    sheets = [each for each in places if in_list("sheets", each.words[-1].text)]
    solids = [party for party in hosts_in(sheets, names) if party.name not in METALS]
    if solids and hosts and not any(party.name in METALS for party in hosts):
        return done_by("structure_design", solids, hosts, statement, "sandwiched", 0.65)
    layers = [found for each in places if (found := named_in(each, names)) is not None]
    if kind != "layer" or not hosts or not layers:
        return None
    return done_by("interlayer_ex_situ", layers[0].agents, hosts, statement, "placed-between", 0.6)


def _near(statement: Statement) -> list[Word]:
    every = [word for each in statement.oblique("by", "via", "through") for tree in each.tree() for word in tree.words]
    return [*statement.verb.words, *every]


def _process_role(statement: Statement, kind: str, names: Names, topic: Sequence[Party]) -> Intervention | None:
    """`polish LLZO`, `the pellets were sintered`, `remove Li2CO3 from the surface`."""
    words = [word for phrase in statement.patients for word in matter_of(phrase)]
    hosts = hosts_in((*statement.patients, *statement.oblique("from", "of", "on", "at")), names, but=_NOT_TREATED)
    if kind == "removal":
        means = [party for each in statement.oblique("by", "with") for party in added_by(each, names)]
        agents = [party for party in means if not is_host(party.name, names)]
        found = has_any("contaminants", words)
        return done_by("surface_conditioning", agents, hosts, statement, "removal", 0.65) if found else None
    if not hosts and has_any("bodies", words):
        hosts = list(topic)
    if not hosts and kind == "surface_conditioning":
        hosts = carriers_in(statement.patients, names)
    put = statement.oblique("into") if kind == "densification" else []
    if put:
        return _agent_role(statement, "mixture", names, topic)
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


_ROLES = {"host": _host_role, "agent": _agent_role, "swap": swapped_in, "process": _process_role}
