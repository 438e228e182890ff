"""The state of the walk by which the phrases of a sentence are cut into statements."""

from __future__ import annotations

from dataclasses import dataclass, field

from .lists import Joined
from .phrases import Mark, NounPhrase
from .statements import Statement

SCARCELY = frozenset({"hardly", "barely", "scarcely", "never", "no longer"})
"""Adverbs before a verb that deny it."""


@dataclass(slots=True)
class Walk:
    """What is known at one place of the walk over the phrases of a sentence.

    Args:
        statements: found so far.
        waiting: noun phrases that are the subject of a verb to come.
        opening: phrases behind prepositions before that subject.
        joined: phrases that a comma or conjunction tied to what stood before, and that may be subjects after all.
        held_joined: the same, kept over a participle that describes the last of them.
        last: the noun phrase right before, unless a verb or a stop came between.
        place: the list in which what is joined to the last phrase goes.
        marks: those since the last phrase.
        subordinator: the word that opened this clause, if any.
        open: whether the clause still has no verb.
        held: the subject that waited when a relative clause began.
        held_opening: what stood before it.
        adverbs: those that no verb has yet.
        host: the phrase that a preposition continued last, and the list in which it stands.
        in_relative: whether the phrase right before is the subject within a relative clause.
        antecedent: of what the relative clause tells.
        suspended: the subject that waited when a conjunction put a clause in.
        announced: what a colon stands behind, of which a list may follow.
        reasoned: the phrase behind a comma and `for`, which may begin a reason.
    """

    statements: list[Statement] = field(default_factory=list)
    waiting: list[NounPhrase] = field(default_factory=list)
    opening: list[NounPhrase] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)
    held_joined: list[Joined] = field(default_factory=list)
    last: NounPhrase | None = None
    place: list[NounPhrase] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    subordinator: str = ""
    open: bool = True
    held: list[NounPhrase] = field(default_factory=list)
    held_opening: list[NounPhrase] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)
    host: tuple[NounPhrase, list[NounPhrase]] | None = None
    in_relative: bool = False
    antecedent: NounPhrase | None = None
    suspended: list[NounPhrase] = field(default_factory=list)
    announced: NounPhrase | None = None
    reasoned: NounPhrase | None = None

    def new_clause(self) -> None:
        """Let what comes be the subject of a clause of its own."""
        self.open, self.waiting, self.opening, self.joined, self.held = True, [], [], [], []

    @property
    def kinds(self) -> list[str]:
        """Kinds of the marks since the last phrase, without adverbs."""
        return [mark.kind for mark in self.marks if mark.kind != "adv"]

    def prep(self) -> str:
        """The preposition since the last phrase, if any."""
        return next((mark.word.text for mark in reversed(self.marks) if mark.kind == "prep"), "")

    def put(self, phrase: NounPhrase, where: list[NounPhrase], *, keep: bool = False) -> None:
        """Put a phrase into a list, to which what is joined to it then goes as well.

        Args:
            phrase: a noun phrase.
            where: the list.
            keep: the phrase is in the list already.
        """
        if not keep:
            where.append(phrase)
        self.place = where
        self.joined = []
