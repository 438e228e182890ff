"""Interventions that a verb tells with its objects: `coating LLZO with ZnO`, `LiI was introduced into Li3PS4`."""

from __future__ import annotations

from collections.abc import Sequence

from ...frames.grammar import grammar
from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...frames.word import Word
from ...names import Names
from .agents import METALS, Party, added_by, added_in, element_in, hosts_in, is_host
from .categories import layer_category, mixture_category, sort_of
from .intervention import Intervention
from .named import named_in
from .words import has_any, in_list, strategy_words

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
    serving = _serving(statement, names)
    if serving is not None:
        return serving
    role, kind = strategy_words().verbs.get(statement.verb.lemma, ("", ""))
    if role in ("host", "agent") and kind == "layer" and (between := _between(statement, kind, names)) is not None:
        return between
    if role == "host" and kind == "mixture" and statement.oblique("into"):
        role = "agent"
    read = _ROLES.get(role)
    return read(statement, kind, names, topic) if read is not None and statement.patients else None


def _serving(statement: Statement, names: Names) -> Intervention | None:
    """`LiPON serves as an interlayer`, `Al2O3 was introduced as an interlayer between A and B`."""
    as_phrases = [each for phrase in statement.obliques for each in phrase.tree() if each.prep == "as"]
    passive = statement.verb.passive or "serve" in statement.verb.senses
    objects = statement.objects if "serve" in statement.verb.senses else []
    for phrase in (*objects, *as_phrases):
        found = named_in(phrase, names, near=statement.verb.words)
        if found is None:
            continue
        givers = statement.subjects if passive or not statement.patients else statement.patients
        agents = [party for each in givers for party in _added(each, names) or hosts_in([each], names, deep=False)]
        hosts = [*found.targets, *hosts_in((each for each in phrase.modifiers if each.prep in _INTO), names)]
        made = found.rule != "plain-layer"
        return _make(found.category, agents or found.agents, hosts, statement, found.rule, 0.7, made=made)
    return None


def _added(phrase: NounPhrase, names: Names) -> list[Party]:
    """What a phrase and its examples name as added."""
    every = [phrase, *phrase.examples, *(each for each in phrase.tree() if each is not phrase and each.prep == "of")]
    given = [(added_in(each.words, names) or element_in(each.words, names)) for each in phrase.examples]
    examples = [party for parties in given for party in parties]
    return examples or [party for each in every for party in added_by(each, names)]


def _make(
    category: str,
    agents: Sequence[Party],
    hosts: Sequence[Party],
    statement: Statement,
    rule: str,
    confidence: float,
    *,
    made: bool = False,
) -> Intervention:
    agents = tuple({party.name: party for party in agents}.values())
    taken = {party.name for party in agents}
    targets: dict[str, Party] = {}
    for party in hosts:
        if party.name not in taken:
            targets.setdefault(party.name, party)
    starts = [statement.verb.start, *(party.at for party in agents)]
    ends = [statement.verb.end, *(party.end for party in agents)]
    return Intervention(category, agents, tuple(targets.values()), min(starts), max(ends), rule, confidence, made=made)


