"""Which words of a sentence are verbs: `forms`, `increase` and `coated` may be a noun or a modifier as well.

A word that may be a verb is judged by its form and by the words beside it, adverbs left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from .grammar import VerbForm, grammar
from .word import NOUNS, Word

_PROCESS_HEADS = frozenset({"process", "processes", "method", "methods", "behavior", "behaviour", "layer", "layers"})
"""Nouns behind a form in -ing that is part of a name (`Li plating behavior`)."""

_BEFORE_BASE = frozenset({"do", "does", "did", "don't", "doesn't", "didn't", "has", "have", "had"})
"""Auxiliaries before which a base form, or what looks like one, is a verb."""

_EMPHATIC = frozenset({"itself", "themselves"})
"""Pronouns that only stress what stands before them (`PTFE is itself reduced`)."""

_INTO = frozenset({"along", "through", "into"})
"""Prepositions of where a metal goes (`lithium advances along grain boundaries`)."""

_PLURAL_AUXILIARIES = frozenset({"are", "were", "do", "have"})
_PLURALS = frozenset({"they", "these", "we", "those"})
_PHRASE = ("noun", "material", "quantity", "det", "adv")
_NAMED = frozenset(
    {"known", "used", "defined", "described", "denoted", "regarded", "considered", "taken", "employed", "reported"}
)
"""Participles behind which `as` is a preposition."""

_BEFORE_DOING = frozenset({",", "by", "via", "through", "when", "while", "after", "from", "that"})
"""Words behind which the name of a process is a verb if it has an object (`shown that coating LLZO …`)."""

_OPENS = frozenset({"until", "before", "after", "and", "that"})
"""Words other than subordinators that may open a clause."""

_ENDS_BEFORE = frozenset({"after", "at", "within", "under", "during", "upon", "along", "through"})
"""Prepositions behind a verb that ends a clause (`the cell shorts after 60 h`)."""

_FINITE = ("s", "ed", "base")
_VERBAL = ("verb", "aux", "modal", "to")
"""Parts of speech that show that a clause has its verb."""

_GOES_ON = frozenset({"keep", "continue", "start", "begin"})
"""Verbs behind which a form in -ing is what is done (`keeps growing`)."""

_OBJECTS = ("det", "material", "quantity")
"""Parts of speech that can hardly follow but as an object."""


def decide_verbs(words: list[Word]) -> None:
    """Set the part of speech of every word that may be a verb.

    Args:
        words: of one sentence; `verb` says what each could be. Changed in place.
    """
    for index, word in enumerate(words):
        if word.text in _EMPHATIC and index and words[index - 1].part in ("aux", *NOUNS):
            word.part = "adv"
        if word.part == "noun" and word.verb is not None:
            place = _Place(words, index)
            judge = _is_plain_verb if word.text in grammar().never_verbs else _IS_VERB[word.verb.form]
            if judge(place):
                word.part = "verb"
        elif word.part == "noun" and (guess := _guess(_Place(words, index))):
            word.part, word.verb = "verb", guess
        elif word.text in ("having", "being") and _Place(words, index).between("det", NOUNS):
            word.part = "noun"
    for index, word in enumerate(words):
        place = _Place(words, index)
        if word.part == "aux" and word.text in ("has", "have", "had", "having") and place.is_main_have():
            word.part, word.verb = "verb", VerbForm("have", "ing" if word.text == "having" else "s")
        word.part = _function(place)
        if word.text == "to" and word.part == "prep" and place.opens_infinitive():
            word.part = "to"


def _function(place: _Place) -> str:
    """The part of `as`, `that`, `behind` by what follows: `as they grow`, `that of LLZO`, `leaves LiF behind`."""
    word, after = place.word, place.after
    if word.text == "behind" and (after is None or after.part in ("punct", "conj", "prep")):
        return "adv"
    if word.text == "as" and after is not None and (after.part == "pron" or place.opens_clause()):
        return "sub"
    if word.text == "that" and after is not None and after.text == "of":
        return "pron"
    return word.part


@dataclass(frozen=True, slots=True)
class _Place:
    """A word among its neighbours."""

    words: Sequence[Word]
    index: int

    @property
    def word(self) -> Word:
        return self.words[self.index]

    @property
    def before(self) -> Word | None:
        """The word before, adverbs left out."""
        index = self.index_before
        return self.words[index] if index >= 0 else None

    @property
    def after(self) -> Word | None:
        """The word behind, adverbs left out."""
        index = self.index + 1
        while index < len(self.words) and self.words[index].part == "adv":
            index += 1
        return self.words[index] if index < len(self.words) else None

    @property
    def before_text(self) -> str:
        """The word before as it is read, or an empty string."""
        return self.before.text if self.before is not None else ""

    @property
    def index_before(self) -> int:
        """Where the word before stands, adverbs left out; -1 if there is none."""
        index = self.index - 1
        while index >= 0 and self.words[index].part == "adv":
            index -= 1
        return index

    def subject(self) -> Word | None:
        """The noun before it, of `the stresses of swelling` the stresses; None behind a preposition."""
        index = head = self.index_before
        while index >= 0 and self.words[index].part in (*NOUNS, "pron", "det", "adv"):
            index -= 1
            if index > 0 and self.words[index].text == "of":
                index = head = index - 1
        governed = index >= 0 and self.words[index].part == "prep"
        return None if head < 0 or head == index or governed else self.words[head]

    def is_subject(self) -> bool:
        """Whether the word behind it is a verb with an object rather than its own (`Swelling cracks the pellet`)."""
        behind = self.words[self.index + 1 : self.index + 3]
        return len(behind) > 1 and behind[0].verb is not None and behind[0].verb.form == "s" and behind[1].part == "det"

    @property
    def is_compound(self) -> bool:
        """Whether a hyphen makes it part of a longer word (`void-free`, `cross-linked`)."""
        after = self.after
        return self.word.joined or (after is not None and after.joined and after.part == "noun")

    def between(self, before: str, after: frozenset[str]) -> bool:
        """Whether it stands between two parts of speech."""
        left, right = self.before, self.after
        return left is not None and left.part == before and right is not None and right.part in after

    def is_main_have(self) -> bool:
        """`has` as the verb itself: no participle behind it."""
        after = self.after
        return after is None or not (after.part in ("verb", "aux") or after.text in ("been", "had", "to"))

    def opens_infinitive(self) -> bool:
        """`to` before a base form."""
        after = self.after
        return after is not None and (after.text == "be" or (after.part == "verb" and after.verb is not None))

    def opens_clause(self) -> bool:
        """Whether `as` opens a clause (`as voids grow, …`), and is no preposition (`serves as a layer`)."""
        before = self.before
        if before is not None and before.part == "verb":
            if _takes(before, "as") or before.text in _NAMED:
                return False
        elif before is not None and before.text not in (",", ";", "and", "but") and not self.has_finite():
            return False
        index = self.index + 1
        while index < len(self.words) and (self.words[index].part in _PHRASE or self.words[index].text == "of"):
            index += 1
        verb = self.words[index] if index < len(self.words) else None
        if verb is None or index == self.index + 1:
            return False
        finite = verb.part == "verb" and verb.verb is not None and verb.verb.form in ("s", "base")
        return finite or verb.part in ("aux", "modal")

    def has_finite(self) -> bool:
        """Whether the clause has its verb already."""
        behind = self.word
        for word in reversed(self.words[: self.index]):
            if word.text in (";", ":", ",") or word.part in ("sub", "rel", "conj"):
                return False
            finite = word.part == "verb" and word.verb is not None and word.verb.form in _FINITE
            if word.part in ("aux", "modal") or (finite and behind.part != "prep"):
                return True
            behind = word
        return False

    def is_made(self) -> bool:
        """Whether its object does it that a verb of making has: `makes the layer crack`, `lets lithium nucleate`."""
        after, index = self.after, self.index_before
        if after is not None and after.part not in ("punct", "prep", "conj", "det", "sub", "aux"):
            return False
        while index >= 0 and self.words[index].part in (*NOUNS, "det", "adv", "pron"):
            index -= 1
        verb = self.words[index].verb if 0 <= index < self.index_before else None
        if verb is None or self.words[index].part != "verb" or verb.lemma not in grammar().lists["makers"]:
            return False
        first, last = self.words[index + 1], self.words[self.index_before]
        return first.text not in ("a", "an") and last.text not in grammar().lists["adjectives"]

    def ends_clause(self) -> bool:
        """Whether it is the verb with which a clause behind `until` or the like ends: `until the cell shorts`."""
        after, index = self.after, self.index_before
        if after is not None and after.part not in ("punct", "conj") and after.text not in _ENDS_BEFORE:
            return False
        while index >= 0 and self.words[index].part in NOUNS:
            index -= 1
        bare = index == self.index_before
        if index < 1 or self.words[index].part not in (("pron",) if bare else ("det", "pron")):
            return False
        opener = self.words[index - 1]
        return (opener.part == "sub" or opener.text in _OPENS) and not _is_plural(self.words[self.index_before])

    def is_begun(self) -> bool:
        """Whether a verb such as `tend to`, `fail to` stands before."""
        verb = self.words[self.index - 2].verb if self.index > 1 else None
        senses = grammar().senses.get(verb.lemma, ()) if verb is not None else ()
        return any(sense.name in ("start", "fail") and sense.particle == ("to",) for sense in senses)

    def needs_verb(self) -> bool:
        """Whether the clause would have no verb without it: it begins with a plural, and none follows."""
        first = self.index
        while first > 0 and not _parts_clauses(self.words[first - 1]):
            first -= 1
        end = first
        while end < self.index and self.words[end].part in _PHRASE:
            end += 1
        if end == first or self.words[end].part != "prep" or not _is_plural(self.words[end - 1]):
            return False
        behind = takewhile(lambda word: not _parts_clauses(word), self.words[self.index + 1 :])
        return not any(map(_may_be_finite, behind))

    def is_alone(self, *, with_object: bool = False) -> bool:
        """Whether nothing else in its clause could be the verb (`LAGP pellets fracture during cycling`).

        Args:
            with_object: whether an object may follow, else only a preposition or a conjunction.
        """
        after = self.after
        if after is None or not (with_object or after.part in ("prep", "conj")) or self.before_text == "short":
            return False
        before = takewhile(lambda word: not _parts_clauses(word), reversed(self.words[: self.index]))
        behind = takewhile(lambda word: not _parts_clauses(word), self.words[self.index + 1 :])
        return not any(map(_may_be_finite, behind)) and not any(word.part in _VERBAL for word in before)

    def is_inside_subject(self) -> bool:
        """Whether it describes a noun of a subject whose verb follows: `the LiI mixed conducting layer is formed`."""
        after, word = self.after, self.word
        if after is None or after.part != "noun" or word.verb is None or word.verb.lemma not in _applied():
            return False
        for each in self.words[self.index + 1 :]:
            if each.part in ("sub", "rel", "conj", "prep") or each.text in (",", ";", ":"):
                return False
            if each.part in ("aux", "modal"):
                return True
        return False

    def has_earlier(self, *forms: str) -> bool:
        """Whether a verb before has one of these forms, so that a list of verbs may go on."""
        for word in reversed(self.words[: self.index]):
            if word.text in (";", ":"):
                return False
            if word.part in ("aux", "modal") and "aux" in forms:
                return True
            if word.part == "verb" and word.verb is not None and word.verb.form in forms:
                return True
        return False

    def has_plural_aux(self) -> bool:
        """Whether a plural with its predicate stands before a form without s (`are soft and raise`)."""
        for word in reversed(self.words[: self.index]):
            if word.text in (";", ":") or word.part in ("sub", "rel", "verb"):
                return False
            if word.part in ("aux", "modal"):
                return word.text in _PLURAL_AUXILIARIES
        return False

    def has_plural(self) -> bool:
        """Whether a plural or a list stands before in the clause, as a subject for a form without s."""
        for word in reversed(self.words[: self.index]):
            finite = word.part == "verb" and word.verb is not None and word.verb.form in ("s", "base")
            if finite or word.part in ("aux", "modal", "sub", "rel") or word.text in (";", ":"):
                return False
            if word.text == "and" or _is_plural(word):
                return True
        return False


def _parts_clauses(word: Word) -> bool:
    return word.text in (";", ":", ",", ".") or word.part in ("sub", "rel", "conj")


def _may_be_finite(word: Word) -> bool:
    return word.part in ("aux", "modal") or (word.verb is not None and word.verb.form in _FINITE)


@cache
def _applied() -> frozenset[str]:
    """Verbs of what is done to a material, whose participles describe it."""
    senses = grammar().senses
    return frozenset(lemma for lemma, ways in senses.items() if any(way.name == "apply" for way in ways))


def _is_plural(word: Word) -> bool:
    if word.part == "noun" and word.text in grammar().lists["irregular_plurals"]:
        return True
    return word.part in ("noun", "material") and word.text.endswith("s") and not word.text.endswith(("ss", "us", "is"))


def _is_base(place: _Place) -> bool:
    """`to suppress`, `can suppress`, `to avoid A and suppress B`, `dendrites reduce the`, `LLZO and Li react`."""
    before, after = place.before, place.after
    if before is None or place.is_compound:
        return False
    if before.part == "modal" or before.text in _BEFORE_BASE or place.is_made():
        return True
    if before.part == "to" or before.text == "to":
        return after is None or after.text not in ("of", "in")
    if after is None or after.text == "of" or place.has_finite():
        return False
    object_next = after.part in (*NOUNS, "det", "pron")
    if before.part == "conj" or before.text == ",":
        if before.part == "conj" and after.part == "det" and place.has_plural_aux():
            return True
        ends = after.part in ("prep", "punct") and before.part == "conj"
        takes = before.part == "conj" and after.text != "of" and _takes(place.word, after.text)
        return _goes_on(place) or ((object_next or ends) and place.has_earlier("base")) or takes or _resumes(place)
    if before.part == "rel" or before.text in ("they", "we", "these", "those"):
        return True
    if before.part not in ("noun", "material") and before.text != ")":
        return False
    listed = before.part == "material" and place.index > 1 and place.words[place.index - 2].part == "conj"
    particle = after.part == "sub" or (after.text != "of" and _takes(place.word, after.text))
    needed = after.part in ("prep", "punct") and place.needs_verb()
    return (_is_plural(before) or object_next or listed or particle or needed) and place.has_plural()


def _goes_on(place: _Place) -> bool:
    """`nucleate and propagate within`: a second verb right behind the first."""
    before = _Place(place.words, place.index - 1).before
    return before is not None and before.part == "verb" and before.verb is not None and before.verb.form == "base"


def _resumes(place: _Place) -> bool:
    """`Defects, such as voids, arise due to …`: the first verb of a clause, behind what a comma closes."""
    before, after = place.before, place.after
    takes = after is not None and after.part in (*NOUNS, "det", "prep")
    return (
        before is not None
        and before.text == ","
        and takes
        and place.has_plural()
        and not place.has_earlier(*_FINITE, "aux")
    )


def _is_third(place: _Place) -> bool:
    """`the layer suppresses`, `which forms`; not `the forms`, `of voids`."""
    before, after = place.before, place.after
    if before is None or place.is_compound or after is None or after.part in ("aux", "modal", "verb"):
        return False
    if after.text == "of" and not _takes(place.word, "of"):
        return False
    if place.word.text in grammar().lists["verbs_before_determiners"] and after.part != "det":
        return place.ends_clause() or (before.part in NOUNS and place.is_alone())
    if before.text == ",":
        resumes = after.part == "det" or not place.has_earlier("s", "base", "aux")
        return resumes or place.has_earlier("s", "aux")
    if before.part == "conj":
        return place.has_earlier("s", "aux")
    return before.part in (*NOUNS, "pron", "rel") or before.text in (")", "this", "that")


def _takes(word: Word, particle: str) -> bool:
    """Whether a verb can be followed by a particle (`consists of`, `those known to date suffer from`)."""
    senses = grammar().senses.get(word.verb.lemma, ()) if word.verb is not None else ()
    return any(sense.particle[:1] == (particle,) for sense in senses)


def _is_past(place: _Place) -> bool:
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
    if before.part in ("det", "prep", "verb", "modal", "to"):
        return False
    if before.part in (*NOUNS, "pron", "rel") or before.text in (")", "'s"):
        return not noun_next or not (place.has_finite() or place.is_inside_subject())
    listed = (before.part == "conj" or before.text == ",") and place.has_earlier("ed", "en")
    return not noun_next or listed


def _is_ing(place: _Place) -> bool:
    """A participle or gerund with an object of its own: `, leading to`, `by suppressing`, `layers containing`."""
    before, after = place.before, place.after
    if after is None or place.is_compound or (after.text == "of" and not _takes(place.word, "of")):
        return False
    if place.word.text in grammar().lists["process_nouns"]:
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
        return goes_on or after.part in _OBJECTS
    if before.part in NOUNS or before.text == ")":
        return takes and after.text not in _PROCESS_HEADS
    return takes


def _changes(place: _Place) -> bool:
    """`With increasing current density`: it says how a quantity is."""
    return place.word.text in ("increasing", "decreasing", "rising", "growing") and place.after is not None


def _is_plain_verb(place: _Place) -> bool:
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
    if form == "base" and place.is_made():
        return True
    if before.text == "which":
        return place.words[max(0, place.index_before - 1)].part != "prep" and after.part in (*NOUNS, "det", "pron")
    if after.part == "prep" and form == "s" and _is_only_verb(place):
        return True
    if form == "base" and before.part == "noun" and _is_plural(before) and place.is_alone():
        return True
    follows = after.part == "det" or (after.text in _INTO and (before.part == "material" or form == "base"))
    follows = follows or (after.part == before.part == "material" and form == "s" and place.is_alone(with_object=True))
    subject = place.subject() if follows and not place.has_finite() else None
    if subject is None or subject.part not in (*NOUNS, "pron", "det"):
        return False
    return (_is_plural(subject) or subject.text in _PLURALS) == (form == "base")


def _is_only_verb(place: _Place) -> bool:
    """`The volume of silicon changes by half`: behind a singular with an `of`, in a clause that has no other verb."""
    subject = None if place.has_finite() else place.subject()
    behind = takewhile(lambda word: not _parts_clauses(word), place.words[place.index + 1 :])
    of_another = subject is not None and subject is not place.before and not _is_plural(subject)
    return of_another and not any(map(_may_be_finite, behind))


def _is_unknown_third(place: _Place) -> bool:
    """`It blackens`, `the sensitivity of sulfides complicates their use`: before a determiner, and no verb follows."""
    before, after, text = place.before, place.after, place.word.text
    if before is not None and before.text == "it" and len(text) > 4 and not text.endswith("ss"):
        return True
    if after is None or after.part != "det" or place.is_compound or text.endswith(("ss", "us", "is")):
        return False
    subject = None if place.has_finite() else place.subject()
    behind = takewhile(lambda word: not _parts_clauses(word), place.words[place.index + 1 :])
    return subject is not None and not _is_plural(subject) and not any(map(_may_be_finite, behind))


def _guess(place: _Place) -> VerbForm | None:
    """A verb that no list has, and of which nothing is known: `it blackens`, `is curtailed`, `a note heralded the`."""
    text, before = place.word.text, place.before
    if text.endswith("s") and before is not None and _is_unknown_third(place):
        return VerbForm(text, "s")
    supported = before is not None and (before.part == "modal" or before.text in ("do", "does", "did", "to"))
    if before is None or not (supported or text.endswith(("ing", "ed"))):
        return None  # nearly every noun: what is behind it need not be looked at
    after = place.after
    if supported and before.text != "to" and not place.is_compound:
        return VerbForm(text, "base")
    if before.text == "to" and after is not None and after.part == "det":
        return VerbForm(text, "base")
    if after is None or len(text) < 6 or place.is_compound:
        return None
    if text.endswith("ing") and text not in grammar().lists["process_nouns"]:
        opens = before.text == "," or before.part == "prep"
        return VerbForm(text, "ing") if opens and (after.part in _OBJECTS or after.part == "noun") else None
    if text.endswith("ed"):
        past = before.part in NOUNS and after.part == "det" and not place.has_finite()
        return VerbForm(text, "ed") if before.part == "aux" or past else None
    return None


_IS_VERB = {"base": _is_base, "s": _is_third, "ed": _is_past, "en": _is_past, "ing": _is_ing}
"""How a form is judged."""
