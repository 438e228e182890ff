"""Of what a clause says its value: found through the statement that the value or its property stands in.

`The resistance of the pellet fell to 12 ohm cm2` is about the pellet, `the full cell reached 500 Wh/kg` about the cell,
and `the film lowers the resistance to 12 ohm cm2` about neither the film nor anything that the sentence names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..annotations import Sentence
from ..frames.phrases import NounPhrase
from ..frames.reading import statements_of
from ..frames.statements import Statement
from ..materials import MaterialMention
from ..value_class import value_class
from .subject_rules import Anchor

_OWNED = ("of", "for", "in", "across", "with")
"""Prepositions between a property and what has it."""

_CHANGES = frozenset({"increase", "decrease", "improve", "worsen", "prevent"})
"""Senses of verbs whose subject changes a property of something else."""

_LETS = frozenset({"enable", "allow", "permit"})
"""Verbs whose subject lets something else have a property."""

_LEFT_OPEN = frozenset({"participle", "purpose", "means", "gerund", "which"})
"""Links of statements that leave their subject to the statement that they hang on."""


@value_class
class Clause:
    """What a sentence says around one value.

    Args:
        statement: the statement that tells the value.
        named: the phrase that names its property, if one does.
        subjects: the grammatical subjects, of the statement or of the one that it hangs on.
    """

    statement: Statement
    named: NounPhrase | None
    subjects: Sequence[NounPhrase]

    @property
    def is_about_property(self) -> bool:
        """Whether the property itself is the grammatical subject (`the resistance fell to`)."""
        return self.named is not None and any(self.named in phrase.tree() for phrase in self.subjects)

    @property
    def changes_it(self) -> bool:
        """Whether the subject changes the property, which is then one of something else (`A lowers the resistance`)."""
        told = self.named is not None and any(self.named in phrase.tree() for phrase in self.statement.objects)
        verb = self.statement.verb
        return told and not verb.passive and (bool(verb.senses & _CHANGES) or verb.lemma in _LETS)

    def is_head(self, mention: MaterialMention) -> bool:
        """Whether a subject is named by a mention: one of its own words, or in brackets right behind them."""
        return any(
            phrase.start <= mention.start < phrase.end or mention.start == phrase.end + len(" (")
            for phrase in self.subjects
        )

    def owners(self) -> list[NounPhrase]:
        """The phrases that are said to have the value, the nearest to the property's name first."""
        found = [] if self.named is None else [each for each in self.named.modifiers if each.prep in _OWNED]
        if self.named is not None and not found:
            found = [NounPhrase([word]) for word in self.named.words[:-1] if word.start < self.named.words[-1].start][
                -2:
            ]
            found = [phrase for phrase in found if phrase.words[0].part in ("noun", "pron")]
        if found or self.is_about_property or self.changes_it:
            return found
        return list(self.subjects)

    def around(self) -> Iterator[NounPhrase]:
        """The phrases of the statement and of those that it hangs on, the subjects left out, the nearest first."""
        statement: Statement | None = self.statement
        while statement is not None:
            for phrase in (*statement.objects, *statement.obliques, *statement.opening):
                yield from phrase.tree()
            statement = statement.parent


def clause_of(sentence: Sentence, anchor: Anchor) -> Clause | None:
    """The clause that tells a value, None where the sentence has no verb or the value stands outside of its phrases.

    Args:
        sentence: with its materials and quantities.
        anchor: the value and its property.
    """
    statements = statements_of(sentence)
    told = _home(statements, anchor.start)
    named = _home(statements, anchor.property_start) if anchor.property_start < anchor.property_end else None
    home = named or told
    if home is None:
        return None
    statement = home[0] if named is None or told is None or named[0] is told[0] else _later(named[0], told[0])
    return Clause(statement, named[1] if named is not None else None, _subjects(statement))


def _later(one: Statement, other: Statement) -> Statement:
    """The later of two statements on which a property and its value are spread (`the A, which was 5, fell to 2`)."""
    return one if one.start > other.start else other


def _home(statements: Sequence[Statement], position: int) -> tuple[Statement, NounPhrase] | None:
    """The statement and the phrase of it in which a position is."""
    for statement in statements:
        for phrase in statement.phrases():
            if any(word.start <= position < word.end for word in phrase.words):
                return statement, phrase
    return None


def _subjects(statement: Statement) -> Sequence[NounPhrase]:
    """The subjects of a statement, or of the one that it hangs on where it leaves them open."""
    up: Statement | None = statement
    while up is not None and not up.subjects and up.link in _LEFT_OPEN:
        up = up.parent
    return up.subjects if up is not None else ()