def _host_role(statement: Statement, kind: str, names: Names, topic: Sequence[Party]) -> Intervention | None:
    """`coat LLZO with ZnO`: the object is treated."""
    withs = statement.oblique(*_WITH)
    named = next((found for each in withs if (found := named_in(each, names)) is not None), None)
    agents = [party for each in withs for party in _added(each, names)]
    hosts = hosts_in(statement.patients, names, but=_NOT_TREATED)
    verb = statement.verb.lemma
    if kind == "mixture":
        words = [word for each in withs for word in each.words]
        category = mixture_category(agents, hosts, words, names)
        if category == "doping" or not category or not agents:
            return None
        return _make(category, agents, hosts, statement, f"{verb}-with", 0.65)
    if kind == "layer" and not agents and hosts:
        agents = [party for each in withs[:1] for party in _covering(each)]
    agents = agents or [party for each in withs for party in element_in(each.words, names)]
    agents = agents or ([] if named else _shielding(statement, names))
    if not agents and not (named and hosts):
        return None
    if kind == "surface_conditioning" and named and named.category.startswith("interlayer"):
        kind = "layer"
    if kind == "layer" and has_any("cores", [word for each in statement.patients for word in each.words]):
        kind = "structure_design"
    if verb == "decorate" and all(sort_of(party.name, names) == "polymer" for party in hosts):
        return None
    if kind == "layer":
        words = [*statement.verb.words, *(word for each in withs for word in each.words)]
        kind = named.category if named and named.category.startswith("interlayer") else layer_category(words, "layer")
    if kind in ("layer", "surface_conditioning", "anode_alloying") and not hosts:
        return None
    return _make(kind, agents, hosts, statement, f"{verb}-with", 0.75)


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
        first = named[0]
        agents = [party for found in named if found.category == first.category for party in found.agents]
        places_hosts = [*first.targets, *(party for party in hosts if not in_list("uses", verb))]
        return _make(first.category, agents, places_hosts, statement, first.rule, first.confidence)
    agents = [party for each in statement.patients for party in _added(each, names)]
    agents = [party for party in agents if party.name not in METALS]
    if not agents:
        return None
    if kind == "layer":
        return _laid(agents, hosts, statement, names)
    words = [word for each in statement.patients for word in each.words]
    place_words = [word for each in places for tree in each.tree() for word in tree.words]
    if has_any("lattice", place_words) and sort_of(agents[0].name, names) in (
        "metal",
        "nonmetal",
        "oxide",
        "inorganic",
    ):
        return _make("doping", agents, hosts, statement, f"{verb}-into", 0.7)
    if any(each.prep == "between" for each in places) or has_any("interfaces", place_words):
        return _make("interlayer_ex_situ", agents, hosts, statement, f"{verb}-between", 0.65)
    if in_list("uses", verb):
        return None
    if not hosts:
        return _to_topic(statement, agents, topic, words, names)
    category = mixture_category(agents, hosts, words, names)
    metals = all(sort_of(party.name, names) == "metal" for party in agents)
    if not category or (category == "doping" and in_list("fills", verb)) or (metals and category not in _OF_METALS):
        return None
    return _make(category, agents, hosts, statement, f"{verb}-into", 0.7)


def _to_topic(
    statement: Statement, agents: Sequence[Party], topic: Sequence[Party], words: Sequence[Word], names: Names
) -> Intervention | None:
    """`Adding TiO2 raises the conductivity`: to what was spoken of, if that is an electrolyte."""
    sorts = {sort_of(party.name, names) for party in agents}
    where = [party for party in topic if sort_of(party.name, names) in ("polymer", "ceramic")]
    particles = has_any("particles", words) and all(sort_of(party.name, names) == "polymer" for party in where)
    parts = sorts & {"ceramic", "polymer", "electrolyte", "liquid"} and not particles
    if not where or parts or sorts & {"metal", "carbon", "alloy", "other"} or in_list("fills", statement.verb.lemma):
        return None
    category = mixture_category(agents, where, words, names)
    return _make(category, agents, where, statement, f"{statement.verb.lemma}-to-it", 0.55) if category else None


def _laid(agents: Sequence[Party], hosts: Sequence[Party], statement: Statement, names: Names) -> Intervention | None:
    """`ZnO deposited on LLZO`; where the place is not said (`ZnO deposited by ALD`), of what is no electrolyte."""
    if hosts:
        return _make("interlayer_ex_situ", agents, hosts, statement, f"{statement.verb.lemma}-on", 0.65)
    if any(is_host(party.name, names) for party in agents):
        return None
    return _make("interlayer_ex_situ", agents, (), statement, "plain-layer", 0.55)


def _between(statement: Statement, kind: str, names: Names) -> Intervention | None:
    """`sandwich LATP between two polymer layers`: what lies between is treated."""
    hosts = hosts_in(statement.patients, names, but=_NOT_TREATED)
    places = statement.oblique("between")
    sheets = [each for each in places if in_list("sheets", each.words[-1].text)]
    solids = [party for party in hosts_in(sheets, names) if party.name not in METALS]
    if solids and hosts and not any(party.name in METALS for party in hosts):
        return _make("structure_design", solids, hosts, statement, "sandwiched", 0.65)
    layers = [found for each in places if (found := named_in(each, names)) is not None]
    if kind != "layer" or not hosts or not layers:
        return None
    return _make("interlayer_ex_situ", layers[0].agents, hosts, statement, "placed-between", 0.6)


