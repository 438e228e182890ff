"""Causes: one failure, factor or product is said to lead to another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..frames.concept import METALS
from ..frames.grammar import grammar
from ..frames.happenings import told_by_verb
from ..frames.outcomes import outcomes, turn_of
from ..frames.statements import Statement
from .attributions import attribution_links
from .brought_about import TURNS, brought_about
from .conditions import condition_links, conditions_of_clause
from .correlatives import correlative_links
from .ends import End, Link, as_ends
from .events import events
from .measured import measured_links
from .memory import Memory
from .nominal_causes import nominal_links
from .sequences import CONTRASTING, sequence_links
from .shortfalls import shortfall_links
from .told import Draft, Told
from .understood import agents_of, ends_of, memory_ends, said_by, suffered, taken_up

_REASONS = frozenset({"because", "since", "given that"})
_TIMES = frozenset({"as long as", "when", "if", "once", "as", "as soon as", "whenever", "where", "wherever"})
_SO = frozenset({"so that", "so", "whereupon", "until"})
_NOT_FROM = frozenset({"from", "without", "instead of", "rather than"})
"""Prepositions before a gerund of what is not the case (`without causing dendrites`)."""

_INTERPHASES = frozenset({"interphase", "sei"})
_OF_INTERPHASES = frozenset({"high_interfacial_resistance", "low_ionic_conductivity", "capacity_fade"})
"""Failures to which the reactions that left an interphase lead by it."""

_GIVES = frozenset({"enable", "cause", "increase", "improve"})
"""Senses of verbs of what gives a cell its energy."""

_BRINGS = frozenset({"cause", "form", "enable"})
"""Senses of verbs whose subject brings about their objects, besides those that change them."""


def find_causes(told: Told, memory: Memory) -> Iterator[Draft]:
    """The causes that a sentence names.

    Args:
        told: the sentence.
        memory: what it leaves to be understood.
    """
    seen: set[tuple[str, str]] = set()
    for link in _all_links(told, memory):
        for draft in _drafts(link):
            pair = (draft.arguments["cause"], draft.arguments["effect"])
            if pair not in seen:
                seen.add(pair)
                yield draft


def _all_links(told: Told, memory: Memory) -> Iterator[Link]:
    for index, statement in enumerate(told.statements):
        if statement.subordinator != "whether":
            yield from _links(told, index, memory)
    yield from sequence_links(told, memory)
    yield from measured_links(told, memory)
    yield from correlative_links(told)


def _links(told: Told, index: int, memory: Memory) -> Iterator[Link]:
    statement = told.statements[index]
    if _is_averted(statement):
        return
    yield from _brought_about(told, statement, memory)
    yield from _comes_from(statement, memory)
    yield from _lets(statement, memory)
    yield from _gives_energy(statement, memory)
    yield from _clauses(told, index, memory)
    yield from _means(told, index, memory)
    yield from _of_antecedent(statement, memory)
    yield from _consequences(told, index, memory)
    yield from condition_links(statement, memory)
    yield from nominal_links(statement, memory)
    yield from shortfall_links(statement, memory)
    yield from attribution_links(statement, memory)


def _brought_about(told_in: Told, statement: Statement, memory: Memory) -> Iterator[Link]:
    """`Voids cause dendrites`, `dendrites are caused by voids`, `cracks reduce the contact`, `…, leading to voids`."""
    senses = statement.verb.senses
    standing = statement.verb.lemma in grammar().lists["standing_verbs"]
    by_verb = told_by_verb(statement) if statement.objects and not standing else None
    brings = senses & _BRINGS or turn_of(statement) or by_verb or statement.verb.lemma in TURNS
    if "caused_by" in senses or not brings or _is_what_changes(statement):
        return
    effects = brought_about(statement, by_verb, memory)
    if effects:
        acting = statement.parent if statement.link == "means" and statement.parent is not None else statement
        causes = agents_of(acting, memory)
        told = "cause" in statement.verb.senses
        if statement.verb.denied:
            causes = [replace(end, denied=False) for end in causes]
        if not told:
            causes = [end for end in causes if end.kind != "material" or _contaminates(end)]
            effects = [end for end in effects if not end.good]
        rule = ("leads-to", 0.8) if told else ("changes", 0.7)
        for led, to in _one_after_the_other(told_in, causes, effects):
            yield Link(led, to, *rule)


def _is_what_changes(statement: Statement) -> bool:
    """Whether the subject is what is acted on, not what acts (`the resistance falls by raising the pressure`)."""
    main = statement.parent
    return statement.link == "means" and main is not None and not main.objects and not main.verb.passive


def _means(told: Told, index: int, memory: Memory) -> Iterator[Link]:
    """`The low modulus means that dendrites penetrate the polymer`."""
    statement = told.statements[index]
    if (
        statement.verb.lemma != "mean"
        or statement.verb.denied
        or statement.objects
        or index + 1 == len(told.statements)
    ):
        return
    if told.statements[index + 1].link in ("clause", "main"):
        effects = [end for end in events(told.statements[index + 1], memory.names) if end.kind == "failure"]
        yield Link([end for end in agents_of(statement, memory) if not end.good], effects, "means-that", 0.65)


def _of_antecedent(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`Pores, through which lithium grows`, `carbonate, which lithium does not wet`: what happens there, or to it."""
    noun = statement.antecedent
    if noun is None or statement.verb.passive:
        return
    around = [*statement.obliques, noun] if noun.prep else statement.obliques
    found = events(replace(statement, obliques=around, antecedent=None), memory.names)
    causes = [end for end in ends_of(noun, memory) if end.kind in ("failure", "way")]
    yield Link(causes, [end for end in found if end.kind == "failure" and not end.denied], "relative", 0.65)


