"""How a verb opens a statement when the walk over a sentence comes to it, and of what."""

from __future__ import annotations

from .late_subjects import closes_aside, hold_joined, opens_with_it, pop_subjects
from .phrases import NounPhrase, VerbGroup, is_adjective
from .place import is_plural
from .statements import Statement, is_action, is_process_behind
from .walk import SCARCELY, Walk

_GOES_ON = frozenset({"keep", "continue", "start", "begin"})
"""Verbs behind which a form in -ing is what is done."""

_TIMES = frozenset({"after", "before", "until"})
"""Prepositions that also open a clause."""

_NONE = frozenset({"neither", "none"})
"""First words of a subject of which a verb says that it does not do something (`neither A nor B reacts`)."""

_VERBLESS = frozenset({"though", "although", "while", "if", "albeit"})
"""Words behind which an adjective may stand without a verb (`LLZO, though stable, is brittle`)."""

_MEANS = frozenset({"by", "via", "through", "by means of", "upon", "with"})

_BEFORE_VERB = frozenset({"reduced", "relative", "which", "purpose"})
"""Links of statements that may stand between a subject and its verb (`ways to suppress dendrites are …`)."""


def open_statement(walk: Walk, verb: VerbGroup) -> None:
    """Open the statement of a verb, or let the verb complete the one before."""
    before = walk.statements[-1] if walk.statements else None
    if before is not None and not before.objects and _completes(walk, before, verb):
        _merge(walk, before, verb)
        return
    statement = {"finite": _finite, "infinitive": _infinitive}.get(verb.form, _participle)(walk, verb, before)
    if statement.parent is None and before is not None and statement is not before:
        statement.parent = before
    own = (word.text for word in verb.words if word.part == "adv")
    statement.adverbs, walk.adverbs = (*walk.adverbs, *own), []
    of_none = any(phrase.words[0].text in _NONE for phrase in statement.subjects)
    verb.denied = verb.denied or of_none or bool(SCARCELY.intersection(statement.adverbs))
    walk.statements.append(statement)
    if statement.link in _BEFORE_VERB and walk.open and walk.waiting:
        walk.held = walk.held or walk.waiting
    elif verb.form == "finite" and statement.link not in ("relative", "which"):
        walk.held = []
    if statement.link in _BEFORE_VERB and (walk.waiting or statement.link == "reduced"):
        walk.held_opening = walk.held_opening or walk.opening
    elif verb.form == "finite":
        walk.held_opening = []
    hold_joined(walk, statement)
    if walk.in_relative and verb.form == "finite":
        statement.antecedent, walk.antecedent = walk.antecedent, None
    walk.in_relative = False
    walk.open, walk.waiting, walk.opening, walk.subordinator, walk.joined = False, [], [], "", []
    walk.last = walk.announced = None
    walk.place = statement.objects


def _completes(walk: Walk, before: Statement, verb: VerbGroup) -> bool:
    """Whether a verb says what the one before begins (`tends to form`, `keeps growing`, `prone to forming`)."""
    if verb.form == "infinitive":
        return bool(before.verb.senses & {"start", "fail"})
    begins = before.verb.lemma in _GOES_ON or (before.verb.lemma == "be" and "suffer" in before.verb.senses)
    return verb.form == "ing" and begins and walk.last is None and not walk.marks


def _merge(walk: Walk, before: Statement, verb: VerbGroup) -> None:
    """`tends to form`, `fails to suppress`: one statement."""
    verb.denied = verb.denied or before.verb.denied or "fail" in before.verb.senses
    verb.hedged = verb.hedged or before.verb.hedged
    verb.words, verb.form = [*before.verb.words, *verb.words], before.verb.form
    before.verb = verb
    walk.place = before.objects


def _finite(walk: Walk, verb: VerbGroup, before: Statement | None) -> Statement:
    kinds = walk.kinds
    if "rel" in kinds and (walk.last is not None or before is not None):
        return _relative(walk, verb, before)
    if verb.lemma in ("be", "exist") and any(mark.word.text == "there" for mark in walk.marks[-1:]):
        return Statement(verb, "clause" if before else "main", before, [], subordinator=walk.subordinator)
    if walk.subordinator in _VERBLESS:
        _drop_verbless(walk)
    if not kinds and _takes_clause(walk, verb) and not is_process_behind(before, walk.last):
        return _of_time(walk, verb, before)
    if walk.waiting:
        link = "main" if before is None or (not walk.subordinator and before.link != "main") else "clause"
        link = "relative" if walk.in_relative and walk.held else link
        opening = walk.opening or walk.held_opening
        return Statement(verb, link, before, walk.waiting, opening=opening, subordinator=walk.subordinator)
    if walk.held and "conj" not in kinds:
        opening = walk.opening or walk.held_opening
        return Statement(verb, "main", before, walk.held, opening=opening, subordinator=walk.subordinator)
    acts = before is not None and before.link == "action" and len(walk.statements) == 1
    acts = acts and not opens_with_it(walk)
    popped = pop_subjects(walk) if not (kinds or acts) or closes_aside(walk) else []
    if popped:
        opening = walk.opening or walk.held_opening
        return Statement(verb, "clause", before, popped, opening=opening, subordinator=walk.subordinator)
    if before is None:
        return Statement(verb, "main", None, [], opening=walk.opening)
    return Statement(verb, "main", before) if not kinds and is_action(before) else _further(walk, verb, before)


