"""The interventions of a sentence, with the statements that tell what they bring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...frames.concepts import find_concepts
from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...names import Names
from ..told import Told
from .done import done_in
from .named import Intervention, named_in
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
    """

    intervention: Intervention
    statements: list[Statement]
    subject: bool
    anaphor: bool = False


def find_interventions(told: Told, names: Names) -> list[Found]:
    """The interventions of a sentence in order, each once; those that tell one thing together are one."""
    found: list[Found] = []
    for statement in told.statements:
        done = done_in(statement, names)
        if done is not None and not statement.verb.denied:
            _add(found, Found(done, [statement], statement.link in ("action", "means")))
        for phrase, subject in _phrases(statement):
            intervention = named_in(phrase, names, near=statement.verb.words)
            if intervention is not None and not phrase.is_denied:
                intervention = _in_place(intervention, phrase, told)
                anaphor = phrase.determiner in ("this", "these", "such") or _is_resulting(phrase)
                _add(found, Found(intervention, [statement], subject, anaphor))
    return _with_sources(sorted(found, key=lambda each: each.intervention.at))


def _in_place(intervention: Intervention, phrase: NounPhrase, told: Told) -> Intervention:
    """A layer near whose name `in situ` stands."""
    if intervention.category != "interlayer_ex_situ":
        return intervention
    around = told.sentence.before(phrase.start, _NEAR) + told.sentence.after(phrase.end, _NEAR)
    stands = any(word in around for word in strategy_words().lists["in_place"])
    return replace(intervention, category="interlayer_in_situ") if stands else intervention


def _with_sources(found: list[Found]) -> list[Found]:
    """A layer that forms in place from what the sentence said was put there is told together with that.

    `Li was coated with LiFSI, and a LiF-rich layer forms in situ`: both are agents of one strategy.
    """
    kept: list[Found] = []
    for each in found:
        source = kept[-1] if kept else None
        forms = each.intervention.category == "interlayer_in_situ"
        if source is not None and forms and source.intervention.category in _SOURCES:
            merged = joined(source.intervention, each.intervention)
            merged = replace(merged, category="interlayer_in_situ")
            kept[-1] = Found(merged, [*source.statements, *each.statements], source.subject, source.anaphor)
        else:
            kept.append(each)
    return kept


def _is_resulting(phrase: NounPhrase) -> bool:
    return phrase.determiner == "the" and any(
        word.text in ("resulting", "resultant", "obtained") for word in phrase.words
    )


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
        near = any(one is other for one in known.statements for other in new.statements) or _touch(
            known.intervention, new.intervention
        )
        if near and is_same(known.intervention, new.intervention):
            found[index] = Found(
                joined(known.intervention, new.intervention),
                [*known.statements, *new.statements],
                known.subject or new.subject,
                known.anaphor and new.anaphor,
            )
            return
    found.append(new)


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
