"""Verbs with their auxiliaries: which form they have, and what they say with the words behind them."""

from __future__ import annotations

from collections.abc import Sequence

from .grammar import VerbSense, grammar
from .phrases import Item, Mark, NounPhrase, VerbGroup
from .word import NOUNS, Word

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})

_SUBJECTS = frozenset({"it", "they", "we", "he", "she"})
"""Pronouns before a past that is the verb of their clause."""

_LOOK_AHEAD = 16
"""How many words behind a verb are looked at for its particle and for a verb still to come."""

_HEDGES = frozenset({"may", "might", "could", "likely", "possibly", "presumably", "perhaps", "probably", "potentially"})


def take_verbs(words: Sequence[Word], index: int, items: list[Item]) -> int:
    """Add the verb group that begins at a word; the index behind it.

    Args:
        words: of the sentence.
        index: of the first auxiliary or verb.
        items: what was found before; changed in place.
    """
    taken: list[Word] = []
    while index < len(words) and words[index].part in ("aux", "modal", "adv", "verb") and not words[index].depth:
        word = words[index]
        if word.part == "verb" and any(each.part == "verb" for each in taken):
            break
        taken.append(word)
        index += 1
        if word.part == "verb" and word.verb is not None and word.verb.form in ("base", "s"):
            break
    while taken[-1].part == "adv" and taken[-1].text not in grammar().lists["negators"]:
        taken.pop()
        index -= 1
    group, consumed = _verb_group(taken, words[index:], items)
    items.append(group)
    return index + consumed


def _verb_group(taken: list[Word], behind: Sequence[Word], items: list[Item]) -> tuple[VerbGroup, int]:
    """The group, and how many words behind it belong to its sense."""
    main = next((word for word in taken if word.part == "verb"), None)
    lemma, form = (main.verb.lemma, main.verb.form) if main is not None and main.verb is not None else ("be", "s")
    passive = form in ("ed", "en") and any(word.text in _BE for word in taken)
    senses, consumed, of_be = _senses(lemma, main if form in ("ed", "en") else None, main is None, behind[:8])
    has_aux = any(word.part in ("aux", "modal") for word in taken)
    if items and (_awaits_infinitive(items[-1]) or _is_made(items, taken)):
        kind = "infinitive"
    elif form in ("s", "base") or (has_aux and taken[0].text not in ("being", "having")):
        kind = "finite"
    elif form == "ing" or taken[0].text in ("being", "having"):
        kind = "ing"
    else:
        kind = "finite" if form == "ed" and not of_be and _is_past(lemma, items, behind) else "en"
    negators = grammar().lists["negators"]
    group = VerbGroup(
        taken,
        lemma,
        kind,
        passive or kind == "en",
        senses,
        any(word.text in negators for word in taken),
        any(word.text in _HEDGES for word in taken),
    )
    group.passive = group.passive and not of_be
    group.particle = behind[consumed - 1].text if consumed else ""
    return group, consumed


_SINCE = frozenset({"after", "before", "until"})
"""What opens a clause of time behind a verb of change (`the resistance decreased after a layer was applied`)."""


def _is_past(lemma: str, items: list[Item], behind: Sequence[Word]) -> bool:
    """Whether a form that looks like a past is one: always where the participle has another, else by its neighbours."""
    if lemma in grammar().strong or (items and isinstance(items[-1], Mark) and items[-1].kind == "rel"):
        return True
    may_be_past = _is_main_past(items) or _goes_on_to_object(items, behind)
    changes = lemma in grammar().lists["changing_verbs"] and bool(behind) and behind[0].text in _SINCE
    return may_be_past and (changes or not _has_verb_to_come(behind[:_LOOK_AHEAD]))


def _awaits_infinitive(item: Item) -> bool:
    """Whether a base form follows as an infinitive: behind `to`, or behind `tends to` (its `to` is taken)."""
    if isinstance(item, Mark):
        return item.kind == "to"
    return isinstance(item, VerbGroup) and bool(item.senses & {"start", "fail"})


