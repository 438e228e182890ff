"""Layers that form in place, with what they form from and consist of; and what makes two tellings one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...names import Names
from .agents import METALS, Party, added_by, added_in, hosts_in, is_host, specific
from .intervention import Intervention
from .words import find_head, in_list, strategy_words

_SOURCES = frozenset({"interlayer_ex_situ", "salt_or_additive", "surface_conditioning"})
"""What may be told of the source of a layer that forms in place."""

_SIMPLE = frozenset({"element", "compound"})
"""Kinds of what forms in place."""

_COMPOSITES = frozenset({"anode_composite", "composite_electrolyte"})
"""What may be told with what it is made of only in the statement before (`A was put into B to form a composite`)."""

_PLACES = frozenset({"on", "between", "at", "with", "against", "toward", "towards"})


@dataclass(slots=True)
class Found:
    """An intervention where it was found.

    Args:
        intervention: what is done.
        statements: whose phrases or verbs tell it.
        subject: it stands as the subject, or behind a preposition of means: the statement says what it brings.
        anaphor: the phrase takes up what was told before (`this layer`).
        fresh: it is told as something new (`a layer`, `LiF was deposited`).
        deed: a verb tells it with what is added and what that is done to.
    """

    intervention: Intervention
    statements: list[Statement]
    subject: bool
    anaphor: bool = False
    fresh: bool = False
    deed: bool = False


def holds(statement: Statement) -> bool:
    """Whether a statement tells of what stands before it what that consists of: `an interphase comprising LiF`."""
    behind = statement.link in ("reduced", "relative", "which")
    contains = "contain" in statement.verb.senses and not statement.verb.denied
    return contains or (behind and statement.verb.lemma == "combine")


def held_by(phrase: NounPhrase, holding: Sequence[Statement]) -> NounPhrase:
    """A layer or composite with what it is said to consist of: `an interphase comprising LiF`.

    Args:
        phrase: what may name one.
        holding: those statements of its sentence for which `holds` is true.

    Returns:
        The phrase, with its contents as if they stood behind `of`, or as it is.
    """
    head = find_head(phrase.words) if holding else None
    mixed = holding and any(mention.name == "composite electrolyte" for mention in phrase.materials[-1:])
    if not mixed and (head is None or head[2] not in ("layer", "interphase", "composite_electrolyte")):
        return phrase
    for statement in holding:
        if any(each is phrase for each in statement.subjects):
            contents = [replace(each, prep="of") for each in (*statement.objects, *statement.oblique("of"))]
            return replace(phrase, modifiers=[*phrase.modifiers, *contents])
    return phrase


def formed_in(statement: Statement, names: Names) -> Intervention | None:
    """A good interphase that is formed from what was added: `FEC was introduced to form a stable SEI`."""
    if "form" not in statement.verb.senses or not _source(statement, names):
        return None
    for phrase in statement.objects:
        head = find_head(phrase.words)
        if head is not None and head[2] == "interphase":
            hosts = hosts_in((each for each in phrase.modifiers if each.prep in _PLACES), names)
            start, end = phrase.start, phrase.end
            return Intervention("interlayer_in_situ", (), tuple(hosts), start, end, "formed-from", 0.7)
    return None


def _source(statement: Statement, names: Names) -> list[Party]:
    """What the statement on which this one hangs says to be added."""
    doing = statement.parent
    if doing is None or statement.link not in ("purpose", "participle"):
        return []
    if strategy_words().verbs.get(doing.verb.lemma, ("", ""))[0] not in ("agent", "host"):
        return []
    beside = doing.oblique("in", "into", "with") if "form" in statement.verb.senses else []
    given = [*doing.patients, *beside]
    every = [each for phrase in given for each in phrase.tree() if each is phrase or each.prep == "of"]
    added = [party for phrase in doing.patients for party in added_by(phrase, names)]
    parties = [party for each in every for party in added_by(each, names)]
    return [party for party in parties if party in added or not is_host(party.name, names)]


def with_sources(found: list[Found], names: Names) -> list[Found]:
    """A layer that forms in place from what the sentence said was put there is told together with that.

    `Li was coated with LiFSI, and a LiF-rich layer forms in situ`: both are agents of one strategy.
    """
    kept: list[Found] = []
    for each in found:
        each.intervention = _with_source(each, names)
        source = kept[-1] if kept else None
        forms = each.intervention.category == "interlayer_in_situ"
        if source is not None and forms and source.intervention.category in _SOURCES:
            merged = joined(source.intervention, each.intervention)
            merged = replace(merged, category="interlayer_in_situ")
            statements = [*source.statements, *each.statements]
            kept[-1] = Found(merged, statements, source.subject, source.anaphor, source.fresh, source.deed)
        elif source is not None and forms and source.intervention.category == "doping" and _follows(each, source):
            source.statements.extend(each.statements)
        else:
            kept.append(each)
    return kept


def _with_source(found: Found, names: Names) -> Intervention:
    """A layer that forms with what was added to form it: `FEC was introduced to form a stable SEI`."""
    layer = found.intervention
    forms = layer.category == "interlayer_in_situ" or (layer.category in _COMPOSITES and not layer.agents)
    source = _source(found.statements[0], names) if forms else []
    if not source and not layer.general:
        return layer
    agents = {party.name: party for party in (*source, *layer.agents)}
    return replace(layer, agents=tuple(agents.values()), general=layer.general and not agents)


def with_products(found: Found, statements: Sequence[Statement], names: Names) -> Found:
    """What was put somewhere with what it is said to turn into there: the layer forms in place.

    `SnF2 was rubbed on LLZO and is converted into Sn and LiF`, `Li was dipped into ZnF2, which reacts to LiF`.
    """
    given = found.intervention
    if given.category not in ("interlayer_ex_situ", "surface_conditioning") or not given.agents or not found.deed:
        return found
    agents = {party.name for party in given.agents}
    for statement in statements:
        parent = any(above is each for above in _above(statement) for each in found.statements)
        own = statement.subjects or (found.statements[0].patients if statement.link == "participle" else [])
        about = {mention.name for phrase in own for each in phrase.tree() for mention in each.materials}
        if parent and agents & about and (products := _products(statement, names)):
            every = {party.name: party for party in (*given.agents, *products)}
            found.intervention = replace(given, category="interlayer_in_situ", agents=tuple(every.values()))
            if not any(statement is each for each in found.statements):
                found.statements.append(statement)
    return found


def with_reactants(found: Found, names: Names) -> Found:
    """A layer that is made by a reaction forms in place, with what reacts there (`by reaction of AlCl3 with Li`)."""
    given = found.intervention
    if not given.category.startswith("interlayer"):
        return found
    makes = (each for each in found.statements if each.verb.senses & {"form", "apply", "contain"})
    ways = [phrase for each in makes for phrase in each.oblique("by", "via", "through", "from", "using")]
    reactions = [phrase for phrase in ways if in_list("reacts", phrase.words[-1].text)]
    inside = [each for phrase in reactions for each in phrase.tree() if each is not phrase]
    parties = [party for each in inside for party in added_by(each, names) if not is_host(party.name, names)]
    if parties:
        agents = {party.name: party for party in (*parties, *given.agents)}
        ordered = tuple(sorted(agents.values(), key=lambda party: party.at))
        found.intervention = replace(given, category="interlayer_in_situ", agents=ordered)
    return found


def _above(statement: Statement) -> Iterator[Statement]:
    """What a statement hangs on, up to the third."""
    place = statement.parent
    for _ in range(3):
        if place is not None:
            yield place
            place = place.parent


def _products(statement: Statement, names: Names) -> list[Party]:
    """What a statement says that something turns into: materials that are neither electrolytes nor anodes."""
    turns = in_list("turning", statement.verb.lemma) or "decompose" in statement.verb.senses
    forms = "form" in statement.verb.senses and not statement.verb.passive
    phrases = [*(statement.objects if forms or turns else []), *(statement.oblique("to", "into") if turns else [])]
    every = [each for phrase in phrases for each in phrase.tree() if each is phrase or each.prep == "of"]
    parties = [party for each in every for party in added_in(each.words, names)]
    return [party for party in parties if names.identify(party.name).kind in _SIMPLE and not is_host(party.name, names)]


def _follows(layer: Found, source: Found) -> bool:
    """Whether a layer is said to form by what was doped (`F doping of LPSC, yielding a LiF interphase`)."""
    statement = layer.statements[0]
    return any(statement is each or statement.parent is each for each in source.statements)


def is_same(one: Intervention, other: Intervention) -> bool:
    """Whether two tell one thing: one category and a common agent, or one of them without; or an alloy of a layer."""
    layers = one.category.startswith("interlayer") and other.category.startswith("interlayer")
    mine, yours = (agents_of(each) for each in (one, other))
    if one.category != other.category and not layers:
        in_layer = one.category.startswith("interlayer") and other.category == "anode_alloying"
        return in_layer and bool(yours) and yours <= mine
    return bool(mine & yours) or not mine or not yours


def agents_of(intervention: Intervention) -> set[str]:
    """The names of what is added; of alloys what they are made with beside the metal of the anode (`Na-Cs`, `Cs`)."""
    names = {party.name for party in intervention.agents}
    if intervention.category != "anode_alloying":
        return names
    return {part for name in names for part in name.split("-")} - METALS or names


def joined(one: Intervention, other: Intervention) -> Intervention:
    """Two that tell one thing as one."""
    agents = {party.name: party for party in (*other.agents, *one.agents)}
    if len(agents) > 1:
        agents.pop("Li alloy", None)
    targets = {party.name: party for party in (*one.targets, *other.targets) if party.name not in agents}
    category = one.category
    if "interlayer_in_situ" in (one.category, other.category):
        category = "interlayer_in_situ"
    return replace(
        one,
        category=category,
        agents=tuple(sorted(specific(list(agents.values())), key=lambda party: party.at)),
        targets=tuple(targets.values()),
        at=min(one.at, other.at),
        end=max(one.end, other.end),
        confidence=max(one.confidence, other.confidence),
        made=one.made or other.made,
        general=one.general and other.general,
    )
