"""Causes that nouns tell: `the reason for the loss`, `dendrite-induced short circuits`, `fade due to cracks`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.outcomes import changed_phrases, turn_of
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .ends import End, Link, as_ends
from .events import events
from .memory import Memory
from .understood import BURDENS, agents_of, ends_of, is_anaphor, said_before, said_by, suffered, taken_up

_DUE_TO = frozenset({"due to", "owing to", "because of", "as a result of", "as a consequence of", "on account of"}) | {
    "attributable to",
    "ascribable to",
    "traceable to",
}
_EXPENSE = ("at the expense of", "at the cost of", "at the price of", "to the detriment of")
_FEW = 3
"""Words of a noun phrase such as `the final result`."""

_COMPOUND = 3
"""So many words has the shortest phrase that tells a cause (`dendrite-induced failure`)."""

_UNDER = frozenset({"at", "under", "above", "beyond", "below"})
"""Prepositions before a condition, behind which `by` tells how something happens (`fails at 1 V by a short`)."""

_BEHIND = frozenset({"of", "for", "behind", "in"})


def nominal_links(statement: Statement, memory: Memory) -> Iterator[Link]:
    """The links that the noun phrases of a statement tell.

    Args:
        statement: the statement.
        memory: for the names of materials.
    """
    yield from _due_to(statement, memory)
    yield from _reasons(statement, memory)
    yield from _apposed(statement, memory)
    yield from _subsequent(statement)
    yield from _why(statement, memory)
    yield from _at_the_expense(statement, memory)
    for phrase in statement.phrases():
        if phrase.modifiers:
            yield from _behind_noun(phrase, statement, memory)
        if len(phrase.words) >= _COMPOUND:
            yield from _compound(phrase, memory)


def _due_to(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`The resistance rises due to contact loss`, `because of voids, the contact is poor`, `voids, due to X, raise`."""
    if not any(phrase.prep in _DUE_TO for phrase in (*statement.opening, *statement.obliques)):
        return
    start = min((phrase.start for phrase in statement.subjects), default=statement.start)
    before = [phrase for phrase in statement.opening if phrase.start < start]
    inside = [phrase for phrase in statement.opening if phrase.start > start]
    causes = _named_due_to((*before, *statement.obliques), memory)
    if causes:
        found = events(statement, memory.names)
        if not found and not statement.objects and statement.verb.lemma not in _lists("needing_verbs"):
            found = [end for phrase in statement.subjects for end in ends_of(phrase, memory)]
        if not found and "cause" in statement.verb.senses:
            found = taken_up(statement, memory)
        if not found and statement.link == "participle" and "form" in statement.verb.senses:
            found = said_by(statement.parent, memory)
        yield Link(causes, found, "due-to", 0.8)
    if causes := _named_due_to(inside, memory):
        effects = [end for phrase in statement.subjects for end in ends_of(phrase, memory)]
        yield Link(causes, effects, "due-to-noun", 0.7)


def _named_due_to(phrases: Iterable[NounPhrase], memory: Memory) -> list[End]:
    return [end for phrase in phrases if phrase.prep in _DUE_TO for end in ends_of(phrase, memory, materials=True)]


