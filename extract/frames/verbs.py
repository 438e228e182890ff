"""Which words of a sentence are verbs: `forms`, `increase` and `coated` may be a noun or a modifier as well.

A word that may be a verb is judged by its form and by the words beside it, adverbs left out.
"""

from __future__ import annotations

from itertools import takewhile

from .grammar import VerbForm, grammar
from .phrases import is_adjective
from .place import FINITE, Place, is_plural, may_be_finite, parts_clauses, takes_particle
from .unknown_verbs import OBJECTS, guess_verb, supports
from .word import NOUNS, Word

_PROCESS_HEADS = frozenset({"process", "processes", "method", "methods", "behavior", "behaviour", "layer", "layers"})
"""Nouns behind a form in -ing that is part of a name (`Li plating behavior`)."""

_BEFORE_BASE = frozenset({"do", "does", "did", "don't", "doesn't", "didn't", "has", "have", "had"})
"""Auxiliaries before which a base form, or what looks like one, is a verb."""

_DO = frozenset({"do", "does", "did", "don't", "doesn't", "didn't"})
"""Auxiliaries before a base form."""

_EMPHATIC = frozenset({"itself", "themselves"})
"""Pronouns that only stress what stands before them (`PTFE is itself reduced`)."""

_INTO = frozenset({"along", "through", "into"})
"""Prepositions of where a metal goes (`lithium advances along grain boundaries`)."""

_PLURALS = frozenset({"they", "these", "we", "those"})
_BEFORE_DOING = frozenset({",", "by", "via", "through", "when", "while", "after", "from", "that", "is", "was"})
"""Words behind which the name of a process is a verb if it has an object (`shown that coating LLZO …`)."""

_HAVE = frozenset({"has", "have", "had", "having"})
_BY_WHAT_FOLLOWS = frozenset({"as", "behind", "that", "to"})
"""Words whose part of speech only shows by what follows."""

_VERB_ENDINGS = ("s", "ing", "ed")
"""How a verb ends that no list has, unless it stands behind `may` or the like."""

_GOES_ON = frozenset({"keep", "continue", "start", "begin"})
"""Verbs behind which a form in -ing is what is done (`keeps growing`)."""

_EXAMPLE_PREPS = frozenset({"such as", "including"})
"""Prepositions behind a noun of which examples are given (`features such as pores`)."""

_ADVERBS_THERE = _EMPHATIC | {"so", "all", "both", "each"}
"""Words that are adverbs in some places."""

_ALONE = frozenset({"this", "these"})
"""Demonstratives that stand for a noun where a past follows that has an object or its particle (`this led to it`)."""

_DOES = frozenset({"noun", "verb"})
_FLOATING = frozenset({"all", "both", "each"})
"""Determiners that may stand between a subject and its verb (`pores and cracks both contribute to it`)."""


def decide_verbs(words: list[Word]) -> None:
    """Set the part of speech of every word that may be a verb.

    Args:
        words: of one sentence; `verb` says what each could be. Changed in place.
    """
    before: Word | None = None
    left_open: list[int] = []
    for index, word in enumerate(words):
        if word.text in _ADVERBS_THERE and _is_adverb(Place(words, index)):
            word.part = "adv"
        if word.part == "noun" and (
            word.verb
            or word.text.endswith(_VERB_ENDINGS)
            or (index + 1 < len(words) and words[index + 1].part == "det")
            or supports(before)
        ):
            _judge(Place(words, index))
        elif word.text in ("having", "being") and Place(words, index).between("det", NOUNS):
            word.part = "noun"
        if word.part != "adv":
            before = word
        if word.text in _BY_WHAT_FOLLOWS or word.text in _HAVE:
            left_open.append(index)
    for index in left_open:
        word = words[index]
        if word.part == "aux" and word.text in _HAVE and Place(words, index).is_main_have():
            word.part, word.verb = "verb", VerbForm("have", "ing" if word.text == "having" else "s")
        elif word.text in _BY_WHAT_FOLLOWS:
            word.part = _function(Place(words, index))


def _is_adverb(place: Place) -> bool:
    """Whether a word is an adverb where it stands: `is itself reduced`, `and so lowers`, `cracks both lower`."""
    text, before = place.word.text, place.before
    if text == "so":
        return place.between("conj", _DOES)
    if text in _FLOATING:
        return place.floats()
    return before is not None and before.part in ("aux", *NOUNS)


def _judge(place: Place) -> None:
    """Make a word a verb if it is one."""
    word = place.word
    if word.verb is not None:
        word.verb = _past_like_base(place)
        judge = _is_plain_verb if word.text in grammar().never_verbs else _IS_VERB[word.verb.form]
        if judge(place) or (word.verb.form in ("s", "base") and place.must_be_verb()):
            word.part = "verb"
    elif guess := guess_verb(place):
        word.part, word.verb = "verb", guess


