"""Verbs that no list has, told by their ending and by what stands beside them."""

from __future__ import annotations

from itertools import takewhile

from .grammar import VerbForm, grammar
from .place import Place, is_plural, may_be_finite, parts_clauses
from .word import NOUNS, Word

OBJECTS = ("det", "material", "quantity")
"""Parts of speech that can hardly follow but as an object."""


def _is_unknown_third(place: Place) -> bool:
    """`It blackens`, `the sensitivity of sulfides complicates their use`: before a determiner, and no verb follows."""
    before, after, text = place.before, place.after, place.word.text
    if before is not None and before.text == "it" and len(text) > 4 and not text.endswith("ss"):
        return True
    if after is None or after.part != "det" or place.is_compound or text.endswith(("ss", "us", "is")):
        return False
    subject = None if place.has_finite() else place.subject()
    behind = takewhile(lambda word: not parts_clauses(word), place.words[place.index + 1 :])
    return subject is not None and not is_plural(subject) and not any(map(may_be_finite, behind))


def _is_unknown_base(place: Place) -> bool:
    """`The fillers anchor the anions`: between a plural and a determiner, where no other verb is."""
    before, after = place.before, place.after
    stands = after is not None and after.part == "det" and before is not None and before is place.words[place.index - 1]
    if not stands or before is None or before.part not in NOUNS or not is_plural(before) or place.is_compound:
        return False
    return place.word.text.isalpha() and not is_plural(place.word) and not place.has_finite()


def guess_verb(place: Place) -> VerbForm | None:
    """A verb that no list has, and of which nothing is known: `it blackens`, `is curtailed`, `a note heralded the`.

    Args:
        place: of a word that no list has as a verb.
    """
    text, before = place.word.text, place.before
    if text.endswith("s") and before is not None and _is_unknown_third(place):
        return VerbForm(text, "s")
    supported = supports(before)
    if before is not None and _is_unknown_base(place):
        return VerbForm(text, "base")
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
        return VerbForm(text, "ing") if opens and (after.part in OBJECTS or after.part == "noun") else None
    if text.endswith("ed"):
        past = before.part in NOUNS and after.part == "det" and not place.has_finite()
        passive = before.part == "aux" and after.part not in NOUNS
        return VerbForm(text, "ed") if passive or past else None
    return None


def supports(before: Word | None) -> bool:
    """Whether a word can hardly stand but before a verb (`may`, `does`, `to`)."""
    return before is not None and (before.part == "modal" or before.text in ("do", "does", "did", "to"))
