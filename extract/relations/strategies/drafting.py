"""Strategies of a document as drafts of claims: one piece of evidence for each sentence that tells one."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from ....ontology.vocabulary import find_terms, methods
from ...evidence import Place
from ..memory import Memory
from ..told import Draft
from .agents import METALS, Party, is_host
from .categories import sort_of
from .labels import LABELLED
from .telling import Listener, Piece, Telling
from .words import in_list

_IONS = re.compile(r"\b(?:ionic|ion[- ]conduct|proton[- ]conduct)|\b(?:Li|Na)\+|\b(?:lithium|sodium)[- ]ion")
"""Words that say that ions conduct. Matches `ionic conductivity`; must not match `Fe4+ ions`."""

_ASSUMED = 0.85
"""What is left of a confidence where the target is taken from the heading of the section."""

_OF_ANODES = frozenset(
    {"interlayer_in_situ", "interlayer_ex_situ", "surface_conditioning", "anode_alloying", "anode_composite"}
)
"""Categories of what is done to an anode."""

_BULK = frozenset(
    {"doping", "filler", "composite_electrolyte", "salt_or_additive", "densification", "crosslinked_network"}
)
"""Categories of what is done to an electrolyte, for which a metal named beside is the counterpart."""

_OFTEN = 3
"""How often a paper must name the agent of its layer before `the layer` alone is understood as that one."""


_OF_SOLIDS = frozenset({"interlayer_in_situ", "interlayer_ex_situ", "structure_design"})
"""Categories whose target is solid: a liquid beside them is what they are made from or take the place of."""


def find_strategies(listeners: Sequence[Listener]) -> Iterator[tuple[Place, Draft]]:
    """The strategies that a document tells, each with the passage that tells it.

    Args:
        listeners: what was heard in each section.
    """
    every = [telling for each in listeners for telling in each.tellings]
    own = _tells_of_own_work(every)
    if own:
        _read_labels(every)
        _settle_layers(every)
    _name_layers(every)
    if own:
        _place_layers(every)
    told: list[tuple[Telling, Memory]] = []
    for each in listeners:
        for telling in each.tellings:
            before = _said_before(telling, [known for known, _ in told]) if own else None
            if before is not None:
                before.pieces.extend(telling.pieces)
                before.effects.add(telling.effects)
            else:
                told.append((telling, each.memory))
    for telling, memory in told:
        yield from _drafts(telling, memory)


def _tells_of_own_work(tellings: Sequence[Telling]) -> bool:
    """Whether a paper mostly tells what it did itself; a review tells of many works that used the same material."""
    return 2 * sum(map(_is_cited, tellings)) < len(tellings)


def _said_before(telling: Telling, told: Sequence[Telling]) -> Telling | None:
    """The telling that another one only repeats: a paper tells what it did in its abstract and again and again.

    It is of the same agents, brings mostly what was said to be brought, and neither is of somebody else.
    """
    agents = {party.name for party in telling.intervention.agents}
    if not agents or not telling.effects or telling.effects.denied or _is_cited(telling):
        return None
    for before in told:
        given = before.intervention
        if given.category == telling.intervention.category and agents == {party.name for party in given.agents}:
            targets = {party.name for party in telling.intervention.targets}
            others = {party.name for party in given.targets}
            same = targets <= others or not others
            if same and telling.effects.repeats(before.effects) and not _is_cited(before):
                return before
    return None


def _is_cited(telling: Telling) -> bool:
    """Whether a telling is of what others did."""
    return any(
        place.start < citation.position <= place.end + 1
        for place in (piece.passage for piece in telling.pieces)
        for citation in place.block.citations
    )


def _read_labels(tellings: Sequence[Telling]) -> None:
    """Let an anode with a label that only the paper knows (`ZF-Li`) be the one that the paper says that it treated."""
    own = next((telling.intervention for telling in tellings if _is_own_anode(telling)), None)
    for telling in tellings if own is not None else ():
        given = telling.intervention
        if given.rule == LABELLED and own is not None:
            telling.intervention = replace(own, at=given.at, end=given.end, rule="labelled-anode", made=False)


def _settle_layers(tellings: Sequence[Telling]) -> None:
    """Let a layer of the paper's own form in place everywhere, if it is told once that it does."""
    layers = [each for each in tellings if each.intervention.category.startswith("interlayer") and not _is_cited(each)]
    formed = [
        {party.name for party in each.intervention.agents}
        for each in layers
        if each.intervention.category == "interlayer_in_situ"
    ]
    for telling in layers:
        agents = {party.name for party in telling.intervention.agents}
        if agents and any(agents <= each for each in formed):
            telling.intervention = replace(telling.intervention, category="interlayer_in_situ")


