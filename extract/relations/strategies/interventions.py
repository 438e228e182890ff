"""The interventions of a sentence, with the statements that tell what they bring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...frames.concepts import find_concepts
from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...names import Names
from ..told import Told
from .agents import METALS, Party, added_by, added_in, hosts_in, is_by_kind, is_host
from .done import done_in
from .effects import effects_of
from .implied import implied_in
from .intervention import Intervention
from .listed import apart, with_listed
from .named import named_as, named_in
from .owners import is_supposed
from .sources import Found, formed_in, held_by, holds, is_same, joined, with_products, with_reactants, with_sources
from .words import has_any, in_list, strategy_words

_NEAR = 45
"""How many characters around the name of a layer `in situ` may stand."""

_NEW = frozenset({"a", "an", "another", "various", "several", "some"})
"""Determiners of what is told for the first time."""

_PROCESSES = frozenset({"densification", "surface_conditioning"})
"""What is told by what it brings: a process that is only mentioned is a step of a preparation."""


_TELLS = frozenset({"main", "clause", "which", "action"})
"""Links of statements that tell a deed, and not only describe something by it."""

_OF_IT = frozenset({"relative", "which", "reduced"})
"""Links of statements that tell more of what the statement before names (`a sandwich, in which A lies between B`)."""


def find_interventions(told: Told, names: Names, topic: Sequence[Party] = ()) -> list[Found]:
    """The interventions of a sentence in order, each once; those that tell one thing together are one.

    Args:
        told: the sentence.
        names: of the document.
        topic: electrolytes and anodes that the sentence before was about.
    """
    found: list[Found] = []
    lacking = (each for each in told.statements if in_list("lacking", each.verb.lemma))
    missing = [phrase for each in lacking for phrase in each.objects]
    left_out = [named for phrase in missing if (named := named_in(phrase, names)) is not None]
    holding = [each for each in told.statements if holds(each)]
    for statement in (each for each in told.statements if not is_supposed(each)):
        done = done_in(
            _led_in(statement, told.statements), names, _spoken_of(statement, told.statements, names) or topic
        )
        if done is not None and not statement.verb.denied:
            acts, deed = statement.link in ("action", "means"), _is_deed(done, statement, told.statements)
            _add(found, Found(done, [statement], acts, fresh=True, deed=deed))
        if done is None and (again := _gapped(statement, found, names)) is not None:
            _add(found, again)
        formed = formed_in(statement, names)
        if formed is not None:
            _add(found, Found(formed, [statement], subject=False, fresh=True))
        for phrase, subject in _phrases(statement):
            if any(phrase is each for each in missing):
                continue
            held = _placed(held_by(phrase, holding), statement)
            intervention = named_in(held, names, near=statement.verb.words) or named_as(phrase, names)
            intervention = with_listed(intervention, phrase, statement, names)
            if intervention is not None and not phrase.is_denied and _may_be(intervention, phrase, subject=subject):
                intervention = _left(_in_place(intervention, phrase, told), phrase, statement)
                intervention = _by_what(intervention, phrase, statement, names)
                new = Found(intervention, [statement], subject, _points_back(phrase), phrase.determiner in _NEW)
                _add(found, new)
    if not found:
        found = [each for statement in told.statements if (each := _under_pressure(statement, names)) is not None][:1]
    if all(is_by_kind(each.intervention.agents) for each in found):
        implied = _implied(told, names, topic)
        kinds = {each.intervention.category for each in implied}
        found = [*(each for each in found if each.intervention.category not in kinds), *implied]
    found = [each for each in found if not any(_is_again(each.intervention, other) for other in left_out)]
    found = [each for each in found if not (_is_filled(each, found) or _is_made(each, found))]
    found = with_sources(sorted(found, key=lambda each: each.intervention.at), names)
    found = [with_products(_in_topic(each, topic), told.statements, names) for each in found]
    return [with_reactants(each, names) for each in found]


def _implied(told: Told, names: Names, topic: Sequence[Party]) -> list[Found]:
    """What the first statement of a sentence implies that implies an intervention."""
    every = ((each, implied_in(each, told.statements, names, topic)) for each in told.statements)
    return [Found(implied, [each], True, fresh=True) for each, implied in every if implied is not None][:1]


def _gapped(statement: Statement, found: Sequence[Found], names: Names) -> Found | None:
    """Another material with what was said of a layer: `a Si layer lowered it from 9 to 2, and tin from 8 to 3`."""
    before = statement.parent
    if before is None or statement.verb is not before.verb or len(statement.subjects) != 1:
        return None
    known = next((each for each in found if any(one is before for one in each.statements)), None)
    words = statement.subjects[0].words
    agents = tuple(added_in(words, names)) if known is not None and len(words) == 1 else ()
    if known is None or not agents or not known.intervention.agents:
        return None
    other = replace(known.intervention, agents=agents, at=agents[0].at, end=agents[-1].end)
    return Found(other, [statement], subject=True, fresh=True)


def _is_filled(mixed: Found, found: Sequence[Found]) -> bool:
    """Whether what makes an electrolyte a composite is told as its filler: `a composite of PEO with a TiO2 filler`."""
    if mixed.intervention.category != "composite_electrolyte":
        return False
    agents = {party.name for party in mixed.intervention.agents}
    fillers = [each.intervention for each in found if each.intervention.category == "filler"]
    return any(party.name in agents for filler in fillers for party in filler.agents)


def _is_made(general: Found, found: Sequence[Found]) -> bool:
    """Whether a composite that nobody names is what another intervention makes, which then has what it brings.

    `Embedding LLZTO into PVDF gave a flexible composite electrolyte`, `a composite anode made by mixing Li with C3N4`.
    """
    if general.intervention.category not in _COMPOSITES or general.intervention.agents:
        return False
    for each in found:
        hangs = any(
            one.parent is other or other.parent is one for one in general.statements for other in each.statements
        )
        if each is not general and hangs and each.intervention.agents and each.intervention.category in _MIXTURES:
            each.statements.extend(one for one in general.statements if not any(one is own for own in each.statements))
            return True
    return False


_COMPOSITES = frozenset({"composite_electrolyte", "anode_composite"})
_MIXTURES = _COMPOSITES | {"filler", "salt_or_additive", "anode_alloying"}
"""What is told of how a composite is made."""


def _in_topic(found: Found, topic: Sequence[Party]) -> Found:
    """`Chlorine on its sulfur sites`: on those of what was spoken of."""
    if found.intervention.rule == "on-site" and not found.intervention.targets:
        found.intervention = replace(found.intervention, targets=tuple(topic))
    return found


def _led_in(statement: Statement, statements: Sequence[Statement]) -> Statement:
    """An opening participle with what its sentence is about: `Coated with ZnO, LLZO …`, `When coated by it, LLZO …`."""
    opens = statement.link in ("participle", "gerund") and statement.parent is None and statement.verb.passive
    if not opens or statement.patients:
        return statement
    main = next((each for each in statements if each.parent is statement and each.link in ("clause", "main")), None)
    return replace(statement, subjects=main.subjects) if main is not None else statement


def _spoken_of(statement: Statement, statements: Sequence[Statement], names: Names) -> list[Party]:
    """What the sentence is about behind an opening that tells what was done (`After adding LiI, Li3PS4 shows …`)."""
    if statement.link not in ("gerund", "means"):
        return []
    children = (each for each in statements if each.parent is statement and each.link in ("clause", "main"))
    main = statement.parent or next(children, None)
    return hosts_in(main.subjects, names) if main is not None else []


def _is_deed(done: Intervention, statement: Statement, statements: Sequence[Statement]) -> bool:
    """Whether a statement tells what somebody did, and to what: of an active verb the subject is no material.

    A participle tells it of the subject of its sentence (`a film laid on LLZO takes up Li`).
    """
    subjects = [phrase for each in statements if each.link in _TELLS for phrase in each.subjects]
    if statement.link == "reduced" and any(phrase is each for phrase in statement.subjects for each in subjects):
        return not done.rule.endswith("-to-it")
    by_material = not statement.verb.passive and any(phrase.materials for phrase in statement.subjects)
    return statement.link in _TELLS and not by_material and not done.rule.endswith("-to-it")


def _placed(phrase: NounPhrase, statement: Statement) -> NounPhrase:
    """What is put somewhere, with the place behind the verb: `a layer was pressed between A and B`."""
    if not statement.verb.passive or not any(phrase.words is each.words for each in statement.subjects):
        return phrase
    places = [each for each in statement.obliques if each.prep in ("between", "on", "onto")]
    return replace(phrase, modifiers=[*phrase.modifiers, *places]) if places else phrase


def _is_again(one: Intervention, other: Intervention) -> bool:
    """Whether what a sentence says to be missing is named in it once more."""
    return one.category == other.category and [p.name for p in one.agents] == [p.name for p in other.agents]


_THIS = frozenset({"this", "these", "such"})
"""Determiners of what was told before (`this architecture`), which says nothing without that."""


def _may_be(intervention: Intervention, phrase: NounPhrase, *, subject: bool) -> bool:
    """Whether a phrase tells an intervention where it stands: what goes through a layer is not brought by it."""
    deposited = phrase.words[-1].text.startswith("coating") or in_list("actions", phrase.words[-1].text)
    if phrase.prep == "through" and intervention.category.startswith("interlayer") and not deposited:
        return False
    if intervention.category == "structure_design" and intervention.general and phrase.determiner in _THIS:
        return False
    return subject or intervention.category not in _PROCESSES


def _points_back(phrase: NounPhrase) -> bool:
    """`this layer`, `the resulting layer`, `the interlayer`."""
    return phrase.determiner in ("this", "these", "such", "the")


def _in_place(intervention: Intervention, phrase: NounPhrase, told: Told) -> Intervention:
    """A layer near whose name `in situ` stands."""
    if intervention.category != "interlayer_ex_situ":
        return intervention
    around = told.sentence.before(phrase.start, _NEAR) + told.sentence.after(phrase.end, _NEAR)
    stands = any(word in around for word in strategy_words().lists["in_place"])
    return replace(intervention, category="interlayer_in_situ") if stands else intervention


def _left(intervention: Intervention, phrase: NounPhrase, statement: Statement) -> Intervention:
    """A layer that something leaves behind forms in place: `the acid leaves a layer of LiH2PO4`."""
    leaves = in_list("leaves", statement.verb.lemma) and not statement.verb.passive and phrase in statement.objects
    by_action = statement.parent is not None and statement.parent.link == "action"
    if intervention.category != "interlayer_ex_situ" or not leaves or not (statement.subjects or by_action):
        return intervention
    person = any(each.words[0].part == "pron" for each in statement.subjects)
    return intervention if person else replace(intervention, category="interlayer_in_situ")


def _by_what(intervention: Intervention, phrase: NounPhrase, statement: Statement, names: Names) -> Intervention:
    """A layer of no named material with what forms or provides it: `FEC forms a protective layer on Li`."""
    given = phrase in statement.objects and not statement.verb.passive and in_list("gives_layer", statement.verb.lemma)
    if intervention.agents or not given or not intervention.category.startswith("interlayer") or _points_back(phrase):
        return intervention
    agents = [party for each in statement.subjects for party in added_by(each, names)]
    agents = [party for party in agents if not is_host(party.name, names)]
    return replace(intervention, agents=tuple(agents), general=False) if agents else intervention


def _phrases(statement: Statement) -> Iterator[tuple[NounPhrase, bool]]:
    """Phrases that may name an intervention, and whether the statement says what it brings."""
    passive = statement.verb.passive
    lemma = statement.verb.lemma
    lists = strategy_words().lists
    presents = in_list("presents", lemma) or bool(statement.verb.senses & {"serve", "form", "apply"})
    for phrase in statement.subjects:
        if in_list("aside", phrase.prep):
            continue
        if not passive or presents:
            yield from _with_holders(phrase, not passive)
        else:
            yield from _inside(phrase)
    for phrase in statement.objects:
        if "caused_by" in statement.verb.senses:
            yield from _with_holders(phrase, True)
        elif presents:
            yield from _with_holders(phrase, False)
        else:
            yield from _inside(phrase)
    for phrase in (*statement.opening, *statement.obliques):
        if phrase.prep in lists["works_with"]:
            yield from _with_holders(phrase, True)
        elif phrase.prep in ("into", "on", "in") and in_list("adding", phrase.words[-1].text) and not statement.objects:
            yield phrase, False
        else:
            yield from _inside(phrase)


def _under_pressure(statement: Statement, names: Names) -> Found | None:
    """`At 10 MPa, no voids …`, `… under a stack pressure of 5 MPa`: a pressure is spoken of, not only stated.

    A bare number is a condition where only a value is told.
    """
    for phrase in (*statement.opening, *statement.obliques):
        spoken = phrase in statement.opening or phrase.words[-1].text == "pressure"
        found = named_in(phrase, names) if spoken and phrase.prep in ("at", "under") else None
        if found is None or found.category != "external_pressure":
            continue
        effects = effects_of([statement])
        if phrase.words[-1].text == "pressure" or effects.mitigates or "cycling_stability" in effects.improves:
            return Found(found, [statement], subject=True)
    return None


def _with_holders(phrase: NounPhrase, subject: bool) -> Iterator[tuple[NounPhrase, bool]]:
    """The phrase, names given for it, and what it has (`cells with an interlayer`)."""
    for each in apart(phrase):
        yield each, subject
    for example in phrase.examples:
        yield example, subject
    yield from _inside(phrase)


def _behind(phrase: NounPhrase) -> Iterator[NounPhrase]:
    """What modifies a phrase, however deep, but for what only forms (`formation of an alloy`)."""
    forms = has_any("forming", phrase.words)
    for each in phrase.modifiers:
        if not (forms and each.prep == "of"):
            yield each
        if each.modifiers and not each.is_denied:
            yield from _behind(each)


def _inside(phrase: NounPhrase) -> Iterator[tuple[NounPhrase, bool]]:
    for each in _behind(phrase) if phrase.modifiers else ():
        if each.prep in strategy_words().lists["of_holder"] or (each.prep in ("of", "for") and find_concepts(phrase)):
            yield each, True


def _add(found: list[Found], new: Found) -> None:
    """Add an intervention, or join it with one of the sentence that tells the same."""
    for index, known in enumerate(found):
        one_statement = any(one is other for one in known.statements for other in new.statements)
        hangs = any(other.parent is one for one in known.statements for other in new.statements if other.link in _OF_IT)
        cleans = new.intervention.rule == "removal" and not new.intervention.targets
        cleaned = cleans and any(party.name not in METALS for party in known.intervention.targets)
        hangs = hangs or (cleaned and any(each.parent in known.statements for each in new.statements))
        near = one_statement or hangs or _touch(known.intervention, new.intervention)
        same = near and is_same(known.intervention, new.intervention)
        if same or (one_statement and _listed(known.intervention, new.intervention)):
            found[index] = Found(
                joined(known.intervention, new.intervention),
                [*known.statements, *new.statements],
                known.subject or new.subject,
                known.anaphor and new.anaphor,
                known.fresh or new.fresh,
                known.deed or new.deed,
            )
            return
        structured = known.intervention.category == "structure_design" and new.intervention.rule == "plain-layer"
        if one_statement and structured:
            return
        if one_statement and known.fresh and _share(known.intervention, new.intervention):
            return
        again = new.intervention.rule == "plain-layer" and _touch(known.intervention, new.intervention)
        if again and _share(known.intervention, new.intervention):
            known.statements.extend(new.statements)
            return
    found.append(new)


def _listed(one: Intervention, other: Intervention) -> bool:
    """Whether two of one kind are told together (`ZnO and Al2O3 coatings on LLZO`): not each of a part of its own."""
    mine, yours = ({party.name for party in each.targets} for each in (one, other))
    return one.category == other.category and one.rule == other.rule and (not mine or not yours or bool(mine & yours))


def _share(one: Intervention, other: Intervention) -> bool:
    return bool({party.name for party in one.agents} & {party.name for party in other.agents})


def _touch(one: Intervention, other: Intervention) -> bool:
    return one.at <= other.end and other.at <= one.end