def _relative(walk: Walk, verb: VerbGroup, before: Statement | None) -> Statement:
    """A relative clause, known to the noun of which it tells."""
    link = "which" if "comma" in walk.kinds else "relative"
    statement = Statement(verb, link, before, [walk.last] if walk.last is not None else [])
    if walk.last is not None:
        walk.last.told_by.append(statement)
    return statement


def _drop_verbless(walk: Walk) -> None:
    """Let an adjective behind `though` be no subject: that stands before it, or behind it."""
    bare = [phrase for phrase in walk.waiting if not phrase.determiner and is_adjective(phrase.words[-1])]
    if not bare:
        return
    others = [phrase for phrase in walk.waiting if not any(phrase is each for each in bare)]
    if others or walk.suspended:
        walk.waiting, walk.subordinator = others or walk.suspended, ""


def _takes_clause(walk: Walk, verb: VerbGroup) -> bool:
    """Whether the phrase right before a verb is its subject (`after Li was plated`, `…, for LLZO is brittle`)."""
    if (
        walk.last is None
        or (verb.is_base and not is_plural(walk.last.words[-1]))
        or (walk.last.prep not in _TIMES and walk.last is not walk.reasoned)
        or walk.waiting
        or walk.joined
    ):
        return False
    return _where_tied(walk) is not None


def _where_tied(walk: Walk) -> list[NounPhrase] | None:
    """The list in which the last phrase stands by itself: the opening, or the obliques of the last statement."""
    for tied in (walk.opening, walk.statements[-1].obliques if walk.statements else []):
        if tied and tied[-1] is walk.last:
            return tied
    return None


def _of_time(walk: Walk, verb: VerbGroup, before: Statement | None) -> Statement:
    """The clause behind `after`, `before`, `until`, with the phrase that looked as if tied to the verb before."""
    tied = _where_tied(walk)
    subject = tied.pop() if tied is not None else None
    if subject is None:
        return Statement(verb, "clause", before)
    if walk.host is not None:
        walk.host[0].modifiers[:] = [each for each in walk.host[0].modifiers if each is not subject]
    time, subject.prep = subject.prep, ""
    return Statement(verb, "clause" if before else "main", before, [subject], subordinator=time)


def _further(walk: Walk, verb: VerbGroup, before: Statement) -> Statement:
    """A verb of a subject before: of that before an aside (`X, when put on Li, gives A`), else a further one."""
    if walk.suspended and walk.kinds == ["comma"] and before.link == "gerund":
        return Statement(verb, "main", before, walk.suspended, opening=walk.opening)
    return _coordinated(walk, verb, before)


def _coordinated(walk: Walk, verb: VerbGroup, before: Statement) -> Statement:
    """A further verb of the same subject: of the last statement with a verb of this form."""
    forms = {verb.form, "infinitive"} if verb.is_base else {verb.form}
    for other in reversed(walk.statements):
        if other.verb.form in forms:
            return Statement(verb, other.link, other.parent, other.subjects, opening=other.opening)
    return Statement(verb, "participle", before)


def _infinitive(walk: Walk, verb: VerbGroup, before: Statement | None) -> Statement:
    if before is not None and "conj" in walk.kinds:
        return _coordinated(walk, verb, before)
    return Statement(verb, "purpose", before)


def _participle(walk: Walk, verb: VerbGroup, before: Statement | None) -> Statement:
    kinds, prep = walk.kinds, walk.prep()
    if prep and verb.form == "ing":
        return Statement(verb, "means" if prep in _MEANS else "gerund", before, subordinator=prep)
    if kinds and kinds[-1] == "conj" and before is not None:
        return _coordinated(walk, verb, before)
    if walk.subordinator:
        return Statement(verb, "gerund", before, subordinator=walk.subordinator)
    if kinds == ["rel"] and verb.form == "ing" and walk.last is None:
        return Statement(verb, "action", before)
    if walk.last is not None and not kinds:
        statement = Statement(verb, "reduced", before, [walk.last])
        walk.last.told_by.append(statement)
        return statement
    if walk.open and walk.waiting and kinds == ["comma"] and verb.form == "en":
        walk.waiting[-1].told_by.append(statement := Statement(verb, "reduced", before, walk.waiting[-1:]))
        return statement
    if before is None and walk.last is None:
        return Statement(verb, "action" if verb.form == "ing" else "participle")
    if "comma" in kinds and before is not None and before.verb.form == verb.form and _in_list(walk, before):
        return _coordinated(walk, verb, before)
    if before is None:
        return Statement(verb, "reduced", None, walk.waiting)
    return Statement(verb, "participle", before)


def _in_list(walk: Walk, before: Statement) -> bool:
    """Whether a participle behind a comma goes on a list: `reducing A, improving B, and …`."""
    return before.link in ("participle", "means", "gerund")