def _is_own_anode(telling: Telling) -> bool:
    """Whether a telling is of what the paper itself did to an anode."""
    given = telling.intervention
    anode = any(party.name in METALS for party in given.targets)
    return bool(given.agents) and anode and given.category in _OF_ANODES and not _is_cited(telling)


def _name_layers(tellings: Sequence[Telling]) -> None:
    """Let `the coating` of a paper on one coating be that coating."""
    layers = [telling for telling in tellings if telling.intervention.category.startswith("interlayer")]
    named = [telling for telling in layers if telling.intervention.agents]
    counts: Counter[str] = Counter()
    for telling in named:
        counts[telling.intervention.agents[0].name] += len(telling.pieces)
    for name, count in counts.most_common(1):
        if count < _OFTEN or 2 * count <= counts.total():
            return
        same = [telling.intervention for telling in named if telling.intervention.agents[0].name == name]
        targets = Counter(party.name for each in same for party in each.targets)
        for telling in layers:
            agents = {party.name for party in telling.intervention.agents}
            if name in agents or (not agents and telling.definite):
                _take(telling, name, next(iter(targets), None))


def _place_layers(tellings: Sequence[Telling]) -> None:
    """Let a layer whose place is not said (`the ZnO-coated cell`) lie where the paper says that this one lies."""
    places: dict[str, Counter[str]] = {}
    layers = [telling for telling in tellings if telling.intervention.category.startswith("interlayer")]
    for telling in layers:
        for agent in telling.intervention.agents:
            places.setdefault(agent.name, Counter()).update(party.name for party in telling.intervention.targets[:1])
    for telling in layers:
        given = telling.intervention
        known = [place for agent in given.agents for place, _ in places[agent.name].most_common(1)]
        if known and not given.targets and given.rule.endswith("-host"):
            telling.intervention = replace(given, targets=(Party(known[0], given.at, given.end),))


def _take(telling: Telling, agent: str, target: str | None) -> None:
    given = telling.intervention
    agents = given.agents or (Party(agent, given.at, given.end),)
    targets = given.targets or ((Party(target, given.at, given.end),) if target is not None else ())
    telling.intervention = replace(given, agents=agents, targets=targets, general=False)


def _drafts(telling: Telling, memory: Memory) -> Iterator[tuple[Place, Draft]]:
    effects = telling.effects
    negated = not (effects.improves or effects.mitigates) and bool(effects.denied)
    intervention = telling.intervention
    targets, sure = _targets(telling, memory)
    improves = [name for name in effects.improves if _is_meant(name, targets, telling, memory)]
    good = bool(improves or effects.mitigates)
    made = intervention.listed or (intervention.made and bool(targets) and sure)
    made = made or _only_worsens(telling, targets, sure=sure)
    if intervention.rule == LABELLED or (intervention.rule == "plain-layer" and not targets):
        return
    nameless = not (intervention.agents or targets) and in_list("needs_party", intervention.category)
    if not (intervention.agents or intervention.listed) and in_list("needs_agent", intervention.category):
        return
    if nameless or not (good or negated or made):
        return
    names = memory.names
    method = _method(telling)
    for agents, at in _alternatives(telling):
        added = {names.identify(party.name).id: party.name for party in reversed(agents)}
        treated = {names.identify(name).id: name for name in reversed(targets)}
        arguments = {
            "category": intervention.category,
            "agents": [names.participant(name) for name in reversed(added.values())],
            "targets": [names.participant(name) for id, name in reversed(treated.items()) if id not in added],
            "method": method,
            "improves": improves if not negated else [n for k, n in effects.denied if k == "improves"],
            "worsens": list(effects.worsens),
            "mitigates": list(effects.mitigates) if not negated else [n for k, n in effects.denied if k == "mitigates"],
        }
        confidence = intervention.confidence * (1.0 if sure else _ASSUMED)
        pieces = [piece for piece in telling.pieces if piece.telling] or telling.pieces
        for place, piece in enumerate(pieces):
            where = at if place == 0 and at is not None else piece.at
            yield (
                replace(piece.passage, passage_end=_told_until(telling, piece)),
                Draft("strategy", arguments, where, intervention.rule, round(confidence, 3), negated=negated),
            )


_PARTS = frozenset(":;")
"""Signs behind which a sentence goes on with something else."""