def _near(statement: Statement) -> list[Word]:
    every = [word for each in statement.oblique("by", "via", "through") for tree in each.tree() for word in tree.words]
    return [*statement.verb.words, *every]


def _swap_role(statement: Statement, kind: str, names: Names, topic: Sequence[Party]) -> Intervention | None:
    """`replace Zr with Ta in LLZO`, `Li metal was replaced by a Li-In alloy`."""
    every = [each for phrase in (*statement.patients, *statement.obliques) for each in phrase.tree()]
    new = list({id(each): each for each in every if each.prep in ("with", "by")}.values())
    old = hosts_in(statement.patients, names, deep=False)
    if old:
        return _swapped_part(statement, old, new, names)
    hosts = hosts_in((each for each in every if each.prep in ("in", "of", "within")), names)
    if any(in_list("lattice", word.text) for each in statement.patients for word in each.words) and not new:
        return _make("doping", (), hosts, statement, "replace-ion", 0.65) if hosts else None
    agents = [party for each in new for party in (_added(each, names) or element_in(each.words, names))]
    ions = [
        party for each in statement.patients for party in added_in(each.words, names) or element_in(each.words, names)
    ]
    simple = agents and all(sort_of(party.name, names) in ("metal", "nonmetal", "dopant") for party in (*agents, *ions))
    hosts = hosts or [party for party in topic if sort_of(party.name, names) == "ceramic"]
    return _make("doping", agents, hosts, statement, "replace-ion", 0.7) if simple and (hosts or ions) else None


def _swapped_part(
    statement: Statement, old: Sequence[Party], new: Sequence[NounPhrase], names: Names
) -> Intervention | None:
    """An anode or an electrolyte in place of another."""
    parts = {sort_of(party.name, names) for party in old}
    if "anode" in parts:
        plain = [each.words[-1] for each in new if each.words[-1].text in ("alloy", "alloys") and not each.materials]
        if plain and old[0].name == "Li":
            agent = Party("Li alloy", plain[0].start, plain[0].end)
            return _make("anode_alloying", [agent], old, statement, "replace-anode", 0.65)
        alloys = [found for each in new if (found := named_in(each, names)) and found.category == "anode_alloying"]
        return _make("anode_alloying", alloys[0].agents, old, statement, "replace-anode", 0.7) if alloys else None
    solid = [party for party in hosts_in(new, names) if sort_of(party.name, names) not in ("anode", "liquid")]
    if not solid or not parts & {"liquid", "polymer", "ceramic"}:
        return None
    return _make("new_electrolyte", solid, old, statement, "replace-electrolyte", 0.6)


def _process_role(statement: Statement, kind: str, names: Names, topic: Sequence[Party]) -> Intervention | None:
    """`polish LLZO`, `the pellets were sintered`, `remove Li2CO3 from the surface`."""
    words = [word for phrase in statement.patients for word in phrase.words]
    hosts = hosts_in((*statement.patients, *statement.oblique("from", "of", "on", "at")), names, but=_NOT_TREATED)
    if kind == "removal":
        means = [party for each in statement.oblique("by", "with") for party in added_by(each, names)]
        agents = [party for party in means if not is_host(party.name, names)]
        found = has_any("contaminants", words)
        return _make("surface_conditioning", agents, hosts, statement, "removal", 0.65) if found else None
    if not hosts and has_any("bodies", words):
        hosts = list(topic)
    put = statement.oblique("into") if kind == "densification" else []
    if put:
        return _agent_role(statement, "mixture", names, topic)
    placed = any(each.prep in ("between", "on", "onto", "into") for each in statement.obliques)
    layers = any(named_in(phrase, names) is not None for phrase in statement.patients)
    if placed or layers or (kind == "densification" and statement.link == "reduced"):
        return None
    if not hosts:
        return None
    givers = statement.patients if kind == "structure_design" else statement.oblique("with")
    agents = [party for each in givers for party in added_in(each.words, names)]
    return _make(kind, agents, [host for host in hosts if host not in agents], statement, statement.verb.lemma, 0.65)


_ROLES = {"host": _host_role, "agent": _agent_role, "swap": _swap_role, "process": _process_role}
