"""A word among its neighbours, and what they tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile

from ..materials import MaterialMention
from .grammar import grammar
from .word import NOUNS, Word

FINITE = ("s", "ed", "base")
"""Forms of a verb that can be that of a clause."""

_ENDS_BEFORE = frozenset({"after", "at", "within", "under", "during", "upon", "along", "through"})
"""Prepositions behind a verb that ends a clause (`the cell shorts after 60 h`)."""

_OPENS = frozenset({"until", "before", "after", "and", "that"})
"""Words other than subordinators that may open a clause."""

_NAMED = frozenset(
    {"known", "used", "defined", "described", "denoted", "regarded", "considered", "taken", "employed", "reported"}
)
"""Participles behind which `as` is a preposition."""

_PHRASE = ("noun", "material", "quantity", "det", "adv")
_PLURAL_AUXILIARIES = frozenset({"are", "were", "do", "have"})
_VERBAL = ("verb", "aux", "modal", "to")
"""Parts of speech that show that a clause has its verb."""


@dataclass(slots=True)
class Place:
    """A word among its neighbours."""

    words: Sequence[Word]
    index: int

    @property
    def word(self) -> Word:
        """The word itself."""
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
            if takes_particle(before, "as") or before.text in _NAMED:
                return False
        elif before is not None and before.text not in (",", ";", "and", "but") and not self.has_finite():
            return False
        index = self.index + 1
        while index < len(self.words) and self.words[index].part in (*_PHRASE, "prep"):
            index += 1
        verb = self.words[index] if index < len(self.words) else None
        if verb is None or index == self.index + 1:
            return False
        forms = ("s", "base", "ed") if before is not None and before.text == "," else ("s", "base")
        finite = verb.part == "verb" and verb.verb is not None and verb.verb.form in forms
        by = index + 1 < len(self.words) and self.words[index + 1].text == "by"
        return (finite and not by) or verb.part in ("aux", "modal")

    def before_relative(self) -> int:
        """Where its clause ends before it: at itself, or at a relative clause that has its verb (`voids that form`)."""
        finite = False
        for index in reversed(range(self.index)):
            word = self.words[index]
            if word.text in (";", ":", ",") or word.part in ("sub", "conj"):
                break
            if word.part == "rel":
                noun = index > 0 and self.words[index - 1].part in NOUNS
                return index if finite and noun else self.index
            verb = word.part == "verb" and word.verb is not None and word.verb.form in FINITE
            finite = finite or verb or word.part in ("aux", "modal")
        return self.index

    def has_finite(self) -> bool:
        """Whether the clause has its verb already."""
        behind = self.word
        for index in reversed(range(self.before_relative())):
            word = self.words[index]
            if word.text in (";", ":", ",") or word.part in ("sub", "rel", "conj"):
                return False
            finite = word.part == "verb" and word.verb is not None and word.verb.form in FINITE
            finite = finite and not self._is_infinitive(index)
            if word.part in ("aux", "modal") or (finite and behind.part != "prep"):
                return True
            behind = word
        return False

    def _is_infinitive(self, index: int) -> bool:
        """Whether a verb behind a noun only tells what that is for (`attempts to suppress dendrites include`)."""
        to = index > 1 and self.words[index - 1].text == "to"
        return to and self.words[index - 2].part in NOUNS and is_plural(self.words[index - 2])

    def is_made(self, *, named: bool = False) -> bool:
        """Whether its object does it that a verb of making has: `makes the layer crack`, `lets lithium nucleate`.

        Args:
            named: whether the object must begin with a determiner or a material, as none of a compound does.
        """
        after, index = self.after, self.index_before
        if after is not None and after.part not in ("punct", "prep", "conj", "det", "sub", "aux"):
            return False
        while index >= 0 and self.words[index].part in (*NOUNS, "det", "adv", "pron"):
            index -= 1
        verb = self.words[index].verb if 0 <= index < self.index_before else None
        if verb is None or self.words[index].part != "verb" or verb.lemma not in grammar().lists["makers"]:
            return False
        first, last = self.words[index + 1], self.words[self.index_before]
        if named and first.part not in ("det", "material"):
            return False
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
        return (opener.part == "sub" or opener.text in _OPENS) and not is_plural(self.words[self.index_before])

    def must_be_verb(self) -> bool:
        """Whether it ends a clause that has no other verb behind a subordinator: `because the volume changes`."""
        after = self.after
        if after is not None and after.part != "punct":
            return False
        for index in reversed(range(self.index)):
            word = self.words[index]
            if word.part == "rel":
                return index > 0 and self.words[index - 1].part == "prep" and self.index - index > 1
            if word.part == "sub":
                return self.index - index > 2 and self.words[index + 1].part in ("det", *NOUNS)
            if word.part not in (*NOUNS, "det", "adv", "prep"):
                return False
        return False

    def floats(self) -> bool:
        """Whether a determiner stands between a plural subject and its verb: `cracks and pores all contribute`."""
        before, after = self.before, self.words[self.index + 1] if self.index + 1 < len(self.words) else None
        plural = before is not None and (before.part in NOUNS or before.text in (",", ")"))
        return (
            plural and after is not None and after.verb is not None and after.verb.form == "base" and self.has_plural()
        )

    def is_begun(self) -> bool:
        """Whether a verb such as `tend to`, `fail to` stands before."""
        verb = self.words[self.index - 2].verb if self.index > 1 else None
        senses = grammar().senses.get(verb.lemma, ()) if verb is not None else ()
        return any(sense.name in ("start", "fail") and sense.particle == ("to",) for sense in senses)

    def needs_verb(self) -> bool:
        """Whether the clause would have no verb without it: it begins with a plural, and none follows."""
        first = self.index
        while first > 0 and not parts_clauses(self.words[first - 1]):
            first -= 1
        end = first
        while end < self.index and self.words[end].part in _PHRASE:
            end += 1
        if end == first or self.words[end].part != "prep" or not is_plural(self.words[end - 1]):
            return False
        behind = list(takewhile(lambda word: not parts_clauses(word), self.words[self.index :]))
        return not any(may_be_finite(word) and before.part != "det" for before, word in pairwise(behind))

    def is_alone(self, *, with_object: bool = False) -> bool:
        """Whether nothing else in its clause could be the verb (`LAGP pellets fracture during cycling`).

        Args:
            with_object: whether an object may follow, else only a preposition or a conjunction.
        """
        after = self.after
        if after is None or not (with_object or after.part in ("prep", "conj", "sub")) or self.before_text == "short":
            return False
        before = takewhile(lambda word: not parts_clauses(word), reversed(self.words[: self.index]))
        behind = takewhile(lambda word: not parts_clauses(word), self.words[self.index + 1 :])
        return not any(map(may_be_finite, behind)) and not any(word.part in _VERBAL for word in before)

    def is_inside_subject(self) -> bool:
        """Whether it describes a noun of a subject whose verb follows: `the LiI mixed conducting layer is formed`."""
        after, word = self.after, self.word
        if after is None or after.part != "noun" or word.verb is None or word.verb.lemma not in applied():
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
        for index in reversed(range(self.before_relative())):
            word = self.words[index]
            finite = word.part == "verb" and word.verb is not None and word.verb.form in ("s", "base")
            if (
                (finite and not self._is_infinitive(index))
                or word.part in ("aux", "modal", "sub", "rel")
                or word.text in (";", ":")
            ):
                return False
            if word.text == "and" or is_plural(word):
                return True
        return False


def parts_clauses(word: Word) -> bool:
    """Whether a clause ends or begins with a word.

    Args:
        word: a mark, a conjunction or another word.
    """
    return word.text in (";", ":", ",", ".") or word.part in ("sub", "rel", "conj")


def may_be_finite(word: Word) -> bool:
    """Whether a word can be the verb of a clause.

    Args:
        word: whose part may not be decided yet.
    """
    return word.part in ("aux", "modal") or (word.verb is not None and word.verb.form in FINITE)


@cache
def applied() -> frozenset[str]:
    """Verbs of what is done to a material, whose participles describe it."""
    senses = grammar().senses
    return frozenset(lemma for lemma, ways in senses.items() if any(way.name == "apply" for way in ways))


def is_plural(word: Word) -> bool:
    """Whether a noun or a name is a plural.

    Args:
        word: of a noun phrase.
    """
    if word.part == "noun" and word.text in grammar().lists["irregular_plurals"]:
        return True
    if isinstance(word.mention, MaterialMention) and word.mention.text.endswith("S"):
        return False  # of `LGPS`
    return word.part in ("noun", "material") and word.text.endswith("s") and not word.text.endswith(("ss", "us", "is"))


def takes_particle(word: Word, particle: str) -> bool:
    """Whether a verb can be followed by a particle (`consists of`, `those known to date suffer from`)."""
    senses = grammar().senses.get(word.verb.lemma, ()) if word.verb is not None else ()
    return any(sense.particle[:1] == (particle,) for sense in senses)