def _is_made(items: Sequence[Item], taken: Sequence[Word]) -> bool:
    """Whether a bare base form tells what an object is made to do: `makes the layer crack`."""
    base = len(taken) == 1 and taken[0].verb is not None and taken[0].verb.form == "base"
    verb = items[-2] if base and len(items) > 1 and isinstance(items[-1], NounPhrase) else None
    return isinstance(verb, VerbGroup) and verb.lemma in grammar().lists["makers"] and not verb.passive


def _is_main_past(items: list[Item]) -> bool:
    """Whether a form that is past or participle is the verb of its clause: a subject before it, and no verb yet."""
    given = [item for item in items if not (isinstance(item, Mark) and item.kind == "adv")]
    if given and isinstance(given[-1], Mark) and given[-1].kind == "rel":
        return True
    if given and isinstance(given[-1], Mark) and given[-1].kind in ("conj", "comma"):
        return (
            _goes_on_in_past(given)
            or (given[-1].kind == "comma" and _is_verbless(given))
            or (given[-1].kind == "comma" and _closes_participle(given))
        )
    if given and isinstance(given[-1], NounPhrase) and given[-1].words[-1].text in _SUBJECTS:
        return True
    given = given[: _before_relative(given)]
    has_subject = False
    for index in range(len(given) - 1, -1, -1):
        item, before = given[index], given[index - 1] if index else None
        if isinstance(item, VerbGroup):
            if item.form in ("finite", "infinitive"):
                return item.form == "finite" and _follows_subordinate(given, index)
            continue
        if isinstance(item, Mark) and item.kind in ("stop", "sub", "rel", "conj"):
            break
        has_subject |= isinstance(item, NounPhrase) and not (isinstance(before, Mark) and before.kind == "prep")
    return has_subject


def _follows_subordinate(given: Sequence[Item], verb: int) -> bool:
    """Whether a comma and a subject part it from the verb of a clause before (`when voids grew, the cell shorted`)."""
    end = len(given) - 1
    while end > verb + 2 and isinstance(before := given[end - 1], Mark) and before.kind == "prep":
        end -= 2  # of `the resistance of the cell`
    subject, before = given[end], given[end - 1]
    if end < verb + 2 or not isinstance(subject, NounPhrase) or not subject.determiner:
        return False
    if not isinstance(before, Mark) or before.kind != "comma":
        return False
    for item in reversed(given[:verb]):
        if isinstance(item, VerbGroup) and item.form == "finite":
            return False
        if isinstance(item, Mark) and item.kind in ("sub", "stop", "rel"):
            return item.kind == "sub"
    return False


def _before_relative(given: Sequence[Item]) -> int:
    """Where a clause ends before a relative clause with its verb: `the voids that formed there | raised`."""
    for index in range(len(given) - 1, 0, -1):
        item = given[index]
        if isinstance(item, Mark) and item.kind == "rel":
            finite = any(isinstance(each, VerbGroup) and each.form == "finite" for each in given[index:])
            return index if finite and isinstance(given[index - 1], NounPhrase) else len(given)
        if isinstance(item, Mark) and item.kind in ("comma", "stop", "sub", "conj"):
            break
    return len(given)


def _goes_on_to_object(items: Sequence[Item], behind: Sequence[Word]) -> bool:
    """Whether a form behind `and` has an object, which a participle has not (`was deposited and reduced the`)."""
    joined = bool(items) and isinstance(items[-1], Mark) and items[-1].kind == "conj"
    after = next((word for word in behind if word.part != "adv"), None)
    return joined and after is not None and after.part in ("det", *NOUNS)


def _is_verbless(items: Sequence[Item]) -> bool:
    """Whether nothing but an aside stands between a subject and its verb (`a film of ZnO, 9 nm thick, lowered the`)."""
    marks = [item.kind for item in items if isinstance(item, Mark)]
    verbs = any(isinstance(item, VerbGroup) for item in items)
    return (
        marks.count("comma") > 1 and not verbs and not {"sub", "rel"} & set(marks) and isinstance(items[0], NounPhrase)
    )


def _closes_participle(given: Sequence[Item]) -> bool:
    """Whether a comma closes a participle that stands between a subject and its verb (`it, cast on LLZO, cut`)."""
    for index in range(len(given) - 2, 1, -1):
        item, comma, subject = given[index], given[index - 1], given[index - 2]
        if isinstance(item, Mark) and item.kind in ("comma", "stop", "sub", "rel", "conj"):
            return False
        if isinstance(item, VerbGroup):
            opened = isinstance(comma, Mark) and comma.kind == "comma" and isinstance(subject, NounPhrase)
            return opened and item.form == "en" and not any(isinstance(each, VerbGroup) for each in given[: index - 1])
    return False