def _gives_energy(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`Lithium anodes promise a high energy density`: what an electrode is made of, or a level, gives it."""
    if statement.verb.denied or statement.verb.passive or not statement.verb.senses & _GIVES:
        return
    given = [end for end in as_ends(outcomes(statement)) if end.name == "high_energy_density" and not end.denied]
    causes = agents_of(statement, memory) if given else []
    electrodes = grammar().lists["electrode_materials"]
    named = [end for end in causes if end.kind == "level" or (end.kind == "material" and end.name in electrodes)]
    yield Link(named, given, "gives-energy", 0.65)


def _contaminates(end: End) -> bool:
    """Whether a material is one that only lies on a surface, and so a failure itself: Li2CO3."""
    return end.name.lower() in grammar().lists["contaminants"]


def _one_after_the_other(
    told: Told, causes: Sequence[End], effects: Sequence[End]
) -> Iterator[tuple[Sequence[End], Sequence[End]]]:
    """Causes with their effects; of `dendrites and, finally, short circuits` one is the cause of the other."""
    text, later = told.sentence.text, grammar().lists["later_adverbs"]
    ordered = sorted(effects, key=lambda end: end.at)
    step: list[End] = []
    for end in ordered:
        if len(step) == 1 and later.intersection(re.findall(r"\w+", text[step[-1].at : end.at])):
            yield causes, step
            causes, step = step, []
        step.append(end)
    yield causes, step


def _is_averted(statement: Statement) -> bool:
    """`Keeps voids from causing dendrites`, `without causing dendrites`, `that would otherwise cause dendrites`."""
    gerund = statement.link in ("gerund", "means") and statement.subordinator in _NOT_FROM
    return gerund or "otherwise" in statement.adverbs


def _lets(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`Cracks allow lithium to penetrate the pellet`, `poor contact causes dendrites to grow`."""
    lets = statement.parent
    if lets is None or statement.link != "purpose" or statement.subjects or lets.verb.passive or lets.verb.denied:
        return
    if lets.verb.lemma in grammar().lists["letting_verbs"] and lets.objects:
        effects = events(replace(statement, subjects=lets.objects), memory.names)
        causes = [end for end in agents_of(lets, memory) if end.kind != "material"]
        yield Link(causes, [end for end in effects if end.kind == "failure" and not end.good], "lets", 0.7)


def _comes_from(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`The fade results from voids`, `poor contact is due to voids`."""
    if "caused_by" not in statement.verb.senses:
        return
    named = [end for phrase in statement.objects for end in ends_of(phrase, memory, materials=True)]
    causes = [end for end in named if end.kind != "material" or end.name not in METALS]
    effects = [end for phrase in statement.subjects for end in suffered(phrase, memory)]
    if not effects and not statement.subjects and statement.parent is not None:
        effects = said_by(statement.parent, memory)
    effects = effects or taken_up(statement, memory)
    if statement.verb.denied:
        effects = [end.deny() for end in effects]
    yield Link(causes, effects, "results-from", 0.8)


def _clauses(told: Told, index: int, memory: Memory) -> Iterator[Link]:
    """`Dendrites grow because the contact is poor`, `when voids form, dendrites grow`, `… so that contact is lost`."""
    statement = told.statements[index]
    if statement.subordinator not in _REASONS | _TIMES | _SO:
        return
    main = statement.parent
    if index == 0 and len(told.statements) > 1:
        behind = [each for each in told.statements[1:] if each.link != "action"] or told.statements[1:]
        others = (each for each in behind if each.subjects is not statement.subjects)
        main = next(others, behind[0])
    if main is None:
        return
    if _is_place_of_more(told, index):
        main = told.statements[index - 1]
    if CONTRASTING.intersection(main.adverbs):
        return
    said, meant = events(statement, memory.names), events(main, memory.names)
    if statement.subordinator in _SO or _is_place_of_more(told, index):
        acting = [] if meant else [end for end in agents_of(main, memory) if end.kind != "material" and not end.good]
        yield Link(meant or acting, said, "so-clause", 0.7)
        return
    meant += [end for each in _goes_on(told, main) for end in events(each, memory.names)]
    rule = ("because-clause", 0.8) if statement.subordinator in _REASONS else ("when-clause", 0.65)
    yield Link(said, meant, *rule)
    if statement.subordinator in _TIMES and not said:
        yield from conditions_of_clause(statement, meant)


def _is_place_of_more(told: Told, index: int) -> bool:
    """Whether `where` behind a comma goes on from what is said before it (`at some points, where dendrites grow`)."""
    if index == 0 or told.statements[index].subordinator != "where":
        return False
    before = told.sentence.text[told.statements[index - 1].verb.end : told.statements[index].start]
    return ", where " in before


def _goes_on(told: Told, main: Statement) -> Iterator[Statement]:
    """The further verbs of a clause (`once a crack opens, lithium grows into it and shorts the cell`)."""
    for other in told.statements:
        if other is not main and other.start > main.start and main.subjects and other.subjects is main.subjects:
            yield other


def _consequences(told: Told, index: int, memory: Memory) -> Iterator[Link]:
    """`Contact is lost and thus the resistance rises`, and `Therefore, …` behind another sentence."""
    statement = told.statements[index]
    lists = grammar().lists
    taken = lists["consequence_adverbs"] | (lists["place_adverbs"] if statement.subjects else frozenset())
    if not taken.intersection(statement.adverbs) or statement.link not in ("main", "clause"):
        return
    causes = said_by(told.statements[index - 1], memory) if index else memory_ends(statement, memory)
    effects = events(statement, memory.names)
    after = told.statements[index + 1] if index + 1 < len(told.statements) else None
    if not effects and after is not None and after.link in ("main", "clause") and not after.subordinator:
        effects = events(after, memory.names)
    yield Link(causes, effects, "consequence", 0.65)


def _drafts(link: Link) -> Iterator[Draft]:
    for effect in link.effects:
        for cause in link.causes:
            if _is_pair(cause, effect):
                confidence = link.confidence - 0.1 * (cause.vague or effect.vague)
                arguments = {"cause": cause.name, "effect": effect.name}
                yield Draft("causes", arguments, effect.at, link.rule, confidence, negated=effect.denied)


def _is_pair(cause: End, effect: End) -> bool:
    """Whether two ends can be cause and effect: only a property has a good effect, materials and pores failures."""
    if (
        effect.kind == "way"
        or cause.name == effect.name
        or cause.denied
        or (cause.about and cause.about == effect.about)
    ):
        return False
    if cause.about in _INTERPHASES:
        return effect.name in _OF_INTERPHASES
    if cause.kind in ("material", "way"):
        return effect.kind == "failure" or effect.about == "energy_density"
    return cause.kind == "level" or not effect.good