def _past_like_base(place: Place) -> VerbForm:
    """What a form is that may be a base or a participle, by the auxiliary before it (`was put`, `has cut`)."""
    word, before = place.word, place.before
    form = word.verb or VerbForm(word.text, "base")
    if form.form != "base" or before is None or before.part != "aux" or before.text in _DO:
        return form
    return VerbForm(form.lemma, "ed") if word.text in grammar().lists["invariant_verbs"] else form


def _function(place: Place) -> str:
    """The part of `as`, `that`, `behind`, `to` by what follows: `as they grow`, `that of LLZO`, `leaves LiF behind`."""
    word, after = place.word, place.after
    if word.text == "to":
        return "to" if word.part == "prep" and place.opens_infinitive() else word.part
    if word.text == "behind" and (after is None or after.part in ("punct", "conj", "prep")):
        return "adv"
    if word.text == "as" and after is not None and (after.part == "pron" or place.opens_clause()):
        return "sub"
    if word.text == "that" and after is not None and after.text == "of":
        return "pron"
    return word.part


def _describes(place: Place) -> bool:
    """Whether a word behind `to` is an adjective, since the `to` is no infinitive's (`leads to slow transport`)."""
    lists, before = grammar().lists, place.words[place.index - 2].text if place.index > 1 else ""
    return place.word.text in lists["adjectives"] and before in lists["before_to_nouns"]


def _is_base(place: Place) -> bool:
    """`to suppress`, `can suppress`, `to avoid A and suppress B`, `dendrites reduce the`, `LLZO and Li react`."""
    before, after = place.before, place.after
    if before is None or place.is_compound or (after is not None and after.text == "than"):
        return False
    if before.part == "modal" or before.text in _BEFORE_BASE or place.is_made():
        return True
    if before.part == "verb" and before.verb is not None and before.verb.lemma == "help":
        return after is not None and after.text != "of"
    if before.part == "to" or before.text == "to":
        takes = after is None or after.text not in ("of", "in") or takes_particle(place.word, after.text)
        return takes and not _describes(place)
    if after is None or after.text == "of" or place.has_finite():
        return False
    object_next = after.part in (*NOUNS, "det", "pron")
    if before.part == "conj" or before.text == ",":
        if before.part == "conj" and after.part == "det" and place.has_plural_aux():
            return True
        ends = after.part in ("prep", "punct") and before.part == "conj"
        takes = before.part == "conj" and after.text != "of" and takes_particle(place.word, after.text)
        return _goes_on(place) or ((object_next or ends) and place.has_earlier("base")) or takes or _resumes(place)
    if before.part == "rel" or before.text in ("they", "we", "these", "those"):
        return True
    if before.part not in NOUNS and before.text != ")":
        return False
    listed = before.part == "material" and place.index > 1 and place.words[place.index - 2].part == "conj"
    particle = after.part == "sub" or (after.text != "of" and takes_particle(place.word, after.text))
    needed = after.part in ("prep", "punct") and place.needs_verb()
    return (is_plural(before) or object_next or listed or particle or needed) and place.has_plural()


def _goes_on(place: Place) -> bool:
    """`nucleate and propagate within`: a second verb right behind the first."""
    before = Place(place.words, place.index - 1).before
    return before is not None and before.part == "verb" and before.verb is not None and before.verb.form == "base"


def _resumes(place: Place) -> bool:
    """`Defects, such as voids, arise due to …`: the first verb of a clause, behind what a comma closes."""
    before, after = place.before, place.after
    takes = after is not None and after.part in (*NOUNS, "det", "prep")
    return (
        before is not None
        and before.text == ","
        and takes
        and place.has_plural()
        and not place.has_earlier(*FINITE, "aux")
    )


def _is_third(place: Place) -> bool:
    """`the layer suppresses`, `which forms`; not `the forms`, `of voids`."""
    before, after = place.before, place.after
    if before is None or place.is_compound or after is None or after.part in ("aux", "modal", "verb"):
        return False
    if before.text == "," and after.verb is not None and after.verb.form == "base" and _tells(after.verb.lemma):
        return False
    if (after.text == "of" and not takes_particle(place.word, "of")) or _is_described(place):
        return False
    if place.word.text in grammar().lists["verbs_before_determiners"] and after.part != "det":
        return place.ends_clause() or (before.part in NOUNS and place.is_alone())
    if after.text in _EXAMPLE_PREPS:
        return False
    if before.text == ",":
        resumes = after.part == "det" or not place.has_earlier("s", "base", "aux")
        return resumes or place.has_earlier("s", "aux")
    if before.part == "conj":
        return place.has_earlier("s", "aux")
    return before.part in (*NOUNS, "pron", "rel") or before.text in (")", "this", "that")


def _is_described(place: Place) -> bool:
    """Whether an adjective without a noun to follow it stands before a form in -s (`leads to large increases in`)."""
    before, first = place.before, place.words[place.index - 2] if place.index > 1 else None
    if before is None or not is_adjective(before):
        return False
    return first is None or first.part in ("prep", "to", "verb", "punct", "conj", "adv")