def _only_worsens(telling: Telling, targets: Sequence[str], *, sure: bool) -> bool:
    """Whether what was put into an electrolyte only does harm: `adding SiO2 lowers the conductivity of PEO`.

    What `Nb-doped LLZO` suffers is none of a strategy.
    """
    given = telling.intervention
    told = sure and bool(targets) and bool(given.agents) and not telling.effects.denied
    if not told or given.rule.endswith("-host") or given.category not in _BULK:
        return False
    text = telling.pieces[0].passage.block.text
    return any(not set(text[given.at : place]) & _PARTS for place in telling.effects.worsens.values())


def _told_until(telling: Telling, piece: Piece) -> int:
    """The clean end of what a strategy's sentences tell in the paragraph of one of them."""
    places = [each.passage for each in telling.pieces if each.passage.block is piece.passage.block]
    return max(place.passage_end or place.end for place in places)


def _is_meant(effect: str, targets: Sequence[str], telling: Telling, memory: Memory) -> bool:
    """A bare `conductivity` is that of ions in an electrolyte; of an electrode it may be that of electrons."""
    if effect != "ionic_conductivity" or not targets or any(memory.names.conducts_ions(name) for name in targets):
        return True
    places = (piece.passage for piece in telling.pieces)
    return any(_IONS.search(place.block.text, place.start, place.end) for place in places)


def _targets(telling: Telling, memory: Memory) -> tuple[list[str], bool]:
    """What is treated, and whether the sentence says so."""
    agents = {party.name for party in telling.intervention.agents}
    said = dict.fromkeys(party.name for party in telling.intervention.targets)
    if not said or (len(said) < 2 and telling.intervention.category == "interlayer_in_situ"):
        bulk = telling.intervention.category in _BULK
        beside = [party.name for party in telling.hosts if party.name not in agents]
        beside = [name for name in beside if not (bulk and name in METALS)]
        said = dict.fromkeys([*said, *beside][:3])
    if telling.intervention.category == "anode_alloying":
        said.pop("Li alloy", None)
    if telling.intervention.category == "surface_conditioning" and not telling.intervention.targets:
        said = dict.fromkeys(name for name in said if name not in METALS) or said
    if telling.intervention.category == "doping":
        said = _undoped(said, agents, memory)
    if telling.intervention.category in _OF_SOLIDS:
        said.pop("liquid electrolyte", None)
    if telling.intervention.category == "filler":
        polymers = [_without(name, agents) for name in said if sort_of(name, memory.names) == "polymer"]
        said = dict.fromkeys(polymers or said)
    if said:
        return [name for name in said if name not in agents][:3], True
    named = [mention.name for mention in memory.section if is_host(mention.name, memory.names)]
    if telling.intervention.category in _BULK:
        named = [name for name in named if name not in METALS]
    return named[-1:], False


def _without(name: str, agents: Set[str]) -> str:
    """A composite without its filler: of LLZTO in `PEO/LLZTO` the host is PEO."""
    sign = "/" if "/" in name else "-"
    kept = [part for part in name.split(sign) if part not in agents]
    return sign.join(kept) if kept and not agents.isdisjoint(name.split(sign)) else name


def _undoped(said: dict[str, None], agents: Set[str], memory: Memory) -> dict[str, None]:
    """Of several compounds those without what is doped in, if there are any: of LLZO and LLZTO the first."""
    parts = {name: memory.names.identify(name).composition or {} for name in said}
    pure = [name for name, composition in parts.items() if composition and agents.isdisjoint(composition)]
    return dict.fromkeys(name for name in said if name in pure or not parts[name]) if pure else said


def _alternatives(telling: Telling) -> list[tuple[tuple[Party, ...], int | None]]:
    """Agents that are listed with references of their own are claims of their own; others one claim together."""
    agents = telling.intervention.agents
    place = telling.pieces[0].passage
    marks = [citation.position for citation in place.block.citations]
    inside = [party for party in agents if place.start <= party.at < place.end]
    inside.sort(key=lambda party: party.at)
    split = [any(one.end <= mark <= other.at for mark in marks) for one, other in itertools.pairwise(inside)]
    if len(inside) == len(agents) > 1 and all(split):
        return [((party,), party.at) for party in inside]
    return [(agents, None)]


def _method(telling: Telling) -> str | None:
    """How it is made, as written: the method nearest behind what names it, in the first sentence that has one."""
    for piece in telling.pieces:
        place = piece.passage
        hits = find_terms(place.text, methods())
        if hits:
            near = min(hits, key=lambda hit: abs(hit.start + place.start - piece.at))
            return place.text[near.start : near.end]
    return None