def _goes_on_in_past(items: Sequence[Item]) -> bool:
    """Whether the verb before is a past in the active, which another goes on from (`prevented A and enabled B`)."""
    verb = next((item for item in reversed(items) if isinstance(item, VerbGroup)), None)
    last = verb.words[-1].verb if verb is not None else None
    return verb is not None and verb.form == "finite" and not verb.passive and last is not None and last.form == "ed"


def _has_verb_to_come(behind: Sequence[Word]) -> bool:
    """Whether the clause's own verb follows, so that a participle only describes: `a layer placed on LLZO prevents`."""
    for index, word in enumerate(behind):
        if word.part in ("sub", "rel", "to") or word.text in (",", ";", ":"):
            return False
        before = next((each for each in reversed(behind[:index]) if each.part != "adv"), None)
        goes_on = before is not None and before.part == "conj"
        finite = word.part in ("aux", "modal") or (
            word.part == "verb" and word.verb and word.verb.form in ("s", "base")
        )
        past = word.part == "verb" and word.verb is not None and word.verb.form == "ed" and not goes_on
        fails = word.verb is not None and word.verb.lemma in grammar().lists["failing_verbs"]
        if finite or (past and (fails or _has_object(behind, index))):
            return not goes_on
    return False


def _has_object(behind: Sequence[Word], index: int) -> bool:
    """Whether a noun phrase follows, so that a form that is past or participle is a past (`improved the stability`)."""
    return index + 1 < len(behind) and behind[index + 1].part in (*NOUNS, "det")


def _senses(
    lemma: str, participle: Word | None, bare: bool, behind: Sequence[Word]
) -> tuple[frozenset[str], int, bool]:
    """What the verb says: the senses with the longest particle that stands behind it; how many words that takes.

    A participle and a bare `be` are first looked up as predicates (`limited by`, `due to`), with `True` in the answer.
    """
    rules = grammar().senses
    if participle is not None or bare:
        for sense in _predicates(participle, behind):
            consumed = _consumed(sense.particle[participle is not None :], behind)
            if consumed is not None and not _only_falls(sense.name, behind[consumed:]):
                return frozenset({sense.name}), consumed, True
    found = [(sense, _consumed(sense.particle, behind)) for sense in rules.get(lemma, ())]
    matching = [(sense, n) for sense, n in found if n is not None and not _only_falls(sense.name, behind[n:])]
    longest = max((len(sense.particle) for sense, _ in matching), default=0)
    chosen = [(sense, consumed) for sense, consumed in matching if len(sense.particle) == longest]
    return frozenset(sense.name for sense, _ in chosen), max((n for _, n in chosen), default=0), False


def _predicates(participle: Word | None, behind: Sequence[Word]) -> Sequence[VerbSense]:
    """The senses of `be` that begin with a participle, or with one of the words behind it."""
    predicates = grammar().predicates
    if participle is not None:
        return predicates.get(participle.text, ())
    begin = set()
    for word in behind:
        begin.add(word.text.partition(" ")[0])
        if word.part != "adv":
            break
    if begin.isdisjoint(predicates):
        return ()
    return [sense for sense in grammar().senses["be"] if sense.particle and sense.particle[0] in begin]


def _only_falls(sense: str, behind: Sequence[Word]) -> bool:
    """Whether something is reduced to a value (`to 20 ohm cm2`), which is no decomposition."""
    if sense != "decompose":
        return False
    named = next((word for word in behind if word.part in NOUNS), None)
    return named is not None and named.part == "quantity"


def _consumed(particle: Sequence[str], behind: Sequence[Word]) -> int | None:
    """How many words behind a verb make up its particle, adverbs between left out; None if it is not there."""
    if not particle:
        return 0
    wanted = list(particle)
    for count, word in enumerate(behind, 1):
        parts = word.text.split()
        if parts == wanted[: len(parts)]:
            del wanted[: len(parts)]
        elif word.part != "adv":
            return None
        if not wanted:
            return count
    return None