def _tells(lemma: str) -> bool:
    """Whether a verb is one of telling, which has what looks like one for its subject (`Here, results show that`)."""
    return any(sense.name in ("indicate", "have") for sense in grammar().senses.get(lemma, ()))


def _is_past(place: Place) -> bool:
    """A past or a participle: `was formed`, `they developed a`, `layers formed by`; not `the increased contact`."""
    before, after = place.before, place.after
    if place.is_compound:
        return False
    noun_next = after is not None and after.part in (*NOUNS, "det")
    if before is None:
        return not noun_next and after is not None
    if before.part == "aux":
        describes = place.word.text in grammar().lists["degree_participles"] and before.text in ("has", "have", "had")
        return not (describes and after is not None and after.part in NOUNS)
    if before.text in _ALONE:
        return after is not None and (after.part == "det" or takes_particle(place.word, after.text))
    if before.part in ("det", "prep", "verb", "modal", "to"):
        return False
    if before.part in (*NOUNS, "pron", "rel") or before.text in (")", "'s"):
        return not noun_next or not (place.has_finite() or place.is_inside_subject())
    listed = (before.part == "conj" or before.text == ",") and place.has_earlier("ed", "en")
    resumes = before.text == "," and after is not None and (after.part == "det" or _has(place))
    return not noun_next or listed or resumes


def _has(place: Place) -> bool:
    """`The garnet, LLZTO, exhibited enhanced conductivity`: a verb of having that describes no noun."""
    senses = grammar().senses[place.word.verb.lemma] if place.word.verb is not None else ()
    return any(sense.name == "have" and not sense.particle for sense in senses) and not place.has_earlier(
        *FINITE, "aux"
    )


def _is_ing(place: Place) -> bool:
    """A participle or gerund with an object of its own: `, leading to`, `by suppressing`, `layers containing`."""
    before, after = place.before, place.after
    if after is None or place.is_compound or (after.text == "of" and not takes_particle(place.word, "of")):
        return False
    if place.word.text in grammar().lists["process_nouns"]:
        graded = place.index > 0 and place.words[place.index - 1].text in grammar().lists["grades"]
        if graded and place.word.text in grammar().lists["graded"]:
            return False
        opens = before is None or before.text in _BEFORE_DOING
        return opens and after.part in ("det", "material")
    takes = after.part in (*NOUNS, "det", "pron", "rel", "prep", "to")
    if (before is None and place.is_subject()) or (before is not None and before.text == "with" and _changes(place)):
        return False
    if before is None or before.part == "aux":
        return takes or before is not None
    if before.part == "det":
        return False
    if before.part == "verb":
        goes_on = before.verb is not None and before.verb.lemma in _GOES_ON
        return goes_on or after.part in OBJECTS
    if before.part in NOUNS or before.text == ")":
        return takes and after.text not in _PROCESS_HEADS
    return takes


def _changes(place: Place) -> bool:
    """`With increasing current density`: it says how a quantity is."""
    return place.word.text in ("increasing", "decreasing", "rising", "growing") and place.after is not None


def _is_plain_verb(place: Place) -> bool:
    """Whether what is nearly always a noun stands where only a verb can: `which focus the`, `voids crack the`."""
    word, before, after = place.word, place.before, place.after
    form = word.verb.form if word.verb is not None else ""
    if form not in ("base", "s") or before is None or after is None or place.is_compound:
        return False
    if before.part == "modal" or before.text in ("to", "did", "does", "do"):
        return form == "base" and (before.text != "to" or place.is_begun())
    if before.text == "it":
        return form == "s"
    if before.part == "conj":
        return after.part == "det" and place.has_earlier(form)
    if form == "base" and place.is_made(named=True):
        return True
    if before.text == "which":
        return place.words[max(0, place.index_before - 1)].part != "prep" and after.part in (*NOUNS, "det", "pron")
    if after.part == "prep" and form == "s" and _is_only_verb(place):
        return True
    if form == "base" and before.part == "noun" and is_plural(before) and place.is_alone():
        return True
    follows = after.part == "det" or (after.text in _INTO and (before.part == "material" or form == "base"))
    names = before.part == "material" or word.text == "attacks"
    follows = follows or (after.part == "material" and names and form == "s" and place.is_alone(with_object=True))
    subject = place.subject() if follows and not place.has_finite() else None
    if subject is None or subject.part not in (*NOUNS, "pron", "det"):
        return False
    return (is_plural(subject) or subject.text in _PLURALS) == (form == "base")


def _is_only_verb(place: Place) -> bool:
    """`The volume of silicon changes by half`: behind a singular with an `of`, in a clause that has no other verb."""
    subject = None if place.has_finite() else place.subject()
    behind = takewhile(lambda word: not parts_clauses(word), place.words[place.index + 1 :])
    of_another = subject is not None and subject is not place.before and not is_plural(subject)
    return of_another and not any(map(may_be_finite, behind))


_IS_VERB = {"base": _is_base, "s": _is_third, "ed": _is_past, "en": _is_past, "ing": _is_ing}
"""How a form is judged."""