def _at_the_expense(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`A higher pressure improves contact at the expense of cracks`, `… of the energy density`."""
    phrases = statement.oblique(*_EXPENSE)
    if phrases and not statement.verb.denied and (statement.objects or not turn_of(statement)):
        lost = [each if each.side or each.level else each.turned("bad") for p in phrases for each in find_concepts(p)]
        yield Link(agents_of(statement, memory), as_ends(lost), "at-the-expense", 0.65)


def _behind_noun(phrase: NounPhrase, statement: Statement, memory: Memory) -> Iterator[Link]:
    """`Capacity fade due to cracks`, `short circuits by dendrites`."""
    for modifier in phrase.modifiers:
        suffered = modifier.prep == "from" and "suffer" in statement.verb.senses
        if modifier.prep == "by" and phrase.prep in _UNDER:
            continue
        if suffered or (modifier.prep == "by" and id(phrase) in changed_phrases(statement)):
            continue
        if modifier.prep in _DUE_TO or modifier.prep in ("by", "from") or _is_short_through(phrase, modifier):
            causes = ends_of(modifier, memory, materials=modifier.prep in _DUE_TO)
            effects = [end for end in as_ends(find_concepts(phrase)) if _comes_of(end)] if causes else []
            yield Link(causes, effects, "due-to-noun", 0.75)


def _is_short_through(phrase: NounPhrase, modifier: NounPhrase) -> bool:
    """`Short circuits through dendrites`, of which other failures do not come that they go through."""
    led = modifier.prep in ("through", "via")
    return led and any(concept.failure == "short_circuit" for concept in find_concepts(phrase))


def _comes_of(end: End) -> bool:
    """Whether something may come of another: not what is good, nor boundaries that grains have by themselves."""
    return not end.good and end.name != "grain_boundary"


def _why(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`Cracks are the reason why the capacity fades`, `this is why the capacity fades`."""
    before = statement.parent
    if statement.subordinator != "why" or before is None or before.verb.lemma != "be" or before.verb.denied:
        return
    if before.link == "which":
        yield Link(said_before(before, memory), events(statement, memory.names), "reason-noun", 0.7)
        return
    named = [phrase.words[-1].text in _lists("cause_nouns") for phrase in before.objects]
    if all(named):
        causes = [end for phrase in before.subjects for end in ends_of(phrase, memory, materials=True)]
        yield Link(causes or taken_up(before, memory), events(statement, memory.names), "reason-noun", 0.8)


def _reasons(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`Poor contact is the main cause of dendrites`, `short circuits are a consequence of dendrites`."""
    if statement.verb.lemma != "be" and not statement.verb.senses & {"be", "serve"}:
        return
    among = [phrase for phrase in statement.opening if phrase.prep in ("among", "amongst", "of")]
    pairs = [(statement.objects, statement.subjects), (statement.subjects, statement.objects)]
    for named, others in [*pairs, (among, statement.subjects)]:
        for phrase in named:
            behind = _behind_reason(phrase, statement, memory)
            other = [end for each in others for end in ends_of(each, memory, materials=True)]
            if all(end.kind == "material" for end in other):
                behind = [end for end in behind if end.about not in BURDENS]
            if _is_result(phrase) and named is statement.subjects:
                behind, other = (
                    said_before(statement, memory),
                    [end for each in statement.objects for end in ends_of(each, memory)],
                )
            if not behind or not other:
                continue
            causes, effects = (other, behind) if phrase.words[-1].text in _lists("cause_nouns") else (behind, other)
            effects = [end for end in effects if not (end.vague and end.kind == "level")]
            if statement.verb.denied:
                effects = [end.deny() for end in effects]
            yield Link(causes, effects, "reason-noun", 0.8)


def _apposed(statement: Statement, memory: Memory) -> Iterator[Link]:
    """`Dendrites, the main cause of shorts, …`, `polarization, a consequence of the low conductivity, …`."""
    for phrases in (statement.subjects, statement.objects):
        for named, called in pairwise(phrases):
            if called.determiner not in ("a", "an", "the", "one", "another"):
                continue
            behind = _behind_reason(called, statement, memory)
            other = suffered(named, memory) if behind else []
            causes = called.words[-1].text in _lists("cause_nouns")
            if other and all(not end.good for end in (*behind, *other)):
                yield Link(*((other, behind) if causes else (behind, other)), "apposed-reason", 0.7)


def _subsequent(statement: Statement) -> Iterator[Link]:
    """`Void formation and subsequent contact loss`, `cracking and the resulting short circuit`."""
    later = _lists("resulting") | {"subsequent"}
    for phrases in (statement.subjects, statement.objects, statement.obliques):
        for first, second in pairwise(phrases):
            if first.prep == second.prep and any(word.text in later for word in second.words):
                named = [as_ends(find_concepts(each)) for each in (first, second)]
                causes, effects = ([end for end in ends if end.kind == "failure"] for ends in named)
                yield Link(causes, [end for end in effects if not end.good], "and-subsequent", 0.65)


def _is_result(phrase: NounPhrase) -> bool:
    """`The result is …` of what was said before."""
    return phrase.words[-1].text in _lists("result_nouns") and not phrase.modifiers and len(phrase.words) <= _FEW


def _behind_reason(phrase: NounPhrase, statement: Statement, memory: Memory) -> list[End]:
    if phrase.words[-1].text not in _lists("cause_nouns") | _lists("result_nouns"):
        return []
    behind = [each for each in phrase.modifiers if each.prep in _BEHIND]
    if any(map(is_anaphor, behind)):
        return said_before(statement, memory)
    return [end for each in behind for end in suffered(each, memory)]


def _lists(name: str) -> frozenset[str]:
    return grammar().lists[name]


def _compound(phrase: NounPhrase, memory: Memory) -> Iterator[Link]:
    """`Dendrite-induced short circuits`: a participle of a verb of causing that a hyphen ties to its cause."""
    for index, word in enumerate(phrase.words):
        if word.joined and 0 < index < len(phrase.words) - 1 and _is_induced(word.text):
            cause, effect = NounPhrase(phrase.words[:index]), NounPhrase(phrase.words[index + 1 :])
            effects = [end for end in ends_of(effect, memory) if not end.good]
            yield Link(ends_of(cause, memory, materials=True), effects, "induced", 0.8)


def _is_induced(text: str) -> bool:
    form = grammar().forms.get(text)
    if form is None or form.form not in ("ed", "en"):
        return False
    return any(sense.name == "cause" for sense in grammar().senses.get(form.lemma, ()))
