"""A sentence cut into statements: a verb with its subjects, objects and what prepositions tie to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .grammar import grammar
from .phrases import NounPhrase, VerbGroup


@dataclass(slots=True)
class Statement:
    """One verb with what goes with it.

    Args:
        verb: the verb group.
        link: how it hangs on its parent: main; clause (a subject of its own); participle (`, leading to`); relative;
            which (a relative behind a comma, which may take up all that was said); reduced (`layers formed by`);
            purpose (`to suppress`); means (`by adding`); gerund (behind another preposition); action (a gerund as
            subject: `adding LiI improves`).
        parent: the statement that it hangs on; of a main clause the one before it (which may be an opening such as
            `by adding LiI,` or the action that is its subject); None for the first.
        subjects: who does it, in the grammar of the sentence; empty where that is left to the parent.
        objects: to whom.
        obliques: noun phrases behind a preposition; `prep` says which.
        opening: noun phrases behind a preposition that opened the clause (`In LGPS, …`).
        subordinator: `while`, `because` … or the preposition of a gerund that introduces it, else empty.
        antecedent: of a relative clause with a subject of its own the noun that it tells of, with the preposition
            before `which` (`pores, through which lithium grows`).
        adverbs: adverbs before the verb, from the end of the statement before on (`and thus`), and right behind it.
        happenings: what `happenings.happenings` found in it, kept from when it was first asked for.
    """

    verb: VerbGroup
    link: str
    parent: Statement | None = None
    subjects: list[NounPhrase] = field(default_factory=list)
    objects: list[NounPhrase] = field(default_factory=list)
    obliques: list[NounPhrase] = field(default_factory=list)
    opening: list[NounPhrase] = field(default_factory=list)
    subordinator: str = ""
    adverbs: tuple[str, ...] = ()
    antecedent: NounPhrase | None = None
    happenings: list[Any] | None = field(default=None, init=False, repr=False, compare=False)
    _phrases: tuple[NounPhrase, ...] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def start(self) -> int:
        """Clean start of the verb."""
        return self.verb.start

    def oblique(self, *preps: str) -> list[NounPhrase]:
        """The phrases behind any of these prepositions."""
        return [phrase for phrase in self.obliques if phrase.prep in preps]

    @property
    def agents(self) -> list[NounPhrase]:
        """Who does it: the subjects, of a passive the phrases behind `by`."""
        return self.oblique("by") if self.verb.passive else self.subjects

    @property
    def patients(self) -> list[NounPhrase]:
        """To whom it is done: the objects, of a passive the subjects."""
        return self.subjects if self.verb.passive else self.objects

    def phrases(self) -> tuple[NounPhrase, ...]:
        """Every noun phrase of the statement, modifiers included, each once; to be asked when the sentence is cut."""
        if self._phrases is None:
            heads = (*self.opening, *self.subjects, *self.objects, *self.obliques)
            self._phrases = tuple(dict.fromkeys(each for phrase in heads for each in phrase.tree()))
        return self._phrases


def is_action(statement: Statement) -> bool:
    """Whether a gerund is the subject of a verb that follows: also behind a clause (`as voids form, pressing helps`).

    Args:
        statement: the one before the verb; what looked like a participle of the clause before becomes an action.
    """
    before = statement.parent if statement.link == "participle" and statement.verb.form == "ing" else None
    while before is not None and before.link in ("which", "relative"):
        before = before.parent
    if before is not None and before.subordinator and before.link == "main":
        statement.link = "action"
    return statement.link == "action"


def is_process_behind(statement: Statement | None, phrase: NounPhrase | None) -> bool:
    """Whether a noun behind `after` only tells when something was (`the loss observed after stripping stems from`).

    Args:
        statement: the one before the verb.
        phrase: the one right before the verb.
    """
    reduced = statement is not None and statement.link == "reduced" and statement.parent is None
    return reduced and phrase is not None and phrase.words[-1].text in grammar().lists["process_nouns"]
