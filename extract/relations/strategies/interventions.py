"""The interventions of a sentence, with the statements that tell what they bring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...frames.concepts import find_concepts
from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...names import Names
from ..told import Told
from .agents import added_by, added_in
from .done import done_in
from .implied import implied_in
from .named import Intervention, named_as, named_in
from .words import in_list, strategy_words

_WITH = frozenset(
    {
        "with",
        "by",
        "via",
        "through",
        "using",
        "by means of",
        "upon",
        "after",
        "due to",
        "owing to",
        "because of",
        "thanks to",
        "as a result of",
        "in the presence of",
        "on account of",
        "including",
        "such as",
        "like",
        "from",
        "together with",
        "along with",
    }
)
"""Prepositions behind which an intervention works on what the statement says."""

_OF_ITS_HOLDER = frozenset({"with", "using", "by", "via", "through", "including", "such as", "like", "having"})
"""The same behind a noun (`cells with an interlayer`)."""


_NEAR = 45
"""How many characters around the name of a layer `in situ` may stand."""

_NEW = frozenset({"a", "an", "another", "various", "several", "some"})
"""Determiners of what is told for the first time."""

_PROCESSES = frozenset({"densification", "surface_conditioning"})
"""What is told by what it brings: a process that is only mentioned is a step of a preparation."""

_SOURCES = frozenset({"interlayer_ex_situ", "salt_or_additive", "surface_conditioning"})
"""What may be told of the source of a layer that forms in place."""


@dataclass(slots=True)
class Found:
    """An intervention where it was found.

    Args:
        intervention: what is done.
        statements: whose phrases or verbs tell it.
        subject: it stands as the subject, or behind a preposition of means: the statement says what it brings.
        anaphor: the phrase takes up what was told before (`this layer`).
        fresh: it is told as something new (`a layer`, `LiF was deposited`).
    """

    intervention: Intervention
    statements: list[Statement]
    subject: bool
    anaphor: bool = False
    fresh: bool = False


def find_interventions(told: Told, names: Names) -> list[Found]:
    """The interventions of a sentence in order, each once; those that tell one thing together are one."""
    found: list[Found] = []
    for statement in told.statements:
        done = done_in(statement, names)
        if done is not None and not statement.verb.denied:
            _add(found, Found(done, [statement], statement.link in ("action", "means"), fresh=True))
        for phrase, subject in _phrases(statement):
            intervention = named_in(phrase, names, near=statement.verb.words) or named_as(phrase, names)
            if intervention is not None and not phrase.is_denied and _may_be(intervention, phrase, subject=subject):
                intervention = _in_place(intervention, phrase, told)
                intervention = _with_contents(intervention, phrase, told, names)
                new = Found(intervention, [statement], subject, _points_back(phrase), phrase.determiner in _NEW)
                _add(found, new)
    if not found:
        found = [
            Found(implied, [statement], True, fresh=True)
            for statement in told.statements
            if (implied := implied_in(statement, told.statements, names)) is not None
        ][:1]
    return _with_sources(sorted(found, key=lambda each: each.intervention.at), names)


def _may_be(intervention: Intervention, phrase: NounPhrase, *, subject: bool) -> bool:
    """Whether a phrase tells an intervention where it stands: what goes through a layer is not brought by it."""
    if phrase.prep == "through" and intervention.category.startswith("interlayer"):
        return False
    return subject or intervention.category not in _PROCESSES


def _points_back(phrase: NounPhrase) -> bool:
    """`this layer`, `the resulting layer`, `the interlayer`."""
    return phrase.determiner in ("this", "these", "such", "the")


def _with_contents(intervention: Intervention, phrase: NounPhrase, told: Told, names: Names) -> Intervention:
    """A layer with what it is said to consist of: `an interphase comprising LiF`."""
    holds = intervention.category.startswith("interlayer") or intervention.category == "composite_electrolyte"
    if not holds or intervention.agents:
        return intervention
    for statement in told.statements:
        behind = statement.link in ("reduced", "relative", "which")
        holding = "contain" in statement.verb.senses or statement.verb.lemma == "combine"
        if behind and holding and any(each is phrase for each in statement.subjects):
            contents = [*statement.objects, *statement.oblique("of")]
            agents = tuple(party for each in contents for party in added_in(each.words, names))
            return replace(intervention, agents=agents, general=False)
    return intervention


def _in_place(intervention: Intervention, phrase: NounPhrase, told: Told) -> Intervention:
    """A layer near whose name `in situ` stands."""
    if intervention.category != "interlayer_ex_situ":
        return intervention
    around = told.sentence.before(phrase.start, _NEAR) + told.sentence.after(phrase.end, _NEAR)
    stands = any(word in around for word in strategy_words().lists["in_place"])
    return replace(intervention, category="interlayer_in_situ") if stands else intervention


def _with_sources(found: list[Found], names: Names) -> list[Found]:
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
            kept[-1] = Found(merged, statements, source.subject, source.anaphor, source.fresh)
        elif source is not None and forms and source.intervention.category == "doping" and _follows(each, source):
            source.statements.extend(each.statements)
        else:
            kept.append(each)
    return kept


def _follows(layer: Found, source: Found) -> bool:
    """Whether a layer is said to form by what was doped (`F doping of LPSC, yielding a LiF interphase`)."""
    statement = layer.statements[0]
    return any(statement is each or statement.parent is each for each in source.statements)


def _with_source(found: Found, names: Names) -> Intervention:
    """A layer that forms with what was added to form it: `FEC was introduced to form a stable SEI`."""
    layer, statement = found.intervention, found.statements[0]
    doing = statement.parent
    if layer.category != "interlayer_in_situ" or doing is None or statement.link not in ("purpose", "participle"):
        return layer
    if strategy_words().verbs.get(doing.verb.lemma, ("", ""))[0] != "agent":
        return layer
    every = [each for phrase in doing.patients for each in phrase.tree() if each is phrase or each.prep == "of"]
    source = [party for each in every for party in added_by(each, names)]
    agents = {party.name: party for party in (*source, *layer.agents)}
    return replace(layer, agents=tuple(agents.values()), general=False)


def _phrases(statement: Statement) -> Iterator[tuple[NounPhrase, bool]]:
    """Phrases that may name an intervention, and whether the statement says what it brings."""
    passive = statement.verb.passive
    lemma = statement.verb.lemma
    presents = in_list("presents", lemma) or bool(statement.verb.senses & {"serve", "form", "apply"})
    for phrase in statement.subjects:
        if not passive or presents:
            yield from _with_holders(phrase, not passive)
        else:
            yield from _inside(phrase)
    for phrase in statement.objects:
        if in_list("lacking", lemma):
            continue
        if presents:
            yield from _with_holders(phrase, False)
        else:
            yield from _inside(phrase)
    for phrase in (*statement.opening, *statement.obliques):
        if phrase.prep in _WITH:
            yield from _with_holders(phrase, True)
        else:
            yield from _inside(phrase)


def _with_holders(phrase: NounPhrase, subject: bool) -> Iterator[tuple[NounPhrase, bool]]:
    """The phrase, names given for it, and what it has (`cells with an interlayer`)."""
    yield phrase, subject
    for example in phrase.examples:
        yield example, subject
    yield from _inside(phrase)


def _inside(phrase: NounPhrase) -> Iterator[tuple[NounPhrase, bool]]:
    concept = bool(find_concepts(phrase))
    for each in phrase.tree():
        if each is phrase:
            continue
        if each.prep in _OF_ITS_HOLDER or (concept and each.prep in ("of", "for")):
            yield each, True


def _add(found: list[Found], new: Found) -> None:
    """Add an intervention, or join it with one of the sentence that tells the same."""
    for index, known in enumerate(found):
        one_statement = any(one is other for one in known.statements for other in new.statements)
        near = one_statement or _touch(known.intervention, new.intervention)
        if near and is_same(known.intervention, new.intervention):
            found[index] = Found(
                joined(known.intervention, new.intervention),
                [*known.statements, *new.statements],
                known.subject or new.subject,
                known.anaphor and new.anaphor,
                known.fresh or new.fresh,
            )
            return
        if one_statement and known.fresh and _share(known.intervention, new.intervention):
            return
    found.append(new)


def _share(one: Intervention, other: Intervention) -> bool:
    return bool({party.name for party in one.agents} & {party.name for party in other.agents})


def _touch(one: Intervention, other: Intervention) -> bool:
    return one.at <= other.end and other.at <= one.end


def is_same(one: Intervention, other: Intervention) -> bool:
    """Whether two tell one thing: one category and a common agent, or one of them without."""
    layers = one.category.startswith("interlayer") and other.category.startswith("interlayer")
    if one.category != other.category and not layers:
        return False
    mine, yours = ({party.name for party in each.agents} for each in (one, other))
    return bool(mine & yours) or not mine or not yours


def joined(one: Intervention, other: Intervention) -> Intervention:
    """Two that tell one thing as one."""
    agents = {party.name: party for party in (*other.agents, *one.agents)}
    targets = {party.name: party for party in (*one.targets, *other.targets) if party.name not in agents}
    category = one.category
    if "interlayer_in_situ" in (one.category, other.category):
        category = "interlayer_in_situ"
    return replace(
        one,
        category=category,
        agents=tuple(sorted(agents.values(), key=lambda party: party.at)),
        targets=tuple(targets.values()),
        at=min(one.at, other.at),
        end=max(one.end, other.end),
        confidence=max(one.confidence, other.confidence),
        made=one.made or other.made,
        general=one.general and other.general,
    )
