"""Interventions of which the verb's object is treated: `coat LLZO with ZnO`, `fibres reinforce PEO`."""

from __future__ import annotations

from collections.abc import Sequence

from ...frames.grammar import grammar
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
    element_in,
    hosts_in,
    is_host,
)
from .categories import layer_category, mixture_category, sort_of
from .infused import infused
from .intervention import Intervention, done_by
from .named import named_in
from .words import NOT_TREATED, WITH, has_any, in_list


def treat(statement: Statement, kind: str, names: Names, topic: Sequence[Party]) -> Intervention | None:
    """`coat LLZO with ZnO`: the object is treated.

    Args:
        statement: with a verb of treating.
        kind: of treatment, by the verb.
        names: of the document.
        topic: what is treated where that is left to be understood.
    """
    withs = statement.oblique(*WITH, *(("in", "into") if in_list("immerses", statement.verb.lemma) else ()))
    kept_off = [each for phrase in statement.oblique("from", "against") for each in phrase.tree()]
    withs = [each for each in withs if not any(each is other for other in kept_off)]
    named = next((found for each in withs if (found := named_in(each, names)) is not None), None)
    agents = _given_with(withs, statement, named, names) or _reinforcing(statement, kind, names)
    hosts = hosts_in(statement.patients, names, but=NOT_TREATED) or _left_out(statement, kind, names, topic)
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
    if kind != "high_modulus_host" or statement.verb.passive or statement.oblique(*WITH):
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
